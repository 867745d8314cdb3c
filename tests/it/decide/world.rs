//! Small random sets of data: criteria, a profile, and alternatives.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use indexmap::IndexMap;
use keuzehulp::assess::{Eligibility, LevelRange, Rank, RankBy, Ratio, RuleStatus, Shares};
use keuzehulp::compare::{Comparison, Request, compare};
use keuzehulp::load::{Layer, load};
use keuzehulp::model::*;
use keuzehulp::text::Place;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::questions::{condition, id, possible, question};
use crate::support::small;

/// The small set of data. What a property does not vary is as it is there.
fn example() -> &'static Catalogue {
    static EXAMPLE: OnceLock<Catalogue> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let loaded = load(&[Layer::Folder(small())], day(2026, 11)).expect("a folder");
        assert!(!loaded.findings.iter().any(keuzehulp::text::Diagnostic::is_error), "{:?}", loaded.findings);
        loaded.catalogue
    })
}

/// The source that every profile accepts and on which a knock-out may fire.
pub(super) const FIRM: usize = 0;
/// How many kinds of sources every product has.
const SOURCES: usize = 6;
const THEMES: usize = 3;

/// What is written about one criterion of one alternative.
#[derive(Clone, Debug)]
pub(super) enum Known {
    NotResearched,
    Unknown,
    Said { possible: Possible, source: usize, disputed: bool },
}

impl Known {
    pub(super) fn firmly(possible: Possible) -> Known {
        Known::Said { possible, source: FIRM, disputed: false }
    }

    /// Whether a knock-out may fire on it: of the sources here only the first is
    /// strong, read in full and fresh, and the maker may not dispute it.
    pub(super) fn is_firm(&self) -> bool {
        matches!(self, Known::Said { source: FIRM, disputed: false, .. })
    }
}

/// A set of data with one kind, and a profile for it.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) criteria: Vec<Criterion>,
    pub(super) profile: Profile,
    /// Per alternative, what is known of each criterion.
    pub(super) alternatives: Vec<Vec<Known>>,
}

/// What a comparison says of one alternative.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) low: Ratio,
    pub(super) high: Ratio,
    pub(super) own_work: Ratio,
    pub(super) shares: Shares,
    pub(super) vendor_stated: Ratio,
    pub(super) eligibility: Eligibility,
    pub(super) rank: Rank,
    pub(super) equal_rank: usize,
    /// The demands that are not certainly met: their number and status.
    pub(super) rules: Vec<(u32, RuleStatus)>,
    /// Those of them that are violated only together.
    pub(super) together: Vec<u32>,
    pub(super) levels: Vec<LevelRange>,
    pub(super) possible: Vec<Possible>,
    pub(super) firm: Vec<bool>,
}

impl World {
    /// The same criteria and profile with other alternatives.
    pub(super) fn with(&self, alternatives: Vec<Vec<Known>>) -> World {
        World { alternatives, ..self.clone() }
    }

    /// The catalogue: one product with one variant per alternative.
    pub(super) fn catalogue(&self) -> Catalogue {
        let kind = Kind { group_by: None, ..example().kinds[0].clone() };
        let theme = &example().themes[0];
        let products = self.alternatives.iter().enumerate().map(|(n, known)| product(n, known)).collect();
        Catalogue {
            kinds: [(id('k', 0), kind)].into_iter().collect(),
            themes: (0..THEMES).map(|n| (id('t', n), theme.clone())).collect(),
            criteria: self.criteria.iter().map(|c| (c.id.clone(), c.clone())).collect(),
            products,
            ..Catalogue::default()
        }
    }

    /// What a comparison says of each alternative, in their order here.
    pub(super) fn evaluation(&self, rank_by: RankBy) -> Vec<Judged> {
        self.judged_with_themes(rank_by).0
    }

    /// The same, and the share of each theme that has weight.
    pub(super) fn judged_with_themes(&self, rank_by: RankBy) -> (Vec<Judged>, Vec<(Id, Ratio)>) {
        let catalogue = self.catalogue();
        let comparison = comparison(&catalogue, &self.profile, rank_by);
        let themes = comparison.themes.iter().map(|(id, _, share)| ((*id).clone(), *share)).collect();
        (evaluation(&comparison).into_values().collect(), themes)
    }
}

/// The comparison of a catalogue.
pub(super) fn comparison<'c>(
    catalogue: &'c Catalogue,
    profile: &'c Profile,
    rank_by: RankBy,
) -> Comparison<'c> {
    let request = Request { rank_by, ..Request::new(0, profile, day(2026, 11)) };
    compare(catalogue, request).expect("something weighs")
}

/// What a comparison says of each product that it ranks.
pub(super) fn evaluation(comparison: &Comparison<'_>) -> BTreeMap<Id, Judged> {
    let evaluation = comparison.rows.iter().map(|row| {
        let evaluation = Judged {
            low: row.evaluation.score.low(),
            high: row.evaluation.score.high(),
            own_work: row.evaluation.score.own_work(),
            shares: row.evaluation.shares,
            vendor_stated: row.evaluation.vendor_stated,
            eligibility: row.evaluation.eligibility,
            rank: row.rank,
            equal_rank: row.equal_rank.unwrap_or(0),
            rules: comparison.rules(row).map(|(d, r)| (d.place.expect("a place").line, r.status)).collect(),
            together: comparison
                .rules(row)
                .filter(|(_, rule)| rule.together)
                .map(|(demand, _)| demand.place.expect("a place").line)
                .collect(),
            levels: comparison.cells(row).map(|cell| cell.knowledge.levels).collect(),
            possible: comparison.cells(row).map(|cell| cell.knowledge.possible.clone()).collect(),
            firm: comparison.cells(row).map(|cell| cell.knowledge.firm).collect(),
        };
        (row.product.id.clone(), evaluation)
    });
    evaluation.collect()
}

pub(super) fn day(year: i16, month: i8) -> Date {
    Date::new(year, month, 21).expect("a date")
}

fn product(number: usize, known: &[Known]) -> Product {
    let example = &example().products[0];
    let facts = known.iter().enumerate().filter_map(|(criterion, known)| {
        let (stated, source, disputed) = match known {
            Known::NotResearched => return None,
            Known::Unknown => (Stated::Unknown(Localized::dutch("gezocht")), FIRM, false),
            Known::Said { possible, source, disputed } => {
                (Stated::Possible(possible.clone()), *source, *disputed)
            }
        };
        let fact = &example.facts[0];
        Some(Fact {
            criterion,
            answers: vec![Answer { variants: Set::one(0), stated, ..fact.answers[0].clone() }],
            evidence: vec![Evidence { source, ..fact.evidence[0].clone() }],
            disputed: disputed.then(|| Disputed { on: day(2026, 3).into(), url: None }),
            ..fact.clone()
        })
    });
    Product {
        id: id('p', number),
        kind: 0,
        variants: vec![Variant { id: id('v', 0), ..example.variants[0].clone() }],
        sources: (0..SOURCES).map(source).collect(),
        facts: facts.collect(),
        ..example.clone()
    }
}

/// A firm source, and one that falls short in each way: an excerpt, a report,
/// one that is old, one that is old and weak, a pledge.
fn source(number: usize) -> Source {
    let (grade, extent, read) = [
        (Grade::Verified, Extent::Whole, day(2026, 6)),
        (Grade::Vendor, Extent::Excerpt, day(2026, 6)),
        (Grade::Reported, Extent::Whole, day(2026, 6)),
        (Grade::Contract, Extent::Whole, day(2024, 6)),
        (Grade::Reported, Extent::SecondHand, day(2024, 6)),
        (Grade::Pledged, Extent::Whole, day(2026, 6)),
    ][number];
    Source { id: id('s', number), grade, extent, read, ..example().products[0].sources[0].clone() }
}

/// A criterion; its knock-outs are numbered by their line.
fn criterion(number: usize) -> impl Strategy<Value = Criterion> {
    let knock_outs = |question: Question| (vec(condition(&question), 0..=2), Just(question));
    let settled_by =
        select(vec![SettledBy::Public, SettledBy::Public, SettledBy::Contract, SettledBy::Administrator]);
    let parts = (question().prop_flat_map(knock_outs), 0..THEMES, settled_by);
    parts.prop_map(move |((conditions, question), theme, settled_by)| {
        let example = &example().criteria["processing-agreement"];
        let knock_outs = conditions.into_iter().enumerate().map(|(at, when)| KnockOut {
            when,
            place: line(number * 10 + at),
            ..example.knock_outs[0].clone()
        });
        Criterion {
            id: id('c', number),
            theme,
            applies_to: Set::one(0),
            settled_by,
            shelf_life: 12,
            knock_outs: knock_outs.collect(),
            question,
            ..example.clone()
        }
    })
}

/// The place with this line, by which a demand is known.
pub(super) fn line(number: usize) -> Place {
    Place { line: u32::try_from(number).expect("a small number"), ..Place::default() }
}

pub(super) fn requirement(criteria: &[Criterion]) -> BoxedStrategy<Requirement> {
    let on = |at: usize| condition(&criteria[at].question).prop_map(move |found| (at, found)).boxed();
    let any = proptest::strategy::Union::new((0..criteria.len()).map(on));
    (any.clone(), vec(any, 0..=2))
        .prop_map(|((criterion, answers), when)| Requirement {
            criterion,
            answers,
            when,
            premise: None,
            origin: Origin::Written(Localized::dutch("eis")),
            place: Some(line(1000)),
            depends: false,
        })
        .boxed()
}

/// A profile in which at least the first criterion weighs.
fn profile(criteria: &[Criterion]) -> impl Strategy<Value = Profile> + use<> {
    let (count, first_theme) = (criteria.len(), criteria[0].theme);
    let grades = vec![Grade::Reported, Grade::Reported, Grade::Pledged, Grade::Vendor, Grade::Contract];
    let rule = (select(grades), any::<bool>()).prop_map(|(minimum_grade, strict)| EvidenceRule {
        minimum_grade,
        stale: if strict { StaleRule::Unknown } else { StaleRule::Mark },
    });
    let scope = prop_oneof![
        3 => Just(KnockOutScope::All),
        1 => Just(KnockOutScope::Weighed),
        1 => Just(KnockOutScope::None),
        1 => Just(KnockOutScope::Criteria(vec![0])),
    ];
    let parts = (
        vec(0..=5u32, count),
        option::of(vec(0..=5u32, THEMES)),
        vec(requirement(criteria), 0..=2),
        scope,
        rule,
    );
    parts.prop_map(move |(mut weights, budgets, mut requirements, knock_outs, evidence)| {
        weights[0] = weights[0].max(1);
        let budgets = budgets.map(|mut budgets| {
            budgets[first_theme] = budgets[first_theme].max(1);
            budgets.into_iter().enumerate().collect::<IndexMap<_, _>>()
        });
        for (at, requirement) in requirements.iter_mut().enumerate() {
            requirement.place = Some(line(1000 + at));
        }
        Profile {
            themes: budgets,
            weights: weights.into_iter().enumerate().collect(),
            requirements: requirements.into_iter().collect(),
            knock_outs,
            evidence,
            ..example().profiles["algemeen"].clone()
        }
    })
}

fn known(question: &Question) -> BoxedStrategy<Known> {
    let said = (possible(question), select(vec![FIRM, FIRM, FIRM, 1, 2, 3, 4]), 0..8u8)
        .prop_map(|(possible, source, n)| Known::Said { possible, source, disputed: n == 0 });
    prop_oneof![1 => Just(Known::NotResearched), 1 => Just(Known::Unknown), 6 => said].boxed()
}

/// What is known of one alternative.
pub(super) fn alternative(criteria: &[Criterion]) -> BoxedStrategy<Vec<Known>> {
    criteria.iter().map(|criterion| known(&criterion.question)).collect::<Vec<_>>().boxed()
}

/// A world with this many criteria and alternatives.
pub(super) fn world(criteria: usize, alternatives: usize) -> BoxedStrategy<World> {
    (1..=criteria)
        .prop_flat_map(|count| (0..count).map(criterion).collect::<Vec<_>>())
        .prop_flat_map(move |criteria| {
            let parts = (profile(&criteria), vec(alternative(&criteria), 1..=alternatives));
            parts.prop_map(move |(profile, alternatives)| World {
                criteria: criteria.clone(),
                profile,
                alternatives,
            })
        })
        .boxed()
}
