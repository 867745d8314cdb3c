//! What a data folder may hold, and how what it may not hold is told.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{AS_OF, Run, copy, folder, own_copy, run, small};

/// A copy of the small data, and its folder of products.
fn data() -> (tempfile::TempDir, PathBuf) {
    let root = folder(&[]);
    copy(&small(), root.path());
    let products = root.path().join("vendors/videobellen");
    (root, products)
}

/// Runs `check`; a run that hangs is ended, so that the test fails.
fn check(path: &Path) -> Run {
    Command::new("timeout")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .args(["120", env!("CARGO_BIN_EXE_keuzehulp"), "check", "--as-of", AS_OF, "--format", "short"])
        .arg(path)
        .output()
        .unwrap()
        .into()
}

/// The findings about files with this name.
fn about<'r>(run: &'r Run, name: &str) -> Vec<&'r str> {
    run.out.lines().filter(|line| line.contains(&format!("/{name}:1:1: "))).collect()
}

/// A small product, with a name of its own.
fn product(name: &str) -> String {
    format!(
        "name: {name}\nmaker: {name} bv\nhomepage: https://leeg.example.org\nvariants:\n  enige: {{name: enige, hosting: cloud, licence: paid}}\nsources: {{}}\nfacts: {{}}\n"
    )
}

#[test]
fn a_missing_folder_and_a_file_in_its_place_are_named_with_code_3() {
    let root = folder(&[("bestand", "x")]);
    for (name, words) in [("geen", "deze map is er niet"), ("bestand", "dit is geen map")] {
        let path = root.path().join(name);
        let path = path.to_str().unwrap();
        let run = run(&["compare", "videobellen", "--no-builtin", "--data", path]);
        assert_eq!(run.code, Some(3), "{}", run.err);
        assert!(run.err.contains(path) && run.err.contains(words), "{}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn an_empty_folder_has_no_data() {
    let root = folder(&[]);
    let path = root.path().to_str().unwrap();
    for arguments in [&["check", path][..], &["compare", "videobellen", "--no-builtin", "--data", path]] {
        let run = run(arguments);
        assert_eq!(run.code, Some(1), "{arguments:?}: {}", run.err);
        assert!(run.out.contains("KH036") && run.out.contains(path), "{}", run.out);
    }
}

#[test]
fn pipes_sockets_devices_and_folders_are_no_data_files() {
    let (root, products) = data();
    assert!(Command::new("mkfifo").arg(products.join("pijp.yaml")).status().unwrap().success());
    let _listener = UnixListener::bind(products.join("socket.yaml")).unwrap();
    symlink("/dev/zero", products.join("nullen.yaml")).unwrap();
    fs::create_dir(products.join("map.yaml")).unwrap();
    fs::write(products.join("fout.yaml"), "nam: Fout\n").unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(1), "{}", run.err);
    for name in ["pijp.yaml", "socket.yaml", "nullen.yaml", "map.yaml"] {
        let found = about(&run, name);
        assert_eq!(found.len(), 1, "{name}: {}", run.out);
        assert!(found[0].contains("fout[KH031]"), "{}", found[0]);
    }
    assert!(run.out.contains("fout.yaml:1:1: fout[KH101]"), "others are still judged: {}", run.out);
    // Nor are they opened to show lines of them: a pipe would never answer.
    let run: Run = Command::new("timeout")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .args(["20", env!("CARGO_BIN_EXE_keuzehulp"), "check"])
        .arg(root.path())
        .output()
        .unwrap()
        .into();
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("pijp.yaml:1:1"), "{}", run.out);
}

#[test]
fn a_device_in_place_of_a_profile_is_refused() {
    let root = folder(&[]);
    symlink("/dev/zero", root.path().join("mijn.yaml")).unwrap();
    let path = root.path().join("mijn.yaml");
    let small = small();
    let run: Run = Command::new("timeout")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .args(["120", env!("CARGO_BIN_EXE_keuzehulp"), "compare", "videobellen", "--no-builtin", "--data"])
        .arg(small)
        .arg("--profile")
        .arg(&path)
        .output()
        .unwrap()
        .into();
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    assert!(run.out.contains("KH031"), "{}", run.out);
}

#[test]
fn links_that_lead_nowhere_in_circles_or_out_of_the_folder_are_refused() {
    let (root, products) = data();
    symlink("/etc/passwd", products.join("buiten.yaml")).unwrap();
    symlink("niets.yaml", products.join("nergens.yaml")).unwrap();
    symlink("kring-b.yaml", products.join("kring-a.yaml")).unwrap();
    symlink("kring-a.yaml", products.join("kring-b.yaml")).unwrap();
    symlink("../..", products.join("omhoog.yaml")).unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(1), "{}", run.err);
    for name in ["buiten.yaml", "nergens.yaml", "kring-a.yaml", "kring-b.yaml", "omhoog.yaml"] {
        let found = about(&run, name);
        assert_eq!(found.len(), 1, "{name}: {}", run.out);
        assert!(found[0].contains("fout[KH031]"), "{}", found[0]);
    }
    assert!(about(&run, "buiten.yaml")[0].contains("buiten de gegevensmap"), "{}", run.out);
    assert!(!run.out.contains("root:"), "nothing of the file outside is shown: {}", run.out);
}

#[test]
fn links_to_folders_are_not_followed() {
    let (root, products) = data();
    symlink("..", root.path().join("vendors/kring")).unwrap();
    symlink("../..", products.join("omhoog")).unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert_eq!(run.out.matches("KH031").count(), 2, "{}", run.out);
    assert_eq!(run.out.matches("KH033").count(), 0, "no file is read twice: {}", run.out);
    let outside = folder(&[("vendors/videobellen/leeg.yaml", &product("Leeg"))]);
    let (root, _) = data();
    fs::remove_dir_all(root.path().join("vendors")).unwrap();
    symlink(outside.path().join("vendors"), root.path().join("vendors")).unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("KH031"), "{}", run.out);
}

#[test]
fn a_link_to_a_file_inside_the_folder_is_read() {
    let (root, products) = data();
    fs::write(root.path().join("elders.yaml"), product("Elders")).unwrap();
    symlink("../../elders.yaml", products.join("elders.yaml")).unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(run.err.contains("12 bestanden"), "{}", run.err);
}

#[test]
fn file_names_that_are_no_ids_are_shown_harmless() {
    let (root, products) = data();
    let long = format!("{}.yaml", "x".repeat(250));
    let names: Vec<OsString> = vec![
        OsString::from_vec(b"\xff.yaml".to_vec()),
        "regel\neinde.yaml".into(),
        "\u{1b}[31mrood\u{1b}]8;;x\u{7}.yaml".into(),
        "\u{202e}gnp.yaml".into(),
        "met spatie.yaml".into(),
        "*.yaml".into(),
        "😀.yaml".into(),
        "e\u{301}.yaml".into(),
        "\u{e9}.yaml".into(),
        "Hoofdletter.yaml".into(),
        "nul.yaml".into(),
        long.into(),
    ];
    for name in &names {
        fs::write(products.join(name), product("Leeg")).unwrap();
    }
    let first = check(root.path());
    assert_eq!(first.code, Some(1), "{}", first.err);
    assert_eq!(first.out.matches("fout[KH032]").count(), names.len(), "{}", first.out);
    for harmful in ['\u{1b}', '\u{7}', '\u{202e}'] {
        assert!(!first.out.contains(harmful) && !first.err.contains(harmful), "{harmful:?}: {}", first.out);
    }
    assert!(first.out.lines().all(|line| line.contains("]: ")), "one line per finding: {}", first.out);
    assert_eq!(check(root.path()).out, first.out);
    let json = run(&["check", "--format", "json", "--as-of", AS_OF, root.path().to_str().unwrap()]);
    let document: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let paths: Vec<&str> =
        document["findings"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect();
    assert!(paths.iter().all(|path| !path.contains(['\u{1b}', '\u{202e}', '\n'])), "{paths:?}");
}

#[test]
fn two_names_that_are_not_utf_8_are_both_reported() {
    let (root, products) = data();
    for byte in [0xfe, 0xff] {
        let name = OsString::from_vec([&[byte][..], b".yaml"].concat());
        fs::write(products.join(name), product("Leeg")).unwrap();
    }
    let run = check(root.path());
    assert_eq!(run.out.matches("fout[KH032]").count(), 2, "{}", run.out);
}

#[test]
fn a_root_with_a_strange_name_works_and_is_shown_harmless() {
    let root = folder(&[]);
    for name in ["met spatie", "\u{1b}[31mrood", "regel\neinde", "\u{202e}gnp", "😀"] {
        let path = root.path().join(name);
        copy(&small(), &path);
        fs::write(path.join("vendors/videobellen/fout.yaml"), "nam: Fout\n").unwrap();
        let checked = check(&path);
        assert_eq!(checked.code, Some(1), "{name:?}: {}", checked.err);
        assert!(checked.out.contains("fout.yaml:1:1"), "{}", checked.out);
        let listed = run(&["list", "--no-builtin", "--data", path.to_str().unwrap()]);
        assert_eq!(listed.code, Some(0), "{}", listed.err);
        for text in [&checked.out, &checked.err, &listed.out, &listed.err] {
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        }
    }
}

#[test]
fn both_endings_of_yaml_files_are_read_in_any_case() {
    let (root, products) = data();
    for name in ["een.yml", "twee.YAML", "drie.Yml"] {
        fs::write(products.join(name), product(name.split('.').next().unwrap())).unwrap();
    }
    let path = root.path().to_str().unwrap();
    let listed = run(&["list", "products", "--no-builtin", "--data", path]);
    for id in ["een/enige", "twee/enige", "drie/enige"] {
        assert!(listed.out.contains(id), "{id}: {}", listed.out);
    }
}

#[test]
fn what_editors_and_other_tools_leave_behind_is_passed_over_in_silence() {
    let (root, products) = data();
    let clean = check(root.path());
    for name in
        ["alfa.yaml~", ".#alfa.yaml", "#alfa.yaml#", ".alfa.yaml.swp", ".keuzehulp-a1.tmp", "x.yaml.tmp"]
    {
        fs::write(products.join(name), "name: [\n").unwrap();
    }
    for name in [".git", "node_modules", "vendors/.git", "criteria/.cache"] {
        fs::create_dir_all(root.path().join(name)).unwrap();
        fs::write(root.path().join(name).join("broken.yaml"), "name: [\n").unwrap();
    }
    let after = check(root.path());
    assert_eq!((after.code, &after.out, &after.err), (clean.code, &clean.out, &clean.err));
}

#[test]
fn other_files_among_the_data_are_reported_but_do_no_harm() {
    let (root, products) = data();
    fs::write(products.join("alfa.json"), "{}").unwrap();
    fs::write(products.join("notes.docx"), "x").unwrap();
    let run = check(root.path());
    assert_eq!(run.code, Some(0), "{}", run.out);
    for name in ["alfa.json", "notes.docx"] {
        let found = about(&run, name);
        assert_eq!(found.len(), 1, "{name}: {}", run.out);
        assert!(found[0].contains("waarschuwing[KH034]"), "{}", found[0]);
    }
    assert!(about(&run, "alfa.json")[0].contains("`.yaml`"), "{}", run.out);
}

/// Runs `check` as somebody who has no rights to the files: the test may run as
/// root, to whom nothing is forbidden.
fn check_without_rights(root: &Path) -> Run {
    let program = own_copy(root);
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
    let is_root =
        fs::metadata("/proc/self").is_ok_and(|meta| std::os::unix::fs::MetadataExt::uid(&meta) == 0);
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    command.current_dir("/").args(["check", "--as-of", AS_OF, "--format", "short"]).arg(root);
    command.output().unwrap().into()
}

#[test]
fn a_file_that_may_not_be_read_is_reported_and_the_others_are_judged() {
    let (root, products) = data();
    fs::write(products.join("fout.yaml"), "nam: Fout\n").unwrap();
    fs::write(products.join("dicht.yaml"), product("Dicht")).unwrap();
    fs::set_permissions(products.join("dicht.yaml"), fs::Permissions::from_mode(0o000)).unwrap();
    let run = check_without_rights(root.path());
    assert_eq!(run.code, Some(3), "{}{}", run.out, run.err);
    assert!(about(&run, "dicht.yaml")[0].contains("fout[KH030]"), "{}", run.out);
    assert!(!about(&run, "fout.yaml").is_empty(), "{}", run.out);
}

#[test]
fn a_folder_that_may_not_be_read_is_reported_and_the_others_are_judged() {
    let (root, products) = data();
    let closed = root.path().join("vendors/proctoring");
    fs::write(products.join("fout.yaml"), "nam: Fout\n").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let run = check_without_rights(root.path());
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run.code, Some(3), "{}{}", run.out, run.err);
    assert!(run.out.contains("vendors/proctoring:1:1: fout[KH030]"), "{}", run.out);
    assert!(!about(&run, "fout.yaml").is_empty(), "{}", run.out);
}
