//! Lengths of time.

use super::numbers;
use super::relative::approximately;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Found, Meaning};
use crate::date::negative;
use crate::date::value::{Amount, Length, Modifier, Unit};

/// "two weeks", "about 24 hours", "the past three months", "a five-year", "more than a decade", "several days".
pub(super) fn length(c: Cursor) -> Option<Found> {
    let (lead, before) = approximately(c);
    let (window, anchored) = window(c.skip(lead));
    // "about the past two weeks" or "the past about two weeks", never both
    let (inner, after) = if before.is_none() { approximately(c.skip(lead + window)) } else { (0, None) };
    let start = lead + window + inner;
    let (len, amount) = amount_range(c.skip(start))?;
    let article = len == 1 && c.is(start, &["a", "an"]);
    let hyphen = usize::from(c.is_hyphen(start + len));
    // "the two-week crisis": the article belongs to the crisis.
    if article && hyphen + window > 0 || hyphen > 0 && c.is(lead, &["the", "its", "these", "those"]) {
        return None;
    }
    let (unit, end) = unit(c, start + len + hyphen)?;
    let (at, amount) = half_after(c, end, amount);
    let article = article && at == end;
    // "three quarters of the town" are no time.
    if unit == Unit::Quarter && (article || c.is(at, &["of"])) {
        return None;
    }
    if negative::is_age(c.skip(at)) || !anchored && negative::is_no_length(c, start, article) {
        return None;
    }
    Some(found(at + long_after(c, at), amount, unit, before.or(after)))
}

/// Length of "-long" after a unit.
fn long_after(c: Cursor, at: usize) -> usize {
    if c.is_hyphen(at) && c.is(at + 1, &["long"]) { 2 } else { 0 }
}

/// "a year and a half"
fn half_after(c: Cursor, at: usize, amount: Amount) -> (usize, Amount) {
    match amount {
        Amount::Exact(hundredths)
            if c.is(at, &["and"]) && c.is(at + 1, &["a"]) && c.peek(at + 2) == Lexeme::Half =>
        {
            (at + 3, Amount::Exact(hundredths + 50))
        }
        amount => (at, amount),
    }
}

/// "the past", "the next", "the first", "the last" before a number: a length that lies somewhere.
fn window(c: Cursor) -> (usize, bool) {
    let the = c.optional(0, &["the", "these", "those", "its"]);
    match c.word(the) {
        "past" | "last" | "next" | "coming" | "first" | "final" | "latest" | "previous" | "following"
        | "recent" | "preceding" | "other" => (the + 1, true),
        _ if the > 0 && matches!(c.peek(the), Lexeme::Digits { .. } | Lexeme::Cardinal(_) | Lexeme::Some) => {
            (the, true)
        }
        _ => (0, false),
    }
}

/// "12 to 18", "two or three", "two-to-three": the unit's number is not said.
fn amount_range(c: Cursor) -> Option<(usize, Amount)> {
    let (len, first) = numbers::amount(c)?;
    let hyphen = usize::from(c.is_hyphen(len));
    let joint = len + hyphen;
    if c.is(joint, &["to", "or", "and"]) || c.is_dash(len) {
        let at = if c.is(joint, &["to", "or"]) { joint + 1 } else { joint };
        let at = at + usize::from(c.is_hyphen(at));
        if at > len
            && !c.is(at, &["a", "an"])
            && let Some((more, _)) = numbers::amount(c.skip(at))
            && matches!(c.peek(at + more + usize::from(c.is_hyphen(at + more))), Lexeme::Unit { .. })
        {
            return Some((at + more, Amount::Some));
        }
    }
    Some((len, first))
}

/// The unit at `at` with what may stand before it: "weeks", "trading days", "more years", "-second".
fn unit(c: Cursor, at: usize) -> Option<(Unit, usize)> {
    let article = at > 0 && c.is(at - 1, &["a", "an"]);
    let at = at + c.optional(at, BETWEEN);
    let at = at + c.optional(at, &["trading", "business", "working", "calendar"]);
    match c.peek(at) {
        Lexeme::Unit { unit, plural } if !(article && plural) => Some((unit, at + 1)),
        Lexeme::Ordinal(2) if c.is(at, &["second"]) && c.is_hyphen(at.checked_sub(1)?) => {
            Some((Unit::Second, at + 1))
        }
        _ => None,
    }
}

/// Words that may stand between a number and its unit.
const BETWEEN: &[&str] =
    &["more", "full", "whole", "consecutive", "straight", "additional", "successive", "other"];

fn found(len: usize, amount: Amount, unit: Unit, modifier: Option<Modifier>) -> Found {
    Found::new(len, Meaning::Length(Length { amount, unit }), "length").with(modifier)
}

/// "weeks", "recent years", "the last few months", "the coming weeks", "decades", "a while".
pub(super) fn uncounted(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the", "these"]);
    let lead = the
        + c.optional(the, &["recent", "past", "coming", "last", "next", "following", "previous", "early"]);
    let Lexeme::Unit { unit, plural: true } = c.peek(lead) else { return None };
    if c.is(lead, &["nights"]) || negative::is_age(c.skip(lead + 1)) {
        return None;
    }
    // "weeks or months", "recent weeks and months"
    if c.is(lead + 1, &["or", "and"]) && matches!(c.peek(lead + 2), Lexeme::Unit { plural: true, .. }) {
        return Some(found(lead + 3, Amount::Some, unit, None));
    }
    let more = c.optional(lead + 1, &["ahead"]) + long_after(c, lead + 1);
    let alone = c.is(0, &["weeks", "months", "years", "decades", "centuries", "days", "hours"])
        && !negative::is_counted_by_noun(c);
    (lead + more > 0 || alone).then(|| found(lead + 1 + more, Amount::Some, unit, None))
}
