//! Words for what an answer rests on, and for how strongly something is said.

use std::borrow::Cow;

use crate::model::{Basis, Extent, Force, Grade, SettledBy, Source};
use crate::sources::{Counts, Outcome};
use crate::text::Lang;
use crate::text::lang::{Phrase, count, phrase};
use crate::tr;

use super::word::{Word, word};

/// A source whose day is known, and past its shelf life.
pub(crate) const OLD_SOURCE: Phrase = phrase("oude bron", "old source");

/// A copy of a source of which nobody knows the day.
pub(crate) const UNDATED_SOURCE: Phrase = phrase("bron zonder datum", "source without a date");

/// Why answers do not rest firmly on a source: it has no date, or it is old.
#[must_use]
pub(crate) fn age(source: &Source) -> Phrase {
    if source.undated_copy { UNDATED_SOURCE } else { OLD_SOURCE }
}

/// Who can settle an open answer.
#[must_use]
pub(crate) fn settled_by(by: SettledBy) -> Phrase {
    match by {
        SettledBy::Public => phrase("openbare bronnen", "public sources"),
        SettledBy::Contract => phrase("het contract", "the contract"),
        SettledBy::Administrator => phrase("de beheerder", "the administrator"),
        SettledBy::Institution => phrase("uw instelling zelf", "your institution itself"),
    }
}

/// The grade of a source.
#[must_use]
pub(crate) fn grade(grade: Grade) -> Phrase {
    match grade {
        Grade::Reported => phrase("gemeld door anderen", "reported by others"),
        Grade::Pledged => phrase("toegezegd door de aanbieder", "pledged by the vendor"),
        Grade::Vendor => phrase("zegt de aanbieder zelf", "the vendor says so itself"),
        Grade::Contract => phrase("contract of voorwaarden", "contract or terms"),
        Grade::Verified => phrase("onafhankelijk vastgesteld", "independently verified"),
    }
}

/// Where a source is: its address, or where the institution filed it.
#[must_use]
pub(crate) fn whereabouts(source: &Source, lang: Lang) -> Cow<'_, str> {
    match source.filed() {
        Some(place) => {
            Cow::Owned(tr!(lang, "ligt bij uw instelling: {place}", "filed at your institution: {place}"))
        }
        None => Cow::Borrowed(source.whereabouts()),
    }
}

/// How much of a source was read.
#[must_use]
pub(crate) fn extent(extent: Extent) -> Phrase {
    match extent {
        Extent::Whole => phrase("geheel gelezen", "read in full"),
        Extent::Excerpt => phrase("deels gelezen", "read in part"),
        Extent::SecondHand => phrase("uit de tweede hand", "second-hand"),
    }
}

/// The authority that levels or a demand rest on.
#[must_use]
pub(crate) fn basis(basis: Basis) -> Phrase {
    match basis {
        Basis::Law => phrase("de wet", "the law"),
        Basis::Ap => phrase("de Autoriteit Persoonsgegevens", "the Dutch data protection authority"),
        Basis::Convention => phrase("een afspraak van deze keuzehulp", "a convention of this tool"),
    }
}

/// How strongly something is said.
#[must_use]
pub(crate) fn force(force: Force) -> Phrase {
    match force {
        Force::Must => phrase("moet", "must"),
        Force::Advice => phrase("aangeraden", "advised"),
        Force::Context => phrase("uitleg", "explanation"),
    }
}

/// What became of a quotation.
#[must_use]
pub(crate) fn outcome(outcome: &Outcome<'_>) -> Word {
    match outcome {
        Outcome::Found => word("found", "gevonden", "found"),
        Outcome::Moved(_) => word("moved", "verplaatst", "moved"),
        Outcome::Gone => word("gone", "verdwenen", "gone"),
        Outcome::NoCopy(_) => word("no-copy", "geen kopie", "no copy"),
    }
}

/// A number of quotations.
#[must_use]
pub(crate) fn quotes(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => count(n, "citaat", "citaten"),
        Lang::En => count(n, "quotation", "quotations"),
    }
}

/// What became of all quotations, in a sentence.
#[must_use]
pub(crate) fn outcomes(counts: Counts, lang: Lang) -> String {
    let Counts { all, found, moved, gone, no_copy } = counts;
    let all = quotes(all, lang);
    tr!(
        lang,
        "{all}. Gevonden: {found}. Verplaatst: {moved}. Verdwenen: {gone}. Zonder kopie: {no_copy}.",
        "{all}. Found: {found}. Moved: {moved}. Gone: {gone}. Without a copy: {no_copy}."
    )
}
