//! A comparison for a terminal.

use std::io::{self, Write};

use anstyle::Style;

use crate::assess::{Ratio, RuleStatus};
use crate::compare::{Block, Comparison, Row, block_rows};
use crate::describe;
use crate::model::{Catalogue, DeviationKind};
use crate::text::safe::clean;
use crate::text::{Lang, lang::phrase};

use super::number::{decimal_sign, percent, points};
use super::paper::{FAINT, OPEN, Paper, SHOWN, STRONG, WRONG};
use super::words;

/// The widest bar, in columns.
const BAR: usize = 25;
/// The narrowest bar that still shows something.
const LEAST_BAR: usize = 10;
/// The column in which names and bars begin.
const INDENT: usize = 9;

/// Writes the comparison as text, on `paper` of its width and with its styles.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    mut paper: Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    head(&mut paper, comparison, lang);
    let room = room(&paper, comparison, lang);
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(criterion)) = (group, comparison.grouped_by) {
            paper.gap();
            let title = format!("{}: {}", criterion.title.get(lang), describe::group(group, lang));
            paper.paragraph("== ", STRONG, &title);
        }
        for block in Block::ALL {
            let rows = block_rows(&rows, block);
            if rows.is_empty() {
                continue;
            }
            paper.gap();
            paper.paragraph("", STRONG, describe::block(block, !comparison.demands.is_empty()).get(lang));
            out.write_all(paper.take().as_bytes())?;
            let make = |rows: &[&Row<'_>]| {
                let mut sheet = paper.another();
                for row in rows {
                    alternative(&mut sheet, comparison, row, room, lang);
                }
                Ok(sheet.finish().into_bytes())
            };
            super::rows::write(&rows, make, out)?;
        }
    }
    if comparison.rows.is_empty() {
        paper.gap();
        paper.paragraph(
            "",
            Style::new(),
            phrase("Er zijn geen producten om te vergelijken.", "There are no products to compare.")
                .get(lang),
        );
    }
    retired(&mut paper, comparison, lang);
    foot(&mut paper, comparison, catalogue, lang);
    out.write_all(paper.finish().as_bytes())
}

fn head(paper: &mut Paper, comparison: &Comparison<'_>, lang: Lang) {
    let title = comparison.kind.title.get(lang);
    let count = words::variants(comparison.compared, lang);
    let shown = comparison.rows.len();
    let some = match lang {
        _ if shown == comparison.compared => String::new(),
        Lang::Nl => format!("; {shown} getoond"),
        Lang::En => format!("; {shown} shown"),
    };
    let line = match lang {
        Lang::Nl => format!("{title}: {count} vergeleken{some}, in punten van 0 tot 100"),
        Lang::En => format!("{title}: {count} compared{some}, in points from 0 to 100"),
    };
    paper.paragraph("", STRONG, &line);
    if let Some(ask_first) = &comparison.kind.ask_first {
        paper.paragraph("", STRONG, ask_first.get(lang));
    }
    if !comparison.instead.is_empty() {
        let titles: Vec<String> =
            comparison.instead.iter().map(|(_, instead)| instead.title.get(lang).to_lowercase()).collect();
        let label = phrase("Zonder zo'n product kan ook:", "Without such a product there is also:").get(lang);
        paper.paragraph("", Style::new(), &format!("{label} {}.", titles.join("; ")));
    }
    paper.paragraph("", Style::new(), words::HIGHER.get(lang));
    for line in left_out_lines(comparison, lang) {
        paper.paragraph("! ", WRONG, &line);
    }
}

fn alternative(
    paper: &mut Paper,
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    room: Option<usize>,
    lang: Lang,
) {
    let place = if row.judged.block.has_places() {
        let rank = row.rank;
        if rank.best == rank.worst {
            format!("{}", rank.best)
        } else {
            format!("{}–{}", rank.best, rank.worst)
        }
    } else {
        "·".to_owned()
    };
    let name = describe::alternative(row.vendor, row.variant);
    paper.paragraph(&super::paper::pad(&format!("  {place}"), INDENT), STRONG, &name);
    let facts = facts(row, lang);
    let indent = " ".repeat(INDENT);
    if let Some(room) = room {
        let (shown, open, rest) = bar(row.judged.score.low(), row.judged.score.high(), room);
        paper.parts(&[
            (Style::new(), &indent),
            (SHOWN, &shown),
            (OPEN, &open),
            (FAINT, &rest),
            (Style::new(), " "),
            (Style::new(), &facts),
        ]);
    } else {
        paper.paragraph(&indent, Style::new(), &facts);
    }
    demands(paper, comparison, row, lang);
}

/// The columns that a bar may take, one scale for all: the room beside the
/// longest numbers. `None` when that is too little to see anything.
fn room(paper: &Paper, comparison: &Comparison<'_>, lang: Lang) -> Option<usize> {
    let Some(width) = paper.width() else { return Some(BAR) };
    let longest = comparison.rows.iter().map(|row| facts(row, lang).chars().count()).max().unwrap_or(0);
    let room = width.saturating_sub(INDENT + 1 + longest).min(BAR);
    Some(room).filter(|room| *room >= LEAST_BAR)
}

/// The numbers beside a bar.
fn facts(row: &Row<'_>, lang: Lang) -> String {
    let sign = decimal_sign(lang);
    let (low, high) = (points(row.judged.score.low(), sign), points(row.judged.score.high(), sign));
    let known = percent(row.judged.coverage);
    match lang {
        Lang::Nl => format!("minstens {low}, hoogstens {high}; {known}% bekend"),
        Lang::En => format!("at least {low}, at most {high}; {known}% known"),
    }
}

/// A bar of `room` columns: what is supported, what is open, and the rest.
fn bar(low: Ratio, high: Ratio, room: usize) -> (String, String, String) {
    let parts = u32::try_from(room).unwrap_or(0);
    let columns = |ratio: Ratio| usize::try_from(ratio.in_parts(parts)).unwrap_or(0).min(room);
    let (low, high) = (columns(low), columns(high));
    ("█".repeat(low), "░".repeat(high - low), "·".repeat(room - high))
}

/// The demands that are not met for certain, by name.
fn demands(paper: &mut Paper, comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) {
    for (status, label, style) in [
        (RuleStatus::Fires, phrase("Valt af op: ", "Knocked out by: "), WRONG),
        (RuleStatus::Indication, phrase("Lijkt af te vallen op: ", "Seems to fail: "), OPEN),
        (RuleStatus::Open, phrase("Nog open: ", "Still open: "), OPEN),
        (RuleStatus::Condition, phrase("Mits u dit regelt: ", "Provided you arrange: "), Style::new()),
    ] {
        let titles = comparison.demanded(row, &[status]);
        let names: Vec<&str> = titles.iter().map(|criterion| criterion.title.get(lang)).collect();
        if !names.is_empty() {
            paper.paragraph(&" ".repeat(INDENT), style, &format!("{}{}", label.get(lang), names.join("; ")));
        }
    }
    let mut notes = Vec::new();
    if row.judged.self_arranged > 0 {
        notes.push(words::self_arranged(row.judged.self_arranged, lang));
    }
    if row.judged.stale_answers > 0 {
        notes.push(match lang {
            Lang::Nl => crate::text::lang::count(
                row.judged.stale_answers,
                "verouderd antwoord",
                "verouderde antwoorden",
            ),
            Lang::En => crate::text::lang::count(row.judged.stale_answers, "stale answer", "stale answers"),
        });
    }
    if !row.judged.replies.is_empty() {
        notes.push(phrase("de aanbieder heeft gereageerd", "the vendor has replied").get(lang).to_owned());
    }
    if !notes.is_empty() {
        paper.paragraph(&" ".repeat(INDENT), FAINT, &notes.join("; "));
    }
}

fn retired(paper: &mut Paper, comparison: &Comparison<'_>, lang: Lang) {
    if comparison.retired.is_empty() {
        return;
    }
    paper.gap();
    paper.paragraph("", STRONG, phrase("Bestaat niet meer", "No longer exists").get(lang));
    for vendor in &comparison.retired {
        let Some(retired) = &vendor.retired else { continue };
        let source = vendor.sources.get(retired.source).map_or("", |source| source.url.as_str());
        let line = match lang {
            Lang::Nl => format!("{} (sinds {}; {source})", vendor.name, describe::date(retired.on, lang)),
            Lang::En => format!("{} (since {}; {source})", vendor.name, describe::date(retired.on, lang)),
        };
        paper.paragraph("  ", Style::new(), &line);
    }
}

fn foot(paper: &mut Paper, comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) {
    let plain = Style::new();
    paper.gap();
    if !comparison.rows.is_empty() {
        paper.paragraph("", plain, words::HOW_TO_READ.get(lang));
    }
    paper.gap();
    paper.paragraph("", plain, &profile_line(comparison, lang));
    for line in override_lines(comparison, lang) {
        paper.paragraph("", plain, &line);
    }
    for line in deviation_lines(comparison, catalogue, lang) {
        paper.paragraph("", plain, &line);
    }
    let day = describe::date(comparison.as_of, lang);
    let short: String = comparison.sha256.chars().take(16).collect();
    let line = match lang {
        Lang::Nl => format!(
            "Peildatum: {day}. Gegevens: {short}. Volgorde: naar {}.",
            words::rank_by(comparison.rank_by).nl
        ),
        Lang::En => {
            format!("As-of date: {day}. Data: {short}. Order: by {}.", words::rank_by(comparison.rank_by).en)
        }
    };
    paper.paragraph("", plain, &line);
    paper.gap();
    paper.paragraph("", FAINT, words::DISCLAIMER.get(lang));
}

/// The profile and the shares of the themes.
#[must_use]
pub fn profile_line(comparison: &Comparison<'_>, lang: Lang) -> String {
    let shares: Vec<String> = comparison
        .themes
        .iter()
        .map(|(_, theme, share)| format!("{} {}%", theme.title.get(lang).to_lowercase(), percent(*share)))
        .collect();
    let shares = crate::text::lang::list(lang, &shares);
    let title = comparison.profile.title.get(lang);
    let id = &comparison.profile.id;
    match lang {
        Lang::Nl => format!("Weging: {title} ({id}): {shares}."),
        Lang::En => format!("Profile: {title} ({id}): {shares}."),
    }
}

/// The files that were left out because of errors, a line each.
#[must_use]
pub fn left_out_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let line = |left: &crate::compare::LeftOut| match lang {
        Lang::Nl => format!("Weggelaten wegens fouten ({}): {}", left.errors, left.path),
        Lang::En => format!("Left out because of errors ({}): {}", left.errors, left.path),
    };
    comparison.left_out.iter().map(line).collect()
}

/// What was asked on top of the profile, a line each.
#[must_use]
pub fn override_lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let weights: Vec<String> =
        comparison.overrides.weights.iter().map(|(id, weight)| format!("{id} = {weight}")).collect();
    if !weights.is_empty() {
        lines.push(format!(
            "{} {}.",
            phrase("Eigen gewichten:", "Own weights:").get(lang),
            weights.join(", ")
        ));
    }
    if !comparison.overrides.requirements.is_empty() {
        let all = comparison.overrides.requirements.join("; ");
        lines.push(format!("{} {}.", phrase("Eigen eisen:", "Own requirements:").get(lang), clean(&all)));
    }
    lines
}

/// What later layers of data change, a line each.
#[must_use]
pub fn deviation_lines(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    comparison
        .deviations
        .iter()
        .map(|deviation| {
            let label = phrase("Eigen afwijking:", "Own deviation:").get(lang);
            let ids =
                |ids: &[crate::model::Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let what = match &deviation.what {
                DeviationKind::File(path) => match lang {
                    Lang::Nl => format!("{path} is vervangen"),
                    Lang::En => format!("{path} is replaced"),
                },
                DeviationKind::Variants { vendor, variants, .. } => match lang {
                    Lang::Nl => format!("{vendor}: uitvoering toegevoegd: {}", ids(variants)),
                    Lang::En => format!("{vendor}: variant added: {}", ids(variants)),
                },
                DeviationKind::Fact { vendor, criterion, variants, .. } => {
                    let title = catalogue.criterion(*criterion).map_or("", |c| c.title.get(lang));
                    format!("{vendor} ({}): {title}", ids(variants))
                }
            };
            match &deviation.because {
                Some(because) => format!("{label} {what}. {}", because.get(lang)),
                None => format!("{label} {what}."),
            }
        })
        .collect()
}
