//! The headers of the tables, for people and for machines.

use crate::text::lang::{Phrase, phrase};

/// A header: for people, and for machines.
pub(super) struct Header(pub(super) Phrase, pub(super) &'static str);

#[rustfmt::skip]
pub(super) const OVERVIEW: [Header; 24] = [
    Header(phrase("Groep", "Group"), "group"),
    Header(phrase("Volgorde", "Order"), "order"),
    Header(phrase("Product", "Product"), "product"),
    Header(phrase("Aanbieder", "Vendor"), "vendor"),
    Header(phrase("Uitvoering", "Variant"), "variant"),
    Header(phrase("Punten minstens", "Points at least"), "points_low"),
    Header(phrase("Punten hoogstens", "Points at most"), "points_high"),
    Header(phrase("Plaats op zijn best", "Best place"), "place_best"),
    Header(phrase("Plaats op zijn slechtst", "Worst place"), "place_worst"),
    Header(phrase("Bekend (%)", "Known (%)"), "known_percent"),
    Header(phrase("Alleen eigen opgave (%)", "Vendor's word only (%)"), "own_word_percent"),
    Header(phrase("Valt af op", "Knocked out by"), "knocked_out_by"),
    Header(phrase("Harde eisen nog open", "Hard demands still open"), "demands_open"),
    Header(phrase("Mits", "Provided that"), "conditions"),
    Header(phrase("Open vragen", "Open questions"), "open_questions"),
    Header(phrase("Verouderde antwoorden", "Stale answers"), "stale_answers"),
    Header(phrase("Volgorde bij gelijke weging", "Order with equal weights"), "order_equal_weights"),
    Header(phrase("Reactie aanbieder", "Vendor's reply"), "vendor_reply"),
    Header(phrase("Eigen afwijkingen", "Own deviations"), "own_deviations"),
    Header(phrase("Weging", "Profile"), "profile"),
    Header(phrase("Peildatum", "As-of date"), "as_of"),
    Header(phrase("Gegevensversie", "Data version"), "data_version"),
    Header(phrase("Product-id", "Product id"), "product_id"),
    Header(phrase("Let op", "Please note"), "note"),
];

#[rustfmt::skip]
pub(super) const TIDY: [Header; 26] = [
    Header(phrase("Product", "Product"), "product"),
    Header(phrase("Uitvoering", "Variant"), "variant"),
    Header(phrase("Thema", "Theme"), "theme"),
    Header(phrase("Criterium", "Criterion"), "criterion"),
    Header(phrase("Vraag", "Question"), "question"),
    Header(phrase("Antwoord", "Answer"), "answer"),
    Header(phrase("Niveau", "Level"), "level"),
    Header(phrase("Deel van de punten minstens", "Part of the points at least"), "part_low"),
    Header(phrase("Deel van de punten hoogstens", "Part of the points at most"), "part_high"),
    Header(phrase("Gewicht (%)", "Weight (%)"), "weight_percent"),
    Header(phrase("Stand", "Status"), "status"),
    Header(phrase("Onderbouwing", "Evidence"), "evidence"),
    Header(phrase("Bron", "Source"), "source"),
    Header(phrase("Gelezen op", "Date read"), "date_read"),
    Header(phrase("Sterkte van de bron", "Grade of the source"), "grade"),
    Header(phrase("Punten minstens", "Points at least"), "points_low"),
    Header(phrase("Punten hoogstens", "Points at most"), "points_high"),
    Header(phrase("Plaats op zijn best", "Best place"), "place_best"),
    Header(phrase("Plaats op zijn slechtst", "Worst place"), "place_worst"),
    Header(phrase("Bekend (%)", "Known (%)"), "known_percent"),
    Header(phrase("Weging", "Profile"), "profile"),
    Header(phrase("Peildatum", "As-of date"), "as_of"),
    Header(phrase("Gegevensversie", "Data version"), "data_version"),
    Header(phrase("Product-id", "Product id"), "product_id"),
    Header(phrase("Criterium-id", "Criterion id"), "criterion_id"),
    Header(phrase("Let op", "Please note"), "note"),
];

/// The columns of the quickscan before its five questions.
#[rustfmt::skip]
pub(super) const BEFORE_POINTS: [Header; 2] = [
    Header(phrase("Applicatie", "Application"), "application"),
    Header(phrase("Toepassing", "Use"), "use"),
];

/// The three columns of the quickscan after its five questions, and what every
/// table repeats.
#[rustfmt::skip]
pub(super) const AFTER_POINTS: [Header; 13] = [
    Header(phrase("Bijzonderheden", "Remarks"), "remarks"),
    Header(phrase("Privacybeleid", "Privacy policy"), "privacy_policy"),
    Header(phrase("Datum gecheckt", "Date checked"), "date_checked"),
    Header(phrase("Punten minstens", "Points at least"), "points_low"),
    Header(phrase("Punten hoogstens", "Points at most"), "points_high"),
    Header(phrase("Plaats op zijn best", "Best place"), "place_best"),
    Header(phrase("Plaats op zijn slechtst", "Worst place"), "place_worst"),
    Header(phrase("Bekend (%)", "Known (%)"), "known_percent"),
    Header(phrase("Weging", "Profile"), "profile"),
    Header(phrase("Peildatum", "As-of date"), "as_of"),
    Header(phrase("Gegevensversie", "Data version"), "data_version"),
    Header(phrase("Product-id", "Product id"), "product_id"),
    Header(phrase("Let op", "Please note"), "note"),
];
