//! What only the script of the page says.

use crate::text::lang::{Phrase, phrase};

use super::template::{Counted, Template, template};

/// The value of a slider, and where it ends.
pub(crate) const VALUE: Template = template("{value} van {end}", "{value} of {end}");
/// An alternative has moved up.
pub(crate) const UP: Phrase = phrase("omhoog", "up");
/// An alternative has moved down.
pub(crate) const DOWN: Phrase = phrase("omlaag", "down");
/// The places of an alternative in the profile as it is in the data.
pub(crate) const MOVED: Template =
    template("eerst plaats {best} tot en met {worst}", "before: place {best} to {worst}");
/// Other weights changed nothing.
pub(crate) const SAME: Phrase = phrase("De volgorde blijft gelijk. ", "The order stays the same. ");
/// Other weights changed the order.
pub(crate) const CHANGED: Counted = Counted {
    one: phrase(
        "De volgorde is veranderd: 1 variant verschuift. ",
        "The order has changed: 1 variant moves. ",
    ),
    many: template(
        "De volgorde is veranderd: {n} varianten verschuiven. ",
        "The order has changed: {n} variants move. ",
    ),
};
/// Which alternative is at the top.
pub(crate) const TOP: Template = template("Bovenaan: {name}, {figures}.", "At the top: {name}, {figures}.");
/// No alternative is eligible.
pub(crate) const NO_TOP: Phrase = phrase(
    "Bij geen enkele variant is nu zeker dat er geen eis in de weg staat.",
    "For no variant is it certain now that no demand is in the way.",
);
/// All weights are zero.
pub(crate) const NOTHING: Phrase =
    phrase("Nu weegt niets mee. Er is geen volgorde.", "Every weight is zero now. There is no order.");
/// The weights are those of the profile again.
pub(crate) const RESET: Phrase =
    phrase("Alles staat weer zoals in de weging. ", "Everything is as in the profile again. ");
/// A reader chose some of the alternatives.
pub(crate) const CHOICE: Template = template("Keuze uit {all}: {n} gekozen", "Choice from {all}: {n} chosen");
/// A reader compares all alternatives again.
pub(crate) const EVERYTHING: Phrase =
    phrase("Alles wordt weer vergeleken. ", "Everything is compared again. ");
/// A profile whose weights a reader changed.
pub(crate) const OWN: Template = template("{name}, met eigen gewichten", "{name}, with your own weights");
/// The head of the column with questions.
pub(crate) const QUESTION: Phrase = phrase("Vraag", "Question");
/// Two alternatives do not differ.
pub(crate) const EQUAL: Phrase =
    phrase("Op alle vragen hetzelfde bekend.", "The same is known about every question.");
/// What a question counts for.
pub(crate) const SHARE: Template = template("telt voor {n}%", "counts for {n}%");
/// The title of a table with a few alternatives.
pub(crate) const SIDE: Template = template("{names}, vraag voor vraag", "{names}, question by question");
/// A column of that table is empty.
pub(crate) const NO_COLUMN: Phrase = phrase("– leeg –", "– empty –");
/// The title of the cards of what a reader chose.
pub(crate) const CARDS_OF_READER: Phrase = phrase("Uw keuze", "Your choice");
/// The title of the cards of a page about a choice.
pub(crate) const CARDS_OF_PAGE: Phrase = phrase("De kandidaten", "The candidates");
/// The title of the cards where nothing is chosen, of a ranking with groups.
pub(crate) const CARDS_OF_GROUPS: Phrase = phrase("Bovenaan in elke groep", "At the top of each group");
/// The title of the cards where nothing is chosen, of one list.
pub(crate) const CARDS_OF_LIST: Phrase = phrase("Bovenaan de volgorde", "At the top of the order");
/// What is added to that title where it has cards of what is in use.
pub(crate) const CARDS_AND_USED: Phrase = phrase(", en wat u nu gebruikt", ", and what you use now");
/// There are more in a choice than have a card.
pub(crate) const MORE_CARDS: Template =
    template("En nog {n}: die staan in de volgorde hieronder.", "And {n} more: they are in the order below.");
/// Before the last of a list.
pub(crate) const AND: Phrase = phrase(" en ", " and ");
/// Beside the box that chooses.
pub(crate) const CHOOSE: Phrase = phrase("kies", "choose");
/// On the button that closes all products.
pub(crate) const CLOSE: Phrase = phrase("Sluit alle producten", "Close all products");
/// On the button that closes all questions.
pub(crate) const CLOSE_QUESTIONS: Phrase = phrase("Sluit alle vragen", "Close all questions");
/// On the button that opens them.
pub(crate) const OPEN_QUESTIONS: Phrase = phrase("Open alle vragen", "Open all questions");
/// On the button that opens all products.
pub(crate) const OPEN: Phrase = phrase("Open alle producten", "Open all products");
