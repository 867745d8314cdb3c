//! The arguments of `check --worklist`.

use clap::Arg;

use crate::text::lang::phrase;

use super::Build;

impl Build {
    /// What `check` has for the worklist alone.
    pub(super) fn worklist(&self) -> Vec<Arg> {
        let mut arguments = vec![
            self.flag(
                "worklist",
                phrase(
                    "toon in plaats van meldingen wat er uit te zoeken of opnieuw na te kijken is",
                    "show instead of findings what there is to research or to renew",
                ),
            ),
            self.option(
                "within",
                phrase("TERMIJN", "TIME"),
                phrase(
                    "werklijst: ook wat binnen deze termijn veroudert, als 60d, 8w of 3m",
                    "worklist: also what becomes stale within this time, such as 60d, 8w or 3m",
                ),
            ),
            self.option(
                "profile",
                phrase("WEGING", "PROFILE"),
                phrase(
                    "werklijst: de weging, een id of het pad van een bestand; zonder deze optie `algemeen`",
                    "worklist: the profile, an id or the path of a file; by default `algemeen`",
                ),
            ),
            self.assume(),
            self.dialect(),
        ];
        arguments.extend(self.output());
        arguments
    }
}
