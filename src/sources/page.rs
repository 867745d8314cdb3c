//! The words of a page. This is no parser of HTML: it leaves out tags, comments, scripts
//! and styles, and reads entities. Whatever it is given, it takes time in proportion to
//! the length and never fails.

use crate::text::characters::damage::entity_at;

/// Elements inside a line: a word can go on after their tags.
const INLINE: [&str; 31] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];

/// Elements whose contents are not for readers.
const NOT_READ: [&str; 2] = ["script", "style"];

/// The text of a page as a reader sees it, with blanks where a line or a cell ends.
#[must_use]
pub fn words(page: &str) -> String {
    let mut words = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        rest =
            if from.starts_with('<') { after_tag(from, &mut words) } else { after_entity(from, &mut words) };
    }
    words.push_str(rest);
    words
}

/// Reads the entity with which `from` begins, and gives what follows it.
fn after_entity<'p>(from: &'p str, words: &mut String) -> &'p str {
    let (length, letter) = entity_at(from).unwrap_or((1, '&'));
    words.push(letter);
    from.get(length..).unwrap_or("")
}

/// Gives what follows the tag with which `from` begins, and its contents if those are not
/// for readers. What is never closed goes on to the end.
fn after_tag<'p>(from: &'p str, words: &mut String) -> &'p str {
    let after = |end: &str| from.split_once(end).map_or("", |(_, rest)| rest);
    if from.starts_with("<!--") {
        return after("-->");
    }
    if from.starts_with("<!") || from.starts_with("<?") {
        return after(">");
    }
    let inside = from.get(1..).unwrap_or("");
    let (is_end, named) = inside.strip_prefix('/').map_or((false, inside), |named| (true, named));
    let length = named.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = named.get(..length).unwrap_or("").to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // A sign of mathematics.
        words.push('<');
        return inside;
    }
    let is_inline = INLINE.contains(&name.as_str());
    if !is_inline {
        words.push(' ');
    }
    let rest = after_attributes(named);
    if is_end || !NOT_READ.contains(&name.as_str()) { rest } else { from_end_tag(rest, &name) }
}

/// What follows the `>` of a tag; one in a quoted value does not end it.
fn after_attributes(tag: &str) -> &str {
    let (mut quote, mut is_value) = (None, false);
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) | (None, b' ' | b'\t' | b'\r' | b'\n') => {}
            (None, b'>') => return tag.get(at + 1..).unwrap_or(""),
            (None, b'"' | b'\'') if is_value => (quote, is_value) = (Some(byte), false),
            (None, _) => is_value = byte == b'=',
        }
    }
    ""
}

/// The text from the end tag of this element on.
fn from_end_tag<'p>(text: &'p str, name: &str) -> &'p str {
    let is_its = |(at, _): &(usize, &str)| {
        let found = text.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    text.match_indices("</").find(is_its).and_then(|(at, _)| text.get(at..)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_remains() {
        for (page, seen) in [
            ("<p>Wij be<b>waren</b> niets.</p>", " Wij bewaren niets. "),
            ("<td>a</td><td>b</td>c<br>d", " a  b c d"),
            ("a<SCRIPT>var x = '<p>b</p>';</Script>c", "a  c"),
            ("a<style media=\"x>y\">p {}</style >b", "a  b"),
            ("a<!-- <p>b</p> -->c<!DOCTYPE html>d", "acd"),
            ("<a title='x>y' href=it's>a</a>", "a"),
            ("caf&eacute; &amp; &#8217;t&#x2019;s &nbsp;x", "café & ’t’s  x"),
            ("&onbekend; & &; &#x110000;", "&onbekend; & &; &#x110000;"),
            ("1 < 2 <3 </ x", "1 < 2 <3 </ x"),
        ] {
            assert_eq!(words(page), seen, "{page}");
        }
    }

    #[test]
    fn what_is_never_closed_goes_on_to_the_end() {
        for page in ["a<!-- b", "a<script>b</p>", "a<p title=\"b>c", "a<p", "a<!x", "a</"] {
            assert!(words(page).starts_with('a') && !words(page).contains('b'), "{page}");
        }
    }
}
