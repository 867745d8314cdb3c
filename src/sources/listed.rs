//! Every source of the data, and how old it is.

use crate::assess::knowledge::{is_stale, shelf_lives};
use crate::model::{Catalogue, Date, Id, Product, Source};
use crate::text::hash::sha256;

/// A source of a product.
#[derive(Clone, Debug)]
pub struct Listed<'c> {
    /// The kind of the product.
    pub kind: &'c Id,
    /// The product.
    pub product: &'c Product,
    /// The source.
    pub source: &'c Source,
    /// How many days before the as-of date it was read; `None` when that was later.
    pub age: Option<u32>,
    /// The shortest shelf life, in months, of the criteria that it answers; `None` when no
    /// answer rests on it that can become stale.
    pub shelf_life: Option<i32>,
    /// Whether it is older than that, or was read in a copy of unknown date.
    pub is_stale: bool,
    /// How many quotations hang on it.
    pub quotes: usize,
    /// The name of a file that holds a copy of it, without its ending; see [`copy_name`].
    /// `None` for what is filed: it has no address.
    pub copy: Option<String>,
}

impl Listed<'_> {
    /// The name of a file that holds a copy as it comes from the web.
    #[must_use]
    pub fn page(&self) -> Option<String> {
        self.copy.as_ref().map(|name| format!("{name}.html"))
    }
}

/// The name, without its ending, of a file that holds a copy of what is at this address:
/// the SHA-256 of the address, in hexadecimal.
#[must_use]
pub fn copy_name(address: &str) -> String {
    sha256(address.as_bytes())
}

/// The sources of these products, in the order of the files.
#[must_use]
pub fn listed<'c>(catalogue: &'c Catalogue, products: &[&'c Product], as_of: Date) -> Vec<Listed<'c>> {
    products.iter().flat_map(|product| of_product(product, catalogue, as_of)).collect()
}

fn of_product<'c>(product: &'c Product, catalogue: &'c Catalogue, as_of: Date) -> Vec<Listed<'c>> {
    let Some((kind, _)) = catalogue.kinds.get_index(product.kind) else { return Vec::new() };
    let lives = shelf_lives(product, catalogue);
    let quotes = |number: usize| {
        let evidence = product.facts_in_force().flat_map(|fact| &fact.evidence);
        evidence.filter(|item| item.source == number && item.quote.is_some()).count()
    };
    let all = product.sources.iter().zip(lives).enumerate();
    all.map(|(number, (source, shelf_life))| Listed {
        kind,
        product,
        source,
        age: u32::try_from(source.read.duration_until(as_of).as_hours() / 24).ok(),
        shelf_life,
        is_stale: shelf_life.map_or(source.undated_copy, |months| is_stale(source, months, as_of)),
        quotes: quotes(number),
        copy: source.url().map(copy_name),
    })
    .collect()
}
