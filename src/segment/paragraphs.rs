//! Lines to paragraphs.
//!
//! Pasted articles come with one paragraph a line, with or without blank lines between; every line that holds
//! more than white space is a paragraph.

use crate::document::{Paragraph, Part};
use crate::room::make_room;
use crate::span::{Run, Span};

/// The paragraphs of a text, in order, without the white space around them.
pub(super) fn split(text: &str) -> Vec<Paragraph> {
    let mut out = Vec::new();
    let mut start = 0;
    for end in line_ends(text) {
        let line = &text[start..end];
        let trimmed = line.trim_matches(is_blank);
        if !trimmed.is_empty() {
            if out.len() == out.capacity() {
                make_room(&mut out, start, text.len() - start);
            }
            let from = start + (line.len() - line.trim_start_matches(is_blank).len());
            out.push(Paragraph {
                span: Span::new(from, from + trimmed.len()),
                sentences: Run::default(),
                tokens: Run::default(),
                part: Part::Body,
            });
        }
        start = end;
    }
    out
}

/// The byte after each line: after LF, CR, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR (Unicode's mandatory
/// breaks, UAX #14), and the end of the text.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let breaks = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'));
    breaks.map(|(at, c)| at + c.len_utf8()).chain([text.len()])
}

/// White space, and the characters that are invisible and mean nothing at the edge of a paragraph.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || super::shape::is_invisible(c)
}

#[cfg(test)]
mod tests {
    fn paragraphs(text: &str) -> Vec<&str> {
        super::split(text).iter().map(|p| p.span.of(text)).collect()
    }

    #[test]
    fn every_line_is_a_paragraph_and_white_space_is_outside() {
        assert_eq!(paragraphs("One.\n\n  Two. \r\nThree.\u{2029}Four."), ["One.", "Two.", "Three.", "Four."]);
        assert_eq!(paragraphs(" \n\u{a0}\n\u{feff}"), [] as [&str; 0]);
    }
}
