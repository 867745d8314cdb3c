//! E-mail addresses and telephone numbers where a role belongs. Many people read
//! what an institution writes down and it is kept for years, so it names roles, not
//! persons.

use crate::text::Place;
use crate::text::reach::reaches_somebody;
use crate::text::yaml::{Kind, Node};

use super::codes;
use super::reader::fields::Reader;

/// Warns about every text below `node` that seems to be a way to reach one
/// person.
pub(super) fn look_for(reader: &mut Reader, node: Node<'_, '_>) {
    match node.kind() {
        Kind::Text => look_at(reader, node.place(), node.text()),
        Kind::List => node.items().for_each(|item| look_for(reader, item)),
        Kind::Mapping => node.pairs().for_each(|(key, value)| {
            look_for(reader, key);
            look_for(reader, value);
        }),
        Kind::Broken => {}
    }
}

/// Warns about every comment of the file that seems to be one: comments travel with
/// their file.
pub(super) fn look_in_comments(reader: &mut Reader, root: Node<'_, '_>) {
    root.comments().for_each(|(place, comment)| look_at(reader, place, comment));
}

fn look_at(reader: &mut Reader, place: Place, text: &str) {
    if reaches_somebody(text) {
        reader.report(&codes::PERSONAL_DATA, place, codes::PERSONAL_DATA.title.into());
    }
}
