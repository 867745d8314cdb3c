//! What an institution does with an answer.

use super::{Localized, SettledBy};
use crate::vocabulary;

/// What an institution does when a product has an answer: a setting to change, or
/// something to agree on with the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, as an instruction.
    pub text: Localized,
    /// How, where the file says so; see [`Action::by`].
    pub by: Option<ActionBy>,
    /// When; only an option can say so.
    pub when: ActionWhen,
}

vocabulary! {
    /// When an institution does something because of an option.
    #[derive(Default)]
    pub enum ActionWhen {
        /// When the product has it.
        #[default]
        Has = "has",
        /// When the product lacks it.
        Lacks = "lacks",
    }
}

vocabulary! {
    /// How an institution does something.
    pub enum ActionBy {
        /// Its own administrator changes a setting.
        Setting = "setting",
        /// It agrees on it with the vendor, in the contract.
        Contract = "contract",
    }
}

impl Action {
    /// How the institution does it: as the file says, and otherwise by whoever settles the
    /// criterion. What a contract settles is agreed on, all else is a setting.
    #[must_use]
    pub fn by(&self, settled_by: SettledBy) -> ActionBy {
        self.by.unwrap_or(match settled_by {
            SettledBy::Contract => ActionBy::Contract,
            SettledBy::Public | SettledBy::Administrator | SettledBy::Institution => ActionBy::Setting,
        })
    }
}
