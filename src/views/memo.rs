//! Layer 3: what a council needs to know to decide, on one page: what it is asked,
//! what was compared, what is unknown, who was consulted, what was chosen.

use crate::assess::Eligibility;
use crate::compare::{Comparison, Institution, Row};
use crate::institution::checklist::Entry;
use crate::model::{Catalogue, Consulted, Criterion, Instead, Pick};
use crate::views::breakdown::{OpenQuestion, open_questions};

/// How many alternatives are named.
const NAMED: usize = 5;
/// How many open questions are named.
const QUESTIONS: usize = 3;

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
    /// How many alternatives each block has, in the order of [`Eligibility::ALL`].
    pub blocks: [usize; 3],
    /// The first alternatives that have a place, and the chosen one, in order.
    pub rows: Vec<&'m Row<'c>>,
    /// How many more have a place.
    pub more: usize,
    /// What was chosen.
    pub choice: Choice<'m, 'c>,
    /// The questions that keep most of the score range open: of the chosen
    /// alternative, or of the first when none was chosen.
    pub questions: Vec<OpenQuestion<'m, 'c>>,
    /// How many questions about it are open.
    pub open: usize,
    /// What the institution sees to itself with it, those that can add most first.
    pub own_work: Option<(&'m Row<'c>, Vec<&'c Criterion>)>,
    /// Mandatory items that are not arranged.
    pub owed: Vec<&'m Entry<'c>>,
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

impl Choice<'_, '_> {
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
    let chosen = match choice {
        Choice::Product(row) => Some(row),
        _ => None,
    };
    let placed: Vec<&Row<'_>> = comparison.rows.iter().filter(|row| row.evaluation.has_place()).collect();
    let is_chosen = |row: &Row<'_>| chosen.is_some_and(|chosen| std::ptr::eq(row, chosen));
    let mut rows: Vec<&Row<'_>> = placed.iter().copied().take(NAMED).collect();
    rows.extend(placed.iter().copied().skip(NAMED).find(|row| is_chosen(row)));
    if let Some(chosen) = chosen.filter(|chosen| !chosen.evaluation.has_place()) {
        rows.push(chosen);
    }
    let asked: Vec<&Row<'_>> = chosen.or(placed.first().copied()).into_iter().collect();
    let own_work = asked.first().map(|row| (*row, own_work(comparison, row)));
    let mut questions = open_questions(comparison, &asked);
    let open = questions.len();
    questions.truncate(QUESTIONS);
    let in_block =
        |block: Eligibility| comparison.rows.iter().filter(|row| row.evaluation.eligibility == block).count();
    let named = rows.iter().filter(|row| row.evaluation.has_place()).count();
    Some(Memo {
        comparison,
        institution,
        to_hear: dossier.consulted.iter().filter(|one| one.outcome.is_none()).collect(),
        heard: dossier.consulted.iter().filter(|one| one.outcome.is_some()).collect(),
        blocks: Eligibility::ALL.map(in_block),
        more: placed.len() - named,
        rows,
        choice,
        questions,
        open,
        own_work: own_work.filter(|(_, criteria)| !criteria.is_empty()),
        owed: institution.checklist.entries().filter(|entry| entry.is_owed()).collect(),
    })
}

/// What the institution sees to itself with an alternative, those that can add most first.
fn own_work<'c>(comparison: &Comparison<'c>, row: &Row<'_>) -> Vec<&'c Criterion> {
    let mut found: Vec<_> = comparison.own_work(row).collect();
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
