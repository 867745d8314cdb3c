//! What sources say, held against the answers: a source that contradicts an
//! answer leaves more possible than the answer does.

use crate::load::codes;
use crate::load::reader::fields::Reader;
use crate::model::{Answer, Criterion, Evidence, Possible, Set, Stated};
use crate::say;
use crate::text::lang::list;
use crate::text::safe::quoted;
use crate::text::yaml::Node;
use crate::text::{Diagnostic, Lang};

use super::scope::Scope;

/// Reports what one item of evidence says and the answers for the same variants
/// rule out: once, at the first of them.
pub(super) fn contradictions(
    reader: &mut Reader,
    (node, item): (Node<'_, '_>, &Evidence),
    answers: &[Answer],
    criterion: &Criterion,
    scope: &Scope<'_>,
) {
    let Some((key, _)) = node.pairs().find(|(key, _)| key.text() == "says") else { return };
    let mut all: Vec<&str> = Vec::new();
    let mut first = None;
    for answer in answers.iter().filter(|answer| answer.variants.members().any(|at| item.covers(at))) {
        let Stated::Possible(possible) = &answer.stated else { continue };
        let is_possible = scope.self_hosted.members().any(|at| item.covers(at));
        let impossible = if is_possible { Set::EMPTY } else { criterion.question.own_work() };
        let excluded = excluded(&item.says, possible, criterion, impossible);
        if !excluded.is_empty() {
            first = first.or(Some(answer.place));
        }
        all.extend(excluded);
    }
    let Some(answer) = first else { return };
    let said: Vec<String> =
        item.says.iter().filter(|said| all.contains(&said.as_str())).map(|said| quoted(said)).collect();
    let source = scope.sources.get(item.source).map_or("", |source| source.id.as_str());
    let (nl, en) = (list(Lang::Nl, &said), list(Lang::En, &said));
    let message = say!(
        "de bron `{source}` zegt {nl}, en dat kan volgens het antwoord niet",
        "the source `{source}` says {en}, which the answer rules out"
    );
    reader.add(
        Diagnostic::new(&codes::CONTRADICTED, key.place(), message)
            .related(answer, say!("dit antwoord sluit dat uit", "this answer rules that out"))
            .help(codes::CONTRADICTED.advice),
    );
}

/// What is said and not possible, also because no variant can have it. One of several
/// answers to a question with one answer is enough; of options each must be possible, for
/// they hold together.
fn excluded<'s>(
    says: &'s [String],
    possible: &Possible,
    criterion: &Criterion,
    impossible: Set,
) -> Vec<&'s str> {
    let is_open = |said: &str| {
        let choice = criterion.question.find(said);
        if choice.is_some_and(|at| impossible.contains(at)) {
            return false;
        }
        match possible {
            Possible::Choices(set) => choice.is_some_and(|at| set.contains(at)),
            Possible::Options { lacks, .. } => choice.is_some_and(|at| !lacks.contains(at)),
            Possible::Numbers { ranges, named } => match (choice, said.parse::<u64>()) {
                (Some(at), _) => named.contains(at),
                (None, Ok(number)) => {
                    ranges.iter().any(|range| range.from <= number && range.to.is_none_or(|to| number <= to))
                }
                (None, Err(_)) => false,
            },
        }
    };
    let holds_together = matches!(possible, Possible::Options { .. });
    let is_met = !holds_together && says.iter().any(|said| is_open(said));
    says.iter().map(String::as_str).filter(|said| !is_met && !is_open(said)).collect()
}
