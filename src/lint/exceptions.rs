//! Findings that are accepted for a time. What is an error is never accepted: a set of
//! data either can be compared or cannot.

use crate::codes;
use crate::model::{Catalogue, Date, Exception, LoadedFile, Used};
use crate::say;
use crate::text::safe::quoted;
use crate::text::{Code, Diagnostic, FileId, Severity};

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
/// `is_looked_for` whether this run finds all of a kind: otherwise an exception for one
/// only looks idle.
pub fn apply(
    exceptions: &[Exception],
    findings: &mut Vec<Diagnostic>,
    catalogue: &Catalogue,
    known: &[&'static Code],
    (as_of, is_looked_for): (Date, impl Fn(&Code) -> bool),
) -> Vec<Used> {
    let mut used = Vec::new();
    let mut wrong = Vec::new();
    for exception in exceptions {
        let shown = quoted(&exception.code);
        let code = match known.iter().find(|code| code.id == exception.code) {
            Some(code) if code.severity != Severity::Error => code,
            Some(_) => {
                let message = say!("{shown} is een fout", "{shown} is an error");
                wrong.push(Diagnostic::new(&REFUSED, exception.place, message).help(REFUSED.advice));
                continue;
            }
            None => {
                let message = say!("de code {shown} bestaat niet", "the code {shown} does not exist");
                let help = say!(
                    "De code staat in de melding, als `KH531`.",
                    "The code is in the finding, such as `KH531`."
                );
                wrong.push(Diagnostic::new(&REFUSED, exception.place, message).help(help));
                continue;
            }
        };
        let covered: Vec<FileId> = findings
            .iter()
            .filter(|finding| covers(exception, finding, catalogue))
            .map(|finding| finding.place.file)
            .collect();
        if covered.is_empty() {
            if is_looked_for(code) {
                wrong.push(idle(exception, catalogue));
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

/// The finding about an exception that covers nothing.
fn idle(exception: &Exception, catalogue: &Catalogue) -> Diagnostic {
    let (file, shown) = (quoted(&exception.file), quoted(&exception.code));
    let is_there = |file: &LoadedFile| file.layer == exception.layer && is_in(exception, &file.inner);
    if !catalogue.files.iter().any(is_there) {
        let message = say!(
            "{file} is geen bestand of map in deze gegevens",
            "{file} is no file or folder in this data"
        );
        let help = say!(
            "Schrijf het pad vanaf de gegevensmap, zoals `vendors/videobellen`. Bestaat het bestand niet meer, haal de uitzondering dan weg.",
            "Write the path from the data folder, such as `vendors/videobellen`. If the file no longer exists, remove the exception."
        );
        return Diagnostic::new(&IDLE, exception.place, message).help(help);
    }
    let message = say!(
        "in {file} staat niets (meer) waarvoor {shown} wordt gemeld",
        "there is nothing (any more) in {file} for which {shown} is reported"
    );
    Diagnostic::new(&IDLE, exception.place, message).help(IDLE.advice)
}

/// Whether an exception is for a file with this path.
fn is_in(exception: &Exception, inner: &str) -> bool {
    let rest = inner.strip_prefix(&exception.file);
    exception.file.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn covers(exception: &Exception, finding: &Diagnostic, catalogue: &Catalogue) -> bool {
    let Some(file) = catalogue.files.get(finding.place.file.0 as usize) else { return false };
    let names = |word: &String| finding.message.nl.contains(&format!("`{word}`"));
    finding.code.id == exception.code
        && file.layer == exception.layer
        && is_in(exception, &file.inner)
        && exception.about.as_ref().is_none_or(names)
}
