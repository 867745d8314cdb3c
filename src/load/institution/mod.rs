//! What an institution does itself: the checklist and the steps of the triage,
//! and a dossier with its own answers.

mod checklist;
pub(super) mod dossier;
mod named;
pub(super) mod read;
mod triage;
