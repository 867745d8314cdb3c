//! The finding about a draft where only a finished product can stand.

use crate::codes;

codes! {
    /// A candidate, or what is in use, whose file is not finished.
    DRAFT_PRODUCT = "KH717" Error
        ("dit product is nog een concept", "this product is still a draft")
        ("Een concept wordt niet vergeleken. Maak het productbestand af en haal `draft` daar weg, of noem het product hier niet.",
         "A draft is not compared. Finish the vendor file and remove `draft` from it, or do not name the product here.");
}
