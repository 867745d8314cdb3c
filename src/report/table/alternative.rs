//! What the tables of a comparison say about an alternative, and what each repeats.

use std::borrow::Cow;

use super::columns::Columns;
use super::role::Role;
use super::value::Value;
use crate::assess::{Eligibility, Ratio, RuleStatus};
use crate::compare::{Comparison, Row, class_rows};
use crate::model::{Date, DeviationKind};
use crate::report::words::{self, limits, notes, premise, triage};
use crate::text::Lang;
use crate::text::lang::phrase;

/// The alternatives in the order in which people see them.
pub(super) fn in_order<'t>(comparison: &'t Comparison<'t>) -> Vec<&'t Row<'t>> {
    let groups = comparison.groups();
    let blocks = groups.iter().flat_map(|(_, group)| Eligibility::ALL.map(|block| class_rows(group, block)));
    blocks.flatten().collect()
}

/// A place, for an alternative that has one.
pub(super) fn place(row: &Row<'_>, place: usize) -> Option<usize> {
    row.evaluation.has_place().then_some(place)
}

/// The points, places and shares of the alternative that a row is about: no
/// table shows an order without its uncertainty.
#[rustfmt::skip]
pub(super) fn add_width<'t, R: Send + Sync + 't>(
    c: &mut Columns<'t, R>,
    of: impl Fn(&R) -> Option<&'t Row<'t>> + Copy + Send + Sync + 't,
) {
    c.decimal("points_low", phrase("Punten van", "Points from"), move |r| of(r).map(|row| row.evaluation.score.low()));
    c.decimal("points_own_work", phrase("Punten eigen werk", "Points of own work"), move |r| of(r).map(own_points));
    c.decimal("points_high", phrase("Punten tot", "Points to"), move |r| of(r).map(|row| row.evaluation.score.high()));
    c.integer("place_best", phrase("Plaats op zijn best", "Best place"), move |r| of(r).and_then(|row| place(row, row.rank.best)));
    c.integer("place_worst", phrase("Plaats op zijn slechtst", "Worst place"), move |r| of(r).and_then(|row| place(row, row.rank.worst)));
    c.decimal("known_percent", phrase("Beantwoord (%)", "Answered (%)"), move |r| of(r).map(|row| shares(row)[0]));
    c.decimal("own_work_percent", phrase("Eigen werk (%)", "Own work (%)"), move |r| of(r).map(|row| shares(row)[1]));
    c.decimal("open_percent", phrase("Open (%)", "Open (%)"), move |r| of(r).map(|row| shares(row)[2]));
}

/// The points that own work can add, as they are printed.
pub(super) fn own_points(row: &Row<'_>) -> Ratio {
    let [_, own, _] = row.evaluation.score.printed(1000);
    Ratio::new(own, 1000)
}

/// The shares of the weight that are known, own work and open, as they are printed: they
/// make 100.
pub(super) fn shares(row: &Row<'_>) -> [Ratio; 3] {
    row.evaluation.shares.printed(1000).map(|tenths| Ratio::new(tenths, 1000))
}

/// The as-of date and the data of a table.
pub(super) fn add_record<'t, R: Send + Sync + 't>(c: &mut Columns<'t, R>, as_of: Date, sha256: &'t str) {
    c.date("as_of", phrase("Stand op", "As of"), move |_| as_of);
    // The leading sign keeps a spreadsheet from reading it as a number.
    c.text("data_version", phrase("Gegevensversie", "Data version"), move |_| format!("v{sha256}"));
}

/// What every row repeats, because people forward a table without its folder, and
/// the id of what the row is about.
pub(super) fn add_origin<'t, R: Send + Sync + 't>(
    c: &mut Columns<'t, R>,
    (comparison, lang): (&'t Comparison<'t>, Lang),
    id: impl Fn(&R) -> String + Send + Sync + 't,
) {
    let profile = profile(comparison, lang);
    c.text("profile", phrase("Wat telt hoe zwaar", "What counts how much"), move |_| {
        Value::Text(profile.clone())
    });
    add_record(c, comparison.as_of, comparison.sha256);
    c.text("product_id", phrase("Product-id", "Product id"), id).role(Role::Alternative).key();
}

/// The profile, with what was requested in addition.
fn profile<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Cow<'t, str> {
    let title = comparison.profile.title.get(lang);
    let weights = comparison.own_weights().map(|(criterion, weight)| format!("{} = {weight}", criterion.id));
    let own: Vec<String> = weights.chain(comparison.own_requirements().map(str::to_owned)).collect();
    if own.is_empty() {
        return Cow::Borrowed(title);
    }
    let adjusted = phrase("aangepast:", "adjusted:").get(lang);
    Cow::Owned(format!("{title} ({adjusted} {})", own.join("; ")))
}

/// What a reader must know about any row.
pub(super) fn add_note<'t, R: Send + Sync + 't>(
    c: &mut Columns<'t, R>,
    (comparison, lang): (&'t Comparison<'t>, Lang),
    of: impl Fn(&R) -> Option<&'t Row<'t>> + Send + Sync + 't,
) {
    let (before, after) = (before(comparison, lang), after(comparison, lang));
    c.text("note", phrase("Let op", "Please note"), move |r| match of(r) {
        None => Value::from(words::DISCLAIMER.get(lang)),
        Some(row) => {
            let own = own_notes(row, lang);
            let all: Vec<&str> = before.iter().chain(&own).chain(&after).map(String::as_str).collect();
            Value::from(all.join(" "))
        }
    });
}

/// The notes that come first for every alternative.
pub(super) fn before(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut notes = premise::assumptions(comparison, lang);
    notes.extend(comparison.kind.ask_first.iter().map(|ask_first| ask_first.get(lang).to_owned()));
    notes.extend(notes::choice_line(comparison, lang));
    notes.extend(limits::not_compared_lines(comparison, lang));
    notes.extend(limits::limit_lines(comparison, lang));
    if comparison.institution.is_some() {
        notes.extend(triage::lines(comparison, lang));
        notes.extend(notes::situation(comparison, lang));
    }
    notes
}

/// The notes about an alternative.
fn own_notes(row: &Row<'_>, lang: Lang) -> Vec<String> {
    let evaluation = &row.evaluation;
    let mut notes = Vec::new();
    if row.in_use {
        notes.push(
            phrase("Uw instelling gebruikt dit nu.", "Your institution uses this now.").get(lang).to_owned(),
        );
    }
    notes.extend(words::hearing::warning(row, lang));
    if evaluation.shares.is_little_known() {
        let little = phrase(
            "Over dit product is nog weinig bekend: meer dan twee derde staat open.",
            "Little is known about this product so far: more than two thirds are open.",
        );
        notes.push(little.get(lang).to_owned());
    }
    if let Some(own) = words::score::own_work(evaluation, lang) {
        notes.push(format!("{}.", words::capital(&own)));
    }
    notes
}

/// The notes that come last for every alternative.
fn after(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if !comparison.left_out.is_empty() {
        let paths: Vec<&str> = comparison.left_out.iter().map(|left| left.path.as_str()).collect();
        let left_out = phrase("Weggelaten wegens fouten:", "Left out because of errors:").get(lang);
        notes.push(format!("{left_out} {}.", paths.join(", ")));
    }
    notes.push(words::DISCLAIMER.get(lang).to_owned());
    notes
}

/// The titles of the criteria whose hard demands have one of these statuses.
pub(super) fn demands(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    statuses: &[RuleStatus],
    lang: Lang,
) -> String {
    titles(&comparison.demanded(row, statuses), lang)
}

/// The titles of criteria in one cell.
pub(super) fn titles(criteria: &[&crate::model::Criterion], lang: Lang) -> String {
    criteria.iter().map(|criterion| criterion.title.get(lang)).collect::<Vec<_>>().join("; ")
}

/// What the institution's own data changes: answers of this alternative, and whole
/// files that hold for all.
pub(super) fn deviations(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> String {
    let mut found: Vec<&str> = comparison
        .numbered(&row.evaluation.deviations)
        .into_iter()
        .map(|criterion| criterion.title.get(lang))
        .collect();
    let added = comparison.deviations.iter().any(|deviation| match &deviation.what {
        DeviationKind::Variants { product, variants, .. } => {
            *product == row.product.id && variants.contains(&row.variant.id)
        }
        _ => false,
    });
    if added {
        found.push(phrase("eigen variant", "variant of your own").get(lang));
    }
    found.extend(comparison.deviations.iter().filter_map(|deviation| match &deviation.what {
        DeviationKind::File(path) => Some(path.as_str()),
        _ => None,
    }));
    found.join("; ")
}

/// The block of an alternative, in words.
pub(super) fn block(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> &'static str {
    words::block(row.evaluation.eligibility, !comparison.demands.is_empty()).get(lang)
}
