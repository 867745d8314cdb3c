//! What a finding means, and what follows from a sentence of the AP.

use crate::model::{Catalogue, Force, Sentence};
use crate::report::words;
use crate::report::words::findings::severity;
use crate::text::lang::phrase;
use crate::text::{Code, Lang};
use crate::views::sentences::home;

use super::explain::place;
use super::{Document, Line, Tone};

/// A kind of finding: what is wrong, why it matters, what to do.
#[must_use]
pub fn code(code: &Code, lang: Lang) -> Document<'static> {
    let word = severity(code.severity).get(lang);
    let mut document = Document::new(lang, format!("{} ({word}): {}", code.id, code.title.get(lang)));
    document.text(code.advice);
    document
}

/// A sentence of the AP: where it is published, what it says, and what addresses it.
#[must_use]
pub fn sentence(id: &str, sentence: &Sentence, catalogue: &Catalogue, lang: Lang) -> Document<'static> {
    let mut document = Document::new(lang, format!("{id}: {}", sentence.says.get(lang)));
    if let Some((_, source)) = catalogue.documents.get_index(sentence.document) {
        let (title, published) = (source.title.get(lang), source.published.get(lang));
        document.text(format!("{title} ({published}); {}.", sentence.at.get(lang)));
    }
    let force = match sentence.force {
        Force::Must => phrase("dit moet", "this is required"),
        Force::Advice => phrase("dit raadt de AP aan", "this is advised by the DPA"),
        Force::Context => phrase("dit is uitleg", "this is an explanation"),
    };
    document.say(Tone::Faint, format!("{} ({})", force.get(lang), place(catalogue, sentence.place)));
    document.heading(2, phrase("Wat erbij hoort", "What follows from it"));
    let home = home(catalogue, id, sentence);
    let mut lines = Vec::new();
    for criterion in home.criteria {
        let word = phrase("criterium", "criterion").get(lang);
        let mut line = Line::bullet(format!("{word} {}: {}", criterion.id, criterion.ask.get(lang)));
        for knock_out in &criterion.knock_outs {
            let out = phrase("niet gehaald bij:", "not met with:").get(lang);
            let when = words::condition(&knock_out.when, &criterion.question, lang);
            line.add(format!("{out} {when}"));
        }
        lines.push(line);
    }
    for (id, instead) in home.instead {
        let word = phrase("zonder product", "without a product").get(lang);
        lines.push(Line::bullet(format!("{word} {id}: {}", instead.title.get(lang))));
    }
    for item in home.items {
        let word = phrase("punt van de checklist", "item of the checklist").get(lang);
        lines.push(Line::bullet(format!("{word} {}: {}", item.id, item.done_when.get(lang))));
    }
    for step in home.steps {
        let word = phrase("stap van de afweging", "step of the triage").get(lang);
        lines.push(Line::bullet(format!("{word} {}: {}", step.id, step.ask.get(lang))));
    }
    document.lines(lines);
    document
}
