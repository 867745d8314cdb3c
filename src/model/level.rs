//! What an answer is worth.

/// The worth of an answer, in whole hundredths: `good` is 100, `partly` 50,
/// `insufficient` 0, and a percentage what it says.
///
/// Two levels of the same worth are the same level: `"50%"` is `partly`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// Worth 1.
    pub const GOOD: Level = Level(100);
    /// Worth a half.
    pub const PARTLY: Level = Level(50);
    /// Worth 0.
    pub const INSUFFICIENT: Level = Level(0);

    /// The level that `text` names, if it names one: `good`, `partly`,
    /// `insufficient`, or a whole percentage from `1%` to `99%`.
    #[must_use]
    pub fn from_name(text: &str) -> Option<Level> {
        match text {
            "good" => Some(Level::GOOD),
            "partly" => Some(Level::PARTLY),
            "insufficient" => Some(Level::INSUFFICIENT),
            _ => {
                let digits = text.strip_suffix('%')?;
                if digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
                    return None;
                }
                digits.parse().ok().filter(|n| (1..=99).contains(n)).map(Level)
            }
        }
    }

    /// The worth in hundredths, 0 to 100.
    #[must_use]
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// The name in the files and for machines.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Level::GOOD => "good".to_owned(),
            Level::PARTLY => "partly".to_owned(),
            Level::INSUFFICIENT => "insufficient".to_owned(),
            Level(percent) => format!("{percent}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_worth_agree() {
        for (name, worth) in [("good", 100), ("partly", 50), ("insufficient", 0), ("70%", 70), ("1%", 1)] {
            let level = Level::from_name(name).expect(name);
            assert_eq!((level.hundredths(), level.name().as_str()), (worth, name));
        }
        for bad in ["0%", "100%", "07%", "7.5%", "70", "%", "-5%", "+5%", "Good"] {
            assert_eq!(Level::from_name(bad), None, "{bad}");
        }
        assert_eq!(Level::from_name("50%"), Some(Level::PARTLY));
    }
}
