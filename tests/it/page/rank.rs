//! Vectors for `src/report/html/rank.js`, which ranks again in the page what the
//! program ranks: `tests/data/rank` has the data as a page has it, other weights,
//! and the program's outcome. Here they are compared with the program;
//! `node tests/page/rank.mjs` compares them with the script.
//! `UPDATE=1 cargo test vectors` writes them again.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{between, embedded};
use crate::support::{AS_OF, data, folder, run, small};

/// Random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a small number") % count
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const HEAD: &str = "title: {nl: Proef, en: Trial}\nbecause: {nl: Proef, en: Trial}\n";

/// A random set of data: criteria in two themes, demands of every kind, sources that
/// are weak or stale, facts that are open.
fn random_set(dice: &mut Dice, criteria: usize, products: usize, grouped: bool) -> tempfile::TempDir {
    let place = folder(&[]);
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let group_by = if grouped { ", group-by: vraag-0" } else { "" };
    write("criteria/kinds.yaml", &format!("proef: {{title: {{nl: Proef, en: Trial}}{group_by}}}\n"));
    write("criteria/themes.yaml", "een: {title: {nl: Een, en: One}}\ntwee: {title: {nl: Twee, en: Two}}\n");
    let mut weights = String::new();
    for at in 0..criteria {
        let settled_by = dice.of(&["public", "public", "contract"]);
        let mut text = format!(
            "title: {{nl: Vraag {at}, en: Question {at}}}\napplies-to: [proef]\nask: {{nl: Hoe?, en: How?}}\nwhy: {{nl: Daarom., en: So.}}\ngrounds: []\nfrom: []\nsettled-by: {settled_by}\none-of:\n  good:\n    goed: {{nl: a, en: b}}\n  own-work:\n    self-hosted: {{nl: c, en: d}}\n  partly:\n    half: {{nl: e, en: f}}\n  insufficient:\n    slecht: {{nl: g, en: h}}\n"
        );
        if dice.below(3) == 0 {
            text += "knock-out:\n  - when: slecht\n    because: {nl: Zo niet., en: Not so.}\n";
            if dice.below(2) == 0 {
                text += "  - when: half\n    because: {nl: Half niet., en: Not half.}\n";
            }
        }
        write(&format!("criteria/{}/vraag-{at}.yaml", dice.of(&["een", "twee"])), &text);
        let _ = write!(weights, "vraag-{at}: {}, ", dice.below(4) + 1);
    }
    for (name, more) in [
        ("algemeen", "themes: {een: 3, twee: 2}\n"),
        ("los", ""),
        ("gewogen", "knock-outs: weighed\n"),
        ("streng", "themes: {een: 1, twee: 1}\nevidence: {minimum-grade: contract, stale: unknown}\n"),
    ] {
        let more = match name {
            "gewogen" => {
                let one = |at: usize| {
                    format!(
                        "  - {{criterion: vraag-{at}, answers: [goed, half], because: {{nl: Zo., en: So.}}}}\n"
                    )
                };
                format!("{more}require:\n{}", (0..criteria).map(one).collect::<String>())
            }
            _ => more.to_owned(),
        };
        write(&format!("criteria/profiles/{name}.yaml"), &format!("{HEAD}{more}weights: {{{weights}}}\n"));
    }
    for product in 0..products {
        let hosting = dice.of(&["cloud", "self-hosted"]);
        let mut text = format!(
            "name: Product {}\nmaker: Maker\nhomepage: https://a.example\nvariants:\n  gewoon: {{name: gewoon, hosting: {hosting}, licence: paid}}\nsources:\n",
            dice.below(products)
        );
        for (id, read, grade) in [
            ("zwak", "2026-10-01", "reported"),
            ("eigen", "2026-10-01", "vendor"),
            ("oud", "2021-10-01", "vendor"),
            ("sterk", "2026-10-01", "contract"),
        ] {
            let _ = writeln!(
                text,
                "  {id}: {{title: Bron, url: \"https://a.example\", read: {read}, grade: {grade}}}"
            );
        }
        // Some products are hardly known.
        let known = dice.of(&[1, 3, 5, 5]);
        let facts: Vec<usize> = (0..criteria).filter(|_| dice.below(6) < known).collect();
        text += if facts.is_empty() { "facts: {}\n" } else { "facts:\n" };
        for at in facts {
            let answer = dice.of(&[
                "answer: goed",
                "answer: goed",
                "answer: half",
                "answer: slecht",
                if hosting == "cloud" { "answer: half" } else { "answer: self-hosted" },
                "one-of: [goed, half]",
                "one-of: [half, slecht]",
            ]);
            let source = dice.of(&["zwak", "eigen", "eigen", "oud", "sterk"]);
            let _ = writeln!(
                text,
                "  vraag-{at}:\n    answers: [{{for: all, {answer}}}]\n    evidence: [{{from: {source}, shows: Zo is het.}}]"
            );
        }
        write(&format!("vendors/proef/product-{product}.yaml"), &text);
    }
    place
}

/// What the script needs of the data of a page, which has words too.
fn without_words(page: &Value) -> Value {
    let each = |list: &Value, keys: &[&str]| -> Value {
        let kept = |one: &Value| keys.iter().map(|key| ((*key).to_owned(), one[*key].clone())).collect();
        list.as_array().unwrap().iter().map(|one| Value::Object(kept(one))).collect()
    };
    json!({
        "rankBy": page["rankBy"],
        "themes": page["themes"],
        "criteria": each(&page["criteria"], &["id", "theme"]),
        "groups": page["groups"],
        "alternatives": each(&page["alternatives"], &["id", "by", "shown"]),
        "demands": page["demands"],
        "views": page["views"],
        "states": page["states"],
        "profiles": each(&page["profiles"], &["id", "weighed", "view", "budgets", "weights"]),
    })
}

/// A comparison of the program; nothing where nothing has weight.
fn compared(place: &Path, kind: &str, extra: &[&str]) -> Option<String> {
    let fixed = ["compare", kind, "--no-builtin", "--as-of", AS_OF, "--data", place.to_str().unwrap()];
    let run = run(&[&fixed[..], extra].concat());
    assert!(run.code == Some(0) || run.out.contains("KH404"), "{}{}", run.err, run.out);
    (run.code == Some(0)).then_some(run.out)
}

/// Of each alternative, in the order of the page: block, rank, best and worst rank,
/// exact scores (at least, own work, at most), thousandths that are known, own work and
/// open, and how much is own work.
fn outcome(document: &Value, alternatives: &Value) -> Value {
    let of = |alternative: &Value| -> Value {
        let rows = document["ranking"].as_array().unwrap();
        // What is not in a choice has no place.
        let Some(row) = rows.iter().find(|row| row["alternative"] == alternative["id"]) else {
            return Value::Null;
        };
        let (word, score) = (|key: &str| row[key].as_str().unwrap(), &row["score"]);
        let thousandths =
            ["known", "own_work", "open"].map(|key| row["shares"][key].as_f64().unwrap() * 1000.0);
        let [known, own_work, open] = thousandths;
        Value::String(format!(
            "{} {} {} {} {} {} {} {known:.0} {own_work:.0} {open:.0} {}",
            word("block"),
            row["rank"],
            row["rank_best"],
            row["rank_worst"],
            score["exact_low"].as_str().unwrap(),
            score["exact_own_work"].as_str().unwrap(),
            score["exact_high"].as_str().unwrap(),
            row["own_work_items"].as_array().unwrap().len(),
        ))
    };
    alternatives.as_array().unwrap().iter().map(of).collect()
}

/// Of each alternative, in the order of the page: its whole points (with sources, own
/// work, open) and its tiles, as a page shows them that is made with these weights.
fn glance(page: &str, alternatives: &Value) -> Value {
    let ids: Vec<String> = embedded(page)["alternatives"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect();
    let of = |alternative: &Value| -> Value {
        let Some(at) = ids.iter().position(|id| alternative["id"] == *id.as_str()) else {
            return Value::Null;
        };
        let row = between(page, &format!("<li class=\"row\" data-a=\"{at}\">"), "</li>");
        let width = |part: &str| {
            let rect = between(row, &format!("<rect class=\"{part}\""), ">");
            between(rect, " width=\"", "%").to_owned()
        };
        let line = between(page, &format!("<tr data-m=\"{at}\">"), "</tr>");
        let cells = line.split("<td").skip(1);
        let tiles: Vec<&str> =
            cells.map(|cell| cell.split_once('"').map_or("-", |(_, rest)| &rest[..1])).collect();
        Value::String(format!("{} {} {} {}", width("shown"), width("own"), width("open"), tiles.concat()))
    };
    alternatives.as_array().unwrap().iter().map(of).collect()
}

/// The file of one set of data.
fn vectors(dice: &mut Dice, place: &Path, kind: &str, rank_by: &str, count: usize) -> String {
    let by = ["--rank-by", rank_by];
    let page = compared(place, kind, &[&by[..], &["--format", "html"]].concat()).expect("a page");
    let data = without_words(&embedded(&page));
    let ids = |list: &Value| -> Vec<String> {
        let id = |one: &Value| one["id"].as_str().or(one.as_str()).unwrap().to_owned();
        list.as_array().unwrap().iter().map(id).collect()
    };
    let (criteria, themes) = (ids(&data["criteria"]), ids(&data["themes"]));
    let (mut cases, mut choosing) = (Vec::new(), Dice(u64::try_from(count).expect("a small number")));
    for number in 0..count {
        let profiles = data["profiles"].as_array().unwrap();
        let at = number % profiles.len();
        let most = dice.of(&[1, 3, 5, 100]);
        // Many zeros: they switch demands and whole themes off.
        let mut some = |list: &[String], most: usize| -> Vec<usize> {
            list.iter().map(|_| if dice.below(3) == 0 { 0 } else { dice.below(most + 1) }).collect()
        };
        let weights = some(&criteria, most);
        let budgets = profiles[at]["budgets"].is_array().then(|| some(&themes, 40));
        let listed = |ids: &[String], values: &[usize]| -> String {
            ids.iter()
                .zip(values)
                .fold(String::new(), |text, (id, value)| text + &format!("  {id}: {value}\n"))
        };
        let mut profile = format!("{HEAD}extends: {}\n", profiles[at]["id"].as_str().unwrap());
        let _ = write!(profile, "weights:\n{}", listed(&criteria, &weights));
        if let Some(budgets) = &budgets {
            let _ = write!(profile, "themes:\n{}", listed(&themes, budgets));
        }
        let own = folder(&[("eigen.yaml", &profile)]);
        let path = own.path().join("eigen.yaml");
        let extra = ["--format", "json", "--profile", path.to_str().unwrap()];
        // Every third is a choice among few.
        let alternatives = ids(&data["alternatives"]);
        let chosen: Vec<usize> = match number % 3 {
            2 => (0..alternatives.len()).filter(|_| choosing.below(3) == 0).collect(),
            _ => Vec::new(),
        };
        let named: Vec<&str> = chosen.iter().map(|at| alternatives[*at].as_str()).collect();
        let named = named.join(",");
        let choice: &[&str] = if chosen.is_empty() { &[] } else { &["--vendor", &named] };
        let document = compared(place, kind, &[&by[..], &extra, choice].concat());
        let page = compared(place, kind, &[&by[..], &["--format", "html"], &extra[2..], choice].concat());
        let glance = page.map(|page| glance(&page, &data["alternatives"]));
        let says = document.map(|text| outcome(&serde_json::from_str(&text).unwrap(), &data["alternatives"]));
        let mut case =
            json!({"profile": at, "budgets": budgets, "weights": weights, "program": says, "glance": glance});
        if !chosen.is_empty() {
            case["chosen"] = json!(chosen);
        }
        cases.push(case);
    }
    let mut text = format!("{{\n\"data\": {data},\n\"cases\": [\n");
    let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
    text += &lines.join(",\n");
    text + "\n]\n}\n"
}

#[test]
fn the_vectors_of_the_script_are_what_the_program_says() {
    let mut dice = Dice(7);
    let mut found = vec![
        ("klein-videobellen", vectors(&mut dice, &small(), "videobellen", "low", 8)),
        ("klein-proctoring", vectors(&mut dice, &small(), "proctoring", "low", 8)),
    ];
    for (name, criteria, products, grouped, rank_by) in [
        ("twee-vragen", 2, 12, false, "low"),
        ("groepen", 5, 16, true, "low"),
        ("midden", 7, 16, false, "middle"),
        ("hoog", 7, 16, false, "high"),
        ("veel", 16, 30, false, "low"),
    ] {
        let place = random_set(&mut dice, criteria, products, grouped);
        found.push((name, vectors(&mut dice, place.path(), "proef", rank_by, 20)));
    }
    found.push(("wie-draait", vectors(&mut dice, &data("alike"), "bellen", "low", 8)));
    let mut blocks = String::new();
    for (name, text) in &found {
        let path = data("rank").join(format!("{name}.json"));
        if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
            fs::write(&path, text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == *text,
            "{} is not what the program says; `UPDATE=1 cargo test vectors` writes it again, and \
             `node tests/page/rank.mjs` says whether `src/report/html/rank.js` still agrees",
            path.display()
        );
        blocks += text;
    }
    assert_eq!(crate::support::names(&data("rank")).len(), found.len(), "no other files");
    for what in ["\"eligible ", "\"undecided ", "\"knocked-out ", "\"program\":null"] {
        assert!(blocks.matches(what).count() > 3, "{what} is tried");
    }
    let own_work = blocks.matches("own-work").count();
    assert!(own_work > 3, "own work is tried");
    assert!(blocks.matches("\"chosen\":[").count() > 10 && blocks.contains("null,\""), "choices are tried");
    for tile in ["g", "d", "o", "w", "u", "-"] {
        let is_one = |line: &str| line.rsplit(' ').next().is_some_and(|tiles| tiles.contains(tile));
        assert!(blocks.split('"').any(is_one), "the tile {tile} is tried");
    }
    assert!(blocks.len() < 300_000, "{} bytes", blocks.len());
}
