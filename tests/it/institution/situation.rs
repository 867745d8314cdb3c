//! What an institution says about its situation becomes requirements.

use super::*;

fn video(need: &str) -> String {
    format!("institution: Testschool\nkind: videobellen\nneed: {{{need}}}\n")
}

/// The status of the demand on this criterion for an alternative; nothing where it
/// is met or not asked.
fn demand(found: &Value, alternative: &str, criterion: &str) -> Option<String> {
    let rows = found["ranking"].as_array().unwrap();
    let row = rows.iter().find(|row| row["alternative"] == alternative).expect("a row");
    let demands = row["knock_outs"].as_array().unwrap();
    let mine = demands.iter().find(|demand| demand["criterion"] == criterion)?;
    Some(mine["status"].as_str().unwrap().to_owned())
}

#[test]
fn what_the_dossier_says_of_the_need_becomes_a_requirement() {
    let compared = |need: &str| {
        json(&video(need), &["compare", "videobellen", "--profile", "situatie", "--dossier", "DOSSIER"])
    };
    let stands = |found: &Value| demand(found, "alfa/school", "access-control");
    let situation = |found: &Value| strings(&found["situation"], "status").join(" ");
    // Alfa has a password and no lock; whether it has a waiting room is not known.
    let yes = compared("sensitive: yes");
    assert_eq!((stands(&yes).as_deref(), situation(&yes).as_str()), (Some("open"), "holds open"));
    let no = compared("sensitive: no, minors: no");
    assert_eq!((stands(&no), situation(&no).as_str()), (None, "does-not-hold does-not-hold"));
    let open = compared("minors: no");
    assert_eq!(
        (stands(&open).as_deref(), situation(&open).as_str()),
        (Some("depends"), "open does-not-hold")
    );
    let because = yes["ranking"].to_string();
    assert!(because.contains("Uw situatie: gevoelige gesprekken of beelden: ja"), "{because}");
}

/// A bound is the number of the dossier; left open it may turn out as strict as
/// can be.
#[test]
fn a_bound_can_be_a_number_of_the_dossier() {
    let stands = |need: &str| {
        let found =
            json(&video(need), &["compare", "videobellen", "--profile", "situatie", "--dossier", "DOSSIER"]);
        demand(&found, "alfa/school", "exit-deletion-days")
    };
    // Alfa erases after ten to sixty days.
    assert_eq!(stands("minors: yes, youngest: 9").as_deref(), Some("fires"));
    assert_eq!(stands("minors: yes, youngest: 12").as_deref(), Some("open"));
    assert_eq!(stands("minors: yes").as_deref(), Some("depends"));
    assert_eq!(stands("minors: no"), None);
    // The age says whether there are minors.
    assert_eq!(stands("youngest: 9").as_deref(), Some("fires"));
    assert_eq!(stands("youngest: 18"), None);
}

/// Without a dossier nothing is asked of the situation, and the output says that
/// more can be asked.
#[test]
fn without_a_dossier_no_situation_is_assumed() {
    let found = json("", &["compare", "videobellen", "--profile", "situatie"]);
    assert_eq!(strings(&found["situation"], "status"), ["not-asked", "not-asked"]);
    assert_eq!(demand(&found, "alfa/school", "access-control"), None);
    let text = with("", &["compare", "videobellen", "--profile", "situatie"]).out;
    assert!(
        text.contains("Met een dossier gelden ook eisen die van uw situatie afhangen: Toegang"),
        "{text}"
    );
}

/// A school's own profile is read by people who read Dutch.
#[test]
fn a_profile_of_ones_own_may_be_in_dutch_only() {
    let place = place("");
    let path = place.path().join("eigen.yaml");
    std::fs::write(&path, "title: Eigen\nbecause: Wij wegen zo.\nweights: {access-control: 1}\n").unwrap();
    let run = given(place.path(), &["compare", "videobellen", "--profile", path.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert!(run.out.contains("Wat telt hoe zwaar: Eigen (eigen)"), "{}", run.out);
}
