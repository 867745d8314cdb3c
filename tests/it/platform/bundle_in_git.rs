//! A bundle that is kept in git.

use std::fs;
use std::path::Path;
use std::process::Command;

use keuzehulp::text::hash::sha256;

use crate::bundle::{bundle, files, made, sealed, verify};
use crate::support::folder;

/// Whether git is there, to try a repository with.
fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success())
}

fn git(at: &Path, arguments: &[&str]) {
    let fixed = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"];
    let mut command = Command::new("git");
    command.current_dir(at).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.args(fixed).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A clone of a repository with the bundle of a place, as a user with these
/// settings has it.
fn cloned(place: &tempfile::TempDir, made_with: &str, taken_with: &str) -> tempfile::TempDir {
    git(place.path(), &["init", "-q"]);
    git(place.path(), &["-c", made_with, "add", "-A"]);
    git(place.path(), &["commit", "-q", "-m", "x"]);
    let other = folder(&[]);
    git(other.path(), &["-c", taken_with, "clone", "-q", "--no-local", place.path().to_str().unwrap(), "."]);
    other
}

/// Takes the line of a file out of the manifest and the file out of the bundle.
fn without(root: &Path, path: &str) {
    fs::remove_file(root.join(path)).unwrap();
    sealed(root);
}

#[test]
fn a_bundle_stays_the_same_in_git_whatever_its_settings() {
    if !has_git() {
        return;
    }
    for made_with in ["core.autocrlf=true", "core.autocrlf=input", "core.autocrlf=false"] {
        for taken_with in ["core.autocrlf=true", "core.autocrlf=false", "core.eol=crlf"] {
            let place = made("videobellen", &[]);
            let other = cloned(&place, made_with, taken_with);
            let run = verify(other.path(), &[]);
            assert_eq!(run.code, Some(0), "{made_with} {taken_with}: {}", run.out);
            assert_eq!(files(&bundle(&other)), files(&bundle(&place)));
        }
    }
    // Also below a folder that asks git for other line ends.
    let place = made("videobellen", &["--lang", "en"]);
    fs::write(place.path().join(".gitattributes"), "* text=auto eol=crlf\n").unwrap();
    let other = cloned(&place, "core.autocrlf=false", "core.autocrlf=false");
    assert_eq!(verify(other.path(), &[]).code, Some(0));
}

#[test]
fn an_older_bundle_that_git_changed_says_that_only_line_ends_differ() {
    if !has_git() {
        return;
    }
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    without(&root, ".gitattributes");
    assert_eq!(verify(place.path(), &[]).code, Some(0), "an older bundle is still the same");
    let own = sha256(&fs::read(root.join("manifest.txt")).unwrap());
    let other = cloned(&place, "core.autocrlf=input", "core.autocrlf=true");
    let run = verify(other.path(), &["--expect", &own]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    let told: Vec<&str> = run.out.lines().filter(|line| line.contains(": fout[")).collect();
    assert!(told.len() > 15 && told.iter().all(|line| line.contains("[KH611]")), "{}", run.out);
    assert!(told.iter().any(|line| line.starts_with("manifest.txt: ")), "{}", run.out);
}
