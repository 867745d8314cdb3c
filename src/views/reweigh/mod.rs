//! Layer 3: what a page needs to rank again with other weights, as plain data.
//!
//! Weights change scores, shares and ranks, which a script can compute again. It
//! cannot apply a profile's rules for evidence and hard demands to the facts, so
//! that is done here for every profile:
//!
//! - Levels depend on a profile's rules for evidence only, never on weights.
//! - So does the outcome of each demand. Weights only decide which demands are
//!   in force, and only for a profile with `knock-outs: weighed`. For such a
//!   profile we give the outcomes of *all* knock-outs, marked as
//!   [`WeighedProfile::only_weighed`]: a knock-out counts while its criterion weighs
//!   something. Requirements always count. Where a knock-out decides what a
//!   requirement on the same criterion comes to, because the two hold together, we
//!   give both outcomes ([`ReweighedRule::weighed`]).
//!
//! Profiles with the same outcomes share one [`View`].

mod gathered;
mod summary;

use crate::assess::{Demand, Eligibility, RankBy, RuleStatus, Status};
use crate::compare::{Comparison, Group, Overrides, Refusal, Request, Row, compare};
use crate::model::{Catalogue, Id, KnockOutScope, Localized, Profile, SettledBy};
use gathered::Gathered;
pub(crate) use summary::Summary;

/// What a page needs to rank again.
#[derive(Debug)]
pub struct Reweighing<'c> {
    /// All alternatives that were compared, in order of id.
    pub alternatives: Vec<Alternative>,
    /// The groups that occur under any profile, in order; empty when the ranking is
    /// not grouped.
    pub groups: Vec<Group<'c>>,
    /// The themes of the kind's criteria, by number in the catalogue, in order.
    pub themes: Vec<usize>,
    /// Every hard demand of any of the profiles, each once.
    pub demands: Vec<ReweighedDemand>,
    /// The profiles that weigh this kind, including the requested one.
    pub profiles: Vec<WeighedProfile>,
    /// Which of them was requested.
    pub chosen: usize,
    /// The outcomes of the profiles.
    pub views: Vec<View>,
    /// What the alternatives are ordered by.
    pub rank_by: RankBy,
    /// The comparison in a few numbers.
    pub summary: Summary,
    /// Per criterion, in order, for how many alternatives its level is open.
    pub open: Vec<usize>,
    /// Per criterion, who can settle it where it is open.
    pub settled_by: Vec<Vec<SettledBy>>,
}

/// An alternative to weigh.
#[derive(Debug)]
pub struct Alternative {
    /// `product/variant`.
    pub id: String,
    /// Its position in the order of names.
    pub by_name: usize,
}

/// A hard demand of any of the profiles.
#[derive(Debug)]
pub struct ReweighedDemand {
    /// Its criterion, by its place in the comparison's columns.
    pub column: usize,
    /// The demand.
    pub demand: Demand,
}

/// A profile to weigh by.
#[derive(Debug)]
pub struct WeighedProfile {
    /// Its id.
    pub id: Id,
    /// A few words.
    pub title: Localized,
    /// Who weighs like this, and why.
    pub because: Localized,
    /// Whether the request adds something to it.
    pub adjusted: bool,
    /// The budgets of [`Reweighing::themes`]; `None` when weights count as they are.
    pub budgets: Option<Vec<u32>>,
    /// The weights of the criteria, in order, as in the file.
    pub weights: Vec<u32>,
    /// Whether a knock-out counts only while its criterion has weight.
    pub only_weighed: bool,
    /// Its view, by number.
    pub view: usize,
}

/// The outcome of one or more profiles.
#[derive(Debug, PartialEq, Eq)]
pub struct View {
    /// The demands, by number in [`Reweighing::demands`], in display order.
    pub demands: Vec<usize>,
    /// Per alternative.
    pub outlooks: Vec<Outlook>,
}

/// The outcome for one alternative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Its group, by number in [`Reweighing::groups`]; 0 when the ranking is not grouped.
    pub group: usize,
    /// Per criterion.
    pub cells: Vec<State>,
    /// Demands that are not certainly met.
    pub rules: Vec<ReweighedRule>,
}

/// The outcome of a demand that is not certainly met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReweighedRule {
    /// The demand, by number in [`Reweighing::demands`].
    pub demand: usize,
    /// Its status.
    pub status: RuleStatus,
    /// The eligibility that is left.
    pub effect: Eligibility,
    /// This is the outcome only while the criterion weighs something (true) or only while
    /// it weighs nothing (false).
    pub weighed: Option<bool>,
}

/// What is known about one criterion of one alternative, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The lowest level, in hundredths.
    pub low: u8,
    /// The highest level, in hundredths.
    pub high: u8,
    /// How much is known.
    pub status: Status,
    /// Whether what it rests on is too old.
    pub stale: bool,
    /// Whether that is because a source has no date.
    pub undated: bool,
    /// Whether what it rests on counts.
    pub counts: bool,
}

/// How many criteria of a comparison have a weight.
#[must_use]
pub(crate) fn questions(comparison: &Comparison<'_>) -> usize {
    comparison.criteria.iter().filter(|column| column.share > crate::assess::Ratio::ZERO).count()
}

/// Computes what a page needs besides `comparison`, which was made from the same
/// catalogue.
///
/// # Errors
/// When the comparison's own profile gives no score, which cannot happen: the
/// comparison could not have been made.
pub(crate) fn of<'c>(
    catalogue: &'c Catalogue,
    comparison: &Comparison<'c>,
) -> Result<Reweighing<'c>, Refusal> {
    let (profiles, chosen) = profiles(catalogue, comparison);
    let themes = themes(comparison);
    let mut gathered = Gathered::default();
    let mut weighings: Vec<WeighedProfile> = Vec::new();
    let mut at = 0;
    let mut alternatives = Vec::new();
    let mut seen = Vec::new();
    // Without a dossier there is no triage that leaves anything out.
    let not_allowed = match catalogue.dossier {
        Some(_) => left_out(&compare(catalogue, again(comparison, catalogue, comparison.written, true))?),
        None => Vec::new(),
    };
    for (number, profile) in profiles.iter().enumerate() {
        let only_weighed = profile.knock_outs == KnockOutScope::Weighed;
        let mut judged_by = (*profile).clone();
        if only_weighed {
            judged_by.knock_outs = KnockOutScope::All;
        }
        let with_overrides = number == chosen;
        let whole = match compare(catalogue, again(comparison, catalogue, &judged_by, with_overrides)) {
            Ok(whole) => whole,
            // A profile that does not weigh this kind is not offered.
            Err(_) if number != chosen => continue,
            Err(why) => return Err(why),
        };
        // Nor one under which the triage allows other alternatives: its rules for
        // evidence differ, and so does what is left out.
        if left_out(&whole) != not_allowed {
            continue;
        }
        if number == chosen {
            at = weighings.len();
        }
        if alternatives.is_empty() {
            alternatives = named(&whole);
        }
        let mut outcome = gathered.outcome(&whole, &alternatives);
        if only_weighed {
            let without = Profile { knock_outs: KnockOutScope::None, ..judged_by.clone() };
            let bare = compare(catalogue, again(comparison, catalogue, &without, with_overrides))?;
            let (_, bare) = gathered.outcome(&bare, &alternatives);
            for ((_, outlook), (_, bare)) in outcome.1.iter_mut().zip(bare) {
                gathered.split(&mut outlook.rules, &bare.rules);
            }
        }
        seen.push(outcome);
        weighings.push(WeighedProfile {
            id: profile.id.clone(),
            title: profile.title.clone(),
            because: profile.because.clone(),
            adjusted: number == chosen && !comparison.overrides.is_empty(),
            budgets: whole
                .profile
                .themes
                .as_ref()
                .map(|budgets| themes.iter().map(|theme| budgets.get(theme).copied().unwrap_or(0)).collect()),
            weights: comparison
                .criteria
                .iter()
                .map(|column| whole.profile.weights.get(&column.number).copied().unwrap_or(0))
                .collect(),
            only_weighed,
            view: 0,
        });
    }
    let (groups, views) = gathered.finish(comparison, seen, &mut weighings);
    let rows: Vec<&Row<'_>> = comparison.rows.iter().collect();
    let mut open = vec![0; comparison.criteria.len()];
    let mut settled_by = vec![Vec::new(); comparison.criteria.len()];
    for row in &rows {
        let asked = open.iter_mut().zip(&mut settled_by).zip(comparison.cells(row));
        for ((count, by), cell) in asked.filter(|(_, cell)| cell.knowledge.is_open()) {
            *count += 1;
            if !by.contains(&cell.knowledge.settled_by) {
                by.push(cell.knowledge.settled_by);
            }
        }
    }
    Ok(Reweighing {
        alternatives,
        groups,
        themes,
        demands: gathered.demands,
        profiles: weighings,
        chosen: at,
        views,
        rank_by: comparison.rank_by,
        summary: Summary::of(&rows, questions(comparison)),
        open,
        settled_by,
    })
}

/// The request for the same comparison, of all alternatives and by this profile,
/// with or without what was requested in addition.
fn again<'r>(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    profile: &'r Profile,
    with_overrides: bool,
) -> Request<'r> {
    let kind = catalogue.kinds.get_index_of(comparison.kind_id).unwrap_or(usize::MAX);
    Request {
        overrides: if with_overrides { comparison.overrides.clone() } else { Overrides::default() },
        rank_by: comparison.rank_by,
        only: comparison.only.clone(),
        limits: comparison.limits,
        ungrouped: comparison.ungrouped,
        exam: comparison.exam,
        moves: false,
        ..Request::new(kind, profile, comparison.as_of)
    }
}

/// The alternatives that a triage does not allow, by their ids.
fn left_out(whole: &Comparison<'_>) -> Vec<String> {
    whole.not_allowed.iter().map(Row::id).collect()
}

/// The profiles to offer, and which of them was requested. A requested profile
/// with changed weights or added demands comes first.
fn profiles<'p>(catalogue: &'p Catalogue, comparison: &Comparison<'p>) -> (Vec<&'p Profile>, usize) {
    let asked = comparison.written;
    let of_set: Vec<&Profile> = catalogue.profiles.values().collect();
    let same = of_set.iter().position(|profile| profile.place == asked.place);
    match same.filter(|_| comparison.overrides.is_empty()) {
        Some(at) => (of_set, at),
        None => (std::iter::once(asked).chain(of_set).collect(), 0),
    }
}

/// The themes of the criteria of a comparison, by number, each once.
fn themes(comparison: &Comparison<'_>) -> Vec<usize> {
    let mut themes: Vec<usize> = comparison.criteria.iter().map(|column| column.criterion.theme).collect();
    themes.dedup();
    themes
}

/// The alternatives of `whole` in order of id.
fn named(whole: &Comparison<'_>) -> Vec<Alternative> {
    let mut rows: Vec<&Row<'_>> = whole.rows.iter().collect();
    rows.sort_by_cached_key(|row| {
        (row.product.name.to_lowercase(), row.variant.name.to_lowercase(), row.id())
    });
    let mut all: Vec<(&Row<'_>, usize)> = rows.into_iter().enumerate().map(|(at, row)| (row, at)).collect();
    all.sort_by(|(a, _), (b, _)| {
        a.product.id.cmp(&b.product.id).then_with(|| a.variant.id.cmp(&b.variant.id))
    });
    all.into_iter().map(|(row, by_name)| Alternative { id: row.id(), by_name }).collect()
}
