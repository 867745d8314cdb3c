//! Words for what may go wrong with an alternative.

use crate::assess::RuleStatus;
use crate::compare::{Comparison, Row};
use crate::model::{Criterion, Heard, Hosting};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::risks::{Hangs, Risk};

use super::{hearing, premise, requirement, small};

/// How many criteria are named.
const NAMED: usize = 3;

/// A risk: its name, and what there is to say of it.
#[must_use]
pub(crate) fn risk(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    risk: &Risk<'_, '_>,
    lang: Lang,
) -> (String, String) {
    match risk {
        Risk::Demands(status, criteria) => demands(comparison, (row, *status), criteria, lang),
        Risk::Premise(on) => {
            let name = match on.premise.assumed {
                None => phrase("Omstreden uitgangspunt", "Contested premise"),
                Some(_) => phrase("Uitgangspunt dat is gesteld", "Premise that is assumed"),
            };
            (name.get(lang).to_owned(), premise::at_stake(on, row, lang))
        }
        Risk::Points(hangs, n, criteria) => {
            let names = names(criteria, lang);
            let (name, text) = match hangs {
                Hangs::Unknown => (
                    phrase("Nog onbekend", "Not known yet"),
                    tr!(
                        lang,
                        "{n} van de 100 punten staan nog open. Het meeste zit in: {names}.",
                        "{n} of the 100 points are still open. Most of it is in: {names}."
                    ),
                ),
                Hangs::OwnWork => (
                    phrase("Eigen werk", "Your own work"),
                    tr!(
                        lang,
                        "{n} van de 100 punten hangen af van hoe goed de instelling het zelf regelt. Het meeste zit in: {names}.",
                        "{n} of the 100 points depend on how well the institution does it itself. Most of it is in: {names}."
                    ),
                ),
                Hangs::Unfavourable => (
                    phrase("Niet gunstig", "Not favourable"),
                    tr!(
                        lang,
                        "{n} van de 100 punten zijn niet te halen. Het meeste door: {names}.",
                        "{n} of the 100 points cannot be reached. Most of it because of: {names}."
                    ),
                ),
            };
            (name.get(lang).to_owned(), text)
        }
        Risk::Unheard(Heard::Asked) => {
            let name = phrase("Nog geen antwoord", "No reply yet").get(lang).to_owned();
            (name, format!("{}.", hearing::of(row, lang)))
        }
        Risk::Unheard(_) => {
            let name = phrase("Niet gehoord", "Not heard").get(lang).to_owned();
            let text = match row.variant.hosting {
                Hosting::SelfHosted => phrase(
                    "wat hier over het product staat, is nog niet aan de maker voorgelegd.",
                    "what is said of the product here has not been put to its maker yet.",
                ),
                Hosting::Cloud | Hosting::Hosted => phrase(
                    "wat hier over het product staat, is nog niet aan de aanbieder voorgelegd.",
                    "what is said of the product here has not been put to the vendor yet.",
                ),
            };
            (name, text.get(lang).to_owned())
        }
    }
}

fn demands(
    comparison: &Comparison<'_>,
    (row, status): (&Row<'_>, RuleStatus),
    criteria: &[&Criterion],
    lang: Lang,
) -> (String, String) {
    let name: Phrase = match status {
        RuleStatus::Fires => phrase("Eis niet gehaald", "Demand not met"),
        RuleStatus::Indication => phrase("Haalt misschien een eis niet", "May not meet a demand"),
        RuleStatus::Open | RuleStatus::Condition | RuleStatus::Depends => {
            phrase("Eis nog open", "Demand still open")
        }
    };
    let names = names(criteria, lang);
    let text = match (status, criteria) {
        (RuleStatus::Fires, [only]) => format!("{names}. {}", because(comparison, row, only, (status, lang))),
        (RuleStatus::Fires, _) => format!("{names}."),
        (RuleStatus::Indication, _) => tr!(
            lang,
            "{names}. Een zwakke bron zegt van niet; zeker is het nog niet.",
            "{names}. A weak source says that it does not; that is not certain yet."
        ),
        _ => tr!(
            lang,
            "{names}. Is een antwoord niet goed, dan valt dit product af.",
            "{names}. If an answer is not good enough, this product drops out."
        ),
    };
    (name.get(lang).to_owned(), text)
}

/// Why a demand on this criterion with this status is made.
fn because(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    criterion: &Criterion,
    (status, lang): (RuleStatus, Lang),
) -> String {
    let mut mine = comparison.rules(row).filter(|(demand, rule)| {
        let about = comparison.numbered(&[demand.criterion]).pop();
        rule.status == status && about.is_some_and(|about| about.id == criterion.id)
    });
    mine.next().map_or(String::new(), |(demand, _)| requirement::because(&demand.origin).get(lang).to_owned())
}

/// The first of some criteria, and how many more there are.
fn names(criteria: &[&Criterion], lang: Lang) -> String {
    let mut named: Vec<String> =
        criteria.iter().take(NAMED).map(|criterion| small(criterion.title.get(lang))).collect();
    let more = criteria.len() - named.len();
    if more > 0 {
        named.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    named.join("; ")
}
