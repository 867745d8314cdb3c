//! One alternative, or one criterion, explained.

mod criterion;
mod reference;

pub use criterion::criterion;
pub use reference::{code, sentence};

use anstyle::Style;

use crate::assess::{Eligibility, RuleStatus, Status};
use crate::compare::{Comparison, Row};
use crate::model::{Catalogue, Stated};
use crate::report::words::describe;
use crate::text::lang::phrase;
use crate::text::{Lang, Place};
use crate::views::breakdown::{Part, parts};

use super::terminal::paper::{FAINT, OPEN, Paper, SHOWN, STRONG, WRONG};
use super::words::{self, notes};
use crate::report::words::number::{decimal_sign, points};

fn place(catalogue: &Catalogue, place: Place) -> String {
    format!("{}:{}", catalogue.path(place.file), place.line)
}

/// Every criterion of an alternative: answer, level, part of the score, and
/// what it rests on.
#[must_use]
pub fn alternative(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    catalogue: &Catalogue,
    lang: Lang,
    width: Option<usize>,
) -> String {
    let mut paper = Paper::new(width);
    let plain = Style::new();
    let sign = decimal_sign(lang);
    let name = describe::alternative(row.product, row.variant);
    paper.paragraph("", STRONG, &format!("{name} ({})", row.id()));
    paper.paragraph("", plain, &format!("{} ({})", row.product.maker, row.product.homepage));
    let is_allowed = !comparison.not_allowed.iter().any(|other| std::ptr::eq(other, row));
    let standing = if is_allowed {
        describe::block(row.evaluation.block, !comparison.demands.is_empty()).label
    } else {
        words::NOT_ALLOWED
    };
    let (low, high) = (points(row.evaluation.score.low(), sign), points(row.evaluation.score.high(), sign));
    paper.paragraph("", plain, &format!("{}: {}.", standing.get(lang), words::range(&low, &high, lang)));
    for reason in if is_allowed { Vec::new() } else { words::triage::reasons(comparison, row, lang) } {
        paper.paragraph("", plain, &reason);
    }
    if is_allowed && row.evaluation.block.has_places() {
        let group = row.group.map(|group| format!(" ({})", describe::group(group, lang))).unwrap_or_default();
        paper.paragraph("", plain, &format!("{}{group}", capital(&words::places(row.rank, lang))));
    }
    demands(&mut paper, comparison, row, catalogue, lang);
    let mut theme = None;
    for part in parts(comparison, row) {
        if theme != Some(part.column.criterion.theme) {
            theme = Some(part.column.criterion.theme);
            let title = catalogue
                .themes
                .get_index(part.column.criterion.theme)
                .map_or("", |(_, theme)| theme.title.get(lang));
            paper.gap();
            paper.paragraph("", STRONG, &title.to_uppercase());
        }
        let deviates = row.evaluation.deviations.contains(&part.column.number);
        one_part(&mut paper, &part, deviates, catalogue, lang);
    }
    if !row.product.context.is_empty() {
        paper.gap();
        paper.paragraph(
            "",
            STRONG,
            phrase("Wat er is gebeurd (telt niet mee)", "What has happened (not counted)").get(lang),
        );
    }
    for event in &row.product.context {
        let source = row.product.sources.get(event.source).map_or("", |source| source.url.as_str());
        paper.paragraph(
            "  ",
            plain,
            &format!("{}: {} {source}", describe::date(event.on, lang), event.what.get(lang)),
        );
    }
    paper.gap();
    paper.paragraph("", plain, &notes::profile_line(comparison, lang));
    for line in notes::override_lines(comparison, lang)
        .into_iter()
        .chain(notes::deviation_lines(comparison, catalogue, lang))
        .chain(notes::left_out_lines(comparison, lang))
    {
        paper.paragraph("", plain, &line);
    }
    let day = describe::date(comparison.as_of, lang);
    let data: String = comparison.sha256.chars().take(16).collect();
    paper.paragraph(
        "",
        plain,
        &match lang {
            Lang::Nl => format!("Peildatum: {day}. Gegevens: {data}."),
            Lang::En => format!("As-of date: {day}. Data: {data}."),
        },
    );
    paper.gap();
    paper.paragraph("", FAINT, words::DISCLAIMER.get(lang));
    paper.finish()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn demands(paper: &mut Paper, comparison: &Comparison<'_>, row: &Row<'_>, catalogue: &Catalogue, lang: Lang) {
    if row.evaluation.eligibility == Eligibility::Eligible && comparison.rules(row).next().is_none() {
        return;
    }
    paper.gap();
    paper.paragraph("", STRONG, phrase("Harde eisen", "Hard demands").get(lang));
    for (demand, rule) in comparison.rules(row) {
        let (label, style) = match rule.status {
            RuleStatus::Fires => (phrase("valt af op", "knocked out by"), WRONG),
            RuleStatus::Indication => (phrase("lijkt af te vallen op", "seems to fail"), OPEN),
            RuleStatus::Open => (phrase("nog open", "still open"), OPEN),
            RuleStatus::Condition => (phrase("mits u dit regelt", "provided you arrange"), Style::new()),
            RuleStatus::Depends => {
                (phrase("hangt af van uw situatie", "depends on your situation"), Style::new())
            }
        };
        let title = catalogue.criterion(demand.criterion).map_or("", |c| c.title.get(lang));
        paper.paragraph("  - ", style, &format!("{}: {title}", label.get(lang)));
        let condition = catalogue.criterion(demand.criterion).zip(demand.when).map(|(criterion, when)| {
            let when = describe::condition(when, &criterion.question, lang);
            format!("{} “{when}”. ", phrase("Valt af bij:", "Out with:").get(lang))
        });
        let mut why = format!("{}{}", condition.unwrap_or_default(), demand.because.get(lang));
        if let Some(place_of) = demand.place {
            why = format!("{why} ({})", place(catalogue, place_of));
        }
        paper.paragraph("    ", Style::new(), &why);
        let keeping: Vec<String> = rule
            .kept_open_by
            .iter()
            .filter_map(|number| catalogue.criterion(*number))
            .map(|c| format!("{} ({})", c.title.get(lang), describe::settled_by(c.settled_by).get(lang)))
            .collect();
        if !keeping.is_empty() {
            let text = crate::text::lang::list(lang, &keeping);
            paper.paragraph(
                "    ",
                FAINT,
                &match lang {
                    Lang::Nl => format!("Wat het kan uitwijzen: {text}."),
                    Lang::En => format!("What can settle it: {text}."),
                },
            );
        }
    }
}

fn one_part(paper: &mut Paper, part: &Part<'_, '_>, deviates: bool, catalogue: &Catalogue, lang: Lang) {
    let plain = Style::new();
    let sign = decimal_sign(lang);
    let criterion = part.column.criterion;
    let knowledge = &part.cell.knowledge;
    let (low, high, most) =
        (points(part.low, sign), points(part.high, sign), points(part.column.share, sign));
    let range = if low == high { low } else { format!("{low}–{high}") };
    let score = match lang {
        _ if part.column.share == crate::assess::Ratio::ZERO => {
            phrase("telt niet mee in deze weging", "does not count in this profile").get(lang).to_owned()
        }
        Lang::Nl => format!("{range} van {most} punten"),
        Lang::En => format!("{range} of {most} points"),
    };
    let style = if knowledge.levels.is_settled() { SHOWN } else { OPEN };
    let levels = describe::level_range(knowledge.levels, lang);
    paper.paragraph("  ", STRONG, &format!("{} ({})", criterion.title.get(lang), criterion.id));
    paper.paragraph("    ", style, &format!("{levels}: {score}"));
    let mut answer = describe::answers(&criterion.question, &knowledge.possible, lang);
    let status = describe::status(knowledge).get(lang);
    if answer.is_empty() {
        status.clone_into(&mut answer);
    } else if knowledge.status != Status::Known {
        answer = format!("{answer} ({status})");
    }
    paper.paragraph("    ", plain, &format!("{} {answer}", criterion.ask.get(lang)));
    let Some((fact, stated)) = part.stated else { return };
    if let Stated::Unknown(reason) = &stated.stated {
        paper.paragraph("    ", plain, reason.get(lang));
    }
    if let Some(note) = &stated.note {
        paper.paragraph("    ", plain, note.get(lang));
    }
    if let Some(because) = fact.because.as_ref().filter(|_| deviates) {
        paper.paragraph(
            "    ",
            OPEN,
            &format!("{} {}", phrase("Eigen afwijking:", "Own deviation:").get(lang), because.get(lang)),
        );
    }
    paper.paragraph("    ", FAINT, &place(catalogue, stated.place));
    for (item, source) in &part.evidence {
        let text = match (&item.quote, &item.shows) {
            (Some(quote), _) => format!("“{quote}”"),
            (None, Some(shows)) => shows.get(lang).to_owned(),
            (None, None) => String::new(),
        };
        let says: Vec<String> = item
            .says
            .iter()
            .map(|said| match criterion.question.find(said).and_then(|at| criterion.question.choice(at)) {
                Some(choice) => choice.text.get(lang).to_owned(),
                None => said.clone(),
            })
            .collect();
        if !says.is_empty() {
            let label = phrase("Volgens deze bron:", "According to this source:").get(lang);
            paper.paragraph("    ", plain, &format!("{label} {}", says.join("; ")));
        }
        paper.paragraph("    > ", plain, &text);
        let mut about = vec![
            source.title.clone(),
            describe::grade(source.grade).get(lang).to_owned(),
            describe::extent(source.extent).get(lang).to_owned(),
        ];
        about.push(match lang {
            Lang::Nl => format!("gelezen {}", describe::date(source.read, lang)),
            Lang::En => format!("read {}", describe::date(source.read, lang)),
        });
        if source.undated_copy {
            about.push(
                phrase("in een bewaarde kopie van onbekende dag", "in a stored copy of unknown day")
                    .get(lang)
                    .to_owned(),
            );
        }
        if let Some(reviewed) = &source.reviewed {
            let (role, day) = (&reviewed.role, describe::date(reviewed.on, lang));
            about.push(match lang {
                Lang::Nl => format!("nagekeken door {role} op {day}"),
                Lang::En => format!("reviewed by {role} on {day}"),
            });
        }
        if let Some(dated) = source.dated {
            about.push(match lang {
                Lang::Nl => format!("bron van {}", describe::date(dated, lang)),
                Lang::En => format!("source of {}", describe::date(dated, lang)),
            });
        }
        paper.paragraph(
            "      ",
            FAINT,
            &format!("{}. {} ({})", about.join(", "), source.url, place(catalogue, item.place)),
        );
    }
    if let Some(reply) = &fact.reply {
        let when = describe::date(reply.on, lang);
        paper.paragraph(
            "    ",
            plain,
            &match lang {
                Lang::Nl => format!("Reactie van de aanbieder ({when}): {}", reply.text.nl),
                Lang::En => format!("The vendor's reply ({when}): {}", reply.text.get(lang)),
            },
        );
    }
    if let Some(disputed) = &fact.disputed {
        let when = describe::date(disputed.on, lang);
        paper.paragraph(
            "    ",
            OPEN,
            &match lang {
                Lang::Nl => format!("Betwist door de aanbieder ({when})."),
                Lang::En => format!("Disputed by the vendor ({when})."),
            },
        );
    }
}

/// A product that no longer exists.
#[must_use]
pub fn retired(product: &crate::model::Product, lang: Lang, width: Option<usize>) -> String {
    let mut paper = Paper::new(width);
    paper.paragraph("", STRONG, &format!("{} ({})", product.name, product.id));
    paper.paragraph("", Style::new(), &format!("{} ({})", product.maker, product.homepage));
    if let Some(retired) = &product.retired {
        let day = describe::date(retired.on, lang);
        let source = product.sources.get(retired.source);
        let (title, url) = source.map_or(("", ""), |source| (source.title.as_str(), source.url.as_str()));
        paper.paragraph(
            "",
            Style::new(),
            &match lang {
                Lang::Nl => format!("Dit product bestaat niet meer sinds {day}. {title}, {url}"),
                Lang::En => format!("This product no longer exists since {day}. {title}, {url}"),
            },
        );
    }
    paper.gap();
    paper.paragraph("", FAINT, words::DISCLAIMER.get(lang));
    paper.finish()
}
