//! What to mind about an alternative, in a cell that has little room.

use super::alternative::deviations;
use crate::compare::{Comparison, Row};
use crate::model::Heard;
use crate::report::words::{hearing, products, score, sentences, tiles};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

/// What to mind about an alternative, in a few words each.
#[must_use]
pub(super) fn in_short(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> String {
    let evaluation = &row.evaluation;
    let mut found: Vec<String> = Vec::new();
    if row.in_use {
        found.push(sentences::IN_USE.get(lang).to_owned());
    }
    found.extend(products::unusual_audience(row.variant).map(|audience| audience.get(lang).to_owned()));
    if evaluation.shares.is_little_known() {
        found.push(score::LITTLE_KNOWN.get(lang).to_owned());
    }
    if evaluation.heard != Heard::Replied {
        found.push(hearing::state(evaluation.heard, row.product.asked, lang));
    }
    match comparison.cells(row).filter(|cell| cell.knowledge.disputed).count() {
        0 => {}
        1 => found
            .push(phrase("aanbieder betwist 1 antwoord", "vendor disputes 1 answer").get(lang).to_owned()),
        n => found.push(tr!(lang, "aanbieder betwist {n} antwoorden", "vendor disputes {n} answers")),
    }
    if evaluation.sources.undated > 0 {
        found.push(tiles::undated(evaluation.sources, lang));
    }
    match evaluation.stale_answers.saturating_sub(evaluation.undated_answers) {
        0 => {}
        1 => found
            .push(phrase("1 antwoord uit een oude bron", "1 answer from an old source").get(lang).to_owned()),
        n => found.push(tr!(lang, "{n} antwoorden uit oude bronnen", "{n} answers from old sources")),
    }
    if evaluation.institution_answers > 0 {
        found.push(score::OWN_WORD.of(evaluation.institution_answers, lang));
    }
    let own = deviations(comparison, row, lang);
    if !own.is_empty() {
        found.push(tr!(lang, "eigen gegevens: {own}", "data of your own: {own}"));
    }
    found.join("; ")
}
