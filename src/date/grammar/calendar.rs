//! Names in the calendar: days, months, years, decades, centuries.

use super::numbers;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Field, Found, Meaning, Named, Pick, YearOf};
use crate::date::negative;
use crate::date::value::{Unit, days_of};
use crate::document::Case;

/// "March 17", "17 March 2023", "Friday, March 17, 2023", "the 17th of March", "Mar. 17, ’23".
pub(super) fn day(c: Cursor) -> Option<Found> {
    let lead = weekday_before(c);
    let start = c.skip(lead);
    let (chosen, pick) = if lead == 0 { pick(c) } else { (0, Pick::Any) };
    let start = start.skip(chosen);
    let (len, month, day) = month_day(start).or_else(|| day_month(start))?;
    let lead = lead + chosen;
    if day > days_of(month) {
        return None;
    }
    let (more, year) = year_after(start.skip(len));
    Some(picked(lead + len + more, Field::Day { month, day }, year, pick, "day"))
}

/// "on the 24th": of the month that the text speaks of.
pub(super) fn day_of_month(c: Cursor) -> Option<Found> {
    let (Lexeme::Ordinal(day @ 1..=31), true) = (c.peek(1), c.is(0, &["the"])) else { return None };
    let digits = c.word(1).as_bytes()[0].is_ascii_digit();
    let placed = matches!(c.before(1), "on" | "until" | "by" | "since");
    // "on the 7th floor" counts floors.
    let alone = c.peek(2) == Lexeme::Other && !c.is(2, &["century"])
        || c.is(2, &["and", "to", ",", ".", "or", "at", "in"]);
    let noun = c.case(2) == Case::Lower && c.peek(2) == Lexeme::Other && !negative::is_verb(c.word(2));
    (digits && placed && alone && !noun)
        .then(|| Found::named(2, Field::DayOfMonth(day), YearOf::Unsaid, "day of month"))
}

/// Length of a weekday and its comma before a date.
fn weekday_before(c: Cursor) -> usize {
    match c.peek(0) {
        Lexeme::Weekday(_) => 1 + c.optional(1, &[",", "the"]),
        Lexeme::Glue => match pick(c) {
            (lead, Pick::Next) if matches!(c.peek(lead), Lexeme::Weekday(_)) => {
                lead + 1 + c.optional(lead + 1, &[","])
            }
            _ => 0,
        },
        _ => 0,
    }
}

/// "March 17", "March the 17th".
fn month_day(c: Cursor) -> Option<(usize, u8, u8)> {
    let Lexeme::Month(month) = c.peek(0) else { return None };
    let the = c.optional(1, &["the"]);
    let (len, day) = numbers::day(c.skip(1 + the))?;
    if the == 0 && c.glued(1) && !c.is_dash(0) {
        return None;
    }
    let next = c.skip(1 + the);
    (!negative::is_quantity(next, len)).then_some((1 + the + len, month, day))
}

/// "17 March", "the 17th of March", "17-Mar".
fn day_month(c: Cursor) -> Option<(usize, u8, u8)> {
    let the = c.optional(0, &["the"]);
    let (len, day) = numbers::day(c.skip(the))?;
    let mut at = the + len;
    at += usize::from(the > 0 && c.is(at, &["day"]));
    at += c.optional(at, &["of"]);
    at += usize::from(c.is_hyphen(at));
    match c.peek(at) {
        Lexeme::Month(month) => Some((at + 1, month, day)),
        _ => None,
    }
}

/// A year after a day or month, with its comma or hyphen.
fn year_after(c: Cursor) -> (usize, YearOf) {
    for joint in [0, 1] {
        if joint == 1 && !(c.is(0, &[",", "of", "in"]) || c.is_hyphen(0)) {
            break;
        }
        if let Some((len, year)) = numbers::year(c.skip(joint)) {
            let named = matches!(year, YearOf::Shifted(..));
            // "in 1998" is a year of its own; so is "this year" after a dash.
            if c.is(0, &["in"]) && !named || joint == 1 && c.is_hyphen(0) && named {
                continue;
            }
            return (joint + len, year);
        }
        // "17-Mar-98", not "14 August-24 August".
        let hyphens = joint == 1 && c.is_hyphen(0) && c.before(2) == "-";
        if let (Lexeme::Digits { value, len: 2, .. }, true) = (c.peek(1), hyphens) {
            return (2, YearOf::Short(value as u8));
        }
    }
    (0, YearOf::Unsaid)
}

/// "March", "March 2023", "March of last year", "last March", "Oct. ’98".
pub(super) fn month(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let Lexeme::Month(month) = c.peek(lead) else { return None };
    let (more, year) = if pick == Pick::Any { year_after(c.skip(lead + 1)) } else { (0, YearOf::Unsaid) };
    Some(picked(lead + 1 + more, Field::Month(month), year, pick, "month"))
}

/// "Friday", "last Friday", "this coming Friday".
pub(super) fn weekday(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let Lexeme::Weekday(weekday) = c.peek(lead) else { return None };
    if lead == 0 && (c.before(1) == "any" || c.before(1) == "a" && c.before(2) == "on") {
        return None;
    }
    let of = c.skip(lead + 1);
    // "Friday of last week": the week decides.
    let found = picked(lead + 1, Field::Weekday(weekday), YearOf::Unsaid, pick, "weekday");
    if pick == Pick::Any {
        let (skip, count) = match (of.word(0), of.word(1), of.word(2)) {
            ("of" | ",", "last", "week") => (3, -1),
            ("of" | ",", "this", "week") => (3, 0),
            ("of" | ",", "next", "week") => (3, 1),
            ("last", "week", _) => (2, -1),
            ("this", "week", _) => (2, 0),
            ("next", "week", _) => (2, 1),
            _ => return Some(found),
        };
        let field = Field::WeekdayOf { weekday, weeks: count };
        return Some(Found::named(lead + 1 + skip, field, YearOf::Unsaid, "weekday of week"));
    }
    Some(found)
}

/// "last", "this past", "the following" …: how many tokens, and which it picks.
pub(super) fn pick(c: Cursor) -> (usize, Pick) {
    let the = c.optional(0, &["the"]);
    let (len, pick) = match (c.word(the), c.word(the + 1)) {
        ("this", "past" | "last") => (2, Pick::Last),
        ("this", "coming" | "next") => (2, Pick::Next),
        ("last" | "past", _) => (1, Pick::Last),
        ("this", _) => (1, Pick::This),
        ("next" | "coming", _) => (1, Pick::Next),
        ("following", _) => (1, Pick::Following),
        ("previous" | "preceding", _) => (1, Pick::Preceding),
        _ => return (0, Pick::Any),
    };
    (the + len, pick)
}

/// A name with its pick.
pub(super) fn picked(len: usize, field: Field, year: YearOf, pick: Pick, rule: &'static str) -> Found {
    Found::new(len, Meaning::Named(Named { field, year, pick }), rule)
}

/// "1998", "the year 2000", "’98", "44 BC", "AD 79", "nineteen ninety-six".
pub(super) fn year(c: Cursor) -> Option<Found> {
    if let Lexeme::Era(before) = c.peek(0) {
        let Lexeme::Digits { value, len: 1..=4, grouped: false } = c.peek(1) else { return None };
        let year = value as i16;
        return (year > 0).then(|| {
            Found::named(2, Field::Year, YearOf::Full(if before { -year } else { year }), "year with era")
        });
    }
    let lead = if c.is(0, &["the"]) && c.is(1, &["year"]) { 2 } else { 0 };
    let (len, year) = numbers::year(c.skip(lead))?;
    if matches!(year, YearOf::Shifted(..)) {
        return None;
    }
    // "Office ’11", "Expo ’98": part of a name.
    if matches!(year, YearOf::Short(_)) && matches!(c.case_before(1), Case::Title | Case::Mixed | Case::Upper)
    {
        return None;
    }
    // Three digits alone are a year after "in" or "c." only.
    if c.word(0).len() == 3 && lead == 0 && len == 1 && !negative::is_dated(c) {
        return None;
    }
    let bare = lead == 0 && len == 1 && c.word(0).len() > 3;
    if bare && negative::is_no_year(c) {
        return None;
    }
    Some(Found::named(lead + len, Field::Year, year, "year"))
}

/// "the 1980s", "the ’90s", "the nineties".
pub(super) fn decade(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let mark = numbers::apostrophe(c.skip(the));
    let at = the + usize::from(mark);
    let (len, first) = decade_name(c.skip(at))?;
    let field = match first {
        1000.. if first % 100 == 0 && first < 2000 => Field::Century((first / 100).cast_signed()),
        1000.. => Field::Decade((first / 10).cast_signed()),
        _ => {
            if the == 0 && !mark || negative::is_decade_of_life(c) {
                return None;
            }
            Field::ShortDecade((first / 10) as u8)
        }
    };
    Some(Found::named(at + len, field, YearOf::Unsaid, "decade"))
}

/// "1980s", "1980’s", "90s", "nineties", "nineteen eighties".
fn decade_name(c: Cursor) -> Option<(usize, u16)> {
    match c.peek(0) {
        Lexeme::Decade(first) => Some((1, first)),
        Lexeme::Cardinal(century @ 15..=20) => match c.peek(1) {
            Lexeme::Decade(tens) if tens < 100 => Some((2, u16::from(century) * 100 + tens)),
            _ => None,
        },
        Lexeme::Digits { value, len: 4, grouped: false }
            if value % 10 == 0
                && (1000..2100).contains(&value)
                && c.before(1) == "the"
                && c.is(1, &["'s", "’s"])
                && c.glued(1) =>
        {
            Some((2, value as u16))
        }
        Lexeme::Digits { value, len: 4, grouped: false }
            if value % 10 == 0
                && (1000..2100).contains(&value)
                && c.is(1, &["'", "’"])
                && c.is(2, &["s"])
                && c.glued(1)
                && c.glued(2) =>
        {
            Some((3, value as u16))
        }
        _ => None,
    }
}

/// "the 20th century", "the fifth century BC".
pub(super) fn century(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let (len, number) = numbers::ordinal(c.skip(the))?;
    let mut at = the + len;
    at += usize::from(c.is_hyphen(at));
    let (Lexeme::Unit { unit: Unit::Century, .. }, 1..=30) = (c.peek(at), number) else { return None };
    let (more, before) = numbers::era(c, at + 1);
    let century = i16::from(number) - 1;
    let field = Field::Century(if before { -century } else { century });
    Some(Found::named(at + 1 + more, field, YearOf::Unsaid, "century"))
}
