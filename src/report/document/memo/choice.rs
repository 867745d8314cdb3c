//! What was chosen: the part of a memo with its card.

use crate::assess::RuleStatus;
use crate::compare::{Group, Row};
use crate::report::document::Document;
use crate::report::words::products::group_in_short;
use crate::report::words::{self, limits, triage};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;
use crate::views::memo::{Choice, Memo, Placed, placed};

/// What was chosen, by whom and why, how that relates to the order, and its card.
pub(super) fn add(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wat is de keuze, en waarom?", "What is the choice, and why?"));
    let Some(chosen) = &memo.institution.dossier.chosen else {
        document.text(phrase("Er is nog niet gekozen.", "Nothing has been chosen yet."));
        return;
    };
    let what = match memo.choice {
        Choice::Instead(instead) => instead.title.get(lang).to_owned(),
        choice => match choice.row() {
            Some(row) => words::alternative(row.product, row.variant),
            None => phrase("een product dat niet is vergeleken", "a product that was not compared")
                .get(lang)
                .to_owned(),
        },
    };
    let by: Vec<String> =
        chosen.role.clone().into_iter().chain(chosen.on.map(|day| words::date(day, lang))).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
    let because = &chosen.because;
    let reason = tr!(lang, "{what}{by}. De reden: {because}", "{what}{by}. The reason: {because}");
    let departs = departs(memo, lang);
    let standing = memo.choice.row().and_then(|row| standing(memo, row, lang));
    let all: Vec<String> = [reason].into_iter().chain(departs).chain(standing).collect();
    document.text(all.join(" "));
    if let Some(row) = memo.choice.row() {
        document.short_card(memo.comparison, row);
    }
    match memo.choice {
        Choice::NotAllowed(row) => document.bullets(triage::reasons(memo.comparison, row, lang)),
        Choice::Unfit(row) => document.bullets([limits::unfit(memo.comparison, row, lang)]),
        _ => {}
    }
}

/// How the choice relates to the order: its place, or that it departs from the order.
fn departs(memo: &Memo<'_, '_>, lang: Lang) -> Option<String> {
    if let Choice::Product(row) = memo.choice
        && let Some(placed) = placed(memo.comparison, row)
    {
        return Some(place(placed, lang));
    }
    let words = phrase(
        "Deze keuze wijkt af van de volgorde in de vergelijking.",
        "This choice departs from the order of the comparison.",
    );
    memo.choice.departs().then(|| words.get(lang).to_owned())
}

/// Its place in its group, and where it can end up.
fn place(placed: Placed<'_>, lang: Lang) -> String {
    let Placed { group, rank, of } = placed;
    let all = words::variants(of, lang);
    let whose = match group {
        None => all,
        Some(group @ Group::Hosting(_)) => format!("{all} {}", group_in_short(group, lang)),
        Some(group) => format!("{all} ({})", group_in_short(group, lang)),
    };
    let now = rank.rank;
    let now =
        tr!(lang, "Van {whose} staat de keuze nu op plaats {now}.", "Of {whose} the choice now ranks {now}.");
    if rank.best == rank.worst {
        return now;
    }
    let places = words::places(rank, lang);
    let known = tr!(
        lang,
        "Er is nog zo veel onbekend dat dit {places} kan worden.",
        "So much is still unknown that this can become {places}."
    );
    format!("{now} {known}")
}

/// Why what was chosen is not in the order, or what rules it out; `None` where nothing
/// does.
fn standing(memo: &Memo<'_, '_>, row: &Row<'_>, lang: Lang) -> Option<String> {
    let aside = match memo.choice {
        Choice::NotAllowed(_) => Some(phrase(
            "De afweging vooraf laat dit product niet toe.",
            "The triage does not allow this product.",
        )),
        Choice::Unfit(_) => Some(phrase(
            "Dit product past niet bij wie het voor uw instelling kan beheren.",
            "This product does not fit who can run it for your institution.",
        )),
        Choice::ForOthers(_) => Some(limits::CHOSEN_FOR_OTHERS),
        Choice::Draft(_) => Some(limits::CHOSEN_DRAFT),
        _ => None,
    };
    if let Some(aside) = aside {
        return Some(aside.get(lang).to_owned());
    }
    let fires = memo.comparison.demanded(row, &[RuleStatus::Fires]);
    let fires: Vec<String> =
        fires.into_iter().map(|criterion| words::small(criterion.title.get(lang))).collect();
    let names = list(lang, &fires);
    (!fires.is_empty())
        .then(|| tr!(lang, "Het haalt deze eis niet: {names}.", "It does not meet this demand: {names}."))
}
