//! For who maintains the data: the shipped data, new files, and what leads from one
//! to the other.

mod data_docs;
mod data_quality;
mod new;
mod references;
mod shipped;
mod words;
