//! What may go wrong with the choice, what it asks of the institution, and what to ask
//! about it.

use crate::model::{Criterion, Hosting, SettledBy};
use crate::report::document::{Document, Line, Mark};
use crate::report::words::{self, checklist, risks as say, small};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::actions::ToDo;
use crate::views::memo::{About, Memo};

/// How many of a list are named.
const NAMED: usize = 5;
/// Up to how many things to do are written out.
const SENTENCES: usize = 3;
/// What may go wrong, by rule.
pub(super) fn risks(document: &mut Document<'_>, memo: &Memo<'_, '_>, about: &About<'_, '_>) {
    let lang = document.lang;
    document.division(phrase(
        "Wat kan er misgaan? Eerst de eisen, dan waardoor de punten het meest kunnen dalen",
        "What can go wrong? First the demands, then what can lower the points most",
    ));
    if !about.is_chosen {
        let name = words::alternative(about.row.product, about.row.variant);
        document.text(tr!(
            lang,
            "Er is nog niet gekozen. Wat nu volgt, gaat over {name}: die staat nu bovenaan. Dat is geen advies.",
            "Nothing has been chosen yet. What follows is about {name}, which now ranks first. That is no advice."
        ));
    }
    if about.risks.is_empty() {
        document.text(phrase("De regel vindt niets.", "The rule finds nothing."));
    }
    let lines = about.risks.iter().map(|risk| say::risk(memo.comparison, about.row, risk, lang));
    document
        .lines(lines.map(|(name, text)| Line { mark: Mark::Bullet, ..Line::named(name, text) }).collect());
}

/// What the institution does itself: its own work, its settings, what it agrees on, and its
/// checklist. The most important ones by name.
pub(super) fn add(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    // When no product is needed, nothing is to be arranged for one.
    let has_tasks = !memo.institution.triage.is_stopped() && !memo.institution.checklist.parts.is_empty();
    if memo.about.is_none() && !has_tasks {
        return;
    }
    document.division(phrase("Wat doet de instelling zelf?", "What does the institution do itself?"));
    if let Some(about) = &memo.about {
        own_part(document, about);
    }
    if has_tasks {
        tasks(document, memo);
    }
}

/// What it does because of the product: its own work, its settings, and what it agrees on.
fn own_part(document: &mut Document<'_>, about: &About<'_, '_>) {
    let lang = document.lang;
    let own: Vec<String> = about.own_work.iter().map(|criterion| small(criterion.title.get(lang))).collect();
    let (settings, agreements) = (&about.settings, &about.agreements);
    let lists: [(Phrase, usize, Vec<String>); 3] = [
        (phrase("Regelt u zelf", "You see to it yourself"), own.len(), own),
        (phrase("Stelt u zelf in", "You set it yourself"), settings.len(), done(settings, lang)),
        (phrase("Spreekt u af", "You agree on it"), agreements.len(), done(agreements, lang)),
    ];
    document.bullets(lists.into_iter().map(|(label, n, all)| {
        let (label, subjects, some) = (label.get(lang), all.len(), some(&all, lang));
        match n {
            0 => tr!(lang, "{label}: niets, voor zover bekend.", "{label}: nothing, as far as is known."),
            _ if n == subjects => format!("{label} ({n}): {some}."),
            _ => tr!(
                lang,
                "{label} ({n}, bij {subjects} onderwerpen): {some}.",
                "{label} ({n}, on {subjects} subjects): {some}."
            ),
        }
    }));
}

/// What is done: a few things as sentences, more by subject, each once.
fn done(all: &[ToDo<'_>], lang: Lang) -> Vec<String> {
    if all.len() <= SENTENCES {
        let texts = all.iter().map(|one| one.action.text.get(lang));
        return texts.map(|text| small(text.strip_suffix('.').unwrap_or(text))).collect();
    }
    let mut subjects: Vec<&Criterion> = Vec::new();
    for one in all {
        if subjects.iter().all(|known| known.id != one.criterion.id) {
            subjects.push(one.criterion);
        }
    }
    subjects.into_iter().map(|criterion| small(criterion.title.get(lang))).collect()
}

/// How far it is with what the school must do, with the first of it by name; the back has
/// all.
fn tasks(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let checklist = &memo.institution.checklist;
    let owed: Vec<String> = memo.owed.iter().map(|entry| small(entry.item.title.get(lang))).collect();
    if owed.is_empty() {
        let label = phrase("Taken van de school.", "Tasks of the school.").get(lang);
        document.text(format!("{label} {}", checklist::in_short(checklist, lang)));
        return;
    }
    let (n, some, done) = (owed.len(), some(&owed, lang), checklist::done_in_short(checklist, lang));
    document.bullets([tr!(
        lang,
        "Verplicht, en nog te doen ({n}): {some}. {done}",
        "Required, and still to do ({n}): {some}. {done}"
    )]);
}

/// What to ask, and whom.
pub(super) fn questions(document: &mut Document<'_>, about: &About<'_, '_>) {
    let lang = document.lang;
    let (open, shown) = (about.open, about.questions.len());
    let heading = match open {
        0 => tr!(
            lang,
            "Wat is nog niet bekend? Er is geen vraag meer open die meetelt",
            "What is not known yet? No question that counts is open any more"
        ),
        1 => tr!(lang, "Wat is nog niet bekend? Eén vraag", "What is not known yet? One question"),
        _ => tr!(
            lang,
            "Wat is nog niet bekend? De eerste {shown} van {open} vragen",
            "What is not known yet? The first {shown} of {open} questions"
        ),
    };
    // The questions are worded for a vendor.
    let is_own = open > 0 && about.row.variant.hosting == Hosting::SelfHosted;
    let maker = phrase(" (‘de aanbieder’ is hier de maker)", " (‘the vendor’ is the maker here)");
    document.division(if is_own { heading + maker.get(lang) } else { heading });
    let lines = about.questions.iter().map(|open| {
        let ask = open.part.column.criterion.ask.get(lang);
        let by = whom(open.part.cell.knowledge.settled_by, about.row.variant.hosting).get(lang);
        let demanded =
            if open.demanded { phrase(" (voor een eis)", " (for a demand)").get(lang) } else { "" };
        Line { mark: Mark::Bullet, ..Line::named(format!("{by}{demanded}"), ask) }
    });
    document.lines(lines.collect());
}

/// Whom to ask: what the institution runs itself has a maker, and no vendor.
fn whom(by: SettledBy, hosting: Hosting) -> Phrase {
    match by {
        SettledBy::Public => match hosting {
            Hosting::Cloud => phrase("Aan de aanbieder", "To the vendor"),
            Hosting::Hosted => phrase("Aan het hostingbedrijf", "To the hosting company"),
            Hosting::SelfHosted => phrase("Aan de maker", "To the maker"),
        },
        SettledBy::Contract => phrase("In het contract", "In the contract"),
        SettledBy::Administrator => phrase("Aan uw beheerder", "To your administrator"),
        SettledBy::Institution => phrase("Aan uw instelling zelf", "To your institution itself"),
    }
}

/// The first of some names, and how many more there are.
fn some(names: &[String], lang: Lang) -> String {
    let mut named: Vec<String> = names.iter().take(NAMED).cloned().collect();
    let more = names.len() - named.len();
    if more > 0 {
        named.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    named.join("; ")
}
