//! A memo for a council as a document: one page that can be read on its own, and on its
//! back what is required and what counts how much.

use crate::model::{Consulted, NeedField, Right};
use crate::report::words::{self, capital, hearing, need, notes, premise, triage};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::memo::{Choice, Memo};

use super::{Document, Part};

mod again;
mod back;
mod choice;
mod compared;
mod work;

/// What follows where a council does not consent, by article 32 of the Wms.
const REFUSED: Phrase = phrase(
    "Zegt de raad nee, dan trekt het schoolbestuur (po en vo) het voorstel in, of legt het voor aan een landelijke commissie (Wms, artikel 32).",
    "If the council says no, the school board (primary and secondary education) withdraws the proposal or puts it to a national committee (Wms, Article 32).",
);

/// The memo as a document.
#[must_use]
pub fn document<'m>(memo: &Memo<'m, 'm>, lang: Lang) -> Document<'m> {
    let kind = memo.comparison.kind.title.get(lang).to_lowercase();
    let institution = &memo.institution.dossier.institution;
    let title = tr!(lang, "Besluitnota {kind}, {institution}", "Decision memo {kind}, {institution}");
    let mut document = Document::new(lang, title);
    for line in premise::assumed_first(memo.comparison, lang) {
        document.strong(line);
    }
    asked(&mut document, memo);
    choice::add(&mut document, memo);
    compared::add(&mut document, memo);
    if let Some(about) = &memo.about {
        work::risks(&mut document, memo, about);
    }
    work::add(&mut document, memo);
    if let Some(about) = &memo.about {
        work::questions(&mut document, about);
    }
    let mut beside = [Document::new(lang, ""), Document::new(lang, "")];
    let [left, right] = &mut beside;
    heard(left, memo);
    again::add(right, &memo.again);
    document.parts.push(Part::Beside(beside.into_iter().map(|group| group.parts).collect()));
    front(&mut document, memo);
    back::add(&mut document, memo);
    document
}

/// What the council is asked, and why: it comes first.
fn asked(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wat wordt er gevraagd?", "What is asked?"));
    if memo.to_hear.is_empty() {
        let words = if memo.heard.is_empty() {
            phrase(
                "In het dossier staat nog niet aan wie wat wordt gevraagd.",
                "The dossier does not yet say who is asked what.",
            )
        } else {
            phrase(
                "Er ligt nu geen vraag meer voor: iedereen in het dossier is gehoord.",
                "Nothing more is asked: everybody in the dossier has been consulted.",
            )
        };
        document.text(words);
    }
    let means = format!("{}{}", rights(memo, lang), until(memo, lang));
    document.bullets(memo.to_hear.iter().map(|one| consultation(one, memo, lang)));
    disputed(document, &memo.to_hear);
    let need = &memo.institution.dossier.need;
    let purpose = need.purpose.as_deref().unwrap_or(
        phrase("het doel staat nog niet in het dossier.", "the dossier does not yet state the purpose.")
            .get(lang),
    );
    let product = memo.choice.row().map_or(String::new(), |row| {
        let name = words::alternative(row.product, row.variant);
        tr!(lang, "Het gaat om: {name}. ", "It is about: {name}. ")
    });
    document.text(tr!(lang, "{product}{means}Waarvoor: {purpose}", "{product}{means}What for: {purpose}"));
    let known = NeedField::ALL.into_iter().filter(|field| need.fields.contains_key(field));
    let known: Vec<String> = known.map(|field| need::value(field, need.value(field), lang)).collect();
    if !known.is_empty() {
        let words = phrase("De situatie:", "The situation:").get(lang);
        document.text(format!("{words} {}.", known.join("; ")));
    }
    document.bullets(triage::lines(memo.comparison, lang));
    let is_chosen = matches!(memo.choice, Choice::Instead(_));
    document.texts(notes::instead(memo.comparison, lang).filter(|_| !is_chosen));
}

/// What it means to be asked in some capacity.
fn rights(memo: &Memo<'_, '_>, lang: Lang) -> String {
    let asked = |right: Right| memo.to_hear.iter().any(|one| one.right == right);
    let meanings = Right::ALL.into_iter().filter(|right| asked(*right)).filter_map(words::right_means);
    let refused = asked(Right::Consent).then_some(REFUSED);
    meanings.chain(refused).map(|words| format!("{} ", words.get(lang))).collect()
}

/// That nobody wrote down until when there can be an answer, where something is asked.
fn until(memo: &Memo<'_, '_>, lang: Lang) -> &'static str {
    let is_dated = memo.to_hear.iter().any(|one| one.on.is_some());
    if memo.to_hear.is_empty() || is_dated {
        return "";
    }
    phrase(
        "Een uiterste dag voor het antwoord is niet opgeschreven. ",
        "No last day for the answer was written down. ",
    )
    .get(lang)
}

/// A body with its right, what it is asked and what it said.
fn consultation(one: &Consulted, memo: &Memo<'_, '_>, lang: Lang) -> String {
    let (body, asked) = (&one.body, &one.asked);
    let on = one.on.map(|day| format!(", {}", words::date(day, lang))).unwrap_or_default();
    let right = words::right(one.right).get(lang);
    let late = memo.is_late(one).then(|| {
        phrase("De keuze was toen al gemaakt.", "The choice had already been made by then.").get(lang)
    });
    let said = one.outcome.as_deref().into_iter().chain(late);
    let said: String = said.map(|text| format!(" {text}")).collect();
    format!("{body} ({right}{on}): {asked}{said}")
}

/// Who can settle a disagreement on the right of a council.
fn disputed(document: &mut Document<'_>, consulted: &[&Consulted]) {
    if consulted.iter().any(|one| one.right == Right::Disputed) {
        document.text(words::DISPUTED_RIGHT);
    }
}

/// Who was heard: bodies of the institution, and makers.
fn heard(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wie zijn er gehoord?", "Who was heard?"));
    if memo.heard.is_empty() {
        document.text(phrase("Nog niemand, volgens het dossier.", "Nobody yet, according to the dossier."));
    }
    let bodies = memo.heard.iter().map(|one| consultation(one, memo, lang));
    let vendor = match memo.choice.row() {
        Some(row) => Some(format!("{}.", capital(&hearing::of(row, lang)))),
        None => hearing::compared_line(memo.comparison, lang),
    };
    document.bullets(bodies.chain(vendor));
    // Said once, where it comes first.
    if memo.to_hear.iter().all(|one| one.right != Right::Disputed) {
        disputed(document, &memo.heard);
    }
}

/// The end of the front: what the memo is, and whom it means by "you".
fn front(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let day = words::date(memo.comparison.as_of, lang);
    document.small(tr!(
        lang,
        "Gemaakt met keuzehulp: geen advies en geen keurmerk. Stand op {day}. ‘U’ is de instelling, behalve in de vraag.",
        "Made with keuzehulp: no advice and no seal of quality. As of {day}. ‘You’ is the institution, except in the question."
    ));
}
