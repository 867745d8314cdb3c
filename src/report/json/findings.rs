//! Findings: `keuzehulp/findings/1`.

use serde::Serialize;

use crate::model::{Catalogue, Used};
use crate::text::{Diagnostic, Lang, Severity};

/// Findings as a document.
#[derive(Debug, Serialize)]
pub struct Document {
    schema: &'static str,
    findings: Vec<Finding>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exceptions: Vec<Accepted>,
}

/// An exception that was used.
#[derive(Debug, Serialize)]
struct Accepted {
    code: String,
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    because: String,
    until: String,
    findings: usize,
}

/// The id of the schema.
const SCHEMA: &str = "keuzehulp/findings/1";

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
    Document { schema: SCHEMA, findings, exceptions: Vec::new() }
}

impl Document {
    /// The findings of all documents in one.
    #[must_use]
    pub fn joined(documents: Vec<Document>) -> Document {
        let findings = documents.into_iter().flat_map(|document| document.findings).collect();
        Document { schema: SCHEMA, findings, exceptions: Vec::new() }
    }

    /// The same, with the exceptions that were used.
    #[must_use]
    pub(crate) fn with_exceptions(self, used: &[Used], lang: Lang) -> Document {
        let accepted = |one: &Used| {
            let exception = &one.exception;
            Accepted {
                code: exception.code.clone(),
                file: exception.file.clone(),
                about: exception.about.clone(),
                because: exception.because.get(lang).to_owned(),
                until: exception.until.to_string(),
                findings: one.findings.len(),
            }
        };
        Document { exceptions: used.iter().map(accepted).collect(), ..self }
    }
}

/// A document with one finding that is in no data file, for what stops a run (a
/// folder that cannot be read, a wrong argument).
#[must_use]
pub fn single(code: &str, path: &str, message: &str, help: Option<&str>) -> Document {
    let finding = Finding {
        code: code.to_owned(),
        severity: Severity::Error.id(),
        path: path.to_owned(),
        line: 1,
        column: 1,
        message: message.to_owned(),
        help: help.map(str::to_owned),
    };
    Document { schema: SCHEMA, findings: vec![finding], exceptions: Vec::new() }
}
