//! What the ranking was made with, how, and what it does not say.

use maud::{Markup, html};

use crate::report::words;
use crate::report::words::describe;
use crate::report::words::{notes, number::percent};
use crate::text::Lang;
use crate::text::safe::clean;

use super::Show;

/// The weights in use: on paper the only trace of what a reader chose.
pub(super) fn weights(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    let chosen = show.page.profiles.get(show.page.chosen);
    html! {
        section.weights id="weging" aria-labelledby="weging-kop" {
            h2 id="weging-kop" { (show.say("De weging", "The profile")) }
            p { b data-profile { (show.text(&comparison.profile.title)) } ". " span data-because { (show.text(&comparison.profile.because)) } }
            p.own data-own hidden { (show.say("Met eigen gewichten, op deze pagina gekozen. De getallen hieronder zijn die waarmee nu is gerekend.",
                "With weights of your own, chosen on this page. The numbers below are those in use now.")) }
            @for line in notes::override_lines(comparison, show.lang) { p data-asked { (clean(&line)) } }
            (super::institution::situation(show))
            div.scroll role="region" tabindex="0" aria-label=(show.say("Tabel: de weging", "Table: the profile")) {
                table.plain {
                    thead { tr {
                        th scope="col" { (show.say("Thema en vraag", "Theme and question")) }
                        th.num scope="col" { (show.say("Gewicht", "Weight")) }
                        th.num scope="col" { (show.say("Deel van het geheel", "Share of the whole")) }
                    } }
                    @for (at, theme) in show.page.themes.iter().enumerate() {
                        @let title = show.catalogue.themes.get_index(*theme).map_or(String::new(), |(_, theme)| show.plain(&theme.title));
                        @let columns = || comparison.criteria.iter().enumerate().filter(|(_, column)| column.criterion.theme == *theme);
                        tbody {
                            tr.theme {
                                th scope="row" { (title) }
                                td.num data-w-theme=(at) { (chosen.and_then(|chosen| chosen.budgets.as_ref()?.get(at)).map_or("–".to_owned(), ToString::to_string)) }
                                td.num { span data-share-theme=(at) { (share_of(show, *theme)) } "%" }
                            }
                            @for (number, column) in columns() {
                                tr {
                                    th scope="row" { (show.text(&column.criterion.title)) }
                                    td.num data-w-criterion=(number) { (chosen.and_then(|chosen| chosen.weights.get(number)).copied().unwrap_or(0)) }
                                    td.num { span data-share-criterion=(number) { (super::criteria::share(show, column.share)) } "%" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The share of a theme, as a whole percentage.
fn share_of(show: &Show<'_, '_>, theme: usize) -> String {
    let id = show.catalogue.themes.get_index(theme).map(|(id, _)| id);
    let found = show.comparison.themes.iter().find(|(known, _, _)| Some(*known) == id);
    found.map_or("0".to_owned(), |(_, _, share)| percent(*share))
}

/// The method, in plain words.
pub(super) fn method(show: &Show<'_, '_>) -> Markup {
    html! {
        section.method id="werkwijze" aria-labelledby="werkwijze-kop" {
            h2 id="werkwijze-kop" { (show.say("Zo is er gerekend", "How it is worked out")) }
            ol {
                @for (nl, en) in METHOD { li { (show.say(nl, en)) } }
            }
        }
    }
}

/// The method, a step at a time.
const METHOD: [(&str, &str); 8] = [
    (
        "Per product en per vraag zoeken wij een antwoord in een bron die u zelf kunt nalezen. Elk antwoord heeft een niveau: gunstig (telt voor 1), deels (telt voor een half) of ongunstig (telt voor 0). Bij sommige vragen staat er een percentage tussen.",
        "Per product and per question we look for an answer in a source that you can read yourself. Every answer has a level: good (counts for 1), partly (counts for a half) or insufficient (counts for 0). Some questions have a percentage in between.",
    ),
    (
        "Vinden wij geen antwoord, dan blijft elk antwoord mogelijk. ‘Minstens’ rekent dan met het ongunstigste, ‘hoogstens’ met het gunstigste. Zo wordt onbekend nooit stilletjes een ja of een nee.",
        "Where we find no answer, every answer remains possible. ‘At least’ then counts the least good one, ‘at most’ the best. So unknown never quietly becomes a yes or a no.",
    ),
    (
        "De punten zijn een gewogen gemiddelde van 0 tot 100. Verdeelt een weging punten over thema's, dan telt een vraag mee voor: deel van het thema, maal gewicht van de vraag, gedeeld door de som van de gewichten in dat thema.",
        "The points are a weighted average from 0 to 100. Where a profile divides points over themes, a question counts for: share of the theme, times weight of the question, divided by the sum of the weights in that theme.",
    ),
    (
        "Harde eisen gaan voor punten. Wat zeker een harde eis overtreedt, valt af. Ontbreekt er een antwoord dat openbaar hoort te zijn, dan is het nog niet te zeggen. Regelt het contract of de beheerder het antwoord, dan staat er ‘mits’.",
        "Hard demands come before points. What certainly breaks a hard demand is knocked out. Where an answer is missing that should be public, it is undecided. Where the contract or the administrator settles it, it says ‘provided’.",
    ),
    (
        "Eerst komt wat in aanmerking komt, dan wat nog niet te zeggen is, dan wat afvalt. Daarbinnen bepalen de punten de volgorde. Gelijk is echt gelijk.",
        "First comes what is eligible, then what is undecided, then what is knocked out. Within each the points make the order. Equal is really equal.",
    ),
    (
        "De plaats is een bandbreedte: de beste en de slechtste plaats die nog mogelijk is als alle antwoorden bekend zijn.",
        "The place is a range: the best and the worst place that remain possible once all answers are known.",
    ),
    (
        "‘Bekend’ is het deel van het gewicht waarvan het niveau vaststaat. Is dat minder dan een derde, dan krijgt een product geen plaats.",
        "‘Known’ is the share of the weight whose level is settled. With less than a third a product gets no place.",
    ),
    (
        "Alles wordt uitgerekend met breuken, zonder af te ronden. Alleen wat u leest is afgerond, op één cijfer achter de komma.",
        "Everything is worked out with fractions, without rounding. Only what you read is rounded, to one decimal.",
    ),
];

/// The data behind the page.
pub(super) fn data(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    let deviations = notes::deviation_lines(comparison, show.catalogue, show.lang);
    html! {
        section.data id="gegevensversie" aria-labelledby="gegevens-kop" {
            h2 id="gegevens-kop" { (show.say("De gegevens", "The data")) }
            dl {
                dt { (show.say("Peildatum", "As-of date")) } dd { (describe::date(comparison.as_of, show.lang)) }
                dt { (show.say("Volgorde", "Order")) } dd { (show.say("naar ", "by ")) (words::rank_by(comparison.rank_by).get(show.lang)) }
                dt { (show.say("Gegevensversie", "Version of the data")) } dd { code { (comparison.sha256) } }
                dt { (show.say("Gemaakt met", "Made with")) } dd { "keuzehulp " (env!("CARGO_PKG_VERSION")) }
            }
            @if !deviations.is_empty() {
                h3 { (show.say("Eigen afwijkingen van de gedeelde gegevens", "Your own deviations from the shared data")) }
                ul { @for line in &deviations { li { (clean(line)) } } }
            }
        }
    }
}

/// What the page does not say.
pub(super) fn foot(show: &Show<'_, '_>) -> Markup {
    html! {
        footer.foot {
            div.wrap {
                p { (words::DISCLAIMER.get(show.lang)) }
                p.made {
                    (match show.lang { Lang::Nl => "Peildatum ", Lang::En => "As of " }) (describe::date(show.comparison.as_of, show.lang))
                    "; " (show.say("gegevens ", "data ")) (show.comparison.sha256.chars().take(16).collect::<String>()) "."
                }
            }
        }
    }
}
