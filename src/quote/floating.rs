//! Marked spans that no reporting word claims: they go on the quote before them, hang on a colon or on some verb
//! of the sentence, or are nobody's speech but a term.

use super::attribute;
use super::attribution::{Attribution, sure};
use super::dialogue::{Dialogue, Next};
use super::extent;
use super::free;
use super::headline;
use super::pairing::Pair;
use super::phrase::Phrase;
use super::reading::{Reading, Sentence};
use super::signature;
use super::speaker;
use super::tags::Tag;
use super::term;
use super::transcript::Turn;
use crate::span::Run;

/// What has been gathered of a document, sentence by sentence.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) attributions: Vec<Attribution>,
    pub(super) terms: Vec<Run>,
    /// The attribution that a marked sentence right after it goes on.
    open: Option<usize>,
    /// Who spoke last.
    speaker: Option<Phrase>,
    dialogue: Dialogue,
    /// The paragraph of the sentence before, and its tokens; none after the headline, which introduces nobody.
    paragraph: Option<usize>,
    before: Run,
}

impl Gathered {
    /// Takes in the next sentence; `turns` are those of the document, if it is a transcript.
    pub(super) fn sentence(&mut self, reading: &Reading, sentence: &Sentence, turns: &[Turn]) {
        let turn = turns.binary_search_by_key(&sentence.paragraph, |t| t.paragraph);
        if let Ok(turn) = turn {
            if self.paragraph != Some(sentence.paragraph) {
                self.attributions.extend(turns[turn].attribution(reading));
                self.open = None;
            }
        } else if sentence.all_marked {
            self.marked_sentence(reading, sentence);
        } else {
            self.mixed_sentence(reading, sentence);
        }
        let speaker = self.open.and_then(|open| self.attributions[open].speaker);
        self.dialogue.hear(reading, sentence, speaker);
        self.paragraph = Some(sentence.paragraph);
        self.before = if sentence.headline { Run::default() } else { sentence.tokens };
    }

    /// Takes out the attributions that no sentence to come can add to: all but the one that is open.
    pub(super) fn settled(&mut self) -> Vec<Attribution> {
        let mut settled = std::mem::take(&mut self.attributions);
        if let Some(open) = &mut self.open {
            self.attributions.push(settled.remove(*open));
            *open = 0;
        }
        settled
    }

    /// The first token that the next sentences, of which `unread` is the first, may ask about: those of the sentence before,
    /// of the attribution that they may go on, and the last speakers.
    pub(super) fn first_token_asked(&self, unread: usize) -> usize {
        let before = (!self.before.is_empty()).then(|| self.before.first());
        let open = self.open.and_then(|open| self.attributions[open].first_token());
        [before, open, self.paragraph.and_then(|paragraph| self.dialogue.first_token(paragraph))]
            .into_iter()
            .flatten()
            .fold(unread, usize::min)
    }

    /// A sentence that is marked from end to end: the quote before it goes on; without one it is a quote of the
    /// person that the sentence before is about, else of the last speaker.
    fn marked_sentence(&mut self, reading: &Reading, sentence: &Sentence) {
        if let Some(signed) = signature::after(reading, sentence) {
            self.sign(signed);
            return;
        }
        let pairs = reading.pairs_in(sentence.tokens);
        if self.open.is_none()
            && self.paragraph != Some(sentence.paragraph)
            && pairs.iter().all(|p| term::is_term(reading, p))
        {
            self.terms.extend(pairs.iter().map(|p| p.inner));
            return;
        }
        let parts = pairs.iter().map(|p| p.inner);
        if let Some(open) = self.open {
            let begins = self.paragraph != Some(sentence.paragraph);
            let next = if begins { self.dialogue.next(reading, sentence) } else { Next::Same };
            let turn = match next {
                Next::Same => {
                    self.attributions[open].parts.extend(parts);
                    return;
                }
                Next::Other(speaker) => {
                    Attribution::new(parts.collect(), Some(speaker), None, sure::FLOATING)
                }
                Next::Unknown => Attribution::new(parts.collect(), None, None, sure::FLOATING),
            };
            self.open(turn);
            return;
        }
        let colon = self.before.end().checked_sub(1).filter(|&t| reading.tag(t) == Tag::Colon);
        let subject = speaker::main_subject(reading, self.before);
        let introduced = subject.filter(|_| colon.is_some());
        let somebody = subject.filter(|s| is_somebody(reading, *s)).or(self.speaker);
        // A line that ends without a stop is a heading, and may quote anybody.
        let sentence_like =
            pairs.iter().any(|p| matches!(reading.tag(p.inner.end() - 1), Tag::Stop | Tag::Comma));
        self.open(Attribution::new(
            parts.collect(),
            introduced.or(somebody.filter(|_| sentence_like)),
            colon.map(|t| Run::new(t, t + 1)),
            if introduced.is_some() { sure::COLON } else { sure::FLOATING },
        ));
    }

    /// Adds an attribution that the next sentence may go on.
    fn open(&mut self, attribution: Attribution) {
        self.open = Some(self.attributions.len());
        self.attributions.push(attribution);
    }

    /// Adds a signed quote: it is over, and the next one is not its speaker's.
    fn sign(&mut self, attribution: Attribution) {
        self.open = None;
        self.speaker = None;
        self.attributions.push(attribution);
    }

    fn mixed_sentence(&mut self, reading: &Reading, sentence: &Sentence) {
        let first = self.attributions.len();
        attribute::attribute(reading, sentence, &mut self.attributions);
        if sentence.headline && self.attributions.len() == first {
            self.attributions.extend(headline::attribution(reading, sentence));
        }
        let before = self.open.filter(|_| self.paragraph == Some(sentence.paragraph));
        if let Some(report) = before.filter(|_| self.attributions.len() == first)
            && let Some(found) = free::goes_on(reading, sentence, &self.attributions[report])
        {
            self.open(found);
            return;
        }
        for pair in self.unclaimed(reading, sentence, first) {
            self.leftover(reading, sentence, &pair);
        }
        self.open = main(reading, &self.attributions[first..]).map(|index| first + index);
        if let Some(open) = self.open {
            self.speaker = self.attributions[open].speaker;
        }
    }

    /// The marked spans of a sentence that lie in no part of the attributions from index `first` on.
    fn unclaimed(&self, reading: &Reading, sentence: &Sentence, first: usize) -> Vec<Pair> {
        let mut parts: Vec<Run> =
            self.attributions[first..].iter().flat_map(|a| a.parts.iter().copied()).collect();
        parts.sort_unstable();
        let mut parts = parts.into_iter().peekable();
        // How far the parts reach that begin before the pair.
        let mut reach = 0;
        let pairs = reading.pairs_in(sentence.tokens).iter().copied();
        pairs
            .filter(|pair| {
                while let Some(part) = parts.next_if(|part| part.first() <= pair.inner.first()) {
                    reach = reach.max(part.end());
                }
                reach < pair.inner.end()
            })
            .collect()
    }

    /// A marked span that no reporting word claimed.
    fn leftover(&mut self, reading: &Reading, sentence: &Sentence, pair: &Pair) {
        let colon = after_colon(reading, sentence, pair);
        // "Her message: “Stay home.”" has few words, but is a sentence.
        let whole = colon.is_some() && reading.tag(pair.inner.end() - 1) == Tag::Stop;
        if !whole && term::is_term(reading, pair) {
            self.terms.push(pair.inner);
            return;
        }
        let rest = Run::new(pair.outer.end(), sentence.tokens.end().max(pair.outer.end()));
        if let Some(signed) = signature::signed(reading, vec![pair.inner], rest) {
            self.sign(signed);
            return;
        }
        let found = colon
            .or_else(|| before_any_verb(reading, sentence, pair))
            .or_else(|| after_any_verb(reading, sentence, pair));
        self.attributions.push(found.unwrap_or(Attribution::new(vec![pair.inner], None, None, sure::BARE)));
    }
}

/// Of a sentence's attributions, the one that says most: the outermost. Signed quotes are none of its own.
fn main(reading: &Reading, attributions: &[Attribution]) -> Option<usize> {
    let size = |a: &Attribution| match (a.parts.first(), a.parts.last()) {
        (Some(first), Some(last)) => last.end() - first.first(),
        _ => usize::MAX,
    };
    (0..attributions.len())
        .filter(|&i| attributions[i].cue.is_some_and(|c| reading.tag(c.first()) != Tag::Dash))
        .max_by_key(|&i| (size(&attributions[i]), usize::MAX - i))
}

/// Whether a phrase is a name, "he" or "she".
fn is_somebody(reading: &Reading, phrase: Phrase) -> bool {
    reading.tag(phrase.head) == Tag::Name || matches!(reading.lower(phrase.head), "he" | "she")
}

/// "The mayor: “…”"
fn after_colon(reading: &Reading, sentence: &Sentence, pair: &Pair) -> Option<Attribution> {
    let colon = pair.outer.first().checked_sub(1).filter(|&t| t > sentence.tokens.first())?;
    if reading.tag(colon) != Tag::Colon {
        return None;
    }
    let before = Run::new(sentence.tokens.first(), colon);
    let speaker =
        speaker::main_subject(reading, before).or_else(|| speaker::before(reading, colon, before.first()));
    Some(Attribution::new(vec![pair.inner], speaker, Some(Run::new(colon, colon + 1)), sure::COLON))
}

/// "“…,” she laughed": any verb does after a comma, question or exclamation mark inside the closing mark.
fn before_any_verb(reading: &Reading, sentence: &Sentence, pair: &Pair) -> Option<Attribution> {
    const NEAR: usize = 10;
    let end = pair.outer.end();
    let last = pair.inner.end() - 1;
    let parted =
        matches!(reading.lower(last), "," | "?" | "!") || reading.tag_if_any(end) == Some(Tag::Comma);
    if !parted || pair.runs_on {
        return None;
    }
    let limit = sentence.tokens.end().min(end + NEAR);
    let verb = (end..limit).find(|&t| reading.tag(t) == Tag::Verb)?;
    let group = speaker::verb_group_start(reading, verb, end);
    let subject = speaker::before(reading, group, end)?;
    Some(Attribution::new(vec![pair.inner], Some(subject), Some(Run::new(verb, verb + 1)), sure::WEAK))
}

/// "He blasted the plan as “…”": the nearest verb before the marks, with what follows it.
fn after_any_verb(reading: &Reading, sentence: &Sentence, pair: &Pair) -> Option<Attribution> {
    const NEAR: usize = 20;
    let open = pair.outer.first();
    let floor = sentence.tokens.first();
    let verb = (floor..open).rev().take(NEAR).take_while(|&t| reading.pair_at(t).is_none()).find(|&t| {
        matches!(reading.tag(t), Tag::Verb | Tag::Gerund) && (t == floor || reading.tag(t - 1) != Tag::To)
    })?;
    let group = speaker::verb_group_start(reading, verb, floor);
    let own = speaker::before(reading, group, floor).filter(|_| reading.tag(verb) == Tag::Verb);
    let subject = own.or_else(|| speaker::shared_subject(reading, sentence.tokens, group));
    let content = extent::trimmed(reading, verb + 1, pair.outer.end())?;
    Some(Attribution::new(vec![content], subject, Some(Run::new(verb, verb + 1)), sure::WEAK))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Style;
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn a_marked_sentence_goes_on_the_quote_before_it() {
        let quotes = find(&segment("“It rained,” Hale said. “It was warm.”\n“And then it stopped.”"));
        assert_eq!(quotes.len(), 1);
        assert_eq!(quotes[0].parts.len(), 3);
    }

    #[test]
    fn without_one_it_is_the_last_speakers_and_less_sure() {
        let text =
            "“It rained,” Hale said.\nThe crowd left the square.\n“And then it stopped for the night.”";
        let quotes = find(&segment(text));
        assert_eq!(quotes.len(), 2);
        assert_eq!(quotes[1].speaker.map(|s| s.of(text)), Some("Hale"));
        assert!(quotes[1].confidence < quotes[0].confidence);
    }

    #[test]
    fn any_verb_may_report_marked_words() {
        let text = "Hale pitied the board for being “asleep at the wheel all year.”";
        let quotes = find(&segment(text));
        assert_eq!(quotes[0].cue.map(|c| c.of(text)), Some("pitied"));
        assert_eq!(quotes[0].style, Style::Mixed);
    }
}
