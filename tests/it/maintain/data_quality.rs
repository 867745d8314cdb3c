//! The quality of the shipped data.

use std::collections::BTreeSet;

use keuzehulp::assess::Eligibility;
use keuzehulp::assess::answers::{everything, level_range};
use keuzehulp::compare::{Comparison, Request, compare};
use keuzehulp::load::{Layer, load, parse_date};
use keuzehulp::model::{Catalogue, Force, Hosting, Id, Stated};

use crate::support::{AS_OF, root, run};

fn shipped() -> Catalogue {
    load(&[Layer::BuiltIn], parse_date(AS_OF).unwrap()).unwrap().catalogue
}

fn comparison<'c>(catalogue: &'c Catalogue, kind: &str, profile: &str) -> Comparison<'c> {
    let kind = catalogue.kind(kind).unwrap();
    let request = Request::new(kind, &catalogue.profiles[profile], parse_date(AS_OF).unwrap());
    compare(catalogue, request).unwrap()
}

/// Products that a school really considers.
#[test]
fn has_the_products_that_schools_consider() {
    let catalogue = shipped();
    let count = |kind: &str| comparison(&catalogue, kind, "algemeen").rows.len();
    assert!(count("videobellen") >= 18, "{}", count("videobellen"));
    assert!(count("proctoring") >= 14, "{}", count("proctoring"));
    for id in [
        "microsoft-teams",
        "zoom",
        "google-meet",
        "webex",
        "jitsi-meet",
        "bigbluebutton",
        "nextcloud-talk",
        "signal",
        "whatsapp",
        "whereby",
        "wire",
        "proctorio",
        "proctorexam",
        "respondus-lockdown-browser",
        "respondus-monitor",
        "schoolyear",
        "safe-exam-browser",
        "inspera",
        "wiseflow",
        "rpnow",
        "honorlock",
        "gewoon-videogesprek",
        "skype",
    ] {
        assert!(catalogue.products.iter().any(|product| product.id.as_str() == id), "{id}");
    }
    let jitsi = catalogue.products.iter().find(|product| product.id.as_str() == "jitsi-meet").unwrap();
    let hostings: Vec<Hosting> = jitsi.variants.iter().map(|variant| variant.hosting).collect();
    assert!(hostings.contains(&Hosting::Cloud) && hostings.contains(&Hosting::SelfHosted));
    assert!(
        catalogue.products.iter().any(|product| product.id.as_str() == "skype" && product.retired.is_some())
    );
}

/// At least five answers of a product rest on a source.
#[test]
fn every_product_has_five_sourced_answers() {
    for product in shipped().products.iter().filter(|product| product.retired.is_none()) {
        let sourced = product
            .facts
            .iter()
            .filter(|fact| fact.answers.iter().any(|answer| matches!(answer.stated, Stated::Possible(_))))
            .count();
        assert!(sourced >= 5, "{}: {sourced}", product.id);
    }
}

#[test]
fn a_self_hosted_alternative_can_be_eligible() {
    let catalogue = shipped();
    let comparison = comparison(&catalogue, "videobellen", "algemeen");
    let found = comparison.rows.iter().any(|row| {
        row.variant.hosting == Hosting::SelfHosted && row.evaluation.eligibility == Eligibility::Eligible
    });
    assert!(found);
}

/// A product that only locks the computer has nothing to switch off, and must
/// not fall out for that.
#[test]
fn a_lockdown_only_product_is_not_knocked_out() {
    let catalogue = shipped();
    let comparison = comparison(&catalogue, "proctoring", "algemeen");
    let row = comparison.rows.iter().find(|row| row.id().starts_with("safe-exam-browser/")).unwrap();
    assert_ne!(row.evaluation.eligibility, Eligibility::KnockedOut);
    let modular = catalogue.criteria.get_index_of("modular-monitoring").unwrap();
    assert!(comparison.rules(row).all(|(demand, _)| demand.criterion != modular));
}

/// Eye tracking rules out only when it cannot be off (the AP says
/// "in many cases").
#[test]
fn eyetracking_rules_out_only_when_it_cannot_be_off() {
    let catalogue = shipped();
    let criterion = &catalogue.criteria["eyetracking"];
    let cannot = criterion.question.find("cannot-be-off").unwrap();
    assert_eq!(criterion.knock_outs.len(), 1);
    assert_eq!(
        criterion.knock_outs[0].when,
        keuzehulp::model::Condition::Any(vec![keuzehulp::model::Term::Choice(cannot)])
    );
}

/// Needs of use that weigh nothing by default; a profile can require them.
const FUNCTIONAL: [&str; 5] =
    ["breakout-rooms", "browser-without-install", "chat-in-call", "max-participants", "own-devices"];

/// `algemeen` weighs by its stated rule: 3 what the AP says must be, 2 what it
/// advises, 1 other sources, 0 functional needs. What departs from it says so
/// behind the weight.
#[test]
fn the_general_profile_follows_its_rule() {
    let catalogue = shipped();
    let profile = &catalogue.profiles["algemeen"];
    let text = std::fs::read_to_string(root().join("criteria/profiles/algemeen.yaml")).unwrap();
    let mut departures = Vec::new();
    for (number, criterion) in catalogue.criteria.values().enumerate() {
        let strongest = criterion.from.iter().map(|id| catalogue.sentences[id.as_str()].force).min();
        let by_rule = match strongest {
            _ if FUNCTIONAL.contains(&criterion.id.as_str()) => 0,
            Some(Force::Must) => 3,
            Some(Force::Advice | Force::Context) => 2,
            None => 1,
        };
        let weight = profile.weights.get(&number).copied();
        if weight != Some(by_rule) {
            let line = text
                .lines()
                .find(|line| line.trim_start().starts_with(&format!("{}:", criterion.id)))
                .unwrap_or("");
            assert!(
                line.contains("# afwijking:"),
                "{} weighs {weight:?}, by the rule {by_rule}",
                criterion.id
            );
            departures.push(criterion.id.to_string());
        }
    }
    assert_eq!(departures, ["dpia-status"]);
}

/// Every profile says who weighs; the examples of the sectors say that nobody
/// has set them, and why each weight differs.
#[test]
fn profiles_say_whose_they_are() {
    let catalogue = shipped();
    for id in ["algemeen", "gelijk", "ap-keuzehulp", "po", "vo", "mbo", "ho"] {
        assert!(catalogue.profiles.contains_key(id), "{id}");
    }
    for id in ["po", "vo", "mbo", "ho"] {
        let profile = &catalogue.profiles[id];
        assert!(
            profile.title.nl.starts_with("Voorbeeld") && profile.title.nl.contains("niet vastgesteld"),
            "{}",
            profile.title.nl
        );
        let text = std::fs::read_to_string(root().join(format!("criteria/profiles/{id}.yaml"))).unwrap();
        let weights = text.split("\nweights:").nth(1).unwrap();
        for line in weights.lines().take_while(|line| line.is_empty() || line.starts_with(' ')) {
            let is_weight = line
                .trim()
                .split_once(": ")
                .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
            assert!(!is_weight || line.contains('#'), "{id}: {line} has no reason");
        }
    }
}

/// Criteria that do not distinguish any two shipped alternatives of a kind, each with its
/// reason.
const TELLS_NOTHING_APART: [(&str, &str, &str); 1] = [(
    "proctoring",
    "dpia-status",
    "no public DPIA of a proctoring product was found; for video calling the sector has published some",
)];

#[test]
fn every_criterion_tells_products_apart() {
    let catalogue = shipped();
    let mut found = Vec::new();
    for (kind, id) in catalogue.kinds.keys().enumerate() {
        for (number, criterion) in catalogue.criteria_of(kind) {
            let all = level_range(&criterion.question, &everything(&criterion.question));
            let mut ranges = BTreeSet::new();
            for product in catalogue.products_of(kind).filter(|product| product.retired.is_none()) {
                for variant in 0..product.variants.len() {
                    let stated = product.fact(number, variant).map(|(_, answer)| &answer.stated);
                    let (range, own) = match stated {
                        Some(Stated::Possible(possible)) => {
                            let own = possible.gives(criterion.question.own_work());
                            (level_range(&criterion.question, possible), own)
                        }
                        _ => (all, false),
                    };
                    // Own work spans all levels too, and is no open question.
                    ranges.insert((range.low, range.high, own));
                }
            }
            if ranges.len() < 2 {
                found.push((id.to_string(), criterion.id.to_string()));
            }
        }
    }
    let known: Vec<(String, String)> =
        TELLS_NOTHING_APART.iter().map(|(kind, id, _)| ((*kind).to_owned(), (*id).to_owned())).collect();
    assert_eq!(found, known);
}

/// Addresses, quotes and dates of the shipped data, looked at once more without
/// the loader's own checks.
#[test]
fn addresses_and_quotes_are_in_bounds() {
    let catalogue = shipped();
    for product in &catalogue.products {
        for source in &product.sources {
            let url = source.url().expect("shared data has addresses only");
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
            assert!(source.read <= parse_date(AS_OF).unwrap() && !source.title.trim().is_empty());
        }
        for fact in &product.facts {
            for item in &fact.evidence {
                assert!(
                    item.quote.as_ref().is_none_or(|quote| quote.chars().count() <= 300),
                    "{}",
                    product.id
                );
            }
        }
    }
}

/// The alternatives that need no proctoring are beside the ranking.
#[test]
fn what_can_be_done_instead_stands_beside_the_ranking() {
    let catalogue = shipped();
    let comparison = comparison(&catalogue, "proctoring", "algemeen");
    let ids: Vec<&str> = comparison.instead.iter().map(|(id, _): &(&Id, _)| id.as_str()).collect();
    assert!(ids.len() >= 4, "{ids:?}");
    assert!(comparison.kind.ask_first.is_some());
    assert!(self::comparison(&catalogue, "videobellen", "algemeen").instead.is_empty());
}

/// What an institution still has to do gives no point: own work begins at nothing in every
/// shipped question, and only what the institution runs has any.
#[test]
fn no_point_of_the_shipped_products_comes_from_own_work() {
    let mut found = 0;
    for (kind, profile) in ["videobellen", "proctoring"].into_iter().zip(["ap-keuzehulp", "algemeen"]) {
        for profile in [profile, "gelijk"] {
            let arguments = [
                "compare",
                kind,
                "--profile",
                profile,
                "--audience",
                "all",
                "--as-of",
                AS_OF,
                "--format",
                "json",
            ];
            let document: serde_json::Value = serde_json::from_str(&run(&arguments).out).expect("JSON");
            for row in document["ranking"].as_array().expect("a ranking") {
                for cell in row["criteria"].as_array().expect("criteria") {
                    if cell["status"] == "own-work" {
                        assert_eq!(cell["low"], 0.0, "{}: {}", row["alternative"], cell["id"]);
                        assert_eq!(row["hosting"], "self-hosted", "{}", row["alternative"]);
                        found += 1;
                    }
                }
            }
        }
    }
    assert!(found > 100, "{found} answers");
}
