//! The commands for the institution's own part.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

use crate::text::lang::phrase;

use super::Build;

impl Build {
    /// The dossier as the first word of a command.
    fn dossier_file(&self) -> Arg {
        self.positional(
            "dossier",
            phrase("DOSSIER", "DOSSIER"),
            phrase(
                "het dossier van uw instelling; zonder dossier staan er alleen de vragen",
                "your institution's dossier; without one only the questions are shown",
            ),
        )
        .value_parser(value_parser!(PathBuf))
    }

    fn kind_option(&self) -> Arg {
        self.option(
            "kind",
            phrase("SOORT", "KIND"),
            phrase("zonder dossier: alleen voor deze soort", "without a dossier: only for this kind"),
        )
    }

    pub(super) fn formats(&self, formats: &[&'static str]) -> Arg {
        let (nl, en) = if formats.contains(&"csv") {
            (
                "text (standaard), markdown, html, csv of json; met -o blijkt het ook uit de bestandsnaam",
                "text (the default), markdown, html, csv or json; with -o the file name is enough",
            )
        } else {
            (
                "text (standaard), markdown of html; met -o blijkt het ook uit de bestandsnaam",
                "text (the default), markdown or html; with -o the file name is enough",
            )
        };
        self.option("format", phrase("FORMAAT", "FORMAT"), phrase(nl, en))
            .value_parser(PossibleValuesParser::new(formats.to_vec()))
    }

    pub(super) fn checklist(&self) -> Command {
        self.subcommand(
            "checklist",
            phrase(
                "Toon wat uw instelling zelf regelt, en hoe dat staat (ook: controlelijst)",
                "Show what your institution arranges itself, and how much of it is done (also: controlelijst)",
            ),
            phrase("keuzehulp checklist [DOSSIER] [OPTIES]", "keuzehulp checklist [DOSSIER] [OPTIONS]"),
            phrase(
                "De checklist volgt die van de AP en telt nooit mee in de punten van een product.\n\nVoorbeelden:\n  keuzehulp checklist --kind videobellen\n  keuzehulp checklist dossier.yaml\n  keuzehulp checklist dossier.yaml --strict\n  keuzehulp checklist dossier.yaml -o checklist.html",
                "The checklist follows that of the Dutch DPA and never affects the points of a product.\n\nExamples:\n  keuzehulp checklist --kind videobellen\n  keuzehulp checklist dossier.yaml\n  keuzehulp checklist dossier.yaml --strict\n  keuzehulp checklist dossier.yaml -o checklist.html",
            ),
        )
        .arg(self.dossier_file())
        .arg(self.kind_option())
        .arg(self.assume())
        .arg(self.flag(
            "strict",
            phrase(
                "eindig met code 1 zolang er iets open is dat moet",
                "end with code 1 while something that must be done is still open",
            ),
        ))
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }

    pub(super) fn triage(&self) -> Command {
        self.subcommand(
            "triage",
            phrase(
                "Toon de afweging vooraf: is een product nodig, kan het lichter? (ook: afweging)",
                "Show the triage: is a product needed, is there a less intrusive way? (also: afweging)",
            ),
            phrase("keuzehulp triage [DOSSIER] [OPTIES]", "keuzehulp triage [DOSSIER] [OPTIONS]"),
            phrase(
                "Wat het dossier toelaat, bepaalt wat `compare --dossier` toont.\n\nVoorbeelden:\n  keuzehulp triage\n  keuzehulp triage dossier.yaml\n  keuzehulp triage dossier.yaml --exam tentamen-statistiek",
                "What the dossier allows decides what `compare --dossier` shows.\n\nExamples:\n  keuzehulp triage\n  keuzehulp triage dossier.yaml\n  keuzehulp triage dossier.yaml --exam statistics-exam",
            ),
        )
        .arg(self.dossier_file())
        .arg(self.kind_option())
        .arg(self.assume())
        .arg(self.exam())
        .arg(self.flag(
            "strict",
            phrase(
                "eindig met code 1 zolang de afweging niet af is",
                "end with code 1 while the triage is not finished",
            ),
        ))
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }

    pub(super) fn memo(&self) -> Command {
        self.subcommand(
            "memo",
            phrase(
                "Schrijf een besluitnota van één bladzijde voor de raad (ook: besluitnota)",
                "Write a one-page memo for the council (also: besluitnota)",
            ),
            phrase("keuzehulp memo DOSSIER [OPTIES]", "keuzehulp memo DOSSIER [OPTIONS]"),
            phrase(
                "Voorbeelden:\n  keuzehulp memo dossier.yaml\n  keuzehulp memo dossier.yaml -o besluitnota.html",
                "Examples:\n  keuzehulp memo dossier.yaml\n  keuzehulp memo dossier.yaml -o memo.html",
            ),
        )
        .arg(self.dossier_file().required(true))
        .arg(self.exam())
        .args(self.profile())
        .arg(self.assume())
        .args(self.limits())
        .arg(self.formats(&["text", "markdown", "html"]))
        .args(self.output())
    }

    pub(super) fn settings(&self) -> Command {
        self.subcommand(
            "settings",
            phrase(
                "Toon wat de beheerder bij een product instelt, afspreekt en navraagt (ook: instellingen)",
                "Show what the administrator sets, agrees on and finds out for a product (also: instellingen)",
            ),
            phrase(
                "keuzehulp settings [PRODUCT[/VARIANT]] [OPTIES]",
                "keuzehulp settings [PRODUCT[/VARIANT]] [OPTIONS]",
            ),
            phrase(
                "Een blad met een vakje bij elke taak, voor de varianten van één product.\n\nVoorbeelden:\n  keuzehulp settings proctorio\n  keuzehulp settings microsoft-teams -o instellingen.html\n  keuzehulp settings --dossier dossier.yaml --exam tentamen-statistiek",
                "A sheet with a box for every task, for the variants of one product.\n\nExamples:\n  keuzehulp settings proctorio\n  keuzehulp settings microsoft-teams -o settings.html\n  keuzehulp settings --dossier dossier.yaml --exam statistics-exam",
            ),
        )
        .arg(self.positional(
            "what",
            phrase("PRODUCT", "PRODUCT"),
            phrase(
                "een product of een variant (product/variant); zonder: wat het dossier kiest",
                "a product or a variant (product/variant); without it: what the dossier chose",
            ),
        ))
        .arg(self.option(
            "kind",
            phrase("SOORT", "KIND"),
            phrase(
                "de soort, als een product in twee soorten voorkomt",
                "the kind, when a product is in two kinds",
            ),
        ))
        .args(self.dossier())
        .args(self.profile())
        .arg(self.assume())
        .arg(self.formats(&["text", "markdown", "html", "csv", "json"]))
        .arg(self.dialect())
        .args(self.output())
    }
}
