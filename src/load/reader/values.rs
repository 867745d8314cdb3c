//! Scalars with a strict form: fixed words, numbers and web addresses.

use crate::load::codes;
use crate::load::keys::Shape;
use crate::say;
use crate::text::characters::is_odd_blank;
use crate::text::lang::either;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Code, Diagnostic, Lang, Message, Vocabulary};

use super::fields::{Fields, Reader};

/// Longer addresses do not open everywhere.
pub(crate) const LONGEST_ADDRESS: usize = 2_000;

impl Fields<'_, '_> {
    /// The text of a key.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(|node| node.text().to_owned())
    }
}

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
