//! Which tokens may be part of a name at all.
//!
//! English names are capitalised, so three tokens in four of a news text need no tagging. What remains stands in
//! *islands*: capitalised words with the small words, hyphens, numbers and marks between them. All other tokens are
//! outside any name by decree, in training as in use, and cost nothing.

use super::survey::is_capitalised_word;
use crate::document::{Case, Document, TokenKind};
use crate::span::Run;

/// So many tokens between two capitalised words may belong to a name: "Secretary of State for the …".
const LONGEST_GAP: usize = 3;
/// Words in lower case inside a name have at most so many bytes: "of", "the", "della".
const LONGEST_SMALL_WORD: usize = 5;
/// An island of more tokens is cut: it is a list or a line in capitals, and the bound keeps decoding in cache.
const LONGEST: usize = 64;

/// The islands of a sentence, in order; `tokens` are the sentence's.
pub fn islands(document: &Document, tokens: Run, out: &mut Vec<Run>) {
    out.clear();
    let (mut at, end) = (tokens.first(), tokens.end());
    while at < end {
        if !is_core(document, at) {
            at += 1;
            continue;
        }
        let start = reach_back(document, at, out.last().map_or(tokens.first(), |last| last.end()));
        let mut stop = at + 1;
        while let Some(next) = next_core(document, stop, end).filter(|next| next + 1 - start <= LONGEST) {
            stop = next + 1;
        }
        stop = reach_on(document, stop, end);
        out.push(Run::new(start, stop));
        at = stop;
    }
}

/// The next capitalised word within reach of `from`, if only joining tokens stand before it.
fn next_core(document: &Document, from: usize, end: usize) -> Option<usize> {
    let limit = end.min(from + LONGEST_GAP + 1);
    let next = (from..limit).find(|&t| is_core(document, t) || !may_join(document, t))?;
    is_core(document, next).then_some(next)
}

/// "van der Meer", "al-Rashid": particles before the first capital.
fn reach_back(document: &Document, core: usize, limit: usize) -> usize {
    let mut start = core;
    while start > limit && core - start < LONGEST_GAP && is_particle(document, start - 1) {
        start -= 1;
    }
    start
}

/// "Apollo 11", "Ka-ki", "Wizards’": numbers, glued halves and marks after the last capital.
fn reach_on(document: &Document, stop: usize, end: usize) -> usize {
    let glued_half = stop + 1 < end
        && document.tokens()[stop].kind == TokenKind::Dash
        && document.glued(stop)
        && document.glued(stop + 1);
    if glued_half {
        return stop + 2;
    }
    let number = stop < end && document.tokens()[stop].kind == TokenKind::Number;
    stop + usize::from(number)
}

fn is_core(document: &Document, token: usize) -> bool {
    let found = document.tokens()[token];
    is_capitalised_word(found.kind, found.case)
}

fn may_join(document: &Document, token: usize) -> bool {
    let found = document.tokens()[token];
    match found.kind {
        TokenKind::Word => found.case == Case::Lower && found.span.len() <= LONGEST_SMALL_WORD,
        TokenKind::Number | TokenKind::Mark | TokenKind::Dash => true,
        TokenKind::Punctuation => matches!(document.word(token), "&" | "." | "," | "/" | ":" | "!" | "+"),
        TokenKind::Address | TokenKind::Handle => false,
    }
}

/// Words in lower case that begin a surname, and the hyphen after the Arabic article.
fn is_particle(document: &Document, token: usize) -> bool {
    const PARTICLES: [&str; 24] = [
        "abu", "al", "as", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du",
        "el", "ibn", "la", "le", "ter", "van", "von", "zu", "zur",
    ];
    let found = document.tokens()[token];
    found.kind == TokenKind::Dash && document.glued(token) && document.glued(token + 1)
        || found.kind == TokenKind::Word && PARTICLES.binary_search(&document.lower(token)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn found(text: &str) -> Vec<String> {
        let document = segment(text);
        let (mut runs, mut out) = (Vec::new(), Vec::new());
        for sentence in document.sentences() {
            islands(&document, sentence.tokens, &mut runs);
            out.extend(runs.iter().map(|&run| document.span_of(run).of(text).to_owned()));
        }
        out
    }

    #[test]
    fn an_island_holds_what_may_join_two_capitals() {
        assert_eq!(found("we saw the Bank of the West there"), ["Bank of the West"]);
        assert_eq!(found("we saw Ludwig van der Meer there"), ["Ludwig van der Meer"]);
        assert_eq!(found("we met van der Meer and al-Rashid"), ["van der Meer and al-Rashid"]);
        assert_eq!(found("aboard Apollo 11, Kwok Ka-ki slept"), ["Apollo 11, Kwok Ka-ki"]);
        assert_eq!(found("nothing here, nor 1,000 there"), [] as [&str; 0]);
        assert_eq!(found("Berlin yesterday evening Paris"), ["Berlin", "Paris"]);
    }

    #[test]
    fn islands_are_bounded() {
        let text = "Abc ".repeat(1000);
        let document = segment(&text);
        let mut runs = Vec::new();
        islands(&document, document.sentences()[0].tokens, &mut runs);
        assert!(runs.iter().all(|run| run.len() <= LONGEST + LONGEST_GAP));
    }
}
