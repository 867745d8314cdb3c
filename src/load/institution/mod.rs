//! What an institution does itself: the checklist and the steps of the triage,
//! and a dossier with its own answers.

mod asked;
pub(super) mod candidates;
mod checklist;
mod dossier;
mod named;
mod own_work;
pub(super) mod read;
mod triage;
