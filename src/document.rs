//! A text cut into paragraphs, sentences and tokens. Made by [`crate::segment`], read-only ever after.

use std::borrow::Cow;

use crate::span::{Run, Span};

/// A segmented text. All lists are in text order; all spans are byte spans of the text.
#[derive(Debug, Default)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    /// The text with ASCII letters in lower case: same offsets, so that a token's lower-case form is a slice.
    pub(crate) lower: String,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How its letters are cased.
    pub case: Case,
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
}

impl Document<'_> {
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
        self.tokens[token].span.of(&self.text)
    }

    /// The token with its ASCII letters in lower case.
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        &self.lower[self.tokens[token].span.range()]
    }

    /// Whether the token follows the one before it without a space. There is nothing glued past the last token.
    #[must_use]
    pub fn glued(&self, token: usize) -> bool {
        token > 0 && self.tokens.get(token).is_some_and(|t| self.tokens[token - 1].span.end == t.span.start)
    }

    /// The bytes from the first to the last token of a run. Empty for an empty run.
    #[must_use]
    pub fn span_of(&self, run: Run) -> Span {
        if run.is_empty() {
            return Span::default();
        }
        self.tokens[run.first()].span.cover(self.tokens[run.end() - 1].span)
    }

    /// Index of the first token that ends after byte `offset`.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= offset)
    }

    /// Index of the sentence that holds the token. The token must exist.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end() <= token)
    }
}
