//! How cells look. Meaning never depends on colour alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use unicode_width::UnicodeWidthStr;

use crate::report::table::Tone;
use crate::report::terminal::paper::wrap;
use crate::views::tiles::Tile;

/// The font size in a table.
const SIZE: u8 = 10;

/// The font: every office suite has it or another of the same width.
const FONT: &str = "Arial";

/// The height of an empty row and the width of a column that nothing says the width of, in
/// pixels, as spreadsheets have them with this font.
pub(super) const ROW_PIXELS: u32 = 17;
pub(super) const COLUMN_PIXELS: u32 = 64;

/// How a cell looks of which nothing says so.
pub(super) fn default() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE)
}

/// The colour of headers and bars.
const INK: Color = Color::RGB(0x1F_3A_5F);

/// The font of bars: each sign as wide as another.
const SIGNS: &str = "Courier New";

/// Numbers, followed by the room of a digit so that they do not touch the next
/// column.
const POINTS: &str = "0.0_0";
const WHOLE: &str = "0_0";

/// The height of a line of text in points, including the space above and below it.
const LINE: usize = 13;

/// The maximum height of a row, in points.
const TALLEST: usize = 409;

/// How many lines a text takes in a column of this many characters.
pub(super) fn lines(text: &str, width: u16) -> usize {
    // Letters are narrower than digits, which are the unit of width; a cell keeps a
    // little room at its sides.
    let room = (usize::from(width) * 9 / 8).saturating_sub(3).max(1);
    let of = |line: String| line.width().div_ceil(room).max(1);
    text.split('\n').flat_map(|line| wrap(line, Some(room))).map(of).sum()
}

/// The height of a row with this many lines, in points. Not all spreadsheets
/// compute it when they open a file.
pub(super) fn height(lines: usize) -> u16 {
    u16::try_from((lines.max(1) * LINE + 3).min(TALLEST)).unwrap_or(15)
}

/// How what can be said of a theme looks: the word is there too.
pub(super) fn tile(tile: Tile) -> Format {
    let (ink, paper) = match tile {
        Tile::Favourable => (0x0B_3D_2E, 0xBF_E3_D0),
        Tile::Mixed => (0x4A_3B_00, 0xFF_F2_CC),
        Tile::Unfavourable => (0x5C_1A_00, 0xF8_CB_AD),
        Tile::OwnWork => (0x1F_3A_5F, 0xD0_DF_F2),
        Tile::Unknown => (0x40_40_40, 0xED_ED_ED),
    };
    Format::new().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(paper))
}

/// The formats of a workbook.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) strong: Format,
    pub(super) plain: Format,
    /// A header of a table.
    pub(super) head: Format,
    pub(super) text: Format,
    /// What a row is about.
    pub(super) name: Format,
    /// Text that a spreadsheet would execute when it is retyped.
    pub(super) guarded: Format,
    pub(super) points: Format,
    pub(super) whole: Format,
    /// A bar made of signs.
    pub(super) bar: Format,
    /// The same, larger.
    pub(super) wide_bar: Format,
    /// The name above a card.
    pub(super) card: Format,
    /// The title of a theme on a card.
    pub(super) small: Format,
    /// What can be said of it.
    pub(super) tile: Format,
    pub(super) day: Format,
    pub(super) link: Format,
    /// What people may change.
    pub(super) weight: Format,
    /// A label on the first sheet.
    pub(super) label: Format,
    /// Text beside a label.
    pub(super) prose: Format,
    /// A day beside a label.
    pub(super) prose_day: Format,
}

impl Styles {
    pub(super) fn new() -> Styles {
        let plain = default();
        let text = plain
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::Top)
            .set_indent(1)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0xC8_C8_C8));
        let number = plain
            .clone()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Right)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0xC8_C8_C8));
        let prose = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        Styles {
            title: Format::new().set_font_name(FONT).set_font_size(16).set_bold(),
            strong: plain.clone().set_bold(),
            head: plain
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::VerticalCenter)
                .set_indent(1)
                .set_font_color(Color::White)
                .set_background_color(INK),
            wide_bar: plain
                .clone()
                .set_font_name(SIGNS)
                .set_font_size(SIZE + 1)
                .set_font_color(INK)
                .set_align(FormatAlign::VerticalCenter),
            card: plain
                .clone()
                .set_bold()
                .set_font_size(13)
                .set_font_color(INK)
                .set_align(FormatAlign::VerticalCenter)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(INK),
            small: prose.clone().set_font_size(SIZE - 1).set_align(FormatAlign::Bottom),
            tile: plain
                .clone()
                .set_align(FormatAlign::VerticalCenter)
                .set_shrink()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::White),
            name: text.clone().set_bold(),
            guarded: text.clone().set_quote_prefix(),
            points: number.clone().set_num_format(POINTS),
            whole: number.clone().set_num_format(WHOLE),
            bar: text.clone().unset_text_wrap().set_font_name(SIGNS).set_font_color(INK),
            day: text.clone().set_align(FormatAlign::Left).set_num_format("yyyy-mm-dd"),
            link: text.clone().set_hyperlink(),
            weight: number
                .clone()
                .set_num_format(WHOLE)
                .set_bold()
                .set_border(FormatBorder::Thin)
                .set_background_color(Color::RGB(0xFF_F2_CC)),
            label: prose.clone().set_bold(),
            prose_day: prose.clone().set_align(FormatAlign::Left).set_num_format("yyyy-mm-dd"),
            prose,
            plain,
            text,
        }
    }

    /// The format of a line above a table.
    pub(super) fn line(&self, tone: Tone) -> &Format {
        match tone {
            Tone::Title => &self.title,
            Tone::Strong => &self.strong,
            Tone::Plain => &self.plain,
        }
    }
}
