//! What is otherwise on the day of an exam, for the alternatives of a comparison, as plain
//! data. Nothing is put in another order by it: the comparison stays that of its own day.

use std::sync::Arc;

use crate::assess::Demand;
use crate::institution::exam_day::ExamDay;
use crate::model::{Choice, Criterion, Product, Variant};

/// The day of an exam, with what the premises that are otherwise on it do.
#[derive(Debug)]
pub struct OnExamDay<'c> {
    /// The day, and what rests on those premises.
    pub day: ExamDay<'c>,
    /// What they do; exams of which the same premises are otherwise share it.
    pub change: Arc<Change<'c>>,
}

/// What premises that are otherwise on a day do to the alternatives of a comparison.
#[derive(Debug, Default)]
pub struct Change<'c> {
    /// Demands that apply then and not now.
    pub demands: Vec<Then<'c>>,
    /// Answers whose premise is otherwise then, with the alternatives that have them.
    pub answers: Vec<Given<'c>>,
}

/// An alternative by its product and variant.
pub type Alternative<'c> = (&'c Product, &'c Variant);

/// A demand that applies on the day of an exam and not now.
#[derive(Debug)]
pub struct Then<'c> {
    /// The demand.
    pub demand: Demand,
    /// The criterion that it is about.
    pub criterion: &'c Criterion,
    /// The alternatives that do not meet it by what is known, in the order of the
    /// comparison.
    pub failing: Vec<Alternative<'c>>,
    /// The alternatives of which that is open, likewise.
    pub open: Vec<Alternative<'c>>,
}

/// An answer whose premise is otherwise on the day of an exam.
#[derive(Debug)]
pub struct Given<'c> {
    /// The premise, by number.
    pub premise: usize,
    /// The criterion.
    pub criterion: &'c Criterion,
    /// The answer.
    pub choice: &'c Choice,
    /// The alternatives that have it, or may, in the order of the comparison.
    pub by: Vec<Alternative<'c>>,
}
