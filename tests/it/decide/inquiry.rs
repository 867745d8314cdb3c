//! The order of questions: how many answers it takes until it is certain which comes first,
//! against the best that can be, against a random order, and on the shipped data.

// What was measured is printed, for `docs/method.md`; counts are far below 2^52.
#![allow(clippy::print_stdout, clippy::cast_precision_loss)]

use std::collections::HashMap;

use keuzehulp::assess::answers::possible_levels;
use keuzehulp::assess::inquiry::{Asked, Contender, Inquiry, Swing};
use keuzehulp::compare::{Comparison, Request, Supposing, compare};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::Catalogue;

use crate::support::AS_OF;

/// `SplitMix64`, so that the same sets are tried everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("below the bound")
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// Two to four alternatives with two to five criteria, of which at most `most` facts are
/// open.
fn small(random: &mut Random, most: usize) -> Vec<Contender> {
    const LEVELS: [&[u128]; 4] = [&[0, 100], &[0, 50, 100], &[50, 100], &[0, 50]];
    loop {
        let weights: Vec<u128> = (0..2 + random.below(4)).map(|_| 1 + random.below(6) as u128).collect();
        let contenders: Vec<Contender> = (0..2 + random.below(3))
            .map(|_| {
                let mut one = Contender { low: 0, swings: Vec::new() };
                for weight in &weights {
                    let values: Vec<u128> = random.of(&LEVELS).iter().map(|level| weight * level).collect();
                    if random.below(3) == 0 {
                        one.low += *random.of(&values);
                    } else {
                        one.low += values[0];
                        one.swings.push(Swing { values, decides: false });
                    }
                }
                one
            })
            .collect();
        let open: usize = contenders.iter().map(|one| one.swings.len()).sum();
        if open <= most && !is_certain(&contenders, &vec![None; open]) {
            return contenders;
        }
    }
}

/// The questions of all alternatives, one after the other.
fn questions(contenders: &[Contender]) -> Vec<Asked> {
    let each = contenders.iter().enumerate();
    each.flat_map(|(at, one)| (0..one.swings.len()).map(move |number| (at, number))).collect()
}

/// Whether one is certainly first, worked out by itself: its lowest is at least the highest
/// of every other.
fn is_certain(contenders: &[Contender], answers: &[Option<u128>]) -> bool {
    let mut bounds: Vec<(u128, u128)> = contenders.iter().map(|one| (one.low, one.low)).collect();
    for ((at, number), answer) in questions(contenders).into_iter().zip(answers) {
        let values = &contenders[at].swings[number].values;
        let (low, high) = (values[0], values[values.len() - 1]);
        let (least, most) = answer.map_or((low, high), |value| (value, value));
        bounds[at].0 += least - low;
        bounds[at].1 += most - low;
    }
    (0..bounds.len()).any(|a| (0..bounds.len()).all(|b| a == b || bounds[b].1 <= bounds[a].0))
}

/// The fewest answers on average, when each value is as likely as another.
fn optimum(
    contenders: &[Contender],
    answers: &mut Vec<Option<u128>>,
    known: &mut HashMap<Vec<Option<u128>>, f64>,
) -> f64 {
    if is_certain(contenders, answers) {
        return 0.0;
    }
    if let Some(found) = known.get(answers) {
        return *found;
    }
    let mut best = f64::MAX;
    for (place, (at, number)) in questions(contenders).into_iter().enumerate() {
        if answers[place].is_none() {
            let values = &contenders[at].swings[number].values;
            let mut average = 1.0;
            for value in values {
                answers[place] = Some(*value);
                average += optimum(contenders, answers, known) / values.len() as f64;
            }
            answers[place] = None;
            best = best.min(average);
        }
    }
    known.insert(answers.clone(), best);
    best
}

/// The answers that this order takes on average.
fn average(inquiry: &Inquiry<'_>, contenders: &[Contender]) -> f64 {
    let Some(asked) = inquiry.next() else {
        assert!(inquiry.is_certain(), "something is left to ask");
        return 0.0;
    };
    let values = &contenders[asked.0].swings[asked.1].values;
    let after = values.iter().map(|value| {
        let mut then = inquiry.clone();
        then.answer(asked, *value);
        average(&then, contenders) / values.len() as f64
    });
    1.0 + after.sum::<f64>()
}

/// A thousand small sets, tried whole: on average at most a twentieth more answers than the
/// best plan takes, and never more than a quarter.
#[test]
fn few_more_answers_are_needed_than_the_best_plan_takes() {
    let mut random = Random(20_261_201);
    let (mut sum, mut worst) = (0.0, 0.0f64);
    let count = 1000;
    for _ in 0..count {
        let contenders = small(&mut random, 8);
        let open = questions(&contenders).len();
        let best = optimum(&contenders, &mut vec![None; open], &mut HashMap::new());
        let ratio = average(&Inquiry::new(&contenders), &contenders) / best;
        assert!(ratio > 0.999, "better than the best: {ratio}");
        sum += ratio;
        worst = worst.max(ratio);
    }
    let mean = sum / f64::from(count);
    println!("{count} small sets: {mean:.3} times the best plan on average, {worst:.3} at worst");
    assert!(mean <= 1.05, "{mean}");
    assert!(worst <= 1.25, "{worst}");
}

/// What the order says of larger sets is a rule of thumb; there the rule itself has to hold.
#[test]
fn every_question_is_asked_once_and_certainty_ends_it() {
    let mut random = Random(7);
    for _ in 0..300 {
        let contenders = small(&mut random, 20);
        let all = questions(&contenders);
        let inquiry = Inquiry::new(&contenders);
        for most in [0, 3, 500] {
            let mut order = inquiry.clone().order(most);
            if most > 0 {
                assert_eq!(order.first().copied(), inquiry.next());
            }
            order.sort_unstable();
            assert_eq!(order, all, "each once");
        }
        // With these answers it comes to an end that another way of counting agrees with.
        let mut inquiry = inquiry;
        let mut answers = vec![None; all.len()];
        while let Some(asked) = inquiry.next() {
            assert!(!is_certain(&contenders, &answers));
            let value = *random.of(&contenders[asked.0].swings[asked.1].values);
            inquiry.answer(asked, value);
            answers[all.iter().position(|one| *one == asked).expect("a question")] = Some(value);
        }
        assert!(is_certain(&contenders, &answers));
    }
}

/// What can rule an alternative out is asked before what only moves its points.
#[test]
fn what_can_rule_out_comes_first() {
    let swing = |high, decides| Swing { values: vec![0, high], decides };
    let one = Contender { low: 50, swings: vec![swing(40, false), swing(5, true)] };
    let other = Contender { low: 30, swings: vec![swing(60, false), swing(10, true)] };
    let order = Inquiry::new(&[one, other]).order(4);
    assert_eq!(order[..2].iter().map(|(_, number)| *number).collect::<Vec<_>>(), [1, 1]);
}

fn shipped() -> Catalogue {
    load(&[Layer::BuiltIn], parse_date(AS_OF).expect("a day")).expect("the data").catalogue
}

/// The alternatives of a comparison as they take part in the order, without demands, and
/// with own work as not done.
fn contenders(comparison: &Comparison<'_>, catalogue: &Catalogue) -> Vec<Contender> {
    let supposing = Supposing::new(comparison, catalogue);
    let contender = |row: &keuzehulp::compare::Row<'_>| {
        let cells = comparison.cells(row).filter(|cell| cell.knowledge.is_open());
        let swings = cells.filter_map(|cell| {
            let question = &catalogue.criterion(cell.criterion)?.question;
            let levels = possible_levels(question, &cell.knowledge.possible);
            let worth = |level: &keuzehulp::model::Level| supposing.parts(cell.criterion, level.hundredths());
            let mut values: Vec<u128> = levels.iter().map(worth).collect();
            values.dedup();
            (values.len() > 1).then_some(Swing { values, decides: false })
        });
        Contender { low: row.evaluation.score.low_parts, swings: swings.collect() }
    };
    comparison.rows.iter().map(contender).collect()
}

/// The median number of answers until it is certain which comes first, by our order and by
/// a random one, and how often the product that is first after ten answers is the true
/// first; over seeded truths.
fn measured(contenders: &[Contender], truths: u64) -> (usize, usize, f64) {
    let all = questions(contenders);
    let (mut ours, mut theirs, mut right) = (Vec::new(), Vec::new(), 0u32);
    for seed in 0..truths {
        let mut random = Random(seed * 1_000_003 + 5);
        let truth: HashMap<Asked, u128> = all
            .iter()
            .map(|asked| (*asked, *random.of(&contenders[asked.0].swings[asked.1].values)))
            .collect();
        let total = |at: usize| -> u128 {
            let swings = contenders[at].swings.iter().enumerate();
            contenders[at].low + swings.map(|(n, swing)| truth[&(at, n)] - swing.values[0]).sum::<u128>()
        };
        let most = (0..contenders.len()).map(total).max().expect("an alternative");
        let mut lows: Vec<u128> = contenders.iter().map(|one| one.low).collect();
        let mut inquiry = Inquiry::new(contenders);
        let mut count = 0;
        let mut after_ten = None;
        while let Some(asked) = inquiry.next() {
            inquiry.answer(asked, truth[&asked]);
            lows[asked.0] += truth[&asked] - contenders[asked.0].swings[asked.1].values[0];
            count += 1;
            if count == 10 {
                after_ten = Some(lows.clone());
            }
        }
        let seen = after_ten.unwrap_or(lows);
        let first = (0..seen.len()).max_by_key(|at| seen[*at]).expect("an alternative");
        right += u32::from(total(first) == most);
        ours.push(count);
        let mut left = all.clone();
        let mut inquiry = Inquiry::new(contenders);
        let mut count = 0;
        while !inquiry.is_certain() {
            let asked = left.swap_remove(random.below(left.len()));
            inquiry.answer(asked, truth[&asked]);
            count += 1;
        }
        theirs.push(count);
    }
    let median = |mut counts: Vec<usize>| {
        counts.sort_unstable();
        counts[counts.len() / 2]
    };
    (median(ours), median(theirs), f64::from(right) / truths as f64)
}

/// On the shipped data, over a thousand truths: among all variants without own work half as
/// many answers as a random order takes, and among Teams, Meet and Zoom three quarters.
#[test]
fn the_order_saves_questions_on_the_shipped_data() {
    let catalogue = shipped();
    let profile = catalogue.profiles.values().next().expect("a profile");
    let as_of = parse_date(AS_OF).expect("a day");
    for (kind_id, kind) in catalogue.kinds.keys().zip(0..) {
        let mut request = Request::new(kind, profile, as_of);
        request.ungrouped = true;
        let comparison = compare(&catalogue, request).expect("something weighs");
        let mut all = contenders(&comparison, &catalogue);
        let mut kept = comparison.rows.iter().map(|row| row.evaluation.own_work == 0);
        all.retain(|_| kept.next() == Some(true));
        let (ours, theirs, right) = measured(&all, 1000);
        println!(
            "{kind_id}, {} variants: {ours} answers, random {theirs}; right after ten: {right:.2}",
            all.len()
        );
        assert!(ours * 2 <= theirs, "{kind_id}: {ours} of {theirs}");
    }
    let kind = catalogue.kinds.get_index_of("videobellen").expect("the kind");
    let mut request = Request::new(kind, profile, as_of);
    for product in ["microsoft-teams", "google-meet", "zoom"] {
        request.choose(&catalogue, product).expect(product);
    }
    let comparison = compare(&catalogue, request).expect("something weighs");
    let three = contenders(&comparison, &catalogue);
    let (ours, theirs, right) = measured(&three, 1000);
    println!(
        "Teams, Meet and Zoom, {} variants: {ours} answers, random {theirs}; right after ten: {right:.2}",
        three.len()
    );
    assert!(ours * 4 <= theirs * 3, "{ours} of {theirs}");
}
