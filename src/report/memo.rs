//! A memo for a council as a document: one page that stands alone.

use crate::assess::RuleStatus;
use crate::compare::{Block, Row};
use crate::institution::situation;
use crate::model::{Consulted, NeedField, Origin};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::{Phrase, count, list, phrase};
use crate::views::memo::{Choice, Memo};

use super::document::{Document, Part};
use super::words::{self, checklist, notes, triage};
use crate::report::words::number::{decimal_sign, percent, points};

/// The memo as a document.
#[must_use]
pub fn document(memo: &Memo<'_, '_>, lang: Lang) -> Document {
    let kind = memo.comparison.kind.title.get(lang).to_lowercase();
    let institution = &memo.institution.dossier.institution;
    let title = match lang {
        Lang::Nl => format!("Besluitnota {kind}, {institution}"),
        Lang::En => format!("Decision memo {kind}, {institution}"),
    };
    let mut document = Document::new(lang, title);
    asked(&mut document, memo, lang);
    about(&mut document, memo, lang);
    compared(&mut document, memo, lang);
    // Where no product is needed, nothing is required of one.
    let is_needed = !memo.institution.triage.is_stopped();
    if is_needed {
        demands(&mut document, memo, lang);
        unknown(&mut document, memo, lang);
    }
    heard(&mut document, memo, lang);
    choice(&mut document, memo, lang);
    if is_needed {
        arranged(&mut document, memo, lang);
    }
    let data: String = memo.comparison.sha256.chars().take(16).collect();
    let profile = memo.comparison.profile.title.get(lang);
    let label = phrase("Weging:", "Profile:").get(lang);
    document.small(format!("{label} {profile}. {}", notes::record(memo.comparison, &data, lang)));
    document.small(words::DISCLAIMER.get(lang));
    document
}

fn title(document: &mut Document, words: Phrase) {
    let lang = document.lang;
    document.heading(2, words.get(lang));
}

/// What the council is asked: it comes first.
fn asked(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    title(document, phrase("Wat vragen wij u?", "What do we ask of you?"));
    if memo.to_hear.is_empty() {
        let words = if memo.heard.is_empty() {
            phrase(
                "In het dossier staat nog niet aan wie wat wordt gevraagd.",
                "The dossier does not say yet who is asked what.",
            )
        } else {
            phrase(
                "Er ligt nu geen vraag meer voor: iedereen in het dossier is gehoord.",
                "Nothing is asked any more: everybody in the dossier was heard.",
            )
        };
        document.text(words.get(lang));
    }
    document.plain_lines(memo.to_hear.iter().map(|one| question(one, lang)));
}

fn question(one: &Consulted, lang: Lang) -> String {
    let (body, asked) = (&one.body, &one.asked);
    let on = one.on.map(|day| format!(", {}", describe::date(day, lang))).unwrap_or_default();
    let right = describe::right(one.right).get(lang);
    format!("{body} ({right}{on}): {asked}")
}

/// What it is for, in which situation, and whether it is needed.
fn about(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    let dossier = memo.institution.dossier;
    title(document, phrase("Waar gaat het om?", "What is it about?"));
    match &dossier.need.purpose {
        Some(purpose) => document.text(purpose),
        None => document.text(
            phrase("Het doel staat nog niet in het dossier.", "The dossier does not state the purpose yet.")
                .get(lang),
        ),
    }
    let known = NeedField::ALL.into_iter().filter(|field| dossier.need.fields.contains_key(field));
    let known: Vec<String> = known.map(|field| situation::words::value(field, &dossier.need, lang)).collect();
    if !known.is_empty() {
        let words = phrase("De situatie:", "The situation:").get(lang);
        document.text(format!("{words} {}.", known.join("; ")));
    }
    document.plain_lines(triage::lines(memo.comparison, lang));
}

/// What was compared, and the ranking with its width.
fn compared(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    let comparison = memo.comparison;
    title(document, phrase("Welke mogelijkheden zijn er?", "What can be chosen?"));
    let blocks = Block::ALL.into_iter().zip(memo.blocks).filter(|(_, count)| *count > 0);
    let has_demands = !comparison.demands.is_empty();
    let blocks: Vec<String> = blocks
        .map(|(block, count)| {
            format!("{}: {count}", describe::block(block, has_demands).get(lang).to_lowercase())
        })
        .collect();
    let all = words::variants(comparison.rows.len(), lang);
    let blocks = match (lang, blocks.is_empty()) {
        (_, true) => words::NOTHING_TO_COMPARE.get(lang).to_owned(),
        (Lang::Nl, false) => format!("Vergeleken: {all} ({}).", blocks.join("; ")),
        (Lang::En, false) => format!("Compared: {all} ({}).", blocks.join("; ")),
    };
    let out = words::variants(comparison.not_allowed.len(), lang);
    let text = match lang {
        _ if comparison.not_allowed.is_empty() => blocks,
        Lang::Nl => format!("{blocks} Niet toegestaan door de afweging: {out}."),
        Lang::En => format!("{blocks} Not allowed by the triage: {out}."),
    };
    document.text(text);
    if let Some(line) = notes::instead(comparison, lang) {
        document.text(line);
    }
    if memo.rows.is_empty() {
        return;
    }
    let columns: Vec<(String, bool)> = [
        (phrase("Plaats", "Place"), true),
        (phrase("Minstens", "At least"), true),
        (phrase("Hoogstens", "At most"), true),
        (phrase("Bekend", "Known"), true),
        (phrase("Product", "Product"), false),
    ]
    .into_iter()
    .map(|(title, right)| (title.get(lang).to_owned(), right))
    .collect();
    let rows = memo.rows.iter().map(|row| cells(row, lang)).collect();
    document.parts.push(Part::Table(columns, rows));
    let mut below = words::HIGHER.get(lang).to_owned();
    if memo.more > 0 {
        let more = memo.more;
        below = match lang {
            Lang::Nl => format!("Nog {more} met een plaats staan in de hele vergelijking. {below}"),
            Lang::En => format!("{more} more with a place are in the whole comparison. {below}"),
        };
    }
    document.text(format!("{below} {}", SCALE.get(lang)));
}

/// How to read the numbers.
const SCALE: Phrase = phrase(
    "Punten lopen van 0 tot 100: minstens is onderbouwd, hoogstens kan het nog worden. De plaats zegt waar een product kan uitkomen als alles bekend is.",
    "Points go from 0 to 100: at least is supported, at most is what it can still become. The place says where a product can end up once everything is known.",
);

fn cells(row: &Row<'_>, lang: Lang) -> Vec<String> {
    let sign = decimal_sign(lang);
    // Places count inside a group: its name stands beside them.
    let group = row.group.map(|group| format!(" ({})", describe::group(group, lang))).unwrap_or_default();
    vec![
        notes::place(row).unwrap_or_else(|| "–".to_owned()),
        points(row.evaluation.score.low(), sign),
        points(row.evaluation.score.high(), sign),
        format!("{}%", percent(row.evaluation.coverage)),
        format!("{}{group}", describe::alternative(row.product, row.variant)),
    ]
}

/// What is required because of the situation and the triage.
fn demands(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    let comparison = memo.comparison;
    title(document, phrase("Welke eisen zijn gesteld?", "What is required?"));
    let all = comparison.demands.len();
    document.text(match lang {
        Lang::Nl => format!(
            "Er gelden {}. Ze staan met hun reden in de hele vergelijking. Van uw instelling zelf komen:",
            count(all, "harde eis", "harde eisen")
        ),
        Lang::En => format!(
            "There {}. They stand in the whole comparison with their reasons. From your institution itself come:",
            if all == 1 { "is 1 hard demand".to_owned() } else { format!("are {all} hard demands") }
        ),
    });
    let own: Vec<String> = own_demands(memo, lang);
    if own.is_empty() {
        document.plain_lines([phrase("geen eigen eisen", "no demands of its own").get(lang).to_owned()]);
    }
    document.plain_lines(own);
}

/// What the institution itself requires: because of its situation, its triage, or on
/// the command line.
fn own_demands(memo: &Memo<'_, '_>, lang: Lang) -> Vec<String> {
    let comparison = memo.comparison;
    let by_need = |origin| comparison.profile.need_rules.iter().any(|rule| rule.requirement.origin == origin);
    let own = comparison.profile.requirements.iter().filter(|requirement| match requirement.origin {
        Origin::Triage(..) => true,
        Origin::Profile(_) => by_need(requirement.origin),
        Origin::CommandLine => false,
    });
    let mut found: Vec<String> = own
        .filter_map(|requirement| {
            let criterion = comparison.numbered(&[requirement.criterion]).pop()?;
            let title = criterion.title.get(lang);
            let because = requirement.because.get(lang);
            if requirement.depends {
                let open = phrase(
                    "hangt af van wat in het dossier nog open is",
                    "depends on what the dossier leaves open",
                );
                return Some(format!("{title}: {}. {because}", open.get(lang)));
            }
            // The reason of a situation says what is asked; that of a triage does not.
            if by_need(requirement.origin) {
                return Some(format!("{title}. {because}"));
            }
            let answers = describe::condition(&requirement.answers, &criterion.question, lang);
            Some(format!("{title}: {answers}. {because}"))
        })
        .collect();
    found.extend(notes::override_lines(comparison, lang));
    found
}

/// What is not known of the alternative that matters most.
fn unknown(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    let Some(first) = memo.questions.first() else { return };
    title(document, phrase("Wat weten wij niet?", "What do we not know?"));
    let name = describe::alternative(first.row.product, first.row.variant);
    let open = memo.open;
    document.text(match lang {
        Lang::Nl => format!(
            "Over {name} {} open. Dit maakt het meeste uit:",
            if open == 1 { "is 1 vraag".to_owned() } else { format!("zijn {open} vragen") }
        ),
        Lang::En => format!(
            "Of {name} {} open. These matter most:",
            if open == 1 { "1 question is".to_owned() } else { format!("{open} questions are") }
        ),
    });
    document.plain_lines(memo.questions.iter().map(|open| {
        let criterion = open.part.column.criterion;
        let by = describe::settled_by(criterion.settled_by).get(lang);
        match lang {
            Lang::Nl => format!("{} (te vinden bij: {by})", criterion.ask.get(lang)),
            Lang::En => format!("{} (to be found with: {by})", criterion.ask.get(lang)),
        }
    }));
}

fn heard(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    title(document, phrase("Wie zijn er gehoord?", "Who was heard?"));
    if memo.heard.is_empty() {
        document.text(phrase("Nog niemand, volgens het dossier.", "Nobody yet, by the dossier.").get(lang));
    }
    document.plain_lines(memo.heard.iter().map(|one| {
        let on = one.on.map(|day| format!(", {}", describe::date(day, lang))).unwrap_or_default();
        let right = describe::right(one.right).get(lang);
        let outcome = one.outcome.as_deref().unwrap_or("");
        format!("{} ({right}{on}): {} {outcome}", one.body, one.asked)
    }));
}

/// What was chosen, how that stands to the ranking, and why.
fn choice(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    title(document, phrase("Wat is de keuze, en waarom?", "What is the choice, and why?"));
    let Some(chosen) = &memo.institution.dossier.chosen else {
        document.text(phrase("Er is nog niet gekozen.", "Nothing has been chosen yet.").get(lang));
        return;
    };
    let (what, standing) = match memo.choice {
        Choice::Product(row) | Choice::NotAllowed(row) => {
            (describe::alternative(row.product, row.variant), standing(memo, row, lang))
        }
        Choice::Instead(instead) => (instead.title.get(lang).to_owned(), String::new()),
        Choice::NotCompared | Choice::None => (
            phrase("een product dat niet is vergeleken", "a product that was not compared")
                .get(lang)
                .to_owned(),
            String::new(),
        ),
    };
    let by: Vec<String> =
        chosen.role.clone().into_iter().chain(chosen.on.map(|day| describe::date(day, lang))).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
    document.strong(format!("{what}{by}."));
    let reason = phrase("De reden:", "The reason:").get(lang);
    let mut words = vec![format!("{reason} {}", chosen.because)];
    if memo.choice.departs() {
        let departs = match memo.choice {
            Choice::Product(row) if row.evaluation.block.has_places() && row.rank.best == 1 => phrase(
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
        document.plain_lines(conditions.into_iter().map(|(_, line)| line));
    }
    if let Choice::NotAllowed(row) = memo.choice {
        document.plain_lines(triage::reasons(memo.comparison, row, lang));
    }
}

/// Where the chosen product stands.
fn standing(memo: &Memo<'_, '_>, row: &Row<'_>, lang: Lang) -> String {
    if matches!(memo.choice, Choice::NotAllowed(_)) {
        return phrase(
            "De afweging vooraf laat dit product niet toe.",
            "The triage does not allow this product.",
        )
        .get(lang)
        .to_owned();
    }
    let has_demands = !memo.comparison.demands.is_empty();
    let block = describe::block(row.evaluation.block, has_demands).get(lang);
    if row.evaluation.block.has_places() {
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

/// What the institution has arranged itself.
fn arranged(document: &mut Document, memo: &Memo<'_, '_>, lang: Lang) {
    const NAMED: usize = 5;
    if memo.institution.checklist.parts.is_empty() {
        return;
    }
    title(
        document,
        phrase("Wat moet de school zelf nog regelen?", "What must the school still arrange itself?"),
    );
    document.text(checklist::in_short(&memo.institution.checklist, lang));
    let mut names: Vec<String> =
        memo.owed.iter().take(NAMED).map(|entry| entry.item.title.get(lang).to_owned()).collect();
    let more = memo.owed.len() - names.len();
    if more > 0 {
        names.push(match lang {
            Lang::Nl => format!("en nog {more}"),
            Lang::En => format!("and {more} more"),
        });
    }
    if !names.is_empty() {
        let label = phrase("Nog open en verplicht:", "Open and required:").get(lang);
        document.text(format!("{label} {}.", names.join("; ")));
    }
}
