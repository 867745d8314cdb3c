//! Layer 2: pure decision analysis. It knows nothing about files or formats, does
//! no I/O and cannot fail; `docs/method.md` gives its formulas and their sources.
//!
//! Read in this order: `answers` (what an open fact leaves possible),
//! `knowledge` (which evidence counts), `weights`, `score`,
//! `eligibility`, `ranking`, `inquiry` (what to ask first); `apportion` rounds for people.

#[doc(hidden)]
pub mod answers;
pub(crate) mod apportion;
pub(crate) mod eligibility;
#[doc(hidden)]
pub mod inquiry;
pub(crate) mod knowledge;
#[doc(hidden)]
pub mod ranking;
pub(crate) mod ratio;
pub(crate) mod score;
pub(crate) mod weights;

pub use answers::LevelRange;
pub use eligibility::{Demand, Demands, Eligibility, RuleOutcome, RuleStatus};
pub use knowledge::{Knowledge, Status};
pub use ranking::{Rank, RankBy, Standing};
pub use ratio::Ratio;
pub(crate) use ratio::gcd;
pub use score::{ScoreRange, Shares};
pub use weights::Weights;
