//! Telephone numbers of the Netherlands and the countries around it.

use super::other::{TAKEN, without};
use super::{char_at, char_before, is_one_of, word_before};

/// Calling codes, each with the fewest and the most digits behind it, without the
/// zero of a number at home. The neighbours first, then where people of schools
/// have family.
const COUNTRIES: [(&str, usize, usize); 22] = [
    ("31", 7, 11),
    ("32", 8, 9),
    ("33", 9, 9),
    ("352", 6, 11),
    ("44", 9, 10),
    ("49", 6, 13),
    ("34", 9, 9),
    ("351", 9, 9),
    ("353", 7, 9),
    ("39", 8, 11),
    ("41", 9, 9),
    ("43", 7, 13),
    ("45", 8, 8),
    ("46", 7, 9),
    ("47", 8, 8),
    ("48", 9, 9),
    ("90", 10, 10),
    ("212", 9, 9),
    ("297", 7, 7),
    ("597", 6, 7),
    ("599", 7, 8),
    ("1", 10, 10),
];

/// A Dutch number, and a French or a Belgian mobile one, at home.
const DIGITS: usize = 10;

/// Numbers that the caller or the callee pays for, with four or seven digits behind.
const SERVICES: [&str; 4] = ["0800", "0900", "0906", "0909"];

/// Right before a number these say that it is one to call.
const CUES: [&str; 25] = [
    "tel",
    "telefoon",
    "telefoonnummer",
    "telefoonnr",
    "telnr",
    "telephone",
    "phone",
    "mobiel",
    "mobieltje",
    "mobile",
    "mob",
    "gsm",
    "handy",
    "whatsapp",
    "sms",
    "fax",
    "faxnummer",
    "bel",
    "bellen",
    "belt",
    "call",
    "doorkiesnummer",
    "mobilofoon",
    "tél",
    "portable",
];

/// Words that can be between such a word and its number.
const FILLERS: [&str; 10] = ["nr", "nummer", "no", "op", "naar", "met", "is", "via", "het", "number"];

/// Right before digits without a break these say that they are something else.
const IDS: [&str; 36] = [
    "kvk",
    "bsn",
    "rsin",
    "oin",
    "btw",
    "vat",
    "isbn",
    "issn",
    "ean",
    "doi",
    "id",
    "ref",
    "referentie",
    "referentienummer",
    "zaak",
    "zaaknummer",
    "zaaknr",
    "kenmerk",
    "dossier",
    "dossiernummer",
    "ticket",
    "ticketnummer",
    "incident",
    "melding",
    "meldingsnummer",
    "order",
    "ordernummer",
    "factuur",
    "factuurnummer",
    "artikelnummer",
    "klantnummer",
    "contractnummer",
    "polisnummer",
    "leerlingnummer",
    "studentnummer",
    "serienummer",
];

/// A number as it is written.
struct Written {
    has_plus: bool,
    /// Its digits, in the groups they are written in.
    groups: Vec<String>,
    /// What is before each group but the first.
    breaks: Vec<String>,
}

impl Written {
    fn digits(&self) -> String {
        self.groups.concat()
    }

    fn first(&self) -> &str {
        self.groups.first().map_or("", String::as_str)
    }

    /// How long its groups are.
    fn shape(&self) -> Vec<usize> {
        self.groups.iter().map(String::len).collect()
    }

    fn is_whole(&self) -> bool {
        self.breaks.is_empty()
    }

    /// Whether more than spaces divides it.
    fn has_marks(&self) -> bool {
        self.breaks.iter().any(|between| between.chars().any(|c| c != ' '))
    }

    /// The first groups of it.
    fn begin(&self, count: usize) -> Written {
        Written {
            has_plus: self.has_plus,
            groups: self.groups.iter().take(count).cloned().collect(),
            breaks: self.breaks.iter().take(count.saturating_sub(1)).cloned().collect(),
        }
    }
}

/// Whether a plain text has a telephone number in it.
pub(super) fn has_number(plain: &[char]) -> bool {
    if plain.iter().filter(|c| c.is_ascii_digit()).count() < 6 {
        return false;
    }
    let text = without(plain);
    (0..text.len()).any(|at| begins_number(&text, at))
}

/// Whether a number begins here: at its plus, bracket or first digit.
fn begins_number(text: &[char], at: usize) -> bool {
    // One that begins before is looked at there.
    if char_before(text, at).is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    let Some((written, ends)) = written(text, at) else { return false };
    let is_called = is_after(text, at, &CUES);
    (1..=written.groups.len()).any(|count| {
        let some = written.begin(count);
        let end = ends.get(count - 1).copied().unwrap_or(text.len());
        // Digits that somebody calls something else.
        let is_id = some.is_whole() && !some.has_plus && is_after(text, at, &IDS);
        may_begin(text, at, &some, is_called)
            && may_end(text, end, &some)
            && !is_id
            && (is_number(&some) || (is_called && (6..=15).contains(&some.digits().len())))
    })
}

/// The groups of digits from `at`, and where each ends.
fn written(text: &[char], at: usize) -> Option<(Written, Vec<usize>)> {
    let mut from = at;
    let mut has_plus = false;
    // `+31`, `(+31)`, `(020)`, `+ 31`.
    for c in text.iter().skip(at).take(3).take_while(|c| matches!(c, '+' | '(' | '[' | ' ')) {
        if *c == ' ' && from == at {
            return None;
        }
        has_plus |= *c == '+';
        from += 1;
    }
    let mut written = Written { has_plus, groups: Vec::new(), breaks: Vec::new() };
    let mut ends = Vec::new();
    let mut next = from;
    // The longest number has fifteen digits, each by itself.
    while written.groups.len() < 16 {
        let group: String = text.get(next..)?.iter().take_while(|c| c.is_ascii_digit()).collect();
        if group.is_empty() {
            break;
        }
        next += group.len();
        written.groups.push(group);
        ends.push(next);
        let between: String = text.get(next..)?.iter().take(6).take_while(|c| is_break(**c)).collect();
        let marks = between.chars().filter(|c| matches!(c, '-' | '.' | '/' | '_')).count();
        if between.is_empty() || between.len() > 5 || marks > 1 {
            break;
        }
        next += between.len();
        if char_at(text, next).is_some_and(|c| c.is_ascii_digit()) {
            written.breaks.push(between);
        }
    }
    (!written.groups.is_empty()).then_some((written, ends))
}

/// What can be between two groups of one number.
fn is_break(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '_' | '(' | ')' | '[' | ']')
}

/// Whether a number can begin behind what is before it.
fn may_begin(text: &[char], at: usize, number: &Written, is_called: bool) -> bool {
    let Some(before) = char_before(text, at) else { return true };
    let earlier = at.checked_sub(1).and_then(|before| char_before(text, before));
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == TAKEN);
    match before {
        TAKEN | '#' | '@' | '€' | '$' | '£' | '+' => false,
        '\n' => true,
        c if c.is_alphabetic() => is_called,
        c if c.is_numeric() => false,
        // One more group of something else.
        ' ' if earlier.is_some_and(|c| matches!(c, '€' | '$' | '£')) => false,
        ' ' if earlier.is_some_and(|c| c.is_ascii_digit()) => {
            number.has_plus || number.has_marks() || number.first().starts_with("06")
        }
        '.' | ',' | ':' => !is_digit(earlier),
        '-' | '_' | '/' if is_digit(earlier) => false,
        '-' | '_' | '/' if earlier.is_some_and(char::is_alphabetic) => is_called || !number.is_whole(),
        _ => true,
    }
}

/// Whether a number can end before what is behind it.
fn may_end(text: &[char], end: usize, number: &Written) -> bool {
    let Some(behind) = char_at(text, end) else { return true };
    let next = char_at(text, end + 1);
    let is_digit = next.is_some_and(|c| c.is_ascii_digit());
    match behind {
        TAKEN | '%' | '€' => false,
        '/' if is_digit => next == Some('0'),
        '.' | ',' | ':' | '-' => {
            !is_digit && (behind != '-' || !number.is_whole() || next.is_none_or(|c| !c.is_alphabetic()))
        }
        c => !c.is_alphanumeric(),
    }
}

/// Whether one of these words is right before.
fn is_after(text: &[char], at: usize, words: &[&str]) -> bool {
    let mut end = at;
    for _ in 0..3 {
        while char_before(text, end).is_some_and(|c| matches!(c, ' ' | '.' | ':' | '=' | '-' | '/' | '(')) {
            end -= 1;
        }
        let word = word_before(text, end);
        if is_one_of(word, words) {
            return true;
        }
        // The address of a chat ends in the number.
        if words == CUES
            && is_one_of(word, &["me"])
            && is_one_of(text.get(end.saturating_sub(5)..end).unwrap_or_default(), &["wa.me"])
        {
            return true;
        }
        if !is_one_of(word, &FILLERS) {
            return false;
        }
        end -= word.len();
    }
    false
}

/// Whether these groups are a number that people call.
fn is_number(number: &Written) -> bool {
    let digits = number.digits();
    if number.has_plus {
        return is_abroad(&digits) || (is_elsewhere(&digits) && !number.first().starts_with('0'));
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return is_abroad(rest);
    }
    if digits.starts_with('0') {
        return is_at_home(number, &digits);
    }
    // As chats write it: `31612345678`.
    let shape = number.shape();
    digits.starts_with("316")
        && digits.len() == 11
        && (shape.len() == 1 || shape.first() == Some(&2) && shape.get(1) != Some(&3))
}

/// A number with the code of a country we know, with or without its zero at home.
fn is_abroad(digits: &str) -> bool {
    COUNTRIES.iter().any(|(code, fewest, most)| {
        digits.strip_prefix(code).is_some_and(|rest| {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            !rest.starts_with('0') && (*fewest..=*most).contains(&rest.len())
        })
    })
}

/// A number of any other country: a plus and as many digits as an amount rarely has.
fn is_elsewhere(digits: &str) -> bool {
    (10..=15).contains(&digits.len())
}

/// A number as it is written in its own country.
fn is_at_home(number: &Written, digits: &str) -> bool {
    let (first, shape) = (number.first(), number.shape());
    let rest = digits.len().saturating_sub(first.len());
    if SERVICES.contains(&first) {
        return matches!(rest, 4 | 7) && !are_hours(number);
    }
    if number.is_whole() {
        // Eight digits are a number of the trade register, nine that of a citizen.
        let is_service = SERVICES.iter().any(|service| digits.starts_with(service)) && digits.len() == 11;
        let is_mobile = ["07", "015", "016", "017"].iter().any(|begin| digits.starts_with(begin));
        return digits.len() == DIGITS || is_service || (is_mobile && (11..=12).contains(&digits.len()));
    }
    if shape.iter().skip(1).any(|length| *length == 1) && shape.len() > 3 {
        return false;
    }
    match digits.len() {
        DIGITS => (2..=6).contains(&first.len()),
        // Belgium: 02 123 45 67, 09/1234567, 011 12 34 56.
        9 if matches!(&*shape, [2, 3, 2, 2] | [2, 7] | [3, 2, 2, 2] | [3, 6] | [2, 3, 4]) => true,
        // Germany and the United Kingdom: 0211/123456, 07911 123456, 020 7946 0958.
        9 | 11 | 12 => {
            (3..=5).contains(&first.len()) && shape.len() <= 5 && shape.iter().all(|length| *length >= 2)
        }
        _ => false,
    }
}

/// Opening hours: `0900-1700`.
fn are_hours(number: &Written) -> bool {
    let [from, to] = number.groups.as_slice() else { return false };
    let quarter = ["00", "15", "30", "45"].iter().any(|minute| to.ends_with(minute));
    to.len() == 4 && quarter && to > from && to.as_str() <= "2400"
}
