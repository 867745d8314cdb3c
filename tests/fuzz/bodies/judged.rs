//! What must hold for any set of data: its findings, and the comparisons and
//! documents made from it.

use std::fmt::Write as _;

use keuzehulp::assess::{RankBy, Ratio};
use keuzehulp::compare::{Comparison, Evaluator, Request, arrange, compare};
use keuzehulp::lint;
use keuzehulp::load::{Layer, Loaded, ground, load};
use keuzehulp::model::{Catalogue, Date, Profile};
use keuzehulp::report::document::{Document, comparison, criterion, explain, list, reference};
use keuzehulp::report::table::Shape;
use keuzehulp::report::terminal::findings;
use keuzehulp::report::terminal::paper::Paper;
use keuzehulp::report::{csv, json, markdown, terminal};
use keuzehulp::text::{Diagnostic, FileId, Lang, Place, Span};
use keuzehulp::views::breakdown::parts;

use super::harmless::{assert_harmless, cells, without_styles};
use super::institution::{decided, own};
use super::tree::finding_stands;

/// Loads the layers, judges what is in them, and writes about it.
pub fn all(layers: &[Layer]) -> Loaded {
    let (loaded, written) = everything(layers);
    // The second time takes as long as the first; a few cases are enough.
    if turn(&loaded.catalogue, 8) == 0 {
        assert!(everything(layers).1 == written, "the second time something else is written");
    }
    loaded
}

/// Picks one of this many by the content read: doing everything for every case
/// would spend most of the time on what is rarely new.
fn turn(catalogue: &Catalogue, of: u8) -> u8 {
    catalogue.sha256.bytes().map(|digit| digit % 16).fold(0, u8::wrapping_add) % of
}

fn as_of() -> Date {
    Date::new(2026, 11, 21).expect("a date")
}

/// Checks what was loaded, and everything written about it.
fn everything(layers: &[Layer]) -> (Loaded, String) {
    let mut loaded = load(layers, as_of()).expect("memory can always be read");
    let catalogue = &loaded.catalogue;
    let mut lints = lint::whole(catalogue, as_of());
    lints.extend(catalogue.products.iter().flat_map(|product| lint::product(product, catalogue, as_of())));
    loaded.findings.extend(lints);
    loaded.findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    let mut out = String::new();
    told(&mut loaded, &mut out);
    without_errors(&mut loaded);
    let catalogue = &loaded.catalogue;
    for kind in 0..catalogue.kinds.len().min(3) {
        compared(catalogue, kind, &mut out);
        if !catalogue.checklist.is_empty() || !catalogue.steps.is_empty() {
            own(catalogue, kind, as_of(), (Lang::Nl, turn(catalogue, 3)), &mut out);
        }
        if catalogue.left_out.is_empty() && turn(catalogue, 4) == 2 {
            judged_as_read(layers, catalogue, kind);
        }
    }
    if turn(catalogue, 4) == 3 {
        listed(catalogue, &mut out);
    }
    (loaded, out)
}

/// What there is, and what each criterion and sentence asks.
fn listed(catalogue: &Catalogue, out: &mut String) {
    for (id, sentence) in catalogue.sentences.iter().take(6) {
        shown(&reference::sentence(id, sentence, catalogue, Lang::En), Some(60), out);
    }
    for criterion in catalogue.criteria.values().take(6) {
        shown(&criterion::document(criterion, catalogue, Lang::Nl), Some(60), out);
    }
    for list in list::documents(catalogue, None, None, Lang::Nl) {
        shown(&list, None, out);
    }
}

/// The findings point into their files and are printed harmlessly.
fn told(loaded: &mut Loaded, out: &mut String) {
    let files: Vec<FileId> = loaded.findings.iter().map(|finding| finding.place.file).collect();
    loaded.fetch_texts(&files);
    let catalogue = &loaded.catalogue;
    for finding in &loaded.findings {
        stands(finding, loaded);
    }
    let (one, other) = if turn(catalogue, 2) == 0 { (Lang::Nl, Lang::En) } else { (Lang::En, Lang::Nl) };
    screen(&findings::full(&loaded.findings, &loaded.texts, catalogue, 3, (one, false)), out);
    screen(&findings::short(&loaded.findings, catalogue, 3, other), out);
    let document = json::to_json(&json::findings::document(&loaded.findings, catalogue, Lang::Nl));
    let document = text(document.expect("a document"));
    assert_harmless(&document);
    let read: serde_json::Value = serde_json::from_str(&document).expect("JSON");
    assert_eq!(read["findings"].as_array().map(Vec::len), Some(loaded.findings.len()));
    out.push_str(&document);
}

fn stands(finding: &Diagnostic, loaded: &Loaded) {
    let place = finding.place;
    assert!((place.file.0 as usize) < loaded.catalogue.files.len(), "a finding in no file: {finding:?}");
    let related = finding.related.as_ref().map_or(place, |related| related.place);
    assert_eq!(related.file, place.file, "the other place is in another file: {finding:?}");
    match loaded.texts.get(&place.file) {
        Some(text) => finding_stands(finding, text),
        None => assert_eq!(place, Place { span: Span::default(), ..Place::whole_file(place.file) }),
    }
}

/// Leaves out what has errors, as `compare --ignore-invalid` does.
fn without_errors(loaded: &mut Loaded) {
    let errors = loaded.blocking(None);
    loaded.leave_out(&errors);
    let dossier = &mut loaded.catalogue.dossier;
    *dossier = dossier.take().filter(|own| !errors.iter().any(|e| e.place.file == own.place.file));
}

fn request(kind: usize, profile: &Profile, number: usize) -> Request<'_> {
    Request {
        rank_by: [RankBy::Low, RankBy::High, RankBy::Middle][number % 3],
        ungrouped: number % 2 == 1,
        retired: true,
        ..Request::new(kind, profile, as_of())
    }
}

/// Compares a kind by each profile, and writes the comparisons.
fn compared(catalogue: &Catalogue, kind: usize, out: &mut String) {
    for (number, profile) in catalogue.profiles.values().take(3).enumerate() {
        let Ok(comparison) = compare(catalogue, request(kind, profile, number)) else { continue };
        adds_up(&comparison);
        // For one profile: the others change numbers, not words.
        if number + 1 < catalogue.profiles.len().min(3) {
            continue;
        }
        match turn(catalogue, 4) {
            0 => people(&comparison, catalogue, out),
            3 => decided(&comparison, catalogue, Lang::En, out),
            1 => spreadsheets(&comparison, out),
            2 => machines(&comparison, catalogue, out),
            _ => {}
        }
    }
}

/// Products that are judged as soon as they are read, and then forgotten, give
/// the same comparison.
fn judged_as_read(layers: &[Layer], catalogue: &Catalogue, kind: usize) {
    let Some(profile) = catalogue.profiles.values().next() else { return };
    let ground = ground(layers, as_of()).expect("memory can always be read");
    let (products, judged) = {
        let profile = ground.catalogue().profiles.values().next().expect("the same profiles");
        let Ok(judge) = Evaluator::new(ground.catalogue(), &request(kind, profile, 0)) else { return };
        let products = ground.products(|product, deviations| {
            let evaluation = judge.product(&product, deviations);
            (product.evaluation(), evaluation)
        });
        (products, judge.finish())
    };
    let (loaded, evaluation) = ground.with(products);
    let asked = request(kind, profile, 0);
    let one = arrange(&loaded.catalogue, asked.clone(), evaluation, judged).expect("it can be judged");
    let other = compare(catalogue, asked).expect("it can be judged");
    let [one, other] = [(&one, &loaded.catalogue), (&other, catalogue)].map(|(comparison, catalogue)| {
        text(json::to_json(&json::document(comparison, catalogue, Lang::En)).expect("JSON"))
    });
    assert_eq!(one, other, "judged as it is read it is another comparison");
}

/// The invariants of the numbers in every comparison.
fn adds_up(comparison: &Comparison<'_>) {
    for (_, rows) in comparison.groups() {
        for row in &rows {
            let (evaluation, rank) = (&row.evaluation, row.rank);
            let (low, high) = (evaluation.score.low(), evaluation.score.high());
            assert!(low <= high && high <= Ratio::ONE, "{low} and {high}");
            let (with_own_work, shares) = (evaluation.score.with_own_work(), evaluation.shares);
            assert!(low <= with_own_work && with_own_work <= high, "{with_own_work}");
            assert!(shares.known <= Ratio::ONE && evaluation.vendor_stated <= Ratio::ONE);
            // The score is a single number exactly when everything is settled.
            assert_eq!(low == high, shares.known == Ratio::ONE, "{}", row.id());
            assert_eq!(shares.printed(1000).iter().sum::<u128>(), 1000, "{}", row.id());
            assert!(1 <= rank.best && rank.best <= rank.rank, "{rank:?}");
            assert!(rank.rank <= rank.worst && rank.worst <= rows.len(), "{rank:?} of {}", rows.len());
            assert_eq!(comparison.cells(row).count(), comparison.criteria.len());
            for part in parts(comparison, row) {
                assert!(part.low <= part.high && part.high <= part.column.share);
            }
        }
        assert!(rows.is_sorted_by_key(|row| row.rank.rank), "not in order");
    }
}

/// What people read on a screen.
fn people(comparison: &Comparison<'_>, catalogue: &Catalogue, out: &mut String) {
    for (lang, paper) in [(Lang::Nl, Paper::new(Some(80))), (Lang::En, Paper::new(None).plain())] {
        let document = comparison::document(comparison, catalogue, lang);
        screen(&terminal::text(&document, paper), out);
        let document = markdown::text(&document);
        assert_harmless(&document);
        out.push_str(&document);
    }
    for row in comparison.rows.iter().take(3) {
        shown(&explain::alternative(comparison, row, catalogue, Lang::Nl), Some(80), out);
    }
    for product in &comparison.retired {
        shown(&explain::retired(product, Lang::En), Some(80), out);
    }
}

/// What spreadsheets open.
fn spreadsheets(comparison: &Comparison<'_>, out: &mut String) {
    let sheet =
        |dialect, shape: Shape, lang| written(|out| csv::write(&shape.table(comparison, lang), dialect, out));
    let tidy = sheet(csv::Dialect::Rfc4180, Shape::Tidy, Lang::En);
    let sheet = sheet(csv::Dialect::Dutch, Shape::Wide, Lang::Nl);
    let sheet = sheet.strip_prefix('\u{feff}').expect("the mark that spreadsheets ask for");
    let lines = cells(sheet, b';');
    assert_eq!(lines, 1 + comparison.rows.len() + comparison.not_allowed.len() + comparison.retired.len());
    let lines = cells(&tidy, b',');
    assert!(lines > comparison.rows.len() * comparison.criteria.len());
    write!(out, "{sheet}{tidy}").expect("a text");
}

/// What other programs read.
fn machines(comparison: &Comparison<'_>, catalogue: &Catalogue, out: &mut String) {
    let document = json::document(comparison, catalogue, Lang::Nl);
    let as_json = text(json::to_json(&document).expect("JSON"));
    let as_yaml = text(json::to_yaml(&document).expect("YAML"));
    assert_harmless(&as_json);
    assert_harmless(&as_yaml);
    let read: serde_json::Value = serde_json::from_str(&as_json).expect("JSON");
    assert_eq!(read["ranking"].as_array().map(Vec::len), Some(comparison.rows.len()));
    let again: serde_json::Value = serde_yaml::from_str(&as_yaml).expect("YAML");
    assert_eq!(read, again, "JSON and YAML differ");
    write!(out, "{as_json}{as_yaml}").expect("a text");
}

/// A document on a screen of this width.
fn shown(document: &Document<'_>, width: Option<usize>, out: &mut String) {
    screen(&terminal::text(document, Paper::new(width)), out);
}

/// A text for a terminal: with our own styles, and no other control codes.
fn screen(text: &str, out: &mut String) {
    assert_harmless(&without_styles(text));
    out.push_str(text);
}

/// What is written, as text.
fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory can always be written");
    text(bytes)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}
