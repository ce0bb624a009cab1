//! Text to [`Document`]: paragraphs, tokens, what each paragraph is to the article, and sentences.
//!
//! Four passes, each over what the one before it made: lines become paragraphs, paragraphs are cut into tokens,
//! paragraphs are told apart into headline, byline, dateline, body and boilerplate, and tokens are grouped into
//! sentences. Nothing is thrown away: every byte belongs to exactly one paragraph or to white space between two.

mod abbreviations;
mod article;
mod boilerplate;
mod dateline;
mod lines;
mod paragraphs;
mod sentences;
mod shape;
mod tokens;

use std::borrow::Cow;

use crate::document::Document;
use crate::span::{Run, Span};

/// Cuts a text into paragraphs, sentences and tokens. Any string will do.
#[must_use]
pub fn segment(text: &str) -> Document<'_> {
    let (mut segmenter, mut document) = Segmenter::new(text.into());
    let all = Run::new(0, document.paragraphs.len());
    segmenter.tokens(&mut document, all);
    segmenter.frame(&mut document);
    Segmenter::sentences(&mut document, all);
    document
}

/// As [`segment`] for a text whose dateline is known already: all paragraphs count as body, none is looked at for what
/// it is to the article.
#[must_use]
pub(crate) fn sentences(text: &str, dateline: Option<Span>) -> Document<'_> {
    let (mut segmenter, mut document) = Segmenter::new(text.into());
    document.parts.dateline = dateline;
    for index in 0..document.paragraphs.len() {
        tokens::split(&mut document, index, &mut segmenter.lower);
    }
    for index in 0..document.paragraphs.len() {
        sentences::split(&mut document, index);
    }
    document
}

/// The passes by runs of paragraphs, for a text that is read in steps: `tokens` for all runs in order, `frame`, then
/// `sentences` for all runs in order.
#[derive(Debug, Default)]
pub(crate) struct Segmenter {
    boilerplate: boilerplate::Marker,
    /// The paragraph at hand with its ASCII letters in lower case.
    lower: String,
}

impl Segmenter {
    /// Cuts a text into paragraphs.
    pub(crate) fn new(text: Cow<'_, str>) -> (Self, Document<'_>) {
        let paragraphs = paragraphs::split(&text);
        (Self::default(), Document::new(text, paragraphs))
    }

    /// Cuts the next paragraphs into tokens and tells boilerplate from the article.
    pub(crate) fn tokens(&mut self, document: &mut Document, paragraphs: Run) {
        for index in paragraphs.range() {
            tokens::split(document, index, &mut self.lower);
            self.boilerplate.mark(document, index, &self.lower);
        }
    }

    /// Finds headline, byline and dateline, once all tokens are cut.
    pub(crate) fn frame(&mut self, document: &mut Document) {
        self.lower = String::new();
        document.tokens.shrink_to_fit();
        article::frame(document);
    }

    /// Groups the tokens of the next paragraphs into sentences.
    pub(crate) fn sentences(document: &mut Document, paragraphs: Run) {
        for index in paragraphs.range() {
            article::late_date_line(document, index);
            sentences::split(document, index);
        }
    }
}
