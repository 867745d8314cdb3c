//! The data that the script ranks with, as JSON that no browser can take for
//! markup.

use serde::Serialize;

use crate::assess::{Eligibility, RankBy, RuleStatus, Status};
use crate::compare::Block;
use crate::report::words::describe;
use crate::report::words::number::decimal_sign;
use crate::views::reweigh::State;

use super::{Show, ranking};

#[derive(Serialize)]
struct Data {
    lang: &'static str,
    sign: char,
    #[serde(rename = "rankBy")]
    rank_by: &'static str,
    chosen: usize,
    themes: Vec<String>,
    criteria: Vec<Criterion>,
    groups: usize,
    alternatives: Vec<Alternative>,
    demands: Vec<Demand>,
    states: Vec<(u8, u8, &'static str, u8)>,
    views: Vec<View>,
    profiles: Vec<Profile>,
    blocks: Vec<String>,
    words: Vec<(&'static str, &'static str)>,
}

#[derive(Serialize)]
struct Criterion {
    id: String,
    theme: usize,
    title: String,
    grounds: String,
}

#[derive(Serialize)]
struct Alternative {
    id: String,
    name: String,
    by: usize,
    shown: bool,
}

#[derive(Serialize)]
struct Demand {
    c: usize,
    ko: bool,
}

#[derive(Serialize)]
struct View {
    demands: Vec<usize>,
    groups: Vec<usize>,
    cells: Vec<String>,
    rules: Vec<Vec<(usize, &'static str, u8)>>,
}

#[derive(Serialize)]
struct Profile {
    id: String,
    name: String,
    because: String,
    adjusted: bool,
    budgets: Option<Vec<u32>>,
    weights: Vec<u32>,
    weighed: bool,
    view: usize,
}

/// The data, without a sign that could end or begin an element.
pub(super) fn json(show: &Show<'_, '_>) -> String {
    // The structs hold no maps and no numbers that JSON lacks, so this cannot fail.
    let text = serde_json::to_string(&data(show)).unwrap_or_default();
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn data(show: &Show<'_, '_>) -> Data {
    let page = show.page;
    let comparison = show.comparison;
    let mut states: Vec<State> = Vec::new();
    let views = page.views.iter().map(|view| self::view(view, &mut states)).collect();
    Data {
        lang: if show.lang == crate::text::Lang::Nl { "nl" } else { "en" },
        sign: decimal_sign(show.lang),
        rank_by: match page.rank_by {
            RankBy::Low => "low",
            RankBy::High => "high",
            RankBy::Middle => "middle",
        },
        chosen: page.chosen,
        themes: page
            .themes
            .iter()
            .filter_map(|theme| Some(show.catalogue.themes.get_index(*theme)?.0.to_string()))
            .collect(),
        criteria: comparison
            .criteria
            .iter()
            .map(|column| Criterion {
                id: column.criterion.id.to_string(),
                theme: page.themes.iter().position(|theme| *theme == column.criterion.theme).unwrap_or(0),
                title: show.plain(&column.criterion.title),
                grounds: ranking::grounds(show, column.criterion),
            })
            .collect(),
        groups: page.groups.len().max(1),
        alternatives: page
            .alternatives
            .iter()
            .map(|alternative| Alternative {
                id: alternative.id.clone(),
                name: show.name(&alternative.id).to_owned(),
                by: alternative.by_name,
                shown: alternative.shown,
            })
            .collect(),
        demands: page
            .demands
            .iter()
            .map(|demand| Demand { c: demand.column, ko: demand.when.is_some() })
            .collect(),
        views,
        states: states
            .iter()
            .map(|state| (state.low, state.high, status(state.status), u8::from(state.self_arranged)))
            .collect(),
        profiles: page
            .profiles
            .iter()
            .map(|profile| Profile {
                id: profile.id.to_string(),
                name: super::controls::name(show, profile),
                because: show.plain(&profile.because),
                adjusted: profile.adjusted,
                budgets: profile.budgets.clone(),
                weights: profile.weights.clone(),
                weighed: profile.only_weighed,
                view: profile.view,
            })
            .collect(),
        blocks: Block::ALL
            .into_iter()
            .map(|block| describe::block(block, true).get(show.lang).to_owned())
            .chain([describe::block(Block::Eligible, false).get(show.lang).to_owned()])
            .collect(),
        words: WORDS.iter().map(|(key, nl, en)| (*key, show.say(nl, en))).collect(),
    }
}

fn view(view: &crate::views::reweigh::View, states: &mut Vec<State>) -> View {
    let mut cell = |state: &State| {
        let at = states.iter().position(|known| known == state).unwrap_or_else(|| {
            states.push(*state);
            states.len() - 1
        });
        letters(at)
    };
    View {
        demands: view.demands.clone(),
        groups: view.outlooks.iter().map(|outlook| outlook.group).collect(),
        cells: view.outlooks.iter().map(|outlook| outlook.cells.iter().map(&mut cell).collect()).collect(),
        rules: view
            .outlooks
            .iter()
            .map(|outlook| {
                let rules = outlook.rules.iter();
                rules.map(|(demand, status, effect)| (*demand, rule(*status), effect_of(*effect))).collect()
            })
            .collect(),
    }
}

/// A number below 46,656 as three letters of base 36, so that many cells make
/// a short text.
fn letters(number: usize) -> String {
    const LETTERS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let letter = |number: usize| LETTERS.get(number % 36).copied().map_or('0', char::from);
    [number / 1296, number / 36, number].into_iter().map(letter).collect()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Known => "known",
        Status::PartlyKnown => "partly-known",
        Status::Unknown => "unknown",
        Status::NotResearched => "not-researched",
        Status::Stale => "stale",
        Status::BelowGrade => "below-grade",
    }
}

fn rule(status: RuleStatus) -> &'static str {
    ranking::TELLING.iter().find(|(known, _, _)| *known == status).map_or("", |(_, name, _)| *name)
}

fn effect_of(effect: Eligibility) -> u8 {
    match effect {
        Eligibility::Eligible => 0,
        Eligibility::Undecided => 1,
        Eligibility::KnockedOut => 2,
    }
}

/// The words that the script needs; `{…}` is filled in by it.
const WORDS: &[(&str, &str, &str)] = &[
    (
        "range",
        "minstens {low}, hoogstens {high} van 100 punten",
        "at least {low}, at most {high} of 100 points",
    ),
    ("place", "plaats {best}", "place {best}"),
    ("places", "plaats {best} tot en met {worst}", "place {best} to {worst}"),
    ("known", "{known}% bekend", "{known}% known"),
    ("value", "{value} van {end}", "{value} of {end}"),
    ("self-one", "uw instelling regelt zelf 1 onderdeel", "your institution sees to 1 thing itself"),
    ("self", "uw instelling regelt zelf {n} onderdelen", "your institution sees to {n} things itself"),
    ("stale-one", "1 verouderd antwoord", "1 stale answer"),
    ("stale", "{n} verouderde antwoorden", "{n} stale answers"),
    ("fires", "Valt af op", "Knocked out by"),
    ("indication", "Lijkt af te vallen op", "Seems to fail"),
    ("open", "Nog open", "Still open"),
    ("condition", "Mits u dit regelt", "Provided you arrange"),
    ("depends", "Hangt af van uw situatie", "Depends on your situation"),
    ("up", "omhoog", "up"),
    ("down", "omlaag", "down"),
    ("moved", "eerst plaats {best} tot en met {worst}", "before: place {best} to {worst}"),
    ("same", "De volgorde blijft gelijk. ", "The order stays the same. "),
    (
        "changed-one",
        "De volgorde is veranderd: 1 uitvoering verschuift. ",
        "The order has changed: 1 variant moves. ",
    ),
    (
        "changed",
        "De volgorde is veranderd: {n} uitvoeringen verschuiven. ",
        "The order has changed: {n} variants move. ",
    ),
    ("top", "Bovenaan: {name}, {figures}.", "At the top: {name}, {figures}."),
    ("no-top", "Geen enkele uitvoering komt nu in aanmerking.", "No variant is eligible now."),
    (
        "nothing",
        "Nu weegt niets mee. Er is geen volgorde.",
        "Nothing weighs anything now. There is no order.",
    ),
    ("reset", "Alles staat weer zoals in de weging. ", "Everything is as in the profile again. "),
    ("own", "{name}, met eigen gewichten", "{name}, with your own weights"),
    ("good", "gunstig", "good"),
    ("partly", "deels", "partly"),
    ("insufficient", "ongunstig", "insufficient"),
    ("percent", "{n}% gunstig", "{n}% good"),
    ("to", "{low} tot {high}", "{low} to {high}"),
    ("unknown", "onbekend", "unknown"),
    ("not-researched", "nog niet onderzocht", "not researched yet"),
    ("below-grade", "bron te zwak voor deze weging", "source too weak for this profile"),
    ("stale-here", "verouderd", "stale"),
    ("question", "Vraag", "Question"),
    ("equal", "Op alle vragen hetzelfde bekend.", "The same is known on every question."),
    ("share", "telt voor {n}%", "counts for {n}%"),
    ("pair", "{a} en {b}, vraag voor vraag", "{a} and {b}, question by question"),
    ("close", "Sluit alle producten", "Close all products"),
    ("opened", "Open alle producten", "Open all products"),
];
