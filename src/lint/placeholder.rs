//! Sources with words or addresses that somebody meant to fill in later.

use crate::model::{Product, Source};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;

use super::PLACEHOLDER;

/// Words that people write in place of a text that is still to come.
const WORDS: [&str; 10] =
    ["todo", "tbd", "fixme", "xxx", "invullen", "nvt", "n.v.t", "lorem", "placeholder", "voorbeeldbron"];
/// Names of hosts that lead nowhere (RFC 2606, RFC 6761).
const HOSTS: [&str; 4] = ["example.com", "example.org", "example.net", "localhost"];
/// Ends of names of hosts that lead nowhere.
const ENDS: [&str; 4] = [".example", ".invalid", ".test", ".localhost"];

pub(super) fn check(product: &Product) -> Vec<Diagnostic> {
    if product.draft {
        return Vec::new();
    }
    product.sources.iter().filter_map(finding).collect()
}

fn finding(source: &Source) -> Option<Diagnostic> {
    let id = &source.id;
    let message = if is_filler(&source.title) {
        let title = quoted(&source.title);
        say!(
            "de titel van de bron `{id}` is nog niet ingevuld: {title}",
            "the title of the source `{id}` is not filled in yet: {title}"
        )
    } else if let Some(url) = source.url().filter(|url| leads_nowhere(url)) {
        let url = quoted(url);
        say!(
            "het adres van de bron `{id}` leidt nergens naartoe: {url}",
            "the address of the source `{id}` leads nowhere: {url}"
        )
    } else if let Some(filed) = source.filed().filter(|place| is_filler(place)) {
        let filed = quoted(filed);
        say!(
            "waar de bron `{id}` ligt is nog niet ingevuld: {filed}",
            "where the source `{id}` is filed is not filled in yet: {filed}"
        )
    } else {
        return None;
    };
    Some(Diagnostic::new(&PLACEHOLDER, source.place, message).help(PLACEHOLDER.advice))
}

/// Whether a title says nothing but that one must come. One without any text is an error
/// already.
fn is_filler(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    if title.is_empty() {
        return false;
    }
    let first = title.split([' ', ':', ',']).next().unwrap_or("").trim_end_matches('.');
    WORDS.contains(&first) || !title.chars().any(char::is_alphanumeric)
}

/// Whether the host of an address is one that nobody has.
fn leads_nowhere(url: &str) -> bool {
    let behind = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = behind.split(['/', ':', '?', '#']).next().unwrap_or("").to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    HOSTS.contains(&host) || ENDS.iter().any(|end| host.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_still_be_filled_in_is_seen() {
        for filler in ["TODO", "todo: titel", "…", "n.v.t.", "Invullen", "XXX", "-"] {
            assert!(is_filler(filler), "{filler}");
        }
        for title in ["Todoist, privacyverklaring", "Zoom Terms of Service", "Voorbeeld van een DPIA", "3CX"]
        {
            assert!(!is_filler(title), "{title}");
        }
        for url in
            ["https://example.com/", "http://www.example.org/a", "https://localhost:8080", "https://x.test"]
        {
            assert!(leads_nowhere(url), "{url}");
        }
        for url in [
            "https://example.nl/",
            "https://delta.example.org/x",
            "https://latest.io/test",
            "https://contest",
        ] {
            assert!(!leads_nowhere(url), "{url}");
        }
    }
}
