//! The formatter on texts that nobody wrote for it: what it formats says the same, and
//! is formatted already.

use std::collections::BTreeMap;

use keuzehulp::load::format::of_text;
use keuzehulp::text::FileId;

use super::{CASES, normal, ours};

/// Every text of the suite that our files may hold is formatted, or has a place that
/// says why not; never does it only turn out afterwards.
#[test]
fn what_is_formatted_says_the_same() {
    let mut counts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for case in CASES.iter() {
        let text = normal(&case.yaml);
        let Ok(said) = ours(&text) else { continue };
        match of_text(FileId(0), &text, "") {
            Ok(made) => {
                assert_eq!(ours(&made).as_ref(), Ok(&said), "{}: {text:?} became {made:?}", case.id);
                assert_eq!(of_text(FileId(0), &made, "").as_ref(), Ok(&made), "{}", case.id);
                counts.entry("formatted").or_default().push(&case.id);
            }
            Err(found) => {
                assert!(found.iter().all(|finding| finding.code.id == "KH024"), "{}: {found:?}", case.id);
                let is_placed = found.iter().all(|finding| finding.place.span.end > 0);
                counts.entry(if is_placed { "left" } else { "unproven" }).or_default().push(&case.id);
            }
        }
    }
    let count = |word: &str| counts.get(word).map_or(0, Vec::len);
    assert!(count("formatted") > 60 && count("unproven") == 0, "{counts:?}");
}
