//! Text that was damaged on its way: UTF-8 that was read as windows-1252
//! (`CoÃ¶peratie`), letters that were lost, and entities of HTML.

/// A damaged text: where the damage begins, the word it is in, and what that word
/// probably was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Damage {
    /// The byte at which it begins.
    pub at: usize,
    /// The bytes that the first damaged letter takes.
    pub length: usize,
    /// The word.
    pub word: String,
    /// The word as it probably was.
    pub meant: String,
}

/// What [`whole`] looks for at the start of a text, given the character before
/// it: how many bytes of it represent what.
type Step = fn(Option<char>, &str) -> Option<(usize, char)>;

/// UTF-8 that was read as windows-1252 or Latin-1, once or more.
#[must_use]
pub(crate) fn read_twice(text: &str) -> Option<Damage> {
    if text.is_ascii() {
        return None;
    }
    let mut found = in_word(text, twice)?;
    // What went wrong three times is no better known than what went wrong twice.
    for _ in 0..2 {
        let Some((_, _, again)) = whole(&found.meant, twice) else { break };
        found.meant = again;
    }
    Some(found)
}

/// An entity of HTML that was not read as one.
#[must_use]
pub(crate) fn entity(text: &str) -> Option<Damage> {
    if text.contains('&') { in_word(text, one_entity) } else { None }
}

/// The first letter that was lost: U+FFFD stands for what could not be read.
#[must_use]
pub(crate) fn lost(text: &str) -> Option<usize> {
    if text.is_ascii() { None } else { text.find('\u{fffd}') }
}

/// The first damage, with the word around it.
fn in_word(text: &str, step: Step) -> Option<Damage> {
    let (at, length, _) = whole(text, step)?;
    let is_gap = |c: char| matches!(c, ' ' | '\n');
    let from = text.get(..at)?.rfind(is_gap).map_or(0, |gap| gap + 1);
    let rest = text.get(at + length..)?;
    let to = at + length + rest.find(is_gap).unwrap_or(rest.len());
    let word = text.get(from..to)?;
    // With the gap behind it, because a space can be what is left of a letter.
    let (_, _, meant) = whole(text.get(from..(to + 1).min(text.len()))?, step)?;
    Some(Damage { at, length, word: word.trim().to_owned(), meant: meant.trim().to_owned() })
}

/// Where the first damage is, how many bytes it takes, and the mended text.
fn whole(text: &str, step: Step) -> Option<(usize, usize, String)> {
    let mut first = None;
    let mut mended = String::with_capacity(text.len());
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (length, letter) = match step(before, text.get(at..)?) {
            Some((length, letter)) => {
                first = first.or(Some((at, length)));
                (length, letter)
            }
            None => (c.len_utf8(), c),
        };
        mended.push(letter);
        // As it is written: a letter that was put together here is no capital before it.
        before = text.get(at..at + length)?.chars().next_back();
        at += length;
    }
    first.map(|(at, length)| (at, length, mended))
}

/// The byte that windows-1252 has for `c`, outside ASCII.
fn byte(c: char) -> Option<u8> {
    const HIGH: &str = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    const BYTES: &[u8] = &[
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
        0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ];
    match u32::from(c) {
        code @ 0xa0..=0xff => u8::try_from(code).ok(),
        _ => HIGH.chars().zip(BYTES).find(|(known, _)| *known == c).map(|(_, byte)| *byte),
    }
}

/// One letter whose bytes were read as a letter each.
fn twice(before: Option<char>, rest: &str) -> Option<(usize, char)> {
    let first = rest.chars().next().filter(|c| !c.is_ascii())?;
    let lead = byte(first).filter(|byte| (0xc2..=0xf0).contains(byte))?;
    let count = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let mut bytes = Vec::with_capacity(count);
    let mut length = 0;
    let mut last = first;
    for c in rest.chars().take(count) {
        let Some(byte) = byte(c) else { break };
        bytes.push(byte);
        length += c.len_utf8();
        last = c;
    }
    let meant = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
    let after = rest.get(length..).and_then(|rest| rest.chars().next());
    match meant.filter(|_| bytes.len() == count) {
        Some(meant) => is_plausible(before, meant, last, after).then_some((length, meant)),
        None => cut_off(before, rest, lead),
    }
}

/// Whether people write this letter here, and did not mean the signs it seems to
/// be made of: `MANHÃ…` ends in three dots.
fn is_plausible(before: Option<char>, meant: char, last: char, after: Option<char>) -> bool {
    let follows = |is: fn(char) -> bool| before.is_some_and(is);
    match meant {
        '\u{a0}'..='\u{bf}' | 'à' => !follows(char::is_uppercase),
        '\u{c0}'..='\u{17f}' => {
            let is_end = matches!(last, '’' | '”' | '“' | '‘' | '…' | '–' | '—' | '»' | '™' | '®' | '\u{a0}');
            !is_end
                || follows(char::is_lowercase)
                || (!follows(char::is_uppercase) && after.is_some_and(char::is_lowercase))
        }
        // Accents of their own, behind their letter.
        '\u{300}'..='\u{36f}' => follows(char::is_lowercase),
        // Dashes, quotes, dots, the euro, the trade mark, arrows and ticks; ligatures,
        // the byte-order mark and what was lost already; emoji.
        '\u{2010}'..='\u{203a}'
        | '\u{20ac}'
        | '\u{2122}'
        | '\u{2190}'..='\u{21ff}'
        | '\u{2600}'..='\u{27bf}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{feff}'
        | '\u{fffd}'
        | '\u{1f000}'..='\u{1faff}' => true,
        _ => false,
    }
}

/// A letter of which the last byte became an ordinary space, or was lost.
fn cut_off(before: Option<char>, rest: &str, lead: u8) -> Option<(usize, char)> {
    let mut chars = rest.chars();
    let (first, second) = (chars.next()?, chars.next());
    let in_capitals = before.is_some_and(char::is_uppercase);
    match (lead, second) {
        // The no-break space, and the second byte of `à`, are a space by now.
        (0xc2, Some(' ') | None) if before.is_some() && !in_capitals => Some((first.len_utf8(), ' ')),
        (0xc3, Some(' ')) if !in_capitals => Some((first.len_utf8(), 'à')),
        (0xc3, None) if before.is_some_and(char::is_lowercase) => Some((first.len_utf8(), 'à')),
        // The closing quotation mark: windows-1252 does not have its last byte.
        (0xe2, Some('€')) => {
            let is_lost = chars.next() == Some('\u{fffd}');
            let length = first.len_utf8() + '€'.len_utf8() + if is_lost { '\u{fffd}'.len_utf8() } else { 0 };
            Some((length, '”'))
        }
        _ => None,
    }
}

/// The entities that people meet, with what they stand for; letters as HTML 4 has them.
#[rustfmt::skip]
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' '), ("shy", '\u{ad}'),
    ("euro", '€'), ("pound", '£'), ("cent", '¢'), ("copy", '©'), ("reg", '®'), ("trade", '™'), ("deg", '°'),
    ("hellip", '…'), ("ndash", '–'), ("mdash", '—'), ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'),
    ("rdquo", '”'), ("bdquo", '„'), ("laquo", '«'), ("raquo", '»'), ("lsaquo", '‹'), ("rsaquo", '›'), ("bull", '•'),
    ("middot", '·'), ("times", '×'), ("frac12", '½'), ("sect", '§'), ("para", '¶'), ("rarr", '→'), ("larr", '←'),
    ("ensp", ' '), ("emsp", ' '), ("thinsp", ' '), ("zwnj", '\u{200c}'), ("zwj", '\u{200d}'),
    ("agrave", 'à'), ("aacute", 'á'), ("acirc", 'â'), ("atilde", 'ã'), ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'),
    ("ccedil", 'ç'), ("egrave", 'è'), ("eacute", 'é'), ("ecirc", 'ê'), ("euml", 'ë'), ("igrave", 'ì'), ("iacute", 'í'),
    ("icirc", 'î'), ("iuml", 'ï'), ("ntilde", 'ñ'), ("ograve", 'ò'), ("oacute", 'ó'), ("ocirc", 'ô'), ("otilde", 'õ'),
    ("ouml", 'ö'), ("oslash", 'ø'), ("oelig", 'œ'), ("ugrave", 'ù'), ("uacute", 'ú'), ("ucirc", 'û'), ("uuml", 'ü'),
    ("yacute", 'ý'), ("yuml", 'ÿ'), ("scaron", 'š'), ("szlig", 'ß'), ("eth", 'ð'), ("thorn", 'þ'),
    ("Agrave", 'À'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Auml", 'Ä'), ("Aring", 'Å'), ("AElig", 'Æ'), ("Ccedil", 'Ç'),
    ("Egrave", 'È'), ("Eacute", 'É'), ("Ecirc", 'Ê'), ("Euml", 'Ë'), ("Iacute", 'Í'), ("Iuml", 'Ï'), ("Ntilde", 'Ñ'),
    ("Oacute", 'Ó'), ("Ocirc", 'Ô'), ("Ouml", 'Ö'), ("Oslash", 'Ø'), ("Uacute", 'Ú'), ("Uuml", 'Ü'), ("Scaron", 'Š'),
];

/// The letter that the entity with which `text` begins stands for, and the bytes that the
/// entity takes.
#[must_use]
pub(crate) fn entity_at(text: &str) -> Option<(usize, char)> {
    one_entity(None, text)
}

fn one_entity(_: Option<char>, rest: &str) -> Option<(usize, char)> {
    let inside = rest.strip_prefix('&')?;
    // The longest name has six letters, the longest number seven digits.
    let end = inside.bytes().take(9).position(|b| b == b';')?;
    let name = inside.get(..end)?;
    let letter = match name.strip_prefix('#') {
        Some(digits) => {
            let hex = digits.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(code).filter(|c| *c >= ' ')?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((end + 2, if letter == '\u{a0}' { ' ' } else { letter }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Option<String> {
        read_twice(text).map(|found| found.meant)
    }

    #[test]
    fn what_was_read_twice_is_read_as_it_was_meant() {
        for (damaged, word) in [
            ("CoÃ¶peratie", "Coöperatie"),
            ("Ã©Ã©n", "één"),
            ("Zij is de coÃ¶rdinator.", "coördinator."),
            ("â€œWielewaalâ€\u{fffd}", "“Wielewaal”"),
            ("â€œWielewaalâ€", "“Wielewaal”"),
            ("Ã–sterreich", "Österreich"),
            ("Ã…land", "Åland"),
            ("â€“", "–"),
            ("fotoâ€™s", "foto’s"),
            ("â‚¬ 12", "€"),
            ("wachtenâ€¦", "wachten…"),
            ("MerelÂ®", "Merel®"),
            ("MerelÂ \u{a0}", "Merel"),
            ("20Â %", "20"),
            ("20Â\u{a0}% korting", "20\u{a0}%"),
            ("Ã  la carte", "à"),
            ("voilÃ\u{a0}, klaar", "voilà,"),
            ("ÅšlÄ…sk", "Śląsk"),
            ("ðŸ˜€", "😀"),
            ("ï»¿Merel", "\u{feff}Merel"),
            ("CoÃƒÂ¶peratie", "Coöperatie"),
            ("ï¿½", "\u{fffd}"),
            ("eÌˆ", "e\u{308}"),
            ("CAFÃ‰", "CAFÉ"),
        ] {
            assert_eq!(meant(damaged).as_deref(), Some(word), "{damaged}");
        }
        let found = read_twice("De coÃ¶rdinator").expect("damage");
        assert_eq!((found.at, found.length, &*found.word), (5, 4, "coÃ¶rdinator"));
    }

    #[test]
    fn words_of_europe_are_whole() {
        for fine in [
            "São Paulo",
            "Ãlvaro",
            "Château d’Yquem",
            "IRMÃ",
            "MANHÃ…",
            "“AMANHÔ",
            "ALEMÔ",
            "HYVÄ…",
            "IKEÄ™",
            "“Å”",
            "“Ä”",
            "CAFÉ®",
            "CAFÉ’s",
            "“CAFÉ”",
            "GROß“",
            "Spaß…",
            "voilà…",
            "‘café…’",
            "«là»",
            "« Là… »",
            "Âdem",
            "kâğıt",
            "Łódź",
            "Ångström",
            "Müller",
            "één",
            "coöperatie",
            "reünie",
            "fryske wûn",
            "ĳs",
            "€ 12,50",
            "foto’s – en…",
            "12 °C",
            "½",
            "naïef",
            "Ærø",
            "Þór",
            "Ð",
            "MAÇÃ",
            "À ÎLE",
            "5 Â",
            "😀🎉",
            "“ß”",
            "façade",
            "â",
            "Â",
            "SÃO",
            "maçã…",
            "irmã”",
            "Noël",
            "Curaçao",
            "skûtsje",
            "Skärgård",
            "Århus",
            "İstanbul",
            "Ğ",
            "Õ…",
            "LÕ…",
        ] {
            assert_eq!(read_twice(fine), None, "{fine}");
        }
    }

    #[test]
    fn entities_that_exist_are_seen() {
        for (text, word) in [
            ("Spreeuw &amp; Zn", "&"),
            ("https://a.nl/?taal=nl&amp;v=2", "https://a.nl/?taal=nl&v=2"),
            ("foto&#39;s", "foto's"),
            ("foto&rsquo;s", "foto’s"),
            ("caf&eacute;", "café"),
            ("20&nbsp;%", "20 %"),
            ("&#xE9;&eacute;n", "één"),
        ] {
            assert_eq!(entity(text).map(|found| found.meant).as_deref(), Some(word), "{text}");
        }
        for fine in [
            "Spreeuw & Zn",
            "Q&A;",
            "a &b; c",
            "https://a.nl/?a=1&copy=2",
            "&;",
            "&#;",
            "AT&T",
            "R&D; en meer",
            "&#x110000;",
        ] {
            assert_eq!(entity(fine), None, "{fine}");
        }
    }
}
