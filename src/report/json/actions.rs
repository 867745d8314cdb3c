//! What an institution sets and agrees on when it uses an alternative.

use serde::Serialize;

use crate::compare::{Comparison, Row};
use crate::text::Lang;
use crate::views::actions;

/// Something that an institution does because of an answer.
#[derive(Debug, Serialize)]
pub(super) struct ToDo {
    criterion: String,
    answer: Option<String>,
    by: &'static str,
    text: String,
}

impl ToDo {
    /// All of an alternative, in the order of the criteria.
    pub(super) fn all(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<ToDo> {
        let to_do = |to_do: actions::ToDo<'_>| ToDo {
            criterion: to_do.criterion.id.to_string(),
            answer: to_do.choice.map(|choice| choice.id.to_string()),
            by: to_do.by.id(),
            text: to_do.action.text.get(lang).to_owned(),
        };
        actions::of(comparison, row).into_iter().map(to_do).collect()
    }
}
