//! Turns arguments into a request for a comparison, and explains when it cannot be
//! made.

use std::collections::HashMap;

use clap::ArgMatches;

use crate::assess::RankBy;
use crate::compare::{Comparison, Evaluations, Judged, Limits, Refusal, Request, arrange, compare};
use crate::load::{Loaded, codes, old_answers, requirement, weight};
use crate::model::{Audience, Catalogue, Hosting, Id, Profile, Set};
use crate::report::words::variants;
use crate::say;
use crate::text::lang::either;
use crate::text::safe::{clean, clean_short};
use crate::text::{Diagnostic, Lang, Message, Vocabulary as _};

use super::args::{ALL_AUDIENCES, Global, Own, all, flag, value};
use super::output::{Output, complain};
use super::{Stop, data};

/// The request that the arguments make; options that the command does not have
/// request nothing.
pub(super) fn request<'c>(
    global: &Global,
    matches: &ArgMatches,
    catalogue: &'c Catalogue,
    kind: usize,
) -> Result<Request<'c>, Stop> {
    let mut request = weighed(global, matches, catalogue, kind)?;
    for old in all(matches, "require").flat_map(|given| old_answers(catalogue, given)) {
        complain(&format!("{}\n", clean(old.get(global.lang))));
    }
    for given in all(matches, "vendor") {
        if given.trim().is_empty() {
            let message = say!("bij `--vendor` ontbreekt een product", "`--vendor` lacks a product");
            let help = say!(
                "schrijf product of product/variant, met een komma ertussen en niet aan het eind",
                "write product or product/variant, with a comma between them and not at the end"
            );
            return Err(Stop::Use(message, Some(help)));
        }
        request.choose(catalogue, given.trim()).map_err(|why| stop(&why))?;
    }
    Ok(request)
}

/// The same without the choice of products, which need not have been read.
pub(super) fn weighed<'c>(
    global: &Global,
    matches: &ArgMatches,
    catalogue: &'c Catalogue,
    kind: usize,
) -> Result<Request<'c>, Stop> {
    let profile = data::profile(catalogue, value(matches, "profile"))?;
    let mut request = Request {
        rank_by: match value(matches, "rank-by") {
            Some("high") => RankBy::High,
            Some("middle") => RankBy::Middle,
            _ => RankBy::Low,
        },
        ungrouped: flag(matches, "ungrouped"),
        retired: flag(matches, "retired"),
        limits: limits(matches),
        ..Request::new(kind, profile, global.as_of)
    };
    for given in all(matches, "weight") {
        let refuse = |message, help| within("--weight", given, message, help);
        let (criterion, value) =
            weight(catalogue, given).map_err(|error| refuse(error.message, error.help))?;
        request.weigh(catalogue, criterion, value).map_err(|why| stop_within("--weight", given, &why))?;
    }
    for given in all(matches, "require") {
        let refuse = |message, help| within("--require", given, message, help);
        let found = requirement(catalogue, given).map_err(|error| refuse(error.message, error.help))?;
        request.require(catalogue, found).map_err(|why| stop_within("--require", given, &why))?;
    }
    request.exam = exam(catalogue, kind, matches)?;
    Ok(request)
}

/// Whom variants are made for, and who can run them, where the arguments say so.
fn limits(matches: &ArgMatches) -> Limits {
    let mut limits = Limits::default();
    if all(matches, "audience").next().is_some() {
        limits.audience = words(matches, "audience", Audience::IDS);
    }
    if all(matches, "audience").any(|word| word == ALL_AUDIENCES) {
        limits.audience = Set::first(Audience::ALL.len());
    }
    let hosting = words(matches, "hosting", Hosting::IDS);
    limits.hosting = Some(hosting).filter(|set| !set.is_empty());
    limits
}

/// The words that an option gives, by their numbers in a list.
fn words(matches: &ArgMatches, name: &str, list: &[&str]) -> Set {
    let mut set = Set::EMPTY;
    for word in all(matches, name) {
        list.iter().position(|known| *known == word).into_iter().for_each(|at| set.insert(at));
    }
    set
}

/// The number in the dossier of the exam that `--exam` names. A dossier of another
/// kind is refused.
pub(super) fn exam(catalogue: &Catalogue, kind: usize, matches: &ArgMatches) -> Result<Option<usize>, Stop> {
    let asked = value(matches, "exam");
    if asked.is_some() && catalogue.dossier.is_none() && Own::of(matches).dossier.is_none() {
        let message = say!("`--exam` hoort bij een dossier", "`--exam` needs a dossier");
        let help = say!("geef ook het dossier", "give the dossier too");
        return Err(Stop::Use(message, Some(help)));
    }
    crate::compare::exam(catalogue, kind, asked).map_err(|why| stop(&why))
}

/// Makes the comparison, and refuses where nothing is left to compare; `evaluated` holds the products if they were evaluated while
/// they were read.
pub(super) fn compared<'l>(
    loaded: &'l Loaded,
    request: Request<'l>,
    evaluated: Option<(Evaluations, Judged)>,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Result<Comparison<'l>, Stop> {
    let comparison = arranged(loaded, request, evaluated, as_json, at)?;
    comparison.nothing_left().map_or(Ok(comparison), |why| Err(stop(&why)))
}

/// The same, also where nothing is left to compare.
pub(super) fn arranged<'l>(
    loaded: &'l Loaded,
    request: Request<'l>,
    evaluated: Option<(Evaluations, Judged)>,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Result<Comparison<'l>, Stop> {
    let (catalogue, profile) = (&loaded.catalogue, request.profile);
    let made = match evaluated {
        Some((evaluations, judged)) => arrange(catalogue, request, evaluations, judged),
        None => compare(catalogue, request),
    };
    made.map_err(|why| refused(&why, profile, loaded, as_json, at))
}

/// Explains why a comparison by this profile cannot be made: weights that give no
/// score are a finding in the profile's file.
pub(super) fn refused(
    why: &Refusal,
    profile: &Profile,
    loaded: &Loaded,
    as_json: bool,
    at: (&Global, &mut Output),
) -> Stop {
    let code = match why {
        Refusal::NothingWeighs { .. } => &codes::ZERO_WEIGHTS,
        Refusal::TooFine => &codes::TOO_FINE,
        _ => return stop(why),
    };
    let finding = Diagnostic::new(code, profile.place, why.message()).help(code.advice);
    let file = profile.place.file;
    let texts: HashMap<_, _> = loaded.text_of(file).map(|text| (file, text)).into_iter().collect();
    data::refuse(&[finding], &texts, loaded, as_json, at)
}

/// Wrong use: what is wrong, and what to do.
fn stop(why: &Refusal) -> Stop {
    let mean = |word: &str, known: &[Id], mean: fn(&str, &[&str]) -> Message| {
        let known: Vec<&str> = known.iter().map(Id::as_str).collect();
        Some(mean(word, &known))
    };
    let parts = |asked: &str| match asked.split_once('/') {
        Some((product, variant)) => (product.to_owned(), variant.to_owned()),
        None => (asked.to_owned(), String::new()),
    };
    let help = match why {
        Refusal::NotOfKind { kind, .. } => Some(say!(
            "`keuzehulp list criteria --kind {kind}` noemt de criteria",
            "`keuzehulp list criteria --kind {kind}` lists the criteria"
        )),
        Refusal::CannotBeMet { criterion } => Some(say!(
            "`keuzehulp explain criterion {criterion}` noemt de antwoorden",
            "`keuzehulp explain criterion {criterion}` lists the answers"
        )),
        Refusal::UnknownProduct { asked, known } => mean(&parts(asked).0, known, data::mean),
        Refusal::UnknownVariant { asked, known } => mean(&parts(asked).1, known, data::mean_among),
        Refusal::UnknownExam { asked, known } => mean(asked, known, data::mean_among),
        Refusal::RetiredProduct { .. } => {
            Some(say!("geef `--retired` om het te tonen", "give `--retired` to show it"))
        }
        Refusal::OtherAudience { product, variants } => {
            let all: Vec<String> = variants.iter().map(|variant| format!("`{product}/{variant}`")).collect();
            let (nl, en) = (either(Lang::Nl, &all), either(Lang::En, &all));
            Some(say!(
                "noem de variant: {nl}; of geef `--audience all`",
                "name the variant: {en}; or give `--audience all`"
            ))
        }
        Refusal::DraftProduct { .. } => Some(say!(
            "maak het productbestand af en haal `draft` daar weg, of kies een ander product",
            "finish the vendor file and remove `draft` from it, or choose another product"
        )),
        Refusal::NothingLeft { triage, hosting, hosting_is_asked, audience, drafts } => {
            Some(left_out(*triage, (*hosting, *hosting_is_asked), *audience, *drafts))
        }
        Refusal::OtherDossier { .. } => {
            Some(say!("geef een dossier van deze soort", "give a dossier of this kind"))
        }
        Refusal::WeighedTwice { .. } | Refusal::NothingWeighs { .. } | Refusal::TooFine => None,
    };
    Stop::Use(why.message(), help)
}

/// What left out how many, where nothing is left.
fn left_out(triage: usize, (hosting, is_asked): (usize, bool), audience: usize, drafts: usize) -> Message {
    let by_hosting = if is_asked {
        ("`--hosting`", "`--hosting`")
    } else {
        ("`need.hosting` in het dossier", "`need.hosting` in the dossier")
    };
    let all = [
        (triage, ("de afweging in het dossier", "the triage in the dossier")),
        (hosting, by_hosting),
        (audience, ("`--audience`", "`--audience`")),
        (drafts, ("`draft` in het productbestand", "`draft` in the vendor file")),
    ];
    let said: Vec<Message> = all
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, (nl, en))| {
            say!(
                "{nl} laat {n} weg",
                "{en} leaves out {n_en}",
                n = variants(count, Lang::Nl),
                n_en = variants(count, Lang::En)
            )
        })
        .collect();
    if said.is_empty() {
        return say!(
            "de gekozen producten worden niet meer vergeleken; `--retired` toont wat niet meer bestaat",
            "the chosen products are no longer compared; `--retired` shows what no longer exists"
        );
    }
    let joined = |lang| said.iter().map(|one| one.get(lang)).collect::<Vec<_>>().join("; ");
    Message { nl: joined(Lang::Nl), en: joined(Lang::En) }
}

/// The same, with the option that asked for it.
fn stop_within(option: &str, given: &str, why: &Refusal) -> Stop {
    // A wrong criterion is reported the same way for any option.
    let option = if matches!(why, Refusal::NotOfKind { .. }) { "" } else { option };
    match stop(why) {
        Stop::Use(message, help) => within(option, given, message, help),
        other => other,
    }
}

fn within(option: &str, given: &str, message: Message, help: Option<Message>) -> Stop {
    let given = format!("{option} {}", clean_short(given, 60));
    let (given, nl, en) = (given.trim_start(), message.nl, message.en);
    Stop::Use(say!("{nl} (in `{given}`)", "{en} (in `{given}`)"), help)
}

/// Wrong use: the name of the output file does not reveal the format.
pub(super) fn unclear_format(extension: &str, help: Message) -> Stop {
    let shown = clean_short(extension, 20);
    let message = say!(
        "aan de bestandsnaam (`.{shown}`) is het formaat niet te zien",
        "the file name (`.{shown}`) does not show which format is meant"
    );
    Stop::Use(message, Some(help))
}
