//! The data that the script ranks with, as JSON that no browser mistakes for
//! markup.

use serde::Serialize;

use crate::assess::{Eligibility, Status};
use crate::model::Heard;
use crate::report::document::card;
use crate::report::words::levels::{self, status_word};
use crate::report::words::number::decimal_sign;
use crate::report::words::rules::{RULE_ORDER, block, rank_by, rule_status};
use crate::report::words::word::Word;
use crate::report::words::{notes, score, script, sources, tiles};
use crate::text::Lang;
use crate::text::safe::clean;
use crate::views::reweigh::{self, State};
use crate::views::tiles::Tile;

use super::{Page, cards, ranking, side};

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
    /// How many a reader can choose from, or the page's own choice was made from.
    #[serde(rename = "choiceFrom")]
    choice_from: usize,
    demands: Vec<Demand>,
    states: Vec<(u8, u8, &'static str, u8, u8)>,
    tiles: Vec<(&'static str, &'static str)>,
    /// The parts of a bar.
    parts: Vec<&'static str>,
    /// How many cards are shown: of a choice, of a list that is none, and side by side.
    most: [usize; 3],
    /// How many demands of a status a card names.
    named: usize,
    /// Whether the page is about a choice.
    choice: bool,
    /// The criteria that every card shows, and the labels of all lines that do not depend
    /// on weights.
    shown: Vec<usize>,
    labels: Vec<String>,
    views: Vec<View>,
    profiles: Vec<Profile>,
    blocks: Vec<(&'static str, &'static str)>,
    unasked: &'static str,
    statuses: Vec<(&'static str, &'static str)>,
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
    /// What stands beside its name on a card.
    beside: String,
    /// The lines of its card that do not depend on weights.
    lines: Vec<String>,
    /// Whether its maker replied.
    heard: bool,
    /// Whether the institution uses it now.
    used: bool,
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
    rules: Vec<Vec<Rule>>,
}

/// A demand by number, its status and the eligibility that is left; and whether that
/// holds while its criterion weighs something or while it does not.
#[derive(Serialize)]
#[serde(untagged)]
enum Rule {
    Always(usize, &'static str, u8),
    While(usize, &'static str, u8, bool),
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

/// The data as JSON, without characters that could begin or end an element.
pub(super) fn json(page: &Page<'_, '_>) -> String {
    // The structs hold no maps and no numbers that JSON lacks, so this cannot fail.
    let text = serde_json::to_string(&data(page)).unwrap_or_default();
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn data(page: &Page<'_, '_>) -> Data {
    let reweigh = page.reweigh;
    let comparison = page.comparison;
    let mut states: Vec<State> = Vec::new();
    let rest = [tiles::SOURCES, tiles::HEARD].map(|label| label.get(page.lang).to_owned());
    let views = reweigh.views.iter().map(|view| self::view(view, &mut states)).collect();
    Data {
        lang: page.lang.tag(),
        sign: decimal_sign(page.lang),
        rank_by: rank_by(reweigh.rank_by).id,
        chosen: reweigh.chosen,
        themes: reweigh
            .themes
            .iter()
            .filter_map(|theme| Some(page.catalogue.themes.get_index(*theme)?.0.to_string()))
            .collect(),
        criteria: comparison
            .criteria
            .iter()
            .map(|column| Criterion {
                id: column.criterion.id.to_string(),
                theme: reweigh.themes.iter().position(|theme| *theme == column.criterion.theme).unwrap_or(0),
                title: page.plain(&column.criterion.title),
                grounds: ranking::grounds(page, column.criterion),
            })
            .collect(),
        groups: reweigh.groups.len().max(1),
        alternatives: reweigh
            .alternatives
            .iter()
            .map(|alternative| self::alternative(page, alternative))
            .collect(),
        choice_from: comparison.chosen_from.unwrap_or(reweigh.alternatives.len()),
        demands: reweigh
            .demands
            .iter()
            .map(|demand| Demand { c: demand.column, ko: demand.demand.basis.is_some() })
            .collect(),
        tiles: Tile::ALL.map(|of| named(tiles::tile(of), page.lang)).to_vec(),
        parts: tiles::PARTS.map(|part| part.get(page.lang)).to_vec(),
        most: [cards::MOST, cards::LEADING, side::MOST],
        named: notes::NAMED,
        choice: page.is_choice(),
        shown: shown(page).map(|(at, _)| at).collect(),
        labels: shown(page).map(|(_, title)| title).chain(rest).collect(),
        views,
        states: states
            .iter()
            .map(|state| {
                let stale = u8::from(state.stale) + u8::from(state.undated);
                (state.low, state.high, status_word(state.status).id, stale, u8::from(state.counts))
            })
            .collect(),
        profiles: reweigh
            .profiles
            .iter()
            .map(|profile| Profile {
                id: profile.id.to_string(),
                name: super::controls::name(page, profile),
                because: page.plain(&profile.because),
                adjusted: profile.adjusted,
                budgets: profile.budgets.clone(),
                weights: profile.weights.clone(),
                weighed: profile.only_weighed,
                view: profile.view,
            })
            .collect(),
        blocks: Eligibility::ALL.map(|of| named(block(of, true), page.lang)).to_vec(),
        unasked: block(Eligibility::Eligible, false).get(page.lang),
        statuses: RULE_ORDER.map(|of| named(rule_status(of), page.lang)).to_vec(),
        words: words(page.lang),
    }
}

/// The criteria that every card shows: the number of each, and its title.
fn shown(page: &Page<'_, '_>) -> impl Iterator<Item = (usize, String)> {
    let columns = page.comparison.criteria.iter().enumerate();
    let shown = columns.filter(|(_, column)| column.criterion.on_card);
    shown.map(|(at, column)| (at, page.plain(&column.criterion.title)))
}

fn alternative(page: &Page<'_, '_>, of: &reweigh::Alternative) -> Alternative {
    let card = page.row(&of.id).map(|row| card::of(page.comparison, row, page.lang));
    // The lines about demands come first; the script writes those.
    let fixed = shown(page).count() + 2;
    let lines = card.as_ref().map_or(&[][..], |card| &card.lines);
    let lines = lines.iter().skip(lines.len().saturating_sub(fixed));
    Alternative {
        id: of.id.clone(),
        name: page.name(&of.id).to_owned(),
        by: of.by_name,
        beside: card.as_ref().map_or(String::new(), cards::beside),
        lines: lines.map(|(_, _, words)| clean(words)).collect(),
        heard: page.row(&of.id).is_some_and(|row| row.evaluation.heard == Heard::Replied),
        used: page.row(&of.id).is_some_and(|row| row.in_use),
    }
}

/// What the script knows a value by, and what people read.
fn named(word: Word, lang: Lang) -> (&'static str, &'static str) {
    (word.id, word.get(lang))
}

fn view(view: &reweigh::View, states: &mut Vec<State>) -> View {
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
                let rules = outlook.rules.iter().map(|rule| {
                    let (status, effect) = (rule_status(rule.status).id, effect_of(rule.effect));
                    match rule.weighed {
                        None => Rule::Always(rule.demand, status, effect),
                        Some(weighed) => Rule::While(rule.demand, status, effect, weighed),
                    }
                });
                rules.collect()
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

/// An eligibility as the script counts it: the higher, the worse.
fn effect_of(effect: Eligibility) -> u8 {
    match effect {
        Eligibility::Eligible => 0,
        Eligibility::Undecided => 1,
        Eligibility::KnockedOut => 2,
    }
}

/// The words that the script needs, each with the key that it finds them by; the
/// script fills their blanks.
fn words(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let status = |status| status_word(status).get(lang);
    vec![
        ("points", tiles::POINTS.pattern(lang)),
        ("range", tiles::RANGE.pattern(lang)),
        ("demands", tiles::DEMANDS.get(lang)),
        ("no-demand", tiles::NO_DEMAND.get(lang)),
        ("strong", tiles::STRONG.get(lang)),
        ("mind", tiles::MIND.get(lang)),
        ("not-known", tiles::NOT_KNOWN.get(lang)),
        ("and", script::AND.get(lang)),
        ("cards-of-reader", script::CARDS_OF_READER.get(lang)),
        ("cards-of-page", script::CARDS_OF_PAGE.get(lang)),
        ("cards-of-groups", script::CARDS_OF_GROUPS.get(lang)),
        ("cards-of-list", script::CARDS_OF_LIST.get(lang)),
        ("cards-and-used", script::CARDS_AND_USED.get(lang)),
        ("more-cards", script::MORE_CARDS.pattern(lang)),
        ("more-demands", notes::MORE.pattern(lang)),
        ("choose", script::CHOOSE.get(lang)),
        ("no-column", script::NO_COLUMN.get(lang)),
        ("place", score::PLACE.pattern(lang)),
        ("places", score::PLACES.pattern(lang)),
        ("known", score::KNOWN.pattern(lang)),
        ("value", script::VALUE.pattern(lang)),
        ("self-one", score::OWN_WORK_ONE.pattern(lang)),
        ("self", score::OWN_WORK.pattern(lang)),
        ("own-work", levels::OWN_WORK.get(lang)),
        ("word-one", score::OWN_WORD.one.get(lang)),
        ("word", score::OWN_WORD.many.pattern(lang)),
        ("old-one", score::OLD_ANSWERS.one.get(lang)),
        ("old", score::OLD_ANSWERS.many.pattern(lang)),
        ("undated-one", score::UNDATED_ANSWERS.one.get(lang)),
        ("undated", score::UNDATED_ANSWERS.many.pattern(lang)),
        ("up", script::UP.get(lang)),
        ("down", script::DOWN.get(lang)),
        ("moved", script::MOVED.pattern(lang)),
        ("same", script::SAME.get(lang)),
        ("changed-one", script::CHANGED.one.get(lang)),
        ("changed", script::CHANGED.many.pattern(lang)),
        ("top", script::TOP.pattern(lang)),
        ("no-top", script::NO_TOP.get(lang)),
        ("nothing", script::NOTHING.get(lang)),
        ("reset", script::RESET.get(lang)),
        ("choice", script::CHOICE.pattern(lang)),
        ("everything", script::EVERYTHING.get(lang)),
        ("own", script::OWN.pattern(lang)),
        ("good", levels::GOOD.get(lang)),
        ("partly", levels::PARTLY.get(lang)),
        ("insufficient", levels::INSUFFICIENT.get(lang)),
        ("percent", levels::PERCENT.pattern(lang)),
        ("to", levels::LEVELS.pattern(lang)),
        ("or", levels::NEXT_LEVELS.pattern(lang)),
        ("unknown", levels::ANY_LEVEL.get(lang)),
        ("not-researched", status(Status::NotResearched)),
        ("sought", status(Status::Unknown)),
        ("below-grade", status(Status::BelowGrade)),
        ("stale-here", status(Status::Stale)),
        ("undated-here", sources::UNDATED_SOURCE.get(lang)),
        ("question", script::QUESTION.get(lang)),
        ("equal", script::EQUAL.get(lang)),
        ("share", script::SHARE.pattern(lang)),
        ("side", script::SIDE.pattern(lang)),
        ("close", script::CLOSE.get(lang)),
        ("opened", script::OPEN.get(lang)),
        ("questions-close", script::CLOSE_QUESTIONS.get(lang)),
        ("questions-opened", script::OPEN_QUESTIONS.get(lang)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanks(text: &str) -> Vec<&str> {
        let mut blanks: Vec<&str> =
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
        blanks.sort_unstable();
        blanks
    }

    #[test]
    fn both_languages_have_the_same_blanks() {
        for ((key, nl), (_, en)) in words(Lang::Nl).into_iter().zip(words(Lang::En)) {
            assert_eq!(blanks(nl), blanks(en), "{key}");
        }
    }

    /// The script uses `words.key` or `words["key"]`, and for a count also the key
    /// of the sentence about one.
    #[test]
    fn the_script_finds_its_words() {
        let known: Vec<&str> = words(Lang::Nl).into_iter().map(|(key, _)| key).collect();
        let script: String = super::super::SCRIPT
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect();
        let behind = |start: &str, end: fn(char) -> bool| -> Vec<String> {
            let rests = script.split(start).skip(1);
            rests.map(|rest| rest.split(end).next().unwrap_or("").to_owned()).collect()
        };
        let mut used = behind("words[\"", |c| c == '"');
        used.extend(behind("words.", |c| !c.is_ascii_lowercase()).into_iter().filter(|key| key != "replace"));
        let counted = behind("counted(words, \"", |c| c == '"');
        used.extend(counted.into_iter().flat_map(|key| [format!("{key}-one"), key]));
        assert!(used.len() > 20);
        for key in used {
            assert!(known.contains(&key.as_str()), "`{key}`");
        }
    }
}
