//! How the ranking was made: weights, method and data; and the disclaimer.

use maud::{Markup, html};

use crate::report::table::{Column, Content};
use crate::report::words;
use crate::report::words::notes;
use crate::text::lang::{Phrase, phrase};
use crate::text::safe::clean;

use super::Page;
use super::table::framed;

/// The weights in use: on paper the only trace of what a reader chose.
pub(super) fn weights(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    let heads = [
        Column::new("name", page.say("Thema en vraag", "Theme and question"), Content::Text),
        Column::new("weight", page.say("Gewicht", "Weight"), Content::Integer),
        Column::new("share", page.say("Deel van het geheel", "Share of the whole"), Content::Decimal),
    ];
    html! {
        section.weights id="weging" aria-labelledby="weging-kop" {
            h2 id="weging-kop" { (page.say("Wat telt hoe zwaar", "What counts how much")) }
            p { b data-profile { (page.text(&comparison.profile.title)) } ". " span data-because { (page.text(&comparison.profile.because)) } }
            p.own data-own hidden { (page.say("Met eigen gewichten, op deze pagina gekozen. De getallen hieronder zijn die waarmee nu is gerekend.",
                "With weights of your own, chosen on this page. The numbers below are those in use now.")) }
            @for line in notes::own_lines(comparison, page.lang) { p data-asked { (clean(&line)) } }
            @for line in words::limits::limit_lines(comparison, page.lang) { p { (line) } }
            (super::institution::situation(page))
            (framed(page.say("Tabel: wat telt hoe zwaar", "Table: what counts how much"), &heads, &rows(page)))
        }
    }
}

/// The themes, each with the questions in it.
fn rows(page: &Page<'_, '_>) -> Markup {
    let chosen = page.chosen;
    html! {
        @for (at, theme) in page.reweigh.themes.iter().enumerate() {
            @let title = page.theme(*theme).map_or(String::new(), |title| page.plain(title));
            tbody {
                tr.theme {
                    th scope="row" { (title) }
                    td.num data-w-theme=(at) { (chosen.and_then(|chosen| chosen.budgets.as_ref()?.get(at)).map_or("–".to_owned(), ToString::to_string)) }
                    td.num { span data-share-theme=(at) { (share_of(page, *theme)) } "%" }
                }
                @for (number, column) in page.columns_of(*theme) {
                    tr {
                        th scope="row" { (page.text(&column.criterion.title)) }
                        td.num data-w-criterion=(number) { (chosen.and_then(|chosen| chosen.weights.get(number)).copied().unwrap_or(0)) }
                        td.num { span data-share-criterion=(number) { (super::criteria::share(page, column.printed)) } "%" }
                    }
                }
            }
        }
    }
}

/// The share of a theme, as a whole percentage.
fn share_of(page: &Page<'_, '_>, theme: usize) -> String {
    let id = page.catalogue.themes.get_index(theme).map(|(id, _)| id);
    let found = page.comparison.theme_percents().find(|(known, _, _)| Some(*known) == id);
    found.map_or("0".to_owned(), |(_, _, percent)| percent.to_string())
}

/// The title of the section about the method.
pub(super) const METHOD_TITLE: Phrase = phrase("Zo is er gerekend", "How it is worked out");

/// The method, in plain words.
pub(super) fn method(page: &Page<'_, '_>) -> Markup {
    html! {
        section.method id="werkwijze" aria-labelledby="werkwijze-kop" {
            h2 id="werkwijze-kop" { (METHOD_TITLE.get(page.lang)) }
            ol {
                @for step in METHOD { li { (step.get(page.lang)) } }
            }
        }
    }
}

/// The method, step by step.
const METHOD: [Phrase; 8] = [
    phrase(
        "Per product en per vraag zoeken wij een antwoord in een bron die u zelf kunt nalezen. Elk antwoord heeft een niveau: gunstig (telt voor 1), gemengd (telt voor een half) of ongunstig (telt voor 0). Bij sommige vragen staat er een percentage tussen.",
        "For each product and each question we look for an answer in a source that you can read yourself. Every answer has a level: good (counts for 1), mixed (counts for a half) or poor (counts for 0). Some questions have a percentage in between.",
    ),
    phrase(
        "Vinden wij geen antwoord, dan blijft elk antwoord mogelijk. Het eerste getal rekent dan met het ongunstigste, het tweede met het gunstigste. Zo wordt onbekend nooit stilletjes een ja of een nee.",
        "Where we find no answer, every answer remains possible. The first number then uses the least good one, the second the best. That way unknown never quietly becomes a yes or a no.",
    ),
    phrase(
        "De punten zijn een gewogen gemiddelde van 0 tot 100. Verdeelt een weging punten over thema's, dan telt een vraag mee voor: deel van het thema, maal gewicht van de vraag, gedeeld door de som van de gewichten in dat thema.",
        "The points are a weighted average from 0 to 100. Where a profile divides points among themes, a question counts for: share of the theme, times weight of the question, divided by the sum of the weights in that theme.",
    ),
    phrase(
        "Eisen gaan voor punten. Wat zeker een eis niet haalt, valt af. Ontbreekt er een antwoord dat openbaar hoort te zijn, dan is de eis nog open. Hangt het antwoord af van het contract, de beheerder of uw instelling zelf, dan staat er ‘als u dit afspreekt of zelf regelt’.",
        "Demands come before points. What certainly does not meet a demand is out. Where an answer is missing that should be public, the demand is still open. Where the contract, the administrator or your institution itself settles it, it says ‘provided you agree on it or arrange it yourself’.",
    ),
    phrase(
        "Eerst komt waar geen eis in de weg staat, dan waar een eis nog open is, dan wat een eis niet haalt. Daarbinnen bepalen de punten de volgorde. Gelijk is echt gelijk.",
        "What has no demand in the way comes first, then what has a demand still open, then what does not meet a demand. Within each of these, the points decide the order. Equal means exactly equal.",
    ),
    phrase(
        "De plaats is een bandbreedte: de beste en de slechtste plaats die nog mogelijk is als alle antwoorden bekend zijn.",
        "The place is a range: the best and the worst place that are still possible once all answers are known.",
    ),
    phrase(
        "‘Beantwoord’ is het deel van het gewicht waarvan het niveau vaststaat. ‘Regelt u zelf’ is wat uw instelling goed of minder goed kan doen, omdat zij de dienst zelf beheert: dat telt niet mee in het eerste getal en wel in het tweede. Staat meer dan twee derde open, dan staat er ‘nog weinig bekend’.",
        "‘Answered’ is the share of the weight whose level is settled. ‘You see to it yourself’ is what your institution can do well or less well, because it runs the service itself: it does not count in the first number, and does in the second. Where more than two thirds are open it says ‘little known so far’.",
    ),
    phrase(
        "Alles wordt uitgerekend met breuken, zonder af te ronden. Alleen wat u leest is afgerond, op één cijfer achter de komma.",
        "Everything is worked out with fractions, without rounding. Only what you read is rounded, to one decimal.",
    ),
];

/// The data behind the page.
pub(super) fn data(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    let deviations = notes::deviation_lines(comparison, page.catalogue, page.lang);
    html! {
        section.data id="gegevensversie" aria-labelledby="gegevens-kop" {
            h2 id="gegevens-kop" { (page.say("De gegevens", "The data")) }
            dl {
                dt { (page.say("Stand op", "As of")) } dd { (words::date(comparison.as_of, page.lang)) }
                dt { (page.say("Volgorde", "Order")) } dd { (page.say("naar ", "by ")) (words::rank_by(comparison.rank_by).get(page.lang)) }
                dt { (page.say("Gegevensversie", "Data version")) } dd { code { (comparison.sha256) } }
                dt { (page.say("Gemaakt met", "Made with")) } dd { "keuzehulp " (env!("CARGO_PKG_VERSION")) }
            }
            @if !deviations.is_empty() {
                h3 { (page.say("Eigen keuzes in plaats van de gedeelde gegevens", "Your own choices in place of the shared data")) }
                ul { @for line in &deviations { li { (clean(line)) } } }
            }
        }
    }
}

/// The foot of the page, with the disclaimer.
pub(super) fn foot(page: &Page<'_, '_>) -> Markup {
    html! {
        footer.foot {
            div.wrap {
                p { (words::DISCLAIMER.get(page.lang)) }
                p.made {
                    (page.say("Stand op ", "As of ")) (words::date(page.comparison.as_of, page.lang))
                    "; " (page.say("gegevens ", "data ")) (page.comparison.sha256.chars().take(16).collect::<String>()) "."
                }
            }
        }
    }
}
