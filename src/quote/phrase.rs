//! Noun phrases: how far to the left or right of a place one reaches, and which of its words says who it is.

use super::lexicon::{is_occasion, is_statement};
use super::pairing::Pair;
use super::reading::Reading;
use super::tags::Tag;
use crate::document::Document;
use crate::span::{Run, Span};

/// How far a noun phrase or the clause between its commas may reach, in tokens.
pub(super) const REACH: usize = 40;

/// A noun phrase that names a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All its tokens.
    pub(super) tokens: Run,
    /// The last token of the part that says who it is: "spokesman" in "a spokesman for the mayor".
    pub(super) head: usize,
}

impl Phrase {
    /// The phrase from token `start` to `end`, without what cannot stand at its edges.
    pub(super) fn new(reading: &Reading, start: usize, end: usize) -> Option<Self> {
        let mut end = end;
        while end > start && !reading.tag(end - 1).ends_phrase() {
            end -= 1;
        }
        let mut start = start;
        while start < end
            && matches!(reading.tag(start), Tag::Genitive | Tag::Dash | Tag::Adverb | Tag::And | Tag::Close)
        {
            start += 1;
        }
        let head = head(reading, start, end)?;
        let head = owner(reading, start, head).unwrap_or(head);
        Some(Self { tokens: Run::new(start, end), head })
    }

    /// Its bytes.
    pub(super) fn span(self, document: &Document) -> Span {
        document.span_of(self.tokens)
    }
}

/// "Hale’s statement", "her letter": what was written speaks for the one who owns it.
fn owner(reading: &Reading, start: usize, head: usize) -> Option<usize> {
    let lower = reading.lower(head);
    if !is_statement(lower) && !is_occasion(lower) {
        return None;
    }
    match reading.tag(start) {
        Tag::Possessive => Some(start),
        _ => (start + 1..head).find(|&t| reading.tag(t) == Tag::Genitive).map(|t| t - 1),
    }
}

/// The last nominal before the first preposition, relative clause or comma of a phrase.
fn head(reading: &Reading, start: usize, end: usize) -> Option<usize> {
    let mut head = None;
    for token in start..end {
        match reading.tag(token) {
            Tag::Name | Tag::Noun | Tag::Number | Tag::Subject => head = Some(token),
            Tag::Determiner | Tag::Time if head.is_none() => head = Some(token),
            Tag::Preposition | Tag::Wh | Tag::That | Tag::Verb | Tag::Gerund | Tag::Comma | Tag::And
                if head.is_some() =>
            {
                break;
            }
            _ => {}
        }
    }
    head
}

/// The first token of the noun phrase that ends at `end`.
pub(super) fn phrase_start(reading: &Reading, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor {
        let token = at - 1;
        let more = token > floor;
        match reading.tag(token) {
            Tag::Name
            | Tag::Noun
            | Tag::Number
            | Tag::Genitive
            | Tag::Possessive
            | Tag::Determiner
            | Tag::Time => {}
            // "that night"
            Tag::That if at < end && reading.tag(at) == Tag::Time => {}
            Tag::Dash if more && reading.document.glued(token) => {}
            Tag::Adverb | Tag::Preposition if at < end => {}
            Tag::To if at < end && more && reading.tag(token - 1) == Tag::Noun => {}
            Tag::And if at < end && more && reading.tag(token - 1).is_nominal() => {}
            // "Officials who saw it said", "a report released on Monday said"
            Tag::Verb | Tag::Auxiliary | Tag::Gerund | Tag::Object | Tag::Wh | Tag::Not if at < end => {
                match relative_start(reading, token, floor) {
                    Some(start) => {
                        at = start;
                        continue;
                    }
                    None => break,
                }
            }
            Tag::Close => match (floor..token).rev().find(|&t| reading.tag(t) == Tag::Open) {
                Some(open) => {
                    at = open;
                    continue;
                }
                None => break,
            },
            Tag::Mark => match reading.pair_at(token) {
                // A nickname or title inside the phrase.
                Some(pair) if is_nickname(reading, pair) && pair.outer.first() > floor => {
                    at = pair.outer.first();
                    continue;
                }
                _ => break,
            },
            _ => break,
        }
        at -= 1;
    }
    at
}

/// Whether a marked span may stand inside a name: “Tiny” in "Ann “Tiny” Hale".
fn is_nickname(reading: &Reading, pair: Pair) -> bool {
    pair.inner.len() <= 4
        && pair.inner.range().all(|t| matches!(reading.tag(t), Tag::Name | Tag::Noun | Tag::Determiner))
}

/// If the verb at `token` belongs to a clause that describes the noun before it, where that clause begins.
fn relative_start(reading: &Reading, token: usize, floor: usize) -> Option<usize> {
    const CLAUSE: usize = 8;
    let lowest = floor.max(token.saturating_sub(CLAUSE));
    let relative = (lowest + 1..=token).rev().find(|&t| {
        matches!(reading.tag(t), Tag::Wh | Tag::That)
            || matches!(reading.tag(t), Tag::Comma | Tag::Subordinator)
    });
    if let Some(start) = relative.filter(|&t| matches!(reading.tag(t), Tag::Wh | Tag::That)) {
        return matches!(reading.tag(start - 1), Tag::Noun | Tag::Name).then_some(start);
    }
    let participle = matches!(reading.tag(token), Tag::Verb | Tag::Gerund)
        && token > floor
        && matches!(reading.tag(token - 1), Tag::Noun | Tag::Name)
        && matches!(reading.tag_if_any(token + 1), Some(Tag::Preposition | Tag::Time | Tag::To));
    participle.then_some(token)
}

/// The noun phrase that begins at token `start` and ends before `limit`.
pub(super) fn after(reading: &Reading, start: usize, limit: usize) -> Option<Phrase> {
    let limit = limit.min(start + REACH);
    if start >= limit {
        return None;
    }
    if matches!(reading.tag(start), Tag::Subject | Tag::Object) {
        return Some(Phrase { tokens: Run::new(start, start + 1), head: start });
    }
    let mut at = start;
    while at < limit && continues(reading, start, at, limit) {
        at += 1;
    }
    while at > start
        && matches!(
            reading.tag(at - 1),
            Tag::Preposition | Tag::And | Tag::Determiner | Tag::Possessive | Tag::To
        )
    {
        at -= 1;
    }
    let phrase = Phrase::new(reading, start, at)?;
    Some(name_in_apposition(reading, phrase, limit).unwrap_or(phrase))
}

/// Whether the token at `at` goes on the noun phrase that began at `start`.
fn continues(reading: &Reading, start: usize, at: usize, limit: usize) -> bool {
    let before = (at > start).then(|| reading.tag(at - 1));
    let next = (at + 1 < limit).then(|| reading.tag(at + 1));
    match reading.tag(at) {
        Tag::Determiner | Tag::Possessive => {
            matches!(before, None | Some(Tag::Preposition | Tag::And))
        }
        Tag::Name | Tag::Noun | Tag::Number | Tag::Genitive => true,
        Tag::Time => matches!(before, None | Some(Tag::Determiner)),
        Tag::Dash => {
            reading.document.glued(at)
                && next.is_some_and(|n| matches!(n, Tag::Name | Tag::Noun | Tag::Number))
        }
        Tag::And => {
            next.is_some_and(|n| matches!(n, Tag::Name | Tag::Determiner | Tag::Possessive))
                && before.is_some_and(Tag::is_nominal)
        }
        // Prepositional phrases go on a description, not a bare name: "a spokesman for the mayor".
        Tag::Preposition => {
            let word = reading.lower(at);
            before.is_some()
                && next.is_some_and(|n| n.begins_phrase() && n != Tag::Subject)
                && (word == "of"
                    || before == Some(Tag::Noun)
                        && matches!(word, "for" | "from" | "at" | "with" | "in" | "to" | "on" | "by")
                        && !next.is_some_and(|n| n == Tag::Time)
                        && !is_occasion(reading.lower((at + 2).min(limit - 1))))
        }
        _ => false,
    }
}

/// "the port’s spokeswoman, Anna Hale,": the whole, with the name as its head.
fn name_in_apposition(reading: &Reading, phrase: Phrase, limit: usize) -> Option<Phrase> {
    let comma = phrase.tokens.end();
    let described = matches!(reading.tag(phrase.head), Tag::Noun);
    if !described || comma + 1 >= limit || reading.tag(comma) != Tag::Comma {
        return None;
    }
    let end = (comma + 1..limit).find(|&t| reading.tag(t) != Tag::Name).unwrap_or(limit);
    let closed = end == limit || matches!(reading.tag(end), Tag::Comma | Tag::Stop | Tag::Mark);
    (closed && end > comma + 1)
        .then(|| Phrase { tokens: Run::new(phrase.tokens.first(), end), head: end - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phrase that begins with the text, and its head.
    fn from_start(text: &str) -> (String, String) {
        let document = crate::segment::segment(text);
        let reading = Reading::new(&document);
        let phrase = after(&reading, 0, document.tokens().len()).expect("a phrase");
        (phrase.span(&document).of(text).to_owned(), document.word(phrase.head).to_owned())
    }

    #[test]
    fn a_description_takes_its_prepositional_phrases_along() {
        for (text, words, head) in [
            ("Ann Hale in Leeds.", "Ann Hale", "Hale"),
            (
                "a spokesman for the mayor of Leeds on Monday.",
                "a spokesman for the mayor of Leeds",
                "spokesman",
            ),
            ("the mayor, Ann Hale, on Monday.", "the mayor, Ann Hale", "Hale"),
            ("Ann Hale and Tom Price.", "Ann Hale and Tom Price", "Hale"),
            ("the union’s vice-president.", "the union’s vice-president", "president"),
            ("she on Monday", "she", "she"),
            ("Hale’s letter.", "Hale’s letter", "Hale"),
            ("her statement.", "her statement", "her"),
        ] {
            assert_eq!(from_start(text), (words.to_owned(), head.to_owned()), "{text}");
        }
    }
}
