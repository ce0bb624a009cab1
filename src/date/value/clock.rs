//! Times of day.

use crate::date::day::push_digits;

/// A part of the day, as TIMEX3 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum PartOfDay {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// The zone of a time, as far as its value tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum Zone {
    /// None is said, or one whose offset changes with the place and season that bear its name: "ET", "local time".
    Unsaid,
    Utc,
    /// So many minutes ahead of UTC.
    Ahead(i16),
}

impl Zone {
    /// Appends what ISO 8601 writes after the time.
    fn write(self, out: &mut String) {
        match self {
            Self::Unsaid => {}
            Self::Utc => out.push('Z'),
            Self::Ahead(minutes) => {
                out.push(if minutes < 0 { '-' } else { '+' });
                let minutes = u32::from(minutes.unsigned_abs());
                push_digits(out, minutes / 60, 2);
                out.push(':');
                push_digits(out, minutes % 60, 2);
            }
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum Clock {
    /// On the 24-hour clock; 24:00 is the midnight that ends a day.
    At {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        zone: Zone,
    },
    Part(PartOfDay),
}

impl Clock {
    /// Appends what TIMEX3 writes after the day.
    pub(in crate::date) fn write(self, out: &mut String) {
        match self {
            Self::At { hour, minute, second, zone } => {
                out.push('T');
                push_digits(out, u32::from(hour), 2);
                out.push(':');
                push_digits(out, u32::from(minute.unwrap_or(0)), 2);
                if let Some(second) = second {
                    out.push(':');
                    push_digits(out, u32::from(second), 2);
                }
                zone.write(out);
            }
            Self::Part(part) => out.push_str(["TMO", "TMI", "TAF", "TEV", "TNI"][part as usize]),
        }
    }
}
