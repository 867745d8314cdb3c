//! Words for what an administrator goes through before an alternative is used.

use crate::model::{ActionBy, ActionWhen, Catalogue, Choice, Question, SettledBy};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views::settings::{Entry, Limit, Sheet, Way};

use super::answers::condition;
use super::triage::ended;
use super::{actions, capital};

/// What the sheet is called.
pub(crate) const TITLE: Phrase = phrase("Instellingenblad", "Sheet of settings");

/// The title above what the triage allows.
pub(crate) const ALLOWED: Phrase = phrase("Wat uw afweging toelaat", "What your triage allows");

/// The title above what is done in one way.
#[must_use]
pub(crate) fn title(way: Way) -> Phrase {
    match way {
        Way::Set => actions::title(ActionBy::Setting),
        Way::Agree => actions::title(ActionBy::Contract),
        Way::Ask => phrase("Vraagt u na", "What you find out first"),
        Way::OwnWork => phrase("Regelt u zelf", "What you see to yourself"),
    }
}

/// A line of the sheet, in words.
#[derive(Debug)]
pub(crate) struct Task {
    /// How it is done; `None` for what the triage allows.
    pub(crate) way: Option<Way>,
    /// What to do, or to find out.
    pub(crate) text: String,
    /// The criterion, and the answer that gives it.
    pub(crate) about: String,
    /// What to do once it is known; empty where nothing is to be found out.
    pub(crate) then: String,
    /// The theme of the criterion.
    pub(crate) theme: String,
    /// The id of the criterion.
    pub(crate) criterion: String,
    /// The id of the answer, where one gives it.
    pub(crate) answer: Option<String>,
}

/// The lines of a sheet, in its order; what the triage allows comes last.
#[must_use]
pub(crate) fn tasks(sheet: &Sheet<'_, '_>, catalogue: &Catalogue, lang: Lang) -> Vec<Task> {
    let entries = sheet.entries.iter().map(|entry| of_entry(entry, catalogue, lang));
    entries.chain(sheet.limits.iter().map(|limit| of_limit(limit, catalogue, lang))).collect()
}

fn theme(catalogue: &Catalogue, number: usize, lang: Lang) -> String {
    catalogue.themes.get_index(number).map_or(String::new(), |(_, theme)| theme.title.get(lang).to_owned())
}

fn of_entry(entry: &Entry<'_>, catalogue: &Catalogue, lang: Lang) -> Task {
    let criterion = entry.criterion;
    let title = criterion.title.get(lang);
    let first = entry.to_do.first();
    let answer = first.and_then(|to_do| to_do.choice).filter(|_| entry.way != Way::Ask);
    let said = |choice: &Choice| {
        let is_lacking = first.is_some_and(|to_do| to_do.action.when == ActionWhen::Lacks);
        (!is_lacking).then(|| format!("{title}: {}", choice.text.get(lang)))
    };
    let own_question = || criterion.ask.get(lang).to_owned();
    let text = match (entry.way, first) {
        (Way::Ask, _) | (_, None) => own_question(),
        (_, Some(to_do)) => capital(to_do.action.text.get(lang)),
    };
    Task {
        way: Some(entry.way),
        text,
        about: answer.and_then(said).unwrap_or_else(|| title.to_owned()),
        then: if entry.way == Way::Ask { then(entry, lang) } else { String::new() },
        theme: theme(catalogue, criterion.theme, lang),
        criterion: criterion.id.to_string(),
        answer: answer.map(|choice| choice.id.to_string()),
    }
}

/// Who knows the answer, and what there may be to do then.
fn then(entry: &Entry<'_>, lang: Lang) -> String {
    let who = match entry.settled_by {
        SettledBy::Public => {
            phrase("Vraag het de aanbieder, of zoek het op.", "Ask the vendor, or look it up.")
        }
        SettledBy::Contract => phrase("Kijk in het contract.", "Look in the contract."),
        SettledBy::Administrator => {
            phrase("Kijk in de instellingen van het product.", "Look in the settings of the product.")
        }
        SettledBy::Institution => {
            phrase("Dat weet uw instelling zelf.", "Your institution knows that itself.")
        }
    };
    let mut all: Vec<String> = Vec::new();
    for to_do in &entry.to_do {
        let text = ended(capital(to_do.action.text.get(lang)));
        if !all.contains(&text) {
            all.push(text);
        }
    }
    // Options hold together; of answers only one is true.
    let joint = match entry.criterion.question {
        Question::AnyOf { .. } => " ",
        Question::OneOf(_) | Question::Number { .. } => phrase(" Of: ", " Or: ").get(lang),
    };
    let (who, all) = (who.get(lang), all.join(joint));
    tr!(lang, "{who} Daarna misschien: {all}", "{who} After that perhaps: {all}")
}

fn of_limit(limit: &Limit<'_>, catalogue: &Catalogue, lang: Lang) -> Task {
    let criterion = limit.criterion;
    let question = &criterion.question;
    let ruled_out = limit.ruled_out.members().filter_map(|at| question.choice(at));
    let ruled_out: Vec<&str> = ruled_out.map(|choice| choice.text.get(lang)).collect();
    let allowed = condition(limit.allowed, question, lang);
    let (off, title) = (ruled_out.join("; "), criterion.title.get(lang));
    let text = match question {
        // What the product can do and is not allowed is turned off.
        Question::AnyOf { .. } if !off.is_empty() => tr!(
            lang,
            "Zet uit, waar het product dit kan: {off}.",
            "Turn off, where the product can do this: {off}."
        ),
        _ => tr!(lang, "Alleen dit mag ({title}): {allowed}.", "Only this is allowed ({title}): {allowed}."),
    };
    let exam = &limit.exam.title;
    Task {
        way: None,
        text,
        about: format!("{exam}: {title}"),
        then: String::new(),
        theme: theme(catalogue, criterion.theme, lang),
        criterion: criterion.id.to_string(),
        answer: None,
    }
}
