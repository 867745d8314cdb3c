//! The integration tests, in one binary, a module for each feature. Most run the
//! program as a user does; the data they use is in `tests/data`, so that a case
//! needs no Rust.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

mod bundle;
mod check;
mod command_line;
mod compare;
mod decide;
mod docs;
mod export;
mod house;
mod institution;
mod maintain;
mod page;
#[cfg(target_os = "linux")]
mod platform;
mod read;
mod workbook;
