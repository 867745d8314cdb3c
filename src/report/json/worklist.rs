//! The work that is left on the data, `keuzehulp/worklist/1`.

use serde::Serialize;

use crate::assess::Ratio;
use crate::model::{Catalogue, Date};
use crate::report::words::requirement::because;
use crate::report::words::worklist::{why, work};
use crate::text::Lang;
use crate::views::worklist::{self, OfKind, OfProduct};

use super::Data;
use super::premises::{self, Assumed};
use super::score::points;

/// All work.
#[derive(Debug, Serialize)]
pub(crate) struct Worklist<'d> {
    schema: &'static str,
    as_of: String,
    until: Option<String>,
    profile: &'d str,
    data: Data,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed: Vec<Assumed>,
    counts: Counts,
    left_out_by_audience: usize,
    left_out_drafts: Vec<String>,
    products: Vec<ProductTotal<'d>>,
    criteria: Vec<CriterionTotal<'d>>,
    pieces: Vec<Piece<'d>>,
}

#[derive(Debug, Serialize)]
struct Counts {
    all: usize,
    research: usize,
    strengthen: usize,
    renew: usize,
}

/// A fraction of 1 as points, and exactly.
#[derive(Debug, Serialize)]
struct Points {
    points: f64,
    exact_points: String,
}

#[derive(Debug, Serialize)]
struct ProductTotal<'d> {
    kind: &'d str,
    product: &'d str,
    pieces: usize,
    demands: usize,
    #[serde(flatten)]
    points: Points,
}

#[derive(Debug, Serialize)]
struct CriterionTotal<'d> {
    kind: &'d str,
    criterion: &'d str,
    products: usize,
    pieces: usize,
    demands: usize,
    #[serde(flatten)]
    points: Points,
}

#[derive(Debug, Serialize)]
struct Piece<'d> {
    kind: &'d str,
    product: &'d str,
    variants: Vec<&'d str>,
    criterion: &'d str,
    work: &'static str,
    why: &'static str,
    #[serde(flatten)]
    points: Points,
    demands: Vec<Demand<'d>>,
    due: Option<String>,
    settled_by: &'static str,
    sources: Vec<&'d str>,
    file: &'d str,
    line: u32,
}

#[derive(Debug, Serialize)]
struct Demand<'d> {
    criterion: &'d str,
    because: String,
}

/// The work as a document; `until` is the last day that was looked at, where that is later
/// than the as-of date.
#[must_use]
pub(crate) fn document<'d>(
    list: &'d worklist::Worklist<'d, 'd>,
    (catalogue, profile): (&'d Catalogue, &'d str),
    (as_of, until): (Date, Option<Date>),
    lang: Lang,
) -> Worklist<'d> {
    let counts = list.counts();
    let criterion = |number| catalogue.criterion(number).map_or("", |found| found.id.as_str());
    let piece = |(of, piece): (&'d OfProduct<'d, 'd>, &'d worklist::Piece<'d, 'd>)| Piece {
        kind: of.comparison.kind_id.as_str(),
        product: of.product.id.as_str(),
        variants: piece.variants.iter().map(|variant| variant.id.as_str()).collect(),
        criterion: piece.column.criterion.id.as_str(),
        work: work(piece.why.work()).id,
        why: why(piece.why).id,
        points: Points::of(piece.points()),
        demands: piece
            .demands
            .iter()
            .map(|(_, demand)| Demand {
                criterion: criterion(demand.criterion),
                because: because(&demand.origin).get(lang).to_owned(),
            })
            .collect(),
        due: piece.due.map(|day| day.to_string()),
        settled_by: piece.settled_by.id(),
        sources: piece.sources.iter().map(|source| source.id.as_str()).collect(),
        file: catalogue.path(piece.place.file),
        line: piece.place.line,
    };
    Worklist {
        schema: "keuzehulp/worklist/1",
        as_of: as_of.to_string(),
        until: until.map(|day| day.to_string()),
        profile,
        data: Data { sha256: catalogue.sha256.clone() },
        assumed: premises::assumed(catalogue),
        counts: Counts {
            all: counts.all(),
            research: counts.research,
            strengthen: counts.strengthen,
            renew: counts.renew,
        },
        left_out_by_audience: list.left_out_by_audience,
        left_out_drafts: list.left_out_drafts.iter().map(ToString::to_string).collect(),
        products: list.products().map(product).collect(),
        criteria: list.kinds.iter().flat_map(criteria).collect(),
        pieces: list.pieces().map(piece).collect(),
    }
}

fn product<'d>(of: &'d OfProduct<'d, 'd>) -> ProductTotal<'d> {
    ProductTotal {
        kind: of.comparison.kind_id.as_str(),
        product: of.product.id.as_str(),
        pieces: of.pieces.len(),
        demands: of.demands,
        points: Points::of(of.points),
    }
}

fn criteria<'d>(kind: &'d OfKind<'d, 'd>) -> impl Iterator<Item = CriterionTotal<'d>> {
    kind.criteria.iter().map(|of| CriterionTotal {
        kind: kind.comparison.kind_id.as_str(),
        criterion: of.column.criterion.id.as_str(),
        products: of.products,
        pieces: of.pieces,
        demands: of.demands,
        points: Points::of(of.points()),
    })
}

impl Points {
    fn of(ratio: Ratio) -> Points {
        Points { points: points(ratio), exact_points: ratio.to_string() }
    }
}
