//! What to ask next: `keuzehulp/questions/1`.

use serde::Serialize;

use crate::compare::Comparison;
use crate::model::{Catalogue, Question};
use crate::report::words::products::group_id;
use crate::report::words::rules::eligibility;
use crate::views::questions::{Effect, Open, Questions, Reply};

use super::{Data, premises, score, within};

/// The questions of all groups, each group in its order.
#[derive(Debug, Serialize)]
pub struct Document {
    schema: &'static str,
    kind: String,
    as_of: String,
    profile: String,
    within: Option<Vec<String>>,
    data: Data,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed: Vec<premises::Assumed>,
    questions: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    group: Option<String>,
    order: usize,
    alternative: String,
    criterion: String,
    settled_by: &'static str,
    asked: Option<String>,
    points: f64,
    pairs: usize,
    demands: Vec<String>,
    answers: Vec<Answer>,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    has: Option<bool>,
    effect: Then,
}

#[derive(Debug, Serialize)]
struct Then {
    eligibility: &'static str,
    score: score::Score,
    rank_best: usize,
    rank_worst: usize,
}

/// The questions as a document.
#[must_use]
pub fn document(
    comparison: &Comparison<'_>,
    questions: &[Questions<'_, '_>],
    catalogue: &Catalogue,
) -> Document {
    let asked = |of: &Questions<'_, '_>| -> Vec<Item> {
        let group = of.group.map(|group| group_id(group).to_owned());
        of.open
            .iter()
            .zip(1..)
            .map(|(open, order)| Item { group: group.clone(), ..asked(open, order, comparison) })
            .collect()
    };
    Document {
        schema: "keuzehulp/questions/1",
        kind: comparison.kind_id.to_string(),
        as_of: comparison.as_of.to_string(),
        profile: comparison.profile.id.to_string(),
        within: within(comparison),
        data: Data { sha256: comparison.sha256.to_owned() },
        assumed: premises::assumed(catalogue),
        questions: questions.iter().flat_map(asked).collect(),
    }
}

fn asked(open: &Open<'_, '_>, order: usize, comparison: &Comparison<'_>) -> Item {
    let numbers: Vec<usize> = open.demands.iter().map(|demand| demand.criterion).collect();
    let question = &open.part.column.criterion.question;
    Item {
        group: None,
        order,
        alternative: open.row.id(),
        criterion: open.part.column.criterion.id.to_string(),
        settled_by: open.settled_by.id(),
        asked: open.asked.map(|day| day.to_string()),
        points: score::points(open.part.printed_open),
        pairs: open.pairs,
        demands: comparison.numbered(&numbers).iter().map(|criterion| criterion.id.to_string()).collect(),
        answers: open.effects.iter().flat_map(|effect| answers(effect, question)).collect(),
    }
}

fn answers(effect: &Effect, question: &Question) -> Vec<Answer> {
    let id = |at: usize| question.choice(at).map_or(String::new(), |choice| choice.id.to_string());
    let answer = |reply: &Reply| {
        let (id, has) = match *reply {
            Reply::Choice(at) => (id(at), None),
            Reply::Has(at) => (id(at), Some(true)),
            Reply::Lacks(at) => (id(at), Some(false)),
            Reply::Rung(_) => (effect.then.levels.low.name(), None),
        };
        let then = effect.then;
        let (eligibility, score) = (eligibility(then.eligibility).id, score::Score::of(then.score));
        let effect = Then { eligibility, score, rank_best: then.best, rank_worst: then.worst };
        Answer { id, has, effect }
    };
    effect.replies.iter().map(answer).collect()
}
