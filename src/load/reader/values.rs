//! Scalars with a strict form: fixed words, dates, numbers and web addresses.

use crate::load::codes;
use crate::load::keys::Shape;
use crate::model::Date;
use crate::say;
use crate::text::characters::is_odd_blank;
use crate::text::lang::either;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Code, Diagnostic, Lang, Message, Vocabulary};

use super::fields::{Fields, Reader};

/// Longer addresses do not open everywhere.
const LONGEST_ADDRESS: usize = 2_000;

impl Reader {
    /// The value of a key that takes one of a few words, which the table of
    /// keys lists.
    pub(crate) fn word<T: Vocabulary>(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<T> {
        let (node, words) = (fields.get(key)?, fields.words(key));
        self.word_of(node, words).and_then(|number| T::from_id(words.get(number)?))
    }

    /// One of these words; its number.
    pub(crate) fn word_of(&mut self, node: Node<'_, '_>, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|word| *word == node.text());
        if found.is_none() && node.kind() == Kind::Text {
            let shown = quoted(node.text());
            let names: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let (nl, en) = (either(Lang::Nl, &names), either(Lang::En, &names));
            let message = say!("hier hoort {nl}, niet {shown}", "{en} is expected here, not {shown}");
            self.not_among(&codes::UNKNOWN_WORD, node.place(), message, node.text(), words.iter().copied());
        }
        found
    }

    /// A date that is not after the as-of date.
    pub(crate) fn date(&mut self, node: Node<'_, '_>) -> Option<Date> {
        let date = self.any_date(node)?;
        if date > self.as_of {
            let (shown, as_of) = (quoted(node.text()), self.as_of);
            self.report(
                &codes::FUTURE_DATE,
                node.place(),
                say!("{shown} ligt na de peildatum {as_of}", "{shown} is after the as-of date {as_of}"),
            );
            return None;
        }
        Some(date)
    }

    /// A date that may be in the future.
    pub(crate) fn any_date(&mut self, node: Node<'_, '_>) -> Option<Date> {
        let text = node.text();
        let Some(date) = parse_date(text) else {
            // Computed only when there is something to report.
            let shown = quoted(text);
            let message = match date_problem(text) {
                DateProblem::Form => say!("{shown} is geen datum", "{shown} is not a date"),
                DateProblem::NoSuchDay => {
                    say!("de dag {shown} bestaat niet", "there is no such day as {shown}")
                }
                DateProblem::TooEarly => say!("{shown} ligt voor 1990", "{shown} is before 1990"),
            };
            self.report(&codes::BAD_DATE, node.place(), message);
            return None;
        };
        Some(date)
    }

    /// A web address that a person can open without risk.
    pub(crate) fn address(&mut self, node: Node<'_, '_>) -> Option<String> {
        match address_problem(node.text()) {
            None => Some(node.text().to_owned()),
            Some(problem) => {
                self.report(&codes::BAD_ADDRESS, node.place(), problem);
                None
            }
        }
    }

    /// A whole number from 0 to `most`, digits only.
    pub(crate) fn number(&mut self, node: Node<'_, '_>, most: u64, code: &'static Code) -> Option<u64> {
        if !self.expect(node, Kind::Text, Shape::Number) {
            return None;
        }
        let text = node.text();
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let plain = digits && (text == "0" || !text.starts_with('0'));
        let number = if plain { text.parse().ok().filter(|n| *n <= most) } else { None };
        if number.is_none() {
            let shown = quoted(text);
            let (message, help) = if plain {
                (
                    say!(
                        "{shown} is te groot: het getal is hooguit {most}",
                        "{shown} is too large: the number is at most {most}"
                    ),
                    say!("schrijf een kleiner getal", "write a smaller number"),
                )
            } else {
                (
                    say!("{shown} kan hier niet staan", "{shown} is not allowed here"),
                    say!(
                        "schrijf een geheel getal van 0 tot en met {most}, met alleen cijfers en zonder nul ervoor",
                        "write a whole number from 0 to {most}, with digits only and no leading zero"
                    ),
                )
            };
            self.add(Diagnostic::new(code, node.place(), message).help(help));
        }
        number
    }
}

/// A date written as `YYYY-MM-DD`, not before 1990.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, month, day) = date_parts(text)?;
    if year < 1990 {
        return None;
    }
    Date::new(year, month, day).ok()
}

fn date_parts(text: &str) -> Option<(i16, i8, i8)> {
    let shape = text
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    if text.len() != 10 || !shape {
        return None;
    }
    Some((text.get(0..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?, text.get(8..10)?.parse().ok()?))
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateProblem {
    /// It is not written as one.
    Form,
    /// The calendar does not have that day.
    NoSuchDay,
    /// It is before 1990, earlier than any source can be.
    TooEarly,
}

/// Why [`parse_date`] refuses `text`.
fn date_problem(text: &str) -> DateProblem {
    match date_parts(text) {
        None => DateProblem::Form,
        Some((year, month, day)) if Date::new(year, month, day).is_err() => DateProblem::NoSuchDay,
        Some(_) => DateProblem::TooEarly,
    }
}

/// What is wrong with an address, if anything.
fn address_problem(url: &str) -> Option<Message> {
    // Computed only when there is something to report.
    let shown = || quoted(url);
    if url.len() > LONGEST_ADDRESS {
        return Some(say!(
            "dit adres is langer dan {LONGEST_ADDRESS} tekens",
            "this address is longer than {LONGEST_ADDRESS} characters"
        ));
    }
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        let shown = shown();
        return Some(say!(
            "{shown} begint niet met https:// of http://",
            "{shown} does not begin with https:// or http://"
        ));
    };
    if url.contains(|c: char| {
        c.is_whitespace()
            || is_odd_blank(c)
            || matches!(c, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
    }) {
        let shown = shown();
        return Some(say!(
            "{shown} heeft een teken dat niet in een adres kan staan",
            "{shown} has a character that an address cannot have"
        ));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    if host.contains('@') {
        let shown = shown();
        return Some(say!(
            "{shown} heeft een gebruikersnaam of wachtwoord",
            "{shown} has a user name or password"
        ));
    }
    let name = host.split(':').next().unwrap_or("");
    let port = host.get(name.len()..).unwrap_or("");
    let labels_hold = name.split('.').count() >= 2
        && name.split('.').all(|label| {
            !label.is_empty()
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        });
    let port_holds = port.is_empty() || (port.len() > 1 && port.bytes().skip(1).all(|b| b.is_ascii_digit()));
    (!labels_hold || !port_holds).then(|| {
        let shown = shown();
        say!("{shown} heeft geen gewone naam van een website", "{shown} does not have a plain host name")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_strict() {
        assert_eq!(parse_date("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".to_owned()));
        assert!(parse_date("1990-01-01").is_some() && parse_date("1989-12-31").is_none());
        for bad in [
            "2026-02-30",
            "2026-2-3",
            "21-11-2026",
            "0000-01-01",
            "2026-11-21 ",
            "2026-11-2١",
            "-026-01-01",
            "2026/11/21",
            "2026-11-210",
            "+026-11-21",
        ] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn addresses_are_plain() {
        for good in
            ["https://a.nl", "http://a.nl/x?y=1#z", "https://a.nl:8080/", "https://xn--bcher-kva.nl/%20"]
        {
            assert_eq!(address_problem(good), None, "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "https://user:pw@x.nl",
            "https://x y",
            "//x.nl",
            "https://",
            "https://localhost",
            "https://-a.nl",
            "https://bücher.nl",
            "ftp://a.nl",
            "https://a.nl:x",
            "https://a.nl:/",
        ] {
            assert!(address_problem(bad).is_some(), "{bad}");
        }
        let long = |length: usize| format!("https://a.nl/{}", "x".repeat(length - 13));
        assert_eq!(address_problem(&long(LONGEST_ADDRESS)), None);
        assert!(address_problem(&long(LONGEST_ADDRESS + 1)).is_some());
    }
}
