//! The initial cases of the fuzz targets in `tests/fuzz`, and those that they found,
//! run again in `cargo test`.

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::support::{names, root};

#[path = "../../fuzz/bodies/mod.rs"]
mod bodies;

fn folder() -> PathBuf {
    root().join("tests/fuzz")
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("a case")
}

/// Every case: the name of its target, and its path.
fn cases() -> Vec<(&'static str, PathBuf)> {
    let of = |(name, _): &(&'static str, bodies::Body)| {
        let folder = folder().join("corpus").join(name);
        names(&folder).into_iter().map(|case| (*name, folder.join(case))).collect::<Vec<_>>()
    };
    bodies::TARGETS.iter().flat_map(of).collect()
}

#[test]
fn every_kept_case_holds() {
    let fails = |(name, path): &(&str, PathBuf)| {
        let bytes = bytes(path);
        catch_unwind(|| bodies::run(name, &bytes)).is_err().then(|| path.display().to_string())
    };
    let wrong: Vec<String> = cases().par_iter().filter_map(fails).collect();
    assert!(wrong.is_empty(), "what fails is told above: {wrong:#?}");
}

#[test]
fn every_target_has_its_cases_and_its_program() {
    let known: Vec<&str> = bodies::TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names(&folder().join("corpus")), known, "folders of cases");
    let manifest = String::from_utf8(bytes(&folder().join("Cargo.toml"))).expect("UTF-8");
    let programs: Vec<String> = known.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names(&folder().join("targets")), programs);
    for name in known {
        assert!(manifest.contains(&format!("[[bin]]\nname = \"{name}\"\npath = \"targets/{name}.rs\"\n")));
        let program = String::from_utf8(bytes(&folder().join(format!("targets/{name}.rs")))).expect("UTF-8");
        assert_eq!(program, format!("#![no_main]\nkeuzehulp_fuzz::target!(\"{name}\");\n"));
        let cases = names(&folder().join("corpus").join(name)).len();
        assert!((1..=250).contains(&cases), "{name} has {cases} cases");
    }
}

/// What everyone must download and run stays small.
#[test]
fn the_kept_cases_are_small() {
    let sizes: Vec<usize> = cases().iter().map(|(_, path)| bytes(path).len()).collect();
    assert!(sizes.iter().all(|size| *size <= 20_000), "the largest has {:?} bytes", sizes.iter().max());
    assert!(sizes.iter().sum::<usize>() < 1_000_000, "{} bytes in all", sizes.iter().sum::<usize>());
}

/// The bodies depend on this: they notice what must not be written.
#[test]
fn the_bodies_notice_what_is_wrong() {
    use bodies::harmless::{assert_harmless, cells, without_styles};
    fn notices<T>(check: impl FnOnce() -> T + std::panic::UnwindSafe) -> bool {
        catch_unwind(check).is_err()
    }
    for raw in ["\u{1b}", "\u{9b}", "\u{202e}", "\u{200b}", "\r", "\0"] {
        assert!(notices(|| assert_harmless(&format!("a{raw}b"))), "{raw:?}");
    }
    assert_harmless("één\ntwee 😀");
    assert_eq!(without_styles("\u{1b}[1ma\u{1b}[0m b"), "a b");
    assert!(notices(|| without_styles("\u{1b}]0;x\u{7}")));
    assert_eq!(cells("a;b\r\n1;'=x\r\n", b';'), 2);
    for sheet in ["a;b\r\n1\r\n", "a;b\r\n1; =x\r\n", "a;b\r\n1;\"x\ry\"\r\n"] {
        assert!(notices(|| cells(sheet, b';')), "{sheet:?}");
    }
    let loses = |name: &'static str, text: &'static str| notices(|| bodies::run(name, text.as_bytes()));
    assert!(!loses("guard", "=1") && !loses("suggestion", "a\na") && !loses("yaml", "a: ["));
    assert!(loses("unknown", ""));
}
