//! The files of all layers: where they are, what each is by its path, and how
//! one becomes a tree. Everything that touches the disk is in this room.

pub(crate) mod copies;
pub(super) mod decode;
pub(crate) mod folder;
pub(super) mod gathered;
pub(super) mod layer;
pub(super) mod list;
pub(super) mod memory;
pub(crate) mod revision;
pub(crate) mod tree;
