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
    // The small data has a stale source, and one that no fact names, on purpose.
    let beta = place.path().join("data/vendors/videobellen/beta.yaml");
    let text = std::fs::read_to_string(&beta).expect("the file");
    put(place.path(), "data/vendors/videobellen/beta.yaml", &sound(&text));
    place
}

/// The text without what is found in it on purpose.
fn sound(text: &str) -> String {
    let (before, rest) = text.split_once("  folder:\n").expect("a source");
    let (_, facts) = rest.split_once("facts:\n").expect("facts");
    format!("{before}facts:\n{facts}").replace("2025-01-10", "2026-01-10")
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
        "data/vendors/videobellen/delta.yaml KH540 de variant `delta/dienst` is er niet meer",
        "data/vendors/videobellen/delta.yaml KH541 `delta/server` was `self-hosted` en is nu `cloud`: dat is een andere variant",
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
    assert!(unknown.err.contains("git kent hier geen commit `release-9`"), "{}", unknown.err);
    // What looks like an option of git is a name.
    let option = check(place.path(), &["--changed=--output=x"]);
    assert_eq!(option.code, Some(3));
    assert!(
        option.err.contains("git kent hier geen commit") && !place.path().join("x").exists(),
        "{}",
        option.err
    );
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

/// Settings that were so before are no part of a change; what a change makes of an
/// exception is.
#[test]
fn an_old_exception_is_no_part_of_a_change() {
    let place = repository();
    let at = place.path();
    let both = ACCEPTED.replace("2026-12-31", "2026-11-01")
        + "  - {code: KH510, file: vendors/videobellen/alfa.yaml, because: Zo., until: 2027-01-01}\n";
    put(at, "data/keuzehulp.yaml", &both);
    let fresh = found(&check(at, &["--changed", "HEAD", "--format", "json"]));
    assert_eq!(fresh, ["data/keuzehulp.yaml KH545", "data/keuzehulp.yaml KH546"]);
    git(at, &["add", "."]);
    git(at, &["commit", "-qm", "exceptions"]);
    let run = check(at, &["--changed", "HEAD", "--strict"]);
    assert_eq!((run.code, run.out.contains("KH")), (Some(0), false), "{}", run.out);
    // Nor is a mistake that was there before.
    put(at, "data/keuzehulp.yaml", "uitzonderingen: []\n");
    let wrong = found(&check(at, &["--changed", "HEAD", "--format", "json"]));
    assert_eq!(wrong, ["data/keuzehulp.yaml KH101"]);
    git(at, &["commit", "-qam", "wrong"]);
    assert!(!check(at, &["--changed", "HEAD"]).out.contains("KH101"));
    put(at, "data/keuzehulp.yaml", &both);
    git(at, &["commit", "-qam", "right"]);
    let crlf = both.replace('\n', "\r\n");
    put(at, "data/keuzehulp.yaml", &crlf);
    assert!(check(at, &["--changed", "HEAD", "--strict"]).out.contains("0 bestanden"));
    // The file that an exception is for changed.
    put(at, "data/vendors/videobellen/delta.yaml", &DELTA.replace("Handboek", "Boek"));
    let run = check(at, &["--changed", "HEAD", "--format", "json"]);
    assert!(found(&run).contains(&"data/keuzehulp.yaml KH545".to_owned()), "{}", run.out);
}

#[test]
fn an_exception_for_an_id_that_is_gone_can_be_kept() {
    let place = repository();
    let at = place.path();
    std::fs::remove_file(at.join("data/vendors/videobellen/delta.yaml")).expect("removed");
    put(
        at,
        "data/keuzehulp.yaml",
        "exceptions:\n  - {code: kh540, file: ./vendors/videobellen/delta.yaml, because: Bestond niet., until: 2027-01-01}\n",
    );
    for arguments in [&["--strict"][..], &["--strict", "--changed", "HEAD"]] {
        let run = check(at, arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.out);
    }
    assert!(check(at, &["--changed", "HEAD"]).out.contains("Bestond niet."));
}

#[test]
fn the_path_of_an_exception_may_be_written_as_people_write_it() {
    let place = place();
    for file in [".", "./vendors/", r"vendors\videobellen", "vendors/videobellen/delta.yaml"] {
        let settings =
            format!("exceptions:\n  - {{code: KH510, file: '{file}', because: Zo., until: 2027-01-01}}\n");
        put(place.path(), "data/keuzehulp.yaml", &settings);
        let run = check(place.path(), &["--strict"]);
        assert_eq!(run.code, Some(0), "{file}: {}", run.out);
    }
    put(
        place.path(),
        "data/keuzehulp.yaml",
        "exceptions:\n  - {code: KH510, file: vendor, because: Zo., until: 2027-01-01}\n",
    );
    let run = check(place.path(), &[]);
    assert!(run.out.contains("`vendor` is geen bestand of map in deze gegevens"), "{}", run.out);
    // Only exceptions for what was asked are told, and `check` knows the file itself.
    put(place.path(), "data/keuzehulp.yaml", ACCEPTED);
    let other = run_in(place.path(), &["check", "data/vendors/videobellen/alfa.yaml", "--as-of", AS_OF]);
    assert!(!other.out.contains("Wordt in december"), "{}", other.out);
    let own = run_in(place.path(), &["check", "data/keuzehulp.yaml", "--as-of", AS_OF]);
    assert!(own.code == Some(0) && own.out.contains("in 1 bestand"), "{}{}", own.out, own.err);
}

/// A folder of data that looks like a repository of its own would say what changed.
#[cfg(unix)]
#[test]
fn a_repository_among_the_data_is_not_believed() {
    let place = repository();
    let at = place.path();
    std::fs::remove_file(at.join("data/vendors/videobellen/delta.yaml")).expect("removed");
    git(at, &["add", "-A"]);
    git(at, &["commit", "-qm", "theirs"]);
    git(at, &["clone", "-q", "--bare", ".", "bare"]);
    for name in ["HEAD", "config", "objects", "refs", "packed-refs"] {
        std::fs::rename(at.join("bare").join(name), at.join("data").join(name)).expect("moved");
    }
    let run = check(at, &["--changed", "HEAD~1", "--strict"]);
    let is_told = run.code == Some(3) || run.out.contains("KH540");
    assert!(is_told && run.code != Some(0), "{}{}", run.out, run.err);
}

#[test]
fn without_a_shared_commit_nothing_is_guessed() {
    let place = repository();
    let at = place.path();
    git(at, &["checkout", "-q", "--orphan", "other"]);
    git(at, &["commit", "-qm", "other"]);
    let run = check(at, &["--changed", "main"]);
    assert_eq!(run.code, Some(3), "{}", run.out);
    assert!(run.err.contains("git vindt geen begin"), "{}", run.err);
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_gone() {
    let place = repository();
    let at = place.path();
    for path in ["data/criteria/kinds.yaml", "data/vendors/videobellen/alfa.yaml"] {
        let text = std::fs::read_to_string(at.join(path)).expect("a file");
        put(at, path, &format!("{text}x: [\n"));
        let run = check(at, &["--changed", "HEAD", "--format", "json"]);
        assert_eq!(run.code, Some(1), "{}", run.out);
        assert!(!run.out.contains("KH540"), "{path}: {}", run.out);
        put(at, path, &text);
    }
}

#[test]
fn a_profile_with_its_former_id_is_not_gone_and_a_former_id_is_not_dropped() {
    let place = repository();
    let at = place.path();
    let [from, to] = ["streng", "strenger"].map(|id| format!("data/criteria/profiles/{id}.yaml"));
    let text = std::fs::read_to_string(at.join(&from)).expect("a file");
    std::fs::remove_file(at.join(&from)).expect("removed");
    put(at, &to, &format!("{text}formerly: streng\n"));
    let run = check(at, &["--changed", "HEAD", "--format", "json"]);
    assert!(!run.out.contains("KH540"), "{}", run.out);
    git(at, &["add", "-A"]);
    git(at, &["commit", "-qm", "renamed"]);
    let beta = "data/vendors/videobellen/beta.yaml";
    let text = std::fs::read_to_string(at.join(beta)).expect("a file");
    put(at, beta, &format!("{text}formerly: bet\n"));
    git(at, &["commit", "-qam", "former"]);
    put(at, beta, &text);
    let run = check(at, &["--changed", "HEAD", "--format", "json"]);
    assert!(run.out.contains("de eerdere id `bet` staat niet meer bij `formerly`"), "{}", run.out);
}

/// Hooks of git name the files that a commit removes.
#[test]
fn a_file_that_is_gone_can_be_asked_for() {
    let place = repository();
    let at = place.path();
    let path = "data/vendors/videobellen/delta.yaml";
    std::fs::remove_file(at.join(path)).expect("removed");
    let check = |path: &str| run_in(at, &["check", path, "--changed", "HEAD", "--as-of", AS_OF]);
    let run = check(path);
    assert!(run.code == Some(0) && run.out.contains("KH540"), "{}{}", run.out, run.err);
    let never = check("data/vendors/videobellen/nooit.yaml");
    assert_eq!(never.code, Some(3), "{}", never.out);
    assert!(never.out.contains("KH030"), "{}", never.out);
}

/// What is refused now and then is no change, and neither is a link.
#[cfg(unix)]
#[test]
fn other_files_and_links_count_when_they_change() {
    let place = place();
    let at = place.path();
    put(at, "data/vendors/videobellen/notitie.txt", "Nog bellen.\n");
    std::os::unix::fs::symlink("alfa.yaml", at.join("data/vendors/videobellen/koppel.yaml")).expect("a link");
    git(at, &["init", "-q"]);
    git(at, &["add", "."]);
    git(at, &["commit", "-qm", "first"]);
    let run = check(at, &["--changed", "HEAD"]);
    assert!(!run.out.contains("KH") && run.out.contains("0 bestanden"), "{}", run.out);
}

/// Where errors hid the hints before, what was there all along is not new.
#[test]
fn old_hints_are_not_new_because_an_error_hid_them() {
    let place = repository();
    let at = place.path();
    let path = "data/vendors/videobellen/alfa.yaml";
    let text = std::fs::read_to_string(at.join(path)).expect("a file");
    put(at, path, &format!("{text}onbekend: x\n"));
    git(at, &["commit", "-qam", "wrong"]);
    put(at, path, &text);
    let hints = found(&check(at, &["--changed", "HEAD", "--hints", "--format", "json"]));
    assert!(hints.iter().all(|one| one.starts_with(path)), "{hints:?}");
}

#[test]
fn inside_the_data_it_is_the_data_around_that_is_checked() {
    let place = place();
    put(place.path(), "data/vendors/videobellen/echo.yaml", "name: Echo\n");
    let inside = place.path().join("data/vendors/videobellen");
    let run = run_in(&inside, &["check", "--as-of", AS_OF]);
    assert!(run.code == Some(1) && run.out.contains("KH102"), "{}", run.out);
}

#[test]
fn commands_say_that_the_data_around_them_is_not_used() {
    let place = place();
    let at = place.path().join("data");
    for arguments in [
        &["schema", "product"][..],
        &["new", "vendor", "videobellen/alfa"],
        &["explain", "alfa"],
        &["coverage"],
        &["list"],
        &["sources", "list"],
    ] {
        let run = run_in(&at, arguments);
        assert!(
            run.err.contains("De gegevens in deze map zijn niet gebruikt."),
            "{arguments:?}: {}",
            run.err
        );
        let run = run_in(&at, &[arguments, &["--no-builtin", "--data", "."]].concat());
        assert!(!run.err.contains("niet gebruikt"), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_folder_of_data_takes_its_settings_along() {
    let place = place();
    put(place.path(), "data/keuzehulp.yaml", ACCEPTED);
    let made = run_in(place.path(), &["migrate", "data", "-o", "new", "--as-of", AS_OF]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert_eq!(
        std::fs::read_to_string(place.path().join("new/keuzehulp.yaml")).ok().as_deref(),
        Some(ACCEPTED)
    );
}
