//! Bars of points and labels of levels. Shapes and words carry the meaning;
//! colour only repeats it.

use maud::{Markup, html};

use crate::assess::{LevelRange, Status};
use crate::compare::Evaluation;
use crate::model::Level;
use crate::report::words;
use crate::report::words::levels::{ANY_LEVEL, OWN_WORK};

use super::Page;

/// The textures of own work and of what is still possible, defined once for the whole
/// page.
pub(super) fn patterns() -> Markup {
    html! {
        svg.defs aria-hidden="true" width="0" height="0" {
            defs {
                pattern id="arcering" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.hatch-ground width="6" height="6" {}
                    rect.hatch-line width="2" height="6" {}
                }
                pattern id="ruitjes" width="6" height="6" patternUnits="userSpaceOnUse" {
                    rect.own-ground width="6" height="6" {}
                    circle.own-dot cx="3" cy="3" r="1.6" {}
                }
            }
        }
    }
}

/// A bar of 100 points: what sources support, what the institution's own work can add,
/// then what is still possible.
pub(super) fn bar(page: &Page<'_, '_>, evaluation: &Evaluation) -> Markup {
    // Whole points, so that the picture and the numbers beside it agree.
    let [low, own, open, _] = evaluation.score.whole_points();
    let percent = |points: u128| format!("{points}%");
    let label = page.bar_label(evaluation);
    html! {
        svg.bar role="img" aria-label=(label) width="100%" height="18" {
            rect.track width="100%" height="18" {}
            rect.open x=(percent(low + own)) width=(percent(open)) height="18" fill="url(#arcering)" {}
            rect.own x=(percent(low)) width=(percent(own)) height="18" fill="url(#ruitjes)" {}
            rect.shown width=(percent(low)) height="18" {}
        }
    }
}

/// The class of a cell, by the levels that remain possible; `u` when none is ruled out,
/// `w` for own work.
pub(super) fn class(levels: LevelRange, status: Status) -> &'static str {
    let nothing_known = matches!(status, Status::Unknown | Status::NotResearched | Status::BelowGrade);
    match (levels.low, levels.high) {
        (Level::GOOD, Level::GOOD) => "g",
        (Level::PARTLY, Level::PARTLY) => "d",
        (Level::INSUFFICIENT, Level::INSUFFICIENT) => "o",
        (low, high) if low == high => "x",
        _ if status == Status::OwnWork => "w",
        _ if nothing_known => "u",
        (Level::INSUFFICIENT, Level::GOOD) => "og",
        (Level::INSUFFICIENT, Level::PARTLY) => "od",
        (Level::PARTLY, Level::GOOD) => "dg",
        _ => "r",
    }
}

/// The words of a cell.
pub(super) fn words(page: &Page<'_, '_>, levels: LevelRange, status: Status) -> String {
    match class(levels, status) {
        "u" => ANY_LEVEL.get(page.lang).to_owned(),
        "w" => OWN_WORK.get(page.lang).to_owned(),
        _ => words::level_range(levels, page.lang),
    }
}

/// A level as a sign with its words.
pub(super) fn badge(page: &Page<'_, '_>, levels: LevelRange, status: Status) -> Markup {
    html! { span class={ "level " (class(levels, status)) } { (words(page, levels, status)) } }
}
