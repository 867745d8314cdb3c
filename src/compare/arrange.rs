//! Judged alternatives become a comparison: in order, with all that is shown
//! beside them.

use std::collections::HashSet;

use crate::assess::apportion::shares;
use crate::assess::{Rank, Ratio};
use crate::model::{Catalogue, Criterion, DeviationKind, GroupBy, Product};

use super::adjust::{Refusal, Request};
use super::choice::Choice;
use super::comparison::{Column, Comparison, Row, names};
use super::evaluate::Judged;
use super::evaluation::{Evaluation, Evaluations};
use super::exam_days::Days;
use super::group::{GroupedBy, form};
use super::institution::institution;
use super::limits::{can_run, of_set};
use super::order::{equal_weights, place};
use super::premises::{Arranged, premises as of_premises};

/// Makes a comparison of what was evaluated, one list for each product of the
/// catalogue, in its order, and of what
/// [`Evaluator::finish`](super::Evaluator::finish) gave for the same request.
/// Of the products themselves, only the names are used.
///
/// # Errors
/// When there is no such kind.
pub fn arrange<'c>(
    catalogue: &'c Catalogue,
    request: Request<'c>,
    evaluations: Evaluations,
    judged: Judged,
) -> Result<Comparison<'c>, Refusal> {
    let kind = request.kind;
    let Judged { profile, weights, demands, shared, premises, turned } = judged;
    let Some((kind_id, kind_data)) = catalogue.kinds.get_index(kind) else {
        return Err(Refusal::NothingWeighs { profile: profile.id, kind: String::new() });
    };
    let criteria: Vec<(usize, &Criterion)> = catalogue.criteria_of(kind).collect();
    let left_out: HashSet<&str> = catalogue.left_out.iter().map(|left| left.path.as_str()).collect();
    let left_out: HashSet<&str> = catalogue
        .files
        .iter()
        .filter(|file| left_out.contains(file.shown.as_str()))
        .map(|f| f.inner.as_str())
        .collect();
    let excluded = |product: &Product| {
        let own = catalogue.files.get(product.place.file.0 as usize);
        own.is_some_and(|file| left_out.contains(file.inner.as_str()))
    };
    let by = form(catalogue, kind).and_then(|number| catalogue.criterion(number));
    let divides = match kind_data.group_by {
        Some(GroupBy::Hosting) => Some(GroupedBy::Hosting),
        _ => by.map(GroupedBy::Criterion),
    };
    let choice = Choice::of(catalogue, &request)?;
    let grouped_by = divides.filter(|_| !request.ungrouped && !choice.is_made());
    let mut rows: Vec<Row<'c>> = Vec::with_capacity(evaluations.iter().map(Vec::len).sum());
    for (product, evaluation) in
        catalogue.products.iter().zip(evaluations).filter(|(product, _)| !excluded(product))
    {
        rows.extend(evaluation.into_iter().filter_map(|evaluation| row(evaluation, product, by, grouped_by)));
    }
    for row in &mut rows {
        row.in_use = choice.is_in_use(row.product, row.variant);
    }
    let mut left_out_drafts: Vec<Row<'c>> = rows.extract_if(.., |row| row.product.draft).collect();
    let by_audience = |row: &mut Row<'_>| {
        !request.limits.is_for(row.variant.audience) && !choice.insists_on(row.product, row.variant)
    };
    let mut left_out_by_audience: Vec<Row<'c>> = rows.extract_if(.., by_audience).collect();
    let institution = institution(catalogue, &request);
    let days = Days::of(catalogue, &request, institution.as_ref(), &weights)?;
    let stopped = institution.as_ref().is_some_and(|institution| institution.triage.is_stopped());
    let mut not_allowed: Vec<Row<'c>> =
        rows.extract_if(.., |row| stopped || row.evaluation.is_left_out).collect();
    let possible = request.limits.possible(institution.as_ref().map(|institution| institution.dossier));
    let mut left_out_by_need: Vec<Row<'c>> =
        rows.extract_if(.., |row| !can_run(possible, row.variant)).collect();
    let chosen_from = choice.is_made().then_some(rows.len());
    rows.retain(|row| choice.includes(row.product, row.variant));
    for list in [&mut left_out_drafts, &mut left_out_by_audience] {
        list.retain(|row| choice.mentions(row.product, row.variant));
    }
    for list in [&mut not_allowed, &mut left_out_by_need] {
        list.retain(|row| choice.includes(row.product, row.variant));
    }
    for list in [&mut not_allowed, &mut left_out_by_need, &mut left_out_by_audience, &mut left_out_drafts] {
        list.sort_by_cached_key(|row| (names(row), row.id()));
    }
    place(&mut rows, &shared, equal_weights(catalogue, kind, &criteria).as_ref(), request.rank_by);
    let fitting: Vec<&Row<'c>> = not_allowed.iter().filter(|row| can_run(possible, row.variant)).collect();
    let arranged = Arranged {
        rows: &rows,
        left_out: &fitting,
        is_stopped: stopped,
        grouped_by,
        rank_by: request.rank_by,
    };
    let premises = of_premises(catalogue, &premises, &turned, arranged);
    let compared = rows.len();
    let theme_of = |criterion: &Criterion| catalogue.themes.get_index(criterion.theme);
    let share = |number: usize| weights.share(std::iter::once(number));
    let exact: Vec<Ratio> = criteria.iter().map(|(number, _)| share(*number)).collect();
    let columns = criteria
        .iter()
        .zip(shares(&exact, 1000))
        .filter_map(|((number, criterion), tenths)| {
            let (theme, _) = theme_of(criterion)?;
            let (number, weight, printed) = (*number, weights.weight(*number), Ratio::new(tenths, 1000));
            Some(Column { number, criterion, theme, weight, share: share(number), printed })
        })
        .collect();
    let themes = catalogue
        .themes
        .iter()
        .enumerate()
        .map(|(at, (id, theme))| {
            (id, theme, weights.share(criteria.iter().filter(|(_, c)| c.theme == at).map(|(n, _)| *n)))
        })
        .filter(|(_, _, share)| *share > Ratio::ZERO)
        .collect();
    let retired =
        catalogue.products_of(kind).filter(|product| request.retired && product.retired.is_some()).collect();
    let deviations = catalogue
        .deviations
        .iter()
        .filter(|deviation| match &deviation.what {
            DeviationKind::Fact { kind: of, .. } | DeviationKind::Variants { kind: of, .. } => *of == kind,
            DeviationKind::File(_) => true,
        })
        .collect();
    let mut comparison = Comparison {
        kind_id,
        kind: kind_data,
        as_of: request.as_of,
        profile,
        written: request.profile,
        overrides: request.overrides,
        rank_by: request.rank_by,
        sha256: &catalogue.sha256,
        left_out: &catalogue.left_out,
        deviations,
        criteria: columns,
        themes,
        grouped_by,
        compared,
        only: request.only,
        chosen_from,
        ungrouped: request.ungrouped,
        rows,
        retired,
        demands,
        premises,
        weights,
        shared,
        not_allowed,
        left_out_by_need,
        left_out_by_audience,
        left_out_drafts,
        limits: request.limits,
        possible: possible.map(|set| of_set(set).collect()),
        institution,
        exam_days: Vec::new(),
        exam: request.exam,
        instead: catalogue.instead.iter().filter(|(_, instead)| instead.applies_to.contains(kind)).collect(),
    };
    comparison.exam_days = days.judged(&comparison);
    Ok(comparison)
}

/// A row of what was judged, without a rank.
fn row<'c>(
    evaluation: Box<Evaluation>,
    product: &'c Product,
    by: Option<&'c Criterion>,
    grouped_by: Option<GroupedBy<'c>>,
) -> Option<Row<'c>> {
    let answer = evaluation.group.map(usize::from);
    let form = by.map(|criterion| GroupedBy::Criterion(criterion).group(answer));
    let variant = product.variants.get(usize::from(evaluation.number))?;
    let group = grouped_by.map(|divides| divides.group_of(variant.hosting, answer));
    Some(Row {
        product,
        variant,
        form,
        group,
        in_use: false,
        rank: Rank { rank: 0, best: 0, worst: 0 },
        equal_rank: None,
        evaluation,
    })
}
