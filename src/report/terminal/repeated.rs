//! Findings that say the same in many files: the first few are shown, the others
//! are counted.

use std::collections::HashMap;
use std::fmt::Write as _;

use indexmap::IndexMap;

use crate::text::safe::clean;
use crate::text::{Code, Diagnostic, Lang, Message};
use crate::tr;

/// As many equal findings as people read before they want to know how many there
/// are.
const MOST_EQUAL: usize = 10;
/// The same for findings of one code that each name something else: these are
/// mistakes of their own, but nobody reads hundreds at a time.
const MOST_OF_CODE: usize = 50;

/// Chooses the findings to show, and counts the others.
#[derive(Debug)]
pub(crate) struct Repeated {
    most_equal: usize,
    most_of_code: usize,
    equal: HashMap<(&'static str, Message), usize>,
    of_code: HashMap<&'static str, usize>,
    /// What was not shown: per code, by its words when those are all the same.
    hidden: IndexMap<(&'static str, Message), usize>,
}

impl Repeated {
    /// Shows a few of each.
    #[must_use]
    pub(crate) fn few() -> Repeated {
        Repeated {
            most_equal: MOST_EQUAL,
            most_of_code: MOST_OF_CODE,
            equal: HashMap::new(),
            of_code: HashMap::new(),
            hidden: IndexMap::new(),
        }
    }

    /// Shows every finding.
    #[must_use]
    pub(crate) fn all() -> Repeated {
        Repeated { most_equal: usize::MAX, most_of_code: usize::MAX, ..Repeated::few() }
    }

    /// Whether this finding is one of the first of its kind; otherwise it is counted.
    pub(crate) fn shows(&mut self, finding: &Diagnostic) -> bool {
        let code: &'static Code = finding.code;
        let equal = self.equal.entry((code.id, finding.message.clone())).or_insert(0);
        *equal += 1;
        let words = if *equal > self.most_equal {
            finding.message.clone()
        } else {
            let of_code = self.of_code.entry(code.id).or_insert(0);
            *of_code += 1;
            if *of_code <= self.most_of_code {
                return true;
            }
            code.title.into()
        };
        *self.hidden.entry((code.id, words)).or_insert(0) += 1;
        false
    }

    /// What was not shown: a line for each kind, and how to see all; nothing when
    /// all was shown.
    #[must_use]
    pub(crate) fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        for ((code, words), more) in &self.hidden {
            let words = clean(words.get(lang));
            let line = tr!(lang, "en nog {more} keer {code}: {words}", "and {more} more of {code}: {words}");
            // Writing into a String cannot fail.
            let _ = writeln!(text, "{line}");
        }
        if !text.is_empty() {
            text.push_str(&tr!(lang, "(met --all staan ze er alle)\n", "(--all shows them all)\n"));
        }
        text
    }
}
