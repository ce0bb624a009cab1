//! Quotes: who said what.

use crate::analysis::Style;
use crate::document::Document;
use crate::span::Span;

/// A quote before anyone knows who its speaker is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// How it is reported.
    pub style: Style,
    /// The content without its marks, in order.
    pub parts: Vec<Span>,
    /// The words that name the speaker: a name, pronoun or description.
    pub speaker: Option<Span>,
    /// The reporting word.
    pub cue: Option<Span>,
    /// Between 0 and 1.
    pub confidence: f32,
}

/// Finds the quotes of an article, sorted by start.
#[must_use]
pub fn find(_document: &Document) -> Vec<Quote> {
    Vec::new()
}
