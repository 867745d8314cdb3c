//! Texts with small errors, the same on every run.

/// Numbers that look random and are the same on every run (splitmix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % u64::try_from(most.max(1)).expect("small")).expect("small")
    }

    pub(super) fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// What means something in YAML, or nearly does.
const PIECES: [&str; 57] = [
    ":", ": ", " :", "- ", "-", "? ", "?", "{", "}", "[", "]", ", ", ",", "#", " #", " # x", "|", ">", ">-",
    "|+", ">2", "|1-", "'", "\"", "''", "\\", "\\n", "\\\"", "%", "@", "`", "!", "&", "*", "\n", "\n\n",
    "\n ", "\n  ", "\n\n\n", " \n", "  ", " ", "\t", "\r\n", "---", "\n---\n", "...", "<<", "~", "null", "a",
    "é", "😀", "0x1F", "no", "1.10", "\u{a0}",
];

/// `text` with one to four small errors.
pub(super) fn mutant(dice: &mut Dice, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(4) {
        text = if dice.below(2) == 0 { slip_in_characters(dice, &text) } else { slip_in_lines(dice, &text) };
    }
    text
}

fn slip_in_characters(dice: &mut Dice, text: &str) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = dice.below(places.len());
    let to = (from + dice.below(4)).min(places.len() - 1);
    let piece = dice.one_of(&PIECES);
    let (from, to) = match dice.below(3) {
        0 => (places[from], places[from]),
        1 => (places[from], places[to]),
        _ => return format!("{}{}", &text[..places[from]], &text[places[to]..]),
    };
    format!("{}{piece}{}", &text[..from], &text[to..])
}

fn slip_in_lines(dice: &mut Dice, text: &str) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = dice.below(lines.len());
    match dice.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let other = dice.below(lines.len());
            lines.swap(at, other);
        }
        3 => lines[at] = format!("{}{}", " ".repeat(1 + dice.below(3)), lines[at]),
        4 => {
            let spaces = lines[at].len() - lines[at].trim_start_matches(' ').len();
            lines[at].drain(..dice.below(spaces + 1));
        }
        5 => lines[at] = lines[at].trim_end_matches('\n').to_owned() + " ",
        6 => lines
            .insert(at, dice.one_of(&["\n", " \n", "    \n", "# opmerking\n", "  # opmerking\n"]).to_owned()),
        _ => {
            // A value in another style: its text goes to lines of its own.
            if let Some((key, value)) = lines[at].clone().split_once(": ") {
                let indent = " ".repeat(key.len() - key.trim_start().len() + 2);
                let style = dice.one_of(&["|", ">", ">-", "|-", "|+", ">+", ""]);
                let value = value.trim_end().replacen(' ', &format!("\n{indent}"), 1 + dice.below(3));
                lines[at] = format!("{key}: {style}\n{indent}{value}\n");
            }
        }
    }
    lines.concat()
}
