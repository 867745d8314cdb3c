//! What may go wrong with the choice, what it asks of the institution, and what to ask
//! about it.

use crate::model::{Action, SettledBy};
use crate::report::document::{Document, Line, Mark};
use crate::report::words::{self, checklist, risks as say, small};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::actions::ToDo;
use crate::views::memo::{About, Memo};

/// How many parts of the own work are named.
const NAMED: usize = 5;
/// How many things to do are named, which take more words.
const DONE: usize = 3;

/// What may go wrong, by rule.
pub(super) fn risks(document: &mut Document<'_>, memo: &Memo<'_, '_>, about: &About<'_, '_>) {
    let lang = document.lang;
    document.division(phrase(
        "Wat kan er misgaan? (gekozen met een vaste regel)",
        "What can go wrong? (picked by a fixed rule)",
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
    let done = |all: &[ToDo<'_>]| -> Vec<String> { all.iter().map(|one| text(one.action, lang)).collect() };
    let lists: [(Phrase, Vec<String>, usize); 3] = [
        (phrase("Regelt u zelf", "You see to it yourself"), own, NAMED),
        (phrase("Stelt u zelf in", "You set it yourself"), done(&about.settings), DONE),
        (phrase("Spreekt u af", "You agree on it"), done(&about.agreements), DONE),
    ];
    document.bullets(lists.into_iter().map(|(label, all, named)| {
        let (label, n) = (label.get(lang), all.len());
        match n {
            0 => tr!(lang, "{label}: niets dat wij weten.", "{label}: nothing that we know of."),
            _ => format!("{label} ({n}): {}.", some(&all, named, lang)),
        }
    }));
}

/// How far it is with its checklist; the back names what is open.
fn tasks(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let counts = checklist::in_short(&memo.institution.checklist, lang);
    let label = phrase("De checklist van de instelling.", "The institution's checklist.").get(lang);
    document.text(format!("{label} {counts}"));
}

/// What an institution does, as a part of a list.
fn text(action: &Action, lang: Lang) -> String {
    let text = action.text.get(lang);
    small(text.strip_suffix('.').unwrap_or(text))
}

/// What to ask, and whom.
pub(super) fn questions(document: &mut Document<'_>, about: &About<'_, '_>) {
    let lang = document.lang;
    let (open, shown) = (about.open, about.questions.len());
    document.division(match open {
        0 => tr!(
            lang,
            "Wat weten wij nog niet? Er is geen vraag meer open die meetelt",
            "What do we not know yet? No question that counts is open any more"
        ),
        1 => tr!(lang, "Wat weten wij nog niet? Eén vraag", "What do we not know yet? One question"),
        _ => tr!(
            lang,
            "Wat weten wij nog niet? De grootste {shown} van {open} vragen",
            "What do we not know yet? The largest {shown} of {open} questions"
        ),
    });
    let lines = about.questions.iter().map(|open| {
        let ask = open.part.column.criterion.ask.get(lang);
        let by = whom(open.part.cell.knowledge.settled_by).get(lang);
        let demanded =
            if open.demanded { phrase(" (voor een eis)", " (for a demand)").get(lang) } else { "" };
        Line { mark: Mark::Bullet, ..Line::named(format!("{by}{demanded}"), ask) }
    });
    document.lines(lines.collect());
}

/// Whom to ask.
fn whom(by: SettledBy) -> Phrase {
    match by {
        SettledBy::Public => phrase("Aan de aanbieder", "To the vendor"),
        SettledBy::Contract => phrase("In het contract", "In the contract"),
        SettledBy::Administrator => phrase("Aan uw beheerder", "To your administrator"),
        SettledBy::Institution => phrase("Aan uw instelling zelf", "To your institution itself"),
    }
}

/// The first of some names, and how many more there are.
fn some(names: &[String], most: usize, lang: Lang) -> String {
    let mut named: Vec<String> = names.iter().take(most).cloned().collect();
    let more = names.len() - named.len();
    if more > 0 {
        named.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    named.join("; ")
}
