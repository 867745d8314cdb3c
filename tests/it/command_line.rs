//! The command line as people and scripts use it: help, wrong use, names in both
//! languages. Language, colour, counts and widths are in the modules below.

use crate::support::commands::{commands, is_wrong_use, on_small, with_small};
use crate::support::{AS_OF, Run, copy, folder, program, run, small};
use keuzehulp::cli::{args, commands::command};
use keuzehulp::text::Lang;
use std::collections::BTreeSet;

mod counts;
mod endings;
mod hints;
pub mod languages;
mod layout;

#[test]
fn without_arguments_the_help_goes_to_standard_error_with_code_2() {
    let nothing = run::<&str>(&[]);
    assert_eq!(nothing.code, Some(2));
    assert_eq!(nothing.out, "");
    assert!(nothing.err.contains("Gebruik: keuzehulp OPDRACHT"), "{}", nothing.err);
    assert!(nothing.err.contains("Voorbeelden:"), "{}", nothing.err);
}

#[test]
fn help_of_every_command_goes_to_standard_output_with_code_0() {
    for option in ["-h", "--help"] {
        let mut all = vec![vec![option.to_owned()]];
        all.extend(commands().into_iter().map(|name| vec![name, option.to_owned()]));
        for arguments in all {
            let help = run(&arguments);
            assert_eq!(help.code, Some(0), "{arguments:?}");
            assert_eq!(help.err, "", "{arguments:?}");
            assert!(help.out.contains("Gebruik: keuzehulp "), "{arguments:?}: {}", help.out);
            assert!(help.out.contains("Voorbeelden:\n  keuzehulp "), "{arguments:?}: {}", help.out);
        }
    }
}

#[test]
fn short_help_fits_on_a_screen() {
    for name in commands() {
        let lines = run(&[name.as_str(), "-h"]).out.lines().count();
        assert!(lines <= 50, "the short help of {name} has {lines} lines");
    }
}

#[test]
fn the_help_says_what_the_exit_codes_mean() {
    let help = run(&["--help"]).out;
    let (_, codes) = help.split_once("Codes:").expect("a paragraph about codes");
    for code in ["0 ", "1 ", "2 ", "3 ", "70 "] {
        assert!(codes.contains(code), "{code} is not explained: {codes}");
    }
}

#[test]
fn the_version_is_one_line_on_standard_output() {
    for option in ["-V", "--version", "--versie"] {
        let version = run(&[option]);
        assert_eq!(version.code, Some(0));
        assert_eq!(version.out, format!("keuzehulp {}\n", env!("CARGO_PKG_VERSION")));
        assert_eq!(version.err, "");
    }
}

#[test]
fn a_slip_in_a_command_is_answered_with_the_right_name() {
    is_wrong_use(&run(&["comparee", "videobellen"]), &["`comparee`", "bedoelt u", "`compare`"]);
    is_wrong_use(&run(&["vergelijkk"]), &["`vergelijkk`", "bedoelt u"]);
    is_wrong_use(&run(&["xyzzy"]), &["`xyzzy`", "--help"]);
}

#[test]
fn a_slip_in_an_option_is_answered_with_the_right_name() {
    is_wrong_use(&run(&["compare", "videobellen", "--weigth", "a=1"]), &["--weigth", "`--weight`"]);
    is_wrong_use(&run(&["compare", "videobellen", "--gewcht", "a=1"]), &["--gewcht", "bedoelt u"]);
    is_wrong_use(&run(&["check", "--stricct"]), &["--stricct", "`--strict`"]);
}

#[test]
fn a_value_that_an_option_cannot_have_is_answered_with_those_it_can_have() {
    is_wrong_use(&with_small(&["compare", "videobellen", "--format", "pages"]), &["`pages`", "csv", "json"]);
    is_wrong_use(&with_small(&["compare", "videobellen", "--format", "jsn"]), &["`jsn`", "`json`"]);
    is_wrong_use(&with_small(&["compare", "videobellen", "--rank-by", "best"]), &["`best`", "middle"]);
    is_wrong_use(&with_small(&["compare", "videobellen", "--lang", "de"]), &["`de`", "nl"]);
    is_wrong_use(&with_small(&["list", "vendors"]), &["`vendors`", "products"]);
}

#[test]
fn a_slip_in_an_id_is_answered_with_the_right_id() {
    let slip = |arguments: &[&str], right: &str| {
        is_wrong_use(&with_small(arguments), &["bedoelt u", &format!("`{right}`")]);
    };
    slip(&["compare", "videobelen"], "videobellen");
    slip(&["compare", "videobellen", "--profile", "algemen"], "algemeen");
    slip(&["compare", "videobellen", "--vendor", "alfaa"], "alfa");
    slip(&["compare", "videobellen", "--vendor", "alfa/schol"], "school");
    slip(&["compare", "videobellen", "--weight", "acces-control=1"], "access-control");
    slip(&["compare", "videobellen", "--require", "acces-control=good"], "access-control");
    slip(&["compare", "videobellen", "--require", "access-control=waiting-rom"], "waiting-room");
    slip(&["explain", "bete"], "beta");
    slip(&["explain", "alfa/schol"], "alfa/school");
    slip(&["explain", "criterion", "acces-control"], "access-control");
    slip(&["list", "criteria", "--kind", "proctorin"], "proctoring");
}

#[test]
fn wrong_values_and_missing_ones_are_wrong_use() {
    let weight = |value: &str| with_small(&["compare", "videobellen", "--weight", value]);
    for value in ["access-control=101", "access-control=-1", "access-control=1,5", "access-control=+3"] {
        is_wrong_use(&weight(value), &["0 tot en met 100"]);
    }
    is_wrong_use(&weight("access-control="), &["0 tot en met 100"]);
    is_wrong_use(&weight("access-control"), &["`criterium=waarde`"]);
    is_wrong_use(&run(&["compare"]), &["argument"]);
    is_wrong_use(&run(&["compare", "videobellen", "--profile"]), &["waarde"]);
    is_wrong_use(&run(&["compare", "videobellen", "--as-of", "21-11-2026"]), &["21-11-2026", "2026-11-21"]);
    is_wrong_use(&run(&["compare", "videobellen", "--as-of", "2026-02-30"]), &["2026-02-30"]);
    is_wrong_use(&run(&["compare", "videobellen", "--no-builtin"]), &["--data"]);
    is_wrong_use(&run(&["compare", "a", "--profile", "b", "--profile", "c"]), &["--profile"]);
    is_wrong_use(&run(&["explain"]), &["argument"]);
    is_wrong_use(&with_small(&["compare", "videobellen", "-o", "x.pages"]), &["pages", "--format"]);
}

#[test]
fn a_wrong_language_in_the_environment_is_named() {
    let output = program().env("KEUZEHULP_LANG", "fr").arg("list").output().unwrap();
    is_wrong_use(&output.into(), &["KEUZEHULP_LANG", "`fr`"]);
}

#[test]
fn the_option_for_the_language_wins_over_the_environment() {
    let run_in = |lang: &str, arguments: &[&str]| -> Run {
        program().env("KEUZEHULP_LANG", lang).args(on_small(arguments)).output().unwrap().into()
    };
    assert!(run_in("en", &["list"]).out.starts_with("Kinds\n"));
    assert!(run_in("en", &["list", "--lang", "nl"]).out.starts_with("Soorten\n"));
    assert!(run_in("en", &["list", "--taal=nl"]).out.starts_with("Soorten\n"));
    assert!(run_in("", &["list"]).out.starts_with("Soorten\n"));
}

#[test]
fn every_command_has_a_dutch_name_that_does_the_same() {
    let named: BTreeSet<String> = args::COMMANDS.iter().map(|(english, _)| (*english).to_owned()).collect();
    assert_eq!(named, commands().into_iter().collect(), "the table names every command and no other");
    for (english, dutch) in args::COMMANDS {
        let (first, second) = (run(&[*english, "--help"]), run(&[*dutch, "--help"]));
        assert_eq!(second.code, Some(0), "{dutch}: {}", second.err);
        assert_eq!(first.out, second.out, "{dutch}");
    }
}

#[test]
fn every_option_has_a_dutch_name() {
    let root = command(Lang::Nl);
    let mut seen = Vec::new();
    for command in std::iter::once(&root).chain(root.get_subcommands()) {
        for arg in command.get_arguments().filter(|arg| arg.get_long().is_some()) {
            let name = arg.get_long().unwrap();
            let (_, dutch) = args::OPTIONS
                .iter()
                .find(|(english, _)| *english == name)
                .unwrap_or_else(|| panic!("--{name} has no Dutch name"));
            let aliases = arg.get_all_aliases().unwrap_or_default();
            assert!(aliases.contains(dutch), "--{name} of {} is not --{dutch}", command.get_name());
            seen.push(name.to_owned());
        }
    }
    for (english, _) in args::OPTIONS {
        assert!(seen.iter().any(|name| name == english), "no command has --{english}");
    }
}

#[test]
fn dutch_options_give_the_same_result_as_english_ones() {
    let data = small();
    let data = data.to_str().unwrap();
    let english = [
        "compare",
        "videobellen",
        "--profile",
        "streng",
        "--weight",
        "access-control=3",
        "--require",
        "access-control=password",
        "--vendor",
        "alfa",
        "--rank-by",
        "high",
        "--ungrouped",
        "--retired",
        "--ignore-invalid",
        "--format",
        "csv",
        "--csv",
        "rfc4180",
        "--columns",
        "tidy",
        "--data",
        data,
        "--no-builtin",
        "--as-of",
        AS_OF,
        "--lang",
        "nl",
        "--color",
        "never",
    ];
    let dutch: Vec<String> = english
        .iter()
        .map(|word| match word.strip_prefix("--") {
            Some(name) => {
                let (_, dutch) = args::OPTIONS.iter().find(|(english, _)| *english == name).unwrap();
                format!("--{dutch}")
            }
            None if *word == "compare" => "vergelijk".to_owned(),
            None => (*word).to_owned(),
        })
        .collect();
    let (first, second) = (run(&english), run(&dutch));
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert_eq!(second.code, Some(0), "{}", second.err);
    assert!(first.out.contains("alfa/school"));
    assert_eq!(first.out, second.out);
}

#[test]
fn dutch_words_for_what_to_list_and_explain_work() {
    for (english, dutch) in [("kinds", "soorten"), ("profiles", "wegingen"), ("products", "producten")] {
        let (first, second) = (with_small(&["list", english]), with_small(&["lijst", dutch]));
        assert_eq!(second.code, Some(0), "{}", second.err);
        assert_eq!(first.out, second.out);
    }
    let first = with_small(&["explain", "criterion", "access-control"]);
    let second = with_small(&["uitleg", "criterium", "access-control"]);
    assert_eq!(second.code, Some(0), "{}", second.err);
    assert_eq!(first.out, second.out);
}

#[test]
fn a_very_long_argument_is_wrong_use_or_a_missing_folder() {
    let long = "x".repeat(10_000);
    for arguments in [
        vec![long.as_str()],
        vec!["compare", &long],
        vec!["explain", &long],
        vec!["compare", "videobellen", "--weight", &long],
        vec!["compare", "videobellen", "--profile", &long],
        vec!["list", "--as-of", &long],
    ] {
        assert_eq!(run(&arguments).code, Some(2), "{:?}", arguments.first());
    }
    assert_eq!(run(&["list", "--data", &long]).code, Some(3));
    assert_eq!(run(&["check", &long]).code, Some(3));
}

#[test]
fn names_that_begin_with_a_dash_are_paths_after_a_double_dash() {
    let root = folder(&[]);
    copy(&small(), &root.path().join("-x"));
    let in_root = |arguments: &[&str]| -> Run {
        program().current_dir(root.path()).args(arguments).output().unwrap().into()
    };
    let checked = in_root(&["check", "--as-of", AS_OF, "--", "-x"]);
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    assert!(checked.out.contains("-x/vendors/"), "{}", checked.out);
    let listed = in_root(&["list", "--no-builtin", "--data=-x"]);
    assert_eq!(listed.code, Some(0), "{}", listed.err);
    assert!(listed.out.contains("alfa/school"));
    let lang = in_root(&["check", "--as-of", AS_OF, "--", "-x", "--lang", "en"]);
    assert_eq!(lang.code, Some(3), "what follows the double dash is a path: {}", lang.err);
    assert!(lang.out.contains("fout[KH030]"), "{}", lang.out);
}
