//! Lines about an alternative and about a comparison as a whole, which formats
//! for people share.

use crate::assess::RuleStatus;
use crate::compare::{Comparison, Row};
use crate::model::{LeftOut, OwnWork, Product};
use crate::text::Lang;
use crate::text::lang::{Phrase, list, phrase};
use crate::tr;

use super::dates::date;
use super::limits;
use super::own;
use super::products::{alternative, group, runs, unusual_audience};
use super::rules::{RULE_ORDER, counted, rank_by, rule_status};
use super::score::{LITTLE_KNOWN, OWN_WORD, STALE_ANSWERS, own_work, places_in_short, variants};
use super::sentences::{IN_USE, INSTEAD, NOT_ALLOWED, VENDOR_REPLIED};
use super::small;
use super::sources::whereabouts;
use super::template::{Template, template};

pub(crate) use super::deviations::deviation_lines;
pub(crate) use super::situation::situation;

/// What was compared, and how many: the title of a comparison.
#[must_use]
pub(crate) fn compared(comparison: &Comparison<'_>, lang: Lang) -> String {
    let title = comparison.kind.title.get(lang);
    let count = variants(comparison.compared, lang);
    let some = chosen(comparison, lang).map(|some| format!(" ({some})")).unwrap_or_default();
    tr!(
        lang,
        "{title}: {count} vergeleken{some}, in punten van 0 tot 100",
        "{title}: {count} compared{some}, in points from 0 to 100"
    )
}

/// The same in short, with the day: how many variants of how many products.
#[must_use]
pub(crate) fn compared_in_short(comparison: &Comparison<'_>, lang: Lang) -> String {
    let title = comparison.kind.title.get(lang);
    let count = variants(comparison.compared, lang);
    let mut products: Vec<&str> = comparison.rows.iter().map(|row| row.product.id.as_str()).collect();
    products.sort_unstable();
    products.dedup();
    let day = date(comparison.as_of, lang);
    match products.len() {
        1 => tr!(
            lang,
            "{title}: {count} van 1 product. Stand op {day}.",
            "{title}: {count} of 1 product. As of {day}."
        ),
        all => tr!(
            lang,
            "{title}: {count} van {all} producten. Stand op {day}.",
            "{title}: {count} of {all} products. As of {day}."
        ),
    }
}

/// That only a choice was compared, and from how many; `None` when all were.
#[must_use]
pub(crate) fn chosen(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let all = comparison.chosen_from.filter(|_| !comparison.rows.is_empty())?;
    Some(tr!(lang, "keuze uit {all}", "choice from {all}"))
}

/// The same as a sentence, with what it means for the places.
#[must_use]
pub(crate) fn choice_line(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let all = comparison.chosen_from.filter(|_| !comparison.rows.is_empty())?;
    Some(tr!(
        lang,
        "Dit is een keuze uit {all} varianten: plaatsen en aantallen gelden binnen deze keuze.",
        "This is a choice from {all} variants: places and counts hold within this choice."
    ))
}

/// The places that remain possible: `2–7`, or `2`; `None` for an alternative
/// that is shown without a place.
#[must_use]
pub(crate) fn place(row: &Row<'_>) -> Option<String> {
    row.evaluation.has_place().then(|| places_in_short(row.rank))
}

/// The demands that are not certainly met, by name: a line for each status.
#[must_use]
pub(crate) fn demands(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<(RuleStatus, String)> {
    let line = |status| {
        let titles = comparison.demanded(row, &[status]);
        let names: Vec<&str> = titles.iter().map(|criterion| criterion.title.get(lang)).collect();
        let label = rule_status(status).get(lang);
        (!names.is_empty()).then(|| (status, format!("{label}: {}", names.join("; "))))
    };
    RULE_ORDER.into_iter().filter_map(line).collect()
}

/// This many demands of a status are named on a card.
pub(crate) const NAMED: usize = 4;
/// That there are more than those.
pub(crate) const MORE: Template = template("{named} en nog {n}", "{named} and {n} more");

/// The same for a card: what is not met by name, of the rest the first few. One more is
/// named too, for counting it takes as much room.
#[must_use]
pub(crate) fn demands_on_card(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    lang: Lang,
) -> Vec<(RuleStatus, String)> {
    let line = |status| {
        let titles = comparison.demanded(row, &[status]);
        let mut names: Vec<&str> = titles.iter().map(|criterion| criterion.title.get(lang)).collect();
        let isnt_met = matches!(status, RuleStatus::Fires | RuleStatus::Indication);
        let more = if isnt_met || names.len() <= NAMED + 1 { 0 } else { names.len() - NAMED };
        names.truncate(names.len() - more);
        let named = names.join("; ");
        let named = if more == 0 { named } else { MORE.fill(lang, &[("named", &named), ("n", &more)]) };
        let label = rule_status(status).get(lang);
        (!names.is_empty()).then(|| (status, format!("{label}: {named}")))
    };
    RULE_ORDER.into_iter().filter_map(line).collect()
}

/// The same in a few words: what is not met by name, the rest counted.
#[must_use]
pub(crate) fn demands_in_short(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> String {
    let one = |status| {
        let titles = comparison.demanded(row, &[status]);
        let names: Vec<String> = titles.iter().map(|one| small(one.title.get(lang))).collect();
        match status {
            _ if titles.is_empty() => None,
            RuleStatus::Fires | RuleStatus::Indication => {
                Some(format!("{}: {}", not_met(status).get(lang), names.join(", ")))
            }
            _ => Some(counted(status, titles.len(), lang)),
        }
    };
    let all: Vec<String> = RULE_ORDER.into_iter().filter_map(one).collect();
    let none = if comparison.demands.is_empty() {
        phrase("er zijn geen eisen", "there are no demands")
    } else {
        phrase("geen eis in de weg", "no demand in the way")
    };
    if all.is_empty() { none.get(lang).to_owned() } else { all.join("; ") }
}

/// The same for what is not met, before the names.
fn not_met(status: RuleStatus) -> Phrase {
    match status {
        RuleStatus::Indication => phrase("haalt misschien niet", "may not meet"),
        _ => phrase("haalt niet", "does not meet"),
    }
}

/// Notes on an alternative, apart from its numbers and demands.
#[must_use]
pub(crate) fn beside(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<String> {
    let evaluation = &row.evaluation;
    let mut notes = Vec::new();
    if row.in_use {
        notes.push(IN_USE.get(lang).to_owned());
    }
    if comparison.chosen_from.is_some() {
        notes.extend(row.form.map(|form| group(form, lang)));
        notes.push(runs(row.variant.hosting).get(lang).to_owned());
    }
    notes.extend(unusual_audience(row.variant).map(|audience| audience.get(lang).to_owned()));
    if evaluation.shares.is_little_known() {
        notes.push(LITTLE_KNOWN.get(lang).to_owned());
    }
    notes.extend(own_work(evaluation, lang));
    if evaluation.institution_answers > 0 {
        notes.push(OWN_WORD.of(evaluation.institution_answers, lang));
    }
    if evaluation.stale_answers > 0 {
        notes.push(STALE_ANSWERS.of(evaluation.stale_answers, lang));
    }
    if !evaluation.replies.is_empty() {
        notes.push(VENDOR_REPLIED.get(lang).to_owned());
    }
    notes
}

/// What can be done instead of any product of the kind, in one line.
#[must_use]
pub(crate) fn instead(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let titles: Vec<String> =
        comparison.instead.iter().map(|(_, instead)| instead.title.get(lang).to_lowercase()).collect();
    (!titles.is_empty()).then(|| format!("{} {}.", INSTEAD.get(lang), titles.join("; ")))
}

/// The products that no longer exist, a line each.
#[must_use]
pub(crate) fn retired(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |product: &&Product| {
        let retired = product.retired.as_ref()?;
        let source = product.sources.get(retired.source).map(|source| whereabouts(source, lang));
        let source = source.unwrap_or_default();
        let (name, on) = (&product.name, date(retired.on, lang));
        Some(tr!(lang, "{name} (sinds {on}; {source})", "{name} (since {on}; {source})"))
    };
    comparison.retired.iter().filter_map(line).collect()
}

/// The day, the data (its fingerprint, or the beginning of it) and the order,
/// in one line.
#[must_use]
pub(crate) fn record(comparison: &Comparison<'_>, data: &str, lang: Lang) -> String {
    let day = date(comparison.as_of, lang);
    let order = rank_by(comparison.rank_by).get(lang);
    tr!(
        lang,
        "Stand op {day}. Gegevens: {data}. Volgorde: naar {order}.",
        "As of {day}. Data: {data}. Order: by {order}."
    )
}

/// The same for a reader on paper: which data, and what that is good for.
#[must_use]
pub(crate) fn record_on_paper(comparison: &Comparison<'_>, data: &str, lang: Lang) -> String {
    let day = date(comparison.as_of, lang);
    let order = rank_by(comparison.rank_by).get(lang);
    let within = match comparison.groups().len() {
        0 | 1 => "",
        _ => phrase(" binnen een groep", " within a group").get(lang),
    };
    tr!(
        lang,
        "Volgorde{within}: naar {order}. Stand op {day}. Kenmerk van de gegevens, om de uitkomst later na te rekenen: {data}.",
        "Order{within}: by {order}. As of {day}. Mark of the data, to work out the result again later: {data}."
    )
}

/// The profile by its name, the day and the data, in one line.
#[must_use]
pub(crate) fn made_line(comparison: &Comparison<'_>, data: &str, lang: Lang) -> String {
    let (title, id) = (comparison.profile.title.get(lang), &comparison.profile.id);
    let day = date(comparison.as_of, lang);
    tr!(
        lang,
        "Wat telt hoe zwaar: {title} ({id}). Stand op {day}. Gegevens: {data}.",
        "What counts how much: {title} ({id}). As of {day}. Data: {data}."
    )
}

/// Alternatives outside the order, each with the reasons.
type Unranked = Vec<(String, Vec<String>)>;

/// The alternatives that are not in the order, below a heading for why: those that the
/// triage does not allow, and those that do not fit what the institution can do.
#[must_use]
pub(crate) fn unranked(comparison: &Comparison<'_>, lang: Lang) -> Vec<(Phrase, Unranked)> {
    let name = |row: &Row<'_>| {
        let in_use = if row.in_use { format!(" ({})", IN_USE.get(lang)) } else { String::new() };
        format!("{}{in_use}", alternative(row.product, row.variant))
    };
    let not_allowed = comparison.not_allowed.iter();
    let not_allowed = not_allowed.map(|row| (name(row), super::triage::reasons(comparison, row, lang)));
    let unfit = comparison.left_out_by_need.iter();
    let unfit = unfit.map(|row| (name(row), vec![limits::unfit(comparison, row, lang)]));
    let all = [(NOT_ALLOWED, not_allowed.collect()), (limits::LEFT_OUT_BY_NEED, unfit.collect())];
    all.into_iter().filter(|(_, rows): &(Phrase, Unranked)| !rows.is_empty()).collect()
}

/// The profile and the shares of the themes.
#[must_use]
pub(crate) fn profile_line(comparison: &Comparison<'_>, lang: Lang) -> String {
    let (title, id) = (comparison.profile.title.get(lang), &comparison.profile.id);
    weighing(&format!("{title} ({id})"), comparison, lang)
}

/// The same without the id, for who reads it on paper.
#[must_use]
pub(crate) fn profile_line_on_paper(comparison: &Comparison<'_>, lang: Lang) -> String {
    weighing(comparison.profile.title.get(lang), comparison, lang)
}

fn weighing(name: &str, comparison: &Comparison<'_>, lang: Lang) -> String {
    let shares: Vec<String> = comparison
        .theme_percents()
        .map(|(_, theme, percent)| format!("{} {percent}%", theme.title.get(lang).to_lowercase()))
        .collect();
    let shares = list(lang, &shares);
    tr!(lang, "Wat telt hoe zwaar: {name}: {shares}.", "What counts how much: {name}: {shares}.")
}

/// The files that were left out because of errors, a line each.
#[must_use]
pub(crate) fn left_out_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |left: &LeftOut| {
        let (errors, path) = (left.errors, &left.path);
        tr!(
            lang,
            "Weggelaten wegens fouten ({errors}): {path}",
            "Left out because of errors ({errors}): {path}"
        )
    };
    comparison.left_out.iter().map(line).collect()
}

/// What was requested on top of the profile, and what limits the comparison, a line
/// each.
#[must_use]
pub(crate) fn override_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut lines = own_lines(comparison, lang);
    lines.extend(limits::limit_lines(comparison, lang));
    lines
}

/// What was requested on top of the profile, a line each.
#[must_use]
pub(crate) fn own_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let [weights, requirements] = own::asked(comparison, lang);
    let labels =
        [phrase("Eigen gewichten:", "Your own weights:"), phrase("Eigen eisen:", "Your own demands:")];
    let line = |(label, all): (Phrase, Vec<String>)| {
        (!all.is_empty()).then(|| format!("{} {}.", label.get(lang), all.join("; ")))
    };
    labels.into_iter().zip([weights, requirements]).filter_map(line).collect()
}

/// That answers of the institution count as supported, where there are any.
#[must_use]
pub(crate) fn own_word_line(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let any = comparison.rows.iter().any(|row| row.evaluation.institution_answers > 0);
    any.then(|| {
        tr!(
            lang,
            "Wat uw instelling in haar dossier zegt van haar eigen werk, telt mee als punten met bron. Bij elk product staat hoeveel antwoorden dat zijn.",
            "What your institution says of its own work in its dossier counts as points with a source. Each product says how many answers that is."
        )
    })
}

/// What the institution says of its own work, a line for each answer.
#[must_use]
pub(crate) fn own_word_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let own = comparison.institution.iter().flat_map(|institution| &institution.dossier.own_work);
    let line = |own: &OwnWork| {
        let criterion = comparison.numbered(&[own.criterion]).pop()?;
        let answer = super::answers::answers(&criterion.question, &own.possible, lang);
        let said = super::institution::own_word(own, lang);
        Some(format!("{}: {answer}. {said}", criterion.title.get(lang)))
    };
    own.filter_map(line).collect()
}
