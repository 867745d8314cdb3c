//! How much text a cell holds.

use std::borrow::Cow;

/// The longest text in a cell, in UTF-16 units, as spreadsheets count: an emoji
/// counts as two. Their limit is 32,767 ("Excel specifications and limits",
/// Microsoft); the rest is room for the mark and for an apostrophe in front.
const LONGEST: usize = 32_700;

/// Where a text was cut.
const CUT: &str = " […]";

/// A text as a cell can hold it: a longer one is cut, with a mark at the end. The
/// whole text is in the JSON.
pub(in crate::report) fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    // A text never has more units than bytes.
    if text.len() <= LONGEST {
        return text;
    }
    let mut used = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        used += c.len_utf16();
        (used > LONGEST).then_some(at)
    });
    match end.and_then(|end| text.get(..end)) {
        Some(kept) => Cow::Owned(format!("{kept}{CUT}")),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_what_a_spreadsheet_counts() {
        for (text, is_cut) in [
            ("x".repeat(LONGEST), false),
            ("x".repeat(LONGEST + 1), true),
            ("é".repeat(LONGEST), false),
            ("é".repeat(LONGEST + 1), true),
            ("😀".repeat(LONGEST / 2), false),
            ("😀".repeat(LONGEST / 2 + 1), true),
            (format!("x{}", "😀".repeat(LONGEST / 2)), true),
        ] {
            let kept = cut(Cow::Borrowed(&text));
            assert_eq!(kept.ends_with(CUT), is_cut);
            assert_eq!(kept == text, !is_cut);
            assert!(format!("'{kept}").encode_utf16().count() <= 32_767);
        }
    }
}
