//! Transcripts: paragraphs that begin with a speaker's name in capitals and a colon, or with Q and A and a colon or
//! full stop.
//!
//! ```text
//! RIVERA: When did you learn of it?
//! "HALE: Only last week.
//! Q. And then?
//! ```
//!
//! One such line may be anything ("NOTE: …"), so that at least two make a transcript. A letter with a full stop may be
//! an initial or number a list ("A. Hale", "A. Apples"): it counts only where there is a question, "Q.", too.

use super::attribution::{Attribution, sure};
use super::phrase::Phrase;
use super::reading::Reading;
use super::tags::Tag;
use crate::document::{Case, Document, Part, TokenKind};
use crate::span::Run;

/// One speaker's turn: a whole paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    speaker: Run,
    /// The colon; the full stop of "Q." is part of the speaker's words.
    colon: Option<usize>,
}

/// The longest name before the colon, in tokens.
const NAME: usize = 6;

/// The turns of a transcript, in order; empty if the document holds none.
pub(super) fn turns(document: &Document) -> Vec<Turn> {
    let paragraphs = document.paragraphs().iter().enumerate();
    let article = paragraphs.filter(|(_, p)| p.part != Part::Boilerplate);
    let mut found: Vec<Turn> = article.filter_map(|(index, p)| turn(document, index, p.tokens)).collect();
    let asks = |turn: &Turn| document.word(turn.speaker.first()) == "Q.";
    if !found.iter().any(asks) {
        found.retain(|turn| turn.colon.is_some());
    }
    if found.len() >= 2 { found } else { Vec::new() }
}

fn turn(document: &Document, paragraph: usize, tokens: Run) -> Option<Turn> {
    let marked =
        usize::from(!tokens.is_empty() && document.tokens()[tokens.first()].kind() == TokenKind::Mark);
    let start = tokens.first() + marked;
    if start + 1 < tokens.end() && matches!(document.word(start), "Q." | "A.") {
        return Some(Turn { paragraph, speaker: Run::new(start, start + 1), colon: None });
    }
    let limit = tokens.end().min(start + NAME + 1);
    let colon = (start..limit).find(|&t| document.word(t) == ":")?;
    let capitals = |t: usize| {
        let token = document.tokens()[t];
        token.kind() == TokenKind::Punctuation
            || token.kind() == TokenKind::Dash
            || token.case() == Case::Upper
    };
    let named =
        colon > start && (start..colon).all(capitals) && document.tokens()[start].case() == Case::Upper;
    (named && colon + 1 < tokens.end()).then(|| Turn {
        paragraph,
        speaker: Run::new(start, colon),
        colon: Some(colon),
    })
}

impl Turn {
    /// What the speaker says.
    pub(super) fn attribution(self, reading: &Reading) -> Option<Attribution> {
        let end = reading.document.paragraphs()[self.paragraph].tokens.end();
        let words = |t: &usize| reading.tag(*t) != Tag::Mark;
        let said = self.colon.map_or(self.speaker.end(), |colon| colon + 1)..end;
        let (first, last) = (said.clone().find(words)?, said.rev().find(words)?);
        Some(Attribution {
            parts: vec![Run::new(first, last + 1)],
            speaker: Some(Phrase { tokens: self.speaker, head: self.speaker.end() - 1 }),
            cue: self.colon.map(|colon| Run::new(colon, colon + 1)),
            confidence: sure::COLON,
            verbatim: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns_in(text: &str) -> usize {
        turns(&crate::segment::segment(text)).len()
    }

    #[test]
    fn one_line_makes_no_transcript() {
        assert_eq!(turns_in("HALE: When?\nPRICE: Only last week."), 2);
        assert_eq!(turns_in("NOTE: The office is closed.\nIt opens at noon."), 0);
        assert_eq!(turns_in("Hale: a farmer.\nPrice: a miller."), 0);
        assert_eq!(turns_in("Q. When?\nA. Only last week."), 2);
        assert_eq!(turns_in("A. Hale won.\nA. Price lost."), 0);
    }
}
