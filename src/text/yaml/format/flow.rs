//! Brackets on one line: `[a, b]` and `{nl: x, en: y}`.

use crate::text::yaml::tree::{Kind, Node};

use super::Form;

/// What is written on one line, with a blank behind each comma and colon and nowhere
/// else, and its keys in order; `None` if it is written in another way than this knows.
pub(super) fn spaced<F: Form>(written: &str, node: Node<'_, '_>, form: F) -> Option<String> {
    let mut line = Line { rest: written };
    let out = line.node(node, form)?;
    line.rest.is_empty().then_some(out)
}

struct Line<'t> {
    rest: &'t str,
}

impl Line<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    /// Takes this sign, with the blanks around it.
    fn sign(&mut self, sign: char) -> Option<()> {
        self.blanks();
        self.rest = self.rest.strip_prefix(sign)?;
        self.blanks();
        Some(())
    }

    fn node<F: Form>(&mut self, node: Node<'_, '_>, form: F) -> Option<String> {
        let (open, close) = match node.kind() {
            Kind::Text => {
                let written = node.written().trim_end_matches([' ', '\t']);
                self.rest = self.rest.strip_prefix(written).filter(|_| !written.is_empty())?;
                return Some(written.to_owned());
            }
            Kind::List => ('[', ']'),
            Kind::Mapping => ('{', '}'),
            Kind::Broken => return None,
        };
        self.sign(open)?;
        let mut parts = Vec::new();
        let mut names = Vec::new();
        for item in node.items() {
            if !parts.is_empty() {
                self.sign(',')?;
            }
            parts.push(self.node(item, form)?);
        }
        for (key, value) in node.pairs() {
            if !parts.is_empty() {
                self.sign(',')?;
            }
            let written = self.node(key, form)?;
            self.sign(':')?;
            parts.push(format!("{written}: {}", self.node(value, form.inside(key.text()))?));
            names.push(key.text());
        }
        self.blanks();
        self.rest = self.rest.strip_prefix(close)?;
        if let Some(order) = form.order(&names).filter(|order| order.len() == parts.len()) {
            let mut ranked: Vec<(usize, String)> = order.into_iter().zip(parts).collect();
            ranked.sort_by_key(|(rank, _)| *rank);
            parts = ranked.into_iter().map(|(_, part)| part).collect();
        }
        Some(format!("{open}{}{close}", parts.join(", ")))
    }
}
