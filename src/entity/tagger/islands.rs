//! Which tokens may be part of a name at all.
//!
//! English names are capitalised, so three tokens in four of a news text need no tagging. What remains stands in
//! *islands*: capitalised words with the small words, hyphens, numbers and marks between them. All other tokens are
//! outside any name by decree, in training as in use, and cost nothing.

use super::survey::{Style, Survey, is_capitalised_word};
use crate::document::{Case, Document, TokenKind};
use crate::entity::gazetteer::{Classes, Gazetteer};
use crate::span::Run;

/// So many tokens between two capitalised words may belong to a name: "Secretary of State for the …".
const LONGEST_GAP: usize = 3;
/// Words in lower case inside a name have at most so many bytes: "of", "the", "della".
const LONGEST_SMALL_WORD: usize = 5;
/// An island of more tokens is cut: it is a list or a line in capitals, and the bound keeps decoding in cache.
const LONGEST: usize = 64;
/// If more than one sentence in so many begins in lower case, capitals say little anywhere in the text.
const CARELESS_SHARE: usize = 8;

/// Whose capitals can be relied on, and how far.
#[derive(Clone, Copy, Debug)]
pub struct Islands<'a> {
    document: &'a Document<'a>,
    /// Where the writer is careless in some places: lists of names that may be in lower case in all others.
    listed: Option<Gazetteer<'a>>,
    /// Whether the writer is careless throughout.
    careless: bool,
    /// Whether any word of the present sentence may be a name.
    any_word: bool,
}

impl<'a> Islands<'a> {
    /// The islands of a document; `survey` says where its writer does not care for capitals.
    #[must_use]
    pub fn new(document: &'a Document<'a>, survey: &Survey, gazetteer: Gazetteer<'a>) -> Self {
        let (careless, sentences) = survey.careless();
        Self {
            document,
            listed: (careless > 0).then_some(gazetteer),
            careless: careless * CARELESS_SHARE > sentences,
            any_word: false,
        }
    }

    /// Puts the islands of a sentence into `out`, in order; `tokens` are the sentence's, `style` is how it uses
    /// capitals.
    pub fn find(&mut self, tokens: Run, style: Style, out: &mut Vec<Run>) {
        out.clear();
        self.any_word = self.careless || style == Style::Careless;
        let (mut at, end) = (tokens.first(), tokens.end());
        while at < end {
            if !self.is_core(at) {
                at += 1;
                continue;
            }
            let start = self.reach_back(at, out.last().map_or(tokens.first(), |last: &Run| last.end()));
            let mut stop = at + 1;
            while let Some(next) = self.next_core(stop, end).filter(|next| next + 1 - start <= LONGEST) {
                stop = next + 1;
            }
            stop = self.reach_on(stop, end);
            out.push(Run::new(start, stop));
            at = stop;
        }
    }

    /// The next core within reach of `from`, if only joining tokens stand before it.
    fn next_core(&self, from: usize, end: usize) -> Option<usize> {
        let limit = end.min(from + LONGEST_GAP + 1);
        let next = (from..limit).find(|&t| self.is_core(t) || !self.may_join(t))?;
        self.is_core(next).then_some(next)
    }

    /// "van der Meer", "al-Rashid": particles before the first capital.
    fn reach_back(&self, core: usize, limit: usize) -> usize {
        let mut start = core;
        while start > limit && core - start < LONGEST_GAP && self.is_particle(start - 1) {
            start -= 1;
        }
        start
    }

    /// "Apollo 11", "Ka-ki": a number or a glued half after the last capital.
    fn reach_on(&self, stop: usize, end: usize) -> usize {
        let document = self.document;
        let kind = |token: usize| (token < end).then(|| document.tokens()[token].kind());
        match kind(stop) {
            Some(TokenKind::Number) => stop + 1,
            Some(TokenKind::Dash) if stop + 1 < end && document.glued(stop) && document.glued(stop + 1) => {
                stop + 2
            }
            _ => stop,
        }
    }

    /// A word that looks like a name by itself.
    fn is_core(&self, token: usize) -> bool {
        let found = self.document.tokens()[token];
        is_capitalised_word(found.kind(), found.case())
            || found.kind() == TokenKind::Word
                && (self.any_word || self.listed.is_some_and(|lists| self.is_known(token, lists)))
    }

    /// Whether the lists know a word in lower case as a name and as nothing else.
    fn is_known(&self, token: usize, lists: Gazetteer) -> bool {
        const KNOWN: Classes = Classes::COUNTRY
            .and(Classes::CITY)
            .and(Classes::REGION)
            .and(Classes::DEMONYM)
            .and(Classes::ORGANIZATION);
        let classes = lists.token(self.document, token).classes;
        classes.any(KNOWN) && !classes.any(Classes::COMMON)
    }

    fn may_join(&self, token: usize) -> bool {
        let found = self.document.tokens()[token];
        match found.kind() {
            TokenKind::Word => found.case() == Case::Lower && found.span().len() <= LONGEST_SMALL_WORD,
            TokenKind::Number | TokenKind::Mark | TokenKind::Dash => true,
            TokenKind::Punctuation => {
                matches!(self.document.word(token), "&" | "." | "," | "/" | ":" | "!" | "+")
            }
            TokenKind::Address | TokenKind::Handle => false,
        }
    }

    /// Words in lower case that begin a surname, and the hyphen after the Arabic article.
    fn is_particle(&self, token: usize) -> bool {
        const PARTICLES: [&str; 24] = [
            "abu", "al", "as", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos",
            "du", "el", "ibn", "la", "le", "ter", "van", "von", "zu", "zur",
        ];
        let document = self.document;
        let found = document.tokens()[token];
        found.kind() == TokenKind::Dash && document.glued(token) && document.glued(token + 1)
            || found.kind() == TokenKind::Word && PARTICLES.binary_search(&document.lower(token)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn found(text: &str) -> Vec<String> {
        let document = segment(text);
        let survey = Survey::new(&document);
        let mut islands = Islands::new(&document, &survey, Gazetteer::default());
        let (mut runs, mut out) = (Vec::new(), Vec::new());
        for (index, sentence) in document.sentences().iter().enumerate() {
            islands.find(sentence.tokens, survey.style(index), &mut runs);
            out.extend(runs.iter().map(|&run| document.span_of(run).of(text).to_owned()));
        }
        out
    }

    #[test]
    fn an_island_holds_what_may_join_two_capitals() {
        assert_eq!(found("They saw the Bank of the West there."), ["They saw the Bank of the West"]);
        assert_eq!(found("They saw Ludwig van der Meer there."), ["They saw Ludwig van der Meer"]);
        assert_eq!(found("Seeing van der Meer and al-Rashid."), ["Seeing van der Meer and al-Rashid"]);
        assert_eq!(found("Aboard Apollo 11, Kwok Ka-ki slept."), ["Aboard Apollo 11, Kwok Ka-ki"]);
        assert_eq!(found("1,000 of 2,000 people"), [] as [&str; 0]);
        assert_eq!(found("Berlin yesterday evening Paris"), ["Berlin", "Paris"]);
    }

    #[test]
    fn where_the_writer_is_careless_any_word_may_be_a_name() {
        assert_eq!(found("where is paris?"), ["where is paris"]);
    }

    #[test]
    fn islands_are_bounded() {
        let text = "Abc ".repeat(1000);
        let document = segment(&text);
        let mut runs = Vec::new();
        let survey = Survey::new(&document);
        let mut islands = Islands::new(&document, &survey, Gazetteer::default());
        islands.find(document.sentences()[0].tokens, Style::Running, &mut runs);
        assert!(runs.iter().all(|run| run.len() <= LONGEST + LONGEST_GAP));
    }
}
