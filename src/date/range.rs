//! Pairs of expressions that bound one stretch: "from Monday to Wednesday", "March 3-5", "between 1914 and 1918".

use super::meaning::Meaning;
use super::scan::Expression;
use crate::document::{Document, TokenKind};
use crate::span::Run;

/// Two neighbouring expressions, by the index of the first, and the tokens of the whole with its "from".
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) tokens: Run,
}

/// The ranges among a text's expressions, in order. None overlaps another.
pub(super) fn pairs(document: &Document, expressions: &[Expression]) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    for first in 0..expressions.len().saturating_sub(1) {
        let taken = out.last().is_some_and(|pair| pair.first + 1 == first);
        if let (Some(tokens), false) = (joined(document, &expressions[first], &expressions[first + 1]), taken)
        {
            out.push(Pair { first, tokens });
        }
    }
    out
}

/// The tokens from "from" to the end of the second, if the two are a range.
fn joined(document: &Document, first: &Expression, second: &Expression) -> Option<Run> {
    let sentence = document.sentences()[first.sentence].tokens;
    let between = first.tokens.end()..second.tokens.first();
    if first.sentence != second.sentence || between.len() != 1 || !is_point(first) || !is_point(second) {
        return None;
    }
    let lead = first.tokens.first().checked_sub(1).filter(|&token| sentence.holds(token));
    let lead_word = lead.map_or("", |token| document.lower(token));
    let is_range = match document.lower(between.start) {
        "to" | "through" | "until" | "till" => true,
        "and" => lead_word == "between",
        _ => document.tokens()[between.start].kind() == TokenKind::Dash,
    };
    let start = if matches!(lead_word, "from" | "between") { lead? } else { first.tokens.first() };
    is_range.then(|| Run::new(start, second.tokens.end()))
}

/// Whether an expression names a place in the calendar.
fn is_point(expression: &Expression) -> bool {
    matches!(expression.found.meaning, Meaning::Named(_) | Meaning::Shift(_))
}
