//! `fmt` with files that may not be written, and with links.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::support::{folder, run_in};

const A: &str = "vendors/videobellen/a.yaml";
const B: &str = "vendors/videobellen/b.yaml";
const MESSY: &str = "name:   A\n";

#[test]
fn a_file_that_may_not_be_written_stays_and_the_others_are_written() {
    let place = folder(&[(A, MESSY), (B, MESSY)]);
    let at = place.path();
    let read = |path: &str| fs::read_to_string(at.join(path)).unwrap();
    fs::set_permissions(at.join(A), fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(at.join(B), fs::Permissions::from_mode(0o640)).unwrap();
    let made = run_in(at, &["fmt"]);
    assert_eq!(made.code, Some(3), "{}", made.err);
    assert!(made.err.contains(A) && made.err.contains("tegen schrijven beveiligd"), "{}", made.err);
    assert_eq!(made.out, format!("Opgemaakt: {B}\n2 bestanden bekeken, 1 opgemaakt\n"));
    assert_eq!((read(A), read(B)), (MESSY.to_owned(), "name: A\n".to_owned()));
    let mode = fs::metadata(at.join(B)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640, "a file keeps its permissions");
    let names = crate::support::names(&at.join("vendors/videobellen"));
    assert_eq!(names, ["a.yaml", "b.yaml"], "nothing is left beside them");
}

#[test]
fn a_link_stays_a_link_and_its_target_is_written() {
    let place = folder(&[(A, MESSY)]);
    let outside = folder(&[("buiten.yaml", MESSY)]);
    let at = place.path();
    symlink("a.yaml", at.join(B)).unwrap();
    symlink(outside.path().join("buiten.yaml"), at.join("vendors/videobellen/c.yaml")).unwrap();
    let made = run_in(at, &["fmt", "."]);
    assert!(fs::symlink_metadata(at.join(B)).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(at.join(A)).unwrap(), "name: A\n");
    // One that leads out of the data is no file of the data.
    assert_eq!(made.code, Some(1), "{}", made.err);
    assert!(made.out.contains("[KH031]") && made.out.contains("c.yaml"), "{}", made.out);
    assert_eq!(fs::read_to_string(outside.path().join("buiten.yaml")).unwrap(), MESSY);
}
