//! What the words of an expression say, before anything outside them is consulted.

use super::holiday::Holiday;
use super::value::{Clock, Length, Modifier, Season, Unit};

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A name in the calendar: "March 17", "1998", "the third quarter", "last Friday".
    Named(Named),
    /// So many units away from something: "yesterday", "last week", "two years later".
    Shift(Shift),
    /// A length of time: "two weeks".
    Length(Length),
    /// Something that comes again: "daily", "every Monday".
    Every(Every),
    /// "now", "recently", "soon".
    Vague(Vague),
}

/// A name in the calendar, perhaps without its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) field: Field,
    pub(super) year: YearOf,
    pub(super) pick: Pick,
}

/// What is named within the year, or instead of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The year itself.
    Year,
    Half(u8),
    Quarter(u8),
    /// "the 1988 period": the part of the year that the text reports on.
    Period,
    Season(Season),
    Month(u8),
    Day {
        month: u8,
        day: u8,
    },
    /// "3/4": which is the month, the text as a whole decides.
    Slashed(u8, u8),
    /// "the 24th", of a month that is not said.
    DayOfMonth(u8),
    /// 1 is Monday.
    Weekday(u8),
    /// "Tuesday of last week": so many weeks from this one.
    WeekdayOf {
        weekday: u8,
        weeks: i8,
    },
    Holiday(Holiday),
    /// The first three digits of its years.
    Decade(i16),
    /// "the nineties": the last digit but one of its years.
    ShortDecade(u8),
    /// The first two digits of its years.
    Century(i16),
}

/// How the year is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    Unsaid,
    /// Negative before Christ.
    Full(i16),
    /// "’98"
    Short(u8),
    /// "last year", "the same year".
    Shifted(i32, From),
}

/// Which of the many that bear the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// Unsaid: tense and reference decide.
    Any,
    Last,
    This,
    Next,
    /// "the following Friday", "the previous Friday": after or before the last date mentioned.
    Following,
    Preceding,
}

/// So many units after (before, if negative) something, at the grain of the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) unit: Unit,
    pub(super) count: i32,
    pub(super) from: From,
}

/// What a shift starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The article's day, whatever the text tells of: "yesterday".
    Today,
    /// The article's day; in a story of other times the last date mentioned: "last week", "the year".
    Article,
    /// The last date mentioned: "two days later".
    Mention,
    /// The day that the news tells of: "earlier in the day".
    Story,
    /// The reporting period the text speaks of, if it does, else the article's day: "a year ago".
    Period,
    /// Another expression: "the day before Christmas".
    Date(Box<Meaning>),
}

/// Something that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Every {
    /// Once in this length of time.
    Length(Length),
    /// As often as the name comes.
    Named(Field, Option<Clock>),
}

/// A reference to past, present or future that names no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vague {
    Past,
    Present,
    Future,
}

/// What a rule of the grammar found at a cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// How many tokens it covers.
    pub(super) len: usize,
    pub(super) meaning: Meaning,
    pub(super) time: Option<Clock>,
    pub(super) modifier: Option<Modifier>,
    /// Name of the rule, for explanations.
    pub(super) rule: &'static str,
}

impl Found {
    pub(super) fn new(len: usize, meaning: Meaning, rule: &'static str) -> Self {
        Self { len, meaning, time: None, modifier: None, rule }
    }

    pub(super) fn named(len: usize, field: Field, year: YearOf, rule: &'static str) -> Self {
        Self::new(len, Meaning::Named(Named { field, year, pick: Pick::Any }), rule)
    }

    pub(super) fn shift(len: usize, unit: Unit, count: i32, from: From, rule: &'static str) -> Self {
        Self::new(len, Meaning::Shift(Shift { unit, count, from }), rule)
    }

    pub(super) fn vague(len: usize, vague: Vague, rule: &'static str) -> Self {
        Self::new(len, Meaning::Vague(vague), rule)
    }

    /// The same, with a modifier.
    pub(super) fn with(self, modifier: Option<Modifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }

    /// The same, at a time of day.
    pub(super) fn at(self, time: Option<Clock>) -> Self {
        Self { time: time.or(self.time), ..self }
    }

    /// The same, with more tokens.
    pub(super) fn longer(self, by: usize) -> Self {
        Self { len: self.len + by, ..self }
    }

    /// Whether it names a day or part of one: what a time of day may be added to.
    pub(super) fn is_day(&self) -> bool {
        match &self.meaning {
            Meaning::Named(named) => matches!(
                named.field,
                Field::Day { .. }
                    | Field::Slashed(..)
                    | Field::DayOfMonth(_)
                    | Field::Weekday(_)
                    | Field::WeekdayOf { .. }
                    | Field::Holiday(_)
            ),
            Meaning::Shift(shift) => shift.unit == Unit::Day,
            _ => false,
        }
    }
}
