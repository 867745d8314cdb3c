//! The commands and their options, in one language at a time.

mod assume;
mod bundle;
mod check;
mod coverage;
mod fmt;
mod institution;
mod migrate;
mod new;
mod questions;
mod schema;
mod short;
mod sources;
mod worklist;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

use super::args::{COMMANDS, OPTIONS};

/// Makes arguments and commands in one language.
struct Build {
    lang: Lang,
}

impl Build {
    fn t(&self, nl: &'static str, en: &'static str) -> &'static str {
        phrase(nl, en).get(self.lang)
    }

    fn option(&self, name: &'static str, value: Phrase, help: Phrase) -> Arg {
        self.flag(name, help)
            .action(ArgAction::Set)
            .value_name(value.get(self.lang))
            .hide_possible_values(true)
    }

    fn flag(&self, name: &'static str, help: Phrase) -> Arg {
        let mut arg = Arg::new(name)
            .long(name)
            .help(help.get(self.lang))
            .action(ArgAction::SetTrue)
            .help_heading(self.t("Opties", "Options"));
        if let Some((_, dutch)) = OPTIONS.iter().find(|(english, _)| *english == name) {
            arg = arg.alias(*dutch);
        }
        arg
    }

    fn positional(&self, name: &'static str, value: Phrase, help: Phrase) -> Arg {
        Arg::new(name)
            .value_name(value.get(self.lang))
            .help(help.get(self.lang))
            .hide_possible_values(true)
            .help_heading(self.t("Argumenten", "Arguments"))
    }

    fn global(&self) -> Vec<Arg> {
        let heading = self.t("Algemene opties", "General options");
        let folder = phrase("MAP", "FOLDER");
        [
            self.option(
                "data",
                folder,
                phrase(
                    "leg een map met eigen `vendors/` of `criteria/` over de gegevens; mag vaker",
                    "use a folder with your own `vendors/` or `criteria/` on top of the data; may be repeated",
                ),
            )
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf)),
            self.flag(
                "no-builtin",
                phrase("begin zonder de ingebouwde gegevens", "start without the built-in data"),
            ),
            self.option(
                "as-of",
                phrase("DATUM", "DATE"),
                phrase(
                    "de dag van de vergelijking, als 2026-11-21; zonder deze optie vandaag (UTC)",
                    "the day of the comparison, such as 2026-11-21; by default today (UTC)",
                ),
            ),
            self.option(
                "lang",
                phrase("TAAL", "LANGUAGE"),
                phrase("nl of en; ook met KEUZEHULP_LANG", "nl or en; also with KEUZEHULP_LANG"),
            )
            .value_parser(PossibleValuesParser::new(["nl", "en"])),
            self.option(
                "color",
                phrase("WANNEER", "WHEN"),
                phrase("kleur: auto, always of never", "colour: auto, always or never"),
            )
            .value_parser(PossibleValuesParser::new(["auto", "always", "never"])),
            self.flag("help", phrase("toon deze hulp", "show this help")).short('h').action(ArgAction::Help),
        ]
        .map(|arg| arg.global(true).help_heading(heading))
        .into()
    }

    fn profile(&self) -> Vec<Arg> {
        vec![
            self.option(
                "profile",
                phrase("WEGING", "PROFILE"),
                phrase(
                    "de weging: een id of een pad; anders `algemeen`",
                    "the profile: an id or a path; by default `algemeen`",
                ),
            ),
            self.option(
                "weight",
                phrase("CRITERIUM=GEWICHT", "CRITERION=WEIGHT"),
                phrase(
                    "een ander gewicht voor een criterium, 0–100; mag vaker",
                    "give a criterion another weight, 0 to 100; may be repeated",
                ),
            )
            .action(ArgAction::Append),
            self.option(
                "require",
                phrase("CRITERIUM=ANTWOORD", "CRITERION=ANSWER"),
                phrase(
                    "eis een antwoord (of een van meer, met komma's); mag vaker",
                    "require an answer (or one of several, separated by commas); may be repeated",
                ),
            )
            .action(ArgAction::Append),
        ]
    }

    /// The institution's dossier, and of its triage only one exam.
    fn dossier(&self) -> Vec<Arg> {
        vec![
            self.option(
                "dossier",
                phrase("BESTAND", "FILE"),
                phrase(
                    "uw dossier: situatie, afweging, eigen werk, checklist",
                    "your dossier: need, triage, own work, checklist",
                ),
            )
            .value_parser(value_parser!(PathBuf)),
            self.exam(),
        ]
    }

    fn exam(&self) -> Arg {
        self.option(
            "exam",
            phrase("TOETS", "EXAM"),
            phrase(
                "alleen de afweging van deze toets; anders gelden ze alle",
                "only the triage of this exam; otherwise all of them apply",
            ),
        )
    }

    fn output(&self) -> Vec<Arg> {
        vec![
            self.option(
                "output",
                phrase("BESTAND", "FILE"),
                phrase("schrijf naar dit bestand", "write to this file"),
            )
            .short('o')
            .value_parser(value_parser!(PathBuf)),
            self.flag(
                "overwrite",
                phrase("vervang een bestand dat er al is", "replace a file that already exists"),
            ),
        ]
    }

    fn invalid(&self) -> Arg {
        self.flag(
            "ignore-invalid",
            phrase(
                "laat bestanden met fouten weg in plaats van te weigeren; elk overzicht noemt ze",
                "leave out files with errors instead of refusing; every overview names them",
            ),
        )
    }

    fn subcommand(&self, name: &'static str, about: Phrase, usage: Phrase, examples: Phrase) -> Command {
        let dutch = COMMANDS.iter().find(|(english, _)| *english == name).map_or("", |(_, dutch)| *dutch);
        Command::new(name)
            .alias(dutch)
            .about(about.get(self.lang))
            .override_usage(usage.get(self.lang))
            .after_help(examples.get(self.lang))
            .help_template(self.template())
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    fn template(&self) -> &'static str {
        self.t(
            "{about}\n\nGebruik: {usage}\n\n{all-args}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n",
        )
    }

    fn compare(&self) -> Command {
        let formats = ["table", "csv", "json", "yaml", "markdown", "xlsx", "html"];
        self.subcommand(
            "compare",
            phrase("Vergelijk de producten van één soort, op volgorde (ook: vergelijk)", "Compare the products of one kind, in order (also: vergelijk)"),
            phrase("keuzehulp compare SOORT [OPTIES]", "keuzehulp compare KIND [OPTIONS]"),
            phrase(
                "Voorbeelden:\n  keuzehulp compare videobellen\n  keuzehulp compare videobellen --require end-to-end-encryption=good\n  keuzehulp compare proctoring -o vergelijking.xlsx",
                "Examples:\n  keuzehulp compare videobellen\n  keuzehulp compare videobellen --require end-to-end-encryption=good\n  keuzehulp compare proctoring -o comparison.xlsx",
            ),
        )
        .arg(self.positional("kind", phrase("SOORT", "KIND"), phrase("de soort product; `keuzehulp list kinds` noemt ze", "the kind of product; `keuzehulp list kinds` lists them")).required(true))
        .args(self.profile())
        .arg(self.assume())
        .args(self.dossier())
        .args(self.limits())
        .args(self.shown())
        .arg(self.details())
        .arg(self.top())
        .arg(self.invalid())
        .arg(self.option("format", phrase("FORMAAT", "FORMAT"), phrase(
            "table (standaard), csv, json, yaml, markdown, xlsx of html; met -o blijkt het ook uit de bestandsnaam",
            "table (the default), csv, json, yaml, markdown, xlsx or html; with -o the file name is enough"))
            .value_parser(PossibleValuesParser::new(formats)))
        .arg(self.dialect())
        .arg(self.option("columns", phrase("VORM", "SHAPE"), phrase(
            "csv: council (standaard; kort, voor mensen), wide (alles; standaard met --csv rfc4180), tidy (een rij per variant en criterium) of quickscan (zoals lesopafstand.nl)",
            "csv: council (the default; short, for people), wide (everything; the default with --csv rfc4180), tidy (a row per variant and criterion) or quickscan (as lesopafstand.nl)"))
            .value_parser(PossibleValuesParser::new([
                PossibleValue::new("council").alias("raad"),
                // `wide` was the only table of its kind once, under this name.
                PossibleValue::new("wide").aliases(["breed", "overview"]),
                PossibleValue::new("tidy"),
                PossibleValue::new("quickscan"),
            ])))
        .args(self.output())
    }

    fn explain(&self) -> Command {
        self.subcommand(
            "explain",
            phrase("Leg een variant, criterium, uitgangspunt, zin van de AP of melding uit (ook: uitleg)", "Explain a variant, criterion, premise, sentence of the DPA or finding (also: uitleg)"),
            phrase("keuzehulp explain PRODUCT[/VARIANT] [OPTIES]\n         keuzehulp explain criterion|premise|sentence|code ID", "keuzehulp explain PRODUCT[/VARIANT] [OPTIONS]\n       keuzehulp explain criterion|premise|sentence|code ID"),
            phrase(
                "Voorbeelden:\n  keuzehulp explain zoom\n  keuzehulp explain jitsi-meet/zelf-gehost\n  keuzehulp explain criterion eyetracking\n  keuzehulp explain sentence S1-P02d\n  keuzehulp explain code KH307",
                "Examples:\n  keuzehulp explain zoom\n  keuzehulp explain jitsi-meet/zelf-gehost\n  keuzehulp explain criterion eyetracking\n  keuzehulp explain sentence S1-P02d\n  keuzehulp explain code KH307",
            ),
        )
        .arg(self.positional("what", phrase("WAT", "WHAT"), phrase(
            "een product, een variant (product/variant) of een uitgangspunt, of `criterion`, `premise`, `sentence` of `code` met een id",
            "a product, a variant (product/variant) or a premise, or `criterion`, `premise`, `sentence` or `code` with an id")).required(true).num_args(1..=2))
        .arg(self.option("kind", phrase("SOORT", "KIND"), phrase("de soort, als een product in twee soorten voorkomt", "the kind, when a product is in two kinds")))
        .args(self.profile())
        .arg(self.assume())
        .args(self.dossier())
        .args(self.limits())
        .arg(self.details())
        .arg(self.invalid())
    }

    fn list(&self) -> Command {
        self.subcommand(
            "list",
            phrase(
                "Noem soorten, wegingen, criteria, producten en uitgangspunten (ook: lijst)",
                "List kinds, profiles, criteria, products and premises (also: lijst)",
            ),
            phrase("keuzehulp list [WAT] [OPTIES]", "keuzehulp list [WHAT] [OPTIONS]"),
            phrase(
                "Voorbeelden:\n  keuzehulp list\n  keuzehulp list criteria --kind proctoring",
                "Examples:\n  keuzehulp list\n  keuzehulp list criteria --kind proctoring",
            ),
        )
        .arg(
            self.positional(
                "what",
                phrase("WAT", "WHAT"),
                phrase(
                    "kinds (soorten), profiles (wegingen), criteria, products (producten) of premises (uitgangspunten)",
                    "kinds, profiles, criteria, products or premises",
                ),
            )
            .value_parser(PossibleValuesParser::new([
                PossibleValue::new("kinds").alias("soorten"),
                PossibleValue::new("profiles").alias("wegingen"),
                PossibleValue::new("criteria"),
                PossibleValue::new("products").alias("producten"),
                PossibleValue::new("premises").alias("uitgangspunten"),
            ])),
        )
        .arg(self.option(
            "kind",
            phrase("SOORT", "KIND"),
            phrase("alleen van deze soort", "only of this kind"),
        ))
    }
}

/// The whole command line, in one language.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let build = Build { lang };
    let after = build.t(
        "Voorbeelden:\n  keuzehulp compare videobellen\n  keuzehulp explain zoom\n  keuzehulp check mijn-gegevens\n\nCodes: 0 gelukt, 1 het antwoord is nee (fouten gevonden, gegevens onbruikbaar), 2 verkeerd gebruik,\n 3 lezen of schrijven lukt niet, 70 fout in het programma.",
        "Examples:\n  keuzehulp compare videobellen\n  keuzehulp explain zoom\n  keuzehulp check my-data\n\nCodes: 0 done, 1 the answer is no (errors found, data unusable), 2 wrong usage, 3 reading or writing fails, 70 a bug in the program.",
    );
    Command::new("keuzehulp")
        .bin_name("keuzehulp")
        .version(env!("CARGO_PKG_VERSION"))
        .about(build.t(
            "Vergelijk producten voor videobellen en proctoring: met bronnen, en met wat nog onbekend is",
            "Compare products for video calling and proctoring: with sources, and with what is still unknown",
        ))
        .override_usage(build.t("keuzehulp OPDRACHT [OPTIES]", "keuzehulp COMMAND [OPTIONS]"))
        .help_template(build.template())
        .subcommand_help_heading(build.t("Opdrachten", "Commands"))
        .after_help(after)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg_required_else_help(true)
        .subcommand_required(true)
        .args(build.global())
        .arg(
            build
                .flag("version", phrase("toon de versie", "show the version"))
                .short('V')
                .action(ArgAction::Version)
                .help_heading(build.t("Algemene opties", "General options")),
        )
        .subcommands([
            build.compare(),
            build.explain(),
            build.check(),
            build.list(),
            build.new_file(),
            build.fmt(),
            build.schema(),
            build.migrate(),
            build.triage(),
            build.checklist(),
            build.memo(),
            build.settings(),
            build.questions(),
            build.bundle(),
            build.verify(),
            build.sources(),
            build.coverage(),
        ])
}
