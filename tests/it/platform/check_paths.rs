//! `check` with paths that lead there by links, that may not be read, or that a
//! shell would have expanded.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::check::paths::{FILE, check, data, found};
use crate::support::{AS_OF, copy, folder, small};

use super::without_rights;

#[test]
fn paths_that_overlap_tell_each_finding_once_and_count_each_file_once() {
    let place = data();
    let root = place.path();
    let absolute = root.join(FILE);
    symlink(&absolute, root.join("koppeling.yaml")).unwrap();
    symlink(root, root.join("kring")).unwrap();
    let absolute = absolute.to_str().unwrap();
    let whole = check(root, "short", &["."]);
    let one = check(root, "short", &[FILE]);
    let two = check(root, "short", &["vendors"]);
    assert!(
        whole.err.contains("13 bestanden") && one.err.contains(" 1 bestand "),
        "{}{}",
        whole.err,
        one.err
    );
    assert!(two.err.contains(" 5 bestanden"), "{}", two.err);
    for (paths, same) in [
        (&[".", "."][..], &whole),
        (&[".", "vendors", FILE, "./vendors/videobellen/fout.yaml"], &whole),
        (&["./", "./vendors/..", absolute], &whole),
        (&[".", "kring", "koppeling.yaml", "kring/vendors"], &whole),
        (&[FILE, "./vendors/videobellen/fout.yaml", "vendors/../vendors/videobellen/fout.yaml"], &one),
        (&[FILE, absolute, "koppeling.yaml"], &one),
        (&["vendors", "vendors/proctoring", FILE], &two),
        (&[FILE, "vendors/proctoring", "vendors/"], &two),
    ] {
        let run = check(root, "short", paths);
        assert_eq!((&run.out, &run.err, run.code), (&same.out, &same.err, same.code), "{paths:?}");
        let text = check(root, "text", paths).out;
        assert!(text.ends_with(&same.err), "{paths:?}: {text}");
        let json = check(root, "json", paths);
        assert_eq!(found(&json).len(), same.out.lines().count(), "{paths:?}: {}", json.out);
        assert_eq!(json.code, same.code);
    }
    // From the other end: named by a link first, the same findings are there.
    for paths in
        [&["koppeling.yaml", FILE][..], &[absolute, FILE], &["kring/vendors/videobellen/fout.yaml", FILE]]
    {
        let run = check(root, "short", paths);
        assert_eq!(run.out.lines().count(), one.out.lines().count(), "{paths:?}: {}", run.out);
        assert_eq!(run.err, one.err, "{paths:?}");
    }
}

#[test]
fn a_path_that_cannot_be_checked_is_a_finding_beside_the_others() {
    let place = data();
    let root = place.path();
    symlink("nergens", root.join("dood.yaml")).unwrap();
    symlink("nergens.yaml", root.join("vendors/videobellen/dood.yaml")).unwrap();
    for (path, code, exit, word) in [
        ("nergens", "KH030", 3, "is er niet"),
        ("vendors/videobellen/weg.yaml", "KH030", 3, "is er niet"),
        ("los.txt/x.yaml", "KH030", 3, "geen map"),
        ("los.txt", "KH038", 2, "`vendors` of `criteria`"),
        ("-", "KH038", 2, "standaardinvoer"),
        ("dood.yaml", "KH031", 1, "nergens naartoe"),
        ("vendors/videobellen/dood.yaml", "KH031", 1, "nergens naartoe"),
        ("vendors/videobellen/*.yaml", "KH030", 3, "(`vendors/videobellen`)"),
        ("vendors/*/x[ab].yaml", "KH030", 3, "(`vendors`)"),
        ("?.yaml", "KH030", 3, "(`.`)"),
        ("vendors\\videobellen\\*.yaml", "KH030", 3, "(`vendors/videobellen`)"),
        ("vendors\\videobellen\\fout.yaml", "KH030", 3, "bedoelt u `vendors/videobellen/fout.yaml`?"),
        ("nergens\\fout.yaml", "KH030", 3, "is er niet"),
    ] {
        for format in ["text", "short", "json"] {
            let alone = check(root, format, &["--", path]);
            assert_eq!(alone.code, Some(exit), "{path} {format}: {}{}", alone.out, alone.err);
            assert!(alone.out.contains(word) && alone.out.contains(code), "{path} {format}: {}", alone.out);
            // In any order the other paths are checked too, and the worst decides.
            let both = [check(root, format, &["--", FILE, path]), check(root, format, &["--", path, FILE])];
            for run in both {
                assert_eq!(run.code, Some(exit.max(1)), "{path} {format}: {}{}", run.out, run.err);
                assert!(run.out.contains(word) && run.out.contains("KH101"), "{path} {format}: {}", run.out);
            }
        }
        let all = check(root, "json", &["--", path, FILE, path]);
        assert_eq!(found(&all).iter().filter(|(_, found)| found == code).count(), 1, "{path}: {}", all.out);
    }
    let many = check(root, "json", &["nergens", "los.txt", "vendors/proctoring/gamma.yaml", "-"]);
    let codes: Vec<String> = found(&many).into_iter().map(|(_, code)| code).collect();
    assert_eq!((many.code, codes), (Some(3), ["KH030", "KH038", "KH038"].map(str::to_owned).to_vec()));
}

#[test]
fn a_folder_that_may_not_be_read_hides_no_other_path() {
    let place = data();
    let root = place.path();
    copy(&small(), &root.join("dicht"));
    fs::set_permissions(root.join("dicht"), fs::Permissions::from_mode(0o000)).unwrap();
    for format in ["text", "short", "json"] {
        let fixed = ["check", "--as-of", AS_OF, "--format", format];
        let run = without_rights(root, &[&fixed[..], &["dicht", FILE, "dicht/vendors"]].concat());
        assert_eq!(run.code, Some(3), "{format}: {}{}", run.out, run.err);
        for word in ["dicht", "KH030", "u mag dit niet lezen", "KH101"] {
            assert!(run.out.contains(word), "{format} {word}: {}", run.out);
        }
    }
    fs::set_permissions(root.join("dicht"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_dossier_is_checked_once_by_whatever_path() {
    let place = folder(&[("dossier.yaml", "knd: proctoring\n")]);
    symlink("dossier.yaml", place.path().join("mijn-dossier.yaml")).unwrap();
    let once = check(place.path(), "short", &["dossier.yaml"]);
    let more = check(place.path(), "short", &["dossier.yaml", "./dossier.yaml", "mijn-dossier.yaml"]);
    assert_eq!((more.code, &more.out, &more.err), (Some(1), &once.out, &once.err));
    assert!(once.err.contains(" 1 bestand "), "{}", once.err);
}

#[test]
fn what_is_no_path_is_told_in_english_too() {
    let place = data();
    for (path, word) in [
        ("*.yaml", "pattern with wildcards"),
        ("-", "standard input"),
        ("los.txt", "is not in a folder"),
        ("vendors\\videobellen", "did you mean `vendors/videobellen`?"),
    ] {
        let run = check(place.path(), "short", &["--lang", "en", "--", path]);
        assert!(run.out.contains(word), "{path}: {}", run.out);
    }
}
