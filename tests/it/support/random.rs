//! Properties, tested on random cases.
//!
//! Every run uses the same seed, so that a failing run fails again, and a passing
//! one passes everywhere.

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// Tries `property` on this many cases, always the same ones; the smallest case
/// that was found is in the message of a failure.
pub fn holds<S>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> TestCaseResult)
where
    S: Strategy,
    S::Value: Debug,
{
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    if let Err(found) = TestRunner::new_with_rng(config, rng).run(strategy, property) {
        panic!("{found}");
    }
}
