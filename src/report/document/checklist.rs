//! The institution's checklist for people, and as rows.

use crate::institution::checklist::{Checklist, Entry};
use crate::institution::situation;
use crate::model::{Basis, Catalogue, Force, ItemStatus, Phase};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::{Below, Document, Line, Mark};

use crate::report::words;
use crate::report::words::checklist::{helped, in_short, status};

/// What a checklist is and is not.
const ABOUT: Phrase = phrase(
    "Deze lijst gaat over wat uw instelling zelf regelt. Hij volgt de checklist van de AP en telt nooit mee in de punten van een product. Wat niet van de AP of de wet is, staat erbij.",
    "This list is about what your institution arranges itself. It follows the checklist of the Dutch DPA and never counts in the points of a product. What does not come from the DPA or the law is marked.",
);

/// The checklist as a document.
#[must_use]
pub fn document(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> Document {
    let mut document = Document::new(lang, title(checklist, catalogue, lang));
    document.text(ABOUT.get(lang));
    summary(&mut document, checklist, lang);
    for phase in Phase::ALL {
        let parts = || checklist.parts.iter().filter(|part| part.heading.phase == phase);
        if parts().next().is_none() {
            continue;
        }
        document.heading(2, describe::phase(phase).get(lang));
        for part in parts() {
            document.heading(3, part.heading.title.get(lang));
            document
                .lines(part.entries.iter().map(|entry| line(entry, checklist, catalogue, lang)).collect());
        }
    }
    document.small(state_of(checklist, catalogue, lang));
    document.small(words::DISCLAIMER.get(lang));
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

/// How the list stands, in short, and what comes first.
pub(in crate::report) fn summary(document: &mut Document, checklist: &Checklist<'_>, lang: Lang) {
    if checklist.dossier.is_none() {
        return;
    }
    document.strong(in_short(checklist, lang));
    if let Some((product, variant)) = checklist.chosen {
        let name = describe::alternative(product, variant);
        document.text(match lang {
            Lang::Nl => format!("Gekozen is {name}. Wat het productbestand daarover al zegt, staat erbij."),
            Lang::En => format!("The choice is {name}. What its product file says already stands beside it."),
        });
    }
    let overdue = checklist.entries().filter_map(|entry| Some((entry, entry.overdue?)));
    let late: Vec<String> = overdue
        .map(|(entry, day)| {
            let (title, day) = (entry.item.title.get(lang), describe::date(day, lang));
            match lang {
                Lang::Nl => format!("Te laat: {title}. Dit zou u opnieuw bekijken op {day}."),
                Lang::En => format!("Overdue: {title}. This was to be looked at again on {day}."),
            }
        })
        .collect();
    document.plain_lines(late);
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
    let mut line = Line { mark: Some(mark(entry)), ..Line::of(item.done_when.get(lang)) };
    line.add(standing(entry, checklist, catalogue, lang));
    if let Some(record) = entry.record {
        let filed = record.filed.as_ref().map(|filed| match lang {
            Lang::Nl => format!("ligt: {filed}"),
            Lang::En => format!("filed: {filed}"),
        });
        let review = record.review.map(|day| match (lang, entry.overdue.is_some()) {
            (Lang::Nl, false) => format!("opnieuw bekijken op {}", describe::date(day, lang)),
            (Lang::Nl, true) => format!("te laat: opnieuw bekijken op {}", describe::date(day, lang)),
            (Lang::En, false) => format!("look at again on {}", describe::date(day, lang)),
            (Lang::En, true) => format!("overdue: look at again on {}", describe::date(day, lang)),
        });
        let on = record.on.map(|day| describe::date(day, lang));
        let facts: Vec<String> =
            record.role.clone().into_iter().chain(on).chain(filed).chain(review).collect();
        if !facts.is_empty() {
            line.add(facts.join("; "));
        }
        line.below.extend(record.because.clone().map(|text| Below { text, link: None }));
    }
    if !entry.is_settled() {
        line.add(item.why.get(lang));
        line.below.extend(item.how.as_ref().map(|how| Below { text: how.get(lang).to_owned(), link: None }));
    }
    for help in &entry.help {
        let link = help.evidence.first().map(|(_, source)| source.url.clone());
        line.below.push(Below { text: helped(help, lang), link });
    }
    line
}

/// How an item stands, whether it must be, and on whose word, in one line.
fn standing(entry: &Entry<'_>, checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let item = entry.item;
    let mut parts = Vec::new();
    if checklist.dossier.is_some() {
        parts.push(status(entry).get(lang).to_owned());
    }
    parts.push(
        match (item.force, item.basis) {
            (Force::Must, Basis::Law) => phrase("moet van de wet", "the law requires it"),
            (Force::Must, Basis::Ap) => phrase("moet volgens de AP", "the DPA says it must be"),
            (Force::Must, Basis::Convention) => {
                phrase("moet; niet van de AP of de wet", "must be; not by the DPA or the law")
            }
            (_, Basis::Law) => phrase("aangeraden; volgt uit de wet", "advised; follows from the law"),
            (_, Basis::Ap) => phrase("raadt de AP aan", "the DPA advises it"),
            (_, Basis::Convention) => {
                phrase("aangeraden; niet van de AP of de wet", "advised; not by the DPA or the law")
            }
        }
        .get(lang)
        .to_owned(),
    );
    if !item.need.is_empty() && entry.holds != Some(true) {
        let need: Vec<String> = item
            .need
            .iter()
            .map(|(field, condition)| situation::words::condition(*field, *condition, lang))
            .collect();
        let need = crate::text::lang::list(lang, &need);
        parts.push(match lang {
            Lang::Nl => format!("alleen bij {need}"),
            Lang::En => format!("only with {need}"),
        });
    }
    if checklist.kind.is_none() {
        let kinds = catalogue.kinds.values().enumerate().filter(|(at, _)| item.applies_to.contains(*at));
        let kinds: Vec<String> = kinds.map(|(_, kind)| kind.title.get(lang).to_lowercase()).collect();
        if kinds.len() < catalogue.kinds.len() {
            parts.push(match lang {
                Lang::Nl => format!("alleen {}", kinds.join(", ")),
                Lang::En => format!("only {}", kinds.join(", ")),
            });
        }
    }
    if entry.record.is_none_or(|record| record.role.is_none())
        && let Some(role) = &item.role
    {
        parts.push(match lang {
            Lang::Nl => format!("meestal: {}", role.get(lang)),
            Lang::En => format!("usually: {}", role.get(lang)),
        });
    }
    if checklist.dossier.is_none() {
        parts.push(format!("id: {}", item.id));
    }
    parts.join("; ")
}

/// The day and the data, in one line.
fn state_of(checklist: &Checklist<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let day = describe::date(checklist.as_of, lang);
    let data: String = catalogue.sha256.chars().take(16).collect();
    match lang {
        Lang::Nl => format!("Stand op {day}. Gegevens: {data}."),
        Lang::En => format!("As of {day}. Data: {data}."),
    }
}
