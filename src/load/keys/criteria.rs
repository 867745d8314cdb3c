//! Keys of kinds, themes and criteria.

use crate::model::{ActionBy, ActionWhen, Basis, Force, QuestionForm, SettledBy, YesNo};
use crate::text::Vocabulary as _;
use crate::text::lang::phrase;

use super::premises::WHILE;
use super::{Key, Shape, Table, key};

/// One kind of product in `criteria/kinds.yaml`.
#[rustfmt::skip]
pub(crate) static KIND: Table = Table {
    what: phrase("een soort", "a kind"),
    keys: &[
        key("title", true, Shape::Localized, "de naam van de soort", "the name of the kind"),
        key("ask-first", false, Shape::Localized, "wat eerst moet worden gevraagd; staat boven elke vergelijking", "what must be asked first; shown above every comparison"),
        key("group-by", false, Shape::Id, "verdeel de rangorde naar het antwoord op dit criterium, of met `hosting` naar wie de dienst beheert", "divide the ranking by the answer to this criterion, or with `hosting` by who runs the service"),
    ],
};

/// One theme in `criteria/themes.yaml`.
#[rustfmt::skip]
pub(crate) static THEME: Table = Table {
    what: phrase("een thema", "a theme"),
    keys: &[key("title", true, Shape::Localized, "de naam van het thema", "the name of the theme")],
};

/// A criterion file.
#[rustfmt::skip]
pub(crate) static CRITERION: Table = Table {
    what: phrase("een criterium", "a criterion"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("applies-to", true, Shape::OneOrList, "de soorten waarvoor het geldt", "the kinds that it applies to"),
        key("ask", true, Shape::Localized, "de vraag", "the question"),
        key("why", true, Shape::Localized, "waarom het antwoord ertoe doet", "why the answer matters"),
        key("how", false, Shape::Localized, "hoe u het antwoord vindt", "how to find the answer"),
        key("basis", false, Shape::Word(Basis::IDS), "op wiens woord de niveaus rusten; zonder deze sleutel `convention`", "whose authority the levels rest on; `convention` by default"),
        key("grounds", true, Shape::List, "wetsartikelen en bronnen; mag leeg zijn", "articles of law and sources; may be empty"),
        key("from", true, Shape::List, "de zinnen van de AP waar het vandaan komt; mag leeg zijn", "the sentences of the DPA that it comes from; may be empty"),
        key("settled-by", false, Shape::Word(SettledBy::IN_FILES), "wie een open antwoord kan geven: openbare bronnen (zonder deze sleutel), het contract of de beheerder", "who can settle an open answer: public sources (the default), the contract or the administrator"),
        key("shelf-life", false, Shape::Text, "na zoveel maanden geldt een bron als oud, als `12 months`; zonder deze sleutel 24", "after this many months a source counts as old, such as `12 months`; 24 by default"),
        key("on-card", false, Shape::Word(YesNo::IDS), "of elke kaart van een variant het antwoord toont, ook als het niet meetelt", "whether every card of a variant shows the answer, also where it does not count"),
        key(QuestionForm::OneOf.id(), false, Shape::Mapping, "vraag met één antwoord: de antwoorden onder hun niveau", "question with one answer: the answers under their level"),
        key(QuestionForm::AnyOf.id(), false, Shape::Mapping, "vraag met keuzes die samen kunnen gelden", "question with options that can apply together"),
        key(QuestionForm::Number.id(), false, Shape::Localized, "vraag naar een geheel getal: de eenheid", "question for a whole number: the unit"),
        key("named", false, Shape::Mapping, "bij `number`: antwoorden die geen getal zijn", "with `number`: answers that are not a number"),
        key("levels", false, Shape::Mapping, "bij `any-of` en `number`: de niveaus, het beste eerst", "with `any-of` and `number`: the levels, the best first"),
        key("knock-out", false, Shape::List, "antwoorden waarmee een product een eis niet haalt", "answers with which a product does not meet a demand"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom het criterium niet meer wordt gebruikt", "why the criterion is no longer used"),
    ],
};

/// One answer, option or named number of a criterion.
#[rustfmt::skip]
pub(crate) static CRITERION_ANSWER: Table = Table {
    what: phrase("een antwoord van een criterium", "an answer of a criterion"),
    keys: &[
        key("nl", true, Shape::Text, "het antwoord in het Nederlands", "the answer in Dutch"),
        key("en", false, Shape::Text, "het antwoord in het Engels; onder criteria/ verplicht", "the answer in English; required under criteria/"),
        WHILE,
        key("else", false, Shape::Text, "bij `while`: het niveau als het uitgangspunt niet geldt; zonder deze sleutel is dat open", "with `while`: the level where the premise does not hold; without it that is open"),
        key("do", false, Shape::Localized, "wat een instelling doet als een product dit antwoord heeft, als opdracht", "what an institution does when a product has this answer, as an instruction"),
    ],
};

/// The unit of a number.
#[rustfmt::skip]
pub(crate) static UNIT: Table = Table {
    what: phrase("de eenheid van een getal", "the unit of a number"),
    keys: &[
        key("nl", true, Shape::Text, "de eenheid in het Nederlands", "the unit in Dutch"),
        key("en", false, Shape::Text, "de eenheid in het Engels; onder criteria/ verplicht", "the unit in English; required under criteria/"),
        key("do", false, Shape::Localized, "wat een instelling doet met het getal van een product, als opdracht", "what an institution does with the number of a product, as an instruction"),
    ],
};

#[rustfmt::skip]
const ACTION_NL: Key = key("nl", true, Shape::Text, "de opdracht in het Nederlands", "the instruction in Dutch");
#[rustfmt::skip]
const ACTION_EN: Key = key("en", false, Shape::Text, "de opdracht in het Engels; onder criteria/ verplicht", "the instruction in English; required under criteria/");
#[rustfmt::skip]
const ACTION_BY: Key = key("by", false, Shape::Word(ActionBy::IDS), "of de beheerder het instelt of de instelling het in het contract afspreekt; zonder deze sleutel `contract` waar `settled-by` dat is, en anders `setting`", "whether an administrator sets it or the institution agrees on it in the contract; by default `contract` where `settled-by` says so, and otherwise `setting`");

/// What an institution does with an answer.
pub(crate) static ACTION: Table = Table {
    what: phrase("de opdracht van een antwoord", "the instruction of an answer"),
    keys: &[ACTION_NL, ACTION_EN, ACTION_BY],
};

/// What an institution does with an option.
#[rustfmt::skip]
pub(crate) static OPTION_ACTION: Table = Table {
    what: phrase("de opdracht van een keuze", "the instruction of an option"),
    keys: &[
        ACTION_NL,
        ACTION_EN,
        ACTION_BY,
        key("when", false, Shape::Word(ActionWhen::IDS), "als het product de keuze heeft (`has`, zonder deze sleutel), of juist als het haar niet heeft (`lacks`)", "when the product has the option (`has`, by default), or when it does not (`lacks`)"),
    ],
};

/// One item of `knock-out`.
#[rustfmt::skip]
pub(crate) static KNOCK_OUT: Table = Table {
    what: phrase("een eis van een criterium (knock-out)", "a knock-out of a criterion"),
    keys: &[
        key("when", true, Shape::Condition, "het antwoord waarmee een product de eis niet haalt", "the answer with which a product does not meet the demand"),
        WHILE,
        key("basis", false, Shape::Word(Basis::IDS), "op wiens woord; zonder deze sleutel dat van het criterium", "whose authority it rests on; by default that of the criterion"),
        key("because", true, Shape::Localized, "de reden", "the reason"),
    ],
};

/// The keys of a condition.
#[rustfmt::skip]
pub(crate) static CONDITION: Table = Table {
    what: phrase("een voorwaarde", "a condition"),
    keys: &[
        key("including", false, Shape::OneOrList, "al deze keuzes", "all these options"),
        key("lacking", false, Shape::OneOrList, "geen van deze keuzes", "none of these options"),
        key("only", false, Shape::OneOrList, "niets anders dan deze keuzes", "nothing but these options"),
        key("at-least", false, Shape::Number, "het getal, of het aantal keuzes, is ten minste dit", "the number, or the count of options, is at least this"),
        key("at-most", false, Shape::Number, "het getal, of het aantal keuzes, is ten hoogste dit", "the number, or the count of options, is at most this"),
        key("counting", false, Shape::OneOrList, "tel alleen deze keuzes", "count only these options"),
        key("or", false, Shape::OneOrList, "bij een getal: ook deze antwoorden die geen getal zijn", "with a number: these answers that are not a number too"),
    ],
};

/// A migration.
#[rustfmt::skip]
pub(crate) static MIGRATION: Table = Table {
    what: phrase("een migratie", "a migration"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("because", true, Shape::Localized, "wat er is veranderd en waarom", "what changed and why"),
        key("criteria", true, Shape::Mapping, "per criterium de id's van antwoorden die het niet meer heeft, elk met wat ervan wordt; `{}` als er geen is", "per criterion the ids of answers that it no longer has, each with what becomes of it; `{}` when there is none"),
        key("added", false, Shape::Mapping, "per criterium de keuzes die erbij kwamen; een feit dat ze niet noemt, laat ze open", "per criterion the options that were added; a fact that does not name them leaves them open"),
    ],
};

/// What becomes of one old answer.
#[rustfmt::skip]
pub(crate) static FORMER: Table = Table {
    what: phrase("een oud antwoord in een migratie", "an old answer in a migration"),
    keys: &[
        key("becomes", false, Shape::Id, "het antwoord dat ervoor in de plaats komt", "the answer that takes its place"),
        key("look", false, Shape::Localized, "waarom een mens een feit met dit antwoord opnieuw moet bekijken; het feit is tot dan onbekend, met deze reden", "why a person must look again at a fact with this answer; until then the fact is unknown, for this reason"),
    ],
};

/// A document of the AP with its sentences.
#[rustfmt::skip]
pub(crate) static SENTENCES: Table = Table {
    what: phrase("een document van de AP", "a document of the DPA"),
    keys: &[
        key("title", true, Shape::Localized, "de titel", "the title"),
        key("published", true, Shape::Localized, "wat er van de datum bekend is", "what is known about its date"),
        key("sentences", true, Shape::Mapping, "de zinnen, elk met een vaste id als `S1-P02d`", "the sentences, each with a fixed id such as `S1-P02d`"),
    ],
};

/// One sentence of the AP.
#[rustfmt::skip]
pub(crate) static SENTENCE: Table = Table {
    what: phrase("een zin van de AP", "a sentence of the DPA"),
    keys: &[
        key("place", true, Shape::Localized, "waar de zin in het document staat", "where the sentence is in the document"),
        key("says", true, Shape::Localized, "wat de zin zegt, in eigen woorden", "what the sentence says, in our own words"),
        key("force", true, Shape::Word(Force::IDS), "of het moet, wordt aangeraden, of uitleg is", "whether it is an obligation, advice, or an explanation"),
    ],
};

/// What can be done instead of a product.
#[rustfmt::skip]
pub(crate) static ALTERNATIVES: Table = Table {
    what: phrase("een lijst van wat er in plaats van een product kan", "a list of what can be done instead of a product"),
    keys: &[
        key("applies-to", true, Shape::OneOrList, "de soorten waarvoor het in de plaats kan komen", "the kinds that it can replace"),
        key("alternatives", true, Shape::Mapping, "wat er kan, elk met een eigen id", "what can be done, each with an id"),
    ],
};

/// One thing that can be done instead of a product.
#[rustfmt::skip]
pub(crate) static INSTEAD: Table = Table {
    what: phrase("een alternatief zonder product", "an alternative without a product"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("what", true, Shape::Localized, "wat het is", "what it is"),
        key("from", true, Shape::List, "de zinnen van de AP die het noemen; mag leeg zijn", "the sentences of the DPA that name it; may be empty"),
        key("basis", false, Shape::Word(Basis::IDS), "op wiens woord; zonder deze sleutel `convention`", "whose authority it rests on; `convention` by default"),
    ],
};
