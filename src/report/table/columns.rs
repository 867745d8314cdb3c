//! Builds a table: each column comes with the function for its values, so that
//! headers and cells always match.

use std::ops::Range;

use super::distinct::distinct;
use super::model::{Column, Content, Line, Names, Printed, Shared, Table, Tone};
use super::role::Role;
use super::value::Value;
use crate::text::Lang;
use crate::text::lang::Phrase;
use crate::tr;

/// Makes the values of one or more columns for a row about an `R`.
type MakeValues<'t, R> = Box<dyn Fn(&R, &mut Vec<Value<'t>>) + Send + Sync + 't>;

/// The columns of a table in which each row is about an `R`.
pub(super) struct Columns<'t, R> {
    lang: Lang,
    made: Vec<Column>,
    values: Vec<MakeValues<'t, R>>,
    naming: usize,
    for_people: Option<usize>,
}

/// Adds a column of one type: its id, its title, and the value of a row in it.
macro_rules! typed {
    ($($(#[$doc:meta])* $name:ident: $content:ident,)*) => {$(
        $(#[$doc])*
        pub(super) fn $name<V: Into<Value<'t>>>(
            &mut self,
            id: &str,
            title: Phrase,
            value: impl Fn(&R) -> V + Send + Sync + 't,
        ) -> &mut Self {
            self.add(Column::new(id, title.get(self.lang), Content::$content), value)
        }
    )*};
}

impl<'t, R: Send + Sync + 't> Columns<'t, R> {
    /// No columns yet.
    pub(super) fn new(lang: Lang) -> Columns<'t, R> {
        Columns { lang, made: Vec::new(), values: Vec::new(), naming: 0, for_people: None }
    }

    typed! {
        /// A column of text.
        text: Text,
        /// A column of whole numbers.
        integer: Integer,
        /// A column of points or percentages.
        decimal: Decimal,
        /// A column of whole numbers from one to another.
        range: Range,
        /// A column of days.
        date: Date,
        /// A column of addresses.
        link: Link,
    }

    /// A column.
    pub(super) fn add<V: Into<Value<'t>>>(
        &mut self,
        column: Column,
        value: impl Fn(&R) -> V + Send + Sync + 't,
    ) -> &mut Self {
        self.made.push(column);
        self.values.push(Box::new(move |row, values| values.push(value(row).into())));
        self
    }

    /// Several columns whose values are made together, in order.
    pub(super) fn many(
        &mut self,
        columns: impl IntoIterator<Item = Column>,
        values: impl Fn(&R, &mut Vec<Value<'t>>) + Send + Sync + 't,
    ) -> &mut Self {
        self.made.extend(columns);
        self.values.push(Box::new(values));
        self
    }

    fn last(&mut self, change: impl FnOnce(&mut Column)) -> &mut Self {
        self.made.last_mut().map(change);
        self
    }

    /// Sets the width of the last column, in characters.
    pub(super) fn wide(&mut self, width: u16) -> &mut Self {
        self.last(|column| column.width = width)
    }

    /// Sets what the last column holds, so that it can be looked up.
    pub(super) fn role(&mut self, role: Role) -> &mut Self {
        self.last(|column| column.role = Some(role))
    }

    /// Makes the last column part of the key of a row.
    pub(super) fn key(&mut self) -> &mut Self {
        self.last(|column| column.is_key = true)
    }

    /// Lets people change the last column.
    pub(super) fn editable(&mut self) -> &mut Self {
        self.last(|column| column.is_editable = true)
    }

    /// Marks the columns so far as naming what a row is about.
    pub(super) fn end_of_names(&mut self) -> &mut Self {
        self.naming = self.made.len();
        self
    }

    /// Marks the columns so far as being for people, and later ones for programs.
    pub(super) fn end_for_people(&mut self) -> &mut Self {
        self.for_people = Some(self.made.len());
        self
    }

    /// A table with one row per item.
    pub(super) fn table(self, name: Names, items: Vec<R>) -> Table<'t> {
        self.made(name, items, |item, each| each(item))
    }

    /// A table with as many rows per item as `about` gives, made on request.
    pub(super) fn table_of<I: Send + Sync + 't>(
        self,
        name: Names,
        items: Vec<I>,
        about: impl Fn(&I) -> Vec<R> + Send + Sync + 't,
    ) -> Table<'t> {
        self.made(name, items, move |item, each| about(item).iter().for_each(each))
    }

    fn made<I: Send + Sync + 't>(
        self,
        Names(id, name): Names,
        items: Vec<I>,
        about: impl Fn(&I, &mut dyn FnMut(&R)) + Send + Sync + 't,
    ) -> Table<'t> {
        let Columns { lang, made: mut columns, values, naming, for_people } = self;
        distinct(&mut columns);
        let count = items.len();
        let rows = move |some: Range<usize>, each: &mut dyn FnMut(&[Value<'t>])| {
            let mut row = Vec::new();
            for item in items.get(some).unwrap_or_default() {
                about(item, &mut |about| {
                    row.clear();
                    for make in &values {
                        make(about, &mut row);
                    }
                    each(&row);
                });
            }
        };
        Table {
            lang,
            id,
            name: name.get(lang),
            intro: Vec::new(),
            naming,
            for_people: for_people.unwrap_or(columns.len()),
            columns,
            printed: Printed::OnRequest,
            items: count,
            rows: Box::new(rows),
            shared: Shared { count: 0, text: Box::new(|_| Value::Empty) },
        }
    }
}

impl<'t> Table<'t> {
    /// The same table, with lines above it.
    pub(super) fn below(self, intro: Vec<Line>) -> Table<'t> {
        Table { intro, ..self }
    }

    /// The same table, of which this many rows are printed with others, on at most this
    /// many pages.
    pub(super) fn printed(mut self, rows: usize, pages: u16) -> Table<'t> {
        self.printed = Printed::First { rows, pages };
        let (rows, all) = (self.printed.rows(self.items), self.items);
        if rows < all {
            self.intro.push(Line::new(
                Tone::Plain,
                tr!(
                    self.lang,
                    "Afgedrukt worden de eerste {rows} van {all} rijen.",
                    "The first {rows} of {all} rows are printed."
                ),
            ));
        }
        self
    }

    /// The same table, with this many texts that its rows share.
    pub(super) fn sharing(
        self,
        count: usize,
        text: impl Fn(usize) -> Value<'t> + Send + Sync + 't,
    ) -> Table<'t> {
        Table { shared: Shared { count, text: Box::new(text) }, ..self }
    }
}

/// A table with every type of value, for tests of formats. A pipe and a `<` would be
/// markup, and the last column is for programs.
#[cfg(test)]
pub(in crate::report) fn sample(lang: Lang) -> Table<'static> {
    use crate::assess::Ratio;
    use crate::model::Date;
    use crate::text::lang::phrase;

    let mut c: Columns<'static, Option<usize>> = Columns::new(lang);
    c.text("name", phrase("Naam", "Name"), |row| row.map(|n| format!("a|b<{n}")));
    c.integer("count", phrase("Aantal", "Count"), |row| *row);
    c.decimal("points", phrase("Punten", "Points"), |row| row.map(|n| Ratio::new(n as u128, 8)));
    c.integer("known", phrase("Beantwoord", "Answered"), |row| {
        row.map(|n| Value::Percent(Ratio::new(n as u128, 4)))
    });
    c.range("places", phrase("Plaats", "Place"), |row| row.map(|n| Value::Range(1, n)));
    c.date("day", phrase("Dag", "Day"), |row| row.map(|_| Date::constant(2026, 11, 3)));
    c.link("address", phrase("Adres", "Address"), |row| row.map(|_| Value::Link("https://example.org/a")));
    c.text("list", phrase("Lijst", "List"), |_| Value::List(vec!["x".into(), "y".into()])).end_for_people();
    c.text("id", phrase("Id", "Id"), |_| "not-for-people").key();
    c.table(Names("sample", phrase("Voorbeeld", "Sample")), vec![Some(3), None])
}
