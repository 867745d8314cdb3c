//! Scalars with a strict form: dates and web addresses.

use crate::model::Date;
use crate::say;
use crate::text::Message;

use super::reader::quoted;

/// Longer addresses do not open everywhere.
const LONGEST_ADDRESS: usize = 2_000;

/// A date written as `YYYY-MM-DD`, not before 1990.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let shape = text
        .bytes()
        .enumerate()
        .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    if text.len() != 10 || !shape {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    if year < 1990 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// What is wrong with an address, if anything.
pub(super) fn address_problem(url: &str) -> Option<Message> {
    let shown = quoted(url);
    if url.len() > LONGEST_ADDRESS {
        return Some(say!(
            "dit adres is langer dan {LONGEST_ADDRESS} tekens",
            "this address is longer than {LONGEST_ADDRESS} characters"
        ));
    }
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return Some(say!(
            "{shown} begint niet met https:// of http://",
            "{shown} does not begin with https:// or http://"
        ));
    };
    if url.contains(|c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
    }) {
        return Some(say!(
            "{shown} heeft een teken dat niet in een adres kan staan",
            "{shown} has a character that cannot stand in an address"
        ));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    if host.contains('@') {
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
        say!("{shown} heeft geen gewone naam van een website", "{shown} has no plain name of a website")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_strict() {
        assert_eq!(parse_date("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".to_owned()));
        for bad in
            ["2026-02-30", "2026-2-3", "21-11-2026", "0000-01-01", "2026-11-21 ", "2026-11-2١", "-026-01-01"]
        {
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
        ] {
            assert!(address_problem(bad).is_some(), "{bad}");
        }
        assert!(address_problem(&format!("https://a.nl/{}", "x".repeat(5_000))).is_some());
    }
}
