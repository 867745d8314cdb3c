//! Numbers as people read them: Dutch with a decimal comma, English with a point.

use crate::assess::Ratio;
use crate::text::Lang;

/// The decimal sign of a language.
#[must_use]
pub(crate) fn decimal_sign(lang: Lang) -> char {
    match lang {
        Lang::Nl => ',',
        Lang::En => '.',
    }
}

/// A fraction of 1 as a number out of 100 with one decimal, half up: `71,4`. What is
/// not exactly 0 or 100 is not printed as such.
#[must_use]
pub(crate) fn points(ratio: Ratio, sign: char) -> String {
    let tenths = ratio.shown_in(1000);
    format!("{}{sign}{}", tenths / 10, tenths % 10)
}

/// A fraction of 1 as a whole percentage, half up: `63`. What is not exactly 0 or
/// 100 is not printed as such.
#[must_use]
pub(crate) fn percent(ratio: Ratio) -> String {
    ratio.shown_in(100).to_string()
}

/// Whole numbers from one to another: `2–7`, or `2`.
#[must_use]
pub(crate) fn range(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// A number with three decimals at most, without trailing zeros: `6,429`.
#[must_use]
pub(crate) fn short(ratio: Ratio, sign: char) -> String {
    let thousandths = ratio.in_parts(1000);
    let text = format!("{}{sign}{:03}", thousandths / 1000, thousandths % 1000);
    text.trim_end_matches('0').trim_end_matches(sign).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(points(Ratio::new(5, 7), ','), "71,4");
        assert_eq!(points(Ratio::ZERO, ','), "0,0");
        assert_eq!(points(Ratio::ONE, '.'), "100.0");
        assert_eq!(percent(Ratio::new(5, 8)), "63");
        assert_eq!(points(Ratio::new(9_996, 10_000), ','), "99,9");
        assert_eq!(points(Ratio::new(1, 10_000), ','), "0,1");
        assert_eq!(percent(Ratio::new(999, 1000)), "99");
        assert_eq!(percent(Ratio::new(1, 1000)), "1");
        assert_eq!(percent(Ratio::ONE), "100");
        assert_eq!(short(Ratio::new(45, 7), ','), "6,429");
        assert_eq!(short(Ratio::new(3, 1), ','), "3");
        assert_eq!(short(Ratio::new(1, 2), '.'), "0.5");
    }
}
