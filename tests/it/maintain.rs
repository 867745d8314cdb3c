//! For maintainers of the data: the shipped data, new files, and the references
//! between them.

mod coverage;
mod data_docs;
mod data_quality;
mod dated;
mod figures;
mod fmt;
mod migrate;
mod new;
mod references;
mod schema;
mod shipped;
mod sources;
mod upkeep;
mod words;
mod worklist;
