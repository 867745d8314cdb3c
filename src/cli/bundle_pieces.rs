//! The files of a bundle: their contents, their paths, and who they are for.

use crate::bundle::ATTRIBUTES;
use crate::report::table::Shape;
use crate::text::lang::{Phrase, phrase};

/// The content of a file of the bundle.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    ReadMe,
    /// What keeps git from changing line ends.
    Attributes,
    Page,
    Workbook,
    Markdown,
    Unknown,
    Deviations,
    /// The table for people; those in the folder of tables are for programs.
    Council,
    Csv(Shape),
    DataPackage,
    Json,
    /// The memo for the council.
    Memo(Form),
    /// The institution's checklist.
    Checklist(Form),
    /// The institution's triage.
    Triage(Form),
    /// The sheet of settings of what was chosen.
    Settings(Form),
}

/// The format of one of the institution's documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Page,
    Markdown,
    Csv,
}

/// A file of the bundle: its content, its path, its description, and whether people
/// open it.
pub(super) struct Piece(pub(super) Part, pub(super) Phrase, pub(super) Phrase, pub(super) bool);

/// The files of a bundle, in the order of the read-me. A new format of a comparison
/// is added here and in `content` of its maker, and nowhere else; tables precede the
/// document that describes them.
#[rustfmt::skip]
pub(super) const PIECES: &[Piece] = &[
    Piece(Part::ReadMe, phrase("lees-mij.txt", "read-me.txt"),
        phrase("dit bestand", "this file"), true),
    Piece(Part::Memo(Form::Page), phrase("besluitnota.html", "memo.html"),
        phrase("een bladzijde voor de raad: wat wordt u gevraagd, en waarom", "one page for the council: what is asked of you, and why"), true),
    Piece(Part::Memo(Form::Markdown), phrase("besluitnota.md", "memo.md"),
        phrase("dezelfde nota als tekst, voor een mail of een agenda", "the same memo as text, for a mail or an agenda"), true),
    Piece(Part::Triage(Form::Page), phrase("instelling/afweging.html", "institution/triage.html"),
        phrase("de afweging vooraf: is een product nodig, en kan het minder ingrijpend?", "the triage: is a product needed, and is there a less intrusive way?"), true),
    Piece(Part::Checklist(Form::Page), phrase("instelling/checklist.html", "institution/checklist.html"),
        phrase("wat de instelling zelf regelt, en hoe dat staat", "what the institution arranges itself, and how much of it is done"), true),
    Piece(Part::Settings(Form::Page), phrase("instelling/instellingen.html", "institution/settings.html"),
        phrase("wat de beheerder instelt, afspreekt en navraagt bij het product dat is gekozen", "what the administrator sets, agrees on and finds out for the product that was chosen"), true),
    Piece(Part::Page, phrase("vergelijking.html", "comparison.html"),
        phrase("de vergelijking als bladzijde, om te lezen, af te drukken en gewichten te proberen", "the comparison as a page, to read, to print and to try out weights"), true),
    Piece(Part::Workbook, phrase("vergelijking.xlsx", "comparison.xlsx"),
        phrase("de vergelijking als werkmap voor een spreadsheet, met alle bronnen", "the comparison as a workbook for a spreadsheet, with all sources"), true),
    Piece(Part::Markdown, phrase("vergelijking.md", "comparison.md"),
        phrase("de vergelijking als tekst, voor een mail of een verslag", "the comparison as text, for a mail or minutes"), true),
    Piece(Part::Council, phrase("vergelijking.csv", "comparison.csv"),
        phrase("de vergelijking voor een spreadsheet: een rij per variant, past op een liggend A4", "the comparison for a spreadsheet: a row per variant, fits on A4 landscape"), true),
    Piece(Part::Unknown, phrase("onbekend.md", "unknown.md"),
        phrase("wat nog open is, per product, en wie het antwoord kan geven", "what is still open, per product, and who can give the answer"), true),
    Piece(Part::Deviations, phrase("afwijkingen.md", "deviations.md"),
        phrase("welke gewichten, eisen en gegevens van uzelf zijn, en waarom", "which weights, requirements and data are your own, and why"), true),
    Piece(Part::Csv(Shape::Wide), phrase("csv/overzicht.csv", "csv/overview.csv"),
        phrase("de vergelijking met alle antwoorden: een rij per variant", "the comparison with all answers: a row per variant"), false),
    Piece(Part::Csv(Shape::Tidy), phrase("csv/antwoorden.csv", "csv/answers.csv"),
        phrase("elk antwoord met zijn bron: een rij per variant en criterium", "every answer with its source: a row per variant and criterion"), false),
    Piece(Part::Csv(Shape::Quickscan), phrase("csv/quickscan.csv", "csv/quickscan.csv"),
        phrase("de tien kolommen van de privacy-quickscan van lesopafstand.nl", "the ten columns of the privacy quickscan of lesopafstand.nl"), false),
    Piece(Part::DataPackage, phrase("csv/datapackage.json", "csv/datapackage.json"),
        phrase("wat er in de drie tabellen staat, voor programma's (Frictionless Data Package)", "what the three tables contain, for programs (Frictionless Data Package)"), false),
    Piece(Part::Triage(Form::Csv), phrase("instelling/afweging.csv", "institution/triage.csv"),
        phrase("de afweging vooraf als tabel", "the triage as a table"), false),
    Piece(Part::Checklist(Form::Csv), phrase("instelling/checklist.csv", "institution/checklist.csv"),
        phrase("de checklist als tabel", "the checklist as a table"), false),
    Piece(Part::Settings(Form::Csv), phrase("instelling/instellingen.csv", "institution/settings.csv"),
        phrase("het instellingenblad als tabel", "the sheet of settings as a table"), false),
    Piece(Part::Json, phrase("vergelijking.json", "comparison.json"),
        phrase("de hele vergelijking, voor programma's", "the whole comparison, for programs"), false),
    Piece(Part::Attributes, phrase(ATTRIBUTES, ATTRIBUTES),
        phrase("zegt git de regeleinden met rust te laten, zodat het pakket in git hetzelfde blijft", "tells git to leave line ends alone, so that the bundle stays the same in git"), false),
];

/// The folder of the input in a bundle.
pub(super) const DATA: Phrase = phrase("gegevens", "data");
/// The location of a profile that was given by its path.
pub(super) const PROFILE: Phrase = phrase("weging", "profile");
