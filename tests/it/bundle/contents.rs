//! What is in a bundle.

use super::*;

const NAMES_NL: [&str; 12] = [
    "afwijkingen.md",
    "csv/antwoorden.csv",
    "csv/datapackage.json",
    "csv/overzicht.csv",
    "csv/quickscan.csv",
    "lees-mij.txt",
    "manifest.txt",
    "onbekend.md",
    "vergelijking.html",
    "vergelijking.json",
    "vergelijking.md",
    "vergelijking.xlsx",
];

#[test]
fn everything_for_the_record_is_in_one_folder() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let all = files(&root);
    for name in NAMES_NL {
        assert!(all.iter().any(|path| path == name), "{name}: {all:?}");
    }
    let read_me = fs::read_to_string(root.join("lees-mij.txt")).unwrap();
    for path in all.iter().filter(|path| *path != "lees-mij.txt") {
        let top = path.split('/').next().unwrap();
        assert!(
            read_me.contains(path.as_str()) || (top == "gegevens" && read_me.contains("- gegevens:")),
            "{path}: {read_me}"
        );
    }
    let mut inputs = files(&small());
    inputs.retain(|path| path != "README.md");
    for path in inputs {
        let stored = fs::read(root.join("gegevens").join(&path)).unwrap();
        assert_eq!(stored, fs::read(small().join(&path)).unwrap(), "{path}");
    }
    assert!(
        read_me.contains("geen advies")
            && read_me.lines().all(|line| line.chars().count() <= 110 || line.starts_with("  keuzehulp ")),
        "{read_me}"
    );
}

#[test]
fn its_parts_are_what_compare_gives() {
    let place = made("proctoring", &["--profile", "streng"]);
    let root = bundle(&place);
    let data = root.join("gegevens");
    for (path, form) in [
        ("vergelijking.json", &["--format", "json"][..]),
        ("vergelijking.md", &["--format", "markdown"]),
        ("vergelijking.html", &["--format", "html"]),
        ("csv/overzicht.csv", &["--format", "csv", "--columns", "wide"]),
        ("vergelijking.csv", &["--format", "csv"]),
        ("csv/antwoorden.csv", &["--format", "csv", "--columns", "tidy"]),
        ("csv/quickscan.csv", &["--format", "csv", "--columns", "quickscan"]),
    ] {
        let fixed =
            ["compare", "proctoring", "--profile", "streng", "--no-builtin", "--as-of", AS_OF, "--data"];
        let compared = run(&[&fixed[..], &[data.to_str().unwrap()], form].concat());
        assert_eq!(compared.out, fs::read_to_string(root.join(path)).unwrap(), "{path}");
    }
    let workbook = place.path().join("los.xlsx");
    let to = ["compare", "proctoring", "--profile", "streng", "--no-builtin", "--as-of", AS_OF];
    let to = [&to[..], &["--data", data.to_str().unwrap(), "-o", workbook.to_str().unwrap()]].concat();
    assert_eq!(run(&to).code, Some(0));
    assert!(fs::read(workbook).unwrap() == fs::read(root.join("vergelijking.xlsx")).unwrap());
}

#[cfg(unix)]
#[test]
fn the_command_in_the_manifest_makes_the_same_document_again() {
    let layer = own_layer();
    let mine = layer.path().join("mijn.yaml");
    let cases: [&[&str]; 5] = [
        &[],
        &["--profile", "streng", "--rank-by", "high", "--retired"],
        &["--weight", "access-control=7", "--require", "access-control=password, lock", "--vendor", "alfa"],
        &["--data", layer.path().to_str().unwrap()],
        &["--data", layer.path().to_str().unwrap(), "--profile", mine.to_str().unwrap(), "--lang", "en"],
    ];
    for extra in cases {
        let place = made("videobellen", extra);
        let root = bundle(&place);
        let again = as_a_shell(&root, &header(&root, "command"));
        assert_eq!(again.code, Some(0), "{extra:?}: {}", again.err);
        let name = if extra.contains(&"en") { "comparison.json" } else { "vergelijking.json" };
        assert_eq!(again.out, fs::read_to_string(root.join(name)).unwrap(), "{extra:?}");
        let checked = verify(place.path(), &[]);
        assert_eq!(checked.code, Some(0), "{extra:?}: {}", checked.out);
        for path in files(&root) {
            let bytes = fs::read(root.join(&path)).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(layer.path().to_str().unwrap()), "{path} names a place on this machine");
            assert!(!text.contains(place.path().to_str().unwrap()), "{path} names a place on this machine");
        }
    }
}

#[test]
fn layers_stand_in_numbered_folders_and_deviations_have_their_reason() {
    let layer = own_layer();
    let mine = layer.path().join("mijn.yaml");
    let extra = ["--data", layer.path().to_str().unwrap(), "--profile", mine.to_str().unwrap()];
    let place = made("videobellen", &extra);
    let root = bundle(&place);
    let all = files(&root);
    for path in
        ["gegevens/1/criteria/kinds.yaml", "gegevens/2/vendors/videobellen/beta.yaml", "weging/mijn.yaml"]
    {
        assert!(all.iter().any(|found| found == path), "{path}: {all:?}");
    }
    let deviations = fs::read_to_string(root.join("afwijkingen.md")).unwrap();
    assert!(
        deviations.contains("Ons contract zegt het anders") && deviations.contains("Zo wegen wij"),
        "{deviations}"
    );
    let command = header(&root, "command");
    assert!(
        command.contains("--data gegevens/1 --data gegevens/2")
            && command.contains("--profile weging/mijn.yaml")
    );
}

#[test]
fn the_built_in_data_is_stored_whole_and_gives_the_same_ranking() {
    let place = folder(&[]);
    let run = at(place.path(), &["bundle", "proctoring", "-o", "pakket", "--as-of", AS_OF]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let root = bundle(&place);
    for top in ["vendors", "criteria"] {
        for path in files(&crate::support::root().join(top)).iter().filter(|path| path.contains(".yaml")) {
            let stored = root.join("gegevens").join(top).join(path);
            if path.starts_with("checklist") || (path.starts_with("triage") && !path.contains("alternatives"))
            {
                continue;
            }
            assert_eq!(
                fs::read(&stored).unwrap_or_else(|_| panic!("{}", stored.display())),
                fs::read(crate::support::root().join(top).join(path)).unwrap()
            );
        }
    }
    let checked = verify(place.path(), &[]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert!(checked.out.contains("dezelfde volgorde"), "{}", checked.out);
}

#[test]
fn the_same_input_gives_the_same_bytes_from_every_folder() {
    let (one, two) = (made("videobellen", &[]), folder(&[]));
    let elsewhere = two.path().join("heel/ergens/anders");
    copy(&small(), &elsewhere);
    let run = at(two.path(), &arguments(&elsewhere, "videobellen", &[]));
    assert_eq!(run.code, Some(0), "{}", run.err);
    let (first, second) = (bundle(&one), bundle(&two));
    assert_eq!(files(&first), files(&second));
    for path in files(&first) {
        assert_eq!(fs::read(first.join(&path)).unwrap(), fs::read(second.join(&path)).unwrap(), "{path}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_manifest_is_one_that_sha256sum_reads() {
    let place = folder(&[]);
    let run = at(place.path(), &arguments(&small(), "videobellen", &[]));
    let root = bundle(&place);
    let sum = |arguments: &[&str]| {
        let output = std::process::Command::new("sha256sum")
            .env_clear()
            .current_dir(&root)
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let checked = sum(&["--strict", "-c", "manifest.txt"]);
    assert_eq!(checked.lines().count(), files(&root).len() - 1, "{checked}");
    let own = sum(&["manifest.txt"]);
    let fingerprint = own.split(' ').next().unwrap();
    assert!(run.out.contains(&format!("verslag: {fingerprint}\n")), "{}", run.out);
    let checked = verify(place.path(), &["--expect", fingerprint]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert_eq!(header(&root, "as-of"), AS_OF);
    assert_eq!(header(&root, "kind"), "videobellen");
    assert_eq!(header(&root, "profile"), "algemeen");
    assert!(header(&root, "tool").starts_with("keuzehulp "));
    let json: Value = serde_json::from_slice(&fs::read(root.join("vergelijking.json")).unwrap()).unwrap();
    assert_eq!(json["data"]["sha256"], header(&root, "data"));
}

#[test]
fn the_data_package_describes_its_tables() {
    for dialect in ["dutch", "rfc4180"] {
        let place = made("videobellen", &["--csv", dialect]);
        let root = bundle(&place).join("csv");
        let package: Value =
            serde_json::from_slice(&fs::read(root.join("datapackage.json")).unwrap()).unwrap();
        assert_eq!(package["profile"], "tabular-data-package");
        let name = package["name"].as_str().unwrap();
        assert!(
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._/".contains(&b)),
            "{name}"
        );
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 3);
        for resource in resources {
            let path = resource["path"].as_str().unwrap();
            let bytes = fs::read(root.join(path)).unwrap();
            assert_eq!(resource["profile"], "tabular-data-resource");
            assert_eq!(resource["bytes"], bytes.len());
            assert_eq!(resource["hash"], format!("sha256:{}", sha256(&bytes)));
            let dutch = dialect == "dutch";
            assert_eq!(resource["dialect"]["delimiter"], if dutch { ";" } else { "," });
            assert_eq!(resource["dialect"]["lineTerminator"], "\r\n");
            assert_eq!(bytes.starts_with(b"\xef\xbb\xbf"), dutch);
            let text = String::from_utf8(bytes).unwrap();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(if dutch { b';' } else { b',' })
                .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let named: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(named, headers, "{path}");
            for key in resource["schema"]["primaryKey"].as_array().unwrap() {
                assert!(headers.iter().any(|header| key == header), "{path}: {key}");
            }
            assert_eq!(resource["schema"]["missingValues"], serde_json::json!([""]));
            let sign = if dutch { "," } else { "." };
            for record in reader.records() {
                for (cell, field) in record.unwrap().iter().zip(fields) {
                    let fits = cell.is_empty()
                        || match field["type"].as_str().unwrap() {
                            "string" => true,
                            "integer" => cell.parse::<u64>().is_ok(),
                            "number" => {
                                assert_eq!(field["decimalChar"], sign, "{path}: {field}");
                                cell.replacen(sign, ".", 1).parse::<f64>().is_ok()
                            }
                            "date" => cell.len() == 10 && cell.as_bytes()[4] == b'-',
                            other => panic!("{other}"),
                        };
                    assert!(fits, "{path}: {cell:?} is no {field}");
                }
            }
            let kinds: Vec<&str> = fields.iter().map(|field| field["type"].as_str().unwrap()).collect();
            assert!(kinds.contains(&"number") && kinds.contains(&"date"), "{path}");
        }
    }
}

#[test]
fn what_is_open_is_named_as_often_as_it_is_counted() {
    for kind in ["videobellen", "proctoring"] {
        let place = made(kind, &[]);
        let root = bundle(&place);
        let text = fs::read_to_string(root.join("csv/overzicht.csv")).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let column = reader.headers().unwrap().iter().position(|header| header == "Open vragen").unwrap();
        let counted: usize =
            reader.records().map(|record| record.unwrap()[column].parse::<usize>().unwrap()).sum();
        let named = fs::read_to_string(root.join("onbekend.md")).unwrap();
        assert_eq!(named.lines().filter(|line| line.starts_with("  - ")).count(), counted, "{named}");
        assert!(named.contains("van ") && named.contains(" van de 100 punten"), "{named}");
    }
}

#[test]
fn english_bundles_are_english() {
    let place = made("videobellen", &["--lang", "en"]);
    let root = bundle(&place);
    let all = files(&root);
    for path in
        ["read-me.txt", "comparison.md", "unknown.md", "deviations.md", "csv/overview.csv", "csv/answers.csv"]
    {
        assert!(all.iter().any(|found| found == path), "{path}: {all:?}");
        let text = fs::read_to_string(root.join(path)).unwrap();
        for word in [" het ", " niet ", " wordt ", " uw "] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    assert!(all.iter().all(|path| !path.starts_with("gegevens")), "{all:?}");
    let checked = at(place.path(), &["verify", "pakket", "--lang", "en"]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert!(checked.out.starts_with("The same: "), "{}", checked.out);
}

#[test]
fn data_with_errors_makes_no_bundle() {
    let data = crate::support::small_with(&[("vendors/videobellen/beta.yaml", "nam: Beta\n")]);
    let place = folder(&[]);
    let run = at(place.path(), &arguments(data.path(), "videobellen", &[]));
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(crate::support::names(place.path()).is_empty());
}
