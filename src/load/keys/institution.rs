//! Keys of what an institution does itself: checklist, triage and dossier.

use crate::model::{Basis, Force, ItemStatus, NeedField, Phase, Recording, Review, Right, StepEnd, YesNo};
use crate::text::Vocabulary as _;
use crate::text::lang::phrase;

use super::premises::WHILE;
use super::{Shape, Table, key};

/// One heading in `criteria/checklist/headings.yaml`.
#[rustfmt::skip]
pub(crate) static HEADING: Table = Table {
    what: phrase("een kop van de checklist", "a heading of the checklist"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("phase", true, Shape::Word(Phase::IDS), "het deel van de checklist: aan de tekentafel, aanschaf of voorbereiding", "the part of the checklist: at the drawing board, procurement or preparation"),
    ],
};

/// An item of the checklist.
#[rustfmt::skip]
pub(crate) static ITEM: Table = Table {
    what: phrase("een punt van de checklist", "an item of the checklist"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("done-when", true, Shape::Localized, "de zin die waar is als het geregeld is", "the sentence that is true once it is arranged"),
        key("why", true, Shape::Localized, "waarom het ertoe doet", "why it matters"),
        key("how", false, Shape::Localized, "hoe u het regelt", "how to arrange it"),
        key("role", false, Shape::Localized, "wie het meestal doet: een rol, geen naam", "who is usually responsible: a role, not a name"),
        key("under", true, Shape::Id, "de kop waar het onder staat", "the heading that it belongs under"),
        key("applies-to", true, Shape::OneOrList, "de soorten waarvoor het geldt", "the kinds that it applies to"),
        key("need", false, Shape::Mapping, "alleen in deze situatie; zie `need` van het dossier", "only in this situation; see `need` of the dossier"),
        WHILE,
        key("force", true, Shape::Word(&[Force::Must.id(), Force::Advice.id()]), "of het moet, of wordt aangeraden", "whether it is an obligation or advice"),
        key("basis", false, Shape::Word(Basis::IDS), "op wiens woord; zonder deze sleutel `convention`", "whose authority it rests on; `convention` by default"),
        key("grounds", true, Shape::List, "wetsartikelen en bronnen; mag leeg zijn", "articles of law and sources; may be empty"),
        key("from", true, Shape::List, "de zinnen van de AP waar het vandaan komt; mag leeg zijn", "the sentences of the DPA that it comes from; may be empty"),
        key("answered-by", false, Shape::OneOrList, "de criteria waarvan het antwoord voor het gekozen product hierbij helpt", "the criteria whose answer for the chosen product helps with it"),
        key("review", false, Shape::Word(Review::IDS), "of er een dag bij hoort waarop u het opnieuw bekijkt; zonder deze sleutel `optional`", "whether it needs a date for its next review; `optional` by default"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom het punt niet meer wordt gebruikt", "why the item is no longer used"),
    ],
};

/// A step of the triage.
#[rustfmt::skip]
pub(crate) static STEP: Table = Table {
    what: phrase("een stap van de afweging", "a step of the triage"),
    keys: &[
        key("title", true, Shape::Localized, "een paar woorden", "a few words"),
        key("ask", true, Shape::Localized, "de vraag", "the question"),
        key("why", true, Shape::Localized, "waarom dat wordt gevraagd", "why that is asked"),
        key("how", false, Shape::Localized, "hoe u het antwoord vindt", "how to find the answer"),
        key("applies-to", true, Shape::OneOrList, "de soorten waarvoor het wordt gevraagd", "the kinds that it is asked for"),
        WHILE,
        key("basis", false, Shape::Word(Basis::IDS), "op wiens woord; zonder deze sleutel `convention`", "whose authority it rests on; `convention` by default"),
        key("grounds", true, Shape::List, "wetsartikelen en bronnen; mag leeg zijn", "articles of law and sources; may be empty"),
        key("from", true, Shape::List, "de zinnen van de AP waar het vandaan komt; mag leeg zijn", "the sentences of the DPA that it comes from; may be empty"),
        key("write-down", true, Shape::TextOrMapping, "wat de instelling erbij opschrijft: vragen met een id, of `alternatives`: per alternatief waarom het niet kan", "what the institution writes down with it: questions with an id, or `alternatives`: for each alternative why it does not suffice"),
        key("one-of", false, Shape::Mapping, "de antwoorden, onder `go-on` (verder) en `stop` (hier eindigt de afweging)", "the answers, under `go-on` and `stop` (the triage ends here)"),
        key("allows", false, Shape::Id, "het criterium waarvan de instelling zegt welke antwoorden mogen", "the criterion for which the institution says which answers are allowed"),
        key("unless-written", false, Shape::Condition, "bij `allows`: wat mag als er niets over is opgeschreven", "with `allows`: what is allowed when nothing was written about it"),
        key("formerly", false, Shape::OneOrList, "eerdere id's", "earlier ids"),
        key("withdrawn", false, Shape::Localized, "waarom de stap niet meer wordt gebruikt", "why the step is no longer used"),
    ],
};

/// The two ways in which a step can end.
#[rustfmt::skip]
pub(crate) static STEP_ANSWERS: Table = Table {
    what: phrase("een lijst antwoorden van een stap", "a list of answers to a step"),
    keys: &[
        key(StepEnd::GoOn.id(), false, Shape::Mapping, "antwoorden waarna de afweging verdergaat", "answers after which the triage goes on"),
        key(StepEnd::Stop.id(), false, Shape::Mapping, "antwoorden waarmee de afweging eindigt: gebruik geen product", "answers that end the triage: use no product"),
    ],
};

/// A dossier.
#[rustfmt::skip]
pub(crate) static DOSSIER: Table = Table {
    what: phrase("een dossier", "a dossier"),
    keys: &[
        key("institution", true, Shape::Text, "de naam van de instelling", "the name of the institution"),
        key("kind", true, Shape::Id, "de soort product waar het over gaat", "the kind of product that it is about"),
        key("need", false, Shape::Mapping, "waarvoor en in welke situatie", "what for and in which situation"),
        key("triage", false, Shape::Mapping, "per soort toets de afweging vooraf; kies zelf een id", "the triage per kind of exam; choose the id yourself"),
        key("checklist", false, Shape::Mapping, "per punt van de checklist hoe het staat", "the status per item of the checklist"),
        key("candidates", false, Shape::OneOrList, "de producten of varianten (product/variant) waaruit u kiest; zonder deze sleutel alle", "the products or variants (product/variant) that you choose from; all by default"),
        key("in-use", false, Shape::OneOrList, "wat u nu gebruikt: het telt mee in de volgorde en krijgt een merkje", "what you use now: it takes part in the ranking and is marked"),
        key("own-work", false, Shape::Mapping, "per criterium hoe u het zelf regelt, bij wat u zelf beheert", "per criterion how you see to it yourself, for what you run yourself"),
        key("asked", false, Shape::List, "wat u al hebt gevraagd, zodat u het niet nog eens vraagt", "what you have asked already, so that you do not ask it again"),
        key("consulted", false, Shape::List, "wie er is gehoord", "who was consulted"),
        key("choice", false, Shape::Mapping, "wat er is gekozen, en waarom", "what was chosen, and why"),
    ],
};

/// What an institution says of its own work.
#[rustfmt::skip]
pub(crate) static OWN_WORK: Table = Table {
    what: phrase("wat u zelf regelt", "what you see to yourself"),
    keys: &[
        key("for", false, Shape::OneOrList, "de producten of varianten (product/variant) waarover het gaat; zonder deze sleutel alle", "the products or variants (product/variant) that it is about; all by default"),
        key("answer", false, Shape::Text, "hoe u het regelt: het antwoord", "how you see to it: the answer"),
        key("one-of", false, Shape::List, "een van deze antwoorden", "one of these answers"),
        key("has", false, Shape::OneOrList, "keuzes die gelden", "options that apply"),
        key("lacks", false, Shape::OneOrList, "keuzes die niet gelden", "options that do not apply"),
        key("not-found", false, Shape::OneOrList, "keuzes waarvan u het nog niet weet", "options of which you do not know yet"),
        key("between", false, Shape::List, "het getal ligt tussen deze twee, allebei meegerekend", "the number lies between these two, both included"),
        key("role", true, Shape::Text, "wie ervoor zorgt: een rol, geen naam", "who sees to it: a role, not a name"),
        key("on", true, Shape::Date, "sinds wanneer het zo is", "since when it is so"),
        key("filed", false, Shape::Text, "waar het is vastgelegd", "where it is written down"),
        key("note", false, Shape::Localized, "een toelichting", "a remark"),
    ],
};

/// What an institution asked about products.
#[rustfmt::skip]
pub(crate) static ASKED: Table = Table {
    what: phrase("wat u hebt gevraagd", "what you have asked"),
    keys: &[
        key("for", false, Shape::OneOrList, "de producten of varianten (product/variant) waarover het gaat; zonder deze sleutel alle", "the products or variants (product/variant) that it is about; all by default"),
        key("about", false, Shape::OneOrList, "de criteria waarnaar u vroeg; zonder deze sleutel alle", "the criteria that you asked about; all by default"),
        key("on", true, Shape::Date, "wanneer u het vroeg", "when you asked"),
        key("role", false, Shape::Text, "wie het vroeg: een rol, geen naam", "who asked: a role, not a name"),
        key("filed", false, Shape::Text, "waar de vraag is bewaard", "where the question is kept"),
    ],
};

/// The need of a dossier.
#[rustfmt::skip]
pub(crate) static NEED: Table = Table {
    what: phrase("de situatie in een dossier", "the need of a dossier"),
    keys: &[
        key("purpose", false, Shape::Text, "waarvoor het product is", "what the product is for"),
        key("hosting", false, Shape::OneOrList, "wie een product voor u kan beheren: `cloud` (de aanbieder), `hosted` (een hostingbedrijf) of `self-hosted` (uw instelling zelf); de rest staat niet in de volgorde", "who can run a product for you: `cloud` (the vendor), `hosted` (a hosting company) or `self-hosted` (your institution itself); the rest is not in the order"),
        key(NeedField::LegalBasis.id(), false, Shape::OneOrList, "de grondslag: `consent`, `contract`, `legal-obligation`, `vital-interest`, `public-task` of `legitimate-interest`", "the legal basis: `consent`, `contract`, `legal-obligation`, `vital-interest`, `public-task` or `legitimate-interest`"),
        key(NeedField::GroupSize.id(), false, Shape::Number, "hoeveel mensen meedoen in de grootste groep", "how many people take part in the largest group"),
        key(NeedField::Minors.id(), false, Shape::Word(YesNo::IDS), "of er mensen onder de achttien meedoen", "whether people under eighteen take part"),
        key(NeedField::Youngest.id(), false, Shape::Number, "de leeftijd van de jongste die meedoet", "the age of the youngest who takes part"),
        key(NeedField::Sensitive.id(), false, Shape::Word(YesNo::IDS), "of er gevoelige dingen worden besproken of getoond", "whether sensitive things are said or shown"),
        key(NeedField::Recording.id(), false, Shape::Word(Recording::IDS), "wat er wordt opgenomen: niets, zonder leerlingen of studenten in beeld, of met hen in beeld", "what is recorded: nothing, without pupils or students in view, or with them in view"),
    ],
};

/// What a rule asks of the need.
#[rustfmt::skip]
pub(crate) static NEED_RULE: Table = Table {
    what: phrase("een situatie", "a situation"),
    keys: &[
        key(NeedField::LegalBasis.id(), false, Shape::Condition, "een grondslag, of een lijst: een daarvan", "a legal basis, or a list: one of them"),
        key(NeedField::GroupSize.id(), false, Shape::Condition, "`{at-least: …, at-most: …}`", "`{at-least: …, at-most: …}`"),
        key(NeedField::Minors.id(), false, Shape::Condition, "`yes` of `no`", "`yes` or `no`"),
        key(NeedField::Youngest.id(), false, Shape::Condition, "`{at-least: …, at-most: …}`", "`{at-least: …, at-most: …}`"),
        key(NeedField::Sensitive.id(), false, Shape::Condition, "`yes` of `no`", "`yes` or `no`"),
        key(NeedField::Recording.id(), false, Shape::Condition, "`none`, `without-pupils`, `with-pupils`, of een lijst: een daarvan", "`none`, `without-pupils`, `with-pupils`, or a list: one of them"),
    ],
};

/// Bounds of a number in a situation.
#[rustfmt::skip]
pub(crate) static NEED_BOUNDS: Table = Table {
    what: phrase("een grens", "a bound"),
    keys: &[
        key("at-least", false, Shape::Number, "ten minste dit", "at least this"),
        key("at-most", false, Shape::Number, "ten hoogste dit", "at most this"),
    ],
};

/// The record of an item of the checklist in a dossier.
#[rustfmt::skip]
pub(crate) static ITEM_RECORD: Table = Table {
    what: phrase("de stand van een punt", "the state of an item"),
    keys: &[
        key("status", true, Shape::Word(ItemStatus::IDS), "gedaan, bezig, open, of niet van toepassing", "done, in progress, open, or not applicable"),
        key("role", false, Shape::Text, "wie het doet: een rol, geen naam", "who is responsible: a role, not a name"),
        key("on", false, Shape::Date, "wanneer het is gedaan", "when it was done"),
        key("filed", false, Shape::Text, "waar het ligt", "where it is filed"),
        key("review", false, Shape::Date, "wanneer u het opnieuw bekijkt", "when it is reviewed again"),
        key("because", false, Shape::Text, "een opmerking; bij `not-applicable` verplicht: waarom niet", "a remark; required with `not-applicable`: why not"),
    ],
};

/// The triage of one kind of exam.
#[rustfmt::skip]
pub(crate) static EXAM: Table = Table {
    what: phrase("de afweging voor een soort toets", "the triage for a kind of exam"),
    keys: &[
        key("exam", true, Shape::Text, "wat voor toets het is", "what kind of exam it is"),
        key("held", false, Shape::Date, "de dag waarop de toets is; mag nog komen", "the day on which the exam is held; may be in the future"),
        key("equal-alternative", false, Shape::Text, "hoe iemand de toets doet die niet met toezicht door software kan of wil", "how someone takes the exam who cannot or will not be supervised by software"),
        key("role", false, Shape::Text, "wie de afweging maakte: een rol, geen naam", "who answered: a role, not a name"),
        key("on", false, Shape::Date, "wanneer", "when"),
        key("steps", true, Shape::Mapping, "per stap het antwoord", "per step the answer"),
    ],
};

/// The answer to a step.
#[rustfmt::skip]
pub(crate) static STEP_RECORD: Table = Table {
    what: phrase("het antwoord op een stap", "the answer to a step"),
    keys: &[
        key("answer", false, Shape::Id, "bij een stap met `one-of`: het antwoord", "with a step that has `one-of`: the answer"),
        key("allow", false, Shape::Condition, "bij een stap met `allows`: wat mag", "with a step that has `allows`: what is allowed"),
        key("written", false, Shape::Mapping, "wat u erbij opschrijft, per vraag van de stap", "what you write down with it, per question of the step"),
    ],
};

/// A body that was consulted.
#[rustfmt::skip]
pub(crate) static CONSULTED: Table = Table {
    what: phrase("iemand die is gehoord", "a consultation"),
    keys: &[
        key("body", true, Shape::Text, "wie: een raad, commissie of functionaris", "who: a council, board or officer"),
        key("right", true, Shape::Word(Right::IDS), "waartoe: instemming (`consent`), advies (`advice`), overleg (`discussion`) of informatie (`information`); `disputed` (betwist) als instelling en raad het niet eens zijn of het instemming of advies is", "in what capacity: consent, advice, discussion or information; `disputed` when the institution and the council do not agree whether it is consent or advice"),
        key("asked", true, Shape::Text, "wat er is gevraagd", "what was asked"),
        key("outcome", false, Shape::Text, "wat eruit kwam; laat dit weg zolang het er nog niet is", "the outcome; leave this out while it is pending"),
        key("on", false, Shape::Date, "wanneer", "when"),
    ],
};

/// What was chosen.
#[rustfmt::skip]
pub(crate) static CHOICE: Table = Table {
    what: phrase("de keuze", "the choice"),
    keys: &[
        key("alternative", false, Shape::Text, "het product, of product/variant", "the product, or product/variant"),
        key("instead", false, Shape::Id, "of: wat er in plaats van een product komt", "or: what is done instead of a product"),
        key("role", false, Shape::Text, "wie koos: een rol, geen naam", "who chose: a role, not a name"),
        key("on", false, Shape::Date, "wanneer", "when"),
        key("because", true, Shape::Text, "waarom, ook als het van de volgorde afwijkt", "why, also where it departs from the ranking"),
    ],
};
