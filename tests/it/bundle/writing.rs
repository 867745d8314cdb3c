//! Where a bundle is written, and what it never replaces.

use super::*;
use crate::support::names;
use std::sync::LazyLock;

/// A place without a bundle, or with one in English, which differs in every file.
pub fn place(has_old: bool) -> tempfile::TempDir {
    // Made once, and copied from then on.
    static OLD: LazyLock<tempfile::TempDir> = LazyLock::new(|| made("videobellen", &["--lang", "en"]));
    let place = folder(&[]);
    if has_old {
        copy(&bundle(&OLD), &bundle(&place));
    }
    place
}

/// The fingerprint of the manifest of `pakket`, when it is a whole bundle.
pub fn state(place: &Path) -> Option<String> {
    let root = place.join("pakket");
    if !root.exists() {
        return None;
    }
    let run = verify(place, &[]);
    assert_eq!(run.code, Some(0), "there is half a bundle: {}{}", run.out, run.err);
    Some(sha256(&fs::read(root.join("manifest.txt")).unwrap()))
}

/// The fingerprints of the old bundle and of the new one.
pub fn versions() -> (String, String) {
    static BOTH: LazyLock<(String, String)> = LazyLock::new(|| {
        let of = |extra: &[&str]| state(made("videobellen", extra).path()).unwrap();
        (of(&["--lang", "en"]), of(&[]))
    });
    BOTH.clone()
}

#[test]
fn a_folder_with_something_in_it_is_not_replaced_unasked() {
    let place = place(true);
    let (old, new) = versions();
    let run = at(place.path(), &arguments(&small(), "videobellen", &[]));
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(run.err.contains("pakket: ") && run.err.contains("--overwrite"), "{}", run.err);
    assert_eq!(state(place.path()), Some(old));
    let run = at(place.path(), &arguments(&small(), "videobellen", &["--overwrite"]));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(state(place.path()), Some(new));
    assert_eq!(names(place.path()), ["pakket"], "the old one is gone, whole");
}

#[test]
fn what_is_no_bundle_is_never_replaced() {
    for files in [&[("pakket/belangrijk.txt", "x")][..], &[("pakket/manifest.txt", "van iets anders\n")]] {
        let place = folder(files);
        for extra in [&[][..], &["--overwrite"]] {
            let run = at(place.path(), &arguments(&small(), "videobellen", extra));
            assert_eq!(run.code, Some(3), "{}", run.err);
            assert_eq!(super::files(place.path()), [files[0].0]);
        }
    }
    let place = folder(&[("pakket", "een bestand")]);
    let run = at(place.path(), &arguments(&small(), "videobellen", &["--overwrite"]));
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(fs::read_to_string(place.path().join("pakket")).unwrap(), "een bestand");
}

#[test]
fn an_empty_folder_is_filled_and_a_parent_must_be_there() {
    let place = folder(&[]);
    fs::create_dir(place.path().join("pakket")).unwrap();
    let run = at(place.path(), &arguments(&small(), "videobellen", &[]));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(state(place.path()).is_some());
    assert_eq!(names(place.path()), ["pakket"]);
    let data = small();
    let mut elsewhere = arguments(&data, "videobellen", &[]);
    let target = elsewhere.iter().position(|word| *word == "pakket").unwrap();
    for path in ["nergens/pakket", "", "/dev/null", "/dev/null/pakket"] {
        elsewhere[target] = path;
        let run = at(place.path(), &elsewhere);
        assert!(matches!(run.code, Some(2 | 3)), "{path:?}: {:?} {}", run.code, run.err);
        assert_eq!(names(place.path()), ["pakket"], "{path:?}");
    }
}

#[test]
fn a_bundle_never_comes_in_the_place_of_its_own_data() {
    let place = folder(&[]);
    copy(&small(), &place.path().join("gegevens"));
    let data = place.path().join("gegevens");
    let before = files(place.path());
    let mut all = arguments(&data, "videobellen", &["--overwrite"]);
    let target = all.iter().position(|word| *word == "pakket").unwrap();
    for path in
        ["gegevens", ".", "gegevens/vendors", "gegevens/vendors/nieuw", "gegevens/criteria/nieuw", ".."]
    {
        all[target] = path;
        let run = at(place.path(), &all);
        assert_eq!(run.code, Some(3), "{path}: {}", run.err);
        assert_eq!(files(place.path()), before, "{path}");
    }
}
