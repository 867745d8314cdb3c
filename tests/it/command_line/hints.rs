//! Hints that are possible: only options that the command has, and only where they
//! help.

use keuzehulp::cli::args::{COMMANDS, OPTIONS};

use crate::support::{AS_OF, run, small};

#[test]
fn a_hint_names_only_options_that_the_command_has() {
    for (command, _) in COMMANDS {
        let help = run(&[command, "--help"]).out;
        let has = |option: &str| {
            let name = option.trim_start_matches("--");
            let english = OPTIONS.iter().find(|(english, dutch)| *english == name || *dutch == name);
            english.is_some_and(|(english, _)| {
                help.contains(&format!("--{english} ")) || help.contains(&format!("--{english}\n"))
            })
        };
        for (english, dutch) in OPTIONS {
            for given in [english, dutch] {
                let option = format!("--{given}");
                if has(&option) || *english == "version" {
                    continue;
                }
                let refused = run(&[*command, &option, "x"]);
                assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{command} {option}");
                let tip = refused.err.lines().find(|line| line.starts_with("tip: ")).expect("a hint");
                if tip.contains("bedoelt u") {
                    let named: Vec<&str> = tip.split('`').filter(|word| word.starts_with("--")).collect();
                    assert!(
                        !named.is_empty() && !named.contains(&option.as_str()),
                        "{command}: {}",
                        refused.err
                    );
                    assert!(named.iter().all(|name| has(name)), "{command}: {}", refused.err);
                }
            }
        }
    }
}

#[test]
fn what_has_its_place_in_the_command_needs_no_option() {
    for (arguments, line) in [
        (&["memo", "--dossier", "x.yaml"][..], "keuzehulp memo DOSSIER"),
        (&["triage", "--dossierbestand", "x.yaml"], "keuzehulp triage DOSSIER"),
        (&["checklist", "--dossier=x.yaml"], "keuzehulp checklist DOSSIER"),
        (&["--data", "memo", "checklist", "--dosier=x.yaml"], "keuzehulp checklist DOSSIER"),
        (&["check", "--dossier", "x.yaml"], "keuzehulp check PAD"),
        (&["compare", "--kind", "videobellen"], "keuzehulp compare SOORT"),
        (&["pakket", "--soort", "videobellen"], "keuzehulp bundle SOORT"),
        (&["verify", "--map", "pakket"], "keuzehulp verify MAP"),
        (&["new", "--naam", "x"], "keuzehulp new WAT NAAM"),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.code, Some(2), "{arguments:?}");
        assert!(refused.err.contains(&format!("zonder optie: `{line}`")), "{arguments:?}: {}", refused.err);
    }
    let english = run(&["memo", "--dossier", "x.yaml", "--lang", "en"]);
    assert!(english.err.contains("without an option: `keuzehulp memo DOSSIER`"), "{}", english.err);
    let elsewhere = run(&["list", "--vendor", "zoom"]);
    assert!(elsewhere.err.contains("alleen bij `compare`, `questions` en `bundle`"), "{}", elsewhere.err);
}

#[test]
fn an_exam_without_a_dossier_is_not_sent_to_an_option_that_does_not_exist() {
    let refused = run(&["triage", "--exam", "x"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("dossier") && !refused.err.contains("--dossier"), "{}", refused.err);
    let zero = [
        "compare",
        "videobellen",
        "--weight",
        "access-control=0",
        "--weight",
        "processing-agreement=0",
        "--weight",
        "exit-deletion-days=0",
        "--no-builtin",
        "--as-of",
        AS_OF,
        "--data",
    ];
    let none = run(&[&zero[..], &[small().to_str().unwrap()]].concat());
    assert_eq!(none.code, Some(1), "{}", none.err);
    assert!(
        none.out.contains("KH404") && !none.err.contains("--ignore-invalid"),
        "it would not help: {}",
        none.err
    );
}
