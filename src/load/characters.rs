//! Looks at the characters of a file once its words have been read: a finding
//! about a word that only looks right names the character that is wrong, and
//! damaged texts for people get a warning.

use crate::say;
use crate::text::characters::alike::{self, Loose};
use crate::text::characters::damage::{self, Damage};
use crate::text::characters::scripts::{self, Mixed};
use crate::text::characters::{self, Class, quotes};
use crate::text::lang::phrase;
use crate::text::safe::clean_short;
use crate::text::yaml::slips::{bare_colon, look_alike, no_space, typed_quote};
use crate::text::yaml::{Kind, Node};
use crate::text::{Code, Diagnostic, Message, Place};

use super::reader::fields::Reader;
use super::{character_codes, codes};

/// At most this many characters of a text are shown.
const LONGEST_SHOWN: usize = 60;

/// Looks at every text of a file that was read; `text` is the whole file.
pub(super) fn look_at(reader: &mut Reader, text: &str, root: Node<'_, '_>) {
    // Nearly all that is looked for is outside ASCII, raw or as an escape.
    let is_plain = text.is_ascii() && !text.contains(['&', '\\']);
    if is_plain && reader.findings.is_empty() {
        return;
    }
    look(reader, root, "");
}

fn look(reader: &mut Reader, node: Node<'_, '_>, key: &str) {
    match node.kind() {
        Kind::Text => {
            if !explain(reader, node) {
                warn(reader, node, key == "quote");
            }
        }
        Kind::List => node.items().for_each(|item| look(reader, item, key)),
        Kind::Mapping => {
            for (name, value) in node.pairs() {
                explain(reader, name);
                look(reader, value, name.text());
            }
        }
        Kind::Broken => {}
    }
}

/// Whether something was wrong with this very text. When a character in it is the
/// cause, the finding says so.
fn explain(reader: &mut Reader, node: Node<'_, '_>) -> bool {
    let (file, place) = (reader.file, node.place());
    let mut is_wrong = false;
    for finding in reader.findings.iter_mut().filter(|found| found.is_error()) {
        if finding.place.file != file || finding.place != place {
            continue;
        }
        is_wrong = true;
        // These are about the length of a text, or about what is missing beside it.
        if [&codes::LONG_QUOTE, &codes::MISSING_LANGUAGE].iter().any(|code| code.id == finding.code.id) {
            continue;
        }
        // Where keys belong and a text is found, only what is behind a colon is to blame.
        let is_shape = finding.code.id == codes::WRONG_SHAPE.id;
        if let Some(better) = cause(node, is_shape) {
            *finding = better;
        } else if !is_shape && goes_on(node) {
            finding.help = Some(say!(
                "de regel eronder springt verder in, en hoort daardoor bij deze waarde: laat hem in dezelfde kolom beginnen als de sleutel",
                "the line below is indented further, so it belongs to this value: begin it in the same column as the key"
            ));
        }
    }
    is_wrong
}

/// The character in a word, number, date or address that makes it another one; where
/// keys belong, the one that keeps a text from being a key and its value.
fn cause(node: Node<'_, '_>, is_shape: bool) -> Option<Diagnostic> {
    let text = node.text();
    if is_shape {
        bare_colon(text)?;
        let behind = text.split_once(':').and_then(|(_, behind)| behind.chars().next());
        let odd = behind.filter(|c| characters::is_odd_blank(*c));
        return odd.map_or_else(|| Some(no_space(node.place_of(":"))), |c| look_alike(part(node, c), c));
    }
    if text.is_ascii() {
        return None;
    }
    if let Some((open, close)) = quotes::around(text) {
        let shown = clean_short(text, LONGEST_SHOWN);
        let mut found = typed_quote(node.place(), open);
        found.message = say!(
            "`{shown}` staat tussen tekens die voor YAML geen aanhalingstekens zijn ({open} {close})",
            "`{shown}` is between marks that are not quotation marks in YAML ({open} {close})"
        );
        return Some(found);
    }
    if let Some(c) = text.chars().find(|c| characters::is_odd_blank(*c)) {
        return look_alike(part(node, c), c);
    }
    // A dash is to blame when nothing else is.
    let is_dash = |c: &char| characters::find(*c).is_some_and(|known| known.class == Class::Dash);
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || is_dash(&c);
    let c = text.chars().find(is_dash).filter(|_| text.chars().all(is_word))?;
    look_alike(part(node, c), c)
}

/// Whether this is a text without quotes that continues on a second line.
fn goes_on(node: Node<'_, '_>) -> bool {
    let written = node.written();
    written.contains('\n') && !written.starts_with(['"', '\'', '|', '>']) && node.text().contains(" - ")
}

/// Warns of what is wrong with a text for people.
fn warn(reader: &mut Reader, node: Node<'_, '_>, is_quote: bool) {
    let text = node.text();
    if text.is_ascii() {
        if let Some(found) = damage::entity(text) {
            reader.add(entity(node, &found));
        }
        return;
    }
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    // What was damaged is full of signs that mean nothing.
    if let Some(found) = damage::read_twice(text) {
        reader.add(read_twice(node, &found));
        return;
    }
    if damage::lost(text).is_some() {
        reader.report(
            &character_codes::DAMAGED,
            part(node, '\u{fffd}'),
            say!(
                "op de plaats van \u{fffd} (U+FFFD) is een letter verloren gegaan",
                "a letter was lost where \u{fffd} (U+FFFD) is now"
            ),
        );
    }
    if let Some(found) = damage::entity(text) {
        reader.add(entity(node, &found));
    }
    if !is_quote && let Some((open, close)) = quotes::around(text.trim()) {
        let message = say!(
            "deze tekst staat helemaal tussen {open} en {close}; voor YAML horen die tekens bij de tekst",
            "this whole text is between {open} and {close}; in YAML these are part of the text"
        );
        reader.add(Diagnostic::new(&character_codes::QUOTED_TEXT, node.place(), message).help(say!(
            "haal de tekens weg, of gebruik gewone aanhalingstekens: \" of '",
            "remove the marks, or use plain quotation marks: \" or '"
        )));
    }
    if let Some(found) = odd_blank(text).and_then(|(c, at_edge)| blank(node, c, at_edge)) {
        reader.add(found);
    }
    // The address of a page is as its server has it.
    if !is_address && let Some(found) = alike::loose(text) {
        reader.add(loose(node, &found));
    }
    if !is_address && let Some(found) = scripts::mixed(text) {
        reader.add(mixed(node, &found));
    }
}

/// A blank that has no place in a text: of another script or width, or at an edge;
/// and whether it is at an edge.
fn odd_blank(text: &str) -> Option<(char, bool)> {
    let inside = text.trim_matches([' ', '\n']);
    let edges = [inside.chars().next(), inside.chars().next_back()];
    if let Some(c) = edges.into_iter().flatten().find(|c| characters::is_odd_blank(*c)) {
        return Some((c, true));
    }
    let is_strange = |c: &char| characters::find(*c).is_some_and(|known| known.class == Class::Blank);
    text.chars().find(is_strange).map(|c| (c, false))
}

fn blank(node: Node<'_, '_>, c: char, at_edge: bool) -> Option<Diagnostic> {
    let known = characters::find(c)?;
    let (name, number) = (known.name, characters::number(c));
    let (nl, en) = (name.nl, name.en);
    let message = if at_edge {
        say!(
            "aan het begin of eind van deze tekst staat {nl} ({number})",
            "this text begins or ends with {en} ({number})"
        )
    } else {
        say!("in deze tekst staat {nl} ({number})", "there is {en} ({number}) in this text")
    };
    let help = if at_edge { phrase("haal het teken weg", "remove the character") } else { known.mend };
    Some(Diagnostic::new(&character_codes::ODD_BLANK, part(node, c), message).help(help))
}

fn read_twice(node: Node<'_, '_>, found: &Damage) -> Diagnostic {
    let (word, meant) = (clean_short(&found.word, LONGEST_SHOWN), clean_short(&found.meant, LONGEST_SHOWN));
    let message = say!(
        "`{word}` is in een verkeerde codering gelezen; bedoeld is waarschijnlijk `{meant}`",
        "`{word}` was read in the wrong encoding; `{meant}` was probably meant"
    );
    damaged(&character_codes::DAMAGED, node, found, message)
}

fn entity(node: Node<'_, '_>, found: &Damage) -> Diagnostic {
    let (word, meant) = (clean_short(&found.word, LONGEST_SHOWN), clean_short(&found.meant, LONGEST_SHOWN));
    let message = say!(
        "`{word}` is geschreven als in HTML; bedoeld is waarschijnlijk `{meant}`",
        "`{word}` is written as in HTML; `{meant}` was probably meant"
    );
    damaged(&character_codes::ENTITY, node, found, message)
}

fn damaged(code: &'static Code, node: Node<'_, '_>, found: &Damage, message: Message) -> Diagnostic {
    let at = node.text().get(found.at..found.at + found.length).unwrap_or("");
    let place = if at.is_empty() { node.place() } else { node.place_of(at) };
    Diagnostic::new(code, place, message).help(code.advice)
}

fn loose(node: Node<'_, '_>, found: &Loose) -> Diagnostic {
    let Loose { usual, now, then, .. } = found;
    let usual = clean_short(usual, LONGEST_SHOWN);
    let message = say!(
        "`{usual}` is hier geschreven als {now}; gewoonlijk is dat {then}",
        "`{usual}` is written as {now} here; usually that is {then}"
    );
    let at = node.text().get(found.at..found.at + found.length).unwrap_or("");
    Diagnostic::new(&character_codes::LOOSE_LETTER, node.place_of(at), message).help(say!(
        "typ de letter opnieuw: zoals hij er nu staat, vindt zoeken hem niet",
        "type the letter again: as it is now, a search does not find it"
    ))
}

fn mixed(node: Node<'_, '_>, found: &Mixed<'_>) -> Diagnostic {
    let (word, odd) = (clean_short(found.word, LONGEST_SHOWN), found.odd);
    let (number, (nl, en)) = (characters::number(odd), (found.script.nl, found.script.en));
    let message = say!(
        "in `{word}` is de `{odd}` ({number}) een {nl} letter tussen Latijnse",
        "in `{word}` the `{odd}` ({number}) is a {en} letter among Latin ones"
    );
    let place = node.place_of(found.word);
    Diagnostic::new(&character_codes::MIXED_SCRIPTS, place, message)
        .help(character_codes::MIXED_SCRIPTS.advice)
}

/// The place of a character in a text.
fn part(node: Node<'_, '_>, c: char) -> Place {
    node.place_of(c.encode_utf8(&mut [0; 4]))
}
