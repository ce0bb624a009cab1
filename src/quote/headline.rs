//! Headlines that put the source before a colon: "Minister: taxes to rise".
//!
//! A colon after a topic ("Ukraine war: what we know") is far more common, so only words for sources count.

use super::attribution::{Attribution, sure};
use super::extent;
use super::phrase::Phrase;
use super::reading::{Reading, Sentence};
use super::tags::Tag;
use crate::span::Run;

/// The longest source before the colon, in tokens.
const SOURCE: usize = 6;

/// What a headline's source says.
pub(super) fn attribution(reading: &Reading, sentence: &Sentence) -> Option<Attribution> {
    let run = sentence.tokens;
    let limit = run.end().min(run.first() + SOURCE + 1);
    let colon = (run.first() + 1..limit).find(|&t| reading.tag(t) == Tag::Colon)?;
    if !is_source(reading.lower(colon - 1)) {
        return None;
    }
    Some(Attribution::new(
        vec![extent::trimmed(reading, colon + 1, run.end())?],
        Some(Phrase { tokens: Run::new(run.first(), colon), head: colon - 1 }),
        Some(Run::new(colon, colon + 1)),
        sure::COLON,
    ))
}

fn is_source(lower: &str) -> bool {
    matches!(
        lower,
        "minister"
            | "ministry"
            | "president"
            | "premier"
            | "chancellor"
            | "pm"
            | "mayor"
            | "governor"
            | "senator"
            | "police"
            | "official"
            | "officials"
            | "source"
            | "sources"
            | "report"
            | "reports"
            | "poll"
            | "survey"
            | "study"
            | "expert"
            | "experts"
            | "analyst"
            | "analysts"
            | "economist"
            | "economists"
            | "scientists"
            | "researchers"
            | "doctors"
            | "lawyer"
            | "lawyers"
            | "prosecutor"
            | "prosecutors"
            | "judge"
            | "court"
            | "watchdog"
            | "union"
            | "ceo"
            | "chief"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "witness"
            | "witnesses"
            | "envoy"
            | "ambassador"
            | "un"
    )
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn only_a_source_before_the_colon_speaks() {
        let article = |headline: &str| {
            format!("{headline}\n\nBy Jane Doe\n\nThe taxes will rise in May, the town has decided.")
        };
        let spoken = |headline: &str| find(&segment(&article(headline))).len();
        assert_eq!(spoken("Minister: taxes to rise in May"), 1);
        assert_eq!(spoken("River war: what we know so far"), 0);
    }
}
