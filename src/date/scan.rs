//! Through the article once: lexemes, islands of them, and the expressions that the grammar finds there.

use super::cursor::Cursor;
use super::grammar;
use super::lex;
use super::lexicon::Lexeme;
use super::meaning::{Field, Found, Meaning, Pick, YearOf};
use super::negative;
use super::value::days_of;
use crate::document::{Document, Sentence};
use crate::span::Run;

/// An expression in its place.
#[derive(Debug)]
pub(super) struct Expression {
    /// Its tokens, by the document's indices.
    pub(super) tokens: Run,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) found: Found,
}

/// The expressions of some sentences, in order, none inside another.
pub(super) fn expressions<'s>(
    document: &Document,
    sentences: impl Iterator<Item = &'s Sentence>,
) -> Vec<Expression> {
    let mut out = Vec::new();
    let mut lexemes = Vec::new();
    for sentence in sentences {
        lexemes.clear();
        lex::sentence(document, sentence, &mut lexemes);
        let cursor = Cursor::new(document, &lexemes, sentence.tokens.first());
        let index = document.sentence_of(sentence.tokens.first());
        let mut at = 0;
        while let Some(island) = next_island(&lexemes, at) {
            at = scan(cursor, island, index, &mut out);
        }
    }
    out
}

/// The next run of words of time, from `at` on, that an expression can rest on.
fn next_island(lexemes: &[Lexeme], at: usize) -> Option<Run> {
    let mut start = None;
    let mut has_core = false;
    for (index, lexeme) in lexemes.iter().enumerate().skip(at) {
        if *lexeme == Lexeme::Other {
            if let (Some(start), true) = (start, has_core) {
                return Some(Run::new(start, index));
            }
            (start, has_core) = (None, false);
        } else {
            start = start.or(Some(index));
            has_core |= lexeme.is_core();
        }
    }
    start.filter(|_| has_core).map(|start| Run::new(start, lexemes.len()))
}

/// Reads an island from left to right, taking the longest expression at each place. Returns where it stopped: an
/// expression may end beyond its island.
fn scan(cursor: Cursor, island: Run, sentence: usize, out: &mut Vec<Expression>) -> usize {
    let mut at = island.first();
    while at < island.end() {
        let here = cursor.to(at);
        match grammar::longest(here) {
            Some(found) => {
                let next = at + found.len;
                let tail = tail(here, &found);
                push(here, found, sentence, out);
                at = tail.map_or(next, |(skip, found)| {
                    let end = next + skip + found.len;
                    push(cursor.to(next + skip), found, sentence, out);
                    end
                });
            }
            None => at += 1,
        }
    }
    at
}

fn push(cursor: Cursor, found: Found, sentence: usize, out: &mut Vec<Expression>) {
    let start = cursor.token(0);
    out.push(Expression { tokens: Run::new(start, start + found.len), sentence, found });
}

/// What goes on the expression before it: "April 24 and 25", "March 3-5", "May 9th through 17th", "1914-18". How many
/// tokens stand between, and what follows them.
fn tail(start: Cursor, found: &Found) -> Option<(usize, Found)> {
    let Meaning::Named(named) = &found.meaning else { return None };
    let rest = start.skip(found.len);
    let joint = rest.is(0, &["and", "to", "or", "through", "until", "/"]) || rest.is_dash(0);
    if !joint || found.time.is_some() || negative::is_quantity(rest.skip(1), 1) {
        return None;
    }
    let (value, ordinal) = match rest.peek(1) {
        Lexeme::Digits { value, len: 1 | 2, grouped: false } => (value, false),
        // "314–368"
        Lexeme::Digits { value, len: 3, grouped: false } => match named.year {
            YearOf::Full(first @ 100..1000) if rest.is_dash(0) && value > u32::from(first.unsigned_abs()) => {
                let year = YearOf::Full(value as i16);
                return Some((1, Found::named(1, Field::Year, year, "continued")));
            }
            _ => return None,
        },
        Lexeme::Ordinal(value) if rest.word(1).as_bytes()[0].is_ascii_digit() => (u32::from(value), true),
        _ => return None,
    };
    let mut tail = named.clone();
    match (named.field, &named.year) {
        (Field::Day { month, .. }, _)
            if ends_with_day(start, found) && (1..=u32::from(days_of(month))).contains(&value) =>
        {
            tail.field = Field::Day { month, day: value as u8 };
        }
        (Field::Year, YearOf::Full(first))
            if !ordinal
                && rest.glued(0)
                && rest.is_dash(0)
                && value > u32::from(first.unsigned_abs() % 100) =>
        {
            tail.year = YearOf::Full(first - first % 100 + value as i16);
        }
        _ => return None,
    }
    Some((1, Found::new(1, Meaning::Named(tail), "continued")))
}

/// Whether the day is the last word of the expression, so that another day may follow.
fn ends_with_day(start: Cursor, found: &Found) -> bool {
    matches!(start.peek(found.len - 1), Lexeme::Digits { len: 1 | 2, .. } | Lexeme::Ordinal(_))
}

/// A year that is said once for two: "in March and April 1918", "from 26 June to 4 August 1952".
pub(super) fn share_years(document: &Document, expressions: &mut [Expression]) {
    for second in (1..expressions.len()).rev() {
        let (before, after) = expressions.split_at_mut(second);
        let (first, second) = (&mut before[second - 1], &after[0]);
        let between = first.tokens.end()..second.tokens.first();
        let joined = first.sentence == second.sentence
            && (1..=2).contains(&between.len())
            && between.clone().any(|token| is_joint(document.lower(token)))
            && between.clone().all(|token| {
                is_joint(document.lower(token))
                    || matches!(document.lower(token), "," | "in" | "from" | "late" | "early")
            });
        let (Meaning::Named(first), Meaning::Named(second)) =
            (&mut first.found.meaning, &second.found.meaning)
        else {
            continue;
        };
        let yearly = |field| {
            matches!(field, Field::Month(_) | Field::Day { .. } | Field::Season(_) | Field::Quarter(_))
        };
        if joined
            && first.year == YearOf::Unsaid
            && first.pick == Pick::Any
            && yearly(first.field)
            && yearly(second.field)
        {
            first.year = second.year.clone();
        }
    }
}

/// A word that joins two dates.
fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "or" | "to" | "-" | "–" | "—" | "--" | "through" | "until" | "till" | "/" | ",")
}
