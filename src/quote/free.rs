//! Free indirect speech: a sentence that goes on a report without a reporting word of its own.
//!
//! ```text
//! The mayor said the bridge would close in May. It would open again by autumn.
//! ```
//!
//! After a report in the past, "would" stands for the "will" of the speaker's words, which the writer has no other
//! reason to use. Nothing else is taken for a sign: most sentences after a report are the writer's own.

use super::attribution::{Attribution, sure};
use super::extent;
use super::lexicon::Inflection;
use super::reading::{Reading, Sentence};
use super::tags::Tag;
use crate::span::Run;

/// What a sentence adds to the report in the sentence right before it.
pub(super) fn goes_on(reading: &Reading, sentence: &Sentence, report: &Attribution) -> Option<Attribution> {
    let past = report.cue.is_none_or(|cue| reading.word(cue.first()).form == Inflection::Past);
    let foretells = report.parts.iter().any(|part| foretold(reading, *part));
    if !past || !foretells || !takes_up(reading, sentence.tokens) {
        return None;
    }
    let content = extent::trimmed(reading, sentence.tokens.first(), sentence.tokens.end())?;
    Some(Attribution::new(vec![content], Some(report.speaker?), None, sure::FLOATING))
}

/// Whether "would" stands in reported words without marks.
fn foretold(reading: &Reading, part: Run) -> bool {
    const REACH: usize = 60;
    part.range().take(REACH).any(|t| is_would(reading, t) && reading.pair_at(t).is_none())
}

/// Whether a sentence without marks begins with a pronoun and "would": it takes up what the one before was about.
fn takes_up(reading: &Reading, sentence: Run) -> bool {
    let first = sentence.first();
    let subject = first + usize::from(matches!(reading.tag(first), Tag::And | Tag::But));
    let would = subject + 1;
    would + 1 < sentence.end()
        && reading.tag(subject) == Tag::Subject
        && !matches!(reading.lower(subject), "i" | "we" | "you")
        && is_would(reading, would)
        && reading.lower(would + 1) != "have"
        && reading.pairs_in(sentence).is_empty()
}

fn is_would(reading: &Reading, token: usize) -> bool {
    reading.tag(token) == Tag::Modal && reading.lower(token) == "would"
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn it_is_less_sure_than_the_report_it_goes_on() {
        let text = "Hale said the bridge would close. It would open again in May.";
        let quotes = find(&segment(text));
        assert_eq!(quotes.len(), 2);
        assert!(quotes[1].confidence < quotes[0].confidence);
    }
}
