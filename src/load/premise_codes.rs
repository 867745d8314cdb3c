//! The findings about premises, and about what rests on them.

use crate::codes;

codes! {
    /// A premise that does not exist.
    UNKNOWN_PREMISE = "KH230" Error
        ("dit uitgangspunt bestaat niet", "this premise does not exist")
        ("De uitgangspunten staan in criteria/premises.yaml; `keuzehulp list premises` noemt ze.",
         "The premises are in criteria/premises.yaml; `keuzehulp list premises` lists them.");
    /// `while` where nothing can rest on a premise.
    WHILE_PLACE = "KH231" Error
        ("`while` kan niet bij dit antwoord", "`while` is not possible with this answer")
        ("Een uitgangspunt kan bij een antwoord van `one-of` en bij een antwoord onder `named`, maar niet bij wat uw instelling zelf regelt.",
         "A premise can stand at an answer of `one-of` and at an answer under `named`, but not at what your institution sees to itself.");
    /// `else` without `while`.
    ELSE_ALONE = "KH232" Error
        ("`else` hoort bij `while`", "`else` belongs with `while`")
        ("`else` zegt wat het antwoord waard is als het uitgangspunt niet geldt. Voeg `while` toe, of haal `else` weg.",
         "`else` says what the answer is worth where the premise does not hold. Add `while`, or remove `else`.");
    /// An `else` that is better than the answer itself.
    ELSE_BETTER = "KH233" Error
        ("`else` is beter dan het antwoord zelf", "`else` is better than the answer itself")
        ("Zonder het uitgangspunt kan een antwoord niet meer waard worden. Kies een niveau dat niet beter is.",
         "Without the premise an answer cannot become worth more. Choose a level that is not better.");
    /// A last day before the first.
    PREMISE_DATES = "KH234" Error
        ("`until` is eerder dan `from`", "`until` is before `from`")
        ("Zo geldt het uitgangspunt op geen enkele dag. Kijk welke van de twee datums niet klopt.",
         "Like this the premise holds on no day at all. Check which of the two dates is wrong.");
}
