//! Makes each body a fuzz target.

pub mod bodies;

pub use libfuzzer_sys;

/// Everything happens on this thread, so that a case does the same each time.
pub fn begin() {
    // It fails only when it was done before; that is fine.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
}

/// The fuzz target with this name.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        $crate::libfuzzer_sys::fuzz_target!(init: $crate::begin(), |bytes: &[u8]| {
            $crate::bodies::run($name, bytes);
        });
    };
}
