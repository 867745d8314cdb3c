//! What can be chosen: the part of a memo with a picture of the alternatives.

use crate::compare::{Comparison, Row};
use crate::report::document::marks::bar;
use crate::report::document::{Document, Part, Ranked, Ranking, Texture, Tone};
use crate::report::table::{Table, brief};
use crate::report::words::products::group_in_short;
use crate::report::words::score::places_in_short;
use crate::report::words::{self, limits, notes};
use crate::text::Lang;
use crate::text::lang::{list, phrase};
use crate::tr;
use crate::views::memo::{Memo, Placed, placed};

/// What was compared, and a picture of some of it on one scale.
pub(super) fn add<'m>(document: &mut Document<'m>, memo: &Memo<'m, 'm>) {
    let lang = document.lang;
    let comparison = memo.comparison;
    document.division(phrase("Welke mogelijkheden zijn er?", "What can be chosen?"));
    let all = words::variants(comparison.rows.len(), lang);
    let mut said = vec![if comparison.rows.is_empty() {
        words::NOTHING_TO_COMPARE.get(lang).to_owned()
    } else {
        tr!(lang, "{all} vergeleken, schaal 0 tot 100.", "{all} compared, scale 0 to 100.")
    }];
    if memo.more > 0 && !memo.rows.is_empty() {
        said.push(some(memo, lang));
    }
    if !comparison.not_allowed.is_empty() {
        let out = words::variants(comparison.not_allowed.len(), lang);
        said.push(tr!(lang, "Niet toegestaan door de afweging: {out}.", "Not allowed by the triage: {out}."));
    }
    if !comparison.left_out_by_need.is_empty() {
        let out = words::variants(comparison.left_out_by_need.len(), lang);
        said.push(tr!(
            lang,
            "Niet mogelijk voor uw instelling: {out}.",
            "Not possible for your institution: {out}."
        ));
    }
    document.text(said.join(" "));
    document.bullets(limits::unfit_lines(comparison, lang));
    if !memo.rows.is_empty() {
        let textures = [Texture::Shown, Texture::OwnWork, Texture::Open, Texture::Rest];
        let key = textures.into_iter().zip(words::tiles::PARTS);
        let key = key.map(|(texture, words)| (texture, words.get(lang).to_owned()));
        document.parts.push(Part::Key(key.collect()));
        document.parts.push(Part::Ranking(Box::new(Picture {
            comparison,
            rows: memo.rows.clone(),
            chosen: memo.choice.row(),
            lang,
        })));
    }
}

/// Which of them are shown.
fn some(memo: &Memo<'_, '_>, lang: Lang) -> String {
    let shown = memo.rows.len();
    let what = [
        memo.choice.row().map(|_| phrase("de keuze", "the choice")),
        memo.rows
            .iter()
            .any(|row| row.in_use)
            .then_some(phrase("wat nu in gebruik is", "what is in use now")),
        Some(phrase("wat bovenaan staat", "what ranks highest")),
    ];
    let what: Vec<String> = what.into_iter().flatten().map(|one| one.get(lang).to_owned()).collect();
    let what = list(lang, &what);
    if memo.comparison.groups().len() > 1 {
        return tr!(
            lang,
            "Hier {shown}, met hun plaats in hun groep: {what}.",
            "Here {shown}, with their place in their group: {what}."
        );
    }
    tr!(lang, "Hier staan er {shown}: {what}.", "Here are {shown} of them: {what}.")
}

/// The alternatives of a memo beside each other.
#[derive(Debug)]
struct Picture<'m> {
    comparison: &'m Comparison<'m>,
    rows: Vec<&'m Row<'m>>,
    chosen: Option<&'m Row<'m>>,
    lang: Lang,
}

impl Picture<'_> {
    /// Its place in its group.
    fn place(&self, row: &Row<'_>) -> String {
        let Some(Placed { rank, of, .. }) = placed(self.comparison, row) else {
            return phrase("geen plaats", "no place").get(self.lang).to_owned();
        };
        let places = places_in_short(rank);
        tr!(self.lang, "plaats {places} van {of}", "place {places} of {of}")
    }
}

impl Ranking for Picture<'_> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn figures(&self, at: usize) -> Option<String> {
        let row = self.rows.get(at)?;
        let range = words::tiles::range(row.evaluation.score.whole_points(), self.lang);
        let points = tr!(self.lang, "van {range}", "from {range}");
        Some(format!("{points}, {}", self.place(row)))
    }

    fn spoken(&self, at: usize) -> Option<String> {
        let row = self.rows.get(at)?;
        let figures = words::tiles::figures(row.evaluation.score.whole_points(), self.lang);
        Some(format!("{}: {figures}", self.figures(at)?))
    }

    fn ranked(&self, at: usize) -> Option<Ranked> {
        let row = *self.rows.get(at)?;
        let chosen = self.chosen.is_some_and(|chosen| std::ptr::eq(chosen, row));
        let marks = [
            chosen.then(|| phrase("de keuze", "the choice").get(self.lang).to_owned()),
            row.in_use.then(|| words::sentences::IN_USE.get(self.lang).to_owned()),
        ];
        Some(Ranked {
            place: String::new(),
            name: words::alternative(row.product, row.variant),
            bar: bar(&row.evaluation),
            notes: placed(self.comparison, row)
                .and_then(|placed| placed.group)
                .map(|group| group_in_short(group, self.lang))
                .into_iter()
                .chain([notes::demands_in_short(self.comparison, row, self.lang)])
                .map(|note| (Tone::Plain, note))
                .collect(),
            beside: marks.into_iter().flatten().collect(),
            briefer: Vec::new(),
        })
    }

    fn table(&self) -> Table<'_> {
        brief::without_places(self.rows.clone(), self.lang)
    }
}
