//! The findings that `verify` can give.

use crate::codes;

codes! {
    /// The contents of a file have changed since the bundle was made.
    CHANGED = "KH601" Error
        ("dit bestand van het pakket is veranderd", "this file of the bundle was changed")
        ("Vraag het pakket opnieuw aan wie het heeft gemaakt, of maak het opnieuw.",
         "Ask whoever made the bundle for it again, or make it again.");
    /// A file in the manifest is missing.
    MISSING = "KH602" Error
        ("dit bestand van het pakket ontbreekt", "this file of the bundle is missing")
        ("Vraag het pakket opnieuw aan wie het heeft gemaakt, of maak het opnieuw.",
         "Ask whoever made the bundle for it again, or make it again.");
    /// A file is not in the manifest.
    EXTRA = "KH603" Error
        ("dit bestand hoort niet bij het pakket", "this file does not belong to the bundle")
        ("Haal het weg, of bewaar het ergens anders: het pakket zegt er niets over.",
         "Remove it, or keep it elsewhere: the bundle says nothing about it.");
    /// The manifest was changed.
    LAST_LINE = "KH604" Error
        ("de laatste regel past niet bij de regels erboven", "the last line does not match the lines above it")
        ("Het manifest is veranderd of afgebroken. Wat het over andere bestanden zegt, is dan niets waard.",
         "The manifest was changed or cut off, so what it says about other files cannot be trusted.");
    /// A line is not valid in a manifest.
    MANIFEST_LINE = "KH605" Error
        ("deze regel hoort niet in een manifest", "this line does not belong in a manifest")
        ("Dit manifest is niet door keuzehulp geschreven.", "This manifest was not written by keuzehulp.");
    /// A link, a device, or a name that does not work on every system.
    NOT_PLAIN = "KH606" Error
        ("dit is geen gewoon bestand met een gewone naam", "this is not an ordinary file with an ordinary name")
        ("Een pakket bestaat uit gewone bestanden. Koppelingen, apparaten en vreemde namen worden niet gelezen.",
         "A bundle consists of ordinary files. Links, devices and strange names are not read.");
    /// There are more or larger files than a bundle may have.
    TOO_MUCH = "KH607" Error
        ("dit is meer dan een pakket kan zijn", "this is more than a bundle may hold")
        ("Een pakket heeft hooguit 100.100 bestanden van hooguit 256 MiB, en samen hooguit 1 GiB.",
         "A bundle has at most 100,100 files of at most 256 MiB, and at most 1 GiB together.");
    /// The fingerprint is not the one that was expected.
    NOT_EXPECTED = "KH608" Error
        ("de vingerafdruk van het manifest is een andere dan u verwacht", "the fingerprint of the manifest is not the one that you expect")
        ("Dit is een ander pakket dan waar de vingerafdruk bij hoort, of het is veranderd.",
         "This is not the bundle that the fingerprint belongs to, or it was changed.");
    /// The ranking differs.
    OTHER_RANKING = "KH609" Error
        ("uit de gegevens in het pakket komt nu een andere volgorde", "the data in the bundle now gives a different ranking")
        ("Er is een bestand veranderd, of deze versie van keuzehulp rekent anders dan de versie in het manifest.",
         "A file was changed, or this version of keuzehulp calculates differently from the version in the manifest.");
    /// The ranking cannot be made again.
    NOT_REPEATED = "KH610" Error
        ("de volgorde kan niet opnieuw worden gemaakt", "the ranking cannot be made again")
        ("De opdracht of de gegevens in het pakket kunnen niet meer worden gelezen.",
         "The command or the data in the bundle can no longer be read.");
    /// A file that has other line ends and is otherwise the same.
    LINE_ENDS = "KH611" Error
        ("alleen de regeleinden van dit bestand zijn anders", "only the line ends of this file are different")
        ("De inhoud is gelijk; git of een ander programma heeft de regeleinden veranderd. Een pakket heeft daarom een bestand `.gitattributes` met `* -text`. Heeft een ouder pakket dat niet, zet het dan in de map erboven voordat u het in git bewaart. Haal het pakket opnieuw op, of vraag het aan wie het heeft gemaakt.",
         "The content is the same; git or another program changed the line ends. That is why a bundle has a file `.gitattributes` with `* -text`. If an older bundle lacks it, put it in the folder above before you keep the bundle in git. Fetch the bundle again, or ask whoever made it.");
    /// A header of the manifest that says something else than its command or data.
    HEADER = "KH612" Error
        ("een regel van het manifest zegt iets anders dan de opdracht of de gegevens", "a line of the manifest contradicts the command or the data")
        ("De opdracht en de gegevens bepalen wat er is vergeleken. Vraag het pakket opnieuw aan wie het heeft gemaakt.",
         "The command and the data decide what was compared. Ask whoever made the bundle for it again.");
}
