//! `check --worklist`: what to research or renew next.

use std::path::Path;

use serde_json::Value;

use crate::support::commands::is_wrong_use;
use crate::support::{AS_OF, Run, copy, data, folder, program, small};

/// The folder with the layer of these tests.
fn layer() -> std::path::PathBuf {
    data("worklist/gegevens")
}

/// Runs `check --worklist` on the small data with a layer on top.
fn worklist_on(layer: &Path, arguments: &[&str]) -> Run {
    let mut program = program();
    program.current_dir(data("worklist")).env("COLUMNS", "80");
    program.args(["check", "--worklist"]).args(arguments);
    program.args(["--as-of", AS_OF, "--no-builtin", "--data"]).arg(small()).arg("--data").arg(layer);
    program.output().unwrap().into()
}

fn worklist(arguments: &[&str]) -> Run {
    worklist_on(&layer(), arguments)
}

fn json(arguments: &[&str]) -> Value {
    let run = worklist(&[arguments, &["--format", "json"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn all<'v>(document: &'v Value, name: &str) -> &'v [Value] {
    document[name].as_array().unwrap()
}

fn text<'v>(of: &'v Value, name: &str) -> &'v str {
    of[name].as_str().unwrap_or("")
}

fn words(of: &Value, name: &str) -> String {
    let words: Vec<&str> = all(of, name).iter().map(|word| word.as_str().unwrap()).collect();
    words.join(",")
}

/// The pieces of `kievit` and `wulp`, a line each.
fn pieces(arguments: &[&str]) -> String {
    let document = json(arguments);
    let mine =
        all(&document, "pieces").iter().filter(|one| ["kievit", "wulp"].contains(&text(one, "product")));
    let line = |one: &Value| {
        let (about, due) =
            (["product", "criterion", "work", "why"].map(|name| text(one, name)), text(one, "due"));
        let (points, demands) = (text(one, "exact_points"), all(one, "demands").len());
        let rest =
            format!("{points}\t{demands}\t{due}\t{}\t{}", words(one, "variants"), words(one, "sources"));
        format!("{}\t{rest}\t{}\n", about.join("\t"), one["line"])
    };
    mine.map(line).collect()
}

/// Holds a text against its file below `tests/data/worklist`.
fn holds(name: &str, found: &str) {
    crate::docs::expect(&format!("tests/data/worklist/{name}"), found);
}

#[test]
fn every_piece_of_work_has_its_reason_points_and_demands() {
    let head = "# product, criterion, work, why, points of 1, demands, due, variants, sources, line\n";
    let (now, later) = (pieces(&[]), pieces(&["--within", "60d"]));
    holds("verwacht.txt", &format!("{head}{now}\n# within 60 days\n{later}"));
    for why in [
        "not-researched",
        "not-found",
        "several-levels",
        "too-weak",
        "in-part",
        "undated-copy",
        "disputed",
        "stale",
    ] {
        assert!(now.contains(&format!("\t{why}\t")), "{why}");
    }
    let new: Vec<&str> = later.lines().filter(|line| !now.contains(line)).collect();
    assert_eq!(new.len(), 1, "{new:?}");
    assert!(new[0].contains("\trenew\tstale\t") && new[0].contains("\t2027-01-15\tbijna\t"), "{new:?}");
}

#[test]
fn the_first_page_says_what_to_do_in_both_languages() {
    for (name, lang) in [("pagina.txt", "nl"), ("page.txt", "en")] {
        let run = worklist(&["--within", "60d", "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        let wide: Vec<&str> = run.out.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(wide.is_empty(), "{wide:?}");
        holds(name, &run.out);
    }
    let few = worklist(&[]).out;
    let every = worklist(&["--all"]).out;
    assert!(few.contains("Niet getoond:") && !every.contains("Niet getoond:"), "{few}\n{every}");
    let bullets = |text: &str| text.lines().filter(|line| line.starts_with("    - ")).count();
    let count = usize::try_from(json(&[])["counts"]["all"].as_u64().unwrap()).unwrap();
    assert!(bullets(&few) < count);
    assert_eq!(bullets(&every), count, "{every}");
}

/// What it says of a product and a criterion follows from its pieces.
#[test]
fn the_totals_follow_from_the_pieces() {
    let document = json(&[]);
    assert_eq!(document["schema"], "keuzehulp/worklist/1");
    assert_eq!((&document["until"], &document["profile"]), (&Value::Null, &"algemeen".into()));
    assert_eq!(json(&["--within", "8w"])["until"], "2027-01-25");
    assert_eq!(json(&["--within", "3m"])["until"], "2027-02-28");
    assert_eq!(document["left_out_by_audience"], 1);
    let pieces = all(&document, "pieces");
    let counts = &document["counts"];
    assert_eq!(counts["all"], pieces.len());
    for work in ["research", "strengthen", "renew"] {
        assert_eq!(counts[work], pieces.iter().filter(|one| text(one, "work") == work).count());
    }
    let about = |one: &Value, name: &str| (text(one, "kind").to_owned(), text(one, name).to_owned());
    for (name, list) in [("product", "products"), ("criterion", "criteria")] {
        for total in all(&document, list) {
            let mine = || pieces.iter().filter(|one| about(one, name) == about(total, name));
            assert_eq!(total["pieces"], mine().count(), "{total}");
            let most = mine().map(|one| all(one, "demands").len() as u64).max().unwrap();
            assert!(total["demands"].as_u64().unwrap() >= most, "{total}");
        }
        for kind in ["videobellen", "proctoring"] {
            let mine = all(&document, list).iter().filter(|total| text(total, "kind") == kind);
            let demands: Vec<u64> = mine.map(|total| total["demands"].as_u64().unwrap()).collect();
            assert!(!demands.is_empty() && demands.is_sorted_by(|one, next| one >= next), "{demands:?}");
        }
    }
    assert!(!pieces.iter().any(|one| ["zwaan", "thuis"].contains(&text(one, "product"))));
}

#[test]
fn a_path_narrows_the_list_to_what_is_there() {
    let products = |path: &str| {
        let document = json(&[path]);
        let names = all(&document, "products").iter().map(|one| text(one, "product").to_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    assert_eq!(products("gegevens/vendors/videobellen/wulp.yaml"), ["wulp"]);
    assert_eq!(products("gegevens/vendors/videobellen"), ["kievit", "wulp"]);
    let whole = json(&[]);
    assert!(all(&whole, "products").iter().any(|one| text(one, "product") == "gamma"));
    let kievit = worklist(&["gegevens/vendors/videobellen/kievit.yaml"]).out;
    assert!(kievit.contains("Kievit") && !kievit.contains("Wulp"), "{kievit}");
    // What no longer exists has no work.
    let zwaan = worklist(&["gegevens/vendors/videobellen/zwaan.yaml"]);
    assert_eq!(zwaan.code, Some(0), "{}", zwaan.err);
    assert!(zwaan.out.contains("Er is geen werk."), "{}", zwaan.out);
}

#[test]
fn a_profile_decides_what_is_at_stake() {
    let of = |document: &Value| {
        all(document, "pieces").iter().map(|one| text(one, "exact_points").to_owned()).collect::<Vec<_>>()
    };
    let strict = json(&["--profile", "streng"]);
    assert_eq!(strict["profile"], "streng");
    assert_ne!(of(&strict), of(&json(&[])));
    let own = folder(&[(
        "eigen.yaml",
        "title: Eigen\nbecause: Een weging voor deze toets.\nthemes: {contract: 1}\nweights: {processing-agreement: 1}\n",
    )]);
    let path = own.path().join("eigen.yaml");
    let only = json(&["--profile", path.to_str().unwrap()]);
    assert!(!all(&only, "pieces").is_empty());
    assert!(all(&only, "pieces").iter().all(|one| text(one, "criterion") == "processing-agreement"));
}

#[test]
fn csv_has_a_row_for_each_piece() {
    let csv = worklist(&["--format", "csv", "--csv", "rfc4180"]).out;
    let head = "product,criterion,variants,work,why,demands,points,due,settled_by,sources,file,line,";
    assert!(csv.starts_with(head), "{csv}");
    assert_eq!(csv.lines().count() as u64, json(&[])["counts"]["all"].as_u64().unwrap() + 1);
    let target = tempfile::tempdir().unwrap();
    let path = target.path().join("werk.csv");
    let run = worklist(&["-o", path.to_str().unwrap(), "--csv", "rfc4180"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), csv);
}

#[test]
fn what_does_not_go_together_is_refused() {
    for within in ["60", "d", "0d", "60x", "99999d", "6 m", "1é", ""] {
        is_wrong_use(&worklist(&["--within", within]), &["is geen termijn", "60d, 8w of 3m"]);
    }
    is_wrong_use(&worklist(&["--strict"]), &["`--strict` is er niet bij `--worklist`"]);
    is_wrong_use(&worklist(&["--format", "short"]), &["`--format short` is er niet bij `--worklist`"]);
    is_wrong_use(&worklist(&["--profile", "nergens"]), &["de weging `nergens` bestaat niet"]);
    let check = |arguments: &[&str]| -> Run {
        program().arg("check").arg(small()).args(arguments).output().unwrap().into()
    };
    for arguments in [
        ["--within", "60d"],
        ["--profile", "streng"],
        ["--csv", "dutch"],
        ["--output", "x"],
        ["--format", "csv"],
    ] {
        is_wrong_use(&check(&arguments), &[arguments[0], "is er alleen bij `--worklist`"]);
    }
    let far = check(&["--worklist", "--within", "9999m", "--as-of", "9990-01-01"]);
    is_wrong_use(&far, &["is geen termijn"]);
}

#[test]
fn a_path_without_products_is_refused() {
    let other = folder(&[("vendors/videobellen/leeg.yaml", "name: Leeg\n")]);
    let other = other.path().to_str().unwrap().to_owned();
    is_wrong_use(&worklist(&["gegevens", &other]), &["verschillende gegevens"]);
    let small = small();
    let criteria = small.join("criteria/kinds.yaml");
    is_wrong_use(&worklist(&[criteria.to_str().unwrap()]), &["daar staat geen product"]);
    is_wrong_use(&worklist(&["README.md"]), &["README.md: dit bestand ligt niet in een map"]);
    let absent = worklist(&["gegevens/vendors/videobellen/weg.yaml"]);
    assert_eq!((absent.code, absent.out.as_str()), (Some(3), ""), "{}", absent.err);
    let dossier = folder(&[("dossier.yaml", "institution: Onze school\n")]);
    let dossier = dossier.path().join("dossier.yaml");
    is_wrong_use(&worklist(&[dossier.to_str().unwrap()]), &["niet over een dossier"]);
}

#[test]
fn data_with_errors_gives_findings_and_no_list() {
    let at = tempfile::tempdir().unwrap();
    copy(&layer(), at.path());
    std::fs::write(at.path().join("vendors/videobellen/stuk.yaml"), "name: Stuk\n").unwrap();
    let run = worklist_on(at.path(), &[]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("KH") && !run.out.contains("Werklijst"), "{}", run.out);
    assert!(run.err.contains("Er is niets gemaakt"), "{}", run.err);
    let run = worklist_on(at.path(), &["--format", "json"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    assert!(text(&document, "schema").starts_with("keuzehulp/findings/"), "{document}");
}
