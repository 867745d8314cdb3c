//! The program: it passes its arguments to the library and exits with its code.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(keuzehulp::cli::run(std::env::args_os().collect()).code())
}
