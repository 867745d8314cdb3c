//! Layer 1: the domain as plain data. Nothing is read, judged or written here.
//! No type is `Serialize`: documents for machines have structs of their own.
//!
//! Read in this order: `criterion`, `action`, `premise`, `migration`, `fact`, `evidence`,
//! `product`, `profile`, `checklist`, `triage`, `dossier`, `catalogue`.

pub(crate) mod action;
pub(crate) mod catalogue;
pub(crate) mod checklist;
pub(crate) mod criterion;
pub(crate) mod date;
pub(crate) mod dossier;
pub(crate) mod evidence;
pub(crate) mod exception;
pub(crate) mod fact;
pub(crate) mod id;
pub(crate) mod inherited;
pub(crate) mod level;
pub(crate) mod localized;
pub(crate) mod migration;
pub(crate) mod need;
pub(crate) mod options;
pub(crate) mod premise;
pub(crate) mod product;
pub(crate) mod profile;
pub(crate) mod sentence;
pub(crate) mod set;
pub(crate) mod settled;
pub(crate) mod triage;

pub use action::{Action, ActionBy, ActionWhen};
pub use catalogue::{
    Catalogue, DEFAULT_PROFILE, Deviation, DeviationKind, GroupBy, Kind, LeftOut, LoadedFile, Theme,
};
pub use checklist::{Heading, Item, Phase, Review};
pub use criterion::{
    Basis, Bounds, Choice, Condition, Criterion, KnockOut, Question, QuestionForm, Rung, SettledBy, Term,
};
pub use date::{Date, DayOrMonth};
pub use dossier::{
    Asked, Candidate, Chosen, Consulted, Dossier, Exam, ItemRecord, ItemStatus, OwnWork, Pick, Right,
    StepAnswer, StepRecord,
};
pub use evidence::{Evidence, Extent, Grade, Location, Reviewed, Source, StoredCopy};
pub use exception::{Exception, Used};
pub use fact::{Answer, Disputed, Fact, NumberRange, Possible, Reply, Stated};
pub use id::Id;
pub use inherited::Inherited;
pub use level::{Level, Worth};
pub use localized::Localized;
pub use migration::{Former, Migration};
pub use need::{LegalBasis, Need, NeedCondition, NeedField, NeedForm, NeedValue, Recording, YesNo};
pub use premise::{Premise, PremiseSource, Rests, Validity};
pub use product::{Audience, Context, Draft, Heard, Hosting, Licence, Product, Retired, Variant};
pub use profile::{
    EvidenceRule, KnockOutScope, KnockOutWord, NeedRule, Origin, Profile, Requirement, StaleRule,
};
pub use sentence::{Document, Force, Instead, Sentence};
pub use set::Set;
pub use triage::{Step, StepEnd, StepForm, WriteDown, WriteDownWord};
