//! Every key of every kind of file, in tables: name, whether it is required,
//! what stands behind it, and a description.
//!
//! The decoders, their suggestions and `docs/bestanden.md` all use these
//! tables, so they cannot drift apart.

use crate::text::Phrase;
use crate::text::lang::phrase;
use crate::text::yaml::Kind as Node;

/// What can stand behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain text.
    Text,
    /// An id.
    Id,
    /// A date.
    Date,
    /// A web address.
    Address,
    /// A whole number.
    Number,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// `{nl, en}`, or plain text, which is Dutch.
    Localized,
    /// Keys with values.
    Mapping,
    /// A list.
    List,
    /// A list, or one item without brackets.
    OneOrList,
    /// A condition.
    Condition,
}

impl Shape {
    /// Whether a node of this kind can be it.
    #[must_use]
    pub fn accepts(self, node: Node) -> bool {
        match self {
            Shape::Text | Shape::Id | Shape::Date | Shape::Address | Shape::Number | Shape::Word(_) => {
                node == Node::Text
            }
            Shape::Localized => matches!(node, Node::Text | Node::Mapping),
            Shape::Mapping => node == Node::Mapping,
            Shape::List => node == Node::List,
            Shape::OneOrList => matches!(node, Node::Text | Node::List),
            Shape::Condition => node != Node::Broken,
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self) -> Phrase {
        match self {
            Shape::Text => phrase("tekst", "text"),
            Shape::Id => phrase("een id", "an id"),
            Shape::Date => phrase("een datum (2026-11-21)", "a date (2026-11-21)"),
            Shape::Address => phrase("een webadres", "a web address"),
            Shape::Number => phrase("een geheel getal", "a whole number"),
            Shape::Word(_) => phrase("een van de vaste woorden", "one of the fixed words"),
            Shape::Localized => phrase("tekst, of {nl: …, en: …}", "text, or {nl: …, en: …}"),
            Shape::Mapping => phrase("sleutels met waarden", "keys with values"),
            Shape::List => phrase("een lijst", "a list"),
            Shape::OneOrList => phrase("één woord of een lijst", "one word or a list"),
            Shape::Condition => phrase("een voorwaarde", "a condition"),
        }
    }
}

/// One key.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What stands behind it.
    pub shape: Shape,
    /// What it means.
    pub about: Phrase,
}

/// The keys of one kind of mapping.
#[derive(Debug)]
pub struct Table {
    /// What the mapping is, with its article.
    pub what: Phrase,
    /// The keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

const fn key(name: &'static str, required: bool, shape: Shape, nl: &'static str, en: &'static str) -> Key {
    Key { name, required, shape, about: phrase(nl, en) }
}

/// One kind of product in `criteria/kinds.yaml`.
pub static KIND: Table = Table {
    what: phrase("een soort", "a kind"),
    keys: &[
        key("title", true, Shape::Localized, "de naam van de soort", "the name of the kind"),
        key(
            "group-by",
            false,
            Shape::Id,
            "verdeel de rangorde naar het antwoord op dit criterium",
            "divide the ranking by the answer to this criterion",
        ),
    ],
};

/// One theme in `criteria/themes.yaml`.
pub static THEME: Table = Table {
    what: phrase("een thema", "a theme"),
    keys: &[key("title", true, Shape::Localized, "de naam van het thema", "the name of the theme")],
};

/// A criterion file.
pub static CRITERION: Table = Table {
    what: phrase("een criterium", "a criterion"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key(
            "applies-to",
            true,
            Shape::OneOrList,
            "de soorten waarvoor het geldt",
            "the kinds that it holds for",
        ),
        key("ask", true, Shape::Localized, "de vraag", "the question"),
        key("why", true, Shape::Localized, "waarom het antwoord ertoe doet", "why the answer matters"),
        key("how", false, Shape::Localized, "hoe u het antwoord vindt", "how to find the answer"),
        key(
            "basis",
            false,
            Shape::Word(&["law", "ap", "convention"]),
            "op wiens woord de niveaus rusten; zonder deze sleutel `convention`",
            "on whose word the levels rest; `convention` without this key",
        ),
        key(
            "grounds",
            true,
            Shape::List,
            "wetsartikelen en bronnen; mag leeg zijn",
            "articles of law and sources; may be empty",
        ),
        key(
            "from",
            true,
            Shape::List,
            "de zinnen van de AP waar het vandaan komt; mag leeg zijn",
            "the sentences of the AP that it comes from; may be empty",
        ),
        key(
            "settled-by",
            false,
            Shape::Word(&["public", "contract", "administrator"]),
            "wie een open antwoord kan geven: openbare bronnen (zonder deze sleutel), het contract of de beheerder",
            "who can settle an open answer: public sources (without this key), the contract or the administrator",
        ),
        key(
            "shelf-life",
            false,
            Shape::Text,
            "na zoveel maanden is onderbouwing verouderd, als `12 months`; zonder deze sleutel 24",
            "after so many months evidence is stale, as `12 months`; 24 without this key",
        ),
        key(
            "one-of",
            false,
            Shape::Mapping,
            "vraag met één antwoord: de antwoorden onder hun niveau",
            "question with one answer: the answers under their level",
        ),
        key(
            "any-of",
            false,
            Shape::Mapping,
            "vraag met keuzes die samen kunnen gelden",
            "question with options that can hold together",
        ),
        key(
            "number",
            false,
            Shape::Localized,
            "vraag naar een geheel getal: de eenheid",
            "question for a whole number: the unit",
        ),
        key(
            "named",
            false,
            Shape::Mapping,
            "bij `number`: antwoorden die geen getal zijn",
            "with `number`: answers that are not a number",
        ),
        key(
            "levels",
            false,
            Shape::Mapping,
            "bij `any-of` en `number`: de niveaus, het beste eerst",
            "with `any-of` and `number`: the levels, the best first",
        ),
        key(
            "knock-out",
            false,
            Shape::List,
            "antwoorden waarmee een product afvalt",
            "answers that rule a product out",
        ),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key(
            "withdrawn",
            false,
            Shape::Localized,
            "waarom het criterium niet meer wordt gebruikt",
            "why the criterion is no longer used",
        ),
    ],
};

/// One item of `knock-out`.
pub static KNOCK_OUT: Table = Table {
    what: phrase("een harde eis van een criterium", "a knock-out of a criterion"),
    keys: &[
        key(
            "when",
            true,
            Shape::Condition,
            "het antwoord waarmee een product afvalt",
            "the answer that rules a product out",
        ),
        key(
            "basis",
            false,
            Shape::Word(&["law", "ap", "convention"]),
            "op wiens woord; zonder deze sleutel dat van het criterium",
            "on whose word; without this key that of the criterion",
        ),
        key("because", true, Shape::Localized, "de reden", "the reason"),
    ],
};

/// The keys of a condition.
pub static CONDITION: Table = Table {
    what: phrase("een voorwaarde", "a condition"),
    keys: &[
        key("including", false, Shape::OneOrList, "al deze keuzes", "all these options"),
        key("lacking", false, Shape::OneOrList, "geen van deze keuzes", "none of these options"),
        key("only", false, Shape::OneOrList, "niets anders dan deze keuzes", "nothing but these options"),
        key(
            "at-least",
            false,
            Shape::Number,
            "het getal, of het aantal keuzes, is ten minste dit",
            "the number, or the count of options, is at least this",
        ),
        key(
            "at-most",
            false,
            Shape::Number,
            "het getal, of het aantal keuzes, is ten hoogste dit",
            "the number, or the count of options, is at most this",
        ),
        key("counting", false, Shape::OneOrList, "tel alleen deze keuzes", "count only these options"),
        key(
            "or",
            false,
            Shape::OneOrList,
            "bij een getal: ook deze antwoorden die geen getal zijn",
            "with a number: these answers that are not a number too",
        ),
    ],
};

/// A vendor file.
pub static VENDOR: Table = Table {
    what: phrase("een product", "a product"),
    keys: &[
        key("name", true, Shape::Text, "de naam van het product", "the name of the product"),
        key("maker", true, Shape::Text, "wie het maakt", "who makes it"),
        key("homepage", true, Shape::Address, "de pagina van het product", "the page of the product"),
        key("contact", false, Shape::Text, "waar de maker te bereiken is", "where the maker can be reached"),
        key("asked", false, Shape::Date, "wanneer de maker is gevraagd", "when the maker was asked"),
        key(
            "variants",
            true,
            Shape::Mapping,
            "wat een instelling kan kiezen",
            "what an institution can choose",
        ),
        key(
            "sources",
            true,
            Shape::Mapping,
            "de bronnen, elk met een eigen naam",
            "the sources, each with a name of its own",
        ),
        key(
            "facts",
            true,
            Shape::Mapping,
            "wat bekend is, per criterium; `{}` als er nog niets is",
            "what is known, per criterion; `{}` when there is nothing yet",
        ),
        key(
            "context",
            false,
            Shape::List,
            "uitspraken, incidenten en boetes; worden getoond, tellen niet mee",
            "rulings, incidents and fines; shown, not counted",
        ),
        key(
            "retired",
            false,
            Shape::Mapping,
            "het product bestaat niet meer",
            "the product no longer exists",
        ),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key(
            "withdrawn",
            false,
            Shape::Localized,
            "waarom het bestand niet meer wordt gebruikt",
            "why the file is no longer used",
        ),
    ],
};

/// A vendor file that amends one of a layer below.
pub static AMENDMENT: Table = Table {
    what: phrase("een aanvulling op een product", "an amendment to a product"),
    keys: &[
        key("sources", false, Shape::Mapping, "extra bronnen", "more sources"),
        key("variants", false, Shape::Mapping, "nieuwe uitvoeringen", "new variants"),
        key(
            "facts",
            false,
            Shape::Mapping,
            "feiten die anders zijn, elk met `because`",
            "facts that differ, each with `because`",
        ),
    ],
};

/// One variant.
pub static VARIANT: Table = Table {
    what: phrase("een uitvoering", "a variant"),
    keys: &[
        key("name", true, Shape::Text, "de naam van de uitvoering", "the name of the variant"),
        key(
            "hosting",
            true,
            Shape::Word(&["cloud", "self-hosted"]),
            "wie de dienst draait: de leverancier of de instelling zelf",
            "who runs it: the vendor or the institution itself",
        ),
        key(
            "licence",
            true,
            Shape::Word(&["free", "paid", "open-source"]),
            "gratis, betaald of open source",
            "free, paid or open source",
        ),
    ],
};

/// One source.
pub static SOURCE: Table = Table {
    what: phrase("een bron", "a source"),
    keys: &[
        key("title", true, Shape::Text, "de titel van de bron", "the title of the source"),
        key("url", true, Shape::Address, "het adres", "the address"),
        key(
            "dated",
            false,
            Shape::Date,
            "de datum die de bron zelf draagt",
            "the date that the source itself bears",
        ),
        key(
            "read",
            true,
            Shape::Date,
            "de dag waarop de bron, of de kopie die is gebruikt, is gelezen",
            "the day on which the source, or the copy that was used, was read",
        ),
        key(
            "grade",
            true,
            Shape::Word(&["reported", "vendor", "contract", "verified"]),
            "hoe sterk de bron is, van zwak naar sterk",
            "how strong the source is, from weak to strong",
        ),
        key(
            "extent",
            false,
            Shape::Word(&["whole", "excerpt", "second-hand"]),
            "hoeveel ervan is gelezen; zonder deze sleutel `whole`",
            "how much of it was read; `whole` without this key",
        ),
        key(
            "copy",
            false,
            Shape::Word(&["undated"]),
            "gelezen in een bewaarde kopie waarvan de dag niet bekend is; nooit vers",
            "read in a stored copy whose day is not known; never fresh",
        ),
        key(
            "archived",
            false,
            Shape::Address,
            "het adres van een bewaarde kopie",
            "the address of a kept copy",
        ),
        key(
            "reviewed",
            false,
            Shape::Mapping,
            "wie de bron nog eens heeft bekeken: een rol en een dag",
            "who looked at the source again: a role and a day",
        ),
    ],
};

/// A second look at a source.
pub static REVIEWED: Table = Table {
    what: phrase("een tweede lezing", "a second look"),
    keys: &[
        key(
            "role",
            true,
            Shape::Text,
            "de rol van de lezer, nooit een naam",
            "the role of the reader, never a name",
        ),
        key("on", true, Shape::Date, "de dag", "the day"),
    ],
};

/// One fact.
pub static FACT: Table = Table {
    what: phrase("een feit", "a fact"),
    keys: &[
        key(
            "because",
            false,
            Shape::Localized,
            "in een aanvulling: waarom het afwijkt",
            "in an amendment: why it differs",
        ),
        key("answers", true, Shape::List, "de antwoorden, per uitvoering", "the answers, per variant"),
        key("evidence", false, Shape::List, "waar de antwoorden op rusten", "what the answers rest on"),
        key(
            "reply",
            false,
            Shape::Mapping,
            "de reactie van de aanbieder; wordt getoond, telt niet mee",
            "the vendor's reply; shown, not counted",
        ),
        key(
            "disputed",
            false,
            Shape::Mapping,
            "de aanbieder betwist het antwoord",
            "the vendor disputes the answer",
        ),
    ],
};

/// One answer.
pub static ANSWER: Table = Table {
    what: phrase("een antwoord", "an answer"),
    keys: &[
        key(
            "for",
            true,
            Shape::OneOrList,
            "de uitvoeringen: `all`, een id of een lijst",
            "the variants: `all`, an id or a list",
        ),
        key("answer", false, Shape::Text, "het antwoord", "the answer"),
        key(
            "one-of",
            false,
            Shape::List,
            "een van deze antwoorden; de bron zegt niet welk",
            "one of these answers; the source does not say which",
        ),
        key("has", false, Shape::OneOrList, "keuzes die gelden", "options that hold"),
        key("lacks", false, Shape::OneOrList, "keuzes die niet gelden", "options that do not hold"),
        key(
            "not-found",
            false,
            Shape::OneOrList,
            "keuzes waarover niets is gevonden",
            "options about which nothing was found",
        ),
        key(
            "between",
            false,
            Shape::List,
            "het getal ligt tussen deze twee, allebei meegerekend",
            "the number lies between these two, both included",
        ),
        key(
            "unknown",
            false,
            Shape::Localized,
            "gezocht en niet gevonden; de reden",
            "looked for and not found; the reason",
        ),
        key("note", false, Shape::Localized, "een toelichting", "a remark"),
    ],
};

/// One item of evidence.
pub static EVIDENCE: Table = Table {
    what: phrase("een onderbouwing", "an item of evidence"),
    keys: &[
        key(
            "from",
            true,
            Shape::Id,
            "de bron, een naam onder `sources`",
            "the source, a name under `sources`",
        ),
        key(
            "for",
            false,
            Shape::OneOrList,
            "de uitvoeringen waarover het gaat; zonder deze sleutel alle",
            "the variants that it speaks of; all without this key",
        ),
        key(
            "says",
            false,
            Shape::OneOrList,
            "de antwoorden die deze bron geeft, als bronnen elkaar tegenspreken",
            "the answers that this source gives, where sources contradict each other",
        ),
        key(
            "quote",
            false,
            Shape::Text,
            "de woorden van de bron, hooguit 300 tekens",
            "the words of the source, at most 300 characters",
        ),
        key(
            "shows",
            false,
            Shape::Localized,
            "wat de bron laat zien, in eigen woorden",
            "what the source shows, in our words",
        ),
    ],
};

/// The vendor's reply.
pub static REPLY: Table = Table {
    what: phrase("een reactie", "a reply"),
    keys: &[
        key("text", true, Shape::Localized, "wat de aanbieder zegt", "what the vendor says"),
        key("on", true, Shape::Date, "de dag", "the day"),
        key("url", false, Shape::Address, "waar het staat", "where it stands"),
    ],
};

/// A dispute.
pub static DISPUTED: Table = Table {
    what: phrase("een betwisting", "a dispute"),
    keys: &[
        key("on", true, Shape::Date, "de dag", "the day"),
        key("url", false, Shape::Address, "waar het staat", "where it stands"),
    ],
};

/// A retired product.
pub static RETIRED: Table = Table {
    what: phrase("het einde van een product", "the end of a product"),
    keys: &[
        key("on", true, Shape::Date, "sinds wanneer", "since when"),
        key(
            "from",
            true,
            Shape::Id,
            "de bron, een naam onder `sources`",
            "the source, a name under `sources`",
        ),
    ],
};

/// A ruling, incident or fine.
pub static CONTEXT: Table = Table {
    what: phrase("een gebeurtenis", "an event"),
    keys: &[
        key("on", true, Shape::Date, "wanneer", "when"),
        key(
            "what",
            true,
            Shape::Localized,
            "wat er gebeurde, en om wie het ging",
            "what happened, and whom it was about",
        ),
        key(
            "from",
            true,
            Shape::Id,
            "de bron, een naam onder `sources`",
            "the source, a name under `sources`",
        ),
    ],
};

/// A profile.
pub static PROFILE: Table = Table {
    what: phrase("een weging", "a profile"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("because", true, Shape::Localized, "wie zo weegt, en waarom", "who weighs like this, and why"),
        key(
            "extends",
            false,
            Shape::Id,
            "een andere weging om op voort te bouwen",
            "another profile to build on",
        ),
        key(
            "themes",
            false,
            Shape::Mapping,
            "per thema zijn deel van het geheel",
            "per theme its share of the whole",
        ),
        key(
            "weights",
            true,
            Shape::Mapping,
            "per criterium een gewicht van 0 tot en met 100",
            "per criterion a weight from 0 to 100",
        ),
        key("require", false, Shape::List, "wat wordt geëist", "what is required"),
        key(
            "knock-outs",
            false,
            Shape::OneOrList,
            "welke harde eisen gelden: `all`, `weighed`, `none` of een lijst criteria",
            "which knock-outs hold: `all`, `weighed`, `none` or a list of criteria",
        ),
        key("evidence", false, Shape::Mapping, "welke onderbouwing meetelt", "which evidence counts"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key(
            "withdrawn",
            false,
            Shape::Localized,
            "waarom de weging niet meer wordt gebruikt",
            "why the profile is no longer used",
        ),
    ],
};

/// One requirement of a profile.
pub static REQUIREMENT: Table = Table {
    what: phrase("een eis", "a requirement"),
    keys: &[
        key("criterion", true, Shape::Id, "het criterium", "the criterion"),
        key("answers", true, Shape::Condition, "de antwoorden die mogen", "the answers that are accepted"),
        key(
            "when",
            false,
            Shape::Mapping,
            "alleen als dit alles geldt: criterium en voorwaarde",
            "only if all of this holds: criterion and condition",
        ),
        key("because", true, Shape::Localized, "de reden", "the reason"),
    ],
};

/// Which evidence counts.
pub static EVIDENCE_RULE: Table = Table {
    what: phrase("een regel voor onderbouwing", "a rule for evidence"),
    keys: &[
        key(
            "minimum-grade",
            false,
            Shape::Word(&["reported", "vendor", "contract", "verified"]),
            "zwakkere bronnen tellen niet mee; zonder deze sleutel `reported`",
            "weaker sources do not count; `reported` without this key",
        ),
        key(
            "stale",
            false,
            Shape::Word(&["mark", "unknown"]),
            "verouderde onderbouwing telt mee en wordt gemarkeerd (`mark`, zonder deze sleutel), of telt niet (`unknown`)",
            "stale evidence counts and is marked (`mark`, without this key), or does not count (`unknown`)",
        ),
    ],
};

/// A text in two languages.
pub static LOCALIZED: Table = Table {
    what: phrase("een tekst", "a text"),
    keys: &[
        key("nl", true, Shape::Text, "Nederlands", "Dutch"),
        key(
            "en",
            false,
            Shape::Text,
            "Engels; onder criteria/ verplicht",
            "English; required under criteria/",
        ),
    ],
};

/// All tables, in the order of the docs.
pub static ALL: &[(&str, &Table)] = &[
    ("criteria/kinds.yaml", &KIND),
    ("criteria/themes.yaml", &THEME),
    ("criteria/<thema>/<criterium>.yaml", &CRITERION),
    ("knock-out", &KNOCK_OUT),
    ("voorwaarde", &CONDITION),
    ("vendors/<soort>/<product>.yaml", &VENDOR),
    ("aanvulling", &AMENDMENT),
    ("variants.<id>", &VARIANT),
    ("sources.<id>", &SOURCE),
    ("reviewed", &REVIEWED),
    ("facts.<criterium>", &FACT),
    ("answers", &ANSWER),
    ("evidence", &EVIDENCE),
    ("reply", &REPLY),
    ("disputed", &DISPUTED),
    ("retired", &RETIRED),
    ("context", &CONTEXT),
    ("criteria/profiles/<weging>.yaml", &PROFILE),
    ("require", &REQUIREMENT),
    ("evidence (weging)", &EVIDENCE_RULE),
    ("tekst", &LOCALIZED),
];

/// Dutch words, and common slips, that people write for a key or a word. They
/// are hints, not aliases: there is one way to write.
pub static SYNONYMS: &[(&str, &str)] = &[
    ("naam", "name"),
    ("maker-naam", "maker"),
    ("leverancier", "maker"),
    ("aanbieder", "maker"),
    ("uitvoeringen", "variants"),
    ("uitvoering", "variants"),
    ("varianten", "variants"),
    ("bron", "from"),
    ("source", "from"),
    ("bronnen", "sources"),
    ("feiten", "facts"),
    ("fact", "facts"),
    ("antwoord", "answer"),
    ("antwoorden", "answers"),
    ("voor", "for"),
    ("heeft", "has"),
    ("mist", "lacks"),
    ("niet-gevonden", "not-found"),
    ("tussen", "between"),
    ("onbekend", "unknown"),
    ("citaat", "quote"),
    ("toont", "shows"),
    ("onderbouwing", "evidence"),
    ("bewijs", "evidence"),
    ("titel", "title"),
    ("vraag", "ask"),
    ("question", "ask"),
    ("waarom", "why"),
    ("hoe", "how"),
    ("geldt-voor", "applies-to"),
    ("kinds", "applies-to"),
    ("gelezen", "read"),
    ("geraadpleegd", "read"),
    ("gedateerd", "dated"),
    ("date", "dated"),
    ("datum", "dated"),
    ("graad", "grade"),
    ("adres", "url"),
    ("link", "url"),
    ("website", "homepage"),
    ("reden", "because"),
    ("omdat", "because"),
    ("reason", "because"),
    ("gewichten", "weights"),
    ("weight", "weights"),
    ("eis", "require"),
    ("eisen", "require"),
    ("requires", "require"),
    ("thema", "themes"),
    ("themas", "themes"),
    ("toelichting", "note"),
    ("opmerking", "note"),
    ("license", "licence"),
    ("licentie", "licence"),
    ("reactie", "reply"),
    ("betwist", "disputed"),
    ("vervallen", "retired"),
    ("getal", "number"),
    ("niveaus", "levels"),
    ("grondslag", "grounds"),
    ("gronden", "grounds"),
    ("knock-outs", "knock-out"),
    ("houdbaar", "shelf-life"),
    ("goed", "good"),
    ("gunstig", "good"),
    ("deels", "partly"),
    ("ongunstig", "insufficient"),
    ("onvoldoende", "insufficient"),
    ("anders", "otherwise"),
    ("alle", "all"),
    ("allemaal", "all"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_there_once_and_synonyms_are_no_keys_of_the_same_table() {
        for (name, table) in ALL {
            let mut seen = std::collections::HashSet::new();
            for key in table.keys {
                assert!(seen.insert(key.name), "{name}: {}", key.name);
            }
        }
    }
}
