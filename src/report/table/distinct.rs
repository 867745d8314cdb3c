//! Makes the headers of a table unique.

use std::collections::HashSet;

use super::model::Column;
use crate::text::characters::alike::seen;

/// Gives each column an id and a title that no column before it has, whatever the
/// criteria are called: a program finds a column by its header, and spreadsheets
/// allow no two headers in one table that only differ in capitals. A later column
/// changes; the title gets the id behind it, and the id a number.
pub(super) fn distinct(columns: &mut [Column]) {
    let (mut ids, mut titles) = (HashSet::new(), HashSet::new());
    for column in columns {
        let (own, mut number) = (column.id.clone(), 1);
        while !ids.insert(seen(&column.id)) {
            number += 1;
            column.id = format!("{own}_{number}");
        }
        // The line breaks of a title become ` / ` in CSV.
        while !titles.insert(seen(&column.title.replace(['\n', '\r', '/'], " "))) {
            column.title = format!("{} [{}]", column.title, column.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Content;

    #[test]
    fn the_second_of_two_headers_changes() {
        let headers = [
            ("product", "Product", "product", "Product"),
            ("goal", "Doel", "goal", "Doel"),
            ("product", "PRODUCT ", "product_2", "PRODUCT  [product_2]"),
            ("product_2", "product [product_2]", "product_2_2", "product [product_2] [product_2_2]"),
            ("goal", "doel", "goal_2", "doel [goal_2]"),
            ("goal", "d\u{ad}o\u{200b}el", "goal_3", "d\u{ad}o\u{200b}el [goal_3]"),
            ("a", "een\ntwee", "a", "een\ntwee"),
            ("b", "een / twee", "b", "een / twee [b]"),
        ];
        let mut columns: Vec<Column> =
            headers.iter().map(|(id, title, ..)| Column::new(*id, *title, Content::Text)).collect();
        distinct(&mut columns);
        let found: Vec<(&str, &str)> =
            columns.iter().map(|column| (column.id.as_str(), column.title.as_str())).collect();
        let expected: Vec<(&str, &str)> = headers.iter().map(|(.., id, title)| (*id, *title)).collect();
        assert_eq!(found, expected);
    }
}
