//! Text to [`Document`]: paragraphs, tokens, what each paragraph is to the article, and sentences.
//!
//! Four passes, each over what the one before it made: lines become paragraphs, paragraphs are cut into tokens,
//! paragraphs are told apart into headline, byline, dateline, body and boilerplate, and tokens are grouped into
//! sentences. Nothing is thrown away: every byte belongs to exactly one paragraph or to white space between two.

mod abbreviations;
mod article;
mod boilerplate;
mod dateline;
mod paragraphs;
mod sentences;
mod shape;
mod tokens;

use crate::document::Document;
use crate::span::Span;

/// Cuts a text into paragraphs, sentences and tokens. Any string will do.
#[must_use]
pub fn segment(text: &str) -> Document<'_> {
    let mut document = cut(text);
    article::mark(&mut document);
    for index in 0..document.paragraphs.len() {
        sentences::split(&mut document, index);
    }
    document
}

/// As [`segment`] for a text whose dateline is known already: all paragraphs count as body, none is looked at for what
/// it is to the article.
#[must_use]
pub(crate) fn sentences(text: &str, dateline: Option<Span>) -> Document<'_> {
    let mut document = cut(text);
    document.parts.dateline = dateline;
    for index in 0..document.paragraphs.len() {
        sentences::split(&mut document, index);
    }
    document
}

/// Paragraphs and tokens, as yet without sentences.
fn cut(text: &str) -> Document<'_> {
    let mut document = Document {
        text,
        lower: text.to_ascii_lowercase(),
        paragraphs: paragraphs::split(text),
        sentences: Vec::new(),
        tokens: Vec::with_capacity(text.len() / 5),
        parts: crate::document::Parts::default(),
    };
    for index in 0..document.paragraphs.len() {
        tokens::split(&mut document, index);
    }
    document
}
