//! Profiles: one file each, and what they inherit.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::load::reader::help::suggest;
use crate::model::options::is_too_intricate;
use crate::model::{
    Condition, EvidenceRule, Grade, Id, KnockOutScope, KnockOutWord, Localized, NeedRule, Origin, Profile,
    Requirement, StaleRule,
};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Place, Vocabulary as _};

use super::condition::{NeedBounds, Words, condition, condition_with_need};
use super::index::{CriteriaIndex, twice};
use super::need;

/// The largest weight and the largest budget of a theme.
const MOST_WEIGHT: u64 = 100;

/// A profile as written in its file, before inheritance.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) id: Id,
    title: Localized,
    because: Localized,
    extends: Option<(String, Place)>,
    themes: Option<IndexMap<usize, u32>>,
    weights: IndexMap<usize, u32>,
    requirements: Vec<Requirement>,
    need_rules: Vec<NeedRule>,
    knock_outs: Option<KnockOutScope>,
    minimum_grade: Option<Grade>,
    stale: Option<StaleRule>,
    pub(super) withdrawn: Option<Localized>,
    place: Place,
}

/// Reads one profile.
pub(super) fn profile(
    reader: &mut Reader,
    node: Node<'_, '_>,
    id: Id,
    criteria: &CriteriaIndex<'_>,
    themes: &[&str],
) -> Option<Written> {
    let fields = reader.mapping(node, &keys::PROFILE)?;
    let extends = fields.get("extends").map(|node| (node.text().to_owned(), node.place()));
    let title = fields.get("title").and_then(|node| reader.localized(node));
    let because = fields.get("because").and_then(|node| reader.localized(node));
    let withdrawn = fields.get("withdrawn").and_then(|node| reader.localized(node));
    reader.ids(fields.get("formerly"));
    let budgets = fields.get("themes").map(|node| budgets(reader, node, themes));
    let mut weights = IndexMap::new();
    for (key, value) in fields.get("weights").iter().flat_map(|node| node.pairs()) {
        let found = criteria.find(reader, key);
        let weight = weight(reader, value);
        if let (Some((number, criterion)), Some(weight)) = (found, weight)
            && weights.insert(number, weight).is_some()
        {
            twice(reader, key, criterion.id.as_str());
        }
    }
    let (requirements, need_rules) = requirements(reader, &fields, criteria);
    let knock_outs = fields.get("knock-outs").map(|node| scope(reader, node, criteria));
    let (minimum_grade, stale) = evidence(reader, &fields);
    Some(Written {
        id,
        title: title?,
        because: because?,
        extends,
        themes: budgets,
        weights,
        requirements,
        need_rules,
        knock_outs,
        minimum_grade,
        stale,
        withdrawn,
        place: node.place(),
    })
}

fn weight(reader: &mut Reader, node: Node<'_, '_>) -> Option<u32> {
    if !reader.expect(node, Kind::Text, keys::Shape::Number) {
        return None;
    }
    reader.number(node, MOST_WEIGHT, &codes::WEIGHT_RANGE).and_then(|n| u32::try_from(n).ok())
}

fn budgets(reader: &mut Reader, node: Node<'_, '_>, themes: &[&str]) -> IndexMap<usize, u32> {
    let mut found = IndexMap::new();
    for (key, value) in node.pairs() {
        let budget = weight(reader, value);
        let Some(theme) = themes.iter().position(|id| *id == key.text()) else {
            let shown = quoted(key.text());
            let message = say!("het thema {shown} bestaat niet", "the theme {shown} does not exist");
            reader.not_among(&codes::UNKNOWN_THEME, key.place(), message, key.text(), themes.iter().copied());
            continue;
        };
        if let Some(budget) = budget {
            found.insert(theme, budget);
        }
    }
    found
}

fn requirements(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    criteria: &CriteriaIndex<'_>,
) -> (Vec<Requirement>, Vec<NeedRule>) {
    let (mut found, mut by_need) = (Vec::new(), Vec::new());
    for item in fields.get("require").iter().flat_map(|node| node.items()) {
        let Some(fields) = reader.mapping(item, &keys::REQUIREMENT) else { continue };
        let because = fields.get("because").and_then(|node| reader.localized(node));
        let mut when = Vec::new();
        for (key, value) in fields.get("when").iter().flat_map(|node| node.pairs()) {
            let Some((number, criterion)) = criteria.find(reader, key) else { continue };
            when.extend(condition(reader, value, &Words::of(criterion)).map(|condition| (number, condition)));
        }
        let target = fields.get("criterion").and_then(|node| criteria.find(reader, node));
        let Some((criterion, found_criterion)) = target else { continue };
        let answers = fields
            .get("answers")
            .and_then(|node| condition_with_need(reader, node, &Words::of(found_criterion)));
        let need = fields.get("need").map(|node| need::conditions(reader, node));
        if let (Some((answers, bounds)), Some(because)) = (answers, because) {
            let same: Vec<&Condition> = std::iter::once(&answers)
                .chain(when.iter().filter(|(number, _)| *number == criterion).map(|(_, condition)| condition))
                .collect();
            if is_too_intricate(&found_criterion.question, &same) {
                reader.report(&codes::TOO_INTRICATE, start_of(item), codes::TOO_INTRICATE.title.into());
                continue;
            }
            let (origin, place) = (Origin::Written(because), Some(item.place()));
            let requirement = Requirement { criterion, answers, when, origin, place, depends: false };
            let NeedBounds { at_least, at_most } = bounds;
            if need.is_some() || at_least.is_some() || at_most.is_some() {
                by_need.push(NeedRule { need: need.unwrap_or_default(), requirement, at_least, at_most });
            } else {
                found.push(requirement);
            }
        }
    }
    (found, by_need)
}

fn scope(reader: &mut Reader, node: Node<'_, '_>, criteria: &CriteriaIndex<'_>) -> KnockOutScope {
    if node.kind() == Kind::List {
        let items = reader.one_or_list(node);
        let found =
            items.into_iter().filter_map(|item| criteria.find(reader, item).map(|(number, _)| number));
        return KnockOutScope::Criteria(found.collect());
    }
    let word = reader.word_of(node, KnockOutWord::IDS).and_then(|at| KnockOutWord::ALL.get(at));
    word.map_or(KnockOutScope::All, |word| KnockOutScope::from(*word))
}

fn evidence(reader: &mut Reader, fields: &Fields<'_, '_>) -> (Option<Grade>, Option<StaleRule>) {
    let Some(fields) = fields.get("evidence").and_then(|node| reader.mapping(node, &keys::EVIDENCE_RULE))
    else {
        return (None, None);
    };
    (reader.word(&fields, "minimum-grade"), reader.word(&fields, "stale"))
}

/// Fills in what profiles inherit: weights, budgets and evidence per key, and
/// all requirements of the profile below. Profiles with a broken `extends` are
/// left out and reported.
pub(super) fn inherit(written: &[Written], broken: &[String]) -> (Vec<Profile>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let found = written
        .iter()
        .filter(|profile| profile.withdrawn.is_none())
        .filter_map(|profile| match chain(profile, written, broken)? {
            Ok(chain) => Some(merge(&chain)),
            Err(finding) => {
                findings.push(*finding);
                None
            }
        })
        .collect();
    (found, findings)
}

/// The profile and all that it extends, the lowest first; `None` when it builds
/// on a profile whose own file could not be read.
fn chain<'w>(
    profile: &'w Written,
    all: &'w [Written],
    broken: &[String],
) -> Option<Result<Vec<&'w Written>, Box<Diagnostic>>> {
    let mut chain = vec![profile];
    let mut top = profile;
    while let Some((id, place)) = &top.extends {
        let Some(next) = all.iter().find(|other| other.id.as_str() == id) else {
            if broken.contains(id) {
                return None;
            }
            let shown = quoted(id);
            let known: Vec<&str> = all.iter().map(|other| other.id.as_str()).collect();
            let help = suggest(id, known, &codes::UNKNOWN_PROFILE);
            return Some(Err(Box::new(
                Diagnostic::new(
                    &codes::UNKNOWN_PROFILE,
                    *place,
                    say!("de weging {shown} bestaat niet", "the profile {shown} does not exist"),
                )
                .help(help),
            )));
        };
        if chain.iter().any(|known| known.id == next.id) {
            let path: Vec<String> = chain.iter().chain([&next]).map(|p| format!("`{}`", p.id)).collect();
            let path = path.join(" → ");
            return Some(Err(Box::new(
                Diagnostic::new(
                    &codes::EXTENDS_CYCLE,
                    *place,
                    say!("deze wegingen vormen een kring: {path}", "these profiles form a circle: {path}"),
                )
                .help(codes::EXTENDS_CYCLE.advice),
            )));
        }
        chain.push(next);
        top = next;
    }
    chain.reverse();
    Some(Ok(chain))
}

fn merge(chain: &[&Written]) -> Profile {
    let mut themes: Option<IndexMap<usize, u32>> = None;
    let mut weights = IndexMap::new();
    let mut requirements = Vec::new();
    let mut need_rules = Vec::new();
    let mut knock_outs = None;
    let mut evidence = EvidenceRule::default();
    for part in chain {
        if let Some(budgets) = &part.themes {
            themes.get_or_insert_default().extend(budgets);
        }
        weights.extend(&part.weights);
        requirements.extend(part.requirements.iter().cloned());
        need_rules.extend(part.need_rules.iter().cloned());
        knock_outs = part.knock_outs.clone().or(knock_outs);
        evidence.minimum_grade = part.minimum_grade.unwrap_or(evidence.minimum_grade);
        evidence.stale = part.stale.unwrap_or(evidence.stale);
    }
    let own = chain[chain.len() - 1];
    Profile {
        id: own.id.clone(),
        title: own.title.clone(),
        because: own.because.clone(),
        themes,
        weights,
        requirements,
        need_rules,
        knock_outs: knock_outs.unwrap_or_default(),
        evidence,
        place: own.place,
        files: chain.iter().map(|part| part.place.file).collect(),
    }
}
