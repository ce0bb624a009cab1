//! The learned tagger: which words are a name, and of which kind.
//!
//! ```text
//! Document ─▶ survey (its words as a whole) ─┐
//! Document ─▶ islands (what may be a name) ──┴▶ facts ─▶ features ─▶ weights ─▶ decode ─▶ mentions
//!                                                ▲                      ▲
//!                                  lists, word classes (model)       (model)
//! ```
//!
//! A linear-chain conditional random field over hashed features with small whole-number weights. Lists are features
//! here and never verdicts: "Reading", "Mark" and "Nice" are decided by what stands around them. The trainer makes
//! the weights and uses everything in this folder but `decode`.

pub mod decode;
pub mod facts;
pub mod features;
pub mod islands;
pub mod labels;
pub mod survey;
#[cfg(test)]
pub mod toy;
pub mod weights;

use super::Mention;
use super::gazetteer::Gazetteer;
use super::words::Words;
use crate::document::Document;
use crate::span::Run;
use decode::{Decoder, Factors};
use facts::{Frame, Sources};
use islands::Islands;
use labels::LANES;
use survey::Survey;
use weights::Weights;

/// What the model says, ready for use.
#[derive(Clone, Debug)]
pub(super) struct Tagger {
    weights: Weights,
    factors: Factors,
}

impl Tagger {
    pub fn new(weights: Weights) -> Self {
        Self { factors: decode::factors(&weights), weights }
    }

    /// Finds the names of an article, sorted by start.
    pub fn tag(&self, document: &Document, gazetteer: Gazetteer, words: Words) -> Vec<Mention> {
        let survey = Survey::new(document);
        let sources = Sources { document, survey: &survey, gazetteer, words };
        let mut run = Tagging {
            tagger: self,
            frame: Frame::new(sources),
            decoder: Decoder::default(),
            scores: Vec::new(),
            found: Vec::new(),
            mentions: Vec::new(),
        };
        let (mut islands, mut runs) = (Islands::new(document, &survey, gazetteer), Vec::new());
        for (index, sentence) in survey::article_sentences(document) {
            islands.find(sentence.tokens, survey.style(index), &mut runs);
            runs.iter().for_each(|&island| run.island(index, island));
        }
        run.mentions
    }
}

/// One document's run, with its buffers.
struct Tagging<'a> {
    tagger: &'a Tagger,
    frame: Frame<'a>,
    decoder: Decoder,
    scores: Vec<weights::Scores>,
    found: Vec<decode::Found>,
    mentions: Vec<Mention>,
}

impl Tagging<'_> {
    fn island(&mut self, sentence: usize, island: Run) {
        let weights = &self.tagger.weights;
        self.frame.fill(sentence, island);
        self.scores.clear();
        for at in 0..self.frame.len() {
            let mut scores = [0; LANES];
            features::features(&self.frame, at, &mut |feature| weights.add(feature, &mut scores));
            self.scores.push(scores);
        }
        self.decoder.decode(weights, &self.tagger.factors, &self.scores, &mut self.found);
        for found in &self.found {
            let tokens = Run::new(island.first() + found.tokens.start, island.first() + found.tokens.end);
            self.mentions.push(Mention {
                tokens,
                span: self.frame.sources.document.span_of(tokens),
                kind: found.kind,
                confidence: weights.calibrated(found.probability),
            });
        }
    }
}
