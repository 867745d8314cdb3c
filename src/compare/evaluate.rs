//! Evaluates one alternative after another.

use std::borrow::Cow;

use crate::assess::knowledge::{Baseline, by_institution, knowledge};
use crate::assess::score::{divided, score};
use crate::assess::{Demand, Demands, Knowledge, Ratio, RuleOutcome, Status, Weights};
use crate::model::{
    Answer, Catalogue, Criterion, Date, Deviation, DeviationKind, Fact, Grade, Hosting, Localized, OwnWork,
    Possible, Product, Profile, Question,
};

use super::adjust::{Refusal, Request, kind_id};
use super::evaluation::{Evaluation, SourceCount};
use super::group::form;
use super::shared::{Cell, CellIndex, Interner, Shared};
use super::turned::{Changed, Spot, Turned, TurnedPremise, World, is_left_out};

/// What an alternative is judged by: criteria, weights and demands of one kind.
pub struct Evaluator<'c> {
    criteria: Vec<(usize, &'c Criterion)>,
    weights: Weights,
    demands: Demands,
    /// The criterion that divides the kind, also when the ranking is one list.
    form: Option<usize>,
    kind: usize,
    profile: Profile,
    as_of: Date,
    /// Whether the reasons why nothing was found are kept.
    keeps_reasons: bool,
    /// For each hosting and each criterion, what holds where nobody has looked, and the
    /// place of that cell.
    untouched: [Vec<(Baseline, CellIndex)>; Hosting::ALL.len()],
    /// What the institution says of its own work.
    own_work: &'c [OwnWork],
    /// The rules with one premise the other way round, for each where that matters.
    worlds: Vec<World>,
    /// The premises on which something rests by which alternatives are judged.
    premises: Vec<usize>,
    cells: Interner<Cell>,
    rules: Interner<RuleOutcome>,
    reasons: Interner<Localized>,
}

/// What evaluations have in common: what they were judged by, and the answers
/// and outcomes that they share. It rests on no catalogue, so that evaluations
/// can be made before all of that is read.
#[derive(Debug)]
pub struct Judged {
    /// The profile, with all that comes on top of it.
    pub(super) profile: Profile,
    pub(super) weights: Weights,
    pub(super) demands: Vec<Demand>,
    pub(super) shared: Shared,
    /// The premises on which something rests by which alternatives are judged, by number.
    pub(super) premises: Vec<usize>,
    /// Those that were turned.
    pub(super) turned: Vec<TurnedPremise>,
}

impl<'c> Evaluator<'c> {
    /// Gathers what alternatives are judged by. The choice of products in the
    /// request plays no part.
    ///
    /// # Errors
    /// When the weights give no score, or the dossier is about another kind.
    pub fn new(catalogue: &'c Catalogue, request: &Request<'_>) -> Result<Evaluator<'c>, Refusal> {
        let kind = request.kind;
        let profile = request.adjusted(catalogue)?;
        let weights = Weights::new(catalogue, kind, profile.themes.as_ref(), &profile.weights)
            .ok_or(Refusal::TooFine)?;
        if weights.total() == 0 {
            let (profile, kind) = (profile.id, kind_id(catalogue, kind));
            return Err(Refusal::NothingWeighs { profile, kind });
        }
        let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
        let cells = Interner::new();
        let untouched = Hosting::ALL.map(|hosting| {
            let baseline = |(number, criterion): &(usize, &Criterion)| {
                let baseline = Baseline::new(criterion, hosting);
                let cell = Cell { criterion: *number, knowledge: baseline.knowledge.clone() };
                (baseline, cells.keep(cell))
            };
            criteria.iter().map(baseline).collect()
        });
        let dossier = catalogue.dossier.as_ref().filter(|dossier| dossier.kind == kind);
        let demands = Demands::new(catalogue, kind, &profile, &weights);
        Ok(Evaluator {
            worlds: World::all(catalogue, request, (&weights, &demands))?,
            premises: catalogue.premises_of(kind, request.profile),
            keeps_reasons: true,
            untouched,
            own_work: dossier.map_or(&[], |dossier| &dossier.own_work),
            demands,
            form: form(catalogue, request.kind),
            cells,
            rules: Interner::new(),
            reasons: Interner::new(),
            criteria,
            weights,
            kind,
            profile,
            as_of: request.as_of,
        })
    }

    /// The same, for formats that do not show why nothing was found: those texts
    /// differ per product.
    #[must_use]
    pub fn without_reasons(self) -> Evaluator<'c> {
        Evaluator { keeps_reasons: false, ..self }
    }

    /// Judges all alternatives of a product; none when it is of another kind or
    /// no longer in use. `deviations` is what later layers change in it.
    #[must_use]
    pub fn product(&self, product: &Product, deviations: &[Deviation]) -> Vec<Box<Evaluation>> {
        if product.kind != self.kind || product.retired.is_some() || product.withdrawn.is_some() {
            return Vec::new();
        }
        let numbers = (0..).take(product.variants.len());
        numbers.map(|at| Box::new(self.alternative(product, at, deviations))).collect()
    }

    /// What the evaluations that it made have in common.
    #[must_use]
    pub fn finish(self) -> Judged {
        let (cells, rules, reasons) = (self.cells.finish(), self.rules.finish(), self.reasons.finish());
        Judged {
            profile: self.profile,
            weights: self.weights,
            demands: self.demands.all().cloned().collect(),
            shared: Shared { cells, rules, reasons },
            premises: self.premises,
            turned: self.worlds.iter().map(World::kept).collect(),
        }
    }

    fn alternative(&self, product: &Product, at: u8, deviations: &[Deviation]) -> Evaluation {
        let number = usize::from(at);
        let stated = self.stated(product, number);
        let untouched = self.untouched(product, number);
        let known: Vec<Cow<'_, Knowledge>> = self
            .criteria
            .iter()
            .zip(&stated)
            .zip(untouched)
            .map(|((criterion, stated), (nothing, _))| match *stated {
                None => Cow::Borrowed(&nothing.knowledge),
                Some(stated) => Cow::Owned(self.known(*criterion, stated, (product, number), nothing)),
            })
            .collect();
        let (eligibility, rules) = self.demands.judge(&|criterion| {
            let at = self.place(criterion)?;
            let (_, found) = self.criteria.get(at)?;
            Some((&found.question, &**known.get(at)?))
        });
        let numbered = || self.criteria.iter().zip(&known).map(|((number, _), known)| (*number, &**known));
        let group = self.form.and_then(|by| {
            let at = self.place(by)?;
            single(&self.criteria.get(at)?.1.question, known.get(at)?)
        });
        let score = score(&self.weights, numbered());
        // Questions have no more than 64 answers.
        let group = group.and_then(|at| u8::try_from(at).ok());
        let demand = |at: usize| self.demands.all().nth(at);
        let spot = Spot { score, eligibility, group, is_left_out: is_left_out(demand, rules.iter()) };
        let turned = self.turned((product, number), &stated, &known, spot);
        let settled = || {
            let pairs = self.criteria.iter().zip(&known);
            pairs.filter(|(_, known)| known.levels.is_settled() && known.counts())
        };
        let sum = |own: bool| -> u128 {
            settled()
                .filter(|(_, known)| known.grade.is_some_and(Grade::is_vendors_word) || !own)
                .map(|((number, _), _)| self.weights.part(*number))
                .sum()
        };
        let weighing = || {
            let weighing = numbered().filter(|(number, _)| self.weights.part(*number) > 0);
            weighing.map(|(_, known)| known)
        };
        Evaluation {
            number: at,
            eligibility,
            score,
            is_left_out: spot.is_left_out,
            turned,
            shares: divided(&self.weights, numbered()),
            vendor_stated: Ratio::new(sum(true), sum(false)),
            group,
            rules: rules.into_iter().map(|rule| self.rules.keep(rule)).collect(),
            open_questions: weighing().filter(|known| known.is_open()).count(),
            own_work: weighing().filter(|known| known.is_own_work()).count(),
            institution_answers: known.iter().filter(|known| known.status == Status::Institution).count(),
            stale_answers: known.iter().filter(|known| known.is_stale()).count(),
            undated_answers: known.iter().filter(|known| known.undated).count(),
            sources: SourceCount::of(product, number, stated.iter().flatten().map(|(fact, _)| *fact)),
            heard: product.heard(),
            replies: self
                .criteria
                .iter()
                .zip(&stated)
                .filter(|(_, stated)| stated.is_some_and(|(fact, _)| fact.reply.is_some()))
                .map(|((number, _), _)| *number)
                .collect(),
            reasons: (0..)
                .zip(&stated)
                .filter(|_| self.keeps_reasons)
                .filter_map(|(cell, stated)| Some((cell, stated.as_ref()?.1.reason()?)))
                .map(|(cell, reason)| (cell, self.reasons.keep(reason.clone())))
                .collect(),
            deviations: deviating(product, number, deviations),
            cells: self
                .criteria
                .iter()
                .zip(known)
                .zip(untouched)
                .map(|(((criterion, _), known), (_, untouched))| match known {
                    Cow::Borrowed(_) => *untouched,
                    Cow::Owned(knowledge) => self.cells.keep(Cell { criterion: *criterion, knowledge }),
                })
                .collect(),
        }
    }

    /// What an alternative comes to in each of the worlds in which that differs from what
    /// it comes to here.
    fn turned(
        &self,
        (product, variant): (&Product, usize),
        stated: &[Option<(&Fact, &Answer)>],
        known: &[Cow<'_, Knowledge>],
        here: Spot,
    ) -> Box<[Turned]> {
        let worlds = (0..).zip(&self.worlds);
        let found = worlds.filter_map(|(at, world)| {
            let spot = self.spot_in(world, (product, variant), stated, known, here)?;
            (spot != here).then_some(Turned { world: at, spot })
        });
        found.collect()
    }

    /// What an alternative comes to in a world; `None` where nothing of it rests on the
    /// premise.
    fn spot_in(
        &self,
        world: &World,
        (product, variant): (&Product, usize),
        stated: &[Option<(&Fact, &Answer)>],
        known: &[Cow<'_, Knowledge>],
        here: Spot,
    ) -> Option<Spot> {
        let hosting = hosting_of(product, variant);
        let other = |changed: &Changed| {
            let at = self.place(changed.number)?;
            if !changed.matters(&known.get(at)?.possible) {
                return None;
            }
            let nothing = changed.untouched.get(hosting)?;
            match stated.get(at)? {
                None => changed.is_felt.get(hosting)?.then(|| nothing.knowledge.clone()),
                Some(stated) => {
                    let criterion = (changed.number, &changed.criterion);
                    Some(self.known(criterion, *stated, (product, variant), nothing))
                }
            }
        };
        let others: Vec<(&Changed, Knowledge)> =
            world.criteria.iter().filter_map(|changed| Some((changed, other(changed)?))).collect();
        if others.is_empty() && !world.has_other_demands {
            return None;
        }
        let there = |number: usize| {
            let other = others.iter().find(|(changed, _)| changed.number == number);
            let here = || {
                let at = self.place(number)?;
                Some((&self.criteria.get(at)?.1.question, &**known.get(at)?))
            };
            other.map(|(changed, known)| (&changed.criterion.question, known)).or_else(here)
        };
        let (eligibility, rules) = world.demands.judge(&there);
        let numbers = self.criteria.iter().map(|(number, _)| *number);
        let all = numbers.filter_map(|number| Some((number, there(number)?.1)));
        let group = self.form.and_then(|by| there(by).and_then(|(question, known)| single(question, known)));
        Some(Spot {
            score: if others.is_empty() { here.score } else { score(&self.weights, all) },
            eligibility,
            group: group.and_then(|at| u8::try_from(at).ok()),
            is_left_out: is_left_out(|at| world.demands.all().nth(at), rules.iter()),
        })
    }

    /// What holds for each criterion where nobody has looked, for this variant.
    fn untouched(&self, product: &Product, number: usize) -> &[(Baseline, CellIndex)] {
        self.untouched.get(hosting_of(product, number)).map_or(&[], Vec::as_slice)
    }

    /// What is known of a criterion of which something is stated: by the sources, or where
    /// the institution sees to it itself by its own word.
    fn known(
        &self,
        (number, criterion): (usize, &Criterion),
        stated: (&Fact, &Answer),
        (product, variant): (&Product, usize),
        nothing: &Baseline,
    ) -> Knowledge {
        let rule = self.profile.evidence;
        let known = knowledge(criterion, stated, (product, variant), rule, self.as_of, nothing);
        let covers = |own: &&OwnWork| {
            let variant = product.variants.get(variant);
            own.criterion == number && variant.is_some_and(|variant| own.covers(product, variant))
        };
        let own = self.own_work.iter().filter(|_| known.is_own_work()).find(covers);
        own.and_then(|own| by_institution(criterion, own, rule, self.as_of)).unwrap_or(known)
    }

    /// What the product's file says of each criterion for this variant; where
    /// layers differ, the last one that mentions it.
    fn stated<'v>(&self, product: &'v Product, number: usize) -> Vec<Option<(&'v Fact, &'v Answer)>> {
        let mut stated = vec![None; self.criteria.len()];
        for fact in &product.facts {
            let place = self.place(fact.criterion).and_then(|at| stated.get_mut(at));
            let answer = fact.answers.iter().find(|answer| answer.variants.contains(number));
            if let (Some(place), Some(answer)) = (place, answer) {
                *place = Some((fact, answer));
            }
        }
        stated
    }

    /// The position in `criteria` of the criterion with this number.
    fn place(&self, criterion: usize) -> Option<usize> {
        self.criteria.binary_search_by_key(&criterion, |(number, _)| *number).ok()
    }
}

/// The criteria on which a later layer of data gives this variant another answer.
fn deviating(product: &Product, number: usize, deviations: &[Deviation]) -> Box<[usize]> {
    let Some(variant) = product.variants.get(number) else { return Box::default() };
    let mine = deviations.iter().filter_map(|deviation| match &deviation.what {
        DeviationKind::Fact { product: id, kind, criterion, variants } => {
            (*id == product.id && *kind == product.kind && variants.contains(&variant.id))
                .then_some(*criterion)
        }
        _ => None,
    });
    mine.collect()
}

/// Who runs a variant, by number in [`Hosting::ALL`].
fn hosting_of(product: &Product, variant: usize) -> usize {
    let hosting = product.variants.get(variant).map_or(Hosting::Cloud, |variant| variant.hosting);
    Hosting::ALL.iter().position(|one| *one == hosting).unwrap_or_default()
}

/// The one answer that is left, by number; `None` where its premise does not hold, because
/// then it may be another.
fn single(question: &Question, knowledge: &Knowledge) -> Option<usize> {
    match knowledge.possible {
        Possible::Choices(set) if set.len() == 1 => {
            set.members().next().filter(|at| question.rests(*at).is_none_or(|rests| !rests.fallen))
        }
        _ => None,
    }
}
