//! The documents of a bundle besides the comparison itself: the read-me, what
//! is not known, and what the institution's own data changes.

use crate::assess::{Eligibility, Ratio};
use crate::compare::{Comparison, Row, class_rows};
use crate::model::{Catalogue, SettledBy};
use crate::report::words::{self, limits, notes, own, premise, triage};
use crate::text::Lang;
use crate::text::lang::{Phrase, phrase};
use crate::tr;
use crate::views;

use super::comparison::figures;
use super::{Document, Line, Mark, Part, Wording};

/// What the read-me says about a bundle.
#[derive(Clone, Debug)]
pub(crate) struct About<'a> {
    /// The files that people open, each with a description, in order.
    pub files: &'a [(String, String)],
    /// Other files and folders, each with a description.
    pub others: &'a [(String, String)],
    /// The command that makes the comparison again.
    pub command: &'a str,
    /// The tool and its version.
    pub tool: &'a str,
}

const WHAT: Phrase = phrase(
    "Deze map is een pakket van keuzehulp. Het hoort bij één keuze, op één dag. U kunt het bewaren bij het verslag van de vergadering. Alles wat nodig is om de vergelijking later na te kijken of opnieuw te maken, zit erin.",
    "This folder is a bundle made by keuzehulp. It belongs to one choice, on one day. You can keep it with the minutes of the meeting. It contains everything needed to check the comparison later, or to make it again.",
);

const FINGERPRINT: Phrase = phrase(
    "Bij het maken is een vingerafdruk getoond: een lange reeks letters en cijfers. Die hoort in het verslag. Ga naar de map waar deze map in staat en geef, met de naam van deze map:",
    "When it was made, a fingerprint was shown: a long row of letters and digits. It belongs in the minutes. Go to the folder that contains this folder and run, with the name of this folder:",
);

const VERIFIED: Phrase = phrase(
    "Dat noemt elk bestand dat is veranderd, ontbreekt of er niet hoort, en zegt of dezelfde volgorde eruit komt. Zonder keuzehulp kan het ook, in deze map: `sha256sum -c manifest.txt` kijkt de bestanden na, en `sha256sum manifest.txt` geeft de vingerafdruk.",
    "That names every file that was changed, is missing or does not belong there, and says whether the order comes out the same. It can be done without keuzehulp too, in this folder: `sha256sum -c manifest.txt` checks the files, and `sha256sum manifest.txt` gives the fingerprint.",
);

/// The read-me of a bundle.
#[must_use]
pub(crate) fn read_me(comparison: &Comparison<'_>, about: &About<'_>, lang: Lang) -> Document<'static> {
    let mut document = Document::new(lang, words::compared(comparison, lang));
    document.gap();
    document.text(words::DISCLAIMER);
    for line in premise::lines(comparison, lang) {
        document.strong(line);
    }
    if let Some(ask_first) = &comparison.kind.ask_first {
        document.gap();
        document.text(ask_first);
    }
    document.chapter(phrase("Wat is dit?", "What is this?"));
    document.text(WHAT);
    let tool = about.tool;
    let made = [notes::record(comparison, comparison.sha256, lang), notes::profile_line(comparison, lang)]
        .into_iter()
        .chain(notes::override_lines(comparison, lang))
        .chain(notes::situation(comparison, lang))
        .chain([tr!(lang, "Gemaakt met {tool}.", "Made with {tool}.")]);
    document.colophon(made.map(Wording::from));
    for (title, files) in [
        (phrase("Welk bestand is wat?", "Which file is what?"), about.files),
        (phrase("Voor wie het wil nakijken", "For those who want to check it"), about.others),
    ] {
        document.chapter(title);
        let line = |(path, what): &(String, String)| Line { mark: Mark::Bullet, ..Line::named(path, what) };
        document.lines(files.iter().map(line).collect());
    }
    document.chapter(phrase("Zo leest u de volgorde", "How to read the order"));
    document.text(words::HIGHER);
    document.text(words::PLACES_AND_POINTS);
    document.chapter(phrase("Is het pakket nog hetzelfde?", "Is the bundle still the same?"));
    document.text(FINGERPRINT);
    document.command(phrase(
        "keuzehulp verify MAP --expect VINGERAFDRUK",
        "keuzehulp verify FOLDER --expect FINGERPRINT",
    ));
    document.gap();
    document.text(VERIFIED);
    document.chapter(phrase("Opnieuw maken", "Making it again"));
    document.text(phrase("Geef in deze map:", "Run in this folder:"));
    document.command(about.command);
    document
}

/// What is not settled, per alternative and by who can settle it.
#[must_use]
pub(crate) fn unknown<'d>(comparison: &'d Comparison<'d>, lang: Lang) -> Document<'d> {
    let mut document = Document::new(lang, phrase("Wat nog open is", "What is still open").get(lang));
    document.text(phrase(
        "Per product staat hier welke vragen nog openstaan en wie het antwoord kan geven. Het gaat om vragen die meewegen. Een open vraag telt niet als ja en niet als nee: ze maakt de bandbreedte groter.",
        "For each product this says which questions are still open and who can give the answer. Only questions that carry weight are named. An open question counts neither as yes nor as no: it widens the range.",
    ));
    for (group, rows) in comparison.groups() {
        if let (Some(group), Some(by)) = (group, comparison.grouped_by) {
            document.division(words::products::group_heading(by, group, lang));
        }
        for row in Eligibility::ALL.into_iter().flat_map(|block| class_rows(&rows, block)) {
            document.later(move || open_of(comparison, row, lang));
        }
    }
    if comparison.rows.is_empty() {
        document.text(words::NOTHING_TO_COMPARE);
    }
    end(&mut document, comparison);
    document
}

/// The open questions about an alternative.
fn open_of<'d>(comparison: &Comparison<'_>, row: &Row<'_>, lang: Lang) -> Vec<Part<'d>> {
    let mut document = Document::new(lang, "");
    let level = if comparison.grouped_by.is_some() { 3 } else { 2 };
    document.heading(level, words::alternative(row.product, row.variant));
    let [low, high, _] = figures(row, lang);
    let mut line = words::range(&low, &high, lang);
    if row.evaluation.has_place() {
        line = format!("{}; {line}", words::places(row.rank, lang));
    }
    document.text(line);
    let open: Vec<_> = comparison
        .criteria
        .iter()
        .zip(comparison.cells(row))
        .filter(|(column, cell)| column.weight > Ratio::ZERO && cell.knowledge.is_open())
        .collect();
    if open.is_empty() {
        document.text(phrase("Er is geen vraag meer open.", "No questions are open any more."));
    }
    let by_whom = SettledBy::ALL.map(|by| {
        let label = phrase("Te vinden in of bij", "Where to find the answer:").get(lang);
        let mut line = Line::bullet(format!("{label} {}", words::settled_by(by).get(lang)));
        for (column, cell) in open.iter().filter(|(_, cell)| cell.knowledge.settled_by == by) {
            let status = words::status(&cell.knowledge, lang);
            line.add(format!("{}: {status}", column.criterion.title.get(lang)));
        }
        line
    });
    let mut own = Line::bullet(
        phrase("Dit regelt uw instelling zelf", "Your institution sees to this itself").get(lang),
    );
    for (criterion, _) in comparison.own_work(row) {
        own.add(criterion.title.get(lang));
    }
    let lines = by_whom.into_iter().chain([own]);
    document.lines(lines.filter(|line| !line.below.is_empty()).collect());
    document.parts
}

/// What the institution's own choices, answers and data change, each with its reason, and
/// what is the tool's.
#[must_use]
pub(crate) fn deviations(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Document<'static> {
    let title = phrase("Eigen keuzes", "Your own choices");
    let mut document = Document::new(lang, title.get(lang));
    let own = views::own::of(comparison, catalogue);
    document.text(phrase(
        "Hier staat alles waarin deze vergelijking anders is dan die van keuzehulp zelf, met de reden.",
        "Here is everything in which this comparison differs from that of keuzehulp itself, with the reason.",
    ));
    let mut chosen = own::lines(comparison, &own, lang);
    chosen.extend(limits::limit_lines(comparison, lang));
    let assumed = premise::assumed_first(comparison, lang);
    let answers = words::deviations::answer_lines(comparison, catalogue, lang);
    let own_word = notes::own_word_lines(comparison, lang);
    let parts = [
        (phrase("Eigen gewichten en eisen", "Your own weights and demands"), chosen),
        (phrase("Wat is gesteld", "What is assumed"), assumed),
        (phrase("Eigen antwoorden en gegevens", "Your own answers and data"), answers),
        (phrase("Wat uw instelling zelf regelt", "What your institution sees to itself"), own_word),
    ];
    if parts.iter().all(|(_, lines)| lines.is_empty()) {
        document.text(phrase(
            "Er zijn geen eigen gewichten, eisen of gegevens gebruikt.",
            "No weights, requirements or data of your own were used.",
        ));
    }
    for (title, lines) in parts {
        listed(&mut document, title, lines);
    }
    let mut situation = own::situation(comparison, &own, lang);
    if comparison.institution.is_some() {
        situation.extend(triage::lines(comparison, lang));
    }
    listed(
        &mut document,
        phrase(
            "Regels van keuzehulp die gelden door uw dossier",
            "Rules of keuzehulp that hold because of your dossier",
        ),
        situation,
    );
    document.chapter(phrase("Van keuzehulp zelf", "From keuzehulp itself"));
    document.texts(own::by_tool(&own, lang));
    document.text(notes::profile_line(comparison, lang));
    document.text(&comparison.profile.because);
    end(&mut document, comparison);
    document
}

/// Lines below a title, where there are any.
fn listed(document: &mut Document<'_>, title: Phrase, lines: Vec<String>) {
    if !lines.is_empty() {
        document.chapter(title);
        document.bullets(lines);
    }
}

fn end(document: &mut Document<'_>, comparison: &Comparison<'_>) {
    document.text(notes::record(comparison, comparison.sha256, document.lang));
    document.disclaimer();
}
