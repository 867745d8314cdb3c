//! A request: a profile as it is written, and what comes on top of it.

use crate::assess::RankBy;
use crate::assess::answers::{everything, holds, representatives};
use crate::institution::situation;
use crate::model::{Catalogue, Condition, Criterion, Date, Id, Profile, Question, Requirement};
use crate::say;
use crate::text::Message;
use crate::text::safe::clean_short;

use super::limits::Limits;

/// What a comparison is asked to do.
// Each flag is a choice of its own.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub struct Request<'c> {
    /// The kind, by number.
    pub kind: usize,
    /// The profile as it is written.
    pub profile: &'c Profile,
    /// What comes on top of it.
    pub overrides: Overrides,
    /// The choice: only these products or alternatives are compared, by id; all when
    /// empty.
    pub only: Vec<(String, Option<String>)>,
    /// Whom variants are made for, and who can run them.
    pub limits: Limits,
    /// Compare all, also where the dossier has candidates.
    pub all: bool,
    /// What alternatives are ordered by.
    pub rank_by: RankBy,
    /// One list, even for a kind that is divided into groups; a choice always is.
    pub ungrouped: bool,
    /// Show retired products too.
    pub retired: bool,
    /// The only exam of the dossier's triage to consider, by number.
    pub exam: Option<usize>,
    /// Work out what moves with a premise.
    pub moves: bool,
    /// The as-of date.
    pub as_of: Date,
}

/// What comes on top of a profile.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Weights by criterion number, in the order in which they were given.
    pub weights: Vec<(usize, u32)>,
    /// Requirements.
    pub requirements: Vec<Requirement>,
}

impl Overrides {
    /// Whether nothing comes on top.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty() && self.requirements.is_empty()
    }
}

/// Why a comparison cannot be made as requested.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().en)]
pub enum Refusal {
    /// No product of this kind is judged by the criterion: to weigh or require it
    /// would change nothing.
    NotOfKind {
        /// The criterion.
        criterion: String,
        /// The kind.
        kind: String,
    },
    /// The criterion is given a second weight.
    WeighedTwice {
        /// The criterion.
        criterion: Id,
    },
    /// No answer at all meets what is required: it would rule everything out, even
    /// where nothing is known.
    CannotBeMet {
        /// The criterion.
        criterion: Id,
    },
    /// There is no such product of this kind.
    UnknownProduct {
        /// What was asked for.
        asked: String,
        /// The products of the kind.
        known: Vec<Id>,
    },
    /// The product no longer exists, and [`Request::retired`] does not ask for it.
    RetiredProduct {
        /// What was asked for.
        asked: String,
    },
    /// The product is a draft.
    DraftProduct {
        /// What was asked for.
        asked: String,
    },
    /// The product has no such variant.
    UnknownVariant {
        /// What was asked for.
        asked: String,
        /// The variants of the product.
        known: Vec<Id>,
    },
    /// The choice names a product of which no variant is made for those whom the
    /// request asks for.
    OtherAudience {
        /// The product.
        product: Id,
        /// Its variants.
        variants: Vec<Id>,
    },
    /// Nothing is left to compare.
    NothingLeft {
        /// How many alternatives the triage does not allow.
        triage: usize,
        /// How many do not fit what the institution can do.
        hosting: usize,
        /// Whether the request itself said what it can do, and not the dossier.
        hosting_is_asked: bool,
        /// How many are made for others.
        audience: usize,
        /// How many are drafts.
        drafts: usize,
    },
    /// The dossier is about products of another kind.
    OtherDossier {
        /// The kind of the dossier.
        kind: String,
    },
    /// The dossier has no such exam.
    UnknownExam {
        /// What was asked for.
        asked: String,
        /// The exams of the dossier.
        known: Vec<Id>,
    },
    /// No criterion of the kind has any weight.
    NothingWeighs {
        /// The profile.
        profile: Id,
        /// The kind.
        kind: String,
    },
    /// The weights are too finely divided for exact sums.
    TooFine,
}

impl Refusal {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        let short = |asked: &String| clean_short(asked, 60);
        match self {
            Refusal::NotOfKind { criterion, kind } => say!(
                "het criterium `{criterion}` geldt niet voor {kind}",
                "the criterion `{criterion}` does not apply to {kind}"
            ),
            Refusal::WeighedTwice { criterion } => {
                say!("`{criterion}` krijgt twee gewichten", "`{criterion}` is given two weights")
            }
            Refusal::CannotBeMet { criterion } => say!(
                "geen enkel antwoord op `{criterion}` past daarbij",
                "no answer to `{criterion}` meets that"
            ),
            Refusal::UnknownProduct { asked, .. } => say!(
                "het product `{shown}` bestaat niet",
                "the product `{shown}` does not exist",
                shown = short(asked)
            ),
            Refusal::RetiredProduct { asked } => say!(
                "het product `{shown}` bestaat niet meer",
                "the product `{shown}` no longer exists",
                shown = short(asked)
            ),
            Refusal::DraftProduct { asked } => say!(
                "het product `{shown}` is nog een concept en wordt niet vergeleken",
                "the product `{shown}` is still a draft and is not compared",
                shown = short(asked)
            ),
            Refusal::UnknownVariant { asked, .. } => say!(
                "de variant `{shown}` bestaat niet",
                "the variant `{shown}` does not exist",
                shown = short(asked)
            ),
            Refusal::OtherAudience { product, .. } => say!(
                "geen variant van `{product}` is gemaakt voor de doelgroep waarvoor wordt vergeleken",
                "no variant of `{product}` is made for the chosen audience"
            ),
            Refusal::NothingLeft { .. } => {
                say!("er blijft geen variant over om te vergelijken", "no variant is left to compare")
            }
            Refusal::OtherDossier { kind } => {
                say!("dit dossier gaat over {kind}", "this dossier is about {kind}")
            }
            Refusal::UnknownExam { asked, .. } => say!(
                "de toets `{shown}` staat niet in het dossier",
                "the exam `{shown}` is not in the dossier",
                shown = short(asked)
            ),
            Refusal::NothingWeighs { profile, kind } => say!(
                "in de weging `{profile}` weegt geen enkel criterium van `{kind}` mee",
                "in the profile `{profile}` no criterion of `{kind}` has any weight"
            ),
            Refusal::TooFine => say!(
                "deze gewichten zijn samen te fijn verdeeld om exact mee te rekenen",
                "together these weights are too finely divided to be exact"
            ),
        }
    }
}

impl<'c> Request<'c> {
    /// All alternatives of a kind by a profile, with nothing on top of it.
    #[must_use]
    pub fn new(kind: usize, profile: &'c Profile, as_of: Date) -> Request<'c> {
        Request {
            kind,
            profile,
            overrides: Overrides::default(),
            only: Vec::new(),
            limits: Limits::default(),
            all: false,
            rank_by: RankBy::Low,
            ungrouped: false,
            retired: false,
            exam: None,
            moves: true,
            as_of,
        }
    }

    /// Gives a criterion another weight than the profile does.
    ///
    /// # Errors
    /// When that would change nothing, or was done before.
    pub fn weigh(&mut self, catalogue: &Catalogue, criterion: usize, weight: u32) -> Result<(), Refusal> {
        let found = self.judged_by(catalogue, criterion)?;
        if self.overrides.weights.iter().any(|(known, _)| *known == criterion) {
            return Err(Refusal::WeighedTwice { criterion: found.id.clone() });
        }
        self.overrides.weights.push((criterion, weight));
        Ok(())
    }

    /// Requires something in addition to what the profile requires.
    ///
    /// # Errors
    /// When that would change nothing, or no answer meets it.
    pub fn require(&mut self, catalogue: &Catalogue, requirement: Requirement) -> Result<(), Refusal> {
        let found = self.judged_by(catalogue, requirement.criterion)?;
        if cannot_be_met(found, &requirement.answers) {
            return Err(Refusal::CannotBeMet { criterion: found.id.clone() });
        }
        self.overrides.requirements.push(requirement);
        Ok(())
    }

    /// Compares only this `product` or `product/variant`, in addition to those chosen
    /// before. A product answers to the ids that it had before, too.
    ///
    /// # Errors
    /// When it does not exist, or is a draft; a retired one must be asked for.
    pub fn choose(&mut self, catalogue: &Catalogue, asked: &str) -> Result<(), Refusal> {
        let (product, variant) = match asked.split_once('/') {
            Some((product, variant)) => (product, Some(variant)),
            None => (asked, None),
        };
        let asked = asked.to_owned();
        let Some(product) = catalogue.products_of(self.kind).find(|known| known.answers_to(product)) else {
            let known = catalogue.products_of(self.kind).map(|product| product.id.clone()).collect();
            return Err(Refusal::UnknownProduct { asked, known });
        };
        if product.retired.is_some() && !self.retired {
            return Err(Refusal::RetiredProduct { asked });
        }
        if product.draft {
            return Err(Refusal::DraftProduct { asked });
        }
        let variants = || product.variants.iter().map(|variant| &variant.id);
        if variant.is_some_and(|wanted| !variants().any(|id| id.as_str() == wanted)) {
            return Err(Refusal::UnknownVariant { asked, known: variants().cloned().collect() });
        }
        self.only.push((product.id.to_string(), variant.map(str::to_owned)));
        Ok(())
    }

    /// The profile as it applies to this request: with what comes on top of it, and
    /// with what the dossier makes of it; without what rests on a premise that does not
    /// hold.
    pub(super) fn adjusted(&self, catalogue: &Catalogue) -> Result<Profile, Refusal> {
        exam(catalogue, self.kind, None)?;
        let mut profile = self.profile.clone();
        profile.weights.extend(self.overrides.weights.iter().copied());
        profile.requirements.extend(self.overrides.requirements.iter().cloned());
        profile.requirements.retain(|requirement| catalogue.applies(requirement.premise));
        profile.need_rules.retain(|rule| catalogue.applies(rule.requirement.premise));
        Ok(situation::applied(&profile, catalogue, self.exam))
    }

    /// A criterion that alternatives of this kind are judged by.
    fn judged_by<'k>(&self, catalogue: &'k Catalogue, number: usize) -> Result<&'k Criterion, Refusal> {
        let mut judged = catalogue.criteria_of(self.kind);
        judged.find(|(mine, _)| *mine == number).map(|(_, found)| found).ok_or_else(|| Refusal::NotOfKind {
            criterion: catalogue.criterion(number).map_or(String::new(), |other| other.id.to_string()),
            kind: kind_id(catalogue, self.kind),
        })
    }
}

/// The number of an exam in the dossier; without `asked` only whether the
/// dossier, if there is one, is about this kind.
///
/// # Errors
/// When the dossier is about another kind, or has no such exam.
pub(crate) fn exam(
    catalogue: &Catalogue,
    kind: usize,
    asked: Option<&str>,
) -> Result<Option<usize>, Refusal> {
    let Some(dossier) = &catalogue.dossier else { return Ok(None) };
    if dossier.kind != kind {
        return Err(Refusal::OtherDossier { kind: kind_id(catalogue, dossier.kind) });
    }
    let Some(asked) = asked else { return Ok(None) };
    let number = dossier.triage.get_index_of(asked);
    number.map(Some).ok_or_else(|| Refusal::UnknownExam {
        asked: asked.to_owned(),
        known: dossier.triage.keys().cloned().collect(),
    })
}

/// The id of a kind.
pub(super) fn kind_id(catalogue: &Catalogue, kind: usize) -> String {
    catalogue.kinds.get_index(kind).map_or(String::new(), |(id, _)| id.to_string())
}

/// Whether no answer at all meets a condition, whatever the world is like: an answer whose
/// premise does not hold now may have it another day.
fn cannot_be_met(criterion: &Criterion, condition: &Condition) -> bool {
    let is_met = |question: &Question| {
        let answers = representatives(question, &everything(question), &[condition]);
        answers.into_iter().any(|answer| holds(question, condition, answer))
    };
    !is_met(&criterion.question) && !is_met(&criterion.question.as_written())
}
