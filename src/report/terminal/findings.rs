//! Findings for people, with the lines around them or one line each.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::BuildHasher;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::model::{Catalogue, Date, Used};
use crate::report::words::findings::{ERRORS, FILES, FINDINGS, HINTS, MORE_PLACES, WARNINGS, severity};
use crate::text::lang::phrase;
use crate::text::safe::{clean, clean_in_place};
use crate::text::{Diagnostic, FileId, Lang, Severity, Span};
use crate::tr;

/// As many other places of one finding as people want to read.
pub const FEW_PLACES: usize = 3;

/// Every finding, with the lines of the file around it, and at most so many of the
/// other places that it is about.
#[must_use]
pub fn full<S: BuildHasher>(
    findings: &[Diagnostic],
    texts: &HashMap<FileId, String, S>,
    catalogue: &Catalogue,
    most: usize,
    (lang, colour): (Lang, bool),
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
        if let Some(also) = also(finding, catalogue, most, lang)
            && let Some(group) = groups.pop()
        {
            let level = Level::NOTE.with_name(phrase("ook", "also").get(lang));
            groups.push(group.element(level.message(also)));
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

/// The span as a range inside the text that does not split a character.
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

/// One line per finding: `path:line:column: error[KH101]: text`, with at most so
/// many of the other places that it is about.
#[must_use]
pub fn short(findings: &[Diagnostic], catalogue: &Catalogue, most: usize, lang: Lang) -> String {
    let mut out = String::new();
    for finding in findings {
        let word = severity(finding.code.severity).get(lang);
        let message = clean(finding.message.get(lang));
        let help =
            finding.help.as_ref().map(|help| format!(" ({})", clean(help.get(lang)))).unwrap_or_default();
        let also = also(finding, catalogue, most, lang);
        let also = also.map(|also| tr!(lang, "; ook: {also}", "; also: {also}")).unwrap_or_default();
        let (path, line, column, code) =
            (path(catalogue, finding), finding.place.line, finding.place.column, finding.code.id);
        // Writing into a String cannot fail.
        let _ = writeln!(out, "{path}:{line}:{column}: {word}[{code}]: {message}{help}{also}");
    }
    out
}

/// The other places that a finding is about: the first few, and how many more there
/// are.
fn also(finding: &Diagnostic, catalogue: &Catalogue, most: usize, lang: Lang) -> Option<String> {
    let named = finding.also.iter().take(most).map(|place| {
        let path = clean(catalogue.path(place.file));
        format!("{path}:{}:{}", place.line, place.column)
    });
    let named = named.collect::<Vec<_>>().join(", ");
    match finding.also.len().saturating_sub(most) {
        _ if named.is_empty() => None,
        0 => Some(named),
        more => {
            Some(tr!(lang, "{named} en nog {more}", "{named} and {more}", more = MORE_PLACES.of(more, lang)))
        }
    }
}

fn path(catalogue: &Catalogue, finding: &Diagnostic) -> String {
    clean(catalogue.path(finding.place.file))
}

/// The verdict in one line: `3 fouten, 2 waarschuwingen in 12 bestanden (stand op …)`.
#[must_use]
pub fn verdict(findings: &[&Diagnostic], files: usize, as_of: Date, lang: Lang) -> String {
    let number = |wanted: Severity| findings.iter().filter(|f| f.code.severity == wanted).count();
    let errors = match number(Severity::Error) {
        0 => phrase("geen fouten", "no errors").get(lang).to_owned(),
        n => ERRORS.of(n, lang),
    };
    let warnings = match number(Severity::Warning) {
        0 => phrase("geen waarschuwingen", "no warnings").get(lang).to_owned(),
        n => WARNINGS.of(n, lang),
    };
    let hints = match number(Severity::Hint) {
        0 => String::new(),
        n => format!(", {}", HINTS.of(n, lang)),
    };
    let files = FILES.of(files, lang);
    tr!(
        lang,
        "{errors}, {warnings}{hints} in {files} (stand op {as_of})",
        "{errors}, {warnings}{hints} in {files} (as of {as_of})"
    )
}

/// What is added to the verdict when there are hints that were not asked for; nothing
/// when there are none.
#[must_use]
pub(crate) fn hidden_hints(hidden: usize, lang: Lang) -> String {
    if hidden == 0 {
        return String::new();
    }
    let hints = HINTS.of(hidden, lang);
    tr!(lang, "; {hints}: met --hints staan ze er", "; {hints}: --hints shows them")
}

/// The exceptions that were used, a line for each; nothing when there are none.
#[must_use]
pub(crate) fn accepted(used: &[Used], lang: Lang) -> String {
    let line = |one: &Used| {
        let exception = &one.exception;
        let (code, file) = (clean(&exception.code), clean(&exception.file));
        let about = exception.about.as_ref().map(|word| format!(", `{}`", clean(word))).unwrap_or_default();
        let (until, because) = (exception.until, clean(exception.because.get(lang)));
        let findings = FINDINGS.of(one.findings.len(), lang);
        tr!(
            lang,
            "uitzondering tot en met {until}: {code} in {file}{about} ({findings}). {because}\n",
            "exception up to and including {until}: {code} in {file}{about} ({findings}). {because}\n"
        )
    };
    used.iter().map(line).collect()
}
