//! A text read in steps: so that a long one blocks nobody, can be given up, and shows what it holds before its end.
//!
//! ```text
//! tokens ─▶ sentences ─▶ survey ─▶ (names ─▶ dates ─▶ quotes)* ─▶ echoes ─▶ who is who ─▶ meanings ─▶ link
//! ```
//!
//! Tokens and sentences are cut by runs of paragraphs, and so are names, dates and quotes found, from the top, once the
//! whole text has been surveyed for its names. The clear names then decide others (echoes). Who is who, what the dates
//! mean and who speaks is settled at the end, by all that was found. How long the runs are changes nothing in the result.

use std::borrow::Cow;
use std::mem;
use std::sync::Arc;

use crate::analysis::{Analysis, DateFrom, Provenance};
use crate::date::{self, Dates, Day};
use crate::document::Document;
use crate::entity::{self, Names, Who};
use crate::room::make_room;
use crate::segment::Segmenter;
use crate::span::Run;
use crate::{Options, export, link, quote};

/// The stages of the engine, as profiles name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Cuts paragraphs into tokens and sentences.
    Segment,
    /// Finds names, and who they are.
    Entity,
    /// Finds time expressions, and what they mean.
    Date,
    /// Finds quotes.
    Quote,
    /// Joins all into the result.
    Link,
}

impl Stage {
    /// The stage's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::Entity => "entity",
            Self::Date => "date",
            Self::Quote => "quote",
            Self::Link => "link",
        }
    }
}

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Tokens,
    Sentences,
    Survey,
    Names,
    Dates,
    Quotes,
    Echoes,
    Who,
    Meanings,
    Link,
    Done,
}

/// A text on its way to its [`Analysis`].
#[derive(Debug)]
pub struct Reading<'t> {
    names: Arc<Names>,
    options: Options,
    document: Document<'t>,
    segmenter: Segmenter,
    step: Step,
    /// The first paragraph that the stage at work has not passed.
    from: usize,
    /// One past the last paragraph of the run that is read for names, dates and quotes.
    to: usize,
    found: Found,
    /// What the result says of its making.
    provenance: Provenance,
    analysis: Analysis,
}

/// What the stages have found so far.
#[derive(Debug, Default)]
struct Found {
    reference: Option<Day>,
    date_from: Option<DateFrom>,
    names: entity::Finder,
    dates: date::Finder,
    quotes: quote::Finder,
    who: Who,
    meanings: Dates,
}

impl<'t> Reading<'t> {
    pub(crate) fn new(
        names: Arc<Names>,
        text: Cow<'t, str>,
        options: Options,
        provenance: Provenance,
    ) -> Self {
        let (segmenter, document) = Segmenter::new(text);
        let (found, analysis) = (Found::default(), Analysis::default());
        let step = Step::Tokens;
        Self { names, options, document, segmenter, step, from: 0, to: 0, found, provenance, analysis }
    }

    /// Does the next step, which takes in about so many bytes of text: whole paragraphs, at least one. Says which stage
    /// was at work; nothing once the reading is done.
    pub fn advance(&mut self, bytes: usize) -> Option<Stage> {
        let Self { document, names, found, .. } = self;
        let read = start_of(document, self.from);
        let rest = document.text().len() - read;
        let stage = match self.step {
            Step::Tokens => {
                document.make_room(read, rest);
                self.to = run_end(document, self.from, bytes);
                self.segmenter.tokens(document, Run::new(self.from, self.to));
                if self.to == document.paragraphs().len() {
                    self.segmenter.frame(document);
                }
                self.pass(Step::Tokens, Step::Sentences);
                Stage::Segment
            }
            Step::Sentences => {
                make_room(&mut document.sentences, read, rest);
                self.to = run_end(document, self.from, bytes);
                Segmenter::sentences(document, Run::new(self.from, self.to));
                self.pass(Step::Sentences, Step::Survey);
                Stage::Segment
            }
            Step::Survey => {
                found.survey(document, self.options);
                self.provenance.text_crc32 = export::checksum(document.text());
                self.step = Step::Names;
                Stage::Entity
            }
            Step::Names => {
                found.names.make_room(read, rest);
                self.to = run_end(document, self.from, bytes);
                let sentences = document.sentences_of(Run::new(self.from, self.to));
                found.names.read(document, names, sentences);
                self.step = Step::Dates;
                Stage::Entity
            }
            Step::Dates => {
                found.dates.make_room(read, rest);
                found.dates.read(document, document.sentences_of(Run::new(self.from, self.to)));
                self.step = Step::Quotes;
                Stage::Date
            }
            Step::Quotes => {
                found.quotes.make_room(read, rest);
                found.quotes.read(document, self.to);
                self.pass(Step::Names, Step::Echoes);
                Stage::Quote
            }
            Step::Echoes => {
                self.to = run_end(document, self.from, bytes);
                let sentences = document.sentences_of(Run::new(self.from, self.to));
                found.names.reread(document, names, sentences);
                self.pass(Step::Echoes, Step::Who);
                Stage::Entity
            }
            Step::Who => {
                found.who = entity::resolve(document, names, mem::take(&mut found.names).done());
                self.step = Step::Meanings;
                Stage::Entity
            }
            Step::Meanings => {
                found.meanings = mem::take(&mut found.dates).dates(document, found.reference);
                self.step = Step::Link;
                Stage::Date
            }
            Step::Link => {
                let quotes = mem::take(&mut found.quotes).quotes(document);
                self.analysis = found.link(document, quotes);
                self.analysis.provenance.clone_from(&self.provenance);
                self.found = Found::default();
                document.forget_all_but_text();
                self.step = Step::Done;
                Stage::Link
            }
            Step::Done => return None,
        };
        Some(stage)
    }

    /// The run has been read: goes on with the next, or to the next step if it was the last.
    fn pass(&mut self, again: Step, next: Step) {
        let last = self.to == self.document.paragraphs().len();
        self.from = if last && next < Step::Who { 0 } else { self.to };
        self.step = if last { next } else { again };
    }

    /// What has been found so far, as if the text ended where [`Reading::found_to`] says; nothing before the first run
    /// has been read for names, dates and quotes. It may still change: a name further down tells who is meant above.
    #[must_use]
    pub fn partial(&mut self) -> Option<Analysis> {
        let Self { document, names, found, .. } = self;
        if self.step != Step::Names || self.from == 0 {
            return None;
        }
        found.who = entity::resolve(document, names, found.names.so_far().to_vec());
        found.meanings = found.dates.dates(document, found.reference);
        let quotes = found.quotes.so_far(document);
        let mut analysis = found.link(document, quotes);
        analysis.provenance.clone_from(&self.provenance);
        let end = self.found_to() as u32;
        let article = &mut analysis.article;
        article.boilerplate.retain(|span| span.end <= end);
        for part in [&mut article.headline, &mut article.byline, &mut article.dateline] {
            part.take_if(|span| span.end > end);
        }
        Some(analysis)
    }

    /// The whole result; does whatever is left to do.
    #[must_use]
    pub fn finish(mut self) -> Analysis {
        self.conclude()
    }

    /// As [`Reading::finish`], for whoever still needs the text.
    pub(crate) fn conclude(&mut self) -> Analysis {
        // What one run needs stays in the processor's cache from names to quotes.
        const RUN: usize = 1 << 16;
        while self.advance(RUN).is_some() {}
        mem::take(&mut self.analysis)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// Up to which byte the text has been read for names, dates and quotes.
    #[must_use]
    pub fn found_to(&self) -> usize {
        match self.step {
            Step::Names | Step::Dates | Step::Quotes => start_of(&self.document, self.from),
            step if step < Step::Names => 0,
            _ => self.text().len(),
        }
    }

    /// The share of the work that is done, from 0 to 1; 1 only when all is.
    #[must_use]
    pub fn progress(&self) -> f32 {
        // The steps' shares of the time that a long article takes.
        let (before, share) = match self.step {
            Step::Tokens => (0.0, 0.2),
            Step::Sentences => (0.2, 0.05),
            Step::Survey => (0.27, 0.0),
            Step::Names | Step::Dates | Step::Quotes => (0.3, 0.55),
            Step::Echoes => (0.85, 0.05),
            Step::Who => (0.92, 0.0),
            Step::Meanings => (0.95, 0.0),
            Step::Link => (0.97, 0.0),
            Step::Done => (1.0, 0.0),
        };
        before + share * start_of(&self.document, self.from) as f32 / self.text().len().max(1) as f32
    }
}

/// One past the last paragraph of a run of about so many bytes: at least one paragraph, if there is one.
fn run_end(document: &Document, from: usize, bytes: usize) -> usize {
    let start = start_of(document, from);
    let fits = |p: &crate::document::Paragraph| p.span.end as usize - start <= bytes;
    let rest = &document.paragraphs()[from..];
    from + rest.partition_point(fits).max(1).min(rest.len())
}

/// Where a paragraph starts, in bytes; where the text ends, if there is none.
fn start_of(document: &Document, paragraph: usize) -> usize {
    document.paragraphs().get(paragraph).map_or(document.text().len(), |p| p.span.start as usize)
}

impl Found {
    /// Looks over the whole segmented text, before any run is read.
    fn survey(&mut self, document: &Document, options: Options) {
        (self.reference, self.date_from) = reference(document, options);
        self.names = entity::Finder::new(document);
        self.quotes = quote::Finder::new(document);
    }

    /// Joins what was found and settled.
    fn link(&mut self, document: &Document, quotes: Vec<quote::Quote>) -> Analysis {
        let (who, dates) = (mem::take(&mut self.who), mem::take(&mut self.meanings));
        link::link(document, who, dates, quotes, self.reference, self.date_from)
    }
}

/// The article's day: as given, else from its dateline, else as assumed.
fn reference(document: &Document, options: Options) -> (Option<Day>, Option<DateFrom>) {
    let given = options.date.filter(|_| !options.assumed).map(|day| (day, DateFrom::Given));
    let found = || date::dateline(document).map(|day| (day, DateFrom::Dateline));
    let assumed = || options.date.map(|day| (day, DateFrom::Assumed));
    given.or_else(found).or_else(assumed).unzip()
}
