//! What there is: kinds, criteria, products, profiles.

use anstyle::Style;

use crate::model::{Catalogue, Hosting, Licence, Product};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::phrase;

use super::terminal::paper::{FAINT, Paper, STRONG, pad};

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
}

/// The list; of one kind when `kind` is given.
#[must_use]
pub fn render(
    catalogue: &Catalogue,
    what: Option<What>,
    kind: Option<usize>,
    lang: Lang,
    width: Option<usize>,
) -> String {
    let mut paper = Paper::new(width);
    for (part, title) in [
        (What::Kinds, phrase("Soorten", "Kinds")),
        (What::Profiles, phrase("Wegingen", "Profiles")),
        (What::Criteria, phrase("Criteria", "Criteria")),
        (What::Products, phrase("Producten", "Products")),
    ] {
        if what.is_some_and(|wanted| wanted != part) {
            continue;
        }
        paper.gap();
        paper.paragraph("", STRONG, title.get(lang));
        match part {
            What::Kinds => kinds(&mut paper, catalogue, lang),
            What::Profiles => profiles(&mut paper, catalogue, lang),
            What::Criteria => criteria(&mut paper, catalogue, kind, lang),
            What::Products => products(&mut paper, catalogue, kind, lang),
        }
    }
    paper.finish()
}

fn kinds(paper: &mut Paper, catalogue: &Catalogue, lang: Lang) {
    for (at, (id, kind)) in catalogue.kinds.iter().enumerate() {
        let variants =
            catalogue.products_of(at).filter(|v| v.retired.is_none()).map(|v| v.variants.len()).sum();
        let criteria = catalogue.criteria_of(at).count();
        let counts = match lang {
            Lang::Nl => format!(
                "{}, {}",
                super::words::variants(variants, lang),
                crate::text::lang::count(criteria, "criterium", "criteria")
            ),
            Lang::En => format!(
                "{}, {}",
                super::words::variants(variants, lang),
                crate::text::lang::count(criteria, "criterion", "criteria")
            ),
        };
        entry(paper, &format!("  {id}"), 20, Style::new(), &format!("{} ({counts})", kind.title.get(lang)));
    }
}

fn profiles(paper: &mut Paper, catalogue: &Catalogue, lang: Lang) {
    for profile in catalogue.profiles.values() {
        let default = catalogue.default_profile().is_some_and(|other| other.id == profile.id);
        let mark = if default { phrase(" (standaard)", " (default)").get(lang) } else { "" };
        entry(
            paper,
            &format!("  {}", profile.id),
            20,
            Style::new(),
            &format!("{}{mark}", profile.title.get(lang)),
        );
        entry(paper, "", 20, FAINT, profile.because.get(lang));
    }
}

fn criteria(paper: &mut Paper, catalogue: &Catalogue, kind: Option<usize>, lang: Lang) {
    for (at, theme) in catalogue.themes.values().enumerate() {
        let mine: Vec<_> = catalogue
            .criteria
            .values()
            .filter(|c| {
                c.theme == at && c.withdrawn.is_none() && kind.is_none_or(|kind| c.applies_to.contains(kind))
            })
            .collect();
        if mine.is_empty() {
            continue;
        }
        paper.paragraph("  ", STRONG, theme.title.get(lang));
        for criterion in mine {
            entry(paper, &format!("    {}", criterion.id), 36, Style::new(), criterion.title.get(lang));
        }
    }
}

fn products(paper: &mut Paper, catalogue: &Catalogue, kind: Option<usize>, lang: Lang) {
    for (at, (id, data)) in catalogue.kinds.iter().enumerate() {
        if kind.is_some_and(|kind| kind != at) {
            continue;
        }
        paper.paragraph("  ", STRONG, &format!("{} ({id})", data.title.get(lang)));
        for product in catalogue.products_of(at) {
            one_product(paper, product, lang);
        }
    }
}

fn one_product(paper: &mut Paper, product: &Product, lang: Lang) {
    let end = product.retired.as_ref().map(|retired| match lang {
        Lang::Nl => format!(" (bestaat niet meer sinds {})", describe::date(retired.on, lang)),
        Lang::En => format!(" (no longer exists since {})", describe::date(retired.on, lang)),
    });
    let end = end.unwrap_or_default();
    paper.paragraph("    ", Style::new(), &format!("{}, {}{end}", product.name, product.maker));
    for variant in &product.variants {
        let hosting = match variant.hosting {
            Hosting::Cloud => phrase("in de cloud", "in the cloud"),
            Hosting::SelfHosted => phrase("op een eigen server", "on a server of your own"),
        };
        let licence = match variant.licence {
            Licence::Free => phrase("gratis", "free"),
            Licence::Paid => phrase("betaald", "paid"),
            Licence::OpenSource => phrase("open source", "open source"),
        };
        let id = format!("      {}/{}", product.id, variant.id);
        entry(
            paper,
            &id,
            44,
            Style::new(),
            &format!("{}; {}, {}", variant.name, hosting.get(lang), licence.get(lang)),
        );
    }
}

/// A name with its text beside it, or below it where there is no room.
fn entry(paper: &mut Paper, name: &str, column: usize, style: Style, text: &str) {
    let narrow = paper.width().is_some_and(|width| width < column + 30);
    if !narrow {
        return paper.paragraph(&pad(name, column), style, text);
    }
    if !name.is_empty() {
        paper.parts(&[(Style::new(), name)]);
    }
    paper.paragraph("        ", style, text);
}
