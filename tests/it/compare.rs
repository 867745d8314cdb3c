//! Comparisons: demands, evidence, weights, order, kinds, small and large sets of
//! data.

mod actions;
mod alike;
mod choice;
mod demands;
mod drafts;
mod evidence;
mod hearing;
mod many;
mod order;
mod pledged;
mod premises;
mod sets;
mod third_kind;
pub mod ties;
mod weighing;
