//! Words for points, places and counts of an alternative.

use crate::assess::{Rank, Ratio};
use crate::compare::Evaluation;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::number;
use super::template::{Counted, Template, template};

/// The points that remain possible.
pub(crate) const RANGE: Template =
    template("van {low} tot {high} van de 100 punten", "from {low} to {high} of 100 points");

/// A place that is certain.
pub(crate) const PLACE: Template = template("plaats {best}", "place {best}");

/// The places that remain possible.
pub(crate) const PLACES: Template = template("plaats {best} tot en met {worst}", "place {best} to {worst}");

/// The share of the weight whose level is settled.
pub(crate) const KNOWN: Template = template("{known}% beantwoord", "{known}% answered");

/// One thing that the institution sees to itself, and what it can add.
pub(crate) const OWN_WORK_ONE: Template =
    template("regelt u zelf: {n} onderdeel, {points} punten", "your own work: {n} item, {points} points");

/// The same for several.
pub(crate) const OWN_WORK: Template =
    template("regelt u zelf: {n} onderdelen, {points} punten", "your own work: {n} items, {points} points");

/// Little is known about an alternative.
pub(crate) const LITTLE_KNOWN: Phrase = phrase("nog weinig bekend", "little known so far");

/// Answers that rest on the word of the institution.
pub(crate) const OWN_WORD: Counted = Counted {
    one: phrase("1 antwoord van uw instelling zelf", "1 answer from your institution itself"),
    many: template("{n} antwoorden van uw instelling zelf", "{n} answers from your institution itself"),
};

/// Answers whose evidence is too old.
pub(crate) const STALE_ANSWERS: Counted = Counted {
    one: phrase(
        "1 antwoord met een oude bron of een bron zonder datum",
        "1 answer with an old source or a source without a date",
    ),
    many: template(
        "{n} antwoorden met een oude bron of een bron zonder datum",
        "{n} answers with an old source or a source without a date",
    ),
};

/// Answers whose source is too old.
pub(crate) const OLD_ANSWERS: Counted = Counted {
    one: phrase("1 antwoord met een oude bron", "1 answer with an old source"),
    many: template("{n} antwoorden met een oude bron", "{n} answers with an old source"),
};

/// Answers whose source was read in a copy of which nobody knows the day.
pub(crate) const UNDATED_ANSWERS: Counted = Counted {
    one: phrase("1 antwoord met een bron zonder datum", "1 answer with a source without a date"),
    many: template("{n} antwoorden met een bron zonder datum", "{n} answers with a source without a date"),
};

const VARIANTS: Counted =
    Counted { one: phrase("1 variant", "1 variant"), many: template("{n} varianten", "{n} variants") };

/// `van 55,0 tot 81,2 van de 100 punten`.
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

/// `regelt u zelf: 14 onderdelen, 32,4 punten`; `None` when there is nothing that the
/// institution sees to itself.
#[must_use]
pub(crate) fn own_work(evaluation: &Evaluation, lang: Lang) -> Option<String> {
    let [_, own, _] = evaluation.score.printed(1000);
    let points = number::points(Ratio::new(own, 1000), number::decimal_sign(lang));
    let words = if evaluation.own_work == 1 { OWN_WORK_ONE } else { OWN_WORK };
    (evaluation.own_work > 0).then(|| words.fill(lang, &[("n", &evaluation.own_work), ("points", &points)]))
}

/// `zelf: 14 onderdelen`; `None` when there is nothing that the institution sees to itself.
#[must_use]
pub(crate) fn own_work_in_short(evaluation: &Evaluation, lang: Lang) -> Option<String> {
    match evaluation.own_work {
        0 => None,
        1 => Some(phrase("regelt u zelf: 1 onderdeel", "your own work: 1 item").get(lang).to_owned()),
        n => Some(tr!(lang, "regelt u zelf: {n} onderdelen", "your own work: {n} items")),
    }
}

/// The share of the weight that is known, as it is printed beside the other shares.
#[must_use]
pub(crate) fn known(evaluation: &Evaluation) -> u128 {
    let [known, _, _] = evaluation.shares.printed(100);
    known
}

/// `12 varianten`.
#[must_use]
pub(crate) fn variants(n: usize, lang: Lang) -> String {
    VARIANTS.of(n, lang)
}
