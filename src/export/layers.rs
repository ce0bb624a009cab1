//! The text with its highlights, as markup needs them: opened and closed like brackets.
//!
//! Quotes hold names and dates, and now and then two highlights cross ("“We meet on” Monday" cut badly by its
//! author). Brackets cannot cross, so the one that begins later is split where the other ends.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::analysis::{Analysis, Date, Entity, Form, Mention, Quote};
use crate::span::Span;

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Highlight<'a> {
    /// One part of a quote.
    Quote(&'a Quote),
    /// A time expression.
    Date(&'a Date),
    /// A name, and who or what it names. Pronouns are left out.
    Name(&'a Mention, &'a Entity),
}

/// One step through the text, from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'a> {
    /// A highlight begins, or goes on after the one that it crosses.
    Open(Highlight<'a>),
    /// Words of the article; never empty.
    Text(&'a str),
    /// The highlight opened last and not yet closed ends.
    Close(Highlight<'a>),
}

/// Walks through `text` and its highlights in order: every byte once, every `Open` with its `Close`.
///
/// `text` must be the text that was annotated; spans that do not lie on its characters are left out.
pub fn walk<'a>(text: &'a str, analysis: &'a Analysis, step: &mut dyn FnMut(Step<'a>)) {
    let mut waiting = highlights(text, analysis);
    let mut walk = Walk { text, at: 0, open: Vec::new(), step };
    while let Some(next) = waiting.pop() {
        walk.close_until(next.span.start);
        let end = walk.open.last().map_or(next.span.end, |outer| outer.span.end.min(next.span.end));
        if end < next.span.end {
            waiting.push(Stretch { span: Span { start: end, end: next.span.end }, ..next });
        }
        walk.open(Stretch { span: Span { start: next.span.start, end }, ..next });
    }
    walk.close_until(u32::MAX);
    walk.text_until(text.len());
}

/// Not empty, and on character boundaries.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    span: Span,
    highlight: Highlight<'a>,
}

impl Stretch<'_> {
    /// The heap's greatest is the next to open: the earliest; of those the longest, so that it holds the others;
    /// of equals quote before date before name.
    fn order(&self) -> impl Ord + use<> {
        let rank = match self.highlight {
            Highlight::Quote(_) => 0,
            Highlight::Date(_) => 1,
            Highlight::Name(..) => 2,
        };
        (Reverse(self.span.start), self.span.end, Reverse(rank))
    }
}

impl Ord for Stretch<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Stretch<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Stretch<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Stretch<'_> {}

fn highlights<'a>(text: &str, analysis: &'a Analysis) -> BinaryHeap<Stretch<'a>> {
    let quotes = analysis.quotes.iter().flat_map(|quote| {
        quote.parts.iter().map(move |&span| Stretch { span, highlight: Highlight::Quote(quote) })
    });
    let dates =
        analysis.dates.iter().map(|date| Stretch { span: date.span, highlight: Highlight::Date(date) });
    let names = analysis.mentions.iter().filter(|m| m.form != Form::Pronoun).filter_map(|mention| {
        let entity = analysis.entities.get(mention.entity.index())?;
        Some(Stretch { span: mention.span, highlight: Highlight::Name(mention, entity) })
    });
    quotes.chain(dates).chain(names).filter(|stretch| !stretch.span.of(text).is_empty()).collect()
}

/// Where the walk is, and what is open there, outermost first; each lies inside the one before it.
struct Walk<'a, 's> {
    text: &'a str,
    at: usize,
    open: Vec<Stretch<'a>>,
    step: &'s mut dyn FnMut(Step<'a>),
}

impl<'a> Walk<'a, '_> {
    fn open(&mut self, stretch: Stretch<'a>) {
        self.text_until(stretch.span.start as usize);
        (self.step)(Step::Open(stretch.highlight));
        self.open.push(stretch);
    }

    fn close_until(&mut self, offset: u32) {
        while let Some(inner) = self.open.pop_if(|inner| inner.span.end <= offset) {
            self.text_until(inner.span.end as usize);
            (self.step)(Step::Close(inner.highlight));
        }
    }

    fn text_until(&mut self, offset: usize) {
        let words = &self.text[self.at..offset];
        if !words.is_empty() {
            (self.step)(Step::Text(words));
        }
        self.at = offset;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::Kind;
    use crate::export::fixture::{Fixture, fixture};

    /// The walk with a letter for each kind of bracket.
    fn brackets(Fixture { text, analysis }: &Fixture) -> String {
        let mut out = String::new();
        walk(text, analysis, &mut |step| match step {
            Step::Text(words) => out.push_str(words),
            Step::Open(highlight) => {
                out.push('<');
                out.push(letter(highlight));
                out.push(' ');
            }
            Step::Close(highlight) => {
                out.push(letter(highlight));
                out.push('>');
            }
        });
        out
    }

    fn letter(highlight: Highlight) -> char {
        match highlight {
            Highlight::Quote(_) => 'Q',
            Highlight::Date(_) => 'D',
            Highlight::Name(..) => 'N',
        }
    }

    #[test]
    fn a_quote_holds_its_names_and_dates_whatever_their_order_in_the_result() {
        let found = fixture("“Ask Ann Lee on Monday,” he said.")
            .name("Ann Lee", Kind::Person)
            .pronoun("he", 0)
            .date("Monday", "2023-03-13")
            .quote(&["Ask Ann Lee on Monday,"], None);
        assert_eq!(brackets(&found), "“<Q Ask <N Ann LeeN> on <D MondayD>,Q>” he said.");
    }

    #[test]
    fn of_the_same_words_the_quote_is_outside_and_the_name_inside() {
        let found = fixture("“May”").name("May", Kind::Person).date("May", "2023-05").quote(&["May"], None);
        assert_eq!(brackets(&found), "“<Q <D <N MayN>D>Q>”");
    }

    #[test]
    fn of_two_that_cross_the_later_is_split() {
        let found = fixture("abcdef").name("abcd", Kind::Place).quote(&["cdef"], None);
        assert_eq!(brackets(&found), "<N ab<Q cdQ>N><Q efQ>");
    }

    #[test]
    fn touching_highlights_do_not_nest() {
        let found = fixture("abcd").name("ab", Kind::Place).date("cd", "2023");
        assert_eq!(brackets(&found), "<N abN><D cdD>");
    }

    /// Any spans, also crossing, equal, empty, reversed, inside characters and past the end.
    fn any_result() -> impl Strategy<Value = Analysis> {
        let spans =
            || prop::collection::vec((0u32..24, 0u32..24).prop_map(|(start, end)| Span { start, end }), 0..6);
        (spans(), spans(), spans()).prop_map(|(names, dates, parts)| {
            let mut found =
                fixture("a").name("a", Kind::Place).date("a", "2023").quote(&["a"], None).analysis;
            let (name, date) = (found.mentions.remove(0), found.dates.remove(0));
            found.mentions = names.into_iter().map(|span| Mention { span, ..name.clone() }).collect();
            found.dates = dates.into_iter().map(|span| Date { span, ..date.clone() }).collect();
            found.quotes[0].parts = parts;
            found
        })
    }

    proptest! {
        #[test]
        fn every_byte_comes_once_and_every_bracket_closes(text in "[a-cé漢😀]{0,9}", found in any_result()) {
            let (mut words, mut open) = (String::new(), Vec::new());
            walk(&text, &found, &mut |step| match step {
                Step::Text(more) => {
                    assert!(!more.is_empty());
                    words.push_str(more);
                }
                Step::Open(highlight) => open.push(highlight),
                Step::Close(highlight) => assert_eq!(open.pop(), Some(highlight)),
            });
            prop_assert_eq!(&words, &text);
            prop_assert!(open.is_empty());
        }
    }
}
