//! A text cut into paragraphs, sentences and tokens. Made by [`crate::segment`], read-only ever after.

mod lowered;

use std::borrow::Cow;

use crate::room::make_room;
use crate::span::{Run, Span};
use lowered::Lowered;

/// A segmented text. All lists are in text order; all spans are byte spans of the text.
#[derive(Debug, Default)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token>,
    lowered: Lowered,
    pub(crate) parts: Parts,
}

/// A block of running text: what stands between blank lines or line ends, without the white space around it.
/// Whatever no paragraph covers is a gap, and gaps hold white space only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes.
    pub span: Span,
    /// Its sentences.
    pub sentences: Run,
    /// Its tokens.
    pub tokens: Run,
    /// Its place in the article.
    pub part: Part,
}

/// What a paragraph is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title.
    Headline,
    /// "By Jane Doe, City Editor".
    Byline,
    /// A line with place and date, or a date alone.
    Dateline,
    /// The story.
    Body,
    /// Navigation, related links, newsletter pleas: found and not annotated.
    Boilerplate,
}

/// The spans of the article's frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The headline paragraph.
    pub headline: Option<Span>,
    /// The byline paragraph.
    pub byline: Option<Span>,
    /// The date line, or the "PLACE, March 17 (Agency) —" before the first sentence.
    pub dateline: Option<Span>,
}

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: u32,
    /// Its tokens.
    pub tokens: Run,
}

/// One token. Hyphens, dashes, marks and possessive 's are tokens of their own, so that any annotation can begin
/// or end at them; [`Document::glued`] tells that no space stood before.
///
/// There is one for every five bytes of a text, all of which are kept while it is read: eight bytes are a third less
/// than plain fields would take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token {
    start: u32,
    /// From the top: the length in bytes, the kind in three bits, the case in three.
    rest: u32,
}

impl Token {
    /// The most bytes that a token can have.
    pub(crate) const LONGEST: usize = (1 << 26) - 1;

    /// What the three bits of a kind mean; the last is never written.
    const KINDS: [TokenKind; 8] = [
        TokenKind::Word,
        TokenKind::Number,
        TokenKind::Mark,
        TokenKind::Dash,
        TokenKind::Punctuation,
        TokenKind::Address,
        TokenKind::Handle,
        TokenKind::Handle,
    ];

    /// What the three bits of a case mean; the last three are never written.
    const CASES: [Case; 8] = [
        Case::None,
        Case::Lower,
        Case::Title,
        Case::Upper,
        Case::Mixed,
        Case::Mixed,
        Case::Mixed,
        Case::Mixed,
    ];

    /// The token of these bytes, at most [`Token::LONGEST`].
    pub(crate) fn new(span: Span, kind: TokenKind, case: Case) -> Self {
        debug_assert!(span.len() <= Self::LONGEST);
        Self { start: span.start, rest: (span.len() as u32) << 6 | (kind as u32) << 3 | case as u32 }
    }

    /// Its bytes.
    #[must_use]
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start + (self.rest >> 6) }
    }

    /// What it is made of.
    #[must_use]
    pub fn kind(self) -> TokenKind {
        Self::KINDS[(self.rest >> 3 & 7) as usize]
    }

    /// How its letters are cased.
    #[must_use]
    pub fn case(self) -> Case {
        Self::CASES[(self.rest & 7) as usize]
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let (span, kind, case) = (self.span(), self.kind(), self.case());
        f.debug_struct("Token").field("span", &span).field("kind", &kind).field("case", &case).finish()
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits, inner apostrophes or the periods of an abbreviation: "O’Neill", "U.S.", "G7",
    /// "’em"; also the clitics cut from a word: "’s", "n’t".
    Word,
    /// Digits with their separators and a glued ordinal or plural ending: "1,500", "10:30", "24th", "1980s".
    Number,
    /// A double quotation mark or guillemet, or a single one that is not an apostrophe inside a word.
    Mark,
    /// A hyphen or dash.
    Dash,
    /// Any other punctuation or symbol.
    Punctuation,
    /// A web or e-mail address.
    Address,
    /// @name or #name.
    Handle,
}

/// How a token's letters are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters that have a case.
    None,
    /// "word"
    Lower,
    /// "Word", "O’Neill"
    Title,
    /// "WORD", "U.S.", "I"
    Upper,
    /// "iPhone", "eBay"
    Mixed,
}

impl Case {
    /// Whether the first letter is a capital.
    #[must_use]
    pub fn is_capitalised(self) -> bool {
        matches!(self, Self::Title | Self::Upper)
    }

    /// Whether any letter is a capital.
    #[must_use]
    pub fn has_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Mixed)
    }
}

impl<'t> Document<'t> {
    /// A text that has been cut into paragraphs only.
    pub(crate) fn new(text: Cow<'t, str>, paragraphs: Vec<Paragraph>) -> Self {
        // News has a token for every five bytes; a little more, so that the list is never moved.
        let tokens = Vec::with_capacity(text.len() / 9 * 2);
        Self { text, paragraphs, tokens, ..Self::default() }
    }

    /// Makes room for the tokens of the `rest` of the text, if it is like what has been `read`; in bytes.
    pub(crate) fn make_room(&mut self, read: usize, rest: usize) {
        make_room(&mut self.tokens, read, rest);
        self.lowered.make_room(read, rest);
    }

    /// Adds the next token; `lower` is it with its ASCII letters in lower case.
    pub(crate) fn push(&mut self, token: Token, lower: &str) {
        self.lowered.push(self.tokens.len(), token, lower);
        self.tokens.push(token);
    }

    /// Frees all lists, once nobody will look at them any more.
    pub(crate) fn forget_all_but_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        *self = Self { text, ..Self::default() };
    }

    /// The text as it came in.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All paragraphs, boilerplate included.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// All sentences, boilerplate included.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All tokens, boilerplate included.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Headline, byline and dateline.
    #[must_use]
    pub fn parts(&self) -> Parts {
        self.parts
    }

    /// The sentences that are part of the article: all but boilerplate.
    pub fn article_sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.article_sentences_in(Run::new(0, self.sentences.len()))
    }

    /// As [`Document::article_sentences`], of some sentences.
    pub fn article_sentences_in(&self, sentences: Run) -> impl Iterator<Item = &Sentence> {
        self.sentences[sentences.range()].iter().filter(|s| self.part(s) != Part::Boilerplate)
    }

    /// The sentences of some paragraphs.
    #[must_use]
    pub fn sentences_of(&self, paragraphs: Run) -> Run {
        let inside = &self.paragraphs[paragraphs.range()];
        match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => Run::new(first.sentences.first(), last.sentences.end()),
            _ => Run::default(),
        }
    }

    /// What the sentence's paragraph is to the article.
    #[must_use]
    pub fn part(&self, sentence: &Sentence) -> Part {
        self.paragraphs[sentence.paragraph as usize].part
    }

    /// The token as written.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.tokens[token].span().of(&self.text)
    }

    /// The words from the first to the last token of a run, with what stands between them.
    #[must_use]
    pub fn words(&self, run: Run) -> &str {
        self.span_of(run).of(&self.text)
    }

    /// The token with its ASCII letters in lower case.
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        match self.tokens[token] {
            found if found.case().has_capital() => self.lowered.get(&self.tokens, token),
            found => found.span().of(&self.text),
        }
    }

    /// Whether the token follows the one before it without a space. There is nothing glued past the last token.
    #[must_use]
    pub fn glued(&self, token: usize) -> bool {
        token > 0
            && self.tokens.get(token).is_some_and(|t| self.tokens[token - 1].span().end == t.span().start)
    }

    /// The bytes from the first to the last token of a run. Empty for an empty run.
    #[must_use]
    pub fn span_of(&self, run: Run) -> Span {
        if run.is_empty() {
            return Span::default();
        }
        self.tokens[run.first()].span().cover(self.tokens[run.end() - 1].span())
    }

    /// Index of the first token that ends after byte `offset`.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|t| t.span().end <= offset)
    }

    /// Index of the sentence that holds the token. The token must exist.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end() <= token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_gives_back_what_it_was_made_of() {
        let kinds = &Token::KINDS[..7];
        let cases = &Token::CASES[..5];
        for (kind, case) in kinds.iter().flat_map(|kind| cases.iter().map(move |case| (*kind, *case))) {
            for span in [
                Span { start: 0, end: 0 },
                Span { start: u32::MAX - 7, end: u32::MAX },
                Span::new(5, 5 + Token::LONGEST),
            ] {
                let token = Token::new(span, kind, case);
                assert_eq!((token.span(), token.kind(), token.case()), (span, kind, case));
            }
        }
    }
}
