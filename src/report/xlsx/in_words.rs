//! The formulas of what people read without a number: whole points, places, bars and
//! themes. They follow [`ScoreRange::whole_points`](crate::assess::ScoreRange::whole_points)
//! and [`tiles::of`](crate::views::tiles::of).

use super::formulas::Formulas;
use super::whole::{ERROR, WHOLE};
use crate::model::Id;
use crate::report::table::Role;
use crate::report::words::tiles;
use crate::text::Lang;
use crate::views::tiles::Tile;

/// A text in a formula.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

impl Formulas {
    /// The value in a column of the table of levels for the alternative whose id this is.
    pub(super) fn found(&self, column: &str, id: &str) -> String {
        format!("INDEX({column},MATCH({id},{},0))", self.levels.column(Role::Alternative))
    }

    /// The value in the column with that role.
    fn of(&self, role: Role, id: &str) -> String {
        self.found(&self.levels.column(role), id)
    }

    /// `2–7`, or `2`.
    pub(super) fn places(&self, id: &str) -> String {
        let (best, worst) = (self.of(Role::Best, id), self.of(Role::Worst, id));
        format!("IF({best}={worst},{best},{best}&\"–\"&{worst})")
    }

    /// A bar of this many signs.
    pub(super) fn bar(&self, id: &str, signs: usize) -> String {
        let end = |role: Role| format!("ROUND({}*{signs}/100,0)", self.of(role, id));
        let (from, own, to) = (end(Role::From), end(Role::WithOwnWork), end(Role::To));
        let [shown, self_arranged, open, rest] = tiles::SIGNS.map(quoted);
        format!(
            "IF({WHOLE}=0,\"\",REPT({shown},{from})&REPT({self_arranged},{own}-{from})&REPT({open},{to}-{own})&REPT({rest},{signs}-{to}))"
        )
    }

    /// What can be said of a theme, in the row of an alternative in the table of levels.
    pub(super) fn tile(&self, theme: &Id, row: u32) -> String {
        let cells = |role: Role| self.levels.cells(role, &row.to_string());
        let above = |row: u32| self.levels.cells(Role::LowestLevel, &format!("${row}"));
        let parts =
            format!("({}={})*{}", above(self.themes_row), quoted(theme.as_str()), above(self.parts_row));
        let (lows, highs) = (cells(Role::LowestLevel), cells(Role::HighestLevel));
        let own = cells(Role::IsOwnWork);
        let sum = |of: &str| format!("SUMPRODUCT({parts}*{of})");
        let weight = format!("SUMPRODUCT({parts})");
        let least = |hundredths: u8| format!("{hundredths}*{weight}-{weight}{ERROR}");
        let (low, high) = (sum(&lows), sum(&highs));
        let with_own = sum(&format!("({lows}+{own}*({highs}-{lows}))"));
        let open = sum(&format!("({lows}<>{highs})*(1-{own})"));
        let word = |tile: Tile| quoted(tiles::tile(tile).get(self.lang));
        let [favourable, mixed, unfavourable, own_work, unknown] = Tile::ALL.map(word);
        let rest = format!("IF(2*{open}>{weight}+{weight}{ERROR},{unknown},{mixed})");
        let rest = format!("IF({with_own}>={},{own_work},{rest})", least(60));
        let rest = format!("IF({high}<=40*{weight}+{weight}{ERROR},{unfavourable},{rest})");
        format!("=IF({weight}=0,\"\",IF({low}>={},{favourable},{rest}))", least(60))
    }

    /// What can be said of the theme with this number in the table of levels.
    pub(super) fn found_tile(&self, number: usize, id: &str) -> String {
        self.found(&self.levels.nth_column(Role::Tile, number), id)
    }

    /// `29 tot 77 punten; plaats 1–22; 37% beantwoord`.
    pub(super) fn standing(&self, id: &str) -> String {
        let (from, to, answered) =
            (self.of(Role::From, id), self.of(Role::To, id), self.of(Role::Answered, id));
        let places = self.places(id);
        let best = self.of(Role::Best, id);
        let [to_word, points, place, known] = match self.lang {
            Lang::Nl => [" tot ", " punten", "; plaats ", "% beantwoord"],
            Lang::En => [" to ", " points", "; place ", "% answered"],
        }
        .map(quoted);
        format!(
            "IF({WHOLE}=0,\"\",{from}&IF({from}={to},\"\",{to_word}&{to})&{points}&IF({best}=\"\",\"\",{place}&{places})&\"; \"&{answered}&{known})"
        )
    }

    /// `met bron 29 · regelt u zelf 0 · onbekend 48 · niet gunstig 23`.
    pub(super) fn figures(&self, id: &str) -> String {
        let of = |role: Role| self.of(role, id);
        let (from, own, to) = (of(Role::From), of(Role::WithOwnWork), of(Role::To));
        let numbers =
            [from.clone(), format!("({own}-{from})"), format!("({to}-{own})"), format!("(100-{to})")];
        let parts: Vec<String> = tiles::PARTS
            .iter()
            .zip(numbers)
            .map(|(part, number)| format!("{}&{number}", quoted(&format!("{} ", part.get(self.lang)))))
            .collect();
        format!("IF({WHOLE}=0,\"\",{})", parts.join("&\" · \"&"))
    }
}
