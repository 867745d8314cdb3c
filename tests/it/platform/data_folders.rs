//! Links, pipes, sockets, devices and locks in a folder of data.

use super::without_rights;
use crate::read::cases::beyond::beside_small;
use crate::read::cases::{findings, text};
use crate::read::folders::{about, check, data, product};
use crate::support::{AS_OF, Run, copy, folder, small};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

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
fn a_file_that_may_not_be_read_is_reported_and_the_others_are_judged() {
    let (root, products) = data();
    fs::write(products.join("fout.yaml"), "nam: Fout\n").unwrap();
    fs::write(products.join("dicht.yaml"), product("Dicht")).unwrap();
    fs::set_permissions(products.join("dicht.yaml"), fs::Permissions::from_mode(0o000)).unwrap();
    let run = without_rights(root.path(), &["check", "--as-of", AS_OF, "--format", "short", "."]);
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
    let run = without_rights(root.path(), &["check", "--as-of", AS_OF, "--format", "short", "."]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run.code, Some(3), "{}{}", run.out, run.err);
    assert!(run.out.contains("vendors/proctoring:1:1: fout[KH030]"), "{}", run.out);
    assert!(!about(&run, "fout.yaml").is_empty(), "{}", run.out);
}

#[test]
fn links_that_leave_the_folder_pipes_and_folders_in_place_of_files_are_refused() {
    let outside = folder(&[("secret.yaml", "name: secret\n")]);
    let (run, found) = beside_small(|root| {
        let products = root.join("vendors/videobellen");
        let link = |to: &Path, name: &str| {
            symlink(to, products.join(name)).expect("a link");
        };
        link(&outside.path().join("secret.yaml"), "buiten.yaml");
        link(Path::new("nergens"), "los.yaml");
        link(Path::new("lus.yaml"), "lus.yaml");
        link(Path::new("/dev/zero"), "nullen.yaml");
        fs::create_dir(products.join("map.yaml")).expect("a folder");
        let pipe = Command::new("mkfifo").arg(products.join("pijp.yaml")).status();
        assert!(pipe.expect("mkfifo").success());
    });
    let mine: Vec<(&str, &str)> = found.iter().map(|f| (text(f, "path"), text(f, "code"))).collect();
    let expected = ["buiten", "los", "lus", "map", "nullen", "pijp"]
        .map(|name| (format!("vendors/videobellen/{name}.yaml"), "KH031"));
    assert_eq!(mine, expected.each_ref().map(|(path, code)| (path.as_str(), *code)));
    assert!(!run.out.contains("secret\""), "nothing outside is read");
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_file_that_may_not_be_read_is_a_finding_and_the_others_are_still_judged() {
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    let locked = place.path().join("vendors/videobellen/alfa.yaml");
    fs::write(place.path().join("vendors/videobellen/delta.yaml"), "nam: Delta\n").expect("written");
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    mode(&locked, 0o000);
    let run = without_rights(place.path(), &["check", ".", "--format", "json", "--as-of", AS_OF]);
    let found = findings(&run);
    let unreadable: Vec<&str> =
        found.iter().filter(|f| f["code"] == "KH030").map(|f| text(f, "path")).collect();
    assert_eq!(unreadable, ["vendors/videobellen/alfa.yaml"]);
    assert!(found.iter().any(|f| text(f, "path").ends_with("delta.yaml") && f["code"] == "KH101"));
    assert_eq!(run.code, Some(3));
}
