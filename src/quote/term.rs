//! Marked words that nobody is quoted with: coined terms, scare quotes, nicknames, titles of works.
//!
//! Length is the best sign (of marked spans with ten words or more nearly all are speech, of those with up to
//! three a third is not), then capitals on every weighty word, then a word before them that says what they are.

use super::pairing::Pair;
use super::reading::Reading;
use super::tags::Tag;
use crate::document::TokenKind;

/// The longest marked span, in words, that is a term by its length alone.
const LONGEST: usize = 3;
/// The longest title, in words.
const TITLE: usize = 12;

/// Whether a marked span that no reporting word claims is a term.
pub(super) fn is_term(reading: &Reading, pair: &Pair) -> bool {
    words(reading, pair, LONGEST) <= LONGEST
        || is_title(reading, pair)
        || is_named(reading, pair)
        || is_modifier(reading, pair)
}

/// Whether a marked span is written like the title of a work: a capital on every weighty word.
pub(super) fn is_title(reading: &Reading, pair: &Pair) -> bool {
    const WEIGHTY: usize = 3;
    let tokens = reading.document.tokens();
    let mut weighty = pair
        .inner
        .range()
        .filter(|&t| tokens[t].kind() == TokenKind::Word && tokens[t].span().len() > WEIGHTY);
    (2..=TITLE).contains(&words(reading, pair, TITLE)) && weighty.all(|t| tokens[t].case().is_capitalised())
}

/// How many words a marked span has, counted up to one more than `most`.
fn words(reading: &Reading, pair: &Pair, most: usize) -> usize {
    let tokens = reading.document.tokens();
    pair.inner.range().filter(|&t| tokens[t].kind() == TokenKind::Word).take(most + 1).count()
}

/// Whether the word before says that a title or name follows: "the theme “…”", "entitled “…”".
fn is_named(reading: &Reading, pair: &Pair) -> bool {
    let Some(before) = pair.outer.first().checked_sub(1) else { return false };
    let linked = matches!(reading.tag(before), Tag::Comma | Tag::Colon | Tag::Auxiliary);
    let word = if linked { before.saturating_sub(1) } else { before };
    matches!(
        reading.lower(word),
        "theme"
            | "slogan"
            | "motto"
            | "title"
            | "titled"
            | "entitled"
            | "headline"
            | "headlined"
            | "hashtag"
            | "nickname"
            | "nicknamed"
            | "song"
            | "film"
            | "movie"
            | "book"
            | "novel"
            | "album"
            | "anthem"
            | "phrase"
            | "term"
            | "named"
    )
}

/// Whether a short marked span stands before the noun it describes: "a “bring your own desk” project".
fn is_modifier(reading: &Reading, pair: &Pair) -> bool {
    const MODIFIER: usize = 6;
    let (open, end) = (pair.outer.first(), pair.outer.end());
    let after_determiner =
        open > 0 && matches!(reading.tag(open - 1), Tag::Determiner | Tag::Possessive | Tag::Genitive);
    after_determiner
        && words(reading, pair, MODIFIER) <= MODIFIER
        && reading.tag_if_any(end) == Some(Tag::Noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Run;

    fn terms(text: &str) -> bool {
        let document = crate::segment::segment(text);
        let reading = Reading::new(&document);
        is_term(&reading, &reading.pairs_in(Run::new(0, document.tokens().len()))[0])
    }

    #[test]
    fn short_capitalised_or_announced_as_a_name() {
        assert!(terms("A “handshake” pact."));
        assert!(terms("They sang “The Rivers of the North and South” twice."));
        assert!(terms("The day’s theme was “clean water for every house in town”."));
        assert!(terms("A “bring your own boat” party."));
        assert!(!terms("It was “a night that nobody will forget”."));
    }
}
