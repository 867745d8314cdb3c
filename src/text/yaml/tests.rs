use super::*;
use crate::text::Span;

fn outline(node: Node<'_, '_>) -> String {
    match node.kind() {
        Kind::Text => node.text().to_owned(),
        Kind::Broken => "!".to_owned(),
        Kind::List => format!("[{}]", node.items().map(outline).collect::<Vec<_>>().join(", ")),
        Kind::Mapping => {
            let pairs: Vec<String> =
                node.pairs().map(|(k, v)| format!("{}: {}", outline(k), outline(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

fn read_outline(text: &str) -> String {
    let (tree, findings) = read(FileId(0), text);
    assert!(findings.is_empty(), "{findings:?}");
    tree.root().map(outline).unwrap_or_default()
}

fn codes_of(text: &str) -> Vec<(&'static str, u32, u32)> {
    let (_, findings) = read(FileId(0), text);
    findings.iter().map(|f| (f.code.id, f.place.line, f.place.column)).collect()
}

#[test]
fn everything_is_text() {
    assert_eq!(
        read_outline("a: no\nb: [1.10, 22:30]\nc: {nl: x, en: 'y: z'}\n"),
        "{a: no, b: [1.10, 22:30], c: {nl: x, en: y: z}}"
    );
    assert_eq!(read_outline("a: >-\n  een\n  twee\nb:\n  - x\n  - y\n"), "{a: een twee, b: [x, y]}");
}

#[test]
fn places_count_lines_and_characters() {
    let (tree, _) = read(FileId(3), "é: [a, ëë, b]\n");
    let root = tree.root().expect("a tree");
    let (_, list) = root.pairs().next().expect("a pair");
    let last = list.items().last().expect("an item");
    assert_eq!((last.place().line, last.place().column, last.place().file), (1, 12, FileId(3)));
}

#[test]
fn what_is_not_allowed_is_refused_in_its_place() {
    assert_eq!(codes_of("a: &x 1\nb: *x\n"), [("KH005", 1, 4), ("KH006", 2, 4)]);
    assert_eq!(codes_of("a: !foo bar\n"), [("KH007", 1, 4)]);
    assert_eq!(codes_of("a: 1\nb: 2\na: 3\n"), [("KH012", 3, 1)]);
    assert_eq!(codes_of("a:\nb: ~\nc: ''\n"), [("KH014", 1, 2), ("KH014", 2, 4), ("KH014", 3, 4)]);
    assert_eq!(codes_of("? [a]\n: b\n"), [("KH013", 1, 3)]);
    assert_eq!(codes_of("<<: a\n"), [("KH008", 1, 1)]);
    assert_eq!(codes_of("a: 1\n---\nb: 2\n"), [("KH010", 2, 1)]);
    assert_eq!(codes_of("a:\n\tb: 1\n"), [("KH011", 2, 1)]);
    assert_eq!(codes_of("a: \"x\\e[31m\"\n"), [("KH015", 1, 4)]);
    assert_eq!(codes_of("a: x\u{202e}y\n"), [("KH016", 1, 5)]);
    assert_eq!(codes_of("%YAML 1.2\n---\na: 1\n")[0].0, "KH009");
    for empty in ["", "# niets\n", "---\n", "\n\n"] {
        assert_eq!(codes_of(empty), [("KH003", 1, 1)], "{empty:?}");
    }
}

#[test]
fn limits_hold() {
    assert_eq!(codes_of(&"[".repeat(100_000))[0].0, "KH017");
    let deep: String = (0..5_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
    assert_eq!(codes_of(&deep)[0].0, "KH017");
    assert_eq!(codes_of(&format!("a: {}\n", "x".repeat(MOST_SCALAR + 1))), [("KH019", 1, 4)]);
    let many: String = (0..60_000).map(|i| format!("k{i}: v\n")).collect();
    assert_eq!(codes_of(&many)[0].0, "KH018");
}

#[test]
fn syntax_errors_say_what_to_do() {
    let (_, findings) = read(FileId(0), "note: Let op: dit breekt\n");
    let help = findings[0].help.as_ref().expect("help");
    assert!(help.nl.contains("aanhalingstekens"), "{}", help.nl);
    assert_eq!(codes_of("a: \"x\n")[0].0, "KH004");
    assert_eq!(codes_of("a: @x\n")[0].0, "KH004");
}

#[test]
fn what_stands_between_brackets_is_indented_too() {
    assert_eq!(codes_of("flow: [a,\nb,\nc]\n"), [("KH004", 2, 1)]);
    assert_eq!(codes_of("x:\n  - {a: 1,\n  b: 2}\n"), [("KH004", 3, 3)]);
    for fine in
        ["flow: [a,\n b]\n", "flow: [\n  a,\n]\n", "[a,\nb]\n", "x:\n  - [a,\n    {b: 1,\n    c: 2}]\n"]
    {
        assert_eq!(codes_of(fine), [], "{fine:?}");
    }
}

#[test]
fn line_ends_and_marks_do_not_matter() {
    let plain = normalise(b"a: 1\nb: 2\n".to_vec());
    assert_eq!(normalise(b"\xef\xbb\xbfa: 1\r\nb: 2\r".to_vec()), plain);
    assert_eq!(normalise(b"ok \xe9".to_vec()), Err(NotUtf8 { line: 1, offset: 3 }));
    assert_eq!(normalise(b"a\nb \xe9".to_vec()), Err(NotUtf8 { line: 2, offset: 4 }));
}

/// Found by fuzzing: a mapping whose first key begins with `é`.
#[test]
fn a_node_begins_with_a_whole_character() {
    for (text, bytes) in [("é: x\n", 2), ("😀: x\n", 4), ("- x\n", 1), ("é", 2)] {
        let (tree, _) = read(FileId(0), text);
        let start = tree.root().expect("a node").start();
        assert_eq!((start.line, start.column, start.span), (1, 1, Span::new(0, bytes)), "{text:?}");
    }
}

/// Whether a text is read without the parser; if so, as the parser reads it.
fn is_everyday(text: &str) -> bool {
    let Some(tree) = everyday(FileId(0), text) else { return false };
    let (parsed, findings) = parse(FileId(0), text);
    assert!(findings.is_empty(), "{text:?}: {findings:?}");
    assert_eq!(tree, parsed, "{text:?}");
    true
}

#[test]
fn everyday_texts_need_no_parser() {
    for text in [
        "a: b\n",
        "a: b",
        "\n# x\n  # y\na: b # c\n\nd: e#f\n",
        "a:\n  b: c\nd: # x\n    e: f\n",
        "a:\n  - b\n  # x\n  - c\nd: e\n",
        "a:\n  - b: c\n    d:\n      - e\n  -   f: g\n      h: i\n",
        "a: [b, c , \"d, e\"]\nf: {g: h, i: [j, {k: 'l'}]} # x\nm: []\nn: {}\n",
        "a: >-\n  b\n  c\n\n  d\n\n# x\ne: >\n f\ng: h\n",
        "a: |\n  b\n    c\n\n  # d\ne:\n  - |-\n   f\n",
        "a: 'x: y'\nb: \"é # ü\" # z\nc: {d: ë, f: ï}\n",
        "a: 1.10\nb: (c)\nd: /e\nf: +3\ng: .h\ni: <j\nk: a:b\nl: m n\n",
    ] {
        assert!(is_everyday(text), "{text:?}");
    }
}

/// The quick reader leaves what it is not sure of to the parser, which may
/// accept or refuse it.
#[test]
fn the_parser_reads_what_is_not_everyday() {
    let deep: String = (0..20).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<String>() + "x: y\n";
    let long_key = format!("{}: x\n", "k".repeat(129));
    for text in [
        "",
        "# x\n",
        "a\n",
        "- a\n",
        " a: b\n",
        "--- \na: b\n",
        "a: b\n---\nc: d\n",
        "a: b\n...\n",
        "\"a\": b\n",
        "é: b\n",
        "a :b\n",
        "a:b\n",
        "a:\n",
        "a:\nb: c\n",
        "a:\n- b\n",
        "a:\n  -\n    b\n",
        "a:\n  - - b\n",
        "a: b\n  c\n",
        "a:\n  b\n",
        "a:\n    b: c\n  d: e\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b\n  c: d\n",
        "a: b\nb: c\na: d\n",
        "a: null\n",
        "a: ~\n",
        "a: ''\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: - b\n",
        "a: -1\n",
        "a: ? b\n",
        "a: @b\n",
        "a: %b\n",
        "a: 'b''c'\n",
        "a: \"b\\n\"\n",
        "a: \"b\n  c\"\n",
        "a: \"b\" c\n",
        "a: \"b\"# c\n",
        "a: b\tc\n",
        "a: \u{fffe}b\n",
        "a: b\u{ff0c}c\n",
        "a: €\n",
        "a: 'b\tc'\n",
        "a:\tb\n",
        "a: [b,\n  c]\n",
        "a: [b, ]\n",
        "a: [b c: d]\n",
        "a: [b: c]\n",
        "a: [b] c\n",
        "a: {b}\n",
        "a: {b: c: d}\n",
        "a: {b: [c}\n",
        "a: {\"b\": c}\n",
        "a: >+\n  b\n",
        "a: >2\n  b\n",
        "a: > # x\n  b\n",
        "a: >\n  b",
        "a: >\n\n  b\n",
        "a: >\nb: c\n",
        "a: >\n  b \n  c\n",
        "a: >\n  b\n   c\n",
        "a: >\n  b\n  \n  c\n",
        "a: >\n  b\tc\n",
        "a: |\n   b\n  c\n",
        &deep,
        &long_key,
    ] {
        assert!(!is_everyday(text), "{text:?}");
    }
}
