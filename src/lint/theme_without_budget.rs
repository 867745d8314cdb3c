//! Weights in a theme without a budget seem to count but do not.

use crate::model::Catalogue;
use crate::say;
use crate::text::Diagnostic;

use super::THEME_WITHOUT_BUDGET;

pub(super) fn check(catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for profile in catalogue.profiles.values() {
        let Some(budgets) = &profile.themes else { continue };
        for (number, (id, _)) in catalogue.themes.iter().enumerate() {
            let weighs = profile.weights.iter().any(|(criterion, weight)| {
                *weight > 0 && catalogue.criterion(*criterion).is_some_and(|c| c.theme == number)
            });
            if weighs && !budgets.contains_key(&number) {
                findings.push(
                    Diagnostic::new(
                        &THEME_WITHOUT_BUDGET,
                        profile.place,
                        say!(
                            "het thema `{id}` heeft gewichten maar staat niet onder `themes`",
                            "the theme `{id}` has weights but is not under `themes`"
                        ),
                    )
                    .help(THEME_WITHOUT_BUDGET.advice),
                );
            }
        }
    }
    findings
}
