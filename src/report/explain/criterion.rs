//! One criterion explained: question, answers, knock-outs, grounds.

use anstyle::Style;

use crate::model::{Basis, Catalogue, Criterion, Question};
use crate::report::terminal::paper::{FAINT, Paper, STRONG, WRONG};
use crate::report::words::describe;
use crate::report::words::number::{decimal_sign, short};
use crate::text::Lang;
use crate::text::lang::phrase;

use super::{capital, place};

/// One criterion: question, answers with their levels, knock-outs, grounds.
#[must_use]
pub fn criterion(criterion: &Criterion, catalogue: &Catalogue, lang: Lang, width: Option<usize>) -> String {
    let mut paper = Paper::new(width);
    let plain = Style::new();
    paper.paragraph("", STRONG, &format!("{} ({})", criterion.title.get(lang), criterion.id));
    let theme = catalogue.themes.get_index(criterion.theme).map_or("", |(_, theme)| theme.title.get(lang));
    let kinds: Vec<String> = criterion
        .applies_to
        .members()
        .filter_map(|at| catalogue.kinds.get_index(at))
        .map(|(_, kind)| kind.title.get(lang).to_lowercase())
        .collect();
    paper.paragraph(
        "",
        FAINT,
        &format!(
            "{theme}; {} ({})",
            crate::text::lang::list(lang, &kinds),
            place(catalogue, criterion.place)
        ),
    );
    if let Some(withdrawn) = &criterion.withdrawn {
        paper.paragraph(
            "! ",
            WRONG,
            &format!(
                "{} {}",
                phrase("Niet meer in gebruik:", "No longer in use:").get(lang),
                withdrawn.get(lang)
            ),
        );
    }
    paper.gap();
    paper.paragraph("", STRONG, criterion.ask.get(lang));
    paper.paragraph("", plain, criterion.why.get(lang));
    if let Some(how) = &criterion.how {
        paper.gap();
        paper.paragraph(
            "",
            plain,
            &format!(
                "{} {}",
                phrase("Zo vindt u het antwoord:", "How to find the answer:").get(lang),
                how.get(lang)
            ),
        );
    }
    paper.gap();
    answers(&mut paper, criterion, lang);
    for knock_out in &criterion.knock_outs {
        paper.gap();
        let when = describe::condition(&knock_out.when, &criterion.question, lang);
        paper.paragraph(
            "",
            WRONG,
            &format!("{} {when}", phrase("Harde eis; valt af bij:", "Knock-out; out with:").get(lang)),
        );
        let basis = describe::basis(knock_out.basis).get(lang);
        paper.paragraph(
            "  ",
            plain,
            &format!(
                "{} ({})",
                knock_out.because.get(lang),
                match lang {
                    Lang::Nl => format!("op grond van {basis}"),
                    Lang::En => format!("on the word of {basis}"),
                }
            ),
        );
    }
    paper.gap();
    paper.paragraph(
        "",
        plain,
        &match (lang, criterion.basis) {
            (Lang::Nl, Basis::Convention) => "De niveaus zijn een afspraak van deze keuzehulp.".to_owned(),
            (Lang::En, Basis::Convention) => "The levels are a convention of this tool.".to_owned(),
            (Lang::Nl, basis) => format!("De niveaus rusten op {}.", describe::basis(basis).nl),
            (Lang::En, basis) => format!("The levels rest on {}.", describe::basis(basis).en),
        },
    );
    let months = criterion.shelf_life;
    let by = describe::settled_by(criterion.settled_by).get(lang);
    paper.paragraph(
        "",
        plain,
        &match lang {
            Lang::Nl => {
                format!("Een open antwoord komt uit {by}. Onderbouwing is na {months} maanden verouderd.")
            }
            Lang::En => format!("An open answer comes from {by}. Evidence is stale after {months} months."),
        },
    );
    let grounds: Vec<String> = criterion.grounds.iter().map(|ground| ground.get(lang).to_owned()).collect();
    if !grounds.is_empty() {
        paper.paragraph(
            "",
            plain,
            &format!("{} {}.", phrase("Grond:", "Grounds:").get(lang), grounds.join("; ")),
        );
    }
    if !criterion.from.is_empty() {
        paper.paragraph(
            "",
            plain,
            &format!(
                "{} {}.",
                phrase("Zinnen van de AP:", "Sentences of the AP:").get(lang),
                criterion.from.join(", ")
            ),
        );
    }
    let weights: Vec<String> = catalogue
        .profiles
        .values()
        .filter_map(|profile| {
            let number = catalogue.criteria.get_index_of(criterion.id.as_str())?;
            let weight = u128::from(profile.weights.get(&number).copied().unwrap_or(0));
            Some(format!(
                "{} {}",
                profile.id,
                short(crate::assess::Ratio::new(weight, 1), decimal_sign(lang))
            ))
        })
        .collect();
    if !weights.is_empty() {
        paper.paragraph(
            "",
            plain,
            &format!("{} {}.", phrase("Gewicht:", "Weight:").get(lang), weights.join(", ")),
        );
    }
    paper.finish()
}

fn answers(paper: &mut Paper, criterion: &Criterion, lang: Lang) {
    let plain = Style::new();
    match &criterion.question {
        Question::OneOf(answers) => {
            let mut above = None;
            for (choice, level) in answers {
                if above != Some(*level) {
                    above = Some(*level);
                    paper.paragraph("", STRONG, &capital(describe::level_word(*level).get(lang)));
                }
                paper.paragraph("  - ", plain, &format!("{} [{}]", choice.text.get(lang), choice.id));
            }
        }
        Question::AnyOf { options, rungs } | Question::Number { named: options, rungs, .. } => {
            let title = match &criterion.question {
                Question::Number { unit, .. } => {
                    let or = if options.is_empty() { "" } else { phrase(", of:", ", or:").get(lang) };
                    format!("{} ({}){or}", phrase("Een getal", "A number").get(lang), unit.get(lang))
                }
                _ => phrase("Keuzes:", "Options:").get(lang).to_owned(),
            };
            paper.paragraph("", STRONG, &title);
            for choice in options {
                paper.paragraph("  - ", plain, &format!("{} [{}]", choice.text.get(lang), choice.id));
            }
            for rung in rungs {
                let when = rung.when.as_ref().map_or_else(
                    || phrase("in alle andere gevallen", "in all other cases").get(lang).to_owned(),
                    |when| describe::condition(when, &criterion.question, lang),
                );
                paper.paragraph(
                    "",
                    plain,
                    &format!("{}: {when}", capital(describe::level_word(rung.level).get(lang))),
                );
            }
        }
    }
}
