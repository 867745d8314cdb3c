//! Layer 3: what to ask next. The open facts of a comparison, in the order in which asking
//! them makes certain soonest which alternative comes first; who can answer them, and what
//! each answer would make of the alternative. `docs/method.md`, section 6b, has the order.

use indexmap::IndexMap;

use crate::assess::answers::{Full, possible_levels, representatives, worth};
use crate::assess::inquiry::{Asked, Contender, Inquiry, Swing};
use crate::assess::ranking::Field;
use crate::assess::{Demand, Eligibility, Ratio};
use crate::compare::{Comparison, Group, Row, Supposed, Supposing, standing};
use crate::model::{
    Catalogue, Condition, Date, Level, NumberRange, Possible, Question, Set, SettledBy, Worth,
};

use super::breakdown::{Part, parts};

/// After this many questions of a group the widest come first: what would be asked so late
/// says little about what to ask now.
const PLANNED: usize = 500;

/// The questions about the alternatives that have places of their own.
#[derive(Debug)]
pub struct Questions<'r, 'c> {
    /// The group; `None` where the ranking is one list.
    pub group: Option<Group<'c>>,
    /// How many alternatives are in it.
    pub alternatives: usize,
    /// Whether it is certain which comes first, by scores.
    pub is_certain: bool,
    /// The questions in the order in which to ask them.
    pub open: Vec<Open<'r, 'c>>,
}

/// An open fact.
#[derive(Debug)]
pub struct Open<'r, 'c> {
    /// The alternative.
    pub row: &'r Row<'c>,
    /// What is known of it, and what it can add to the score.
    pub part: Part<'r, 'c>,
    /// Who can answer it.
    pub settled_by: SettledBy,
    /// When it was asked last: by the institution, as its dossier says, or where the maker
    /// can answer it, of the maker, as the vendor file says.
    pub asked: Option<Date>,
    /// The demands that it keeps open.
    pub demands: Vec<&'r Demand>,
    /// In how many pairs with another alternative the order is open, of those that its
    /// answer can move.
    pub pairs: usize,
    /// What the answers would make of the alternative; those with the same effect together,
    /// in the order of the criterion.
    pub effects: Vec<Effect>,
}

/// Answers with the same effect.
#[derive(Debug)]
pub struct Effect {
    /// The answers.
    pub replies: Vec<Reply>,
    /// What they make of the alternative.
    pub then: Supposed,
}

/// Something that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// This answer, or this named number.
    Choice(usize),
    /// That this option holds.
    Has(usize),
    /// That this option does not hold.
    Lacks(usize),
    /// A number that is worth this level, by the rung with this number.
    Rung(usize),
}

/// The questions of each group, in the order of the groups.
#[must_use]
pub fn of<'r, 'c>(comparison: &'r Comparison<'c>, catalogue: &'c Catalogue) -> Vec<Questions<'r, 'c>> {
    let supposing = Supposing::new(comparison, catalogue);
    let groups = comparison.groups().into_iter();
    groups.map(|(group, rows)| of_group(comparison, &supposing, group, rows)).collect()
}

/// The criteria to ask about an alternative, by number, in the order in which to ask them;
/// none where nothing is open or a demand rules it out.
#[must_use]
pub fn order_of(comparison: &Comparison<'_>, catalogue: &Catalogue, row: &Row<'_>) -> Vec<usize> {
    let supposing = Supposing::new(comparison, catalogue);
    let groups = comparison.groups().into_iter();
    let mine = groups.filter(|(_, rows)| rows.iter().any(|one| std::ptr::eq(*one, row)));
    let ordered = mine.flat_map(|(_, rows)| ordered(comparison, &supposing, rows).open);
    let mine = ordered.filter(|open| std::ptr::eq(open.row, row));
    mine.map(|open| open.part.column.number).collect()
}

/// The open facts of some alternatives in order, without what each answer would do.
struct Ordered<'r, 'c> {
    is_certain: bool,
    open: Vec<Open<'r, 'c>>,
}

fn of_group<'r, 'c>(
    comparison: &'r Comparison<'c>,
    supposing: &Supposing<'r, 'c>,
    group: Option<Group<'c>>,
    rows: Vec<&'r Row<'c>>,
) -> Questions<'r, 'c> {
    let alternatives = rows.len();
    let field = Field::of(&rows.iter().map(|row| standing(row)).collect::<Vec<_>>());
    let Ordered { is_certain, mut open } = ordered(comparison, supposing, rows);
    for one in &mut open {
        one.pairs = pairs(one, &field);
        one.effects = effects(one, supposing, &field);
    }
    Questions { group, alternatives, is_certain, open }
}

fn ordered<'r, 'c>(
    comparison: &'r Comparison<'c>,
    supposing: &Supposing<'_, '_>,
    mut rows: Vec<&'r Row<'c>>,
) -> Ordered<'r, 'c> {
    // What fails a demand is not asked about: no answer to a question that is still open
    // can bring it back.
    rows.retain(|row| row.evaluation.eligibility != Eligibility::KnockedOut);
    let mut asked: Vec<Vec<Option<Open<'r, 'c>>>> = Vec::new();
    let mut contenders = Vec::new();
    for row in &rows {
        let open: Vec<Open<'r, 'c>> =
            parts(comparison, row).into_iter().filter_map(|part| open(comparison, row, part)).collect();
        contenders.push(contender(supposing, row, &open));
        asked.push(open.into_iter().map(Some).collect());
    }
    let inquiry = Inquiry::new(&contenders);
    let is_certain = inquiry.is_certain();
    let order: Vec<Asked> = inquiry.order(PLANNED);
    let take = |(at, number): Asked| asked.get_mut(at).and_then(|all| all.get_mut(number)?.take());
    Ordered { is_certain, open: order.into_iter().filter_map(take).collect() }
}

fn open<'r, 'c>(
    comparison: &'r Comparison<'c>,
    row: &'r Row<'c>,
    part: Part<'r, 'c>,
) -> Option<Open<'r, 'c>> {
    let number = part.column.number;
    let kept = comparison.rules(row).filter(|(_, rule)| rule.kept_open_by.contains(&number));
    let demands: Vec<&Demand> = kept.map(|(demand, _)| demand).collect();
    let is_asked = part.open() > Ratio::ZERO || !demands.is_empty();
    let settled_by = part.cell.knowledge.settled_by;
    let dossier = comparison.institution.as_ref().map(|own| own.dossier);
    let own = dossier.and_then(|dossier| dossier.last_asked(row.product, row.variant, number));
    let asked = own.max(row.product.asked.filter(|_| settled_by == SettledBy::Public));
    (is_asked && !part.cell.knowledge.is_own_work()).then(|| Open {
        row,
        part,
        settled_by,
        asked,
        demands,
        pairs: 0,
        effects: Vec::new(),
    })
}

/// What takes part in the order: own work counts as not done, as in the ranking.
fn contender(supposing: &Supposing<'_, '_>, row: &Row<'_>, open: &[Open<'_, '_>]) -> Contender {
    let swing = |open: &Open<'_, '_>| {
        let Part { column, cell, .. } = &open.part;
        let levels = possible_levels(&column.criterion.question, &cell.knowledge.possible);
        let values = levels.iter().map(|level| supposing.parts(column.number, level.hundredths()));
        let mut values: Vec<u128> = values.collect();
        values.dedup();
        Swing { values, decides: !open.demands.is_empty() }
    };
    Contender { low: row.evaluation.score.low_parts, swings: open.iter().map(swing).collect() }
}

/// With how many others the order is open, if its answer can move it.
fn pairs(open: &Open<'_, '_>, field: &Field) -> usize {
    let now = standing(open.row);
    let (best, worst) = field.range(now, Some(now));
    if open.part.open() > Ratio::ZERO || !open.demands.is_empty() { worst - best } else { 0 }
}

fn effects(open: &Open<'_, '_>, supposing: &Supposing<'_, '_>, field: &Field) -> Vec<Effect> {
    let number = open.part.column.number;
    let conditions: Vec<&Condition> = open.demands.iter().map(|demand| &demand.answers).collect();
    let question = &open.part.column.criterion.question;
    let mut found: Vec<Effect> = Vec::new();
    for (reply, possible) in replies(question, &open.part.cell.knowledge.possible, &conditions) {
        let Some(then) = supposing.then(open.row, number, &possible, field) else { continue };
        match found.iter_mut().find(|effect| effect.then == then) {
            Some(effect) => effect.replies.push(reply),
            None => found.push(Effect { replies: vec![reply], then }),
        }
    }
    found
}

/// What can be answered, with what is then left of `possible`.
fn replies(question: &Question, possible: &Possible, conditions: &[&Condition]) -> Vec<(Reply, Possible)> {
    let own = question.own_work();
    match possible {
        Possible::Choices(set) => {
            let fixed = set.without(own);
            let all = fixed.members().map(|at| (Reply::Choice(at), Possible::Choices(Set::one(at))));
            all.collect()
        }
        Possible::Options { has, lacks } => {
            let left = Set::first(question.count()).without(*has).without(*lacks).without(own);
            let yes = |at| Possible::Options { has: has.union(Set::one(at)), lacks: *lacks };
            let no = |at| Possible::Options { has: *has, lacks: lacks.union(Set::one(at)) };
            let both = |at| [(Reply::Has(at), yes(at)), (Reply::Lacks(at), no(at))];
            left.members().flat_map(both).collect()
        }
        Possible::Numbers { named, .. } => {
            let only = |set| Possible::Numbers { ranges: Vec::new(), named: set };
            let fixed = named.without(own);
            let named = fixed.members().map(|at| (Reply::Choice(at), only(Set::one(at))));
            let rungs = rungs(question, possible, conditions).into_iter().map(|(rung, numbers)| {
                let points = numbers.into_iter().map(|n| NumberRange { from: n, to: Some(n) });
                (Reply::Rung(rung), Possible::Numbers { ranges: points.collect(), named: Set::EMPTY })
            });
            rungs.chain(named).collect()
        }
    }
}

/// The rungs that a number can still reach, each with numbers that represent it.
fn rungs(question: &Question, possible: &Possible, conditions: &[&Condition]) -> Vec<(usize, Vec<u64>)> {
    let mut found: IndexMap<usize, Vec<u64>> = IndexMap::new();
    for answer in representatives(question, possible, conditions) {
        let Full::Number(number) = answer else { continue };
        let Worth::Fixed(level) = worth(question, answer) else { continue };
        if let Some(rung) = rung_of(question, level) {
            found.entry(rung).or_default().push(number);
        }
    }
    found.sort_unstable_keys();
    found.into_iter().collect()
}

/// The first rung with this level.
fn rung_of(question: &Question, level: Level) -> Option<usize> {
    question.rungs().iter().position(|rung| rung.worth == Worth::Fixed(level))
}
