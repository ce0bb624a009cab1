//! Signed quotes: marked words with the name of their speaker after a dash, as in letters and pull quotes.
//!
//! ```text
//! “The river gives, and the river takes.” — Ann Hale, ferry captain
//! ```

use super::attribution::{Attribution, sure};
use super::phrase::Phrase;
use super::reading::{Reading, Sentence};
use super::tags::Tag;
use crate::span::Run;

/// A sentence of marked words alone whose line, or the line after it, signs it.
pub(super) fn after(reading: &Reading, sentence: &Sentence) -> Option<Attribution> {
    let paragraphs = reading.document.paragraphs();
    let end = sentence.tokens.end();
    let rest = Run::new(end, paragraphs[sentence.paragraph].tokens.end().max(end));
    let line = if rest.is_empty() { paragraphs.get(sentence.paragraph + 1)?.tokens } else { rest };
    signed(reading, reading.pairs_in(sentence.tokens).iter().map(|p| p.inner).collect(), line)
}

/// The marked words in `parts`, if `line` is a dash and a name.
pub(super) fn signed(reading: &Reading, parts: Vec<Run>, line: Run) -> Option<Attribution> {
    const LONGEST: usize = 12;
    let (dash, name) = (line.first(), line.first() + 1);
    let signs = (2..=LONGEST).contains(&line.len())
        && reading.tag(dash) == Tag::Dash
        && reading.tag(name) == Tag::Name
        && !reading.has_finite_verb(line);
    let speaker = signs.then(|| Phrase::new(reading, name, line.end())).flatten()?;
    Some(Attribution::new(parts, Some(speaker), Some(Run::new(dash, name)), sure::COLON))
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    #[test]
    fn a_dash_before_a_sentence_signs_nothing() {
        for (text, signed) in [
            ("“The river takes what it gave us.” — Ann Hale", true),
            ("“The river takes what it gave us.”\n— Ann Hale", true),
            ("“The river takes what it gave us.” — Ann Hale left the hall.", false),
            ("“The river takes what it gave us.” — and nobody spoke", false),
        ] {
            assert_eq!(find(&segment(text))[0].speaker.is_some(), signed, "{text}");
        }
    }
}
