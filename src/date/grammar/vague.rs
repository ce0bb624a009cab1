//! References to past, present and future that name no time.

use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Found, Vague};

/// "now", "currently", "recently", "the future", "these days".
pub(super) fn reference(c: Cursor) -> Option<Found> {
    let found = |len, vague| Some(Found::vague(len, vague, "reference"));
    match (c.word(0), c.word(1), c.word(2)) {
        ("these", "days", _) => return found(2, Vague::Present),
        ("the", "near", "future" | "term") | ("the", "short", "term") => return found(3, Vague::Future),
        ("the", "future", next) if next != "of" => return found(2, Vague::Future),
        ("the", "past", next) if next != "of" && matches!(c.peek(2), Lexeme::Other | Lexeme::Glue) => {
            return found(2, Vague::Past);
        }
        _ => {}
    }
    match c.peek(0) {
        Lexeme::Present if !c.is(0, &["current"]) => found(1, Vague::Present),
        Lexeme::Past if c.is(0, &["recently"]) => found(1, Vague::Past),
        _ => None,
    }
}
