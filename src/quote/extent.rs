//! How far content reaches: from its first word to the word before the punctuation that ends it.

use super::pairing::Pair;
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

/// The content that begins at token `start` and ends with its clause: at the first comma after a finite verb.
pub(super) fn clause(reading: &Reading, sentence: Run, start: usize) -> Option<Run> {
    let end = border(reading, start, sentence.end());
    let limit = end.min(start + REACH);
    let verb = (start..limit).find(|&t| reading.tag(t).is_finite());
    let comma = verb.and_then(|v| (v..limit).find(|&t| reading.tag(t) == Tag::Comma));
    // A comma inside marks ends the clause after them.
    let comma = comma.map(|t| reading.pair_at(t).map_or(t, |pair| pair.outer.end()));
    trimmed(reading, start, comma.unwrap_or(end))
}

/// Where content that begins at `start` ends: with the sentence, or where the next reporting clause begins.
fn border(reading: &Reading, start: usize, end: usize) -> usize {
    let limit = end.min(start + REACH);
    let mut token = start;
    while token + 1 < limit {
        if let Some(pair) = reading.pair_at(token) {
            if ends_with_pair(reading, pair, start, limit) {
                return pair.outer.end();
            }
            token = pair.outer.end();
            continue;
        }
        let next = token + 1;
        match reading.tag(token) {
            Tag::Comma | Tag::Dash if ends_content(reading, next, limit) => return token,
            Tag::Semicolon => return token,
            Tag::And | Tag::But if reports_again(reading, next, limit) => return token,
            Tag::Close if !opened(reading, start, token) => return token,
            _ => {}
        }
        token = next;
    }
    end
}

/// Whether content ends with a marked span: it is the whole content and holds its own comma or stop ("said,
/// “No,” when asked"), or a comma inside its marks parts it from another reporting clause.
fn ends_with_pair(reading: &Reading, pair: Pair, start: usize, limit: usize) -> bool {
    let next = pair.outer.end();
    let stopped = matches!(reading.tag(pair.inner.end() - 1), Tag::Comma | Tag::Stop);
    if !stopped || next >= limit {
        return false;
    }
    let goes_on = reading.tag(next) == Tag::Mark
        || matches!(reading.tag(next), Tag::And | Tag::But)
            && next + 1 < limit
            && reading.tag(next + 1) == Tag::Mark;
    pair.outer.first() == start && !goes_on || ends_content(reading, next, limit)
}

/// Whether a reporting verb that shares the subject comes after "and": "said it rained and warned of floods".
fn reports_again(reading: &Reading, next: usize, limit: usize) -> bool {
    let verb = (next..limit).find(|&t| reading.tag(t) != Tag::Adverb);
    verb.is_some_and(|v| reading.word(v).frame.is_some() && reading.tag(v) == Tag::Verb)
}

/// Whether what follows a comma is no longer content: another reporting clause.
fn ends_content(reading: &Reading, next: usize, limit: usize) -> bool {
    let word = reading.word(next);
    let lower = reading.lower(next);
    match word.tag {
        Tag::Gerund => word.frame.is_some() || lower == "according",
        Tag::Subordinator if lower == "while" => true,
        Tag::Wh | Tag::But | Tag::And | Tag::Subordinator => reports_soon(reading, next + 1, limit).is_some(),
        // "…, the source added."
        Tag::Name | Tag::Noun | Tag::Subject | Tag::Determiner | Tag::Possessive => {
            reports_soon(reading, next, limit).is_some_and(|verb| {
                let after = reading.tag_if_any(verb + 1);
                matches!(after, None | Some(Tag::Stop | Tag::Comma | Tag::Time | Tag::Preposition))
            })
        }
        _ => false,
    }
}

/// The reporting verb of a subject that begins at `from`, if it comes within a few words.
fn reports_soon(reading: &Reading, from: usize, limit: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let limit = limit.min(from + NEAR);
    let verb = (from..limit).find(|&t| {
        !matches!(
            reading.tag(t),
            Tag::Name
                | Tag::Noun
                | Tag::Subject
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Genitive
                | Tag::Number
                | Tag::Dash
                | Tag::Preposition
                | Tag::Adverb
                | Tag::Auxiliary
        )
    });
    verb.filter(|&v| reading.word(v).frame.is_some() && reading.tag(v) == Tag::Verb)
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
            Tag::Semicolon | Tag::Colon => return token + 1,
            // The end of a markup tag.
            Tag::Other if reading.lower(token) == ">" => return token + 1,
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
            Tag::Gerund | Tag::Wh | Tag::Stop => false,
            Tag::Subordinator => !matches!(reading.lower(at), "as" | "when" | "while" | "after" | "before"),
            Tag::And | Tag::But => {
                at + 1 < end
                    && reading.tag(at + 1).begins_phrase()
                    && reports_soon(reading, at + 1, end).is_none()
            }
            _ => true,
        }
}

/// Past what describes a source after "according to", to the comma or stop that ends the phrase: "a study released
/// on Monday", "Ann Hale, who leads the union," "Ann Hale, the union’s head,".
pub(super) fn past_relative(reading: &Reading, from: usize, end: usize) -> usize {
    const LONGEST: usize = 30;
    let limit = end.min(from + LONGEST);
    let stop = |from: usize| {
        (from..limit).find(|&t| {
            matches!(reading.tag(t), Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Close)
                || reading.tag(t) == Tag::Dash && !reading.document.glued(t)
        })
    };
    let Some(first) = stop(from) else { return limit };
    if reading.tag(first) != Tag::Comma || first + 1 >= limit {
        return first;
    }
    let described = match reading.tag(first + 1) {
        Tag::Wh => true,
        Tag::Determiner | Tag::Possessive => {
            stop(first + 1).is_some_and(|s| !(first..s).any(|t| reading.tag(t).is_finite()))
        }
        _ => false,
    };
    if described { stop(first + 1).unwrap_or(limit) } else { first }
}

/// Object and marked words after a verb of naming: "the plan “a farce”". None without marked words.
pub(super) fn called(reading: &Reading, sentence: Run, from: usize) -> Option<Run> {
    const OBJECT: usize = 25;
    let pair = *reading.pairs_in(Run::new(from, sentence.end().min(from + OBJECT))).first()?;
    let clear =
        (from..pair.outer.first()).all(|t| !reading.tag(t).is_finite() && reading.tag(t) != Tag::Comma);
    if !clear {
        return None;
    }
    let after = pair.outer.end();
    // "described as “odd” a plan that …": what was named follows.
    let named_after = reading.lower(pair.outer.first() - 1) == "as"
        && after < sentence.end()
        && matches!(reading.tag(after), Tag::Determiner | Tag::Possessive);
    let end = border(reading, after, sentence.end());
    let end = if named_after { after } else { called_end(reading, pair.outer.first(), end) };
    trimmed(reading, from, end)
}

/// Where the words after the marked name of something end: "“a farce” and “a shame”" goes on, "“a farce” and left"
/// does not.
fn called_end(reading: &Reading, from: usize, end: usize) -> usize {
    let mut token = from;
    while token < end {
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.end();
            let stopped = matches!(reading.tag(pair.inner.end() - 1), Tag::Comma | Tag::Stop);
            if stopped && (token >= end || reading.tag(token) != Tag::And) {
                return token;
            }
            continue;
        }
        match reading.tag(token) {
            Tag::Comma | Tag::But | Tag::Subordinator | Tag::Dash | Tag::Wh => return token,
            Tag::And => {
                let next = (token + 1..end).find(|&t| reading.tag(t) != Tag::Adverb);
                if next.is_none_or(|n| {
                    matches!(reading.tag(n), Tag::Verb | Tag::Auxiliary | Tag::Modal | Tag::Subject)
                }) {
                    return token;
                }
            }
            _ => {}
        }
        token += 1;
    }
    end
}

/// A run without the punctuation at its edges, nor the marks if one pair holds it all.
pub(super) fn trimmed(reading: &Reading, start: usize, end: usize) -> Option<Run> {
    let (mut start, mut end) = (start, end);
    while start < end && is_edge(reading, start) {
        start += 1;
    }
    while end > start && (is_edge(reading, end - 1) || reading.tag(end - 1) == Tag::Stop) {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    // The marks around the whole content are outside; those around a piece of it stay.
    let whole = reading.pair_at(start).filter(|p| p.outer.first() == start && p.outer.end() == end);
    Some(whole.map_or(Run::new(start, end), |p| p.inner))
}

/// Punctuation that no content begins or ends with, and marks without their partner.
fn is_edge(reading: &Reading, token: usize) -> bool {
    match reading.tag(token) {
        Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Dash => true,
        Tag::Mark => reading.pair_at(token).is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// The content that begins at the word `from`.
    fn content(text: &str, from: &str) -> Option<String> {
        let document = segment(text);
        let reading = Reading::new(&document);
        let start = (0..document.tokens().len()).find(|&t| document.word(t) == from)?;
        after(&reading, reading.sentences()[0].tokens, start)
            .map(|run| document.span_of(run).of(text).to_owned())
    }

    #[test]
    fn content_ends_where_the_next_report_begins() {
        for (text, from, expected) in [
            ("He said that it rained.", "that", "that it rained"),
            ("He said that it rained, adding that he left.", "that", "that it rained"),
            ("He said that it rained, but she said no.", "that", "that it rained"),
            ("He said that it rained and warned of floods.", "that", "that it rained"),
            ("He said that it rained, according to Hale.", "that", "that it rained"),
            ("He said that it rained; she left.", "that", "that it rained"),
            ("He said that it rained, and the river rose.", "that", "that it rained, and the river rose"),
            ("He said “no, no,” when asked.", "“", "no, no,"),
        ] {
            assert_eq!(content(text, from).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn marks_around_the_whole_are_outside_and_those_around_a_piece_inside() {
        assert_eq!(content("He said “it rained.”", "“").as_deref(), Some("it rained."));
        assert_eq!(content("He said it “rained.”", "it").as_deref(), Some("it “rained.”"));
        assert_eq!(content("He said “it", "“").as_deref(), Some("it"), "a lone mark is none");
    }
}
