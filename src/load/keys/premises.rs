//! Keys of premises, and the key of what rests on one.

use crate::text::lang::phrase;

use super::{Key, Shape, Table, key};

/// The key of what rests on a premise.
#[rustfmt::skip]
pub(super) const WHILE: Key = key("while", false, Shape::Id, "geldt alleen zolang dit uitgangspunt geldt", "counts only as long as this premise holds");

/// One premise in `criteria/premises.yaml`.
#[rustfmt::skip]
pub(crate) static PREMISE: Table = Table {
    what: phrase("een uitgangspunt", "a premise"),
    keys: &[
        key("title", true, Shape::Localized, "wat er geldt, in een paar woorden", "what holds, in a few words"),
        key("holds", false, Shape::Mapping, "sinds wanneer en tot wanneer; zonder deze sleutel geldt het", "since when and until when; without it, it holds"),
        key("contested", false, Shape::Localized, "wat eraan omstreden is, als iets dat is", "what is contested about it, if something is"),
        key("then", false, Shape::Localized, "wat een instelling doet als het niet meer geldt", "what an institution does when it no longer holds"),
        key("sources", true, Shape::List, "de bronnen; ten minste één", "the sources; at least one"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom het uitgangspunt niet meer wordt gebruikt", "why the premise is no longer used"),
    ],
};

/// When a premise holds.
#[rustfmt::skip]
pub(crate) static HOLDS: Table = Table {
    what: phrase("wanneer een uitgangspunt geldt", "when a premise holds"),
    keys: &[
        key("from", false, Shape::Date, "de eerste dag waarop het geldt; mag nog komen", "the first day on which it holds; may still be to come"),
        key("until", false, Shape::Date, "de laatste dag waarop het geldt; mag nog komen", "the last day on which it holds; may still be to come"),
    ],
};

/// A source of a premise.
#[rustfmt::skip]
pub(crate) static PREMISE_SOURCE: Table = Table {
    what: phrase("een bron van een uitgangspunt", "a source of a premise"),
    keys: &[
        key("title", true, Shape::Text, "de titel", "the title"),
        key("url", true, Shape::Address, "het adres", "the address"),
        key("dated", false, Shape::DayOrMonth, "de dag of maand die de bron zelf geeft", "the day or month that the source itself gives"),
        key("read", true, Shape::Date, "de dag waarop de bron is gelezen", "the day on which the source was read"),
        key("quote", false, Shape::Text, "de woorden van de bron, hooguit 300 tekens", "the words of the source, at most 300 characters"),
        key("shows", false, Shape::Localized, "of: wat de bron laat zien, in eigen woorden", "or: what the source shows, in our own words"),
    ],
};
