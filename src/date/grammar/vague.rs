//! References to past, present and future that name no time, and "today" where it is one.

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

/// Whether "today" means these days rather than the day: "is still in use today", "known today as", "today's youth",
/// "more today than ever", "what it is today".
pub(super) fn is_nowadays(c: Cursor) -> bool {
    outlasts(c) || is_named_so(c) || is_of_an_age(c) || is_compared(c) || is_what_became(c)
}

/// How many words back "still" may stand.
const STILL_REACH: usize = 7;

/// "which is still used today": what has lasted, not what still happens on the day.
fn outlasts(c: Cursor) -> bool {
    let Some(still) = (2..=STILL_REACH).find(|&back| c.before(back) == "still") else { return false };
    let lasts = (1..still).any(|back| LASTING.contains(&c.before(back)));
    lasts && !matches!(c.before(still + 1), "was" | "were" | "had")
}

/// What lasts may be in.
#[rustfmt::skip]
const LASTING: &[&str] = &[
    "use", "used", "own", "owns", "known", "stand", "stands", "exist", "exists", "survive", "survives", "live", "lives",
    "remembered", "appreciated", "admired", "performed", "read", "spoken", "sung", "told", "taught", "worn", "visible",
    "celebrated", "practised", "practiced", "called", "valid", "popular", "common", "felt", "relevant", "standing",
];

/// "known today as", "today called", "in what is today Ghana".
fn is_named_so(c: Cursor) -> bool {
    let named = |word: &str| matches!(word, "known" | "called" | "named");
    named(c.before(1)) && c.is(1, &["as"])
        || named(c.word(1))
        || matches!(c.before(1), "is" | "are") && c.before(2) == "what" && c.case(1).is_capitalised()
}

/// "today's youth", "in today's world": the people and the world of an age, not of a day.
fn is_of_an_age(c: Cursor) -> bool {
    c.is(1, &["'s", "’s"])
        && c.is(2, &["world", "youth", "society", "generation", "standards", "children", "young"])
}

/// "as strong today as it was", "more today than ever".
fn is_compared(c: Cursor) -> bool {
    c.is(1, &["than", "as"])
        && (c.is(2, &["ever"])
            || c.is(2, &["it", "they", "he", "she", "we", "i"]) && c.is(3, &["was", "were", "did", "had"]))
}

/// "the size it is today", "as we know it today".
fn is_what_became(c: Cursor) -> bool {
    let it = |word: &str| matches!(word, "it" | "they" | "he" | "she" | "we" | "them");
    let is = matches!(c.before(1), "is" | "are") && it(c.before(2));
    let known = it(c.before(1)) && c.before(2) == "know";
    (is || known) && matches!(c.word(1), "" | "." | "," | ";" | "?" | "!" | ")" | "”" | "\"")
}
