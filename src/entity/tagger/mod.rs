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
use crate::document::Part;
use crate::span::Run;
use decode::{Decoder, Factors};
use facts::{Frame, Sources};
use islands::Islands;
use labels::LANES;
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

    /// Appends the names in some sentences of a document that was surveyed, sorted by start.
    pub fn tag(&self, sources: Sources, sentences: Run, mentions: &mut Vec<Mention>) {
        let Sources { document, survey, gazetteer, .. } = sources;
        let mut run = Tagging {
            tagger: self,
            frame: Frame::new(sources),
            decoder: Decoder::default(),
            scores: Vec::new(),
            found: Vec::new(),
            mentions,
        };
        let (mut islands, mut runs) = (Islands::new(document, survey, gazetteer), Vec::new());
        for index in sentences.range() {
            let sentence = &document.sentences()[index];
            if document.part(sentence) != Part::Boilerplate {
                islands.find(sentence.tokens, survey.style(index), &mut runs);
                runs.iter().for_each(|&island| run.island(index, island));
            }
        }
    }
}

/// One run of sentences, with its buffers.
struct Tagging<'a> {
    tagger: &'a Tagger,
    frame: Frame<'a>,
    decoder: Decoder,
    scores: Vec<weights::Scores>,
    found: Vec<decode::Found>,
    mentions: &'a mut Vec<Mention>,
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
