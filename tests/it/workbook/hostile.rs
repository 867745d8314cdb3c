//! Texts and addresses that would do harm in a spreadsheet.

use super::{Book, book, elements, of};
use crate::support::{DELTA, PRODUCT, small_with};

/// The texts that a spreadsheet would run.
const TEXTS: [&str; 8] = [
    "=cmd|' /C calc'!A1",
    "+31 20 1234567",
    "-2+3",
    "@SUM(1)",
    "=HYPERLINK(\"https://x.example.org\",\"klik\")",
    "＝1+1",
    "'=1",
    "_x0041_ is geen A",
];

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Everywhere in a product where people write text, this text.
fn product(text: &str) -> String {
    let text = quoted(text);
    PRODUCT
        .replace("name: Delta", &format!("name: {text}"))
        .replace("maker: Delta bv", &format!("maker: {text}"))
        .replace("name: gewone uitvoering", &format!("name: {text}"))
        .replace("title: Uitleg van Delta", &format!("title: {text}"))
        .replace("answer: complete", &format!("answer: complete\n        note: {text}"))
        .replace("shows: Er is een overeenkomst.", &format!("shows: {text}"))
}

/// Whether a formula is one of ours: it begins as ours do and holds no text but our words.
fn is_ours(formula: &str) -> bool {
    let begins = ["IF(", "INDEX(", "SUM(", "SUMPRODUCT(", "SUMIF(", "1+SUMPRODUCT("];
    let plain = |c: char| c.is_ascii_alphanumeric() || " !$:(),.<>=+-*/\"_{}&%^;–█▒░·".contains(c);
    (begins.iter().any(|begin| formula.starts_with(begin)) || formula == "1" || formula.starts_with("$E"))
        && formula.chars().all(plain)
}

fn all_is_text(book: &Book) {
    for (sheet, cells) in &book.cells {
        for (place, cell) in cells {
            let Some(formula) = &cell.formula else { continue };
            assert!(is_ours(formula), "{sheet} {place:?}: {formula}");
        }
    }
    for (name, part) in &book.parts {
        if name.contains("worksheets/_rels/") {
            for (attributes, _) in elements(part, "Relationship") {
                let target = super::attribute(attributes, "Target").unwrap();
                let is_link = attributes.contains("/hyperlink\"");
                assert!(!is_link || target.starts_with("https://"), "{name}: {target}");
            }
        }
    }
}

#[test]
fn no_text_becomes_a_formula() {
    for text in TEXTS {
        let data = small_with(
            &[(DELTA, product(text).as_bytes())]
                .map(|(path, bytes)| (path, std::str::from_utf8(bytes).unwrap())),
        );
        let book = book(&of("videobellen", data.path()));
        all_is_text(&book);
        let shown = text.replace("_x0041_", "_x005F_x0041_");
        let rows = book.table("Rangorde");
        let row = rows.iter().find(|row| row["Product"].value == shown).unwrap_or_else(|| panic!("{text}"));
        assert!(row["Product"].is_text && row["Aanbieder"].value == shown && row["Variant"].value == shown);
        let answers = book.table("Antwoorden");
        let answer = answers.iter().find(|row| row["Onderbouwing"].value == shown).unwrap();
        assert_eq!((answer["Bron"].value.as_str(), answer["Toelichting"].value.as_str()), (&*shown, &*shown));
    }
}

#[test]
fn only_https_is_a_link_and_the_rest_is_text() {
    let address = "https://delta.example.org/uitleg";
    for (other, is_link) in [
        ("https://delta.example.org/a%20b?c=1&d=2#e", true),
        ("http://delta.example.org/uitleg", false),
        ("https://delta.example.org/don%27t", false),
    ] {
        let text = PRODUCT.replace(address, other);
        let data = small_with(&[(DELTA, text.as_str())]);
        let book = book(&of("videobellen", data.path()));
        all_is_text(&book);
        let rows = book.table("Bronnen");
        assert!(rows.iter().any(|row| row["Adres"].value == other), "{other}");
        let linked = book.parts.iter().any(|(name, part)| {
            name.contains("/_rels/") && part.replace("&amp;", "&").contains(&format!("Target=\"{other}"))
        }) || book.parts.values().any(|part| part.contains("location=\"e\""));
        assert_eq!(linked, is_link, "{other}");
    }
}

#[test]
fn the_shipped_data_holds_no_formula_and_no_other_link() {
    for kind in ["videobellen", "proctoring"] {
        all_is_text(&book(&[kind]));
    }
}

/// The longest text that a file may hold, in bytes.
const LONGEST_TEXT: usize = 65_536;

#[test]
fn a_text_that_is_too_long_is_cut_where_everybody_sees_it() {
    for part in ["woord ", "😀", "één "] {
        let note = format!("answer: complete\n        note: {}", part.repeat(LONGEST_TEXT / part.len()));
        let text = PRODUCT.replace("answer: complete", &note);
        let data = small_with(&[(DELTA, text.as_str())]);
        let book = book(&of("videobellen", data.path()));
        let answers = book.table("Antwoorden");
        let note = answers.iter().map(|row| &row["Toelichting"].value).max_by_key(|note| note.len()).unwrap();
        let units = note.encode_utf16().count();
        assert!(note.ends_with(" […]") && (32_000..=32_767).contains(&units), "{part:?}: {units} units");
    }
}

#[test]
fn names_that_begin_alike_and_names_no_sheet_may_have() {
    let name = "Een product met een heel lange naam [*]:?/\\";
    let text =
        |last: &str| PRODUCT.replace("name: Delta", &format!("name: {}", quoted(&format!("{name} {last}"))));
    let (a, b) = (text("a"), text("b"));
    let data = small_with(&[(DELTA, a.as_str()), ("vendors/videobellen/epsilon.yaml", b.as_str())]);
    let book = book(&of("videobellen", data.path()));
    let mut names = book.names.clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 11);
    assert!(
        names
            .iter()
            .all(|name| name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']))
    );
    let found = book.table("Rangorde").iter().filter(|row| row["Product"].value.starts_with(name)).count();
    assert_eq!(found, 2);
}

#[test]
fn what_is_asked_on_the_command_line_does_no_harm_either() {
    let small = crate::support::small();
    let arguments =
        [&of("videobellen", &small)[..], &["--require", "access-control=good,\u{202e}partly"]].concat();
    let output = super::raw(&[&arguments[..], &["--format", "xlsx"]].concat());
    if output.status.code() == Some(0) {
        let text = Book::read(&output.stdout).text("Lees mij");
        assert!(!text.contains('\u{202e}'));
    } else {
        assert_eq!(output.status.code(), Some(2));
    }
}
