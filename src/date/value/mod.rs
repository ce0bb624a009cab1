//! What an expression comes to: a stretch of the calendar with its grain, a time of day, a length of time; and how
//! TIMEX3 writes it.

mod clock;
mod length;
mod when;

pub(super) use clock::{Clock, PartOfDay, Zone};
pub(super) use length::{Amount, Length};
pub(super) use when::{Season, When, add_days, day_of, days_between, days_of, shifted_day, week_day};

use crate::analysis::DateKind;

/// A calendar unit, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// The TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    MoreThan,
    LessThan,
    EqualOrMore,
    EqualOrLess,
}

impl Modifier {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
        }
    }
}

/// The type of an expression that names a stretch of the calendar, with or without a time of day.
pub(super) fn calendar_kind(time: Option<Clock>) -> DateKind {
    if time.is_some() { DateKind::Time } else { DateKind::Date }
}
