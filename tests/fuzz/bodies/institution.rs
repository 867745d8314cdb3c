//! What must hold of an institution's own part: its checklist, its triage, and
//! the memo about its choice.

use keuzehulp::compare::Comparison;
use keuzehulp::institution::{checklist, triage};
use keuzehulp::model::{Catalogue, Date, EvidenceRule};
use keuzehulp::report;
use keuzehulp::report::csv::{self, Dialect};
use keuzehulp::report::document::{self, Document};

use keuzehulp::report::table::Table;
use keuzehulp::report::terminal::paper::Paper;
use keuzehulp::report::{html, json, markdown, terminal};
use keuzehulp::text::Lang;
use keuzehulp::views::memo;

use super::harmless::{assert_harmless, cells, without_styles};

/// The checklist and the triage of a kind, as people and programs read them.
pub fn own(catalogue: &Catalogue, kind: usize, as_of: Date, (lang, turn): (Lang, u8), out: &mut String) {
    let list = checklist::of(catalogue, Some(kind), as_of, EvidenceRule::default());
    let counts = list.counts();
    assert_eq!(counts.all, list.entries().count());
    assert!(counts.done + counts.in_progress + counts.not_applicable <= counts.all, "{counts:?}");
    assert!(counts.must_open <= counts.all && counts.overdue <= counts.all, "{counts:?}");
    let found = triage::of(catalogue, kind, None);
    for weighed in &found.exams {
        assert_eq!(weighed.answers.len(), found.steps.len());
        assert!(!weighed.is_stopped() || weighed.is_finished());
    }
    let at = (catalogue, as_of);
    match turn % 3 {
        0 => {
            people(&document::checklist::document(&list, catalogue, lang), out);
            people(&document::triage::document(&found, at, lang), out);
        }
        1 => {
            sheet(&report::table::checklist::table(&list, catalogue, lang), out);
            sheet(&report::table::triage::table(&found, at, lang), out);
        }
        _ => {
            machine(json::to_json(&json::institution::checklist(&list, catalogue, lang)), out);
            machine(json::to_json(&json::institution::triage(&found, at, lang)), out);
        }
    }
}

/// The memo about a choice, where there is a dossier.
pub fn decided(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang, out: &mut String) {
    if let Some(memo) = memo::of(comparison, catalogue) {
        people(&document::memo::document(&memo, lang), out);
    }
}

fn people(document: &Document<'_>, out: &mut String) {
    let text = terminal::text(document, Paper::new(Some(60)));
    assert_harmless(&without_styles(&text));
    let markdown = markdown::text(document);
    assert_harmless(&markdown);
    let page = html::document::page(document);
    assert_harmless(&page);
    assert!(page.ends_with("</html>\n") || page.ends_with("</html>"), "the page does not end");
    assert!(!page.contains("<script"), "a script on the page");
    for text in [text, markdown, page] {
        out.push_str(&text);
    }
}

fn sheet(table: &Table<'_>, out: &mut String) {
    for (dialect, delimiter) in [(Dialect::Dutch, b';'), (Dialect::Rfc4180, b',')] {
        let bytes = csv::bytes(table, dialect).expect("memory can always be written");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        cells(text, delimiter);
        out.push_str(text);
    }
}

fn machine(document: Result<Vec<u8>, serde_json::Error>, out: &mut String) {
    let text = String::from_utf8(document.expect("a document")).expect("UTF-8");
    assert_harmless(&text);
    serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    out.push_str(&text);
}
