//! Pressmark finds who, when and who said what in an English news article.
//!
//! The text comes in as a string and becomes a read-only [`Document`]; three stages read it, each on its own,
//! and hand out names, dates and quotes; one last step links them into an [`Analysis`]:
//!
//! ```text
//! segment ─▶ Document ─┬─ entity::tag  ─▶ mentions ─▶ entity::resolve ─┐
//!                      ├─ date::find   ─▶ dates    ────────────────────┼─ link ─▶ Analysis
//!                      └─ quote::find  ─▶ quotes   ────────────────────┘
//! ```
//!
//! Stages never call each other and never write to the document. There is no clock, no locale and no chance in
//! here: the same text, options and model give the same result on every machine. Any string gives a result; only
//! a model or an option can be wrong ([`Error`]).
//!
//! ```
//! # fn main() -> Result<(), pressmark::Error> {
//! let model = include_bytes!("../models/en.model").as_slice();
//! let annotator = pressmark::Annotator::new(model)?;
//! let options = pressmark::Options { date: Some(pressmark::parse_date("2023-03-17")?), ..Default::default() };
//! let analysis = annotator.annotate("“We agree,” Jane Doe said on Monday.", &options);
//! assert_eq!(analysis.dates[0].value, "2023-03-13");
//! # Ok(())
//! # }
//! ```
//!
//! All offsets in here are UTF-8 bytes; [`Analysis::report`] gives them in other units.

pub mod analysis;
pub mod date;
pub mod document;
pub mod entity;
mod error;
pub mod export;
pub mod import;
mod incoming;
mod link;
pub mod model;
pub mod offsets;
pub mod quote;
mod reading;
pub mod report;
mod room;
pub mod segment;
mod span;
#[cfg(all(target_arch = "wasm32", not(feature = "exchange")))]
mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "exchange"))]
mod wasm_exchange;

pub use analysis::{Analysis, Kind};
pub use date::{Day, parse_date};
pub use document::Document;
pub use error::Error;
pub use offsets::OffsetUnit;
pub use reading::{Reading, Stage};
pub use span::{DateId, EntityId, MentionId, Run, Span};

use std::borrow::Cow;
use std::sync::Arc;

use analysis::Provenance;

/// What results and exports name as their maker.
const GENERATOR: &str = concat!("Pressmark ", env!("CARGO_PKG_VERSION"));

/// What the caller may say about an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day the article was published. Without it the text's own dateline is used, if it has one.
    pub date: Option<Day>,
    /// Whether [`Options::date`] is only an assumption ("today"): dates resolved by it then say so, and the
    /// text's own dateline goes before it.
    pub assumed: bool,
}

/// The engine with its model loaded; long-lived, shareable between threads, cheap to clone.
#[derive(Clone, Debug)]
pub struct Annotator {
    names: Arc<entity::Names>,
    model_id: Arc<str>,
}

impl Annotator {
    /// Loads a model: the bytes of `models/en.model`.
    ///
    /// # Errors
    /// If the bytes are not a model of this engine's version, whole and unchanged.
    pub fn new(model: impl Into<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let model = model::Model::new(model)?;
        let model_id = export::hex(model.checksum()).into();
        Ok(Self { names: Arc::new(entity::Names::new(model)?), model_id })
    }

    /// What tells this model from any other: its checksum in hexadecimal. Results carry it.
    #[must_use]
    pub fn model_id(&self) -> &str {
        &self.model_id
    }

    /// Everything that the article says of who, when and who said what.
    ///
    /// Any text gives a result. Of a text over 4 GiB the first 4 GiB are read.
    #[must_use]
    pub fn annotate(&self, text: &str, options: &Options) -> Analysis {
        self.read(text, options).finish()
    }

    /// As [`Annotator::annotate`], in steps: nothing is done yet but to find the paragraphs.
    ///
    /// ```
    /// # fn main() -> Result<(), pressmark::Error> {
    /// # let annotator = pressmark::Annotator::new(include_bytes!("../models/en.model").as_slice())?;
    /// let text = "Jane Doe left. “So did I,” said John Roe.\nThey met on Friday.";
    /// let mut reading = annotator.read(text, &pressmark::Options::default());
    /// while reading.advance(20).is_some() {
    ///     if let Some(analysis) = reading.partial() {
    ///         println!("{} names in the first {} bytes", analysis.mentions.len(), reading.found_to());
    ///     }
    /// }
    /// assert_eq!(reading.finish(), annotator.annotate(text, &pressmark::Options::default()));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn read<'t>(&self, text: impl Into<Cow<'t, str>>, options: &Options) -> Reading<'t> {
        let provenance = Provenance {
            generator: GENERATOR.to_owned(),
            model: self.model_id.to_string(),
            ..Provenance::default()
        };
        Reading::new(Arc::clone(&self.names), readable(text.into()), *options, provenance)
    }
}

/// The part of a text that `u32` offsets can reach.
fn readable(text: Cow<str>) -> Cow<str> {
    let end = text.floor_char_boundary(u32::MAX as usize);
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..end]),
        Cow::Owned(mut text) => {
            text.truncate(end);
            Cow::Owned(text)
        }
    }
}
