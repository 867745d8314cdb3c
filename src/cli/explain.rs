//! `explain`: an alternative or a criterion, with what it rests on.

use clap::ArgMatches;

use crate::compare::Row;
use crate::load::Loaded;
use crate::model::Catalogue;
use crate::report::document::{criterion, explain, glance, premises, reference};
use crate::say;

use super::args::{Global, Own, value};
use super::output::{Exit, Output};
use super::{Stop, asked, assume, data};

pub(super) fn run(global: &Global, matches: &ArgMatches, output: &mut Output) -> Result<Exit, Stop> {
    let words: Vec<&str> =
        matches.get_many::<String>("what").into_iter().flatten().map(String::as_str).collect();
    match words.as_slice() {
        ["criterion" | "criterium", id] => criterion(global, id, output),
        ["premise" | "uitgangspunt", id] => premise(global, matches, id, output),
        ["code" | "melding", id] => code(global, id, output),
        ["sentence" | "zin", id] => sentence(global, id, output),
        [one] => one_word(global, matches, one, output),
        _ => Err(Stop::Use(
            say!(
                "schrijf `explain PRODUCT/VARIANT` of `explain criterion CRITERIUM`",
                "write `explain PRODUCT/VARIANT` or `explain criterion CRITERION`"
            ),
            None,
        )),
    }
}

/// An alternative or, where no product has this id, a premise: other outputs name premises
/// by their ids alone.
fn one_word(global: &Global, matches: &ArgMatches, id: &str, output: &mut Output) -> Result<Exit, Stop> {
    let loaded = data::loaded_for(global, Own::of(matches), value(matches, "kind"))?;
    let is_product = loaded.catalogue.products.iter().any(|product| product.answers_to(id));
    match loaded.catalogue.premise_called(id).filter(|_| !is_product) {
        Some(number) => explained_premise(&loaded, number, global, output),
        None => alternative(global, matches, (id, loaded), output),
    }
}

fn premise(global: &Global, matches: &ArgMatches, id: &str, output: &mut Output) -> Result<Exit, Stop> {
    let loaded = data::loaded(global, Own::of(matches))?;
    let number = loaded.catalogue.premise_called(id).ok_or_else(|| assume::unknown(&loaded.catalogue, id))?;
    explained_premise(&loaded, number, global, output)
}

fn explained_premise(
    loaded: &Loaded,
    number: usize,
    global: &Global,
    output: &mut Output,
) -> Result<Exit, Stop> {
    let document = premises::document(&loaded.catalogue, number, global.lang);
    output.documents(&document.into_iter().collect::<Vec<_>>())?;
    Ok(data::exit_after(loaded, global, output))
}

fn criterion(global: &Global, id: &str, output: &mut Output) -> Result<Exit, Stop> {
    let loaded = data::loaded(global, Own::default())?;
    let catalogue = &loaded.catalogue;
    let Some(found) = catalogue.criterion_called(id).and_then(|number| catalogue.criterion(number)) else {
        let known: Vec<&str> = catalogue.criteria.keys().map(crate::model::Id::as_str).collect();
        let shown = crate::text::safe::clean_short(id, 60);
        return Err(Stop::Use(
            say!("het criterium `{shown}` bestaat niet", "the criterion `{shown}` does not exist"),
            Some(data::mean(id, &known)),
        ));
    };
    output.documents(&[criterion::document(found, catalogue, global.lang)])?;
    Ok(data::exit_after(&loaded, global, output))
}

/// The code of a finding, in upper or lower case.
fn named_code(id: &str) -> Option<&'static crate::text::Code> {
    let wanted = id.to_uppercase();
    crate::load::all_codes()
        .chain(crate::lint::all_codes())
        .chain(crate::bundle::codes::ALL.iter().copied())
        .find(|code| code.id == wanted)
}

fn code(global: &Global, id: &str, output: &mut Output) -> Result<Exit, Stop> {
    let Some(found) = named_code(id) else {
        let shown = crate::text::safe::clean_short(id, 60);
        return Err(Stop::Use(
            say!("de melding `{shown}` bestaat niet", "the finding `{shown}` does not exist"),
            Some(say!("een melding heet bijvoorbeeld `KH101`", "a finding has a code, such as `KH101`")),
        ));
    };
    output.documents(&[reference::code(found, global.lang)])?;
    Ok(Exit::Done)
}

fn sentence(global: &Global, id: &str, output: &mut Output) -> Result<Exit, Stop> {
    let loaded = data::loaded(global, Own::default())?;
    let catalogue = &loaded.catalogue;
    let Some((id, found)) = catalogue.sentences.get_key_value(id) else {
        let known: Vec<&str> = catalogue.sentences.keys().map(String::as_str).collect();
        let shown = crate::text::safe::clean_short(id, 60);
        let help = if known.is_empty() {
            say!("deze gegevens hebben geen zinnen van de AP", "this data has no sentences of the DPA")
        } else {
            say!("een zin heet bijvoorbeeld `S1-P02d`", "a sentence has an id, such as `S1-P02d`")
        };
        return Err(Stop::Use(
            say!("de zin `{shown}` bestaat niet", "the sentence `{shown}` does not exist"),
            Some(help),
        ));
    };
    output.documents(&[reference::sentence(id, found, catalogue, global.lang)])?;
    Ok(data::exit_after(&loaded, global, output))
}

/// A product, or one of its variants, that someone asked for.
pub(super) struct Sought<'w> {
    /// Its kind, by number.
    pub(super) kind: usize,
    /// Its id, also when one that it had before was given.
    pub(super) product_id: String,
    /// The id of the variant; `None` means all.
    variant: Option<&'w str>,
}

impl Sought<'_> {
    /// Whether this is one of its alternatives.
    pub(super) fn is(&self, row: &Row<'_>) -> bool {
        row.product.id.as_str() == self.product_id
            && self.variant.is_none_or(|id| row.variant.id.as_str() == id)
    }
}

/// What is meant by `product` or `product/variant`; `wanted` is the id of its kind.
pub(super) fn sought<'w>(
    catalogue: &Catalogue,
    what: &'w str,
    wanted: Option<&str>,
) -> Result<Sought<'w>, Stop> {
    let (product_id, variant) = match what.split_once('/') {
        Some((product_id, variant)) => (product_id, Some(variant)),
        None => (what, None),
    };
    // A product can be found by its former ids, too.
    let product_id = match catalogue.products.iter().find(|product| product.answers_to(product_id)) {
        Some(product) => product.id.to_string(),
        None => product_id.to_owned(),
    };
    let wanted = wanted.map(|id| data::kind(catalogue, id)).transpose()?;
    let kinds: Vec<usize> = catalogue
        .products
        .iter()
        .filter(|product| product.id.as_str() == product_id && wanted.is_none_or(|kind| kind == product.kind))
        .map(|product| product.kind)
        .collect();
    match kinds.as_slice() {
        [kind] => Ok(Sought { kind: *kind, product_id, variant }),
        [] => Err(unknown(catalogue, what, &product_id)),
        _ => {
            let names: Vec<String> = kinds
                .iter()
                .filter_map(|kind| catalogue.kinds.get_index(*kind))
                .map(|(id, _)| format!("`--kind {id}`"))
                .collect();
            let (nl, en) = (names.join(" of "), names.join(" or "));
            Err(Stop::Use(
                say!("dit product komt in meer soorten voor", "this product is in more than one kind"),
                Some(say!("geef {nl}", "give {en}")),
            ))
        }
    }
}

fn alternative(
    global: &Global,
    matches: &ArgMatches,
    (what, mut loaded): (&str, Loaded),
    output: &mut Output,
) -> Result<Exit, Stop> {
    let sought = sought(&loaded.catalogue, what, value(matches, "kind"))?;
    let (kind, product_id) = (sought.kind, sought.product_id.as_str());
    let ignore = Some(matches.get_flag("ignore-invalid"));
    data::usable(&mut loaded, Some(kind), ignore, false, (global, output))?;
    let catalogue = &loaded.catalogue;
    let mut request = asked::request(global, matches, catalogue, kind)?;
    (request.retired, request.all) = (true, true);
    let comparison = asked::arranged(&loaded, request, None, false, (global, output))?;
    let all = comparison.rows.iter().chain(comparison.aside());
    let rows = all.filter(|row| sought.is(row));
    let has_details = matches.get_flag("details");
    let explained = |row| {
        if has_details {
            explain::alternative(&comparison, row, catalogue, global.lang)
        } else {
            glance::alternative(&comparison, row, catalogue, global.lang)
        }
    };
    let mut documents: Vec<_> = rows.map(explained).collect();
    if documents.is_empty() {
        let retired = comparison.retired.iter().find(|product| product.id.as_str() == product_id);
        let Some(product) = retired else { return Err(unknown(catalogue, what, product_id)) };
        documents.push(explain::retired(product, global.lang));
    }
    output.documents(&documents)?;
    Ok(Exit::Done)
}

pub(super) fn unknown(catalogue: &Catalogue, what: &str, product_id: &str) -> Stop {
    let shown = crate::text::safe::clean_short(what, 60);
    let message = say!("`{shown}` bestaat niet", "`{shown}` does not exist");
    let here = |product: &&crate::model::Product| product.id.as_str() == product_id;
    if let Some(withdrawn) =
        catalogue.products.iter().find(here).and_then(|product| product.withdrawn.as_ref())
    {
        let (nl, en) = (withdrawn.nl.clone(), withdrawn.get(crate::text::Lang::En).to_owned());
        return Stop::Use(
            say!("`{shown}` wordt niet meer gebruikt: {nl}", "`{shown}` is no longer used: {en}"),
            None,
        );
    }
    if let Some(product) = catalogue.products.iter().find(|product| product.id.as_str() == product_id) {
        let all: Vec<String> =
            product.variants.iter().map(|variant| format!("{product_id}/{}", variant.id)).collect();
        let known: Vec<&str> = all.iter().map(String::as_str).collect();
        return Stop::Use(message, Some(data::mean_among(what, &known)));
    }
    let other = if catalogue.criteria.contains_key(product_id) {
        Some("criterion")
    } else if catalogue.sentences.contains_key(product_id) {
        Some("sentence")
    } else if named_code(product_id).is_some() {
        Some("code")
    } else {
        None
    };
    if let Some(other) = other {
        return Stop::Use(
            message,
            Some(say!("bedoelt u `explain {other} {shown}`?", "did you mean `explain {other} {shown}`?")),
        );
    }
    let known: Vec<&str> = catalogue.products.iter().map(|product| product.id.as_str()).collect();
    Stop::Use(message, Some(data::mean(product_id, &known)))
}
