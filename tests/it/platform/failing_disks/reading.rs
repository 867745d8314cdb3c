//! Data that cannot be read, that changes while it is read, and that is too
//! much. Each is reported with the name of the file, and hides nothing else.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{OLD, Traced, comparison, place, strace, text};
use crate::support::{AS_OF, Run, copy, folder, names, program, small};

/// A mistake of its own, to be found whatever else is wrong.
const MISTAKE: &str = "vendors/videobellen/fout.yaml";

/// A copy of the small data with a mistake in it.
fn data() -> tempfile::TempDir {
    let root = folder(&[]);
    copy(&small(), root.path());
    fs::write(root.path().join(MISTAKE), "nam: Fout\n").unwrap();
    root
}

/// All files and folders of the data, as paths inside it.
fn paths(root: &Path, folders: bool) -> Vec<String> {
    fn walk(root: &Path, at: &Path, folders: bool, found: &mut Vec<String>) {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() == folders {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
            if path.is_dir() {
                walk(root, &path, folders, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(root, root, folders, &mut found);
    found.retain(|path| path != "README.md" && path != MISTAKE);
    found.sort();
    found
}

/// `check` of the data, while this call on this path of it fails.
fn check_while(root: &Path, path: &str, inject: &str) -> Traced {
    let path = root.join(path);
    let option = format!("inject={inject}");
    let arguments = ["check", root.to_str().unwrap(), "--as-of", AS_OF, "--format", "short"];
    let mut run = strace(&["-f", "-P", path.to_str().unwrap(), "-e", &option], root, &arguments);
    assert!(!run.injected().is_empty(), "{}: {inject} did not happen: {}", path.display(), run.log);
    run.out = run.out.replace(&format!("{}/", root.display()), "");
    run
}

/// The errors that were found, without the mistake that is always there.
fn errors(run: &Traced) -> Vec<&str> {
    let found = run.out.lines().filter(|line| line.contains(": fout[") && !line.starts_with(MISTAKE));
    found.collect()
}

/// Ways in which reading a file fails.
const FAILURES: [&str; 4] =
    ["openat:error=EMFILE", "openat:error=EACCES", "openat:error=ENOENT", "read:error=EIO"];

#[test]
fn a_file_that_cannot_be_read_is_told_and_makes_no_other_file_wrong() {
    let root = data();
    let files = paths(root.path(), false);
    assert_eq!(files.len(), 11, "{files:?}");
    let mut wrong = String::new();
    for file in &files {
        for inject in FAILURES {
            let run = check_while(root.path(), file, inject);
            assert_eq!(run.code, 3, "{file} {inject}: {}{}", run.out, run.err);
            let told = format!("{file}:1:1: fout[KH030]: ");
            assert!(run.out.contains(&told), "{file} {inject}: {}", run.out);
            for more in errors(&run).iter().filter(|line| !line.starts_with(&told)) {
                writeln!(wrong, "{file} {inject}: {more}").unwrap();
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn a_file_that_cannot_be_read_hides_no_mistake_in_another() {
    let root = data();
    let mistake = format!("{MISTAKE}:1:1: fout[KH101]");
    let mut hidden = String::new();
    for file in paths(root.path(), false) {
        let run = check_while(root.path(), &file, "read:error=EIO");
        if !run.out.contains(&mistake) {
            writeln!(hidden, "{file}:\n{}", run.out).unwrap();
        }
    }
    assert_eq!(hidden, "", "files without which the mistake is not found");
}

#[test]
fn a_folder_that_cannot_be_read_is_told_and_none_of_its_files_is_called_missing() {
    let root = data();
    let folders = paths(root.path(), true);
    assert_eq!(folders.len(), 9, "{folders:?}");
    let mut wrong = String::new();
    for path in &folders {
        for inject in ["openat:error=EMFILE", "getdents64:error=EIO", "getdents64:error=EIO:when=2"] {
            let run = check_while(root.path(), path, inject);
            assert_eq!(run.code, 3, "{path} {inject}: {}{}", run.out, run.err);
            let told = run.out.lines().any(|line| line.starts_with(&format!("{path}:1:1: fout[KH030]: ")));
            assert!(told, "{path} {inject}: {}", run.out);
            for line in run.out.lines().filter(|line| line.contains("KH037") || line.contains("KH406")) {
                writeln!(wrong, "{path} {inject}: {line}").unwrap();
            }
        }
    }
    assert_eq!(wrong, "", "nobody knows whether these files are missing");
}

#[test]
fn a_file_or_folder_of_which_nothing_can_be_known_is_told() {
    let root = data();
    let mut wrong = String::new();
    for path in paths(root.path(), false).into_iter().chain(paths(root.path(), true)) {
        let run = check_while(root.path(), &path, "?statx,?newfstatat,?lstat,?stat:error=EIO");
        if run.code != 3 || !run.out.contains(&format!("{path}:1:1: fout[KH030]")) {
            writeln!(wrong, "{path}: code {}: {}", run.code, run.out).unwrap();
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn nothing_is_ranked_and_no_file_is_changed_when_the_data_cannot_be_read() {
    let root = small();
    for (path, inject) in [
        ("vendors/videobellen/alfa.yaml", "read:error=EIO"),
        ("vendors/videobellen", "getdents64:error=EIO"),
        ("criteria/kinds.yaml", "openat:error=EMFILE"),
        ("criteria/profiles/algemeen.yaml", "openat:error=ENOENT"),
        ("criteria/security/access-control.yaml", "read:error=EIO"),
    ] {
        let path = root.join(path);
        let path = path.to_str().unwrap();
        let place = place(true);
        let option = format!("inject={inject}");
        let run =
            strace(&["-f", "-P", path, "-e", &option], place.path(), &comparison(&root, &["--overwrite"]));
        assert_eq!(run.code, 3, "{path}: {}{}", run.out, run.err);
        let document: serde_json::Value = serde_json::from_str(&run.out).expect("one JSON document");
        let told = document["findings"].as_array().unwrap();
        assert!(told.iter().any(|f| f["path"] == path && f["code"] == "KH030"), "{path}: {}", run.out);
        assert_eq!(text(place.path()).as_deref(), Some(OLD), "{path}");
        assert_eq!(names(place.path()), ["uit.json"], "{path}");
    }
}

#[test]
fn a_file_that_is_gone_when_its_lines_are_to_be_shown_is_told_all_the_same() {
    let root = data();
    // The finding about an unused source is made after reading; its lines
    // are then read for the second time, by the main thread.
    let path = root.path().join("vendors/videobellen/beta.yaml");
    let path = path.to_str().unwrap();
    let arguments = ["check", root.path().to_str().unwrap(), "--as-of", AS_OF];
    let run = strace(&["-P", path, "-e", "inject=openat:error=ENOENT"], root.path(), &arguments);
    assert_eq!(run.injected().len(), 1, "{}", run.log);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.out.contains("waarschuwing[KH510]") && run.out.contains(path), "{}", run.out);
}

#[test]
fn a_file_that_grows_shrinks_and_vanishes_while_it_is_read_harms_no_other() {
    let root = data();
    let path = root.path().join("vendors/videobellen/beta.yaml");
    let whole = fs::read_to_string(&path).unwrap();
    let large = format!("{whole}# {}\n", "x".repeat(2 << 20));
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Every state in turn, as fast as it goes: also cut in the middle of
            // a character, emptied, over the limit, a folder, gone.
            while !stop.load(Ordering::Relaxed) {
                for text in [&whole[..], &whole[..300], "name: \u{e9}", "", &large] {
                    let _ = fs::write(&path, text);
                }
                let _ = fs::write(&path, [b'n', 0xc3]);
                let _ = fs::remove_file(&path);
                let _ = fs::create_dir(&path);
                let _ = fs::remove_dir(&path);
            }
        });
        let mut others = Vec::new();
        for _ in 0..60 {
            for format in ["text", "short", "json"] {
                let run: Run = program()
                    .current_dir(root.path())
                    .args(["check", ".", "--as-of", AS_OF, "--format", format])
                    .output()
                    .unwrap()
                    .into();
                if !matches!(run.code, Some(1 | 3)) || run.err.contains("panicked") {
                    others.push(format!("{format}: {:?} {}", run.code, run.err));
                }
                let strange = match format {
                    "short" => run.out.lines().any(|l| !l.contains("/beta.yaml:") && !l.starts_with(MISTAKE)),
                    "json" => serde_json::from_str::<serde_json::Value>(&run.out).is_err(),
                    _ => !run.out.contains(&format!("{MISTAKE}:1:1")),
                };
                if strange {
                    others.push(run.out);
                }
            }
        }
        stop.store(true, Ordering::Relaxed);
        assert!(others.is_empty(), "{others:#?}");
    });
}

/// Makes this many product files, as links to a few.
fn many(root: &Path, count: usize) {
    let products = root.join("vendors/videobellen");
    fs::create_dir_all(&products).unwrap();
    let mut first = PathBuf::new();
    for n in 0..count {
        let path = products.join(format!("p{n:06}.yaml"));
        // The file system limits how many names a file has.
        if n % 30_000 == 0 {
            fs::write(
                &path,
                "name: Leeg\nmaker: Leeg bv\nhomepage: https://leeg.example.org\nvariants:\n  \
                 enige: {name: enige, hosting: cloud, licence: paid}\nsources: {}\nfacts: {}\n",
            )
            .unwrap();
            first = path;
        } else {
            fs::hard_link(&first, &path).unwrap();
        }
    }
}

#[test]
fn more_files_than_a_folder_may_have_are_refused_within_bounds_of_memory_and_open_files() {
    let root = folder(&[]);
    many(root.path(), 100_001);
    let run: Run = Command::new("sh")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .current_dir(root.path())
        .args(["-c", "ulimit -n 64 && ulimit -v 1048576 && exec timeout -s KILL 300 \"$0\" \"$@\""])
        .args([env!("CARGO_BIN_EXE_keuzehulp"), "check", ".", "--as-of", AS_OF, "--format", "short"])
        .output()
        .unwrap()
        .into();
    assert_eq!(run.code, Some(1), "{}", run.err);
    let errors: Vec<&str> = run.out.lines().filter(|line| line.contains(": fout[")).collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].contains("fout[KH035]"), "{}", errors[0]);
    assert!(run.err.contains("1 fout, "), "{}", run.err);
}

/// What profiles inherit is kept once: copied, these would take over half a gigabyte.
#[test]
fn profiles_that_build_on_many_requirements_share_them() {
    let mut files = vec![];
    for n in 0..40 {
        let below = if n == 0 { "algemeen".to_owned() } else { format!("p{}", n - 1) };
        let mut text = format!(
            "title: {{nl: Weging {n}, en: Profile {n}}}\nbecause: {{nl: Zo., en: So.}}\nextends: {below}\nweights: {{processing-agreement: 1}}\nrequire:\n"
        );
        for _ in 0..2_000 {
            text.push_str(
                "  - {criterion: processing-agreement, answers: own-complete, because: {nl: Zo., en: So.}}\n",
            );
        }
        files.push((format!("criteria/profiles/p{n}.yaml"), text));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let root = folder(&files);
    let run: Run = Command::new("sh")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .current_dir(root.path())
        .args(["-c", "ulimit -v 393216 && exec timeout -s KILL 300 \"$0\" \"$@\""])
        .args([env!("CARGO_BIN_EXE_keuzehulp"), "check", ".", "--as-of", AS_OF, "--format", "short"])
        .output()
        .unwrap()
        .into();
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}
