//! Findings that need more than a small file: order and bounds.

use super::{findings, is_of_small, run_in, text};
use crate::support::{Run, copy, small};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Several mistakes in several files come out in one run, in order of file,
/// line and column.
#[test]
fn all_findings_of_all_files_come_out_in_one_run_in_order() {
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    let change = |path: &str, from: &str, to: &str| {
        let path = place.path().join(path);
        let before = fs::read_to_string(&path).expect("a file");
        assert!(before.contains(from), "{from} in {}", path.display());
        fs::write(&path, before.replacen(from, to, 1)).expect("written");
    };
    change("vendors/videobellen/alfa.yaml", "grade: contract", "grade: contrct");
    change("vendors/videobellen/alfa.yaml", "hosting: cloud, licence: free", "hosting: clod, licence: fre");
    change("vendors/videobellen/beta.yaml", "homepage: https:", "homepage: ftp:");
    change("vendors/videobellen/beta.yaml", "answer: complete", "answer: complet");
    change("vendors/proctoring/gamma.yaml", "maker: Gamma NV", "maker: @Gamma NV");
    change("criteria/profiles/streng.yaml", "access-control: 2", "access-control: 200");
    let run = run_in(place.path(), &["check".to_owned(), ".".to_owned()], "nl");
    let found: Vec<String> = findings(&run)
        .iter()
        .filter(|finding| !is_of_small(finding))
        .map(|f| format!("{}:{}:{} {}", text(f, "path"), f["line"], f["column"], text(f, "code")))
        .collect();
    assert_eq!(
        found,
        [
            "criteria/profiles/streng.yaml:4:27 KH401",
            "vendors/proctoring/gamma.yaml:2:8 KH004",
            "vendors/videobellen/alfa.yaml:6:42 KH110",
            "vendors/videobellen/alfa.yaml:6:57 KH110",
            "vendors/videobellen/alfa.yaml:13:12 KH110",
            "vendors/videobellen/beta.yaml:3:11 KH107",
            "vendors/videobellen/beta.yaml:21:17 KH303",
        ]
    );
    assert_eq!(run.code, Some(1));
}

/// After fifty mistakes in its YAML a file is not read any further.
#[test]
fn a_file_with_much_wrong_in_its_yaml_says_that_there_is_more() {
    let (run, found) = beside_small(|root| {
        let text = (0..1_000).fold(String::new(), |text, n| text + &format!("k{n}: &a{n} x\n"));
        fs::write(root.join("vendors/videobellen/delta.yaml"), text).expect("written");
    });
    let codes: Vec<&str> = found.iter().map(|finding| text(finding, "code")).collect();
    assert_eq!(codes.len(), 51);
    assert!(codes[..50].iter().all(|code| *code == "KH005"));
    assert_eq!(codes[50], "KH020");
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_file_gives_at_most_a_hundred_findings_and_says_that_there_are_more() {
    for (before, after, code) in
        [("onzin-", ": x", "KH101"), ("      - {from: onzin-", ", shows: x}", "KH306")]
    {
        let place = tempfile::tempdir().expect("a folder");
        copy(&small(), place.path());
        let beta = fs::read_to_string(place.path().join("vendors/videobellen/beta.yaml")).expect("a file");
        let mut delta = beta.replace("Beta", "Delta");
        for n in 0..500 {
            let _ = writeln!(delta, "{before}{n}{after}");
        }
        fs::write(place.path().join("vendors/videobellen/delta.yaml"), delta).expect("written");
        let run = run_in(place.path(), &["check".to_owned(), ".".to_owned()], "en");
        let all = findings(&run);
        let of = |path: &str| all.iter().filter(|f| text(f, "path") == path).collect::<Vec<_>>();
        let mine = of("vendors/videobellen/delta.yaml");
        let errors: Vec<_> = mine.iter().filter(|f| f["severity"] == "error").collect();
        assert_eq!(errors.len(), 101);
        assert!(errors[..100].iter().all(|f| f["code"] == code));
        assert_eq!(errors[100]["code"], "KH020");
        assert_eq!(of("vendors/videobellen/beta.yaml").len(), 1, "the other files keep their findings");
    }
}

/// Runs the check over files that `lay` puts beside the small data set.
pub fn beside_small(lay: impl FnOnce(&Path)) -> (Run, Vec<serde_json::Value>) {
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    lay(place.path());
    let run = run_in(place.path(), &["check".to_owned(), ".".to_owned()], "nl");
    let found = findings(&run).into_iter().filter(|f| !is_of_small(f)).collect();
    (run, found)
}

/// Thirteen themes whose weights add up to different prime numbers.
#[test]
fn weights_that_are_too_finely_divided_are_a_finding() {
    const PRIMES: [u32; 13] = [199, 197, 193, 191, 181, 179, 173, 167, 163, 157, 151, 149, 139];
    let place = tempfile::tempdir().expect("a folder");
    copy(&small(), place.path());
    let criterion =
        fs::read_to_string(small().join("criteria/security/access-control.yaml")).expect("a file");
    let (mut themes, mut budgets, mut weights) = (String::new(), String::new(), String::new());
    for prime in PRIMES {
        let _ = writeln!(themes, "t{prime}: {{title: {{nl: Thema {prime}, en: Theme {prime}}}}}");
        let _ = write!(budgets, "t{prime}: 97, ");
        let _ = write!(weights, "a{prime}: 100, b{prime}: {}, ", prime - 100);
        let folder = place.path().join(format!("criteria/t{prime}"));
        fs::create_dir(&folder).expect("a folder");
        for side in ["a", "b"] {
            fs::write(folder.join(format!("{side}{prime}.yaml")), &criterion).expect("written");
        }
    }
    let path = place.path().join("criteria/themes.yaml");
    let old = fs::read_to_string(&path).expect("the themes");
    fs::write(&path, old + &themes).expect("written");
    let profile = format!(
        "title: {{nl: Fijn, en: Fine}}\nbecause: {{nl: Priem., en: Prime.}}\nthemes: {{{budgets}}}\nweights: {{{weights}}}\n"
    );
    fs::write(place.path().join("criteria/profiles/fijn.yaml"), profile).expect("written");
    let check = run_in(place.path(), &["check".to_owned(), ".".to_owned()], "nl");
    assert_eq!(check.code, Some(0), "the files themselves are right: {}", check.out);
    let compare = "compare videobellen --data . --no-builtin --profile fijn";
    let arguments: Vec<String> = compare.split(' ').map(str::to_owned).collect();
    let run = run_in(place.path(), &arguments, "nl");
    let found = findings(&run);
    assert_eq!(found.len(), 1);
    assert_eq!(text(&found[0], "code"), "KH405");
    assert_eq!(text(&found[0], "path"), "criteria/profiles/fijn.yaml");
    assert_eq!(run.code, Some(1));
}

#[test]
fn more_files_than_a_folder_may_have_is_one_finding() {
    let (run, found) = beside_small(|root| {
        // Nothing is read from this folder, so that only the number counts.
        let folder = root.join("criteria/checklist");
        fs::create_dir_all(&folder).expect("a folder");
        let first = folder.join("first.yaml");
        fs::write(&first, "a: b\n").expect("written");
        for n in 0..100_000 {
            fs::write(folder.join(format!("n{n:06}.yaml")), "").expect("written");
        }
    });
    let codes: Vec<&str> = found.iter().map(|f| text(f, "code")).collect();
    assert_eq!(codes, ["KH035"], "{}", run.err);
    assert_eq!(run.code, Some(1));
}

/// Lays profiles `p000`, `p001`, … each of which extends the one before it.
fn chain(root: &Path, number: usize) {
    for n in 0..number {
        let below = n.checked_sub(1).map_or("algemeen".to_owned(), |below| format!("p{below:03}"));
        let text = format!(
            "title: {{nl: Weging {n}, en: Profile {n}}}\nbecause: {{nl: Zo., en: So.}}\nextends: {below}\nweights: {{processing-agreement: 1}}\n"
        );
        fs::write(root.join(format!("criteria/profiles/p{n:03}.yaml")), text).expect("written");
    }
}

#[test]
fn a_chain_of_a_hundred_profiles_is_the_longest() {
    // The lowest of the chain is `algemeen`.
    let (run, found) = beside_small(|root| chain(root, 99));
    assert_eq!(found.len(), 0, "{}", run.out);
    for number in [100, 101, 400] {
        let (run, found) = beside_small(|root| chain(root, number));
        let [one] = &found[..] else { panic!("{}", run.out) };
        assert_eq!(text(one, "code"), "KH407");
        assert_eq!(text(one, "path"), "criteria/profiles/p099.yaml");
        assert_eq!((one["line"].as_u64(), one["column"].as_u64()), (Some(3), Some(10)));
        assert_eq!(run.code, Some(1));
    }
}
