//! Two languages, and never both at once: no Dutch word in English output and
//! no English word in Dutch output, except names, ids and what the data says.

use std::collections::BTreeSet;
use std::path::Path;

use keuzehulp::cli::commands::command;
use keuzehulp::text::Lang;

use crate::support::{AS_OF, Run, folder, program, run, small};

/// Words that no Dutch text has.
const ENGLISH: &str = "\
    usage options arguments commands default possible values print error errors warning help hint \
    the and with not known unknown points place least most this that there which from for are does \
    must cannot file files folder answer answers source weight weights vendor variants \
    profile kind kinds eligible undecided knocked too little stale researched evidence written read \
    missing expected found unexpected option value did you mean compared order shown no none only \
    your own supervision yes days password agreement access erasure good partly insufficient \
    question between key unused should already exists exist level grounds weighs has";

/// Words that no English text has.
const DUTCH: &str = "\
    gebruik opties argumenten opdrachten opdracht standaard fout fouten waarschuwing waarschuwingen \
    de het een van voor niet niveau geen weging wegingen punten plaats bekend beantwoord onbekend minstens \
    hoogstens en op te dit deze dat zijn wordt worden kan mag moet bestaat bestand bestanden \
    antwoord antwoorden bron gewicht aanbieder uitvoering varianten soort soorten komt valt \
    harde eis eisen nog weinig verouderd verouderde onderzocht onderbouwing geschreven gelezen \
    ontbreekt verwacht gevonden bedoelt u uw vergeleken volgorde gegevens peildatum gunstig deels \
    ongunstig ja nee dagen wachtwoord toegang wissen bij uit aan er als ook wat wie waar zonder \
    sleutel vraag toezicht overzicht eigen meer maar eerst echt keuzes";

/// The telltale words of the other language.
fn foreign(lang: &str) -> BTreeSet<&'static str> {
    if lang == "nl" { ENGLISH } else { DUTCH }.split_whitespace().collect()
}

/// The words of a text in small letters; what is joined by `-`, `/`, `.`, `_`,
/// `=` or `:` (ids, paths, addresses, options) is one word.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_alphanumeric() || "-/._=:".contains(c)))
        .map(|word| word.trim_matches(|c: char| "-/._=:".contains(c)).to_lowercase())
        .filter(|word| !word.is_empty())
}

/// The text without what may be in another language: what is between
/// backticks or brackets, lines with examples, options, commands, the names of
/// the languages and `open source`.
fn without_names(text: &str) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let mut rest = line.to_owned();
        if line.trim_start().starts_with("keuzehulp ") || line.contains("sage: keuzehulp") {
            continue;
        }
        if let Some(at) = line.find("Gebruik: keuzehulp") {
            rest.truncate(at + "Gebruik:".len());
        }
        // The name of a command in the list of commands.
        for name in command(Lang::Nl).get_subcommands().map(clap::Command::get_name) {
            if let Some(about) = rest.strip_prefix(&format!("  {name} ")) {
                rest = about.to_owned();
            }
        }
        for (open, close) in [('`', '`'), ('[', ']'), ('{', '}'), ('<', '>')] {
            while let Some(start) = rest.find(open) {
                let Some(end) = rest[start + 1..].find(close) else { break };
                rest.replace_range(start..start + end + 2, " … ");
            }
        }
        for name in ["nl or en", "nl of en", "open source"] {
            rest = rest.replace(name, " … ");
        }
        let is_no_option = |word: &&str| !word.trim_start_matches('(').starts_with("--");
        rest = rest.split(' ').filter(is_no_option).collect::<Vec<_>>().join(" ");
        kept.push_str(&rest);
        kept.push('\n');
    }
    kept
}

/// The words of the other language that `text` has and that are not allowed.
fn intruders(lang: &str, text: &str, allowed: &[&str]) -> BTreeSet<String> {
    let foreign = foreign(lang);
    words(&without_names(text))
        .filter(|word| foreign.contains(word.as_str()) && !allowed.contains(&word.as_str()))
        .collect()
}

/// Fails when `text` has a word of the other language that is not allowed.
pub fn speaks_only(lang: &str, text: &str, allowed: &[&str], what: &str) {
    let found = intruders(lang, text, allowed);
    assert!(found.is_empty(), "{what} in {lang} has {found:?}:\n{text}");
}

/// Values of options and names that are the same in both languages.
const VALUES: &[&str] =
    &["low", "high", "middle", "table", "text", "short", "never", "always", "tidy", "overview", "markdown"];

/// What help may name beside that: Dutch names of commands in English help,
/// ids of data, and what can be listed.
const IN_HELP: &[&str] = &[
    "vergelijk",
    "uitleg",
    "controleer",
    "lijst",
    "algemeen",
    "kinds",
    "profiles",
    "products",
    "criteria",
    "criterion",
    "vendors",
    "vendor",
    "profile",
    "dossier",
    "vergelijking",
    "help",
    "version",
    "data",
    "product",
];

fn allowed(extra: &[&'static str]) -> Vec<&'static str> {
    VALUES.iter().chain(extra).copied().collect()
}

pub fn in_lang(lang: &str, arguments: &[&str]) -> Run {
    program().args(arguments).args(["--lang", lang]).output().unwrap().into()
}

fn on_small(lang: &str, arguments: &[&str]) -> Run {
    let data = small();
    let fixed = ["--as-of", AS_OF, "--no-builtin", "--data", data.to_str().unwrap()];
    in_lang(lang, &[arguments, &fixed].concat())
}

/// The texts of the vendor files of a folder, which are in Dutch only, and the
/// grounds of its criteria, which may be.
fn texts_of_products(root: &Path) -> Vec<String> {
    fn gather(value: &serde_json::Value, under: &str, found: &mut Vec<String>) {
        const FREE: [&str; 11] = [
            "name", "maker", "title", "quote", "shows", "unknown", "note", "text", "what", "because",
            "grounds",
        ];
        match value {
            serde_json::Value::Object(map) => map.iter().for_each(|(key, value)| gather(value, key, found)),
            serde_json::Value::Array(list) => list.iter().for_each(|value| gather(value, under, found)),
            serde_json::Value::String(text) if FREE.contains(&under) => found.push(text.clone()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let mut folders = vec![root.join("vendors"), root.join("criteria/contract")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "yaml") {
                let text = std::fs::read_to_string(&path).unwrap();
                gather(&serde_yaml::from_str(&text).unwrap(), "", &mut found);
            }
        }
    }
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

/// The text without the vendors' own words.
fn without_products(text: &str, products: &[String]) -> String {
    products.iter().fold(text.to_owned(), |text, words| text.replace(words.trim(), " … "))
}

#[test]
fn words_of_the_other_language_are_noticed() {
    let found = |lang: &str, text: &str| intruders(lang, text, &[]).into_iter().collect::<Vec<_>>();
    assert_eq!(found("nl", "Usage: het bestand\nthe end"), ["the", "usage"]);
    assert_eq!(found("en", "fout: the file, niet gevonden"), ["fout", "gevonden", "niet"]);
    assert_eq!(found("nl", "geef `the file` of --profile [default]"), Vec::<String>::new());
    assert_eq!(found("en", "see vendors/de/het.yaml and exit-deletion-days=niet"), Vec::<String>::new());
    assert!(!on_small("en", &["list"]).out.is_empty());
    assert!(!intruders("en", &on_small("nl", &["compare", "videobellen", "--details"]).out, &[]).is_empty());
    assert!(!intruders("nl", &on_small("en", &["compare", "videobellen", "--details"]).out, &[]).is_empty());
}

#[test]
fn all_help_speaks_one_language() {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    all.extend(command(Lang::Nl).get_subcommands().map(|sub| vec![sub.get_name().to_owned()]));
    for lang in ["nl", "en"] {
        for option in ["-h", "--help"] {
            for name in &all {
                let mut arguments: Vec<&str> = name.iter().map(String::as_str).collect();
                arguments.push(option);
                let help = in_lang(lang, &arguments);
                assert_eq!(help.code, Some(0), "{}", help.err);
                speaks_only(lang, &help.out, &allowed(IN_HELP), &arguments.join(" "));
                for word in ["[default", "[possible", "[env", "[alias"] {
                    assert!(!help.out.contains(word), "{word}: {}", help.out);
                }
            }
        }
        let nothing: Run = program().env("KEUZEHULP_LANG", lang).output().unwrap().into();
        assert_eq!(nothing.code, Some(2));
        speaks_only(lang, &nothing.err, &allowed(IN_HELP), "nothing");
    }
}

#[test]
fn help_of_both_languages_has_the_same_shape() {
    for name in command(Lang::Nl).get_subcommands().map(clap::Command::get_name) {
        let options = |lang: &str| -> Vec<String> {
            let help = in_lang(lang, &[name, "--help"]).out;
            let lines = help.lines().filter(|line| line.trim_start().starts_with('-'));
            lines.map(|line| words(line).next().unwrap()).collect()
        };
        assert_eq!(options("nl"), options("en"), "{name}");
        assert!(!options("nl").is_empty(), "{name}");
    }
}

#[test]
fn messages_about_wrong_use_speak_one_language() {
    let cases: &[&[&str]] = &[
        &["comparee"],
        &["xyzzy"],
        &["compare"],
        &["compare", "videobellen", "--weigth", "a=1"],
        &["compare", "videobellen", "--profile"],
        &["compare", "videobellen", "--format", "pages"],
        &["compare", "videobellen", "--profile", "algemeen", "--profile", "streng"],
        &["compare", "videobellen", "extra"],
        &["compare", "videobelen"],
        &["compare", "videobellen", "--profile", "algemen"],
        &["compare", "videobellen", "--vendor", "alfaa"],
        &["compare", "videobellen", "--vendor", "alfa/schol"],
        &["compare", "videobellen", "--weight", "access-control=101"],
        &["compare", "videobellen", "--weight", "access-control"],
        &["compare", "videobellen", "--weight", "acces-control=1"],
        &["compare", "videobellen", "--require", "access-control=fishes"],
        &["compare", "videobellen", "--require", "access-control=good,at-least:1"],
        &["compare", "videobellen", "-o", "x.pages"],
        &["compare", "videobellen", "--as-of", "gisteren"],
        &["explain"],
        &["explain", "niets"],
        &["explain", "alfa/schol"],
        &["explain", "access-control"],
        &["explain", "criterion", "niets"],
        &["explain", "een", "twee"],
        &["list", "fishes"],
        &["list", "--kind", "fishes"],
        &["check", "--format", "pages"],
        &["check", "--strict", "--strict"],
    ];
    for lang in ["nl", "en"] {
        for arguments in cases {
            let wrong = if arguments.contains(&"--as-of") {
                in_lang(lang, arguments)
            } else {
                on_small(lang, arguments)
            };
            assert_eq!(wrong.code, Some(2), "{arguments:?}: {}", wrong.err);
            let word = if lang == "nl" { "fout: " } else { "error: " };
            assert!(wrong.err.starts_with(word), "{arguments:?}: {}", wrong.err);
            // Values in a list have no backticks.
            let extra =
                ["products", "kinds", "profiles", "criteria", "good", "partly", "insufficient", "password"];
            speaks_only(lang, &wrong.err, &allowed(&extra), &arguments.join(" "));
        }
    }
}

#[test]
fn messages_about_files_speak_one_language() {
    let root = folder(&[("oud.json", "oud")]);
    let old = root.path().join("oud.json");
    let (old, folder) = (old.to_str().unwrap(), root.path().to_str().unwrap());
    for lang in ["nl", "en"] {
        for output in [old, folder, "/nowhere/at/all.json", "/dev/full", "/proc/x.json"] {
            let refused = on_small(lang, &["compare", "videobellen", "--format", "table", "-o", output]);
            assert_eq!(refused.code, Some(3), "{output}: {}", refused.err);
            speaks_only(lang, &refused.err, &[], output);
        }
        for data in ["/nowhere/at/all", old] {
            let refused = in_lang(lang, &["compare", "videobellen", "--data", data]);
            assert_eq!(refused.code, Some(3), "{}", refused.err);
            speaks_only(lang, &refused.err, &[], data);
        }
        let new = root.path().join(format!("nieuw-{lang}.json"));
        let written = on_small(lang, &["compare", "videobellen", "-o", new.to_str().unwrap()]);
        assert_eq!(written.code, Some(0), "{}", written.err);
        speaks_only(lang, &written.err, &[], "written");
    }
}

#[test]
fn results_speak_one_language() {
    let products = texts_of_products(&small());
    let cases: &[&[&str]] = &[
        &["compare", "videobellen"],
        &["compare", "videobellen", "--profile", "streng"],
        &["compare", "videobellen", "--weight", "access-control=3", "--require", "access-control=lock"],
        &["compare", "videobellen", "--rank-by", "high"],
        &["compare", "videobellen", "--rank-by", "middle"],
        &["compare", "proctoring"],
        &["compare", "proctoring", "--ungrouped", "--retired"],
        &["compare", "videobellen", "--format", "csv"],
        &["compare", "proctoring", "--format", "csv"],
        &["compare", "videobellen", "--format", "csv", "--columns", "tidy"],
        &["compare", "proctoring", "--format", "csv", "--columns", "tidy"],
        &["compare", "videobellen", "--format", "csv", "--columns", "quickscan"],
        &["compare", "videobellen", "--format", "markdown", "--profile", "streng"],
        &["compare", "proctoring", "--format", "markdown", "--retired"],
        &["explain", "alfa"],
        &["explain", "alfa", "--profile", "streng"],
        &["explain", "beta", "--require", "access-control=lock"],
        &["explain", "gamma"],
        &["explain", "criterion", "access-control"],
        &["explain", "criterion", "exit-deletion-days"],
        &["explain", "criterion", "processing-agreement"],
        &["explain", "criterion", "proctoring-form"],
        &["list"],
        &["list", "criteria", "--kind", "videobellen"],
    ];
    for lang in ["nl", "en"] {
        for arguments in cases {
            let run = on_small(lang, arguments);
            assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
            let text = without_products(&run.out, &products);
            speaks_only(lang, &text, &["beta", "algemeen", "streng"], &arguments.join(" "));
            speaks_only(lang, &run.err, &[], &arguments.join(" "));
        }
    }
}

#[test]
fn texts_in_documents_speak_one_language() {
    let products = texts_of_products(&small());
    for lang in ["nl", "en"] {
        for kind in ["videobellen", "proctoring"] {
            let run = on_small(lang, &["compare", kind, "--format", "json"]);
            let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
            let mut texts = vec![document["disclaimer"].to_string()];
            for criterion in document["criteria"].as_array().unwrap() {
                texts.push(criterion["title"].to_string());
            }
            for row in document["ranking"].as_array().unwrap() {
                texts.extend(
                    row["knock_outs"].as_array().unwrap().iter().map(|rule| rule["because"].to_string()),
                );
            }
            assert!(texts.len() > 3);
            for text in texts {
                speaks_only(lang, &without_products(&text, &products), &[], "a text");
            }
        }
    }
}

#[test]
fn numbers_and_dates_are_written_as_the_language_does() {
    let dutch = on_small("nl", &["compare", "videobellen", "--details"]).out;
    let english = on_small("en", &["compare", "videobellen", "--details"]).out;
    assert!(dutch.contains("12,5") && dutch.contains("30 november 2026"), "{dutch}");
    assert!(english.contains("12.5") && english.contains("30 November 2026"), "{english}");
    assert!(!dutch.contains("12.5") && !english.contains("12,5"));
}

#[test]
fn the_language_changes_no_number_and_no_order_in_documents() {
    let strip = |lang: &str| {
        let run = on_small(lang, &["compare", "videobellen", "--format", "json"]);
        let mut document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        document.as_object_mut().unwrap().remove("disclaimer");
        for criterion in document["criteria"].as_array_mut().unwrap() {
            criterion.as_object_mut().unwrap().remove("title");
        }
        for row in document["ranking"].as_array_mut().unwrap() {
            for rule in row["knock_outs"].as_array_mut().unwrap() {
                rule.as_object_mut().unwrap().remove("because");
            }
        }
        document
    };
    assert_eq!(strip("nl"), strip("en"));
}

#[test]
fn dutch_is_the_language_unless_asked_otherwise() {
    assert!(run(&["--help"]).out.contains("Gebruik:"));
    assert!(run(&["--help", "--lang", "en"]).out.contains("Usage:"));
    let output = program().env("LANG", "en_US.UTF-8").env("LC_ALL", "en_US.UTF-8").arg("--help").output();
    assert!(Run::from(output.unwrap()).out.contains("Gebruik:"), "the machine's locale changes nothing");
}
