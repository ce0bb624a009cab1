//! Calendar days: jiff's arithmetic, with reading and writing of `YYYY-MM-DD` of our own (jiff's costs 142 kB in wasm).

use crate::error::{Error, ErrorKind};

/// A day of the proleptic Gregorian calendar.
pub type Day = jiff::civil::Date;

/// Reads a day written `YYYY-MM-DD`.
///
/// # Errors
/// If it is written otherwise or there is no such day; the message quotes it.
pub fn parse_date(text: &str) -> Result<Day, Error> {
    let day = || {
        let well_formed = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        if !well_formed {
            return None;
        }
        Day::new(year, month as i8, day as i8).ok()
    };
    day().ok_or_else(|| ErrorKind::Date(text.to_owned()).into())
}

/// A day as `YYYY-MM-DD`.
#[must_use]
pub(crate) fn iso(day: Day) -> String {
    let mut out = String::with_capacity(10);
    push_digits(&mut out, u32::from(day.year().unsigned_abs()), 4);
    out.push('-');
    push_digits(&mut out, u32::from(day.month().unsigned_abs()), 2);
    out.push('-');
    push_digits(&mut out, u32::from(day.day().unsigned_abs()), 2);
    out
}

/// A day or none in JSON: as `YYYY-MM-DD` or null.
pub(crate) mod optional_day {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::{Day, iso, parse_date};

    #[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde hands over a reference")]
    pub fn serialize<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(iso).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| parse_date(&text).map_err(serde::de::Error::custom)).transpose()
    }
}

/// Appends `number` with at least `width` digits.
pub(crate) fn push_digits(out: &mut String, number: u32, width: u32) {
    let mut scale = 10u32.pow(width - 1);
    while number / scale >= 10 {
        scale *= 10;
    }
    while scale > 0 {
        out.push(char::from(b'0' + (number / scale % 10) as u8));
        scale /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written_alike() {
        for text in ["2023-03-17", "2024-02-29", "0001-01-01", "1999-12-31"] {
            assert_eq!(iso(parse_date(text).unwrap()), text);
        }
    }

    #[test]
    fn what_is_no_day_is_refused_by_name() {
        for text in
            ["2023-02-29", "2023-3-17", "17/03/2023", "", "99999999-99-99", "2023-03-17T00:00", "+023-03-17"]
        {
            assert!(parse_date(text).unwrap_err().to_string().contains(text));
        }
    }
}
