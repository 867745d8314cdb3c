//! The field helper: takes mappings apart by their tables of keys and reads what
//! is in them. All decoders rest on it.

pub(super) mod fields;
pub(super) mod help;
pub(super) mod values;
