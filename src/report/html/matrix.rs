//! All products and all criteria in one table.

use maud::{Markup, html};

use crate::compare::{Block, Row, block_rows};
use crate::report::words;
use crate::report::words::describe;
use crate::report::words::number::{decimal_sign, percent, points};
use crate::text::safe::clean;

use super::{Show, bars};

/// The table, a row per alternative in the order of the ranking.
pub(super) fn section(show: &Show<'_, '_>) -> Markup {
    let comparison = show.comparison;
    html! {
        section.matrix id="matrix" aria-labelledby="matrix-kop" {
            h2 id="matrix-kop" { (show.say("Alles naast elkaar", "All side by side")) }
            p.read {
                (show.say("Per vraag: ", "Per question: "))
                @for (class, nl, en) in [
                    ("g", "gunstig", "good"), ("d", "deels", "partly"), ("o", "ongunstig", "insufficient"), ("u", "onbekend", "unknown"),
                ] { span class={ "level " (class) } { (show.say(nl, en)) } " " }
                (show.say("Twee tekens naast elkaar: een van beide, of iets ertussenin. Het staat in de volgorde van hierboven.",
                    "Two signs together: one of both, or something in between. It stands in the order of above."))
            }
            div.scroll role="region" tabindex="0" aria-label=(show.say("Tabel: alles naast elkaar", "Table: all side by side")) {
                table {
                    caption.visually-hidden { (show.say("Uitvoeringen en hun antwoorden per criterium", "Variants and their answers per criterion")) }
                    thead {
                        tr {
                            th scope="col" rowspan="2" { (show.say("Uitvoering", "Variant")) }
                            @for (theme, span) in themes(show) {
                                th.theme scope="colgroup" colspan=(span) { span { (theme) } }
                            }
                        }
                        tr {
                            @for column in &comparison.criteria {
                                th.crit scope="col" { a href={ "#c-" (column.criterion.id) } { (show.plain(&column.criterion.title)) } }
                            }
                        }
                    }
                    tbody {
                        @for (_, rows) in comparison.groups() {
                            @for block in Block::ALL { @for row in block_rows(&rows, block) { (line(show, row)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The themes with the number of their criteria.
fn themes(show: &Show<'_, '_>) -> Vec<(String, usize)> {
    let title = |theme: usize| {
        show.catalogue.themes.get_index(theme).map_or(String::new(), |(_, theme)| show.plain(&theme.title))
    };
    show.comparison
        .criteria
        .chunk_by(|a, b| a.criterion.theme == b.criterion.theme)
        .filter_map(|columns| Some((title(columns.first()?.criterion.theme), columns.len())))
        .collect()
}

fn line(show: &Show<'_, '_>, row: &Row<'_>) -> Markup {
    let sign = decimal_sign(show.lang);
    let evaluation = &row.evaluation;
    html! {
        tr data-m=(super::ranking::number(show, row)) {
            th scope="row" {
                (clean(&describe::alternative(row.product, row.variant)))
                small data-f="figures" {
                    (points(evaluation.score.low(), sign)) "–" (points(evaluation.score.high(), sign))
                    @if evaluation.block.has_places() { "; " (words::places(row.rank, show.lang)) }
                    "; " (percent(evaluation.coverage)) "% " (show.say("bekend", "known"))
                }
            }
            @for cell in show.comparison.cells(row) {
                @let levels = cell.knowledge.levels;
                @let class = bars::class(levels, cell.knowledge.status);
                td class=(class) {
                    i {
                        @if class == "x" { (levels.low.hundredths()) "%" }
                        @else if class == "r" { (levels.low.hundredths()) "–" (levels.high.hundredths()) "%" }
                        @else { (bars::words(show, levels, cell.knowledge.status)) }
                    }
                }
            }
        }
    }
}
