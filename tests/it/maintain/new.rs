//! `new` writes files that `check` accepts as they are, and that count for nothing before
//! they are finished.

use std::path::{Path, PathBuf};

use crate::support::{AS_OF, folder, program, run, run_elsewhere, run_in};

/// Every kind of file that `new` begins, with the place that its first lines name. A
/// dossier has a test of its own, with the memo.
const BEGUN: [(&[&str], &str); 8] = [
    (&["vendor", "videobellen/alfa"], "vendors/videobellen/alfa.yaml"),
    (&["vendor", "proctoring/alfa"], "vendors/proctoring/alfa.yaml"),
    (&["vendor", "alfa", "--like", "bigbluebutton"], "vendors/videobellen/alfa.yaml"),
    (&["vendor", "proctoring/alfa", "--like", "proctorio"], "vendors/proctoring/alfa.yaml"),
    (&["criterion", "retention/logs"], "criteria/retention/logs.yaml"),
    (&["profile", "onze-school"], "criteria/profiles/onze-school.yaml"),
    (&["vendor", "proctoring/null"], "vendors/proctoring/null.yaml"),
    (&["criterion", "retention/null"], "criteria/retention/null.yaml"),
];

/// Writes a new file into a data folder.
fn begun(what: &[&str], path: &str, lang: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join(path);
    std::fs::create_dir_all(target.parent().unwrap()).unwrap();
    let written = run_elsewhere(&[&["new", "--lang", lang, "-o", target.to_str().unwrap()], what].concat());
    assert_eq!((written.code, &*written.out), (Some(0), ""), "{what:?}: {}", written.err);
    assert_eq!(written.err.lines().count(), 1, "there is nothing to look at first: {}", written.err);
    (folder, target)
}

fn check(folder: &Path) -> String {
    let output = program()
        .args(["check", "--all", "--format", "short", "--as-of", AS_OF])
        .arg(folder)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A new file has no errors and no warnings, over the shipped data and laid into it.
#[test]
fn what_is_new_passes_the_check_at_once() {
    for (what, path) in BEGUN {
        for lang in ["nl", "en"] {
            let (place, target) = begun(what, path, lang);
            let text = std::fs::read_to_string(&target).unwrap();
            assert!(text.lines().take(5).any(|line| line.contains(path)), "{text}");
            let checked = run(&["check", "--strict", "--as-of", AS_OF, place.path().to_str().unwrap()]);
            assert_eq!(checked.code, Some(0), "{what:?}: {}{}", checked.out, checked.err);
        }
    }
}

/// Its keys are in order and its comments in place, in a dossier too.
#[test]
fn what_is_new_has_the_layout_of_fmt() {
    let dossiers: [(&[&str], &str); 2] =
        [(&["dossier", "proctoring"], "dossier.yaml"), (&["dossier", "videobellen"], "dossier.yaml")];
    for (what, path) in BEGUN.into_iter().chain(dossiers) {
        for lang in ["nl", "en"] {
            let (_place, target) = begun(what, path, lang);
            let checked = run(&["fmt", "--check", target.to_str().unwrap()]);
            let wanted = (Some(0), "1 bestand bekeken, 0 zouden veranderen\n");
            assert_eq!((checked.code, &*checked.out), wanted, "{what:?} {lang}: {}", checked.err);
        }
    }
}

/// What is ranked stays as it is, to the point, but for the name of the draft.
#[test]
fn what_is_new_takes_no_part_before_it_is_finished() {
    let compared = |data: &[&str]| {
        let fixed = ["compare", "videobellen", "--format", "json", "--as-of", AS_OF];
        let run = run(&[&fixed[..], data].concat());
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        let mut found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        found.as_object_mut().unwrap().remove("data");
        let drafts = found["left_out_drafts"].take();
        found["deviations"].take();
        (found, drafts)
    };
    let (before, drafts) = compared(&[]);
    assert_eq!(drafts, serde_json::json!([]));
    for (what, path) in BEGUN {
        let (place, _) = begun(what, path, "nl");
        let (found, drafts) = compared(&["--data", place.path().to_str().unwrap()]);
        assert_eq!(found, before, "{what:?}");
        let named = path.starts_with("vendors/videobellen");
        assert_eq!(drafts, if named { serde_json::json!(["alfa"]) } else { serde_json::json!([]) });
    }
}

/// The frame of a product with its signs taken away; `fill` puts the first
/// answer and a source into every fact.
fn uncommented(fill: bool) -> (String, usize) {
    let frame = run(&["new", "vendor", "proctoring/alfa"]).out;
    let (mut text, mut facts, mut in_fact, mut first) = (String::new(), 0, false, String::new());
    for line in frame.lines() {
        let rest = line.strip_prefix("  # ").unwrap_or("");
        let starts =
            rest.ends_with(':') && !rest.starts_with(' ') && !rest.contains(' ') && rest != "voorwaarden:";
        if let Some(choice) = rest.strip_prefix("  - ") {
            let id = choice.split(':').next().unwrap();
            if first.is_empty() {
                first = if choice.starts_with("een getal") { "30".to_owned() } else { id.to_owned() };
            }
            continue;
        }
        in_fact = starts || (in_fact && rest.starts_with("  "));
        facts += usize::from(starts);
        let line = match line {
            "draft: true" => String::new(),
            "# maker: wie het product maakt" => "maker: Alfa bv".to_owned(),
            "# homepage: \"https://…\"" => "homepage: \"https://alfa.example.org\"".to_owned(),
            "sources: {}" => "sources:\n  voorwaarden:\n    title: Voorwaarden\n    url: \"https://alfa.example.org/v\"\n    read: 2026-01-31\n    grade: contract".to_owned(),
            "facts: {}" => "facts:".to_owned(),
            _ if in_fact && fill && rest.trim() == "answer:" => format!("  {rest} {}", std::mem::take(&mut first)),
            _ if in_fact && fill && rest.trim() == "- from:" => format!("  {rest} voorwaarden"),
            _ if in_fact && fill && rest.trim() == "quote:" => format!("  {rest} Zo staat het er."),
            _ if in_fact => format!("  {rest}"),
            _ => line.to_owned(),
        };
        if starts || line.trim() == "evidence:" {
            first = if starts { first } else { String::new() };
        }
        text.push_str(&line);
        text.push('\n');
    }
    (text, facts)
}

/// A vendor frame names every question of its kind, and each becomes a readable
/// fact when its signs are taken away and it is filled in.
#[test]
fn every_question_of_a_product_scaffold_becomes_a_fact() {
    let (text, facts) = uncommented(true);
    assert!(facts > 30, "{facts} facts");
    let folder = folder(&[("vendors/proctoring/alfa.yaml", &text)]);
    assert_eq!(check(folder.path()), "", "{text}");
}

/// What nobody filled in is reported, and never counts as an answer.
#[test]
fn a_fact_that_is_not_filled_in_is_no_answer() {
    let (text, _) = uncommented(false);
    let folder = folder(&[("vendors/proctoring/alfa.yaml", &text)]);
    let found = check(folder.path());
    assert!(
        found.lines().count() > 40
            && found.lines().all(|line| line.contains("KH014") || line.contains("KH020")),
        "{found}"
    );
}

/// The first line is for an editor, and the command below it writes the file that it names.
#[test]
fn every_frame_names_a_schema_and_says_how_to_make_it() {
    for (what, name, path, lang) in [
        ("vendor", "videobellen/alfa", "vendors/videobellen/alfa.yaml", "nl"),
        ("criterion", "retention/logs", "criteria/retention/logs.yaml", "en"),
        ("profile", "onze-school", "criteria/profiles/onze-school.yaml", "nl"),
        ("dossier", "proctoring", "dossier.yaml", "en"),
    ] {
        let frame = run(&["new", what, name, "--lang", lang]).out;
        let place = folder(&[(path, &frame)]);
        let first = frame.lines().next().unwrap();
        let schema =
            first.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{first}"));
        let mut commands =
            frame.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix("   keuzehulp "));
        let command: Vec<&str> = commands.next().expect("a command").split(' ').collect();
        let made = run_in(place.path(), &command);
        assert_eq!(made.code, Some(0), "{what}: {}", made.err);
        let beside = place.path().join(path).parent().unwrap().join(schema);
        assert!(beside.is_file(), "{what}: {schema}");
    }
}

#[test]
fn wrong_names_are_refused_with_help() {
    for (arguments, word) in [
        (["vendor", "alfa"], "videobellen/alfa"),
        (["vendor", "videobelen/alfa"], "videobellen"),
        (["vendor", "videobellen/Alfa"], "kleine letters"),
        (["criterion", "retentie/logs"], "retention"),
        (["profile", "all"], "betekent"),
    ] {
        let found = run(&[&["new"], &arguments[..]].concat());
        assert_eq!(found.code, Some(2), "{arguments:?}");
        assert!(found.err.contains(word) && found.out.is_empty(), "{arguments:?}: {}", found.err);
    }
}

/// The questions of a product, in the order in which they are in a text.
fn questions(frame: &str) -> Vec<&str> {
    let lines = frame.lines().filter_map(|line| line.strip_prefix("  # ")?.strip_suffix(':'));
    lines.filter(|id| !id.contains(' ') && *id != "voorwaarden").collect()
}

#[test]
fn like_takes_over_the_shape_of_a_product_and_nothing_that_is_known_of_it() {
    let layers = [keuzehulp::load::Layer::BuiltIn];
    let data = keuzehulp::load::load(&layers, keuzehulp::load::parse_date(AS_OF).unwrap()).unwrap().catalogue;
    for (kind, name) in [("videobellen", "zoom"), ("proctoring", "safe-exam-browser")] {
        let product = data.products.iter().find(|product| product.id.as_str() == name).unwrap();
        let found = run_elsewhere(&["new", "vendor", "alfa", "--like", name]);
        assert_eq!((found.code, &*found.err), (Some(0), ""));
        let path = format!("{kind}/alfa");
        assert_eq!(found.out, run(&["nieuw", "aanbieder", &path, "--zoals", name]).out);
        for variant in &product.variants {
            let hosting = variant.hosting.id();
            let line =
                format!("  {}: {{name: {}, hosting: {hosting}, ", variant.id, variant.id).replace('-', " ");
            assert!(found.out.replace('-', " ").contains(&line), "{line} is not in {}", found.out);
        }
        let first: Vec<&str> =
            product.facts.iter().map(|fact| data.criterion(fact.criterion).unwrap().id.as_str()).collect();
        let plain = run(&["new", "vendor", &path]).out;
        let (mut all, mut usual) = (questions(&found.out), questions(&plain));
        assert!(first.len() > 20 && all.starts_with(&first), "{first:?} does not begin {all:?}");
        all.sort_unstable();
        usual.sort_unstable();
        assert_eq!(all, usual, "each question is there once");
        for source in &product.sources {
            assert!(!found.out.contains(source.whereabouts()), "{}", source.whereabouts());
        }
        for evidence in product.facts.iter().flat_map(|fact| &fact.evidence) {
            let quote = evidence.quote.as_deref().unwrap_or("?");
            assert!(quote.len() < 20 || !found.out.contains(quote), "{quote}");
        }
        for line in
            found.out.lines().filter(|line| line.trim_start_matches([' ', '#']).starts_with("answer:"))
        {
            assert_eq!(line, "  #       answer:");
        }
    }
    for (arguments, word) in [
        (&["vendor", "alfa", "--like", "zom"][..], "`zoom`"),
        (&["vendor", "proctoring/alfa", "--like", "zoom"], "videobellen"),
        (&["criterion", "retention/logs", "--like", "zoom"], "new vendor"),
        (&["vendor", "alfa"], "videobellen/alfa"),
    ] {
        let found = run(&[&["new"], arguments].concat());
        assert_eq!((found.code, &*found.out), (Some(2), ""), "{arguments:?}");
        assert!(found.err.contains(word), "{arguments:?}: {}", found.err);
    }
}

/// A kind of its own, with a product that had another id, one that is gone and one whose
/// file cannot be read.
const THERE: [(&str, &str); 3] = [
    (
        "vendors/videobellen/delta.yaml",
        "name: Delta Vergaderen (DV)\ndraft: true\nformerly: kwadraat\nvariants: {enige: {name: enige, hosting: cloud, licence: paid}}\n",
    ),
    (
        "vendors/videobellen/voorbij.yaml",
        "name: Voorbij\ndraft: true\nwithdrawn: {nl: Was er dubbel.}\nvariants: {enige: {name: enige, hosting: cloud, licence: paid}}\n",
    ),
    ("vendors/videobellen/kapot.yaml", "name: [\n"),
];

#[test]
fn what_exists_is_not_begun_again() {
    let place = folder(&THERE);
    for (arguments, words) in [
        (
            &["vendor", "videobellen/zoom"][..],
            &["`zoom` (Zoom)", "vendors/videobellen/zoom.yaml", "variant"][..],
        ),
        (&["vendor", "videobellen/Zoom"], &["`zoom`"]),
        (&["vendor", "videobellen/google meet"], &["`google-meet`"]),
        (&["vendor", "videobellen/googlemeet"], &["`google-meet`"]),
        (&["vendor", "zoom", "--like", "google-meet"], &["`zoom`"]),
        (&["vendor", "videobellen/kwadraat"], &["`delta`", "delta.yaml"]),
        (&["vendor", "videobellen/delta-vergaderen-dv"], &["`delta`"]),
        (&["vendor", "videobellen/voorbij"], &["`voorbij`"]),
        (&["vendor", "videobellen/kapot"], &["kapot.yaml"]),
        (&["criterion", "retention/direct-deletion"], &["direct-deletion.yaml", "andere id"]),
        (&["criterion", "contract/direct-deletion"], &["direct-deletion.yaml"]),
        (&["criterion", "retention/direct-wissen"], &["`direct-deletion` (Direct wissen)"]),
        (&["profile", "algemeen"], &["algemeen.yaml", "extends"]),
        (&["profile", "alge-meen"], &["algemeen.yaml"]),
    ] {
        let data = place.path().to_str().unwrap();
        let target = place.path().join("nieuw.yaml");
        let fixed = ["new", "--data", data, "--as-of", AS_OF, "-o", target.to_str().unwrap()];
        let found = run(&[&fixed[..], arguments].concat());
        assert_eq!((found.code, &*found.out), (Some(2), ""), "{arguments:?}: {}", found.err);
        assert!(found.err.contains("is er al") && found.err.contains("tip: "), "{}", found.err);
        assert!(words.iter().all(|word| found.err.contains(word)), "{words:?}: {}", found.err);
        assert!(!target.exists(), "{arguments:?}");
    }
}

#[test]
fn what_only_looks_like_something_is_made_with_a_note() {
    let place = folder(&THERE);
    for (arguments, words) in [
        (&["vendor", "videobellen/ms-teams"][..], &["lijkt op `microsoft-teams`"][..]),
        (&["vendor", "videobellen/zoomm"], &["lijkt op `zoom`"]),
        (&["vendor", "videobellen/dv"], &["lijkt op `delta`"]),
        (&["vendor", "proctoring/zoom"], &["andere soort", "vendors/videobellen/zoom.yaml"]),
        (&["criterion", "retention/direct-deletions"], &["lijkt op `direct-deletion`"]),
        (&["profile", "algemeen-2"], &["lijkt op `algemeen`"]),
    ] {
        let data = ["--data", place.path().to_str().unwrap(), "--as-of", AS_OF];
        let found = run(&[&["new"], arguments, &data].concat());
        assert_eq!(found.code, Some(0), "{arguments:?}: {}", found.err);
        assert!(found.out.len() > 500 && found.err.starts_with("let op: "), "{arguments:?}: {}", found.err);
        assert!(words.iter().all(|word| found.err.contains(word)), "{words:?}: {}", found.err);
    }
}

#[test]
fn names_that_lead_elsewhere_are_no_ids_and_nothing_is_written() {
    for name in ["../x", "../../x", "/x/y", "a/../../x", "..", ".", "a\\..\\x", "con", "a b", "", "-o"] {
        for (what, path) in [
            ("vendor", format!("videobellen/{name}")),
            ("vendor", format!("{name}/alfa")),
            ("criterion", format!("contract/{name}")),
            ("criterion", format!("{name}/alfa")),
            ("profile", name.to_owned()),
        ] {
            let root = folder(&[("diep/er/bestand", "x")]);
            let at = root.path().join("diep/er");
            let run = run_in(&at, &["new", "-o", "nieuw.yaml", what, "--", &path]);
            assert_eq!(run.code, Some(2), "{what} {path}: {}", run.err);
            let files =
                || std::fs::read_dir(&at).unwrap().count() + std::fs::read_dir(root.path()).unwrap().count();
            assert_eq!(files(), 2, "{what} {path}");
        }
    }
}

/// A text in the data can have more paragraphs, and a name a second line.
#[test]
fn the_end_of_a_line_in_the_data_ends_no_comment() {
    let place = crate::support::small_with(&[
        (
            "criteria/retention/lang.yaml",
            "title: {nl: Lang, en: Long}\napplies-to: [videobellen]\nask: {nl: Hoe?, en: How?}\nwhy: {nl: Zo., en: So.}\n\
             how:\n  nl: \"Kijk in de handleiding.\\n\\nonzin: x\"\n  en: \"See the manual.\\n\\nnonsense: x\"\n\
             grounds: []\nfrom: []\none-of: {good: {ja: {nl: ja, en: \"yes\"}}, insufficient: {nee: {nl: nee, en: \"no\"}}}\n",
        ),
        (
            "vendors/videobellen/echo.yaml",
            "name: \"Echo\\nretired: x\"\nmaker: Echo bv\nhomepage: https://echo.example.org\nsources: {}\nfacts: {}\n\
             variants: {een: {name: een, hosting: cloud, licence: paid}}\n",
        ),
    ]);
    for like in [&[][..], &["--like", "echo"]] {
        let begin = ["new", "vendor", "videobellen/nieuw", "--no-builtin", "--data", "."];
        let made = run_in(place.path(), &[&begin[..], like].concat());
        assert_eq!(made.code, Some(0), "{}", made.err);
        let live = made.out.lines().filter(|line| !line.trim_start().starts_with('#'));
        let live: String = live.map(|line| format!("{line}\n")).collect();
        assert!(!live.contains("onzin") && !live.contains("retired"), "{live}");
    }
}
