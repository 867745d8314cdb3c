//! What the arguments of a comparison ask for: the profile with what comes on
//! top of it, the products, and the dossier.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::assess::RankBy;
use crate::assess::answers::{everything, holds, representatives};
use crate::compare::{Impossible, Overrides, Request};
use crate::institution::situation;
use crate::load::{RequestError, codes, requirement, weight};
use crate::model::{Catalogue, Condition, Criterion, Profile};
use crate::say;
use crate::text::{Diagnostic, Message};

use super::args::Global;
use super::{Stop, data};

/// Files of the user's own that a command reads beside the data.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own<'m> {
    /// The profile, by id or path.
    pub(super) profile: Option<&'m str>,
    /// The dossier, by path.
    pub(super) dossier: Option<&'m Path>,
}

impl<'m> Own<'m> {
    /// Those that the arguments name.
    pub(super) fn of(matches: &'m ArgMatches) -> Own<'m> {
        let dossier = matches.try_get_one::<PathBuf>("dossier").ok().flatten();
        Own { profile: value(matches, "profile"), dossier: dossier.map(PathBuf::as_path) }
    }

    /// Their paths, of those that are named by a path.
    pub(super) fn paths(self) -> Vec<PathBuf> {
        let profile = self.profile.filter(|name| data::is_path(name)).map(PathBuf::from);
        profile.into_iter().chain(self.dossier.map(Path::to_owned)).collect()
    }
}

/// The value of an option that not every command has.
fn value<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The exam that `--exam` names, by its number in the dossier. A dossier of
/// another kind is refused.
pub(super) fn exam(catalogue: &Catalogue, kind: usize, matches: &ArgMatches) -> Result<Option<usize>, Stop> {
    let given = value(matches, "exam");
    let Some(dossier) = &catalogue.dossier else {
        if given.is_some() && Own::of(matches).dossier.is_none() {
            let message = say!("`--exam` hoort bij `--dossier`", "`--exam` belongs with `--dossier`");
            return Err(Stop::Use(message, None));
        }
        return Ok(None);
    };
    if dossier.kind != kind {
        let of = catalogue.kinds.get_index(dossier.kind).map_or("", |(id, _)| id.as_str());
        return Err(Stop::Use(
            say!("dit dossier gaat over {of}", "this dossier is about {of}"),
            Some(say!("geef een dossier van deze soort", "give a dossier of this kind")),
        ));
    }
    let Some(given) = given else { return Ok(None) };
    let known: Vec<&str> = dossier.triage.keys().map(crate::model::Id::as_str).collect();
    match known.iter().position(|id| *id == given) {
        Some(number) => Ok(Some(number)),
        None => {
            let shown = crate::text::safe::clean_short(given, 60);
            Err(Stop::Use(
                say!(
                    "de toets `{shown}` staat niet in het dossier",
                    "the exam `{shown}` is not in the dossier"
                ),
                Some(data::mean(given, &known)),
            ))
        }
    }
}

/// What the arguments ask for, with nothing left out.
pub(super) fn request<'r>(
    global: &Global,
    matches: &ArgMatches,
    catalogue: &Catalogue,
    (kind, profile, overrides): (usize, &'r Profile, Overrides),
) -> Result<Request<'r>, Stop> {
    Ok(Request {
        kind,
        profile,
        overrides,
        only: only(catalogue, kind, matches)?,
        rank_by: match matches.get_one::<String>("rank-by").map(String::as_str) {
            Some("high") => RankBy::High,
            Some("middle") => RankBy::Middle,
            _ => RankBy::Low,
        },
        ungrouped: matches.get_flag("ungrouped"),
        retired: matches.get_flag("retired"),
        as_of: global.as_of,
        exam: exam(catalogue, kind, matches)?,
        left_out: Vec::new(),
    })
}

/// The profile with what was asked on top of it.
pub(super) fn adjusted(
    catalogue: &Catalogue,
    kind: usize,
    matches: &ArgMatches,
) -> Result<(Profile, Overrides), Stop> {
    let mut profile =
        data::profile(catalogue, matches.get_one::<String>("profile").map(String::as_str))?.clone();
    let mut overrides = Overrides::default();
    for given in matches.get_many::<String>("weight").into_iter().flatten() {
        let (criterion, value) =
            weight(catalogue, given).map_err(|error| refuse("--weight", given, error))?;
        let id = in_use(catalogue, kind, criterion, given)?;
        if overrides.weights.iter().any(|(known, _)| *known == id) {
            let message = say!("`{id}` krijgt twee gewichten", "`{id}` is given two weights");
            return Err(refuse("--weight", given, RequestError { message, help: None }));
        }
        profile.weights.insert(criterion, value);
        overrides.weights.push((id, value));
    }
    for given in matches.get_many::<String>("require").into_iter().flatten() {
        let found = requirement(catalogue, given).map_err(|error| refuse("--require", given, error))?;
        let id = in_use(catalogue, kind, found.criterion, given)?;
        if catalogue
            .criterion(found.criterion)
            .is_some_and(|criterion| cannot_be_met(criterion, &found.answers))
        {
            let message =
                say!("geen enkel antwoord op `{id}` past daarbij", "no answer to `{id}` meets that");
            let help = Some(say!(
                "`keuzehulp explain criterion {id}` noemt de antwoorden",
                "`keuzehulp explain criterion {id}` names the answers"
            ));
            return Err(refuse("--require", given, RequestError { message, help }));
        }
        profile.requirements.push(found);
        overrides.requirements.push(given.clone());
    }
    let exam = exam(catalogue, kind, matches)?;
    Ok((situation::applied(&profile, catalogue, exam), overrides))
}

fn refuse(option: &str, given: &str, error: RequestError) -> Stop {
    let (nl, en) = (error.message.nl, error.message.en);
    let given = crate::text::safe::clean_short(given, 60);
    Stop::Use(say!("{nl} (in `{option} {given}`)", "{en} (in `{option} {given}`)"), error.help)
}

/// The id of a criterion that is judged for this kind. What would change nothing
/// is not accepted as if it did.
fn in_use(catalogue: &Catalogue, kind: usize, number: usize, given: &str) -> Result<String, Stop> {
    let id = catalogue.criterion(number).map_or(String::new(), |criterion| criterion.id.to_string());
    if catalogue.criteria_of(kind).any(|(mine, _)| mine == number) {
        return Ok(id);
    }
    let kind = catalogue.kinds.get_index(kind).map_or("", |(id, _)| id.as_str());
    let given = crate::text::safe::clean_short(given, 60);
    Err(Stop::Use(
        say!(
            "het criterium `{id}` geldt niet voor {kind} (in `{given}`)",
            "the criterion `{id}` does not hold for {kind} (in `{given}`)"
        ),
        Some(say!(
            "`keuzehulp list criteria --kind {kind}` noemt de criteria",
            "`keuzehulp list criteria --kind {kind}` names the criteria"
        )),
    ))
}

/// Whether no answer at all meets a condition: then it would rule everything
/// out, also where nothing is known.
fn cannot_be_met(criterion: &Criterion, condition: &Condition) -> bool {
    let question = &criterion.question;
    !representatives(question, &everything(question), &[condition])
        .into_iter()
        .any(|answer| holds(question, condition, answer))
}

/// The products and variants that were asked for.
fn only(
    catalogue: &Catalogue,
    kind: usize,
    matches: &ArgMatches,
) -> Result<Vec<(String, Option<String>)>, Stop> {
    let mut found = Vec::new();
    for given in matches.get_many::<String>("vendor").into_iter().flatten() {
        let (product_id, variant) = match given.split_once('/') {
            Some((product_id, variant)) => (product_id, Some(variant)),
            None => (given.as_str(), None),
        };
        let products: Vec<_> = catalogue.products_of(kind).collect();
        let known: Vec<&str> = products.iter().map(|product| product.id.as_str()).collect();
        let shown = crate::text::safe::clean_short(given, 60);
        let Some(product) = products.iter().find(|product| answers_to(product, product_id)) else {
            return Err(Stop::Use(
                say!("het product `{shown}` bestaat niet", "the product `{shown}` does not exist"),
                Some(data::mean(product_id, &known)),
            ));
        };
        if product.retired.is_some() && !matches.get_flag("retired") {
            return Err(Stop::Use(
                say!("het product `{shown}` bestaat niet meer", "the product `{shown}` no longer exists"),
                Some(say!("geef `--retired` om het te tonen", "give `--retired` to show it")),
            ));
        }
        let variants: Vec<&str> = product.variants.iter().map(|variant| variant.id.as_str()).collect();
        if let Some(variant) = variant.filter(|variant| !variants.contains(variant)) {
            return Err(Stop::Use(
                say!("de uitvoering `{shown}` bestaat niet", "the variant `{shown}` does not exist"),
                Some(data::mean(variant, &variants)),
            ));
        }
        found.push((product.id.to_string(), variant.map(str::to_owned)));
    }
    Ok(found)
}

/// The finding for weights that give no score.
pub(super) fn impossible(why: Impossible, profile: &Profile, kind: &str) -> Diagnostic {
    let id = &profile.id;
    let (code, message): (_, Message) = match why {
        Impossible::NothingWeighs => (
            &codes::ZERO_WEIGHTS,
            say!(
                "in de weging `{id}` weegt geen enkel criterium van `{kind}` mee",
                "in the profile `{id}` no criterion of `{kind}` weighs anything"
            ),
        ),
        Impossible::TooFine => (&codes::TOO_FINE, codes::TOO_FINE.title.into()),
    };
    Diagnostic::new(code, profile.place, message).help(code.advice)
}

/// Whether this is the product's id, or one that it had before.
pub(super) fn answers_to(product: &crate::model::Product, id: &str) -> bool {
    product.id.as_str() == id || product.formerly.iter().any(|old| old.as_str() == id)
}

/// Wrong use: the name of the output file does not tell the format.
pub(super) fn unclear_format(extension: &str, help: Message) -> Stop {
    let shown = crate::text::safe::clean_short(extension, 20);
    let message = say!(
        "aan de bestandsnaam (`.{shown}`) is het formaat niet te zien",
        "the file name (`.{shown}`) does not tell the format"
    );
    Stop::Use(message, Some(help))
}
