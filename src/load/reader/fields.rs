//! The field helper: splits a mapping by a table of keys, and reads its
//! scalars. Every mistake becomes a finding with its place; reading goes on.

use std::collections::HashSet;

use crate::load::keys::{Key, LOCALIZED, Shape, Table};
use crate::load::{codes, premise_codes};
use crate::model::{Date, Id, Localized, Set};
use crate::say;
use crate::text::codes as yaml_codes;
use crate::text::safe::quoted;
use crate::text::yaml::{Kind, Node, edit::Edit};
use crate::text::{Code, Diagnostic, FileId, Lang, Message, Place};

use super::help::{bad_id, suggest};

/// The largest number that an answer can be.
pub(crate) const LARGEST_NUMBER: u64 = 1_000_000_000;
/// At most this many findings of one file are kept.
const MOST_FINDINGS: usize = 100;

/// What is uncertain because a file has errors: naming it is not a second
/// mistake.
// Each flag has a reason of its own.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unsure {
    pub(crate) kinds: bool,
    pub(crate) themes: bool,
    pub(crate) sentences: bool,
    pub(crate) premises: bool,
    /// The product that a file amends.
    pub(crate) product: bool,
}

/// Reads one file, and collects its findings.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) file: FileId,
    /// Dates after this day are errors.
    pub(crate) as_of: Date,
    /// Whether texts must be in both languages (under criteria/).
    pub(crate) both_languages: bool,
    pub(crate) findings: Vec<Diagnostic>,
    /// How the file is written without what it calls by an old id.
    pub(crate) edits: Vec<Edit>,
    pub(crate) unsure: Unsure,
}

/// The values of a mapping, by the table of its keys.
#[derive(Debug)]
pub(crate) struct Fields<'a, 't> {
    table: &'static Table,
    /// Per key of the table: its place, and its value if that has the right
    /// shape.
    written: Vec<(Option<Place>, Option<Node<'a, 't>>)>,
}

impl<'a, 't> Fields<'a, 't> {
    /// The value of this key, if it is there and has the right shape.
    pub(crate) fn get(&self, name: &str) -> Option<Node<'a, 't>> {
        let at = self.table.keys.iter().position(|key| key.name == name)?;
        self.written.get(at).and_then(|(_, value)| *value)
    }

    /// The words that this key can have; none when the table does not list
    /// words.
    pub(crate) fn words(&self, name: &str) -> &'static [&'static str] {
        match self.table.keys.iter().find(|key| key.name == name).map(|key| key.shape) {
            Some(Shape::Word(words)) => words,
            _ => &[],
        }
    }

    /// Whether the table says that this key must be there.
    pub(crate) fn is_required(&self, name: &str) -> bool {
        self.table.keys.iter().any(|key| key.name == name && key.required)
    }

    /// The place of this key, if it is there.
    pub(crate) fn key_place(&self, name: &str) -> Option<Place> {
        let at = self.table.keys.iter().position(|key| key.name == name)?;
        self.written.get(at).and_then(|(place, _)| *place)
    }
}

impl Reader {
    pub(crate) fn new(file: FileId, as_of: Date, both_languages: bool) -> Reader {
        let (findings, edits) = (Vec::new(), Vec::new());
        Reader { file, as_of, both_languages, findings, edits, unsure: Unsure::default() }
    }

    /// Adds a finding, unless the file has too many already.
    pub(crate) fn add(&mut self, finding: Diagnostic) {
        match self.findings.len() {
            n if n < MOST_FINDINGS => self.findings.push(finding),
            MOST_FINDINGS => self.findings.push(
                Diagnostic::new(
                    &yaml_codes::MORE_FINDINGS,
                    finding.place,
                    yaml_codes::MORE_FINDINGS.title.into(),
                )
                .help(yaml_codes::MORE_FINDINGS.advice),
            ),
            _ => {}
        }
    }

    /// Adds a warning that something is read by another name than is written. So many
    /// of these that there is no place for others would be an error in a good file.
    pub(crate) fn notice(&mut self, finding: Diagnostic) {
        if self.findings.len() < MOST_FINDINGS - 1 {
            self.findings.push(finding);
        }
    }

    /// How many errors were found so far.
    pub(crate) fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.is_error()).count()
    }

    /// Whether the file has so many findings that no more are kept.
    pub(crate) fn is_full(&self) -> bool {
        self.findings.len() > MOST_FINDINGS
    }

    /// Adds a finding whose help is the general advice of its code.
    pub(crate) fn report(&mut self, code: &'static Code, place: Place, message: Message) {
        self.add(Diagnostic::new(code, place, message).help(code.advice));
    }

    /// Reports a word that is not among `known`, with the closest that are.
    pub(crate) fn not_among<'k>(
        &mut self,
        code: &'static Code,
        place: Place,
        message: Message,
        word: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        // Past the limit nothing is kept, and the search for close words takes
        // time.
        if self.is_full() {
            return;
        }
        let unsure = (self.unsure.kinds && *code == codes::UNKNOWN_KIND)
            || (self.unsure.themes && *code == codes::UNKNOWN_THEME)
            || (self.unsure.sentences && *code == codes::UNKNOWN_SENTENCE)
            || (self.unsure.premises && *code == premise_codes::UNKNOWN_PREMISE)
            || (self.unsure.product && (*code == codes::UNKNOWN_VARIANT || *code == codes::UNKNOWN_SOURCE));
        if !unsure {
            self.add(Diagnostic::new(code, place, message).help(suggest(word, known, code)));
        }
    }

    /// Splits a mapping by its table. `None` when it is not a mapping; unknown
    /// keys, missing keys and values of another shape are reported.
    pub(crate) fn mapping<'a, 't>(
        &mut self,
        node: Node<'a, 't>,
        table: &'static Table,
    ) -> Option<Fields<'a, 't>> {
        self.unfinished(node, table, &[])
    }

    /// The same for a mapping that may still lack some of the keys that must be there.
    pub(crate) fn unfinished<'a, 't>(
        &mut self,
        node: Node<'a, 't>,
        table: &'static Table,
        later: &[&str],
    ) -> Option<Fields<'a, 't>> {
        if !self.expect(node, Kind::Mapping, Shape::Mapping) {
            return None;
        }
        let mut written = vec![(None, None); table.keys.len()];
        for (key, value) in node.pairs() {
            if key.kind() != Kind::Text {
                continue;
            }
            let Some(at) = table.keys.iter().position(|known| known.name == key.text()) else {
                self.unknown_key(key, table);
                continue;
            };
            let spec = &table.keys[at];
            if written[at].0.is_some() {
                continue;
            }
            written[at].0 = Some(key.place());
            if spec.shape.accepts(value.kind()) {
                written[at].1 = Some(value);
            } else if value.kind() != Kind::Broken {
                self.wrong_shape(value, spec.shape, Some(spec.name));
            }
        }
        for (key, (there, _)) in table.keys.iter().zip(&written) {
            if key.required && there.is_none() && !later.contains(&key.name) {
                self.lacks(start_of(node), table, key);
            }
        }
        Some(Fields { table, written })
    }

    /// Reports a key of this mapping that is not there, and that another key asks for.
    pub(crate) fn needs(&mut self, node: Node<'_, '_>, fields: &Fields<'_, '_>, name: &str) {
        if let Some(key) = fields.table.keys.iter().find(|key| key.name == name) {
            self.lacks(start_of(node), fields.table, key);
        }
    }

    /// Reports a key that is not there and must be.
    fn lacks(&mut self, place: Place, table: &Table, key: &Key) {
        let name = key.name;
        let (nl, en) = (table.what.nl, table.what.en);
        let message = say!("de sleutel `{name}` ontbreekt bij {nl}", "the key `{name}` is missing in {en}");
        let about =
            say!("voeg `{name}` toe: {nl}", "add `{name}`: {en}", nl = key.about.nl, en = key.about.en);
        self.add(Diagnostic::new(&codes::MISSING_KEY, place, message).help(about));
    }

    fn unknown_key(&mut self, key: Node<'_, '_>, table: &'static Table) {
        // Past the limit nothing is kept, and the search for close words takes
        // time.
        if self.is_full() {
            return;
        }
        let shown = quoted(key.text());
        let message = say!(
            "{what} heeft geen sleutel {shown}",
            "{what_en} has no key {shown}",
            what = table.what.nl,
            what_en = table.what.en
        );
        let known = table.keys.iter().map(|key| key.name);
        let help = suggest(key.text(), known.clone(), &codes::UNKNOWN_KEY);
        let names: Vec<String> = known.map(|name| format!("`{name}`")).collect();
        let help = if help != Message::from(codes::UNKNOWN_KEY.advice) {
            help
        } else if let [only] = names.as_slice() {
            say!("de enige sleutel is {only}", "the only key is {only}")
        } else {
            say!(
                "de sleutels zijn {nl}",
                "the keys are {en}",
                nl = crate::text::lang::list(Lang::Nl, &names),
                en = crate::text::lang::list(Lang::En, &names)
            )
        };
        self.add(Diagnostic::new(&codes::UNKNOWN_KEY, key.place(), message).help(help));
    }

    /// Whether `node` is of this kind; reports it if not.
    pub(crate) fn expect(&mut self, node: Node<'_, '_>, kind: Kind, shape: Shape) -> bool {
        if node.kind() != kind && node.kind() != Kind::Broken {
            self.wrong_shape(node, shape, None);
        }
        node.kind() == kind
    }

    fn wrong_shape(&mut self, node: Node<'_, '_>, shape: Shape, key: Option<&str>) {
        let (found_nl, found_en) = match node.kind() {
            Kind::Mapping => ("er staan sleutels met waarden", "there are keys with values"),
            Kind::List => ("er staat een lijst", "there is a list"),
            Kind::Text | Kind::Broken => ("er staat tekst", "there is text"),
        };
        let (want_nl, want_en) = (shape.name().nl, shape.name().en);
        let message = match key {
            Some(key) => say!(
                "bij `{key}` wordt iets anders verwacht: {want_nl}; {found_nl}",
                "the value of `{key}` should be {want_en}; {found_en}"
            ),
            None => say!(
                "hier wordt iets anders verwacht: {want_nl}; {found_nl}",
                "this should be {want_en}; {found_en}"
            ),
        };
        self.report(&codes::WRONG_SHAPE, start_of(node), message);
    }

    /// The items of a list, or a single item without brackets.
    pub(crate) fn one_or_list<'a, 't>(&mut self, node: Node<'a, 't>) -> Vec<Node<'a, 't>> {
        if node.kind() == Kind::Text {
            return vec![node];
        }
        let mut items = Vec::new();
        let mut seen = HashSet::new();
        for item in node.items() {
            if !self.expect(item, Kind::Text, Shape::Text) {
                continue;
            }
            if seen.insert(item.text()) {
                items.push(item);
            } else {
                let shown = quoted(item.text());
                let message = say!("{shown} staat er twee keer", "{shown} appears twice");
                self.report(&codes::REPEATED, item.place(), message);
            }
        }
        items
    }

    /// A text that must be an id.
    pub(crate) fn id(&mut self, node: Node<'_, '_>) -> Option<Id> {
        if !self.expect(node, Kind::Text, Shape::Id) {
            return None;
        }
        match Id::new(node.text()) {
            Ok(id) => Some(id),
            Err(why) => {
                let finding = bad_id(node.place(), node.text(), why);
                self.add(finding);
                None
            }
        }
    }

    /// Ids, each once.
    pub(crate) fn ids(&mut self, node: Option<Node<'_, '_>>) -> Vec<Id> {
        let items = node.map(|node| self.one_or_list(node)).unwrap_or_default();
        items.into_iter().filter_map(|item| self.id(item)).collect()
    }

    /// A text in two languages, or in Dutch if that is enough.
    pub(crate) fn localized(&mut self, node: Node<'_, '_>) -> Option<Localized> {
        if node.kind() == Kind::Text {
            if self.both_languages {
                self.missing_language(node.place(), "en");
            }
            return Some(Localized::dutch(node.text()));
        }
        let fields = self.mapping(node, &LOCALIZED)?;
        self.localized_of(node, &fields)
    }

    /// The text of a mapping that may have other keys beside `nl` and `en`.
    pub(crate) fn localized_of(&mut self, node: Node<'_, '_>, fields: &Fields<'_, '_>) -> Option<Localized> {
        if self.both_languages && fields.get("en").is_none() && !node.pairs().any(|(k, _)| k.text() == "en") {
            self.missing_language(node.place(), "en");
        }
        let nl = fields.get("nl")?.text().into();
        Some(Localized { nl, en: fields.get("en").map(|en| en.text().into()) })
    }

    fn missing_language(&mut self, place: Place, tag: &str) {
        self.report(
            &codes::MISSING_LANGUAGE,
            place,
            say!("de Engelse tekst (`{tag}`) ontbreekt", "the English text (`{tag}`) is missing"),
        );
    }

    /// The numbers of ids in `known`.
    pub(crate) fn members(
        &mut self,
        node: Node<'_, '_>,
        known: &[&str],
        code: &'static Code,
        unknown: impl Fn(&str) -> Message,
    ) -> Set {
        self.members_by(node, |reader, item| {
            let at = known.iter().position(|id| *id == item.text());
            if at.is_none() {
                let message = unknown(&quoted(item.text()));
                reader.not_among(code, item.place(), message, item.text(), known.iter().copied());
            }
            at
        })
    }

    /// The numbers that `find` gives for the items of a list or a single one.
    pub(crate) fn members_by<'a, 't>(
        &mut self,
        node: Node<'a, 't>,
        mut find: impl FnMut(&mut Reader, Node<'a, 't>) -> Option<usize>,
    ) -> Set {
        let mut set = Set::EMPTY;
        if node.kind() == Kind::List && node.items().next().is_none() {
            self.report(
                &codes::NOTHING_INSIDE,
                node.place(),
                say!("deze lijst is leeg", "this list is empty"),
            );
        }
        for item in self.one_or_list(node) {
            if let Some(at) = find(self, item) {
                set.insert(at);
            }
        }
        set
    }
}

/// The start of a node, without its content: a caret under a whole mapping
/// would help nobody.
pub(crate) fn start_of(node: Node<'_, '_>) -> Place {
    if node.kind() == Kind::Text { node.place() } else { node.start() }
}
