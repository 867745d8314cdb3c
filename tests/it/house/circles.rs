//! No files of `src` import each other in a circle: each can be read after those
//! that it depends on.
//!
//! A path names the file of its deepest module; a name that `mod.rs` passes on counts
//! as that `mod.rs`. A module and what is in its folder belong together: imports
//! between `mod.rs` and the files below it are no part of a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::sources;

/// A module by its path from the root of the crate.
type Module = Vec<String>;

/// The module that a file is.
fn module(file: &Path) -> Module {
    let mut parts: Module =
        file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// The text without lines that are comments, and without its tests, in which
/// `super` is the file itself.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The paths that begin with `crate` or `super`, with groups in braces taken apart.
fn paths(code: &str) -> Vec<Module> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            let is_inside = |c: char| c.is_alphanumeric() || "_:$".contains(c);
            if !before.is_some_and(is_inside) {
                tree(&mut code[at..].chars().peekable(), &[], &mut found);
            }
        }
    }
    found
}

/// Reads one path, or the paths of a group, behind the segments before it.
fn tree(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, before: &[String], found: &mut Vec<Module>) {
    let mut path = before.to_vec();
    loop {
        let mut word = String::new();
        while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
        }
        if word.is_empty() && rest.peek() == Some(&'{') {
            rest.next();
            while rest.peek().is_some_and(|c| *c != '}') {
                if rest.next_if(|c| c.is_whitespace() || *c == ',').is_none() {
                    tree(rest, &path, found);
                    // `as name`, `*`, and what is not a path.
                    while rest.next_if(|c| *c != ',' && *c != '}').is_some() {}
                }
            }
            rest.next();
            return;
        }
        path.push(word);
        if rest.next_if(|c| *c == ':').is_none() || rest.next_if(|c| *c == ':').is_none() {
            found.push(path);
            return;
        }
    }
}

/// The module with a file that a path of `from` leads to.
fn resolved(from: &Module, path: &[String], files: &BTreeMap<Module, String>) -> Option<Module> {
    let ups = path.iter().take_while(|word| *word == "super").count();
    let base = if ups == 0 { &[][..] } else { from.get(..from.len().checked_sub(ups)?)? };
    let words = path.iter().skip(ups.max(1)).cloned();
    let mut whole: Module = base.iter().cloned().chain(words).collect();
    while !files.contains_key(&whole) {
        whole.pop()?;
    }
    Some(whole)
}

/// Per module with a file, the modules that it imports from.
fn imports(files: &BTreeMap<Module, String>) -> BTreeMap<&Module, BTreeSet<&Module>> {
    let of = |from: &Module, text: &str| -> BTreeSet<&Module> {
        let targets = paths(&code(text)).into_iter().filter_map(|path| resolved(from, &path, files));
        let apart = targets.filter(|to| !to.starts_with(from) && !from.starts_with(to));
        apart.filter_map(|to| files.get_key_value(&to)).map(|(known, _)| known).collect()
    };
    files.iter().map(|(from, text)| (from, of(from, text))).collect()
}

/// The sets of modules that all lead to each other.
fn circles<'m>(imports: &BTreeMap<&'m Module, BTreeSet<&'m Module>>) -> BTreeSet<BTreeSet<&'m Module>> {
    let mut reached: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for from in imports.keys() {
        let mut seen = BTreeSet::new();
        let mut next = vec![*from];
        while let Some(at) = next.pop() {
            for to in &imports[at] {
                if seen.insert(*to) {
                    next.push(*to);
                }
            }
        }
        reached.insert(*from, seen);
    }
    let circle = |one: &Module| -> BTreeSet<&'m Module> {
        reached[one].iter().copied().filter(|other| reached[*other].contains(one)).collect()
    };
    reached.keys().map(|one| circle(one)).filter(|circle| !circle.is_empty()).collect()
}

fn of_files<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Vec<String> {
    let files: BTreeMap<Module, String> =
        files.into_iter().map(|(path, text)| (module(Path::new(path)), text.to_owned())).collect();
    let joined = |circle: BTreeSet<&Module>| {
        circle.into_iter().map(|module| module.join("::")).collect::<Vec<_>>().join(", ")
    };
    circles(&imports(&files)).into_iter().map(joined).collect()
}

#[test]
fn a_circle_is_seen_and_a_folder_is_none() {
    let found = of_files([
        ("lib.rs", "pub mod a;"),
        // Three in a circle: by `super`, in a group, and inside code.
        ("a/one.rs", "use super::two::{self, X as Y};"),
        ("a/two.rs", "use crate::{b::{C, three::{D}}, a};"),
        ("b/three.rs", "fn f() -> crate::a::one::Z { super::super::a::one::z() }"),
        // What belongs together, what is in comments and tests, and other crates.
        ("a/mod.rs", "mod one; pub use one::Z; use crate::a::two::X;"),
        ("b/mod.rs", "// use crate::c;\npub struct C;"),
        ("c.rs", "use super::b::C;\n#[cfg(test)]\nmod tests { use super::d; }"),
        ("d.rs", "use other_crate::c; use crate::c; macro_rules! m { () => { $crate::d::x() } }"),
    ]);
    assert_eq!(found, ["a::one, a::two, b::three"]);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = sources();
    let files = sources.iter().map(|(path, text)| (path.to_str().unwrap(), text.as_str()));
    let found = of_files(files.filter(|(path, _)| *path != "main.rs"));
    assert!(found.is_empty(), "{} circles:\n{}", found.len(), found.join("\n"));
}
