//! Time expressions: found, given a TIMEX3 value, and resolved against the article's date.
//!
//! ```text
//! lex      each token's lexeme, from the lexicon; ordinary words that look like words of time are told by `negative`
//! scan     runs of lexemes, read by the grammar's rules: the longest match wins     ─▶ what each expression says
//! range    neighbours that bound one stretch
//! story    what the whole text tells: does it move in its own time, is 3/4 in March or April?
//! resolve  what each expression means: counted from the article's day or the last date mentioned  ─▶ TIMEX3 value
//! ```
//!
//! What an expression says (`meaning`) and what it means (`value`) are kept apart: the grammar knows nothing of the
//! article's date, the resolver nothing of words but the tense around them (`cues`). Rules and values follow the
//! `TimeML` guideline of the `TempEval` corpora; where these are of two minds, the commoner use was taken.
//!
//! Without an article's date nothing is invented: relative expressions keep an X for every digit that is not known.

mod choose;
mod cues;
mod cursor;
mod day;
mod grammar;
mod holiday;
mod lex;
mod lexicon;
mod meaning;
mod memory;
mod negative;
mod range;
mod resolve;
mod scan;
mod story;
mod unresolved;
mod value;

pub use day::{Day, parse_date};
pub(crate) use day::{iso, optional_day, push_digits};

use crate::analysis::{Basis, Date, DateKind, Range};
use crate::document::{Document, Part, Sentence};
use crate::room::make_room;
use crate::span::{DateId, Run};
use meaning::{Field, Meaning, Named, YearOf};
use range::Pair;
use resolve::{Resolved, Resolver};
use scan::Expression;
use story::{Dateline, Story};
use value::When;

/// The dates of an article, and the pairs of them that bound a range.
#[derive(Debug, Default)]
pub struct Dates {
    /// Sorted by start.
    pub dates: Vec<Date>,
    /// The rule that found each of them.
    pub rules: Vec<&'static str>,
    /// Sorted by start; ids are indices into `dates`.
    pub ranges: Vec<Range>,
}

/// Finds the time expressions of an article and resolves them against `reference`, its date.
#[must_use]
pub fn find(document: &Document, reference: Option<Day>) -> Dates {
    let mut finder = Finder::default();
    finder.read(document, Run::new(0, document.sentences().len()));
    finder.dates(document, reference)
}

/// The time expressions of a text that is read in steps: what each means is settled at the end, by all of them.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    expressions: Vec<Expression>,
}

impl Finder {
    /// Makes room for what the `rest` of the text will add, if it is like what has been `read`; in bytes.
    pub(crate) fn make_room(&mut self, read: usize, rest: usize) {
        make_room(&mut self.expressions, read, rest);
    }

    /// Reads the next sentences: whole paragraphs, in order.
    pub(crate) fn read(&mut self, document: &Document, sentences: Run) {
        let first = self.expressions.len();
        self.expressions.extend(scan::expressions(document, document.article_sentences_in(sentences)));
        scan::share_years(document, &mut self.expressions[first..]);
    }

    /// What the expressions read so far mean.
    pub(crate) fn dates(&self, document: &Document, reference: Option<Day>) -> Dates {
        let expressions = &self.expressions;
        let pairs = range::pairs(document, expressions);
        let line = read_dateline(document, expressions, reference);
        let mut resolver = Resolver::new(document, Story::read(expressions, reference, line));
        let mut dates: Vec<Date> = Vec::with_capacity(expressions.len());
        let mut ends = pairs.iter().map(|pair| pair.first + 1).peekable();
        let mut last = None;
        for (index, expression) in expressions.iter().enumerate() {
            let start = ends.next_if_eq(&index).and(last);
            let meant = resolver.next(expression, start);
            last = meant.when;
            dates.push(date(document, expression, meant));
        }
        let ranges = pairs.iter().map(|pair| range(document, pair, &dates)).collect();
        let rules = expressions.iter().map(|expression| expression.found.rule).collect();
        Dates { dates, rules, ranges }
    }
}

/// The expression as the contract gives it.
fn date(document: &Document, expression: &Expression, resolved: Resolved) -> Date {
    let bounds = resolved.when.and_then(When::bounds);
    let confidence = confidence(&resolved);
    Date {
        span: document.span_of(expression.tokens),
        kind: resolved.kind,
        value: resolved.value,
        modifier: expression.found.modifier.map(|modifier| modifier.name().to_owned()),
        from: bounds.map(|(first, _)| first),
        to: bounds.map(|(_, last)| last),
        basis: resolved.basis,
        confidence,
    }
}

/// The pair as the contract gives it.
fn range(document: &Document, pair: &Pair, dates: &[Date]) -> Range {
    let ends = [pair.first, pair.first + 1];
    let mut value = dates[ends[0]].value.clone();
    value.push('/');
    value.push_str(&dates[ends[1]].value);
    Range { span: document.span_of(pair.tokens), dates: ends.map(|end| DateId(end as u32)), value }
}

/// How sure an expression and its value are: the share of those that were right on the development corpora, news
/// and history together.
fn confidence(meant: &Resolved) -> f32 {
    match (meant.basis, meant.kind) {
        (Some(Basis::Explicit), _) => 0.97,
        (Some(Basis::Article | Basis::Assumed), _) => 0.87,
        (Some(Basis::Mentioned), _) => 0.73,
        (None, DateKind::Duration) => 0.83,
        (None, DateKind::Set) => 0.6,
        (None, DateKind::Date | DateKind::Time) => 0.75,
    }
}

/// The full date that the article's dateline or date line gives, if any. A dateline without a year ("MOSCOW,
/// March 17 —") has the year of another line of the frame, or none.
#[must_use]
pub fn dateline(document: &Document) -> Option<Day> {
    let line = document.parts().dateline?;
    let inside = |sentence: &&Sentence| line.overlaps(sentence.span);
    let in_line = scan::expressions(document, document.sentences().iter().filter(inside));
    let in_line = || in_line.iter().filter(|e| line.contains(document.span_of(e.tokens)));
    if let Some(day) = in_line().find_map(|e| full_day(document, e)) {
        return Some(day);
    }
    let frame = |sentence: &&Sentence| !matches!(document.part(sentence), Part::Body | Part::Boilerplate);
    let in_frame = scan::expressions(document, document.sentences().iter().filter(frame));
    let published = in_frame.iter().find_map(|e| full_day(document, e))?;
    in_line().find_map(|e| day_near(document, e, published)).or(Some(published))
}

/// What the dateline tells, if there is one.
fn read_dateline(document: &Document, expressions: &[Expression], article: Option<Day>) -> Option<Dateline> {
    let line = document.parts().dateline?;
    let is_day = |e: &&Expression| {
        let day = matches!(e.found.meaning, Meaning::Named(Named { field: Field::Day { .. }, .. }));
        day && line.contains(document.span_of(e.tokens))
    };
    let Some(day) = expressions.iter().find(is_day) else { return Some(Dateline::default()) };
    let mut words = day.tokens.range().map(|token| lexicon::look_up(document.lower(token)));
    let month = words.position(|word| matches!(word, lexicon::Lexeme::Month(_)));
    let number = |token: usize| document.lower(token).starts_with(|first: char| first.is_ascii_digit());
    let day_first = month.is_some_and(|month| day.tokens.range().take(month).any(number));
    Some(Dateline { day: day_near(document, day, article), day_first })
}

/// The day of an expression that says it whole.
fn full_day(document: &Document, expression: &Expression) -> Option<Day> {
    let Meaning::Named(Named { year: YearOf::Full(_), .. }) = expression.found.meaning else { return None };
    day_near(document, expression, None)
}

/// The day that an expression names, read near another.
fn day_near(document: &Document, expression: &Expression, near: impl Into<Option<Day>>) -> Option<Day> {
    let story = Story::read(&[], near.into(), Some(Dateline::default()));
    match Resolver::new(document, story).next(expression, None).when {
        Some(When::Day(day)) => Some(day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn line(text: &str) -> Option<String> {
        dateline(&segment(text)).map(iso)
    }

    const STORY: &str =
        "The harbour was closed for a second day as the storm went on, the port authority said.";

    #[test]
    fn a_date_line_gives_the_articles_day() {
        assert_eq!(
            line(&["Storm shuts harbour", "March 17, 2023", STORY].join("\n\n")).as_deref(),
            Some("2023-03-17")
        );
        assert_eq!(
            line(&["Storm shuts harbour", "Friday 17 March 2023", STORY].join("\n\n")).as_deref(),
            Some("2023-03-17")
        );
    }

    #[test]
    fn a_dateline_without_a_year_gives_none() {
        assert_eq!(
            line(&["Storm shuts harbour", &format!("LISBON, March 17 (Agency) — {STORY}")].join("\n\n")),
            None
        );
        assert_eq!(line(&["Storm shuts harbour", STORY].join("\n\n")), None);
        assert_eq!(line(""), None);
    }

    #[test]
    fn spans_and_ids_fit_the_lists() {
        let text = "The fair runs from April 3 to April 9, 2023, then again May 1-3.";
        let found = find(&segment(text), None);
        assert_eq!(found.dates.len(), found.rules.len());
        let ranges: Vec<_> = found.ranges.iter().map(|r| (r.span.of(text), r.value.as_str())).collect();
        assert_eq!(
            ranges,
            [
                ("from April 3 to April 9, 2023", "2023-04-03/2023-04-09"),
                ("May 1-3", "XXXX-05-01/XXXX-05-03")
            ]
        );
        assert!(
            found
                .ranges
                .iter()
                .all(|r| r.dates.iter().all(|id| r.span.contains(found.dates[id.index()].span)))
        );
    }
}
