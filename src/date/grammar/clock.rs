//! Times of day, alone and with their day.

use super::base;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Found, From};
use crate::date::negative;
use crate::date::value::{Clock, PartOfDay, Unit, Zone};
use crate::document::Case;

/// "5 p.m. EST Nov. 9", "10:30 on Friday", "noon Thursday", "4 in the morning", "6 a.m."
pub(super) fn time_of_day(c: Cursor) -> Option<Found> {
    let (len, clock) = clock(c)?;
    let alone = Found::shift(len, Unit::Day, 0, From::Mention, "time of day").at(Some(clock));
    let joint = c.optional(len, &[","]);
    let joint = joint + c.optional(len + joint, &["on", "of"]);
    match base(c.skip(len + joint)) {
        Some(day) if day.is_day() && day.time.is_none() => {
            Some(Found { rule: "time and day", ..day.longer(len + joint).at(Some(clock)) })
        }
        _ => Some(alone),
    }
}

/// A time on the clock with its zone.
fn clock(c: Cursor) -> Option<(usize, Clock)> {
    let (len, mut clock) = face(c)?;
    let (more, said) = zone(c.skip(len));
    if let Clock::At { zone, .. } = &mut clock {
        *zone = said;
    }
    Some((len + more, clock))
}

/// "5 p.m.", "10:30 a.m.", "17:00", "noon", "five o’clock", "4 in the morning".
fn face(c: Cursor) -> Option<(usize, Clock)> {
    let (len, hour, minute, second) = match c.peek(0) {
        Lexeme::NamedHour(hour) => return Some((1, at(hour, None, None))),
        Lexeme::Clock { hour, minute, second } => (1, hour, Some(minute), second),
        Lexeme::Decimal(hundredths) if hundredths / 100 <= 12 && hundredths % 100 < 60 => {
            if !matches!(c.peek(1), Lexeme::Meridiem(_)) {
                return None;
            }
            (1, (hundredths / 100) as u8, Some((hundredths % 100) as u8), None)
        }
        // "1922 UTC"
        Lexeme::Digits { value, len: 4, grouped: false }
            if value / 100 < 24 && value % 100 < 60 && matches!(c.peek(1), Lexeme::Zone(_)) =>
        {
            return Some((1, at((value / 100) as u8, Some((value % 100) as u8), None)));
        }
        Lexeme::Digits { value, len: 1..=2, .. } if value <= 24 => (1, value as u8, None, None),
        Lexeme::Cardinal(hour @ 1..=12) => (1, hour, None, None),
        _ => return None,
    };
    if let Lexeme::Meridiem(pm) = c.peek(len) {
        return (1..=12)
            .contains(&hour)
            .then(|| (len + 1, at(hour % 12 + if pm { 12 } else { 0 }, minute, second)));
    }
    let clock = usize::from(c.is(len, &["o'clock", "o’clock"]));
    if let Some((more, pm)) = day_half(c.skip(len + clock)) {
        let hour = if pm && hour < 12 { hour + 12 } else { hour };
        return (minute.is_some() || hour > 0).then(|| (len + clock + more, at(hour, minute, second)));
    }
    if clock > 0 {
        return Some((len + 1, at(hour, None, None)));
    }
    (minute.is_some() && !negative::is_score(c)).then(|| (len, at(hour, minute, second)))
}

fn at(hour: u8, minute: Option<u8>, second: Option<u8>) -> Clock {
    Clock::At { hour, minute, second, zone: Zone::Unsaid }
}

/// "in the morning", "at night": its length and whether it is after noon.
fn day_half(c: Cursor) -> Option<(usize, bool)> {
    let len = if c.is(0, &["in"]) && c.is(1, &["the"]) {
        2
    } else if c.is(0, &["at"]) {
        1
    } else {
        return None;
    };
    match c.peek(len) {
        Lexeme::PartOfDay(PartOfDay::Morning) => Some((len + 1, false)),
        Lexeme::PartOfDay(PartOfDay::Afternoon | PartOfDay::Evening | PartOfDay::Night) => {
            Some((len + 1, true))
        }
        _ => None,
    }
}

/// "GMT", "(UTC+3)", "Eastern Standard Time": its length, 0 if there is none, and what it says.
fn zone(c: Cursor) -> (usize, Zone) {
    let bracket = c.optional(0, &["("]);
    let (len, zone) = zone_name(c.skip(bracket));
    match bracket {
        0 => (len, zone),
        _ if len > 0 && c.is(1 + len, &[")"]) => (len + 2, zone),
        _ => (0, Zone::Unsaid),
    }
}

fn zone_name(c: Cursor) -> (usize, Zone) {
    let spelled = c.is(2, &["time"]) && c.case(0).is_capitalised() && c.case(2).is_capitalised();
    match c.peek(0) {
        _ if spelled && c.is(0, &["greenwich"]) && c.is(1, &["mean"]) => (3, Zone::Utc),
        _ if spelled && c.is(1, &["standard", "daylight", "summer", "european"]) => (3, Zone::Unsaid),
        Lexeme::Zone(true) => match offset(c.skip(1)) {
            Some((len, minutes)) => (1 + len, Zone::Ahead(minutes)),
            None => (1 + c.optional(1, &["time"]), Zone::Utc),
        },
        Lexeme::Zone(false) => (1 + c.optional(1, &["time"]), Zone::Unsaid),
        Lexeme::Glue if c.is(0, &["local"]) && c.is(1, &["time"]) => (2, Zone::Unsaid),
        _ => (0, Zone::Unsaid),
    }
}

/// "+8", "-5:30": hours and minutes from UTC, in minutes. The farthest zones are 12 hours behind and 14 ahead.
fn offset(c: Cursor) -> Option<(usize, i16)> {
    let sign = match c.word(0) {
        "+" => 1,
        "-" | "–" | "−" => -1,
        _ => return None,
    };
    let (hours, minutes) = match c.peek(1) {
        Lexeme::Digits { value: hours @ 0..=14, len: 1 | 2, .. } => (hours as i16, 0),
        Lexeme::Clock { hour: hours @ 0..=14, minute, second: None } => (i16::from(hours), i16::from(minute)),
        _ => return None,
    };
    c.glued(1).then_some((2, sign * (hours * 60 + minutes)))
}

/// "Friday night", "yesterday morning", "June 5 evening", "tonight", "this morning", "the next morning".
pub(super) fn part_of_day(c: Cursor) -> Option<Found> {
    if c.peek(0) == Lexeme::Tonight {
        return Some(of_day(1, 0, From::Article, PartOfDay::Night));
    }
    let the = c.optional(0, &["the"]);
    let (len, count, from) = match (c.word(the), c.word(the + 1)) {
        ("this", _) => (1, 0, From::Article),
        ("that" | "same", _) => (1, 0, From::Mention),
        ("next" | "following", _) => (1, 1, From::Mention),
        ("previous" | "preceding", _) => (1, -1, From::Mention),
        ("last", "night" | "evening") => (1, -1, From::Article),
        _ => return None,
    };
    let adjective = c.optional(the + len, &["early", "late", "mid"]);
    let at = the + len + adjective;
    let at = at + usize::from(adjective > 0 && c.is_hyphen(at));
    let Lexeme::PartOfDay(part) = c.peek(at) else { return None };
    Some(of_day(at + 1, count, from, part))
}

fn of_day(len: usize, count: i32, from: From, part: PartOfDay) -> Found {
    Found::shift(len, Unit::Day, count, from, "part of day").at(Some(Clock::Part(part)))
}

/// What may follow a day that was found: a part of it, or a time.
pub(super) fn after_day(c: Cursor, found: Found) -> Found {
    if !found.is_day() || found.time.is_some() {
        return found;
    }
    let rest = c.skip(found.len);
    if let Some((len, part)) = part_after(rest) {
        return found.longer(len).at(Some(Clock::Part(part)));
    }
    let joint = rest.optional(0, &[","]);
    let joint = joint + rest.optional(joint, &["at"]);
    match clock(rest.skip(joint)) {
        Some((len, clock)) if joint > 0 => found.longer(joint + len).at(Some(clock)),
        _ => found,
    }
}

/// "night", "late morning", "in the morning".
fn part_after(c: Cursor) -> Option<(usize, PartOfDay)> {
    let lead = match (c.word(0), c.word(1)) {
        ("in", "the") => 2,
        ("at" | "early" | "late" | "mid", _) => 1,
        _ => 0,
    };
    let lead = lead + usize::from(lead == 1 && c.is_hyphen(1));
    match c.peek(lead) {
        Lexeme::PartOfDay(part)
            if !c.is(lead, &["overnight", "dawn", "dusk"]) && !negative::is_show(c, lead) =>
        {
            Some((lead + 1, part))
        }
        _ => None,
    }
}

/// "midday", "overnight", "mid-afternoon", "the morning", "early evening": a part of the day alone.
pub(super) fn lone_part(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let adjective = c.optional(the, &["early", "late", "mid"]);
    let at = the + adjective;
    let at = at + usize::from(adjective > 0 && c.is_hyphen(at));
    let Lexeme::PartOfDay(part) = c.peek(at) else { return None };
    let worth = adjective > 0 || the > 0 && c.before(1) == "in" || c.is(at, &["overnight"]);
    if the > 0 && c.is(at + 1, &["of"]) {
        // "the night of October 23"
        let day = base(c.skip(at + 2)).filter(|day| day.is_day() && day.time.is_none())?;
        return Some(Found { rule: "part of day", ..day.longer(at + 2).at(Some(Clock::Part(part))) });
    }
    // "late-night tweets", "early evening news"
    if adjective > 0 && c.peek(at + 1) == Lexeme::Other && c.case(at + 1) == Case::Lower {
        return None;
    }
    let named = worth && !c.is(at, &["dawn", "dusk"]) && !c.is(at + 1, &["-"]);
    named.then(|| {
        let alone = of_day(at + 1, 0, From::Mention, part);
        let day = base(c.skip(at + 1)).filter(|day| day.is_day() && day.time.is_none());
        day.map_or(alone, |day| day.longer(at + 1).at(Some(Clock::Part(part))))
    })
}
