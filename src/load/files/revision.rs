//! An earlier state of a data folder, as git has it. The only code that starts another
//! program: `git`, to read, in ways that run nothing of the repository's own.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use crate::say;
use crate::text::Message;
use crate::text::safe::{clean_short, quoted};
use crate::text::yaml::MOST_BYTES;

use super::folder::{DATA_FOLDERS, MOST_FILES, SETTINGS, is_yaml_name};
use super::memory::Memory;
use super::tree;

/// The most bytes of an earlier state that are read.
const MOST_IN_ALL: usize = 512 * 1024 * 1024;

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
    if line(&inside) != "true" {
        return Err(no_repository(&inside));
    }
    let wanted = format!("{revision}^{{commit}}");
    let found = git.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted], b"")?;
    if !found.status.success() {
        let shown = quoted(revision);
        return Err(say!(
            "git kent hier geen commit {shown}; haalt een server maar één commit op, vraag dan om de hele geschiedenis",
            "git knows no commit {shown} here; if a server fetches only one commit, ask for the whole history"
        ));
    }
    let commit = line(&found);
    // What others changed since then is not part of this change.
    let base = git.run(&["merge-base", &commit, "HEAD"], b"")?;
    if !base.status.success() {
        let shown = quoted(revision);
        return Err(say!(
            "git vindt geen begin dat deze tak en {shown} samen hebben; haalt een server maar één commit op, vraag dan om de hele geschiedenis",
            "git finds no commit that this branch and {shown} share; if a server fetches only one commit, ask for the whole history"
        ));
    }
    let base = line(&base);
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
        // A folder of data that looks like a repository itself is none.
        command.args(["-c", "safe.bareRepository=explicit"]);
        command.args(arguments).current_dir(self.root);
        // A hook sets these for the folder that it runs in.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_ALLOW_PROTOCOL", "")
            .env("LC_ALL", "C");
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
        let tree = [&["ls-tree", "-r", "-l", "-z", commit, "--"][..], &DATA_FOLDERS, &[SETTINGS]].concat();
        let tree = self.said(&tree, b"")?;
        let entries: Vec<Entry> =
            names(&tree).filter_map(|text| Entry::of(&text)).take(MOST_FILES + 1).collect();
        let contents = self.contents(&entries)?;
        let by_path: HashMap<&str, &Entry> = entries.iter().map(|entry| (&*entry.path, entry)).collect();
        let short: String = commit.chars().take(12).collect();
        let mut found = Revision { files: Memory::new(&format!("{short}:")), has_other_settings: false };
        let mut settings = None;
        for entry in &entries {
            let file = if entry.is_link {
                let target = contents.get(&entry.hash).and_then(|to| linked(entry, to));
                target.and_then(|path| by_path.get(&*path).copied())
            } else {
                Some(entry)
            };
            // A link that leads elsewhere is refused, now and then.
            let Some(file) = file.filter(|file| !file.is_link) else { continue };
            let Some(content) = contents.get(&file.hash) else { continue };
            match entry.path.as_str() {
                SETTINGS => settings = Some(plain(content)),
                path => found.files.put(path, Arc::clone(content)),
            }
        }
        let now = tree::file(self.root, SETTINGS, MOST_BYTES as u64).ok().flatten();
        found.has_other_settings = now.map(|bytes| plain(&bytes)) != settings;
        Ok(found)
    }

    /// What these files hold, by hash. Of a file that is not read because of its size or its
    /// name nothing is fetched that matters.
    fn contents(&self, entries: &[Entry]) -> Result<HashMap<String, Arc<[u8]>>, Message> {
        let mut found: HashMap<String, Arc<[u8]>> = HashMap::new();
        let (too_large, other): (Arc<[u8]>, Arc<[u8]>) =
            (vec![b' '; MOST_BYTES + 1].into(), Vec::new().into());
        let (mut asked, mut total): (Vec<&str>, usize) = (Vec::new(), 0);
        for entry in entries {
            if found.contains_key(&entry.hash) {
                continue;
            }
            let is_read = entry.is_link || is_yaml_name(&entry.path);
            let content = if is_read { &too_large } else { &other };
            found.insert(entry.hash.clone(), Arc::clone(content));
            if is_read && entry.size <= MOST_BYTES {
                asked.push(&entry.hash);
                total += entry.size;
            }
        }
        if total > MOST_IN_ALL {
            return Err(say!(
                "bij die revisie zijn de gegevens te groot om ermee te vergelijken",
                "at that revision the data is too large to compare with"
            ));
        }
        let input: String = asked.iter().map(|hash| format!("{hash}\n")).collect();
        let answer = self.said(&["cat-file", "--batch"], input.as_bytes())?;
        let mut rest = answer.as_slice();
        for hash in asked {
            let Some((content, after)) = object(rest) else {
                return Err(say!("git geeft `{hash}` niet", "git does not give `{hash}`"));
            };
            found.insert(hash.to_owned(), content.into());
            rest = after;
        }
        Ok(found)
    }
}

/// A file of a tree.
struct Entry {
    path: String,
    hash: String,
    size: usize,
    is_link: bool,
}

impl Entry {
    /// Reads a line of `ls-tree -l`: mode, type, hash and size, a tab, and the path.
    fn of(text: &str) -> Option<Entry> {
        let (about, path) = text.split_once('\t')?;
        let mut about = about.split_whitespace();
        let mode = about.next()?;
        let is_link = mode == "120000";
        let hash = about.nth(1)?.to_owned();
        let size = about.next()?.parse().ok()?;
        (is_link || mode.starts_with("100")).then(|| Entry { path: path.to_owned(), hash, size, is_link })
    }
}

/// The path that a link leads to, when that is inside the folder.
fn linked(link: &Entry, to: &[u8]) -> Option<String> {
    let mut parts: Vec<&str> = link.path.split('/').collect();
    parts.pop();
    for part in std::str::from_utf8(to).ok()?.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            "" => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A text with line ends of one kind.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut plain = bytes.to_vec();
    plain.retain(|byte| *byte != b'\r');
    plain
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
