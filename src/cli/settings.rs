//! `settings`: what an administrator goes through before a product is used.

use clap::ArgMatches;

use crate::report::{document, json, table};
use crate::say;
use crate::views::settings::{self, Sheet};

use super::args::{Global, Own, value};
use super::institution::{Format, Shown, format, show};
use super::output::{Exit, Output};
use super::{Stop, asked, data, explain};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let format = format(matches)?;
    let mut loaded = data::loaded_for(global, Own::of(matches), value(matches, "kind"))?;
    let chosen = loaded.catalogue.dossier.as_ref().and_then(crate::model::Dossier::chosen_product);
    let what = value(matches, "what").map(str::to_owned).or(chosen).ok_or_else(|| {
        Stop::Use(
            say!(
                "van welk product wilt u het instellingenblad?",
                "of which product do you want the sheet of settings?"
            ),
            Some(say!(
                "geef PRODUCT of PRODUCT/VARIANT, of een dossier waarin een product is gekozen",
                "give PRODUCT or PRODUCT/VARIANT, or a dossier in which a product was chosen"
            )),
        )
    })?;
    let sought = explain::sought(&loaded.catalogue, &what, value(matches, "kind"))?;
    data::usable(&mut loaded, Some(sought.kind), None, format == Format::Json, (global, output))?;
    let catalogue = &loaded.catalogue;
    let mut request = asked::request(global, matches, catalogue, sought.kind)?;
    request.all = true;
    let comparison = asked::arranged(&loaded, request, None, format == Format::Json, (global, output))?;
    let all = comparison.rows.iter().chain(comparison.aside()).filter(|row| sought.is(row));
    let mut sheets: Vec<Sheet<'_, '_>> = all.map(|row| settings::of(&comparison, row, catalogue)).collect();
    sheets.sort_by_key(|sheet| sheet.row.evaluation.number);
    if sheets.is_empty() {
        return Err(explain::unknown(catalogue, &what, &sought.product_id));
    }
    let lang = global.lang;
    let shown = Shown {
        document: document::settings::document(&comparison, &sheets, catalogue, lang),
        table: Some(table::settings::table(&comparison, &sheets, catalogue, lang)),
        json: Some(Box::new(|| {
            json::to_json(&json::settings::document(&comparison, &sheets, catalogue, lang))
        })),
    };
    show(shown, format, global, matches, output)?;
    Ok(Exit::Done)
}
