//! What can be chosen: the part of a memo with the ranking.

use crate::assess::Eligibility;
use crate::report::document::{Document, Part};
use crate::report::table::brief;
use crate::report::words::{self, hearing, limits, notes};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::memo::{Choice, Memo};

/// What was compared, and the ranking with its uncertainty.
pub(super) fn add<'m>(document: &mut Document<'m>, memo: &Memo<'m, '_>) {
    let lang = document.lang;
    let comparison = memo.comparison;
    document.division(phrase("Welke mogelijkheden zijn er?", "What can be chosen?"));
    let blocks = Eligibility::ALL.into_iter().zip(memo.blocks).filter(|(_, count)| *count > 0);
    let has_demands = !comparison.demands.is_empty();
    let blocks: Vec<String> = blocks
        .map(|(block, count)| {
            format!("{}: {count}", words::block(block, has_demands).get(lang).to_lowercase())
        })
        .collect();
    let all = words::variants(comparison.rows.len(), lang);
    let blocks = blocks.join("; ");
    let mut text = if blocks.is_empty() {
        words::NOTHING_TO_COMPARE.get(lang).to_owned()
    } else {
        tr!(lang, "Vergeleken: {all} ({blocks}).", "Compared: {all} ({blocks}).")
    };
    if !comparison.not_allowed.is_empty() {
        let out = words::variants(comparison.not_allowed.len(), lang);
        text += &tr!(lang, " Niet toegestaan door de afweging: {out}.", " Not allowed by the triage: {out}.");
    }
    if !comparison.left_out_by_need.is_empty() {
        let out = words::variants(comparison.left_out_by_need.len(), lang);
        text += &tr!(
            lang,
            " Niet mogelijk voor uw instelling: {out}.",
            " Not possible for your institution: {out}."
        );
    }
    document.text(text);
    document.texts(notes::choice_line(comparison, lang));
    document.texts(limits::not_compared_lines(comparison, lang));
    document.texts(heard(memo, lang));
    document.bullets(limits::unfit_lines(comparison, lang));
    document.texts(notes::instead(comparison, lang));
    if memo.rows.is_empty() {
        return;
    }
    // Said once where it is the same for all, as the memo is one page.
    let table = match (comparison.grouped_by, brief::shared_group(&memo.rows)) {
        (Some(by), Some(group)) => {
            document.text(format!("{}.", words::products::group_heading(by, group, lang)));
            brief::of_one_group(memo.rows.clone(), lang)
        }
        _ => brief::of_groups(memo.rows.clone(), lang),
    };
    document.parts.push(Part::Table(table));
    let more = match memo.more {
        0 => String::new(),
        more => tr!(
            lang,
            "Nog {more} met een plaats staan in de hele vergelijking. ",
            "{more} more with a place are in the full comparison. "
        ),
    };
    let has_own_work = memo.rows.iter().any(|row| row.evaluation.own_work > 0);
    let own = if has_own_work { format!(" {}", OWN_WORK.get(lang)) } else { String::new() };
    document.text(format!("{more}{} {}{own}", words::HIGHER.get(lang), SCALE.get(lang)));
}

/// Whether the maker of what was chosen was heard; without a choice, those of what was
/// compared.
fn heard(memo: &Memo<'_, '_>, lang: Lang) -> Option<String> {
    let Choice::Product(row) = memo.choice else { return hearing::compared_line(memo.comparison, lang) };
    let name = words::alternative(row.product, row.variant);
    Some(format!("{name}: {}.", hearing::state(row.evaluation.heard, row.product.asked, lang)))
}

/// How to read the numbers.
const SCALE: Phrase = phrase(
    "Punten lopen van 0 tot 100: ‘van’ zijn de punten met bron, ‘tot’ is wat het nog kan worden. De plaats zegt waar een product kan uitkomen als alles bekend is.",
    "Points go from 0 to 100: ‘from’ is the points with a source, ‘to’ is what is still possible. The place says where a product can end up once everything is known.",
);

/// How to read the numbers of own work.
const OWN_WORK: Phrase = phrase(
    "Zelf te regelen zijn de punten die uw instelling zelf kan verdienen, of niet: zij beheert de dienst dan zelf.",
    "Own work is the points that your institution itself can earn, or not: it then runs the service itself.",
);
