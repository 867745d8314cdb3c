//! `keuzehulp` compares video-calling and proctoring products for Dutch schools
//! against criteria, and says what every number rests on.
//!
//! The library has layers that import only downwards; read them in this order:
//!
//! 0. [`text`]: text, positions in it, and findings about them.
//! 1. [`model`]: the domain as plain data.
//! 2. [`load`]: YAML files to the model; [`assess`]: pure decision analysis.
//! 3. [`institution`]: the institution's own part; `lint`, [`compare`], [`views`]: a
//!    catalogue becomes a result; `bundle`: what is in the folder for a council; `sources`:
//!    what the data rests on.
//! 4. `report`: a result becomes bytes.
//! 5. `cli`: arguments and commands; the only code that writes.
//!
//! `docs/ARCHITECTURE.md` gives their invariants. What has no link here is public for
//! the program and its tests only, and is hidden in this documentation.
//!
//! Other programs can compare as this program does. This loads the shipped data
//! ([`load::Layer::Folder`] is a folder), changes a weight, and prints the
//! first three names of a ranking:
//!
//! ```
//! use keuzehulp::compare::{Request, compare};
//! use keuzehulp::load::{Layer, load, parse_date, weight};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let as_of = parse_date("2026-11-30").ok_or("no date")?;
//! let catalogue = load(&[Layer::BuiltIn], as_of)?.catalogue;
//! let kind = catalogue.kind("videobellen").ok_or("no such kind")?;
//! let profile = catalogue.default_profile().ok_or("no profile")?;
//! let mut request = Request::new(kind, profile, as_of);
//! let (criterion, heavy) = weight(&catalogue, "encryption-baseline=20")?;
//! request.weigh(&catalogue, criterion, heavy)?;
//! for row in compare(&catalogue, request)?.rows.iter().take(3) {
//!     println!("{}", row.product.name);
//! }
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

pub mod assess;
#[doc(hidden)]
pub mod bundle;
#[doc(hidden)]
pub mod cli;
pub mod compare;
pub mod institution;
#[doc(hidden)]
pub mod lint;
pub mod load;
pub mod model;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod sources;
pub mod text;
pub mod views;
