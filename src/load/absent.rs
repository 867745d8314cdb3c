//! Something that is missing is one mistake for whoever reads the findings, however
//! many files name it.

use std::collections::{HashMap, HashSet};

use crate::text::{Code, Diagnostic, Message};

use super::codes;

/// The findings about a name that leads to nothing. Their words are equal when the
/// name is.
const ABSENT: [&Code; 5] = [
    &codes::UNKNOWN_KIND,
    &codes::UNKNOWN_THEME,
    &codes::UNKNOWN_SENTENCE,
    &codes::UNKNOWN_CRITERION,
    &codes::UNKNOWN_PROFILE,
];

/// Joins findings about something missing that more than one file names into one,
/// at the first of them. The order is kept.
#[must_use]
pub(crate) fn joined(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut by_words: HashMap<(&str, &Message), Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if ABSENT.contains(&finding.code) {
            by_words.entry((finding.code.id, &finding.message)).or_default().push(at);
        }
    }
    let is_shared = |places: &Vec<usize>| {
        let files = places.iter().filter_map(|at| findings.get(*at)).map(|finding| finding.place.file);
        files.collect::<HashSet<_>>().len() > 1
    };
    let shared: HashMap<usize, Vec<usize>> = by_words
        .into_values()
        .filter(is_shared)
        .filter_map(|places| {
            let (first, others) = places.split_first()?;
            Some((*first, others.to_vec()))
        })
        .collect();
    let dropped: HashSet<usize> = shared.values().flatten().copied().collect();
    let also = |at: &usize| findings.get(*at).map(|finding| finding.place);
    let mut places: HashMap<usize, _> = shared
        .into_iter()
        .map(|(first, others)| (first, others.iter().filter_map(also).collect::<Vec<_>>()))
        .collect();
    let kept = findings.into_iter().enumerate().filter(|(at, _)| !dropped.contains(at));
    kept.map(|(at, mut finding)| {
        finding.also = places.remove(&at).unwrap_or_default();
        finding
    })
    .collect()
}
