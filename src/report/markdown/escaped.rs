//! Text as Markdown that shows it word for word.

use crate::text::safe::clean;

/// `text` as Markdown that shows it word for word: on one line, with nothing in
/// it that a renderer would take for markup, a table, a link or a formula.
pub(super) fn escaped(text: &str) -> String {
    let text = clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    // A list, a heading or the line below one begins a line like this.
    let number = text.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
    for (at, c) in text.char_indices() {
        rest.next();
        let marks = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$'
            | '@' => true,
            '+' | '-' | '=' => at == 0,
            '.' | ')' if number == Some(at) => true,
            // Renderers turn bare addresses into links and `:words:` into pictures.
            '.' => ends_in_www(&out),
            ':' => rest.peek().is_some_and(|next| *next != ' '),
            '!' => rest.peek() == Some(&'['),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn ends_in_www(text: &str) -> bool {
    text.get(text.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown_and_does_nothing() {
        for (text, wanted) in [
            ("Zoom (betaald), 2.0", "Zoom (betaald), 2.0"),
            ("a|b", "a\\|b"),
            ("`x`", "\\`x\\`"),
            ("<script>", "\\<script\\>"),
            ("](javascript:alert(1))", "\\](javascript\\:alert(1))"),
            ("![x](y)", "\\!\\[x\\](y)"),
            ("# kop", "\\# kop"),
            ("- punt", "\\- punt"),
            ("1. een", "1\\. een"),
            ("12) x", "12\\) x"),
            ("2026", "2026"),
            ("===", "\\==="),
            ("a\n\nb", "a b"),
            ("    code", "code"),
            ("https://x.nl en www.x.nl", "https\\://x.nl en www\\.x.nl"),
            ("let op: dit", "let op: dit"),
            ("&lt;", "\\&lt;"),
        ] {
            assert_eq!(escaped(text), wanted);
        }
    }
}
