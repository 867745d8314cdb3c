//! The same texts through another reader of YAML: what ours accepts, it reads
//! to the same tree.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::mutants::{Dice, mutant};
use super::{CASES, Said, normal, ours};

/// Asks the other reader for what ours found, scalar by scalar as text, so that
/// its guesses about types do not matter. Anything else is an error.
struct Expected<'a>(&'a Said);

impl<'de> DeserializeSeed<'de> for Expected<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, theirs: D) -> Result<(), D::Error> {
        match self.0 {
            Said::Text(_) => theirs.deserialize_str(self),
            Said::List(_) => theirs.deserialize_seq(self),
            Said::Mapping(_) => theirs.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Expected<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }

    fn visit_str<E: Error>(self, theirs: &str) -> Result<(), E> {
        match self.0 {
            Said::Text(ours) if ours == theirs => Ok(()),
            ours => Err(E::custom(format!("{OTHER}ours {ours:?}, theirs {theirs:?}"))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut theirs: A) -> Result<(), A::Error> {
        let Said::List(items) = self.0 else { return Err(A::Error::custom(format!("{OTHER}a list"))) };
        for item in items {
            if theirs.next_element_seed(Expected(item))?.is_none() {
                return Err(A::Error::custom(format!("{OTHER}their list is shorter")));
            }
        }
        match theirs.next_element::<serde::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::custom(format!("{OTHER}their list is longer"))),
            None => Ok(()),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut theirs: A) -> Result<(), A::Error> {
        let Said::Mapping(pairs) = self.0 else { return Err(A::Error::custom(format!("{OTHER}a mapping"))) };
        for (key, value) in pairs {
            if theirs.next_key_seed(Expected(key))?.is_none() {
                return Err(A::Error::custom(format!("{OTHER}their mapping is shorter")));
            }
            theirs.next_value_seed(Expected(value))?;
        }
        match theirs.next_key::<serde::de::IgnoredAny>()? {
            Some(_) => Err(A::Error::custom(format!("{OTHER}their mapping is longer"))),
            None => Ok(()),
        }
    }
}

/// Begins the message when the other reader reads something else.
const OTHER: &str = "reads otherwise: ";

/// What the other reader says against what ours found.
fn against(text: &str, ours: &Said) -> Option<String> {
    let error = Expected(ours).deserialize(serde_yaml::Deserializer::from_str(text)).err()?;
    Some(error.to_string())
}


pub(super) fn explore() {
    let mut base: Vec<String> = CASES.iter().filter(|c| !c.fail).map(|c| normal(&c.yaml)).collect();
    let n = base.len();
    for root in ["vendors", "criteria", "tests/data/small"] { walk(&crate::support::root().join(root), &mut base); }
    let mut dice = Dice::new(1);
    let (mut ok, mut all) = (0, 0);
    let mut by = std::collections::BTreeMap::<String, Vec<(String,String)>>::new();
    for round in 0..40000 {
        let text = if round % 2 == 0 { base[dice.below(n)].clone() } else {
            let t = &base[n + dice.below(base.len() - n)];
            let lines: Vec<&str> = t.split_inclusive('\n').collect();
            let from = dice.below(lines.len());
            let from = (0..=from).rev().find(|i| !lines[*i].starts_with(' ')).unwrap_or(0);
            lines[from..(from + 5 + dice.below(40)).min(lines.len())].concat()
        };
        let text = normal(&mutant(&mut dice, &text));
        all += 1;
        if let Ok(said) = ours(&text) {
            ok += 1;
            if let Some(e) = against(&text, &said) {
                let key = if e.contains(OTHER) { "OTHER".to_owned() } else { e.split(" at line").next().unwrap().rsplit(": ").next().unwrap().to_owned() };
                by.entry(key).or_default().push((text, e));
            }
        }
    }
    println!("{all} {ok}");
    for (k, v) in by { println!("##### {k}: {}", v.len()); for (t, e) in v.iter().take(400) { println!("{t:?}\n    {e}"); } }
}
fn walk(p: &std::path::Path, out: &mut Vec<String>) {
    let mut paths: Vec<_> = std::fs::read_dir(p).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for p in paths { if p.is_dir() { walk(&p, out) } else if p.extension().is_some_and(|e| e == "yaml") { out.push(normal(&std::fs::read_to_string(p).unwrap())) } }
}
