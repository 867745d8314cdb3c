//! Files in memory are read as if they were in a folder.

use std::path::Path;

use keuzehulp::load::{Layer, Loaded, Memory, load, parse_date};
use keuzehulp::report::json;
use keuzehulp::report::terminal::findings;
use keuzehulp::text::Lang;

use crate::support::{AS_OF, small_with_bytes};

/// The files below a folder, with the paths that people see of them there.
fn memory(folder: &Path) -> Memory {
    let mut memory = Memory::new(&format!("{}/", folder.display()));
    put(&mut memory, folder, folder);
    memory
}

fn put(memory: &mut Memory, root: &Path, folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            put(memory, root, &path);
        } else {
            let inner = path.strip_prefix(root).expect("inside").to_str().expect("UTF-8").to_owned();
            memory.put(inner, std::fs::read(&path).expect("a file"));
        }
    }
}

fn loaded(layers: &[Layer]) -> Loaded {
    load(layers, parse_date(AS_OF).expect("a date")).expect("folders")
}

/// All findings, the texts behind them, and the fingerprint of what was read.
fn told(loaded: &mut Loaded) -> (String, String, usize) {
    let files: Vec<_> = loaded.findings.iter().map(|finding| finding.place.file).collect();
    loaded.fetch_texts(&files);
    let document = json::findings::document(&loaded.findings, &loaded.catalogue, Lang::Nl);
    let document = json::to_json(&document).expect("a document");
    let full = findings::full(&loaded.findings, &loaded.texts, &loaded.catalogue, 3, (Lang::En, false));
    let document = String::from_utf8(document).expect("UTF-8") + &full;
    (document, loaded.catalogue.sha256.clone(), loaded.catalogue.products.len())
}

#[test]
fn files_in_memory_are_read_as_those_of_a_folder() {
    let large = "#".repeat((1 << 20) + 1);
    let good = small_with_bytes(&[]);
    let odd = small_with_bytes(&[
        ("vendors/README.md", b"About."),
        ("vendors/videobellen/.hidden.yaml", b"name: x"),
        ("vendors/.git/x.yaml", b"name: x"),
        ("vendors/videobellen/delta.json", b"{}"),
        ("vendors/videobellen/delta.txt", b"x"),
        ("vendors/videobellen/Del ta.yaml", b"name: x"),
        ("vendors/videobellen/latin.yaml", b"name: caf\xe9"),
        ("vendors/videobellen/large.yaml", large.as_bytes()),
        ("vendors/videobellen/marks.yaml", b"\xef\xbb\xbfname: x\r\nmaker: [y\r\n"),
        ("vendors/alone.yaml", b"name: x"),
        ("vendors/stranger/alfa.yaml", b"name: x"),
        ("criteria/contract/deep/one.yaml", b"title: x"),
        ("criteria/contract/deep/two.yaml", b"title: x"),
        ("criteria/contract/folder.yaml/x.yaml", b"title: x"),
        ("criteria/folder.yaml/x.yaml", b"title: x"),
        ("criteria/checklist/x.yaml", b"title: x"),
        ("elsewhere/x.yaml", b"name: x"),
        ("x.yaml", b"name: x"),
    ]);
    let bare = tempfile::tempdir().expect("a folder");
    let wrong = tempfile::tempdir().expect("a folder");
    std::fs::write(wrong.path().join("vendors"), "x").expect("written");
    for (folder, most) in [(good.path(), 0), (odd.path(), 40), (bare.path(), 2), (wrong.path(), 5)] {
        let there = [Layer::Folder(folder.to_owned())];
        let here = [Layer::Memory(memory(folder))];
        let (mut there, mut here) = (loaded(&there), loaded(&here));
        assert_eq!(told(&mut there), told(&mut here));
        let found = there.findings.len();
        assert!(found <= most && (most == 0 || found > most / 3), "{found} findings");
    }
}

#[test]
fn files_in_memory_lie_over_those_of_a_folder_and_are_named_with_what_stands_before_them() {
    let below = small_with_bytes(&[]);
    let mut over = Memory::new("later:");
    over.put("vendors/videobellen/alfa.yaml", *b"facts: x\n");
    over.put("vendors/\u{1b}.yaml", *b"x\n");
    assert!(over.holds_data());
    assert_eq!(over.files().count(), 2);
    let loaded = loaded(&[Layer::Folder(below.path().to_owned()), Layer::Memory(over)]);
    let paths: Vec<&str> = loaded.findings.iter().map(|f| loaded.catalogue.path(f.place.file)).collect();
    assert!(paths.contains(&"later:vendors/videobellen/alfa.yaml"), "{paths:?}");
    assert!(paths.contains(&"later:vendors/\\u{1b}.yaml"), "{paths:?}");
    assert_eq!(loaded.catalogue.products.len(), 3, "what lies below is still there");
}

#[test]
fn of_two_files_with_one_path_the_last_stays() {
    let files: Memory = [("vendors/a/b.yaml", *b"x"), ("vendors/a/b.yaml", *b"y")].into_iter().collect();
    assert_eq!(files.files().collect::<Vec<_>>(), [("vendors/a/b.yaml", &b"y"[..])]);
    assert!(!Memory::default().holds_data());
}
