//! A premise explained: whether it holds and why, what rests on it, what to do.

use crate::model::{Catalogue, PremiseSource};
use crate::report::words::{self, premise as said};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;
use crate::views::resting;

use super::explain::place;
use super::{Document, Line, Mark, Tone};

/// The premise with this number; `None` when there is none.
#[must_use]
pub fn document(catalogue: &Catalogue, number: usize, lang: Lang) -> Option<Document<'static>> {
    let (id, premise) = catalogue.premise(number)?;
    let mut document = Document::new(lang, said::named((id, premise), lang));
    document.say(Tone::Faint, place(catalogue, premise.place));
    if let Some(withdrawn) = &premise.withdrawn {
        let label = phrase("Niet meer in gebruik:", "No longer in use:").get(lang);
        document.warnings(vec![format!("{label} {}", withdrawn.get(lang))]);
    }
    let standing = said::standing(premise, lang);
    document.strong(tr!(lang, "Dit {standing}.", "This {standing}."));
    if let Some(contested) = &premise.contested {
        let label = phrase("Omstreden:", "Contested:").get(lang);
        document.say(Tone::Open, format!("{label} {}", contested.get(lang)));
    }
    if let Some(then) = &premise.then {
        let label = phrase("Wat u doet als het niet meer geldt:", "What to do when it no longer holds:");
        document.text(format!("{} {}", label.get(lang), then.get(lang)));
    }
    document.heading(2, phrase("Wat erop rust", "What rests on it"));
    rests(&mut document, catalogue, number);
    document.heading(2, phrase("Bronnen", "Sources"));
    document.lines(premise.sources.iter().map(|one| source(one, lang)).collect());
    document.disclaimer();
    Some(document)
}

fn rests(document: &mut Document<'_>, catalogue: &Catalogue, number: usize) {
    let lang = document.lang;
    let found = resting::of(catalogue, number);
    let mut lines = Vec::new();
    for (criterion, choice) in &found.answers {
        let (word, text) = (phrase("antwoord op", "answer to").get(lang), choice.text.get(lang));
        let mut line = Line::bullet(format!("{word} {}: {text} [{}]", criterion.id, choice.id));
        if let Some(level) = choice.rests.and_then(|rests| rests.otherwise) {
            let level = words::levels::level_word(level);
            let level = level.get(lang);
            line.add(tr!(lang, "geldt het niet: {level}", "where it does not hold: {level}"));
        }
        lines.push(line);
    }
    for (criterion, knock_out) in &found.knock_outs {
        let when = words::condition(&knock_out.when, &criterion.question, lang);
        let id = &criterion.id;
        lines.push(Line::bullet(tr!(
            lang,
            "eis van {id}; niet gehaald bij: {when}",
            "demand of {id}; not met with: {when}"
        )));
    }
    for (profile, requirement) in &found.requirements {
        let Some(criterion) = catalogue.criterion(requirement.criterion) else { continue };
        let answers = words::condition(&requirement.answers, &criterion.question, lang);
        let (profile, criterion) = (&profile.id, &criterion.id);
        lines.push(Line::bullet(tr!(
            lang,
            "eis van de weging {profile} aan {criterion}: {answers}",
            "demand of the profile {profile} on {criterion}: {answers}"
        )));
    }
    for item in &found.items {
        let word = phrase("punt van de checklist", "item of the checklist").get(lang);
        lines.push(Line::bullet(format!("{word} {}: {}", item.id, item.done_when.get(lang))));
    }
    for step in &found.steps {
        let word = phrase("stap van de afweging", "step of the triage").get(lang);
        lines.push(Line::bullet(format!("{word} {}: {}", step.id, step.ask.get(lang))));
    }
    if lines.is_empty() {
        document.text(phrase("Niets.", "Nothing."));
    }
    document.lines(lines);
    if !found.alternatives.is_empty() {
        document.heading(2, phrase("Varianten met zo'n antwoord", "Variants with such an answer"));
    }
    let alternatives = found.alternatives.iter().map(|(product, variant, criteria)| {
        let titles: Vec<String> = criteria.iter().map(|one| one.title.get(lang).to_owned()).collect();
        let name = words::alternative(product, variant);
        format!("{name} ({}/{}): {}", product.id, variant.id, list(lang, &titles))
    });
    document.bullets(alternatives);
}

fn source(source: &PremiseSource, lang: Lang) -> Line {
    let text = match (&source.quote, &source.shows) {
        (Some(quote), _) => format!("“{quote}”"),
        (None, Some(shows)) => shows.get(lang).to_owned(),
        (None, None) => String::new(),
    };
    let read = words::date(source.read, lang);
    let mut about = vec![source.title.clone(), tr!(lang, "gelezen {read}", "read {read}")];
    if let Some(dated) = source.dated {
        let day = words::date(dated, lang);
        about.push(tr!(lang, "bron van {day}", "source dated {day}"));
    }
    let about = format!("{}. {}", about.join(", "), source.url);
    if text.is_empty() {
        return Line::bullet(about);
    }
    let mut line = Line { mark: Mark::Quote, ..Line::of(text) };
    line.add(about);
    line
}

/// The premises by id, each with whether it holds.
pub(super) fn lines(catalogue: &Catalogue, lang: Lang) -> Vec<Line> {
    let in_use = catalogue.premises.iter().filter(|(_, premise)| premise.withdrawn.is_none());
    let line = |(id, premise): (&crate::model::Id, &crate::model::Premise)| {
        let mut line = Line::named(id.to_string(), premise.title.get(lang));
        let standing = said::standing(premise, lang);
        line.add(tr!(lang, "Dit {standing}.", "This {standing}."));
        if let Some(contested) = &premise.contested {
            let label = phrase("Omstreden:", "Contested:").get(lang);
            line.add(format!("{label} {}", contested.get(lang)));
        }
        line
    };
    in_use.map(line).collect()
}
