//! One alternative explained: each criterion with its answer, its part of the
//! score, and what it rests on.

use crate::assess::{Demand, Eligibility, Ratio, RuleOutcome, RuleStatus, Status};
use crate::compare::{Comparison, OnPremise, Row};
use crate::model::{ActionBy, Catalogue, Criterion, Evidence, Product, Set, Source, Stated};
use crate::report::words::number::{decimal_sign, points};
use crate::report::words::requirement::because;
use crate::report::words::{self, hearing, limits, notes, premise};
use crate::text::lang::{list, phrase};
use crate::text::{Lang, Place};
use crate::tr;
use crate::views::actions::{self, ToDo};
use crate::views::breakdown::{Part, parts};

use super::marks::{short, tone};
use super::{Document, Line, Mark, Tone, Wording};

/// A location in the data.
pub(super) fn place(catalogue: &Catalogue, place: Place) -> String {
    format!("{}:{}", catalogue.path(place.file), place.line)
}

/// Every criterion of an alternative: answer, level, part of the score, and
/// what it rests on.
#[must_use]
pub fn alternative(
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Document<'static> {
    let name = words::alternative(row.product, row.variant);
    let mut document = Document::new(lang, format!("{name} ({})", row.id()));
    for line in premise::lines_about(comparison, row, lang) {
        document.strong(line);
    }
    document.texts(maker(row.product));
    let (runs, audience) =
        (words::products::runs(row.variant.hosting), words::products::audience(row.variant.audience));
    document.text(format!("{}; {}.", words::capital(runs.get(lang)), audience.get(lang)));
    document.text(hearing::line(row.product, lang));
    standing(&mut document, comparison, row, true);
    if row.evaluation.eligibility != Eligibility::Eligible || comparison.rules(row).next().is_some() {
        document.heading(2, phrase("Eisen", "Demands"));
        let rules = comparison.rules(row);
        let line = |(demand, rule)| demanded((demand, rule), (comparison, row), catalogue, lang);
        document.lines(rules.map(line).collect());
    }
    for alike in parts(comparison, row)
        .chunk_by(|one, other| one.column.criterion.theme == other.column.criterion.theme)
    {
        let theme = alike.first().and_then(|part| catalogue.themes.get_index(part.column.criterion.theme));
        document.chapter(theme.map_or("", |(_, theme)| theme.title.get(lang)));
        let line = |part: &Part<'_, '_>| {
            let deviates = row.evaluation.deviations.contains(&part.column.number);
            explained(part, deviates, catalogue, lang)
        };
        document.lines(alike.iter().map(line).collect());
    }
    actions(&mut document, comparison, row);
    dated(&mut document, &comparison.premises);
    if !row.product.context.is_empty() {
        let title = phrase("Wat er is gebeurd (telt niet mee)", "What has happened (not counted)");
        document.heading(2, title);
    }
    let events = row.product.context.iter().map(|event| {
        let source = row.product.sources.get(event.source).map(|source| words::whereabouts(source, lang));
        let source = source.unwrap_or_default();
        Line::of(format!("{}: {} {source}", words::date(event.on, lang), event.what.get(lang)))
    });
    document.lines(events.collect());
    let (day, data) = (words::date(comparison.as_of, lang), short(comparison));
    let made = [notes::profile_line(comparison, lang)]
        .into_iter()
        .chain(notes::override_lines(comparison, lang))
        .chain(notes::deviation_lines(comparison, catalogue, lang))
        .chain(notes::left_out_lines(comparison, lang))
        .chain([tr!(lang, "Stand op {day}. Gegevens: {data}.", "As of {day}. Data: {data}.")]);
    document.colophon(made.map(Wording::from));
    document.disclaimer();
    document
}

/// What the institution sets and agrees on when it uses the alternative.
fn actions(document: &mut Document<'_>, comparison: &Comparison<'_>, row: &Row<'_>) {
    let lang = document.lang;
    let all = actions::of(comparison, row);
    for by in ActionBy::ALL {
        let line = |to_do: &ToDo<'_>| {
            let (title, id) = (to_do.criterion.title.get(lang), &to_do.criterion.id);
            Line::bullet(format!("{} ({title}; {id})", words::capital(to_do.action.text.get(lang))))
        };
        let lines: Vec<Line> = all.iter().filter(|to_do| to_do.by == by).map(line).collect();
        if !lines.is_empty() {
            document.heading(2, words::actions::title(by));
            document.lines(lines);
        }
    }
}

/// The premises that matter to a comparison, each with whether it holds: which of its
/// rules and answers depend on a date.
fn dated(document: &mut Document<'_>, premises: &[OnPremise<'_>]) {
    let lang = document.lang;
    if premises.is_empty() {
        return;
    }
    document.heading(2, phrase("Uitgangspunten", "Premises"));
    document.bullets(premises.iter().map(|on| {
        let (name, standing) =
            (premise::named((on.id, on.premise), lang), premise::standing(on.premise, lang));
        tr!(lang, "{name}. Dit {standing}.", "{name}. This {standing}.")
    }));
}

/// Who makes a product, and its page; a draft may lack them.
fn maker(product: &Product) -> Option<String> {
    match (&*product.maker, &*product.homepage) {
        ("", "") => None,
        ("", one) | (one, "") => Some(one.to_owned()),
        (maker, homepage) => Some(format!("{maker} ({homepage})")),
    }
}

/// Where the alternative stands in the comparison, with its points where the document has
/// no card.
pub(super) fn standing(
    document: &mut Document<'_>,
    comparison: &Comparison<'_>,
    row: &Row<'_>,
    with_points: bool,
) {
    let lang = document.lang;
    let sign = decimal_sign(lang);
    let is_in = |list: &[Row<'_>]| list.iter().any(|other| std::ptr::eq(other, row));
    let is_allowed = !is_in(&comparison.not_allowed);
    let is_fit = !is_in(&comparison.left_out_by_need);
    let is_draft = is_in(&comparison.left_out_drafts);
    let is_compared = is_allowed && is_fit && !is_draft && !is_in(&comparison.left_out_by_audience);
    let block = match (is_allowed, is_fit, is_compared) {
        _ if is_draft => limits::LEFT_OUT_DRAFT,
        (false, ..) => words::NOT_ALLOWED,
        (_, false, _) => limits::LEFT_OUT_BY_NEED,
        (_, _, false) => limits::LEFT_OUT_BY_AUDIENCE,
        _ => words::block(row.evaluation.eligibility, !comparison.demands.is_empty()).label,
    };
    let (low, high) = (points(row.evaluation.score.low(), sign), points(row.evaluation.score.high(), sign));
    let own = words::score::own_work(&row.evaluation, lang).map(|own| format!(" {}.", words::capital(&own)));
    let own = own.unwrap_or_default();
    document.text(if with_points {
        format!("{}: {}.{own}", block.get(lang), words::range(&low, &high, lang))
    } else {
        format!("{}.", block.get(lang))
    });
    if !is_allowed {
        document.texts(words::triage::reasons(comparison, row, lang));
    } else if !is_fit {
        document.text(limits::unfit(comparison, row, lang));
    } else if is_compared && row.evaluation.has_place() {
        let group = row.group.map(|group| format!(" ({})", words::group(group, lang))).unwrap_or_default();
        document.text(format!("{}{group}", words::capital(&words::places(row.rank, lang))));
    }
}

/// A demand that is not certainly met, and what can settle it.
fn demanded(
    (demand, rule): (&Demand, &RuleOutcome),
    (comparison, row): (&Comparison<'_>, &Row<'_>),
    catalogue: &Catalogue,
    lang: Lang,
) -> Line {
    let label = match rule.status {
        RuleStatus::Fires => phrase("niet gehaald", "not met"),
        RuleStatus::Indication => phrase("misschien niet gehaald", "possibly not met"),
        RuleStatus::Open => phrase("nog open", "still open"),
        RuleStatus::Condition => {
            phrase("als u dit afspreekt of zelf regelt", "provided you agree on it or arrange it yourself")
        }
        RuleStatus::Depends => phrase("hangt af van uw situatie", "depends on your situation"),
    };
    let criterion = catalogue.criterion(demand.criterion);
    let title = criterion.map_or("", |criterion| criterion.title.get(lang));
    let mut line = Line::bullet(format!("{}: {title}", label.get(lang))).toned(tone(rule.status));
    let mut why = because(&demand.origin).get(lang).to_owned();
    if let Some((criterion, when)) = criterion.zip(demand.when()) {
        let when = words::condition(when, &criterion.question, lang);
        why = format!("{} “{when}”. {why}", phrase("Niet gehaald bij:", "Not met with:").get(lang));
    }
    if let Some(place_of) = demand.place {
        why = format!("{why} ({})", place(catalogue, place_of));
    }
    line.say(Tone::Plain, why);
    if let Some(resting) = demand.premise.and_then(|number| premise::resting(catalogue, number, lang)) {
        line.add(resting);
    }
    if rule.together {
        line.add(phrase(
            "Dit geldt samen met de andere eisen hieraan: elk antwoord dat nog mogelijk is, is in strijd met ten minste één ervan.",
            "This holds together with the other demands on it: every answer that is still possible violates at least one of them.",
        ).get(lang));
    }
    let by = |number: usize| words::settled_by(comparison.settled_by(row, number)).get(lang);
    let keeping = |number: &usize| {
        let criterion = catalogue.criterion(*number)?;
        Some(format!("{} ({})", criterion.title.get(lang), by(*number)))
    };
    let keeping: Vec<String> = rule.kept_open_by.iter().filter_map(keeping).collect();
    if !keeping.is_empty() {
        let text = list(lang, &keeping);
        line.add(tr!(lang, "Wat het kan uitwijzen: {text}.", "What can settle it: {text}."));
    }
    line
}

/// A criterion: its part of the score, and what that rests on.
fn explained(part: &Part<'_, '_>, deviates: bool, catalogue: &Catalogue, lang: Lang) -> Line {
    let criterion = part.column.criterion;
    let knowledge = &part.cell.knowledge;
    let mut line = Line::of(format!("{} ({})", criterion.title.get(lang), criterion.id)).toned(Tone::Strong);
    let tone = if knowledge.is_settled() { Tone::Shown } else { Tone::Open };
    line.say(tone, format!("{}: {}", words::level(knowledge, lang), score(part, lang)));
    let mut answer = words::answers(&criterion.question, &knowledge.possible, lang);
    let status = words::status(knowledge, lang);
    if answer.is_empty() {
        status.clone_into(&mut answer);
    } else if !matches!(knowledge.status, Status::Known | Status::OwnWork) {
        answer = format!("{answer} ({status})");
    }
    line.say(Tone::Plain, format!("{} {answer}", criterion.ask.get(lang)));
    if knowledge.counts() {
        let named = (0..criterion.question.count()).filter(|at| knowledge.possible.gives(Set::one(*at)));
        for resting in premise::of_answers(catalogue, &criterion.question, named.collect(), lang) {
            line.say(Tone::Plain, resting);
        }
    }
    if let Some(own) = part.institution {
        line.say(Tone::Plain, words::institution::own_word(own, lang));
        line.add(place(catalogue, own.place));
    }
    let Some((fact, stated)) = part.stated else { return line };
    if let Stated::Unknown(reason) = &stated.stated {
        line.say(Tone::Plain, reason.get(lang));
    }
    if let Some(note) = &stated.note {
        line.say(Tone::Plain, note.get(lang));
    }
    if let Some(because) = fact.because.as_ref().filter(|_| deviates) {
        let label = phrase("Eigen keuze:", "Your own choice:").get(lang);
        line.say(Tone::Open, format!("{label} {}", because.get(lang)));
    }
    line.add(place(catalogue, stated.place));
    for (item, source) in &part.evidence {
        let says: Vec<&str> = item.says.iter().map(|said| answer_of(criterion, said, lang)).collect();
        if !says.is_empty() {
            let label = phrase("Volgens deze bron:", "According to this source:").get(lang);
            line.say(Tone::Plain, format!("{label} {}", says.join("; ")));
        }
        line.below.push(quoted(item, source, catalogue, lang));
    }
    if let Some(reply) = &fact.reply {
        let (when, text) = (words::date(reply.on, lang), reply.text.get(lang));
        line.say(
            Tone::Plain,
            tr!(lang, "Reactie van de aanbieder ({when}): {text}", "The vendor's reply ({when}): {text}"),
        );
    }
    if let Some(disputed) = &fact.disputed {
        let when = words::date(disputed.on, lang);
        line.say(
            Tone::Open,
            tr!(lang, "Betwist door de aanbieder ({when}).", "Disputed by the vendor ({when})."),
        );
    }
    line
}

fn score(part: &Part<'_, '_>, lang: Lang) -> String {
    if part.column.share == Ratio::ZERO {
        let nothing = phrase("telt niet mee in deze weging", "does not count in this profile");
        return nothing.get(lang).to_owned();
    }
    // Parts are rounded to their own sum, shares to theirs: a part can be a tenth more.
    let most = part.column.printed.max(part.printed_high);
    let [low, high, most] =
        [part.printed_low, part.printed_high, most].map(|ratio| points(ratio, decimal_sign(lang)));
    let range = if low == high { low } else { format!("{low}–{high}") };
    tr!(lang, "{range} van {most} punten", "{range} of {most} points")
}

/// An answer that a source gives, in words.
fn answer_of<'a>(criterion: &'a Criterion, id: &'a str, lang: Lang) -> &'a str {
    let question = &criterion.question;
    question.find(id).and_then(|at| question.choice(at)).map_or(id, |choice| choice.text.get(lang))
}

/// What a source says, and what kind of source it is.
fn quoted(item: &Evidence, source: &Source, catalogue: &Catalogue, lang: Lang) -> Line {
    let text = match (&item.quote, &item.shows) {
        (Some(quote), _) => format!("“{quote}”"),
        (None, Some(shows)) => shows.get(lang).to_owned(),
        (None, None) => String::new(),
    };
    let read = words::date(source.read, lang);
    let mut about = vec![
        source.title.clone(),
        words::grade(source.grade).get(lang).to_owned(),
        words::extent(source.extent).get(lang).to_owned(),
        tr!(lang, "gelezen {read}", "read {read}"),
    ];
    if source.undated_copy {
        let copy = phrase("in een bewaarde kopie van onbekende dag", "in a stored copy of unknown date");
        about.push(copy.get(lang).to_owned());
    }
    if let Some(reviewed) = &source.reviewed {
        let (role, day) = (&reviewed.role, words::date(reviewed.on, lang));
        about.push(tr!(lang, "nagekeken door {role} op {day}", "reviewed by {role} on {day}"));
    }
    if let Some(dated) = source.dated {
        let day = words::date(dated, lang);
        about.push(tr!(lang, "bron van {day}", "source dated {day}"));
    }
    let mut line = Line { mark: Mark::Quote, ..Line::of(text) };
    let (at, written) = (words::whereabouts(source, lang), place(catalogue, item.place));
    // An address is a sentence of its own, so that nothing sticks to it.
    let end = if source.url().is_some() { ". " } else { ", " };
    line.add(format!("{}{end}{at} ({written})", about.join(", ")));
    line
}

/// A product that no longer exists.
#[must_use]
pub fn retired(product: &Product, lang: Lang) -> Document<'static> {
    let mut document = Document::new(lang, format!("{} ({})", product.name, product.id));
    document.texts(maker(product));
    if let Some(retired) = &product.retired {
        let day = words::date(retired.on, lang);
        let source = product.sources.get(retired.source);
        let title = source.map_or("", |source| source.title.as_str());
        let at = source.map(|source| words::whereabouts(source, lang)).unwrap_or_default();
        document.text(tr!(
            lang,
            "Dit product bestaat niet meer sinds {day}. {title}, {at}",
            "This product no longer exists (since {day}). {title}, {at}"
        ));
    }
    document.disclaimer();
    document
}
