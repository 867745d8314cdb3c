//! Own work in a vendor file: only an institution that runs a variant itself can see to
//! something there itself.

use crate::load::codes;
use crate::load::former;
use crate::load::reader::fields::{Fields, Reader};
use crate::model::{Criterion, Set};
use crate::say;
use crate::text::lang::list;
use crate::text::safe::quoted;
use crate::text::{Diagnostic, Lang};

use super::scope::Scope;

/// Reports an answer that says that the institution sees to it, for variants that another
/// party runs; whether there was one.
pub(super) fn elsewhere(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    criterion: &Criterion,
    (variants, scope): (Set, &Scope<'_>),
) -> bool {
    let own = criterion.question.own_work();
    let others = variants.without(scope.self_hosted);
    if own.is_empty() || others.is_empty() {
        return false;
    }
    let mut found = false;
    for node in ["answer", "one-of", "has"].into_iter().filter_map(|key| fields.get(key)) {
        for item in reader.one_or_list(node) {
            // An old answer counts as what it is read as.
            let read = former::now(item, criterion);
            if !criterion.question.find(read).is_some_and(|at| own.contains(at)) {
                continue;
            }
            let names: Vec<String> = others
                .members()
                .filter_map(|at| scope.variants.get(at))
                .map(|id| format!("`{id}`"))
                .collect();
            let (shown, nl, en) = (quoted(item.text()), list(Lang::Nl, &names), list(Lang::En, &names));
            let message = say!(
                "{shown} kan niet bij {nl}: die beheert uw instelling niet zelf",
                "{shown} is not possible for {en}: your institution does not run that itself"
            );
            let finding = Diagnostic::new(&codes::OWN_WORK_ELSEWHERE, item.place(), message);
            reader.add(finding.help(codes::OWN_WORK_ELSEWHERE.advice));
            found = true;
        }
    }
    found
}
