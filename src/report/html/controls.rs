//! What readers can change and choose. All of it is hidden until the script
//! shows it, because it does nothing without the script.

use maud::{Markup, html};

use crate::report::words::script;
use crate::text::lang::{Phrase, phrase};
use crate::views::reweigh::WeighedProfile;

use super::Page;

/// The title of the panel.
pub(super) const TITLE: Phrase = phrase("Weeg zelf", "Weigh for yourself");

/// The end of a slider, with room above the greatest value. Budgets and weights
/// each have a scale of their own.
fn end(greatest: u32) -> u32 {
    [5, 10, 20, 40].into_iter().find(|end| *end > greatest + greatest / 2).unwrap_or(100)
}

/// The panel with profiles and weights.
pub(super) fn panel(page: &Page<'_, '_>) -> Markup {
    let reweigh = page.reweigh;
    let Some(chosen) = page.chosen else { return html! {} };
    let greatest_budget =
        reweigh.profiles.iter().filter_map(|p| p.budgets.as_ref()).flatten().max().copied().unwrap_or(1);
    let greatest_weight = reweigh.profiles.iter().flat_map(|p| &p.weights).max().copied().unwrap_or(1);
    html! {
        section.panel data-control hidden aria-labelledby="weeg" {
            h2 id="weeg" { (TITLE.get(page.lang)) }
            p.field {
                label for="profiel" { (page.say("Wie weegt?", "Whose weights?")) }
                select id="profiel" {
                    @for (at, profile) in reweigh.profiles.iter().enumerate() {
                        option value=(at) selected[at == reweigh.chosen] { (name(page, profile)) }
                    }
                }
            }
            details {
                summary { (page.say("Waarom zo gewogen", "Why these weights")) }
                p.because data-because { (page.text(&chosen.because)) }
            }
            p.hint { (page.say("Schuif, of typ een getal van 0 tot en met 100. De volgorde past zich meteen aan.",
                "Move a slider, or type a number from 0 to 100. The order changes at once.")) }
            @for (at, theme) in reweigh.themes.iter().enumerate() {
                @let title = page.theme(*theme).map_or(String::new(), |title| page.plain(title));
                @let budget = chosen.budgets.as_ref().and_then(|budgets| budgets.get(at)).copied().unwrap_or(0);
                fieldset {
                    legend { (title) }
                    div data-budgets hidden[chosen.budgets.is_none()] {
                        (weight(page, &format!("t{at}"), page.say("Thema als geheel", "Theme as a whole"), &title, budget, end(greatest_budget)))
                    }
                    details {
                        summary { (page.say("De vragen in dit thema", "The questions in this theme")) span.visually-hidden { ": " (title) } }
                        @for (number, column) in page.columns_of(*theme) {
                            @let own = page.plain(&column.criterion.title);
                            (weight(page, &format!("c{number}"), &own, &own, chosen.weights.get(number).copied().unwrap_or(0), end(greatest_weight)))
                        }
                    }
                }
            }
            p.buttons {
                button type="button" id="terug" { (page.say("Zet terug", "Reset")) }
                button type="button" id="druk-af" { (page.say("Druk af", "Print")) }
            }
            p.hint { (page.say("Uw keuzes staan in het adres van deze pagina. Bewaar of deel dat adres om ze terug te vinden. Er wordt niets verstuurd.",
                "Your choices are stored in the address of this page. Keep or share that address to get them back. Nothing is sent.")) }
        }
        // Outside the panel, so that screen readers announce it when the panel is folded.
        p.visually-hidden role="status" id="melding" {}
    }
}

/// The name of a profile in the list.
pub(super) fn name(page: &Page<'_, '_>, profile: &WeighedProfile) -> String {
    let title = page.plain(&profile.title);
    if profile.adjusted {
        format!("{title} ({})", page.say("met eigen keuzes", "with your own choices"))
    } else {
        title
    }
}

/// A slider and a field for the same number.
fn weight(page: &Page<'_, '_>, id: &str, label: &str, name: &str, value: u32, end: u32) -> Markup {
    let end = end.max(value);
    let field = page.say("getal", "number");
    html! {
        div.weight data-w=(id) {
            label for=(id) { (label) }
            input type="range" id=(id) min="0" max=(end) step="1" value=(value) data-end=(end)
                aria-label=(name) aria-valuetext=(script::VALUE.fill(page.lang, &[("value", &value), ("end", &end)]));
            input type="number" min="0" max="100" step="1" value=(value) inputmode="numeric" aria-label={ (name) ", " (field) };
        }
    }
}

/// The box that puts an alternative in the choice of a reader.
pub(super) fn choose(page: &Page<'_, '_>, at: usize, name: &str) -> Markup {
    let label = script::CHOOSE.get(page.lang);
    html! {
        label.choose data-control hidden {
            input type="checkbox" data-choose=(at) aria-label={ (label) " " (name) };
            " " (label)
        }
    }
}

/// Where a reader chooses what is compared, that only a choice is, and the way back. The
/// script fills the list.
pub(super) fn choice(page: &Page<'_, '_>) -> Markup {
    html! {
        details.picker data-control hidden {
            summary { (page.say("Kies uw kandidaten", "Choose your candidates")) }
            p.hint { (page.say("Van wat u aanvinkt komt hier een kaart, en alleen dat wordt met elkaar vergeleken. Als u afdrukt, passen er meestal vier op één A4.",
                "What you tick gets a card here, and only that is compared with each other. When you print, four usually fit on one A4.")) }
            ul id="kandidaten" role="list" {}
        }
        p.chosen data-chosen hidden {
            b data-choice {}
            (page.say(". Plaatsen en aantallen gelden binnen deze keuze. ", ". Places and counts hold within this choice. "))
            button type="button" id="kies-alles" { (page.say("Vergelijk weer alles", "Compare all again")) }
        }
    }
}

/// Which blocks are shown, above the ranking.
pub(super) fn filter(page: &Page<'_, '_>) -> Markup {
    html! {
        fieldset.filter data-control hidden {
            legend { (page.say("Toon", "Show")) }
            @for block in crate::assess::Eligibility::ALL {
                @let word = page.block(block);
                @let id = format!("f-{}", word.id);
                span.check {
                    input type="checkbox" id=(id) checked data-filter=(word.id);
                    label for=(id) { (word.get(page.lang)) }
                }
            }
        }
    }
}
