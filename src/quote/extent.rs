//! How far content reaches: from its first word to the word before the punctuation that ends it.

use super::reading::Reading;
use super::tags::Tag;
use crate::span::Run;

/// How far ahead a border inside the sentence is looked for, in tokens.
const REACH: usize = 200;

/// The content that ends before token `end` and began with its sentence.
pub(super) fn before(reading: &Reading, sentence: Run, end: usize) -> Option<Run> {
    trimmed(reading, clause_floor(reading, sentence, end), end)
}

/// The content that begins at token `start`.
pub(super) fn after(reading: &Reading, sentence: Run, start: usize) -> Option<Run> {
    trimmed(reading, start, border(reading, start, sentence.end()))
}

/// Where content that begins at `start` ends: with the sentence, or where the next reporting clause begins.
fn border(reading: &Reading, start: usize, end: usize) -> usize {
    let limit = end.min(start + REACH);
    let mut token = start;
    while token + 1 < limit {
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.end();
            // A mark that closes with the sentence's stop inside ends the content, unless it goes on in lower case.
            continue;
        }
        let next = token + 1;
        match reading.tag(token) {
            Tag::Comma if ends_content(reading, next, limit) => return token,
            Tag::Close if !opened(reading, start, token) => return token,
            _ => {}
        }
        token = next;
    }
    end
}

/// Whether what follows a comma is no longer content: another reporting clause.
fn ends_content(reading: &Reading, next: usize, limit: usize) -> bool {
    let word = reading.words[next];
    let lower = reading.lower(next);
    match word.tag {
        Tag::Gerund => word.frame.is_some(),
        _ if lower == "according" => true,
        Tag::Wh | Tag::But | Tag::And | Tag::Subordinator => reports_soon(reading, next + 1, limit),
        _ => false,
    }
}

/// Whether a reporting verb with marked words after it, or a subject and reporting verb, come within a few words.
fn reports_soon(reading: &Reading, from: usize, limit: usize) -> bool {
    const NEAR: usize = 6;
    let limit = limit.min(from + NEAR);
    let verb = (from..limit).find(|&t| {
        !matches!(
            reading.tag(t),
            Tag::Name | Tag::Noun | Tag::Subject | Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adverb | Tag::Auxiliary
        )
    });
    verb.is_some_and(|v| reading.words[v].frame.is_some() && reading.tag(v) == Tag::Verb)
}

fn opened(reading: &Reading, start: usize, close: usize) -> bool {
    const BRACKETED: usize = 40;
    (start..close).rev().take(BRACKETED).any(|t| reading.tag(t) == Tag::Open)
}

/// The first token of the clause that holds what stands before `end`: past a semicolon or an opening bracket.
pub(super) fn clause_floor(reading: &Reading, sentence: Run, end: usize) -> usize {
    let lowest = sentence.first().max(end.saturating_sub(REACH));
    let mut token = end;
    while token > lowest {
        token -= 1;
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.first();
            continue;
        }
        match reading.tag(token) {
            Tag::Semicolon => return token + 1,
            Tag::Open if !(token..end).take(40).any(|t| reading.tag(t) == Tag::Close) => return token + 1,
            _ => {}
        }
    }
    sentence.first()
}

/// Whether content goes on at `at` after a reporting clause and a comma: not with "which", "adding", "and left".
pub(super) fn goes_on(reading: &Reading, at: usize, end: usize) -> bool {
    at < end
        && match reading.tag(at) {
            Tag::Gerund | Tag::Wh | Tag::Stop | Tag::Subordinator => false,
            Tag::And | Tag::But => at + 1 < end && reading.tag(at + 1).begins_phrase() && !reports_soon(reading, at + 1, end),
            _ => true,
        }
}

/// Past "released on Monday" or "who saw it" after a noun phrase, to the comma or stop that ends it.
pub(super) fn past_relative(reading: &Reading, from: usize, end: usize) -> usize {
    let limit = end.min(from + 30);
    (from..limit).find(|&t| matches!(reading.tag(t), Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Close | Tag::Dash)).unwrap_or(limit)
}

/// Object and marked words after a verb of naming: "the plan “a farce”". None without marked words.
pub(super) fn called(reading: &Reading, sentence: Run, from: usize) -> Option<Run> {
    const OBJECT: usize = 25;
    let pair = *reading.pairs_in(Run::new(from, sentence.end().min(from + OBJECT))).first()?;
    let clear = (from..pair.outer.first()).all(|t| !reading.tag(t).is_finite() && reading.tag(t) != Tag::Comma);
    if !clear {
        return None;
    }
    let end = border(reading, pair.outer.end(), sentence.end());
    let end = (pair.outer.end()..end).find(|&t| matches!(reading.tag(t), Tag::Comma | Tag::And | Tag::But | Tag::Subordinator)).unwrap_or(end);
    trimmed(reading, from, end)
}

/// A run without the punctuation at its edges, and without the marks there.
pub(super) fn trimmed(reading: &Reading, start: usize, end: usize) -> Option<Run> {
    let (mut start, mut end) = (start, end);
    while start < end && is_edge(reading.tag(start)) {
        start += 1;
    }
    while end > start && (is_edge(reading.tag(end - 1)) || reading.tag(end - 1) == Tag::Stop) {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    let run = Run::new(start, end);
    // The marks at the edges are outside; the stop or comma that they enclose stays.
    let first = reading.pair_at(start).filter(|p| p.outer.first() == start);
    let last = reading.pair_at(end - 1).filter(|p| p.outer.end() == end);
    let start = first.map_or(run.first(), |p| p.inner.first());
    let end = last.map_or(run.end(), |p| p.inner.end());
    (start < end).then(|| Run::new(start, end))
}

fn is_edge(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Dash)
}
