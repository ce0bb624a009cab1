//! What is known of each token near an island, looked up once: its spelling, word classes, and what the lists say.

use super::survey::{Style, Survey, Uses};
use crate::document::{Case, Document, Part, TokenKind};
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::entity::words::{WordClass, Words};
use crate::span::Run;

/// How far features look beyond an island, in tokens.
pub const MARGIN: usize = 2;

/// Where a token stands in the longest listed name that covers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// In no listed name.
    #[default]
    None,
    /// It is the whole name.
    Whole,
    /// It begins the name.
    First,
    /// It stands inside the name.
    Inner,
    /// It ends the name.
    Last,
}

/// What is known of one token.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The token's index.
    pub token: usize,
    /// Its word; for numbers, their pattern. Beyond the sentence's borders a key of no word.
    pub key: Key,
    /// Hash of its pattern of capitals, small letters, digits and signs.
    pub shape: u64,
    /// Its word's classes.
    pub class: WordClass,
    /// What the lists say of it alone.
    pub listed: Classes,
    /// What the lists say of the longest name that covers it.
    pub cover: Classes,
    /// Where it stands in that name.
    pub position: Position,
    /// Whether its spelling makes it look like a name.
    pub capitalised: bool,
    /// Whether its capital may be due to its place in the sentence.
    pub begins: bool,
    /// How the document writes this word.
    pub uses: Uses,
}

/// Everything that facts are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The text.
    pub document: &'a Document<'a>,
    /// Its words.
    pub survey: &'a Survey,
    /// The name lists.
    pub gazetteer: Gazetteer<'a>,
    /// The word classes.
    pub words: Words<'a>,
}

/// The facts of an island and of [`MARGIN`] tokens on either side.
#[derive(Debug)]
pub struct Frame<'a> {
    /// Where the facts come from.
    pub sources: Sources<'a>,
    /// How the sentence uses capitals.
    pub style: Style,
    /// What the sentence's paragraph is to the article.
    pub part: Part,
    facts: Vec<Facts>,
}

impl<'a> Frame<'a> {
    /// An empty frame; [`Frame::fill`] gives it an island. One frame serves a whole document.
    #[must_use]
    pub fn new(sources: Sources<'a>) -> Self {
        Self { sources, style: Style::Running, part: Part::Body, facts: Vec::new() }
    }

    /// Looks up what is known of an island in a sentence, given by its index.
    pub fn fill(&mut self, sentence: usize, island: Run) {
        let Sources { document, survey, .. } = self.sources;
        let found = &document.sentences()[sentence];
        self.style = survey.style(sentence);
        self.part = document.part(found);
        self.facts.clear();
        for at in 0..island.len() + 2 * MARGIN {
            let token = (island.first() + at).checked_sub(MARGIN).filter(|&t| found.tokens.holds(t));
            let inner = (MARGIN..island.len() + MARGIN).contains(&at);
            self.facts.push(token.map_or_else(|| border(at < MARGIN), |t| self.look_up(sentence, t, inner)));
        }
        self.cover(island, found.tokens.end());
    }

    /// The tokens of the island, by position in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.len().saturating_sub(2 * MARGIN)
    }

    /// Whether it holds no island yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The facts of the island's token `at`, shifted by up to [`MARGIN`] to either side.
    #[must_use]
    pub fn at(&self, at: usize, shift: isize) -> &Facts {
        &self.facts[(at + MARGIN).saturating_add_signed(shift)]
    }

    fn look_up(&self, sentence: usize, token: usize, inner: bool) -> Facts {
        let Sources { document, survey, gazetteer, words } = self.sources;
        let found = document.tokens()[token];
        let word = document.word(token);
        let capitalised = super::survey::is_capitalised_word(found.kind(), found.case());
        let letters = Key::EMPTY.then(word);
        let key = if found.kind() == TokenKind::Number { pattern(word) } else { letters };
        Facts {
            token,
            key,
            shape: shape(word),
            class: words.get(key),
            listed: if capitalised || inner || found.case() == Case::Lower {
                gazetteer.word(letters, word).classes
            } else {
                Classes::NONE
            },
            cover: Classes::NONE,
            position: Position::None,
            capitalised,
            begins: survey.begins(document, sentence, token),
            uses: if inner && capitalised { survey.uses(key) } else { Uses::default() },
        }
    }

    /// Marks the longest listed names, from left to right.
    fn cover(&mut self, island: Run, limit: usize) {
        let Sources { document, gazetteer, .. } = self.sources;
        let mut token = island.first();
        while token < island.end() {
            let Some(found) = gazetteer.longest(document, token, limit) else {
                token += 1;
                continue;
            };
            let end = found.end.min(island.end() + MARGIN);
            for covered in token..end {
                let facts = &mut self.facts[covered + MARGIN - island.first()];
                facts.cover = found.entry.classes;
                facts.position = match (covered == token, covered + 1 == found.end) {
                    (true, true) => Position::Whole,
                    (true, false) => Position::First,
                    (false, true) => Position::Last,
                    (false, false) => Position::Inner,
                };
            }
            token = found.end;
        }
    }
}

/// What stands beyond the sentence.
fn border(before: bool) -> Facts {
    Facts {
        token: usize::MAX,
        key: Key::EMPTY.then(if before { "^" } else { "$" }),
        shape: u64::from(before),
        class: WordClass::default(),
        listed: Classes::NONE,
        cover: Classes::NONE,
        position: Position::None,
        capitalised: false,
        begins: false,
        uses: Uses::default(),
    }
}

/// The key of a number: its digits do not matter, how many there are does.
fn pattern(word: &str) -> Key {
    let mut digits = String::with_capacity(word.len());
    digits.extend(word.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }));
    Key::EMPTY.then(&digits)
}

/// Hash of a word's pattern: capitals, small letters and digits as such, signs as they are; runs of one sort count up
/// to three.
fn shape(word: &str) -> u64 {
    let (mut hash, mut last, mut run) = (0_u64, '\0', 0);
    for c in word.chars() {
        let sort = match c {
            'a'..='z' => 'x',
            'A'..='Z' => 'X',
            '0'..='9' => '9',
            _ if c.is_ascii() => c,
            _ if c.is_uppercase() => 'X',
            _ if c.is_lowercase() => 'x',
            _ => c,
        };
        run = if sort == last { run + 1 } else { 1 };
        last = sort;
        if run <= 3 {
            hash = (hash ^ u64::from(sort)).wrapping_mul(0x0100_0000_01B3).rotate_left(5);
        }
    }
    hash
}
