//! One criterion explained: question, answers, knock-outs, grounds.

use crate::assess::Ratio;
use crate::model::{Basis, Catalogue, Choice, Criterion, Question};
use crate::report::words::number::{decimal_sign, short};
use crate::report::words::{self, premise};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;

use super::explain::place;
use super::{Document, Line, Tone};

/// One criterion: question, answers with their levels, knock-outs, grounds.
#[must_use]
pub fn document(criterion: &Criterion, catalogue: &Catalogue, lang: Lang) -> Document<'static> {
    let mut document = Document::new(lang, format!("{} ({})", criterion.title.get(lang), criterion.id));
    let theme = catalogue.themes.get_index(criterion.theme).map_or("", |(_, theme)| theme.title.get(lang));
    let kinds = criterion.applies_to.members().filter_map(|at| catalogue.kinds.get_index(at));
    let kinds: Vec<String> = kinds.map(|(_, kind)| kind.title.get(lang).to_lowercase()).collect();
    let (kinds, place) = (list(lang, &kinds), place(catalogue, criterion.place));
    document.say(Tone::Faint, format!("{theme}; {kinds} ({place})"));
    if let Some(withdrawn) = &criterion.withdrawn {
        let label = phrase("Niet meer in gebruik:", "No longer in use:").get(lang);
        document.warnings(vec![format!("{label} {}", withdrawn.get(lang))]);
    }
    document.gap();
    document.strong(&criterion.ask);
    document.text(&criterion.why);
    if let Some(how) = &criterion.how {
        document.gap();
        let label = phrase("Zo vindt u het antwoord:", "How to find the answer:").get(lang);
        document.text(format!("{label} {}", how.get(lang)));
    }
    document.gap();
    answers(&mut document, criterion, catalogue);
    for knock_out in &criterion.knock_outs {
        document.gap();
        let when = words::condition(&knock_out.when, &criterion.question, lang);
        let label = phrase("Eis; niet gehaald bij:", "Demand; not met with:").get(lang);
        document.say(Tone::Wrong, format!("{label} {when}"));
        let (because, basis) = (knock_out.because.get(lang), words::basis(knock_out.basis).get(lang));
        let line = tr!(lang, "{because} (op grond van {basis})", "{because} (based on {basis})");
        let mut line = Line::of(line);
        if let Some(resting) = knock_out.premise.and_then(|one| premise::resting(catalogue, one, lang)) {
            line.add(resting);
        }
        document.lines(vec![line]);
    }
    document.gap();
    rests_on(&mut document, criterion, catalogue);
    document
}

/// What its levels, its evidence and its weights rest on.
fn rests_on(document: &mut Document<'_>, criterion: &Criterion, catalogue: &Catalogue) {
    let lang = document.lang;
    let basis = words::basis(criterion.basis).get(lang);
    document.text(match criterion.basis {
        Basis::Convention => phrase(
            "De niveaus zijn een afspraak van deze keuzehulp.",
            "The levels are a convention of this tool.",
        )
        .get(lang)
        .to_owned(),
        _ => tr!(lang, "De niveaus rusten op {basis}.", "The levels are based on {basis}."),
    });
    let months = criterion.shelf_life;
    let by = words::settled_by(criterion.settled_by).get(lang);
    document.text(tr!(
        lang,
        "Een open antwoord komt uit {by}. Na {months} maanden geldt een bron als oud.",
        "What can settle an open answer: {by}. A source counts as old after {months} months."
    ));
    let grounds: Vec<&str> = criterion.grounds.iter().map(|ground| ground.get(lang)).collect();
    let number = catalogue.criteria.get_index_of(criterion.id.as_str());
    let weights = catalogue.profiles.values().filter_map(|profile| {
        let weight = u128::from(profile.weights.get(&number?).copied().unwrap_or(0));
        Some(format!("{} {}", profile.id, short(Ratio::new(weight, 1), decimal_sign(lang))))
    });
    for (label, items) in [
        (phrase("Grond:", "Grounds:"), grounds.join("; ")),
        (phrase("Zinnen van de AP:", "Sentences of the DPA:"), criterion.from.join(", ")),
        (phrase("Gewicht:", "Weight:"), weights.collect::<Vec<_>>().join(", ")),
    ] {
        if !items.is_empty() {
            document.text(format!("{} {items}.", label.get(lang)));
        }
    }
}

fn answers(document: &mut Document<'_>, criterion: &Criterion, catalogue: &Catalogue) {
    let lang = document.lang;
    let line = |choice: &Choice| {
        let mut line = Line::bullet(format!("{} [{}]", choice.text.get(lang), choice.id));
        if let Some(resting) = premise::of_choice(catalogue, choice, lang) {
            line.add(resting);
        }
        if let Some(action) = &choice.action {
            line.say(Tone::Plain, words::actions::said(action, criterion.settled_by, lang));
        }
        line
    };
    match &criterion.question {
        Question::OneOf(answers) => {
            for alike in answers.chunk_by(|(_, one), (_, other)| one == other) {
                if let Some((_, worth)) = alike.first() {
                    document.strong(words::capital(words::worth_word(*worth).get(lang)));
                }
                document.lines(alike.iter().map(|(choice, _)| line(choice)).collect());
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
            document.strong(title);
            if let Question::Number { action: Some(action), .. } = &criterion.question {
                document.text(words::actions::said(action, criterion.settled_by, lang));
            }
            document.lines(options.iter().map(line).collect());
            for rung in rungs {
                let when = rung.when.as_ref().map_or_else(
                    || phrase("in alle andere gevallen", "in all other cases").get(lang).to_owned(),
                    |when| words::condition(when, &criterion.question, lang),
                );
                let level = words::capital(words::worth_word(rung.worth).get(lang));
                document.text(format!("{level}: {when}"));
            }
        }
    }
}
