//! All products and all criteria in one table.

use maud::{Markup, html};

use crate::assess::Eligibility;
use crate::compare::{Row, class_rows};
use crate::report::words::levels::{ANY_LEVEL, GOOD, INSUFFICIENT, OWN_WORK, PARTLY};
use crate::report::words::number::{decimal_sign, points};

use crate::text::lang::{Phrase, phrase};

use super::{Page, bars};

/// The title of the section.
pub(super) const TITLE: Phrase = phrase("Alles naast elkaar", "All side by side");

/// The table, a row per alternative in the order of the ranking.
pub(super) fn section(page: &Page<'_, '_>) -> Markup {
    let comparison = page.comparison;
    html! {
        section.matrix id="matrix" aria-labelledby="matrix-kop" {
            h2 id="matrix-kop" { (TITLE.get(page.lang)) }
            p.read {
                (page.say("Per vraag: ", "For each question: "))
                @for (class, word) in [("g", GOOD), ("d", PARTLY), ("o", INSUFFICIENT), ("u", ANY_LEVEL), ("w", OWN_WORK)] {
                    span class={ "level " (class) } { (word.get(page.lang)) } " "
                }
                (page.say("Twee tekens naast elkaar: een van beide, of iets ertussenin. Het staat in de volgorde van hierboven.",
                    "Two signs together: one of the two, or something in between. The order is that of the ranking above."))
            }
            div.scroll role="region" tabindex="0" aria-label=(page.say("Tabel: alles naast elkaar", "Table: all side by side")) {
                table {
                    caption.visually-hidden { (page.say("Varianten en hun antwoorden per criterium", "Variants and their answers per criterion")) }
                    thead {
                        tr {
                            th scope="col" rowspan="2" { (page.say("Variant", "Variant")) }
                            @for (theme, span) in themes(page) {
                                th.theme scope="colgroup" colspan=(span) { span { (theme) } }
                            }
                        }
                        tr {
                            @for column in &comparison.criteria {
                                th.crit scope="col" { a href={ "#c-" (column.criterion.id) } { (page.plain(&column.criterion.title)) } }
                            }
                        }
                    }
                    tbody {
                        @for (_, rows) in &page.groups {
                            @for block in Eligibility::ALL { @for row in class_rows(rows, block) { (line(page, row)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The themes with the number of their criteria.
fn themes(page: &Page<'_, '_>) -> Vec<(String, usize)> {
    let title = |theme: usize| page.theme(theme).map_or(String::new(), |title| page.plain(title));
    page.comparison
        .criteria
        .chunk_by(|a, b| a.criterion.theme == b.criterion.theme)
        .filter_map(|columns| Some((title(columns.first()?.criterion.theme), columns.len())))
        .collect()
}

fn line(page: &Page<'_, '_>, row: &Row<'_>) -> Markup {
    let sign = decimal_sign(page.lang);
    let evaluation = &row.evaluation;
    html! {
        tr data-m=(page.number(row)) {
            th scope="row" {
                (page.alternative(row))
                small data-f="figures" {
                    (points(evaluation.score.low(), sign)) "–" (points(evaluation.score.high(), sign))
                    (page.place_and_known(row))
                }
            }
            @for cell in page.comparison.cells(row) {
                @let levels = cell.knowledge.levels;
                @let class = bars::class(levels, cell.knowledge.status);
                td class=(class) {
                    i {
                        @if class == "x" { (levels.low.hundredths()) "%" }
                        @else if class == "r" { (levels.low.hundredths()) "–" (levels.high.hundredths()) "%" }
                        @else { (bars::words(page, levels, cell.knowledge.status)) }
                    }
                }
            }
        }
    }
}
