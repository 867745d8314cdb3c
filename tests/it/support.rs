//! Running the program in a clean environment.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub mod commands;
pub mod random;

/// The as-of date of the tests.
pub const AS_OF: &str = "2026-11-30";

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

/// Runs the program with these arguments where there is no data.
pub fn run_elsewhere<S: AsRef<OsStr>>(arguments: &[S]) -> Run {
    let empty = folder(&[]);
    program().current_dir(empty.path()).args(arguments).output().expect("the program starts").into()
}

/// Runs the program with these arguments in a folder.
pub fn run_in(at: &Path, arguments: &[&str]) -> Run {
    program().current_dir(at).args(arguments).output().expect("the program starts").into()
}

/// Bounds that are far more than a run needs, and far less than one takes that
/// grows or never ends: a test that goes wrong fails, and takes no machine with it.
pub struct Limits {
    /// Of address space.
    pub kibibytes: u32,
    /// Of the stack of the first thread.
    pub stack: u32,
    /// After which the run is ended.
    pub seconds: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { kibibytes: 524_288, stack: 8_192, seconds: 120 }
    }
}

/// The program in a folder, within limits where there are tools to set them
/// (Linux), and without them elsewhere.
pub fn limited(place: &Path, limits: &Limits) -> Command {
    let mut command = if cfg!(target_os = "linux") {
        let Limits { kibibytes, stack, seconds } = limits;
        let script = format!(
            "ulimit -v {kibibytes} && ulimit -s {stack} && exec timeout -s KILL {seconds} \"$0\" \"$@\""
        );
        let mut command = Command::new("sh");
        command.env_clear().env("PATH", "/usr/bin:/bin");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_keuzehulp")]).stdin(Stdio::null());
        command
    } else {
        program()
    };
    command.env("RAYON_NUM_THREADS", "2").current_dir(place);
    command
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

/// Every file below a folder, by its path inside it.
pub fn files(at: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![at.to_owned()];
    while let Some(folder) = open.pop() {
        for name in names(&folder) {
            let path = folder.join(name);
            if path.is_dir() {
                open.push(path);
            } else {
                let inner = path.strip_prefix(at).expect("inside").to_string_lossy().replace('\\', "/");
                found.push((inner, std::fs::read(&path).expect("a file")));
            }
        }
    }
    found.sort();
    found
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

/// The small data in `gegevens`, with these files added or replaced.
pub fn in_gegevens(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = folder(&[]);
    put_small(&root.path().join("gegevens"), files);
    root
}

/// The options that make `gegevens` the only data.
pub const ON_GEGEVENS: [&str; 5] = ["--no-builtin", "--as-of", AS_OF, "--data", "gegevens"];

/// The part of a comparison in JSON that is about one alternative.
pub fn row<'d>(document: &'d serde_json::Value, alternative: &str) -> &'d serde_json::Value {
    let ranking = document["ranking"].as_array().expect("a ranking");
    let found = ranking.iter().find(|row| row["alternative"] == alternative);
    found.unwrap_or_else(|| panic!("{alternative} is not in {document}"))
}

/// Where [`PRODUCT`] may be in the small data.
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

/// The lines of a list below `tests/data`: `\u{a0}` is a character, and a line that
/// begins with `# ` is a heading.
pub fn listed(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a list");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a character");
        let number = u32::from_str_radix(number, 16).expect("its number");
        text.push(char::from_u32(number).expect("a character"));
        text.push_str(rest);
    }
    text
}
