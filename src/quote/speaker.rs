//! Who speaks: the subject of a reporting verb.
//!
//! Going left from the verb, appositions and relative clauses between commas are jumped over ("Hale, the port’s
//! spokeswoman, said"), and a leading prepositional phrase is left behind ("At the rally the mayor said"). A verb
//! without a subject of its own shares the sentence's.

use super::adjuncts;
use super::phrase::{Phrase, REACH, phrase_start};
use super::reading::Reading;
use super::tags::Tag;
use crate::span::Run;

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
                // "Hale, the port’s spokeswoman, said": on from the comma that opens the insertion.
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

/// Where the subject begins in a run that may begin with a prepositional phrase: "In London the minister", "On
/// Monday Smith", "At the rally Hale".
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

/// For a description that stands in apposition to a name before it ("Hale, the port’s spokeswoman"), the name.
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
    // Only an insertion that a second comma closes is an apposition: "Hale, the spokesman, said".
    if reading.tag_if_any(phrase.tokens.end()) != Some(Tag::Comma) {
        return None;
    }
    let first = phrase_start(reading, start - 1, floor);
    Phrase::new(reading, after_leading_phrase(reading, first, start - 1), start - 1)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// The subject of the word "said", with its head.
    fn subject(text: &str) -> Option<(String, String)> {
        let document = segment(text);
        let reading = Reading::new(&document);
        let said = (0..document.tokens().len()).find(|&t| document.word(t) == "said")?;
        let group = verb_group_start(&reading, said, 0);
        let phrase = antecedent(&reading, group, 0).or_else(|| before(&reading, group, 0))?;
        Some((phrase.span(&document).of(text).to_owned(), document.word(phrase.head).to_owned()))
    }

    #[test]
    fn insertions_are_jumped_over_and_leading_phrases_left_behind() {
        for (text, words, head) in [
            ("Ann Hale, the mayor of Leeds, said so.", "Ann Hale", "Hale"),
            ("The mayor of Leeds, Ann Hale, said so.", "The mayor of Leeds, Ann Hale", "Hale"),
            ("Ann Hale, who runs Leeds, said so.", "Ann Hale", "Hale"),
            ("Ann Hale, who in May said so.", "Ann Hale", "Hale"),
            ("At the rally the mayor also said so.", "the mayor", "mayor"),
            ("On Monday Hale said so.", "Hale", "Hale"),
            ("Farmers who saw the flood said so.", "Farmers who saw the flood", "Farmers"),
            ("Ann “Tiny” Hale said so.", "Ann “Tiny” Hale", "Hale"),
            ("Hale and Price both said so.", "Hale and Price", "Hale"),
        ] {
            assert_eq!(subject(text), Some((words.to_owned(), head.to_owned())), "{text}");
        }
        assert_eq!(subject("Then, said the mayor."), None);
    }

    #[test]
    fn a_verb_without_a_subject_shares_the_sentences() {
        let text = "When it rained, Hale left, saying that she was cold.";
        let document = segment(text);
        let reading = Reading::new(&document);
        let saying = (0..document.tokens().len()).find(|&t| document.word(t) == "saying").expect("a verb");
        let shared = shared_subject(&reading, reading.sentences()[0].tokens, saying).expect("a subject");
        assert_eq!(shared.span(&document).of(text), "Hale");
    }
}
