//! Named days of the year, fixed and moving.

use super::day::Day;
use super::value::{add_days, day_of};

/// A day known by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    NewYearsEve,
    NewYearsDay,
    Epiphany,
    MartinLutherKingDay,
    AustraliaDay,
    GroundhogDay,
    ValentinesDay,
    PresidentsDay,
    AshWednesday,
    WomensDay,
    StPatricksDay,
    AprilFoolsDay,
    PalmSunday,
    MaundyThursday,
    GoodFriday,
    Easter,
    EasterMonday,
    EarthDay,
    AnzacDay,
    MayDay,
    MothersDay,
    MemorialDay,
    Pentecost,
    FlagDay,
    FathersDay,
    Juneteenth,
    CanadaDay,
    IndependenceDay,
    BastilleDay,
    LaborDay,
    ColumbusDay,
    Halloween,
    AllSaintsDay,
    GuyFawkesNight,
    ElectionDay,
    VeteransDay,
    Thanksgiving,
    BlackFriday,
    CyberMonday,
    ChristmasEve,
    Christmas,
    BoxingDay,
    Kwanzaa,
    InaugurationDay,
}

impl Holiday {
    /// The day it falls on in a year. American dates where countries differ.
    pub(super) fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Self::NewYearsEve => day_of(year, 12, 31),
            Self::NewYearsDay => day_of(year, 1, 1),
            Self::Epiphany => day_of(year, 1, 6),
            Self::MartinLutherKingDay => nth_weekday(year, 1, 1, 3),
            Self::InaugurationDay => day_of(year, 1, 20),
            Self::AustraliaDay => day_of(year, 1, 26),
            Self::GroundhogDay => day_of(year, 2, 2),
            Self::ValentinesDay => day_of(year, 2, 14),
            Self::PresidentsDay => nth_weekday(year, 2, 1, 3),
            Self::WomensDay => day_of(year, 3, 8),
            Self::StPatricksDay => day_of(year, 3, 17),
            Self::AprilFoolsDay => day_of(year, 4, 1),
            Self::AshWednesday => add_days(easter(year)?, -46),
            Self::PalmSunday => add_days(easter(year)?, -7),
            Self::MaundyThursday => add_days(easter(year)?, -3),
            Self::GoodFriday => add_days(easter(year)?, -2),
            Self::Easter => easter(year),
            Self::EasterMonday => add_days(easter(year)?, 1),
            Self::Pentecost => add_days(easter(year)?, 49),
            Self::EarthDay => day_of(year, 4, 22),
            Self::AnzacDay => day_of(year, 4, 25),
            Self::MayDay => day_of(year, 5, 1),
            Self::MothersDay => nth_weekday(year, 5, 7, 2),
            Self::MemorialDay => add_days(nth_weekday(year, 6, 1, 1)?, -7),
            Self::FlagDay => day_of(year, 6, 14),
            Self::FathersDay => nth_weekday(year, 6, 7, 3),
            Self::Juneteenth => day_of(year, 6, 19),
            Self::CanadaDay => day_of(year, 7, 1),
            Self::IndependenceDay => day_of(year, 7, 4),
            Self::BastilleDay => day_of(year, 7, 14),
            Self::LaborDay => nth_weekday(year, 9, 1, 1),
            Self::ColumbusDay => nth_weekday(year, 10, 1, 2),
            Self::Halloween => day_of(year, 10, 31),
            Self::AllSaintsDay => day_of(year, 11, 1),
            Self::GuyFawkesNight => day_of(year, 11, 5),
            Self::ElectionDay => add_days(nth_weekday(year, 11, 1, 1)?, 1),
            Self::VeteransDay => day_of(year, 11, 11),
            Self::Thanksgiving => nth_weekday(year, 11, 4, 4),
            Self::BlackFriday => add_days(nth_weekday(year, 11, 4, 4)?, 1),
            Self::CyberMonday => add_days(nth_weekday(year, 11, 4, 4)?, 4),
            Self::ChristmasEve => day_of(year, 12, 24),
            Self::Christmas => day_of(year, 12, 25),
            Self::BoxingDay | Self::Kwanzaa => day_of(year, 12, 26),
        }
    }
}

/// The `nth` (1 is the first) such weekday (1 is Monday) of a month.
fn nth_weekday(year: i16, month: u8, weekday: u8, nth: u8) -> Option<Day> {
    let first = day_of(year, month, 1)?.weekday().to_monday_one_offset().unsigned_abs();
    day_of(year, month, 1 + (7 + weekday - first) % 7 + (nth - 1) * 7)
}

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let skipped = century - century / 4 - (8 * century + 13) / 25;
    let epact = (19 * golden + skipped + 15) % 30;
    let correction = (golden + 11 * epact) / 319;
    let weekday = (2 * (century % 4) + 2 * (of_century / 4) - of_century % 4 - epact + correction + 32) % 7;
    let month = (epact - correction + weekday + 90) / 25;
    let day = (epact - correction + weekday + month + 19) % 32;
    day_of(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::iso;

    fn day(holiday: Holiday, year: i16) -> String {
        iso(holiday.in_year(year).unwrap())
    }

    #[test]
    fn moving_days_fall_where_almanacs_say() {
        assert_eq!(day(Holiday::Easter, 2000), "2000-04-23");
        assert_eq!(day(Holiday::Easter, 2024), "2024-03-31");
        assert_eq!(day(Holiday::Easter, 2038), "2038-04-25");
        assert_eq!(day(Holiday::GoodFriday, 2023), "2023-04-07");
        assert_eq!(day(Holiday::Thanksgiving, 1999), "1999-11-25");
        assert_eq!(day(Holiday::LaborDay, 2023), "2023-09-04");
        assert_eq!(day(Holiday::MemorialDay, 2023), "2023-05-29");
        assert_eq!(day(Holiday::MemorialDay, 2021), "2021-05-31");
        assert_eq!(day(Holiday::ElectionDay, 1998), "1998-11-03");
        assert_eq!(day(Holiday::ElectionDay, 2016), "2016-11-08");
        assert_eq!(day(Holiday::MartinLutherKingDay, 2024), "2024-01-15");
    }
}
