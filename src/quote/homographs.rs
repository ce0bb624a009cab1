//! Word forms that are several parts of speech, and what around them decides.

use super::lexicon::{self, Entry};
use crate::document::{Document, TokenKind};

/// Adjectives and nouns in -ly that are no adverbs.
pub(super) fn is_noun_in_ly(lower: &str) -> bool {
    matches!(
        lower,
        "early"
            | "daily"
            | "weekly"
            | "monthly"
            | "yearly"
            | "elderly"
            | "friendly"
            | "likely"
            | "unlikely"
            | "deadly"
            | "costly"
            | "lonely"
            | "lovely"
            | "orderly"
            | "supply"
            | "reply"
            | "rally"
            | "assembly"
            | "monopoly"
            | "anomaly"
            | "butterfly"
            | "melancholy"
            | "quarterly"
            | "hourly"
            | "unfriendly"
            | "bully"
    )
}

/// Whether a past form after a comma and before a preposition describes what stands before it.
pub(super) fn is_participle(document: &Document, token: usize, after_comma: bool) -> bool {
    let next = document.tokens().get(token + 1).and_then(|_| lexicon::entry(document.lower(token + 1)));
    after_comma && matches!(next, Some(Entry::Preposition | Entry::To))
}

/// Whether a form like "claims" or "states" after a noun is the plural noun: "member states", "the news reports of".
/// What follows tells: a verb is followed by what can begin its content.
pub(super) fn is_plural_noun_here(document: &Document, token: usize, after_noun: bool) -> bool {
    if !is_plural_homograph(document.lower(token)) {
        return false;
    }
    let entry_at = |t: usize| document.tokens().get(t).and_then(|_| lexicon::entry(document.lower(t)));
    // "member states that have", "claims that are": a relative clause, not content.
    let relative = entry_at(token + 1) == Some(Entry::That)
        && matches!(entry_at(token + 2), Some(Entry::Auxiliary | Entry::Modal));
    if relative || !after_noun {
        return relative;
    }
    let Some(next) = document.tokens().get(token + 1) else { return false };
    match next.kind() {
        TokenKind::Mark | TokenKind::Number | TokenKind::Handle | TokenKind::Address => false,
        TokenKind::Punctuation => document.word(token + 1) != ":" && !ends_reporting_clause(document, token),
        TokenKind::Dash => true,
        TokenKind::Word => {
            let leads = matches!(
                entry_at(token + 1),
                Some(
                    Entry::Determiner
                        | Entry::Possessive
                        | Entry::Subject
                        | Entry::Object
                        | Entry::That
                        | Entry::Wh
                        | Entry::Adverb
                )
            );
            !leads && !next.case().is_capitalised()
        }
    }
}

/// Forms that are a verb's third person and a noun's plural.
fn is_plural_homograph(lower: &str) -> bool {
    matches!(
        lower,
        "claims"
            | "states"
            | "reports"
            | "notes"
            | "comments"
            | "questions"
            | "calls"
            | "posts"
            | "texts"
            | "tweets"
            | "answers"
            | "estimates"
            | "promises"
            | "pledges"
            | "charges"
            | "rules"
            | "remarks"
            | "replies"
            | "demands"
            | "labels"
            | "brands"
            | "terms"
            | "forecasts"
            | "signals"
            | "messages"
            | "cables"
            | "blogs"
            | "quotes"
            | "cries"
            | "screams"
            | "shouts"
            | "chants"
            | "sighs"
            | "jokes"
            | "vows"
            | "complaints"
            | "appeals"
            | "protests"
            | "hints"
            | "projects"
            | "thanks"
            | "cheers"
            | "echoes"
            | "boasts"
            | "counters"
            | "shows"
            | "finds"
            | "stresses"
            | "mentions"
    )
}

/// Whether a comma or closing mark stands a short noun phrase before a verb: "…,” the report states."
fn ends_reporting_clause(document: &Document, token: usize) -> bool {
    const PHRASE: usize = 4;
    let before = (token.saturating_sub(PHRASE)..token).rev();
    let mut words = before.skip_while(|&t| document.tokens()[t].kind() == TokenKind::Word);
    words.next().is_some_and(|t| document.tokens()[t].kind() == TokenKind::Mark || document.word(t) == ",")
}

/// Reporting verbs whose bare form is no noun: after any noun phrase they are its verb ("Smith and Jones say").
pub(super) fn is_only_verb(lower: &str) -> bool {
    matches!(
        lower,
        "say"
            | "tell"
            | "argue"
            | "insist"
            | "acknowledge"
            | "explain"
            | "admit"
            | "suggest"
            | "write"
            | "describe"
            | "warn"
            | "contend"
            | "maintain"
            | "agree"
            | "believe"
            | "allege"
            | "concede"
            | "add"
            | "announce"
    )
}

/// Whether a noun is likely a plural, so that a bare verb form may follow it.
pub(super) fn is_plural(lower: &str) -> bool {
    (lower.ends_with('s') && !lower.ends_with("ss"))
        || matches!(lower, "people" | "police" | "men" | "women" | "many")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    #[test]
    fn what_follows_tells_a_plural_from_a_verb() {
        let plural = |text: &str| is_plural_noun_here(&segment(text), 2, true);
        assert!(plural("the member states met"));
        assert!(plural("the news reports of May"));
        assert!(plural("the old claims that are false"));
        assert!(!plural("the member states that it rained"));
        assert!(!plural("the paper reports a loss"));
        assert!(!plural("the mayor says so"));
    }

    #[test]
    fn a_verb_that_ends_a_reporting_clause_is_none() {
        assert!(!is_plural_noun_here(&segment("“Go,” the report states."), 6, true));
    }
}
