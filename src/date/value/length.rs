//! Lengths of time.

use super::Unit;
use crate::date::day::push_digits;

/// How many: in hundredths, or a number that is not said ("several").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) enum Amount {
    Exact(u64),
    Some,
}

impl Amount {
    pub(in crate::date) fn whole(number: u32) -> Self {
        Self::Exact(u64::from(number) * 100)
    }

    /// The number, if it is a whole one that fits.
    pub(in crate::date) fn count(self) -> Option<i32> {
        match self {
            Self::Exact(hundredths) if hundredths.is_multiple_of(100) => i32::try_from(hundredths / 100).ok(),
            _ => None,
        }
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::date) struct Length {
    pub(in crate::date) amount: Amount,
    pub(in crate::date) unit: Unit,
}

impl Length {
    /// Appends the TIMEX3 value: `P3D`, `PT5H30M`, `PXW`.
    pub(in crate::date) fn write(self, out: &mut String) {
        out.push('P');
        let (code, factor) = match self.unit {
            Unit::Second => ("S", 1),
            Unit::Hour => ("H", 1),
            Unit::Day => ("D", 1),
            Unit::Weekend => ("D", 2),
            Unit::Week => ("W", 1),
            Unit::Fortnight => ("W", 2),
            Unit::Minute | Unit::Month => ("M", 1),
            Unit::Quarter => ("Q", 1),
            Unit::Season => ("M", 3),
            Unit::Half => ("M", 6),
            Unit::Year => ("Y", 1),
            Unit::Decade => ("Y", 10),
            Unit::Century => ("Y", 100),
            Unit::Millennium => ("Y", 1000),
        };
        if self.unit <= Unit::Hour {
            out.push('T');
        }
        match self.amount {
            Amount::Some => {
                out.push('X');
                out.push_str(match self.unit {
                    Unit::Weekend => "W",
                    // Decades that are not counted are written as years, as the corpora do.
                    Unit::Century => "C",
                    _ => code,
                });
            }
            Amount::Exact(hundredths) => self.write_number(hundredths.saturating_mul(factor), code, out),
        }
    }

    /// Halves of years, hours and minutes are written in the next smaller unit, other fractions as decimals.
    fn write_number(self, hundredths: u64, code: &str, out: &mut String) {
        let whole = u32::try_from(hundredths / 100).unwrap_or(u32::MAX);
        let rest = (hundredths % 100) as u32;
        let smaller = match self.unit {
            Unit::Year => Some((12, "M")),
            Unit::Hour => Some((60, "M")),
            Unit::Minute => Some((60, "S")),
            _ => None,
        };
        match smaller {
            Some((per, smaller)) if rest > 0 && (rest * per).is_multiple_of(100) => {
                if whole > 0 {
                    push_digits(out, whole, 1);
                    out.push_str(code);
                }
                push_digits(out, rest * per / 100, 1);
                out.push_str(smaller);
            }
            _ => {
                push_digits(out, whole, 1);
                if rest > 0 {
                    out.push('.');
                    let tenths = rest.is_multiple_of(10);
                    push_digits(out, if tenths { rest / 10 } else { rest }, if tenths { 1 } else { 2 });
                }
                out.push_str(code);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_the_units_of_timex3() {
        let cases = [
            (Amount::whole(3), Unit::Day, "P3D"),
            (Amount::whole(24), Unit::Hour, "PT24H"),
            (Amount::whole(2), Unit::Decade, "P20Y"),
            (Amount::Some, Unit::Week, "PXW"),
            (Amount::Some, Unit::Minute, "PTXM"),
            (Amount::Exact(250), Unit::Year, "P2Y6M"),
            (Amount::Exact(550), Unit::Hour, "PT5H30M"),
            (Amount::Exact(50), Unit::Hour, "PT30M"),
            (Amount::Exact(250), Unit::Week, "P2.5W"),
            (Amount::Exact(225), Unit::Month, "P2.25M"),
            (Amount::Exact(99_999_999_900), Unit::Century, "P4294967295Y"),
        ];
        for (amount, unit, value) in cases {
            let mut out = String::new();
            Length { amount, unit }.write(&mut out);
            assert_eq!(out, value);
        }
    }
}
