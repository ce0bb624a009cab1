//! Lengths of time and things that recur.

use super::numbers;
use super::relative::approximately;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Every, Field, Found, Meaning};
use crate::date::negative;
use crate::date::value::{Amount, Clock, Length, Modifier, Unit};

/// "two weeks", "about 24 hours", "the past three months", "a five-year", "more than a decade", "several days".
pub(super) fn length(c: Cursor) -> Option<Found> {
    let (lead, modifier) = approximately(c);
    let (the, anchored) = window(c.skip(lead));
    let start = lead + the;
    let (inner, modifier) = match modifier {
        None => approximately(c.skip(start)),
        some => (0, some),
    };
    let start = start + inner;
    let (len, amount) = amount_range(c.skip(start))?;
    let at = start + len;
    let article = len == 1 && c.is(start, &["a", "an"]);
    let hyphen = usize::from(c.is_hyphen(at));
    // "the two-week crisis": the article belongs to the crisis.
    if article && (hyphen > 0 || the > 0) || hyphen > 0 && c.is(lead, &["the", "its", "these", "those"]) {
        return None;
    }
    let at = at
        + hyphen
        + c.optional(
            at + hyphen,
            &["more", "full", "whole", "consecutive", "straight", "additional", "successive", "other"],
        );
    let (unit, at) = unit(c, at)?;
    let (end, amount) = half_after(c, at, amount);
    let article = article && end == at;
    let at = end;
    // "three quarters of the town" are no time.
    if unit == Unit::Quarter && (article || c.is(at, &["of"])) {
        return None;
    }
    if negative::is_age(c.skip(at)) || !anchored && negative::is_no_length(c, start, article) {
        return None;
    }
    let old = at + if c.is_hyphen(at) && c.is(at + 1, &["old", "long"]) { 2 } else { 0 };
    Some(found(old, amount, unit, modifier))
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

/// The unit at `at`: "weeks", "trading days", and "minute" though it may be followed by a noun.
fn unit(c: Cursor, at: usize) -> Option<(Unit, usize)> {
    let article = at > 0 && c.is(at - 1, &["a", "an"]);
    if article && matches!(c.peek(at), Lexeme::Unit { plural: true, .. }) {
        return None;
    }
    let at = at + c.optional(at, &["trading", "business", "working", "calendar"]);
    match c.peek(at) {
        Lexeme::Unit { unit, .. } => Some((unit, at + 1)),
        Lexeme::Ordinal(2) if c.is(at, &["second"]) && c.is_hyphen(at.checked_sub(1)?) => {
            Some((Unit::Second, at + 1))
        }
        _ => None,
    }
}

fn found(len: usize, amount: Amount, unit: Unit, modifier: Option<Modifier>) -> Found {
    Found::new(len, Meaning::Length(Length { amount, unit }), "length").with(modifier)
}

/// "weeks", "recent years", "the last few months", "the coming weeks", "decades", "a while".
pub(super) fn uncounted(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the", "these"]);
    let lead = the
        + c.optional(the, &["recent", "past", "coming", "last", "next", "following", "previous", "early"]);
    let Lexeme::Unit { unit, plural: true } = c.peek(lead) else { return None };
    if c.is(lead, &["nights"]) {
        return None;
    }
    if negative::is_age(c.skip(lead + 1)) {
        return None;
    }
    // "weeks or months", "recent weeks and months"
    let second =
        c.is(lead + 1, &["or", "and"]) && matches!(c.peek(lead + 2), Lexeme::Unit { plural: true, .. });
    if second {
        return Some(found(lead + 3, Amount::Some, unit, None));
    }
    let ahead = c.optional(lead + 1, &["ahead"]);
    let long = if c.is_hyphen(lead + 1) && c.is(lead + 2, &["long", "old"]) { 2 } else { 0 };
    if lead + long == 0 && negative::is_counted_by_noun(c) {
        return None;
    }
    let worth = lead > 0
        || ahead + long > 0
        || c.is(0, &["weeks", "months", "years", "decades", "centuries", "days", "hours"]);
    worth.then(|| found(lead + 1 + ahead + long, Amount::Some, unit, None))
}

/// "daily", "every day", "each Thursday", "twice a week", "every two years", "Mondays", "a year" after a rate.
pub(super) fn recurring(c: Cursor) -> Option<Found> {
    match c.peek(0) {
        Lexeme::Recurring(unit) if !negative::is_publication(c) => Some(every_unit(1, 1, unit)),
        Lexeme::Weekdays(weekday) => {
            Some(Found::new(1, Meaning::Every(Every::Named(Field::Weekday(weekday), None)), "recurring"))
        }
        _ if c.is(0, &["every", "each"]) => every(c),
        _ if c.is(0, &["a", "an", "per"]) && negative::is_rate(c) => match c.peek(1) {
            Lexeme::Unit { unit, plural: false } => Some(every_unit(2, 1, unit)),
            _ => None,
        },
        _ => None,
    }
}

fn every(c: Cursor) -> Option<Found> {
    let other = c.optional(1, &["other", "single"]);
    let at = 1 + other;
    let step = if c.is(1, &["other"]) { 2 } else { 1 };
    match c.peek(at) {
        Lexeme::Unit { unit, plural: false } => Some(every_unit(at + 1, step, unit)),
        Lexeme::Weekday(weekday) => Some(every_named(c, at + 1, Field::Weekday(weekday))),
        Lexeme::Month(month) => Some(every_named(c, at + 1, Field::Month(month))),
        Lexeme::Season(season) => Some(every_named(c, at + 1, Field::Season(season))),
        Lexeme::PartOfDay(part) => {
            let length = Length { amount: Amount::whole(1), unit: Unit::Day };
            let _ = part;
            Some(Found::new(at + 1, Meaning::Every(Every::Length(length)), "recurring"))
        }
        _ => {
            let (len, amount) = numbers::amount(c.skip(at))?;
            let Lexeme::Unit { unit, plural: true } = c.peek(at + len) else { return None };
            let length = Length { amount, unit };
            Some(Found::new(at + len + 1, Meaning::Every(Every::Length(length)), "recurring"))
        }
    }
}

fn every_unit(len: usize, step: u32, unit: Unit) -> Found {
    let length = Length { amount: Amount::whole(step), unit };
    Found::new(len, Meaning::Every(Every::Length(length)), "recurring")
}

/// "every Monday morning": the part of the day belongs to it.
fn every_named(c: Cursor, len: usize, field: Field) -> Found {
    let part = match c.peek(len) {
        Lexeme::PartOfDay(part) => Some(Clock::Part(part)),
        _ => None,
    };
    let len = len + usize::from(part.is_some());
    Found::new(len, Meaning::Every(Every::Named(field, part)), "recurring")
}
