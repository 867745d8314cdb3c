//! Characters in the files: what people write is left alone, and what was damaged
//! on its way never passes in silence.

use std::collections::BTreeSet;
use std::path::Path;

use keuzehulp::load::{Layer, Memory, load, parse_date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::random::holds;
use crate::support::small;

/// What is in files from all over Europe, and is as it should be.
const FINE: &[&str] = &[
    "één café, naïef, reünie, coöperatie, façade en crème brûlée",
    "’s-Hertogenbosch en ’t Gooi; foto’s van oma’s",
    "‘s avonds open",
    "De “leerling” leest – en schrijft — veel…",
    "„Duits“ en «Frans» en ‘enkel’",
    "Ze zeggen: “ja”",
    "€ 12,50 per jaar, 20 °C, ½ uur, 3 × 4, § 5, © 2026, Merel® en Koolmees™",
    "Fijn 😀 👩\u{200d}💻 ❤\u{fe0f} 1\u{fe0f}\u{20e3} ©\u{fe0f}",
    "ĳs en IJsland; bíj́na",
    "Fryske skûtsje, wûn en dûnsje",
    "Müller, Ångström, Łódź, Gdańsk, Øresund, Þórr, Ærø",
    "São Paulo, IRMÃ, MANHÃ…, “AMANHÔ, Ãlvaro",
    "Château d’Yquem, voilà… et « là »",
    "«\u{a0}Là\u{a0}» 10\u{202f}000 € ; 20\u{a0}%",
    "İstanbul, Âşık, Ğ, kâğıt",
    "HYVÄ… IKEÄ™ “Å” GROß“ Spaß…",
    "CAFÉ® “CAFÉ” CAFÉ’s",
    "R&D; AT&T, a & b, Q&A;",
    "Москва, Αθήνα, 東京, می\u{200c}خواهم",
    "A | B > C < D = E ======= F",
    "dubbele  spatie en 1–2 (zie p. 3–4)",
];

fn product(name: &str, text: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let (name, text) = (quoted(name), quoted(text));
    format!(
        "name: {name}\nmaker: {text}\nhomepage: https://delta.example.org\n\
         variants:\n  gewoon: {{name: {text}, hosting: cloud, licence: paid}}\n\
         sources:\n  uitleg: {{title: {text}, url: \"https://delta.example.org/caf%C3%A9–é\", \
         read: 2026-10-01, grade: vendor}}\n\
         facts:\n  processing-agreement:\n    answers:\n      - {{for: all, answer: complete, note: {text}}}\n    \
         evidence:\n      - {{from: uitleg, quote: {text}}}\n"
    )
}

fn put(files: &mut Memory, folder: &Path, at: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            put(files, &path, at);
        } else {
            let inner = path.strip_prefix(at).expect("inside").to_str().expect("a path").replace('\\', "/");
            files.put(&inner, std::fs::read(&path).expect("a file"));
        }
    }
}

/// The codes that the small data gives with this product.
fn codes_with(text: &str) -> BTreeSet<&'static str> {
    let mut files = Memory::default();
    put(&mut files, &small(), &small());
    files.put("vendors/videobellen/delta.yaml", text.as_bytes());
    let as_of = parse_date("2026-11-21").expect("a date");
    let loaded = load(&[Layer::Memory(files)], as_of).expect("files in memory");
    loaded.findings.iter().map(|finding| finding.code.id).collect()
}

#[test]
fn what_people_write_gives_no_finding() {
    for text in FINE {
        assert_eq!(codes_with(&product("Delta", text)), BTreeSet::new(), "{text}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let words = vec![
        "de",
        "één",
        "café",
        "coördinator",
        "reünie",
        "foto’s",
        "’s",
        "–",
        "“ja”",
        "…",
        "€",
        "ĳs",
        "naïef",
        "skûtsje",
        "Überhaupt",
        "ÉÉN",
        "crème",
        "Zoë",
        "😀",
        "½",
        "20\u{a0}%",
        "à",
        "financiële",
        "enquête",
        "Curaçao",
    ];
    vec(select(words), 1..8).prop_map(|words| format!("Dit {}", words.join(" ")))
}

/// UTF-8 read as windows-1252, or as Latin-1; what has no letter there is lost.
fn read_wrong(text: &str, as_latin_1: bool) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    text.bytes()
        .map(|byte| match byte {
            0x80..=0x9f if !as_latin_1 => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        })
        .collect()
}

#[test]
fn dutch_text_gives_no_finding_and_damaged_text_always_does() {
    holds(64, &(words(), any::<bool>()), |(text, as_latin_1)| {
        prop_assert_eq!(codes_with(&product("Delta", &text)), BTreeSet::new());
        let damaged = read_wrong(&text, as_latin_1);
        if damaged != text {
            prop_assert!(!codes_with(&product("Delta", &damaged)).is_empty(), "{}", damaged);
        }
        Ok(())
    });
}

/// What is only in a name that people see gives the same finding however it is written.
#[test]
fn a_name_that_looks_like_another_is_reported() {
    for name in ["alfa", " Alfa", "Alfa\u{a0}", "Аlfa", "Ａlfa", "Al\u{ad}fa"] {
        let folder = crate::support::small_with(&[("vendors/videobellen/delta.yaml", &product(name, "x"))]);
        let root = folder.path().to_str().expect("a path");
        let run = crate::support::run(&["check", root, "--as-of", "2026-11-21", "--format", "short"]);
        assert!(run.out.contains("KH512"), "{name:?}: {}{}", run.out, run.err);
    }
}
