//! What a maker says in writing to an institution: stronger than a report, weaker than
//! what it says in public, never firm, and shown by where it is filed.

use std::fs;
use std::io::{Cursor, Read};

use serde_json::Value;

use crate::support::{AS_OF, data, folder, program, row, run, small};

/// The small data with the school's own layer on top.
fn layers() -> Vec<String> {
    let path = |path: std::path::PathBuf| path.to_str().unwrap().to_owned();
    let (below, own) = (path(small()), path(data("pledged")));
    ["--no-builtin", "--data", &below, "--data", &own].map(str::to_owned).to_vec()
}

fn shown(arguments: &[&str]) -> String {
    let mut all: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
    all.extend(layers());
    let run = run(&[&all[..], &["--as-of".to_owned(), AS_OF.to_owned()]].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    run.out
}

/// What is known under a profile with this rule: status, lowest and highest level, and how
/// the demands stand.
fn judged(alternative: &str, criterion: &str, (minimum, stale, day): (&str, &str, &str)) -> String {
    let profile = format!(
        "title: Eigen\nbecause: Een proef.\nextends: algemeen\nweights: {{access-control: 1}}\n\
         evidence: {{minimum-grade: {minimum}, stale: {stale}}}\n"
    );
    let place = folder(&[("eigen.yaml", &profile)]);
    let path = place.path().join("eigen.yaml");
    let fixed = ["compare", "videobellen", "--format", "json", "--as-of", day, "--profile"];
    let words = fixed.iter().map(|&word| word.to_owned()).chain([path.to_str().unwrap().to_owned()]);
    let run = run(&words.chain(layers()).collect::<Vec<_>>());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let row = row(&document, alternative);
    let cell = row["criteria"].as_array().unwrap().iter().find(|cell| cell["id"] == criterion).unwrap();
    let demands = row["knock_outs"].as_array().unwrap().iter().filter(|one| one["criterion"] == criterion);
    let demands: Vec<&str> = demands.map(|one| one["status"].as_str().unwrap()).collect();
    let word = |key: &str| cell[key].as_str().unwrap();
    format!("{}: {} to {} {demands:?}", word("status"), word("level_low"), word("level_high"))
}

#[test]
fn it_counts_above_a_report_and_below_what_is_public() {
    for (rule, days, agreement) in [
        (
            ("reported", "mark", AS_OF),
            "known: good to good []",
            r#"known: insufficient to insufficient ["indication"]"#,
        ),
        (
            ("pledged", "unknown", AS_OF),
            "known: good to good []",
            r#"known: insufficient to insufficient ["indication"]"#,
        ),
        (
            ("vendor", "mark", AS_OF),
            "below-grade: insufficient to good []",
            r#"below-grade: insufficient to good ["condition"]"#,
        ),
        (
            ("verified", "mark", AS_OF),
            "below-grade: insufficient to good []",
            r#"below-grade: insufficient to good ["condition"]"#,
        ),
        // It was read on 3 November 2026, and lasts twelve months.
        (
            ("pledged", "mark", "2027-11-03"),
            "known: good to good []",
            r#"known: insufficient to insufficient ["indication"]"#,
        ),
        (
            ("pledged", "mark", "2027-11-04"),
            "stale: good to good []",
            r#"stale: insufficient to insufficient ["indication"]"#,
        ),
        (
            ("pledged", "unknown", "2027-11-04"),
            "stale: insufficient to good []",
            r#"stale: insufficient to good ["condition"]"#,
        ),
    ] {
        assert_eq!(judged("alfa/school", "exit-deletion-days", rule), days, "{rule:?}");
        assert_eq!(judged("beta/eigen-server", "processing-agreement", rule), agreement, "{rule:?}");
    }
}

/// Public, the same answer rules Beta out.
#[test]
fn the_same_in_public_rules_out() {
    let own = folder(&[]);
    crate::support::copy(&data("pledged"), own.path());
    let path = own.path().join("vendors/videobellen/beta.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let public = text
        .replace("filed: brieven/antwoord-beta.eml", "url: https://beta.example.nl/antwoord")
        .replace("grade: pledged", "grade: vendor");
    assert_ne!(text, public);
    for (text, demand) in [(text, "indication"), (public, "fires")] {
        fs::write(&path, text).unwrap();
        let mut program = program();
        program.args([
            "compare",
            "videobellen",
            "--format",
            "json",
            "--as-of",
            AS_OF,
            "--no-builtin",
            "--data",
        ]);
        program.arg(small()).arg("--data").arg(own.path());
        let document: Value = serde_json::from_slice(&program.output().unwrap().stdout).unwrap();
        assert_eq!(row(&document, "beta/eigen-server")["knock_outs"][0]["status"], demand);
    }
}

#[test]
fn every_output_says_where_it_is_filed_and_makes_no_link_of_it() {
    const FILED: &str = "brieven/antwoord-alfa.eml";
    let explained = shown(&["explain", "alfa/school", "--details"]);
    assert!(explained.contains("toegezegd door de aanbieder"), "{explained}");
    assert!(explained.contains(&format!("ligt bij uw instelling: {FILED}")), "{explained}");
    let english = shown(&["explain", "alfa/school", "--details", "--lang", "en"]);
    assert!(english.contains("pledged by the vendor"), "{english}");
    assert!(english.contains(&format!("filed at your institution: {FILED}")), "{english}");
    let page = shown(&["compare", "videobellen", "--format", "html"]);
    assert!(page.contains(&format!("(ligt bij uw instelling: {FILED})")));
    for part in page.split("href=").skip(1) {
        assert!(!part.chars().take(200).collect::<String>().split('>').next().unwrap().contains("brieven"));
    }
    let csv = |columns: &str| shown(&["compare", "videobellen", "--format", "csv", "--columns", columns]);
    for listed in [shown(&["sources", "list", "--format", "csv"]), csv("tidy")] {
        assert!(listed.contains(FILED), "{listed}");
    }
    let scan = csv("quickscan");
    assert!(!scan.contains("brieven"), "{scan}");
}

#[test]
fn a_workbook_has_where_it_is_filed_as_text() {
    let place = folder(&[]);
    let path = place.path().join("overzicht.xlsx");
    shown(&["compare", "videobellen", "--format", "xlsx", "-o", path.to_str().unwrap()]);
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut whole = 0;
    for number in 0..archive.len() {
        let mut text = String::new();
        let mut part = archive.by_index(number).unwrap();
        part.read_to_string(&mut text).unwrap();
        whole += text.matches("brieven/antwoord-alfa.eml").count();
        let name = part.name().unwrap();
        assert!(!name.contains("rels") || !text.contains("brieven"), "{name}: {text}");
        assert!(!text.contains("HYPERLINK(\"brieven"), "{name}");
    }
    assert!(whole > 0);
}

#[test]
fn sources_say_that_there_is_nothing_to_fetch() {
    let document: Value = serde_json::from_str(&shown(&["sources", "list", "--format", "json"])).unwrap();
    let sources = document["sources"].as_array().unwrap();
    let (filed, public): (Vec<&Value>, Vec<&Value>) =
        sources.iter().partition(|one| one["grade"] == "pledged");
    assert_eq!(filed.len(), 2);
    for one in filed {
        assert!(one["url"].is_null() && one["copy"].is_null() && one["archived"].is_null(), "{one}");
        assert!(one["filed"].as_str().unwrap().starts_with("brieven/"), "{one}");
    }
    assert!(
        public.iter().all(|one| one["url"].is_string() && one["copy"].is_string() && one["filed"].is_null())
    );
    let copies = data("sources/kopieen");
    let verify = ["sources", "verify", "--copies", copies.to_str().unwrap(), "--strict"];
    let found = shown(&verify);
    assert!(
        found.contains("Alfa, antwoord: 1 citaat") && found.contains("brieven/antwoord-alfa.eml"),
        "{found}"
    );
    assert!(found.contains("een toezegging heeft geen adres"), "{found}");
    assert_eq!(found.matches("bewaar de pagina als").count(), 1, "{found}");
}

/// Answers that rest on nothing but the maker's word are counted as that, also where it was
/// given to one institution.
#[test]
fn it_is_the_makers_word() {
    let with = shown(&["compare", "videobellen", "--format", "csv", "--columns", "wide"]);
    let column =
        with.lines().next().unwrap().split(';').position(|name| name.contains("Zegt alleen de aanbieder"));
    let share = |start: &str| {
        let line = with.lines().find(|line| line.contains(start)).unwrap();
        line.split(';').nth(column.unwrap()).unwrap().to_owned()
    };
    // Of Alfa the answer on erasure, one of two that settle: 25 of 75 points.
    assert_eq!(
        (share(";Alfa;Alfa bv;schoolversie;"), share(";Beta;")),
        ("33,3".into(), "100,0".into()),
        "{with}"
    );
}

#[test]
fn a_bundle_keeps_it_and_makes_the_same_ranking_again() {
    let place = folder(&[]);
    let words = ["bundle", "videobellen", "--as-of", AS_OF, "-o", "pakket"].map(str::to_owned);
    let made = program().current_dir(place.path()).args(words).args(layers()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let root = place.path().join("pakket");
    let kept = crate::bundle::files(&root).into_iter().filter(|path| path.ends_with("videobellen/alfa.yaml"));
    let kept: Vec<String> = kept.map(|path| fs::read_to_string(root.join(path)).unwrap()).collect();
    assert_eq!(kept.iter().filter(|text| text.contains("filed: brieven/antwoord-alfa.eml")).count(), 1);
    let verified = crate::bundle::verify(place.path(), &[]);
    assert_eq!(verified.code, Some(0), "{}{}", verified.err, verified.out);
}

/// Its own folder can be checked by itself, on the data below.
#[test]
fn a_folder_of_the_schools_own_may_hold_it_and_shared_data_may_not() {
    let own = folder(&[]);
    crate::support::copy(&data("pledged"), own.path());
    let check = || {
        let mut program = program();
        program.arg("check").arg(own.path()).args(["--as-of", AS_OF, "--no-builtin", "--data"]).arg(small());
        crate::support::Run::from(program.output().unwrap())
    };
    let alone = check();
    assert_eq!(alone.code, Some(0), "{}", alone.out);
    // With kinds of its own it is a whole set of data.
    let kinds = small().join("criteria/kinds.yaml");
    fs::create_dir(own.path().join("criteria")).unwrap();
    fs::copy(kinds, own.path().join("criteria/kinds.yaml")).unwrap();
    let shared = check();
    assert_eq!(shared.code, Some(1), "{}", shared.out);
    assert!(shared.out.contains("KH317") && shared.out.contains("openbaar te maken"), "{}", shared.out);
}
