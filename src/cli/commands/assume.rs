//! What commands assume of premises.

use clap::{Arg, ArgAction};

use super::Build;
use crate::text::lang::phrase;

impl Build {
    /// What is assumed of premises, whatever their dates say.
    pub(super) fn assume(&self) -> Arg {
        self.option(
            "assume",
            phrase("ID=ja|nee", "ID=yes|no"),
            phrase(
                "stel dat een uitgangspunt geldt, of niet; mag vaker",
                "assume that a premise holds, or not; may be repeated",
            ),
        )
        .action(ArgAction::Append)
    }
}
