//! What the facts of a product can name: its variants and sources, and the
//! answers of a criterion.

use crate::load::codes;
use crate::load::former;
use crate::load::reader::dates::Written;
use crate::load::reader::fields::{LARGEST_NUMBER, Reader};
use crate::load::reader::help::suggest_answer;
use crate::model::{Criterion, DayOrMonth, NumberRange, Possible, Set, Source};
use crate::say;
use crate::text::Diagnostic;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node};

/// What a fact can refer to.
pub(super) struct Scope<'a> {
    pub(super) variants: Vec<&'a str>,
    /// The variants that an institution runs itself.
    pub(super) self_hosted: Set,
    pub(super) sources: &'a [Source],
    /// When the maker was asked.
    pub(super) asked: Option<Written>,
    /// Whether the facts replace facts of a layer below.
    pub(super) amends: bool,
}

impl Scope<'_> {
    pub(super) fn variants(&self, reader: &mut Reader, node: Node<'_, '_>) -> Set {
        if node.kind() == Kind::Text && node.text() == "all" {
            return Set::first(self.variants.len());
        }
        reader.members(node, &self.variants, &codes::UNKNOWN_VARIANT, |shown| {
            say!("dit product heeft geen variant {shown}", "this product has no variant {shown}")
        })
    }

    /// The source with this name. A later layer may reuse a name for a source
    /// of its own, so the last one counts.
    pub(super) fn source(&self, reader: &mut Reader, node: Node<'_, '_>) -> Option<usize> {
        let found = self.sources.iter().rposition(|source| source.id.as_str() == node.text());
        if found.is_none() {
            let shown = quoted(node.text());
            let message = say!(
                "de bron {shown} staat niet onder `sources`",
                "the source {shown} is not under `sources`"
            );
            let known: Vec<&str> = self.sources.iter().map(|source| source.id.as_str()).collect();
            reader.not_among(&codes::UNKNOWN_SOURCE, node.place(), message, node.text(), known);
        }
        found
    }

    /// When a source was read, at the source itself.
    pub(super) fn read(&self, source: usize) -> Option<Written> {
        self.sources.get(source).map(|source| Written { on: source.read, place: source.place })
    }

    /// The date of the oldest of some sources, at that source; `None` unless all
    /// have one.
    pub(super) fn oldest(&self, sources: impl Iterator<Item = usize>) -> Option<Written<DayOrMonth>> {
        let dated = |source: usize| {
            let source = self.sources.get(source)?;
            source.dated.map(|on| Written { on, place: source.place })
        };
        let dated = sources.map(dated).collect::<Option<Vec<_>>>()?;
        dated.into_iter().min_by_key(|written| written.on.earliest())
    }
}

/// The number of the answer or option that `node` names.
pub(super) fn choice(reader: &mut Reader, node: Node<'_, '_>, criterion: &Criterion) -> Option<usize> {
    let find = |reader: &mut Reader| former::becomes(reader, node, criterion);
    let found = criterion.question.find(node.text()).or_else(|| find(reader));
    if found.is_none() && node.kind() == Kind::Text && !reader.is_full() {
        let (shown, id) = (quoted(node.text()), &criterion.id);
        let message = say!("{shown} is geen antwoord op `{id}`", "{shown} is not an answer to `{id}`");
        let known: Vec<&str> = criterion.question.choices().map(|choice| choice.id.as_str()).collect();
        let help = match former::look(node, criterion) {
            Some(why) => why.into(),
            None => suggest_answer(node.text(), &known),
        };
        reader.add(Diagnostic::new(&codes::UNKNOWN_ANSWER, node.place(), message).help(help));
    }
    found
}

/// The numbers and named answers that `items` give, when each is one.
pub(super) fn numbers(
    reader: &mut Reader,
    items: &[Node<'_, '_>],
    criterion: &Criterion,
) -> Option<Possible> {
    let mut ranges = Vec::new();
    let mut named = Set::EMPTY;
    for item in items {
        let at = criterion.question.find(item.text()).or_else(|| former::becomes(reader, *item, criterion));
        if let Some(at) = at {
            named.insert(at);
        } else if item.text().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
            || criterion.question.count() == 0
        {
            let number = reader.number(*item, LARGEST_NUMBER, &codes::BAD_NUMBER)?;
            ranges.push(NumberRange { from: number, to: Some(number) });
        } else {
            choice(reader, *item, criterion)?;
        }
    }
    Some(Possible::Numbers { ranges, named })
}
