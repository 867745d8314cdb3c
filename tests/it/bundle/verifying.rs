//! What `verify` notices.

use super::*;

/// A copy of a bundle, to change.
fn copied(place: &tempfile::TempDir) -> tempfile::TempDir {
    let other = folder(&[]);
    copy(&bundle(place), &bundle(&other));
    other
}

#[test]
fn a_byte_that_changed_in_any_file_is_noticed_with_the_name_of_the_file() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    for path in files(&root) {
        let whole = fs::read(root.join(&path)).unwrap();
        for position in [0, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[position] ^= 0x01;
            fs::write(root.join(&path), &bytes).unwrap();
            let run = verify(place.path(), &[]);
            assert_eq!(run.code, Some(1), "{path} at {position}: {}", run.out);
            let told = run.out.lines().find(|line| line.starts_with(&format!("{path}: fout[KH60")));
            assert!(told.is_some(), "{path} at {position}: {}", run.out);
            if path == "manifest.txt" {
                assert!(
                    run.out.contains("KH604") && run.out.contains("laatste regel past niet"),
                    "{}",
                    run.out
                );
            } else {
                assert!(told.unwrap().contains("KH601"), "{}", run.out);
                let others = run.out.lines().filter(|line| line.contains("[KH601]")).count();
                assert_eq!(others, 1, "{}", run.out);
            }
        }
        // A byte less, and a byte more.
        for bytes in [whole[..whole.len() - 1].to_vec(), [&whole[..], b"\n"].concat()] {
            fs::write(root.join(&path), &bytes).unwrap();
            let run = verify(place.path(), &[]);
            assert_eq!(run.code, Some(1), "{path}: {}", run.out);
            assert!(run.out.contains(&format!("{path}: fout[")), "{path}: {}", run.out);
        }
        fs::write(root.join(&path), &whole).unwrap();
    }
    assert_eq!(verify(place.path(), &[]).code, Some(0));
}

#[test]
fn a_file_that_is_missing_or_does_not_belong_is_named() {
    let place = made("videobellen", &[]);
    for path in files(&bundle(&place)) {
        let other = copied(&place);
        fs::remove_file(bundle(&other).join(&path)).unwrap();
        let run = verify(other.path(), &[]);
        assert_eq!(run.code, Some(1), "{path}: {}", run.out);
        assert!(run.out.contains(&format!("{path}: fout[KH602]")), "{path}: {}", run.out);
    }
    for path in
        ["extra.txt", "gegevens/vendors/videobellen/nog-een.yaml", ".DS_Store", "csv/Thumbs.db", "leeg/"]
    {
        let other = copied(&place);
        let target = bundle(&other).join(path);
        if path.ends_with('/') {
            fs::create_dir(&target).unwrap();
        } else {
            fs::write(&target, "x").unwrap();
        }
        let run = verify(other.path(), &[]);
        assert_eq!(run.code, Some(1), "{path}: {}", run.out);
        let name = path.trim_end_matches('/');
        let told = run.out.lines().find(|line| line.starts_with(&format!("{name}: fout[KH60"))).unwrap_or("");
        assert!(
            told.contains("KH603") || (path.starts_with('.') && told.contains("KH606")),
            "{path}: {}",
            run.out
        );
    }
}

#[test]
fn the_expected_fingerprint_is_compared() {
    let place = made("videobellen", &[]);
    let own = sha256(&fs::read(bundle(&place).join("manifest.txt")).unwrap());
    for given in [own.clone(), own.to_uppercase(), format!(" {own} ")] {
        assert_eq!(verify(place.path(), &["--expect", &given]).code, Some(0), "{given}");
    }
    let run = verify(place.path(), &["--expect", &sha256(b"")]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("manifest.txt: fout[KH608]"), "{}", run.out);
    for wrong in ["abc", "", &own[1..], &format!("{}g", &own[1..])] {
        let run = verify(place.path(), &["--expect", wrong]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{wrong}: {}", run.err);
        assert!(run.err.contains("geen vingerafdruk"), "{}", run.err);
    }
}

#[test]
fn a_ranking_that_was_changed_and_sealed_again_is_noticed() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let own = sha256(&fs::read(root.join("manifest.txt")).unwrap());
    let path = root.join("vergelijking.json");
    let text = fs::read_to_string(&path).unwrap();
    for (from, to) in [
        ("\"rank\": 1,", "\"rank\": 2,"),
        ("\"rank_worst\": 2", "\"rank_worst\": 1"),
        ("\"eligibility\": \"eligible\"", "\"eligibility\": \"undecided\""),
        ("\"exact_low\": \"3/4\"", "\"exact_low\": \"1\""),
        ("\"as_of\": \"2026", "\"as_of\": \"2025"),
    ] {
        assert!(text.contains(from), "{from}: {text}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        sealed(&root);
        let run = verify(place.path(), &[]);
        assert_eq!(run.code, Some(1), "{from}: {}", run.out);
        assert!(run.out.contains("vergelijking.json: fout[KH609]"), "{from}: {}", run.out);
        assert!(run.out.contains("niet dezelfde volgorde"), "{from}: {}", run.out);
        let run = verify(place.path(), &["--expect", &own]);
        assert!(run.out.contains("KH608"), "{from}: {}", run.out);
    }
}

#[test]
fn data_that_were_changed_and_sealed_again_are_noticed() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let path = root.join("gegevens/vendors/videobellen/alfa.yaml");
    let text = fs::read_to_string(&path).unwrap();
    for changed in [format!("{text}# een regel erbij\n"), "name: [\n".to_owned(), String::new()] {
        fs::write(&path, &changed).unwrap();
        sealed(&root);
        let run = verify(place.path(), &[]);
        assert_eq!(run.code, Some(1), "{changed}: {}", run.out);
        assert!(run.out.contains("KH609") || run.out.contains("KH610"), "{changed}: {}", run.out);
    }
    fs::write(&path, text).unwrap();
    sealed(&root);
    assert_eq!(verify(place.path(), &[]).code, Some(0));
}

#[test]
fn json_is_one_document_whatever_is_found() {
    let document = |run: &Run| -> Value {
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
    };
    let place = made("videobellen", &[]);
    let run = verify(place.path(), &["--format", "json"]);
    let found = document(&run);
    assert_eq!(run.code, Some(0));
    assert_eq!(found["schema"], "keuzehulp/verification/1");
    assert_eq!((&found["same"], &found["same_ranking"]), (&Value::from(true), &Value::from(true)));
    assert_eq!(found["manifest"]["sha256"], sha256(&fs::read(bundle(&place).join("manifest.txt")).unwrap()));
    assert_eq!(found["files"], files(&bundle(&place)).len());
    fs::write(bundle(&place).join("lees-mij.txt"), "x").unwrap();
    let run = verify(place.path(), &["--format", "json"]);
    let found = document(&run);
    assert_eq!((run.code, &found["schema"]), (Some(1), &Value::from("keuzehulp/findings/1")));
    assert_eq!(found["findings"][0]["code"], "KH601");
    assert_eq!(found["findings"][0]["path"], "lees-mij.txt");
    let run = at(place.path(), &["verify", "nergens", "--format", "json"]);
    let found = document(&run);
    assert_eq!((run.code, &found["schema"]), (Some(3), &Value::from("keuzehulp/findings/1")));
}

#[test]
fn what_is_no_bundle_is_told() {
    let place = folder(&[("bestand", "x"), ("pakket/iets.txt", "x")]);
    let run = verify(place.path(), &[]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("manifest.txt: fout[KH602]: het manifest ontbreekt"), "{}", run.out);
    for path in ["nergens", "bestand"] {
        let run = at(place.path(), &["verify", path]);
        assert_eq!(run.code, Some(3), "{path}: {}", run.out);
        assert!(run.err.contains(path), "{path}: {}", run.err);
    }
    assert_eq!(at(place.path(), &["verify"]).code, Some(2));
    assert_eq!(at(place.path(), &["bundle", "videobellen"]).code, Some(2));
}

#[test]
fn english_findings_are_english() {
    let place = made("videobellen", &[]);
    fs::write(bundle(&place).join("lees-mij.txt"), "x").unwrap();
    let run = verify(place.path(), &["--lang", "en"]);
    assert!(run.out.contains("lees-mij.txt: error[KH601]: this file was changed"), "{}", run.out);
    assert!(run.out.contains("Not the same: 1 difference."), "{}", run.out);
    assert!(run.out.contains("gives the same ranking"), "{}", run.out);
}
