//! What the text has spoken of so far, for expressions that count from it.

use super::day::Day;
use super::meaning::{Field, Meaning, Named, YearOf};
use super::scan::Expression;
use super::value::{Length, Unit, When};

/// The dates that later expressions may count from.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The last date mentioned.
    pub(super) mention: Option<When>,
    /// The last day mentioned, for times of day.
    pub(super) day: Option<When>,
    /// The last day that was named as news names it: a weekday, "today".
    pub(super) news_day: Option<Day>,
    /// The reporting period that the text speaks of.
    pub(super) period: Option<When>,
    /// Whether the text has since gone over to longer parts of the year: "the nine months".
    pub(super) by_year: bool,
    /// The year that was named last, and its sentence.
    pub(super) year: Option<(i16, usize)>,
    /// The sentence of the last date mentioned.
    sentence: usize,
    /// One past the last token of the last date mentioned.
    end: usize,
}

/// Tokens that may stand between a week and a weekday of it: ", from".
const WEEK_REACH: usize = 3;

impl Memory {
    /// Takes in what an expression came to.
    pub(super) fn note(&mut self, when: When, expression: &Expression) {
        let meaning = &expression.found.meaning;
        let vague = matches!(when, When::Decade(_) | When::Century(_));
        if !vague && !self.adds_nothing(when, expression) {
            self.mention = Some(when);
        }
        self.sentence = expression.sentence;
        self.end = expression.tokens.end();
        if let When::Day(day) = when {
            self.day = Some(when);
            if !matches!(meaning, Meaning::Named(Named { field: Field::Day { .. }, .. })) {
                self.news_day = Some(day);
            }
        }
        if matches!(when, When::Quarter(..) | When::Half(..)) && is_reported(meaning) {
            self.period = Some(when);
            self.by_year = false;
        }
        if let (Meaning::Named(Named { year: YearOf::Full(year), .. }), false) = (meaning, vague) {
            self.year = Some((*year, expression.sentence));
        }
    }

    /// After "the nine months", "a year earlier" compares years, not quarters.
    pub(super) fn note_length(&mut self, length: Length) {
        self.by_year |= length.unit == Unit::Month && matches!(length.amount.count(), Some(6 | 9));
    }

    /// "on December 7 (December 8 in Asia), 1941": the bare year says no more than the day did.
    fn adds_nothing(&self, when: When, expression: &Expression) -> bool {
        let When::Year(year) = when else { return false };
        self.sentence == expression.sentence && self.mention.and_then(When::year) == Some(year)
    }

    /// The week that was named just before the expression: "next week, from Monday to Wednesday".
    pub(super) fn week_before(&self, expression: &Expression) -> Option<(i16, u8)> {
        match self.mention {
            Some(When::Week(year, week)) if expression.tokens.first() <= self.end + WEEK_REACH => {
                Some((year, week))
            }
            _ => None,
        }
    }
}

/// Whether a quarter is the one that the text reports on, not one that it is compared with.
fn is_reported(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Named(named) => !matches!(named.year, YearOf::Shifted(..)) && named.field != Field::Period,
        Meaning::Shift(shift) => shift.count == 0,
        _ => false,
    }
}
