//! Layer 3: the institution's own part. Its situation decides which rules hold, its
//! triage which products may be used, its checklist what it still has to arrange.

pub mod checklist;
pub mod exam_day;
pub mod situation;
pub mod triage;
