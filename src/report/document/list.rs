//! Lists of kinds, criteria, products and profiles.

use crate::model::{Catalogue, Product, Variant};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::{count, phrase};
use crate::tr;

use super::{Document, Line, Tone, premises};

/// What to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Kinds.
    Kinds,
    /// Criteria.
    Criteria,
    /// Products.
    Products,
    /// Profiles.
    Profiles,
    /// Premises.
    Premises,
}

/// All lists, or the requested one; for one kind when `kind` is given.
#[must_use]
pub fn documents(
    catalogue: &Catalogue,
    what: Option<What>,
    kind: Option<usize>,
    lang: Lang,
) -> Vec<Document<'static>> {
    let all = [
        (What::Kinds, phrase("Soorten", "Kinds")),
        (What::Profiles, phrase("Wegingen", "Profiles")),
        (What::Criteria, phrase("Criteria", "Criteria")),
        (What::Products, phrase("Producten", "Products")),
        (What::Premises, phrase("Uitgangspunten", "Premises")),
    ];
    all.into_iter()
        // Data without premises has none to list, unless somebody asks.
        .filter(|(part, _)| *part != What::Premises || what.is_some() || !catalogue.premises.is_empty())
        .filter(|(part, _)| what.is_none_or(|wanted| wanted == *part))
        .map(|(part, title)| {
            let mut document = Document::new(lang, title.get(lang));
            let products = if part == What::Products { living(catalogue, kind) } else { Vec::new() };
            document.lines(match part {
                What::Kinds => kinds(catalogue, lang),
                What::Profiles => profiles(catalogue, lang),
                What::Criteria => criteria(catalogue, kind, lang),
                What::Products => self::products(catalogue, kind, lang),
                What::Premises => premises::lines(catalogue, lang),
            });
            document.texts(words::hearing::products_line(&products, lang));
            document
        })
        .collect()
}

fn kinds(catalogue: &Catalogue, lang: Lang) -> Vec<Line> {
    let line = |(at, (id, kind)): (usize, (&crate::model::Id, &crate::model::Kind))| {
        let living = catalogue.products_of(at).filter(|product| product.retired.is_none() && !product.draft);
        let variants = words::variants(living.map(|product| product.variants.len()).sum(), lang);
        let criteria = catalogue.criteria_of(at).count();
        let criteria = match lang {
            Lang::Nl => count(criteria, "criterium", "criteria"),
            Lang::En => count(criteria, "criterion", "criteria"),
        };
        Line::named(id.to_string(), format!("{} ({variants}, {criteria})", kind.title.get(lang)))
    };
    catalogue.kinds.iter().enumerate().map(line).collect()
}

fn profiles(catalogue: &Catalogue, lang: Lang) -> Vec<Line> {
    let default = catalogue.default_profile().map(|profile| &profile.id);
    let line = |profile: &crate::model::Profile| {
        let is_default = default == Some(&profile.id);
        let mark = if is_default { phrase(" (standaard)", " (default)").get(lang) } else { "" };
        let mut line = Line::named(profile.id.to_string(), format!("{}{mark}", profile.title.get(lang)));
        line.add(profile.because.get(lang));
        line
    };
    catalogue.profiles.values().map(line).collect()
}

fn criteria(catalogue: &Catalogue, kind: Option<usize>, lang: Lang) -> Vec<Line> {
    let of_theme = |(at, theme): (usize, &crate::model::Theme)| {
        let mine = catalogue.criteria.values().filter(|criterion| {
            criterion.theme == at
                && criterion.withdrawn.is_none()
                && kind.is_none_or(|kind| criterion.applies_to.contains(kind))
        });
        let below = mine.map(|one| Line::named(one.id.to_string(), one.title.get(lang))).collect();
        Line { below, tone: Tone::Strong, ..Line::of(theme.title.get(lang)) }
    };
    let themes = catalogue.themes.values().enumerate().map(of_theme);
    themes.filter(|line| !line.below.is_empty()).collect()
}

fn products(catalogue: &Catalogue, kind: Option<usize>, lang: Lang) -> Vec<Line> {
    let kinds = catalogue.kinds.iter().enumerate();
    let wanted = kinds.filter(|(at, _)| kind.is_none_or(|kind| kind == *at));
    let of_kind = |(at, (id, data)): (usize, (&crate::model::Id, &crate::model::Kind))| {
        let below = catalogue.products_of(at).map(|product| one_product(product, lang)).collect();
        Line { below, tone: Tone::Strong, ..Line::of(format!("{} ({id})", data.title.get(lang))) }
    };
    wanted.map(of_kind).collect()
}

/// The products that schools can choose.
fn living(catalogue: &Catalogue, kind: Option<usize>) -> Vec<&Product> {
    let kinds = (0..catalogue.kinds.len()).filter(|at| kind.is_none_or(|kind| kind == *at));
    let all = kinds.flat_map(|at| catalogue.products_of(at));
    all.filter(|product| product.retired.is_none() && !product.draft).collect()
}

fn one_product(product: &Product, lang: Lang) -> Line {
    let end = product.retired.as_ref().map(|retired| {
        let day = words::date(retired.on, lang);
        tr!(lang, " (bestaat niet meer sinds {day})", " (no longer exists; since {day})")
    });
    let draft = if product.draft { phrase(" (concept)", " (draft)").get(lang) } else { "" };
    let end = format!("{draft}{}", end.unwrap_or_default());
    let maker = if product.maker.is_empty() { String::new() } else { format!(", {}", product.maker) };
    let variant = |variant: &Variant| {
        let terms = [words::products::hosting(variant.hosting), words::products::licence(variant.licence)];
        let terms = terms.into_iter().chain(words::products::unusual_audience(variant));
        let terms: Vec<&str> = terms.map(|term| term.get(lang)).collect();
        let text = format!("{}; {}", variant.name, terms.join(", "));
        Line::named(format!("{}/{}", product.id, variant.id), text)
    };
    let below = product.variants.iter().map(variant).collect();
    Line { below, ..Line::of(format!("{}{maker}{end}", product.name)) }
}
