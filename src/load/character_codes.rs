//! The findings about characters and letters in texts for people.

use crate::codes;

codes! {
    /// Text that was read in the wrong encoding, or that lost letters.
    DAMAGED = "KH120" Warning
        ("deze tekst is beschadigd", "this text is damaged")
        ("De letters zijn onderweg in een verkeerde codering gelezen. Kijk in de bron wat er hoort te staan, en bewaar het bestand als UTF-8.",
         "Somewhere along the way the text was read in the wrong encoding. See in the source what it should be, and save the file as UTF-8.");
    /// An entity of HTML.
    ENTITY = "KH121" Warning
        ("hier staat een teken zoals HTML het schrijft", "there is a character written as in HTML here")
        ("Schrijf het teken zelf: & en geen &amp;.", "Write the character itself: & and not &amp;.");
    /// A text wholly between the quotation marks of a word processor.
    QUOTED_TEXT = "KH122" Warning
        ("deze tekst staat helemaal tussen aanhalingstekens die YAML niet kent", "this whole text is between quotation marks that YAML does not know")
        ("Voor YAML horen die tekens bij de tekst, en ze komen in elk overzicht. Gebruik \" of ', of haal de tekens weg.",
         "In YAML these marks are part of the text, and every overview shows them. Use \" or ', or remove the marks.");
    /// A blank that is not an ordinary space, where that does harm.
    ODD_BLANK = "KH123" Warning
        ("in deze tekst staat een bijzondere spatie", "there is an unusual blank in this text")
        ("Vervang het teken door een gewone spatie of haal het weg: zoeken en vergelijken gaan anders mis. Een harde spatie binnen een tekst mag.",
         "Replace the character with an ordinary space or remove it: otherwise searching and comparing go wrong. A no-break space inside a text is fine.");
    /// A letter that is made of separate characters.
    LOOSE_LETTER = "KH124" Warning
        ("een letter staat hier in een ongewone vorm", "a letter has an unusual form here")
        ("De letter ziet er goed uit, maar bestaat uit losse tekens, zoals een e en een los accent. Typ hem opnieuw: zoeken vindt hem anders niet.",
         "The letter looks right but is made of separate characters, such as an e followed by an accent. Type it again: otherwise a search does not find it.");
    /// A word with letters of two scripts.
    MIXED_SCRIPTS = "KH125" Warning
        ("in dit woord staan letters van twee schriften door elkaar", "this word mixes letters of two scripts")
        ("Een Cyrillische of Griekse letter die op een gewone lijkt, valt niet op, en zoeken vindt het woord niet. Typ het woord opnieuw.",
         "A Cyrillic or Greek letter that looks like an ordinary one is not noticed, and a search does not find the word. Type the word again.");
}
