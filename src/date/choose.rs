//! Names that come again every week or year: which one is meant.

use super::cues::Tense;
use super::day::Day;
use super::meaning::{Field, Meaning, Pick, YearOf};
use super::value::{Unit, When, add_days, day_of, days_between};

/// The weekday meant near `day` (the article's, or the last one mentioned): the last such, and that day itself is one,
/// unless the sentence looks ahead.
pub(super) fn weekday(weekday: u8, pick: Pick, tense: Tense, day: Day) -> Option<When> {
    let ahead = (i32::from(weekday) - i32::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
    let behind = if ahead == 0 { 0 } else { ahead - 7 };
    let offset = match (pick, tense) {
        (Pick::Last | Pick::Preceding, _) => ahead - 7,
        (Pick::Next | Pick::Following, _) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        (Pick::This | Pick::Any, Tense::Future) | (Pick::This, Tense::Unclear) => ahead,
        (Pick::This | Pick::Any, _) => behind,
    };
    Some(When::Day(add_days(day, offset)?))
}

/// The one meant in a text that speaks from `day`.
pub(super) fn near(field: Field, pick: Pick, tense: Tense, day: Day) -> Option<When> {
    let year = Years { field, day };
    match (pick, field, tense) {
        (Pick::Last | Pick::Preceding, ..) => year.last_ended(),
        (Pick::Next | Pick::Following, ..) => year.next_to_begin(),
        (Pick::Any, Field::Day { .. }, Tense::Future) => year.not_long_ago(),
        (Pick::Any, Field::Day { .. }, Tense::Past) => year.not_far_ahead(),
        (Pick::Any, Field::Day { .. } | Field::Holiday(_), _)
        | (Pick::Any, Field::Month(_), Tense::Unclear) => year.nearest(),
        (Pick::Any, Field::Month(_), Tense::Future) => year.next_to_end(),
        (Pick::Any, Field::Month(_) | Field::Season(_), Tense::Past)
        | (Pick::Any, Field::Quarter(_) | Field::Half(_), Tense::Past | Tense::Unclear) => year.last_begun(),
        (Pick::This | Pick::Any, ..) => year.at(0),
    }
}

/// The one meant in a story that has just spoken of `mention`: of the same year, or of the next if the story would
/// otherwise leap far back.
pub(super) fn beside(field: Field, pick: Pick, mention: When) -> Option<When> {
    let Some((first, last)) = mention.bounds() else {
        // Before Christ there is no calendar to count in, but the year is known.
        return in_year(field, mention.year()?);
    };
    let year = Years { field, day: first };
    let Some(own) = year.at(0) else { return year.nearest() };
    match pick {
        Pick::Last | Pick::Preceding => return year.last_ended(),
        Pick::Next | Pick::Following => return year.next_to_begin(),
        Pick::Any | Pick::This => {}
    }
    let behind = own.bounds().map_or(0, |(_, end)| days_between(end, last));
    if mention.unit() < Unit::Year && behind > LEAP_BACK { year.at(1) } else { Some(own) }
}

/// Days that a story may go back within its year before the next year is more likely meant.
const LEAP_BACK: i32 = 240;

/// Days at which a day is so far off that the tense around it decides rather than its nearness.
const FAR: i32 = 60;

/// The stretches of one name in the years around a day.
struct Years {
    field: Field,
    day: Day,
}

impl Years {
    fn at(&self, offset: i16) -> Option<When> {
        in_year(self.field, self.day.year() + offset)
    }

    /// Days from the day to the beginning of the stretch, negative if it has begun before.
    fn to_begin(&self, when: When) -> Option<i32> {
        Some(days_between(self.day, when.bounds()?.0))
    }

    /// Days from the day to the end of the stretch.
    fn to_end(&self, when: When) -> Option<i32> {
        Some(days_between(self.day, when.bounds()?.1))
    }

    fn last_begun(&self) -> Option<When> {
        self.at(0).filter(|when| self.to_begin(*when).is_some_and(|days| days <= 0)).or_else(|| self.at(-1))
    }

    fn last_ended(&self) -> Option<When> {
        let ended = |when: &When| self.to_end(*when).is_some_and(|days| days < 0);
        self.at(0).filter(ended).or_else(|| self.at(-1).filter(ended)).or_else(|| self.at(-2))
    }

    fn next_to_begin(&self) -> Option<When> {
        self.at(0).filter(|when| self.to_begin(*when).is_some_and(|days| days > 0)).or_else(|| self.at(1))
    }

    fn next_to_end(&self) -> Option<When> {
        self.at(0).filter(|when| self.to_end(*when).is_some_and(|days| days >= 0)).or_else(|| self.at(1))
    }

    /// The nearest, but the coming one if the nearest is long past.
    fn not_long_ago(&self) -> Option<When> {
        let nearest = self.nearest()?;
        if self.to_begin(nearest)? < -FAR { self.next_to_end() } else { Some(nearest) }
    }

    /// The nearest, but the last one if the nearest is far ahead.
    fn not_far_ahead(&self) -> Option<When> {
        let nearest = self.nearest()?;
        if self.to_begin(nearest)? > FAR { self.last_begun() } else { Some(nearest) }
    }

    fn nearest(&self) -> Option<When> {
        [-1, 0, 1]
            .into_iter()
            .filter_map(|offset| self.at(offset))
            .min_by_key(|when| self.to_begin(*when).map_or(i32::MAX, i32::abs))
    }
}

/// The stretch of that name in a year.
pub(super) fn in_year(field: Field, year: i16) -> Option<When> {
    Some(match field {
        Field::Year => When::Year(year),
        Field::Half(half) => When::Half(year, half),
        Field::Quarter(quarter) => When::Quarter(year, quarter),
        Field::Season(season) => When::Season(year, season),
        Field::Month(month) => When::Month(year, month),
        Field::Day { month, day } => When::Day(day_of(year, month, day)?),
        Field::Holiday(holiday) => When::Day(holiday.in_year(year)?),
        _ => return None,
    })
}

/// The end of a range, moved on by a week or a year if it would lie before the range's start.
pub(super) fn not_before(start: When, end: When, meaning: &Meaning) -> When {
    let (Some((first, _)), Some((_, last)), Meaning::Named(named)) = (start.bounds(), end.bounds(), meaning)
    else {
        return end;
    };
    if last >= first || named.year != YearOf::Unsaid {
        return end;
    }
    let moved = match (named.field, end) {
        (Field::Weekday(_), When::Day(day)) => add_days(day, 7).map(When::Day),
        _ => end.in_other_year(1),
    };
    moved.unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;

    fn value(when: Option<When>) -> String {
        let mut out = String::new();
        when.unwrap().write(&mut out);
        out
    }

    /// A Friday.
    fn article() -> Day {
        parse_date("2023-03-17").unwrap()
    }

    #[test]
    fn a_bare_weekday_is_past_unless_the_sentence_looks_ahead() {
        let day = |weekday_number, pick, tense| value(weekday(weekday_number, pick, tense, article()));
        assert_eq!(day(5, Pick::Any, Tense::Past), "2023-03-17");
        assert_eq!(day(1, Pick::Any, Tense::Unclear), "2023-03-13");
        assert_eq!(day(1, Pick::Any, Tense::Future), "2023-03-20");
        assert_eq!(day(5, Pick::Last, Tense::Unclear), "2023-03-10");
        assert_eq!(day(5, Pick::Next, Tense::Unclear), "2023-03-24");
    }

    #[test]
    fn a_month_is_the_nearest_unless_the_tense_says_more() {
        let month = |number, pick, tense| value(near(Field::Month(number), pick, tense, article()));
        assert_eq!(month(12, Pick::Any, Tense::Unclear), "2022-12");
        assert_eq!(month(5, Pick::Any, Tense::Unclear), "2023-05");
        assert_eq!(month(5, Pick::Any, Tense::Past), "2022-05");
        assert_eq!(month(1, Pick::Any, Tense::Future), "2024-01");
        assert_eq!(month(3, Pick::Last, Tense::Unclear), "2022-03");
    }

    #[test]
    fn a_story_goes_on_in_its_year_and_over_its_end() {
        let beside = |month, mention| value(beside(Field::Month(month), Pick::Any, mention));
        assert_eq!(beside(7, When::Year(1941)), "1941-07");
        assert_eq!(beside(4, When::Month(1944, 6)), "1944-04");
        assert_eq!(beside(1, When::Month(1941, 12)), "1942-01");
        assert_eq!(beside(8, When::Year(-480)), "BC0480-08");
    }
}
