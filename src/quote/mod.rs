//! Quotes: who said what.
//!
//! ```text
//! marks ─▶ pairing ──┐
//! lexicon ─▶ tags ───┴▶ reading ─▶ attribute ─▶ floating ─▶ quotes
//!                                   │            └ dialogue, free, signature   what has no cue
//!                                   ├ cue, sources         what reports
//!                                   ├ speaker, phrase      who speaks
//!                                   └ content, adjuncts, extent   what is said
//! ```
//!
//! Quotation marks are paired per paragraph, every token gets a shallow tag, and both make the `reading` that all
//! rules look at. Reporting words ("said", "according to") then find their speaker and their content. Marked spans
//! that none of them claims go on the quote before, hang on a colon or another verb, or are terms; headlines and
//! transcripts have their own rules, and so have signed quotes, turns in dialogue and free indirect speech.
//! Everything looks a bounded number of tokens around itself, so time grows with the text only.

mod adjuncts;
mod attribute;
mod attribution;
mod content;
mod cue;
mod dialogue;
mod extent;
mod floating;
mod free;
mod headline;
mod homographs;
mod lexicon;
mod marks;
mod pairing;
mod phrase;
mod reading;
mod signature;
mod sources;
mod speaker;
mod tags;
mod term;
mod transcript;

use std::mem;

use crate::analysis::Style;
use crate::document::Document;
use crate::room::make_room;
use crate::span::{Run, Span};
use attribution::{Attribution, sure};
use floating::Gathered;
use reading::{Notes, Reading};
use transcript::Turn;

/// A quote before anyone knows who its speaker is.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// How it is reported.
    pub style: Style,
    /// The content without its marks, in order.
    pub parts: Vec<Span>,
    /// The words that name the speaker: a name, pronoun or description.
    pub speaker: Option<Span>,
    /// Of the speaker's words the one that says who it is: "spokesman" in "a spokesman for the mayor".
    pub head: Option<Span>,
    /// The reporting word.
    pub cue: Option<Span>,
    /// Between 0 and 1.
    pub confidence: f32,
}

/// Finds the quotes of an article, sorted by start.
#[must_use]
pub fn find(document: &Document) -> Vec<Quote> {
    let mut finder = Finder::new(document);
    finder.read(document, document.paragraphs().len());
    finder.quotes(document)
}

/// The quotes of a text that is read in steps.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    turns: Vec<Turn>,
    notes: Notes,
    gathered: Gathered,
    /// Quotes that nothing to come can change.
    settled: Vec<Quote>,
}

impl Finder {
    /// Looks over the document: a transcript has rules of its own.
    pub(crate) fn new(document: &Document) -> Self {
        Self { turns: transcript::turns(document), ..Self::default() }
    }

    /// Makes room for what the `rest` of the text will add, if it is like what has been `read`; in bytes.
    pub(crate) fn make_room(&mut self, read: usize, rest: usize) {
        make_room(&mut self.settled, read, rest);
    }

    /// Reads the next paragraphs, up to and without paragraph `end`.
    pub(crate) fn read(&mut self, document: &Document, end: usize) {
        // Rules look past the end of a paragraph: a quote is signed on the line after it.
        const AHEAD: usize = 1;
        // And past its beginning: twice as far as any of them does, in tokens.
        const BACK: usize = 128;
        let mut reading = Reading::resume(document, mem::take(&mut self.notes));
        reading.prepare((end + AHEAD).min(document.paragraphs().len()));
        for sentence in reading.take_sentences(end) {
            self.gathered.sentence(&reading, &sentence, &self.turns);
        }
        let settled = self.gathered.settled();
        self.settled.extend(settled.iter().filter_map(|attribution| quote(&reading, attribution)));
        self.settled.extend(self.gathered.terms.drain(..).map(|run| term(document, run)));
        let unread = document.paragraphs().get(end).map_or(reading.end(), |p| p.tokens.first());
        reading.forget(self.gathered.first_token_asked(unread).saturating_sub(BACK));
        self.notes = reading.pause();
    }

    /// The quotes read so far, sorted by start. The finder is as it was before.
    pub(crate) fn so_far(&mut self, document: &Document) -> Vec<Quote> {
        let settled = self.settled.clone();
        let quotes = self.quotes(document);
        self.settled = settled;
        quotes
    }

    /// The quotes, sorted by start, once all is read.
    pub(crate) fn quotes(&mut self, document: &Document) -> Vec<Quote> {
        let reading = Reading::resume(document, mem::take(&mut self.notes));
        let open = self.gathered.attributions.iter().filter_map(|attribution| quote(&reading, attribution));
        let mut quotes = mem::take(&mut self.settled);
        quotes.extend(open);
        quotes.sort_by_key(order);
        self.notes = reading.pause();
        quotes
    }
}

/// By start, then end; of quotes of the same words that of the first cue goes first, in whatever order they were settled.
fn order(quote: &Quote) -> impl Ord + use<> {
    let end = quote.parts[quote.parts.len() - 1].end;
    (quote.parts[0].start, end, quote.style == Style::Term, quote.cue, quote.speaker, quote.parts.len())
}

/// An attribution as a quote; none while it awaits its content.
fn quote(reading: &Reading, attribution: &Attribution) -> Option<Quote> {
    let document = reading.document;
    let mut parts = attribution.parts.clone();
    parts.sort_unstable();
    parts.first()?;
    let style = style(reading, attribution, &parts);
    let factor = if style == Style::Direct { 1.0 } else { sure::UNMARKED };
    Some(Quote {
        style,
        parts: parts.iter().map(|p| document.span_of(*p)).collect(),
        speaker: attribution.speaker.map(|s| s.span(document)),
        head: attribution.speaker.map(|s| document.tokens()[s.head].span()),
        cue: attribution.cue.map(|c| document.span_of(c)),
        confidence: (attribution.confidence * factor * 100.0).round() / 100.0,
    })
}

fn style(reading: &Reading, attribution: &Attribution, parts: &[Run]) -> Style {
    // A transcript gives the words themselves, with or without marks.
    if attribution.verbatim {
        return Style::Direct;
    }
    let inside = |part: &Run| reading.pair_at(part.first()).is_some_and(|p| part.end() <= p.inner.end());
    if parts.iter().all(inside) {
        Style::Direct
    } else if parts.iter().any(|part| inside(part) || !reading.pairs_in(*part).is_empty()) {
        Style::Mixed
    } else {
        Style::Indirect
    }
}

fn term(document: &Document, run: Run) -> Quote {
    let parts = vec![document.span_of(run)];
    Quote { style: Style::Term, parts, speaker: None, head: None, cue: None, confidence: 0.6 }
}
