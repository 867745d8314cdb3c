//! Findings that are accepted for a time. What is an error is never accepted: a set of
//! data either can be compared or cannot.

use crate::codes;
use crate::model::{Catalogue, Date, Exception, Used};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Code, Diagnostic, Severity};

codes! {
    /// An exception of which the last day is past.
    ENDED = "KH545" Warning
        ("deze uitzondering is verlopen", "this exception has ended")
        ("Los de melding op. Is dat nog niet mogelijk, zet dan bij `until` een nieuwe dag en kijk of de reden nog klopt.",
         "Solve the finding. If that is not possible yet, set a new day under `until` and see whether the reason still holds.");
    /// An exception without a finding.
    IDLE = "KH546" Warning
        ("deze uitzondering is nergens meer voor nodig", "nothing needs this exception any more")
        ("Haal haar weg: anders valt een nieuwe melding later niet op.", "Remove it; otherwise a new finding goes unnoticed later.");
    /// An exception for something that cannot have one.
    REFUSED = "KH547" Error
        ("hiervoor kan geen uitzondering zijn", "this cannot have an exception")
        ("Alleen waarschuwingen en hints kunnen een uitzondering hebben. Een fout moet worden opgelost.",
         "Only warnings and hints can have an exception. An error must be solved.");
}

/// Takes the findings that are accepted out of `findings`, and adds what is wrong with the
/// exceptions; returns the exceptions that were used. `known` is every kind of finding, and
/// `hints_known` whether all hints are among the findings: with errors in the data they
/// are not, and an exception for one only looks idle.
pub fn apply(
    exceptions: &[Exception],
    findings: &mut Vec<Diagnostic>,
    catalogue: &Catalogue,
    known: &[&'static Code],
    (as_of, hints_known): (Date, bool),
) -> Vec<Used> {
    let mut used = Vec::new();
    let mut wrong = Vec::new();
    for exception in exceptions {
        let code = known.iter().find(|code| code.id == exception.code);
        let shown = quoted(&exception.code);
        if code.is_none_or(|code| code.severity == Severity::Error) {
            let message = match code {
                Some(_) => say!("{shown} is een fout", "{shown} is an error"),
                None => say!("de code {shown} bestaat niet", "the code {shown} does not exist"),
            };
            wrong.push(Diagnostic::new(&REFUSED, exception.place, message).help(REFUSED.advice));
            continue;
        }
        let covered = findings.iter().filter(|finding| covers(exception, finding, catalogue)).count();
        if covered == 0 {
            if hints_known {
                let file = quoted(&exception.file);
                let message = say!(
                    "in {file} staat niets (meer) waarvoor {shown} wordt gemeld",
                    "there is nothing (any more) in {file} for which {shown} is reported"
                );
                wrong.push(Diagnostic::new(&IDLE, exception.place, message).help(IDLE.advice));
            }
        } else if exception.until < as_of {
            let until = exception.until;
            let message = say!(
                "de uitzondering voor {shown} gold tot en met {until}",
                "the exception for {shown} was valid up to and including {until}"
            );
            wrong.push(Diagnostic::new(&ENDED, exception.place, message).help(ENDED.advice));
        } else {
            findings.retain(|finding| !covers(exception, finding, catalogue));
            used.push(Used { exception: exception.clone(), findings: covered });
        }
    }
    findings.extend(wrong);
    used
}

fn covers(exception: &Exception, finding: &Diagnostic, catalogue: &Catalogue) -> bool {
    let Some(file) = catalogue.files.get(finding.place.file.0 as usize) else { return false };
    let is_in = file.inner == exception.file
        || file.inner.strip_prefix(&exception.file).is_some_and(|rest| rest.starts_with('/'));
    let names = |word: &String| finding.message.nl.contains(&format!("`{word}`"));
    finding.code.id == exception.code
        && file.layer == exception.layer
        && is_in
        && exception.about.as_ref().is_none_or(names)
}
