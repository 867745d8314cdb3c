//! No two columns have the same header, whatever the criteria are called.

use crate::export::{Sheet, compare};
use crate::support::small_with;

/// The title of the small set's criterion on access.
const TITLE: &str = "{nl: Toegang, en: Access}";

/// The small set, with two more criteria under these ids and titles.
fn titled(first: (&str, &str), second: (&str, &str)) -> tempfile::TempDir {
    let of = |(id, title): (&str, &str)| {
        let path = crate::support::small().join("criteria/security/access-control.yaml");
        let title = title.replace('\n', "\\n");
        let title = format!("{{nl: \"{title}\", en: \"{title}\"}}");
        let text = std::fs::read_to_string(path).unwrap().replace(TITLE, &title);
        (format!("criteria/security/{id}.yaml"), text)
    };
    let (first, second) = (of(first), of(second));
    small_with(&[(&first.0, &first.1), (&second.0, &second.1)])
}

/// Every kind of clash: between two criteria, with a fixed column, with the column
/// beside a criterion, and with a title that was made different.
const CLASHES: [[(&str, &str); 2]; 7] = [
    [("een", "Toegang"), ("twee", "toegang ")],
    [("product", "Product"), ("vendor", "VERWERKERSOVEREENKOMST")],
    [("group", "Aanbieder"), ("rank", "Toegang (stand)")],
    [("een", "Wissen  na afloop (STAND)"), ("twee", "Wissen na afloop [exit-deletion-days]")],
    [("een", "Toegang [twee]"), ("twee", "Toegang")],
    [("een", "Straße"), ("twee", "STRASSE")],
    [("een", "Toe\ngang"), ("twee", "Toe / gang")],
];

/// The headers as a person or a spreadsheet compares them.
fn folded(headers: &[String]) -> Vec<String> {
    let plain = |header: &String| header.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut found: Vec<String> = headers.iter().map(plain).collect();
    found.sort();
    found
}

fn assert_distinct(headers: &[String], what: &str) {
    let found = folded(headers);
    for pair in found.windows(2) {
        assert_ne!(pair[0], pair[1], "{what}");
    }
}

#[test]
fn no_header_of_a_csv_stands_there_twice() {
    for [first, second] in CLASHES {
        let data = titled(first, second);
        for columns in ["overview", "tidy"] {
            for dialect in ["dutch", "rfc4180"] {
                for lang in ["nl", "en"] {
                    let options = ["--columns", columns, "--csv", dialect, "--lang", lang];
                    let text = compare(
                        data.path(),
                        "videobellen",
                        &[&["--format", "csv"][..], &options[..]].concat(),
                    );
                    assert_distinct(
                        &Sheet::read(&text).headers,
                        &format!("{first:?} {second:?} {options:?}"),
                    );
                }
            }
        }
    }
}

#[test]
fn fixed_headers_keep_their_names_and_the_criterion_gets_its_id() {
    let data = titled(("product", "Product"), ("goal", "Toegang"));
    let dutch = Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv"]));
    for header in ["Product", "Product [product_2]", "Toegang [access-control]", "Toegang [goal]"] {
        dutch.column(header);
    }
    let programs =
        Sheet::read(&compare(data.path(), "videobellen", &["--format", "csv", "--csv", "rfc4180"]));
    for header in ["product", "product_2", "product_status", "access-control", "goal"] {
        programs.column(header);
    }
}
