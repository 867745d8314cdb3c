//! Many rows, made on all threads and written in their order.

use std::io::{self, Write};

use rayon::prelude::*;

/// So many rows are made by one thread at a time.
const TOGETHER: usize = 16;
/// So many rows stand in memory at once.
const AT_ONCE: usize = 4 * TOGETHER;

/// Writes what `make` makes of some of the rows, in the order of the rows.
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
