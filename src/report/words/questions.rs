//! Words for what to ask next, and for what each answer would make of an alternative.

use crate::assess::{Eligibility, Rank, ScoreRange};
use crate::model::{Bounds, Condition, Question, Set, SettledBy};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::questions::{Effect, Open, Reply};

use super::answers::condition;
use super::score::{places, range};

/// What the list is called.
pub(crate) const TITLE: Phrase = phrase("Vragen", "Questions");

/// How the order is made.
pub(crate) const ORDER: Phrase = phrase(
    "Wat bovenaan staat, maakt het snelst duidelijk welk product bovenaan hoort. Eerst komt wat een product nog kan laten afvallen. Geen antwoord telt niet als nee.",
    "What stands first shows soonest which product comes first. What can still rule a product out comes before the rest. No answer does not count as no.",
);

/// It is certain which comes first.
pub(crate) const CERTAIN: Phrase = phrase(
    "Naar punten staat al vast wie hier bovenaan hoort.",
    "By points it is already certain which comes first here.",
);

/// Nothing is open.
pub(crate) const NOTHING: Phrase = phrase("Hier staat geen vraag open.", "No question is open here.");

/// Who is asked.
#[must_use]
pub(crate) fn to(by: SettledBy) -> Phrase {
    match by {
        SettledBy::Public => phrase("Vraag aan de aanbieder of de maker", "Ask the vendor or the maker"),
        SettledBy::Contract => phrase("Zoek op in uw contract", "Look up in your contract"),
        SettledBy::Administrator => phrase("Vraag aan uw beheerder", "Ask your administrator"),
        SettledBy::Institution => phrase("Regelt u zelf", "What you see to yourself"),
    }
}

/// What a demand makes of a question.
pub(crate) const DEMANDED: Phrase = phrase("hier hangt een eis van af", "a demand depends on it");

/// Something that can be answered, in the words of the criterion.
#[must_use]
pub(crate) fn reply(reply: Reply, question: &Question, lang: Lang) -> String {
    let text = |at: usize| question.choice(at).map_or("", |choice| choice.text.get(lang));
    match reply {
        Reply::Choice(at) => text(at).to_owned(),
        Reply::Has(at) => tr!(lang, "wel: {text}", "yes: {text}", text = text(at)),
        Reply::Lacks(at) => tr!(lang, "niet: {text}", "no: {text}", text = text(at)),
        Reply::Rung(at) => {
            // Named answers of the same level are listed separately.
            let when = question.rungs().get(at).and_then(|rung| rung.when.clone()).map(|when| match when {
                Condition::All(bounds) => Condition::All(Bounds { or: Set::EMPTY, ..bounds }),
                other @ Condition::Any(_) => other,
            });
            let unit = match question {
                Question::Number { unit, .. } => unit.get(lang),
                _ => "",
            };
            match when {
                Some(when) => format!("{} {unit}", condition(&when, question, lang)),
                None => phrase("een ander getal", "another number").get(lang).to_owned(),
            }
        }
    }
}

/// The alternative as it is, before the answers.
#[must_use]
pub(crate) fn now(open: &Open<'_, '_>, lang: Lang) -> String {
    let rank = open.row.rank;
    let (low, high) = whole(open.row.evaluation.score);
    let (points, places) = (range(&low, &high, lang), places(rank, lang));
    tr!(lang, "nu {points}, {places}", "now {points}, {places}")
}

/// What these answers would make of the alternative: its points, and its places where
/// these move.
#[must_use]
pub(crate) fn effect(open: &Open<'_, '_>, effect: &Effect, lang: Lang) -> String {
    let question = &open.part.column.criterion.question;
    let replies: Vec<String> = effect.replies.iter().map(|one| reply(*one, question, lang)).collect();
    let replies = replies.join(phrase("; of: ", "; or: ").get(lang));
    let Effect { then, .. } = effect;
    if then.eligibility == Eligibility::KnockedOut {
        return tr!(lang, "{replies} → valt af", "{replies} → is ruled out");
    }
    let points = points(then.score, lang);
    let rank = open.row.rank;
    let moved = (then.best, then.worst) != (rank.best, rank.worst);
    let there = Rank { rank: then.best, best: then.best, worst: then.worst };
    let places = if moved { format!(", {}", places(there, lang)) } else { String::new() };
    format!("{replies} → {points}{places}")
}

/// The points that are left; one number where that is certain.
fn points(score: ScoreRange, lang: Lang) -> String {
    if score.low() == score.high() {
        let points = score.low().shown_in(100);
        return tr!(lang, "{points} punten", "{points} points");
    }
    let (low, high) = whole(score);
    tr!(lang, "{low} tot {high} punten", "{low} to {high} points")
}

/// The whole points from which and to which a score goes.
fn whole(score: ScoreRange) -> (String, String) {
    let [low, own, open, _] = score.whole_points();
    (low.to_string(), (low + own + open).to_string())
}
