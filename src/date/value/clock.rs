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

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum Clock {
    /// On the 24-hour clock; 24:00 is the midnight that ends a day. The zone is its offset name if stated.
    At {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        utc: bool,
    },
    Part(PartOfDay),
}

impl Clock {
    /// Appends what TIMEX3 writes after the day.
    pub(in crate::date) fn write(self, out: &mut String) {
        match self {
            Self::At { hour, minute, second, utc } => {
                out.push('T');
                push_digits(out, u32::from(hour), 2);
                out.push(':');
                push_digits(out, u32::from(minute.unwrap_or(0)), 2);
                if let Some(second) = second {
                    out.push(':');
                    push_digits(out, u32::from(second), 2);
                }
                if utc {
                    out.push('Z');
                }
            }
            Self::Part(part) => out.push_str(["TMO", "TMI", "TAF", "TEV", "TNI"][part as usize]),
        }
    }
}
