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
/// The title of a table with two alternatives.
pub(crate) const PAIR: Template =
    template("{a} en {b}, vraag voor vraag", "{a} and {b}, question by question");
/// On the button that closes all products.
pub(crate) const CLOSE: Phrase = phrase("Sluit alle producten", "Close all products");
/// On the button that opens them.
pub(crate) const OPEN: Phrase = phrase("Open alle producten", "Open all products");
