//! From what an expression says to what it means: the reference is chosen among the article's day, the last date
//! mentioned and the year of the passage.

use super::choose;
use super::cues::{self, Tense};
use super::day::Day;
use super::meaning::{Every, Field, From, Meaning, Named, Pick, Shift, Vague, YearOf};
use super::memory::Memory;
use super::scan::Expression;
use super::story::Story;
use super::unresolved;
use super::value::{Length, Unit, When, calendar_kind, day_of, shifted_day, week_day};
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

impl Resolved {
    /// What needs no reference.
    fn plain(kind: DateKind, value: String) -> Self {
        Self { kind, value, when: None, basis: None }
    }
}

/// Resolves the expressions of one text, in order.
pub(super) struct Resolver<'a> {
    document: &'a Document<'a>,
    story: Story,
    memory: Memory,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(document: &'a Document<'a>, story: Story) -> Self {
        Self { document, story, memory: Memory::default() }
    }

    /// Resolves the next expression and remembers what it names.
    ///
    /// `start` is the beginning of the range that the expression ends, if it ends one.
    pub(super) fn next(&mut self, expression: &Expression, start: Option<When>) -> Resolved {
        match &expression.found.meaning {
            Meaning::Length(length) => {
                self.memory.note_length(*length);
                Resolved::plain(DateKind::Duration, write_length(*length))
            }
            Meaning::Every(every) => Resolved::plain(DateKind::Set, write_every(*every)),
            Meaning::Vague(vague) => Resolved::plain(DateKind::Date, reference(*vague).to_owned()),
            Meaning::Named(_) | Meaning::Shift(_) => self.stretch(expression, start),
        }
    }

    /// Resolves what names a stretch of the calendar.
    fn stretch(&mut self, expression: &Expression, start: Option<When>) -> Resolved {
        let (meaning, time) = (&expression.found.meaning, expression.found.time);
        let (when, basis) = self
            .calendar(meaning, expression)
            .map(|(when, basis)| {
                (start.map_or(when, |start| choose::not_before(start, when, meaning)), basis)
            })
            .unzip();
        let mut value = String::new();
        match when {
            Some(when) => {
                self.memory.note(when, expression);
                when.write(&mut value);
            }
            None => unresolved::write(meaning, &mut value),
        }
        if let Some(time) = time {
            time.write(&mut value);
        }
        Resolved { kind: calendar_kind(time), value, when, basis }
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
                let day = self.memory.news_day.filter(|_| !self.story.narrative);
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
            && let Some((first, _)) = self.memory.mention.and_then(When::bounds)
        {
            return Some((first, Basis::Mentioned));
        }
        self.story.article.map(|day| (day, Basis::Article))
    }

    /// What "the following" such unit follows.
    fn there(&self, unit: Unit) -> Option<(When, Basis)> {
        let mention =
            if unit <= Unit::Day { self.memory.day.or(self.memory.mention) } else { self.memory.mention };
        let day = unit <= Unit::Day && !self.story.narrative;
        mention
            .filter(|when| !day || matches!(when, When::Day(_)))
            .map(|when| (when, Basis::Mentioned))
            .or_else(|| self.story.article.map(|day| (When::Day(day), Basis::Article)))
    }

    /// "the quarter", "a year earlier": by the reporting period, else by the last full one before the article.
    fn of_period(&self, unit: Unit, count: i32) -> Option<(When, Basis)> {
        let period = self.memory.period.or_else(|| self.story.quarter());
        if let Some(period) = period.filter(|_| unit == Unit::Quarter || !self.memory.by_year) {
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
            Field::Period => return self.period_of(&named.year),
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

    /// "the 1988 period": the one reported on, in that year.
    fn period_of(&self, year: &YearOf) -> Option<(When, Basis)> {
        let YearOf::Full(year) = *year else { return None };
        let moved = |period: When| period.in_other_year(i32::from(year - period.year()?));
        Some((self.memory.period.and_then(moved).unwrap_or(When::Year(year)), Basis::Explicit))
    }

    fn year(&self, count: i32, from: &From, expression: &Expression) -> Option<(i16, Basis)> {
        let shift = Shift { unit: Unit::Year, count, from: from.clone() };
        let (when, basis) = self.shift(&shift, expression)?;
        Some((when.year()?, basis))
    }

    /// "the nineties": the last that had begun.
    fn short_decade(&self, tens: u8) -> (When, Basis) {
        let year = self
            .story
            .article
            .map(Day::year)
            .or_else(|| self.memory.mention.and_then(When::year))
            .unwrap_or(2000);
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
        if let (Some((year, week)), Pick::Any) = (self.memory.week_before(expression), pick) {
            return Some((When::Day(week_day(year, week, weekday)?), Basis::Mentioned));
        }
        if let (Some(day), Pick::Any, false) = (self.story.filed_on(weekday), pick, self.story.narrative) {
            return Some((When::Day(day), Basis::Article));
        }
        let anaphoric = matches!(pick, Pick::Following | Pick::Preceding);
        let (day, basis) = match self.memory.mention {
            Some(When::Day(day)) if anaphoric || self.story.narrative => (day, Basis::Mentioned),
            _ => self.here()?,
        };
        Some((choose::weekday(weekday, pick, self.tense(expression), day)?, basis))
    }

    /// A name that comes every year: which year's?
    fn without_year(&self, field: Field, pick: Pick, expression: &Expression) -> Option<(When, Basis)> {
        if let Some(mention) =
            self.memory.mention.filter(|_| self.story.narrative || self.is_in_passage(expression))
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
        self.memory.year.is_some_and(|(year, sentence)| {
            self.story.article.is_none_or(|day| day.year() > year)
                && self.tense(expression) == Tense::Past
                && self.memory.mention.and_then(When::year) == Some(year)
                && expression.sentence == sentence
                && !self.is_as_of(expression)
        })
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

fn write_length(length: Length) -> String {
    let mut value = String::new();
    length.write(&mut value);
    value
}

fn write_every(every: Every) -> String {
    match every {
        Every::Length(length) => write_length(length),
        Every::Named(field, time) => {
            let mut value = String::new();
            unresolved::write_field(field, &mut value);
            if let Some(time) = time {
                time.write(&mut value);
            }
            value
        }
    }
}
