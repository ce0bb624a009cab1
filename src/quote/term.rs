//! Marked words that nobody is quoted with: coined terms, scare quotes, nicknames, titles of works.
//!
//! Length is the best sign (of marked spans with ten words or more nearly all are speech, of those with up to
//! three a third is not), then capitals on every weighty word.

use super::pairing::Pair;
use super::reading::Reading;
use crate::document::TokenKind;

/// The longest term, in words.
const LONGEST: usize = 3;

/// Whether a marked span that no reporting word claims is a term.
pub(super) fn is_term(reading: &Reading, pair: &Pair) -> bool {
    let tokens = reading.document.tokens();
    let words = || pair.inner.range().filter(|&t| tokens[t].kind == TokenKind::Word);
    if words().take(LONGEST + 1).count() <= LONGEST {
        return true;
    }
    is_title(reading, pair)
}

/// Whether a marked span is written like the title of a work: a capital on every weighty word.
pub(super) fn is_title(reading: &Reading, pair: &Pair) -> bool {
    const TITLE: usize = 12;
    let tokens = reading.document.tokens();
    let words = || pair.inner.range().filter(|&t| tokens[t].kind == TokenKind::Word);
    let count = words().take(TITLE + 1).count();
    (2..=TITLE).contains(&count)
        && words().filter(|&t| tokens[t].span.len() > 3).all(|t| tokens[t].case.is_capitalised())
}
