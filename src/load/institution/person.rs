//! E-mail addresses and telephone numbers in a dossier. Many people read a
//! dossier and it is kept for years, so it names roles, not persons.

use crate::load::codes;
use crate::load::reader::fields::Reader;
use crate::text::yaml::{Kind, Node};

/// Warns about every text below `node` that seems to be a way to reach one
/// person.
pub(super) fn look_for(reader: &mut Reader, node: Node<'_, '_>) {
    match node.kind() {
        Kind::Text => {
            if reaches_somebody(node.text()) {
                reader.report(&codes::PERSONAL_DATA, node.place(), codes::PERSONAL_DATA.title.into());
            }
        }
        Kind::List => node.items().for_each(|item| look_for(reader, item)),
        Kind::Mapping => node.pairs().for_each(|(_, value)| look_for(reader, value)),
        Kind::Broken => {}
    }
}

fn reaches_somebody(text: &str) -> bool {
    text.split_whitespace().any(is_mail_address) || has_telephone_number(text)
}

fn is_mail_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@').is_some_and(|(_, after)| {
        after.split('.').count() >= 2 && after.split('.').all(|part| !part.is_empty())
    })
}

/// How many digits a Dutch telephone number has, with its leading zero.
const DIGITS: usize = 10;

/// Whether there is a Dutch telephone number: `06-12345678`, `020 123 45 67`,
/// `+31 6 1234 5678`, `0031612345678`.
fn has_telephone_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+');
    text.split(|c: char| !is_part(c)).any(|run| {
        let words: Vec<&str> = run.split(' ').filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|from| {
            let rest: String = words.get(from..).unwrap_or_default().concat();
            let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
            let national = rest
                .strip_prefix("+31")
                .or_else(|| rest.strip_prefix("0031"))
                .map(|_| digits.trim_start_matches("00").trim_start_matches("31"));
            match national {
                Some(digits) => matches!(digits.trim_start_matches('0').len(), 9),
                None => digits.starts_with('0') && !digits.starts_with("00") && digits.len() == DIGITS,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_of_persons_are_seen() {
        for text in [
            "vraag het aan fg@school.nl",
            "(j.jansen@voorbeeld.example)",
            "06-12345678",
            "bel 020 123 45 67",
            "bel 0201234567.",
            "+31 6 1234 5678",
            "0031612345678",
            "+31 (0)20 1234567",
        ] {
            assert!(reaches_somebody(text), "{text}");
        }
        for text in [
            "functionaris gegevensbescherming",
            "2026-11-21",
            "zaak 2026-0012345",
            "map 3.2, dossier 2026/114",
            "van 0 tot 100 punten",
            "artikel 28, derde lid",
            "om 10.00 uur @ de aula",
            "beheer@school",
            "beheer@school..nl",
            "1234567890",
            "https://school.nl/beleid/2026",
        ] {
            assert!(!reaches_somebody(text), "{text}");
        }
    }
}
