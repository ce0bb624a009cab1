//! A shallow grammatical tag for every token, by word lists, endings and the word before.
//!
//! Only what the quote rules ask is told apart: what may belong to a noun phrase, what is a finite verb, what
//! begins a clause. One pass from left to right, each decision from the word and its left neighbour.

use super::homographs;
use super::lexicon::{self, Entry, Frame, Inflection};
use crate::document::{Document, Part, Sentence, TokenKind};

/// What a token does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A capitalised word.
    Name,
    /// A common noun or adjective, and whatever nothing else claims.
    Noun,
    Number,
    /// A weekday, month or "yesterday".
    Time,
    /// A pronoun that can be a subject.
    Subject,
    /// A pronoun that cannot.
    Object,
    Determiner,
    /// "his", "their"
    Possessive,
    /// The ’s of a possessive.
    Genitive,
    Preposition,
    To,
    And,
    But,
    Subordinator,
    That,
    /// "who", "which", "what", "how"
    Wh,
    /// A finite form of be, have or do.
    Auxiliary,
    /// "be", "been", "being", "having", "doing"
    NonFinite,
    Modal,
    Not,
    Adverb,
    /// A finite verb, or a past participle.
    Verb,
    /// "saying", and a past participle that only describes: ", compared with"
    Gerund,
    Mark,
    Comma,
    Colon,
    Semicolon,
    /// A full stop, question or exclamation mark, ellipsis.
    Stop,
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Any other symbol.
    Other,
}

impl Tag {
    /// Whether it can be the last word of a noun phrase.
    pub(super) fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Number | Self::Time | Self::Subject | Self::Object)
    }

    /// Whether a phrase that names somebody may end with it; a time after it says when, not who.
    pub(super) fn ends_phrase(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Noun
                | Self::Number
                | Self::Subject
                | Self::Object
                | Self::Determiner
                | Self::Close
                | Self::Mark
        )
    }

    /// Whether it makes a clause a finite one.
    pub(super) fn is_finite(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary | Self::Modal)
    }

    /// Whether a noun phrase or clause may begin with it.
    pub(super) fn begins_phrase(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Noun
                | Self::Number
                | Self::Time
                | Self::Subject
                | Self::Determiner
                | Self::Possessive
        )
    }
}

/// A token's tag; for a verb also its form and how it reports speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) tag: Tag,
    pub(super) form: Inflection,
    pub(super) frame: Option<Frame>,
}

impl Word {
    pub(super) fn plain(tag: Tag) -> Self {
        Self { tag, form: Inflection::Base, frame: None }
    }
}

/// Appends the tags of the tokens of these sentences.
pub(super) fn tag(document: &Document, sentences: &[Sentence], words: &mut Vec<Word>) {
    for sentence in sentences {
        let title =
            document.part(sentence) == Part::Headline || is_title_case(document, sentence.tokens.range());
        for token in sentence.tokens.range() {
            let first = token == sentence.tokens.first()
                || words.last().is_some_and(|w: &Word| matches!(w.tag, Tag::Mark | Tag::Colon));
            let previous = if token == sentence.tokens.first() { None } else { words.last().copied() };
            words.push(tag_of(document, token, previous, first || title));
        }
    }
}

/// Whether most words of a sentence are capitalised, as in a headline.
fn is_title_case(document: &Document, tokens: std::ops::Range<usize>) -> bool {
    let words = || {
        document.tokens()[tokens.clone()].iter().filter(|t| t.kind() == TokenKind::Word && t.span().len() > 3)
    };
    let all = words().count();
    all >= 4 && words().filter(|t| t.case().is_capitalised()).count() * 4 >= all * 3
}

/// `first` says that a capital means nothing here.
fn tag_of(document: &Document, token: usize, previous: Option<Word>, first: bool) -> Word {
    let this = document.tokens()[token];
    match this.kind() {
        TokenKind::Mark => return Word::plain(Tag::Mark),
        TokenKind::Dash => return Word::plain(Tag::Dash),
        TokenKind::Number => return Word::plain(Tag::Number),
        TokenKind::Address | TokenKind::Handle => return Word::plain(Tag::Name),
        TokenKind::Punctuation => return Word::plain(punctuation(document.word(token))),
        TokenKind::Word => {}
    }
    let lower = document.lower(token);
    if matches!(lower, "'s" | "’s") {
        return Word::plain(clitic_s(document, token));
    }
    let capital = this.case().has_capital() && lower != "i";
    let entry = lexicon::entry(lower);
    if capital && !first && entry != Some(Entry::Time) {
        return Word::plain(Tag::Name);
    }
    let unknown = if capital { Tag::Name } else { Tag::Noun };
    match entry {
        Some(Entry::Verb(form, frame)) => verb(document, token, previous, form, frame, unknown),
        Some(entry) => Word::plain(closed(document, token, entry)),
        None if lower.ends_with("ly") && lower.len() > 4 && !homographs::is_noun_in_ly(lower) => {
            Word::plain(Tag::Adverb)
        }
        None if capital => Word::plain(Tag::Name),
        None if lower.ends_with("ed") && lower.len() > 4 => {
            verb(document, token, previous, Inflection::Past, None, unknown)
        }
        None if lower.ends_with("ing") && lower.len() > 5 => {
            verb(document, token, previous, Inflection::Gerund, None, unknown)
        }
        // "they differ"
        None if previous.is_some_and(|w| w.tag == Tag::Subject) => {
            Word { tag: Tag::Verb, form: Inflection::Base, frame: None }
        }
        None => Word::plain(Tag::Noun),
    }
}

fn punctuation(word: &str) -> Tag {
    match word {
        "," => Tag::Comma,
        ":" => Tag::Colon,
        ";" => Tag::Semicolon,
        "." | "?" | "!" | "…" => Tag::Stop,
        "(" | "[" | "{" => Tag::Open,
        ")" | "]" | "}" => Tag::Close,
        "&" => Tag::And,
        "$" | "£" | "€" | "%" => Tag::Number,
        _ if word.starts_with("..") => Tag::Stop,
        _ => Tag::Other,
    }
}

/// "’s" is a verb after a pronoun ("he’s", "that’s", "what’s"), else nearly always a possessive.
fn clitic_s(document: &Document, token: usize) -> Tag {
    let before = token.checked_sub(1).map(|t| document.lower(t));
    match before.and_then(lexicon::entry) {
        Some(Entry::Subject | Entry::That | Entry::Wh) => Tag::Auxiliary,
        _ if before == Some("here") => Tag::Auxiliary,
        _ => Tag::Genitive,
    }
}

fn closed(document: &Document, token: usize, entry: Entry) -> Tag {
    match entry {
        // "the most recent poll", "his many friends"
        Entry::Determiner if is_quantifier(document.lower(token)) && after_determiner(document, token) => {
            Tag::Noun
        }
        Entry::Determiner => Tag::Determiner,
        Entry::Possessive => Tag::Possessive,
        Entry::Subject => Tag::Subject,
        // "her" before a word that goes on the phrase is a possessive.
        Entry::Object if document.lower(token) == "her" && followed_by_noun(document, token) => {
            Tag::Possessive
        }
        Entry::Object => Tag::Object,
        Entry::Reflexive | Entry::Adverb => Tag::Adverb,
        Entry::Preposition => Tag::Preposition,
        // "according to show insiders": no infinitive follows.
        Entry::To if token > 0 && document.lower(token - 1) == "according" => Tag::Preposition,
        Entry::To => Tag::To,
        Entry::And => Tag::And,
        Entry::But => Tag::But,
        Entry::Subordinator => Tag::Subordinator,
        Entry::That => Tag::That,
        Entry::Wh => Tag::Wh,
        Entry::Auxiliary => Tag::Auxiliary,
        Entry::NonFinite => Tag::NonFinite,
        Entry::Modal => Tag::Modal,
        Entry::Not => Tag::Not,
        Entry::Time => Tag::Time,
        Entry::Noun | Entry::Verb(..) => Tag::Noun,
    }
}

fn is_quantifier(lower: &str) -> bool {
    matches!(lower, "most" | "more" | "many" | "few" | "several" | "other" | "such" | "less")
}

fn after_determiner(document: &Document, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|t| {
        matches!(lexicon::entry(document.lower(t)), Some(Entry::Determiner | Entry::Possessive))
    })
}

fn followed_by_noun(document: &Document, token: usize) -> bool {
    document.tokens().get(token + 1).is_some_and(|next| {
        matches!(next.kind(), TokenKind::Word | TokenKind::Number)
            && matches!(lexicon::entry(document.lower(token + 1)), None | Some(Entry::Noun | Entry::Verb(..)))
    })
}

/// A verb form, if the word before lets it be a verb; else `otherwise`.
fn verb(
    document: &Document,
    token: usize,
    previous: Option<Word>,
    form: Inflection,
    frame: Option<Frame>,
    otherwise: Tag,
) -> Word {
    let before = previous.map(|w| w.tag);
    // "so-called"
    if before == Some(Tag::Dash) && document.glued(token) {
        return Word::plain(otherwise);
    }
    let in_noun_phrase = matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
    let is_verb = match form {
        Inflection::Base => match before {
            Some(Tag::To | Tag::Modal | Tag::Subject | Tag::Not | Tag::Auxiliary | Tag::Wh | Tag::Adverb) => {
                true
            }
            Some(Tag::Noun | Tag::Name) => {
                homographs::is_plural(document.lower(token - 1))
                    || homographs::is_only_verb(document.lower(token))
            }
            Some(Tag::And | Tag::Close | Tag::Number | Tag::Mark | Tag::Comma | Tag::Dash) => {
                homographs::is_only_verb(document.lower(token))
            }
            _ => false,
        },
        Inflection::Third => {
            !in_noun_phrase
                && before != Some(Tag::Number)
                && !matches!(before, None | Some(Tag::Preposition | Tag::To | Tag::Auxiliary | Tag::Verb))
                && (frame.is_none()
                    || !homographs::is_plural_noun_here(document, token, before == Some(Tag::Noun)))
        }
        // "experts on proposed measures"
        Inflection::Past => !in_noun_phrase && before != Some(Tag::Preposition),
        Inflection::Gerund => !in_noun_phrase,
    };
    let tag = match form {
        _ if !is_verb => return Word::plain(otherwise),
        Inflection::Gerund => Tag::Gerund,
        Inflection::Past
            if matches!(frame, None | Some(Frame::Marked | Frame::Call))
                && homographs::is_participle(document, token, before == Some(Tag::Comma)) =>
        {
            Tag::Gerund
        }
        _ => Tag::Verb,
    };
    Word { tag, form, frame }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<Tag> {
        let document = crate::segment::segment(text);
        let mut words = Vec::new();
        tag(&document, document.sentences(), &mut words);
        words.iter().map(|w| w.tag).collect()
    }

    #[test]
    fn the_word_before_tells_verb_from_noun() {
        assert_eq!(tags("the claims")[1], Tag::Noun);
        assert_eq!(tags("The mayor claims it")[2], Tag::Verb);
        assert_eq!(tags("Officials say so")[1], Tag::Verb);
        assert_eq!(tags("She had her say")[3], Tag::Noun);
        assert_eq!(tags("the reported deal")[1], Tag::Noun);
        assert_eq!(tags("a profit, compared with May")[3], Tag::Gerund);
        assert_eq!(tags("He saw her")[2], Tag::Object);
        assert_eq!(tags("He saw her brother")[2], Tag::Possessive);
    }

    #[test]
    fn the_clitic_is_a_verb_after_a_pronoun() {
        assert_eq!(tags("He’s here")[1], Tag::Auxiliary);
        assert_eq!(tags("Anna’s car")[1], Tag::Genitive);
    }
}
