//! The command about how much is known.

use clap::Command;

use crate::text::lang::phrase;

use super::Build;

impl Build {
    pub(super) fn coverage(&self) -> Command {
        self.subcommand(
            "coverage",
            phrase(
                "Tel hoeveel er bekend is, of noem wat er uit elke zin van de AP volgt (ook: dekking)",
                "Count how much is known, or list what follows from each sentence of the DPA (also: dekking)",
            ),
            phrase(
                "keuzehulp coverage [SOORT] [OPTIES]\n         keuzehulp coverage sentences [OPTIES]",
                "keuzehulp coverage [KIND] [OPTIONS]\n       keuzehulp coverage sentences [OPTIONS]",
            ),
            phrase(
                "Voorbeelden:\n  keuzehulp coverage videobellen\n  keuzehulp coverage --format csv -o dekking.csv\n  keuzehulp coverage sentences --format markdown",
                "Examples:\n  keuzehulp coverage videobellen\n  keuzehulp coverage --format csv -o coverage.csv\n  keuzehulp coverage sentences --format markdown",
            ),
        )
        .arg(self.positional(
            "what",
            phrase("WAT", "WHAT"),
            phrase(
                "een soort, om alleen die te tellen; of sentences (zinnen): de zinnen van de AP",
                "a kind, to count only that one; or sentences: the sentences of the DPA",
            ),
        ))
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }
}
