//! The institution's checklist.

use crate::institution::checklist::{Checklist, Entry};
use crate::model::{Basis, Catalogue, Date, Force, Item, ItemStatus, Phase};
use crate::report::words::checklist::{helped, in_short, status};
use crate::report::words::{self, need, premise};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::{Document, Line, Mark, Tone};

/// What a checklist is and is not.
const ABOUT: Phrase = phrase(
    "Deze lijst gaat over wat uw instelling zelf regelt. Hij volgt de checklist van de AP en telt nooit mee in de punten van een product. Wat niet van de AP of de wet is, staat erbij.",
    "This list is about what your institution arranges itself. It follows the checklist of the Dutch DPA and never affects the points of a product. Whatever does not come from the DPA or the law is marked.",
);

/// The checklist as a document.
#[must_use]
pub fn document<'d>(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> Document<'d> {
    let mut document = Document::new(lang, title(checklist, catalogue, lang));
    for line in premise::assumed_lines(catalogue, lang) {
        document.strong(line);
    }
    document.text(ABOUT);
    summary(&mut document, checklist);
    for phase in Phase::ALL {
        let parts = || checklist.parts.iter().filter(|part| part.heading.phase == phase);
        if parts().next().is_none() {
            continue;
        }
        document.division(words::phase(phase));
        for part in parts() {
            document.heading(3, &part.heading.title);
            let lines = part.entries.iter().map(|entry| line(entry, checklist, catalogue, lang));
            document.lines(lines.collect());
        }
    }
    coming(&mut document, checklist);
    document.small(state_of(checklist, catalogue, lang));
    document.disclaimer();
    document
}

fn title(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let kind = checklist.kind.and_then(|kind| catalogue.kinds.get_index(kind));
    let kind = kind.map_or(String::new(), |(_, kind)| format!(" {}", kind.title.get(lang).to_lowercase()));
    match checklist.dossier {
        Some(dossier) => format!("Checklist{kind}: {}", dossier.institution),
        None => format!("Checklist{kind}"),
    }
}

/// What applies from a later day on.
fn coming(document: &mut Document<'_>, checklist: &Checklist<'_>) {
    let lang = document.lang;
    if checklist.coming.is_empty() {
        return;
    }
    document.division(phrase("Wat er nog aankomt", "What is still to come"));
    let line = |(item, day): &(&Item, Date)| {
        let mut line = Line { mark: Mark::Bullet, ..Line::of(item.done_when.get(lang)) };
        let day = words::date(*day, lang);
        line.add(tr!(lang, "geldt vanaf {day}", "applies from {day}"));
        line
    };
    document.lines(checklist.coming.iter().map(line).collect());
}

/// The status of the list, in short, and what to do first.
fn summary(document: &mut Document<'_>, checklist: &Checklist<'_>) {
    let lang = document.lang;
    if checklist.dossier.is_none() {
        return;
    }
    document.strong(in_short(checklist, lang));
    if let Some((product, variant)) = checklist.chosen {
        let name = words::alternative(product, variant);
        document.text(tr!(
            lang,
            "Gekozen is {name}. Wat het productbestand daarover al zegt, staat erbij.",
            "The choice is {name}. What its product file already says is shown below each item."
        ));
    }
    let overdue = checklist.entries().filter_map(|entry| Some((entry, entry.overdue?)));
    document.bullets(overdue.map(|(entry, day)| {
        let (title, day) = (entry.item.title.get(lang), words::date(day, lang));
        tr!(
            lang,
            "Te laat: {title}. Dit zou u opnieuw bekijken op {day}.",
            "Overdue: {title}. This was due for review on {day}."
        )
    }));
}

fn mark(entry: &Entry<'_>) -> Mark {
    match entry.status {
        _ if entry.holds == Some(false) => Mark::Not,
        ItemStatus::Done if entry.overdue.is_none() => Mark::Done,
        ItemStatus::Done | ItemStatus::InProgress => Mark::Busy,
        ItemStatus::Open => Mark::Open,
        ItemStatus::NotApplicable => Mark::Not,
    }
}

fn line(entry: &Entry<'_>, checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> Line {
    let item = entry.item;
    let mut line = Line { mark: mark(entry), ..Line::of(item.done_when.get(lang)) };
    line.add(standing(entry, checklist, catalogue, lang));
    if let Some(record) = entry.record {
        let filed = record.filed.as_ref().map(|filed| tr!(lang, "ligt: {filed}", "filed: {filed}"));
        let review = record.review.map(|day| {
            let day = words::date(day, lang);
            if entry.overdue.is_some() {
                tr!(lang, "te laat: opnieuw bekijken op {day}", "overdue: was due for review on {day}")
            } else {
                tr!(lang, "opnieuw bekijken op {day}", "review on {day}")
            }
        });
        let on = record.on.map(|day| words::date(day, lang));
        let facts: Vec<String> =
            record.role.clone().into_iter().chain(on).chain(filed).chain(review).collect();
        if !facts.is_empty() {
            line.add(facts.join("; "));
        }
        record.because.iter().for_each(|because| line.add(because));
    }
    if let Some(resting) = item.premise.and_then(|one| premise::resting(catalogue, one, lang)) {
        line.add(resting);
    }
    if !entry.is_settled() {
        line.add(item.why.get(lang));
        item.how.iter().for_each(|how| line.add(how.get(lang)));
    }
    for help in &entry.help {
        let link = help.evidence.first().and_then(|(_, source)| source.url().map(str::to_owned));
        line.below.push(Line { link, tone: Tone::Faint, ..Line::of(helped(help, lang)) });
    }
    line
}

/// The status of an item, whether it is mandatory, and on whose authority, in one line.
fn standing(entry: &Entry<'_>, checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let item = entry.item;
    let mut parts = Vec::new();
    if checklist.dossier.is_some() {
        parts.push(status(entry).get(lang).to_owned());
    }
    parts.push(
        match (item.force, item.basis) {
            (Force::Must, Basis::Law) => phrase("moet van de wet", "required by law"),
            (Force::Must, Basis::Ap) => phrase("moet volgens de AP", "required by the DPA"),
            (Force::Must, Basis::Convention) => {
                phrase("moet; niet van de AP of de wet", "required, but not by the DPA or the law")
            }
            (_, Basis::Law) => phrase("aangeraden; volgt uit de wet", "advised; follows from the law"),
            (_, Basis::Ap) => phrase("raadt de AP aan", "advised by the DPA"),
            (_, Basis::Convention) => {
                phrase("aangeraden; niet van de AP of de wet", "advised, but not by the DPA or the law")
            }
        }
        .get(lang)
        .to_owned(),
    );
    if !item.need.is_empty() && entry.holds != Some(true) {
        let need: Vec<String> =
            item.need.iter().map(|(field, condition)| need::condition(*field, *condition, lang)).collect();
        let need = crate::text::lang::list(lang, &need);
        parts.push(tr!(lang, "alleen bij {need}", "only with {need}"));
    }
    if checklist.kind.is_none() {
        let kinds = catalogue.kinds.values().enumerate().filter(|(at, _)| item.applies_to.contains(*at));
        let kinds: Vec<String> = kinds.map(|(_, kind)| kind.title.get(lang).to_lowercase()).collect();
        if kinds.len() < catalogue.kinds.len() {
            let kinds = kinds.join(", ");
            parts.push(tr!(lang, "alleen {kinds}", "only {kinds}"));
        }
    }
    if entry.record.is_none_or(|record| record.role.is_none())
        && let Some(role) = &item.role
    {
        let role = role.get(lang);
        parts.push(tr!(lang, "meestal: {role}", "usually: {role}"));
    }
    if checklist.dossier.is_none() {
        parts.push(format!("id: {}", item.id));
    }
    parts.join("; ")
}

/// The day and the data, in one line.
fn state_of(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let day = words::date(checklist.as_of, lang);
    let data: String = catalogue.sha256.chars().take(16).collect();
    tr!(lang, "Stand op {day}. Gegevens: {data}.", "As of {day}. Data: {data}.")
}
