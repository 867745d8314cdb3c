//! Layer 3: a request becomes a comparison, as plain data that knows no format.
//! Exporters show it; they compute nothing.
//!
//! Read in this order: `adjust` (what is asked), `evaluate` (one alternative
//! after another), `turned` (the same with a premise the other way round), `arrange`
//! (all of them in order, with what is shown beside them), `premises` (what moves with
//! one), `exam_days` (what is otherwise on the day of an exam), `comparison` (the result), `supposed`
//! (what one more answer would make of it).

mod adjust;
mod arrange;
mod choice;
mod comparison;
mod evaluate;
mod evaluation;
mod exam_day;
mod exam_days;
mod group;
mod institution;
mod limits;
mod moved;
mod order;
mod premises;
mod shared;
mod supposed;
mod turned;
mod weighing;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::model::{Catalogue, Deviation, DeviationKind, Id};

pub(crate) use adjust::exam;
pub use adjust::{Overrides, Refusal, Request};
pub use arrange::arrange;
pub use comparison::{Column, Comparison, Row, class_rows};
pub use evaluate::{Evaluator, Judged};
pub use evaluation::{Evaluation, Evaluations, SourceCount};
pub use exam_day::{Alternative, Change, Given, OnExamDay, Then};
pub use group::{Group, GroupedBy};
pub use institution::Institution;
pub use limits::Limits;
pub use moved::{Move, OnPremise, Stand};
pub use shared::Cell;
pub use supposed::{Supposed, Supposing, standing};
pub use weighing::{ThemeWeight, Weighing, weighing};

/// Makes the comparison that is asked for.
///
/// # Errors
/// When the weights give no score, or the dossier is about another kind.
pub fn compare<'c>(catalogue: &'c Catalogue, request: Request<'c>) -> Result<Comparison<'c>, Refusal> {
    let evaluator = Evaluator::new(catalogue, &request)?;
    // What later layers change, per product.
    let mut changed: HashMap<(usize, &Id), Vec<Deviation>> = HashMap::new();
    for deviation in &catalogue.deviations {
        if let DeviationKind::Fact { product, kind, .. } = &deviation.what {
            changed.entry((*kind, product)).or_default().push(deviation.clone());
        }
    }
    let evaluations = catalogue
        .products
        .par_iter()
        .map(|product| {
            evaluator.product(product, changed.get(&(product.kind, &product.id)).map_or(&[], Vec::as_slice))
        })
        .collect();
    arrange(catalogue, request, evaluations, evaluator.finish())
}
