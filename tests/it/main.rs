//! The integration tests, in one binary. Most run the program as a user does;
//! the data they use stands in `tests/data`, so that a case needs no Rust.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

mod bundle;
mod cases;
mod command_line;
mod data_docs;
mod data_quality;
mod docs;
mod failing_disks;
mod files;
mod frames;
mod fuzz_corpus;
mod guide;
mod hostile;
mod hostile_more;
mod institution;
mod kept;
mod languages;
mod memory;
mod oracle;
mod outputs;
mod page;
mod properties;
mod references;
mod shipped;
mod streams_more;
mod third_kind;
mod tidy;
mod words;
mod workbook;
mod yaml_suite;
