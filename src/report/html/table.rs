//! Tables as HTML: those of documents, and the frame of those of the page.

use maud::{Markup, html};

use crate::report::table::{Column, Table, Value};
use crate::text::safe::clean;

use super::{host, link};

/// A table with its columns for people.
pub(super) fn table(table: &Table<'_>, label: &str) -> Markup {
    let columns = table.shown();
    let mut rows = Vec::new();
    table.rows(0..table.items, &mut |row| {
        rows.push(html! {
            tr { @for (column, value) in columns.iter().zip(row) { td class=[class(column)] { (cell(table, value)) } } }
        });
    });
    framed(&clean(label), columns, &html! { tbody { @for row in rows { (row) } } })
}

/// The rows of a table below the titles of its columns, in a part of the page that
/// scrolls sideways by itself and has this label.
pub(super) fn framed(label: &str, columns: &[Column], rows: &Markup) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-label=(label) {
            table.plain {
                thead { tr { @for column in columns { th class=[class(column)] scope="col" { (clean(&column.title)) } } } }
                (rows)
            }
        }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    column.is_numeric().then_some("num")
}

fn cell(table: &Table<'_>, value: &Value<'_>) -> Markup {
    html! {
        @match value {
            Value::Link(address) => { (link(address, host(address))) }
            value => { (clean(&table.words(value))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::sample;
    use crate::text::Lang;

    #[test]
    fn a_table_is_written_for_people() {
        let found = table(&sample(Lang::Nl), "Label").into_string().replace("><", ">\n<");
        let cells: Vec<&str> = found.lines().filter(|line| line.starts_with("<td")).collect();
        let wanted = [
            "<td>a|b&lt;3</td>",
            "<td class=\"num\">3</td>",
            "<td class=\"num\">37,5</td>",
            "<td class=\"num\">75%</td>",
            "<td class=\"num\">1–3</td>",
            "<td>3 november 2026</td>",
            "<td>",
            "<td>x; y</td>",
        ];
        assert_eq!(cells[..8], wanted);
        assert!(
            found.contains("href=\"https://example.org/a\"") && found.contains(">example.org</a>"),
            "{found}"
        );
        assert_eq!(cells[8..15].iter().filter(|cell| cell.ends_with(">·</td>")).count(), 7);
        assert!(!found.contains("not-for-people"), "{found}");
    }
}
