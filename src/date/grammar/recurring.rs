//! Things that recur.

use super::numbers;
use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Every, Field, Found, Meaning};
use crate::date::negative;
use crate::date::value::{Amount, Clock, Length, Unit};

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
        Lexeme::PartOfDay(_) => Some(every_unit(at + 1, step, Unit::Day)),
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
