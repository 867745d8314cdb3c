//! What is known about one criterion of one alternative, with its evidence: the
//! rows of the tables of answers and of open questions.

use super::columns::Columns;
use super::role::{Live, Role};
use super::value::Value;
use crate::assess::Ratio;
use crate::compare::{Cell, Comparison, Row};
use crate::model::{ActionBy, Criterion, Localized, Source};
use crate::report::words;
use crate::text::Lang;
use crate::text::lang::phrase;
use crate::views::actions;
use crate::views::breakdown::{Part, parts};

/// One criterion of one alternative.
pub(super) struct Fact<'t> {
    pub(super) row: &'t Row<'t>,
    pub(super) part: Part<'t, 't>,
    /// The sources of its evidence, each once.
    sources: Vec<&'t Source>,
    lang: Lang,
}

impl<'t> Fact<'t> {
    /// The facts of an alternative, in the order of the criteria.
    pub(super) fn all(comparison: &'t Comparison<'t>, row: &'t Row<'t>, lang: Lang) -> Vec<Fact<'t>> {
        parts(comparison, row).into_iter().map(|part| Fact::new(row, part, lang)).collect()
    }

    pub(super) fn new(row: &'t Row<'t>, part: Part<'t, 't>, lang: Lang) -> Fact<'t> {
        let mut sources: Vec<&Source> = Vec::new();
        for (_, source) in &part.evidence {
            if !sources.iter().any(|known| known.id == source.id) {
                sources.push(source);
            }
        }
        Fact { row, part, sources, lang }
    }

    pub(super) fn criterion(&self) -> &'t Criterion {
        self.part.column.criterion
    }

    pub(super) fn answer(&self) -> String {
        answer(self.criterion(), self.part.cell, self.lang)
    }

    pub(super) fn level(&self) -> String {
        words::level(&self.part.cell.knowledge, self.lang)
    }

    /// Its points at least, as a workbook calculates them.
    pub(super) fn low(&self) -> Value<'t> {
        live(self.part.cell.knowledge.levels.low.hundredths(), self.part.printed_low)
    }

    /// Its points at most.
    pub(super) fn high(&self) -> Value<'t> {
        live(self.part.cell.knowledge.levels.high.hundredths(), self.part.printed_high)
    }

    /// The points that it keeps open.
    pub(super) fn open(&self) -> Value<'t> {
        live(self.part.open_hundredths(), self.part.printed_open)
    }

    pub(super) fn status(&self) -> String {
        status(self.part.cell, self.part.reason(), self.lang)
    }

    /// What the sources say, or the institution itself.
    pub(super) fn evidence(&self) -> Value<'t> {
        if let Some(own) = self.part.institution {
            return words::institution::own_word(own, self.lang).into();
        }
        let words = self.part.evidence.iter().map(|(item, _)| match (&item.quote, &item.shows) {
            (Some(quote), _) => format!("“{quote}”").into(),
            (None, Some(shows)) => shows.get(self.lang).into(),
            (None, None) => "".into(),
        });
        Value::List(words.collect())
    }

    /// The titles of its sources.
    pub(super) fn source_titles(&self) -> Value<'t> {
        if let Some(own) = self.part.institution {
            return own.filed.as_deref().into();
        }
        Value::List(self.sources.iter().map(|source| source.title.as_str().into()).collect())
    }

    /// The addresses of its sources.
    pub(super) fn addresses(&self) -> Value<'t> {
        if self.part.institution.is_some() {
            return Value::Empty;
        }
        match self.sources.as_slice() {
            [one] => Value::whereabouts(one),
            all => Value::List(all.iter().map(|source| source.whereabouts().into()).collect()),
        }
    }

    /// The days on which its sources were read.
    pub(super) fn read(&self) -> Value<'t> {
        if let Some(own) = self.part.institution {
            return Value::Day(own.on);
        }
        match self.sources.as_slice() {
            [one] => Value::Day(one.read),
            all => Value::List(all.iter().map(|source| source.read.to_string().into()).collect()),
        }
    }

    /// The grades of its sources.
    pub(super) fn grades(&self) -> Value<'t> {
        if self.part.institution.is_some() {
            return phrase("uw instelling", "your institution").get(self.lang).into();
        }
        let grade = |source: &&Source| words::grade(source.grade).get(self.lang).into();
        Value::List(self.sources.iter().map(grade).collect())
    }

    /// Notes on the fact, and why the institution's own data changes it.
    pub(super) fn remarks(&self) -> Value<'t> {
        let Some((fact, answer)) = self.part.stated else { return Value::Empty };
        let is_own = self.row.evaluation.deviations.contains(&self.part.column.number);
        let because = fact.because.as_ref().filter(|_| is_own);
        let texts = [answer.note.as_ref(), because].into_iter().flatten();
        Value::List(texts.map(|text| text.get(self.lang).into()).collect())
    }

    /// What the institution does in this way because of the answer.
    pub(super) fn actions(&self, by: ActionBy) -> Value<'t> {
        let all = actions::of_cell(self.criterion(), self.part.cell).into_iter();
        let mine = all.filter(|to_do| to_do.by == by);
        Value::List(mine.map(|to_do| to_do.action.text.get(self.lang).into()).collect())
    }

    /// What the vendor replied.
    pub(super) fn reply(&self) -> Option<String> {
        let reply = self.part.stated?.0.reply.as_ref()?;
        Some(format!("{}: {}", words::date(reply.on, self.lang), reply.text.get(self.lang)))
    }
}

/// A part of a score, as it is printed.
fn live<'t>(hundredths: u8, part: Ratio) -> Value<'t> {
    Value::live(Live::Part(hundredths), part)
}

/// The criterion and what is known about it, with its parts at least and at most.
pub(super) fn add_answer<'t, V: Into<Value<'t>> + 't>(
    c: &mut Columns<'t, Fact<'t>>,
    lang: Lang,
    parts: fn(&Fact<'t>) -> (V, V),
) {
    c.text("criterion", phrase("Criterium", "Criterion"), move |fact| fact.criterion().title.get(lang))
        .wide(18);
    c.end_of_names();
    c.text("question", phrase("Vraag", "Question"), move |fact| fact.criterion().ask.get(lang)).wide(25);
    c.text("answer", phrase("Antwoord", "Answer"), Fact::answer).wide(24);
    c.text("level", phrase("Niveau", "Level"), Fact::level).wide(11);
    c.decimal("part_low", phrase("Deel van de punten, laagst", "Part of the points, lowest"), move |fact| {
        parts(fact).0
    });
    let high = phrase("Deel van de punten, hoogst", "Part of the points, highest");
    c.decimal("part_high", high, move |fact| parts(fact).1).wide(13);
}

/// How much is known, and what the sources say.
pub(super) fn add_evidence<'t>(c: &mut Columns<'t, Fact<'t>>) {
    c.text("status", phrase("Stand", "Status"), Fact::status).wide(24);
    c.text("evidence", phrase("Onderbouwing", "Evidence"), Fact::evidence).wide(38);
}

/// When the sources were read, and their grades.
pub(super) fn add_reading<'t>(c: &mut Columns<'t, Fact<'t>>) {
    // Several sources have several dates: text.
    c.text("date_read", phrase("Gelezen op", "Date read"), Fact::read).wide(12);
    c.text("grade", phrase("Sterkte van de bron", "Grade of the source"), Fact::grades).wide(15);
}

/// The ids of the alternative and the criterion of a fact.
pub(super) fn add_ids<'t, R: Send + Sync + 't>(
    c: &mut Columns<'t, R>,
    of: impl for<'r> Fn(&'r R) -> &'r Fact<'t> + Copy + Send + Sync + 't,
) {
    let product = phrase("Product-id", "Product id");
    c.text("product_id", product, move |r| of(r).row.id()).wide(34).role(Role::Alternative).key();
    add_criterion_id(c, of);
}

/// The id of the criterion of a fact.
pub(super) fn add_criterion_id<'t, R: Send + Sync + 't>(
    c: &mut Columns<'t, R>,
    of: impl for<'r> Fn(&'r R) -> &'r Fact<'t> + Send + Sync + 't,
) {
    let title = phrase("Criterium-id", "Criterion id");
    c.text("criterion_id", title, move |r| of(r).criterion().id.as_str());
    c.wide(30).role(Role::Criterion).key();
}

/// The possible answers; empty when nothing is known.
pub(super) fn answer(criterion: &Criterion, cell: &Cell, lang: Lang) -> String {
    words::answers(&criterion.question, &cell.knowledge.possible, lang)
}

/// How much is known, with the reason if the file gives one.
pub(super) fn status(cell: &Cell, reason: Option<&Localized>, lang: Lang) -> String {
    let mut text = words::status(&cell.knowledge, lang);
    if let Some(reason) = reason {
        text = format!("{text}: {}", reason.get(lang));
    }
    if cell.knowledge.disputed {
        text = format!("{text}; {}", phrase("betwist door aanbieder", "disputed by the vendor").get(lang));
    }
    text
}
