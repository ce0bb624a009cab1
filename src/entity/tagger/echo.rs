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

/// What a word is in clear places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The kind of name that it is, or is part of.
    pub kind: Kind,
    /// Where it stands in such names, one bit a [`Spot`]. Alone it may always stand.
    spots: u8,
}

impl Echo {
    /// Whether the word stands at this spot in clear places, or may.
    #[must_use]
    pub fn fits(self, spot: Spot) -> bool {
        spot == Spot::Unit || self.spots >> spot as u8 & 1 == 1
    }

    /// Adds the nudge towards what the word is in clear places.
    pub fn nudge(self, scores: &mut Scores) {
        for spot in
            [Spot::Unit, Spot::Begin, Spot::Inside, Spot::Last].into_iter().filter(|&spot| self.fits(spot))
        {
            let score = &mut scores[usize::from(label(self.kind, spot))];
            *score = score.saturating_add(NUDGE);
        }
    }
}

/// The words of a document's clear names, sorted.
#[derive(Debug, Default)]
pub struct Echoes(Vec<(Key, Echo)>);

/// One clear use of a word.
#[derive(Clone, Copy)]
struct Use {
    key: Key,
    kind: Kind,
    spot: Spot,
    confidence: f32,
}

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
            for (at, token) in
                mention.tokens.range().enumerate().filter(|(_, token)| is_name(document, *token))
            {
                let key = Key::EMPTY.then(document.word(token));
                // A word that is also written small may be just that word.
                if survey.uses(key).lower == 0 {
                    let spot = Spot::of(at, mention.tokens.len());
                    uses.push(Use { key, kind: mention.kind, spot, confidence: mention.confidence });
                }
            }
        }
        uses.sort_by_key(|found: &Use| (found.key, found.kind));
        Self(uses.chunk_by(|a, b| a.key == b.key).filter_map(ruling).collect())
    }

    /// What the word of this token is in a clear place.
    #[must_use]
    pub fn get(&self, document: &Document, token: usize) -> Option<Echo> {
        if !is_name(document, token) {
            return None;
        }
        let key = Key::EMPTY.then(document.word(token));
        self.0.binary_search_by_key(&key, |echo| echo.0).ok().map(|index| self.0[index].1)
    }
}

/// Capitalised words of two letters or more: initials are too many people's.
fn is_name(document: &Document, token: usize) -> bool {
    let found = document.tokens()[token];
    is_capitalised_word(found.kind, found.case)
        && found.span.len() > 1
        && !document.word(token).ends_with('.')
}

/// What a word is in nearly all of its uses, if there is such a thing.
fn ruling(uses: &[Use]) -> Option<(Key, Echo)> {
    let weight = |uses: &[Use]| uses.iter().map(|found| found.confidence).sum::<f32>();
    let mut kinds = uses.chunk_by(|a, b| a.kind == b.kind);
    let ruling = kinds.find(|same| weight(same) >= SHARE * weight(uses))?;
    let spots = ruling.iter().fold(0, |spots, found| spots | 1 << found.spot as u8);
    Some((ruling[0].key, Echo { kind: ruling[0].kind, spots }))
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
            echoes.get(&document, token).map(|echo| echo.kind)
        };
        assert_eq!((kind("Firefly"), kind("Rufus")), (Some(Kind::Person), Some(Kind::Person)));
        let rufus = (0..document.tokens().len()).find_map(|token| echoes.get(&document, token)).unwrap();
        assert!(rufus.fits(Spot::Begin) && rufus.fits(Spot::Unit) && !rufus.fits(Spot::Last));
        assert_eq!((kind("Zorg"), kind("Acme")), (None, None), "part of a longer name; also written small");
    }
}
