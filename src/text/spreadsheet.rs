//! Texts that a spreadsheet with Dutch settings takes for something else when it
//! opens them as CSV or when they are pasted: `3-4` becomes a day, `0031` a number.
//!
//! `tests/office` shows what an office program does. Of Excel we have what Microsoft says
//! ("Stop automatically changing numbers to dates", "Set automatic data
//! conversions"): days with a slash or month too, and a month with its number as
//! one word. What either takes counts.

use super::characters::{Class, find};

/// What a text becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// A number, a percentage or an amount.
    Number,
    /// A day or month, with or without a time.
    Day,
    /// A time or a duration.
    Time,
    /// True or false.
    Truth,
}

/// The months as they are written in Dutch.
const MONTHS: [&str; 24] = [
    "januari",
    "jan",
    "februari",
    "feb",
    "maart",
    "mrt",
    "april",
    "apr",
    "mei",
    "juni",
    "jun",
    "juli",
    "jul",
    "augustus",
    "aug",
    "september",
    "sept",
    "sep",
    "oktober",
    "okt",
    "november",
    "nov",
    "december",
    "dec",
];

/// The days of the week, which can be before a day.
const WEEKDAYS: [&str; 14] = [
    "maandag",
    "ma",
    "dinsdag",
    "di",
    "woensdag",
    "wo",
    "donderdag",
    "do",
    "vrijdag",
    "vr",
    "zaterdag",
    "za",
    "zondag",
    "zo",
];

/// What a spreadsheet with Dutch settings makes of a text; nothing when it stays a
/// text. Formulas are another matter: here `=1` stays a text.
#[must_use]
pub fn becomes(text: &str) -> Option<Becomes> {
    let trimmed = text.trim();
    let is_candidate = trimmed.bytes().any(|b| b.is_ascii_digit())
        || trimmed.eq_ignore_ascii_case("waar")
        || trimmed.eq_ignore_ascii_case("onwaar");
    // The longest day has a weekday, a month and a time; a number has no end.
    if !is_candidate || (trimmed.len() > 60 && !trimmed.bytes().all(|b| b.is_ascii_digit() || b == b'.')) {
        return None;
    }
    let is_blank = |c: char| {
        c == '\t' || find(c).is_some_and(|known| matches!(known.class, Class::Typographic | Class::Blank))
    };
    let plain: String = trimmed.chars().map(|c| if is_blank(c) { ' ' } else { c }).collect();
    let text = plain.trim().to_lowercase();
    if text == "waar" || text == "onwaar" {
        Some(Becomes::Truth)
    } else if is_number(&text) {
        Some(Becomes::Number)
    } else if is_time(&text) {
        Some(Becomes::Time)
    } else if is_day_and_time(&text) {
        Some(Becomes::Day)
    } else {
        None
    }
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A whole number up to `most`.
fn is_up_to(text: &str, most: u32) -> bool {
    are_digits(text) && text.parse::<u32>().is_ok_and(|number| number <= most)
}

/// A number with its sign, amount or percentage, or a fraction: `-1.000,5`, `(5)`,
/// `€ 5`, `5 %`, `1e5`, `1 1/2`.
fn is_number(text: &str) -> bool {
    let unsigned = without_sign(text);
    let without_euro = unsigned
        .strip_prefix('€')
        .or_else(|| unsigned.strip_suffix('€'))
        .map(|rest| without_sign(rest.trim()));
    if let Some(amount) = without_euro {
        return is_decimal(amount);
    }
    let fraction = unsigned.split_once(' ').and_then(|(whole, rest)| Some((whole, rest.split_once('/')?)));
    if let Some((whole, (above, below))) = fraction {
        let is_zero = below.bytes().all(|b| b == b'0');
        return [whole, above, below].iter().all(|part| are_digits(part)) && !is_zero;
    }
    is_decimal(unsigned.strip_suffix('%').map_or(unsigned, str::trim_end)) || is_scientific(unsigned)
}

/// What is between a sign, or between brackets, and the end.
fn without_sign(text: &str) -> &str {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let signed = text.strip_prefix(['-', '+']).or_else(|| text.strip_suffix(['-', '+']));
    inside.or(signed).unwrap_or(text).trim()
}

/// Digits with dots between the thousands and a decimal comma.
fn is_decimal(text: &str) -> bool {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let mut parts = whole.split('.');
    let is_whole =
        parts.next().is_some_and(are_digits) && parts.all(|part| are_digits(part) && part.len() == 3);
    let has_decimals = decimals.is_empty() || are_digits(decimals);
    has_decimals && (is_whole || (whole.is_empty() && !decimals.is_empty()))
}

/// A number with a power of ten: `1e5`, `1,5E-3`.
fn is_scientific(text: &str) -> bool {
    text.split_once('e').is_some_and(|(number, power)| {
        is_decimal(number) && are_digits(without_power_sign(power.trim_start()))
    })
}

fn without_power_sign(power: &str) -> &str {
    power.strip_prefix(['-', '+']).unwrap_or(power)
}

/// `10:30`, `10:30:15,5`, `10:`, `10 pm`, `5 a`.
fn is_time(text: &str) -> bool {
    let half = ["am", "pm"].iter().find_map(|half| text.strip_suffix(half));
    // Excel needs no more than the first letter behind a space.
    let half = half.or_else(|| [" a", " p"].iter().find_map(|half| text.strip_suffix(half)));
    let clock = half.map_or(text, str::trim_end);
    let mut parts = clock.split(':').map(str::trim);
    let is_hour = parts.next().is_some_and(are_digits);
    let rest: Vec<&str> = parts.collect();
    let is_second = |text: &str| {
        let (seconds, part) = text.split_once(',').unwrap_or((text, "0"));
        is_up_to(seconds, 60) && are_digits(part)
    };
    is_hour
        && match *rest.as_slice() {
            [] => half.is_some() && is_up_to(clock, 12),
            [""] => true,
            [minutes] => is_up_to(minutes, 59) || (minutes.contains(',') && is_second(minutes)),
            [minutes, ""] => is_up_to(minutes, 59),
            [minutes, seconds] => is_up_to(minutes, 59) && is_second(seconds),
            _ => false,
        }
}

/// A day, with its weekday before it and a time behind it.
fn is_day_and_time(text: &str) -> bool {
    let day =
        text.split_once(' ').filter(|(first, _)| WEEKDAYS.contains(first)).map_or(text, |(_, rest)| rest);
    is_day(day)
        || [' ', 't']
            .iter()
            .any(|between| day.rsplit_once(*between).is_some_and(|(day, time)| is_day(day) && is_time(time)))
}

/// A day or a month of a year, in figures or with the name of the month.
fn is_day(text: &str) -> bool {
    if text.bytes().any(|b| b.is_ascii_lowercase()) {
        return is_named_day(text);
    }
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    if !parts.iter().all(|part| are_digits(part)) {
        return false;
    }
    match *parts.as_slice() {
        [first, second] => {
            is_day_and_month(first, second)
                || (is_month(first) && is_year(second))
                || (first.len() == 4 && is_month(second))
        }
        [day, month, year] if day.len() <= 2 && is_day_and_month(day, month) => !year.is_empty(),
        [year, month, day] => is_day_and_month(day, month) && year.len() <= 4,
        _ => false,
    }
}

/// `2 mei`, `2-mei-2026`, `mei 2026`, `jan. 5`, `5 jan.`, `mei2`.
fn is_named_day(text: &str) -> bool {
    let Some(from) = text.find(|c: char| c.is_ascii_lowercase()) else { return false };
    let (before, rest) = text.split_at(from);
    let length = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
    let (month, behind) = rest.split_at(length);
    // A name of three letters that is no abbreviation has no dot.
    let behind = behind.strip_prefix('.').filter(|_| month != "mei").unwrap_or(behind);
    let between = |c: char| matches!(c, ' ' | '-' | '/');
    let before = before.strip_suffix(',').or_else(|| before.strip_suffix(between)).unwrap_or(before);
    let behind = behind.strip_prefix(between).unwrap_or(behind);
    let is_day = |day: &str| is_up_to(day, 31) && day.parse::<u32>() != Ok(0);
    let is_short = |number: &str| are_digits(number) && number.len() <= 6;
    MONTHS.contains(&month)
        && match (before, behind) {
            ("", number) => {
                is_short(number)
                    || number.split_once(between).is_some_and(|(day, year)| is_day(day) && is_short(year))
            }
            (day, "") => is_day(day),
            (day, year) => is_day(day) && is_short(year),
        }
}

fn is_month(text: &str) -> bool {
    text.len() <= 2 && is_up_to(text, 12) && text.parse::<u32>() != Ok(0)
}

/// A year in two digits, or one of the last centuries or the next.
fn is_year(text: &str) -> bool {
    match text.len() {
        2 => true,
        4 => text.parse::<u32>().is_ok_and(|year| (1900..=9999).contains(&year)),
        _ => false,
    }
}

/// A day that the month has in some year.
fn is_day_and_month(day: &str, month: &str) -> bool {
    if day.len() > 2 || month.len() > 2 {
        return false;
    }
    let longest = match month.trim_start_matches('0') {
        "2" => 29,
        "4" | "6" | "9" | "11" => 30,
        _ => 31,
    };
    is_month(month) && is_up_to(day, longest) && day.parse::<u32>() != Ok(0)
}
