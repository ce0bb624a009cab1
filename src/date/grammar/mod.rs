//! The grammar: an ordered list of small rules, one per construction. At each place where an expression may begin
//! every rule is tried; the longest match wins, and of equally long ones the first.

mod calendar;
mod clock;
mod length;
mod numbers;
mod numeric;
mod period;
mod position;
mod recurring;
mod relative;
mod vague;

use super::cursor::Cursor;
use super::meaning::Found;

type Rule = fn(Cursor) -> Option<Found>;

/// Rules that name a stretch of the calendar.
const CALENDAR: &[Rule] = &[
    numeric::day,
    calendar::day,
    calendar::day_of_month,
    calendar::month,
    calendar::weekday,
    calendar::year,
    calendar::decade,
    calendar::century,
    period::holiday,
    period::part_of_year,
    period::fiscal_year,
    period::season,
    relative::deictic,
    relative::from_date,
    relative::counted,
    relative::picked_unit,
    relative::period,
    relative::the_unit,
    clock::part_of_day,
    position::within,
    position::year_end,
];

/// Rules for times of day, lengths, recurrences and references.
const OTHER: &[Rule] = &[
    clock::time_of_day,
    clock::lone_part,
    vague::reference,
    length::length,
    length::uncounted,
    recurring::recurring,
];

/// The longest expression that begins at the cursor.
pub(super) fn longest(c: Cursor) -> Option<Found> {
    let other = best(OTHER, c);
    match base(c) {
        Some(found) if other.as_ref().is_none_or(|other| other.len <= found.len) => Some(found),
        _ => other,
    }
}

/// The longest name of a stretch of the calendar that begins at the cursor, with its time of day. Rules that build
/// on other expressions come back here, [`Cursor::deeper`] bounds how often.
fn base(c: Cursor) -> Option<Found> {
    let found = best(CALENDAR, c.deeper()?)?;
    Some(clock::after_day(c, found))
}

fn best(rules: &[Rule], c: Cursor) -> Option<Found> {
    let mut best: Option<Found> = None;
    for found in rules.iter().filter_map(|rule| rule(c)) {
        if best.as_ref().is_none_or(|best| best.len < found.len) {
            best = Some(found);
        }
    }
    best
}
