//! An alternative at a glance: its bar, its themes, its demands and what it rests on.

use crate::compare::{Comparison, Row};
use crate::model::{Criterion, Heard};
use crate::report::words::{self, hearing, notes, tiles};
use crate::text::Lang;
use crate::text::lang::Phrase;
use crate::tr;
use crate::views::card::{self, Shown};
use crate::views::tiles::{Themed, Tile};

use super::marks::{bar, tone};
use super::{Card, Document, Part, Tone};

impl Document<'_> {
    /// The card of an alternative.
    pub(super) fn card(&mut self, comparison: &Comparison<'_>, row: &Row<'_>) {
        self.parts.push(Part::Card(Box::new(of(comparison, row, self.lang))));
    }

    /// The same for a document that says elsewhere who was heard and when its sources are
    /// too old; its demands are counted.
    pub(super) fn short_card(&mut self, comparison: &Comparison<'_>, row: &Row<'_>) {
        let lang = self.lang;
        let demands = tiles::DEMANDS.get(lang).to_owned();
        let demands = (demands, Tone::Plain, notes::demands_in_short(comparison, row, lang));
        let shown = card::of(comparison, row).shown.into_iter().map(|shown| answered(&shown, lang));
        let lines = [demands].into_iter().chain(shown).collect();
        let mut card = Card { lines, ..of(comparison, row, lang) };
        // The day is said once in the document.
        card.beside.pop();
        let runs = words::products::runs(row.variant.hosting).get(lang);
        for beside in card.beside.iter_mut().filter(|beside| *beside == runs) {
            words::products::hosting(row.variant.hosting).get(lang).clone_into(beside);
        }
        self.parts.push(Part::Card(Box::new(card)));
    }
}

/// The card of an alternative, in words.
#[must_use]
pub(crate) fn of(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Card {
    let card = card::of(comparison, row);
    let evaluation = &row.evaluation;
    let whole = evaluation.score.whole_points();
    let maker = Some(row.product.maker.to_string()).filter(|maker| !maker.is_empty());
    let in_use = row.in_use.then(|| words::sentences::IN_USE.get(lang).to_owned());
    let runs = words::products::runs(row.variant.hosting).get(lang).to_owned();
    let audience =
        words::products::unusual_audience(row.variant).map(|audience| audience.get(lang).to_owned());
    let day = words::date(comparison.as_of, lang);
    let day = tr!(lang, "stand op {day}", "as of {day}");
    Card {
        id: row.id(),
        name: words::alternative(row.product, row.variant),
        beside: in_use.into_iter().chain(maker).chain([runs]).chain(audience).chain([day]).collect(),
        bar: bar(evaluation),
        range: tiles::whole_range(whole, lang),
        figures: tiles::figures(whole, lang),
        tiles: by_tile(&card.tiles, lang),
        lines: lines(comparison, row, &card.shown, lang),
        sentence: sentence(&card, lang),
    }
}

/// The themes by their tiles, from favourable to unknown.
fn by_tile(themed: &[Themed<'_>], lang: Lang) -> Vec<(&'static str, String, Vec<String>)> {
    let of = |tile: Tile| {
        let titles = themed.iter().filter(|themed| themed.tile == tile);
        let titles: Vec<String> = titles.map(|themed| words::small(themed.theme.title.get(lang))).collect();
        let word = tiles::tile(tile);
        (!titles.is_empty()).then(|| (word.id, words::capital(word.get(lang)), titles))
    };
    Tile::ALL.into_iter().filter_map(of).collect()
}

fn lines(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    shown: &[Shown<'_, '_>],
    lang: Lang,
) -> Vec<(String, Tone, String)> {
    let demands = tiles::DEMANDS.get(lang);
    let mut lines: Vec<(String, Tone, String)> = notes::demands_on_card(comparison, row, lang)
        .into_iter()
        .map(|(status, line)| (demands.to_owned(), tone(status), words::small(&line)))
        .collect();
    if lines.is_empty() && !comparison.demands.is_empty() {
        lines.push((demands.to_owned(), Tone::Shown, tiles::NO_DEMAND.get(lang).to_owned()));
    }
    lines.extend(shown.iter().map(|shown| answered(shown, lang)));
    let sources = tiles::undated(row.evaluation.sources, lang);
    let label = tiles::SOURCES.get(lang).to_owned();
    lines.push((label, Tone::Plain, sources));
    let state = hearing::state(row.evaluation.heard, row.product.asked, lang);
    let heard = std::iter::once(state).chain(hearing::disputed(comparison, row, true, lang));
    let heard = heard.collect::<Vec<String>>().join("; ");
    let tone = if row.evaluation.heard == Heard::Replied { Tone::Plain } else { Tone::Open };
    lines.push((tiles::HEARD.get(lang).to_owned(), tone, heard));
    lines
}

/// A criterion that every card shows, with its answer and the date of the source.
fn answered(shown: &Shown<'_, '_>, lang: Lang) -> (String, Tone, String) {
    let knowledge = &shown.cell.knowledge;
    let mut answer = words::answers(&shown.criterion.question, &knowledge.possible, lang);
    if answer.is_empty() || !knowledge.counts() {
        answer = words::status(knowledge, lang);
    } else if let Some(dated) = shown.dated {
        let day = words::date(dated, lang);
        answer = tr!(lang, "{answer} ({day})", "{answer} ({day})");
    } else {
        answer = tr!(lang, "{answer} (bron zonder datum)", "{answer} (source without a date)");
    }
    (shown.criterion.title.get(lang).to_owned(), Tone::Plain, answer)
}

/// What is strong, what to mind and what is not known, in words.
fn sentence(card: &card::Card<'_, '_>, lang: Lang) -> String {
    let of = |(label, criteria): (Phrase, &Vec<&Criterion>)| {
        let titles: Vec<String> =
            criteria.iter().map(|criterion| words::small(criterion.title.get(lang))).collect();
        (!titles.is_empty()).then(|| format!("{} {}.", label.get(lang), titles.join("; ")))
    };
    let parts = [(tiles::STRONG, &card.strong), (tiles::MIND, &card.mind), (tiles::NOT_KNOWN, &card.open)];
    parts.into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
}
