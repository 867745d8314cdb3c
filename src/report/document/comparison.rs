//! A comparison: what was compared, the ranking, and what it rests on.

use crate::assess::Eligibility;
use crate::compare::{Comparison, Row, class_rows};
use crate::model::Catalogue;
use crate::report::table::{Table, brief};
use crate::report::words::number::{decimal_sign, points};
use crate::report::words::{self, hearing, limits, notes, premise, triage};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

use super::marks::{bar, short, tone};
use super::{Document, Legend, Line, Part, Ranked, Ranking, Tone, Wording};

/// The comparison as a document.
#[must_use]
pub fn document<'d>(comparison: &'d Comparison<'d>, catalogue: &Catalogue, lang: Lang) -> Document<'d> {
    let mut document = Document::new(lang, words::compared(comparison, lang));
    head(&mut document, comparison);
    let level = if comparison.grouped_by.is_some() { 3 } else { 2 };
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(by)) = (group, comparison.grouped_by) {
            document.division(words::products::group_heading(by, group, lang));
        }
        for block in Eligibility::ALL {
            let rows = class_rows(&rows, block);
            if !rows.is_empty() {
                document.heading(level, words::block(block, !comparison.demands.is_empty()));
                document.parts.push(Part::Ranking(Box::new(Alternatives { comparison, rows, lang })));
            }
        }
    }
    foot(&mut document, comparison, catalogue);
    document
}

fn head(document: &mut Document<'_>, comparison: &Comparison<'_>) {
    let lang = document.lang;
    for line in premise::lines(comparison, lang) {
        document.strong(line);
    }
    if let Some(ask_first) = &comparison.kind.ask_first {
        document.strong(ask_first);
    }
    document.texts(notes::instead(comparison, lang));
    for line in triage::lines(comparison, lang) {
        document.strong(line);
    }
    document.text(words::HIGHER);
    document.texts(notes::choice_line(comparison, lang));
    document.texts(limits::audience_option(comparison, lang));
    document.texts(limits::draft_line(&comparison.drafts(), lang));
    document.texts(hearing::compared_line(comparison, lang));
    document.warnings(notes::left_out_lines(comparison, lang));
    if comparison.rows.is_empty() {
        document.gap();
        document.text(words::NOTHING_TO_COMPARE);
    }
}

fn foot(document: &mut Document<'_>, comparison: &Comparison<'_>, catalogue: &Catalogue) {
    let lang = document.lang;
    unranked(document, comparison);
    let retired = notes::retired(comparison, lang);
    if !retired.is_empty() {
        document.heading(2, words::NO_LONGER_EXISTS);
        document.lines(retired.into_iter().map(Line::of).collect());
    }
    document.parts.push(Part::Legend(Legend {
        title: phrase("Zo leest u dit", "How to read this").get(lang),
        bars: Some(words::HOW_TO_READ.get(lang)).filter(|_| !comparison.rows.is_empty()),
        figures: words::PLACES_AND_POINTS.get(lang),
    }));
    document.texts(notes::own_word_line(comparison, lang));
    let made = [notes::profile_line(comparison, lang)]
        .into_iter()
        .chain(notes::override_lines(comparison, lang))
        .chain(notes::situation(comparison, lang))
        .chain(notes::deviation_lines(comparison, catalogue, lang));
    let record = Wording {
        whole: notes::record(comparison, comparison.sha256, lang),
        on_screen: notes::record(comparison, &short(comparison), lang),
    };
    document.colophon(made.map(Wording::from).chain([record]));
    document.disclaimer();
}

/// What is not in the order, each alternative with the reasons.
pub(in crate::report) fn unranked(document: &mut Document<'_>, comparison: &Comparison<'_>) {
    let line = |(name, reasons): (String, Vec<String>)| {
        let below = reasons.into_iter().map(|reason| Line::of(reason).toned(Tone::Faint)).collect();
        Line { below, ..Line::of(name) }
    };
    for (why, rows) in notes::unranked(comparison, document.lang) {
        document.heading(2, why);
        document.parts.push(Part::Unranked(rows.into_iter().map(line).collect()));
    }
}

/// The alternatives of a block.
#[derive(Debug)]
struct Alternatives<'d> {
    comparison: &'d Comparison<'d>,
    rows: Vec<&'d Row<'d>>,
    lang: Lang,
}

impl Ranking for Alternatives<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn figures(&self, at: usize) -> Option<String> {
        let row = self.rows.get(at)?;
        let [low, high, known] = figures(row, self.lang);
        Some(tr!(
            self.lang,
            "van {low} tot {high}; {known} beantwoord",
            "from {low} to {high}; {known} answered"
        ))
    }

    fn ranked(&self, at: usize) -> Option<Ranked> {
        let row = self.rows.get(at)?;
        let demands = notes::demands(self.comparison, row, self.lang).into_iter();
        Some(Ranked {
            place: place(row),
            name: words::alternative(row.product, row.variant),
            bar: bar(&row.evaluation),
            notes: demands.map(|(status, line)| (tone(status), line)).collect(),
            beside: notes::beside(self.comparison, row, self.lang),
            briefer: Vec::new(),
        })
    }

    fn table(&self) -> Table<'_> {
        brief::table(self.rows.clone(), self.lang)
    }
}

fn place(row: &Row<'_>) -> String {
    notes::place(row).unwrap_or_else(|| words::NOTHING.to_owned())
}

/// The points of an alternative, at least and at most, and how much is known.
pub(super) fn figures(row: &Row<'_>, lang: Lang) -> [String; 3] {
    let sign = decimal_sign(lang);
    let score = &row.evaluation.score;
    let known = format!("{}%", words::score::known(&row.evaluation));
    [points(score.low(), sign), points(score.high(), sign), known]
}
