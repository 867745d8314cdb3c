//! Keys of vendor files.

use crate::model::{Audience, Draft, Extent, Grade, Hosting, Licence, StoredCopy};
use crate::text::Vocabulary as _;
use crate::text::lang::phrase;

use super::{Shape, Table, key};

/// A vendor file.
#[rustfmt::skip]
pub(crate) static VENDOR: Table = Table {
    what: phrase("een product", "a product"),
    keys: &[
        key("name", true, Shape::Text, "de naam van het product", "the name of the product"),
        key("maker", true, Shape::Text, "wie het maakt", "who makes it"),
        key("homepage", true, Shape::Address, "de pagina van het product", "the page of the product"),
        key("draft", false, Shape::Word(Draft::IDS), "een concept: wordt gecontroleerd en getoond, en niet vergeleken", "a draft: checked and shown, and not compared"),
        key("contact", false, Shape::Text, "waar de maker te bereiken is", "where the maker can be reached"),
        key("asked", false, Shape::Date, "wanneer de maker voor het eerst is gevraagd", "when the maker was first asked"),
        key("variants", true, Shape::Mapping, "wat een instelling kan kiezen", "what an institution can choose"),
        key("sources", true, Shape::Mapping, "de bronnen, elk met een eigen naam", "the sources, each with a name of its own"),
        key("facts", true, Shape::Mapping, "wat bekend is, per criterium; `{}` als er nog niets is", "what is known, per criterion; `{}` when there is nothing yet"),
        key("context", false, Shape::List, "uitspraken, incidenten en boetes; worden getoond, tellen niet mee", "rulings, incidents and fines; shown, not counted"),
        key("retired", false, Shape::Mapping, "het product bestaat niet meer", "the product no longer exists"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom het bestand niet meer wordt gebruikt", "why the file is no longer used"),
    ],
};

/// The keys of a vendor file that a draft may still lack.
pub(crate) static LATER: &[&str] = &["maker", "homepage", "sources", "facts"];

/// A vendor file that amends one of a layer below.
#[rustfmt::skip]
pub(crate) static AMENDMENT: Table = Table {
    what: phrase("een aanvulling op een product", "an amendment to a product"),
    keys: &[
        key("sources", false, Shape::Mapping, "extra bronnen", "more sources"),
        key("variants", false, Shape::Mapping, "nieuwe varianten", "new variants"),
        key("facts", false, Shape::Mapping, "feiten die anders zijn, elk met `because`", "facts that differ, each with `because`"),
    ],
};

/// One variant.
#[rustfmt::skip]
pub(crate) static VARIANT: Table = Table {
    what: phrase("een variant", "a variant"),
    keys: &[
        key("name", true, Shape::Text, "de naam van de variant", "the name of the variant"),
        key("hosting", true, Shape::Word(Hosting::IDS), "wie de dienst beheert: de aanbieder, een hostingbedrijf voor de instelling, of de instelling zelf", "who runs it: the vendor, a hosting company for the institution, or the institution itself"),
        key("licence", true, Shape::Word(Licence::IDS), "gratis, betaald of open source", "free, paid or open source"),
        key("audience", false, Shape::Word(Audience::IDS), "voor wie de variant is gemaakt: onderwijs (zonder deze sleutel), bedrijven of consumenten", "whom the variant is made for: education (the default), businesses or consumers"),
    ],
};

/// One source.
#[rustfmt::skip]
pub(crate) static SOURCE: Table = Table {
    what: phrase("een bron", "a source"),
    keys: &[
        key("title", true, Shape::Text, "de titel van de bron", "the title of the source"),
        key("url", false, Shape::Address, "het adres; verplicht, behalve bij `grade: pledged`", "the address; required, except with `grade: pledged`"),
        key("filed", false, Shape::Text, "waar een toezegging ligt, in de eigen administratie; verplicht bij `grade: pledged`, en alleen daar", "where a pledge is kept, in the institution's own records; required with `grade: pledged`, and only there"),
        key("dated", false, Shape::DayOrMonth, "de datum die de bron zelf draagt", "the date that the source itself gives"),
        key("read", true, Shape::Date, "de dag waarop de bron, of de kopie die is gebruikt, is gelezen", "the day on which the source, or the copy that was used, was read"),
        key("grade", true, Shape::Word(Grade::IDS), "hoe sterk de bron is, van zwak naar sterk", "how strong the source is, from weak to strong"),
        key("extent", false, Shape::Word(Extent::IDS), "hoeveel ervan is gelezen; zonder deze sleutel `whole`", "how much of it was read; `whole` by default"),
        key("copy", false, Shape::Word(StoredCopy::IDS), "gelezen in een bewaarde kopie waarvan de dag niet bekend is; nooit vers", "read in a stored copy of unknown date; never fresh"),
        key("archived", false, Shape::Address, "het adres van een bewaarde kopie", "the address of an archived copy"),
        key("reviewed", false, Shape::Mapping, "wie de bron nog eens heeft bekeken: een rol en een dag", "who reviewed the source: a role and a day"),
    ],
};

/// A review of a source.
#[rustfmt::skip]
pub(crate) static REVIEWED: Table = Table {
    what: phrase("een tweede lezing", "a review"),
    keys: &[
        key("role", true, Shape::Text, "de rol van de lezer, nooit een naam", "the role of the reader, never a name"),
        key("on", true, Shape::Date, "de dag", "the day"),
    ],
};

/// One fact.
#[rustfmt::skip]
pub(crate) static FACT: Table = Table {
    what: phrase("een feit", "a fact"),
    keys: &[
        key("because", false, Shape::Localized, "in een aanvulling: waarom het afwijkt", "in an amendment: why it differs"),
        key("answers", true, Shape::List, "de antwoorden, per variant", "the answers, per variant"),
        key("evidence", false, Shape::List, "waar de antwoorden op rusten", "what the answers rest on"),
        key("reply", false, Shape::Mapping, "de reactie van de aanbieder; wordt getoond, telt niet mee", "the vendor's reply; shown, not counted"),
        key("disputed", false, Shape::Mapping, "de aanbieder betwist het antwoord", "the vendor disputes the answer"),
    ],
};

/// One answer.
#[rustfmt::skip]
pub(crate) static ANSWER: Table = Table {
    what: phrase("een antwoord", "an answer"),
    keys: &[
        key("for", true, Shape::OneOrList, "de varianten: `all`, een id of een lijst", "the variants: `all`, an id or a list"),
        key("answer", false, Shape::Text, "het antwoord", "the answer"),
        key("one-of", false, Shape::List, "een van deze antwoorden; de bron zegt niet welk", "one of these answers; the source does not say which"),
        key("has", false, Shape::OneOrList, "keuzes die gelden", "options that apply"),
        key("lacks", false, Shape::OneOrList, "keuzes die niet gelden", "options that do not apply"),
        key("not-found", false, Shape::OneOrList, "keuzes waarover niets is gevonden", "options about which nothing was found"),
        key("between", false, Shape::List, "het getal ligt tussen deze twee, allebei meegerekend", "the number lies between these two, both included"),
        key("unknown", false, Shape::Localized, "gezocht en niet gevonden; de reden", "searched and not found; the reason"),
        key("note", false, Shape::Localized, "een toelichting", "a remark"),
    ],
};

/// One item of evidence.
#[rustfmt::skip]
pub(crate) static EVIDENCE: Table = Table {
    what: phrase("een onderbouwing", "an item of evidence"),
    keys: &[
        key("from", true, Shape::Id, "de bron, een naam onder `sources`", "the source, a name under `sources`"),
        key("for", false, Shape::OneOrList, "de varianten waarover het gaat; zonder deze sleutel alle", "the variants that it covers; all by default"),
        key("says", false, Shape::OneOrList, "de antwoorden die deze bron geeft, als bronnen elkaar tegenspreken; bij `any-of` de keuzes die er volgens haar zijn", "the answers that this source gives, where sources contradict each other; with `any-of` the options that apply according to it"),
        key("quote", false, Shape::Text, "de woorden van de bron, hooguit 300 tekens", "the words of the source, at most 300 characters"),
        key("shows", false, Shape::Localized, "wat de bron laat zien, in eigen woorden", "what the source shows, in our words"),
    ],
};

/// The vendor's reply.
#[rustfmt::skip]
pub(crate) static REPLY: Table = Table {
    what: phrase("een reactie", "a reply"),
    keys: &[
        key("text", true, Shape::Localized, "wat de aanbieder zegt", "what the vendor says"),
        key("on", true, Shape::DayOrMonth, "de dag", "the day"),
        key("url", false, Shape::Address, "waar het staat", "where it can be read"),
    ],
};

/// A dispute.
#[rustfmt::skip]
pub(crate) static DISPUTED: Table = Table {
    what: phrase("een betwisting", "a dispute"),
    keys: &[
        key("on", true, Shape::DayOrMonth, "de dag", "the day"),
        key("url", false, Shape::Address, "waar het staat", "where it can be read"),
    ],
};

/// A retired product.
#[rustfmt::skip]
pub(crate) static RETIRED: Table = Table {
    what: phrase("het einde van een product", "the end of a product"),
    keys: &[
        key("on", true, Shape::DayOrMonth, "sinds wanneer", "since when"),
        key("from", true, Shape::Id, "de bron, een naam onder `sources`", "the source, a name under `sources`"),
    ],
};

/// A ruling, incident or fine.
#[rustfmt::skip]
pub(crate) static CONTEXT: Table = Table {
    what: phrase("een gebeurtenis", "an event"),
    keys: &[
        key("on", true, Shape::DayOrMonth, "wanneer", "when"),
        key("what", true, Shape::Localized, "wat er gebeurde, en om wie het ging", "what happened, and whom it was about"),
        key("from", true, Shape::Id, "de bron, een naam onder `sources`", "the source, a name under `sources`"),
    ],
};
