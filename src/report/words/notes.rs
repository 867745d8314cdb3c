//! What is said of an alternative, and of a comparison as a whole, in lines
//! that formats for people share.

use super::number::percent;
use crate::assess::RuleStatus;
use crate::compare::{Comparison, Row};
use crate::institution::situation::{self, NeedOutcome};
use crate::model::{Catalogue, DeviationKind};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::{count, phrase};
use crate::text::safe::clean;

/// The places that remain possible: `2–7`, or `2`; `None` for an alternative
/// that people see without a place.
#[must_use]
pub fn place(row: &Row<'_>) -> Option<String> {
    row.evaluation.block.has_places().then(|| {
        let rank = row.rank;
        if rank.best == rank.worst {
            rank.best.to_string()
        } else {
            format!("{}–{}", rank.best, rank.worst)
        }
    })
}

/// The demands that are not met for certain, by name: a line for each way in
/// which a demand can stand.
#[must_use]
pub fn demands(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<(RuleStatus, String)> {
    let mut lines = Vec::new();
    for (status, label) in [
        (RuleStatus::Fires, phrase("Valt af op: ", "Knocked out by: ")),
        (RuleStatus::Indication, phrase("Lijkt af te vallen op: ", "Seems to fail: ")),
        (RuleStatus::Open, phrase("Nog open: ", "Still open: ")),
        (RuleStatus::Condition, phrase("Mits u dit regelt: ", "Provided you arrange: ")),
        (RuleStatus::Depends, phrase("Hangt af van uw situatie: ", "Depends on your situation: ")),
    ] {
        let titles = comparison.demanded(row, &[status]);
        let names: Vec<&str> = titles.iter().map(|criterion| criterion.title.get(lang)).collect();
        if !names.is_empty() {
            lines.push((status, format!("{}{}", label.get(lang), names.join("; "))));
        }
    }
    lines
}

/// What is said of an alternative beside its numbers and demands.
#[must_use]
pub fn beside(row: &Row<'_>, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if row.evaluation.self_arranged > 0 {
        notes.push(super::self_arranged(row.evaluation.self_arranged, lang));
    }
    if row.evaluation.stale_answers > 0 {
        notes.push(match lang {
            Lang::Nl => count(row.evaluation.stale_answers, "verouderd antwoord", "verouderde antwoorden"),
            Lang::En => count(row.evaluation.stale_answers, "stale answer", "stale answers"),
        });
    }
    if !row.evaluation.replies.is_empty() {
        notes.push(phrase("de aanbieder heeft gereageerd", "the vendor has replied").get(lang).to_owned());
    }
    notes
}

/// What can be done instead of any product of the kind, in one line.
#[must_use]
pub fn instead(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let titles: Vec<String> =
        comparison.instead.iter().map(|(_, instead)| instead.title.get(lang).to_lowercase()).collect();
    let label = phrase("Zonder zo'n product kan ook:", "Without such a product there is also:").get(lang);
    (!titles.is_empty()).then(|| format!("{label} {}.", titles.join("; ")))
}

/// The products that no longer exist, a line each.
#[must_use]
pub fn retired(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |product: &&crate::model::Product| {
        let retired = product.retired.as_ref()?;
        let source = product.sources.get(retired.source).map_or("", |source| source.url.as_str());
        let on = describe::date(retired.on, lang);
        Some(match lang {
            Lang::Nl => format!("{} (sinds {on}; {source})", product.name),
            Lang::En => format!("{} (since {on}; {source})", product.name),
        })
    };
    comparison.retired.iter().filter_map(line).collect()
}

/// The day, the data (its fingerprint, or the beginning of it) and the order,
/// in one line.
#[must_use]
pub fn record(comparison: &Comparison<'_>, data: &str, lang: Lang) -> String {
    let day = describe::date(comparison.as_of, lang);
    let order = super::rank_by(comparison.rank_by).get(lang);
    match lang {
        Lang::Nl => format!("Peildatum: {day}. Gegevens: {data}. Volgorde: naar {order}."),
        Lang::En => format!("As-of date: {day}. Data: {data}. Order: by {order}."),
    }
}

/// How the requirements stand that depend on the situation of the institution, a
/// line for each way.
#[must_use]
pub fn situation(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let of = |wanted: NeedOutcome| {
        comparison.need_rules().filter(move |(_, _, outcome)| *outcome == wanted).map(
            |(rule, criterion, _)| {
                let fields = situation::fields_of(rule).into_iter();
                let fields = fields.map(|field| situation::words::field_name(field).get(lang).to_owned());
                let fields = crate::text::lang::list(lang, &fields.collect::<Vec<_>>());
                let title = criterion.title.get(lang);
                if title.to_lowercase() == fields { title.to_owned() } else { format!("{title} ({fields})") }
            },
        )
    };
    let mut lines = Vec::new();
    for (outcome, label) in [
        (
            NeedOutcome::Holds,
            phrase("Door uw situatie geldt ook:", "Because of your situation this holds too:"),
        ),
        (
            NeedOutcome::Open,
            phrase("Hangt af van wat uw dossier nog open laat:", "Depends on what your dossier leaves open:"),
        ),
        (
            NeedOutcome::NotAsked,
            phrase(
                "Met een dossier gelden ook eisen die van uw situatie afhangen:",
                "With a dossier requirements hold too that depend on your situation:",
            ),
        ),
    ] {
        let rules: Vec<String> = of(outcome).collect();
        if !rules.is_empty() {
            lines.push(format!("{} {}.", label.get(lang), rules.join("; ")));
        }
    }
    lines
}

/// The alternatives that the triage does not allow, each with the reasons.
#[must_use]
pub fn not_allowed(comparison: &Comparison<'_>, lang: Lang) -> Vec<(String, Vec<String>)> {
    let line = |row: &Row<'_>| {
        let name = describe::alternative(row.product, row.variant);
        (name, super::triage::reasons(comparison, row, lang))
    };
    comparison.not_allowed.iter().map(line).collect()
}

/// The profile and the shares of the themes.
#[must_use]
pub fn profile_line(comparison: &Comparison<'_>, lang: Lang) -> String {
    let shares: Vec<String> = comparison
        .themes
        .iter()
        .map(|(_, theme, share)| format!("{} {}%", theme.title.get(lang).to_lowercase(), percent(*share)))
        .collect();
    let shares = crate::text::lang::list(lang, &shares);
    let title = comparison.profile.title.get(lang);
    let id = &comparison.profile.id;
    match lang {
        Lang::Nl => format!("Weging: {title} ({id}): {shares}."),
        Lang::En => format!("Profile: {title} ({id}): {shares}."),
    }
}

/// The files that were left out because of errors, a line each.
#[must_use]
pub fn left_out_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |left: &crate::compare::LeftOut| match lang {
        Lang::Nl => format!("Weggelaten wegens fouten ({}): {}", left.errors, left.path),
        Lang::En => format!("Left out because of errors ({}): {}", left.errors, left.path),
    };
    comparison.left_out.iter().map(line).collect()
}

/// What was asked on top of the profile, a line each.
#[must_use]
pub fn override_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let weights: Vec<String> =
        comparison.overrides.weights.iter().map(|(id, weight)| format!("{id} = {weight}")).collect();
    if !weights.is_empty() {
        lines.push(format!(
            "{} {}.",
            phrase("Eigen gewichten:", "Own weights:").get(lang),
            weights.join(", ")
        ));
    }
    if !comparison.overrides.requirements.is_empty() {
        let all = comparison.overrides.requirements.join("; ");
        lines.push(format!("{} {}.", phrase("Eigen eisen:", "Own requirements:").get(lang), clean(&all)));
    }
    lines
}

/// What later layers of data change, a line each.
#[must_use]
pub fn deviation_lines(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    comparison
        .deviations
        .iter()
        .map(|deviation| {
            let label = phrase("Eigen afwijking:", "Own deviation:").get(lang);
            let ids =
                |ids: &[crate::model::Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let what = match &deviation.what {
                DeviationKind::File(path) => match lang {
                    Lang::Nl => format!("{path} is vervangen"),
                    Lang::En => format!("{path} is replaced"),
                },
                DeviationKind::Variants { product, variants, .. } => match lang {
                    Lang::Nl => format!("{product}: uitvoering toegevoegd: {}", ids(variants)),
                    Lang::En => format!("{product}: variant added: {}", ids(variants)),
                },
                DeviationKind::Fact { product, criterion, variants, .. } => {
                    let title = catalogue.criterion(*criterion).map_or("", |c| c.title.get(lang));
                    format!("{product} ({}): {title}", ids(variants))
                }
            };
            match &deviation.because {
                Some(because) => format!("{label} {what}. {}", because.get(lang)),
                None => format!("{label} {what}."),
            }
        })
        .collect()
}
