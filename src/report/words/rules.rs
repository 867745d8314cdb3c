//! What the hard demands make of an alternative, and what alternatives are
//! ordered by.

use crate::assess::{Eligibility, RankBy, RuleStatus};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::template::template;
use super::word::{Word, word};

/// What the hard demands say of an alternative.
#[must_use]
pub(crate) fn eligibility(eligibility: Eligibility) -> Word {
    match eligibility {
        Eligibility::Eligible => word("eligible", "Geen eis in de weg", "No demand in the way"),
        Eligibility::Undecided => word("undecided", "Eis nog open", "Demand still open"),
        Eligibility::KnockedOut => word("knocked-out", "Haalt een eis niet", "Does not meet a demand"),
    }
}

/// In place of "eligible" where nothing was demanded: that would say too much.
pub(crate) const NO_DEMANDS: Phrase = phrase("Er zijn geen eisen gesteld", "No demands were made");

/// A block of the ranking.
#[must_use]
pub(crate) fn block(block: Eligibility, has_demands: bool) -> Word {
    match block {
        Eligibility::Eligible if !has_demands => {
            Word { label: NO_DEMANDS, ..eligibility(Eligibility::Eligible) }
        }
        Eligibility::Eligible => eligibility(Eligibility::Eligible),
        Eligibility::Undecided => eligibility(Eligibility::Undecided),
        Eligibility::KnockedOut => eligibility(Eligibility::KnockedOut),
    }
}

/// The state of a demand that is not certainly met.
#[must_use]
pub(crate) fn rule_status(status: RuleStatus) -> Word {
    match status {
        RuleStatus::Fires => word("fires", "Niet gehaald", "Not met"),
        RuleStatus::Indication => word("indication", "Misschien niet gehaald", "Possibly not met"),
        RuleStatus::Open => word("open", "Nog open", "Still open"),
        RuleStatus::Condition => word(
            "condition",
            "Als u dit afspreekt of zelf regelt",
            "Provided you agree on it or arrange it yourself",
        ),
        RuleStatus::Depends => word("depends", "Hangt af van uw situatie", "Depends on your situation"),
    }
}

/// How many demands have a state: `3 eisen open`.
#[must_use]
pub(crate) fn counted(status: RuleStatus, count: usize, lang: Lang) -> String {
    let [one, many] = match status {
        RuleStatus::Fires => [
            template("{n} eis niet gehaald", "{n} demand not met"),
            template("{n} eisen niet gehaald", "{n} demands not met"),
        ],
        RuleStatus::Indication => [
            template("{n} eis misschien niet gehaald", "{n} demand possibly not met"),
            template("{n} eisen misschien niet gehaald", "{n} demands possibly not met"),
        ],
        RuleStatus::Open => {
            [template("{n} eis open", "{n} demand open"), template("{n} eisen open", "{n} demands open")]
        }
        RuleStatus::Condition => [
            template(
                "{n} eis hangt af van wat u afspreekt of regelt",
                "{n} demand depends on what you agree on or arrange",
            ),
            template(
                "{n} eisen hangen af van wat u afspreekt of regelt",
                "{n} demands depend on what you agree on or arrange",
            ),
        ],
        RuleStatus::Depends => [
            template("{n} eis hangt af van uw situatie", "{n} demand depends on your situation"),
            template("{n} eisen hangen af van uw situatie", "{n} demands depend on your situation"),
        ],
    };
    if count == 1 { one } else { many }.fill(lang, &[("n", &count)])
}

/// The order in which demands are shown, the strongest first.
pub(crate) const RULE_ORDER: [RuleStatus; 5] =
    [RuleStatus::Fires, RuleStatus::Indication, RuleStatus::Open, RuleStatus::Condition, RuleStatus::Depends];

/// What alternatives are ordered by.
#[must_use]
pub(crate) fn rank_by(by: RankBy) -> Word {
    match by {
        RankBy::Low => word("low", "punten met bron", "points with a source"),
        RankBy::High => {
            word("high", "het hoogste aantal punten dat mogelijk is", "the most points that are possible")
        }
        RankBy::Middle => word("middle", "het midden van de punten", "the middle of the points"),
    }
}
