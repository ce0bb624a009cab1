//! Time expressions: found, given a TIMEX3 value, and resolved against the article's date.

mod choose;
mod cues;
mod cursor;
mod day;
mod grammar;
mod holiday;
mod lex;
mod lexicon;
mod meaning;
mod negative;
mod resolve;
mod scan;
mod story;
mod unresolved;
mod value;

pub(crate) use day::iso;
pub use day::{Day, parse_date};

use crate::analysis::{Basis, Date, Range};
use crate::document::{Document, Part};
use meaning::{Meaning, Named, YearOf};
use resolve::{Resolved, Resolver};
use scan::Expression;
use story::Story;
use value::When;

/// The dates of an article, and the pairs of them that bound a range.
#[derive(Debug, Default)]
pub struct Dates {
    /// Sorted by start.
    pub dates: Vec<Date>,
    /// Sorted by start; ids are indices into `dates`.
    pub ranges: Vec<Range>,
}

/// Finds the time expressions of an article and resolves them against `reference`, its date.
#[must_use]
pub fn find(document: &Document, reference: Option<Day>) -> Dates {
    let mut expressions = scan::expressions(document);
    scan::share_years(document, &mut expressions);
    let has_dateline = document.parts().dateline.is_some();
    let mut resolver = Resolver::new(document, Story::read(&expressions, reference, has_dateline));
    let dates = expressions
        .iter()
        .map(|expression| {
            let resolved = resolver.next(expression);
            date(document, expression, resolved)
        })
        .collect();
    Dates { dates, ranges: Vec::new() }
}

/// The expression as the contract gives it.
fn date(document: &Document, expression: &Expression, resolved: Resolved) -> Date {
    let bounds = resolved.when.and_then(When::bounds);
    Date {
        span: document.span_of(expression.tokens),
        kind: resolved.kind,
        value: resolved.value,
        modifier: expression.found.modifier.map(|modifier| modifier.name().to_owned()),
        from: bounds.map(|(first, _)| iso(first)),
        to: bounds.map(|(_, last)| iso(last)),
        basis: resolved.basis,
        confidence: confidence(resolved.basis),
    }
}

fn confidence(basis: Option<Basis>) -> f32 {
    match basis {
        Some(Basis::Explicit) => 0.97,
        Some(Basis::Article | Basis::Assumed) => 0.87,
        Some(Basis::Mentioned) => 0.75,
        None => 0.8,
    }
}

/// The full date that the article's dateline or date line gives, if any.
#[must_use]
pub fn dateline(document: &Document) -> Option<Day> {
    let expressions = scan::expressions(document);
    let line = document.parts().dateline;
    expressions
        .iter()
        .take_while(|e| line.is_some() || document.part(&document.sentences()[e.sentence]) != Part::Body)
        .filter(|e| line.is_none_or(|line| line.contains(document.span_of(e.tokens))))
        .find_map(|e| match &e.found.meaning {
            Meaning::Named(Named { year: YearOf::Full(_), .. }) => {
                let story = Story::read(&[], None, true);
                match Resolver::new(document, story).next(e).when {
                    Some(When::Day(day)) => Some(day),
                    _ => None,
                }
            }
            _ => None,
        })
}
