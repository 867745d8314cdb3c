//! `--assume`: that a premise holds or does not hold, whatever its dates say.

use crate::load::Ground;
use crate::model::{Catalogue, Id};
use crate::say;
use crate::text::safe::clean_short;

use super::Stop;
use super::args::Own;
use super::meant::mean;

/// The words for yes and no.
const WORDS: [(&str, bool); 4] = [("yes", true), ("ja", true), ("no", false), ("nee", false)];

/// Assumes in data of which the products are still to be read what the arguments ask for.
pub(super) fn before(ground: &mut Ground, own: Own<'_>) -> Result<(), Stop> {
    let assumed = assumed(ground.catalogue(), own, ground.is_sound())?;
    ground.assume(&assumed);
    Ok(())
}

/// What the arguments assume: premises by number, and whether each holds. Data with errors
/// may lack a premise for that reason; it is refused for these.
fn assumed(catalogue: &Catalogue, own: Own<'_>, is_sound: bool) -> Result<Vec<(usize, bool)>, Stop> {
    let mut found: Vec<(usize, bool)> = Vec::new();
    for given in own.assumed() {
        let shown = clean_short(given, 60);
        let (id, word) = given.split_once('=').unwrap_or((given, ""));
        let Some((_, holds)) = WORDS.iter().find(|(known, _)| *known == word) else {
            return Err(Stop::Use(
                say!("`--assume {shown}` is niet te lezen", "`--assume {shown}` cannot be read"),
                Some(say!(
                    "schrijf de id van een uitgangspunt met `=ja` (het geldt) of `=nee` (het geldt niet)",
                    "write the id of a premise with `=yes` (it holds) or `=no` (it does not)"
                )),
            ));
        };
        let Some(premise) = catalogue.premise_called(id) else {
            if is_sound {
                return Err(unknown(catalogue, id));
            }
            continue;
        };
        if found.iter().any(|(known, _)| *known == premise) {
            let id = clean_short(id, 60);
            return Err(Stop::Use(
                say!("over `{id}` wordt twee keer iets aangenomen", "`{id}` is assumed twice"),
                Some(say!("geef `--assume` er één keer voor", "give `--assume` for it once")),
            ));
        }
        found.push((premise, *holds));
    }
    Ok(found)
}

/// Refuses a premise that does not exist.
pub(super) fn unknown(catalogue: &Catalogue, id: &str) -> Stop {
    let known: Vec<&str> = catalogue.premises.keys().map(Id::as_str).collect();
    let shown = clean_short(id, 60);
    Stop::Use(
        say!("het uitgangspunt `{shown}` bestaat niet", "the premise `{shown}` does not exist"),
        Some(mean(id, &known)),
    )
}
