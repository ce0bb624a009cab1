//! Days in digits: "2023-03-17", "3/17/2023", "17.3.2023".
//!
//! Which number of "3/4/2023" is the month: a number over 12 is the day; else the text's other slashed days that have
//! such a number decide by their majority; else the dateline, day first if it is written "17 March"; else the month
//! comes first, as in the United States. With dots the day always comes first.

use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Field, Found, YearOf};

/// A day in digits. Which of two small numbers is the month, the text as a whole decides.
pub(super) fn day(c: Cursor) -> Option<Found> {
    iso(c).or_else(|| slashed(c)).or_else(|| dotted(c))
}

/// Digits `ahead`: their value and how many.
fn digits(c: Cursor, ahead: usize) -> Option<(u32, u8)> {
    match c.peek(ahead) {
        Lexeme::Digits { value, len, grouped: false } => Some((value, len)),
        _ => None,
    }
}

/// "2023-03-17", "2023/03/17"
fn iso(c: Cursor) -> Option<Found> {
    let parts = (digits(c, 0)?, digits(c, 2)?, digits(c, 4)?);
    let ((year, 4), (month @ 1..=12, 2), (day @ 1..=31, 2)) = parts else { return None };
    let slashes = c.is(1, &["/"]) && c.is(3, &["/"]) && (1..=4).all(|ahead| c.glued(ahead));
    let joined = slashes || c.is_hyphen(1) && c.is_hyphen(3) && !c.is_hyphen(5);
    joined.then(|| {
        let field = Field::Day { month: month as u8, day: day as u8 };
        Found::named(5, field, YearOf::Full(year as i16), "day in digits")
    })
}

/// "3/17/2023", "17-3-98"
fn slashed(c: Cursor) -> Option<Found> {
    let ((first @ 1..=31, 1..=2), (second @ 1..=31, 1..=2)) = (digits(c, 0)?, digits(c, 2)?) else {
        return None;
    };
    let (year, width) = digits(c, 4)?;
    let joint = c.word(1);
    let joined = matches!(joint, "/" | "-") && c.word(3) == joint && (1..=4).all(|ahead| c.glued(ahead));
    // "3/17/2023-3/19/2023" are two days, "3-17-2023-3" is none.
    let goes_on = c.glued(5) && matches!(c.word(5), "/" | "-");
    let alone = !goes_on || joint == "/" && c.is_hyphen(5) && c.is(7, &["/"]);
    let year = match width {
        4 if (1000..2200).contains(&year) => YearOf::Full(year as i16),
        2 => YearOf::Short(year as u8),
        _ => return None,
    };
    (joined && alone && (first <= 12 || second <= 12))
        .then(|| Found::named(5, Field::Slashed(first as u8, second as u8), year, "day in digits"))
}

/// "17.3.2023": one token; with dots the day comes first.
fn dotted(c: Cursor) -> Option<Found> {
    let (_, 8) = digits(c, 0)? else { return None };
    let mut parts = c.word(0).split('.').map(|part| part.parse::<u16>().ok());
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month, day) = if first > 31 { (first, second, third) } else { (third, second, first) };
    let real = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
    real.then(|| {
        let field = Field::Day { month: month as u8, day: day as u8 };
        Found::named(1, field, YearOf::Full(year.cast_signed()), "day in digits")
    })
}
