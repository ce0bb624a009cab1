//! What all quote rules look at: the document with its tags, its marked spans, and its sentences as they are
//! outside the marks.

use super::pairing::{self, Pair};
use super::tags::{self, Tag, Word};
use crate::document::{Document, Part};
use crate::span::Run;

/// A document prepared for the quote rules.
pub(super) struct Reading<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// One per token.
    pub(super) words: Vec<Word>,
    /// The outermost marked spans, in order.
    pub(super) pairs: Vec<Pair>,
    /// The sentences of the article, in order.
    pub(super) sentences: Vec<Sentence>,
    /// For each token the index of the first finite verb at or after it.
    next_finite: Vec<u32>,
}

/// A sentence that no border inside a marked span has cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    pub(super) tokens: Run,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// Whether nothing in it but punctuation stands outside marks.
    pub(super) all_marked: bool,
    /// Whether it belongs to the headline.
    pub(super) headline: bool,
}

impl<'d, 't> Reading<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        let words = tags::tag(document);
        let mut next_finite = vec![u32::MAX; words.len() + 1];
        for index in (0..words.len()).rev() {
            let finite = words[index].tag.is_finite();
            next_finite[index] = if finite { index as u32 } else { next_finite[index + 1] };
        }
        let mut reading =
            Self { document, words, pairs: pairing::pairs(document), sentences: Vec::new(), next_finite };
        reading.tag_plural_possessives();
        reading.sentences = reading.outer_sentences();
        reading
    }

    /// "the boys’ mother": a mark after an s that belongs to no pair is the sign of a possessive.
    fn tag_plural_possessives(&mut self) {
        for token in 1..self.words.len() {
            let sign = self.tag(token) == Tag::Mark && matches!(self.lower(token), "’" | "'");
            if sign
                && self.document.glued(token)
                && self.lower(token - 1).ends_with('s')
                && self.pair_at(token).is_none()
            {
                self.words[token].tag = Tag::Genitive;
            }
        }
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.words[token].tag
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.document.lower(token)
    }

    /// The marked span that the token belongs to, marks included.
    pub(super) fn pair_at(&self, token: usize) -> Option<Pair> {
        let index = self.pairs.partition_point(|p| p.outer.end() <= token);
        self.pairs.get(index).copied().filter(|p| p.outer.holds(token))
    }

    /// The marked spans that begin in a run of tokens.
    pub(super) fn pairs_in(&self, run: Run) -> &[Pair] {
        let first = self.pairs.partition_point(|p| p.outer.first() < run.first());
        let last = self.pairs.partition_point(|p| p.outer.first() < run.end());
        &self.pairs[first..last.max(first)]
    }

    /// Whether a run of tokens holds a finite verb.
    pub(super) fn has_finite_verb(&self, run: Run) -> bool {
        !run.is_empty() && (self.next_finite[run.first()] as usize) < run.end()
    }

    /// Whether a run is a clause of its own: a finite verb comes before any "that" or "which", whose verb it would
    /// be otherwise.
    pub(super) fn is_clause(&self, run: Run) -> bool {
        const REACH: usize = 60;
        let decides = |t: &usize| self.tag(*t).is_finite() || matches!(self.tag(*t), Tag::That | Tag::Wh);
        run.range().take(REACH).find(decides).is_some_and(|t| self.tag(t).is_finite())
    }

    /// The article's sentences, joined where the border lies inside a marked span, or where what follows "?”" is
    /// its reporting clause ("“Why?” Smith asked.").
    fn outer_sentences(&self) -> Vec<Sentence> {
        let mut out: Vec<Sentence> = Vec::new();
        for sentence in self.document.article_sentences() {
            let (start, end) = (sentence.tokens.first(), sentence.tokens.end());
            let goes_on = out.last().is_some_and(|last| {
                last.paragraph == sentence.paragraph as usize
                    && (self.inside(start) || self.reports_question(last.tokens, sentence.tokens))
            });
            match out.last_mut() {
                Some(last) if goes_on => last.tokens = Run::new(last.tokens.first(), end),
                _ => out.push(Sentence {
                    tokens: sentence.tokens,
                    paragraph: sentence.paragraph as usize,
                    all_marked: false,
                    headline: self.document.part(sentence) == Part::Headline,
                }),
            }
        }
        let mut out = self.cut_before_marks(out);
        for sentence in &mut out {
            sentence.all_marked = self.is_all_marked(sentence.tokens);
        }
        out
    }

    /// The sentences, cut where a marked span begins right after a stop: `He left. ''Go on,'' she said.`
    fn cut_before_marks(&self, sentences: Vec<Sentence>) -> Vec<Sentence> {
        let mut out = Vec::with_capacity(sentences.len());
        for mut sentence in sentences {
            for pair in self.pairs_in(sentence.tokens) {
                let open = pair.outer.first();
                if open > sentence.tokens.first() && self.tag(open - 1) == Tag::Stop && !self.inside(open - 1)
                {
                    out.push(Sentence { tokens: Run::new(sentence.tokens.first(), open), ..sentence });
                    sentence.tokens = Run::new(open, sentence.tokens.end());
                }
            }
            out.push(sentence);
        }
        out
    }

    /// Whether the border before a token lies inside a marked span.
    fn inside(&self, token: usize) -> bool {
        self.pair_at(token).is_some_and(|p| p.outer.first() < token)
    }

    /// Whether a sentence that ends in "?”" or "!”" is followed by a short clause with a reporting verb.
    fn reports_question(&self, before: Run, after: Run) -> bool {
        const REACH: usize = 14;
        if before.len() < 3
            || self.tag(before.end() - 1) != Tag::Mark
            || !matches!(self.lower(before.end() - 2), "?" | "!" | "…")
        {
            return false;
        }
        let clause = after.first()..after.end().min(after.first() + REACH);
        let Some(verb) = clause.clone().find(|&t| !self.may_precede_verb(t)) else { return false };
        // "“Why?” The board said that …" reports something else.
        let own = verb + 1 < after.end() && matches!(self.tag(verb + 1), Tag::That | Tag::Mark);
        verb > after.first() && self.words[verb].frame.is_some() && self.tag(verb) == Tag::Verb && !own
    }

    /// Whether a token may stand in the subject, or between it and its verb.
    fn may_precede_verb(&self, token: usize) -> bool {
        matches!(
            self.tag(token),
            Tag::Name
                | Tag::Noun
                | Tag::Number
                | Tag::Subject
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Genitive
                | Tag::Adverb
                | Tag::Comma
                | Tag::Dash
                | Tag::Open
                | Tag::Close
                | Tag::Preposition
        )
    }

    fn is_all_marked(&self, sentence: Run) -> bool {
        let mut token = sentence.first();
        let mut any = false;
        while token < sentence.end() {
            if let Some(pair) = self.pair_at(token) {
                token = pair.outer.end();
                any = true;
            } else if matches!(self.tag(token), Tag::Stop | Tag::Comma | Tag::Mark | Tag::Dash | Tag::Other) {
                token += 1;
            } else {
                return false;
            }
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_not_cut_inside_marks_nor_before_its_reporting_clause() {
        let cases = [
            ("“It is over. We lost,” he said. He left.", 2),
            ("“Is it over?” Smith asked. He left.", 2),
            ("“It is over.” Smith left the hall.", 2),
            (
                "“Stop!” The crowd in the hall moved slowly and nobody said what had happened to the singer that night.",
                2,
            ),
        ];
        for (text, count) in cases {
            let document = crate::segment::segment(text);
            assert_eq!(Reading::new(&document).sentences.len(), count, "{text}");
        }
    }

    #[test]
    fn a_sentence_of_marks_alone_is_known() {
        let text = "“We go. You stay.” “Yes,” he said.";
        let document = crate::segment::segment(text);
        let marked: Vec<bool> = Reading::new(&document).sentences.iter().map(|s| s.all_marked).collect();
        assert_eq!(marked, [true, false]);
    }
}
