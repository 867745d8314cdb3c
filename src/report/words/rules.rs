//! What the hard demands make of an alternative, and what alternatives are
//! ordered by.

use crate::assess::{Eligibility, RankBy, RuleStatus};
use crate::text::lang::{Phrase, phrase};

use super::word::{Word, word};

/// What the hard demands say of an alternative.
#[must_use]
pub(crate) fn eligibility(eligibility: Eligibility) -> Word {
    match eligibility {
        Eligibility::Eligible => word("eligible", "Komt in aanmerking", "Eligible"),
        Eligibility::Undecided => word("undecided", "Nog niet te zeggen", "Undecided"),
        Eligibility::KnockedOut => word("knocked-out", "Valt af op harde eis", "Knocked out"),
    }
}

/// In place of "eligible" where nothing was demanded: that would say too much.
pub(crate) const NO_DEMANDS: Phrase =
    phrase("Deze weging kent geen harde eisen", "This profile has no hard demands");

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
        RuleStatus::Fires => word("fires", "Valt af op", "Knocked out by"),
        RuleStatus::Indication => word("indication", "Lijkt af te vallen op", "Seems to fail"),
        RuleStatus::Open => word("open", "Nog open", "Still open"),
        RuleStatus::Condition => word("condition", "Mits u dit regelt", "Provided you arrange"),
        RuleStatus::Depends => word("depends", "Hangt af van uw situatie", "Depends on your situation"),
    }
}

/// The order in which demands are shown, the strongest first.
pub(crate) const RULE_ORDER: [RuleStatus; 5] =
    [RuleStatus::Fires, RuleStatus::Indication, RuleStatus::Open, RuleStatus::Condition, RuleStatus::Depends];

/// What alternatives are ordered by.
#[must_use]
pub(crate) fn rank_by(by: RankBy) -> Word {
    match by {
        RankBy::Low => word("low", "wat minstens is onderbouwd", "what is supported at least"),
        RankBy::High => word("high", "wat hoogstens mogelijk is", "what is possible at most"),
        RankBy::Middle => word("middle", "het midden van de punten", "the middle of the points"),
    }
}
