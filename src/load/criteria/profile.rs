//! Profiles: one file each, and what they inherit.

use std::collections::HashMap;
use std::sync::Arc;

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
use super::premises::Premises;

/// The largest weight and the largest budget of a theme.
pub(in crate::load) const MOST_WEIGHT: u64 = 100;

/// A profile as written in its file, before inheritance.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) id: Id,
    title: Localized,
    because: Localized,
    extends: Option<(String, Place)>,
    themes: Option<IndexMap<usize, u32>>,
    weights: IndexMap<usize, u32>,
    requirements: Arc<[Requirement]>,
    need_rules: Arc<[NeedRule]>,
    knock_outs: Option<KnockOutScope>,
    minimum_grade: Option<Grade>,
    stale: Option<StaleRule>,
    pub(super) withdrawn: Option<Localized>,
    formerly: Vec<Id>,
    place: Place,
}

/// What a profile can refer to.
pub(super) struct Known<'a> {
    pub(super) criteria: &'a CriteriaIndex<'a>,
    /// The ids of all themes.
    pub(super) themes: &'a [&'a str],
    pub(super) premises: Premises<'a>,
}

/// Reads one profile.
pub(super) fn profile(reader: &mut Reader, node: Node<'_, '_>, id: Id, known: &Known<'_>) -> Option<Written> {
    let Known { criteria, themes, .. } = *known;
    let fields = reader.mapping(node, &keys::PROFILE)?;
    let extends = fields.get("extends").map(|node| (node.text().to_owned(), node.place()));
    let title = fields.get("title").and_then(|node| reader.localized(node));
    let because = fields.get("because").and_then(|node| reader.localized(node));
    let withdrawn = fields.get("withdrawn").and_then(|node| reader.localized(node));
    let formerly = reader.ids(fields.get("formerly"));
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
    let (requirements, need_rules) = requirements(reader, &fields, known);
    let knock_outs = fields.get("knock-outs").map(|node| scope(reader, node, criteria));
    let (minimum_grade, stale) = evidence(reader, &fields);
    Some(Written {
        id,
        title: title?,
        because: because?,
        extends,
        themes: budgets,
        weights,
        requirements: requirements.into(),
        need_rules: need_rules.into(),
        knock_outs,
        minimum_grade,
        stale,
        withdrawn,
        formerly,
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
    known: &Known<'_>,
) -> (Vec<Requirement>, Vec<NeedRule>) {
    let criteria = known.criteria;
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
        let premise = known.premises.find(reader, &fields);
        if let (Some((answers, bounds)), Some(because)) = (answers, because) {
            let same: Vec<&Condition> = std::iter::once(&answers)
                .chain(when.iter().filter(|(number, _)| *number == criterion).map(|(_, condition)| condition))
                .collect();
            if is_too_intricate(&found_criterion.question, &same) {
                reader.report(&codes::TOO_INTRICATE, start_of(item), codes::TOO_INTRICATE.title.into());
                continue;
            }
            let (origin, place) = (Origin::Written(because), Some(item.place()));
            let requirement =
                Requirement { criterion, answers, when, premise, origin, place, depends: false };
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

/// As many profiles as may build on one another. What people keep goes three deep;
/// a limit keeps a long chain from being walked for every profile.
const MOST_DEEP: usize = 100;
/// As many profiles of a circle as a message names.
const MOST_NAMED: usize = 6;

/// How far a profile is.
enum State {
    /// It was not looked at.
    New,
    /// Profiles that build on it are waiting for it.
    Open,
    /// It is left out, and that is reported.
    Left,
    /// It is filled in.
    Done(Box<Profile>),
}

/// Fills in what profiles inherit: weights, budgets and evidence per key, and
/// all requirements of the profile below. Profiles with a broken `extends` are
/// left out; each break is reported once, whatever builds on it.
pub(super) fn inherit(written: &[Written], broken: &[String]) -> (Vec<Profile>, Vec<Diagnostic>) {
    let index: HashMap<&str, usize> =
        written.iter().enumerate().map(|(at, profile)| (profile.id.as_str(), at)).collect();
    let mut states: Vec<State> = written.iter().map(|_| State::New).collect();
    let mut findings = Vec::new();
    for (start, profile) in written.iter().enumerate() {
        if profile.withdrawn.is_none() {
            fill_in(start, written, &index, broken, &mut states, &mut findings);
        }
    }
    let found = written.iter().zip(states).filter_map(|(profile, state)| match state {
        State::Done(filled_in) if profile.withdrawn.is_none() => Some(*filled_in),
        _ => None,
    });
    (found.collect(), findings)
}

/// Fills in one profile, and all that it builds on and that is not filled in yet.
fn fill_in(
    start: usize,
    written: &[Written],
    index: &HashMap<&str, usize>,
    broken: &[String],
    states: &mut [State],
    findings: &mut Vec<Diagnostic>,
) {
    let mut path: Vec<usize> = Vec::new();
    let mut at = start;
    // What the last of the path builds on; `Err` when that cannot be had.
    let mut base: Result<Option<usize>, ()> = loop {
        match states[at] {
            State::Done(_) => break Ok(Some(at)),
            State::Left => break Err(()),
            State::Open => {
                let circle = path.iter().position(|known| *known == at).map_or(&[][..], |from| &path[from..]);
                findings.extend(circle_of(circle, written));
                break Err(());
            }
            State::New => {}
        }
        states[at] = State::Open;
        path.push(at);
        let Some((id, place)) = &written[at].extends else { break Ok(None) };
        match index.get(id.as_str()) {
            Some(next) => at = *next,
            None => {
                if !broken.contains(id) {
                    findings.push(unknown(id, *place, written));
                }
                break Err(());
            }
        }
    };
    for at in path.into_iter().rev() {
        let own = &written[at];
        let below = match base {
            Err(()) => None,
            Ok(None) => Some(None),
            Ok(Some(below)) => match &states[below] {
                State::Done(profile) if profile.files.len() >= MOST_DEEP => {
                    let place = own.extends.as_ref().map_or(own.place, |(_, place)| *place);
                    let message = say!(
                        "hier staan al {MOST_DEEP} wegingen op elkaar",
                        "{MOST_DEEP} profiles are built on one another here already"
                    );
                    let finding = Diagnostic::new(&codes::EXTENDS_TOO_DEEP, place, message);
                    findings.push(finding.help(codes::EXTENDS_TOO_DEEP.advice));
                    None
                }
                State::Done(profile) => Some(Some(profile.as_ref())),
                _ => None,
            },
        };
        let state = below.map_or(State::Left, |below| State::Done(Box::new(merge(own, below))));
        base = if matches!(state, State::Done(_)) { Ok(Some(at)) } else { Err(()) };
        states[at] = state;
    }
}

/// The finding for a profile that does not exist.
fn unknown(id: &str, place: Place, written: &[Written]) -> Diagnostic {
    let shown = quoted(id);
    let known: Vec<&str> = written.iter().map(|other| other.id.as_str()).collect();
    let help = suggest(id, known, &codes::UNKNOWN_PROFILE);
    let message = say!("de weging {shown} bestaat niet", "the profile {shown} does not exist");
    Diagnostic::new(&codes::UNKNOWN_PROFILE, place, message).help(help)
}

/// The finding for profiles that build on one another in a circle, at the
/// `extends` that closes it.
fn circle_of(circle: &[usize], written: &[Written]) -> Option<Diagnostic> {
    let (first, last) = (*circle.first()?, *circle.last()?);
    let (_, place) = written[last].extends.as_ref()?;
    let name = |at: &usize| format!("`{}`", written[*at].id);
    let mut names: Vec<String> = circle.iter().take(MOST_NAMED).map(name).collect();
    if circle.len() > MOST_NAMED {
        names.push("…".to_owned());
    }
    names.push(name(&first));
    let path = names.join(" → ");
    let message = match circle.len() {
        number if number > MOST_NAMED => say!(
            "deze {number} wegingen vormen een kring: {path}",
            "these {number} profiles form a circle: {path}"
        ),
        _ => say!("deze wegingen vormen een kring: {path}", "these profiles form a circle: {path}"),
    };
    Some(Diagnostic::new(&codes::EXTENDS_CYCLE, *place, message).help(codes::EXTENDS_CYCLE.advice))
}

/// A profile over the one that it builds on.
fn merge(own: &Written, below: Option<&Profile>) -> Profile {
    let mut themes = below.and_then(|below| below.themes.clone());
    if let Some(budgets) = &own.themes {
        themes.get_or_insert_default().extend(budgets);
    }
    let mut weights = below.map(|below| below.weights.clone()).unwrap_or_default();
    weights.extend(&own.weights);
    let mut requirements = below.map(|below| below.requirements.clone()).unwrap_or_default();
    requirements.inherit(&own.requirements);
    let mut need_rules = below.map(|below| below.need_rules.clone()).unwrap_or_default();
    need_rules.inherit(&own.need_rules);
    let knock_outs = own.knock_outs.clone().or_else(|| below.map(|below| below.knock_outs.clone()));
    let evidence = below.map(|below| below.evidence).unwrap_or_default();
    let mut files = below.map(|below| below.files.clone()).unwrap_or_default();
    files.push(own.place.file);
    Profile {
        id: own.id.clone(),
        title: own.title.clone(),
        because: own.because.clone(),
        themes,
        weights,
        requirements,
        need_rules,
        knock_outs: knock_outs.unwrap_or_default(),
        evidence: EvidenceRule {
            minimum_grade: own.minimum_grade.unwrap_or(evidence.minimum_grade),
            stale: own.stale.unwrap_or(evidence.stale),
        },
        formerly: own.formerly.clone(),
        place: own.place,
        files,
    }
}
