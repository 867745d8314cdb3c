//! A comparison in short: what it is, and two lines for each alternative.
//! [`super::comparison`] has everything.

use crate::assess::{Eligibility, RuleStatus};
use crate::compare::{Comparison, Group, Row, class_rows};
use crate::model::Catalogue;
use crate::report::table::{Table, brief};
use crate::report::words::{self, hearing, limits, notes, premise, score, tiles, triage};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;

use super::comparison::unranked;
use super::marks::{bar, short};
use super::{Document, Legend, Part, Ranked, Ranking};

/// The comparison in short, with at most `top` alternatives in each list.
#[must_use]
pub fn document<'d>(
    comparison: &'d Comparison<'d>,
    catalogue: &Catalogue,
    top: usize,
    lang: Lang,
) -> Document<'d> {
    let mut document = Document::new(lang, notes::compared_in_short(comparison, lang));
    head(&mut document, comparison);
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(by)) = (group, comparison.grouped_by) {
            let (heading, count) = (words::products::group_heading(by, group, lang), rows.len());
            document.division(format!("{heading} ({count})"));
        }
        blocks(&mut document, comparison, (group, &rows), top);
    }
    foot(&mut document, comparison, catalogue);
    document
}

/// The alternatives of a group by what the demands say of them.
fn blocks<'d>(
    document: &mut Document<'d>,
    comparison: &'d Comparison<'d>,
    (group, rows): (Option<Group<'_>>, &[&'d Row<'d>]),
    top: usize,
) {
    let lang = document.lang;
    let mut room = top;
    for block in Eligibility::ALL {
        let mut mine = class_rows(rows, block);
        let count = mine.len();
        mine.truncate(room);
        room -= mine.len();
        if mine.is_empty() {
            continue;
        }
        let title = words::block(block, !comparison.demands.is_empty()).get(lang);
        document.heading(if group.is_some() { 3 } else { 2 }, format!("{title} ({count})"));
        document.parts.push(Part::Ranking(Box::new(Alternatives { comparison, rows: mine, lang })));
    }
    let more = rows.len().saturating_sub(top);
    if more > 0 {
        document.text(tr!(lang, "en nog {more}", "and {more} more"));
    }
}

fn head(document: &mut Document<'_>, comparison: &Comparison<'_>) {
    let lang = document.lang;
    for line in premise::short_lines(comparison, lang) {
        document.strong(line);
    }
    document.texts(notes::own_lines(comparison, lang));
    document.texts(limits::limit_lines(comparison, lang));
    if let Some(ask_first) = &comparison.kind.ask_first {
        document.strong(ask_first);
    }
    document.texts(notes::instead(comparison, lang));
    for line in triage::lines(comparison, lang) {
        document.strong(line);
    }
    document.text(phrase(
        "Hulpmiddel, geen keurmerk. Meer punten met bron is niet altijd beter.",
        "An aid, not a seal of quality. More points with a source is not always better.",
    ));
    document.texts(notes::choice_line(comparison, lang));
    document.texts(first(comparison, lang));
    document.texts(limits::audience_option(comparison, lang));
    document.texts(limits::draft_line(&comparison.drafts(), lang));
    document.texts(hearing::compared_line(comparison, lang));
    document.warnings(notes::left_out_lines(comparison, lang));
    if comparison.rows.is_empty() {
        document.gap();
        document.text(words::NOTHING_TO_COMPARE);
    } else {
        document.parts.push(Part::Legend(Legend {
            title: phrase("Zo leest u dit", "How to read this").get(lang),
            bars: Some(SIGNS.get(lang)),
            figures: words::PLACES_AND_POINTS.get(lang),
        }));
    }
}

/// The signs of a bar.
const SIGNS: crate::text::lang::Phrase = phrase(
    "In de balk: █ met bron, ▒ regelt u zelf, ░ onbekend, · niet gunstig. Ervoor staat de plaats, erachter staan de punten.",
    "In the bar: █ with a source, ▒ your own work, ░ unknown, · not favourable. The place is before it, the points are behind it.",
);

/// In how many ways the first place can still be taken, a sentence for each group.
fn first(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |(group, rows): (Option<Group<'_>>, Vec<&Row<'_>>)| {
        let placed = || rows.iter().filter(|row| row.evaluation.has_place());
        let (all, can) = (placed().count(), placed().filter(|row| row.rank.best == 1).count());
        let whose = match group {
            Some(group) => format!("{}: ", words::capital(&words::group(group, lang))),
            None => String::new(),
        };
        let sentence = (all > 1).then(|| match can {
            _ if can == all => {
                tr!(
                    lang,
                    "{whose}alle {all} kunnen nog eerste worden.",
                    "{whose}all {all} can still be first."
                )
            }
            1 => {
                tr!(lang, "{whose}1 van de {all} staat zeker eerst.", "{whose}1 of {all} is certainly first.")
            }
            _ => tr!(
                lang,
                "{whose}{can} van de {all} kunnen nog eerste worden.",
                "{whose}{can} of {all} can still be first."
            ),
        });
        sentence.map(|sentence| words::capital(&sentence))
    };
    comparison.groups().into_iter().filter_map(line).collect()
}

/// How many choices of the institution's own are named.
const OWN: usize = 5;

/// What the institution fills in otherwise than the shared data.
fn deviations(document: &mut Document<'_>, comparison: &Comparison<'_>, catalogue: &Catalogue) {
    let lang = document.lang;
    let all = notes::deviation_lines(comparison, catalogue, lang);
    let more = all.len().saturating_sub(OWN);
    document.texts(all.into_iter().take(OWN));
    if more > 0 {
        document.text(tr!(lang, "en nog {more} (--details)", "and {more} more (--details)"));
    }
}

fn foot(document: &mut Document<'_>, comparison: &Comparison<'_>, catalogue: &Catalogue) {
    let lang = document.lang;
    unranked(document, comparison);
    let retired = notes::retired(comparison, lang);
    if !retired.is_empty() {
        document.heading(2, words::NO_LONGER_EXISTS);
        document.lines(retired.into_iter().map(super::Line::of).collect());
    }
    document.gap();
    document.texts(notes::own_word_line(comparison, lang));
    document.texts(notes::situation(comparison, lang));
    deviations(document, comparison, catalogue);
    let made = notes::made_line(comparison, &short(comparison), lang);
    document.colophon([made, next(comparison, lang)].map(super::Wording::from));
    document.disclaimer();
}

/// What to do next.
fn next(comparison: &Comparison<'_>, lang: Lang) -> String {
    let kind = comparison.kind_id;
    let choose = comparison.rows.first().filter(|_| comparison.chosen_from.is_none()).map(|_| {
        tr!(
            lang,
            "Kies kandidaten: keuzehulp compare {kind} --vendor ID,ID. ",
            "Choose candidates: keuzehulp compare {kind} --vendor ID,ID. "
        )
    });
    let rest = tr!(
        lang,
        "Eén product op een scherm: keuzehulp explain ID. Alles: --details. Voor de raad: -o vergelijking.html",
        "One product on a screen: keuzehulp explain ID. Everything: --details. For the council: -o comparison.html"
    );
    format!("{}{rest}", choose.unwrap_or_default())
}

/// The alternatives of a block, two lines each.
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
        Some(tiles::range(row.evaluation.score.whole_points(), self.lang))
    }

    fn ranked(&self, at: usize) -> Option<Ranked> {
        let row = self.rows.get(at)?;
        let [beside, briefer] = [true, false].map(|names| {
            let notes = in_short(self.comparison, row, names, self.lang);
            std::iter::once(row.id()).chain(notes).collect()
        });
        Some(Ranked {
            place: notes::place(row).unwrap_or_else(|| words::NOTHING.to_owned()),
            name: words::alternative(row.product, row.variant),
            bar: bar(&row.evaluation),
            notes: Vec::new(),
            beside,
            briefer,
        })
    }

    fn table(&self) -> Table<'_> {
        brief::table(self.rows.clone(), self.lang)
    }

    fn is_short(&self) -> bool {
        true
    }
}

/// A few words about an alternative, what matters most first; demands by name or counted.
fn in_short(comparison: &Comparison<'_>, row: &Row<'_>, names: bool, lang: Lang) -> Vec<String> {
    let evaluation = &row.evaluation;
    let in_use = row.in_use.then(|| words::sentences::IN_USE.get(lang).to_owned());
    // What it takes to meet a demand is in the whole view.
    let unmet = [RuleStatus::Fires, RuleStatus::Indication, RuleStatus::Open];
    let demanded = unmet.into_iter().filter_map(|status| {
        let titles = comparison.demanded(row, &[status]);
        let named: Vec<String> = titles.iter().map(|one| words::small(one.title.get(lang))).collect();
        let label = words::small(words::rules::rule_status(status).get(lang));
        match (titles.len(), names) {
            (0, _) => None,
            (_, true) => Some(format!("{label}: {}", named.join("; "))),
            (count, false) => Some(words::rules::counted(status, count, lang)),
        }
    });
    let disputed = hearing::disputed(comparison, row, names, lang);
    let little = evaluation.shares.is_little_known().then(|| score::LITTLE_KNOWN.get(lang).to_owned());
    let own = score::own_work_in_short(evaluation, lang);
    let is_choice = comparison.chosen_from.is_some();
    let runs = is_choice.then(|| words::products::runs(row.variant.hosting).get(lang).to_owned());
    let form = row.form.filter(|_| is_choice && row.group.is_none()).map(|form| words::group(form, lang));
    let sources = (evaluation.sources.undated > 0)
        .then_some(if names { tiles::undated } else { tiles::undated_in_short })
        .map(|words| words(evaluation.sources, lang));
    let first = in_use.into_iter().chain(demanded).chain(disputed);
    first.chain(own).chain(little).chain(sources).chain(form.or(runs)).collect()
}
