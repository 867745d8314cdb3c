//! A memo for a council as a document: one page that can be read on its own.

use crate::assess::RuleStatus;
use crate::compare::Row;
use crate::model::{Consulted, NeedField, Origin, Right};
use crate::report::words::{self, checklist, limits, need, notes, premise, requirement, triage};
use crate::text::Lang;
use crate::text::lang::{count, list, phrase};
use crate::tr;
use crate::views::memo::{Choice, Memo};

use super::Document;
use super::marks::short;

mod compared;

/// The memo as a document.
#[must_use]
pub fn document<'m>(memo: &Memo<'m, '_>, lang: Lang) -> Document<'m> {
    let kind = memo.comparison.kind.title.get(lang).to_lowercase();
    let institution = &memo.institution.dossier.institution;
    let title = tr!(lang, "Besluitnota {kind}, {institution}", "Decision memo {kind}, {institution}");
    let mut document = Document::new(lang, title);
    for line in premise::lines(memo.comparison, lang) {
        document.text(line);
    }
    asked(&mut document, memo);
    about(&mut document, memo);
    compared::add(&mut document, memo);
    // When no product is needed, nothing is required of one.
    let is_needed = !memo.institution.triage.is_stopped();
    if is_needed {
        demands(&mut document, memo);
        unknown(&mut document, memo);
    }
    heard(&mut document, memo);
    choice(&mut document, memo);
    if is_needed {
        arranged(&mut document, memo);
    }
    let profile = memo.comparison.profile.title.get(lang);
    let label = phrase("Wat telt hoe zwaar:", "What counts how much:").get(lang);
    let record = notes::record(memo.comparison, &short(memo.comparison), lang);
    document.small(format!("{label} {profile}. {record}"));
    document.disclaimer();
    document
}

/// What the council is asked: it comes first.
fn asked(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wat vragen wij u?", "What do we ask of you?"));
    if memo.to_hear.is_empty() {
        let words = if memo.heard.is_empty() {
            phrase(
                "In het dossier staat nog niet aan wie wat wordt gevraagd.",
                "The dossier does not yet say who is asked what.",
            )
        } else {
            phrase(
                "Er ligt nu geen vraag meer voor: iedereen in het dossier is gehoord.",
                "Nothing more is asked: everybody in the dossier has been consulted.",
            )
        };
        document.text(words);
    }
    document.bullets(memo.to_hear.iter().map(|one| consultation(one, memo, lang)));
    disputed(document, &memo.to_hear);
}

/// A body with its right, what it is asked and what it said.
fn consultation(one: &Consulted, memo: &Memo<'_, '_>, lang: Lang) -> String {
    let (body, asked) = (&one.body, &one.asked);
    let on = one.on.map(|day| format!(", {}", words::date(day, lang))).unwrap_or_default();
    let right = words::right(one.right).get(lang);
    let late = memo.is_late(one).then(|| {
        phrase("De keuze was toen al gemaakt.", "The choice had already been made by then.").get(lang)
    });
    let said = one.outcome.as_deref().into_iter().chain(late);
    let said: String = said.map(|text| format!(" {text}")).collect();
    format!("{body} ({right}{on}): {asked}{said}")
}

/// Who can settle a disagreement on the right of a council.
fn disputed(document: &mut Document<'_>, consulted: &[&Consulted]) {
    if consulted.iter().any(|one| one.right == Right::Disputed) {
        document.text(words::DISPUTED_RIGHT);
    }
}

/// What the product is for, in which situation, and whether it is needed.
fn about(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let dossier = memo.institution.dossier;
    document.division(phrase("Waar gaat het om?", "What is it about?"));
    match &dossier.need.purpose {
        Some(purpose) => document.text(purpose.as_str()),
        None => document.text(
            phrase("Het doel staat nog niet in het dossier.", "The dossier does not yet state the purpose.")
                .get(lang),
        ),
    }
    let known = NeedField::ALL.into_iter().filter(|field| dossier.need.fields.contains_key(field));
    let known: Vec<String> = known.map(|field| need::value(field, dossier.need.value(field), lang)).collect();
    if !known.is_empty() {
        let words = phrase("De situatie:", "The situation:").get(lang);
        document.text(format!("{words} {}.", known.join("; ")));
    }
    document.bullets(triage::lines(memo.comparison, lang));
}

/// What is required because of the situation and the triage.
fn demands(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let comparison = memo.comparison;
    document.division(phrase("Welke eisen zijn gesteld?", "What is required?"));
    let all = comparison.demands.len();
    document.text(tr!(
        lang,
        "Er gelden {nl}. Ze staan met hun reden in de hele vergelijking. Van uw instelling zelf komen:",
        "There {are} {en}. The full comparison lists them with their reasons. Your institution itself adds:",
        nl = count(all, "eis", "eisen"),
        are = if all == 1 { "is" } else { "are" },
        en = count(all, "demand", "demands"),
    ));
    let own: Vec<String> = own_demands(memo, lang);
    if own.is_empty() {
        document.bullets([phrase("geen eigen eisen", "no demands of its own").get(lang).to_owned()]);
    }
    document.bullets(own);
}

/// What the institution itself requires: because of its situation or triage, or on
/// the command line.
fn own_demands(memo: &Memo<'_, '_>, lang: Lang) -> Vec<String> {
    let comparison = memo.comparison;
    let mut found: Vec<String> = comparison
        .profile
        .requirements
        .iter()
        .filter_map(|requirement| {
            let is_by_need = match requirement.origin {
                Origin::Need { .. } => true,
                Origin::Triage { .. } => false,
                Origin::Written(_) | Origin::Asked(_) => return None,
            };
            let criterion = comparison.numbered(&[requirement.criterion]).pop()?;
            let title = criterion.title.get(lang);
            let because = requirement::because(&requirement.origin);
            let because = because.get(lang);
            if requirement.depends {
                let open = phrase(
                    "hangt af van wat in het dossier nog open is",
                    "depends on what the dossier leaves open",
                );
                return Some(format!("{title}: {}. {because}", open.get(lang)));
            }
            // The reason of a rule for a situation says what it requires; that of a triage does not.
            if is_by_need {
                return Some(format!("{title}. {because}"));
            }
            let answers = words::condition(&requirement.answers, &criterion.question, lang);
            Some(format!("{title}: {answers}. {because}"))
        })
        .collect();
    found.extend(notes::override_lines(comparison, lang));
    found
}

/// What is not known about the alternative that matters most.
fn unknown(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let Some(first) = memo.questions.first() else { return };
    document.division(phrase("Wat weten wij niet?", "What do we not know?"));
    let name = words::alternative(first.row.product, first.row.variant);
    let open = memo.open;
    document.text(if open == 1 {
        tr!(
            lang,
            "Over {name} is 1 vraag open. Dit maakt het meeste uit:",
            "About {name}, 1 question is open. This matters most:"
        )
    } else {
        tr!(
            lang,
            "Over {name} zijn {open} vragen open. Dit maakt het meeste uit:",
            "About {name}, {open} questions are open. These matter most:"
        )
    });
    document.bullets(memo.questions.iter().map(|open| {
        let criterion = open.part.column.criterion;
        let (ask, by) =
            (criterion.ask.get(lang), words::settled_by(open.part.cell.knowledge.settled_by).get(lang));
        tr!(lang, "{ask} (te vinden bij: {by})", "{ask} (where to find it: {by})")
    }));
}

fn heard(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wie zijn er gehoord?", "Who was consulted?"));
    if memo.heard.is_empty() {
        document.text(phrase("Nog niemand, volgens het dossier.", "Nobody yet, according to the dossier."));
    }
    document.bullets(memo.heard.iter().map(|one| consultation(one, memo, lang)));
    // Said once, where it comes first.
    if memo.to_hear.iter().all(|one| one.right != Right::Disputed) {
        disputed(document, &memo.heard);
    }
}

/// What was chosen, how that relates to the ranking, and why.
fn choice(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    document.division(phrase("Wat is de keuze, en waarom?", "What is the choice, and why?"));
    let Some(chosen) = &memo.institution.dossier.chosen else {
        document.text(phrase("Er is nog niet gekozen.", "Nothing has been chosen yet."));
        return;
    };
    let (what, standing) = match memo.choice {
        Choice::Product(row)
        | Choice::NotAllowed(row)
        | Choice::Unfit(row)
        | Choice::ForOthers(row)
        | Choice::Draft(row) => (words::alternative(row.product, row.variant), standing(memo, row, lang)),
        Choice::Instead(instead) => (instead.title.get(lang).to_owned(), String::new()),
        Choice::NotCompared | Choice::None => (
            phrase("een product dat niet is vergeleken", "a product that was not compared")
                .get(lang)
                .to_owned(),
            String::new(),
        ),
    };
    let by: Vec<String> =
        chosen.role.clone().into_iter().chain(chosen.on.map(|day| words::date(day, lang))).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
    document.strong(format!("{what}{by}."));
    let reason = phrase("De reden:", "The reason:").get(lang);
    let mut words = vec![format!("{reason} {}", chosen.because)];
    if memo.choice.departs() {
        let departs = match memo.choice {
            Choice::Product(row) if row.evaluation.has_place() && row.rank.best == 1 => phrase(
                "Deze keuze staat niet bovenaan in de volgorde, maar kan nog als eerste eindigen.",
                "This choice is not at the top of the order, but can still end up first.",
            ),
            _ => phrase(
                "Deze keuze wijkt af van de volgorde in de vergelijking.",
                "This choice departs from the order of the comparison.",
            ),
        };
        words.push(departs.get(lang).to_owned());
    }
    words.extend(Some(standing).filter(|standing| !standing.is_empty()));
    document.text(words.join(" "));
    if let Choice::Product(row) = memo.choice {
        let conditions = notes::demands(memo.comparison, row, lang);
        document.bullets(conditions.into_iter().map(|(_, line)| line));
    }
    match memo.choice {
        Choice::NotAllowed(row) => document.bullets(triage::reasons(memo.comparison, row, lang)),
        Choice::Unfit(row) => document.bullets([limits::unfit(memo.comparison, row, lang)]),
        _ => {}
    }
}

/// The place of the chosen product.
fn standing(memo: &Memo<'_, '_>, row: &Row<'_>, lang: Lang) -> String {
    let aside = match memo.choice {
        Choice::NotAllowed(_) => Some(phrase(
            "De afweging vooraf laat dit product niet toe.",
            "The triage does not allow this product.",
        )),
        Choice::Unfit(_) => Some(phrase(
            "Dit product past niet bij wie het voor uw instelling kan beheren.",
            "This product does not fit who can run it for your institution.",
        )),
        Choice::ForOthers(_) => Some(limits::CHOSEN_FOR_OTHERS),
        Choice::Draft(_) => Some(limits::CHOSEN_DRAFT),
        _ => None,
    };
    if let Some(aside) = aside {
        return aside.get(lang).to_owned();
    }
    let has_demands = !memo.comparison.demands.is_empty();
    let block = words::block(row.evaluation.eligibility, has_demands).get(lang);
    if row.evaluation.has_place() {
        return format!("{block}; {}.", words::places(row.rank, lang));
    }
    let fires: Vec<String> = memo
        .comparison
        .demanded(row, &[RuleStatus::Fires])
        .iter()
        .map(|criterion| criterion.title.get(lang).to_owned())
        .collect();
    if fires.is_empty() { format!("{block}.") } else { format!("{block}: {}.", list(lang, &fires)) }
}

/// How many things that are not arranged are named.
const NAMED: usize = 5;

/// What the institution has arranged itself.
fn arranged(document: &mut Document<'_>, memo: &Memo<'_, '_>) {
    let lang = document.lang;
    let has_checklist = !memo.institution.checklist.parts.is_empty();
    if !has_checklist && memo.own_work.is_none() {
        return;
    }
    document.division(phrase(
        "Wat moet de school zelf nog regelen?",
        "What must the school still arrange itself?",
    ));
    if has_checklist {
        document.text(checklist::in_short(&memo.institution.checklist, lang));
        let owed: Vec<&str> = memo.owed.iter().map(|entry| entry.item.title.get(lang)).collect();
        if !owed.is_empty() {
            let label = phrase("Nog open en verplicht:", "Open and required:").get(lang);
            document.text(format!("{label} {}.", some(&owed, lang)));
        }
    }
    if let Some((row, criteria)) = &memo.own_work {
        let name = words::alternative(row.product, row.variant);
        let titles: Vec<&str> = criteria.iter().map(|criterion| criterion.title.get(lang)).collect();
        let titles = some(&titles, lang);
        document.text(tr!(
            lang,
            "Bij {name} hoort eigen werk, dat nog niet in het dossier staat: {titles}.",
            "{name} brings work of your own that is not in the dossier yet: {titles}."
        ));
    }
}

/// The first of some names, and how many more there are.
fn some(names: &[&str], lang: Lang) -> String {
    let mut named: Vec<String> = names.iter().take(NAMED).map(|name| (*name).to_owned()).collect();
    let more = names.len() - named.len();
    if more > 0 {
        named.push(tr!(lang, "en nog {more}", "and {more} more"));
    }
    named.join("; ")
}
