//! The ranking: a block per class, with bars.

use maud::{Markup, html};

use crate::assess::RuleStatus;
use crate::compare::{Block, Row, block_rows};
use crate::model::{Criterion, Hosting, Licence};
use crate::report::words;
use crate::report::words::describe;
use crate::report::words::number::{decimal_sign, percent, points};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean;

use super::{Show, bars};

/// The name of a block in the page's data and style.
pub(super) fn name(block: Block) -> &'static str {
    match block {
        Block::Eligible => "eligible",
        Block::Undecided => "undecided",
        Block::TooLittle => "too-little",
        Block::KnockedOut => "knocked-out",
    }
}

/// What a block means, in one sentence.
fn meaning(block: Block) -> Phrase {
    match block {
        Block::Eligible => phrase(
            "Geen harde eis sluit deze uitvoeringen uit. Let op wat er achter ‘mits’ staat: dat regelt uw instelling zelf.",
            "No hard demand rules these variants out. Mind what stands after ‘provided’: your institution sees to that itself.",
        ),
        Block::Undecided => phrase(
            "Op een harde eis ontbreekt nog een antwoord dat openbaar te vinden moet zijn.",
            "For a hard demand an answer is still missing that should be publicly available.",
        ),
        Block::TooLittle => phrase(
            "Van minder dan een derde is het antwoord bekend. Een plaats zou meer zeggen over ons zoeken dan over het product. Op volgorde van naam.",
            "Less than a third of the answers is known. A place would say more about our search than about the product. In order of name.",
        ),
        Block::KnockedOut => phrase(
            "Een bron laat zien dat een harde eis deze uitvoeringen uitsluit. Op volgorde van naam.",
            "A source shows that a hard demand rules these variants out. In order of name.",
        ),
    }
}

/// The place of an alternative among all that were compared.
pub(super) fn number(show: &Show<'_, '_>, row: &Row<'_>) -> usize {
    let id = row.id();
    show.page.alternatives.partition_point(|other| other.id.split_once('/') < id.split_once('/'))
}

/// The whole ranking.
pub(super) fn section(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    let groups = comparison.groups();
    html! {
        section.ranking id="volgorde" aria-labelledby="volgorde-kop" {
            h2 id="volgorde-kop" { (show.say("De volgorde", "The order")) }
            p.read {
                svg.key aria-hidden="true" width="26" height="12" { rect.shown width="26" height="12" {} }
                (show.say(" is met bronnen onderbouwd (minstens), ", " is supported by sources (at least), "))
                svg.key aria-hidden="true" width="26" height="12" { rect.open width="26" height="12" fill="url(#arcering)" {} }
                (show.say(" kan er nog bij komen (hoogstens). Wat ontbreekt, telt niet als nee. De plaats geeft aan waar een product kan uitkomen als alles bekend is; uitvoeringen zonder plaats tellen daarin mee.",
                    " can still be added (at most). What is missing does not count as no. The place says where a product can end up once everything is known; variants without a place count in it."))
            }
            (super::controls::filter(show))
            p.nothing data-nothing hidden { (show.say("Nu weegt niets mee. Zet ten minste één gewicht hoger dan nul.", "Nothing weighs anything now. Set at least one weight above zero.")) }
            div data-all-blocks {
                @if show.page.groups.is_empty() {
                    @let rows: Vec<&Row<'_>> = comparison.rows.iter().collect();
                    div data-group="0" { (blocks(show, &rows, 3)) }
                } @else {
                    @for (at, group) in show.page.groups.iter().enumerate() {
                        @let rows = super::summary::rows_of(&groups, Some(*group));
                        section.group data-group=(at) hidden[rows.is_empty()] aria-labelledby={ "vorm-" (at) } {
                            h3 id={ "vorm-" (at) } { (describe::group(*group, show.lang)) }
                            (blocks(show, rows, 4))
                        }
                    }
                }
            }
            (super::institution::not_allowed(show))
            @if !comparison.retired.is_empty() {
                h3 { (show.say("Bestaat niet meer", "No longer exists")) }
                ul {
                    @for product in &comparison.retired {
                        @if let Some(retired) = &product.retired {
                            li {
                                (clean(&product.name)) " (" (show.say("sinds ", "since ")) (describe::date(retired.on, show.lang))
                                @if let Some(source) = product.sources.get(retired.source) { "; " (super::link(&source.url, &source.title)) }
                                ")"
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The blocks of one list; `level` is that of their headings.
fn blocks(show: &Show<'_, '_>, rows: &[&Row<'_>], level: u8) -> Markup {
    let has_demands = !show.comparison.demands.is_empty();
    html! {
        @for block in Block::ALL {
            @let mine = block_rows(rows, block);
            div class={ "block " (name(block)) } data-block=(name(block)) hidden[mine.is_empty()] {
                @let title = describe::block(block, has_demands).get(show.lang);
                @if level == 3 {
                    h3 { span data-title { (title) } " " span.count data-size { (mine.len()) } }
                } @else {
                    h4 { span data-title { (title) } " " span.count data-size { (mine.len()) } }
                }
                p.meaning { (meaning(block).get(show.lang)) }
                p.axis aria-hidden="true" { span { "0" } span { "25" } span { "50" } span { "75" } span { (show.say("100 punten", "100 points")) } }
                ol.rows role="list" { @for row in mine { (entry(show, row)) } }
            }
        }
    }
}

fn entry(show: &Show<'_, '_>, row: &Row<'_>) -> Markup {
    let at = number(show, row);
    let evaluation = &row.evaluation;
    let sign = decimal_sign(show.lang);
    html! {
        li.row data-a=(at) {
            p.place data-f="place" hidden[!evaluation.block.has_places()] {
                span.small { (show.say("plaats ", "place ")) }
                b data-f="places" { (places(row)) }
            }
            div.what {
                p.name {
                    a href={ "#p-" (row.product.id) } data-f="name" { (clean(&describe::alternative(row.product, row.variant))) }
                    span.moved data-f="moved" {}
                }
                (bars::bar(show, evaluation.score.low(), evaluation.score.high()))
                p.numbers {
                    span { (show.say("minstens ", "at least ")) b data-f="low" { (points(evaluation.score.low(), sign)) } }
                    span { (show.say("hoogstens ", "at most ")) b data-f="high" { (points(evaluation.score.high(), sign)) } }
                    span { b { span data-f="known" { (percent(evaluation.coverage)) } "%" } (show.say(" bekend", " known")) }
                }
                ul.notes data-f="demands" { (demands(show, row)) }
                (notes(show, row))
            }
        }
    }
}

/// The places that remain possible, short.
pub(super) fn places(row: &Row<'_>) -> String {
    if row.rank.best == row.rank.worst {
        row.rank.best.to_string()
    } else {
        format!("{}–{}", row.rank.best, row.rank.worst)
    }
}

/// How demands that are not met for certain are told, in this order.
pub(super) const TELLING: [(RuleStatus, &str, Phrase); 5] = [
    (RuleStatus::Fires, "fires", phrase("Valt af op", "Knocked out by")),
    (RuleStatus::Indication, "indication", phrase("Lijkt af te vallen op", "Seems to fail")),
    (RuleStatus::Open, "open", phrase("Nog open", "Still open")),
    (RuleStatus::Condition, "condition", phrase("Mits u dit regelt", "Provided you arrange")),
    (RuleStatus::Depends, "depends", phrase("Hangt af van uw situatie", "Depends on your situation")),
];

/// The grounds of a criterion, for behind its title.
pub(super) fn grounds(show: &Show<'_, '_>, criterion: &Criterion) -> String {
    let all: Vec<String> = criterion.grounds.iter().map(|ground| show.plain(ground)).collect();
    all.join("; ")
}

fn demands(show: &Show<'_, '_>, row: &Row<'_>) -> Markup {
    html! {
        @for (status, class, label) in TELLING {
            @let found = show.comparison.demanded(row, &[status]);
            @if !found.is_empty() {
                li class=(class) {
                    b { (label.get(show.lang)) ":" } " "
                    @for (at, criterion) in found.iter().enumerate() {
                        @if at > 0 { "; " }
                        (show.plain(&criterion.title))
                        @if status == RuleStatus::Fires && !criterion.grounds.is_empty() { " (" (grounds(show, criterion)) ")" }
                    }
                }
            }
        }
    }
}

/// What else is told of an alternative, whatever weighs.
fn notes(show: &Show<'_, '_>, row: &Row<'_>) -> Markup {
    let evaluation = &row.evaluation;
    let hosting = match row.variant.hosting {
        Hosting::Cloud => phrase("draait bij de aanbieder", "hosted by the vendor"),
        Hosting::SelfHosted => phrase("draait op een eigen server", "runs on a server of your own"),
    };
    let licence = match row.variant.licence {
        Licence::Free => phrase("gratis", "free"),
        Licence::Paid => phrase("betaald", "paid"),
        Licence::OpenSource => phrase("open source", "open source"),
    };
    html! {
        p.labels {
            span { (hosting.get(show.lang)) }
            span { (licence.get(show.lang)) }
            span data-f="self" hidden[evaluation.self_arranged == 0] { (words::self_arranged(evaluation.self_arranged, show.lang)) }
            span data-f="stale" hidden[evaluation.stale_answers == 0] { (stale(evaluation.stale_answers, show.lang)) }
            @if !evaluation.replies.is_empty() { span { (show.say("de aanbieder heeft gereageerd", "the vendor has replied")) } }
            @if !evaluation.deviations.is_empty() { span { (show.say("met eigen afwijkingen", "with deviations of your own")) } }
        }
    }
}

fn stale(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => crate::text::lang::count(n, "verouderd antwoord", "verouderde antwoorden"),
        Lang::En => crate::text::lang::count(n, "stale answer", "stale answers"),
    }
}
