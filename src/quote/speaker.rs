//! The noun phrase before or after a reporting word: who speaks.
//!
//! Going left from the verb, a phrase is collected until something stands there that no noun phrase holds;
//! appositions and relative clauses between commas are jumped over ("Peskov, the Kremlin spokesman, said"), and a
//! leading prepositional phrase is left behind ("At the rally the mayor said").

use super::adjuncts;
use super::pairing::Pair;
use super::reading::Reading;
use super::tags::Tag;
use crate::document::Document;
use crate::span::{Run, Span};

/// How far a noun phrase or the clause between its commas may reach, in tokens.
const REACH: usize = 40;

/// A noun phrase that names a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All its tokens.
    pub(super) tokens: Run,
    /// The last token of the part that says who it is: "spokesman" in "a spokesman for the mayor".
    pub(super) head: usize,
}

impl Phrase {
    fn new(reading: &Reading, start: usize, end: usize) -> Option<Self> {
        let mut end = end;
        while end > start && !reading.tag(end - 1).ends_phrase() {
            end -= 1;
        }
        let mut start = start;
        while start < end
            && matches!(reading.tag(start), Tag::Genitive | Tag::Dash | Tag::Adverb | Tag::And | Tag::Close)
        {
            start += 1;
        }
        let head = head(reading, start, end)?;
        Some(Self { tokens: Run::new(start, end), head })
    }

    /// Its bytes.
    pub(super) fn span(self, document: &Document) -> Span {
        document.span_of(self.tokens)
    }
}

/// The last nominal before the first preposition, relative clause or comma of a phrase.
fn head(reading: &Reading, start: usize, end: usize) -> Option<usize> {
    let mut head = None;
    for token in start..end {
        match reading.tag(token) {
            Tag::Name | Tag::Noun | Tag::Number | Tag::Subject => head = Some(token),
            Tag::Determiner | Tag::Time if head.is_none() => head = Some(token),
            Tag::Preposition | Tag::Wh | Tag::That | Tag::Verb | Tag::Gerund | Tag::Comma | Tag::And
                if head.is_some() =>
            {
                break;
            }
            _ => {}
        }
    }
    head
}

/// The subject that ends right before token `end`; nothing before token `floor` belongs to it.
pub(super) fn before(reading: &Reading, end: usize, floor: usize) -> Option<Phrase> {
    let floor = floor.max(end.saturating_sub(REACH));
    if let Some(named) = described_name(reading, end, floor) {
        return Some(named);
    }
    let mut end = end;
    for _ in 0..3 {
        if end <= floor {
            return None;
        }
        match reading.tag(end - 1) {
            Tag::Comma => {
                // "Peskov, the Kremlin spokesman, said": on from the comma that opens the insertion.
                let opening = (floor..end - 1).rev().find(|&t| reading.tag(t) == Tag::Comma)?;
                if opening == floor || !is_insertion(reading, opening + 1, end - 1) {
                    return None;
                }
                end = opening;
            }
            // "Hale, citing “the river,” said"
            Tag::Mark => {
                let pair =
                    reading.pair_at(end - 1).filter(|p| reading.tag(p.inner.end() - 1) == Tag::Comma)?;
                let before = floor..pair.outer.first().max(floor);
                let opening = before.rev().find(|&t| reading.tag(t) == Tag::Comma).filter(|&t| t > floor)?;
                if reading.tag(opening + 1) != Tag::Gerund {
                    return None;
                }
                end = opening;
            }
            // "economists - including some here - warn"
            Tag::Dash if !reading.document.glued(end - 1) => {
                let dash = |&t: &usize| reading.tag(t) == Tag::Dash && !reading.document.glued(t);
                end = (floor..end - 1).rev().find(dash).filter(|&t| t > floor)?;
            }
            Tag::Close => end = (floor..end - 1).rev().find(|&t| reading.tag(t) == Tag::Open)?,
            _ => break,
        }
    }
    if end <= floor {
        return None;
    }
    if reading.tag(end - 1) == Tag::Subject {
        return Some(Phrase { tokens: Run::new(end - 1, end), head: end - 1 });
    }
    let start = phrase_start(reading, end, floor);
    let start = after_leading_phrase(reading, start, end);
    let phrase = Phrase::new(reading, start, end)?;
    Some(named_before_apposition(reading, phrase, floor).unwrap_or(phrase))
}

/// Whether what stands between two commas describes the noun before them: it has no finite verb of its own, but
/// for a relative clause or participle.
fn is_insertion(reading: &Reading, start: usize, end: usize) -> bool {
    let describes = start < end
        && matches!(reading.tag(start), Tag::Wh | Tag::Verb | Tag::Gerund | Tag::Subordinator | Tag::Adverb);
    describes || !reading.has_finite_verb(Run::new(start.min(end), end))
}

/// "the union’s head, Ann Hale, said": description and name together, with the name as head.
fn described_name(reading: &Reading, end: usize, floor: usize) -> Option<Phrase> {
    if end < floor + 4 || reading.tag(end - 1) != Tag::Comma {
        return None;
    }
    let opening = (floor..end - 1).rev().find(|&t| reading.tag(t) == Tag::Comma).filter(|&t| t > floor)?;
    let name = (opening + 1..end - 1).all(|t| reading.tag(t) == Tag::Name);
    let start = after_leading_phrase(reading, phrase_start(reading, opening, floor), opening);
    let description = Phrase::new(reading, start, opening).filter(|p| reading.tag(p.head) == Tag::Noun)?;
    (name && opening + 2 < end)
        .then(|| Phrase { tokens: Run::new(description.tokens.first(), end - 1), head: end - 2 })
}

/// For a verb whose subject is "who" or "which", what that stands for: "Hale, who in May said".
pub(super) fn antecedent(reading: &Reading, group: usize, floor: usize) -> Option<Phrase> {
    const NEAR: usize = 6;
    let lowest = floor.max(group.saturating_sub(NEAR));
    let relative = (lowest..group)
        .rev()
        .find(|&t| matches!(reading.tag(t), Tag::Wh | Tag::Comma | Tag::Verb | Tag::Subject))?;
    // What stands between may say when or where, but is no subject of its own.
    let direct = relative + 1 == group
        || matches!(reading.tag(relative + 1), Tag::Preposition | Tag::Adverb)
        || adjuncts::time_end(reading, relative + 1, group) == Some(group);
    if !direct || !matches!(reading.lower(relative), "who" | "which") || relative <= floor + 1 {
        return None;
    }
    let comma = usize::from(reading.tag(relative - 1) == Tag::Comma);
    let described = before(reading, relative - comma, floor)?;
    // "Ann Hale, head of the board, who said"
    let start = described.tokens.first();
    let apposed = comma == 0 && start >= floor + 2 && reading.tag(start - 1) == Tag::Comma;
    if apposed && reading.tag(start - 2) == Tag::Name {
        return before(reading, start - 1, floor);
    }
    Some(described)
}

/// The first token of the noun phrase that ends at `end`.
fn phrase_start(reading: &Reading, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor {
        let token = at - 1;
        let more = token > floor;
        match reading.tag(token) {
            Tag::Name
            | Tag::Noun
            | Tag::Number
            | Tag::Genitive
            | Tag::Possessive
            | Tag::Determiner
            | Tag::Time => {}
            // "that night"
            Tag::That if at < end && reading.tag(at) == Tag::Time => {}
            Tag::Dash if more && reading.document.glued(token) => {}
            Tag::Adverb | Tag::Preposition if at < end => {}
            Tag::To if at < end && more && reading.tag(token - 1) == Tag::Noun => {}
            Tag::And if at < end && more && reading.tag(token - 1).is_nominal() => {}
            // "Officials who saw it said", "a report released on Monday said"
            Tag::Verb | Tag::Auxiliary | Tag::Gerund | Tag::Object | Tag::Wh | Tag::Not if at < end => {
                match relative_start(reading, token, floor) {
                    Some(start) => {
                        at = start;
                        continue;
                    }
                    None => break,
                }
            }
            Tag::Close => match (floor..token).rev().find(|&t| reading.tag(t) == Tag::Open) {
                Some(open) => {
                    at = open;
                    continue;
                }
                None => break,
            },
            Tag::Mark => match reading.pair_at(token) {
                // A nickname or title inside the phrase.
                Some(pair) if is_nickname(reading, pair) && pair.outer.first() > floor => {
                    at = pair.outer.first();
                    continue;
                }
                _ => break,
            },
            _ => break,
        }
        at -= 1;
    }
    at
}

/// Whether a marked span may stand inside a name: “Tiny” in "Ann “Tiny” Hale".
fn is_nickname(reading: &Reading, pair: Pair) -> bool {
    pair.inner.len() <= 4
        && pair.inner.range().all(|t| matches!(reading.tag(t), Tag::Name | Tag::Noun | Tag::Determiner))
}

/// If the verb at `token` belongs to a clause that describes the noun before it, where that clause begins.
fn relative_start(reading: &Reading, token: usize, floor: usize) -> Option<usize> {
    const CLAUSE: usize = 8;
    let lowest = floor.max(token.saturating_sub(CLAUSE));
    let relative = (lowest + 1..=token).rev().find(|&t| {
        matches!(reading.tag(t), Tag::Wh | Tag::That)
            || matches!(reading.tag(t), Tag::Comma | Tag::Subordinator)
    });
    if let Some(start) = relative.filter(|&t| matches!(reading.tag(t), Tag::Wh | Tag::That)) {
        return matches!(reading.tag(start - 1), Tag::Noun | Tag::Name).then_some(start);
    }
    let participle = matches!(reading.tag(token), Tag::Verb | Tag::Gerund)
        && token > floor
        && matches!(reading.tag(token - 1), Tag::Noun | Tag::Name)
        && reading
            .words
            .get(token + 1)
            .is_some_and(|w| matches!(w.tag, Tag::Preposition | Tag::Time | Tag::To));
    participle.then_some(token)
}

/// Where the subject begins in a run that may begin with a prepositional phrase: "In London the minister", "On
/// Monday Smith", "At the rally Trump".
fn after_leading_phrase(reading: &Reading, start: usize, end: usize) -> usize {
    let mut start = start;
    while start < end && matches!(reading.tag(start), Tag::Adverb | Tag::And) {
        start += 1;
    }
    if start >= end || !matches!(reading.tag(start), Tag::Preposition | Tag::To) {
        return split_after_time(reading, start, end);
    }
    let breaks = |t: &usize| {
        let (before, this) = (reading.tag(*t - 1), reading.tag(*t));
        match this {
            Tag::Determiner | Tag::Possessive => before.is_nominal(),
            Tag::Name => matches!(before, Tag::Noun | Tag::Time | Tag::Number),
            Tag::Noun => before == Tag::Time || before == Tag::Name,
            _ => false,
        }
    };
    (start + 2..end).rev().find(breaks).unwrap_or(end - 1)
}

/// "last week officials": the subject begins after the time.
fn split_after_time(reading: &Reading, start: usize, end: usize) -> usize {
    let time = (start..end.saturating_sub(1)).rev().find(|&t| reading.tag(t) == Tag::Time);
    match time {
        Some(t)
            if matches!(reading.tag(t + 1), Tag::Name | Tag::Noun | Tag::Determiner | Tag::Possessive)
                && reading.tag(t + 1) != Tag::Genitive =>
        {
            t + 1
        }
        _ => start,
    }
}

/// For a description that stands in apposition to a name before it ("Peskov, the Kremlin spokesman"), the name.
fn named_before_apposition(reading: &Reading, phrase: Phrase, floor: usize) -> Option<Phrase> {
    let start = phrase.tokens.first();
    let described = matches!(reading.tag(start), Tag::Determiner | Tag::Possessive);
    if !described
        || start < floor + 2
        || reading.tag(start - 1) != Tag::Comma
        || reading.tag(start - 2) != Tag::Name
    {
        return None;
    }
    // Only an insertion that a second comma closes is an apposition: "Peskov, the spokesman, said".
    if reading.words.get(phrase.tokens.end()).map(|w| w.tag) != Some(Tag::Comma) {
        return None;
    }
    let first = phrase_start(reading, start - 1, floor);
    Phrase::new(reading, after_leading_phrase(reading, first, start - 1), start - 1)
}

/// The noun phrase that begins at token `start` and ends before `limit`.
pub(super) fn after(reading: &Reading, start: usize, limit: usize) -> Option<Phrase> {
    let limit = limit.min(start + REACH);
    if start >= limit {
        return None;
    }
    if matches!(reading.tag(start), Tag::Subject | Tag::Object) {
        return Some(Phrase { tokens: Run::new(start, start + 1), head: start });
    }
    let mut at = start;
    while at < limit && continues(reading, start, at, limit) {
        at += 1;
    }
    while at > start
        && matches!(
            reading.tag(at - 1),
            Tag::Preposition | Tag::And | Tag::Determiner | Tag::Possessive | Tag::To
        )
    {
        at -= 1;
    }
    let phrase = Phrase::new(reading, start, at)?;
    Some(name_in_apposition(reading, phrase, limit).unwrap_or(phrase))
}

/// Whether the token at `at` goes on the noun phrase that began at `start`.
fn continues(reading: &Reading, start: usize, at: usize, limit: usize) -> bool {
    let before = (at > start).then(|| reading.tag(at - 1));
    let next = (at + 1 < limit).then(|| reading.tag(at + 1));
    match reading.tag(at) {
        Tag::Determiner | Tag::Possessive => {
            matches!(before, None | Some(Tag::Preposition | Tag::And))
        }
        Tag::Name | Tag::Noun | Tag::Number | Tag::Genitive => true,
        Tag::Time => matches!(before, None | Some(Tag::Determiner)),
        Tag::Dash => {
            reading.document.glued(at)
                && next.is_some_and(|n| matches!(n, Tag::Name | Tag::Noun | Tag::Number))
        }
        Tag::And => {
            next.is_some_and(|n| matches!(n, Tag::Name | Tag::Determiner | Tag::Possessive))
                && before.is_some_and(Tag::is_nominal)
        }
        // Prepositional phrases go on a description, not a bare name: "a spokesman for the mayor".
        Tag::Preposition => {
            let word = reading.lower(at);
            before.is_some()
                && next.is_some_and(|n| n.begins_phrase() && n != Tag::Subject)
                && (word == "of"
                    || before == Some(Tag::Noun)
                        && matches!(word, "for" | "from" | "at" | "with" | "in" | "to" | "on" | "by")
                        && !next.is_some_and(|n| n == Tag::Time)
                        && !super::lexicon::is_occasion(reading.lower((at + 2).min(limit - 1))))
        }
        _ => false,
    }
}

/// "the Kremlin spokesman, Dmitry Peskov,": the whole, with the name as its head.
fn name_in_apposition(reading: &Reading, phrase: Phrase, limit: usize) -> Option<Phrase> {
    let comma = phrase.tokens.end();
    let described = matches!(reading.tag(phrase.head), Tag::Noun);
    if !described || comma + 1 >= limit || reading.tag(comma) != Tag::Comma {
        return None;
    }
    let end = (comma + 1..limit).find(|&t| reading.tag(t) != Tag::Name).unwrap_or(limit);
    let closed = end == limit || matches!(reading.tag(end), Tag::Comma | Tag::Stop | Tag::Mark);
    (closed && end > comma + 1)
        .then(|| Phrase { tokens: Run::new(phrase.tokens.first(), end), head: end - 1 })
}

/// The subject of a verb that has none of its own: the noun phrase whose comma it follows and that no finite verb
/// has claimed yet ("Hale, citing the weather, left"), else the sentence's main subject.
pub(super) fn shared_subject(reading: &Reading, sentence: Run, group: usize) -> Option<Phrase> {
    let shared = Run::new(sentence.first(), group);
    main_subject(reading, shared).or_else(|| {
        let comma = group.checked_sub(1).filter(|&t| t > sentence.first() && reading.tag(t) == Tag::Comma)?;
        before(reading, comma, sentence.first())
    })
}

/// The subject of the sentence's first finite clause: for what has none of its own ("…, adding that").
pub(super) fn main_subject(reading: &Reading, sentence: Run) -> Option<Phrase> {
    let limit = sentence.end().min(sentence.first() + REACH);
    let mut token = sentence.first();
    let mut floor = token;
    let mut subordinate = false;
    while token < limit {
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.end();
            continue;
        }
        match reading.tag(token) {
            Tag::Subordinator | Tag::Wh => subordinate = true,
            Tag::Comma if subordinate => {
                subordinate = false;
                floor = token + 1;
            }
            tag if tag.is_finite() && !subordinate => {
                let group = verb_group_start(reading, token, floor);
                if let Some(subject) = before(reading, group, floor) {
                    return Some(subject);
                }
            }
            _ => {}
        }
        token += 1;
    }
    None
}

/// The first token of the verb group that ends with the verb at `verb`: its adverbs and auxiliaries.
pub(super) fn verb_group_start(reading: &Reading, verb: usize, floor: usize) -> usize {
    let mut at = verb;
    while at > floor
        && matches!(
            reading.tag(at - 1),
            Tag::Adverb | Tag::Auxiliary | Tag::NonFinite | Tag::Modal | Tag::Not
        )
    {
        at -= 1;
    }
    // "Smith and Jones both said"
    let floats = at > floor + 1
        && matches!(reading.lower(at - 1), "both" | "all" | "each")
        && (reading.tag(at - 2).is_nominal() || reading.tag(at - 2) == Tag::Close);
    at - usize::from(floats)
}
