//! Every sign that the page can show, with what it means.

use maud::{Markup, html};

use crate::assess::LevelRange;
use crate::model::Level;
use crate::report::words::levels::{ANY_LEVEL, GOOD, INSUFFICIENT, OWN_WORK, PARTLY, PERCENT, level_range};
use crate::report::words::tiles::{PARTS, tile};
use crate::text::lang::{Phrase, phrase};
use crate::views::tiles::Tile;

use super::{Page, cards};

/// The title of the section.
pub(super) const TITLE: Phrase = phrase("Wat de tekens betekenen", "What the signs mean");

/// What each part of a bar means.
const BAR: [Phrase; 4] = [
    phrase("een bron laat zien dat het goed geregeld is", "a source shows that it is well arranged"),
    phrase(
        "uw instelling beheert de dienst zelf, en maakt dit dus goed of niet",
        "your institution runs the service itself, and so makes this good or not",
    ),
    phrase(
        "wij weten het niet: het kan meevallen of tegenvallen",
        "we do not know: it can turn out well or badly",
    ),
    phrase("een bron laat zien dat het niet goed geregeld is", "a source shows that it is not well arranged"),
];

/// What the tile of a theme means.
fn meaning(tile: Tile) -> Phrase {
    match tile {
        Tile::Favourable => phrase(
            "wat er ook nog blijkt, ten minste 60% van het thema is goed geregeld",
            "whatever turns out, at least 60% of the theme is well arranged",
        ),
        Tile::Mixed => phrase("geen van de andere woorden past", "none of the other words fits"),
        Tile::Unfavourable => phrase(
            "wat er ook nog blijkt, hooguit 40% van het thema is goed geregeld",
            "whatever turns out, at most 40% of the theme is well arranged",
        ),
        Tile::OwnWork => phrase(
            "met wat uw instelling zelf regelt, kan het 60% of meer worden",
            "what your institution sees to itself can bring it to 60% or more",
        ),
        Tile::Unknown => phrase(
            "van meer dan de helft van het thema weten wij het antwoord niet",
            "we do not know the answers for more than half of the theme",
        ),
    }
}

/// The textures of the bars, in order.
pub(super) fn swatch(part: usize) -> Markup {
    let (class, fill) = match part {
        0 => ("shown", None),
        1 => ("own", Some("url(#ruitjes)")),
        2 => ("open", Some("url(#arcering)")),
        _ => ("track", None),
    };
    html! { svg.key aria-hidden="true" width="26" height="12" { rect class=(class) width="26" height="12" fill=[fill] {} } }
}

/// The whole legend.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let lang = page.lang;
    let word = |phrase: Phrase| phrase.get(lang);
    let range = |low, high| level_range(LevelRange { low, high }, lang);
    html! {
        section.legend id="legenda" aria-labelledby="legenda-kop" {
            h2 id="legenda-kop" { (word(TITLE)) }
            div.signs {
                div {
                    h3 { (page.say("In een balk (0 tot 100 punten)", "In a bar (0 to 100 points)")) }
                    dl {
                        @for (at, (part, meaning)) in PARTS.into_iter().zip(BAR).enumerate() {
                            dt { (swatch(at)) " " (word(part)) } dd { (word(meaning)) }
                        }
                        dt { "29 " (page.say("tot", "to")) " 77" }
                        dd { (page.say("zo weinig, en zo veel, punten kunnen het nog worden als alles bekend is",
                            "as few, and as many, points as it can still get once everything is known")) }
                        dt { (page.say("plaats ", "place ")) "1–17" }
                        dd { (page.say("de hoogste en de laagste plaats die dan nog kan", "the highest and the lowest place that it can then have")) }
                    }
                }
                div {
                    h3 { (page.say("Bij een thema", "For a theme")) }
                    dl {
                        @for one in Tile::ALL {
                            dt.level.(cards::class(one)) { (tile(one).get(lang)) } dd { (word(meaning(one))) }
                        }
                        dt { "–" } dd { (page.say("het thema telt nu niet mee", "the theme does not count now")) }
                    }
                }
                div {
                    h3 { (page.say("Bij een vraag", "For a question")) }
                    dl {
                        dt.level.g { (word(GOOD)) } dd { (page.say("telt voor 1", "counts for 1")) }
                        dt.level.d { (word(PARTLY)) } dd { (page.say("telt voor een half", "counts for a half")) }
                        dt.level.o { (word(INSUFFICIENT)) } dd { (page.say("telt voor 0", "counts for 0")) }
                        dt.level.x { (PERCENT.fill(lang, &[("n", &75)])) } dd { (page.say("telt voor 0,75; in de tabel staat alleen 75%", "counts for 0.75; the table says 75% only")) }
                        dt.level.og { (range(Level::INSUFFICIENT, Level::GOOD)) } dd { (page.say("wij weten nog niet welk van de twee, of iets ertussenin", "we do not know yet which of the two, or something in between")) }
                        dt.level.od { (range(Level::INSUFFICIENT, Level::PARTLY)) } dd { (page.say("hetzelfde", "the same")) }
                        dt.level.dg { (range(Level::PARTLY, Level::GOOD)) } dd { (page.say("hetzelfde", "the same")) }
                        dt.level.r { "25–75%" } dd { (page.say("iets tussen deze twee", "something between these two")) }
                        dt.level.w { (word(OWN_WORK)) } dd { (page.say("uw instelling maakt het goed of niet", "your institution makes it good or not")) }
                        dt.level.u { (word(ANY_LEVEL)) } dd { (page.say("elk antwoord kan nog", "any answer is still possible")) }
                    }
                }
                div {
                    h3 { (page.say("Achter een naam", "Behind a name")) }
                    dl {
                        dt { (page.say("oude bron", "old source")) }
                        dd { (page.say("de bron is te lang geleden gelezen of gemaakt om er nu nog op te vertrouwen", "the source was read or made too long ago to rely on it now")) }
                        dt { (page.say("bron zonder datum", "source without a date")) }
                        dd { (page.say("een kopie waarvan niemand de dag weet: misschien oud, misschien niet", "a copy whose date nobody knows: perhaps old, perhaps not")) }
                        dt { (crate::report::words::score::LITTLE_KNOWN.get(lang)) }
                        dd { (page.say("meer dan twee derde is onbekend", "more than two thirds are unknown")) }
                        dt { "▲ ▼" }
                        dd { (page.say("hoger of lager dan met de gewichten waarmee u begon", "higher or lower than with the weights that you began with")) }
                    }
                }
            }
        }
    }
}
