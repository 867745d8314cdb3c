//! "Bedoelt u …?": the known words closest to a word that is not known.

/// Longer words are cut to this length, because the cost of comparing is the
/// product of both lengths.
const MOST_COMPARED: usize = 64;

/// At most this many words are suggested.
const MOST_SUGGESTED: usize = 3;

/// The known words that `word` may have been intended as, the closest first.
///
/// A word is a candidate when the optimal string alignment distance is at most
/// a third of the length (and at least 1), when their Jaro similarity is 0.85
/// or more, or when one of them, of four or more characters, is a prefix of the
/// other or of one of its parts between hyphens. On the ids of this project
/// this rule finds `end-to-end-encryption` for `end-to-end`, and nothing for
/// words that only share letters.
#[must_use]
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = normal(word);
    let mut found: Vec<(usize, u64, &'a str)> = Vec::new();
    for candidate in known {
        let other = normal(candidate);
        let distance = strsim::osa_distance(&word, &other);
        let longest = word.chars().count().max(other.chars().count());
        let jaro = strsim::jaro(&word, &other);
        let near = distance <= (longest / 3).max(1) && distance < longest;
        if near || jaro >= 0.85 || begins(&word, &other) || begins(&other, &word) {
            // Only the order of the similarity matters; it is never shown.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let unlike = ((1.0 - jaro) * 1e9) as u64;
            found.push((distance, unlike, candidate));
        }
    }
    found.sort_unstable();
    found.dedup_by(|a, b| a.2 == b.2);
    found.into_iter().take(MOST_SUGGESTED).map(|(_, _, candidate)| candidate).collect()
}

/// Whether `part` is a prefix of `whole` or of one of its parts between
/// hyphens.
fn begins(part: &str, whole: &str) -> bool {
    part.chars().count() >= 4
        && (whole.starts_with(part) || whole.split('-').any(|piece| piece.starts_with(part)))
}

fn normal(word: &str) -> String {
    word.chars()
        .take(MOST_COMPARED)
        .flat_map(char::to_lowercase)
        .map(|c| if c == '_' || c == ' ' { '-' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_beginnings_and_leaves_strangers() {
        let known = ["eyetracking", "end-to-end-encryption", "direct-deletion", "privacy-by-default"];
        assert_eq!(closest("eyetraking", known), ["eyetracking"]);
        assert_eq!(closest("end-to-end", known), ["end-to-end-encryption"]);
        assert_eq!(closest("Direct_Deletion", known), ["direct-deletion"]);
        assert_eq!(closest("deletion", known), ["direct-deletion"]);
        assert!(closest("xyzzy", known).is_empty());
        assert!(closest("", known).is_empty());
    }

    #[test]
    fn a_very_long_word_is_cut_before_it_is_compared() {
        assert!(closest(&"x".repeat(1 << 20), ["eyetracking"]).is_empty());
    }
}
