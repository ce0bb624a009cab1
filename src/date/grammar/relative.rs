//! Days and stretches counted from here or from the last date mentioned.

use super::base;
use super::calendar::pick;
use super::numbers;
use super::vague;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Field, Found, From, Meaning, Pick, Shift, Vague, YearOf};
use crate::date::value::{Amount, Modifier, Unit};

/// "today", "yesterday", "tomorrow"; "today" for these days is no day.
pub(super) fn deictic(c: Cursor) -> Option<Found> {
    match c.peek(0) {
        Lexeme::Deictic(0) if vague::is_nowadays(c) => {
            Some(Found::vague(1, Vague::Present, "today for these days"))
        }
        Lexeme::Deictic(count) => Some(Found::shift(1, Unit::Day, i32::from(count), From::Today, "today")),
        _ => None,
    }
}

/// "last week", "this coming weekend", "the following year", "that day", "the same month".
pub(super) fn picked_unit(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let (lead, count, from) = match pick {
        Pick::Any => same(c)?,
        Pick::Last => (lead, -1, From::Article),
        Pick::This => (lead + c.optional(lead, &["same", "very"]), 0, From::Article),
        Pick::Next => (lead, 1, if is_anaphoric_next(c, lead) { From::Mention } else { From::Article }),
        Pick::Following => (lead, 1, From::Mention),
        Pick::Preceding => (lead, -1, From::Mention),
    };
    let lead = lead + c.optional(lead, &["fiscal", "full", "calendar"]);
    let Lexeme::Unit { unit, plural: false } = c.peek(lead) else { return None };
    if unit < Unit::Day || is_name_of_something(c, lead) {
        return None;
    }
    let later = later_in(c.skip(lead + 1));
    Some(Found::shift(lead + 1 + later, unit, count, from, "this, last or next"))
}

/// "the next day" and "the next month" look on from the story's time, "next month" from the article's.
fn is_anaphoric_next(c: Cursor, lead: usize) -> bool {
    c.is(0, &["the"]) && c.is(lead - 1, &["next"]) && !c.is(0, &["this"])
}

/// "that day", "the same week", "that same year", "in the same year".
fn same(c: Cursor) -> Option<(usize, i32, From)> {
    match (c.word(0), c.word(1)) {
        ("that" | "the", "same") => Some((2, 0, From::Mention)),
        ("that", _) => Some((1, 0, From::Mention)),
        _ => None,
    }
}

/// "this week's high" is one; "that day care", "this year-old" are not.
fn is_name_of_something(c: Cursor, unit: usize) -> bool {
    c.is_hyphen(unit + 1) || c.is(unit + 1, &["care", "old"])
}

/// "or so" after "the next year".
fn later_in(c: Cursor) -> usize {
    if c.is(0, &["or"]) && c.is(1, &["so"]) { 2 } else { 0 }
}

/// "the week", "the weekend", "the year": the one that the text is about.
pub(super) fn the_unit(c: Cursor) -> Option<Found> {
    if !c.is(0, &["the"]) {
        return None;
    }
    let full = c.optional(1, &["full", "current", "latest", "whole"]);
    let Lexeme::Unit { unit, plural: false } = c.peek(1 + full) else { return None };
    if c.case(1 + full).is_capitalised() {
        return None;
    }
    let at = 2 + full;
    let from = match unit {
        Unit::Quarter => From::Period,
        Unit::Weekend | Unit::Week | Unit::Month | Unit::Year => From::Article,
        Unit::Day if c.before(1) == "in" && matches!(c.before(2), "later" | "earlier") => From::Story,
        _ => return None,
    };
    // "the year before", with nothing that "before" could govern
    if full == 0 && c.is(at, &["before"]) && ends_clause(c.skip(at + 1)) {
        return Some(Found::shift(at + 1, unit, -1, From::Mention, "counted units"));
    }
    // "the year that", "the month of", "the year-old", "the week's" is right, "the year before" is another rule's.
    if c.is_hyphen(at)
        || c.is(at, &["of", "that", "when", "after", "before", "he", "she", "they", "it", "ago", "since"])
    {
        return None;
    }
    Some(Found::shift(at, unit, 0, from, "the one at hand"))
}

/// "the latest quarter", "the year-earlier period", "the 1988 period", "last year's quarter", "the corresponding period last year".
pub(super) fn period(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let at = the + c.optional(the, &["comparable", "corresponding", "same"]);
    if let (Lexeme::Digits { value, len: 4, grouped: false }, "period" | "quarter") =
        (c.peek(at), c.word(at + 1))
    {
        let year = YearOf::Full(value as i16);
        return (value < 2200).then(|| Found::named(at + 2, Field::Period, year, "period"));
    }
    let (len, count, from) = match (c.word(at), c.word(at + 1), c.word(at + 2)) {
        ("latest", ..) if the > 0 => (1, 0, From::Period),
        ("year", "-", "earlier" | "ago")
        | ("last" | "prior", "year", "'s" | "’s")
        | ("prior", "-", "year") => (3, -1, From::Period),
        ("quarter" | "period", ..) if at > the => {
            let after = c.skip(at + 1);
            let joint = after.optional(0, &["of"]);
            let last = after.is(joint, &["last"]) && after.is(joint + 1, &["year"]);
            let earlier = after.is(joint, &["a"])
                && after.is(joint + 1, &["year"])
                && after.is(joint + 2, &["earlier", "ago"]);
            let len = if last {
                2
            } else if earlier {
                3
            } else {
                return None;
            };
            return Some(Found::shift(at + 1 + joint + len, Unit::Year, -1, From::Period, "period"));
        }
        _ => return None,
    };
    let noun = c.optional(at + len, &["period", "quarter"]);
    if noun == 0 && !(len == 3 && c.is_hyphen(at + 1)) {
        return None;
    }
    Some(Found::shift(
        at + len + noun,
        if count == 0 { Unit::Quarter } else { Unit::Year },
        count,
        from,
        "period",
    ))
}

/// "two years ago", "a week later", "three days earlier", "a year from now", "10 days hence".
pub(super) fn counted(c: Cursor) -> Option<Found> {
    let (lead, modifier) = approximately(c);
    // "[Ten] years ago": a number that an editor put into a quotation.
    let bracket = c.optional(lead, &["["]);
    let lead = lead + bracket;
    let (len, amount) = numbers::amount(c.skip(lead)).or_else(|| bare_plural(c.skip(lead)))?;
    if bracket > 0 && !c.is(lead + len, &["]"]) {
        return None;
    }
    let at = lead + len + bracket;
    let at = at + c.optional(at, &["more", "full", "whole", "short"]);
    let (unit, at) = unit(c, at)?;
    if unit == Unit::Hour {
        return hours(c.skip(at), at, amount).map(|found| found.with(modifier));
    }
    if unit < Unit::Day {
        return None;
    }
    let (more, direction, from) = direction(c.skip(at), amount, unit)?;
    let found = match amount.count() {
        Some(count) => shift(at + more, unit, count.checked_mul(direction)?, from),
        None if amount == Amount::Some => return Some(uncounted(at + more, direction)),
        None => fraction(at + more, unit, amount, direction, from)?,
    };
    Some(found.with(modifier))
}

/// "48 hours ago" in whole days, "a few hours ago" in none; the hour of writing that others count from is not known.
fn hours(c: Cursor, len: usize, amount: Amount) -> Option<Found> {
    if !c.is(0, &["ago"]) {
        return None;
    }
    match amount.count() {
        Some(hours) if hours > 0 && hours % 24 == 0 => {
            Some(shift(len + 1, Unit::Day, -(hours / 24), From::Article))
        }
        _ if amount == Amount::Some => Some(uncounted(len + 1, -1)),
        _ => None,
    }
}

fn unit(c: Cursor, at: usize) -> Option<(Unit, usize)> {
    let at = at + c.optional(at, &["trading", "business", "working"]);
    match c.peek(at) {
        Lexeme::Unit { unit, .. } => Some((unit, at + 1)),
        _ => None,
    }
}

/// "years ago" has no number at all.
fn bare_plural(c: Cursor) -> Option<(usize, Amount)> {
    matches!(c.peek(0), Lexeme::Unit { plural: true, .. }).then_some((0, Amount::Some))
}

/// The word after "two years": its length, its sign and what it counts from.
fn direction(c: Cursor, amount: Amount, unit: Unit) -> Option<(usize, i32, From)> {
    let year = amount == Amount::whole(1) && unit == Unit::Year;
    Some(match (c.word(0), c.word(1)) {
        ("ago", _) => (1, -1, if year { From::Period } else { From::Article }),
        ("back", _) => (1, -1, From::Article),
        ("earlier", _) if year => (1, -1, From::Period),
        ("earlier", _) => (1, -1, From::Mention),
        ("before" | "previously", _) => return ends_clause(c.skip(1)).then_some((1, -1, From::Mention)),
        ("later", _) => (1, 1, From::Mention),
        ("from", "now" | "today") => (2, 1, From::Article),
        ("hence", _) => (1, 1, From::Article),
        _ => return None,
    })
}

/// Whether nothing follows that "before" could govern.
fn ends_clause(c: Cursor) -> bool {
    matches!(c.word(0), "" | "." | "," | ";" | "?" | "!" | ")" | "”" | "\"" | "and" | "but" | "in" | "when")
}

fn shift(len: usize, unit: Unit, count: i32, from: From) -> Found {
    // "a decade ago" is a year, "two weekends ago" a week.
    let (unit, count) = match unit {
        Unit::Weekend => (Unit::Week, count),
        Unit::Decade => (Unit::Year, count.saturating_mul(10)),
        Unit::Century => (Unit::Year, count.saturating_mul(100)),
        Unit::Millennium => (Unit::Year, count.saturating_mul(1000)),
        unit => (unit, count),
    };
    Found::shift(len, unit, count, from, "counted units")
}

/// "a few years ago" names no year.
fn uncounted(len: usize, direction: i32) -> Found {
    Found::vague(len, if direction < 0 { Vague::Past } else { Vague::Future }, "uncounted units")
}

/// "a year and a half ago", "two and a half weeks later": counted in the next smaller unit.
fn fraction(len: usize, unit: Unit, amount: Amount, direction: i32, from: From) -> Option<Found> {
    let Amount::Exact(hundredths) = amount else { return None };
    let (smaller, per) = match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Year, 100),
        Unit::Month => (Unit::Week, 4),
        Unit::Week => (Unit::Day, 7),
        _ => return None,
    };
    let count = i32::try_from(hundredths.checked_mul(per)? / 100).ok()?;
    Some(shift(
        len,
        smaller,
        count.checked_mul(direction)?,
        if from == From::Period { From::Mention } else { from },
    ))
}

/// "about", "nearly", "more than", "at least" …: how many tokens, and the modifier they make.
pub(super) fn approximately(c: Cursor) -> (usize, Option<Modifier>) {
    let (len, modifier) = match (c.word(0), c.word(1), c.word(2)) {
        ("no", "more", "than") => (3, Modifier::EqualOrLess),
        ("no", "less" | "fewer", "than") => (3, Modifier::EqualOrMore),
        ("more", "than", _) => (2, Modifier::MoreThan),
        ("less" | "fewer", "than", _) => (2, Modifier::LessThan),
        ("at", "least", _) => (2, Modifier::EqualOrMore),
        ("at", "most", _) | ("up", "to", _) => (2, Modifier::EqualOrLess),
        ("over", ..) if !matches!(c.peek(1), Lexeme::Glue | Lexeme::Some) || c.is(1, &["a", "an"]) => {
            (1, Modifier::MoreThan)
        }
        ("about" | "around" | "approximately" | "roughly", ..) => (1, Modifier::Approx),
        ("nearly" | "almost", ..) => (1, Modifier::LessThan),
        _ => return (0, None),
    };
    (len, Some(modifier))
}

/// "the day before yesterday", "the day after tomorrow", "two days after Christmas", "the week of March 6".
pub(super) fn from_date(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let (len, amount) = numbers::amount(c).unwrap_or((the, Amount::whole(1)));
    let Lexeme::Unit { unit, plural } = c.peek(len) else { return None };
    let direction = match c.word(len + 1) {
        "before" => -1,
        "after" => 1,
        "of" if the > 0 && len == the && !plural => 0,
        _ => return None,
    };
    if unit < Unit::Day || len == 0 && direction == 0 {
        return None;
    }
    let anchor = base(c.skip(len + 2))?;
    let fits = match direction {
        0 => matches!(unit, Unit::Week | Unit::Weekend) && anchor.is_day() && anchor.len > 0,
        _ => {
            anchor.is_day()
                || matches!(&anchor.meaning, Meaning::Named(named) if named.field != Field::Year)
                    && unit == Unit::Day
        }
    };
    if !fits || anchor.time.is_some() {
        return None;
    }
    let count = if direction == 0 { 0 } else { amount.count()?.checked_mul(direction)? };
    let shift = Shift { unit, count, from: From::Date(Box::new(anchor.meaning)) };
    Some(Found::new(len + 2 + anchor.len, Meaning::Shift(shift), "counted from a date"))
}
