//! What to ask next.

use clap::{Arg, ArgAction, Command};

use super::Build;
use crate::text::lang::phrase;

impl Build {
    pub(super) fn questions(&self) -> Command {
        self.subcommand(
            "questions",
            phrase(
                "Toon wat u het best eerst vraagt, aan wie, en wat elk antwoord doet (ook: vragen)",
                "Show what to ask first, of whom, and what each answer does (also: vragen)",
            ),
            phrase(
                "keuzehulp questions [SOORT | PRODUCT[/VARIANT]...] [OPTIES]",
                "keuzehulp questions [KIND | PRODUCT[/VARIANT]...] [OPTIONS]",
            ),
            phrase(
                "De vragen staan op volgorde: wat bovenaan staat, maakt het snelst duidelijk welk product bovenaan hoort. Noemt u producten, dan staan alleen de vragen over die producten er. Met `--vendor` gaat de volgorde over de keuze tussen die producten.\n\nVoorbeelden:\n  keuzehulp questions videobellen\n  keuzehulp questions zoom\n  keuzehulp questions --dossier dossier.yaml\n  keuzehulp questions --vendor zoom,google-meet --all -o vragen.csv",
                "The questions are in order: what stands first shows soonest which product comes first. With products only the questions about those are shown. With `--vendor` the order is about the choice between those products.\n\nExamples:\n  keuzehulp questions videobellen\n  keuzehulp questions zoom\n  keuzehulp questions --dossier dossier.yaml\n  keuzehulp questions --vendor zoom,google-meet --all -o questions.csv",
            ),
        )
        .arg(
            self.positional(
                "what",
                phrase("WAT", "WHAT"),
                phrase(
                    "een soort, of producten en varianten (product/variant); zonder: wat het dossier vergelijkt",
                    "a kind, or products and variants (product/variant); without it: what the dossier compares",
                ),
            )
            .action(ArgAction::Append)
            .num_args(0..),
        )
        .arg(self.option(
            "kind",
            phrase("SOORT", "KIND"),
            phrase("de soort, als een product in twee soorten voorkomt", "the kind, when a product is in two kinds"),
        ))
        .args(self.dossier())
        .args(self.profile())
        .arg(self.assume())
        .arg(self.vendor())
        .args(self.limits())
        .arg(self.every_question())
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }

    fn every_question(&self) -> Arg {
        self.flag(
            "all",
            phrase(
                "toon alle vragen, niet alleen de eerste vijf van elke lijst; csv en json hebben ze altijd",
                "show all questions, not only the first five of each list; csv and json always have them",
            ),
        )
    }
}
