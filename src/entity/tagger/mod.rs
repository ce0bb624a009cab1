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
pub mod echo;
pub mod facts;
pub mod features;
pub mod islands;
pub mod labels;
pub mod survey;
#[cfg(test)]
pub(crate) mod toy;
pub mod weights;

use super::Mention;
use crate::document::Part;
use crate::span::Run;
use decode::{Decoder, Factors};
use echo::Echoes;
use facts::{Frame, Sources};
use islands::Islands;
use weights::{Sums, Weights};

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
    pub fn read(&self, sources: Sources, sentences: Run, out: &mut Vec<Mention>) {
        let mut reader = Reader::new(self, sources);
        reader.islands(sentences, |reader, sentence, island| reader.read(sentence, island, None, out));
    }

    /// Appends the names in some sentences in the light of the whole document's clear ones. `first` are those that were
    /// found before, from these sentences on; says how many of them lie in these.
    pub fn reread(
        &self,
        sources: Sources,
        sentences: Run,
        first: &[Mention],
        echoes: &Echoes,
        out: &mut Vec<Mention>,
    ) -> usize {
        let mut reader = Reader::new(self, sources);
        let mut passed = 0;
        reader.islands(sentences, |reader, sentence, island| {
            let before = out.len();
            let own = first[passed..].iter().take_while(|mention| mention.tokens.start < island.end);
            out.extend(own);
            passed += out.len() - before;
            if reader.is_contradicted(island, &out[before..], echoes) {
                out.truncate(before);
                reader.read(sentence, island, Some(echoes), out);
            }
        });
        passed
    }
}

/// Reads sentences of one document, with the buffers for them.
struct Reader<'a> {
    tagger: &'a Tagger,
    frame: Frame<'a>,
    decoder: Decoder,
    scores: Vec<weights::Scores>,
    found: Vec<decode::Found>,
}

impl<'a> Reader<'a> {
    fn new(tagger: &'a Tagger, sources: Sources<'a>) -> Self {
        Self {
            tagger,
            frame: Frame::new(sources),
            decoder: Decoder::default(),
            scores: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Hands over every island of the sentences with the index of its own.
    fn islands(&mut self, sentences: Run, mut read: impl FnMut(&mut Self, usize, Run)) {
        let Sources { document, survey, gazetteer, .. } = self.frame.sources;
        let (mut islands, mut runs) = (Islands::new(document, survey, gazetteer), Vec::new());
        for index in sentences.range() {
            let sentence = &document.sentences()[index];
            if document.part(sentence) != Part::Boilerplate {
                islands.find(sentence.tokens, survey.style(index), &mut runs);
                for &island in &runs {
                    read(self, index, island);
                }
            }
        }
    }

    /// Finds the names of an island, in the light of the document's clear names if they are known.
    fn read(&mut self, sentence: usize, island: Run, echoes: Option<&Echoes>, out: &mut Vec<Mention>) {
        let weights = &self.tagger.weights;
        let document = self.frame.sources.document;
        self.frame.fill(sentence, island);
        self.scores.clear();
        for at in 0..self.frame.len() {
            let mut sums = Sums::default();
            features::features(&self.frame, at, &mut |feature| weights.add(feature, &mut sums));
            let mut scores = sums.scores();
            if let Some(kind) = echoes.and_then(|echoes| echoes.kind(document, island.first() + at)) {
                echo::nudge(&mut scores, kind);
            }
            self.scores.push(scores);
        }
        self.decoder.decode(weights, &self.tagger.factors, &self.scores, &mut self.found);
        for found in &self.found {
            let tokens = Run::new(island.first() + found.tokens.start, island.first() + found.tokens.end);
            out.push(Mention { tokens, kind: found.kind, confidence: weights.calibrated(found.probability) });
        }
    }

    /// Whether a word of the island was read otherwise than in a clear place elsewhere.
    fn is_contradicted(&self, island: Run, found: &[Mention], echoes: &Echoes) -> bool {
        let document = self.frame.sources.document;
        island.range().any(|token| {
            let read = found.iter().find(|mention| mention.tokens.holds(token));
            // A word inside a longer name of another kind is that name's: "Firefly" in "Firefly Square".
            let fixed = read.is_some_and(|mention| mention.tokens.len() > 1);
            !fixed && echoes.kind(document, token).is_some_and(|kind| Some(kind) != read.map(|m| m.kind))
        })
    }
}
