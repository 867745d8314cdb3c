//! `check` for those who keep the data: hints, a change since a revision, accepted
//! findings, and the format of GitHub.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::{AS_OF, Run, copy, folder, run_in, small};

/// A product with two sources that no fact names.
const DELTA: &str = "name: Delta
maker: Delta bv
homepage: https://delta.example.nl
variants:
  dienst: {name: dienst, hosting: cloud, licence: paid}
  server: {name: eigen server, hosting: self-hosted, licence: free}
sources:
  over: {title: Handboek, url: \"https://delta.example.nl/handboek\", read: 2026-10-01, grade: vendor}
  extra: {title: Uitleg, url: \"https://delta.example.nl/uitleg\", read: 2026-10-01, grade: vendor}
facts: {}
";

fn place() -> tempfile::TempDir {
    let place = folder(&[("data/vendors/videobellen/delta.yaml", DELTA)]);
    copy(&small(), &place.path().join("data"));
    // The small data has one stale source on purpose.
    let beta = place.path().join("data/vendors/videobellen/beta.yaml");
    let text = std::fs::read_to_string(&beta).expect("the file");
    put(place.path(), "data/vendors/videobellen/beta.yaml", &text.replace("2025-01-10", "2026-01-10"));
    place
}

fn put(place: &Path, path: &str, text: &str) {
    let path = place.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("written");
}

fn check(place: &Path, arguments: &[&str]) -> Run {
    run_in(place, &[&["check", "data", "--as-of", AS_OF], arguments].concat())
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

/// The findings of a run as `path code`, in order.
fn found(run: &Run) -> Vec<String> {
    let text = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
    let document = json(run);
    let findings = document["findings"].as_array().expect("findings");
    findings.iter().map(|one| format!("{} {}", text(one, "path"), text(one, "code"))).collect()
}

#[test]
fn hints_are_counted_and_shown_when_asked() {
    let place = place();
    let quiet = check(place.path(), &[]);
    assert_eq!(quiet.code, Some(0));
    assert!(!quiet.out.contains("KH53"), "{}", quiet.out);
    let last = quiet.out.lines().last().unwrap_or("");
    assert!(last.contains("met --hints staan ze er"), "{last}");
    let all = check(place.path(), &["--hints"]);
    assert!(all.out.contains("KH530") && !all.out.contains("met --hints"), "{}", all.out);
    let english = check(place.path(), &["--lang", "en"]);
    assert!(english.out.contains("--hints shows them"), "{}", english.out);
    // A hint is no warning, and an error hides what rests on it.
    assert_eq!(check(place.path(), &["--hints", "--strict"]).code, Some(1));
    let (above, _) = DELTA.split_once("sources:").expect("sources");
    put(place.path(), "data/vendors/videobellen/delta.yaml", &format!("{above}sources: {{}}\nfacts: {{}}\n"));
    assert_eq!(check(place.path(), &["--hints", "--strict"]).code, Some(0));
    put(place.path(), "data/vendors/videobellen/echo.yaml", "name: Echo\n");
    let broken = check(place.path(), &["--hints"]);
    assert_eq!(broken.code, Some(1));
    assert!(!broken.out.contains("KH53"), "{}", broken.out);
    assert!(broken.out.trim_end().ends_with("hints zijn er pas als de fouten weg zijn"), "{}", broken.out);
}

#[test]
fn how_a_run_ends_never_depends_on_the_format() {
    let place = place();
    let states = [
        ("vendors/videobellen/golf.yaml", "", 0, 1),
        ("vendors/videobellen/echo.yaml", "name: Echo\n", 1, 1),
        ("keuzehulp.yaml", "exceptions: 3\n", 1, 1),
    ];
    for (path, text, plain, strict) in states {
        if !text.is_empty() {
            put(place.path(), &format!("data/{path}"), text);
        }
        for format in ["text", "short", "json", "github"] {
            for more in [&[][..], &["--hints"], &["--all"], &["--lang", "en"]] {
                let run = check(place.path(), &[&["--format", format], more].concat());
                assert_eq!(run.code, Some(plain), "{path} {format} {more:?}: {}", run.err);
                let run = check(place.path(), &[&["--format", format, "--strict"], more].concat());
                assert_eq!(run.code, Some(strict), "{path} {format} {more:?} --strict: {}", run.err);
            }
        }
        let _ = std::fs::remove_file(place.path().join("data").join(path));
    }
    for format in ["text", "short", "json", "github"] {
        let run = run_in(place.path(), &["check", "nergens", "--format", format]);
        assert_eq!(run.code, Some(3), "{format}: {}", run.err);
    }
}

#[test]
fn github_gets_a_log_and_a_line_for_each_finding() {
    let place = place();
    put(place.path(), "data/vendors/videobellen/echo.yaml", "name: \"Echo ::error::50%\"\n::x: 1\n");
    let run = check(place.path(), &["--format", "github", "--hints"]);
    let lines: Vec<&str> = run.out.lines().collect();
    let token = lines[0].strip_prefix("::stop-commands::").expect("the log comes first");
    let end = lines.iter().position(|line| *line == format!("::{token}::")).expect("the end of the log");
    let log = lines[1..end].join("\n");
    let text = check(place.path(), &["--hints", "--all"]);
    assert_eq!(log, text.out.trim_end());
    let annotations = &lines[end + 1..];
    let all = found(&check(place.path(), &["--format", "json", "--hints"]));
    assert_eq!(annotations.len(), all.len());
    let severity =
        |line: &&str| ["::error ", "::warning ", "::notice "].iter().position(|word| line.starts_with(word));
    let order: Vec<usize> = annotations.iter().map(|line| severity(line).expect("a command")).collect();
    assert!(order.is_sorted(), "the worst come first: GitHub shows only ten of each");
    let expected = "::warning file=data/vendors/videobellen/delta.yaml,line=8,col=3,title=KH510::\
                    geen enkel feit noemt de bron `over`%0A\
                    Noem de bron bij een feit (`from`), of haal haar weg.";
    assert!(annotations.contains(&expected), "{annotations:#?}");
    for line in annotations {
        let (_, message) = line[2..].split_once("::").expect("a message");
        assert!(!message.replace("%25", "").replace("%0A", "").contains('%'), "{message}");
    }
}

/// Git in a folder, whatever the settings of whoever runs the test.
fn git(at: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(at).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.args([
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "init.defaultBranch=main",
    ]);
    let output = command.args(arguments).output().expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The place as a repository with one commit.
fn repository() -> tempfile::TempDir {
    let place = place();
    git(place.path(), &["init", "-q"]);
    git(place.path(), &["add", "."]);
    git(place.path(), &["commit", "-qm", "first"]);
    place
}

#[test]
fn without_a_change_nothing_is_reported() {
    let place = repository();
    let run = check(place.path(), &["--changed", "HEAD", "--strict", "--hints"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(!run.out.contains("KH"), "{}", run.out);
    assert!(run.out.contains("0 bestanden"), "{}", run.out);
}

#[test]
fn a_change_is_reported_with_what_it_breaks_elsewhere() {
    let place = repository();
    // Delta's own findings are old, until its file is touched.
    put(
        place.path(),
        "data/criteria/contract/processing-agreement.yaml",
        &std::fs::read_to_string(place.path().join("data/criteria/contract/processing-agreement.yaml"))
            .expect("a file")
            .replace("none:", "nothing:")
            .replace("when: none", "when: nothing"),
    );
    let run = check(place.path(), &["--changed", "HEAD", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let all = found(&run);
    assert!(all.contains(&"data/criteria/contract/processing-agreement.yaml KH540".to_owned()), "{all:?}");
    assert!(all.iter().any(|one| one.starts_with("data/vendors/videobellen/alfa.yaml KH3")), "{all:?}");
    assert!(!all.iter().any(|one| one.contains("delta")), "{all:?}");
    put(place.path(), "data/vendors/videobellen/delta.yaml", &DELTA.replace("handboek", "boek"));
    let all = found(&check(place.path(), &["--changed", "HEAD", "--format", "json"]));
    assert!(all.contains(&"data/vendors/videobellen/delta.yaml KH510".to_owned()), "{all:?}");
}

#[test]
fn what_others_changed_meanwhile_is_not_part_of_a_change() {
    let place = repository();
    git(place.path(), &["checkout", "-qb", "mine"]);
    git(place.path(), &["checkout", "-q", "main"]);
    let gone = place.path().join("data/vendors/videobellen/delta.yaml");
    std::fs::remove_file(&gone).expect("removed");
    git(place.path(), &["commit", "-qam", "theirs"]);
    git(place.path(), &["checkout", "-q", "mine"]);
    assert!(gone.exists());
    let run = check(place.path(), &["--changed", "main", "--strict"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}

#[test]
fn ids_that_are_gone_or_reused_are_reported_where_they_were() {
    let place = repository();
    let at = place.path();
    std::fs::remove_file(at.join("data/vendors/videobellen/beta.yaml")).expect("removed");
    put(
        at,
        "data/vendors/videobellen/delta.yaml",
        &DELTA
            .replace(
                "  server: {name: eigen server, hosting: self-hosted",
                "  server: {name: server, hosting: cloud",
            )
            .replace("  dienst:", "  service:")
            .replace("Delta", "Daguerre"),
    );
    let small = |path: &str| std::fs::read_to_string(at.join("data").join(path)).expect("a file");
    let themes = small("criteria/themes.yaml");
    put(at, "data/criteria/themes.yaml", &themes.replace("security: {title", "safety: {title"));
    std::fs::rename(at.join("data/criteria/security"), at.join("data/criteria/safety")).expect("moved");
    let profile = small("criteria/profiles/algemeen.yaml");
    put(at, "data/criteria/profiles/algemeen.yaml", &profile.replace("security: 1", "safety: 1"));
    let run = check(at, &["--changed", "HEAD", "--format", "json", "--hints"]);
    let document = json(&run);
    let told: Vec<String> = document["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|one| one["code"].as_str().is_some_and(|code| code.starts_with("KH54")))
        .map(|one| format!("{} {} {}", one["path"], one["code"], one["message"]).replace('"', ""))
        .collect();
    for expected in [
        "data/vendors/videobellen/beta.yaml KH540 het product `beta` is er niet meer",
        "data/vendors/videobellen/delta.yaml KH540 de uitvoering `delta/dienst` is er niet meer",
        "data/vendors/videobellen/delta.yaml KH541 `delta/server` was `self-hosted` en is nu `cloud`: dat is een andere uitvoering",
        "data/vendors/videobellen/delta.yaml KH541 `delta` was `Delta` van een andere maker, en is nu `Daguerre`",
        "data/criteria/themes.yaml KH540 het thema `security` is er niet meer",
    ] {
        assert!(told.iter().any(|one| one == expected), "{expected}\nnot in {told:#?}");
    }
    assert_eq!(told.len(), 5, "{told:#?}");
}

#[test]
fn an_id_that_is_kept_as_a_former_one_is_not_gone() {
    let place = repository();
    let at = place.path();
    let beta = std::fs::read_to_string(at.join("data/vendors/videobellen/beta.yaml")).expect("a file");
    std::fs::remove_file(at.join("data/vendors/videobellen/beta.yaml")).expect("removed");
    put(
        at,
        "data/vendors/videobellen/betanova.yaml",
        &beta.replace("name: Beta", "name: Beta\nformerly: beta"),
    );
    let alfa = std::fs::read_to_string(at.join("data/vendors/videobellen/alfa.yaml")).expect("a file");
    put(at, "data/vendors/videobellen/alfa.yaml", &format!("{alfa}withdrawn: Stond er dubbel in.\n"));
    let run = check(at, &["--changed", "HEAD", "--format", "json"]);
    assert!(!run.out.contains("KH54"), "{}", run.out);
}

#[test]
fn an_answer_of_another_worth_is_a_hint() {
    let place = repository();
    let at = place.path();
    let path = "data/criteria/contract/processing-agreement.yaml";
    let text = std::fs::read_to_string(at.join(path)).expect("a file");
    put(at, path, &text.replace("  good:\n", "  partly:\n"));
    let run = check(at, &["--changed", "HEAD", "--format", "json", "--hints"]);
    let all = found(&run);
    assert!(all.contains(&format!("{path} KH542")), "{all:?}");
    assert!(run.out.contains("was `good` en is nu `partly`"), "{}", run.out);
}

#[test]
fn what_git_cannot_say_is_refused_in_plain_words() {
    let place = repository();
    let unknown = check(place.path(), &["--changed", "release-9"]);
    assert_eq!(unknown.code, Some(3));
    assert!(unknown.err.contains("git kent de revisie `release-9` niet"), "{}", unknown.err);
    // What looks like an option of git is a name.
    let option = check(place.path(), &["--changed=--output=x"]);
    assert_eq!(option.code, Some(3));
    assert!(option.err.contains("git kent de revisie") && !place.path().join("x").exists(), "{}", option.err);
    let nowhere = self::place();
    let outside = check(nowhere.path(), &["--changed", "HEAD"]);
    assert_eq!(outside.code, Some(3));
    assert!(outside.err.contains("staat niet in een opslagplaats van git"), "{}", outside.err);
    std::fs::create_dir(nowhere.path().join("leeg")).expect("a folder");
    let none = run_in(&nowhere.path().join("leeg"), &["check", "--changed", "HEAD"]);
    assert_eq!(none.code, Some(2), "{}", none.err);
    assert!(none.err.contains("`--changed` kan alleen bij een gegevensmap"), "{}", none.err);
}

/// A repository can name programs that change files on their way; none of them runs.
#[cfg(unix)]
#[test]
fn nothing_that_a_repository_names_is_run() {
    let place = repository();
    let at = place.path();
    let trap = format!("touch {}", at.join("gotcha").display());
    for key in [
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "filter.trap.clean",
        "filter.trap.smudge",
        "diff.trap.textconv",
    ] {
        git(at, &["config", key, &trap]);
    }
    put(at, ".gitattributes", "*.yaml filter=trap diff=trap\n");
    put(at, "data/vendors/videobellen/delta.yaml", &DELTA.replace("Handboek", "Boek"));
    let run = check(at, &["--changed", "HEAD"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(!at.join("gotcha").exists(), "a program of the repository was run");
}

const ACCEPTED: &str = "exceptions:
  - code: KH510
    file: vendors/videobellen
    about: over
    because: {nl: Wordt in december gelezen., en: Will be read in December.}
    until: 2026-12-31
";

#[test]
fn an_accepted_finding_is_left_out_and_said_until_its_end() {
    let place = place();
    put(place.path(), "data/keuzehulp.yaml", ACCEPTED);
    let run = check(place.path(), &[]);
    assert!(!run.out.contains("de bron `over`") && run.out.contains("de bron `extra`"), "{}", run.out);
    assert!(run.out.contains("Wordt in december gelezen."), "{}", run.out);
    assert_eq!(run.code, Some(0));
    let document = json(&check(place.path(), &["--format", "json"]));
    let exceptions = document["exceptions"].as_array().expect("exceptions");
    assert_eq!(exceptions.len(), 1, "{exceptions:?}");
    assert_eq!((&exceptions[0]["code"], &exceptions[0]["findings"]), (&"KH510".into(), &1.into()));
    let english = check(place.path(), &["--lang", "en"]);
    assert!(english.out.contains("Will be read in December."), "{}", english.out);
    let later = run_in(place.path(), &["check", "data", "--as-of", "2027-01-01", "--format", "json"]);
    let all = found(&later);
    assert!(all.contains(&"data/keuzehulp.yaml KH545".to_owned()), "{all:?}");
    assert_eq!(all.iter().filter(|one| one.ends_with("KH510")).count(), 2, "{all:?}");
}

#[test]
fn settings_change_neither_a_ranking_nor_the_fingerprint() {
    let place = place();
    let compare = || {
        run_in(
            place.path(),
            &[
                "compare",
                "videobellen",
                "--no-builtin",
                "--data",
                "data",
                "--as-of",
                AS_OF,
                "--format",
                "json",
            ],
        )
    };
    let before = compare();
    put(place.path(), "data/keuzehulp.yaml", ACCEPTED);
    assert_eq!(before.out, compare().out);
    put(place.path(), "data/keuzehulp.yaml", "exceptions: [");
    assert_eq!(before.out, compare().out);
}
