//! What all quote rules look at: the document with its tags, its marked spans, and its sentences as they are
//! outside the marks.

use super::pairing::{self, Pair};
use super::tags::{self, Tag, Word};
use crate::document::{Document, Part};
use crate::span::Run;

/// A document as the quote rules see it.
pub(super) struct Reading<'d, 't> {
    pub(super) document: &'d Document<'t>,
    notes: Notes,
}

/// What is noted of a document, as far as it has been prepared: for a text that is read in steps, all that is kept
/// between two of them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The first paragraph that has not been prepared.
    paragraph: usize,
    /// By token.
    words: Tail<Word>,
    /// The outermost marked spans, in order.
    pairs: Vec<Pair>,
    /// The sentences of the article that no rule has looked at yet, in order.
    sentences: Vec<Sentence>,
    /// By token, the index of the first finite verb at or after it.
    next_finite: Tail<u32>,
}

/// A list whose beginning was forgotten; what is left keeps its index.
#[derive(Debug)]
struct Tail<T> {
    from: usize,
    items: Vec<T>,
}

impl<T> Tail<T> {
    fn end(&self) -> usize {
        self.from + self.items.len()
    }

    fn get(&self, index: usize) -> Option<&T> {
        self.items.get(index.checked_sub(self.from)?)
    }

    fn forget(&mut self, before: usize) {
        let forgotten = before.saturating_sub(self.from).min(self.items.len());
        self.items.drain(..forgotten);
        self.from += forgotten;
    }
}

impl<T> Default for Tail<T> {
    fn default() -> Self {
        Self { from: 0, items: Vec::new() }
    }
}

impl<T> std::ops::Index<usize> for Tail<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        &self.items[index - self.from]
    }
}

impl<T> std::ops::IndexMut<usize> for Tail<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.items[index - self.from]
    }
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
    /// The whole document, prepared.
    #[cfg(test)]
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        let mut reading = Self::resume(document, Notes::default());
        reading.prepare(document.paragraphs().len());
        reading
    }

    /// Takes up what was noted of this document before.
    pub(super) fn resume(document: &'d Document<'t>, notes: Notes) -> Self {
        Self { document, notes }
    }

    /// Keeps what was noted for the next step.
    pub(super) fn pause(self) -> Notes {
        self.notes
    }

    /// Prepares the paragraphs before `end` that have not been prepared yet.
    pub(super) fn prepare(&mut self, end: usize) {
        let paragraphs = Run::new(self.notes.paragraph, end.max(self.notes.paragraph));
        let sentences = self.document.sentences_of(paragraphs);
        let first = self.notes.words.end();
        tags::tag(self.document, &self.document.sentences()[sentences.range()], &mut self.notes.words.items);
        self.note_finite_verbs(first);
        pairing::pairs(self.document, paragraphs, &mut self.notes.pairs);
        self.tag_plural_possessives(first);
        let sentences = self.outer_sentences(sentences);
        self.notes.sentences.extend(sentences);
        self.notes.paragraph = paragraphs.end();
    }

    /// Notes for the tokens from `first` on where the next finite verb is. Runs that are asked about lie in one
    /// paragraph, so that nothing need be known of what comes after these.
    fn note_finite_verbs(&mut self, first: usize) {
        let Notes { words, next_finite, .. } = &mut self.notes;
        next_finite.items.resize(words.items.len(), u32::MAX);
        let mut next = u32::MAX;
        for index in (first..words.end()).rev() {
            if words[index].tag.is_finite() {
                next = index as u32;
            }
            next_finite[index] = next;
        }
    }

    /// Takes out the sentences of the paragraphs before `end`.
    pub(super) fn take_sentences(&mut self, end: usize) -> Vec<Sentence> {
        let sentences = &mut self.notes.sentences;
        let rest = sentences.split_off(sentences.partition_point(|s| s.paragraph < end));
        std::mem::replace(sentences, rest)
    }

    /// Forgets what was noted of the tokens before this one.
    pub(super) fn forget(&mut self, before: usize) {
        let Notes { words, next_finite, pairs, .. } = &mut self.notes;
        words.forget(before);
        next_finite.forget(before);
        pairs.drain(..pairs.partition_point(|pair| pair.outer.end() <= before));
    }

    /// "the boys’ mother": a mark after an s that belongs to no pair is the sign of a possessive.
    fn tag_plural_possessives(&mut self, first: usize) {
        for token in first.max(1)..self.end() {
            let sign = self.tag(token) == Tag::Mark && matches!(self.lower(token), "’" | "'");
            if sign
                && self.document.glued(token)
                && self.lower(token - 1).ends_with('s')
                && self.pair_at(token).is_none()
            {
                self.notes.words[token].tag = Tag::Genitive;
            }
        }
    }

    /// One past the last token that was prepared.
    pub(super) fn end(&self) -> usize {
        self.notes.words.end()
    }

    /// The sentences that were prepared and not taken out.
    #[cfg(test)]
    pub(super) fn sentences(&self) -> &[Sentence] {
        &self.notes.sentences
    }

    pub(super) fn word(&self, token: usize) -> Word {
        // No rule looks as far as to what was forgotten; if one did, there would be nothing to see.
        self.notes.words.get(token).copied().unwrap_or(Word::plain(Tag::Other))
    }

    /// The tag of a token, if it was prepared.
    pub(super) fn tag_if_any(&self, token: usize) -> Option<Tag> {
        self.notes.words.get(token).map(|word| word.tag)
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.word(token).tag
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.document.lower(token)
    }

    /// The marked span that the token belongs to, marks included.
    pub(super) fn pair_at(&self, token: usize) -> Option<Pair> {
        let index = self.notes.pairs.partition_point(|p| p.outer.end() <= token);
        self.notes.pairs.get(index).copied().filter(|p| p.outer.holds(token))
    }

    /// The marked spans that begin in a run of tokens.
    pub(super) fn pairs_in(&self, run: Run) -> &[Pair] {
        let pairs = &self.notes.pairs;
        let first = pairs.partition_point(|p| p.outer.first() < run.first());
        let last = pairs.partition_point(|p| p.outer.first() < run.end());
        &pairs[first..last.max(first)]
    }

    /// Whether a run of tokens holds a finite verb.
    pub(super) fn has_finite_verb(&self, run: Run) -> bool {
        !run.is_empty()
            && self.notes.next_finite.get(run.first()).is_some_and(|next| (*next as usize) < run.end())
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
    fn outer_sentences(&self, sentences: Run) -> Vec<Sentence> {
        let mut out: Vec<Sentence> = Vec::new();
        for sentence in self.document.article_sentences_in(sentences) {
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
        verb > after.first() && self.word(verb).frame.is_some() && self.tag(verb) == Tag::Verb && !own
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
            assert_eq!(Reading::new(&document).sentences().len(), count, "{text}");
        }
    }

    #[test]
    fn a_sentence_of_marks_alone_is_known() {
        let text = "“We go. You stay.” “Yes,” he said.";
        let document = crate::segment::segment(text);
        let marked: Vec<bool> = Reading::new(&document).sentences().iter().map(|s| s.all_marked).collect();
        assert_eq!(marked, [true, false]);
    }
}
