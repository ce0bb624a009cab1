//! From what an expression says to what it means: the reference is chosen among the article's day, the last date
//! mentioned and the year of the passage.

use super::choose;
use super::cues::{self, Tense};
use super::day::Day;
use super::meaning::{Every, Field, From, Meaning, Named, Pick, Shift, Vague, YearOf};
use super::scan::Expression;
use super::story::Story;
use super::unresolved;
use super::value::{Unit, When, day_of, shifted_day, week_day};
use crate::analysis::{Basis, DateKind};
use crate::document::Document;

/// What an expression means.
#[derive(Debug)]
pub(super) struct Resolved {
    pub(super) kind: DateKind,
    /// The TIMEX3 value.
    pub(super) value: String,
    /// The stretch of the calendar, if it is one and could be resolved.
    pub(super) when: Option<When>,
    pub(super) basis: Option<Basis>,
}

/// Resolves the expressions of one text, in order.
pub(super) struct Resolver<'a> {
    document: &'a Document<'a>,
    story: Story,
    /// The last date mentioned.
    mention: Option<When>,
    /// The last day mentioned, for times of day.
    day: Option<When>,
    /// The reporting period that the text speaks of.
    period: Option<When>,
    /// The year that was named last, and its sentence.
    year: Option<(i16, usize)>,
    /// The sentence of the last date mentioned.
    sentence: usize,
    /// One past the last token of the last date mentioned.
    end: usize,
    /// The last day that was named as news names it: a weekday, "today".
    news_day: Option<Day>,
}

/// Tokens that may stand between a week and a weekday of it: ", from".
const WEEK_REACH: usize = 3;

impl<'a> Resolver<'a> {
    pub(super) fn new(document: &'a Document<'a>, story: Story) -> Self {
        Self {
            document,
            story,
            mention: None,
            day: None,
            period: None,
            year: None,
            sentence: 0,
            end: 0,
            news_day: None,
        }
    }

    /// Resolves the next expression and remembers what it names.
    ///
    /// `start` is the beginning of the range that the expression ends, if it ends one.
    pub(super) fn next(&mut self, expression: &Expression, start: Option<When>) -> Resolved {
        let time = expression.found.time;
        match &expression.found.meaning {
            Meaning::Length(length) => {
                let mut value = String::new();
                length.write(&mut value);
                Resolved { kind: DateKind::Duration, value, when: None, basis: None }
            }
            Meaning::Every(every) => {
                Resolved { kind: DateKind::Set, value: write_every(*every), when: None, basis: None }
            }
            Meaning::Vague(vague) => Resolved {
                kind: DateKind::Date,
                value: reference(*vague).to_owned(),
                when: None,
                basis: None,
            },
            meaning => {
                let found = self.calendar(meaning, expression).map(|(when, basis)| {
                    (start.map_or(when, |start| choose::not_before(start, when, meaning)), basis)
                });
                if let Some((when, _)) = found {
                    self.remember(when, meaning, expression);
                }
                let mut value = String::new();
                match found {
                    Some((when, _)) => when.write(&mut value),
                    None => unresolved::write(meaning, &mut value),
                }
                if let Some(time) = time {
                    time.write(&mut value);
                }
                let kind = super::value::calendar_kind(time);
                Resolved {
                    kind,
                    value,
                    when: found.map(|(when, _)| when),
                    basis: found.map(|(_, basis)| basis),
                }
            }
        }
    }

    fn remember(&mut self, when: When, meaning: &Meaning, expression: &Expression) {
        let decade = matches!(when, When::Decade(_) | When::Century(_));
        // "on December 7 and 8, 1941": the bare year adds nothing to the day.
        let coarser = matches!(when, When::Year(year) if self.mention.is_some_and(|mention| {
            mention.year() == Some(year) && self.sentence == expression.sentence
        }));
        if !decade && !coarser {
            self.mention = Some(when);
        }
        self.sentence = expression.sentence;
        self.end = expression.tokens.end();
        if let (When::Day(day), false) =
            (when, matches!(meaning, Meaning::Named(Named { field: Field::Day { .. }, .. })))
        {
            self.news_day = Some(day);
        }
        if let When::Day(_) = when {
            self.day = Some(when);
        }
        if matches!(when, When::Quarter(..) | When::Half(..)) && is_reported(meaning) {
            self.period = Some(when);
        }
        if let (Meaning::Named(Named { year: YearOf::Full(year), .. }), false) = (meaning, decade) {
            self.year = Some((*year, expression.sentence));
        }
    }

    fn tense(&self, expression: &Expression) -> Tense {
        cues::tense(self.document, expression.tokens, self.document.sentences()[expression.sentence].tokens)
    }

    fn calendar(&self, meaning: &Meaning, expression: &Expression) -> Option<(When, Basis)> {
        match meaning {
            Meaning::Named(named) => self.named(named, expression),
            Meaning::Shift(shift) => self.shift(shift, expression),
            _ => None,
        }
    }

    // ---- counted from somewhere ----

    fn shift(&self, shift: &Shift, expression: &Expression) -> Option<(When, Basis)> {
        let (unit, count) = (shift.unit, shift.count);
        match &shift.from {
            From::Today => {
                let day = self.story.article?;
                Some((shifted_day(day, unit, count)?, Basis::Article))
            }
            From::Article => {
                let (day, basis) = self.here()?;
                let past_weekend =
                    unit == Unit::Weekend && count == 0 && day.weekday().to_monday_one_offset() < 5;
                let count = if past_weekend && self.tense(expression) != Tense::Future { -1 } else { count };
                Some((shifted_day(day, unit, count)?, basis))
            }
            From::Story => {
                let day = self.news_day.filter(|_| !self.story.narrative);
                let (day, basis) =
                    day.map_or_else(|| self.there(unit), |day| Some((When::Day(day), Basis::Mentioned)))?;
                Some((day.shifted(unit, count)?, basis))
            }
            From::Mention => {
                let (mention, basis) = self.there(unit)?;
                Some((mention.shifted(unit, count)?, basis))
            }
            From::Period => self.of_period(unit, count),
            From::Date(meaning) => {
                let (anchor, basis) = self.calendar(meaning, expression)?;
                Some((anchor.shifted(unit, count)?, basis))
            }
        }
    }

    /// The day that "today" is: the article's; in a text that moves in its own time, the last one mentioned.
    fn here(&self) -> Option<(Day, Basis)> {
        if self.story.narrative
            && let Some((first, _)) = self.mention.and_then(When::bounds)
        {
            return Some((first, Basis::Mentioned));
        }
        self.story.article.map(|day| (day, Basis::Article))
    }

    /// What "the following" such unit follows.
    fn there(&self, unit: Unit) -> Option<(When, Basis)> {
        let mention = if unit <= Unit::Day { self.day.or(self.mention) } else { self.mention };
        let day = unit <= Unit::Day && !self.story.narrative;
        mention
            .filter(|when| !day || matches!(when, When::Day(_)))
            .map(|when| (when, Basis::Mentioned))
            .or_else(|| self.story.article.map(|day| (When::Day(day), Basis::Article)))
    }

    /// "the quarter", "a year earlier": by the reporting period, else by the last full one before the article.
    fn of_period(&self, unit: Unit, count: i32) -> Option<(When, Basis)> {
        let period = self.period.or_else(|| self.story.quarter());
        if let Some(period) = period {
            return Some((period.in_other_year(count)?, Basis::Mentioned));
        }
        let (day, basis) = self.here()?;
        if unit == Unit::Quarter {
            return Some((shifted_day(day, Unit::Quarter, count - 1)?, basis));
        }
        Some((shifted_day(day, unit, count)?, basis))
    }

    // ---- named ----

    fn named(&self, named: &Named, expression: &Expression) -> Option<(When, Basis)> {
        let field = self.story.unslash(named.field);
        match field {
            Field::Decade(decade) => return Some((When::Decade(decade), Basis::Explicit)),
            Field::Century(century) => return Some((When::Century(century), Basis::Explicit)),
            Field::Period => {
                let YearOf::Full(year) = named.year else { return None };
                let period = self.period.and_then(|period| Some(year - period.year()?));
                let when = period.and_then(|years| self.period?.in_other_year(i32::from(years)));
                return Some((when.unwrap_or(When::Year(year)), Basis::Explicit));
            }
            Field::ShortDecade(tens) => return Some(self.short_decade(tens)),
            Field::Weekday(weekday) => return self.weekday(weekday, named.pick, expression),
            Field::WeekdayOf { weekday, weeks } => {
                let (day, basis) = self.here()?;
                let When::Week(year, week) = shifted_day(day, Unit::Week, i32::from(weeks))? else {
                    return None;
                };
                return Some((When::Day(week_day(year, week, weekday)?), basis));
            }
            Field::DayOfMonth(day) => return self.day_of_month(day),
            _ => {}
        }
        let (year, basis) = match &named.year {
            YearOf::Full(year) => (*year, Basis::Explicit),
            YearOf::Short(short) => (self.story.full_year(*short), Basis::Explicit),
            YearOf::Shifted(count, from) => self.year(*count, from, expression)?,
            YearOf::Unsaid => return self.without_year(field, named.pick, expression),
        };
        Some((choose::in_year(field, year)?, basis))
    }

    fn year(&self, count: i32, from: &From, expression: &Expression) -> Option<(i16, Basis)> {
        let shift = Shift { unit: Unit::Year, count, from: from.clone() };
        let (when, basis) = self.shift(&shift, expression)?;
        Some((when.year()?, basis))
    }

    /// "the nineties": the last that had begun.
    fn short_decade(&self, tens: u8) -> (When, Basis) {
        let year =
            self.story.article.map(Day::year).or_else(|| self.mention.and_then(When::year)).unwrap_or(2000);
        let decade = i16::from(tens) + year.div_euclid(100) * 10;
        let decade = if decade * 10 + 9 > year { decade - 10 } else { decade };
        (When::Decade(decade), Basis::Explicit)
    }

    fn day_of_month(&self, day: u8) -> Option<(When, Basis)> {
        let (when, basis) = self.there(Unit::Month)?;
        let (first, _) = when.bounds()?;
        Some((When::Day(day_of(first.year(), first.month().unsigned_abs(), day)?), basis))
    }

    fn weekday(&self, weekday: u8, pick: Pick, expression: &Expression) -> Option<(When, Basis)> {
        // "next week, from Monday to Wednesday"
        if let (Some(When::Week(year, week)), Pick::Any, true) =
            (self.mention, pick, expression.tokens.first() <= self.end + WEEK_REACH)
        {
            return Some((When::Day(week_day(year, week, weekday)?), Basis::Mentioned));
        }
        let anaphoric = matches!(pick, Pick::Following | Pick::Preceding);
        let (day, basis) = match self.mention {
            Some(When::Day(day)) if anaphoric || self.story.narrative => (day, Basis::Mentioned),
            _ => self.here()?,
        };
        Some((choose::weekday(weekday, pick, self.tense(expression), day)?, basis))
    }

    /// A name that comes every year: which year's?
    fn without_year(&self, field: Field, pick: Pick, expression: &Expression) -> Option<(When, Basis)> {
        if let Some(mention) = self.mention.filter(|_| self.story.narrative || self.is_in_passage(expression))
        {
            return Some((choose::beside(field, pick, mention)?, Basis::Mentioned));
        }
        let (day, basis) = self.here()?;
        Some((choose::near(field, pick, self.tense(expression), day)?, basis))
    }

    /// "as of February", "since May": counted from the article's day, even after another year.
    fn is_as_of(&self, expression: &Expression) -> bool {
        let before = expression.tokens.first().checked_sub(1).map_or("", |token| self.document.lower(token));
        matches!(before, "of" | "since")
    }

    /// Whether the text has just told of another year, so that months and days without one are of that year.
    fn is_in_passage(&self, expression: &Expression) -> bool {
        self.year.is_some_and(|(year, sentence)| {
            self.story.article.is_none_or(|day| day.year() > year)
                && self.tense(expression) == Tense::Past
                && self.mention.and_then(When::year) == Some(year)
                && expression.sentence == sentence
                && !self.is_as_of(expression)
        })
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

/// What TIMEX3 writes for a reference that names no time.
fn reference(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

fn write_every(every: Every) -> String {
    let mut value = String::new();
    match every {
        Every::Length(length) => length.write(&mut value),
        Every::Named(field, time) => {
            unresolved::write_field(field, &mut value);
            if let Some(time) = time {
                time.write(&mut value);
            }
        }
    }
    value
}
