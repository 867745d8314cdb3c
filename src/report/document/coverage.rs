//! How much is known, and what follows from the sentences of the AP.

use crate::report::table;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::coverage::OfKind;
use crate::views::sentences::OfDocument;

use super::{Document, Part};

/// What is counted.
const ABOUT: Phrase = phrase(
    "Per variant en per criterium: hoeveel er is beantwoord. Beantwoord is één antwoord, deels beantwoord is dat er nog meer antwoorden mogelijk zijn, onbekend is gezocht en niet gevonden, open is nog niet onderzocht. Wat u zelf regelt, hangt af van wat uw instelling ermee doet. Onbekend en open tellen niet als nee. Concepten, en producten die niet meer bestaan, staan er niet bij.",
    "Per variant and per criterion: how much was answered. Answered is one answer, partly answered means that more answers are possible, unknown was looked for and not found, open has not been researched yet. What you see to depends on what your institution does. Unknown and open do not count as no. Drafts, and products that no longer exist, are left out.",
);

/// How much is known of some kinds.
#[must_use]
pub(crate) fn document<'d>(kinds: &[OfKind<'d>], lang: Lang) -> Document<'d> {
    let mut document = Document::new(lang, phrase("Wat er bekend is", "What is known").get(lang));
    document.text(ABOUT);
    for kind in kinds {
        document.heading(2, &kind.kind.title);
        if !kind.alternatives.is_empty() {
            document.heading(3, phrase("Per variant", "Per variant"));
            document.parts.push(Part::Table(table::coverage::of_alternatives(kind, lang)));
        }
        document.heading(3, phrase("Per criterium", "Per criterion"));
        document.parts.push(Part::Table(table::coverage::of_criteria(kind, lang)));
    }
    document
}

/// The sentences of the AP and what follows from each.
#[must_use]
pub(crate) fn sentences<'d>(documents: &'d [OfDocument<'d>], lang: Lang) -> Document<'d> {
    let mut document =
        Document::new(lang, phrase("Van zin tot antwoord", "From sentence to answer").get(lang));
    let homes = || documents.iter().flat_map(|document| &document.homes);
    let count = homes().count();
    document.text(tr!(
        lang,
        "De documenten van de AP hebben {count} zinnen. Hier staan ze in onze woorden, elk met haar plek: een criterium, een punt van de checklist van de instelling, een stap van de afweging vooraf, of iets dat zonder product kan. Wat erbij hoort, zegt keuzehulp explain sentence, met de id van de zin erachter.",
        "The documents of the Dutch DPA have {count} sentences. Here they are in our own words, each with its place: a criterion, an item of the institution's checklist, a step of the triage, or something that can be done without a product. What follows from one is told by keuzehulp explain sentence, followed by the id of the sentence."
    ));
    let lost: Vec<&str> = homes().filter(|home| home.is_empty()).map(|home| home.id).collect();
    if !lost.is_empty() {
        let lost = lost.join(", ");
        document.warnings(vec![tr!(lang, "Zonder plek: {lost}.", "Without a place: {lost}.")]);
    }
    for one in documents {
        document.heading(2, format!("{} ({})", one.document.title.get(lang), one.id));
        document.text(format!("{}.", one.document.published.get(lang)));
        document.parts.push(Part::Table(table::sentences::of_document(one, lang)));
    }
    document
}
