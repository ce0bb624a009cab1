//! Echoes: what a name that is clear in one place says of the same word in another.
//!
//! After the first reading of a document, words of its clear names are known: every word of a person's name, and the
//! names of one word of all other kinds. Where such a word stands elsewhere and was read otherwise, its island is
//! decoded once more, with a nudge towards what the word is in the clear place ("Xi Jinping … Xi").

use crate::analysis::Kind;
use crate::document::Document;
use crate::entity::Mention;
use crate::entity::gazetteer::Key;

use super::labels::{Spot, label};
use super::survey::{Survey, is_capitalised_word};
use super::weights::Scores;

/// Names that the model is less sure of say nothing of others.
const CLEAR: f32 = 0.6;
/// Of a word's clear uses at least this share is of one kind.
const SHARE: f32 = 0.8;
/// How strong the nudge is, in units of weight: about e^3 to one.
const NUDGE: i16 = 96;

/// The words of a document's clear names with their kinds, sorted.
#[derive(Debug, Default)]
pub struct Echoes(Vec<(Key, Kind)>);

impl Echoes {
    /// Gathers the words of the mentions found so far.
    #[must_use]
    pub fn new(document: &Document, survey: &Survey, mentions: &[Mention]) -> Self {
        let mut uses = Vec::new();
        let clear = |mention: &&Mention| mention.confidence >= CLEAR;
        for mention in mentions.iter().filter(clear) {
            if mention.kind != Kind::Person && mention.tokens.len() > 1 {
                continue;
            }
            for token in mention.tokens.range().filter(|&token| is_name(document, token)) {
                let key = Key::EMPTY.then(document.word(token));
                // A word that is also written small may be just that word.
                if survey.uses(key).lower == 0 {
                    uses.push((key, mention.kind, mention.confidence));
                }
            }
        }
        uses.sort_by_key(|found: &(Key, Kind, f32)| (found.0, found.1));
        Self(uses.chunk_by(|a, b| a.0 == b.0).filter_map(ruling).collect())
    }

    /// What the word of this token is in a clear place.
    #[must_use]
    pub fn kind(&self, document: &Document, token: usize) -> Option<Kind> {
        if !is_name(document, token) {
            return None;
        }
        let key = Key::EMPTY.then(document.word(token));
        self.0.binary_search_by_key(&key, |echo| echo.0).ok().map(|index| self.0[index].1)
    }
}

/// Adds the nudge towards names of a kind.
pub fn nudge(scores: &mut Scores, kind: Kind) {
    for spot in [Spot::Unit, Spot::Begin, Spot::Inside, Spot::Last] {
        let score = &mut scores[usize::from(label(kind, spot))];
        *score = score.saturating_add(NUDGE);
    }
}

/// Capitalised words of two letters or more: initials are too many people's.
fn is_name(document: &Document, token: usize) -> bool {
    let found = document.tokens()[token];
    is_capitalised_word(found.kind(), found.case())
        && found.span().len() > 1
        && !document.word(token).ends_with('.')
}

/// The kind of nearly all uses of a word, if one is.
fn ruling(uses: &[(Key, Kind, f32)]) -> Option<(Key, Kind)> {
    let all: f32 = uses.iter().map(|found| found.2).sum();
    let mut kinds = uses.chunk_by(|a, b| a.1 == b.1);
    let ruling = kinds.find(|same| same.iter().map(|found| found.2).sum::<f32>() >= SHARE * all)?;
    Some((ruling[0].0, ruling[0].1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::named;
    use crate::segment::segment;

    #[test]
    fn persons_speak_by_each_word_and_others_only_whole() {
        let text = "Rufus Firefly met the Zorg Bank and Acme. Firefly left, a Rufus among many. Zorg stayed, acme too.";
        let document = segment(text);
        let names = [
            ("Rufus Firefly", Kind::Person),
            ("Zorg Bank", Kind::Organization),
            ("Acme", Kind::Organization),
        ];
        let survey = Survey::new(&document);
        let echoes = Echoes::new(&document, &survey, &named(&document, &names));
        let kind = |word: &str| {
            let token = (0..document.tokens().len()).find(|&t| document.word(t) == word).unwrap();
            echoes.kind(&document, token)
        };
        assert_eq!((kind("Firefly"), kind("Rufus")), (Some(Kind::Person), Some(Kind::Person)));
        assert_eq!((kind("Zorg"), kind("Acme")), (None, None), "part of a longer name; also written small");
    }
}
