//! A place in a sentence, from which the grammar's rules read forward and look back.

use super::lexicon::Lexeme;
use crate::document::{Case, Document, TokenKind};

/// A place in a sentence. Cheap to copy; reading past either end gives nothing.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) document: &'a Document<'a>,
    /// The lexemes of the sentence's tokens.
    lexemes: &'a [Lexeme],
    /// The sentence's first token.
    first: usize,
    /// How many tokens of the sentence lie before the cursor.
    at: usize,
    /// How many expressions the cursor is inside of.
    depth: u8,
}

/// "late in the week of the day after Christmas": deeper than this nobody writes, and texts made to be slow stay fast.
const DEEPEST: u8 = 4;

impl<'a> Cursor<'a> {
    /// At the start of the sentence that begins with token `first`.
    pub(super) fn new(document: &'a Document<'a>, lexemes: &'a [Lexeme], first: usize) -> Self {
        Self { document, lexemes, first, at: 0, depth: 0 }
    }

    /// `count` tokens further on.
    pub(super) fn skip(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    /// The same place, one expression further in.
    pub(super) fn deeper(self) -> Option<Self> {
        (self.depth < DEEPEST).then_some(Self { depth: self.depth + 1, ..self })
    }

    /// At token `at` of the sentence.
    pub(super) fn to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// How many tokens lie before it in the sentence.
    pub(super) fn position(self) -> usize {
        self.at
    }

    /// The document's index of the token `ahead` of the cursor. It need not exist.
    pub(super) fn token(self, ahead: usize) -> usize {
        self.first + self.at + ahead
    }

    /// The lexeme `ahead` of the cursor.
    pub(super) fn peek(self, ahead: usize) -> Lexeme {
        self.lexemes.get(self.at + ahead).copied().unwrap_or(Lexeme::Other)
    }

    /// The token `ahead`, in lower case.
    pub(super) fn word(self, ahead: usize) -> &'a str {
        if self.at + ahead < self.lexemes.len() { self.document.lower(self.token(ahead)) } else { "" }
    }

    /// The token `ahead`, as written.
    pub(super) fn written(self, ahead: usize) -> &'a str {
        if self.at + ahead < self.lexemes.len() { self.document.word(self.token(ahead)) } else { "" }
    }

    /// Whether the token `ahead` is one of these words.
    pub(super) fn is(self, ahead: usize, words: &[&str]) -> bool {
        words.contains(&self.word(ahead))
    }

    /// The token `back` places before the cursor (1 is the one just before), in lower case.
    pub(super) fn before(self, back: usize) -> &'a str {
        match self.at.checked_sub(back) {
            Some(at) => self.document.lower(self.first + at),
            None => "",
        }
    }

    /// The case of the token `back` places before the cursor.
    pub(super) fn case_before(self, back: usize) -> Case {
        self.at.checked_sub(back).map_or(Case::None, |at| self.document.tokens()[self.first + at].case())
    }

    /// The case of the token `ahead`.
    pub(super) fn case(self, ahead: usize) -> Case {
        if self.at + ahead < self.lexemes.len() {
            self.document.tokens()[self.token(ahead)].case()
        } else {
            Case::None
        }
    }

    /// Whether the token `ahead` follows the one before it without a space.
    pub(super) fn glued(self, ahead: usize) -> bool {
        self.at + ahead < self.lexemes.len() && self.at + ahead > 0 && self.document.glued(self.token(ahead))
    }

    /// Whether the token `ahead` is a hyphen or dash.
    pub(super) fn is_dash(self, ahead: usize) -> bool {
        self.at + ahead < self.lexemes.len()
            && self.document.tokens()[self.token(ahead)].kind() == TokenKind::Dash
    }

    /// Whether a hyphen stands `ahead`, glued on both sides.
    pub(super) fn is_hyphen(self, ahead: usize) -> bool {
        self.is_dash(ahead) && self.glued(ahead) && self.glued(ahead + 1)
    }

    /// The number of tokens to skip for an optional one of these words at `ahead`: 0 or 1.
    pub(super) fn optional(self, ahead: usize, words: &[&str]) -> usize {
        usize::from(self.is(ahead, words))
    }
}
