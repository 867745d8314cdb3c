//! Words for points, places and counts of an alternative.

use crate::assess::Rank;
use crate::text::Lang;
use crate::text::lang::phrase;

use super::number;
use super::template::{Counted, Template, template};

/// The points that remain possible.
pub(crate) const RANGE: Template = template(
    "minstens {low}, hoogstens {high} van 100 punten",
    "at least {low}, at most {high} of 100 points",
);

/// A place that is certain.
pub(crate) const PLACE: Template = template("plaats {best}", "place {best}");

/// The places that remain possible.
pub(crate) const PLACES: Template = template("plaats {best} tot en met {worst}", "place {best} to {worst}");

/// The share of the weight whose level is settled.
pub(crate) const KNOWN: Template = template("{known}% bekend", "{known}% known");

/// What an institution takes care of when it runs the product.
pub(crate) const SELF_ARRANGED: Counted = Counted {
    one: phrase("uw instelling regelt zelf 1 onderdeel", "your institution sees to 1 thing itself"),
    many: template("uw instelling regelt zelf {n} onderdelen", "your institution sees to {n} things itself"),
};

/// Answers whose evidence is too old.
pub(crate) const STALE_ANSWERS: Counted = Counted {
    one: phrase("1 verouderd antwoord", "1 stale answer"),
    many: template("{n} verouderde antwoorden", "{n} stale answers"),
};

const VARIANTS: Counted =
    Counted { one: phrase("1 uitvoering", "1 variant"), many: template("{n} uitvoeringen", "{n} variants") };

/// `minstens 55,0, hoogstens 81,2 van 100 punten`.
#[must_use]
pub(crate) fn range(low: &str, high: &str, lang: Lang) -> String {
    RANGE.fill(lang, &[("low", &low), ("high", &high)])
}

/// `plaats 2 tot en met 7`, or `plaats 2`.
#[must_use]
pub(crate) fn places(rank: Rank, lang: Lang) -> String {
    let places = if rank.best == rank.worst { PLACE } else { PLACES };
    places.fill(lang, &[("best", &rank.best), ("worst", &rank.worst)])
}

/// The same without words: `2–7`, or `2`.
#[must_use]
pub(crate) fn places_in_short(rank: Rank) -> String {
    number::range(rank.best, rank.worst)
}

/// `uw instelling regelt zelf 2 onderdelen`.
#[must_use]
pub(crate) fn self_arranged(n: usize, lang: Lang) -> String {
    SELF_ARRANGED.of(n, lang)
}

/// `12 uitvoeringen`.
#[must_use]
pub(crate) fn variants(n: usize, lang: Lang) -> String {
    VARIANTS.of(n, lang)
}
