//! Many rows, made on all threads and written in their order.

use std::io::{self, Write};

use rayon::prelude::*;

/// How many rows one thread makes at a time.
const TOGETHER: usize = 16;
/// How many rows are in memory at once.
const AT_ONCE: usize = 4 * TOGETHER;

/// Writes what `make` gives for each range of rows, in the order of the rows.
///
/// # Errors
/// When a piece cannot be made or `out` cannot be written to.
pub(super) fn write<R: Sync>(
    rows: &[R],
    make: impl Fn(&[R]) -> io::Result<Vec<u8>> + Sync,
    out: &mut dyn Write,
) -> io::Result<()> {
    for some in rows.chunks(AT_ONCE) {
        let pieces: Vec<io::Result<Vec<u8>>> = some.par_chunks(TOGETHER).map(&make).collect();
        for piece in pieces {
            out.write_all(&piece?)?;
        }
    }
    Ok(())
}
