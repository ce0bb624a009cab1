//! Sources that no verb names: "according to X", "X’s claim that".

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
    let leads = token == sentence.first()
        || (token == sentence.first() + 1
            && matches!(reading.tag(token - 1), Tag::And | Tag::But | Tag::Adverb));
    let mut parts = Vec::new();
    if !leads {
        let boundary = if reading.tag(token - 1) == Tag::Comma { token - 1 } else { token };
        parts.extend(extent::before(reading, sentence, boundary));
    }
    let after = extent::past_relative(reading, source.tokens.end(), sentence.end());
    if after < sentence.end() && reading.tag(after) == Tag::Comma {
        let goes_on = leads || extent::goes_on(reading, after + 1, sentence.end());
        parts.extend(goes_on.then(|| extent::after(reading, sentence, after + 1)).flatten());
    }
    (!parts.is_empty()).then(|| {
        Attribution::new(parts, Some(source), Some(Run::new(token, token + 2)), sure::SHARED_SUBJECT)
    })
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
