//! A comparison: `keuzehulp/comparison/2`.

use serde::Serialize;

use crate::assess::Ratio;
use crate::compare::{Cell, Comparison, Row};
use crate::model::{
    self, Audience, Catalogue, DeviationKind, Id, Level, NumberRange, Possible, Question, Set,
};
use crate::report::words;
use crate::report::words::deviations::deviation_id;
use crate::report::words::levels::status_word;
use crate::report::words::products::group_id;
use crate::report::words::requirement::because;
use crate::report::words::rules::{self, eligibility, rule_status};
use crate::text::Lang;

use super::Data;
use super::actions::ToDo;
use super::glance::{Age, Tile};
use super::institution::{self, NeedRule, NotAllowed, Own};
use super::premises::{self, OfComparison};
use super::score::{OwnWork, Score, Shares};
use super::within;

/// A whole comparison.
#[derive(Debug, Serialize)]
pub struct Document {
    schema: &'static str,
    kind: String,
    as_of: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_first: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instead: Vec<Instead>,
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<Own>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    situation: Vec<NeedRule>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_allowed: Vec<NotAllowed>,
    profile: Profile,
    premises: Vec<OfComparison>,
    rank_by: &'static str,
    ungrouped: bool,
    compared: usize,
    within: Option<Vec<String>>,
    audience: Vec<&'static str>,
    hosting: Option<Vec<&'static str>>,
    left_out_by_need: Vec<institution::Unfit>,
    left_out_by_audience: usize,
    left_out_drafts: Vec<String>,
    data: Data,
    left_out: Vec<LeftOut>,
    deviations: Vec<Deviation>,
    criteria: Vec<Criterion>,
    ranking: Vec<Alternative>,
    retired: Vec<Retired>,
    disclaimer: &'static str,
}

#[derive(Debug, Serialize)]
struct Instead {
    id: String,
    title: String,
    what: String,
}

#[derive(Debug, Serialize)]
struct Profile {
    id: String,
    overrides: Overrides,
}

#[derive(Debug, Serialize)]
struct Overrides {
    weights: Vec<Weight>,
    requirements: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Weight {
    criterion: String,
    weight: u32,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    path: String,
    errors: usize,
}

#[derive(Debug, Serialize)]
struct Deviation {
    what: &'static str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<String>,
}

#[derive(Debug, Serialize)]
struct Criterion {
    id: String,
    theme: String,
    title: String,
    weight: f64,
    exact_weight: String,
}

#[derive(Debug, Serialize)]
struct Alternative {
    rank: usize,
    rank_best: usize,
    rank_worst: usize,
    group: Option<String>,
    hosting: &'static str,
    audience: &'static str,
    in_use: bool,
    heard: &'static str,
    asked: Option<String>,
    #[serde(rename = "alternative")]
    id: String,
    name: String,
    eligibility: &'static str,
    block: &'static str,
    score: Score,
    shares: Shares,
    little_known: bool,
    tiles: Vec<Tile>,
    age: Age,
    own_work_items: Vec<OwnWork>,
    actions: Vec<ToDo>,
    knock_outs: Vec<KnockOut>,
    criteria: Vec<Answer>,
}

#[derive(Debug, Serialize)]
struct KnockOut {
    criterion: String,
    status: &'static str,
    /// Whether it is violated only together with other demands on the criterion.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    together: bool,
    because: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: String,
    status: &'static str,
    answers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open: Vec<String>,
    /// The premises that do not hold, of the answers that are left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fallen: Vec<String>,
    level_low: String,
    level_high: String,
    low: f64,
    high: f64,
}

#[derive(Debug, Serialize)]
struct Retired {
    product: String,
    name: String,
    on: String,
}

/// A weight with three decimals. For display only.
#[allow(clippy::cast_precision_loss)]
fn weight(weight: Ratio) -> f64 {
    weight.in_parts(1000) as f64 / 1000.0
}

/// The comparison as a document.
#[must_use]
pub fn document(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> Document {
    Document {
        schema: "keuzehulp/comparison/2",
        kind: comparison.kind_id.to_string(),
        as_of: comparison.as_of.to_string(),
        ask_first: comparison.kind.ask_first.as_ref().map(|text| text.get(lang).to_owned()),
        instead: comparison
            .instead
            .iter()
            .map(|(id, instead)| Instead {
                id: id.to_string(),
                title: instead.title.get(lang).to_owned(),
                what: instead.what.get(lang).to_owned(),
            })
            .collect(),
        institution: comparison
            .institution
            .as_ref()
            .map(|institution| institution::own(institution, catalogue, lang)),
        situation: institution::situation(comparison, lang),
        not_allowed: institution::not_allowed(comparison, lang),
        profile: Profile {
            id: comparison.profile.id.to_string(),
            overrides: Overrides {
                weights: comparison
                    .own_weights()
                    .map(|(criterion, weight)| Weight { criterion: criterion.id.to_string(), weight })
                    .collect(),
                requirements: comparison.own_requirements().map(str::to_owned).collect(),
            },
        },
        premises: premises::of(comparison),
        rank_by: words::rank_by(comparison.rank_by).id,
        ungrouped: comparison.ungrouped,
        compared: comparison.compared,
        within: within(comparison),
        audience: comparison.limits.audiences(true).map(Audience::id).collect(),
        hosting: comparison.possible.as_ref().map(|all| all.iter().map(|one| one.id()).collect()),
        left_out_by_need: institution::left_out_by_need(comparison),
        left_out_by_audience: comparison.left_out_by_audience.len(),
        left_out_drafts: comparison.drafts().into_iter().map(ToString::to_string).collect(),
        data: Data { sha256: comparison.sha256.to_owned() },
        left_out: comparison
            .left_out
            .iter()
            .map(|left| LeftOut { path: left.path.clone(), errors: left.errors })
            .collect(),
        deviations: comparison
            .deviations
            .iter()
            .map(|deviation| self::deviation(deviation, catalogue, lang))
            .collect(),
        criteria: comparison
            .criteria
            .iter()
            .map(|column| Criterion {
                id: column.criterion.id.to_string(),
                theme: column.theme.to_string(),
                title: column.criterion.title.get(lang).to_owned(),
                weight: weight(column.weight),
                exact_weight: column.weight.to_string(),
            })
            .collect(),
        ranking: comparison.rows.iter().map(|row| alternative(comparison, row, catalogue, lang)).collect(),
        retired: comparison
            .retired
            .iter()
            .filter_map(|product| {
                let on = product.retired.as_ref()?.on.to_string();
                Some(Retired { product: product.id.to_string(), name: product.name.to_string(), on })
            })
            .collect(),
        disclaimer: words::DISCLAIMER.get(lang),
    }
}

fn deviation(deviation: &model::Deviation, catalogue: &Catalogue, lang: Lang) -> Deviation {
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
    let (product, criterion, variants) = match &deviation.what {
        DeviationKind::File(_) => (None, None, Vec::new()),
        DeviationKind::Variants { product, variants, .. } => (Some(product), None, ids(variants)),
        DeviationKind::Fact { product, criterion, variants, .. } => {
            (Some(product), catalogue.criterion(*criterion), ids(variants))
        }
    };
    Deviation {
        what: deviation_id(&deviation.what),
        path: catalogue.path(deviation.place.file).to_owned(),
        product: product.map(ToString::to_string),
        criterion: criterion.map(|criterion| criterion.id.to_string()),
        variants,
        because: deviation.because.as_ref().map(|because| because.get(lang).to_owned()),
    }
}

fn alternative(comparison: &Comparison<'_>, row: &Row<'_>, catalogue: &Catalogue, lang: Lang) -> Alternative {
    let id = |number: usize| catalogue.criterion(number).map_or(String::new(), |c| c.id.to_string());
    Alternative {
        rank: row.rank.rank,
        rank_best: row.rank.best,
        rank_worst: row.rank.worst,
        group: row.group.map(|group| group_id(group).to_owned()),
        hosting: row.variant.hosting.id(),
        audience: row.variant.audience.id(),
        in_use: row.in_use,
        heard: row.evaluation.heard.id(),
        asked: row.product.asked.map(|day| day.to_string()),
        id: row.id(),
        name: words::alternative(row.product, row.variant),
        eligibility: eligibility(row.evaluation.eligibility).id,
        block: rules::block(row.evaluation.eligibility, true).id,
        score: Score::of(row.evaluation.score),
        shares: Shares::of(row.evaluation.shares),
        little_known: row.evaluation.shares.is_little_known(),
        tiles: Tile::all(comparison, row),
        age: Age::of(&row.evaluation),
        own_work_items: OwnWork::all(comparison, row),
        actions: ToDo::all(comparison, row, lang),
        knock_outs: comparison
            .rules(row)
            .map(|(demand, rule)| KnockOut {
                criterion: id(demand.criterion),
                status: rule_status(rule.status).id,
                together: rule.together,
                because: because(&demand.origin).get(lang).to_owned(),
            })
            .collect(),
        criteria: comparison
            .criteria
            .iter()
            .zip(comparison.cells(row))
            .map(|(column, cell)| answer(column.criterion, cell, catalogue))
            .collect(),
    }
}

fn answer(criterion: &model::Criterion, cell: &Cell, catalogue: &Catalogue) -> Answer {
    let (knowledge, question) = (&cell.knowledge, &criterion.question);
    let (answers, open) =
        if knowledge.counts() { possible(question, &knowledge.possible) } else { (Vec::new(), Vec::new()) };
    let counting = Some(&knowledge.possible).filter(|_| knowledge.counts());
    let part = |level: Level| f64::from(level.hundredths()) / 100.0;
    Answer {
        id: criterion.id.to_string(),
        fallen: counting.map_or(Vec::new(), |possible| premises::fallen(catalogue, question, possible)),
        status: status_word(knowledge.status).id,
        answers,
        open,
        level_low: knowledge.levels.low.name(),
        level_high: knowledge.levels.high.name(),
        low: part(knowledge.levels.low),
        high: part(knowledge.levels.high),
    }
}

/// The answers that remain possible, and for `any-of` the options that are open.
fn possible(question: &Question, possible: &Possible) -> (Vec<String>, Vec<String>) {
    let ids = |set: Set| -> Vec<String> {
        set.members().filter_map(|at| question.choice(at)).map(|choice| choice.id.to_string()).collect()
    };
    match possible {
        Possible::Choices(set) => (ids(*set), Vec::new()),
        Possible::Options { has, lacks } => {
            (ids(*has), ids(Set::first(question.count()).without(*has).without(*lacks)))
        }
        Possible::Numbers { ranges, named } => {
            let mut answers: Vec<String> = ranges.iter().map(numbers).collect();
            answers.extend(ids(*named));
            (answers, Vec::new())
        }
    }
}

fn numbers(range: &NumberRange) -> String {
    match range.to {
        Some(to) if to == range.from => to.to_string(),
        Some(to) => format!("{}-{to}", range.from),
        None => format!("{}-unlimited", range.from),
    }
}
