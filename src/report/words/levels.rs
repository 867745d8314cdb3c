//! Levels, and how much is known of an answer.

use crate::assess::{Knowledge, LevelRange, Status};
use crate::model::{Level, Possible, Worth};
use crate::text::lang::{Phrase, phrase};
use crate::text::{Lang, Message};
use crate::tr;

use super::sources::{OLD_SOURCE, UNDATED_SOURCE};
use super::template::{Template, template};
use super::word::{Word, word};

/// The best level.
pub(crate) const GOOD: Phrase = phrase("gunstig", "good");
/// The middle level.
pub(crate) const PARTLY: Phrase = phrase("gemengd", "mixed");
/// The worst level.
pub(crate) const INSUFFICIENT: Phrase = phrase("ongunstig", "poor");
/// A level between those.
pub(crate) const PERCENT: Template = template("{n}% gunstig", "{n}% good");
/// Where one of several levels is possible.
pub(crate) const LEVELS: Template = template("{low} tot {high}", "{low} to {high}");
/// Where two of the three levels are possible that are next to each other.
pub(crate) const NEXT_LEVELS: Template = template("{low} of {high}", "{low} or {high}");
/// Where every level is possible.
pub(crate) const ANY_LEVEL: Phrase = phrase("onbekend", "unknown");

/// What the institution itself makes good or bad.
pub(crate) const OWN_WORK: Phrase = phrase("regelt u zelf", "you see to it yourself");

/// The word for what an answer is worth.
#[must_use]
pub(crate) fn worth_word(worth: Worth) -> Message {
    match worth {
        Worth::Fixed(level) => level_word(level),
        Worth::OwnWork => OWN_WORK.into(),
    }
}

/// The word for a level.
#[must_use]
pub(crate) fn level_word(level: Level) -> Message {
    let percent = |lang| PERCENT.fill(lang, &[("n", &level.hundredths())]);
    match level {
        Level::GOOD => GOOD.into(),
        Level::PARTLY => PARTLY.into(),
        Level::INSUFFICIENT => INSUFFICIENT.into(),
        _ => Message { nl: percent(Lang::Nl), en: percent(Lang::En) },
    }
}

/// What is known of an answer, as a level: the levels that remain possible, or that the
/// institution sees to it.
#[must_use]
pub(crate) fn level(knowledge: &Knowledge, lang: Lang) -> String {
    if knowledge.is_own_work() {
        return OWN_WORK.get(lang).to_owned();
    }
    level_range(knowledge.levels, lang)
}

/// The levels that remain possible.
#[must_use]
pub(crate) fn level_range(range: LevelRange, lang: Lang) -> String {
    let word = |level| level_word(level).get(lang).to_owned();
    if range.is_settled() {
        return word(range.low);
    }
    let next = [(Level::INSUFFICIENT, Level::PARTLY), (Level::PARTLY, Level::GOOD)];
    let levels = if next.contains(&(range.low, range.high)) { NEXT_LEVELS } else { LEVELS };
    levels.fill(lang, &[("low", &word(range.low)), ("high", &word(range.high))])
}

/// How much is known of an answer.
#[must_use]
pub(crate) fn status_word(status: Status) -> Word {
    match status {
        Status::Known => word("known", "beantwoord", "answered"),
        Status::PartlyKnown => word("partly-known", "deels beantwoord", "partly answered"),
        Status::Unknown => {
            word("unknown", "onbekend (gezocht, niet gevonden)", "unknown (looked for, not found)")
        }
        Status::NotResearched => word("not-researched", "nog niet onderzocht", "not researched yet"),
        Status::Stale => Word { label: OLD_SOURCE, ..word("stale", "", "") },
        Status::BelowGrade => {
            word("below-grade", "bron te zwak voor deze weging", "source too weak for this profile")
        }
        Status::OwnWork => Word { label: OWN_WORK, ..word("own-work", "", "") },
        Status::PremiseFallen => word("premise-fallen", "uitgangspunt geldt niet", "premise does not hold"),
        Status::Institution => word("institution", "volgens uw instelling", "according to your institution"),
    }
}

/// The same for a given answer. Where one answer out of several is possible, no
/// part of it is known, so that case has words of its own; and a source whose day nobody
/// knows is not called old.
#[must_use]
pub(crate) fn status(knowledge: &Knowledge, lang: Lang) -> String {
    match (knowledge.status, &knowledge.possible) {
        (Status::Institution, _) if knowledge.is_stale() => {
            phrase("volgens uw instelling, maar oud", "according to your institution, but old")
                .get(lang)
                .to_owned()
        }
        (Status::PartlyKnown, Possible::Choices(set)) => match set.len() {
            2 => phrase("nog twee antwoorden mogelijk", "two answers still possible").get(lang).to_owned(),
            n => tr!(lang, "nog {n} antwoorden mogelijk", "{n} answers still possible"),
        },
        (Status::Stale, _) if knowledge.undated => UNDATED_SOURCE.get(lang).to_owned(),
        (status, _) => status_word(status).get(lang).to_owned(),
    }
}
