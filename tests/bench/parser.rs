//! The yardstick of `run.py`: how long it takes to read files and run the YAML
//! parser over them, ignoring the result. Prints the number of files and of events.

// It measures what the generator wrote, so nothing is expected to fail.
#![allow(clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

fn main() {
    let mut files = Vec::new();
    for folder in std::env::args().skip(1).filter(|given| !given.starts_with("--")) {
        gather(Path::new(&folder), &mut files);
    }
    files.sort();
    let events = AtomicUsize::new(0);
    files.par_iter().for_each(|path| {
        let text = std::fs::read_to_string(path).expect("a file of the generator");
        let found = granit_parser::Parser::new_from_str(&text).take_while(Result::is_ok).count();
        events.fetch_add(found, Ordering::Relaxed);
    });
    let mut out = std::io::stdout();
    let line = format!("{} files, {} events\n", files.len(), events.into_inner());
    std::io::Write::write_all(&mut out, line.as_bytes()).expect("standard output");
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
}
