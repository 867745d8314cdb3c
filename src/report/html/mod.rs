//! A comparison as one page that people read, print and explore. It opens from
//! disk and makes no request.
//!
//! The page is complete without its script. With it, readers can weigh for
//! themselves; `rank.js` then does with whole numbers what `assess` does, on the
//! data that `crate::views::reweigh` worked out. Data reach the page as escaped text or
//! as JSON without `<`, and the page's own policy allows no other script or
//! style than these, by their hashes.

mod bars;
mod card;
mod cards;
mod colophon;
mod controls;
mod criteria;
mod data;
pub mod document;
mod institution;
mod legend;
mod matrix;
mod policy;
mod products;
mod ranking;
mod side;
mod summary;
mod table;

pub(super) use policy::style_policy;

use std::collections::HashMap;
use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assess::Eligibility;
use crate::compare::{Column, Comparison, Evaluation, Group, Row};
use crate::model::{Catalogue, Localized, Source};
use crate::report::words::word::Word;
use crate::report::words::{self, score, tiles};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::views::reweigh;

/// How the page looks, on a screen and on paper.
const STYLE: &str = concat!(
    include_str!("page.css"),
    include_str!("parts.css"),
    include_str!("cards.css"),
    include_str!("tables.css"),
    include_str!("print.css")
);
/// How the page ranks again, and how a reader asks for it.
const SCRIPT: &str = concat!(
    include_str!("rank.js"),
    include_str!("state.js"),
    include_str!("show.js"),
    include_str!("cards.js"),
    include_str!("matrix.js"),
    include_str!("side.js"),
    include_str!("page.js")
);

/// What every part of the page is made of.
struct Page<'s, 'c> {
    comparison: &'s Comparison<'c>,
    catalogue: &'s Catalogue,
    /// What the script needs to rank again.
    reweigh: &'s reweigh::Reweighing<'c>,
    /// The profile that was asked for; `None` where nothing has weight.
    chosen: Option<&'s reweigh::WeighedProfile>,
    lang: Lang,
    /// The rows in order, by group.
    groups: Vec<(Option<Group<'c>>, Vec<&'s Row<'c>>)>,
    /// The names of the alternatives, by id.
    names: HashMap<String, String>,
    /// Their rows, by id.
    rows: HashMap<String, &'s Row<'c>>,
}

impl<'s, 'c> Page<'s, 'c> {
    /// A fixed text in the page's language.
    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        phrase(nl, en).get(self.lang)
    }

    /// A text of the data in the page's language; one that exists in Dutch only is
    /// marked as Dutch.
    fn text(&self, text: &Localized) -> Markup {
        let shown = clean(text.get(self.lang));
        if self.lang == Lang::En && text.en.is_none() {
            html! { span lang="nl" { (shown) } }
        } else {
            html! { (shown) }
        }
    }

    /// The word for a block of the ranking.
    fn block(&self, block: Eligibility) -> Word {
        words::block(block, !self.comparison.demands.is_empty())
    }

    /// The rows of a group; of all where the ranking is not divided.
    fn rows_of(&self, wanted: Option<Group<'c>>) -> &[&'s Row<'c>] {
        self.groups.iter().find(|(group, _)| *group == wanted).map_or(&[], |(_, rows)| rows)
    }

    /// The criteria of a theme, each with its number.
    fn columns_of(&self, theme: usize) -> impl Iterator<Item = (usize, &'s Column<'c>)> {
        let columns = self.comparison.criteria.iter().enumerate();
        columns.filter(move |(_, column)| column.criterion.theme == theme)
    }

    /// Whether the page is about a choice that was made before it.
    fn is_choice(&self) -> bool {
        self.comparison.chosen_from.is_some()
    }

    /// The points and places of an alternative and how much of it is known, in one
    /// line.
    fn figures(&self, row: &Row<'_>) -> String {
        let range = tiles::whole_range(row.evaluation.score.whole_points(), self.lang);
        let place = row.evaluation.has_place().then(|| words::places(row.rank, self.lang));
        let known = self.known(&row.evaluation);
        [Some(range), place, Some(known)].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// How much of an alternative is known.
    fn known(&self, evaluation: &Evaluation) -> String {
        score::KNOWN.fill(self.lang, &[("known", &score::known(evaluation))])
    }

    /// What the bar of an alternative shows, in words.
    fn bar_label(&self, evaluation: &Evaluation) -> String {
        let whole = evaluation.score.whole_points();
        format!("{}: {}", tiles::whole_range(whole, self.lang), tiles::figures(whole, self.lang))
    }

    /// The title of a theme.
    fn theme(&self, number: usize) -> Option<&'s Localized> {
        self.catalogue.themes.get_index(number).map(|(_, theme)| &theme.title)
    }

    /// The name of the alternative in a row.
    fn alternative(&self, row: &Row<'_>) -> &str {
        self.name(&row.id())
    }

    /// The row of an alternative.
    fn row(&self, id: &str) -> Option<&'s Row<'c>> {
        self.rows.get(id).copied()
    }

    /// The number of the alternative in a row among all that were compared.
    fn number(&self, row: &Row<'_>) -> usize {
        let id = row.id();
        self.reweigh.alternatives.partition_point(|other| other.id.split_once('/') < id.split_once('/'))
    }

    /// The name of an alternative.
    fn name(&self, id: &str) -> &str {
        self.names.get(id).map_or("", String::as_str)
    }

    /// A text of the data in the page's language, for an attribute.
    fn plain(&self, text: &Localized) -> String {
        clean(text.get(self.lang))
    }
}

/// A link out of the page; only the address in text where that is not a web address.
pub(super) fn link(address: &str, text: &str) -> Markup {
    let (address, text) = (clean(address), clean(text));
    let plain = address.starts_with("https://") || address.starts_with("http://");
    html! {
        @if plain { a href=(address) rel="noopener noreferrer" { (text) } } @else { (text) " (" (address) ")" }
    }
}

/// The title of a source: a link, or with where the institution filed it.
fn source_link(page: &Page<'_, '_>, source: &Source) -> Markup {
    match source.url() {
        Some(url) => link(url, &source.title),
        None => html! { (clean(&source.title)) " (" (clean(&words::whereabouts(source, page.lang))) ")" },
    }
}

/// The name of a website, to call its link by.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Writes the page.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    page: &reweigh::Reweighing<'_>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let named = |row: &Row<'_>| (row.id(), clean(&words::alternative(row.product, row.variant)));
    let names = comparison.rows.iter().map(named).collect();
    let page = Page {
        comparison,
        catalogue,
        reweigh: page,
        chosen: page.profiles.get(page.chosen),
        lang,
        groups: comparison.groups(),
        names,
        rows: comparison.rows.iter().map(|row| (row.id(), row)).collect(),
    };
    out.write_all(whole(&page).into_string().as_bytes())?;
    out.write_all(b"\n")
}

fn whole(page: &Page<'_, '_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::policy(SCRIPT, STYLE));
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (summary::title(page)) }
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#inhoud" { (page.say("Naar de inhoud", "Skip to the content")) }
                (bars::patterns())
                (summary::head(page))
                main id="inhoud" tabindex="-1" {
                    (summary::first(page))
                    (cards::section(page))
                    (cards::what_it_is(page))
                    (summary::brief(page))
                    div.desk {
                        (ranking::section(page))
                        (controls::panel(page))
                    }
                    (matrix::section(page))
                    (legend::section(page))
                    (side::section(page))
                    (products::section(page))
                    (criteria::demands(page))
                    (criteria::open(page))
                    (criteria::section(page))
                    (institution::sections(page))
                    (colophon::weights(page))
                    (colophon::method(page))
                    (colophon::data(page))
                }
                (colophon::foot(page))
                script type="application/json" id="gegevens" { (PreEscaped(data::json(page))) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text in a script or style element that would end it cannot be hashed
    /// or shown as it is.
    #[test]
    fn script_and_style_cannot_end_their_elements() {
        for text in [SCRIPT, STYLE] {
            assert!(!text.contains("</") && !text.contains("<!--"));
        }
    }
}
