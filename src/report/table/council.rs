//! The comparison as CSV for a council: one row per alternative, in at most twenty
//! short columns that fit on a sheet of paper, and below them a row for each thing that
//! holds for all.

use super::alternative::{before, in_order};
use super::columns::Columns;
use super::demands;
use super::model::{Column, Content, Names, Table};
use super::value::Value;
use super::warnings;
use crate::assess::Ratio;
use crate::compare::{Comparison, GroupedBy, Row};
use crate::model::Product;
use crate::report::words::{self, limits, notes, products, score, tiles, triage};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;
use crate::views;

/// The most themes with a column of their own; of more, the last share one.
const MOST_THEMES: usize = 8;

/// What a row is about.
enum About<'t> {
    /// An alternative in the order.
    Placed(&'t Row<'t>),
    /// One outside it: the heading above it in other formats, and the reason.
    Aside(&'t Row<'t>, String, String),
    /// A product that no longer exists.
    Retired(&'t Product),
    /// Something that holds for all.
    All(String),
}

impl<'t> About<'t> {
    fn placed(&self) -> Option<&'t Row<'t>> {
        match self {
            About::Placed(row) => Some(row),
            _ => None,
        }
    }

    fn row(&self) -> Option<&'t Row<'t>> {
        match self {
            About::Placed(row) | About::Aside(row, ..) => Some(row),
            _ => None,
        }
    }

    fn product(&self) -> Option<&'t Product> {
        match self {
            About::Placed(row) | About::Aside(row, ..) => Some(row.product),
            About::Retired(product) => Some(product),
            About::All(_) => None,
        }
    }
}

/// The table.
#[must_use]
pub(crate) fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, About<'t>> = Columns::new(lang);
    c.range("place", phrase("Plaats", "Place"), |about| {
        let rank = about.placed().filter(|row| row.evaluation.has_place())?.rank;
        Some(Value::Range(rank.best, rank.worst))
    });
    c.text("product", phrase("Product", "Product"), move |about| match about.product() {
        Some(product) => Value::name(&*product.name),
        None => Value::name(phrase("Over deze tabel", "About this table").get(lang)),
    });
    c.text("vendor", phrase("Aanbieder", "Vendor"), |about| about.product().map(|product| &*product.maker));
    c.text("variant", phrase("Variant", "Variant"), |about| about.row().map(|row| &*row.variant.name));
    let who = match comparison.grouped_by {
        Some(GroupedBy::Criterion(_)) => phrase("Groep, en wie het beheert", "Group, and who runs it"),
        _ => phrase("Wie het beheert", "Who runs it"),
    };
    c.text("hosting", who, move |about| about.row().map(|row| run_by(row, lang)));
    let points = |parts: usize| {
        move |about: &About<'t>| {
            let whole = about.placed()?.evaluation.score.whole_points();
            Some(whole.iter().take(parts).sum::<u128>())
        }
    };
    c.integer("points_low", phrase("Punten van", "Points from"), points(1));
    c.integer("points_with_own_work", phrase("Met eigen werk", "With own work"), points(2));
    c.integer("points_high", phrase("Punten tot", "Points to"), points(3));
    c.integer("known_percent", phrase("Beantwoord (%)", "Answered (%)"), |about| {
        about.placed().map(|row| Value::Percent(Ratio::new(score::known(&row.evaluation), 100)))
    });
    c.text("demands", phrase("Eisen", "Demands"), move |about| match about {
        About::Placed(row) => Some(demands::in_short(comparison, row, lang)),
        About::Aside(_, _, reason) => Some(reason.clone()),
        About::Retired(_) | About::All(_) => None,
    });
    c.many(themes(comparison, lang), move |about, values| {
        add_tiles(comparison, about.placed(), lang, values);
    });
    c.text("warnings", phrase("Let op", "Please note"), move |about| match about {
        About::Placed(row) => warnings::in_short(comparison, row, lang),
        About::Aside(_, heading, _) => heading.clone(),
        About::Retired(product) => gone(product, lang),
        About::All(line) => line.clone(),
    });
    c.text("product_id", phrase("Product-id", "Product id"), |about| match (about.row(), about.product()) {
        (Some(row), _) => Some(row.id()),
        (None, product) => product.map(|product| product.id.to_string()),
    });
    let placed = in_order(comparison).into_iter().map(About::Placed);
    let not_allowed = comparison.not_allowed.iter().map(|row| {
        let reason = triage::reasons(comparison, row, lang).join(" ");
        About::Aside(row, words::NOT_ALLOWED.get(lang).to_owned(), reason)
    });
    let unfit = comparison.left_out_by_need.iter().map(|row| {
        let heading = limits::LEFT_OUT_BY_NEED.get(lang).to_owned();
        About::Aside(row, heading, limits::unfit(comparison, row, lang))
    });
    let retired = comparison.retired.iter().map(|product| About::Retired(product));
    let all = lines(comparison, lang).into_iter().map(About::All);
    let names = Names("council", phrase("Vergelijking", "Comparison"));
    c.table(names, placed.chain(not_allowed).chain(unfit).chain(retired).chain(all).collect())
}

/// Who runs it, after its group where a criterion divides the kind.
fn run_by(row: &Row<'_>, lang: Lang) -> String {
    let by = products::run_by(row.variant.hosting).get(lang);
    row.form.map_or(by.to_owned(), |form| format!("{}; {by}", words::group(form, lang)))
}

/// How many of the themes have a column of their own.
fn apart(comparison: &Comparison<'_>) -> usize {
    let all = comparison.themes.len();
    if all > MOST_THEMES { MOST_THEMES - 1 } else { all }
}

/// A column for each theme that has weight.
fn themes(comparison: &Comparison<'_>, lang: Lang) -> Vec<Column> {
    let apart = apart(comparison);
    let own = comparison.themes.iter().take(apart);
    let mut columns: Vec<Column> =
        own.map(|(id, theme, _)| Column::new(id.as_str(), theme.title.get(lang), Content::Text)).collect();
    if comparison.themes.len() > apart {
        let title = phrase("Andere thema's", "Other themes").get(lang);
        columns.push(Column::new("other_themes", title, Content::Text));
    }
    columns
}

/// What can be said of each theme, in the columns for these.
fn add_tiles(comparison: &Comparison<'_>, row: Option<&Row<'_>>, lang: Lang, values: &mut Vec<Value<'_>>) {
    let (apart, all) = (apart(comparison), comparison.themes.len());
    let Some(row) = row else {
        values.extend((0..all.min(apart + 1)).map(|_| Value::Empty));
        return;
    };
    let themed = views::tiles::of(comparison, row);
    values.extend(themed.iter().take(apart).map(|themed| Value::from(tiles::tile(themed.tile).get(lang))));
    if all > apart {
        let word = |themed: &views::tiles::Themed<'_>| {
            format!("{}: {}", themed.theme.title.get(lang), tiles::tile(themed.tile).get(lang)).into()
        };
        values.push(Value::List(themed.iter().skip(apart).map(word).collect()));
    }
}

/// That a product no longer exists, and since when.
fn gone(product: &Product, lang: Lang) -> String {
    let gone = words::NO_LONGER_EXISTS.get(lang).trim_end_matches([':', '.']);
    let since = product.retired.as_ref().map(|retired| words::date(retired.on, lang));
    since.map_or(gone.to_owned(), |since| tr!(lang, "{gone} (sinds {since})", "{gone} (since {since})"))
}

/// What holds for all rows: people forward a table without what is beside it.
fn lines(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let mut lines = before(comparison, lang);
    lines.push(words::HIGHER.get(lang).to_owned());
    lines.push(reading(lang));
    lines.extend(notes::own_lines(comparison, lang));
    lines.extend(notes::left_out_lines(comparison, lang));
    lines.push(notes::made_line(comparison, comparison.sha256, lang));
    lines.push(words::DISCLAIMER.get(lang).to_owned());
    lines
}

/// How to read the columns.
fn reading(lang: Lang) -> String {
    tr!(
        lang,
        "Punten van: de punten met bron. Met eigen werk: als uw instelling alles wat zij zelf regelt goed doet. Punten tot: als ook elke open vraag gunstig uitvalt. Plaats 1–5: kan nog op elke plaats van 1 tot en met 5 uitkomen. Een thema is gunstig of ongunstig als dat vaststaat, wat er ook nog blijkt.",
        "Points from: the points with a source. With own work: if your institution does all that it sees to itself well. Points to: if every open question turns out well too. Place 1–5: can still end up anywhere from place 1 to 5. A theme is good or poor where that is certain, whatever else turns out."
    )
}
