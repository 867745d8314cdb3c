//! When to look again: the last part of the front of a memo.

use crate::model::Date;
use crate::report::document::Document;
use crate::report::words::{date, small};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;
use crate::views::again::{Again, Why};

/// How many days are named.
const NAMED: usize = 3;

/// The days on which something must be looked at again, with the reason.
pub(super) fn add(document: &mut Document<'_>, again: &Again<'_>) {
    let lang = document.lang;
    document.division(phrase("Wanneer opnieuw kijken?", "When to look again?"));
    let mut lines = days(again, lang);
    lines.truncate(if again.suggested.is_some() { NAMED - 1 } else { NAMED });
    if let Some(day) = again.suggested {
        let day = date(day, lang);
        lines.push(tr!(
            lang,
            "{day}, over een jaar: een voorstel van keuzehulp, want het dossier noemt geen dag.",
            "{day}, in a year: suggested by keuzehulp, as the dossier names no day."
        ));
    }
    document.bullets(lines);
}

/// A line for each day.
fn days(again: &Again<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for same in again.days.chunk_by(|(day, _), (other, _)| day == other) {
        let Some((day, _)) = same.first() else { continue };
        lines.push(line(*day, same, lang));
    }
    lines
}

fn line(day: Date, whys: &[(Date, Why<'_>)], lang: Lang) -> String {
    let day = date(day, lang);
    let mut reasons: Vec<String> = whys.iter().map(|(_, why)| reason(why, lang)).collect();
    reasons.dedup();
    let reasons = list(lang, &reasons);
    format!("{day}: {reasons}.")
}

fn reason(why: &Why<'_>, lang: Lang) -> String {
    let short = |title: &str| title.strip_suffix('.').unwrap_or(title).to_owned();
    match why {
        Why::Overdue(item) => {
            let title = small(item.title.get(lang));
            tr!(
                lang,
                "toen had dit opnieuw bekeken moeten zijn: {title}",
                "this was to be looked at again by then: {title}"
            )
        }
        Why::Review(item) => {
            let title = small(item.title.get(lang));
            tr!(lang, "volgens het dossier: {title}", "says the dossier: {title}")
        }
        Why::Coming(item) => {
            let title = small(item.title.get(lang));
            tr!(
                lang,
                "vanaf dan hoort ook dit bij de taken: {title}",
                "from then on this is a task too: {title}"
            )
        }
        Why::Begins(premise) => {
            let title = short(premise.title.get(lang));
            tr!(lang, "dan begint te gelden: {title}", "then begins to hold: {title}")
        }
        Why::Ends(premise) => {
            let title = short(premise.title.get(lang));
            tr!(lang, "dan geldt voor het laatst: {title}", "then holds for the last time: {title}")
        }
        Why::Ages => phrase(
            "daarna is de eerste bron te oud: lees die opnieuw",
            "after that the first source is too old: read it again",
        )
        .get(lang)
        .to_owned(),
    }
}
