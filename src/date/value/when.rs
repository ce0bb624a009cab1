//! Stretches of the calendar: their bounds, their neighbours, and how TIMEX3 writes them.

use super::Unit;
use crate::date::day::{Day, push_digits};

/// A season, as TIMEX3 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::date) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

impl Season {
    pub(in crate::date) fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }

    /// Its first month, by the meteorological calendar of the northern hemisphere; winter begins in December.
    pub(in crate::date) fn first_month(self) -> u8 {
        [3, 6, 9, 12][self as usize]
    }
}

/// A stretch of the calendar. Years before Christ are negative: −44 is 44 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum When {
    /// The years that begin with these two digits: 19 is 1900 to 1999.
    Century(i16),
    /// The years that begin with these three digits: 198 is 1980 to 1989.
    Decade(i16),
    Year(i16),
    Half(i16, u8),
    Quarter(i16, u8),
    Season(i16, Season),
    Month(i16, u8),
    /// ISO year and week.
    Week(i16, u8),
    /// The Saturday and Sunday of an ISO week.
    Weekend(i16, u8),
    Day(Day),
}

impl When {
    /// The ISO week that holds a day.
    pub(in crate::date) fn week_of(day: Day) -> Self {
        let iso = day.iso_week_date();
        Self::Week(iso.year(), iso.week().unsigned_abs())
    }

    /// The stretch at the grain of `unit` that holds a day. Units finer than a day give the day.
    pub(in crate::date) fn holding(day: Day, unit: Unit) -> Self {
        let (year, month) = (day.year(), day.month().unsigned_abs());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week | Unit::Fortnight => Self::week_of(day),
            Unit::Weekend => {
                let iso = day.iso_week_date();
                Self::Weekend(iso.year(), iso.week().unsigned_abs())
            }
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Season => Self::season_of(year, month),
            Unit::Half => Self::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(year.div_euclid(100)),
        }
    }

    /// Winter belongs to the year in which it begins.
    fn season_of(year: i16, month: u8) -> Self {
        match month {
            1 | 2 => Self::Season(year - 1, Season::Winter),
            3..=5 => Self::Season(year, Season::Spring),
            6..=8 => Self::Season(year, Season::Summer),
            9..=11 => Self::Season(year, Season::Fall),
            _ => Self::Season(year, Season::Winter),
        }
    }

    /// Its grain.
    pub(in crate::date) fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) => Unit::Half,
            Self::Quarter(..) => Unit::Quarter,
            Self::Season(..) => Unit::Season,
            Self::Month(..) => Unit::Month,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
        }
    }

    /// The year that it lies in, if it lies in one.
    pub(in crate::date) fn year(self) -> Option<i16> {
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Season(year, _)
            | Self::Month(year, _)
            | Self::Week(year, _)
            | Self::Weekend(year, _) => Some(year),
            Self::Day(day) => Some(day.year()),
        }
    }

    /// Its first and last day; none before Christ, where the calendar was another.
    pub(in crate::date) fn bounds(self) -> Option<(Day, Day)> {
        if self.year().is_some_and(|year| year <= 0) {
            return None;
        }
        let months = |year: i16, first: u8, count: u8| {
            Some((month_start(year, first)?, month_end(year, first + count - 1)?))
        };
        match self {
            Self::Century(century) => years(century.checked_mul(100)?, 100),
            Self::Decade(decade) => years(decade.checked_mul(10)?, 10),
            Self::Year(year) => months(year, 1, 12),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Season(year, Season::Winter) => Some((month_start(year, 12)?, month_end(year + 1, 2)?)),
            Self::Season(year, season) => months(year, season.first_month(), 3),
            Self::Month(year, month) => months(year, month, 1),
            Self::Week(year, week) => Some((week_day(year, week, 1)?, week_day(year, week, 7)?)),
            Self::Weekend(year, week) => Some((week_day(year, week, 6)?, week_day(year, week, 7)?)),
            Self::Day(day) => Some((day, day)),
        }
    }

    /// The stretch at the grain of `unit` that lies `count` such units after this one (before it, if negative).
    pub(in crate::date) fn shifted(self, unit: Unit, count: i32) -> Option<Self> {
        if let (Self::Year(year), Unit::Year) = (self, unit) {
            return Some(Self::Year(after_years(year, count)?));
        }
        let (first, _) = self.bounds()?;
        shifted_day(first, unit, count)
    }

    /// The same stretch of another year: the quarter, month or day of the same name.
    pub(in crate::date) fn in_other_year(self, count: i32) -> Option<Self> {
        let moved = |year| after_years(year, count);
        Some(match self {
            Self::Year(year) => Self::Year(moved(year)?),
            Self::Half(year, half) => Self::Half(moved(year)?, half),
            Self::Quarter(year, quarter) => Self::Quarter(moved(year)?, quarter),
            Self::Season(year, season) => Self::Season(moved(year)?, season),
            Self::Month(year, month) => Self::Month(moved(year)?, month),
            Self::Day(day) => {
                Self::Day(day_of(moved(day.year())?, day.month().unsigned_abs(), day.day().unsigned_abs())?)
            }
            _ => return self.shifted(Unit::Year, count),
        })
    }

    /// Appends the TIMEX3 value.
    pub(in crate::date) fn write(self, out: &mut String) {
        match self {
            Self::Century(century) => {
                if century < 0 {
                    out.push_str("BC");
                }
                push_digits(out, u32::from(century.unsigned_abs()), 2);
            }
            Self::Decade(decade) => push_digits(out, u32::from(decade.unsigned_abs()), 3),
            Self::Year(year) => push_year(out, year),
            Self::Half(year, half) => push_part(out, year, "-H", half, 1),
            Self::Quarter(year, quarter) => push_part(out, year, "-Q", quarter, 1),
            Self::Season(year, season) => {
                push_year(out, year);
                out.push('-');
                out.push_str(season.code());
            }
            Self::Month(year, month) => push_part(out, year, "-", month, 2),
            Self::Week(year, week) => push_part(out, year, "-W", week, 2),
            Self::Weekend(year, week) => {
                push_part(out, year, "-W", week, 2);
                out.push_str("-WE");
            }
            Self::Day(day) => {
                push_part(out, day.year(), "-", day.month().unsigned_abs(), 2);
                out.push('-');
                push_digits(out, u32::from(day.day().unsigned_abs()), 2);
            }
        }
    }
}

/// The stretch at the grain of `unit` that lies `count` units after the one that holds `day`.
pub(in crate::date) fn shifted_day(day: Day, unit: Unit, count: i32) -> Option<When> {
    let months = |count: i32| {
        let month = (i32::from(day.year()) * 12 + i32::from(day.month()) - 1).checked_add(count)?;
        month_start(i16::try_from(month.div_euclid(12)).ok()?, (month.rem_euclid(12) + 1) as u8)
    };
    let moved = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => day,
        Unit::Day => add_days(day, count)?,
        Unit::Week | Unit::Weekend => add_days(day, count.checked_mul(7)?)?,
        Unit::Fortnight => add_days(day, count.checked_mul(14)?)?,
        Unit::Month => months(count)?,
        Unit::Quarter | Unit::Season => months(count.checked_mul(3)?)?,
        Unit::Half => months(count.checked_mul(6)?)?,
        Unit::Year => return Some(When::Year(after_years(day.year(), count)?)),
        Unit::Decade => {
            return Some(When::Year(after_years(day.year(), count.checked_mul(10)?)?)).map(coarse(unit));
        }
        Unit::Century | Unit::Millennium => {
            return Some(When::Year(after_years(day.year(), count.checked_mul(100)?)?)).map(coarse(unit));
        }
    };
    Some(When::holding(moved, unit))
}

/// From a year to its decade or century.
fn coarse(unit: Unit) -> impl Fn(When) -> When {
    move |when| match (when, unit) {
        (When::Year(year), Unit::Decade) => When::Decade(year.div_euclid(10)),
        (When::Year(year), _) => When::Century(year.div_euclid(100)),
        _ => when,
    }
}

/// A year that the contract's four digits can write, `count` years after another.
fn after_years(year: i16, count: i32) -> Option<i16> {
    i16::try_from(i32::from(year).checked_add(count)?)
        .ok()
        .filter(|year| (-9999..=9999).contains(year) && *year != 0)
}

/// The day of that name, if there is one.
pub(in crate::date) fn day_of(year: i16, month: u8, day: u8) -> Option<Day> {
    (1..=9999).contains(&year).then(|| Day::new(year, month.cast_signed(), day.cast_signed()).ok()).flatten()
}

/// The most days that a month can have.
pub(in crate::date) fn days_of(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day `count` days later.
pub(in crate::date) fn add_days(day: Day, count: i32) -> Option<Day> {
    let moved = day.checked_add(jiff::Span::new().try_days(count).ok()?).ok()?;
    (1..=9999).contains(&moved.year()).then_some(moved)
}

/// The whole days from `from` to `to`, negative if `to` lies before.
pub(in crate::date) fn days_between(from: Day, to: Day) -> i32 {
    let ordinal = |day: Day| {
        let before = i32::from(day.year()) - 1;
        before * 365 + before.div_euclid(4) - before.div_euclid(100)
            + before.div_euclid(400)
            + i32::from(day.day_of_year())
    };
    ordinal(to) - ordinal(from)
}

/// Weekday `weekday` (Monday is 1) of an ISO week.
pub(in crate::date) fn week_day(year: i16, week: u8, weekday: u8) -> Option<Day> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday.cast_signed()).ok()?;
    Some(jiff::civil::ISOWeekDate::new(year, week.cast_signed(), weekday).ok()?.date())
}

fn month_start(year: i16, month: u8) -> Option<Day> {
    day_of(year, month, 1)
}

fn month_end(year: i16, month: u8) -> Option<Day> {
    Some(month_start(year, month)?.last_of_month())
}

fn years(first: i16, count: i16) -> Option<(Day, Day)> {
    Some((month_start(first.max(1), 1)?, month_end(first.checked_add(count - 1)?, 12)?))
}

fn push_year(out: &mut String, year: i16) {
    if year < 0 {
        out.push_str("BC");
    }
    push_digits(out, u32::from(year.unsigned_abs()), 4);
}

fn push_part(out: &mut String, year: i16, joint: &str, part: u8, width: u32) {
    push_year(out, year);
    out.push_str(joint);
    push_digits(out, u32::from(part), width);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{iso, parse_date};

    fn written(when: When) -> String {
        let mut out = String::new();
        when.write(&mut out);
        out
    }

    fn bounds(when: When) -> String {
        let (first, last) = when.bounds().unwrap();
        iso(first) + "/" + &iso(last)
    }

    fn day(text: &str) -> Day {
        parse_date(text).unwrap()
    }

    #[test]
    fn every_grain_is_written_as_timex3_writes_it() {
        let cases = [
            (When::Century(19), "19"),
            (When::Decade(198), "198"),
            (When::Year(1998), "1998"),
            (When::Year(-44), "BC0044"),
            (When::Half(1990, 1), "1990-H1"),
            (When::Quarter(1989, 3), "1989-Q3"),
            (When::Season(1998, Season::Fall), "1998-FA"),
            (When::Month(2023, 3), "2023-03"),
            (When::Week(2023, 8), "2023-W08"),
            (When::Weekend(2023, 8), "2023-W08-WE"),
            (When::Day(day("2023-03-07")), "2023-03-07"),
        ];
        for (when, value) in cases {
            assert_eq!(written(when), value);
        }
    }

    #[test]
    fn a_stretch_covers_the_days_that_a_calendar_gives_it() {
        assert_eq!(bounds(When::Month(2024, 2)), "2024-02-01/2024-02-29");
        assert_eq!(bounds(When::Quarter(2023, 4)), "2023-10-01/2023-12-31");
        assert_eq!(bounds(When::Season(2022, Season::Winter)), "2022-12-01/2023-02-28");
        assert_eq!(bounds(When::Week(2020, 53)), "2020-12-28/2021-01-03");
        assert_eq!(bounds(When::Weekend(2023, 11)), "2023-03-18/2023-03-19");
        assert_eq!(bounds(When::Decade(198)), "1980-01-01/1989-12-31");
        assert!(When::Year(-44).bounds().is_none());
        assert!(When::Week(2021, 53).bounds().is_none(), "2021 has 52 weeks");
    }

    #[test]
    fn counting_on_keeps_the_unit_and_stays_in_the_calendar() {
        let count = |from: &str, unit, count| shifted_day(day(from), unit, count).map(written);
        assert_eq!(count("2023-01-31", Unit::Month, 1).as_deref(), Some("2023-02"));
        assert_eq!(count("2023-01-31", Unit::Month, -1).as_deref(), Some("2022-12"));
        assert_eq!(count("2021-01-05", Unit::Week, -1).as_deref(), Some("2020-W53"));
        assert_eq!(count("2024-02-28", Unit::Day, 2).as_deref(), Some("2024-03-01"));
        assert_eq!(count("2023-03-17", Unit::Quarter, -1).as_deref(), Some("2022-Q4"));
        for unit in
            [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade, Unit::Century]
        {
            assert_eq!(count("2023-03-17", unit, i32::MAX), None);
            assert_eq!(count("2023-03-17", unit, i32::MIN), None);
        }
    }

    #[test]
    fn days_between_are_counted_over_leap_years() {
        assert_eq!(days_between(day("2024-02-28"), day("2024-03-01")), 2);
        assert_eq!(days_between(day("2001-01-01"), day("2000-01-01")), -366);
        assert_eq!(days_between(day("1900-02-28"), day("1900-03-01")), 1);
    }
}
