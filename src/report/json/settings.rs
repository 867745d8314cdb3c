//! What an administrator goes through before a product is used: `keuzehulp/settings/1`.

use serde::Serialize;

use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::words::settings::{Task, tasks};
use crate::text::Lang;
use crate::views::settings::Sheet;

use super::{Data, premises};

/// The sheets of one or more alternatives.
#[derive(Debug, Serialize)]
pub struct Settings {
    schema: &'static str,
    kind: String,
    institution: Option<String>,
    as_of: String,
    data: Data,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed: Vec<premises::Assumed>,
    alternatives: Vec<Alternative>,
}

#[derive(Debug, Serialize)]
struct Alternative {
    alternative: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    way: &'static str,
    criterion: String,
    answer: Option<String>,
    text: String,
    about: String,
    then: Option<String>,
}

/// The sheets as a document.
#[must_use]
pub fn document(
    comparison: &Comparison<'_>,
    sheets: &[Sheet<'_, '_>],
    catalogue: &Catalogue,
    lang: Lang,
) -> Settings {
    let item = |task: Task| Item {
        way: task.way.map_or("allowed", |way| way.id()),
        criterion: task.criterion,
        answer: task.answer,
        text: task.text,
        about: task.about,
        then: Some(task.then).filter(|then| !then.is_empty()),
    };
    let alternative = |sheet: &Sheet<'_, '_>| Alternative {
        alternative: sheet.row.id(),
        items: tasks(sheet, catalogue, lang).into_iter().map(item).collect(),
    };
    Settings {
        schema: "keuzehulp/settings/1",
        kind: comparison.kind_id.to_string(),
        institution: comparison.institution.as_ref().map(|own| own.dossier.institution.clone()),
        as_of: comparison.as_of.to_string(),
        data: Data { sha256: comparison.sha256.to_owned() },
        assumed: premises::assumed(catalogue),
        alternatives: sheets.iter().map(alternative).collect(),
    }
}
