//! Dialogue: who speaks a paragraph of marked words alone, where two speakers have been taking turns.
//!
//! ```text
//! “Did you see it?” Hale asked.
//! “I did,” said Price.
//! “And then?”                      Hale
//! “Then it was gone.”              Price
//! ```
//!
//! In news such a paragraph mostly goes on the quote before it, so turns are taken only where a question awaits
//! its answer, or where the speakers have come back to the first of them already.

use super::phrase::Phrase;
use super::reading::{Reading, Sentence};
use super::tags::Tag;

/// A paragraph that begins with marked words, and its speaker.
#[derive(Clone, Copy, Debug)]
struct Turn {
    paragraph: usize,
    speaker: Option<Phrase>,
    /// Whether its last marked words are a question.
    asks: bool,
    /// Whether they go on in the next paragraph.
    runs_on: bool,
}

/// Whose turn it is.
pub(super) enum Next {
    /// The one before goes on, as far as one can tell.
    Same,
    Other(Phrase),
    /// Somebody answers, but nobody knows who.
    Unknown,
}

/// The last turns, newest first.
#[derive(Debug, Default)]
pub(super) struct Dialogue {
    turns: [Option<Turn>; 3],
}

impl Dialogue {
    /// Takes note of a sentence and of who speaks its marked words.
    pub(super) fn hear(&mut self, reading: &Reading, sentence: &Sentence, speaker: Option<Phrase>) {
        let pairs = reading.pairs_in(sentence.tokens);
        let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return };
        let (asks, runs_on) = (reading.lower(last.inner.end() - 1) == "?", last.runs_on);
        let paragraph = sentence.paragraph;
        match &mut self.turns[0] {
            Some(turn) if turn.paragraph == paragraph => *turn = Turn { asks, runs_on, ..*turn },
            _ if first.outer.first() == reading.document.paragraphs()[paragraph].tokens.first() => {
                self.turns.rotate_right(1);
                self.turns[0] = Some(Turn { paragraph, speaker, asks, runs_on });
            }
            _ => {}
        }
    }

    /// The first token of those that name the speakers of the turns that count from this paragraph on.
    pub(super) fn first_token(&self, paragraph: usize) -> Option<usize> {
        let recent =
            self.turns.iter().flatten().filter(|turn| turn.paragraph + self.turns.len() >= paragraph);
        let speakers = recent.filter_map(|turn| turn.speaker);
        speakers.map(|speaker| speaker.tokens.first().min(speaker.head)).min()
    }

    /// Who speaks a sentence of marked words alone that begins a paragraph.
    pub(super) fn next(&self, reading: &Reading, sentence: &Sentence) -> Next {
        // The turn that stands `back` paragraphs before this one.
        let turn = |back: usize| self.turns[back - 1].filter(|t| t.paragraph + back == sentence.paragraph);
        let Some(last) = turn(1).filter(|t| !t.runs_on) else { return Next::Same };
        let asks =
            reading.pairs_in(sentence.tokens).last().is_some_and(|p| reading.lower(p.inner.end() - 1) == "?");
        let other = turn(2).filter(|t| !t.runs_on && differ(reading, *t, last)).and_then(|t| t.speaker);
        let Some(speaker) = other else {
            return if last.asks && !asks { Next::Unknown } else { Next::Same };
        };
        let came_back = turn(3).is_some_and(|third| is_same(reading, third, last));
        let answered = turn(2).is_some_and(|t| t.asks) && asks;
        if last.asks || answered || came_back { Next::Other(speaker) } else { Next::Same }
    }
}

/// Whether two turns are surely two people's: two names, "he" and "she", or a question and its answer.
fn differ(reading: &Reading, before: Turn, last: Turn) -> bool {
    let (Some(one), Some(two)) = (before.speaker, last.speaker) else { return false };
    let alike = reading.tag(one.head) == reading.tag(two.head);
    let named = alike && matches!(reading.tag(one.head), Tag::Name | Tag::Subject);
    !is_same(reading, before, last) && (named || before.asks && !last.asks)
}

fn is_same(reading: &Reading, one: Turn, two: Turn) -> bool {
    matches!((one.speaker, two.speaker), (Some(one), Some(two)) if reading.lower(one.head) == reading.lower(two.head))
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn a_turn_without_a_cue_is_less_sure_than_one_with() {
        let text = "“Did you see it?” Hale asked.\n“I did,” said Price.\n“And then?”";
        let quotes = find(&segment(text));
        assert_eq!(quotes[2].speaker.map(|s| s.of(text)), Some("Hale"));
        assert!(quotes[2].confidence < quotes[1].confidence);
    }

    #[test]
    fn an_answer_has_no_speaker_where_only_the_one_who_asks_is_known() {
        let quotes = find(&segment("“Did you see it?” Hale asked.\n“I did, twice in one night.”"));
        assert_eq!(quotes.len(), 2);
        assert_eq!(quotes[1].speaker, None);
    }
}
