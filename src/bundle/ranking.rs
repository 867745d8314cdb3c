//! The ranking in a JSON document, to compare it with another.

use serde::Deserialize;

/// The parts of a document's ranking that must be the same.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Ranking {
    kind: String,
    as_of: String,
    profile: Profile,
    data: Data,
    #[serde(rename = "ranking")]
    places: Vec<Placed>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Profile {
    id: String,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Data {
    sha256: String,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Placed {
    #[serde(rename = "alternative")]
    id: String,
    rank: u64,
    rank_best: u64,
    rank_worst: u64,
    group: Option<String>,
    eligibility: String,
    score: Score,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Score {
    exact_low: String,
    exact_high: String,
}

/// How two rankings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// They are the same.
    Same,
    /// The rankings are the same, but not the data, the profile or the day.
    OtherData,
    /// This alternative is the first that differs.
    Other(String),
}

impl Ranking {
    /// The ranking in a document; `None` when the document is not a comparison.
    #[must_use]
    pub(crate) fn read(json: &[u8]) -> Option<Ranking> {
        serde_json::from_slice(json).ok()
    }

    /// The fingerprint of the data.
    #[must_use]
    pub(crate) fn data(&self) -> &str {
        &self.data.sha256
    }

    /// How this ranking differs from another.
    #[must_use]
    pub(crate) fn compared(&self, other: &Ranking) -> Compared {
        let longest = self.places.len().max(other.places.len());
        let first = (0..longest).find(|at| self.places.get(*at) != other.places.get(*at));
        if let Some(at) = first {
            let named = self.places.get(at).or_else(|| other.places.get(at));
            return Compared::Other(named.map_or(String::new(), |found| found.id.clone()));
        }
        if self == other { Compared::Same } else { Compared::OtherData }
    }
}
