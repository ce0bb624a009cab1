//! Sources that no verb names: "according to X", "in X’s view", "X’s claim that".

use super::attribution::{Attribution, sure};
use super::extent;
use super::lexicon::is_statement;
use super::phrase::{self, Phrase};
use super::reading::Reading;
use super::speaker;
use super::tags::Tag;
use crate::span::Run;

pub(super) fn is_according_to(reading: &Reading, token: usize, limit: usize) -> bool {
    reading.lower(token) == "according" && token + 1 < limit && reading.lower(token + 1) == "to"
}

/// "According to X, content", "content, according to X", "content, according to X, content".
pub(super) fn according_to(reading: &Reading, sentence: Run, token: usize) -> Option<Attribution> {
    let source = phrase::after(reading, token + 2, sentence.end())?;
    let end = extent::past_relative(reading, source.tokens.end(), sentence.end());
    let parts = around(reading, sentence, Run::new(token, end));
    (!parts.is_empty()).then(|| {
        Attribution::new(parts, Some(source), Some(Run::new(token, token + 2)), sure::SHARED_SUBJECT)
    })
}

/// What a phrase that names its source belongs to: the content before it, unless it leads the sentence, and after
/// its comma.
fn around(reading: &Reading, sentence: Run, phrase: Run) -> Vec<Run> {
    let (start, end) = (phrase.first(), phrase.end());
    let leads = leads(reading, sentence, start);
    let mut parts = Vec::new();
    if !leads {
        let boundary = if reading.tag(start - 1) == Tag::Comma { start - 1 } else { start };
        parts.extend(extent::before(reading, sentence, boundary));
    }
    if end < sentence.end() && reading.tag(end) == Tag::Comma {
        let goes_on = leads || extent::goes_on(reading, end + 1, sentence.end());
        parts.extend(goes_on.then(|| extent::after(reading, sentence, end + 1)).flatten());
    }
    parts
}

/// Whether nothing but "but" or "still" stands before a token of the sentence.
fn leads(reading: &Reading, sentence: Run, token: usize) -> bool {
    token == sentence.first()
        || (token == sentence.first() + 1
            && matches!(reading.tag(token - 1), Tag::And | Tag::But | Tag::Adverb))
}

/// "In her view, content", "content, by the mayor’s account": a phrase between the sentence's borders and commas.
pub(super) fn by_viewpoint(reading: &Reading, sentence: Run, token: usize) -> Option<Attribution> {
    const LONGEST: usize = 8;
    if reading.tag(token) != Tag::Preposition {
        return None;
    }
    let mut inside = (token + 1..sentence.end().min(token + LONGEST)).skip(1);
    let noun = inside.find(|&t| is_viewpoint(reading.lower(token), reading.lower(t)))?;
    let owner = match reading.tag(noun - 1) {
        // The writer is nobody's source.
        Tag::Possessive
            if noun - 1 == token + 1 && !matches!(reading.lower(noun - 1), "my" | "our" | "your") =>
        {
            Phrase { tokens: Run::new(noun - 1, noun), head: noun - 1 }
        }
        Tag::Genitive => {
            phrase::after(reading, token + 1, noun - 1).filter(|p| p.tokens.end() == noun - 1)?
        }
        _ => return None,
    };
    let ends = |t: usize| t >= sentence.end() || matches!(reading.tag(t), Tag::Comma | Tag::Stop);
    let parted = leads(reading, sentence, token) || reading.tag(token - 1) == Tag::Comma;
    let parts = (parted && ends(noun + 1)).then(|| around(reading, sentence, Run::new(token, noun + 1)))?;
    let states = parts.iter().any(|part| reading.has_finite_verb(*part));
    states.then(|| Attribution::new(parts, Some(owner), Some(Run::new(noun, noun + 1)), sure::WEAK))
}

/// Whether a preposition and a noun with its owner between them say whose view it is.
fn is_viewpoint(preposition: &str, noun: &str) -> bool {
    match preposition {
        "in" => matches!(
            noun,
            "view" | "opinion" | "words" | "telling" | "estimation" | "judgment" | "judgement" | "reckoning"
        ),
        "by" => matches!(noun, "account" | "telling" | "reckoning" | "estimate"),
        _ => false,
    }
}

/// "the mayor’s claim that", "her promise that"
pub(super) fn is_noun_cue(reading: &Reading, sentence: Run, token: usize) -> bool {
    token > sentence.first()
        && token + 1 < sentence.end()
        && reading.tag(token) == Tag::Noun
        && matches!(reading.tag(token + 1), Tag::That | Tag::To)
        && matches!(reading.tag(token - 1), Tag::Genitive | Tag::Possessive)
        && is_statement(reading.lower(token))
}

/// Speech by the one who owns it.
pub(super) fn by_noun(reading: &Reading, sentence: Run, token: usize) -> Option<Attribution> {
    let owner = match reading.tag(token - 1) {
        Tag::Possessive => Phrase { tokens: Run::new(token - 1, token), head: token - 1 },
        _ => speaker::before(reading, token - 1, sentence.first())?,
    };
    // A promise to do something says what only if its words are quoted: "her promise to “stay on”".
    let infinitive = reading.tag(token + 1) == Tag::To;
    let content = extent::clause(reading, sentence, token + 1)
        .filter(|run| !infinitive || !reading.pairs_in(*run).is_empty())?;
    Some(Attribution::new(vec![content], Some(owner), Some(Run::new(token, token + 1)), sure::WEAK))
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn a_promise_to_do_something_needs_its_words() {
        assert_eq!(find(&segment("Her promise to leave was kept.")).len(), 0);
        assert_eq!(find(&segment("Her promise to “leave no stone unturned” was kept.")).len(), 1);
    }

    #[test]
    fn a_sources_description_is_not_content() {
        let text = "According to Ann Hale, who runs the port, it rained.";
        let quotes = find(&segment(text));
        assert_eq!(quotes[0].parts[0].of(text), "it rained");
    }
}
