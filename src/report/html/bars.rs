//! Bars of points and labels of levels. Shapes and words carry the meaning;
//! colour only repeats it.

use maud::{Markup, html};

use crate::assess::{LevelRange, Ratio, Status};
use crate::model::Level;
use crate::report::words;
use crate::report::words::levels::ANY_LEVEL;
use crate::report::words::number::{decimal_sign, points};

use super::Page;

/// The hatching of what is still possible, defined once for the whole page.
pub(super) fn patterns() -> Markup {
    html! {
        svg.defs aria-hidden="true" width="0" height="0" {
            defs {
                pattern id="arcering" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.hatch-ground width="6" height="6" {}
                    rect.hatch-line width="2" height="6" {}
                }
            }
        }
    }
}

/// A bar of 100 points: what sources support, then what is still possible.
pub(super) fn bar(page: &Page<'_, '_>, low: Ratio, high: Ratio) -> Markup {
    // Tenths of a point, so that the picture and the printed numbers agree.
    let (from, to) = (low.shown_in(1000), high.shown_in(1000));
    let percent = |tenths: u128| format!("{}.{}%", tenths / 10, tenths % 10);
    let sign = decimal_sign(page.lang);
    let label = words::range(&points(low, sign), &points(high, sign), page.lang);
    html! {
        svg.bar role="img" aria-label=(label) width="100%" height="18" {
            rect.track width="100%" height="18" {}
            rect.open x=(percent(from)) width=(percent(to - from)) height="18" fill="url(#arcering)" {}
            rect.shown width=(percent(from)) height="18" {}
        }
    }
}

/// The class of a cell, by the levels that remain possible; `u` when none is
/// ruled out.
pub(super) fn class(levels: LevelRange, status: Status) -> &'static str {
    let nothing_known = matches!(status, Status::Unknown | Status::NotResearched | Status::BelowGrade);
    match (levels.low, levels.high) {
        (Level::GOOD, Level::GOOD) => "g",
        (Level::PARTLY, Level::PARTLY) => "d",
        (Level::INSUFFICIENT, Level::INSUFFICIENT) => "o",
        (low, high) if low == high => "x",
        _ if nothing_known => "u",
        (Level::INSUFFICIENT, Level::GOOD) => "og",
        (Level::INSUFFICIENT, Level::PARTLY) => "od",
        (Level::PARTLY, Level::GOOD) => "dg",
        _ => "r",
    }
}

/// The words of a cell.
pub(super) fn words(page: &Page<'_, '_>, levels: LevelRange, status: Status) -> String {
    if class(levels, status) == "u" {
        return ANY_LEVEL.get(page.lang).to_owned();
    }
    words::level_range(levels, page.lang)
}

/// A level as a sign with its words.
pub(super) fn badge(page: &Page<'_, '_>, levels: LevelRange, status: Status) -> Markup {
    html! { span class={ "level " (class(levels, status)) } { (words(page, levels, status)) } }
}
