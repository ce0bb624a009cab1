//! What the whole text tells about its dates before any is resolved: its own day, whether it moves in its own time,
//! how it writes days in digits.

use super::choose;
use super::cues::Tense;
use super::day::Day;
use super::meaning::{Field, From, Meaning, Named, Pick, Shift, YearOf};
use super::scan::Expression;
use super::value::{When, days_between};

/// What holds for all expressions of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Story {
    /// The article's day.
    pub(super) article: Option<Day>,
    /// Whether the text tells of other times, so that what is unsaid is taken from the last date mentioned: history,
    /// biography, background.
    pub(super) narrative: bool,
    /// The day on which the article was filed, if its dateline gives one and that is the day before or after the
    /// article's: the evening before it was published, or the same hour in another zone.
    filed: Option<Day>,
    /// Whether days in digits begin with the day.
    day_first: bool,
    /// The first quarter that the text names without a year.
    quarter: Option<u8>,
}

/// What an article's dateline tells, and how it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dateline {
    pub(super) day: Option<Day>,
    /// "17 March" rather than "March 17".
    pub(super) day_first: bool,
}

impl Story {
    /// Looks over all expressions of a text.
    pub(super) fn read(expressions: &[Expression], article: Option<Day>, dateline: Option<Dateline>) -> Self {
        let line = dateline.unwrap_or_default();
        let a_day_off = |day: &Day| article.is_some_and(|article| days_between(article, *day).abs() == 1);
        Self {
            article,
            narrative: dateline.is_none() && is_narrative(expressions, article),
            filed: line.day.filter(a_day_off),
            day_first: is_day_first(expressions, line.day_first),
            quarter: expressions.iter().find_map(quarter),
        }
    }

    /// The day of filing, if a weekday without further words is its name: who files on Thursday evening writes
    /// "Thursday" and means that day, though the paper is Friday's.
    pub(super) fn filed_on(&self, weekday: u8) -> Option<Day> {
        self.filed.filter(|day| day.weekday().to_monday_one_offset().cast_unsigned() == weekday)
    }

    /// A day in digits, told apart into month and day.
    pub(super) fn unslash(&self, field: Field) -> Field {
        let Field::Slashed(first, second) = field else { return field };
        let day_first = first > 12 || second <= 12 && self.day_first;
        if day_first {
            Field::Day { month: second, day: first }
        } else {
            Field::Day { month: first, day: second }
        }
    }

    /// The quarter that the text reports on, as far as its first words tell.
    pub(super) fn quarter(&self) -> Option<When> {
        choose::near(Field::Quarter(self.quarter?), Pick::Any, Tense::Unclear, self.article?)
    }

    /// The year that "’98" means: the last such, or one that is not far ahead.
    pub(super) fn full_year(&self, short: u8) -> i16 {
        let now = self.article.map_or(UNDATED, Day::year);
        let year = now - now % 100 + i16::from(short);
        if year > now + 10 { year - 100 } else { year }
    }
}

/// The year from which two-digit years are read in a text without a date.
const UNDATED: i16 = 2025;

/// The number of a quarter without a year.
fn quarter(expression: &Expression) -> Option<u8> {
    match &expression.found.meaning {
        Meaning::Named(Named { field: Field::Quarter(quarter), year: YearOf::Unsaid, .. }) => Some(*quarter),
        _ => None,
    }
}

/// Fewer years than this tell nothing.
const ENOUGH_YEARS: usize = 4;

/// A text moves in its own time if it names years, most of them not the article's, and hardly speaks of "today" or
/// "Monday" as news does.
fn is_narrative(expressions: &[Expression], article: Option<Day>) -> bool {
    let (mut away, mut years, mut news) = (0, 0, 0);
    for expression in expressions {
        match &expression.found.meaning {
            Meaning::Named(named) => match named.year {
                YearOf::Full(year) => {
                    years += 1;
                    away += usize::from(article.is_none_or(|day| day.year() != year));
                }
                YearOf::Shifted(_, From::Article) => news += 1,
                _ => news += usize::from(matches!(named.field, Field::Weekday(_) | Field::Quarter(_))),
            },
            Meaning::Shift(Shift { from: From::Article | From::Today, .. }) => news += 1,
            _ => {}
        }
    }
    years >= ENOUGH_YEARS && away * 10 >= years * 9 && news * 3 <= years
}

/// By the days in digits that can be read in one way only, else as the dateline writes its day; month first where
/// neither tells.
fn is_day_first(expressions: &[Expression], dateline: bool) -> bool {
    let (mut day_first, mut month_first) = (0, 0);
    for expression in expressions {
        if let Meaning::Named(named) = &expression.found.meaning
            && let Field::Slashed(first, second) = named.field
        {
            day_first += usize::from(first > 12);
            month_first += usize::from(second > 12);
        }
    }
    if day_first == month_first { dateline } else { day_first > month_first }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{parse_date, scan};
    use crate::segment::segment;

    fn read(text: &str) -> Story {
        let document = segment(text);
        let expressions = scan::expressions(&document, document.article_sentences());
        Story::read(&expressions, Some(parse_date("2023-03-17").unwrap()), None)
    }

    #[test]
    fn history_moves_in_its_own_time_and_news_does_not() {
        assert!(
            read("It began in 1914. In 1915 it froze, in 1916 it thawed, and in 1918 it ended.").narrative
        );
        assert!(!read("It began in 1914. In 1915 it froze, in 1916 it thawed; on Monday, today, and last week, they sang.").narrative);
        assert!(!read("They met in 1998 and in 2001.").narrative);
    }

    #[test]
    fn the_text_shows_whether_days_or_months_come_first() {
        let first = |text| read(text).unslash(Field::Slashed(4, 5));
        assert_eq!(first("Stamped 25/12/2020."), Field::Day { month: 5, day: 4 });
        assert_eq!(first("Stamped 12/25/2020."), Field::Day { month: 4, day: 5 });
        assert_eq!(first("Stamped not at all."), Field::Day { month: 4, day: 5 });
    }

    #[test]
    fn short_years_are_of_the_last_hundred() {
        assert_eq!(read("").full_year(98), 1998);
        assert_eq!(read("").full_year(23), 2023);
        assert_eq!(read("").full_year(30), 2030);
    }
}
