//! Keys of the settings of a data folder.

use crate::text::lang::phrase;

use super::{Shape, Table, key};

/// The settings.
#[rustfmt::skip]
pub(crate) static SETTINGS: Table = Table {
    what: phrase("een bestand met instellingen", "a file of settings"),
    keys: &[
        key("exceptions", false, Shape::List, "meldingen die u voor een tijd aanvaardt, elk met een reden en een einde", "findings that you accept for a time, each with a reason and an end"),
    ],
};

/// One exception.
#[rustfmt::skip]
pub(crate) static EXCEPTION: Table = Table {
    what: phrase("een uitzondering", "an exception"),
    keys: &[
        key("code", true, Shape::Text, "de code van de melding, als `KH531`; een fout kan geen uitzondering zijn", "the code of the finding, as `KH531`; an error cannot be an exception"),
        key("file", true, Shape::Text, "het bestand of de map, vanaf de gegevensmap", "the file or folder, from the data folder"),
        key("about", false, Shape::Text, "alleen meldingen die dit woord noemen, zoals de id van een bron", "only findings that name this word, such as the id of a source"),
        key("because", true, Shape::Localized, "waarom u de melding aanvaardt", "why you accept the finding"),
        key("until", true, Shape::Date, "de laatste dag; daarna komt de melding terug", "the last day; after that the finding is back"),
    ],
};
