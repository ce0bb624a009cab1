//! What TIMEX3 writes for what could not be resolved: an X for each digit that is not known.

use super::day::push_digits;
use super::meaning::{Field, Meaning, YearOf};
use super::value::{Unit, When};

/// Appends the value of a calendar meaning that has no reference.
pub(super) fn write(meaning: &Meaning, out: &mut String) {
    match meaning {
        Meaning::Named(named) => {
            // A day that does not exist that year: only its month is sure.
            if let (Field::Day { month, .. }, YearOf::Full(year)) = (named.field, &named.year) {
                When::Month(*year, month).write(out);
            } else {
                write_field(named.field, out);
            }
        }
        Meaning::Shift(shift) => out.push_str(match shift.unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
            Unit::Weekend => "XXXX-WXX-WE",
            Unit::Week | Unit::Fortnight => "XXXX-WXX",
            Unit::Quarter => "XXXX-QX",
            Unit::Month | Unit::Season => "XXXX-XX",
            Unit::Half => "XXXX-HX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century | Unit::Millennium => "XX",
        }),
        _ => {}
    }
}

/// Appends what is sure of a name whose year is not said: `XXXX-03`, `XXXX-WXX-5`.
pub(super) fn write_field(field: Field, out: &mut String) {
    let mut part = |joint: &str, number: u8, width| {
        out.push_str(joint);
        push_digits(out, u32::from(number), width);
    };
    match field {
        Field::Half(half) => part("XXXX-H", half, 1),
        Field::Quarter(quarter) => part("XXXX-Q", quarter, 1),
        Field::Month(month) => part("XXXX-", month, 2),
        Field::Day { month, day } => {
            part("XXXX-", month, 2);
            part("-", day, 2);
        }
        Field::DayOfMonth(day) => part("XXXX-XX-", day, 2),
        Field::Weekday(weekday) | Field::WeekdayOf { weekday, .. } => part("XXXX-WXX-", weekday, 1),
        Field::ShortDecade(tens) => part("XX", tens, 1),
        Field::Season(season) => {
            out.push_str("XXXX-");
            out.push_str(season.code());
        }
        Field::Slashed(..) | Field::Holiday(_) => out.push_str("XXXX-XX-XX"),
        Field::Year | Field::Period | Field::Decade(_) | Field::Century(_) => out.push_str("XXXX"),
    }
}
