//! Findings for people (with the lines around them, or one line each) and for
//! machines.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::BuildHasher;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::model::Catalogue;
use crate::text::lang::{count, phrase};
use crate::text::safe::{clean, clean_in_place};
use crate::text::{Diagnostic, FileId, Lang, Phrase, Severity, Span};

/// The word for how serious a finding is.
#[must_use]
pub fn severity(severity: Severity) -> Phrase {
    match severity {
        Severity::Error => phrase("fout", "error"),
        Severity::Warning => phrase("waarschuwing", "warning"),
        Severity::Hint => phrase("tip", "hint"),
    }
}

/// Every finding with the lines around it.
#[must_use]
pub fn full<S: BuildHasher>(
    findings: &[Diagnostic],
    texts: &HashMap<FileId, String, S>,
    catalogue: &Catalogue,
    lang: Lang,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for finding in findings {
        let path = path(catalogue, finding);
        let level = match finding.code.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE,
        };
        let level = level.with_name(severity(finding.code.severity).get(lang));
        let title = clean(finding.message.get(lang));
        let heading = level.primary_title(title).id(finding.code.id);
        let related =
            finding.related.as_ref().map(|related| (related.place.span, clean(related.label.get(lang))));
        let text = texts.get(&finding.place.file).map(|text| clean_in_place(text));
        let mut groups = Vec::new();
        match &text {
            Some(text) if finding.place.span != Span::default() => {
                let mark = AnnotationKind::Primary.span(within(text, finding.place.span));
                let mut snippet =
                    Snippet::source(text.as_str()).path(path.as_str()).fold(true).annotation(mark);
                if let Some((span, label)) = related {
                    snippet =
                        snippet.annotation(AnnotationKind::Context.span(within(text, span)).label(label));
                }
                groups.push(Group::with_title(heading).element(snippet));
            }
            _ => {
                let origin = annotate_snippets::Origin::path(path.as_str())
                    .line(finding.place.line as usize)
                    .char_column(finding.place.column as usize);
                groups.push(Group::with_title(heading).element(origin));
            }
        }
        let help = finding.help.as_ref().map(|help| clean(help.get(lang)));
        if let (Some(help), Some(group)) = (help, groups.pop()) {
            let level = Level::HELP.with_name(phrase("tip", "help").get(lang));
            groups.push(group.element(level.message(help)));
        }
        out.push_str(&renderer.render(&groups));
        out.push_str("\n\n");
    }
    out
}

/// The range inside the text, on whole characters.
fn within(text: &str, span: Span) -> std::ops::Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// One line per finding: `path:line:column: error[KH101]: text`.
#[must_use]
pub fn short(findings: &[Diagnostic], catalogue: &Catalogue, lang: Lang) -> String {
    let mut out = String::new();
    for finding in findings {
        let word = severity(finding.code.severity).get(lang);
        let message = clean(finding.message.get(lang));
        let help =
            finding.help.as_ref().map(|help| format!(" ({})", clean(help.get(lang)))).unwrap_or_default();
        let (path, line, column, code) =
            (path(catalogue, finding), finding.place.line, finding.place.column, finding.code.id);
        // Writing into a String cannot fail.
        let _ = writeln!(out, "{path}:{line}:{column}: {word}[{code}]: {message}{help}");
    }
    out
}

fn path(catalogue: &Catalogue, finding: &Diagnostic) -> String {
    clean(catalogue.path(finding.place.file))
}

/// The verdict in one line: `3 fouten, 2 waarschuwingen in 12 bestanden (peildatum …)`.
#[must_use]
pub fn verdict(findings: &[Diagnostic], files: usize, as_of: crate::model::Date, lang: Lang) -> String {
    let number = |wanted: Severity| findings.iter().filter(|f| f.code.severity == wanted).count();
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    match lang {
        Lang::Nl => format!(
            "{}, {} in {} (peildatum {as_of})",
            if errors == 0 { "geen fouten".to_owned() } else { count(errors, "fout", "fouten") },
            if warnings == 0 {
                "geen waarschuwingen".to_owned()
            } else {
                count(warnings, "waarschuwing", "waarschuwingen")
            },
            count(files, "bestand", "bestanden"),
        ),
        Lang::En => format!(
            "{}, {} in {} (as-of date {as_of})",
            if errors == 0 { "no errors".to_owned() } else { count(errors, "error", "errors") },
            if warnings == 0 { "no warnings".to_owned() } else { count(warnings, "warning", "warnings") },
            count(files, "file", "files"),
        ),
    }
}

/// The findings as a document: `keuzehulp/findings/1`.
#[derive(Debug, Serialize)]
pub struct Document {
    schema: &'static str,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    code: String,
    severity: &'static str,
    path: String,
    line: u32,
    column: u32,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// The findings as a document.
#[must_use]
pub fn document(findings: &[Diagnostic], catalogue: &Catalogue, lang: Lang) -> Document {
    let findings = findings
        .iter()
        .map(|finding| Finding {
            code: finding.code.id.to_owned(),
            severity: finding.code.severity.id(),
            path: catalogue.path(finding.place.file).to_owned(),
            line: finding.place.line,
            column: finding.place.column,
            message: finding.message.get(lang).to_owned(),
            help: finding.help.as_ref().map(|help| help.get(lang).to_owned()),
        })
        .collect();
    Document { schema: "keuzehulp/findings/1", findings }
}

impl Document {
    /// The findings of all documents in one.
    #[must_use]
    pub fn joined(documents: Vec<Document>) -> Document {
        let findings = documents.into_iter().flat_map(|document| document.findings).collect();
        Document { schema: "keuzehulp/findings/1", findings }
    }
}

/// A document with one finding that stands in no data file, for what stops a
/// run (a folder that cannot be read, a wrong argument).
#[must_use]
pub fn single(code: &str, path: &str, message: &str, help: Option<&str>) -> Document {
    let finding = Finding {
        code: code.to_owned(),
        severity: "error",
        path: path.to_owned(),
        line: 1,
        column: 1,
        message: message.to_owned(),
        help: help.map(str::to_owned),
    };
    Document { schema: "keuzehulp/findings/1", findings: vec![finding] }
}
