//! Whether the words around an expression speak of what was or of what will be.

use super::lexicon::{Lexeme, look_up};
use crate::document::{Case, Document, TokenKind};
use crate::span::Run;

/// Where the sentence puts an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unclear,
}

/// How many words to each side are consulted.
const REACH: usize = 12;

/// The tense around an expression: the words before it decide, else those after it, else a "by" or "until" before it.
pub(super) fn tense(document: &Document, expression: Run, sentence: Run) -> Tense {
    let begin =
        if begins_sentence(document, expression, sentence) { expression.first() } else { sentence.first() };
    let before = (begin..expression.first()).rev().take(REACH);
    if is_timetable(document, expression, sentence) {
        return Tense::Future;
    }
    let (tense, weak) = before_it(document, before);
    if tense != Tense::Unclear {
        return tense;
    }
    match after_it(document, (expression.end()..sentence.end()).take(REACH)) {
        Tense::Unclear if weak => Tense::Future,
        tense => tense,
    }
}

/// Whether a capital preposition stands before the expression: a sentence begins there, though a headline or list
/// without a full stop runs into it.
fn begins_sentence(document: &Document, expression: Run, sentence: Run) -> bool {
    let before = expression.first().checked_sub(1).filter(|&token| token > sentence.first());
    before.is_some_and(|token| matches!(document.word(token), "On" | "In" | "At" | "By" | "Last" | "Earlier"))
}

/// "The hearing continues on Thursday": the present of timetables, just before the expression.
fn is_timetable(document: &Document, expression: Run, sentence: Run) -> bool {
    let verb = |token: usize| {
        matches!(
            document.lower(token),
            "continues"
                | "resumes"
                | "begins"
                | "starts"
                | "opens"
                | "reopens"
                | "closes"
                | "ends"
                | "expires"
                | "returns"
                | "arrives"
                | "runs"
                | "concludes"
                | "kicks"
                | "airs"
                | "premieres"
        )
    };
    (sentence.first()..expression.first()).rev().take(3).any(verb)
}

/// The tense of the words before an expression, nearest first, and whether one of them is a "by" or "until".
fn before_it(document: &Document, tokens: impl Iterator<Item = usize>) -> (Tense, bool) {
    let (mut past, mut weak) = (false, false);
    for token in tokens {
        let word = document.lower(token);
        if is_future(document, token) {
            return (Tense::Future, weak);
        }
        if is_report(word) {
            return (Tense::Past, weak);
        }
        if matches!(word, ";" | "”" | "“" | "\"") {
            break;
        }
        weak |= matches!(word, "by" | "until" | "till");
        past |= is_past(document, token);
    }
    (if past { Tense::Past } else { Tense::Unclear }, weak)
}

fn after_it(document: &Document, tokens: impl Iterator<Item = usize>) -> Tense {
    for token in tokens {
        let word = document.lower(token);
        if is_future(document, token) {
            return Tense::Future;
        }
        if is_report(word) || is_past(document, token) {
            return Tense::Past;
        }
    }
    Tense::Unclear
}

/// A word that looks ahead: "will", "is to", "scheduled", "as early as".
fn is_future(document: &Document, token: usize) -> bool {
    match document.lower(token) {
        "will" | "would" | "’ll" | "'ll" | "wo" | "shall" | "upcoming" | "scheduled" | "slated" | "due"
        | "expected" | "planned" | "plans" | "plan" | "planning" | "postponed" | "expects" | "expect"
        | "hopes" | "intends" | "tentatively" | "deadline" | "forthcoming" => true,
        "set" => {
            document.lower(next(document, token)) == "for" || document.lower(next(document, token)) == "to"
        }
        "early" | "soon" => document.lower(next(document, token)) == "as",
        "to" => is_infinitive(document, token),
        _ => false,
    }
}

fn next(document: &Document, token: usize) -> usize {
    (token + 1).min(document.tokens().len() - 1)
}

/// "is to meet", "to be held": "to" before a small word that is no name, number or article.
fn is_infinitive(document: &Document, token: usize) -> bool {
    let after = next(document, token);
    let word = document.lower(after);
    let plain =
        document.tokens()[after].kind() == TokenKind::Word && document.tokens()[after].case() == Case::Lower;
    plain
        && look_up(word) == Lexeme::Other
        && !matches!(
            word,
            "his"
                | "her"
                | "my"
                | "our"
                | "your"
                | "it"
                | "them"
                | "him"
                | "us"
                | "me"
                | "which"
                | "what"
                | "whom"
                | "both"
        )
        && matches!(
            token.checked_sub(1).map_or("", |before| document.lower(before)),
            "is" | "are"
                | "due"
                | "scheduled"
                | "set"
                | "planned"
                | "plans"
                | "expected"
                | "expects"
                | "agreed"
                | "ready"
                | "hopes"
                | "wants"
                | "intends"
                | "refused"
                | "have"
                | "has"
        )
}

fn is_report(word: &str) -> bool {
    matches!(word, "said" | "announced" | "told" | "reported" | "added" | "confirmed" | "says")
}

/// A verb in the past: the commonest irregular ones, and words in -ed.
fn is_past(document: &Document, token: usize) -> bool {
    let word = document.lower(token);
    if document.tokens()[token].case() != Case::Lower {
        return false;
    }
    matches!(
        word,
        "was"
            | "were"
            | "had"
            | "did"
            | "went"
            | "came"
            | "took"
            | "made"
            | "began"
            | "fell"
            | "rose"
            | "met"
            | "won"
            | "lost"
            | "left"
            | "held"
            | "gave"
            | "got"
            | "saw"
            | "found"
            | "sent"
            | "broke"
            | "shot"
            | "died"
            | "told"
            | "became"
            | "struck"
            | "fought"
            | "led"
            | "ran"
            | "since"
            | "spoke"
            | "wrote"
            | "sold"
            | "bought"
            | "paid"
            | "grew"
            | "brought"
            | "kept"
            | "flew"
            | "been"
    ) || word.len() > 4 && word.ends_with("ed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// The tense around the token "Monday".
    fn around(text: &str) -> Tense {
        let document = segment(text);
        let token = (0..document.tokens().len()).find(|&token| document.word(token) == "Monday").unwrap();
        tense(&document, Run::new(token, token + 1), document.sentences()[0].tokens)
    }

    #[test]
    fn words_before_decide() {
        assert_eq!(around("The board met on Monday."), Tense::Past);
        assert_eq!(around("The board said Monday it will sell."), Tense::Past);
        assert_eq!(around("The board will meet on Monday."), Tense::Future);
        assert_eq!(around("The board is expected to meet on Monday."), Tense::Future);
        assert_eq!(around("The fair opens on Monday."), Tense::Future);
    }

    #[test]
    fn words_after_decide_when_none_stand_before() {
        assert_eq!(around("On Monday, the board is to meet."), Tense::Future);
        assert_eq!(around("On Monday, the board was told."), Tense::Past);
    }

    #[test]
    fn a_limit_looks_ahead_if_nothing_else_is_said() {
        assert_eq!(around("By Monday noon at the latest."), Tense::Future);
        assert_eq!(around("By Monday all had left."), Tense::Past);
        assert_eq!(around("Monday, noon."), Tense::Unclear);
    }
}
