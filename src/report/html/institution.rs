//! What the institution does itself: its triage and its checklist.

use maud::{Markup, html};

use crate::compare::Institution;
use crate::report::document::{Document, checklist, comparison, triage};
use crate::report::words::{self, notes};
use crate::text::safe::clean;

use super::Page as Show;
use super::document;

/// What the triage comes to, in the section that asks its question.
pub(super) fn outcome(show: &Show<'_, '_>) -> Markup {
    let lines = words::triage::lines(show.comparison, show.lang);
    html! {
        @if !lines.is_empty() {
            h3 { (show.say("Wat uw instelling heeft afgewogen", "What your institution found")) }
            ul { @for line in lines { li { (clean(&line)) } } }
            @if show.comparison.institution.as_ref().is_some_and(|own| !own.triage.exams.is_empty()) {
                p { a href="#afweging" { (show.say("De hele afweging", "The whole triage")) } }
            }
        }
    }
}

/// The alternatives that are not in the order, below it.
pub(super) fn unranked(show: &Show<'_, '_>) -> Markup {
    let mut out = Document::new(show.lang, "");
    comparison::unranked(&mut out, show.comparison);
    html! { @if !out.parts.is_empty() { div.own-part { (document::parts(&out, &out.parts, 1)) } } }
}

/// The state of the requirements that depend on the situation.
pub(super) fn situation(show: &Show<'_, '_>) -> Markup {
    let lines = notes::situation(show.comparison, show.lang);
    html! { @for line in lines { p { (clean(&line)) } } }
}

/// The triage and the checklist, each in a section of its own.
pub(super) fn sections(show: &Show<'_, '_>) -> Markup {
    let Some(Institution { dossier, checklist, triage }) = &show.comparison.institution else {
        return html! {};
    };
    let mut weighed = Document::new(show.lang, show.say("Afweging vooraf", "Triage"));
    triage::exams(&mut weighed, (triage, &[]), show.catalogue, Some(*dossier));
    let list = checklist::document(checklist, show.catalogue, show.lang);
    html! {
        @if !triage.steps.is_empty() {
            section.own-part id="afweging" aria-labelledby="afweging-kop" {
                h2 id="afweging-kop" { (clean(&weighed.title)) }
                (document::parts(&weighed, &weighed.parts, 1))
            }
        }
        @if !checklist.parts.is_empty() {
            section.own-part id="checklist" aria-labelledby="checklist-kop" {
                h2 id="checklist-kop" { (clean(&list.title)) }
                (document::parts(&list, &list.parts, 1))
            }
        }
    }
}
