//! The comparison as CSV by the ten columns of the quickscan of lesopafstand.nl,
//! with the reason beside every cell that stays empty.

use super::alternative::{add_note, add_origin, add_width, in_order};
use super::columns::Columns;
use super::fact::{answer, status};
use super::model::{Names, Table};
use super::overview::status_column;
use super::value::Value;
use crate::compare::{Comparison, Row};
use crate::report::words;
use crate::report::words::checklist::yes_or_no;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::quickscan::{Answer, POINTS, Scan, scan};

/// An alternative and its quickscan.
type Scanned<'t> = (&'t Row<'t>, Scan<'t, 't>);

/// The table. The products must have been kept whole.
#[must_use]
pub fn table<'t>(comparison: &'t Comparison<'t>, lang: Lang) -> Table<'t> {
    let mut c: Columns<'t, Scanned<'t>> = Columns::new(lang);
    c.text("application", phrase("Applicatie", "Application"), |(row, _)| {
        words::alternative(row.product, row.variant)
    });
    c.text("use", phrase("Toepassing", "Use"), move |_| comparison.kind.title.get(lang));
    for (at, point) in POINTS.iter().enumerate() {
        c.text(point.machine, point.title, move |(_, scan)| {
            scan.answers.get(at).and_then(|answer| answer.is_so).map(|is_so| yes_or_no(is_so).get(lang))
        });
    }
    c.text("remarks", phrase("Bijzonderheden", "Remarks"), move |(_, scan)| remarks(scan, lang));
    c.link("privacy_policy", phrase("Privacybeleid", "Privacy policy"), |(_, scan)| {
        scan.policy.and_then(|source| source.url().map(Value::Link))
    });
    c.date("date_checked", phrase("Datum gecheckt", "Date checked"), |(_, scan)| scan.checked);
    for (at, point) in POINTS.iter().enumerate() {
        let column = status_column(point.machine, point.title.get(lang), lang);
        c.add(column, move |(_, scan)| scan.answers.get(at).map(|answer| reason(answer, lang)));
    }
    add_width(&mut c, |(row, _)| Some(*row));
    add_origin(&mut c, (comparison, lang), |(row, _)| row.id());
    add_note(&mut c, (comparison, lang), |(row, _)| Some(*row));
    let names = Names("quickscan", phrase("Quickscan", "Quickscan"));
    c.table_of(names, in_order(comparison), move |row| vec![(*row, scan(comparison, row))])
}

/// A remark is a sentence of its own; the separator replaces its full stop.
fn remarks(scan: &Scan<'_, '_>, lang: Lang) -> String {
    let remarks: Vec<String> = scan
        .remarks
        .iter()
        .map(|(criterion, note)| {
            format!("{}: {}", criterion.title.get(lang), note.get(lang).trim_end_matches('.'))
        })
        .collect();
    remarks.join("; ")
}

/// How much is known, and the answer itself when it is neither yes nor no.
fn reason(of: &Answer<'_, '_>, lang: Lang) -> String {
    let Some((criterion, cell, reason)) = of.known else {
        return match of.point.criterion {
            None => phrase("hiernaar vraagt geen criterium", "no criterion asks this"),
            Some(_) => {
                phrase("deze gegevens hebben dit criterium niet", "this data does not have this criterion")
            }
        }
        .get(lang)
        .to_owned();
    };
    let status = status(cell, reason, lang);
    let answer = answer(criterion, cell, lang);
    if of.is_so.is_some() || answer.is_empty() { status } else { format!("{status}: {answer}") }
}
