//! The command that makes a comparison again from a bundle: written as a line for a
//! shell, and read back as a request, without trusting any of it.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::bundle::is_safe;
use crate::load::is_path;
use crate::say;
use crate::text::Lang;
use crate::text::safe::is_harmful;

use super::args::{Global, Own};
use super::{Stop, commands};

/// The options of a comparison that are passed on unchanged.
const PASSED_ON: [&str; 6] = ["weight", "require", "assume", "vendor", "audience", "hosting"];

/// The command, to be run in the folder of the bundle.
pub(super) fn command(
    global: &Global,
    matches: &ArgMatches,
    folders: &[String],
    (profile, dossier): (&str, Option<&str>),
) -> Result<String, Stop> {
    let mut words: Vec<String> = vec!["keuzehulp".to_owned(), "compare".to_owned()];
    words.extend(matches.get_one::<String>("kind").cloned());
    words.push("--no-builtin".to_owned());
    let mut add = |name: &str, value: &str| words.extend([format!("--{name}"), value.to_owned()]);
    for folder in folders {
        add("data", folder);
    }
    add("as-of", &global.as_of.to_string());
    add("profile", profile);
    if let Some(dossier) = dossier {
        add("dossier", dossier);
    }
    if let Some(exam) = matches.get_one::<String>("exam") {
        add("exam", exam);
    }
    for name in PASSED_ON {
        for value in matches.get_many::<String>(name).into_iter().flatten() {
            add(name, value);
        }
    }
    if let Some(value) = matches.get_one::<String>("rank-by") {
        add("rank-by", value);
    }
    for name in ["ungrouped", "retired"] {
        if matches.get_flag(name) {
            words.push(format!("--{name}"));
        }
    }
    words.extend(
        ["--lang", if global.lang == Lang::Nl { "nl" } else { "en" }, "--format", "json"].map(str::to_owned),
    );
    if words.iter().any(|word| word.contains(is_harmful)) {
        return Err(Stop::Use(
            say!(
                "een optie heeft een teken dat niet te zien is",
                "an option contains an invisible character"
            ),
            None,
        ));
    }
    Ok(words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "))
}

/// A word, quoted so that a shell reads it as one word.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./=,:+-".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// The words of a line; `None` when a quote is not closed.
fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '\'' => break,
                        inner => word.push(inner),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(chars.next()?),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

/// A request that was read back from a command.
pub(super) struct Rerun {
    /// Its options, with the folders of data below the bundle.
    pub(super) global: Global,
    /// The request.
    pub(super) matches: ArgMatches,
    /// The profile, with its path below the bundle if it has one.
    pub(super) profile: Option<String>,
    /// The dossier, by its path below the bundle.
    pub(super) dossier: Option<PathBuf>,
}

impl Rerun {
    /// The files outside the data.
    pub(super) fn own(&self) -> Own<'_> {
        Own {
            profile: self.profile.as_deref(),
            dossier: self.dossier.as_deref(),
            assuming: Some(&self.matches),
        }
    }
}

/// Reads a command back. It may only compare, with data in the bundle at `root` and
/// an explicit as-of date.
pub(super) fn read(line: &str, root: &Path) -> Option<Rerun> {
    let words = words(line)?;
    if words.first().map(String::as_str) != Some("keuzehulp")
        || words.get(1).map(String::as_str) != Some("compare")
    {
        return None;
    }
    let lang = super::args::language(&words.iter().map(Into::into).collect::<Vec<_>>()).ok()?;
    let whole = commands::command(lang).try_get_matches_from(&words).ok()?;
    let mut global = Global::of(&whole, lang).ok()?;
    let (_, matches) = whole.subcommand()?;
    let matches = matches.clone();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let is_named = |name: &str| words.iter().any(|word| word == name);
    let is_ours = global.no_builtin
        && is_named("--as-of")
        && is_named("--lang")
        && text("format") == Some("json")
        && !matches.contains_id("output")
        && !matches.get_flag("ignore-invalid")
        && global.data.iter().all(|path| path.to_str().is_some_and(is_safe));
    if !is_ours || global.data.is_empty() {
        return None;
    }
    let profile = match text("profile") {
        Some(name) if is_path(name) => {
            if !is_safe(name) {
                return None;
            }
            Some(root.join(name).to_str()?.to_owned())
        }
        other => other.map(str::to_owned),
    };
    let dossier = match matches.get_one::<PathBuf>("dossier") {
        Some(path) if !path.to_str().is_some_and(is_safe) => return None,
        path => path.map(|path| root.join(path)),
    };
    for path in &mut global.data {
        *path = root.join(&*path);
    }
    Some(Rerun { global, matches, profile, dossier })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_as_they_were_written() {
        let all = ["keuzehulp", "a b", "it's", "", "x=y,z", "$(rm)", "`x`", "\\", "'", "é"];
        let line = all.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
        assert_eq!(words(&line).unwrap(), all);
        assert_eq!(words("'x"), None);
        assert_eq!(words("x\\"), None);
    }

    #[test]
    fn a_command_may_only_compare_what_is_in_the_bundle() {
        let root = Path::new("/pakket");
        let good = "keuzehulp compare videobellen --no-builtin --data gegevens --as-of 2026-11-21 --profile algemeen --lang nl --format json";
        let read_back = read(good, root).expect("a command that bundle writes");
        assert_eq!(read_back.global.data, [Path::new("/pakket/gegevens")]);
        let with_dossier = good.replace("--as-of", "--dossier dossier.yaml --as-of");
        let read_back = read(&with_dossier, root).expect("a command with a dossier");
        assert_eq!(read_back.own().dossier, Some(Path::new("/pakket/dossier.yaml")));
        for (from, to) in [
            ("compare", "bundle"),
            ("compare", "check"),
            ("--no-builtin ", ""),
            ("--data gegevens", ""),
            ("--data gegevens", "--data ../gegevens"),
            ("--data gegevens", "--data /etc"),
            ("--as-of 2026-11-21", ""),
            ("--lang nl", ""),
            ("--format json", "--format table"),
            ("--format json", "--format json -o uit"),
            ("--format json", "--format json --ignore-invalid"),
            ("--profile algemeen", "--profile ../x.yaml"),
            ("--profile algemeen", "--profile /etc/x.yaml"),
            ("--profile algemeen", "--profile algemeen --dossier ../x.yaml"),
            ("--profile algemeen", "--profile algemeen --dossier /etc/x.yaml"),
            ("keuzehulp", "sh"),
            ("2026-11-21", "gisteren"),
        ] {
            assert!(read(&good.replacen(from, to, 1), root).is_none(), "{to}");
        }
        assert!(read("", root).is_none() && read("'", root).is_none());
    }
}
