//! The work that is left on the data: per product, and then per criterion.

use crate::model::{Catalogue, Date, Profile};
use crate::report::words::worklist::{counts, not_shown, pieces, products, reason, served, stake};
use crate::report::words::{self, limits};
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::tr;
use crate::views::worklist::{OfCriterion, OfProduct, Piece, Worklist};

use super::{Document, Line, Tone};

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Most {
    /// What fits on a screen: of the products with most at stake the first pieces, and the
    /// first criteria.
    Few,
    /// Everything.
    All,
}

/// Of each product this many pieces are on a screen.
const PIECES: usize = 3;

impl Most {
    /// How many products and criteria of each kind, where so many kinds have work.
    fn of_kind(self, kinds: usize) -> usize {
        match self {
            Most::Few if kinds == 1 => 5,
            Most::Few => 3,
            Most::All => usize::MAX,
        }
    }

    /// How many pieces of each product.
    fn of_product(self) -> usize {
        if self == Most::Few { PIECES } else { usize::MAX }
    }
}

/// What work was looked for, and by what it is judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'d> {
    /// The data.
    pub(crate) catalogue: &'d Catalogue,
    /// The profile.
    pub(crate) profile: &'d Profile,
    /// The as-of date.
    pub(crate) as_of: Date,
    /// The last day that was looked at, where that is later.
    pub(crate) until: Option<Date>,
}

/// The work as a document.
#[must_use]
pub(crate) fn document<'d>(
    list: &Worklist<'_, '_>,
    asked: Asked<'_>,
    most: Most,
    lang: Lang,
) -> Document<'d> {
    let mut document = Document::new(lang, phrase("Werklijst", "Worklist").get(lang));
    for line in words::premise::assumed_lines(asked.catalogue, lang) {
        document.strong(line);
    }
    document.strong(counts(list.counts(), list.products().count(), lang));
    about(&mut document, list, asked);
    let (kinds, products) = (list.kinds.len(), most.of_kind(list.kinds.len()));
    let (mut work, mut criteria) = (list.counts().all(), 0);
    for kind in &list.kinds {
        let level = if kinds > 1 { 3 } else { 2 };
        if kinds > 1 {
            document.division(&kind.comparison.kind.title);
        }
        document.heading(level, phrase("Per product", "Per product"));
        let shown = || kind.products.iter().take(products);
        document.lines(shown().map(|of| product(of, asked, most, lang)).collect());
        work -= shown().map(|of| of.pieces.len().min(most.of_product())).sum::<usize>();
        document.heading(level, phrase("Per criterium", "Per criterion"));
        document.lines(kind.criteria.iter().take(products).map(|of| criterion(of, lang)).collect());
        criteria += kind.criteria.len().saturating_sub(products);
    }
    if let Some(hidden) = not_shown(work, criteria, lang) {
        document.small(hidden);
    }
    document.small(state_of(asked, lang));
    document
}

/// In which order the work is, and what is looked at.
fn about(document: &mut Document<'_>, list: &Worklist<'_, '_>, asked: Asked<'_>) {
    let lang = document.lang;
    if !list.kinds.is_empty() {
        document.text(phrase(
            "Eerst wat de meeste eisen openhoudt, dan waar de meeste punten (van 100) van afhangen. Een antwoord met een oude bron of een bron zonder datum telt hier als open.",
            "First what holds most demands open, then what has most points (of 100) at stake. An answer with an old source or a source without a date counts as open here.",
        ));
    }
    if let Some(until) = asked.until {
        let day = words::date(until, lang);
        document.text(tr!(
            lang,
            "Ook wat uiterlijk op {day} een oude bron heeft, staat erbij.",
            "What will have an old source by {day} is included."
        ));
    }
    if list.left_out_by_audience > 0 {
        let left_out = words::variants(list.left_out_by_audience, lang);
        document.text(tr!(
            lang,
            "Zonder {left_out} voor consumenten: die worden niet vergeleken.",
            "Without {left_out} for consumers: those are not compared."
        ));
    }
    document.texts(limits::draft_line(&list.left_out_drafts, lang));
}

fn product(of: &OfProduct<'_, '_>, asked: Asked<'_>, most: Most, lang: Lang) -> Line {
    let (name, kind, id) = (&of.product.name, of.comparison.kind_id, &of.product.id);
    let (pieces, stake) = (pieces(of.pieces.len(), lang), stake(of.demands, of.points, lang));
    let shown = of.pieces.iter().take(most.of_product());
    Line {
        below: shown.map(|one| piece(one, of, asked.as_of, lang)).collect(),
        tone: Tone::Strong,
        ..Line::of(format!("{name} ({kind}/{id}): {pieces}; {stake}"))
    }
}

fn piece(piece: &Piece<'_, '_>, of: &OfProduct<'_, '_>, as_of: Date, lang: Lang) -> Line {
    let served = served(&piece.variants, of.variants, lang).map(|variants| format!(" ({variants})"));
    let (title, served) = (piece.column.criterion.title.get(lang), served.unwrap_or_default());
    let (reason, stake) = (reason(piece, as_of, lang), stake(piece.demands.len(), piece.points(), lang));
    Line::bullet(format!("{title}{served}: {reason}; {stake}"))
}

fn criterion(of: &OfCriterion<'_>, lang: Lang) -> Line {
    let title = of.column.criterion.title.get(lang);
    let (products, stake) = (products(of.products, lang), stake(of.demands, of.points(), lang));
    Line::bullet(format!("{title}: {products}; {stake}"))
}

/// The profile, the day and the data, in one line.
fn state_of(asked: Asked<'_>, lang: Lang) -> String {
    let (profile, day) = (asked.profile.title.get(lang), words::date(asked.as_of, lang));
    let data: String = asked.catalogue.sha256.chars().take(16).collect();
    tr!(
        lang,
        "Wat telt hoe zwaar: {profile}. Stand op {day}. Gegevens: {data}.",
        "What counts how much: {profile}. As of {day}. Data: {data}."
    )
}
