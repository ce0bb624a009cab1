//! Tokens to sentences.
//!
//! A sentence ends at a full stop, question or exclamation mark or ellipsis, with the closing marks and brackets
//! glued to it, unless what follows shows that it goes on. A paragraph's end always ends one, so headlines and
//! list items need no full stop.

use super::abbreviations::{self, Abbreviation};
use crate::document::{Case, Document, Sentence, TokenKind};
use crate::span::Run;

/// Appends the sentences of paragraph `index` to the document and notes them in the paragraph.
pub(super) fn split(document: &mut Document, index: usize) {
    let run = document.paragraphs[index].tokens;
    let first = document.sentences.len();
    let mut start = run.first();
    while start < run.end() {
        let end = sentence_end(document, start, run.end());
        let tokens = Run::new(start, end);
        document.sentences.push(Sentence { span: document.span_of(tokens), paragraph: index as u32, tokens });
        start = end;
    }
    document.paragraphs[index].sentences = Run::new(first, document.sentences.len());
}

/// One past the last token of the sentence that begins at token `start`.
fn sentence_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let stop = stop(document, at);
        at += 1;
        if stop == Stop::None {
            continue;
        }
        let after = closers(document, at, limit);
        if after < limit && !ends_here(document, stop, at, after) {
            continue;
        }
        return after;
    }
    limit
}

/// How strongly a token ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    /// A full stop, question or exclamation mark.
    Full,
    /// An ellipsis, or an abbreviation that may stand last.
    Weak,
}

fn stop(document: &Document, token: usize) -> Stop {
    let word = document.lower(token);
    match word {
        "." | "!" | "?" => Stop::Full,
        "…" => Stop::Weak,
        _ if word.starts_with("..") => Stop::Weak,
        _ => match word.strip_suffix('.') {
            Some(stem)
                if abbreviations::of(stem) != Some(Abbreviation::Leads) && !is_initial(document, token) =>
            {
                Stop::Weak
            }
            _ => Stop::None,
        },
    }
}

/// A single capital with a full stop after a first name or before a surname: "George W. Bush", "J. K. Rowling".
fn is_initial(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    word.len() == 2 && word.ends_with('.')
}

/// One past the closing marks, brackets and further stops that are glued to a stop.
fn closers(document: &Document, mut at: usize, limit: usize) -> usize {
    while at < limit && document.glued(at) {
        let closes = match document.word(at) {
            ")" | "]" | "”" | "’" | "»" | "!" | "?" | "." => true,
            "\"" | "'" | "''" => at + 1 >= limit || !document.glued(at + 1),
            _ => false,
        };
        if !closes {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a sentence may begin at token `next`, after a stop whose closing marks begin at token `closing`.
fn ends_here(document: &Document, stop: Stop, closing: usize, next: usize) -> bool {
    // Past an opening mark or bracket, the word inside decides.
    let mut word = next;
    while word + 1 < document.tokens.len() && opens(document, word) {
        word += 1;
    }
    let token = document.tokens[word];
    if document.glued(next) && closing == next && token.kind != TokenKind::Mark && stop == Stop::Weak {
        return false;
    }
    let capital = token.case.is_capitalised()
        || (token.kind == TokenKind::Number)
        || token.case == Case::None && token.kind == TokenKind::Word;
    match stop {
        Stop::Full => {
            capital
                || token.kind == TokenKind::Handle
                || token.kind == TokenKind::Dash
                || token.case == Case::Mixed
        }
        // After "Inc." or "U.S." a capital may as well belong to a name that goes on.
        Stop::Weak => {
            capital && (closing < next || is_opener(document.lower(word)) || document.word(next) == "“")
        }
        Stop::None => false,
    }
}

fn opens(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "“" | "‘" | "«" | "(" | "[" | "\"" | "'" | "``")
}

/// Words that begin a sentence far more often than they go on a name.
fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "but"
            | "and"
            | "or"
            | "so"
            | "yet"
            | "for"
            | "in"
            | "on"
            | "at"
            | "by"
            | "to"
            | "from"
            | "with"
            | "as"
            | "if"
            | "when"
            | "while"
            | "after"
            | "before"
            | "since"
            | "until"
            | "although"
            | "though"
            | "because"
            | "however"
            | "meanwhile"
            | "there"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "one"
            | "two"
            | "several"
            | "no"
            | "not"
            | "now"
            | "then"
            | "also"
            | "last"
            | "according"
            | "despite"
            | "under"
            | "during"
            | "earlier"
            | "later"
            | "officials"
            | "police"
            | "another"
            | "other"
            | "more"
            | "is"
            | "was"
            | "did"
            | "does"
            | "do"
            | "are"
    )
}

#[cfg(test)]
mod tests {
    fn sentences(text: &str) -> Vec<&str> {
        crate::segment::segment(text).sentences().iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        let one = [
            "Mr. Smith met Dr. J. K. Rowling at 5 p.m. Monday.",
            "The U.S. Senate sued Acme Inc. Chairman Bob Hale.",
            "He paid $1.5 billion.",
        ];
        for text in one {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn a_sentence_may_end_in_an_abbreviation() {
        assert_eq!(
            sentences("He moved to the U.S. The firm is Acme Inc. It grew."),
            ["He moved to the U.S.", "The firm is Acme Inc.", "It grew."]
        );
    }

    #[test]
    fn the_closing_mark_belongs_to_the_sentence_it_closes() {
        assert_eq!(sentences("“It is over.” He left."), ["“It is over.”", "He left."]);
        assert_eq!(
            sentences("“Why?” he asked. \"Now.\" She sat."),
            ["“Why?” he asked.", "\"Now.\"", "She sat."]
        );
    }

    #[test]
    fn a_headline_needs_no_full_stop() {
        assert_eq!(sentences("Mayor quits\nThe mayor quit."), ["Mayor quits", "The mayor quit."]);
    }
}
