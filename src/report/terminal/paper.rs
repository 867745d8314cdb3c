//! Lines of text with a given width, and with bold and faint words.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::report::document::Tone;
use crate::text::safe::clean;

/// Text for a terminal or a file. Everything written to it is made harmless
/// first; styles are the only escapes, and a stream that is not a terminal removes
/// them.
#[derive(Debug, Default)]
pub struct Paper {
    text: String,
    /// Whether styles are left out.
    plain: bool,
    /// Whether there is text below the last empty line.
    filled: bool,
    /// The number of columns; `None` never breaks a line.
    width: Option<usize>,
    /// Whether it is a text file rather than a screen.
    is_file: bool,
}

/// The number of columns of a text file.
const FILE_WIDTH: usize = 76;

/// Bold, for headings and names.
pub(crate) const STRONG: Style = Style::new().bold();
/// Faint, for what is secondary.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// What is supported.
pub(crate) const SHOWN: Style = AnsiColor::Green.on_default();
/// What is open.
pub const OPEN: Style = AnsiColor::Yellow.on_default();
/// What the institution sees to itself.
pub(crate) const OWN_WORK: Style = AnsiColor::Cyan.on_default();
/// What is wrong.
pub(crate) const WRONG: Style = AnsiColor::Red.on_default().bold();

/// The style of a tone.
#[must_use]
pub fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => STRONG,
        Tone::Faint => FAINT,
        Tone::Shown => SHOWN,
        Tone::Open => OPEN,
        Tone::Wrong => WRONG,
    }
}

impl Paper {
    /// Paper of this width.
    #[must_use]
    pub fn new(width: Option<usize>) -> Paper {
        Paper { width: width.map(|w| w.max(20)), ..Paper::default() }
    }

    /// The same paper, without styles.
    #[must_use]
    pub fn plain(self) -> Paper {
        Paper { plain: true, ..self }
    }

    /// The paper of a text file: lists begin at the margin, and a name precedes its
    /// text.
    #[must_use]
    pub fn file() -> Paper {
        Paper { is_file: true, ..Paper::new(Some(FILE_WIDTH)).plain() }
    }

    /// An empty sheet of the same paper.
    #[must_use]
    pub fn another(&self) -> Paper {
        Paper { text: String::new(), filled: false, ..*self }
    }

    /// The indentation of a list, in columns.
    #[must_use]
    pub(crate) fn margin(&self) -> usize {
        if self.is_file { 0 } else { 2 }
    }

    /// The number of columns.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// An empty line, unless the last line is empty already.
    pub(crate) fn gap(&mut self) {
        if self.filled {
            self.text.push('\n');
            self.filled = false;
        }
    }

    /// Takes the text written so far, so that a long text is never in memory as a
    /// whole; what follows counts as having text above it.
    #[must_use]
    pub fn take(&mut self) -> String {
        self.filled = true;
        std::mem::take(&mut self.text)
    }

    /// One line of parts that are already harmless, each with its style.
    pub fn parts(&mut self, parts: &[(Style, &str)]) {
        let mut line = String::new();
        for (style, text) in parts {
            // Writing into a String cannot fail.
            let _ = if self.plain || *style == Style::new() {
                write!(line, "{text}")
            } else {
                write!(line, "{style}{text}{style:#}")
            };
        }
        let line = line.trim_end();
        self.filled = !line.is_empty();
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A paragraph: `first` precedes the first line, and the other lines are indented
    /// by its width.
    pub fn paragraph(&mut self, first: &str, style: Style, text: &str) {
        let indent = first.width();
        let room = self.width.map(|width| width.saturating_sub(indent).max(12));
        for (number, line) in wrap(&clean(text), room).into_iter().enumerate() {
            let start = if number == 0 { first.to_owned() } else { " ".repeat(indent) };
            self.parts(&[(Style::new(), &start), (style, &line)]);
        }
    }

    /// The text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// `text` in lines of at most `room` columns, broken at spaces; a longer word gets
/// a line of its own, because nothing is ever cut.
#[must_use]
pub(crate) fn wrap(text: &str, room: Option<usize>) -> Vec<String> {
    let Some(room) = room else { return vec![text.to_owned()] };
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let width = word.width();
        if used > 0 && used + 1 + width > room {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += width;
        }
    }
    lines
}

/// `text` followed by spaces up to `width` columns.
#[must_use]
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_nothing_is_cut() {
        assert_eq!(wrap("een twee drie", Some(8)), ["een twee", "drie"]);
        assert_eq!(wrap("eenheellangwoord x", Some(5)), ["eenheellangwoord", "x"]);
        assert_eq!(wrap("een  twee", None), ["een  twee"]);
        assert_eq!(wrap("", Some(9)), [""]);
        assert_eq!(pad("漢", 4), "漢  ");
    }
}
