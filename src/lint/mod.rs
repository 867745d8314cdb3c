//! Layer 3: what loading cannot see. One file per check; a check returns
//! findings and prints nothing.

mod eaten_name;
mod equal_names;
pub mod exceptions;
mod idle_own_work;
mod idle_premise;
mod idle_profile;
pub mod ids;
mod placeholder;
pub(crate) mod taken;
mod theme_without_budget;
mod unreached_level;
mod unused_source;
pub mod upkeep;
mod vacuous_condition;

use std::collections::HashSet;

use crate::codes;
use crate::model::{Catalogue, Date, Product};
use crate::text::{Code, Diagnostic, FileId};

codes! {
    /// A source that no fact names.
    UNUSED_SOURCE = "KH510" Warning
        ("geen enkel feit noemt deze bron", "no fact names this source")
        ("Noem de bron bij een feit (`from`), of haal haar weg.", "Name the source in a fact (`from`), or remove it.");
    /// Two products or variants that people cannot tell apart.
    EQUAL_NAMES = "KH512" Warning
        ("twee producten of varianten hebben dezelfde naam", "two products or variants have the same name")
        ("Geef ze elk een eigen naam: in de rangorde zijn ze anders niet uit elkaar te houden.",
         "Give each a name of its own; otherwise nobody can tell them apart in the ranking.");
    /// Weights in a theme that has no budget.
    THEME_WITHOUT_BUDGET = "KH513" Warning
        ("dit thema heeft gewichten maar geen deel van het geheel", "this theme has weights but no share of the whole")
        ("Geef het thema een getal onder `themes`, of haal de gewichten weg: nu tellen ze niet mee.",
         "Give the theme a number under `themes`, or remove the weights: as it is, they do not count.");
    /// A condition that every answer meets, or none.
    VACUOUS_CONDITION = "KH514" Warning
        ("deze voorwaarde maakt geen verschil", "this condition makes no difference")
        ("Kijk of het niveau of de grenzen bij de vraag bestaan.", "Check whether the level or the bounds exist for the question.");
    /// A name that a spreadsheet takes for a date, a number or a time.
    EATEN_NAME = "KH515" Warning
        ("een spreadsheet maakt van deze naam een datum, een getal of een tijd", "a spreadsheet turns this name into a date, a number or a time")
        ("Zet er een woord bij, zoals `groep 3-4`. In CSV voor spreadsheets staat er nu een apostrof voor, en wie de naam in een spreadsheet plakt, krijgt iets anders.",
         "Add a word, as in `group 3-4`. CSV for spreadsheets has an apostrophe before it now, and whoever pastes the name into a spreadsheet gets something else.");
    /// An institution's answer where it does not see to something itself.
    IDLE_OWN_WORK = "KH516" Warning
        ("dit antwoord van de instelling verandert niets", "this answer of the institution changes nothing")
        ("Het telt alleen waar uw instelling de variant zelf beheert en het antwoord dit aan haar overlaat. Haal het weg, of noem bij `for` de variant die u zelf beheert.",
         "It counts only where your institution runs the variant and this is left to it. Remove it, or name under `for` the variant that you run yourself.");
    /// A source that is not filled in yet.
    PLACEHOLDER = "KH517" Warning
        ("deze bron is nog niet ingevuld", "this source is not filled in yet")
        ("Vul de titel in van wat u hebt gelezen en waar het te vinden is, of haal de bron weg.",
         "Fill in the title of what you read and where it can be found, or remove the source.");
    /// A level that no answer comes to.
    UNREACHED_LEVEL = "KH518" Warning
        ("op dit niveau komt geen enkel antwoord", "no answer comes to this level")
        ("Niveaus worden van boven naar beneden bekeken; het eerste dat past, geldt. Maak een niveau erboven strenger, of haal dit weg.",
         "Levels are tried from top to bottom, and the first that fits counts. Make a level above it stricter, or remove this one.");
    /// A part of a profile that changes nothing.
    IDLE_PROFILE = "KH519" Warning
        ("dit in een weging verandert niets", "this part of a profile changes nothing")
        ("Geef een criterium van het thema een gewicht, of haal weg wat niets doet.",
         "Give a criterion of the theme a weight, or remove what does nothing.");
    /// A premise on which nothing rests.
    IDLE_PREMISE = "KH520" Warning
        ("op dit uitgangspunt rust niets", "nothing rests on this premise")
        ("Noem het met `while` bij een antwoord, een eis van een criterium of van een weging, een punt of een stap, of haal het weg. Noemen anderen de id al, zet dan `withdrawn` erbij.",
         "Name it with `while` at an answer, a knock-out, a requirement of a profile, an item or a step, or remove it. If others name the id already, add `withdrawn`.");
}

/// Every kind of finding of the checks, table after table.
pub fn all_codes() -> impl Iterator<Item = &'static Code> {
    [ALL, upkeep::ALL, ids::ALL, exceptions::ALL].concat().into_iter()
}

/// What the checks find in one product.
#[must_use]
pub fn product(product: &Product, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = unused_source::check(product);
    findings.extend(equal_names::variants(product));
    findings.extend(placeholder::check(product));
    findings.extend(eaten_name::of_product(product));
    findings.extend(idle_own_work::of_product(product, catalogue, as_of));
    findings
}

/// What the checks find in criteria and profiles, and in the names of all
/// products together.
#[must_use]
pub fn whole(catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = equal_names::check(catalogue);
    findings.extend(theme_without_budget::check(catalogue));
    findings.extend(unreached_level::check(catalogue));
    findings.extend(idle_premise::check(catalogue));
    findings.extend(idle_profile::check(catalogue));
    findings.extend(vacuous_condition::check(catalogue));
    findings.extend(eaten_name::check(catalogue));
    findings.extend(idle_own_work::of_dossier(catalogue, as_of));
    findings
}

/// The findings of the checks that count beside the `errors` of loading. With
/// errors some facts were not read, and their sources only look unused: those
/// of the file itself, or all when a criterion is missing.
#[must_use]
pub fn beside(errors: &[Diagnostic], lints: Vec<Diagnostic>, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let broken: HashSet<FileId> =
        errors.iter().filter(|finding| finding.is_error()).map(|finding| finding.place.file).collect();
    let inner = |file: &FileId| catalogue.files.get(file.0 as usize).map_or("", |file| file.inner.as_str());
    let criteria_broken = broken.iter().any(|file| inner(file).starts_with("criteria/"));
    let counts = |lint: &Diagnostic| {
        let rests_on_criteria =
            [&UNUSED_SOURCE, &THEME_WITHOUT_BUDGET, &IDLE_PREMISE, &IDLE_PROFILE].contains(&lint.code);
        !rests_on_criteria || !(criteria_broken || broken.contains(&lint.place.file))
    };
    lints.into_iter().filter(counts).collect()
}
