//! Tiles of themes, and what a card says.

use crate::compare::SourceCount;
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::tiles::Tile;

use super::template::{Template, template};
use super::word::{Word, word};

/// What can be said of a theme.
#[must_use]
pub(crate) fn tile(tile: Tile) -> Word {
    match tile {
        Tile::Favourable => word("favourable", "gunstig", "good"),
        Tile::Mixed => word("mixed", "gemengd", "mixed"),
        Tile::Unfavourable => word("unfavourable", "ongunstig", "poor"),
        Tile::OwnWork => word("own-work", "regelt u zelf", "you see to it yourself"),
        Tile::Unknown => word("unknown", "onbekend", "unknown"),
    }
}

/// The parts of a bar, in the order in which they stand.
pub(crate) const PARTS: [Phrase; 4] = [
    phrase("met bron", "with a source"),
    phrase("regelt u zelf", "your own work"),
    phrase("onbekend", "unknown"),
    phrase("niet gunstig", "not favourable"),
];

/// The sign of each of these where a bar is made of text.
pub(crate) const SIGNS: [&str; 4] = ["█", "▒", "░", "·"];

/// `met bron 29 · regelt u zelf 0 · onbekend 48 · niet gunstig 23`.
#[must_use]
pub(crate) fn figures(whole: [u128; 4], lang: Lang) -> String {
    let parts: Vec<String> =
        PARTS.iter().zip(whole).map(|(part, points)| format!("{} {points}", part.get(lang))).collect();
    parts.join(" · ")
}

/// Points, or a range of them, with their unit.
pub(crate) const POINTS: Template = template("{range} punten", "{range} points");

/// A range of points.
pub(crate) const RANGE: Template = template("{low} tot {high}", "{low} to {high}");

/// `29 tot 77 punten`, or `29 punten`.
#[must_use]
pub(crate) fn whole_range(whole: [u128; 4], lang: Lang) -> String {
    POINTS.fill(lang, &[("range", &range(whole, lang))])
}

/// The same without a unit.
#[must_use]
pub(crate) fn range([low, own, open, _]: [u128; 4], lang: Lang) -> String {
    let high = low + own + open;
    if low == high { low.to_string() } else { RANGE.fill(lang, &[("low", &low), ("high", &high)]) }
}

/// `18 van 26 zonder datum`.
#[must_use]
pub(crate) fn undated(sources: SourceCount, lang: Lang) -> String {
    let SourceCount { all, undated } = sources;
    match (all, undated) {
        (0, _) => phrase("geen bronnen", "no sources").get(lang).to_owned(),
        (1, 0) => phrase("1 bron, met datum", "1 source, with a date").get(lang).to_owned(),
        (1, _) => phrase("1 bron, zonder datum", "1 source, without a date").get(lang).to_owned(),
        (_, 0) => tr!(lang, "{all} bronnen, alle met datum", "{all} sources, all with a date"),
        _ => {
            tr!(lang, "{undated} van {all} bronnen zonder datum", "{undated} of {all} sources without a date")
        }
    }
}

/// `18/26 zonder datum`.
#[must_use]
pub(crate) fn undated_in_short(sources: SourceCount, lang: Lang) -> String {
    let SourceCount { all, undated } = sources;
    tr!(lang, "{undated}/{all} zonder datum", "{undated}/{all} without a date")
}

/// The first part of the sentence of a card.
pub(crate) const STRONG: Phrase = phrase("Sterk in:", "Strong on:");
/// What to mind, in that sentence.
pub(crate) const MIND: Phrase = phrase("Let op, zwak in:", "Weak in:");
/// What is open, in that sentence.
pub(crate) const NOT_KNOWN: Phrase = phrase("Nog niet bekend:", "Not known yet:");

/// The label of what a card says of demands.
pub(crate) const DEMANDS: Phrase = phrase("Eisen", "Demands");
/// What it says where all are met.
pub(crate) const NO_DEMAND: Phrase = phrase("geen eis in de weg", "no demand in the way");
/// The label of what a card says of sources.
pub(crate) const SOURCES: Phrase = phrase("Bronnen", "Sources");
/// The label of whether the maker was heard.
pub(crate) const HEARD: Phrase = phrase("Gehoord", "Heard");
