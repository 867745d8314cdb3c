//! The shipped data is clean, and both main jobs work on it in every format.

use std::collections::HashSet;

use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::{Catalogue, Origin, Question, Stated};

use crate::support::{AS_OF, program, run, run_elsewhere};

fn shipped() -> Catalogue {
    let loaded = load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap();
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.catalogue
}

#[test]
fn has_no_errors_and_no_warnings() {
    let folder = tempfile::tempdir().unwrap();
    let output =
        program().current_dir(folder.path()).args(["check", "--strict", "--as-of", AS_OF]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert!(text.starts_with("geen fouten, geen waarschuwingen in "), "{text}");
}

/// What a school does first, from an empty folder with only the program.
#[test]
fn both_kinds_compare_in_all_formats_from_an_empty_folder() {
    for kind in ["videobellen", "proctoring"] {
        for format in ["table", "csv", "json", "yaml", "markdown"] {
            let folder = tempfile::tempdir().unwrap();
            let output = program()
                .current_dir(folder.path())
                .args(["compare", kind, "--format", format, "--as-of", AS_OF])
                .output()
                .unwrap();
            assert!(output.status.success(), "{kind} {format}");
            assert!(output.stdout.len() > 1_000, "{kind} {format}");
        }
    }
}

#[test]
fn no_id_in_a_list_touches_its_text() {
    let catalogue = shipped();
    let variants = catalogue.products.iter().flat_map(|product| {
        product.variants.iter().map(move |variant| format!("{}/{}", product.id, variant.id))
    });
    let premises = catalogue.premises.keys().map(ToString::to_string);
    for (what, ids) in [("products", variants.collect::<Vec<_>>()), ("premises", premises.collect())] {
        let out = run_elsewhere(&["list", what, "--as-of", AS_OF]).out;
        for id in ids {
            let mut lines = out.lines().filter_map(|line| line.trim_start().strip_prefix(id.as_str()));
            let apart = |rest: &str| rest.is_empty() || rest.starts_with(' ');
            assert!(lines.any(apart), "{id}: {out}");
        }
    }
}

#[test]
fn has_the_criteria_and_products_that_the_texts_of_the_ap_name() {
    let catalogue = shipped();
    for id in [
        "eea-processing",
        "transfer-safeguards",
        "direct-deletion",
        "privacy-by-default",
        "processing-agreement",
        "purpose-limitation",
        "camera-control-by-host",
        "recording-announcement",
        "eyetracking",
        "monitoring-signals",
        "proctoring-form",
    ] {
        assert!(catalogue.criteria.contains_key(id), "{id}");
    }
    for kind in 0..catalogue.kinds.len() {
        assert!(catalogue.criteria_of(kind).count() >= 10);
    }
    let products = |kind: &str| {
        catalogue.products_of(catalogue.kind(kind).unwrap()).filter(|v| v.retired.is_none()).count()
    };
    assert!(products("videobellen") >= 4 && products("proctoring") >= 3);
    for id in ["algemeen", "gelijk"] {
        assert!(catalogue.profiles.contains_key(id), "{id}");
    }
}

/// Everything under criteria/ is there in both languages, and no two answers
/// to one question read the same.
#[test]
fn is_complete_in_both_languages() {
    let catalogue = shipped();
    for criterion in catalogue.criteria.values() {
        let texts =
            [Some(&criterion.title), Some(&criterion.ask), Some(&criterion.why), criterion.how.as_ref()];
        for text in texts.into_iter().flatten() {
            assert!(text.en.is_some(), "{}", criterion.id);
        }
        let mut seen = HashSet::new();
        for choice in criterion.question.choices() {
            assert!(choice.text.en.is_some(), "{} {}", criterion.id, choice.id);
            assert!(
                seen.insert(choice.text.nl.clone()),
                "{}: two answers read {:?}",
                criterion.id,
                choice.text.nl
            );
            assert!(
                seen.insert(choice.text.en.clone().unwrap())
                    || choice.text.en.as_deref() == Some(&choice.text.nl)
            );
        }
        assert!(criterion.how.is_some(), "{} does not say how to establish the answer", criterion.id);
        assert!(
            criterion.question.count() > 1 || matches!(criterion.question, Question::Number { .. }),
            "{}",
            criterion.id
        );
    }
}

/// Words that the tool does not use; quotes are the source's own.
#[test]
fn does_not_judge_the_law() {
    let words = ["voldoet", "avg-proof", "veilig", "veilige", "goedgekeurd", "gediskwalificeerd", "illegaal"];
    let check = |text: &str, place: &str| {
        for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '-') {
            assert!(!words.contains(&word), "{place}: `{word}` in {text:?}");
        }
    };
    let catalogue = shipped();
    for criterion in catalogue.criteria.values() {
        let id = criterion.id.as_str();
        for text in
            [Some(&criterion.title), Some(&criterion.ask), Some(&criterion.why), criterion.how.as_ref()]
                .into_iter()
                .flatten()
        {
            check(&text.nl, id);
        }
        criterion.question.choices().for_each(|choice| check(&choice.text.nl, id));
        criterion.knock_outs.iter().for_each(|knock_out| check(&knock_out.because.nl, id));
    }
    for profile in catalogue.profiles.values() {
        check(&profile.because.nl, profile.id.as_str());
        for requirement in &profile.requirements {
            let Origin::Written(because) = &requirement.origin else { panic!("{requirement:?}") };
            check(&because.nl, profile.id.as_str());
        }
    }
    catalogue.instead.iter().for_each(|(id, instead)| check(&instead.what.nl, id.as_str()));
    for product in &catalogue.products {
        let id = product.id.as_str();
        product.context.iter().for_each(|event| check(&event.what.nl, id));
        for fact in &product.facts {
            for answer in &fact.answers {
                if let Some(note) = &answer.note {
                    check(&note.nl, id);
                }
                if let Stated::Unknown(reason) = &answer.stated {
                    check(&reason.nl, id);
                }
            }
            for item in &fact.evidence {
                if let Some(shows) = &item.shows {
                    check(&shows.nl, id);
                }
            }
        }
    }
}

/// A reader picks any alternative and reaches, for every answer, a source.
#[test]
fn every_answer_leads_to_a_source() {
    let catalogue = shipped();
    for product in catalogue.products.iter().filter(|product| product.retired.is_none()) {
        let kind = catalogue.kinds.get_index(product.kind).unwrap().0.as_str();
        let found = run(&["explain", product.id.as_str(), "--details", "--kind", kind, "--as-of", AS_OF]);
        assert_eq!(found.code, Some(0), "{}: {}", product.id, found.err);
        for fact in &product.facts {
            for item in &fact.evidence {
                let url = product.sources[item.source].url().expect("shared data has addresses only");
                assert!(found.out.contains(url), "{}: {url}", product.id);
            }
        }
    }
}

#[test]
fn a_name_that_is_near_nothing_gets_a_tip_that_fits_a_line() {
    for what in ["xyzzyxyzzy", "xyzzyxyzzy/qqq"] {
        let run = run_elsewhere(&["explain", what]);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains("keuzehulp list"), "{}", run.err);
        assert!(run.err.lines().all(|line| line.chars().count() <= 80), "{}", run.err);
    }
}

#[test]
fn what_is_no_product_is_named_with_the_word_that_explains_it() {
    for (what, tip) in [
        ("eyetracking", "`explain criterion eyetracking`"),
        ("S0-01", "`explain sentence S0-01`"),
        ("kh405", "`explain code kh405`"),
    ] {
        let told = run(&["explain", what]);
        assert_eq!(told.code, Some(2), "{}", told.err);
        assert!(told.err.contains(tip), "{}", told.err);
        let words: Vec<&str> = tip.trim_matches('`').split(' ').collect();
        assert_eq!(run(&words).code, Some(0), "{tip}");
    }
}

/// The dossiers that other programs are shown answer the shipped steps and items.
#[test]
fn the_dossiers_of_the_tests_fit_the_shipped_data() {
    for name in ["proctoring-dossier.yaml", "videobellen-dossier.yaml"] {
        let path = crate::support::data("dossiers").join(name);
        let run = run(&["check", path.to_str().expect("UTF-8"), "--strict", "--as-of", AS_OF]);
        assert_eq!(run.code, Some(0), "{name}: {}{}", run.out, run.err);
    }
}
