//! The door for YAML: what is read is in the text, and what is refused is
//! reported with its place.

use std::collections::HashSet;

use keuzehulp::text::yaml::{self, Kind, MOST_DEPTH, MOST_NODES, Node, NotUtf8};
use keuzehulp::text::{Diagnostic, FileId, Place, safe};

/// The text of a file, read as YAML.
pub fn yaml(bytes: &[u8]) {
    let text = match yaml::normalise(bytes.to_vec()) {
        Ok(text) => text,
        Err(NotUtf8 { line, offset }) => {
            assert!(offset < bytes.len(), "{offset} of {} bytes", bytes.len());
            let before = std::str::from_utf8(&bytes[..offset]).expect("what stands before is text");
            assert_eq!(line, before.split('\n').count(), "the line of byte {offset}");
            return;
        }
    };
    assert!(!text.contains('\r'));
    let (tree, findings) = yaml::read(FileId(0), &text);
    for finding in &findings {
        assert!(finding.is_error());
        finding_stands(finding, &text);
    }
    assert!(tree.root().is_some() || !findings.is_empty(), "nothing read and nothing said");
    let mut nodes = 0;
    if let Some(root) = tree.root() {
        node_stands(root, &text, findings.is_empty(), 0, &mut nodes);
    }
    assert!(nodes <= MOST_NODES);
    let (again, same) = yaml::read(FileId(0), &text);
    assert_eq!(findings, same, "the findings differ the second time");
    assert_eq!(format!("{tree:?}"), format!("{again:?}"), "the tree differs the second time");
    ends_alike(&text);
    quick_agrees(&text);
}

/// What is read without the parser equals what the parser reads.
fn quick_agrees(text: &str) {
    let Some(quick) = yaml::everyday(FileId(0), text) else { return };
    let (parsed, findings) = yaml::parse(FileId(0), text);
    assert!(findings.is_empty(), "accepted, but {findings:?}");
    assert!(quick == parsed, "{quick:?} and by the parser {parsed:?}");
}

/// A final line break changes nothing, unless the text may say that its empty
/// lines are kept (`|+`).
fn ends_alike(text: &str) {
    if text.contains('+') {
        return;
    }
    let without = text.trim_end_matches('\n');
    let with = format!("{without}\n");
    let (one, findings) = yaml::read(FileId(0), without);
    let (other, others) = yaml::read(FileId(0), &with);
    assert_eq!(findings.is_empty(), others.is_empty(), "{findings:?} and {others:?}");
    if let (Some(one), Some(other), true) = (one.root(), other.root(), findings.is_empty()) {
        assert!(same(one, other), "{one:?} and {other:?}");
    }
}

/// Whether two nodes say the same, wherever they are.
fn same(one: Node<'_, '_>, other: Node<'_, '_>) -> bool {
    one.kind() == other.kind()
        && one.text() == other.text()
        && one.children().count() == other.children().count()
        && one.children().zip(other.children()).all(|(one, other)| same(one, other))
}

/// A node is in the text, and its children are inside it, in order.
fn node_stands(node: Node<'_, '_>, text: &str, whole: bool, depth: usize, nodes: &mut usize) {
    assert!(depth <= MOST_DEPTH, "too deep");
    *nodes += 1;
    place_stands(node.place(), text);
    assert!(!whole || node.kind() != Kind::Broken, "refused in silence");
    if whole && node.kind() == Kind::Text {
        let harmful = |c: char| c != '\n' && c != '\t' && safe::is_harmful(c);
        assert!(!node.text().contains(harmful), "let through: {:?}", node.text());
    }
    let outside = node.place().span;
    let mut last = outside.start;
    for child in node.children() {
        let inside = child.place().span;
        assert!(last <= inside.start && inside.end <= outside.end, "{inside:?} is not in {outside:?}");
        last = inside.start;
        node_stands(child, text, whole, depth + 1, nodes);
    }
    if whole {
        let keys: HashSet<&str> = node.pairs().map(|(key, _)| key.text()).collect();
        assert_eq!(keys.len(), node.pairs().count(), "a key stands twice");
        assert!(node.pairs().all(|(key, _)| key.kind() == Kind::Text), "a key that is no text");
    }
}

/// A finding points into the text, and so does what it refers to.
pub fn finding_stands(finding: &Diagnostic, text: &str) {
    place_stands(finding.place, text);
    if let Some(related) = &finding.related {
        place_stands(related.place, text);
    }
    assert!(!finding.message.nl.is_empty() && !finding.message.en.is_empty());
}

/// A place is a range of whole characters of the text, with its line and column.
fn place_stands(place: Place, text: &str) {
    if place == Place::whole_file(place.file) {
        return;
    }
    assert!(text.get(place.span.range()).is_some(), "{place:?} is no part of the text");
    let counted = Place::in_text(place.file, text, place.span);
    assert_eq!(place, counted, "line and column");
}
