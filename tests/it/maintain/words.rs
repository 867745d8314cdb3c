//! The fixed words of the files: each has its own words on the screen.

use std::path::{Path, PathBuf};

use crate::support::{AS_OF, DELTA, root, run, small_with};

/// What a command prints in English, on the small data with these files.
fn printed(files: &[(&str, &str)], arguments: &[&str]) -> String {
    let data = small_with(files);
    let fixed = ["--no-builtin", "--as-of", AS_OF, "--lang", "en", "--data", data.path().to_str().unwrap()];
    let run = run(&[arguments, &fixed].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    run.out
}

#[test]
fn hosting_and_licence_are_named_as_they_are_written() {
    for (hosting, place) in [("cloud", "in the cloud"), ("self-hosted", "on your own server")] {
        for (licence, price) in [("free", "free"), ("paid", "paid"), ("open-source", "open source")] {
            let product = format!(
                "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  \
                 enige: {{name: enige, hosting: {hosting}, licence: {licence}}}\nsources: {{}}\nfacts: {{}}\n"
            );
            let out = printed(&[(DELTA, &product)], &["list"]);
            let line = out.lines().find(|line| line.contains("delta/enige")).unwrap();
            assert!(line.ends_with(&format!("enige; {place}, {price}")), "{hosting}, {licence}: {line}");
        }
    }
}

#[test]
fn grade_and_extent_are_named_as_they_are_written() {
    for (grade, by) in [
        ("reported", "reported by others"),
        ("vendor", "the vendor says so itself"),
        ("contract", "contract or terms"),
        ("verified", "independently verified"),
    ] {
        for (extent, how) in
            [("whole", "read in full"), ("excerpt", "read in part"), ("second-hand", "second-hand")]
        {
            let product = format!(
                "name: Delta\nmaker: Delta bv\nhomepage: https://delta.example.org\nvariants:\n  \
                 enige: {{name: enige, hosting: cloud, licence: paid}}\nsources:\n  \
                 uitleg: {{title: Uitleg, url: \"https://delta.example.org/uitleg\", read: 2026-10-01, \
                 grade: {grade}, extent: {extent}}}\nfacts:\n  processing-agreement:\n    \
                 answers: [{{for: all, answer: complete}}]\n    \
                 evidence: [{{from: uitleg, shows: Er is er een.}}]\n"
            );
            let out = printed(&[(DELTA, &product)], &["explain", "delta/enige", "--details"]);
            assert!(out.contains(&format!("Uitleg, {by}, {how}, read")), "{grade}, {extent}: {out}");
        }
    }
}

#[test]
fn whose_word_it_is_and_who_can_settle_it_are_named_as_they_are_written() {
    for (basis, whose) in [
        ("law", "The levels are based on the law."),
        ("ap", "The levels are based on the Dutch data protection authority."),
        ("convention", "The levels are a convention of this tool."),
    ] {
        for (settled_by, who) in [
            ("public", "public sources"),
            ("contract", "the contract"),
            ("administrator", "the administrator"),
        ] {
            let criterion = format!(
                "title: {{nl: Overdracht, en: Transfer}}\napplies-to: [videobellen]\n\
                 ask: {{nl: Is die er?, en: Is there one?}}\nwhy: {{nl: Daarom., en: So.}}\n\
                 basis: {basis}\nsettled-by: {settled_by}\ngrounds: [\"AVG, artikel 28\"]\nfrom: []\n\
                 one-of:\n  good:\n    present: {{nl: ja, en: \"yes\"}}\n"
            );
            let out = printed(
                &[("criteria/contract/transfer.yaml", &criterion)],
                &["explain", "criterion", "transfer"],
            );
            assert!(out.contains(whose), "{basis}: {out}");
            assert!(out.contains("Grounds: AVG, artikel 28."), "{out}");
            assert!(out.contains(&format!("What can settle an open answer: {who}.")), "{settled_by}: {out}");
        }
    }
}

/// The reason why an answer is unknown is where the answer would be.
#[test]
fn what_was_looked_for_and_not_found_is_told() {
    let out = printed(&[], &["explain", "alfa/gratis", "--details"]);
    assert!(out.contains("De voorwaarden noemen geen termijn."), "{out}");
}

/// Words that people no longer see; `docs/woorden.md` has what took their place.
const RETIRED: &[&str] = &[
    "uitvoeringen",
    "onderbouwd",
    "minstens",
    "hoogstens",
    "peildatum",
    "niet eenduidig",
    "harde eis",
    "lijkt af te vallen",
    "in aanmerking",
    "mits u dit regelt",
    "te weinig bekend",
    "verouderd",
    "eigen opgave",
    "eigen afwijking",
    "hoster",
    "draait het",
    "% bekend",
];

/// The same in English.
const RETIRED_EN: &[&str] = &[
    "substantiated",
    "hard demand",
    "hard requirement",
    "unequivocal",
    "too little known",
    "outdated",
    "own statement",
    "self-arranged",
    "% known",
    "weighting profile",
];

/// Where a retired word may stand: the file, and the word or a part of the line.
const EXCEPTIONS: &[(&str, &str)] = &[
    // What people may type still leads to the key or the option.
    ("src/load/keys/mod.rs", "(\"uitvoeringen\", \"variants\")"),
    ("src/cli/args.rs", "(\"as-of\", \"peildatum\")"),
    ("docs/opdrachten.md", "`--peildatum`"),
    // An institution gives its reasons: not a word for points or answers.
    ("criteria/checklist/recording-exception-justified.yaml", "Uitzondering onderbouwd"),
    // An id lives for ever.
    ("vendors/videobellen/google-meet.yaml", "toestemming-uitvoeringen"),
];

fn files(below: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // Decisions and measurements are of their day.
            if !path.ends_with("decisions") {
                files(&path, ending, found);
            }
        } else if path.to_str().unwrap().ends_with(ending) {
            found.push(path);
        }
    }
}

/// What people see: the strings of the code, the documents and the data.
#[test]
fn retired_words_do_not_come_back() {
    let mut all = Vec::new();
    files(&root().join("src"), ".rs", &mut all);
    files(&root().join("docs"), ".md", &mut all);
    files(&root().join("criteria"), ".yaml", &mut all);
    files(&root().join("vendors"), ".yaml", &mut all);
    all.push(root().join("README.md"));
    let mut wrong = Vec::new();
    for file in all {
        let name = file.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            let is_code = name.starts_with("src/");
            if is_code && (line.trim_start().starts_with("//") || !line.contains('"')) {
                continue;
            }
            if EXCEPTIONS.iter().any(|(of, part)| *of == name && line.contains(part)) {
                continue;
            }
            let small = line.to_lowercase();
            let found = RETIRED.iter().chain(RETIRED_EN).filter(|word| small.contains(*word));
            wrong.extend(found.map(|word| format!("{name}:{}: {word}: {}", number + 1, line.trim())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
