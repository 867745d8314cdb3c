//! What must stay true of the code (docs/ARCHITECTURE.md).

use std::path::{Path, PathBuf};

use crate::support::root;

mod circles;

/// Per module, the modules that it may import, besides itself.
const MAY_IMPORT: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("model", &["text"]),
    ("load", &["text", "model"]),
    ("assess", &["text", "model"]),
    ("bundle", &["text"]),
    ("lint", &["text", "model", "assess"]),
    ("institution", &["text", "model", "assess"]),
    ("sources", &["text", "model", "assess"]),
    ("compare", &["text", "model", "assess", "institution"]),
    ("views", &["text", "model", "assess", "institution", "compare"]),
    ("report", &["text", "model", "assess", "institution", "compare", "views", "bundle", "sources"]),
];

/// Macros and names at the root of the crate.
const AT_ROOT: [&str; 4] = ["say", "tr", "codes", "vocabulary"];

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    assert!(found.len() > 40);
    found
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path.strip_prefix(root().join("src")).unwrap().to_owned(), text));
        }
    }
}

fn module(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Names that follow `crate::` in code, each the first word of a path.
fn crate_paths(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    code.split("crate::").skip(1).map(word).filter(|name| !name.is_empty()).collect()
}

#[test]
fn modules_import_only_downwards() {
    for (path, text) in sources() {
        let module = module(&path);
        if ["main", "lib", "cli"].contains(&module.as_str()) {
            continue;
        }
        let allowed = MAY_IMPORT.iter().find(|(name, _)| *name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} is in no layer"));
        for used in crate_paths(&text) {
            assert!(
                used == module || allowed.contains(&used.as_str()) || AT_ROOT.contains(&used.as_str()),
                "{} may not use `crate::{used}` (docs/ARCHITECTURE.md)",
                path.display()
            );
        }
        assert!(
            !text.contains("use crate::{"),
            "{}: one `use` per module, so that this test sees it",
            path.display()
        );
    }
}

/// No source contains what an editor does not show: a character that is meant
/// is written as an escape.
#[test]
fn sources_hold_what_can_be_seen() {
    for (path, text) in sources() {
        let hidden = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(hidden, None, "{}", path.display());
    }
}

#[test]
fn files_can_be_read_at_a_sitting() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| text.lines().count() > 400)
        .map(|(path, text)| format!("{} has {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn what_is_absent_stays_absent() {
    for (path, text) in sources() {
        let module = module(&path);
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let forbid = |what: &str, only_in: &[&str]| {
            let name = path.to_string_lossy();
            let here = code.iter().any(|line| line.contains(what));
            assert!(!here || only_in.iter().any(|place| name.starts_with(place)), "{name} uses {what}");
        };
        forbid(
            "std::fs",
            &[
                "load/files/folder.rs",
                "load/files/tree.rs",
                "cli/goal.rs",
                "cli/output.rs",
                "cli/output_folder.rs",
                "cli/check.rs",
                "cli/compare.rs",
            ],
        );
        forbid("fs::write", &[]);
        forbid("File::create", &[]);
        forbid("stdout()", &["cli/output.rs"]);
        forbid("stderr()", &["cli/output.rs"]);
        forbid("SystemTime", &["cli/args.rs"]);
        forbid("env::var", &["cli/"]);
        forbid("std::net", &[]);
        forbid("Stdio", &["load/files/revision.rs"]);
        forbid("process::Command", &[]);
        forbid("f64", &["report/json/", "text/suggestion.rs"]);
        forbid("f32", &[]);
        forbid("unsafe ", &[]);
        forbid("process::exit", &[]);
        if module == "model" || module == "assess" {
            forbid("Serialize", &[]);
            forbid("std::io", &[]);
        }
    }
}

/// Words that the tool does not use about a product: it does not judge the law.
/// The disclaimer itself says what it does not say.
#[test]
fn the_tool_does_not_judge_the_law() {
    let words = ["voldoet", "avg-proof", "veilig", "goedgekeurd", "gediskwalificeerd", "illegaal"];
    for (path, text) in sources() {
        if path.ends_with("report/words/sentences.rs") {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let lower = line.to_lowercase();
            for word in lower.split(|c: char| !c.is_alphanumeric() && c != '-') {
                assert!(!words.contains(&word), "{}: `{word}`", path.display());
            }
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut section = "";
    let mut above = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("dependencies") && line.contains('=') && !line.starts_with('#') {
            let name = line.split('=').next().unwrap().trim();
            assert!(
                above.starts_with('#') || name == "anstyle" || name == "serde_json",
                "{name} has no reason in Cargo.toml"
            );
        }
        above = line;
    }
}
