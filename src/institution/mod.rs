//! Layer 3: what an institution does itself. Its situation decides which rules
//! hold, its triage which products may be used, its checklist what it still has
//! to arrange.

pub mod checklist;
pub mod situation;
pub mod triage;
