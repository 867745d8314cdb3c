//! How much of a result is shown.

use clap::Arg;

use super::Build;
use crate::text::lang::phrase;

impl Build {
    /// Everything, instead of the short view.
    pub(super) fn details(&self) -> Arg {
        self.flag(
            "details",
            phrase("toon alles, niet alleen het korte beeld", "show everything, not only the short view"),
        )
    }

    /// How many alternatives of each list the short view shows.
    pub(super) fn top(&self) -> Arg {
        self.option(
            "top",
            phrase("AANTAL", "COUNT"),
            phrase(
                "toon in het korte beeld van elke lijst alleen de eerste zoveel",
                "in the short view show only the first of each list, this many",
            ),
        )
    }
}
