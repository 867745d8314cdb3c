//! The back of a memo: what is required and what counts how much, by whose choice it is,
//! and what the comparison was made from.

use crate::report::document::Document;
use crate::report::document::marks::short;
use crate::report::words::{self, capital, notes, own, premise, small};
use crate::text::lang::{Phrase, phrase};
use crate::views::memo::Memo;

/// Words that not every reader of a memo knows.
const WORDS: Phrase = phrase(
    "Woorden. Grondslag: de reden in de wet waarom de school persoonsgegevens mag gebruiken. FG: functionaris gegevensbescherming, die binnen de school toeziet op privacy. DPIA: een onderzoek vooraf naar de privacyrisico's. Verwerkersovereenkomst: het contract over wat een ander bedrijf met de gegevens mag doen. AP: Autoriteit Persoonsgegevens, de toezichthouder. EER: de landen van de EU, met Noorwegen, IJsland en Liechtenstein. Wms: Wet medezeggenschap op scholen. Variant: een product zoals een school het kan kiezen. Dossier: wat de school zelf opschreef.",
    "Words. Legal basis: the reason in law why the school may use personal data. DPO: the data protection officer, who oversees privacy within the school. DPIA: an examination of the privacy risks beforehand. Processing agreement: the contract on what another company may do with the data. Dutch DPA (AP): the Dutch data protection authority. EEA: the countries of the EU, with Norway, Iceland and Liechtenstein. Wms: the Dutch law on participation in schools. Variant: a product as a school can choose it. Dossier: what the school wrote down itself.",
);

/// The back.
pub(super) fn add(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let comparison = memo.comparison;
    document.sheet(phrase(
        "Achterkant: eisen, en hoe zwaar elk onderwerp telt",
        "Back: demands, and how much each subject counts",
    ));
    document.heading(3, phrase("Van uw instelling zelf", "Your institution's own"));
    let mut lines = own::lines(comparison, &memo.own, lang);
    lines.extend(words::limits::limit_lines(comparison, lang));
    if lines.is_empty() {
        document.text(phrase(
            "Uw instelling heeft geen eigen gewichten en geen eigen eisen.",
            "Your institution has no weights and no demands of its own.",
        ));
    }
    document.bullets(lines);
    let situation = own::situation(comparison, &memo.own, lang);
    if !situation.is_empty() {
        document
            .heading(3, phrase("Extra eisen door uw situatie", "Extra demands because of your situation"));
        document.bullets(situation);
    }
    let owed: Vec<String> = memo.owed.iter().map(|entry| small(entry.item.title.get(lang))).collect();
    if !owed.is_empty() && !memo.institution.triage.is_stopped() {
        document.heading(3, phrase("Verplicht, en nog te doen", "Required, and still to do"));
        document.text(format!("{}.", capital(&owed.join("; "))));
    }
    document.heading(
        3,
        phrase(
            "Van keuzehulp, het hulpmiddel waarmee deze nota is gemaakt",
            "From keuzehulp, the tool that made this memo",
        ),
    );
    document.texts(own::by_tool(&memo.own, lang));
    document.text(notes::profile_line_on_paper(comparison, lang));
    document.texts(premise::contested(comparison, lang));
    document.texts(words::limits::not_compared_lines(comparison, lang));
    document.small(WORDS);
    document.small(notes::record_on_paper(comparison, &short(comparison), lang));
    document.disclaimer();
}
