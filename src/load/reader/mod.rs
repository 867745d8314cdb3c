//! The field helper: splits mappings by their tables of keys and reads their
//! values. All decoders use it.

pub(super) mod dates;
pub(super) mod fields;
pub(super) mod help;
pub(super) mod order;
pub(super) mod values;
