//! Levels: the value of an answer, where that is fixed.

/// The value of an answer in whole hundredths: `good` is 100, `partly` 50,
/// `insufficient` 0, and a percentage its own number.
///
/// Two levels of the same value are the same level: `"50%"` is `partly`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The full value.
    pub const GOOD: Level = Level(100);
    /// Half of the value.
    pub const PARTLY: Level = Level(50);
    /// No value.
    pub const INSUFFICIENT: Level = Level(0);

    /// The levels that have a name of their own, the best first.
    pub const NAMES: [&'static str; 3] = ["good", "partly", "insufficient"];
    const NAMED: [Level; 3] = [Level::GOOD, Level::PARTLY, Level::INSUFFICIENT];

    /// The level that `text` names, if it names one: `good`, `partly`,
    /// `insufficient`, or a whole percentage from `1%` to `99%`.
    #[must_use]
    pub fn from_name(text: &str) -> Option<Level> {
        if let Some(at) = Level::NAMES.iter().position(|name| *name == text) {
            return Level::NAMED.get(at).copied();
        }
        let digits = text.strip_suffix('%')?;
        if digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().filter(|n| (1..=99).contains(n)).map(Level)
    }

    /// The value in hundredths, 0 to 100.
    #[must_use]
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// The name in the files and for machines.
    #[must_use]
    pub fn name(self) -> String {
        let at = Level::NAMED.iter().position(|level| *level == self);
        at.and_then(|at| Level::NAMES.get(at))
            .map_or_else(|| format!("{}%", self.0), |name| (*name).to_owned())
    }
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Worth {
    /// This level.
    Fixed(Level),
    /// The institution sees to it itself, and so makes it good or bad: any level that
    /// the question declares.
    OwnWork,
}

impl Worth {
    /// The key of own work in the files.
    pub const OWN_WORK: &'static str = "own-work";

    /// The level, where it is fixed.
    #[must_use]
    pub fn fixed(self) -> Option<Level> {
        match self {
            Worth::Fixed(level) => Some(level),
            Worth::OwnWork => None,
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
        assert_eq!(Level::NAMES.map(Level::from_name), Level::NAMED.map(Some));
        for bad in ["0%", "100%", "07%", "7.5%", "70", "%", "-5%", "+5%", "Good"] {
            assert_eq!(Level::from_name(bad), None, "{bad}");
        }
        assert_eq!(Level::from_name("50%"), Some(Level::PARTLY));
    }
}
