//! What is read: YAML, files, folders and layers of data, what a file may say, and
//! what we report about it.

mod any_text;
pub mod cases;
mod characters;
pub mod disguises;
pub mod folders;
mod fuzz_corpus;
pub mod hostile;
mod ids;
mod languages;
mod layers;
mod memory;
mod model;
mod yaml_suite;
