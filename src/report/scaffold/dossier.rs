//! A new dossier: every question that an institution answers about itself, none
//! answered.

use crate::model::{Catalogue, Id, Item, NeedField, NeedForm, Phase, Step, StepForm, WriteDown};
use crate::report::terminal::paper::wrap;
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::text::safe::clean;

use super::Scaffold;

/// The longest text of a comment inside a step.
const WIDTH: usize = 76;

/// A dossier for a kind, with every item of the checklist and every step of the
/// triage in place.
#[must_use]
pub(crate) fn dossier(catalogue: &Catalogue, kind: usize, lang: Lang) -> String {
    let mut scaffold = Scaffold::new(lang).explained_by("##");
    let kind_id = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
    scaffold.schema("dossier", "", phrase("de map van dit bestand", "the folder of this file"));
    scaffold.comment(
        0,
        "Het dossier van uw instelling: situatie, afweging, checklist, wie er is gehoord, en de keuze. Uitleg staat in docs/handleiding.md en docs/bestanden.md.",
        "Your institution's dossier: need, triage, checklist, who was consulted, and the choice. docs/bestanden.md explains the file.",
    );
    scaffold.comment(
        0,
        "Een regel met ## ervoor is uitleg. Haal bij wat u invult de # en de spatie erachter weg. Schrijf rollen op, nooit namen van personen. Staat er een komma, dubbele punt of # in uw tekst, zet hem dan tussen aanhalingstekens.",
        "A line that begins with ## is an explanation. Where you fill something in, remove the # and the space after it. Write roles, never names of people. Put a text that has a comma, colon or # in quotes.",
    );
    scaffold.lines("institution: de naam van uw instelling", "institution: the name of your institution");
    scaffold.line(&format!("kind: {kind_id}"));
    need(&mut scaffold, lang);
    triage(&mut scaffold, catalogue, kind, lang);
    checklist(&mut scaffold, catalogue, kind, lang);
    let has_exams = catalogue.steps.values().any(|step| step.applies_to.contains(kind));
    ending(&mut scaffold, has_exams);
    scaffold.finish()
}

fn need(scaffold: &mut Scaffold, lang: Lang) {
    scaffold.gap();
    scaffold.comment(
        0,
        "Waarvoor, en in welke situatie. Wat u open laat, laat de eisen open die ervan afhangen.",
        "What for, and in which situation. The requirements that depend on what you leave open stay open.",
    );
    scaffold.line("need: {}");
    scaffold.comment(
        2,
        "Haal {} weg bij het eerste dat u invult.",
        "Remove {} when you fill in the first thing.",
    );
    scaffold.lines("  # purpose: waarvoor gebruikt u het?", "  # purpose: what do you use it for?");
    scaffold.comment(
        2,
        "wie een product voor u kan beheren: cloud (de aanbieder), hosted (een hostingbedrijf), self-hosted (uw instelling zelf); de rest komt niet in de volgorde",
        "who can run a product for you: cloud (the vendor), hosted (a hosting company), self-hosted (your institution itself); the rest is not in the order",
    );
    scaffold.lines("  # hosting: […]", "  # hosting: […]");
    for field in NeedField::ALL {
        let words = field.words().join(", ");
        let label = words::need::field_name(field).get(lang);
        let (value, about) = match field.form() {
            NeedForm::Number => ("…".to_owned(), label.to_owned()),
            NeedForm::Word(_) => ("…".to_owned(), format!("{label}: {words}")),
            NeedForm::Words(_) => ("[…]".to_owned(), format!("{label}: {words}")),
        };
        scaffold.explain(2, &about);
        scaffold.line(&format!("  # {}: {value}", field.id()));
    }
}

fn checklist(scaffold: &mut Scaffold, catalogue: &Catalogue, kind: usize, lang: Lang) {
    let items = || catalogue.checklist.values().filter(|item| item.applies_to.contains(kind));
    if items().next().is_none() {
        return;
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "Per punt: status done, in-progress, open of not-applicable (met because); role, on (dag), filed (waar het ligt), review (dag waarop u het opnieuw bekijkt).",
        "Per item: status done, in-progress, open or not-applicable (with because); role, on (date), filed (where it is), review (date of the next review).",
    );
    scaffold.line("checklist:");
    let mut is_first = true;
    for phase in Phase::ALL {
        let headings =
            catalogue.headings.iter().enumerate().filter(|(_, (_, heading))| heading.phase == phase);
        for (number, (_, heading)) in headings {
            let mine: Vec<&Item> = items().filter(|item| item.under == number).collect();
            if mine.is_empty() {
                continue;
            }
            if !std::mem::take(&mut is_first) {
                scaffold.gap();
            }
            let (phase, title) = (words::phase(phase).get(lang), heading.title.get(lang));
            scaffold.line(&format!("  # ===== {phase}: {title} ====="));
            for item in mine {
                let (done_when, force) = (item.done_when.get(lang), words::force(item.force).get(lang));
                scaffold.explain(2, &format!("{done_when} ({force})"));
                scaffold.line(&format!("  {}:", item.id));
                scaffold.line("    status: open");
            }
        }
    }
}

fn triage(scaffold: &mut Scaffold, catalogue: &Catalogue, kind: usize, lang: Lang) {
    let steps = || catalogue.steps.values().filter(|step| step.applies_to.contains(kind));
    if steps().next().is_none() {
        return;
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "De afweging, per soort toets. Kopieer het blok voor elke toets en geef het een eigen id.",
        "The triage, per kind of exam. Copy the block for each exam and give it an id of its own.",
    );
    scaffold.line("triage: {}");
    scaffold.comment(2, "Haal {} weg bij de eerste toets.", "Remove {} when you add the first exam.");
    scaffold.lines(
        "  # eerste-toets:\n  #   exam: welke toets is dit?\n  #   held: # de dag van de toets, als u die weet\n  #   equal-alternative: # hoe doet iemand de toets die niet met proctoring kan of wil?\n  #   role: wie maakt de afweging?\n  #   on:\n  #   steps:",
        "  # first-exam:\n  #   exam: which exam is this?\n  #   held: # the day of the exam, if you know it\n  #   equal-alternative: # how does someone take the exam who cannot or will not be proctored?\n  #   role: who answers?\n  #   on:\n  #   steps:",
    );
    for step in steps() {
        question(scaffold, step, catalogue, kind, lang);
    }
}

/// One step, as comments that become an answer when the signs in front are
/// removed.
fn question(scaffold: &mut Scaffold, step: &Step, catalogue: &Catalogue, kind: usize, lang: Lang) {
    // Comments that stay comments when the first sign is removed.
    let note = |scaffold: &mut Scaffold, text: &str| {
        for line in wrap(&clean(text), Some(WIDTH)) {
            scaffold.line(&format!("  ##    {line}"));
        }
    };
    note(scaffold, step.ask.get(lang));
    let (key, choices): (&str, Vec<String>) = match &step.form {
        StepForm::OneOf(answers) => {
            let choice = |(choice, _): &(crate::model::Choice, bool)| {
                format!("{}: {}", choice.id, choice.text.get(lang))
            };
            ("answer:", answers.iter().map(choice).collect())
        }
        StepForm::Allows { criterion, .. } => {
            let question = catalogue.criterion(*criterion).map(|criterion| &criterion.question);
            let choices = question.into_iter().flat_map(crate::model::Question::choices);
            ("allow: []", choices.map(|choice| format!("{}: {}", choice.id, choice.text.get(lang))).collect())
        }
    };
    for choice in choices {
        note(scaffold, &format!("- {choice}"));
    }
    scaffold.line(&format!("  #     {}:", step.id));
    scaffold.line(&format!("  #       {key}"));
    scaffold.line("  #       written:");
    let asked: Vec<(&Id, String)> = match &step.write_down {
        WriteDown::Questions(questions) => {
            questions.iter().map(|(id, text)| (id, text.get(lang).to_owned())).collect()
        }
        WriteDown::Instead => catalogue
            .instead
            .iter()
            .filter(|(_, instead)| instead.applies_to.contains(kind))
            .map(|(id, instead)| (id, instead.title.get(lang).to_owned()))
            .collect(),
    };
    for (id, text) in asked {
        scaffold.line(&format!("  #         {id}: # {}", clean(&text)));
    }
}

/// What comes last; where exams are weighed, with the body that guards their quality.
fn ending(scaffold: &mut Scaffold, has_exams: bool) {
    scaffold.gap();
    scaffold.comment(
        0,
        "Waaruit u kiest (candidates) en wat u nu gebruikt (in-use): product, of product/variant. Zonder candidates wordt alles vergeleken.",
        "What you choose from (candidates) and what you use now (in-use): product, or product/variant. Without candidates everything is compared.",
    );
    scaffold.lines("# candidates: []\n# in-use: []", "# candidates: []\n# in-use: []");
    scaffold.gap();
    scaffold.comment(
        0,
        "Beheert u de dienst zelf, dan regelt u veel zelf; `explain PRODUCT` noemt wat. Schrijf per criterium op hoe u het regelt, zoals in een productbestand. Zonder for gaat het over alles wat u zelf beheert.",
        "If you run the service yourself, you see to much yourself; `explain PRODUCT` says what. Write down per criterion how you see to it, as in a vendor file. Without for it is about all that you run yourself.",
    );
    scaffold.lines(
        "# own-work:\n#   een-criterium:\n#     - for: product/variant\n#       answer: hoe regelt u het?\n#       role: wie zorgt ervoor?\n#       on:\n#       filed: waar is het vastgelegd?",
        "# own-work:\n#   a-criterion:\n#     - for: product/variant\n#       answer: how do you see to it?\n#       role: who sees to it?\n#       on:\n#       filed: where is it written down?",
    );
    scaffold.gap();
    scaffold.comment(
        0,
        "Wat u al hebt gevraagd, aan een aanbieder of aan iemand anders. `questions` zegt dan wanneer, zodat niemand het nog eens vraagt. Zonder about gaat het over elke vraag.",
        "What you have asked already, of a vendor or of somebody else. `questions` then says when, so that nobody asks it again. Without about it is about every question.",
    );
    scaffold.lines(
        "# asked:\n#   - {for: product/variant, about: een-criterium, on: , role: wie vroeg het?, filed: waar is het bewaard?}",
        "# asked:\n#   - {for: product/variant, about: a-criterion, on: , role: who asked?, filed: where is it kept?}",
    );
    scaffold.gap();
    scaffold.comment(
        0,
        "Wie is of wordt gehoord. right: consent (instemming), advice (advies), discussion (overleg), information (informatie) of disputed (betwist: instemming of advies?). Zonder outcome staat de vraag bovenaan de besluitnota.",
        "Who was or will be consulted. right: consent, advice, discussion, information or disputed (consent or advice?). Without an outcome the question is at the top of the memo.",
    );
    scaffold.line("consulted: []");
    scaffold.lines(
        "  # - body: medezeggenschapsraad\n  #   right: consent\n  #   asked: wat vraagt u?\n  #   outcome: wat kwam eruit?\n  #   on:",
        "  # - body: participation council\n  #   right: consent\n  #   asked: what do you ask?\n  #   outcome: what came of it?\n  #   on:",
    );
    if has_exams {
        scaffold.comment(
            2,
            "De examencommissie borgt de kwaliteit van examens en beslist over maatregelen bij fraude (WHW, artikel 7.12b; in het mbo WEB, artikel 7.4.5a). Instemming of advies over de keuze van een product staat daar niet bij: discussion.",
            "The examination board guards the quality of exams and decides on measures against fraud (Dutch Higher Education Act, Article 7.12b; in vocational education WEB, Article 7.4.5a). Consent or advice on the choice of a product is not among that: discussion.",
        );
        scaffold.lines(
            "  # - body: examencommissie\n  #   right: discussion\n  #   asked: wie beoordeelt een signaal, en wat is het alternatief?\n  #   outcome: wat kwam eruit?\n  #   on:",
            "  # - body: examination board\n  #   right: discussion\n  #   asked: who assesses a signal, and what is the alternative?\n  #   outcome: what came of it?\n  #   on:",
        );
    }
    scaffold.gap();
    scaffold.comment(
        0,
        "Wat er is gekozen: een product (alternative: product/variant) of iets anders (instead), en waarom, ook als dat anders is dan de volgorde.",
        "What was chosen: a product (alternative: product/variant) or something else (instead), and why, also where it departs from the ranking.",
    );
    scaffold.lines(
        "# choice:\n#   alternative:\n#   role: wie koos?\n#   on:\n#   because: waarom?",
        "# choice:\n#   alternative:\n#   role: who chose?\n#   on:\n#   because: why?",
    );
}
