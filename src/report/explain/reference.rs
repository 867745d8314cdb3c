//! What a finding means, and what a sentence of the AP leads to.

use anstyle::Style;

use crate::model::{Catalogue, Force, Sentence};
use crate::report::terminal::paper::{FAINT, Paper, STRONG};
use crate::report::words::describe;
use crate::report::words::findings::severity;
use crate::text::lang::phrase;
use crate::text::{Code, Lang};

use super::place;

/// A kind of finding: what is wrong, why it matters, what to do.
#[must_use]
pub fn code(code: &Code, lang: Lang, width: Option<usize>) -> String {
    let mut paper = Paper::new(width);
    let word = severity(code.severity).get(lang);
    paper.paragraph("", STRONG, &format!("{} ({word}): {}", code.id, code.title.get(lang)));
    paper.paragraph("", Style::new(), code.advice.get(lang));
    paper.finish()
}

/// A sentence of the AP: where it stands, what it says, and what answers it.
#[must_use]
pub fn sentence(
    id: &str,
    sentence: &Sentence,
    catalogue: &Catalogue,
    lang: Lang,
    width: Option<usize>,
) -> String {
    let mut paper = Paper::new(width);
    let plain = Style::new();
    let force = match sentence.force {
        Force::Must => phrase("dit moet", "this must be"),
        Force::Advice => phrase("dit raadt de AP aan", "the DPA advises this"),
        Force::Context => phrase("dit is uitleg", "this is an explanation"),
    };
    paper.paragraph("", STRONG, &format!("{id}: {}", sentence.says.get(lang)));
    if let Some((_, document)) = catalogue.documents.get_index(sentence.document) {
        let (title, published) = (document.title.get(lang), document.published.get(lang));
        paper.paragraph("", plain, &format!("{title} ({published}); {}.", sentence.at.get(lang)));
    }
    paper.paragraph("", FAINT, &format!("{} ({})", force.get(lang), place(catalogue, sentence.place)));
    paper.gap();
    paper.paragraph("", STRONG, phrase("Wat erbij hoort", "What belongs to it").get(lang));
    for criterion in
        catalogue.criteria.values().filter(|criterion| criterion.from.iter().any(|from| from == id))
    {
        let word = phrase("criterium", "criterion").get(lang);
        paper.paragraph("  - ", plain, &format!("{word} {}: {}", criterion.id, criterion.ask.get(lang)));
        for knock_out in &criterion.knock_outs {
            let out = phrase("valt af bij:", "ruled out by:").get(lang);
            let when = describe::condition(&knock_out.when, &criterion.question, lang);
            paper.paragraph("    ", FAINT, &format!("{out} {when}"));
        }
    }
    for (id_of, instead) in
        catalogue.instead.iter().filter(|(_, instead)| instead.from.iter().any(|from| from == id))
    {
        let word = phrase("zonder product", "without a product").get(lang);
        paper.paragraph("  - ", plain, &format!("{word} {id_of}: {}", instead.title.get(lang)));
    }
    for item in catalogue.checklist.values().filter(|item| item.from.iter().any(|from| from == id)) {
        let word = phrase("punt van de checklist", "item of the checklist").get(lang);
        paper.paragraph("  - ", plain, &format!("{word} {}: {}", item.id, item.done_when.get(lang)));
    }
    for step in catalogue.steps.values().filter(|step| step.from.iter().any(|from| from == id)) {
        let word = phrase("stap van de afweging", "step of the triage").get(lang);
        paper.paragraph("  - ", plain, &format!("{word} {}: {}", step.id, step.ask.get(lang)));
    }
    paper.finish()
}
