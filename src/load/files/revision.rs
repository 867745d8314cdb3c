//! An earlier state of a data folder, as git has it. The only code that starts another
//! program: `git`, to read, in ways that run nothing of the repository's own.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::say;
use crate::text::Message;
use crate::text::safe::{clean, clean_short, quoted};
use crate::text::yaml::MOST_BYTES;

use super::folder::{DATA_FOLDERS, MOST_FILES, SETTINGS};
use super::memory::Memory;
use super::tree;

/// A data folder at an earlier commit.
#[derive(Debug)]
pub(crate) struct Revision {
    /// The files of the folder, as they were.
    pub(crate) files: Memory,
    /// Whether its settings were other than they are now.
    pub(crate) has_other_settings: bool,
}

/// Reads the data folder `root` as it was where the branch that is checked out left
/// `revision`. Shown paths begin with the name of the commit.
///
/// # Errors
/// Why git cannot say so: it is not installed, the folder is in no repository, or it does
/// not know the revision.
pub(crate) fn revision(root: &Path, revision: &str) -> Result<Revision, Message> {
    let git = Git { root };
    let inside = git.run(&["rev-parse", "--is-inside-work-tree"], b"")?;
    if !inside.status.success() {
        return Err(no_repository(&inside));
    }
    let wanted = format!("{revision}^{{commit}}");
    let found = git.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted], b"")?;
    if !found.status.success() {
        let shown = quoted(revision);
        return Err(say!(
            "git kent de revisie {shown} niet; haalt een server maar één commit op, vraag dan om de hele geschiedenis",
            "git does not know the revision {shown}; if a server fetches only one commit, ask for the whole history"
        ));
    }
    let commit = line(&found);
    // What others changed since then is not part of this change.
    let base = git.run(&["merge-base", &commit, "HEAD"], b"")?;
    let base = if base.status.success() { line(&base) } else { commit };
    git.at(&base)
}

struct Git<'r> {
    root: &'r Path,
}

impl Git<'_> {
    /// What git does with these arguments in the folder.
    fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Output, Message> {
        let mut command = Command::new("git");
        // Nothing of the repository's own is run, nothing is fetched or written.
        command.args(["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false"]);
        command.args(arguments).current_dir(self.root);
        // A hook sets these for the folder that it runs in.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("LC_ALL", "C");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                say!("het programma `git` is niet gevonden", "the program `git` was not found")
            }
            _ => super::folder::reason(&error),
        })?;
        let stdin = child.stdin.take();
        std::thread::scope(|scope| {
            // It answers while it is still being asked.
            scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(input)));
            child.wait_with_output().map_err(|error| super::folder::reason(&error))
        })
    }

    /// What git prints; a failure is an error.
    fn said(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Message> {
        let output = self.run(arguments, input)?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed(&output)) }
    }

    /// The folder at a commit, as it is stored: git may turn a file into something else
    /// when it writes one to disk, with a program that the repository names.
    fn at(&self, commit: &str) -> Result<Revision, Message> {
        let tree = [&["ls-tree", "-r", "-z", commit, "--"][..], &DATA_FOLDERS, &[SETTINGS]].concat();
        let tree = self.said(&tree, b"")?;
        let entries = names(&tree).filter_map(|entry| {
            let (about, path) = entry.split_once('\t')?;
            let mut about = about.split(' ');
            let is_file = about.next()?.starts_with("100");
            let hash = about.nth(1)?.to_owned();
            is_file.then(|| (hash, path.to_owned()))
        });
        let entries: Vec<(String, String)> = entries.take(MOST_FILES + 1).collect();
        let asked: String = entries.iter().map(|(hash, _)| format!("{hash}\n")).collect();
        let answer = self.said(&["cat-file", "--batch"], asked.as_bytes())?;
        let short: String = commit.chars().take(12).collect();
        let mut found = Revision { files: Memory::new(&format!("{short}:")), has_other_settings: false };
        let mut settings = None;
        let mut rest = answer.as_slice();
        for (_, path) in &entries {
            let Some((content, after)) = object(rest) else {
                let path = clean(path);
                return Err(say!("git geeft `{path}` niet", "git does not give `{path}`"));
            };
            match path.as_str() {
                SETTINGS => settings = Some(content.to_vec()),
                path => found.files.put(path, content.to_vec()),
            }
            rest = after;
        }
        let now = tree::file(self.root, SETTINGS, MOST_BYTES as u64).ok().flatten();
        found.has_other_settings = now != settings;
        Ok(found)
    }
}

/// The first object that `cat-file --batch` gives, and what comes after it.
fn object(answer: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let about = std::str::from_utf8(answer.get(..end)?).ok()?;
    let size: usize = about.rsplit(' ').next()?.parse().ok()?;
    let start = end + 1;
    Some((answer.get(start..start + size)?, answer.get(start + size + 1..)?))
}

/// Names that end with a zero byte.
fn names(bytes: &[u8]) -> impl Iterator<Item = String> {
    bytes
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
        .map(|name| String::from_utf8_lossy(name).into_owned())
}

fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn no_repository(output: &Output) -> Message {
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("dubious ownership") {
        return say!(
            "de opslagplaats van git is van een ander; git wil haar niet lezen (`safe.directory`)",
            "the git repository belongs to somebody else; git refuses to read it (`safe.directory`)"
        );
    }
    say!("deze map staat niet in een opslagplaats van git", "this folder is not in a git repository")
}

fn failed(output: &Output) -> Message {
    let said = String::from_utf8_lossy(&output.stderr);
    let said = clean_short(said.lines().next().unwrap_or(""), 200);
    say!("git meldt: {said}", "git says: {said}")
}
