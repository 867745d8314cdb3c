//! Layer 3: what rests on a premise.

use crate::model::{
    Catalogue, Choice, Criterion, Item, KnockOut, Product, Profile, Requirement, Stated, Step, Variant,
};

/// What rests on a premise.
#[derive(Debug, Default)]
pub struct Resting<'c> {
    /// Answers of criteria in use.
    pub answers: Vec<(&'c Criterion, &'c Choice)>,
    /// Knock-outs of criteria in use.
    pub knock_outs: Vec<(&'c Criterion, &'c KnockOut)>,
    /// Requirements, each with the profile whose file has it.
    pub requirements: Vec<(&'c Profile, &'c Requirement)>,
    /// Items of the checklist.
    pub items: Vec<&'c Item>,
    /// Steps of the triage.
    pub steps: Vec<&'c Step>,
    /// Alternatives that have, or may have, one of the answers, each with the criteria;
    /// not those of which nothing is known there.
    pub alternatives: Vec<(&'c Product, &'c Variant, Vec<&'c Criterion>)>,
}

/// What rests on the premise with this number.
#[must_use]
pub fn of(catalogue: &Catalogue, premise: usize) -> Resting<'_> {
    let mut found = Resting::default();
    let is_it = |one: Option<usize>| one == Some(premise);
    for criterion in catalogue.criteria.values().filter(|criterion| criterion.is_in_use()) {
        let choices = criterion.question.choices();
        let resting = choices.filter(|one| one.rests.is_some_and(|rests| rests.premise == premise));
        found.answers.extend(resting.map(|choice| (criterion, choice)));
        let knock_outs = criterion.knock_outs.iter().filter(|one| is_it(one.premise));
        found.knock_outs.extend(knock_outs.map(|knock_out| (criterion, knock_out)));
    }
    for profile in catalogue.profiles.values() {
        let by_need = profile.need_rules.iter().map(|rule| &rule.requirement);
        let own = profile.requirements.iter().chain(by_need).filter(|one| {
            is_it(one.premise) && one.place.is_some_and(|place| place.file == profile.place.file)
        });
        found.requirements.extend(own.map(|requirement| (profile, requirement)));
    }
    found.items.extend(catalogue.checklist.values().filter(|item| is_it(item.premise)));
    found.steps.extend(catalogue.steps.values().filter(|step| is_it(step.premise)));
    let living = |product: &&Product| product.retired.is_none() && product.withdrawn.is_none();
    for product in catalogue.products.iter().filter(living) {
        for (at, variant) in product.variants.iter().enumerate() {
            let criteria: Vec<&Criterion> = resting_for(catalogue, premise, product, at).collect();
            if !criteria.is_empty() {
                found.alternatives.push((product, variant, criteria));
            }
        }
    }
    found
}

/// The criteria to which a variant has an answer that rests on the premise.
fn resting_for<'c>(
    catalogue: &'c Catalogue,
    premise: usize,
    product: &'c Product,
    variant: usize,
) -> impl Iterator<Item = &'c Criterion> {
    catalogue.criteria_of(product.kind).filter_map(move |(number, criterion)| {
        let resting = criterion.question.resting_on(premise);
        let (_, answer) = product.fact(number, variant).filter(|_| !resting.is_empty())?;
        let Stated::Possible(possible) = &answer.stated else { return None };
        possible.gives(resting).then_some(criterion)
    })
}
