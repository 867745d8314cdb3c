//! One vendor file, or a file of a later layer that amends it.

use crate::load::codes;
use crate::load::criteria::index::{CriteriaIndex, twice};
use crate::load::keys;
use crate::load::reader::dates::Written;
use crate::load::reader::fields::{Fields, Reader, start_of};
use crate::load::reader::order;
use crate::model::{Context, Draft, Hosting, Id, Licence, Product, Retired, Set, Variant};
use crate::say;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};
use crate::text::{Diagnostic, Place};

use super::fact::fact;
use super::scope::Scope;
use super::source::source;

/// The position of a vendor file in the data.
pub(super) struct Position<'a> {
    pub(super) id: Id,
    pub(super) kind: usize,
    pub(super) kind_id: &'a str,
    /// Whether the product is in a layer below already.
    pub(super) amends: bool,
    /// Whether others share the data that the file is in.
    pub(super) is_shared: bool,
    pub(super) criteria: &'a CriteriaIndex<'a>,
}

/// Reads a whole vendor file.
pub(super) fn product(reader: &mut Reader, node: Node<'_, '_>, at: &Position<'_>) -> Option<Product> {
    let is_yes = |(key, value): (Node<'_, '_>, Node<'_, '_>)| {
        key.text() == "draft" && value.kind() == Kind::Text && value.text() == Draft::Yes.id()
    };
    let later = if node.pairs().any(is_yes) { keys::LATER } else { &[] };
    let fields = reader.unfinished(node, &keys::VENDOR, later)?;
    let draft = reader.word(&fields, "draft") == Some(Draft::Yes);
    let text = |name: &str| fields.get(name).map(|node| Box::from(node.text()));
    let homepage = fields.get("homepage").and_then(|node| reader.address(node));
    let asked = reader.day(&fields, "asked");
    let withdrawn = fields.get("withdrawn").and_then(|node| reader.localized(node));
    let formerly = reader.ids(fields.get("formerly"));
    let mut product = Product {
        name: text("name").unwrap_or_default(),
        maker: text("maker").unwrap_or_default(),
        homepage: homepage.unwrap_or_default().into(),
        contact: text("contact"),
        asked: asked.map(|asked| asked.on),
        formerly,
        draft,
        withdrawn: withdrawn.map(Box::new),
        ..nothing(at, node.place())
    };
    product.variants = variants(reader, &fields, &[]);
    if fields.get("variants").is_some_and(|node| node.pairs().next().is_none()) {
        reader.report(
            &codes::NOTHING_INSIDE,
            fields.get("variants").map_or(node.place(), start_of),
            say!("een product heeft ten minste één variant", "a product has at least one variant"),
        );
    }
    body(reader, &fields, &mut product, asked, at);
    let (variants, self_hosted) = (Vec::new(), Set::EMPTY);
    let scope = Scope { variants, self_hosted, sources: &product.sources, asked: None, amends: at.amends };
    product.retired = fields.get("retired").and_then(|node| retired(reader, node, &scope)).map(Box::new);
    product.context = context(reader, &fields, &scope);
    Some(product)
}

/// A product about which nothing is known.
pub(super) fn nothing(at: &Position<'_>, place: Place) -> Product {
    Product {
        id: at.id.clone(),
        kind: at.kind,
        name: Box::default(),
        maker: Box::default(),
        homepage: Box::default(),
        variants: Vec::new(),
        sources: Vec::new(),
        facts: Vec::new(),
        draft: false,
        retired: None,
        context: Vec::new(),
        contact: None,
        asked: None,
        formerly: Vec::new(),
        withdrawn: None,
        place,
    }
}

/// Reads a file that amends `product`: new sources, new variants, and facts that
/// replace those below. Returns the ids of the new variants.
pub(super) fn amend(
    reader: &mut Reader,
    node: Node<'_, '_>,
    product: &mut Product,
    at: &Position<'_>,
) -> Vec<Id> {
    // A whole file in the place of an amendment is one mistake, not many.
    let whole = |name: &str| node.pairs().find(|(key, _)| key.text() == name).map(|(key, _)| key.place());
    if let (Some(place), Some(_), Some(_)) = (whole("name"), whole("maker"), whole("variants")) {
        let message = say!(
            "dit is een volledig productbestand, en het product staat al in de gegevens eronder",
            "this is a whole vendor file, and the product is already in the data below"
        );
        let help = say!(
            "geef --no-builtin om zonder de ingebouwde gegevens te werken, of houd alleen nieuwe `sources`, `variants` en `facts` over",
            "give --no-builtin to work without the built-in data, or keep only new `sources`, `variants` and `facts`"
        );
        reader.add(Diagnostic::new(&codes::AMEND_KEY, place, message).help(help));
        return Vec::new();
    }
    for (key, _) in node.pairs() {
        let known = |table: &keys::Table| table.keys.iter().any(|spec| spec.name == key.text());
        if known(&keys::VENDOR) && !known(&keys::AMENDMENT) {
            let name = quoted(key.text());
            reader.report(
                &codes::AMEND_KEY,
                key.place(),
                say!(
                    "{name} kan niet worden aangevuld: dit product staat al in de gegevens eronder",
                    "{name} cannot be amended: this product is already in the data below"
                ),
            );
        }
    }
    let Some(fields) = reader.mapping(node, &keys::AMENDMENT) else { return Vec::new() };
    // Keys of a whole file were reported above, with a better reason.
    reader
        .findings
        .retain(|finding| finding.code.id != codes::UNKNOWN_KEY.id || !is_product_key(node, finding.place));
    let added = variants(reader, &fields, &product.variants);
    let ids = added.iter().map(|variant| variant.id.clone()).collect();
    product.variants.extend(added);
    let asked = product.asked.map(|on| Written { on, place: product.place });
    body(reader, &fields, product, asked, at);
    ids
}

fn is_product_key(node: Node<'_, '_>, place: Place) -> bool {
    node.pairs()
        .any(|(key, _)| key.place() == place && keys::VENDOR.keys.iter().any(|spec| spec.name == key.text()))
}

/// Sources and facts, which whole files and amending files share.
fn body(
    reader: &mut Reader,
    fields: &Fields<'_, '_>,
    product: &mut Product,
    asked: Option<Written>,
    at: &Position<'_>,
) {
    for (key, value) in fields.get("sources").iter().flat_map(|node| node.pairs()) {
        let Some(id) = reader.id(key) else { continue };
        product.sources.extend(source(reader, id, (key.place(), value), at.is_shared));
    }
    let mut facts = Vec::new();
    {
        let variants = product.variants.iter().map(|variant| variant.id.as_str()).collect();
        let is_own = |(_, variant): &(usize, &Variant)| variant.hosting == Hosting::SelfHosted;
        let self_hosted = product.variants.iter().enumerate().filter(is_own).map(|(at, _)| at).collect();
        let scope = Scope { variants, self_hosted, sources: &product.sources, asked, amends: at.amends };
        for (key, value) in fields.get("facts").iter().flat_map(|node| node.pairs()) {
            let Some((number, criterion)) = at.criteria.find(reader, key) else { continue };
            if !criterion.applies_to.contains(at.kind) && !reader.unsure.kinds {
                let (id, kind) = (quoted(key.text()), at.kind_id);
                reader.report(
                    &codes::OTHER_KIND,
                    key.place(),
                    say!(
                        "het criterium {id} geldt niet voor {kind}",
                        "the criterion {id} does not apply to {kind}"
                    ),
                );
                continue;
            }
            if facts.iter().any(|known: &crate::model::Fact| known.criterion == number) {
                twice(reader, key, criterion.id.as_str());
                continue;
            }
            if let Some(mut fact) = fact(reader, value, (number, criterion), &scope) {
                fact.place = key.place();
                facts.push(fact);
            }
        }
    }
    product.facts.extend(facts);
}

fn variants(reader: &mut Reader, fields: &Fields<'_, '_>, known: &[Variant]) -> Vec<Variant> {
    let Some(node) = fields.get("variants") else { return Vec::new() };
    let mut found: Vec<Variant> = Vec::new();
    for (key, value) in node.pairs() {
        let id = reader.id(key);
        let Some(fields) = reader.mapping(value, &keys::VARIANT) else { continue };
        let name = fields.get("name").map(|node| Box::from(node.text()));
        let hosting = reader.word(&fields, "hosting");
        let licence = reader.word(&fields, "licence");
        let audience = reader.word(&fields, "audience");
        let Some(id) = id else { continue };
        if let Some(earlier) = known.iter().find(|variant| variant.id == id) {
            let shown = quoted(earlier.id.as_str());
            reader.report(
                &codes::VARIANT_EXISTS,
                key.place(),
                say!("de variant {shown} is er al", "the variant {shown} exists already"),
            );
            continue;
        }
        found.push(Variant {
            id,
            name: name.unwrap_or_default(),
            hosting: hosting.unwrap_or(Hosting::Cloud),
            licence: licence.unwrap_or(Licence::Paid),
            audience: audience.unwrap_or_default(),
            place: key.place(),
        });
    }
    if known.len() + found.len() > Set::MOST {
        let count = known.len() + found.len();
        reader.report(
            &codes::TOO_MANY,
            start_of(node),
            say!(
                "dit zijn {count} varianten; hooguit 64 kan",
                "there are {count} variants; at most 64 are possible"
            ),
        );
        found.truncate(Set::MOST.saturating_sub(known.len()));
    }
    found
}

fn retired(reader: &mut Reader, node: Node<'_, '_>, scope: &Scope<'_>) -> Option<Retired> {
    let fields = reader.mapping(node, &keys::RETIRED)?;
    let on = reader.day_or_month(&fields, "on");
    let source = fields.get("from").and_then(|node| scope.source(reader, node));
    Some(Retired { on: on?.on, source: source? })
}

fn context(reader: &mut Reader, fields: &Fields<'_, '_>, scope: &Scope<'_>) -> Vec<Context> {
    let mut found = Vec::new();
    for item in fields.get("context").iter().flat_map(|node| node.items()) {
        let Some(fields) = reader.mapping(item, &keys::CONTEXT) else { continue };
        let on = reader.day_or_month(&fields, "on");
        let what = fields.get("what").and_then(|node| reader.localized(node));
        let source = fields.get("from").and_then(|node| scope.source(reader, node));
        reader.in_order(&order::EVENT, on, source.and_then(|source| scope.read(source)));
        if let (Some(on), Some(what), Some(source)) = (on, what, source) {
            found.push(Context { on: on.on, what, source });
        }
    }
    found
}
