//! Answers and options that no product has, lacks or leaves open by name.

use crate::model::{Catalogue, Criterion, Possible, Question, Set, Stated};
use crate::say;
use crate::text::Diagnostic;

use super::{UNUSED_OPTION, named};

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut used: Vec<Option<Set>> = vec![None; catalogue.criteria.len()];
    for product in catalogue.products.iter().filter(|product| product.withdrawn.is_none()) {
        for fact in &product.facts {
            let Some(mine) = used.get_mut(fact.criterion) else { continue };
            for answer in &fact.answers {
                if let Stated::Possible(possible) = &answer.stated {
                    let named = match possible {
                        Possible::Choices(set) => *set,
                        Possible::Options { has, lacks } => has.union(*lacks),
                        Possible::Numbers { named, .. } => *named,
                    };
                    *mine = Some(mine.unwrap_or_default().union(named));
                }
            }
        }
    }
    let criteria = catalogue.criteria.values().zip(used);
    // Where nobody has answered, that is the finding.
    criteria.filter_map(|(criterion, used)| finding(criterion, used?)).collect()
}

fn finding(criterion: &Criterion, used: Set) -> Option<Diagnostic> {
    let question = &criterion.question;
    let unused = Set::first(question.count()).without(used);
    if !criterion.is_in_use() || unused.is_empty() {
        return None;
    }
    let id = &criterion.id;
    let ids = unused.members().filter_map(|at| question.choice(at)).map(|choice| &choice.id);
    let which = named(ids);
    let message = match question {
        Question::AnyOf { .. } => say!(
            "geen enkel product zegt iets over deze keuzes van `{id}`: {nl}",
            "no product says anything about these options of `{id}`: {en}",
            nl = which.nl,
            en = which.en
        ),
        _ => say!(
            "geen enkel product geeft op `{id}` deze antwoorden: {nl}",
            "no product gives these answers to `{id}`: {en}",
            nl = which.nl,
            en = which.en
        ),
    };
    Some(Diagnostic::new(&UNUSED_OPTION, criterion.place, message).help(UNUSED_OPTION.advice))
}
