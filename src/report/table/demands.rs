//! The demands of an alternative in a cell that has little room.

use crate::assess::RuleStatus;
use crate::compare::{Comparison, Row};
use crate::report::words::{self, rules};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

/// How many criteria are named when demands on them are not settled.
const NAMED: usize = 3;

/// The demands that are not certainly met, the strongest first; in words where there are
/// none. What is not met is always named.
#[must_use]
pub(super) fn in_short(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> String {
    let of = |status: RuleStatus| {
        let titles = comparison.demanded(row, &[status]);
        // What it takes to meet a demand is in the other tables.
        if matches!(status, RuleStatus::Condition | RuleStatus::Depends) {
            let count = words::capital(&rules::counted(status, titles.len(), lang));
            return (!titles.is_empty()).then(|| format!("{count}."));
        }
        let most = if status == RuleStatus::Fires { titles.len() } else { NAMED };
        let named = titles.iter().take(most);
        let names: Vec<String> = named.map(|criterion| words::small(criterion.title.get(lang))).collect();
        let more = match titles.len().saturating_sub(most) {
            0 => String::new(),
            rest => tr!(lang, "; en nog {rest}", "; and {rest} more"),
        };
        let label = rules::rule_status(status).get(lang);
        (!names.is_empty()).then(|| format!("{label}: {}{more}.", names.join("; ")))
    };
    let found: Vec<String> = rules::RULE_ORDER.into_iter().filter_map(of).collect();
    match found.is_empty() {
        false => found.join(" "),
        true if comparison.demands.is_empty() => rules::NO_DEMANDS.get(lang).to_owned(),
        true => phrase("Geen eis in de weg.", "No demand in the way.").get(lang).to_owned(),
    }
}
