//! Running the program in a clean environment.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The as-of date of the tests.
pub const AS_OF: &str = "2026-11-21";

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of `tests/data`.
pub fn data(name: &str) -> PathBuf {
    root().join("tests/data").join(name)
}

/// The program, with nothing in its environment that could change the result.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keuzehulp"));
    command.env_clear().stdin(Stdio::null());
    command
}

/// What a run printed and how it ended.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

/// Runs the program with these arguments.
pub fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Run {
    program().args(arguments).output().expect("the program starts").into()
}

/// A copy of the program in this folder, for a user who may not reach the one
/// that was built. It is copied by another process: a program that this one
/// still has open for writing, in any of its threads, cannot be started.
pub fn own_copy(folder: &Path) -> PathBuf {
    let copied = folder.join("keuzehulp");
    let status = Command::new("cp").arg(env!("CARGO_BIN_EXE_keuzehulp")).arg(&copied).status();
    assert!(status.expect("`cp` starts").success());
    copied
}

/// Writes files into a new folder that disappears with its value.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        let mut file = std::fs::File::create(path).expect("a file");
        file.write_all(text.as_bytes()).expect("written");
    }
    folder
}

/// A small, complete set of data: two kinds, four criteria, two profiles, three
/// products. `tests/data/small` describes it.
pub fn small() -> PathBuf {
    data("small")
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// A copy of the small data with these files added or replaced.
pub fn small_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let copied = folder(&[]);
    put_small(copied.path(), files);
    copied
}

/// [`small_with`], for files that need not be text.
pub fn small_with_bytes(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let copied = folder(&[]);
    put_small(copied.path(), files);
    copied
}

/// Copies the small data to a folder, with these files added or replaced.
pub fn put_small<T: AsRef<[u8]>>(at: &Path, files: &[(&str, T)]) {
    copy(&small(), at);
    for (path, bytes) in files {
        let path = at.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("written");
    }
}

/// Where [`PRODUCT`] may stand in the small data.
pub const DELTA: &str = "vendors/videobellen/delta.yaml";

/// A whole product, to change.
pub const PRODUCT: &str = "\
name: Delta
maker: Delta bv
homepage: https://delta.example.org
variants:
  gewoon: {name: gewone uitvoering, hosting: cloud, licence: paid}
sources:
  uitleg:
    title: Uitleg van Delta
    url: \"https://delta.example.org/uitleg\"
    read: 2026-10-01
    grade: vendor
facts:
  processing-agreement:
    answers:
      - for: all
        answer: complete
    evidence:
      - from: uitleg
        shows: Er is een overeenkomst.
";

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A run that has been started in `folder` and goes on by itself.
pub fn started(folder: &Path, arguments: impl IntoIterator<Item: AsRef<OsStr>>) -> Child {
    program()
        .current_dir(folder)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits for the end of a run.
pub fn ended(child: Child) -> Run {
    child.wait_with_output().unwrap().into()
}
