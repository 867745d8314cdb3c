//! Hints: what would make the data better, for those who maintain it. Nothing here is
//! wrong, so only `check` looks, and shows them when it is asked to. One file per check.

pub mod age;
mod idle_demand;
mod known;
mod missing_answers;
mod no_contact;
mod repeated_quote;
mod same_everywhere;
mod same_facts;
mod undated_copy;
mod undated_demand;
mod unused_option;

use crate::codes;
use crate::model::{Catalogue, Date, Id, Product};
use crate::say;
use crate::text::{Diagnostic, Message};

codes! {
    /// Evidence that is older than the shelf life of what it supports.
    AGE = "KH511" Hint
        ("waar een antwoord op rust, is oud", "what an answer rests on is old")
        ("Lees de bron opnieuw, kijk elk citaat na, en zet bij `read` de nieuwe datum.",
         "Read the source again, check each quote, and update `read`.");
    /// Questions about which the file of a product says nothing.
    MISSING_ANSWERS = "KH530" Hint
        ("over deze variant zijn nog vragen open", "some questions about this variant are still open")
        ("Zoek ze op, of schrijf `unknown` met waar u zocht. `keuzehulp explain PRODUCT` toont elke vraag.",
         "Look them up, or write `unknown` and where you looked. `keuzehulp explain PRODUCT` shows each question.");
    /// One quotation for many answers.
    REPEATED_QUOTE = "KH531" Hint
        ("één citaat draagt meer dan vier antwoorden", "one quotation carries more than four answers")
        ("Een zin die zoveel vragen beantwoordt, is vaak een slogan of een opsomming. Zoek per vraag de zin die haar echt beantwoordt. Is die er niet, schrijf dan `unknown`.",
         "A sentence that answers so many questions is often a slogan or a list. Find, for each question, the sentence that really answers it. If there is none, write `unknown`.");
    /// A source that always counts as stale.
    UNDATED_COPY = "KH532" Hint
        ("dit is een bron zonder datum; zij geldt als oud", "this is a source without a date; it counts as old")
        ("Zoek een kopie waarvan de dag bekend is, of lees de bron zelf. Kijk elk citaat na, haal `copy` weg en zet bij `read` de dag.",
         "Find a copy of known date, or read the source itself. Check each quotation, remove `copy` and set `read` to the day.");
    /// An answer that would rule out, if its source had a date.
    UNDATED_DEMAND = "KH533" Hint
        ("een eis rust op een bron zonder datum", "a demand rests on a source without a date")
        ("Op zo'n kopie valt geen product af. Zoek een kopie waarvan de dag bekend is, of lees de bron zelf: dan weten scholen waar zij aan toe zijn.",
         "No product is ruled out on such a copy. Find a copy of known date, or read the source itself, so that schools know where they stand.");
    /// Answers that no product gives.
    UNUSED_OPTION = "KH534" Hint
        ("geen enkel product gebruikt dit antwoord", "no product uses this answer")
        ("Laat het staan als een product het ooit kan geven. Haal het anders weg, met een migratie: ids van antwoorden blijven bestaan.",
         "Keep it if a product may give it one day. Otherwise remove it, with a migration: ids of answers live for ever.");
    /// A criterion that does not tell products apart.
    SAME_EVERYWHERE = "KH535" Hint
        ("dit criterium maakt nu tussen geen twee producten verschil", "this criterion tells no two products apart at present")
        ("Kijk of er antwoorden te vinden zijn, of de niveaus te grof zijn, of de vraag overbodig is.",
         "See whether answers can be found, whether the levels are too coarse, or whether the question is superfluous.");
    /// A demand that every alternative meets, or none.
    IDLE_DEMAND = "KH536" Hint
        ("deze eis maakt nu geen verschil", "this demand makes no difference at present")
        ("Haalt niets de eis, dan blijft er niets over om uit te kiezen: kijk of zij niet te streng is. Haalt alles de eis, dan kan zij blijven staan als grens voor nieuwe producten.",
         "If nothing meets it, nothing is left to choose from: see whether it is too strict. If everything does, it can stay as a bound for new products.");
    /// Two variants of which everything is the same.
    SAME_FACTS = "KH537" Hint
        ("twee varianten hebben dezelfde feiten", "two variants have the same facts")
        ("Zijn het voor een school twee keuzes, zoek dan waarin ze verschillen. Voeg ze anders samen.",
         "If these are two choices for a school, find where they differ. Otherwise merge them.");
    /// A product whose maker cannot be asked.
    NO_CONTACT = "KH538" Hint
        ("bij dit product staat niet waar de maker te bereiken is", "this product does not say where its maker can be reached")
        ("Zoek een adres of een pagina voor vragen over privacy en zet die bij `contact`. Dan kan iemand de maker om een reactie vragen.",
         "Find an address or a page for questions about privacy and put it under `contact`, so that somebody can ask the maker for a reply.");
}

/// All hints about the data.
#[must_use]
pub fn check(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    // Of a draft everybody knows that it is not finished.
    let is_kept = |one: &&Product| one.withdrawn.is_none() && one.retired.is_none() && !one.draft;
    for product in catalogue.products.iter().filter(is_kept) {
        findings.extend(age::of_product(product, catalogue, as_of));
        findings.extend(missing_answers::check(product, catalogue));
        findings.extend(repeated_quote::check(product, catalogue));
        findings.extend(undated_copy::check(product, catalogue));
        findings.extend(undated_demand::check(product, catalogue));
        findings.extend(same_facts::check(product, catalogue));
        findings.extend(no_contact::check(product));
    }
    findings.extend(age::of_dossier(catalogue, as_of));
    findings.extend(unused_option::check(catalogue));
    findings.extend(same_everywhere::check(catalogue, as_of));
    findings.extend(idle_demand::check(catalogue, as_of));
    findings
}

/// At most this many ids in one message.
const MOST_NAMED: usize = 8;

/// Ids as in a sentence: the first few, and how many more there are.
fn named<'i>(ids: impl IntoIterator<Item = &'i Id>) -> Message {
    let ids: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
    let shown = ids.get(..MOST_NAMED).unwrap_or(&ids).join(", ");
    match ids.len().saturating_sub(MOST_NAMED) {
        0 => say!("{shown}", "{shown}"),
        more => say!("{shown} en nog {more}", "{shown} and {more} more"),
    }
}
