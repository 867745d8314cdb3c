//! A few alternatives side by side, question by question. The script fills the table.

use maud::{Markup, html};

use crate::text::lang::{Phrase, phrase};

use super::Page;

/// This many can be side by side.
pub(super) const MOST: usize = 4;

/// The title of the section.
pub(super) const TITLE: Phrase = phrase("Naast elkaar", "Side by side");

/// The choice of up to four alternatives, and the place where they are compared.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let column = |at: usize| {
        let id = format!("naast-{at}");
        html! {
            p.field {
                label for=(id) { (page.say("Kolom ", "Column ")) (at + 1) }
                select id=(id) data-column=(at) {}
            }
        }
    };
    html! {
        section.side id="naast" data-control hidden aria-labelledby="naast-kop" {
            h2 id="naast-kop" { (TITLE.get(page.lang)) }
            p.read { (page.say("Zet twee tot vier producten naast elkaar, vraag voor vraag. Een naam brengt u naar de toelichting en de bronnen.",
                "Put two to four products side by side, question by question. A name takes you to the notes and the sources.")) }
            div.pick { @for at in 0..MOST { (column(at)) } }
            p.check { input type="checkbox" id="verschil" checked; label for="verschil" { (page.say("alleen waar ze verschillen", "only where they differ")) } }
            div.pair id="paar" {}
        }
    }
}
