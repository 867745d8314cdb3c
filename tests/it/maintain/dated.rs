//! The shipped data around a day on which rules begin: what a comparison says differs by the
//! premises that begin or end between, and by evidence that went stale, and by nothing else.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::run_elsewhere;

/// The day before the rules for high-risk AI apply, and the day after they began.
const DAYS: [&str; 2] = ["2027-12-01", "2027-12-03"];

fn compared(arguments: &[&str]) -> Value {
    let run = run_elsewhere(&[&["compare", "proctoring", "--format", "json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

/// The premises that a comparison says do not hold.
fn fallen(comparison: &Value) -> BTreeSet<&str> {
    let all = comparison["premises"].as_array().expect("premises").iter();
    all.filter(|one| one["holds"] == false).map(|one| one["id"].as_str().expect("an id")).collect()
}

/// What an alternative comes to per criterion, and what is demanded of it there.
fn cells<'v>(comparison: &'v Value, alternative: &str) -> Vec<(&'v Value, Vec<&'v Value>)> {
    let row = crate::support::row(comparison, alternative);
    let demands = ["knock_outs", "requirements"];
    let about = |id: &Value| {
        let all = demands.iter().filter_map(|key| row[key].as_array()).flatten();
        all.filter(|demand| demand["criterion"] == *id).collect()
    };
    row["criteria"].as_array().expect("criteria").iter().map(|cell| (cell, about(&cell["id"]))).collect()
}

#[test]
fn two_days_around_a_dated_rule_differ_by_dated_rules_and_staleness_only() {
    let [before, after] = DAYS.map(|day| compared(&["--as-of", day]));
    let moved: BTreeSet<&str> = fallen(&before).symmetric_difference(&fallen(&after)).copied().collect();
    assert_eq!(moved, BTreeSet::from(["ai-act-high-risk", "ai-act-run-up"]));
    // What rests on these two, by the files.
    let dated = "ai-act-status";
    let (mut by_date, mut by_age) = (0, 0);
    for row in before["ranking"].as_array().expect("a ranking") {
        let alternative = row["alternative"].as_str().expect("an id");
        for ((was, asked), (is, now)) in
            cells(&before, alternative).into_iter().zip(cells(&after, alternative))
        {
            if was == is && asked == now {
                continue;
            }
            if was["id"] == dated {
                by_date += 1;
                continue;
            }
            let went_stale = was["status"] != "stale" && is["status"] == "stale";
            assert!(went_stale, "{alternative}: {was} {asked:?} → {is} {now:?}");
            by_age += 1;
        }
    }
    assert!(by_date > 0, "the rules begin");
    let _ = by_age;
    // Without what depends on the dates, only age is left.
    let assumed = ["--assume", "ai-act-high-risk=no", "--assume", "ai-act-run-up=yes"];
    let [before, after] = DAYS.map(|day| compared(&[&["--as-of", day][..], &assumed].concat()));
    for row in before["ranking"].as_array().expect("a ranking") {
        let alternative = row["alternative"].as_str().expect("an id");
        for ((was, asked), (is, now)) in
            cells(&before, alternative).into_iter().zip(cells(&after, alternative))
        {
            let went_stale = was["status"] != "stale" && is["status"] == "stale";
            assert!((was, &asked) == (is, &now) || went_stale, "{alternative}: {was} → {is}");
        }
    }
}

#[test]
fn the_first_lines_say_what_is_assumed_and_what_moved() {
    for kind in ["videobellen", "proctoring"] {
        let run = run_elsewhere(&["compare", kind, "--assume", "dpf-valid=no", "--as-of", "2026-11-30"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let lines: Vec<&str> = run.out.lines().take(2).collect();
        assert!(lines[1].starts_with("Stel dat dit niet geldt: "), "{}", lines[1]);
        assert!(
            lines[1].contains("(dpf-valid)") && lines[1].contains("verandert er iets voor"),
            "{}",
            lines[1]
        );
    }
}

#[test]
fn explain_tells_which_demand_is_dated() {
    let said = |day| run_elsewhere(&["explain", "honorlock/opname", "--details", "--as-of", day]).out;
    let [before, after] = DAYS.map(said);
    assert!(!before.contains("EU-databank") && after.contains("EU-databank"), "{after}");
    assert!(after.contains("ai-act-high-risk"), "{after}");
}
