//! A bundle whose line ends another program has changed.

use super::*;

/// Changes the bytes of every file of a bundle by this rule.
fn change(root: &Path, rule: &dyn Fn(&str) -> String) {
    for path in files(root) {
        let at = root.join(path);
        if let Ok(text) = fs::read_to_string(&at) {
            fs::write(at, rule(&text)).unwrap();
        }
    }
}

fn to_windows(text: &str) -> String {
    to_unix(text).replace('\n', "\r\n")
}

fn to_unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[test]
fn files_of_which_only_line_ends_differ_are_named_with_advice() {
    let place = made("videobellen", &[]);
    let own = sha256(&fs::read(bundle(&place).join("manifest.txt")).unwrap());
    for rule in [&to_windows as &dyn Fn(&str) -> String, &to_unix] {
        let other = folder(&[]);
        copy(&bundle(&place), &bundle(&other));
        let root = bundle(&other);
        change(&root, rule);
        let changed: Vec<String> = files(&root)
            .into_iter()
            .filter(|path| fs::read(root.join(path)).unwrap() != fs::read(bundle(&place).join(path)).unwrap())
            .collect();
        assert!(changed.len() > 2, "{changed:?}");
        let run = verify(other.path(), &["--expect", &own]);
        assert_eq!(run.code, Some(1), "{}", run.out);
        for path in &changed {
            let told = format!("{path}: fout[KH611]: alleen de regeleinden");
            assert!(run.out.contains(&told), "{path}: {}", run.out);
        }
        assert_eq!(run.out.matches(": fout[").count(), changed.len(), "{}", run.out);
        let count = changed.len();
        let verdict = format!("Niet hetzelfde: van {count} bestanden zijn alleen de regeleinden anders");
        assert!(run.out.contains(&verdict) && run.out.contains("`* -text`"), "{}", run.out);
        assert!(run.out.contains("komt dezelfde volgorde"), "{}", run.out);
        let json = verify(other.path(), &["--format", "json"]);
        assert_eq!((json.code, json.out.matches("\"KH611\"").count()), (Some(1), count), "{}", json.out);
        // A change of the content as well is still a change.
        let path = root.join("lees-mij.txt");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("pakket", "pakje", 1)).unwrap();
        let run = verify(other.path(), &["--lang", "en"]);
        assert!(run.out.contains("lees-mij.txt: error[KH601]"), "{}", run.out);
        assert!(run.out.contains("Not the same: ") && !run.out.contains("only the line ends are different;"));
    }
}

#[test]
fn line_ends_at_every_place_of_what_is_read_at_a_time_are_seen() {
    let place = made("videobellen", &[]);
    let root = bundle(&place);
    let read_me = root.join("lees-mij.txt");
    for text in [
        "x".repeat((1 << 16) - 1) + "\nz\n",
        "x\n".repeat(1 << 16),
        "\n\n\n".to_owned(),
        "x\ry\n".repeat(30_000),
        "geen einde".to_owned() + &"\n".repeat(70_000) + "z",
        "\r\n".repeat(70_000),
    ] {
        fs::write(&read_me, &text).unwrap();
        sealed(&root);
        for other in [to_windows(&text), to_unix(&text)] {
            fs::write(&read_me, &other).unwrap();
            let run = verify(place.path(), &[]);
            let wanted = if other == text { "Hetzelfde" } else { "lees-mij.txt: fout[KH611]" };
            assert!(run.out.contains(wanted), "{:.20}: {}", text, run.out);
        }
        fs::write(&read_me, format!("{text}\r")).unwrap();
        assert!(verify(place.path(), &[]).out.contains("lees-mij.txt: fout[KH601]"));
    }
}
