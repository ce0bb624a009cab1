//! Where in a stretch: "early March", "the end of 1990", "later this year", "mid-1996".

use super::base;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Field, Found, From, Meaning, YearOf};
use crate::date::value::{Modifier, Unit};

/// "early", "late", "mid-", "later" before a name of the calendar, and "the end of" it.
pub(super) fn within(c: Cursor) -> Option<Found> {
    adjective(c).or_else(|| part_of(c))
}

/// "early March", "the late 1970s", "mid-1996", "earlier in the week".
fn adjective(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let very = c.optional(the, &["very"]);
    let at = the + very;
    let modifier = match c.word(at) {
        "early" | "earlier" => Modifier::Start,
        "late" | "later" => Modifier::End,
        "mid" | "middle" => Modifier::Mid,
        _ => return None,
    };
    let hyphen = usize::from(c.is_dash(at + 1));
    // "the late-November trip": the article belongs to the trip.
    if the + hyphen == 2 && very == 0 && !matches!(c.peek(at + 2), Lexeme::Decade(_)) {
        return None;
    }
    let at = at + 1 + hyphen;
    let in_the = usize::from(!c.is(at - 1, &["mid", "middle", "-"]) && c.is(at, &["in", "on"]));
    if in_the > 0 && !c.is(at + 1, &["the"]) {
        return None;
    }
    let inner = c.skip(at + in_the);
    let found = base(inner).filter(is_stretch).or_else(|| day_anaphor(inner, in_the))?;
    Some(found.longer(at + in_the).with(Some(modifier)))
}

/// "the day" in "earlier in the day": the day spoken of; likewise "the week", "the month", "the year".
fn day_anaphor(c: Cursor, in_the: usize) -> Option<Found> {
    let Lexeme::Unit { unit: unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), plural: false } =
        c.peek(1)
    else {
        return None;
    };
    let from = if unit == Unit::Day { From::Story } else { From::Article };
    (in_the > 0 && c.is(0, &["the"])).then(|| Found::shift(2, unit, 0, from, "position"))
}

/// "the day" and then its name: "the end of the day Friday", "the end of the day on May 3".
fn the_day(c: Cursor) -> Option<Found> {
    if !(c.is(0, &["the"]) && c.is(1, &["day"])) {
        return None;
    }
    let lead = 2 + c.optional(2, &["on"]);
    let day = base(c.skip(lead)).filter(|day| day.is_day() && day.time.is_none())?;
    Some(day.longer(lead))
}

/// "the beginning of October", "the end of the year", "year-end", "the middle of next week".
fn part_of(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let modifier = match c.word(the) {
        "beginning" | "start" => Modifier::Start,
        "middle" => Modifier::Mid,
        "end" | "close" => Modifier::End,
        _ => return None,
    };
    let of = c.optional(the + 1, &["of"]);
    if of == 0 {
        return None;
    }
    let inner = c.skip(the + 2);
    let found =
        base(inner).filter(is_stretch).or_else(|| the_day(inner)).or_else(|| day_anaphor(inner, 1))?;
    Some(found.longer(the + 2).with(Some(modifier)))
}

/// Whether an expression has a beginning and an end to speak of.
fn is_stretch(found: &Found) -> bool {
    match &found.meaning {
        Meaning::Named(named) => !matches!(named.field, Field::DayOfMonth(_)) && found.time.is_none(),
        Meaning::Shift(_) => true,
        _ => false,
    }
}

/// "year-end", "year’s end", "year end": the day on which books are closed.
pub(super) fn year_end(c: Cursor) -> Option<Found> {
    let at = match (c.word(0), c.word(1)) {
        ("year", "-" | "'s" | "’s") => 2,
        ("year", _) => 1,
        _ => return None,
    };
    let last_day = Field::Day { month: 12, day: 31 };
    c.is(at, &["end"]).then(|| Found::named(at + 1, last_day, YearOf::Shifted(0, From::Article), "year-end"))
}
