//! Old answers in every way of writing: what is written without them reads the same,
//! and keeps every comment.

use keuzehulp::load::{Layer, Loaded, Memory, load};
use keuzehulp::model::Date;
use keuzehulp::text::FileId;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::support::random::holds;
use crate::support::{data, small};

const PATH: &str = "vendors/videobellen/zeta.yaml";

/// How something is written.
#[derive(Clone, Debug)]
struct Style {
    /// Of the answer: in brackets or not.
    flow: bool,
    /// Of each list: alone where possible, in brackets, in brackets over lines, as a
    /// block, and as a block in the column of its key.
    lists: [u8; 4],
    /// Quotes around ids.
    quotes: [&'static str; 4],
    /// Where `for` and the forms are.
    turned: bool,
    comments: bool,
}

fn style() -> impl Strategy<Value = Style> {
    let quotes =
        [select(vec!["", "\"", "'"]), select(vec!["", "\""]), select(vec!["", "'"]), select(vec![""])];
    (any::<bool>(), [0u8..5, 0u8..5, 0u8..5, 0u8..5], quotes, any::<bool>(), any::<bool>())
        .prop_map(|(flow, lists, quotes, turned, comments)| Style { flow, lists, quotes, turned, comments })
}

/// The forms of an answer: keys with ids.
type Forms = Vec<(&'static str, Vec<&'static str>)>;

fn one(answers: &'static [&'static str]) -> impl Strategy<Value = Forms> {
    prop_oneof![
        select(answers).prop_map(|answer| vec![("answer", vec![answer])]),
        subsequence(answers, 1..=3).prop_map(|answers| vec![("one-of", answers)]),
    ]
}

/// Options that become one are in one list; the others anywhere.
fn options() -> impl Strategy<Value = Forms> {
    let same = subsequence(vec!["password", "pin", "code"], 1..=3);
    (same, 0usize..3, vec(0usize..4, 3)).prop_map(|(same, at, others)| {
        let keys = ["has", "lacks", "not-found"];
        let mut forms: Forms = keys.iter().map(|key| (*key, Vec::new())).collect();
        forms[at].1.extend(same);
        for (option, at) in ["waiting-room", "knock", "lock"].into_iter().zip(others) {
            if let Some((_, list)) = forms.get_mut(at) {
                list.push(option);
            }
        }
        // An empty list may also be left out.
        forms.retain(|(key, list)| !list.is_empty() || *key == "lacks");
        forms
    })
}

/// One answer as it is written, its evidence included.
fn answer(criterion: &str, forms: &Forms, says: &[&str], style: &Style) -> String {
    let mut number = 0;
    let mut comment = || {
        number += 1;
        if style.comments { format!(" # {criterion} {number}") } else { String::new() }
    };
    let quoted = |at: usize, word: &str| format!("{0}{word}{0}", style.quotes[at % 4]);
    let list = |at: usize, words: &[&str], indent: usize, comment: &mut dyn FnMut() -> String| {
        let pad = " ".repeat(indent);
        let words: Vec<String> = words.iter().enumerate().map(|(n, word)| quoted(at + n, word)).collect();
        match style.lists[at % 4] {
            0 if words.len() == 1 => format!(" {}", words[0]),
            2 if !words.is_empty() => {
                let lines: Vec<String> = words.iter().map(|word| format!("\n{pad}  {word}")).collect();
                format!(" [{}{}\n{pad}  ]", comment(), lines.join(","))
            }
            3 | 4 if !words.is_empty() && !style.flow => {
                let deeper = if style.lists[at % 4] == 3 { "  " } else { "" };
                words.iter().map(|word| format!("\n{pad}{deeper}- {word}{}", comment())).collect()
            }
            _ => format!(" [{}]", words.join(", ")),
        }
    };
    let mut pairs = Vec::new();
    for (at, (key, words)) in forms.iter().enumerate() {
        let value = match *key {
            "answer" => format!(" {}", quoted(at, words[0])),
            _ => list(at, words, 8, &mut comment),
        };
        pairs.push(format!("{key}:{value}"));
    }
    let place = if style.turned { pairs.len() } else { 0 };
    pairs.insert(place, "for: all".to_owned());
    let written = if style.flow {
        format!("      - {{{}}}{}\n", pairs.join(", "), comment())
    } else {
        let lines: Vec<String> = pairs.iter().map(|pair| format!("{pair}{}", comment())).collect();
        format!("      - {}\n", lines.join("\n        "))
    };
    let says = list(3, says, 8, &mut comment);
    format!(
        "  {criterion}:\n    answers:\n{written}    evidence:\n      - from: uitleg\n        says:{says}{}\n        shows: Zo is het.\n",
        comment()
    )
}

const HEAD: &str = "\
name: Zeta
maker: Zeta bv
homepage: https://zeta.example.org
variants:
  gewoon: {name: gewone uitvoering, hosting: cloud, licence: paid}
sources:
  uitleg: {title: Uitleg, url: \"https://zeta.example.org/uitleg\", read: 2026-10-01, grade: vendor}
facts:
";

fn layer(folders: &[&str]) -> Memory {
    let mut files = Memory::default();
    for folder in folders {
        let root = if *folder == "small" { small() } else { data(folder) };
        for (path, bytes) in super::files(&root) {
            files.put(path, bytes);
        }
    }
    files
}

fn loaded(shared: &Memory, text: &[u8]) -> Loaded {
    let own = Memory::from_iter([(PATH, text)]);
    let layers = [Layer::Memory(shared.clone()), Layer::Memory(own)];
    load(&layers, Date::new(2026, 11, 21).expect("a date")).expect("memory can always be read")
}

/// What the product says, without places.
fn facts(loaded: &Loaded) -> Vec<String> {
    let product = loaded.catalogue.products.iter().find(|product| product.id.as_str() == "zeta");
    let fact = |fact: &keuzehulp::model::Fact| {
        let answers: Vec<_> = fact.answers.iter().map(|answer| (answer.variants, &answer.stated)).collect();
        let says: Vec<_> = fact.evidence.iter().map(|item| &item.says).collect();
        format!("{} {answers:?} {says:?}", fact.criterion)
    };
    product.expect("the product").facts.iter().map(fact).collect()
}

/// The codes of what is found about old answers, and the errors.
fn codes(loaded: &Loaded) -> Vec<&'static str> {
    let about =
        loaded.findings.iter().filter(|finding| finding.is_error() || finding.code.id.starts_with("KH50"));
    about.map(|finding| finding.code.id).collect()
}

#[test]
fn what_is_written_reads_the_same_and_keeps_every_comment() {
    const AGREEMENT: &[&str] = &["complete", "none", "signed", "missing", "finished", "arranged"];
    const DAYS: &[&str] = &["30", "not-agreed", "unclear", "soon"];
    let shared = layer(&["small", "migrate/shared"]);
    let one_fact = (one(AGREEMENT), style());
    let cases = (one_fact, (options(), style()), (one(DAYS), style()), 0u8..4);
    let rewritten = std::cell::Cell::new(0);
    holds(1500, &cases, |((agreement, a), (access, b), (days, c), ends)| {
        let says = |forms: &Forms| forms[0].1.clone();
        let text = [
            HEAD.to_owned(),
            answer("processing-agreement", &agreement, &says(&agreement), &a),
            answer("access-control", &access, &says(&access)[..says(&access).len().min(1)], &b),
            answer("exit-deletion-days", &days, &says(&days), &c),
        ]
        .concat();
        let file = match ends {
            1 => text.replace('\n', "\r\n"),
            2 => format!("\u{feff}{text}"),
            _ => text.clone(),
        };
        let before = loaded(&shared, file.as_bytes());
        // An answer may lack an option, or a source may say what it rules out.
        if before.findings.iter().any(keuzehulp::text::Diagnostic::is_error) {
            return Ok(());
        }
        let at = before.catalogue.files.iter().position(|known| known.inner == PATH).expect("the file");
        let id = FileId(u32::try_from(at).expect("few files"));
        let (written, is_changed) = before.migrated(id).expect("the same file");
        let after = loaded(&shared, &written);
        let shown = String::from_utf8_lossy(&written);
        prop_assert_eq!(codes(&after), Vec::<&str>::new(), "{}\n{}", text, shown);
        prop_assert_eq!(facts(&before), facts(&after), "{}\n{}", text, shown);
        prop_assert_eq!(is_changed, !codes(&before).is_empty(), "{}", text);
        prop_assert_eq!(is_changed, written != file.as_bytes());
        for comment in text.split('\n').filter_map(|line| line.split_once(" # ")).map(|(_, comment)| comment)
        {
            prop_assert!(shown.contains(&format!("# {comment}")), "{comment}: {text}\n{shown}");
        }
        prop_assert_eq!(shown.starts_with('\u{feff}'), ends == 2);
        let bare = shown.replace("\r\n", "").contains('\n');
        prop_assert_eq!(bare, ends != 1, "{}", shown);
        rewritten.set(rewritten.get() + usize::from(is_changed));
        Ok(())
    });
    assert!(rewritten.get() > 300, "only {} were rewritten", rewritten.get());
}
