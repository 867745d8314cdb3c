//! A comparison, as plain data that knows no format.

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::assess::apportion::shares;
use crate::assess::{Demand, Eligibility, Rank, RankBy, Ratio, RuleOutcome, RuleStatus, Status, Weights};
use crate::institution::situation::{self, NeedOutcome};
use crate::model::{
    Criterion, Date, Deviation, Hosting, Id, Instead, Kind, LeftOut, Localized, NeedRule, Origin, OwnWork,
    Product, Profile, SettledBy, Theme, Variant,
};

use super::adjust::{Overrides, Refusal};
use super::evaluation::Evaluation;
use super::exam_day::OnExamDay;
use super::group::{Group, GroupedBy};
use super::institution::Institution;
use super::limits::Limits;
use super::moved::OnPremise;
use super::shared::{Cell, CellIndex, Shared};

/// A comparison of all alternatives of one kind.
#[derive(Debug)]
pub struct Comparison<'c> {
    /// The kind's id.
    pub kind_id: &'c Id,
    /// The kind.
    pub kind: &'c Kind,
    /// The as-of date.
    pub as_of: Date,
    /// The profile as it applies here: with the overrides, and with what the
    /// dossier makes of it.
    pub profile: Profile,
    /// The profile as it is written.
    pub written: &'c Profile,
    /// What was requested on top of it.
    pub overrides: Overrides,
    /// What alternatives are ordered by.
    pub rank_by: RankBy,
    /// The fingerprint of the data.
    pub sha256: &'c str,
    /// Files that were left out.
    pub left_out: &'c [LeftOut],
    /// What later layers of data change for this kind.
    pub deviations: Vec<&'c Deviation>,
    /// The criteria of the kind, in order.
    pub criteria: Vec<Column<'c>>,
    /// The share of each theme in the whole, in order; only themes that have
    /// weight.
    pub themes: Vec<(&'c Id, &'c Theme, Ratio)>,
    /// What divides the ranking, when it is divided.
    pub grouped_by: Option<GroupedBy<'c>>,
    /// How many alternatives were compared.
    pub compared: usize,
    /// The choice as the request names it; see [`Request::only`](super::Request::only).
    pub only: Vec<(String, Option<String>)>,
    /// How many could be compared, when only a choice of them was.
    pub chosen_from: Option<usize>,
    /// Whether the kind's groups were merged into one list.
    pub ungrouped: bool,
    /// The alternatives, in order of group, rank and id.
    pub rows: Vec<Row<'c>>,
    /// Products that no longer exist, when asked for.
    pub retired: Vec<&'c Product>,
    /// The hard demands in force.
    pub demands: Vec<Demand>,
    /// The premises that matter here, in the order of their file.
    pub premises: Vec<OnPremise<'c>>,
    /// The weights of the criteria.
    pub(super) weights: Weights,
    /// What alternatives have in common.
    pub(super) shared: Shared,
    /// What can be done instead of any of these products; never ranked.
    pub instead: Vec<(&'c Id, &'c Instead)>,
    /// Alternatives that the triage of the institution's dossier does not allow,
    /// in order of name. They have no rank, and play no part in that of others.
    pub not_allowed: Vec<Row<'c>>,
    /// Alternatives that do not fit what the institution can do, in the same way.
    pub left_out_by_need: Vec<Row<'c>>,
    /// Alternatives that are made for others, in the same way; of a choice, those that
    /// would be compared if they were made for the institution.
    pub left_out_by_audience: Vec<Row<'c>>,
    /// Alternatives whose product is a draft, in the same way; of a choice there are none,
    /// because it cannot name one.
    pub left_out_drafts: Vec<Row<'c>>,
    /// What limits the comparison, as requested.
    pub limits: Limits,
    /// Who can run a product for the institution, by the request or its dossier; `None`
    /// where neither says so.
    pub possible: Option<Vec<Hosting>>,
    /// What the institution does itself, when it gave a dossier. Of this only what it
    /// says of its own work has a part in any score.
    pub institution: Option<Institution<'c>>,
    /// The days of the exams in its triage that have one.
    pub exam_days: Vec<OnExamDay<'c>>,
    /// The only exam of the dossier's triage that was considered, by number.
    pub exam: Option<usize>,
}

/// A criterion in a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Column<'c> {
    /// Its number in the catalogue.
    pub number: usize,
    /// The criterion.
    pub criterion: &'c Criterion,
    /// Its theme's id.
    pub theme: &'c Id,
    /// Its effective weight.
    pub weight: Ratio,
    /// Its share in the whole, 0 to 1.
    pub share: Ratio,
    /// The share in tenths of a percent; those of all criteria add up to exactly
    /// 100%.
    pub printed: Ratio,
}

/// An alternative in a comparison.
#[derive(Debug)]
pub struct Row<'c> {
    /// The product.
    pub product: &'c Product,
    /// The variant.
    pub variant: &'c Variant,
    /// Its answer to the criterion that divides the kind, if a criterion does, also where
    /// the ranking is one list.
    pub form: Option<Group<'c>>,
    /// The group, when the ranking is divided.
    pub group: Option<Group<'c>>,
    /// Whether the institution uses it now, by its dossier.
    pub in_use: bool,
    /// Its rank and the ranks that remain possible, inside the group.
    pub rank: Rank,
    /// Its rank when every theme, and every criterion in it, weighs the same;
    /// `None` when such weights are out of reach.
    pub equal_rank: Option<usize>,
    /// How it was judged.
    pub evaluation: Box<Evaluation>,
}

impl Row<'_> {
    /// `product/variant`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.product.id, self.variant.id)
    }
}

impl<'c> Comparison<'c> {
    /// The share of each theme that has weight, in whole percentages that add up to
    /// 100.
    pub fn theme_percents(&self) -> impl Iterator<Item = (&'c Id, &'c Theme, u128)> {
        let exact: Vec<Ratio> = self.themes.iter().map(|(_, _, share)| *share).collect();
        self.themes.iter().zip(shares(&exact, 100)).map(|((id, theme, _), percent)| (*id, *theme, percent))
    }

    /// The groups in order, each with its rows; one group without a name when the
    /// ranking is not divided.
    #[must_use]
    pub fn groups(&self) -> Vec<(Option<Group<'c>>, Vec<&Row<'c>>)> {
        let mut groups: Vec<(Option<Group<'c>>, Vec<&Row<'c>>)> = Vec::new();
        for row in &self.rows {
            match groups.last_mut() {
                Some((group, rows)) if *group == row.group => rows.push(row),
                _ => groups.push((row.group, vec![row])),
            }
        }
        groups
    }

    /// What is known about an alternative, per criterion, in the order of the
    /// columns.
    pub fn cells(&self, row: &Row<'_>) -> impl Iterator<Item = &Cell> {
        row.evaluation.cells.iter().filter_map(|at| self.shared.cells.get_index(*at as usize))
    }

    /// Every cell that some alternative has, each once; [`Comparison::places`] gives
    /// the places of an alternative's own cells among these.
    pub fn distinct_cells(&self) -> impl Iterator<Item = &Cell> {
        self.shared.cells.iter()
    }

    /// The cells of an alternative by their places in [`Comparison::distinct_cells`].
    pub fn places(&self, row: &Row<'_>) -> impl Iterator<Item = usize> {
        row.evaluation.cells.iter().map(|at| *at as usize)
    }

    /// Why nothing was found, with the number of the cell among those of the
    /// alternative; only where the product says so and the evaluator kept reasons.
    pub fn reasons(&self, row: &Row<'_>) -> impl Iterator<Item = (usize, &Localized)> {
        let reason = |at: CellIndex| self.shared.reasons.get_index(at as usize);
        row.evaluation.reasons.iter().filter_map(move |(cell, at)| Some((*cell as usize, reason(*at)?)))
    }

    /// The demands that an alternative does not certainly meet, in the order of the
    /// demands.
    pub fn rules(&self, row: &Row<'_>) -> impl Iterator<Item = (&Demand, &RuleOutcome)> {
        let rules = row.evaluation.rules.iter().filter_map(|at| self.shared.rules.get_index(*at as usize));
        rules.filter_map(|rule| Some((self.demands.get(rule.demand)?, rule)))
    }

    /// The weights that were requested on top of the profile, by criterion.
    pub fn own_weights(&self) -> impl Iterator<Item = (&'c Criterion, u32)> {
        let weights = self.overrides.weights.iter();
        weights.filter_map(|(number, weight)| Some((self.numbered(&[*number]).pop()?, *weight)))
    }

    /// The requirements that were requested on top of the profile, in the words of
    /// the request.
    pub fn own_requirements(&self) -> impl Iterator<Item = &str> {
        self.overrides.requirements.iter().filter_map(|requirement| match &requirement.origin {
            Origin::Asked(words) => Some(words.as_str()),
            _ => None,
        })
    }

    /// The rules of the profile that depend on the situation of the institution,
    /// each with its outcome; those of criteria that are not judged are left out.
    pub fn need_rules(&self) -> impl Iterator<Item = (&NeedRule, &'c Criterion, NeedOutcome)> {
        let dossier = self.institution.as_ref().map(|institution| institution.dossier);
        self.profile.need_rules.iter().filter_map(move |rule| {
            let criterion = self.numbered(&[rule.requirement.criterion]).pop()?;
            Some((rule, criterion, situation::outcome(rule, dossier)))
        })
    }

    /// What the institution says of its own work, where a cell of an alternative rests on
    /// that.
    #[must_use]
    pub fn own_word(&self, row: &Row<'_>, cell: &Cell) -> Option<&'c OwnWork> {
        let institution = self.institution.as_ref()?;
        let is_it = |own: &&OwnWork| own.criterion == cell.criterion && own.covers(row.product, row.variant);
        let own = institution.dossier.own_work.iter().find(is_it);
        own.filter(|_| cell.knowledge.status == Status::Institution)
    }

    /// The criteria that an institution sees to itself for an alternative and that weigh,
    /// each with what that can add to the score, out of 1.
    pub fn own_work<'r>(&'r self, row: &'r Row<'_>) -> impl Iterator<Item = (&'c Criterion, Ratio)> + 'r {
        let cells = self.criteria.iter().zip(self.cells(row));
        cells.filter(|(column, cell)| column.share > Ratio::ZERO && cell.knowledge.is_own_work()).map(
            |(column, cell)| {
                let levels = cell.knowledge.levels;
                let width = levels.high.hundredths().saturating_sub(levels.low.hundredths());
                (column.criterion, column.share.times_hundredths(width))
            },
        )
    }

    /// Who can settle a criterion of an alternative.
    #[must_use]
    pub fn settled_by(&self, row: &Row<'_>, criterion: usize) -> SettledBy {
        let cell = self.cells(row).find(|cell| cell.criterion == criterion);
        cell.map_or(SettledBy::default(), |cell| cell.knowledge.settled_by)
    }

    /// The alternatives of the kind that are not compared: what the triage does not
    /// allow, what does not fit, what is made for others, and drafts.
    pub fn aside(&self) -> impl Iterator<Item = &Row<'c>> {
        let limited = self.left_out_by_need.iter().chain(&self.left_out_by_audience);
        self.not_allowed.iter().chain(limited).chain(&self.left_out_drafts)
    }

    /// The ids of the drafts that are not compared, in order.
    #[must_use]
    pub fn drafts(&self) -> Vec<&'c Id> {
        let mut ids: Vec<&Id> = self.left_out_drafts.iter().map(|row| &row.product.id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Why nothing was compared, where there was something to compare. It is no
    /// refusal where the triage says that no product is needed: then that is the
    /// result.
    #[must_use]
    pub fn nothing_left(&self) -> Option<Refusal> {
        let by =
            [&self.not_allowed, &self.left_out_by_need, &self.left_out_by_audience, &self.left_out_drafts]
                .map(Vec::len);
        let is_needed = self.institution.as_ref().is_none_or(|own| !own.triage.is_stopped());
        // A choice of what no longer exists leaves nothing out.
        let is_chosen = self.chosen_from.is_some() && self.retired.is_empty();
        let is_missed = is_chosen || by.iter().any(|count| *count > 0);
        let is_empty = self.rows.is_empty();
        let [triage, hosting, audience, drafts] = by;
        let hosting_is_asked = self.limits.hosting.is_some();
        (is_empty && is_needed && is_missed).then_some(Refusal::NothingLeft {
            triage,
            hosting,
            hosting_is_asked,
            audience,
            drafts,
        })
    }

    /// The criteria with these numbers.
    #[must_use]
    pub fn numbered(&self, numbers: &[usize]) -> Vec<&'c Criterion> {
        // Columns are in the order of their numbers.
        let at = |number: &usize| self.criteria.binary_search_by_key(number, |column| column.number).ok();
        numbers.iter().filter_map(|n| Some(self.criteria.get(at(n)?)?.criterion)).collect()
    }

    /// The criteria of an alternative's demands whose strongest demand has one of
    /// these statuses, each once, in the order of the demands.
    #[must_use]
    pub fn demanded(&self, row: &Row<'_>, statuses: &[RuleStatus]) -> Vec<&'c Criterion> {
        // An institution can have thousands of demands, on few criteria.
        let mut strongest: IndexMap<usize, RuleStatus> = IndexMap::new();
        for (demand, rule) in self.rules(row) {
            let status = strongest.entry(demand.criterion).or_insert(rule.status);
            *status = rule.status.min(*status);
        }
        let asked = strongest.iter().filter(|(_, status)| statuses.contains(status));
        asked.filter_map(|(criterion, _)| self.numbered(&[*criterion]).pop()).collect()
    }
}

/// The rows of one class of eligibility, in the order in which people see them: by
/// place, and then those without a place by name.
#[must_use]
pub fn class_rows<'r, 'c>(rows: &[&'r Row<'c>], class: Eligibility) -> Vec<&'r Row<'c>> {
    let mine = rows.iter().copied().filter(|row| row.evaluation.eligibility == class);
    let (mut found, others): (Vec<_>, Vec<_>) = mine.partition(|row| row.evaluation.has_place());
    let mut named: Vec<(String, &Row<'c>)> = others.into_iter().map(|row| (names(row), row)).collect();
    named.par_sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id().cmp(&other.id())));
    found.extend(named.into_iter().map(|(_, row)| row));
    found
}

/// The sort key of rows without a place, before their ids: the character
/// between the two names sorts before all that a name can contain.
pub(super) fn names(row: &Row<'_>) -> String {
    format!("{}\0{}", row.product.name, row.variant.name).to_lowercase()
}
