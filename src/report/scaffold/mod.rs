//! Scaffolds: new files with every open question in place, for `new`.
//!
//! `check` accepts a scaffold as it is, and nothing rests on it until its writer says
//! so: a product is a draft, a criterion is withdrawn, and a profile and a dossier count
//! only for whoever names them. `fmt` leaves it as it is: keys are in the order of their
//! tables.

pub(crate) mod dossier;
mod like;

use std::fmt::Write as _;

use crate::model::{Catalogue, Choice, Criterion, Id, Product, Question};
use crate::report::terminal::paper::wrap;
use crate::report::words;
use crate::text::lang::phrase;
use crate::text::safe::clean;
use crate::text::{Lang, Phrase};
use crate::tr;

/// The longest line of a comment.
const WIDTH: usize = 88;
/// From a file of data to its folder of data, which holds `vendors` and `criteria`.
const ABOVE: &str = "../../";
const BESIDE_VENDORS: Phrase = phrase("de map waarin `vendors` staat", "the folder that `vendors` is in");
const BESIDE_CRITERIA: Phrase = phrase("de map waarin `criteria` staat", "the folder that `criteria` is in");

/// A file in the making.
pub(super) struct Scaffold {
    text: String,
    lang: Lang,
    /// What a comment begins with.
    sign: &'static str,
}

impl Scaffold {
    pub(super) fn new(lang: Lang) -> Scaffold {
        Scaffold { text: String::new(), lang, sign: "#" }
    }

    /// The same scaffold, whose explanations begin with another sign than what can
    /// be filled in.
    pub(super) fn explained_by(self, sign: &'static str) -> Scaffold {
        Scaffold { sign, ..self }
    }

    /// The finished text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: &str) {
        // Writing into a String cannot fail.
        let _ = writeln!(self.text, "{line}");
    }

    /// Adds a text in the language of the file.
    pub(super) fn lines(&mut self, nl: &'static str, en: &'static str) {
        self.line(phrase(nl, en).get(self.lang));
    }

    /// Adds a comment in the language of the file, indented by `indent` spaces.
    pub(super) fn comment(&mut self, indent: usize, nl: &'static str, en: &'static str) {
        self.explain(indent, phrase(nl, en).get(self.lang));
    }

    /// Adds a comment, broken into lines that are indented by `indent` spaces.
    pub(super) fn explain(&mut self, indent: usize, text: &str) {
        let start = format!("{}{} ", " ".repeat(indent), self.sign);
        // The end of a line in the data would end the comment.
        for line in wrap(&clean(text), Some(WIDTH - start.len())) {
            self.line(format!("{start}{line}").trim_end());
        }
    }

    /// Names the schema of this kind of file for an editor, and says how to make it.
    /// `above` leads from the file to the folder of the schema, and `place` names that
    /// folder for people.
    pub(super) fn schema(&mut self, kind: &str, above: &str, place: Phrase) {
        self.line(&format!("# yaml-language-server: $schema={above}schema-{kind}.json"));
        let place = place.get(self.lang);
        self.explain(
            0,
            &tr!(
                self.lang,
                "De regel hierboven is voor een editor die helpt bij het typen, zoals VS Code met de uitbreiding YAML. Geef daarvoor in {place}:",
                "The line above is for an editor that helps while you type, such as VS Code with the YAML extension. For that, run in {place}:"
            ),
        );
        self.line(&format!("{}   keuzehulp schema {kind} -o schema-{kind}.json", self.sign));
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }
}

/// A draft of a product of this kind, with every question that holds for it as a
/// comment. It can begin with the shape of another product of the kind.
#[must_use]
pub(crate) fn product(
    catalogue: &Catalogue,
    kind: usize,
    id: &str,
    like: Option<&Product>,
    lang: Lang,
) -> String {
    let mut scaffold = Scaffold::new(lang);
    let kind_id = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
    scaffold.schema("product", ABOVE, BESIDE_VENDORS);
    scaffold.explain(
        0,
        &tr!(
            lang,
            "vendors/{kind_id}/{id}.yaml: een product. Uitleg staat in docs/bestanden.md.",
            "vendors/{kind_id}/{id}.yaml: a product. docs/bestanden.md explains the file."
        ),
    );
    scaffold.comment(0, "Een regel met # ervoor telt niet. Haal de # weg bij wat u invult, en wis wat u niet gebruikt.",
        "A line that begins with # does not count. Remove the # where you fill something in, and delete what you do not use.");
    scaffold.line(&format!("name: {}", title_of(id)));
    scaffold.lines(
        "# maker: wie het product maakt\n# homepage: \"https://…\"",
        "# maker: who makes the product\n# homepage: \"https://…\"",
    );
    scaffold.comment(0, "Een concept: het wordt gecontroleerd en getoond, en niet vergeleken. Haal deze regel weg als maker, homepage en de feiten er staan.",
        "A draft: it is checked and shown, and not compared. Remove this line when maker, homepage and the facts are there.");
    scaffold.line("draft: true");
    scaffold.lines("# contact: waar de maker te bereiken is", "# contact: where the maker can be reached");
    scaffold.gap();
    scaffold.comment(
        0,
        "Wat een instelling kan kiezen. hosting: cloud (de aanbieder beheert de dienst), hosted (een hostingbedrijf beheert het voor de instelling) of self-hosted (de instelling beheert het zelf); licence: free, paid of open-source; audience: education (mag weg), business of consumer.",
        "What an institution can choose. hosting: cloud (the vendor runs it), hosted (a hosting company runs it for the institution) or self-hosted (the institution runs it itself); licence: free, paid or open-source; audience: education (may be left out), business or consumer.",
    );
    match like {
        Some(product) => like::variants(&mut scaffold, product),
        None => scaffold.lines(
            "variants:\n  standaard: {name: standaard, hosting: cloud, licence: paid, audience: education}",
            "variants:\n  standard: {name: standard, hosting: cloud, licence: paid, audience: education}",
        ),
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "Elke bron een keer. grade: reported, vendor, contract of verified; in uw eigen map ook pledged (toegezegd in een brief: filed in plaats van url). Haal {} weg bij de eerste bron.",
        "Each source once. grade: reported, vendor, contract or verified; in a folder of your own also pledged (in a letter: filed in place of url). Remove {} when you add the first source.",
    );
    scaffold.line("sources: {}");
    for line in ["# voorwaarden:", "#   title:", "#   url:", "#   read:", "#   grade:"] {
        scaffold.line(&format!("  {line}"));
    }
    scaffold.gap();
    scaffold.comment(0, "Een vraag die er niet staat is nog niet onderzocht. Gezocht en niet gevonden is `unknown: reden`. Haal {} weg bij het eerste feit.",
        "A question that is not here has not been researched yet. Looked for and not found is `unknown: reason`. Remove {} when you add the first fact.");
    scaffold.line("facts: {}");
    let first = like.map(|product| like::answered(catalogue, product)).unwrap_or_default();
    if let Some(product) = like.filter(|_| !first.is_empty()) {
        let name = clean(&product.name);
        scaffold.gap();
        scaffold.line(&tr!(
            lang,
            "  # ===== Eerst wat bij {name} is uitgezocht =====",
            "  # ===== First what was looked for in {name} ====="
        ));
    }
    first
        .iter()
        .filter_map(|number| catalogue.criterion(*number))
        .for_each(|one| question(&mut scaffold, one));
    let mut theme = None;
    for (_, criterion) in catalogue.criteria_of(kind).filter(|(number, _)| !first.contains(number)) {
        if theme != Some(criterion.theme) {
            theme = Some(criterion.theme);
            let title =
                catalogue.themes.get_index(criterion.theme).map_or("", |(_, theme)| theme.title.get(lang));
            scaffold.gap();
            scaffold.line(&format!("  # ===== {} =====", clean(title)));
        }
        question(&mut scaffold, criterion);
    }
    scaffold.finish()
}

/// One question with its answers, as comments that become a fact when the signs
/// in front are removed.
fn question(scaffold: &mut Scaffold, criterion: &Criterion) {
    let lang = scaffold.lang;
    scaffold.gap();
    let (title, ask) = (criterion.title.get(lang), criterion.ask.get(lang));
    scaffold.explain(2, &format!("{title}: {ask}"));
    if let Some(how) = &criterion.how {
        scaffold.explain(2, how.get(lang));
    }
    let named = |choice: &Choice| format!("{}: {}", choice.id, choice.text.get(lang));
    let choices: Vec<String> = match &criterion.question {
        Question::OneOf(answers) => answers
            .iter()
            .map(|(choice, worth)| format!("{} ({})", named(choice), words::worth_word(*worth).get(lang)))
            .collect(),
        Question::AnyOf { options, .. } => options.iter().map(named).collect(),
        Question::Number { unit, named: numbers, .. } => {
            let number = tr!(lang, "een getal ({unit})", "a number ({unit})", unit = unit.get(lang));
            std::iter::once(number).chain(numbers.iter().map(named)).collect()
        }
    };
    for choice in choices {
        for (number, line) in wrap(&clean(&choice), Some(WIDTH - 8)).into_iter().enumerate() {
            scaffold.line(&format!("  #   {} {line}", if number == 0 { "-" } else { " " }));
        }
    }
    scaffold.line(&format!("  # {}:", criterion.id));
    scaffold.line("  #   answers:");
    scaffold.line("  #     - for: all");
    // Nothing is filled in: an answer that nobody chose must never count.
    if let Question::AnyOf { options, .. } = &criterion.question {
        let all: Vec<&str> = options.iter().map(|choice| choice.id.as_str()).collect();
        scaffold.line("  #       has: []");
        scaffold.line("  #       lacks: []");
        scaffold.line(&format!("  #       not-found: [{}]", all.join(", ")));
    } else {
        scaffold.line("  #       answer:");
    }
    scaffold.line("  #   evidence:");
    scaffold.line("  #     - from:");
    scaffold.line("  #       quote:");
}

/// A criterion file of this theme, with every key in place. It is withdrawn, so that it
/// takes no part before it is finished.
#[must_use]
pub(crate) fn criterion(catalogue: &Catalogue, theme: &str, id: &str, lang: Lang) -> String {
    let mut scaffold = Scaffold::new(lang);
    scaffold.schema("criterion", ABOVE, BESIDE_CRITERIA);
    scaffold.explain(
        0,
        &tr!(
            lang,
            "criteria/{theme}/{id}.yaml: een criterium. Uitleg staat in docs/bestanden.md.",
            "criteria/{theme}/{id}.yaml: a criterion. docs/bestanden.md explains the file."
        ),
    );
    scaffold.comment(0, "Een regel met # ervoor telt niet. Haal de # weg bij wat u invult. Elke tekst staat er in twee talen.",
        "A line that begins with # does not count. Remove the # where you fill something in. Write every text in both languages.");
    let title = title_of(id);
    let kinds: Vec<&str> = catalogue.kinds.keys().map(Id::as_str).collect();
    for (nl, en, lines) in [
        ("Een paar woorden.", "A few words.", &*format!("title: {{nl: {title}, en: {title}}}")),
        (
            "De soorten waarvoor het geldt.",
            "The kinds that it applies to.",
            &format!("applies-to: [{}]", kinds.join(", ")),
        ),
        (
            "De vraag. Een vraag die twee feiten vraagt, wordt twee criteria.",
            "The question. A question that needs two facts becomes two criteria.",
            "ask: {nl: Schrijf hier de vraag., en: Write the question here.}",
        ),
        (
            "Waarom het antwoord ertoe doet.",
            "Why the answer matters.",
            "why: {nl: Schrijf hier waarom., en: Write here why.}",
        ),
        ("Hoe u het antwoord vindt.", "How to find the answer.", "# how: {nl: …, en: …}"),
        (
            "Op wiens woord de niveaus rusten: law, ap of convention.",
            "What the levels are based on: law, ap or convention.",
            "basis: convention",
        ),
        ("Wetsartikelen en andere bronnen.", "Articles of law and other sources.", "grounds: []"),
        (
            "De zinnen van de AP waar het vandaan komt, als S1-P02d.",
            "The sentences of the DPA that it comes from, such as S1-P02d.",
            "from: []",
        ),
        (
            "Wie een open antwoord kan geven: public, contract of administrator.",
            "Who can settle an open answer: public, contract or administrator.",
            "settled-by: public",
        ),
        (
            "Na zoveel maanden geldt een bron als oud.",
            "After this many months a source counts as old.",
            "shelf-life: 24 months",
        ),
    ] {
        scaffold.gap();
        scaffold.comment(0, nl, en);
        scaffold.line(lines);
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "Een van drie vormen. Eén antwoord: de antwoorden onder hun niveau.",
        "One of three forms. One answer: the answers under their level.",
    );
    scaffold.line("one-of:\n  good:\n    absent: {nl: nee, en: \"no\"}\n  insufficient:\n    present: {nl: ja, en: \"yes\"}");
    scaffold.comment(
        0,
        "Of keuzes die samen kunnen gelden, met niveaus van best naar slechtst.",
        "Or options that can apply together, with levels from best to worst.",
    );
    scaffold.line("# any-of:\n#   first-option: {nl: …, en: …}\n#   second-option: {nl: …, en: …}\n# levels:\n#   good: {at-least: 2}\n#   partly: {at-least: 1}\n#   insufficient: otherwise");
    scaffold.comment(0, "Of een geheel getal.", "Or a whole number.");
    scaffold.line(
        "# number: {nl: dagen, en: days}\n# levels:\n#   good: {at-most: 30}\n#   insufficient: otherwise",
    );
    scaffold.gap();
    scaffold.comment(
        0,
        "Een antwoord waarmee een product deze eis niet haalt. Alleen waar de wet of de AP dat draagt.",
        "An answer that rules a product out. Only where the law or the DPA supports it.",
    );
    scaffold.line("# knock-out:\n#   - when: present\n#     because: {nl: …, en: …}");
    scaffold.gap();
    scaffold.comment(
        0,
        "Zolang dit er staat, doet het criterium niet mee. Haal de regel weg als het af is.",
        "As long as this is here, the criterion takes no part. Remove the line when it is finished.",
    );
    scaffold.line("withdrawn: {nl: Nog niet af., en: Not finished yet.}");
    scaffold.finish()
}

/// A profile that weighs every criterion the same, to start from.
#[must_use]
pub(crate) fn profile(catalogue: &Catalogue, id: &str, lang: Lang) -> String {
    let mut scaffold = Scaffold::new(lang);
    scaffold.schema("profile", ABOVE, BESIDE_CRITERIA);
    scaffold.explain(
        0,
        &tr!(
            lang,
            "criteria/profiles/{id}.yaml: een weging. Uitleg staat in docs/bestanden.md.",
            "criteria/profiles/{id}.yaml: a profile. docs/bestanden.md explains the file."
        ),
    );
    let title = title_of(id);
    scaffold.line(&format!("title: {{nl: {title}, en: {title}}}"));
    scaffold.comment(0, "Wie zo weegt, en waarom.", "Who uses these weights, and why.");
    scaffold.line(
        "because: {nl: Schrijf hier wie zo weegt en waarom., en: Write here who uses these weights and why.}",
    );
    scaffold.gap();
    scaffold.comment(0, "Het deel van elk thema in het geheel.", "The share of each theme in the whole.");
    scaffold.line("themes:");
    // A share for a theme in which nothing weighs would be lost.
    let in_use = || catalogue.criteria.values().filter(|criterion| criterion.is_in_use());
    for (number, theme) in catalogue.themes.keys().enumerate() {
        if in_use().any(|criterion| criterion.theme == number) {
            scaffold.line(&format!("  {theme}: 10"));
        }
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "Het gewicht van elk criterium binnen zijn thema, 0 tot en met 100.",
        "The weight of each criterion within its theme, 0 to 100.",
    );
    scaffold.line("weights:");
    let mut theme = None;
    for criterion in in_use() {
        if theme != Some(criterion.theme) {
            theme = Some(criterion.theme);
            let title =
                catalogue.themes.get_index(criterion.theme).map_or("", |(_, theme)| theme.title.get(lang));
            scaffold.line(&format!("  # {}", clean(title)));
        }
        scaffold.line(&format!("  {}: 1", criterion.id));
    }
    scaffold.finish()
}

/// A name made of an id: `safe-exam-browser` becomes `Safe exam browser`.
fn title_of(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut chars = words.chars();
    scalar(chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect()))
}

/// Words of an id as a value. Of all ids YAML takes one for something else: for nothing.
fn scalar(words: String) -> String {
    if words.eq_ignore_ascii_case("null") { format!("\"{words}\"") } else { words }
}
