//! What limits a comparison, and what that leaves out.

use crate::compare::{Comparison, Limits, Row};
use crate::model::Id;
use crate::text::Lang;
use crate::text::lang::{Phrase, either, phrase};
use crate::tr;

use super::products::{alternative, audience, runs};
use super::sentences::IN_USE;

/// Above alternatives that do not fit what the institution can do.
pub(crate) const LEFT_OUT_BY_NEED: Phrase = phrase(
    "Niet mogelijk voor uw instelling, en staat niet in de volgorde",
    "Not possible for your institution, and not in the order",
);

/// In place of the standing of an alternative that is made for others.
pub(crate) const LEFT_OUT_BY_AUDIENCE: Phrase = phrase(
    "Gemaakt voor een andere doelgroep, en niet vergeleken",
    "Made for another audience, and not compared",
);

/// In place of the standing of an alternative whose product is a draft.
pub(crate) const LEFT_OUT_DRAFT: Phrase = phrase("Concept, en niet vergeleken", "Draft, and not compared");

/// Of a choice that is made for others.
pub(crate) const CHOSEN_FOR_OTHERS: Phrase = phrase(
    "Dit product is gemaakt voor een andere doelgroep en is niet vergeleken.",
    "This product is made for another audience and was not compared.",
);

/// Of a choice whose product is a draft.
pub(crate) const CHOSEN_DRAFT: Phrase = phrase(
    "Het productbestand van dit product is nog een concept; het is niet vergeleken.",
    "The vendor file of this product is still a draft; it was not compared.",
);

/// How many drafts are named.
const NAMED: usize = 12;

/// Who can run a product for the institution, in words; `None` where nothing says so.
fn possible(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let words = comparison.possible.as_ref()?.iter().map(|hosting| runs(*hosting).get(lang).to_owned());
    Some(either(lang, &words.collect::<Vec<_>>()))
}

fn audiences(limits: &Limits, compared: bool, lang: Lang) -> String {
    let words: Vec<String> =
        limits.audiences(compared).map(|one| audience(one).get(lang).to_owned()).collect();
    either(lang, &words)
}

/// Why an alternative does not fit.
#[must_use]
pub(crate) fn unfit(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> String {
    let needs = runs(row.variant.hosting).get(lang);
    let can = possible(comparison, lang).unwrap_or_default();
    tr!(lang, "Hier geldt: {needs}; voor u is mogelijk: {can}.", "Here {needs}; possible for you: {can}.")
}

/// What an institution chose from or uses and cannot have run, a line each with the
/// reason; nothing where there was no choice.
#[must_use]
pub(crate) fn unfit_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let named =
        comparison.left_out_by_need.iter().filter(|row| comparison.chosen_from.is_some() || row.in_use);
    let line = |row: &Row<'_>| {
        let in_use = if row.in_use { format!(" ({})", IN_USE.get(lang)) } else { String::new() };
        let name = alternative(row.product, row.variant);
        format!("{name}{in_use}: {}", unfit(comparison, row, lang))
    };
    named.map(line).collect()
}

/// How many variants are not compared because they are made for others, as a sentence.
#[must_use]
pub(crate) fn audience_line(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let for_whom = || audiences(&comparison.limits, false, lang);
    match comparison.left_out_by_audience.len() {
        0 => None,
        1 => Some(tr!(
            lang,
            "1 variant {for_whom} is niet vergeleken.",
            "1 variant {for_whom} was not compared.",
            for_whom = for_whom()
        )),
        n => Some(tr!(
            lang,
            "{n} varianten {for_whom} zijn niet vergeleken.",
            "{n} variants {for_whom} were not compared.",
            for_whom = for_whom()
        )),
    }
}

/// The same for those who can give the option that includes them.
#[must_use]
pub(crate) fn audience_option(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let line = audience_line(comparison, lang)?;
    let how = tr!(lang, "Met `--audience all` wel.", "`--audience all` compares all.");
    Some(format!("{line} {how}"))
}

/// Which drafts are not compared, as a sentence.
#[must_use]
pub(crate) fn draft_line(drafts: &[&Id], lang: Lang) -> Option<String> {
    let count = drafts.len();
    let mut named: Vec<String> = drafts.iter().take(NAMED).map(ToString::to_string).collect();
    if count > named.len() {
        let more = count - named.len();
        named.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    let named = named.join(", ");
    match count {
        0 => None,
        1 => {
            Some(tr!(lang, "1 concept wordt niet vergeleken: {named}.", "1 draft is not compared: {named}."))
        }
        n => Some(tr!(
            lang,
            "{n} concepten worden niet vergeleken: {named}.",
            "{n} drafts are not compared: {named}."
        )),
    }
}

/// What is not compared whatever was asked for, a line each: what is made for others, and
/// drafts.
#[must_use]
pub(crate) fn not_compared_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    audience_line(comparison, lang).into_iter().chain(draft_line(&comparison.drafts(), lang)).collect()
}

/// What limits the comparison where that is not as usual, a line each.
#[must_use]
pub(crate) fn limit_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if comparison.limits.audience != Limits::default().audience {
        let for_whom = audiences(&comparison.limits, true, lang);
        lines.push(tr!(lang, "Vergeleken: varianten {for_whom}.", "Compared: variants {for_whom}."));
    }
    if let Some(can) = possible(comparison, lang) {
        lines.push(tr!(
            lang,
            "Wie een product voor u kan beheren: {can}.",
            "Who can run a product for you: {can}."
        ));
    }
    lines
}
