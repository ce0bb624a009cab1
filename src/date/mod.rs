//! Time expressions: found, given a TIMEX3 value, and resolved against the article's date.

mod day;

pub(crate) use day::iso;
pub use day::{Day, parse_date};

use crate::analysis::{Date, Range};
use crate::document::Document;

/// The dates of an article, and the pairs of them that bound a range.
#[derive(Debug, Default)]
pub struct Dates {
    /// Sorted by start.
    pub dates: Vec<Date>,
    /// Sorted by start; ids are indices into `dates`.
    pub ranges: Vec<Range>,
}

/// Finds the time expressions of an article and resolves them against `reference`, its date.
#[must_use]
pub fn find(_document: &Document, _reference: Option<Day>) -> Dates {
    Dates::default()
}

/// The full date that the article's dateline or date line gives, if any.
#[must_use]
pub fn dateline(_document: &Document) -> Option<Day> {
    None
}
