//! The findings that any YAML file can have, whatever its subject.

/// Defines findings as constants and lists them, in order, in `ALL`.
#[doc(hidden)]
#[macro_export]
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $severity:ident
        ($nl:literal, $en:literal) ($advice_nl:literal, $advice_en:literal);)*) => {
        $($(#[$doc])* pub(crate) static $name: $crate::text::Code = $crate::text::Code {
            id: $id,
            severity: $crate::text::Severity::$severity,
            title: $crate::text::lang::phrase($nl, $en),
            advice: $crate::text::lang::phrase($advice_nl, $advice_en),
        };)*
        /// Every kind of finding of this module, in order of code.
        pub static ALL: &[&$crate::text::Code] = &[$(&$name),*];
    };
}

codes! {
    /// The bytes are not UTF-8.
    NOT_UTF8 = "KH001" Error
        ("het bestand is geen UTF-8", "the file is not UTF-8")
        ("Bewaar het bestand opnieuw als UTF-8. In een andere codering worden letters als é onleesbaar.",
         "Save the file again as UTF-8. In another encoding letters such as é become unreadable.");
    /// The file is larger than a data file may be.
    TOO_LARGE = "KH002" Error
        ("het bestand is te groot", "the file is too large")
        ("Een gegevensbestand is hooguit 1 MiB. Splits het op, of kijk of er iets anders in staat.",
         "A data file is at most 1 MiB. Split it, or check whether it contains something else.");
    /// Nothing but white space and comments.
    EMPTY_FILE = "KH003" Error
        ("het bestand is leeg", "the file is empty")
        ("Vul het bestand of verwijder het. Een leeg bestand zegt niets over een product.",
         "Fill in the file or remove it. An empty file says nothing about a product.");
    /// The YAML grammar is broken.
    SYNTAX = "KH004" Error
        ("dit is geen geldige YAML", "this is not valid YAML")
        ("De tekst kan niet worden gelezen. Vaak helpt het om tekst tussen aanhalingstekens te zetten of in een blok met `>-`.",
         "The text cannot be read. It often helps to put text in quotes or in a block with `>-`.");
    /// An anchor (`&name`).
    ANCHOR = "KH005" Error
        ("ankers (`&naam`) horen niet in deze bestanden", "anchors (`&name`) do not belong in these files")
        ("Schrijf de tekst uit op elke plek. Met ankers kan een klein bestand heel groot worden, en is niet te zien wat er staat.",
         "Write the text out in each place. Anchors let a small file grow huge and hide what it says.");
    /// An alias (`*name`).
    ALIAS = "KH006" Error
        ("verwijzingen (`*naam`) horen niet in deze bestanden", "aliases (`*name`) do not belong in these files")
        ("Schrijf de tekst uit op elke plek.", "Write the text out in each place.");
    /// A tag (`!name`).
    TAG = "KH007" Error
        ("typeaanduidingen (`!naam`) horen niet in deze bestanden", "tags (`!name`) do not belong in these files")
        ("Haal de aanduiding weg. Begint uw tekst met een uitroepteken, zet de tekst dan tussen aanhalingstekens.",
         "Remove the tag. If your text begins with an exclamation mark, put it in quotes.");
    /// A merge key (`<<`).
    MERGE_KEY = "KH008" Error
        ("samenvoegen met `<<` kan niet in deze bestanden", "merging with `<<` is not possible in these files")
        ("Schrijf de sleutels uit.", "Write the keys out.");
    /// A directive (`%YAML`, `%TAG`).
    DIRECTIVE = "KH009" Error
        ("regels die met `%` beginnen horen niet in deze bestanden", "lines that begin with `%` do not belong in these files")
        ("Haal de regel weg. Begint uw tekst met een procentteken, zet de tekst dan tussen aanhalingstekens.",
         "Remove the line. If your text begins with a percent sign, put it in quotes.");
    /// More than one document in one file.
    SECOND_DOCUMENT = "KH010" Error
        ("na `---` of `...` begint een tweede document", "after `---` or `...` a second document begins")
        ("Zet elk document in een eigen bestand.", "Put each document in a file of its own.");
    /// A tab at the start of a line.
    TAB = "KH011" Error
        ("deze regel springt in met een tab", "this line is indented with a tab")
        ("Gebruik spaties: twee per niveau.", "Use spaces: two for each level.");
    /// The same key twice in one mapping.
    DUPLICATE_KEY = "KH012" Error
        ("deze sleutel staat er twee keer", "duplicate key")
        ("Voeg de twee samen of haal er een weg. Het is niet te zeggen welke van de twee geldt.",
         "Merge the two or remove one: it is unclear which one counts.");
    /// A key that is not plain text.
    COMPLEX_KEY = "KH013" Error
        ("een sleutel is altijd gewone tekst", "a key is always plain text")
        ("Schrijf `sleutel: waarde`, zonder haken of lijst als sleutel.", "Write `key: value`, without brackets or a list as the key.");
    /// A key or list item without a value.
    EMPTY_VALUE = "KH014" Error
        ("hier staat niets", "this value is empty")
        ("Vul iets in of haal de regel weg. Is een antwoord over een product niet te vinden, schrijf dan `unknown: reden`.",
         "Fill in a value or remove the line. If an answer about a product cannot be found, write `unknown: reason`.");
    /// A control character, raw or from an escape.
    CONTROL_CHARACTER = "KH015" Error
        ("hier staat een besturingsteken", "there is a control character here")
        ("Haal het teken weg. Besturingstekens kunnen een scherm of spreadsheet iets laten doen.",
         "Remove the character. Control characters can make a screen or spreadsheet do things.");
    /// A character that is invisible or changes the direction of text.
    INVISIBLE_CHARACTER = "KH016" Error
        ("hier staat een onzichtbaar teken", "there is an invisible character here")
        ("Haal het teken weg. Met zulke tekens staat er iets anders dan u leest.",
         "Remove the character. Such characters make a text differ from what you read.");
    /// Nested too deeply.
    TOO_DEEP = "KH017" Error
        ("dit is te diep genest", "this is nested too deeply")
        ("Een bestand gaat hooguit 32 niveaus diep.", "A file can be at most 32 levels deep.");
    /// Too many nodes.
    TOO_MANY_NODES = "KH018" Error
        ("het bestand heeft te veel onderdelen", "the file has too many parts")
        ("Een bestand heeft hooguit 100.000 sleutels en waarden.", "A file has at most 100,000 keys and values.");
    /// A scalar that is too long.
    TEXT_TOO_LONG = "KH019" Error
        ("deze tekst is te lang", "this text is too long")
        ("Een tekst is hooguit 64 KiB.", "A text is at most 64 KiB.");
    /// More findings in one file than are shown.
    MORE_FINDINGS = "KH020" Error
        ("er is nog meer mis met dit bestand", "there is more wrong with this file")
        ("Los eerst de meldingen hierboven op en controleer opnieuw.", "Fix the findings above first, then check again.");
    /// Markers of a merge conflict.
    MERGE_CONFLICT = "KH021" Error
        ("hier is een samenvoegconflict blijven staan", "a merge conflict was left here")
        ("Git kon twee wijzigingen niet samenvoegen en schreef beide op. Kies welke regels blijven, en haal de markeringen weg.",
         "Git could not merge two changes and wrote both down. Choose which lines stay, and remove the markers.");
    /// A character that looks like a space or hyphen where only those can be.
    LOOK_ALIKE = "KH022" Error
        ("hier staat een teken dat op een spatie of streepje lijkt", "there is a character here that looks like a space or hyphen")
        ("Zulke tekens komen mee als u tekst uit een document of van een website plakt. Vervang het teken door een gewone spatie of een gewoon streepje, of haal het weg.",
         "Such characters come along when you paste text from a document or website. Replace the character with an ordinary space or hyphen, or remove it.");
    /// Quotation marks of a word processor where YAML needs its own.
    TYPED_QUOTES = "KH023" Error
        ("dit zijn voor YAML geen aanhalingstekens", "these are not quotation marks in YAML")
        ("Een tekstverwerker maakt van \" en ' andere tekens. Voor YAML zijn dat gewone letters. Gebruik \" of '.",
         "A word processor turns \" and ' into other characters. In YAML those are letters like any other. Use \" or '.");
    /// A file that is not formatted, because it could lose something.
    NOT_FORMATTED = "KH024" Warning
        ("de opmaak van dit bestand blijft zoals zij is", "this file is not formatted")
        ("Alleen `fmt` geeft deze melding. Het bestand is zo geschreven dat niet zeker is dat alles op zijn plek blijft; dan verandert `fmt` niets. Schrijf de aangewezen regel zoals in de andere bestanden.",
         "Only `fmt` gives this finding. The file is written in such a way that it is not certain that everything stays in its place, so `fmt` changes nothing. Write the line that is shown as in the other files.");
}
