//! From what an expression says to what it means: the reference is chosen among the article's day, the last date
//! mentioned and the year of the passage.

use super::cues::{self, Tense};
use super::day::Day;
use super::meaning::{Every, Field, From, Meaning, Named, Pick, Shift, Vague, YearOf};
use super::scan::Expression;
use super::story::Story;
use super::unresolved;
use super::value::{Unit, When, add_days, day_of, days_between, shifted_day};
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
    /// A year other than the article's that was named last, and the paragraph it was named in.
    year: Option<(i16, u32)>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(document: &'a Document<'a>, story: Story) -> Self {
        Self { document, story, mention: None, day: None, period: None, year: None }
    }

    /// Resolves the next expression and remembers what it names.
    pub(super) fn next(&mut self, expression: &Expression) -> Resolved {
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
            Meaning::Vague(vague) => {
                let value = match vague {
                    Vague::Past => "PAST_REF",
                    Vague::Present => "PRESENT_REF",
                    Vague::Future => "FUTURE_REF",
                };
                Resolved { kind: DateKind::Date, value: value.to_owned(), when: None, basis: None }
            }
            meaning => {
                let found = self.calendar(meaning, expression);
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
        if !decade {
            self.mention = Some(when);
        }
        if let When::Day(_) = when {
            self.day = Some(when);
        }
        if matches!(when, When::Quarter(..) | When::Half(..)) {
            self.period = Some(when);
        }
        if let (Meaning::Named(Named { year: YearOf::Full(year), .. }), false) = (meaning, decade) {
            self.year = Some((*year, self.paragraph(expression)));
        }
    }

    fn paragraph(&self, expression: &Expression) -> u32 {
        self.document.sentences()[expression.sentence].paragraph
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
            From::Article => {
                let (day, basis) = self.here()?;
                Some((shifted_day(day, unit, count)?, basis))
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
        if let Some(period) = self.period {
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
            Field::ShortDecade(tens) => return self.short_decade(tens),
            Field::Weekday(weekday) => return self.weekday(weekday, named.pick, expression),
            Field::DayOfMonth(day) => return self.day_of_month(day),
            _ => {}
        }
        let (year, basis) = match &named.year {
            YearOf::Full(year) => (*year, Basis::Explicit),
            YearOf::Short(short) => (self.story.full_year(*short), Basis::Explicit),
            YearOf::Shifted(count, from) => self.year(*count, from, expression)?,
            YearOf::Unsaid => return self.without_year(field, named.pick, expression),
        };
        Some((in_year(field, year)?, basis))
    }

    fn year(&self, count: i32, from: &From, expression: &Expression) -> Option<(i16, Basis)> {
        let shift = Shift { unit: Unit::Year, count, from: from.clone() };
        let (when, basis) = self.shift(&shift, expression)?;
        Some((when.year()?, basis))
    }

    /// "the nineties": the last that had begun.
    fn short_decade(&self, tens: u8) -> Option<(When, Basis)> {
        let year =
            self.story.article.map(Day::year).or_else(|| self.mention.and_then(When::year)).unwrap_or(2000);
        let decade = i16::from(tens) + year.div_euclid(100) * 10;
        let decade = if decade * 10 + 9 > year { decade - 10 } else { decade };
        Some((When::Decade(decade), Basis::Explicit))
    }

    fn day_of_month(&self, day: u8) -> Option<(When, Basis)> {
        let (when, basis) = self.there(Unit::Month)?;
        let (first, _) = when.bounds()?;
        Some((When::Day(day_of(first.year(), first.month(), day as i8)?), basis))
    }

    /// A weekday: in the past unless the sentence looks ahead; the article's own day counts as past.
    fn weekday(&self, weekday: u8, pick: Pick, expression: &Expression) -> Option<(When, Basis)> {
        let anaphoric = matches!(pick, Pick::Following | Pick::Preceding);
        let (day, basis) = match self.mention {
            Some(When::Day(day)) if anaphoric || self.story.narrative => (day, Basis::Mentioned),
            _ => self.here()?,
        };
        let ahead = (i32::from(weekday) - i32::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
        let back = ahead - 7;
        let offset = match pick {
            Pick::Last | Pick::Preceding => back,
            Pick::Next | Pick::Following => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Pick::This if self.tense(expression) == Tense::Past => {
                if ahead == 0 {
                    0
                } else {
                    back
                }
            }
            Pick::This => ahead,
            Pick::Any => match self.tense(expression) {
                Tense::Future => ahead,
                _ if ahead == 0 => 0,
                _ => back,
            },
        };
        Some((When::Day(add_days(day, offset)?), basis))
    }

    /// A name that comes every year: which year's?
    fn without_year(&self, field: Field, pick: Pick, expression: &Expression) -> Option<(When, Basis)> {
        let (reference, basis) = self.reference_for_names(expression)?;
        let (day, _) = reference.bounds()?;
        let at = |offset: i16| in_year(field, day.year() + offset);
        let distance = |when: When| when.bounds().map(|(first, _)| days_between(day, first));
        let starts_before = |when: When| distance(when).is_some_and(|days| days <= 0);
        let own = at(0);
        let last = || if own.is_some_and(starts_before) { own } else { at(-1) };
        let coming =
            || if own.and_then(When::bounds).is_some_and(|(_, end)| end >= day) { own } else { at(1) };
        let strictly_last =
            || own.filter(|when| when.bounds().is_some_and(|(_, end)| end < day)).or_else(|| at(-1));
        let strictly_next =
            || own.filter(|when| distance(*when).is_some_and(|days| days > 0)).or_else(|| at(1));
        let when = match pick {
            Pick::Last | Pick::Preceding => strictly_last(),
            Pick::Next | Pick::Following => strictly_next(),
            Pick::This => own,
            Pick::Any => match (field, self.tense(expression)) {
                (Field::Day { .. } | Field::Holiday(_), _) => nearest(day, [at(-1), own, at(1)]),
                (Field::Month(_), Tense::Unclear) => nearest(day, [at(-1), own, at(1)]),
                (Field::Quarter(_) | Field::Half(_) | Field::Month(_), Tense::Past | Tense::Unclear) => {
                    last()
                }
                (Field::Season(_), Tense::Past) => last(),
                (Field::Season(_), Tense::Unclear) => own,
                _ => coming(),
            },
        };
        Some((when?, basis))
    }

    /// What names without a year are near to.
    fn reference_for_names(&self, expression: &Expression) -> Option<(When, Basis)> {
        let passage = self.year.filter(|(year, paragraph)| {
            let other = self.story.article.is_none_or(|day| day.year() != *year);
            other && *paragraph == self.paragraph(expression)
        });
        match (self.mention, passage) {
            (Some(mention), _) if self.story.narrative => Some((mention, Basis::Mentioned)),
            (Some(mention), Some(_)) => Some((mention, Basis::Mentioned)),
            _ => self.here().map(|(day, basis)| (When::Day(day), basis)),
        }
    }
}

/// The candidate whose first day is nearest to `day`.
fn nearest(day: Day, candidates: [Option<When>; 3]) -> Option<When> {
    candidates
        .into_iter()
        .flatten()
        .min_by_key(|when| when.bounds().map_or(i32::MAX, |(first, _)| days_between(day, first).abs()))
}

/// The stretch of that name in a year.
fn in_year(field: Field, year: i16) -> Option<When> {
    Some(match field {
        Field::Year => When::Year(year),
        Field::Half(half) => When::Half(year, half),
        Field::Quarter(quarter) => When::Quarter(year, quarter),
        Field::Season(season) => When::Season(year, season),
        Field::Month(month) => When::Month(year, month),
        Field::Day { month, day } => When::Day(day_of(year, month as i8, day as i8)?),
        Field::Holiday(holiday) => When::Day(holiday.in_year(year)?),
        _ => return None,
    })
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
