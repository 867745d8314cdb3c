//! Words for premises: whether one holds and why, what rests on it, and what moves with it.

use crate::assess::Ratio;
use crate::compare::{Comparison, Move, OnPremise, Row, Stand};
use crate::model::{Catalogue, Choice, Id, Premise, Question, Set, Validity};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;

use super::dates::date;
use super::levels::level_word;
use super::number::{decimal_sign, points};
use super::products::alternative;
use super::rules::eligibility;
use super::score::variants;
use super::tiles;

/// This many alternatives that move are named.
const NAMED: usize = 3;

/// The statement with its id, as a part of a sentence.
#[must_use]
pub(crate) fn named((id, premise): (&Id, &Premise), lang: Lang) -> String {
    let title = premise.title.get(lang);
    format!("{} ({id})", title.strip_suffix('.').unwrap_or(title))
}

/// Whether it holds, and why.
#[must_use]
pub(crate) fn standing(premise: &Premise, lang: Lang) -> String {
    let day = |day: Option<crate::model::Date>| day.map_or(String::new(), |day| date(day, lang));
    let (from, until) = (day(premise.from), day(premise.until));
    let by_dates = match (premise.by_dates, premise.from, premise.until) {
        (Validity::NotYet, ..) => tr!(lang, "geldt vanaf {from}", "holds from {from}"),
        (Validity::NoLonger, ..) => {
            tr!(lang, "gold tot en met {until}, en nu niet meer", "held until {until}, and no longer does")
        }
        (Validity::Holds, None, None) => phrase("geldt", "holds").get(lang).to_owned(),
        (Validity::Holds, Some(_), None) => tr!(lang, "geldt sinds {from}", "has held since {from}"),
        (Validity::Holds, None, Some(_)) => {
            tr!(lang, "geldt tot en met {until}", "holds until {until}")
        }
        (Validity::Holds, Some(_), Some(_)) => {
            tr!(lang, "geldt sinds {from}, tot en met {until}", "has held since {from}, until {until}")
        }
    };
    match premise.assumed {
        None => by_dates,
        Some(true) => {
            tr!(lang, "geldt, zo is gesteld ({by_dates})", "holds, as is assumed ({by_dates})")
        }
        Some(false) => {
            tr!(lang, "geldt niet, zo is gesteld ({by_dates})", "does not hold, as is assumed ({by_dates})")
        }
    }
}

/// What something rests on, as a line: the premise, and whether it holds.
#[must_use]
pub(crate) fn resting(catalogue: &Catalogue, premise: usize, lang: Lang) -> Option<String> {
    let (id, premise) = catalogue.premise(premise)?;
    let (name, standing) = (named((id, premise), lang), standing(premise, lang));
    Some(tr!(lang, "Zolang: {name}. Dit {standing}.", "As long as: {name}. This {standing}."))
}

/// What an answer rests on, and what it is worth without that.
#[must_use]
pub(crate) fn of_choice(catalogue: &Catalogue, choice: &Choice, lang: Lang) -> Option<String> {
    let rests = choice.rests?;
    let line = resting(catalogue, rests.premise, lang)?;
    let Some(level) = rests.otherwise else {
        return Some(line);
    };
    let otherwise = level_word(level);
    let otherwise = otherwise.get(lang);
    Some(tr!(lang, "{line} Anders: {otherwise}.", "{line} Otherwise: {otherwise}."))
}

/// What some of the answers of a question rest on, a line for each.
#[must_use]
pub(crate) fn of_answers(catalogue: &Catalogue, question: &Question, given: Set, lang: Lang) -> Vec<String> {
    let choices = given.members().filter_map(|at| question.choice(at));
    let mut lines: Vec<String> = choices.filter_map(|choice| of_choice(catalogue, choice, lang)).collect();
    lines.dedup();
    lines
}

/// What is assumed, a line each.
#[must_use]
pub(crate) fn assumed_lines(catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    catalogue.premises.iter().filter_map(|(id, premise)| assumed((id, premise), lang)).collect()
}

fn assumed((id, premise): (&Id, &Premise), lang: Lang) -> Option<String> {
    let name = named((id, premise), lang);
    Some(if premise.assumed? {
        tr!(lang, "Stel dat dit geldt: {name}.", "Assuming that this holds: {name}.")
    } else {
        tr!(lang, "Stel dat dit niet geldt: {name}.", "Assuming that this does not hold: {name}.")
    })
}

/// What a comparison says of premises before anything else: what is assumed, with what
/// moves by that, and what is contested and would move something. Nothing where no
/// premise matters.
#[must_use]
pub(crate) fn lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    comparison.premises.iter().filter_map(|on| whole_line(on, lang)).collect()
}

/// The part of [`lines`] that is about what is assumed.
#[must_use]
pub(crate) fn assumed_first(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let assumed = comparison.premises.iter().filter(|on| on.premise.assumed.is_some());
    assumed.filter_map(|on| whole_line(on, lang)).collect()
}

/// The part of [`lines`] that is about what is contested, on paper: without ids, in whole
/// points.
#[must_use]
pub(crate) fn contested(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let contested = comparison.premises.iter().filter(|on| on.premise.assumed.is_none());
    let line = |on: &OnPremise<'_>| {
        let seen: Vec<&Move<'_>> = on.moves.iter().filter(|one| is_seen(one)).collect();
        let moved = moved(&seen, on_paper, lang)?;
        let title = on.premise.title.get(lang);
        let title = title.strip_suffix('.').unwrap_or(title);
        Some(tr!(
            lang,
            "Omstreden: {title}. Valt dat weg, dan verandert er iets voor {moved}",
            "Contested: {title}. If that falls, something changes for {moved}"
        ))
    };
    contested.filter_map(line).collect()
}

/// The difference that matters most, in whole points.
fn on_paper(moved: &Move<'_>, lang: Lang) -> String {
    let (Some(from), Some(to)) = (&moved.from, &moved.to) else { return what_moves(moved, lang) };
    let is_place = from.rank != to.rank && to.eligibility.has_places();
    if from.eligibility != to.eligibility || is_place {
        return what_moves(moved, lang);
    }
    in_whole_points(moved, lang).unwrap_or_else(|| {
        phrase("minder dan één punt verschil", "a difference of less than one point").get(lang).to_owned()
    })
}

fn whole_line(on: &OnPremise<'_>, lang: Lang) -> Option<String> {
    let nothing = phrase("Daardoor verandert er niets.", "This changes nothing.");
    let seen: Vec<&Move<'_>> = on.moves.iter().filter(|one| is_seen(one)).collect();
    line(on, &seen, nothing, lang)
}

/// The same, where what is contested is only counted: its premise can be asked for.
#[must_use]
pub(crate) fn short_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let (assumed, contested): (Vec<&OnPremise<'_>>, Vec<&OnPremise<'_>>) =
        comparison.premises.iter().partition(|on| on.premise.assumed.is_some());
    let nothing = phrase("Daardoor verandert er niets.", "This changes nothing.");
    let whole = assumed.into_iter().filter_map(|on| {
        let seen: Vec<&Move<'_>> = on.moves.iter().filter(|one| is_seen(one)).collect();
        line(on, &seen, nothing, lang)
    });
    let counted = contested.into_iter().filter_map(|on| {
        let count = on.moves.iter().filter(|one| is_seen(one)).count();
        let (id, title, count) = (on.id, on.premise.title.get(lang), variants(count, lang));
        let title = title.strip_suffix('.').unwrap_or(title);
        (on.moves.iter().any(is_seen)).then(|| {
            tr!(
                lang,
                "Omstreden: {title}. Valt dat weg, dan verandert er iets voor {count}: keuzehulp explain {id}",
                "Contested: {title}. If that falls, something changes for {count}: keuzehulp explain {id}"
            )
        })
    });
    whole.chain(counted).collect()
}

/// What a premise comes to for an alternative that moves with it.
#[must_use]
pub(crate) fn at_stake(on: &OnPremise<'_>, row: &Row<'_>, lang: Lang) -> String {
    let title = on.premise.title.get(lang);
    let title = title.strip_suffix('.').unwrap_or(title);
    let moved = on.of(row.product, row.variant);
    let what = moved.map_or(String::new(), |one| on_paper(one, lang));
    match on.premise.assumed {
        None => tr!(
            lang,
            "{title}. Valt dat weg, dan verandert er iets: {what}.",
            "{title}. If that falls, something changes: {what}."
        ),
        Some(true) => tr!(
            lang,
            "{title} (gesteld: dit geldt). Daardoor: {what}.",
            "{title} (assumed: this holds). So: {what}."
        ),
        Some(false) => tr!(
            lang,
            "{title} (gesteld: dit geldt niet). Daardoor: {what}.",
            "{title} (assumed: this does not hold). So: {what}."
        ),
    }
}

/// How the points of an alternative move, where nothing else does.
fn in_whole_points(moved: &Move<'_>, lang: Lang) -> Option<String> {
    let (from, to) = (moved.from.as_ref()?, moved.to.as_ref()?);
    let range = |stand: &Stand<'_>| tiles::range(stand.score.whole_points(), lang);
    let (was, is) = (range(from), range(to));
    (from.eligibility == to.eligibility && from.rank == to.rank && was != is)
        .then(|| tr!(lang, "{was} punten worden {is} punten", "{was} points become {is} points"))
}

/// The same, of what moves for one alternative.
#[must_use]
pub(crate) fn lines_about(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<String> {
    let is_mine = |one: &&Move<'_>| one.product.id == row.product.id && one.variant.id == row.variant.id;
    let nothing =
        phrase("Voor deze variant verandert daardoor niets.", "For this variant that changes nothing.");
    let line = |on: &OnPremise<'_>| {
        let mine: Vec<&Move<'_>> = on.moves.iter().filter(is_mine).collect();
        line(on, &mine, nothing, lang)
    };
    comparison.premises.iter().filter_map(line).collect()
}

/// What a comparison assumes, a line each, without what moves.
#[must_use]
pub(crate) fn assumptions(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    comparison.premises.iter().filter_map(|on| assumed((on.id, on.premise), lang)).collect()
}

fn line(on: &OnPremise<'_>, seen: &[&Move<'_>], nothing: Phrase, lang: Lang) -> Option<String> {
    let moved = moved(seen, what_moves, lang);
    if let Some(assumed) = assumed((on.id, on.premise), lang) {
        let what = match moved {
            Some(moved) => {
                tr!(lang, "Daardoor verandert er iets voor {moved}", "This changes something for {moved}")
            }
            None => nothing.get(lang).to_owned(),
        };
        return Some(format!("{assumed} {what}"));
    }
    let (name, moved) = (named((on.id, on.premise), lang), moved?);
    Some(tr!(
        lang,
        "Omstreden: {name}. Valt dat weg, dan verandert er iets voor {moved}",
        "Contested: {name}. If that falls, something changes for {moved}"
    ))
}

/// Whether people see it: what is knocked out, or of which nothing is known, is shown
/// without a place.
fn is_seen(moved: &Move<'_>) -> bool {
    let has_place = |stand: &Stand<'_>| {
        let (score, none) = (stand.score, Ratio::ZERO);
        let is_blank = (score.low(), score.own_work(), score.high()) == (none, none, Ratio::ONE);
        stand.eligibility.has_places() && !is_blank
    };
    !moved.is_place_only() || moved.from.as_ref().is_some_and(has_place)
}

/// How many move, and the first of them; `None` when none does.
fn moved(moves: &[&Move<'_>], what: impl Fn(&Move<'_>, Lang) -> String, lang: Lang) -> Option<String> {
    let named = |one: &&Move<'_>| {
        let name = alternative(one.product, one.variant);
        format!("{name} ({})", what(one, lang))
    };
    let mut names: Vec<String> = moves.iter().take(NAMED).map(named).collect();
    let more = moves.len() - names.len();
    if more > 0 {
        names.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    let (count, names) = (variants(moves.len(), lang), names.join("; "));
    (!moves.is_empty()).then(|| format!("{count}: {names}."))
}

/// The difference that matters most.
fn what_moves(moved: &Move<'_>, lang: Lang) -> String {
    match (&moved.from, &moved.to) {
        (Some(from), Some(to)) => difference(from, to, lang),
        (None, Some(_)) => {
            phrase("mag dan wel volgens uw afweging", "is then allowed by your triage").get(lang).to_owned()
        }
        _ => phrase("mag dan niet volgens uw afweging", "is then not allowed by your triage")
            .get(lang)
            .to_owned(),
    }
}

fn difference(from: &Stand<'_>, to: &Stand<'_>, lang: Lang) -> String {
    if from.eligibility != to.eligibility {
        let word = |stand: &Stand<'_>| eligibility(stand.eligibility).get(lang).to_lowercase();
        return format!("{} → {}", word(from), word(to));
    }
    if from.rank != to.rank && to.eligibility.has_places() {
        let (was, is) = (from.rank, to.rank);
        return tr!(lang, "plaats {was} → {is}", "place {was} → {is}");
    }
    let sign = decimal_sign(lang);
    let range = |stand: &Stand<'_>| {
        let (low, high) = (points(stand.score.low(), sign), points(stand.score.high(), sign));
        format!("{low}–{high}")
    };
    let (was, is) = (range(from), range(to));
    tr!(lang, "{was} → {is} punten", "{was} → {is} points")
}
