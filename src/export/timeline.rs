//! The dates as moments: what the article says of the same day once, and two dates that a range joins as one stretch.

use super::{Export, words};
use crate::analysis::{Date, DateKind};
use crate::date::Day;
use crate::span::Span;

/// A day or stretch of days, with every place that names it.
pub struct Moment<'a> {
    /// First and last day, where both are known.
    pub days: Option<(Day, Day)>,
    /// The TIMEX3 value; of a range both, joined by a slash.
    pub value: &'a str,
    /// The date; of a range its first.
    pub date: &'a Date,
    /// Where it is named, in order; never empty.
    pub places: Vec<Span>,
}

impl Moment<'_> {
    /// The words that name it, each wording once, in quotation marks.
    pub fn wordings(&self, text: &str) -> String {
        let mut known: Vec<String> = Vec::new();
        for place in &self.places {
            let wording = ["“", &words::one_line(place.of(text)), "”"].concat();
            if !known.contains(&wording) {
                known.push(wording);
            }
        }
        known.join(", ")
    }
}

/// The moments: those in the calendar by their first day, then the others by their value. "Now" and "recently", which
/// no calendar has a place for, are left out; so are lengths of time.
pub fn moments<'a>(export: &Export<'a>) -> Vec<Moment<'a>> {
    let analysis = export.analysis;
    let mut all: Vec<Moment> = Vec::new();
    let mut add = |days, value: &'a str, date: &'a Date, place| {
        all.push(Moment { days, value, date, places: vec![place] });
    };
    let mut in_range = vec![false; analysis.dates.len()];
    for range in &analysis.ranges {
        let ends = range.dates.map(|id| analysis.dates.get(id.index()));
        if let [Some(first), Some(last)] = ends {
            range.dates.iter().for_each(|id| in_range[id.index()] = true);
            add(first.from.zip(last.to), &range.value, first, range.span);
        }
    }
    for (date, in_range) in analysis.dates.iter().zip(in_range) {
        let vague = date.value.ends_with("_REF") || date.kind == DateKind::Duration && date.from.is_none();
        if !vague && !in_range {
            add(date.from.zip(date.to), &date.value, date, date.span);
        }
    }
    all.sort_by_key(|m| (m.days.is_none(), m.days, m.value, m.date.modifier.as_deref(), m.places[0]));
    all.dedup_by(|next, known| {
        let same =
            (next.days, next.value, &next.date.modifier) == (known.days, known.value, &known.date.modifier);
        if same {
            known.places.append(&mut next.places);
        }
        same
    });
    all
}
