//! Nothing in a bundle is taken on trust: its headers are compared with its own
//! command and data.

use super::*;

/// Writes the manifest again with another value of a header, and a last line
/// that fits.
fn with_header(root: &Path, name: &str, value: &str) {
    let path = root.join("manifest.txt");
    let old = header(root, name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace(&format!("# {name}: {old}\n"), &format!("# {name}: {value}\n"))).unwrap();
    sealed(root);
}

#[test]
fn a_header_that_says_something_else_is_told_with_both_values() {
    let other = sha256(b"iets anders");
    for (name, value) in [
        ("kind", "proctoring"),
        ("kind", ""),
        ("profile", "streng"),
        ("profile", "algemeen.yaml"),
        ("as-of", "2020-01-01"),
        ("as-of", "vandaag"),
        ("data", other.as_str()),
        ("data", "x"),
        ("tool", "rekenblad 3"),
    ] {
        let place = made("videobellen", &[]);
        let root = bundle(&place);
        let old = header(&root, name);
        with_header(&root, name, value);
        for format in ["text", "json"] {
            let run = verify(place.path(), &["--format", format]);
            assert_eq!(run.code, Some(1), "{name}={value}: {}", run.out);
            assert_eq!(run.out.matches("KH612").count(), 1, "{name}={value}: {}", run.out);
            let (said, asked) = (value.split(' ').next().unwrap(), old.split(' ').next().unwrap());
            for word in [&format!("`{name}`"), &format!("`{said}`"), &format!("`{asked}`")] {
                assert!(run.out.contains(word.as_str()), "{name}={value} {word}: {}", run.out);
            }
            assert!(!run.out.contains("Gemaakt met"), "what is not right is not repeated: {}", run.out);
        }
    }
}

#[test]
fn headers_of_every_kind_of_bundle_fit_its_command() {
    let layer = own_layer();
    let mine = layer.path().join("mijn.yaml");
    for extra in [
        &[][..],
        &["--profile", "streng", "--lang", "en"],
        &["--data", layer.path().to_str().unwrap(), "--profile", mine.to_str().unwrap()],
        &["--rank-by", "high", "--weight", "access-control=3"],
    ] {
        let place = made("videobellen", extra);
        let run = verify(place.path(), &[]);
        assert_eq!(run.code, Some(0), "{extra:?}: {}", run.out);
        assert!(run.out.contains("Gemaakt met keuzehulp "), "{}", run.out);
    }
}

#[test]
fn several_headers_and_the_command_are_all_held_together() {
    let place = made("videobellen", &["--lang", "en"]);
    let root = bundle(&place);
    with_header(&root, "kind", "proctoring");
    with_header(&root, "as-of", "2026-11-20");
    let run = verify(place.path(), &["--lang", "en"]);
    assert_eq!(run.out.matches("KH612").count(), 2, "{}", run.out);
    assert!(
        run.out.contains("says `proctoring`, but") && run.out.contains("give `videobellen`"),
        "{}",
        run.out
    );
    // A command that was changed along with its header gives another ranking.
    let command = header(&root, "command");
    with_header(&root, "kind", "videobellen");
    with_header(&root, "command", &command.replace(AS_OF, "2026-11-20"));
    let run = verify(place.path(), &[]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("KH609") && !run.out.contains("KH612"), "{}", run.out);
}

#[test]
fn a_document_that_names_another_profile_is_noticed() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let path = root.join("vergelijking.json");
    let text = fs::read_to_string(&path).unwrap();
    let changed = text.replacen("\"id\": \"algemeen\"", "\"id\": \"streng\"", 1);
    assert_ne!(changed, text);
    fs::write(&path, changed).unwrap();
    sealed(&root);
    let run = verify(place.path(), &[]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("vergelijking.json: fout[KH609]"), "{}", run.out);
}
