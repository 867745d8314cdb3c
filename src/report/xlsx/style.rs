//! How cells look. Meaning never hangs on colour alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The size of letters in a table.
const SIZE: u8 = 10;

/// How a line above a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// What the sheet is.
    Title,
    /// What nobody may miss.
    Strong,
    /// The rest.
    Plain,
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
    /// Text that a spreadsheet would run when somebody types it again.
    pub(super) guarded: Format,
    pub(super) points: Format,
    pub(super) whole: Format,
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
        let plain = Format::new().set_font_size(SIZE);
        let text = plain
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0xC8_C8_C8));
        let number = text.clone().set_align(FormatAlign::Right);
        let prose = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Styles {
            title: Format::new().set_font_size(16).set_bold(),
            strong: plain.clone().set_bold(),
            head: Format::new()
                .set_font_size(SIZE)
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x1F_3A_5F)),
            name: text.clone().set_bold(),
            guarded: text.clone().set_quote_prefix(),
            points: number.clone().set_num_format("0.0"),
            whole: number.clone().set_num_format("0"),
            day: text.clone().set_align(FormatAlign::Left).set_num_format("yyyy-mm-dd"),
            link: text.clone().set_hyperlink(),
            weight: number
                .clone()
                .set_num_format("0")
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
