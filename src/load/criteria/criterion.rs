//! One criterion file.

use indexmap::IndexMap;

use crate::load::codes;
use crate::load::keys;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::model::options::is_too_intricate;
use crate::model::{
    Choice, Criterion, Id, KnockOut, Level, Question, QuestionForm, Rung, Sentence, Set, Worth, YesNo,
};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Message, Place, Vocabulary as _};

use super::action::unit;
use super::condition::{Words, condition};
use super::given::{self, given, options};
use super::premises::Premises;
use super::shared::{applies_to, empty_question, grounds, references, too_many};

/// Without `shelf-life` evidence is stale after this many months.
const DEFAULT_SHELF_LIFE: i32 = 24;
/// The longest shelf life, in months.
const LONGEST_SHELF_LIFE: u64 = 600;

/// The position of a criterion file in the data.
pub(super) struct Position<'a> {
    pub(super) id: Id,
    pub(super) theme: usize,
    /// The ids of all kinds.
    pub(super) kinds: &'a [&'a str],
    /// The sentences of the AP; empty where the data has none.
    pub(super) sentences: &'a IndexMap<String, Sentence>,
    pub(super) premises: Premises<'a>,
}

/// Reads a criterion.
pub(super) fn criterion(reader: &mut Reader, node: Node<'_, '_>, at: Position<'_>) -> Option<Criterion> {
    let fields = reader.mapping(node, &keys::CRITERION)?;
    let applies_to = applies_to(reader, &fields, at.kinds);
    let mut text = |name: &str| fields.get(name).and_then(|node| reader.localized(node));
    let (title, ask, why, how) = (text("title"), text("ask"), text("why"), text("how"));
    let withdrawn = text("withdrawn");
    let basis = reader.word(&fields, "basis").unwrap_or_default();
    let settled_by = reader.word(&fields, "settled-by").unwrap_or_default();
    let on_card = reader.word(&fields, "on-card") == Some(YesNo::Yes);
    let shelf_life =
        fields.get("shelf-life").and_then(|node| shelf_life(reader, node)).unwrap_or(DEFAULT_SHELF_LIFE);
    let grounds = grounds(reader, &fields);
    let from = references(reader, fields.get("from"), at.sentences);
    let formerly = reader.ids(fields.get("formerly"));
    let question = question(reader, &fields, node, at.premises)?;
    let mut found = Criterion {
        id: at.id,
        theme: at.theme,
        applies_to,
        title: title?,
        ask: ask?,
        why: why?,
        how,
        basis,
        grounds,
        from,
        settled_by,
        shelf_life,
        question,
        knock_outs: Vec::new(),
        formerly,
        former: Vec::new(),
        later: Set::EMPTY,
        on_card,
        withdrawn,
        broken: false,
        place: node.place(),
    };
    found.knock_outs = knock_outs(reader, &fields, &found, at.premises);
    Some(found)
}

fn shelf_life(reader: &mut Reader, node: Node<'_, '_>) -> Option<i32> {
    let digits = node.text().strip_suffix(" months").or_else(|| node.text().strip_suffix(" month"));
    let months = digits.filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let months = months.and_then(|d| d.parse::<u64>().ok()).filter(|n| (1..=LONGEST_SHELF_LIFE).contains(n));
    if months.is_none() {
        let shown = quoted(node.text());
        let message = say!("{shown} is geen houdbaarheid", "{shown} is not a shelf life");
        let help = say!(
            "schrijf een aantal maanden, als `12 months`",
            "write a number of months, such as `12 months`"
        );
        reader.add(Diagnostic::new(&codes::BAD_NUMBER, node.place(), message).help(help));
    }
    months.and_then(|n| i32::try_from(n).ok())
}

fn knock_outs(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    criterion: &Criterion,
    premises: Premises<'_>,
) -> Vec<KnockOut> {
    let Some(node) = fields.get("knock-out") else { return Vec::new() };
    let words = Words::of(criterion);
    let mut found = Vec::new();
    for item in node.items() {
        let Some(fields) = reader.mapping(item, &keys::KNOCK_OUT) else { continue };
        let when = fields.get("when").and_then(|node| condition(reader, node, &words));
        let because = fields.get("because").and_then(|node| reader.localized(node));
        let premise = premises.find(reader, &fields);
        let basis = reader.word(&fields, "basis").unwrap_or(criterion.basis);
        if let (Some(when), Some(because)) = (when, because) {
            if when.mentions(criterion.question.own_work()) {
                own_work_form(
                    reader,
                    fields.get("when").map_or(item.place(), start_of),
                    say!(
                        "wat uw instelling zelf nog regelt, kan een product niet uitsluiten",
                        "what your institution still has to see to cannot rule a product out"
                    ),
                );
                continue;
            }
            if is_too_intricate(&criterion.question, &[&when]) {
                reader.report(&codes::TOO_INTRICATE, start_of(item), codes::TOO_INTRICATE.title.into());
                continue;
            }
            found.push(KnockOut { when, because, basis, premise, place: item.place() });
        }
    }
    found
}

fn question(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    premises: Premises<'_>,
) -> Option<Question> {
    let forms: Vec<(QuestionForm, Node<'_, '_>)> =
        QuestionForm::ALL.into_iter().filter_map(|form| Some((form, fields.get(form.id())?))).collect();
    let (form, inner) = match forms.as_slice() {
        [one] => *one,
        [] => {
            // A form of the wrong shape was reported already.
            if !node.pairs().any(|(key, _)| QuestionForm::from_id(key.text()).is_some()) {
                reader.report(
                    &codes::QUESTION_FORM,
                    start_of(node),
                    say!("dit criterium heeft geen vraag", "this criterion has no question"),
                );
            }
            return None;
        }
        [_, (second, _), ..] => {
            let second = second.id();
            reader.report(
                &codes::QUESTION_FORM,
                fields.key_place(second).unwrap_or(node.place()),
                say!(
                    "dit criterium heeft ook `{second}`; een vraag heeft één vorm",
                    "this criterion has `{second}` too; a question has one form"
                ),
            );
            return None;
        }
    };
    let allowed: &[&str] = match form {
        QuestionForm::OneOf => &[],
        QuestionForm::AnyOf => &["levels"],
        QuestionForm::Number => &["levels", "named"],
    };
    for extra in ["levels", "named"] {
        if let Some(place) = fields.key_place(extra).filter(|_| !allowed.contains(&extra)) {
            let help = say!("haal `{extra}` weg", "remove `{extra}`");
            let message = say!(
                "`{extra}` hoort niet bij een vraag met `{form}`",
                "`{extra}` does not belong with `{form}`",
                form = form.id()
            );
            reader.add(Diagnostic::new(&codes::QUESTION_FORM, place, message).help(help));
        }
    }
    match form {
        QuestionForm::OneOf => one_of(reader, inner, premises),
        QuestionForm::AnyOf => {
            let options = options(reader, inner, premises);
            let rungs = levels(reader, fields, node, form, &options)?;
            if options.is_empty() {
                return None;
            }
            let question = Question::AnyOf { options, rungs };
            given::check(reader, inner, &question);
            fields.get("levels").into_iter().for_each(|node| spans_levels(reader, node, &question));
            if is_too_intricate(&question, &[]) {
                reader.report(&codes::TOO_INTRICATE, start_of(inner), codes::TOO_INTRICATE.title.into());
                return None;
            }
            Some(question)
        }
        QuestionForm::Number => {
            let unit = unit(reader, inner);
            let named = fields.get("named").map(|node| given(reader, node, premises)).unwrap_or_default();
            let rungs = levels(reader, fields, node, form, &named)?;
            let (unit, action) = unit?;
            let question = Question::Number { unit, action, named, rungs };
            fields.get("named").into_iter().for_each(|node| given::check(reader, node, &question));
            fields.get("levels").into_iter().for_each(|node| spans_levels(reader, node, &question));
            Some(question)
        }
    }
}

fn one_of(reader: &mut Reader, node: Node<'_, '_>, premises: Premises<'_>) -> Option<Question> {
    let mut answers: Vec<(Choice, Worth)> = Vec::new();
    let mut order = LevelOrder::default();
    for (key, inner) in node.pairs() {
        let Some(worth) = worth(reader, key, &mut order) else { continue };
        if !reader.expect(inner, Kind::Mapping, keys::Shape::Mapping) {
            continue;
        }
        for choice in given(reader, inner, premises) {
            if answers.iter().any(|(known, _)| known.id == choice.id) {
                let shown = quoted(choice.id.as_str());
                let place = inner
                    .pairs()
                    .find(|(k, _)| k.text() == choice.id.as_str())
                    .map_or(inner.place(), |(k, _)| k.place());
                reader.report(
                    &codes::REPEATED,
                    place,
                    say!(
                        "het antwoord {shown} staat onder twee niveaus",
                        "the answer {shown} is under two levels"
                    ),
                );
            } else {
                answers.push((choice, worth));
            }
        }
    }
    too_many(reader, node, answers.len());
    if answers.is_empty() {
        empty_question(reader, node);
    }
    let found = (!answers.is_empty() && answers.len() <= Set::MOST).then_some(Question::OneOf(answers))?;
    spans_levels(reader, node, &found);
    node.pairs().for_each(|(_, answers)| given::check(reader, answers, &found));
    Some(found)
}

/// What the answers under a key are worth; the order of the levels is checked.
fn worth(reader: &mut Reader, key: Node<'_, '_>, order: &mut LevelOrder) -> Option<Worth> {
    if key.text() == Worth::OWN_WORK {
        return Some(Worth::OwnWork);
    }
    let Some(level) = Level::from_name(key.text()) else {
        if key.kind() == Kind::Text {
            let shown = quoted(key.text());
            let message = say!("{shown} is geen niveau", "{shown} is not a level");
            let known = Level::NAMES.into_iter().chain([Worth::OWN_WORK]);
            reader.not_among(&codes::UNKNOWN_LEVEL, key.place(), message, key.text(), known);
        }
        return None;
    };
    order.next(reader, key, level);
    Some(Worth::Fixed(level))
}

/// Reports own work in a question that has no two levels for it to lie between.
fn spans_levels(reader: &mut Reader, node: Node<'_, '_>, question: &Question) {
    let own = node.pairs().find(|(key, _)| key.text() == Worth::OWN_WORK);
    let mut levels = question.levels();
    let first = levels.next();
    if let Some((key, _)) = own.filter(|_| levels.all(|level| Some(level) == first)) {
        own_work_form(
            reader,
            key.place(),
            say!(
                "naast `own-work` horen ten minste twee niveaus: daartussen ligt wat uw instelling ervan maakt",
                "beside `own-work` there must be at least two levels: what your institution makes of it lies between them"
            ),
        );
    }
}

fn own_work_form(reader: &mut Reader, place: Place, message: Message) {
    reader.add(Diagnostic::new(&codes::OWN_WORK_FORM, place, message).help(codes::OWN_WORK_FORM.advice));
}

/// Checks that levels go from best to worst; own work is none of them.
#[derive(Default)]
struct LevelOrder(Option<Level>);

impl LevelOrder {
    fn next(&mut self, reader: &mut Reader, key: Node<'_, '_>, level: Level) {
        if self.0.is_some_and(|above| above <= level) {
            let shown = quoted(key.text());
            reader.report(
                &codes::LEVEL_ORDER,
                key.place(),
                say!(
                    "{shown} staat onder een niveau dat niet beter is",
                    "{shown} is below a level that is not better"
                ),
            );
        }
        self.0 = Some(level);
    }
}

fn levels(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    node: Node<'_, '_>,
    form: QuestionForm,
    choices: &[Choice],
) -> Option<Vec<Rung>> {
    let Some(inner) = fields.get("levels") else {
        if !node.pairs().any(|(key, _)| key.text() == "levels") {
            let help = say!(
                "voeg `levels` toe: de niveaus, het beste eerst, het laatste met `otherwise`",
                "add `levels`: the levels, the best first, the last with `otherwise`"
            );
            let message = say!(
                "de sleutel `levels` ontbreekt bij deze vraag",
                "the key `levels` is missing for this question"
            );
            reader.add(Diagnostic::new(&codes::MISSING_KEY, start_of(node), message).help(help));
        }
        return None;
    };
    let words =
        Words { form, choices: choices.iter().map(|c| c.id.as_str()).collect(), former: &[], levels: false };
    let pairs: Vec<_> = inner.pairs().collect();
    let mut order = LevelOrder::default();
    let mut rungs = Vec::new();
    let before = reader.findings.len();
    for (number, (key, value)) in pairs.iter().enumerate() {
        let last = number + 1 == pairs.len();
        let Some(worth) = worth(reader, *key, &mut order) else { continue };
        let otherwise = value.kind() == Kind::Text && value.text() == "otherwise";
        if otherwise != last && value.kind() != Kind::Broken {
            let message = if otherwise {
                say!("na `otherwise` komt nog een niveau", "another level follows after `otherwise`")
            } else {
                say!(
                    "bij het laatste niveau ontbreekt `otherwise`",
                    "`otherwise` is missing at the last level"
                )
            };
            reader.report(&codes::OTHERWISE, start_of(*value), message);
        }
        if worth == Worth::OwnWork && (value.kind() == Kind::Mapping || otherwise) {
            own_work_form(
                reader,
                start_of(*value),
                say!(
                    "`own-work` noemt antwoorden of keuzes, geen grenzen en niet `otherwise`",
                    "`own-work` names answers or options, no bounds and not `otherwise`"
                ),
            );
        } else if otherwise {
            rungs.push(Rung { worth, when: None });
        } else if let Some(when) = condition(reader, *value, &words) {
            rungs.push(Rung { worth, when: Some(when) });
        }
    }
    if pairs.is_empty() {
        reader.report(
            &codes::NOTHING_INSIDE,
            start_of(inner),
            say!("hier staan geen niveaus", "there are no levels here"),
        );
    }
    (reader.findings.len() == before && !rungs.is_empty()).then_some(rungs)
}
