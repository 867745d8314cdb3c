//! What is more than a bundle can be is refused within bounds of time and memory.

use std::fs;
use std::path::Path;

use crate::bundle::{bundle, made};
use crate::support::{Limits, Run, limited};

/// `verify` with little memory and little time.
fn bounded(place: &Path) -> Run {
    let limits = Limits { kibibytes: 1_048_576, ..Limits::default() };
    limited(place, &limits).args(["verify", "pakket"]).output().unwrap().into()
}

/// Of what was not read, only that there is too much is reported.
fn is_too_much(run: &Run) {
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    assert_eq!(run.out.matches("[KH607]").count(), 1, "{}", run.out);
    assert!(!run.out.contains("[KH602]"), "nobody looked for it: {}", run.out);
    assert!(run.out.contains("niet nagerekend"), "{}", run.out);
}

#[test]
fn many_large_files_end_with_one_finding_in_bounded_time_and_memory() {
    let place = made("videobellen", &[]);
    for n in 0..2_000 {
        let file = fs::File::create(bundle(&place).join(format!("a{n:04}"))).unwrap();
        file.set_len(200 << 20).unwrap();
    }
    is_too_much(&bounded(place.path()));
}

#[test]
fn more_files_than_a_bundle_can_have_end_with_one_finding() {
    let place = made("videobellen", &[]);
    let first = bundle(&place).join("a/0");
    fs::create_dir(bundle(&place).join("a")).unwrap();
    fs::write(&first, "x").unwrap();
    // A file has at most so many names, by the kind of disk.
    for n in 1..100_200 {
        let name = bundle(&place).join(format!("a/{n}"));
        if fs::hard_link(&first, &name).is_err() {
            fs::write(&name, "x").unwrap();
        }
    }
    is_too_much(&bounded(place.path()));
}
