//! What the document as a whole says of its words, before any name is decided.
//!
//! A word that also stands in lower case is seldom a name where it begins a sentence, and one that is capitalised in
//! the middle of a sentence mostly is. In headlines and lines in capitals, where case says nothing, these counts are
//! all there is. And the second mention of a name profits from the first: what stands beside a word elsewhere in
//! the article ("Qin *Gang*", "*Gang* said") is evidence here.

use crate::document::{Case, Document, Part, Sentence, TokenKind};
use crate::entity::gazetteer::Key;

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Names and first words only.
    Running,
    /// Every Word Like This.
    Titled,
    /// ALL LETTERS LIKE THIS.
    Capitals,
    /// begins like this: the writer does not care for capitals, and any word may be a name.
    Careless,
}

/// So many mentions of a word are remembered; in longer texts the first ones.
pub const REMEMBERED: usize = 5;
/// The most slots that are looked at for one word: a text made to crowd them gains nothing but forgotten words.
const LONGEST_PROBE: usize = 32;
/// The hash table's first length: enough for an article.
const LEAST_SLOTS: usize = 1 << 10;

/// How a document writes a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Uses {
    /// How often in lower case.
    pub lower: u32,
    /// How often capitalised inside a running sentence.
    pub inside: u32,
    /// How often capitalised at all.
    pub capitalised: u32,
    /// The first tokens that are this word, capitalised: as many as `capitalised` says, up to [`REMEMBERED`].
    pub mentions: [u32; REMEMBERED],
}

/// What is known of a document's words and sentences.
#[derive(Debug, Default)]
pub struct Survey {
    /// The words that are capitalised somewhere, each once.
    words: Vec<(Key, Uses)>,
    /// A hash table of them: one more than a word's index, 0 where there is none. Its length is a power of two, and
    /// never more than a quarter of it is taken, so that probes are short.
    slots: Vec<u32>,
    styles: Vec<Style>,
    /// Of each sentence, its first token that is a word.
    openers: Vec<u32>,
}

impl Survey {
    /// Counts the words of the article.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let mut survey = Self {
            words: Vec::new(),
            slots: vec![0; LEAST_SLOTS],
            styles: document.sentences().iter().map(|s| style(document, s)).collect(),
            openers: document.sentences().iter().map(|s| opener(document, s)).collect(),
        };
        survey.count_capitalised(document);
        survey.count_lower(document);
        survey
    }

    fn count_capitalised(&mut self, document: &Document) {
        for (index, sentence) in article_sentences(document) {
            for token in sentence.tokens.range() {
                let found = document.tokens()[token];
                if !is_capitalised_word(found.kind(), found.case()) {
                    continue;
                }
                let inside = self.styles[index] == Style::Running && !self.begins(document, index, token);
                let key = Key::EMPTY.then(document.word(token));
                let Some(uses) = self.noted(key) else { continue };
                if let Some(mention) = uses.mentions.get_mut(uses.capitalised as usize) {
                    *mention = token as u32;
                }
                uses.capitalised += 1;
                uses.inside += u32::from(inside);
            }
        }
    }

    fn count_lower(&mut self, document: &Document) {
        for (_, sentence) in article_sentences(document) {
            for token in sentence.tokens.range() {
                let found = document.tokens()[token];
                if found.kind() != TokenKind::Word || found.case() != Case::Lower {
                    continue;
                }
                let key = Key::EMPTY.then(document.word(token));
                if let Some(word) = self.index(key) {
                    self.words[word].1.lower += 1;
                }
            }
        }
    }

    /// The uses of a word that is noted from now on, if it was not; none if it would lie too far from its place.
    fn noted(&mut self, key: Key) -> Option<&mut Uses> {
        let mut slot = self.slot(key)?;
        if self.slots[slot] == 0 {
            if self.words.len() * 4 >= self.slots.len() {
                self.grow();
                slot = self.slot(key)?;
            }
            self.words.push((key, Uses::default()));
            self.slots[slot] = self.words.len() as u32;
        }
        let word = self.slots[slot] as usize - 1;
        self.words.get_mut(word).map(|(_, uses)| uses)
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for word in 0..self.words.len() {
            if let Some(slot) = self.slot(self.words[word].0) {
                self.slots[slot] = word as u32 + 1;
            }
        }
    }

    /// The slot of a word, or the free one where it would be; none if it lies too far from its place.
    fn slot(&self, key: Key) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let start = key.mixed() as usize;
        let mut probe = (0..LONGEST_PROBE).map(|step| (start + step) & mask);
        probe.find(|&slot| match self.slots[slot] {
            0 => true,
            word => self.words[word as usize - 1].0 == key,
        })
    }

    /// Where in the list a word is, if it is noted.
    fn index(&self, key: Key) -> Option<usize> {
        (self.slots[self.slot(key)?] as usize).checked_sub(1)
    }

    /// How the document writes the word with this key; nothing for words that it nowhere capitalises.
    #[must_use]
    pub fn uses(&self, key: Key) -> Uses {
        self.index(key).map_or_else(Uses::default, |word| self.words[word].1)
    }

    /// How many sentences begin in lower case, and how many there are.
    #[must_use]
    pub fn careless(&self) -> (usize, usize) {
        (self.styles.iter().filter(|style| **style == Style::Careless).count(), self.styles.len())
    }

    /// How a sentence, by index, uses capitals.
    #[must_use]
    pub fn style(&self, sentence: usize) -> Style {
        self.styles[sentence]
    }

    /// Whether the token's capital may be due to its place: first in its sentence (given by index), after an opening
    /// mark or a colon.
    #[must_use]
    pub fn begins(&self, document: &Document, sentence: usize, token: usize) -> bool {
        if token <= self.openers[sentence] as usize {
            return true;
        }
        let before = token - 1;
        let opens = document.tokens()[before].kind() == TokenKind::Mark && !is_closing(document, before);
        opens || matches!(document.word(before), ":" | "•" | "*" | "(" | "[" | "…")
    }
}

/// The sentences of the article with their indices: all but boilerplate.
pub(super) fn article_sentences<'d>(
    document: &'d Document<'_>,
) -> impl Iterator<Item = (usize, &'d Sentence)> {
    document.sentences().iter().enumerate().filter(|(_, s)| document.part(s) != Part::Boilerplate)
}

/// "Word", "WORD", "iPhone": words whose spelling makes them look like a name.
pub(super) fn is_capitalised_word(kind: TokenKind, case: Case) -> bool {
    kind == TokenKind::Word && case.has_capital()
}

/// The sentence's first token that is a word; one past its last token if none is.
fn opener(document: &Document, sentence: &Sentence) -> u32 {
    let is_word = |&t: &usize| {
        matches!(document.tokens()[t].kind(), TokenKind::Word | TokenKind::Number | TokenKind::Handle)
    };
    sentence.tokens.range().find(is_word).map_or(sentence.tokens.end, |token| token as u32)
}

/// A closing mark is glued to what stands before it.
fn is_closing(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "”" | "’" | "»") || document.glued(token)
}

/// How a sentence uses capitals. Short sentences that end in a full stop count as running, and so do datelines, which
/// are names and dates throughout.
fn style(document: &Document, sentence: &Sentence) -> Style {
    if document.parts().dateline.is_some_and(|dateline| dateline.overlaps(sentence.span)) {
        return Style::Running;
    }
    let (mut upper, mut title, mut lower) = (0, 0, 0);
    for token in sentence.tokens.range() {
        let found = document.tokens()[token];
        if found.kind() != TokenKind::Word || found.span().len() < 2 {
            continue;
        }
        match found.case() {
            Case::Upper => upper += 1,
            Case::Title => title += 1,
            // Prepositions, articles and clitics stay small in titled headlines.
            Case::Lower if found.span().len() > 4 => lower += 1,
            _ => {}
        }
    }
    // "1,000 people came" begins with a number, as careful writers may.
    let first = document.tokens().get(opener(document, sentence) as usize);
    if first.is_some_and(|first| first.kind() == TokenKind::Word && first.case() == Case::Lower) {
        return Style::Careless;
    }
    let stops =
        sentence.tokens.range().next_back().is_some_and(|last| matches!(document.word(last), "." | "”"));
    if upper >= 3 && upper >= 3 * (title + lower) {
        Style::Capitals
    } else if title + upper >= 3
        && title + upper >= 4 * lower
        && (!stops || document.part(sentence) == Part::Headline)
    {
        Style::Titled
    } else {
        Style::Running
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    #[test]
    fn words_are_counted_by_how_they_are_written() {
        let document = segment("Police met Zorg. They told Zorg that the police and a zorg differ. POLICE!");
        let survey = Survey::new(&document);
        let uses = |word: &str| survey.uses(Key::EMPTY.then(word));
        let zorg = uses("zorg");
        assert_eq!((zorg.lower, zorg.inside, zorg.capitalised), (1, 2, 2));
        assert_eq!(document.word(zorg.mentions[1] as usize), "Zorg");
        assert_eq!((uses("police").lower, uses("police").inside, uses("differ").lower), (1, 0, 0));
    }

    #[test]
    fn no_word_is_lost_however_many_there_are() {
        let names: Vec<String> = (0..5000).map(|number| format!("Zorg{number}")).collect();
        let text = names.join(", ");
        let document = segment(&text);
        let survey = Survey::new(&document);
        assert!(names.iter().all(|name| survey.uses(Key::EMPTY.then(name)).capitalised == 1));
        assert_eq!(survey.words.len(), names.len());
    }

    #[test]
    fn headlines_and_capitals_are_told_from_running_text() {
        let style = |text: &str| Survey::new(&segment(text)).style(0);
        assert_eq!(style("Police Visit Freedonia After Long Delay"), Style::Titled);
        assert_eq!(style("POLICE VISIT FREEDONIA TODAY"), Style::Capitals);
        assert_eq!(style("Police visited Freedonia after a long delay."), Style::Running);
        assert_eq!(style("where is freedonia"), Style::Careless);
    }
}
