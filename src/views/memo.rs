//! Layer 3: what a council needs to know to decide, on one page: what it is asked, what
//! was chosen, what else there is, what may go wrong, and what is unknown.

use crate::assess::{Eligibility, Rank, Ratio};
use crate::compare::{Comparison, Group, Institution, Row};
use crate::institution::checklist::Entry;
use crate::model::{ActionBy, Catalogue, Consulted, Criterion, Instead, Pick};
use crate::views::actions::{self, ToDo};
use crate::views::again::{self, Again};
use crate::views::breakdown::{OpenQuestion, open_questions};
use crate::views::own::{self, Own};
use crate::views::questions;
use crate::views::risks::{self, Risk};

/// How many alternatives of a choice among few are shown.
const FEW: usize = 6;
/// How many are shown where all were compared.
const SOME: usize = 5;
/// How many open questions are named.
const QUESTIONS: usize = 3;
/// How many risks are named.
const RISKS: usize = 3;

/// A memo for a council.
#[derive(Debug)]
pub struct Memo<'m, 'c> {
    /// The comparison.
    pub comparison: &'m Comparison<'c>,
    /// The institution's checklist.
    pub institution: &'m Institution<'c>,
    /// Who is still to be consulted, including what the council itself is asked.
    pub to_hear: Vec<&'m Consulted>,
    /// Who was consulted.
    pub heard: Vec<&'m Consulted>,
    /// What was chosen.
    pub choice: Choice<'m, 'c>,
    /// The alternatives to show beside each other, in the order of the comparison.
    pub rows: Vec<&'m Row<'c>>,
    /// How many more were compared.
    pub more: usize,
    /// What is said of one alternative.
    pub about: Option<About<'m, 'c>>,
    /// Mandatory items that are not arranged.
    pub owed: Vec<&'m Entry<'c>>,
    /// When to look again.
    pub again: Again<'c>,
    /// Which weights and requirements are the institution's own.
    pub own: Own<'m, 'c>,
}

/// What a memo says of one alternative: the chosen one, or where nothing was chosen yet
/// the first in the order.
#[derive(Debug)]
pub struct About<'m, 'c> {
    /// The alternative.
    pub row: &'m Row<'c>,
    /// Whether it was chosen.
    pub is_chosen: bool,
    /// What may go wrong with it, the first few.
    pub risks: Vec<Risk<'m, 'c>>,
    /// What the institution sees to itself with it, what can add most first.
    pub own_work: Vec<&'c Criterion>,
    /// What the institution sets itself, by the weight of the criteria.
    pub settings: Vec<ToDo<'c>>,
    /// What it agrees on with the vendor, likewise.
    pub agreements: Vec<ToDo<'c>>,
    /// The questions to ask first, a few of them.
    pub questions: Vec<OpenQuestion<'m, 'c>>,
    /// How many questions about it are open.
    pub open: usize,
}

/// The place of an alternative in its group.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'c> {
    /// Its group; `None` where all are ranked in one list.
    pub group: Option<Group<'c>>,
    /// Its places.
    pub rank: Rank,
    /// How many there are, those without a place among them.
    pub of: usize,
}

/// The place of an alternative in its group; `None` if it has no place.
#[must_use]
pub fn placed<'c>(comparison: &Comparison<'c>, row: &Row<'c>) -> Option<Placed<'c>> {
    let mine = |(_, rows): &(_, Vec<&Row<'c>>)| rows.iter().any(|one| is_same(one, row));
    let (group, rows) = comparison.groups().into_iter().find(mine)?;
    let is_placed = row.evaluation.has_place();
    is_placed.then_some(Placed { group, rank: row.rank, of: rows.len() })
}

/// What was chosen, and how that relates to the ranking.
#[derive(Clone, Copy, Debug)]
pub enum Choice<'m, 'c> {
    /// Nothing yet.
    None,
    /// This alternative.
    Product(&'m Row<'c>),
    /// An alternative that the triage does not allow.
    NotAllowed(&'m Row<'c>),
    /// An alternative that does not fit what the institution can do.
    Unfit(&'m Row<'c>),
    /// An alternative that is made for others.
    ForOthers(&'m Row<'c>),
    /// An alternative whose product is a draft.
    Draft(&'m Row<'c>),
    /// A product that is not in the comparison.
    NotCompared,
    /// Something instead of a product.
    Instead(&'c Instead),
}

impl<'m, 'c> Choice<'m, 'c> {
    /// The alternative, where one was chosen that is known.
    #[must_use]
    pub fn row(self) -> Option<&'m Row<'c>> {
        match self {
            Choice::Product(row)
            | Choice::NotAllowed(row)
            | Choice::Unfit(row)
            | Choice::ForOthers(row)
            | Choice::Draft(row) => Some(row),
            Choice::None | Choice::NotCompared | Choice::Instead(_) => None,
        }
    }

    /// Whether it departs from the ranking: another alternative of its group ranks
    /// higher, or something rules it out.
    #[must_use]
    pub fn departs(self) -> bool {
        match self {
            Choice::None | Choice::Instead(_) | Choice::Draft(_) => false,
            Choice::Product(row) => {
                row.evaluation.eligibility == Eligibility::KnockedOut || row.rank.rank > 1
            }
            Choice::NotAllowed(_) | Choice::Unfit(_) | Choice::ForOthers(_) | Choice::NotCompared => true,
        }
    }
}

impl Memo<'_, '_> {
    /// Whether the choice was made before this body was heard, which had to be
    /// heard first.
    #[must_use]
    pub fn is_late(&self, one: &Consulted) -> bool {
        let chosen = self.institution.dossier.chosen.as_ref().and_then(|chosen| chosen.on);
        one.right.comes_before_a_choice() && one.on.zip(chosen).is_some_and(|(heard, chosen)| chosen < heard)
    }
}

/// The memo of a comparison; `None` without a dossier.
#[must_use]
pub fn of<'m, 'c>(comparison: &'m Comparison<'c>, catalogue: &'c Catalogue) -> Option<Memo<'m, 'c>> {
    let institution = comparison.institution.as_ref()?;
    let dossier = institution.dossier;
    let choice = choice(comparison, institution, catalogue);
    let chosen = choice.row();
    let rows = shown(comparison, institution, chosen);
    // Where no product is needed, or none was chosen on purpose, there is none to speak of.
    let first = || comparison.rows.iter().find(|row| row.evaluation.has_place());
    let is_about_one =
        !institution.triage.is_stopped() && !matches!(choice, Choice::Instead(_) | Choice::NotCompared);
    let about = chosen.or_else(first).filter(|_| is_about_one);
    Some(Memo {
        comparison,
        institution,
        to_hear: dossier.consulted.iter().filter(|one| one.outcome.is_none()).collect(),
        heard: dossier.consulted.iter().filter(|one| one.outcome.is_some()).collect(),
        more: comparison.rows.iter().filter(|row| !rows.iter().any(|shown| is_same(shown, row))).count(),
        rows,
        choice,
        owed: institution.checklist.entries().filter(|entry| entry.is_owed()).collect(),
        again: again::of(comparison, institution, about),
        about: about.map(|row| about_one((comparison, catalogue), row, chosen.is_some())),
        own: own::of(comparison, catalogue),
    })
}

fn about_one<'m, 'c>(
    (comparison, catalogue): (&'m Comparison<'c>, &'c Catalogue),
    row: &'m Row<'c>,
    is_chosen: bool,
) -> About<'m, 'c> {
    let mut questions = open_questions(comparison, &[row]);
    let open = questions.len();
    // What is not in the order, because a demand rules it out, is asked in order of points.
    let order = questions::order_of(comparison, catalogue, row);
    let place = |question: &OpenQuestion<'_, '_>| {
        order.iter().position(|number| *number == question.part.column.number)
    };
    questions.sort_by_key(|question| place(question).unwrap_or(usize::MAX));
    questions.truncate(QUESTIONS);
    let mut risks = risks::of(comparison, row);
    risks.truncate(RISKS);
    let (settings, agreements) =
        actions::heaviest_first(comparison, row).into_iter().partition(|to_do| to_do.by == ActionBy::Setting);
    About {
        row,
        is_chosen,
        risks,
        own_work: own_work(comparison, row),
        settings,
        agreements,
        questions,
        open,
    }
}

/// The alternatives to show: what was chosen, what is in use, and then of each group in
/// turn the next that has a place. Of a product one is enough, unless the choice among few
/// names the variant; what such a choice names is shown without a place too.
fn shown<'m, 'c>(
    comparison: &'m Comparison<'c>,
    institution: &Institution<'c>,
    chosen: Option<&'m Row<'c>>,
) -> Vec<&'m Row<'c>> {
    let is_few = comparison.chosen_from.is_some();
    let mut found: Vec<&Row<'_>> = chosen.into_iter().collect();
    found.extend(comparison.rows.iter().filter(|row| row.in_use));
    let mut turns: Vec<(usize, usize, &Row<'_>)> = Vec::new();
    for (group, (_, rows)) in comparison.groups().into_iter().enumerate() {
        let mine: Vec<&Row<'_>> =
            rows.into_iter().filter(|row| is_few || row.evaluation.has_place()).collect();
        let is_new = |(at, row): &(usize, &Row<'_>)| {
            let before = mine.iter().take(*at).chain(&found);
            is_named(comparison, institution, row)
                || !before.map(|one| &one.product.id).any(|id| *id == row.product.id)
        };
        let kept = mine.iter().copied().enumerate().filter(is_new);
        turns.extend(kept.enumerate().map(|(turn, (_, row))| (turn, group, row)));
    }
    turns.sort_by_key(|(turn, group, _)| (*turn, *group));
    found.extend(turns.into_iter().map(|(_, _, row)| row));
    let most = if is_few { FEW } else { SOME };
    let mut kept: Vec<&Row<'_>> = Vec::new();
    for row in found {
        if kept.len() < most && !kept.iter().any(|known| is_same(known, row)) {
            kept.push(row);
        }
    }
    let place = |row: &&Row<'_>| comparison.rows.iter().position(|one| is_same(one, row));
    kept.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
    kept
}

/// Whether the choice among few names this variant.
fn is_named(comparison: &Comparison<'_>, institution: &Institution<'_>, row: &Row<'_>) -> bool {
    let asked = comparison.only.iter().any(|(product, variant)| {
        row.product.answers_to(product) && variant.as_deref() == Some(row.variant.id.as_str())
    });
    let mut written = institution.dossier.candidates.iter().filter(|one| one.variant.is_some());
    asked || (comparison.only.is_empty() && written.any(|one| one.names(row.product, row.variant)))
}

fn is_same(one: &Row<'_>, other: &Row<'_>) -> bool {
    std::ptr::eq(one, other)
}

/// What the institution sees to itself with an alternative, those that can add most first.
fn own_work<'c>(comparison: &Comparison<'c>, row: &Row<'_>) -> Vec<&'c Criterion> {
    let mut found: Vec<(&Criterion, Ratio)> = comparison.own_work(row).collect();
    found.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    found.into_iter().map(|(criterion, _)| criterion).collect()
}

fn choice<'m, 'c>(
    comparison: &'m Comparison<'c>,
    institution: &Institution<'c>,
    catalogue: &'c Catalogue,
) -> Choice<'m, 'c> {
    let Some(chosen) = &institution.dossier.chosen else { return Choice::None };
    if let Pick::Instead(number) = chosen.what {
        return catalogue.instead.get_index(number).map_or(Choice::None, |(_, one)| Choice::Instead(one));
    }
    let Some((product, variant)) = crate::institution::checklist::chosen(catalogue, institution.dossier)
    else {
        return Choice::NotCompared;
    };
    let is_it =
        |row: &&Row<'_>| row.product.id == product.id && usize::from(row.evaluation.number) == variant;
    let in_list =
        |list: &'m [Row<'c>], what: fn(&'m Row<'c>) -> Choice<'m, 'c>| list.iter().find(is_it).map(what);
    in_list(&comparison.rows, Choice::Product)
        .or_else(|| in_list(&comparison.not_allowed, Choice::NotAllowed))
        .or_else(|| in_list(&comparison.left_out_by_need, Choice::Unfit))
        .or_else(|| in_list(&comparison.left_out_by_audience, Choice::ForOthers))
        .or_else(|| in_list(&comparison.left_out_drafts, Choice::Draft))
        .unwrap_or(Choice::NotCompared)
}
