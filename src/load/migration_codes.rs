//! The findings about migrations, and about the old answers that they know.

use crate::codes;

codes! {
    /// An old answer of a migration that the criterion still has.
    STILL_AN_ANSWER = "KH220" Error
        ("dit oude antwoord heeft het criterium nog", "the criterion still has this old answer")
        ("Een id houdt voor altijd zijn betekenis. Verandert die, geef het antwoord dan een nieuwe id en haal de oude uit het criterium.",
         "An id keeps its meaning for ever. When that changes, give the answer a new id and take the old one out of the criterion.");
    /// An old answer in two migrations of one layer.
    MIGRATED_TWICE = "KH221" Error
        ("dit oude antwoord staat in twee migraties", "this old answer is in two migrations")
        ("Houd er een over: het is niet te zeggen wat ervan wordt.", "Keep one: it is unclear what becomes of it.");
    /// Old answers that become each other.
    MIGRATION_CIRCLE = "KH222" Error
        ("deze oude antwoorden worden elkaar", "these old answers become each other")
        ("Laat ten minste een ervan een antwoord worden dat het criterium nu heeft.",
         "Let at least one of them become an answer that the criterion has now.");
    /// An old answer with neither becomes nor look.
    MIGRATION_FORM = "KH223" Error
        ("bij een oud antwoord staat `becomes`, `look` of allebei", "an old answer has `becomes`, `look` or both")
        ("Schrijf bij `becomes` het nieuwe antwoord. Weet alleen een mens wat het nu is, schrijf dan bij `look` waarom.",
         "Write the new answer under `becomes`. When only a person can tell what it is now, write why under `look`.");

    /// An answer that has another id now.
    FORMER_ANSWER = "KH503" Warning
        ("dit antwoord heeft nu een andere id", "this answer has another id now")
        ("Het wordt gelezen als het nieuwe antwoord. `keuzehulp migrate` schrijft dat op.",
         "It is read as the new answer. `keuzehulp migrate` writes that down.");
    /// A fact with an old answer that a person must look at again.
    LOOK_AGAIN = "KH504" Warning
        ("naar dit oude antwoord moet iemand opnieuw kijken", "someone must look at this old answer again")
        ("Wat het nu zou zijn, kan het programma niet weten: het telt als onbekend. Kijk ernaar en vul het nieuwe antwoord in. `keuzehulp migrate` schrijft `unknown` met de reden op.",
         "The program cannot know what it would be now: it counts as unknown. Look at it and fill in the new answer. `keuzehulp migrate` writes `unknown` with the reason.");
    /// A demand with an old answer of which nobody knows what it would demand now.
    FORMER_DEMAND = "KH505" Error
        ("hier staat een antwoord dat er niet meer is", "this names an answer that no longer exists")
        ("Kies zelf welk antwoord hier nu hoort: een eis verandert nooit vanzelf.",
         "Choose the answer that belongs here now: a demand never changes by itself.");
}
