//! What goes into a bundle beside the comparison itself: the read-me, what is
//! not known, and what the institution's own data changes.

use std::fmt::Write as _;

use crate::assess::Ratio;
use crate::compare::{Block, Comparison, Row, block_rows};
use crate::model::{Catalogue, SettledBy};
use crate::report::words::describe;
use crate::text::Lang;
use crate::text::lang::phrase;

use super::markdown::Page;
use super::terminal::paper::wrap;
use super::words::notes::{deviation_lines, override_lines, profile_line};
use super::words::{self, notes, triage};

/// The longest line of the read-me.
const WIDTH: usize = 76;

/// What the read-me says of a bundle.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The files that people open, each with what it is, in order.
    pub files: &'a [(String, String)],
    /// Other files and folders, each with what it is.
    pub others: &'a [(String, String)],
    /// The command that makes the comparison again.
    pub command: &'a str,
    /// The tool and its version.
    pub tool: &'a str,
}

/// The read-me of a bundle, as plain text.
#[must_use]
pub fn read_me(comparison: &Comparison<'_>, about: &About<'_>, lang: Lang) -> String {
    let mut text = String::new();
    let mut put = |first: &str, words: &str| {
        let indent = first.chars().count();
        for (number, line) in wrap(words, Some(WIDTH - indent)).into_iter().enumerate() {
            let start = if number == 0 { first.to_owned() } else { " ".repeat(indent) };
            // Writing into a String cannot fail.
            let _ = writeln!(text, "{}", format!("{start}{line}").trim_end());
        }
    };
    let heading = |nl: &'static str, en: &'static str| phrase(nl, en).get(lang).to_owned();
    put("", &words::compared(comparison, lang));
    put("", "");
    put("", words::DISCLAIMER.get(lang));
    put("", "");
    if let Some(ask_first) = &comparison.kind.ask_first {
        put("", ask_first.get(lang));
        put("", "");
    }
    put("", &heading("WAT IS DIT?", "WHAT IS THIS?"));
    put("", phrase(
        "Deze map is een pakket van keuzehulp. Het hoort bij één keuze, op één dag. U kunt het bewaren bij het verslag van de vergadering. Alles wat nodig is om de vergelijking later na te kijken of opnieuw te maken, zit erin.",
        "This folder is a bundle of keuzehulp. It belongs to one choice, on one day. You can keep it with the minutes of the meeting. Everything needed to check the comparison later, or to make it again, is in it.",
    ).get(lang));
    put("", "");
    put("", &notes::record(comparison, comparison.sha256, lang));
    put("", &profile_line(comparison, lang));
    for line in override_lines(comparison, lang).into_iter().chain(notes::situation(comparison, lang)) {
        put("", &line);
    }
    put(
        "",
        &match lang {
            Lang::Nl => format!("Gemaakt met {}.", about.tool),
            Lang::En => format!("Made with {}.", about.tool),
        },
    );
    for (title, files) in [
        (heading("WELK BESTAND IS WAT?", "WHICH FILE IS WHAT?"), about.files),
        (heading("VOOR WIE HET WIL NAKIJKEN", "FOR WHO WANTS TO CHECK IT"), about.others),
    ] {
        put("", "");
        put("", &title);
        for (path, what) in files {
            put("- ", &format!("{path}: {what}"));
        }
    }
    put("", "");
    put("", &heading("ZO LEEST U DE VOLGORDE", "HOW TO READ THE ORDER"));
    put("", words::HIGHER.get(lang));
    put("", words::PLACES_AND_POINTS.get(lang));
    put("", "");
    put("", &heading("IS HET PAKKET NOG HETZELFDE?", "IS THE BUNDLE STILL THE SAME?"));
    put("", phrase(
        "Bij het maken is een vingerafdruk getoond: een lange reeks letters en cijfers. Die hoort in het verslag. Ga naar de map waar deze map in staat en geef, met de naam van deze map:",
        "When it was made a fingerprint was shown: a long row of letters and digits. It belongs in the minutes. Go to the folder that this folder stands in and give, with the name of this folder:",
    ).get(lang));
    put("", "");
    put(
        "  ",
        &format!(
            "keuzehulp verify {} --expect {}",
            phrase("MAP", "FOLDER").get(lang),
            phrase("VINGERAFDRUK", "FINGERPRINT").get(lang)
        ),
    );
    put("", "");
    put("", phrase(
        "Dat noemt elk bestand dat is veranderd, ontbreekt of er niet hoort, en zegt of dezelfde volgorde eruit komt. Zonder keuzehulp kan het ook, in deze map: `sha256sum -c manifest.txt` kijkt de bestanden na, en `sha256sum manifest.txt` geeft de vingerafdruk.",
        "That names every file that was changed, is missing or does not belong, and says whether the same order comes out. It can be done without keuzehulp too, in this folder: `sha256sum -c manifest.txt` checks the files, and `sha256sum manifest.txt` gives the fingerprint.",
    ).get(lang));
    put("", "");
    put("", &heading("OPNIEUW MAKEN", "MAKING IT AGAIN"));
    put("", phrase("Geef in deze map:", "Give in this folder:").get(lang));
    put("", "");
    let _ = writeln!(text, "  {}", crate::text::safe::clean(about.command));
    text
}

/// What is not settled, per alternative and by who can settle it, as Markdown.
#[must_use]
pub fn unknown(comparison: &Comparison<'_>, lang: Lang) -> String {
    let mut page = Page(String::new());
    page.heading(1, phrase("Wat nog open is", "What is still open").get(lang));
    page.paragraph(
        phrase(
            "Per product staat hier welke vragen nog openstaan en wie het antwoord kan geven. Het gaat om vragen die meewegen. Een open vraag telt niet als ja en niet als nee: ze maakt de bandbreedte groter.",
            "Per product this says which questions are still open and who can give the answer. Only questions that weigh are named. An open question does not count as yes and not as no: it widens the range.",
        )
        .get(lang),
    );
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(criterion)) = (group, comparison.grouped_by) {
            page.heading(2, &format!("{}: {}", criterion.title.get(lang), describe::group(group, lang)));
        }
        for row in Block::ALL.into_iter().flat_map(|block| block_rows(&rows, block)) {
            open_of(&mut page, comparison, row, lang);
        }
    }
    if comparison.rows.is_empty() {
        page.paragraph(words::NOTHING_TO_COMPARE.get(lang));
    }
    page.paragraph(&notes::record(comparison, comparison.sha256, lang));
    page.paragraph(words::DISCLAIMER.get(lang));
    format!("{}\n", page.0.trim_end())
}

fn open_of(page: &mut Page, comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) {
    let sign = words::number::decimal_sign(lang);
    let points = |ratio| words::number::points(ratio, sign);
    let name = describe::alternative(row.product, row.variant);
    let level = if comparison.grouped_by.is_some() { 3 } else { 2 };
    page.heading(level, &name);
    let mut line =
        words::range(&points(row.evaluation.score.low()), &points(row.evaluation.score.high()), lang);
    if row.evaluation.block.has_places() {
        line = format!("{}; {line}", words::places(row.rank, lang));
    }
    page.paragraph(&line);
    let open: Vec<_> = comparison
        .criteria
        .iter()
        .zip(comparison.cells(row))
        .filter(|(column, cell)| column.weight > Ratio::ZERO && !cell.knowledge.levels.is_settled())
        .collect();
    if open.is_empty() {
        page.paragraph(phrase("Er is geen vraag meer open.", "No question is open any more.").get(lang));
        return;
    }
    for by in [SettledBy::Public, SettledBy::Contract, SettledBy::Administrator] {
        let mine = open.iter().filter(|(column, _)| column.criterion.settled_by == by);
        let lines: Vec<String> = mine
            .map(|(column, cell)| {
                let status = describe::status(&cell.knowledge).get(lang);
                format!("{}: {status}", column.criterion.title.get(lang))
            })
            .collect();
        if !lines.is_empty() {
            let label = phrase("Te vinden in of bij", "To be found in or with").get(lang);
            page.item(&format!("{label} {}", describe::settled_by(by).get(lang)), &lines);
        }
    }
    page.gap();
}

/// What the institution's own data and options change, with the reasons, as
/// Markdown.
#[must_use]
pub fn deviations(comparison: &Comparison<'_>, catalogue: &Catalogue, lang: Lang) -> String {
    let mut page = Page(String::new());
    page.heading(1, phrase("Eigen keuzes en afwijkingen", "Own choices and deviations").get(lang));
    page.paragraph(&profile_line(comparison, lang));
    page.paragraph(comparison.profile.because.get(lang));
    let mut lines = override_lines(comparison, lang);
    if comparison.institution.is_some() {
        lines.extend(notes::situation(comparison, lang));
        lines.extend(triage::lines(comparison, lang));
    }
    lines.extend(deviation_lines(comparison, catalogue, lang));
    if lines.is_empty() {
        page.paragraph(
            phrase(
                "Er zijn geen eigen gewichten, eisen of gegevens gebruikt.",
                "No weights, requirements or data of your own were used.",
            )
            .get(lang),
        );
    }
    for line in &lines {
        page.item(line, &[]);
    }
    if !lines.is_empty() {
        page.gap();
    }
    page.paragraph(&notes::record(comparison, comparison.sha256, lang));
    page.paragraph(words::DISCLAIMER.get(lang));
    format!("{}\n", page.0.trim_end())
}
