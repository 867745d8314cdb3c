//! *Lees mij*: what the workbook is, how to read it, and what it is made from.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::cards;
use super::cell::{excel_date, fit};
use super::sheet::{Setup, print_set_up};
use super::style::{Styles, height, lines};
use crate::compare::Comparison;
use crate::model::Catalogue;
use crate::report::table::ranking::{moves, stays};
use crate::report::table::{
    Names, answers, criteria, levels, matrix, own_work, questions, ranking, sources, themes,
};
use crate::report::words::{self, hearing, notes, premise, triage};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};

/// The widths of both columns, in characters.
const LABELS: u16 = 26;
const PROSE: u16 = 150;

/// What the read-me is about.
struct Book<'b> {
    comparison: &'b Comparison<'b>,
    catalogue: &'b Catalogue,
    lang: Lang,
}

impl Book<'_> {
    /// A phrase in the language of the workbook.
    fn t(&self, nl: &'static str, en: &'static str) -> String {
        phrase(nl, en).get(self.lang).to_owned()
    }
}

/// A label and the text beside it.
type Line = (String, String);

/// Writes the sheet.
///
/// # Errors
/// When it does not fit in a workbook, which would be a bug.
pub(super) fn write(
    (comparison, catalogue): (&Comparison<'_>, &Catalogue),
    workbook: &mut Workbook,
    setup: &Setup,
) -> Result<(), XlsxError> {
    let (book, styles) = (&Book { comparison, catalogue, lang: setup.lang }, &setup.styles);
    let sheet = workbook.add_worksheet();
    sheet.set_name(phrase("Lees mij", "Read me").get(book.lang))?;
    sheet.set_column_width(0, LABELS)?;
    sheet.set_column_width(1, PROSE)?;
    sheet.write_string_with_format(0, 0, fit(&title(book)), &styles.title)?;
    let mut next = 2;
    for part in [first(book), reading(book), changing(book), contents(book), made_of(book)] {
        for line in part {
            write_line(sheet, styles, next, &line)?;
            next += 1;
        }
        next += 1;
    }
    // Among the last lines the day is a date, not text.
    let label = book.t("Stand op", "As of");
    sheet.write_string_with_format(next, 0, &label, &styles.label)?;
    match excel_date(book.comparison.as_of) {
        Some(day) => sheet.write_datetime_with_format(next, 1, &day, &styles.prose_day)?,
        None => sheet.write_string_with_format(next, 1, book.comparison.as_of.to_string(), &styles.prose)?,
    };
    for line in record(book) {
        next += 1;
        write_line(sheet, styles, next, &line)?;
    }
    sheet.set_print_area(0, 0, next, 1)?;
    print_set_up(sheet, setup, 1);
    Ok(())
}

fn write_line(
    sheet: &mut Worksheet,
    styles: &Styles,
    row: u32,
    (label, text): &Line,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, fit(label), &styles.label)?;
    sheet.write_string_with_format(row, 1, fit(text), &styles.prose)?;
    sheet.set_row_height(row, height(lines(text, PROSE).max(lines(label, LABELS))))?;
    Ok(())
}

fn title(book: &Book<'_>) -> String {
    let comparison = book.comparison;
    let kind = comparison.kind.title.get(book.lang);
    let count = words::variants(comparison.compared, book.lang);
    let some = notes::chosen(comparison, book.lang).map(|some| format!(", {some}")).unwrap_or_default();
    match book.lang {
        Lang::Nl => format!("{kind}: {count} vergeleken{some}"),
        Lang::En => format!("{kind}: {count} compared{some}"),
    }
}

/// What nobody should miss.
fn first(book: &Book<'_>) -> Vec<Line> {
    let (comparison, lang) = (book.comparison, book.lang);
    let mut lines = Vec::new();
    for (number, line) in premise::lines(comparison, lang).into_iter().enumerate() {
        lines.push((if number == 0 { book.t("Uitgangspunten", "Premises") } else { String::new() }, line));
    }
    if let Some(ask_first) = &comparison.kind.ask_first {
        lines.push((book.t("Eerst deze vraag", "First, this question"), ask_first.get(lang).to_owned()));
    }
    for (number, (_, instead)) in comparison.instead.iter().enumerate() {
        let label = if number == 0 { book.t("Het kan ook zo", "Another way") } else { String::new() };
        lines.push((label, format!("{}: {}", instead.title.get(lang), instead.what.get(lang))));
    }
    for line in triage::lines(comparison, lang) {
        lines.push((book.t("Uw afweging", "Your triage"), line));
    }
    lines.push((
        book.t("Wat dit is", "What this is"),
        book.t(
            "Een vergelijking om samen te bespreken, bijvoorbeeld in de medezeggenschapsraad. Elk antwoord rust op een bron met een datum. Wat niet bekend is, blijft open: het telt niet als ja, niet als nee en niet als nul.",
            "A comparison to discuss together, for example in the participation council. Each answer rests on a source with a date. What is not known stays open: it does not count as yes, as no or as zero.",
        ),
    ));
    lines.push((book.t("Let wel", "Please note"), words::HIGHER.get(lang).to_owned()));
    if let Some(line) = hearing::compared_line(comparison, lang) {
        lines.push((book.t("Wie is gehoord", "Who was heard"), line));
    }
    lines.push((book.t("Wat dit niet is", "What this is not"), words::DISCLAIMER.get(lang).to_owned()));
    lines
}

/// How to read it, and three things to watch.
fn reading(book: &Book<'_>) -> Vec<Line> {
    vec![
        (
            book.t("Zo leest u het", "How to read it"),
            book.t(
                "Punten van: de punten met bron. Met eigen werk: wat het wordt als uw instelling alles wat zij zelf regelt zo goed mogelijk doet. Punten tot: wat een product haalt als ook elke open vraag gunstig uitvalt. De werkelijkheid ligt ertussen. Plaats 1–7: het product kan nog op elke plaats van 1 tot en met 7 uitkomen als alles bekend is. Producten zonder plaats tellen daarin mee.",
                "Points from: the points with a source. With own work: what it becomes if your institution does all that it sees to itself as well as can be. Points to: what a product reaches if every open question turns out well too. The truth lies between them. Place 1–7: the product can still end up anywhere from place 1 to 7 once everything is known. Products without a place are counted too.",
            ),
        ),
        (
            book.t("Let op: 1", "Note 1"),
            book.t(
                "Kijk eerst naar de eisen op het blad Rangorde. Wie een eis niet haalt, maakt dat met punten niet goed. “Als u dit afspreekt of regelt” telt eisen die u met het contract, de beheerder of eigen werk moet invullen.",
                "Look at the demands on the sheet Ranking first. A product that does not meet a demand cannot make up for that with points. “If you agree on it or arrange it” counts demands that the contract, the administrator or your own work must meet.",
            ),
        ),
        (
            book.t("Let op: 2", "Note 2"),
            book.t(
                "Kijk hoe ver Punten van en Punten tot uit elkaar liggen. Is het verschil groot, dan is er nog veel niet bekend. Het blad Open vragen zegt wat u aan wie kunt vragen.",
                "Look at how far apart Points from and Points to are. If the difference is large, much is not known yet. The sheet Open questions says what you can ask, and whom.",
            ),
        ),
        (
            book.t("Let op: 3", "Note 3"),
            book.t(
                "Veel antwoorden zegt de aanbieder zelf, en een bron kan sinds de leesdatum zijn veranderd. Op het blad Antwoorden staan bij elk antwoord het citaat, de bron, de datum en hoe sterk de bron is.",
                "Many answers are what the vendor says itself, and a source may have changed since it was read. The sheet Answers gives the quotation, the source, the date and the grade of the source with each answer.",
            ),
        ),
    ]
}

/// What people may change, and what follows from it.
fn changing(book: &Book<'_>) -> Vec<Line> {
    let mut text = book.t(
        "Dat kan: verander de gele cellen op de bladen Criteria en Verdeling.",
        "You can do that: change the yellow cells on the sheets Criteria and Themes.",
    );
    text.push(' ');
    text.push_str(moves(book.comparison).get(book.lang));
    vec![
        (book.t("Zelf anders wegen", "Using other weights"), text),
        (String::new(), stays(book.comparison).get(book.lang).to_owned()),
        (
            String::new(),
            book.t(
                "Leg vast wat u veranderde. De getallen bij de meegeleverde weging zijn gelijk aan die van het programma; Open vragen, Bron zonder datum en Oude bron zijn aantallen bij die weging.",
                "Write down what you changed. With the weights as delivered, the numbers equal those of the program; Open questions, Source without a date and Old source are counts with those weights.",
            ),
        ),
    ]
}

/// The other sheets.
fn contents(book: &Book<'_>) -> Vec<Line> {
    let about = [
        (
            ranking::NAMES,
            phrase(
                "de producten op volgorde, met punten en eisen",
                "the products in order, with points and demands",
            ),
        ),
        (
            matrix::NAMES,
            phrase("per thema een woord voor elk product", "a word for each theme of each product"),
        ),
        (
            own_work::NAMES,
            phrase(
                "wat u bij een product zelf regelt, instelt en afspreekt",
                "what you see to, set and agree on yourself with a product",
            ),
        ),
        (
            criteria::NAMES,
            phrase(
                "waarop is vergeleken, waarom, en hoe zwaar het telt",
                "what was compared, why, and how much it counts",
            ),
        ),
        (themes::NAMES, phrase("hoeveel elk thema telt", "how much each theme counts")),
        (
            answers::NAMES,
            phrase("elk antwoord met citaat, bron en datum", "each answer with quotation, source and date"),
        ),
        (sources::NAMES, phrase("alle bronnen, met een link", "all sources, with a link")),
        (
            questions::NAMES,
            phrase(
                "wat niet bekend is, en wie het kan uitwijzen",
                "what is not known, and who can settle it",
            ),
        ),
        (levels::NAMES, phrase("waar de formules mee rekenen", "what the formulas calculate with")),
    ];
    let lang = book.lang;
    let first = (cards::NAME, phrase("elke kandidaat op een kaart", "each candidate on a card"));
    let about = about.into_iter().map(|(Names(_, sheet), what)| (sheet, what));
    let line = |(number, (sheet, what)): (usize, (Phrase, Phrase))| {
        let label = if number == 0 { book.t("De bladen", "The sheets") } else { String::new() };
        (label, format!("{}: {}", sheet.get(lang), what.get(lang)))
    };
    std::iter::once(first).chain(about).enumerate().map(line).collect()
}

/// The profile, and everything that differs from the defaults.
fn made_of(book: &Book<'_>) -> Vec<Line> {
    let (comparison, lang) = (book.comparison, book.lang);
    let profile = notes::profile_line(comparison, lang);
    // The line begins with the word that is the label here.
    let profile = profile.split_once(": ").map_or(profile.as_str(), |(_, rest)| rest).to_owned();
    let mut lines = vec![
        (book.t("Wat telt hoe zwaar", "What counts how much"), profile),
        (book.t("Waarom zo gewogen", "Why these weights"), comparison.profile.because.get(lang).to_owned()),
    ];
    let none = |list: Vec<String>| if list.is_empty() { vec![book.t("Geen.", "None.")] } else { list };
    let mut listed = |label: String, list: Vec<String>| {
        for (number, line) in none(list).into_iter().enumerate() {
            lines.push((if number == 0 { label.clone() } else { String::new() }, line));
        }
    };
    listed(book.t("Eigen keuzes", "Your own choices"), notes::override_lines(comparison, lang));
    listed(book.t("Uw situatie", "Your situation"), notes::situation(comparison, lang));
    for (why, rows) in notes::unranked(comparison, lang) {
        let line = |(name, reasons): (String, Vec<String>)| format!("{name}. {}", reasons.join(" "));
        listed(why.get(lang).to_owned(), rows.into_iter().map(line).collect());
    }
    listed(
        book.t("Eigen gegevens", "Data of your own"),
        notes::deviation_lines(comparison, book.catalogue, lang),
    );
    listed(book.t("Weggelaten bestanden", "Files left out"), notes::left_out_lines(comparison, lang));
    if !comparison.retired.is_empty() {
        let retired = comparison.retired.iter().filter_map(|product| {
            let on = words::date(product.retired.as_ref()?.on, lang);
            Some(match lang {
                Lang::Nl => format!("{} (sinds {on})", product.name),
                Lang::En => format!("{} (since {on})", product.name),
            })
        });
        listed(book.t("Bestaat niet meer", "No longer exists"), retired.collect());
    }
    lines
}

/// What the workbook was made from.
fn record(book: &Book<'_>) -> Vec<Line> {
    let comparison = book.comparison;
    let by = words::rank_by(comparison.rank_by).get(book.lang);
    vec![
        (
            book.t("Volgorde", "Order"),
            match book.lang {
                Lang::Nl => format!("naar {by}"),
                Lang::En => format!("by {by}"),
            },
        ),
        (book.t("Gegevensversie", "Data version"), comparison.sha256.to_owned()),
        (book.t("Programma", "Program"), format!("keuzehulp {}", env!("CARGO_PKG_VERSION"))),
    ]
}
