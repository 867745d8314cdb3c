//! Quotation marks of a word processor, which in YAML are letters like any
//! other.

/// What closes a text that begins with this mark, in one of the languages that
/// use it.
fn closing(open: char) -> &'static [char] {
    match open {
        '”' => &['”', '"'],
        '“' | '„' | '‟' => &['”', '“', '"'],
        '‘' | '‛' => &['’', '‘', '\''],
        '‚' => &['’', '‘'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '›' => &['‹'],
        '"' => &['”', '“', '„'],
        _ => &[],
    }
}

/// The opening and the closing mark of a text that is wholly between two that
/// belong together.
#[must_use]
pub(crate) fn around(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    let (open, close) = (chars.next()?, chars.next_back()?);
    let inside = chars.as_str();
    // `“Merel” en “Koolmees”` begins and ends with one, and is not between them.
    let is_whole = closing(open).contains(&close) && !inside.is_empty() && !inside.contains(open);
    is_whole.then_some((open, close))
}

/// The mark with which `text` begins, if a word processor puts it there as an
/// opening quotation mark.
#[must_use]
pub(crate) fn opening(text: &str) -> Option<char> {
    text.chars().next().filter(|c| matches!(c, '“' | '”' | '„' | '‟' | '‘' | '‚' | '«' | '‹'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_between_marks_that_belong_together() {
        for whole in
            ["“Lijster”", "„Lijster“", "„Lijster”", "‘foto’s’", "« Lijster »", "”Lijster”", "‚x‘", "“x\""]
        {
            assert!(around(whole).is_some(), "{whole}");
        }
        for not in [
            "’s-Hertogenbosch",
            "‘s-Hertogenbosch",
            "“a” en “b”",
            "’t Hart’",
            "“”",
            "“",
            "a”",
            "",
            "\"x\"",
            "“a” b",
        ] {
            assert_eq!(around(not), None, "{not}");
        }
    }
}
