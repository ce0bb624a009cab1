//! Tokens to sentences.
//!
//! A sentence ends at a full stop, question or exclamation mark or ellipsis, with the closing marks and brackets
//! glued to it, unless what follows shows that it goes on. A paragraph's end always ends one, so headlines and
//! list items need no full stop.

use super::abbreviations;
use super::dateline::{is_month, is_weekday};
use crate::document::{Case, Document, Part, Sentence, TokenKind};
use crate::span::{Run, Span};

/// Appends the sentences of paragraph `index` to the document and notes them in the paragraph.
pub(super) fn split(document: &mut Document, index: usize) {
    let run = document.paragraphs[index].tokens;
    let first = document.sentences.len();
    let mut start = run.first();
    let mut end = dateline_end(document, index);
    while start < run.end() {
        if end == start {
            end = sentence_end(document, start, run.end());
        }
        let tokens = Run::new(start, end);
        document.sentences.push(Sentence { span: document.span_of(tokens), paragraph: index as u32, tokens });
        start = end;
    }
    document.paragraphs[index].sentences = Run::new(first, document.sentences.len());
}

/// One past the tokens of the dateline in front of the paragraph, with its dash: no sentence of the story runs over it.
/// The paragraph's first token if there is none.
fn dateline_end(document: &Document, index: usize) -> usize {
    let paragraph = &document.paragraphs[index];
    let in_front = |span: &Span| paragraph.part == Part::Body && span.start == paragraph.span.start;
    let Some(dateline) = document.parts.dateline.filter(in_front) else { return paragraph.tokens.first() };
    let end = document.token_at(dateline.end);
    let dash = document.tokens.get(end).is_some_and(|t| t.kind() == TokenKind::Dash)
        || end < paragraph.tokens.end() && matches!(document.word(end), ":" | "_");
    (end + usize::from(dash)).min(paragraph.tokens.end())
}

/// One past the last token of the sentence that begins at token `start`.
fn sentence_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let stop = stop(document, start, at);
        at += 1;
        if stop == Stop::None {
            continue;
        }
        // On "?!?!?!" the look past the glued marks is not repeated from each of them: the scan goes on behind.
        let after = closers(document, at, limit);
        let end = Break { document, stop, closing: at, next: after, limit };
        if end.ends_here() {
            return after;
        }
        at = after;
    }
    limit
}

/// How strongly a token ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    /// A full stop.
    Full,
    /// A question or exclamation mark.
    Call,
    /// An ellipsis.
    Dots,
    /// An abbreviation that may stand last, or an initial.
    Abbreviation,
}

fn stop(document: &Document, start: usize, token: usize) -> Stop {
    let word = document.lower(token);
    match word {
        // "1. First": the number of a list item.
        "." if token == start + 1 && is_item_number(document, start) => Stop::None,
        "." | "。" | "।" => Stop::Full,
        "!" | "?" | "！" | "？" => Stop::Call,
        "…" => Stop::Dots,
        _ if word.starts_with("..") => Stop::Dots,
        _ => match word.strip_suffix('.') {
            // "A. First": the letter of a list item.
            Some(stem) if token == start && stem.len() == 1 => Stop::None,
            Some("e.g" | "i.e") => Stop::None,
            Some(stem)
                if is_initial(document, token) || !abbreviations::of(stem).is_some_and(|a| a.leads) =>
            {
                Stop::Abbreviation
            }
            _ => Stop::None,
        },
    }
}

/// "C.", where "c." would be "circa".
fn is_initial(document: &Document, token: usize) -> bool {
    document.tokens[token].case() == Case::Upper && document.tokens[token].span().len() == 2
}

fn is_item_number(document: &Document, token: usize) -> bool {
    let word = document.lower(token);
    word.len() <= 2
        && (word.bytes().all(|b| b.is_ascii_digit()) || word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')))
}

/// One past the closing marks, brackets and further stops that are glued to a stop.
fn closers(document: &Document, mut at: usize, limit: usize) -> usize {
    while at < limit && document.glued(at) {
        let closes = match document.word(at) {
            ")" | "]" | "”" | "’" | "»" | "!" | "?" | "." | "…" => true,
            "\"" | "'" | "''" => {
                at + 1 >= limit
                    || !document.glued(at + 1)
                    || document.tokens[at + 1].kind() == TokenKind::Mark
            }
            _ => false,
        };
        if !closes {
            break;
        }
        at += 1;
    }
    at + note_mark(document, at, limit)
}

/// How many tokens a note's number `[17]` after the stop takes; it belongs to the sentence before it.
fn note_mark(document: &Document, at: usize, limit: usize) -> usize {
    let noted = at + 2 < limit
        && document.word(at) == "["
        && document.tokens[at + 1].kind() == TokenKind::Number
        && document.word(at + 2) == "]";
    if noted { 3 } else { 0 }
}

/// A place where a sentence may end.
struct Break<'d> {
    document: &'d Document<'d>,
    stop: Stop,
    /// The first token after the stop: its closing marks, if it has any.
    closing: usize,
    /// The token after those: what the next sentence would begin with.
    next: usize,
    /// One past the paragraph's last token.
    limit: usize,
}

impl Break<'_> {
    fn ends_here(&self) -> bool {
        // Past opening marks and brackets, the word inside decides.
        let Some(word) = (self.next..self.limit).find(|&at| !opens(self.document, at)) else {
            // Nothing but marks is left: they are no sentence.
            return false;
        };
        let token = self.document.tokens[word];
        let begins = token.case().is_capitalised()
            || matches!(token.kind(), TokenKind::Number | TokenKind::Handle | TokenKind::Address)
            || token.kind() == TokenKind::Word && matches!(token.case(), Case::None | Case::Mixed);
        let opener = is_opener(self.document.lower(word)) && token.case().is_capitalised();
        let glued = self.next == self.closing && self.document.glued(self.next);
        let runs_on = matches!(self.stop, Stop::Full | Stop::Call)
            && (opener || token.case() == Case::Title && self.follows_small_word());
        if glued && !runs_on {
            // "end.The" lacks a space; "ASP.NET", "Yahoo!Finance" and "fig.5" do not.
            return false;
        }
        match self.stop {
            Stop::None => false,
            Stop::Full => begins || token.kind() == TokenKind::Dash || is_bullet(self.document.word(word)),
            Stop::Call => {
                begins && !(self.closed() && self.is_attribution(word)) && !self.is_name_with_call()
            }
            Stop::Dots => token.case().is_capitalised(),
            Stop::Abbreviation => begins && (opener || self.abbreviation_ends(word)),
        }
    }

    /// Whether the stop follows an ordinary word in lower case.
    fn follows_small_word(&self) -> bool {
        self.closing.checked_sub(2).is_some_and(|before| {
            let token = self.document.tokens[before];
            token.kind() == TokenKind::Word && token.case() == Case::Lower && token.span().len() > 1
        })
    }

    /// Whether a closing quotation mark stands between the stop and the next word.
    fn closed(&self) -> bool {
        (self.closing..self.next).any(|at| self.document.tokens[at].kind() == TokenKind::Mark)
    }

    /// Whether a capitalised word that is no opener begins a sentence after an abbreviation. Mostly it goes on a name
    /// ("U.S. Senate", "Acme Inc. Chairman"); not after a closing mark, before a quotation, after a clock time, or
    /// after a state that follows its town (inside a sentence a comma would stand after it).
    fn abbreviation_ends(&self, word: usize) -> bool {
        let document = self.document;
        if !document.tokens[word].case().is_capitalised() {
            return false;
        }
        let before = document.lower(self.closing - 1);
        if matches!(before, "a.m." | "p.m.") {
            let zone = document.tokens[word].case() == Case::Upper || self.word_at(word + 1) == "time";
            return !zone && !follows_clock(document.lower(word));
        }
        let quotation = word > self.next && document.word(self.next) == "“";
        self.closed() || quotation || before == "etc." || self.is_state_after_town(before)
    }

    fn is_state_after_town(&self, before: &str) -> bool {
        self.closing >= 2 && self.document.word(self.closing - 2) == "," && abbreviations::is_state(before)
    }

    /// The token in lower case, if it is in the paragraph.
    fn word_at(&self, at: usize) -> &str {
        if at < self.limit { self.document.lower(at) } else { "" }
    }

    /// "“Why?” Jane Doe asked": a name, then a verb of saying, within a few words.
    fn is_attribution(&self, word: usize) -> bool {
        let near = word + 1..self.limit.min(word + 6);
        near.take_while(|&at| {
            let kind = self.document.tokens[at].kind();
            matches!(kind, TokenKind::Word | TokenKind::Dash)
        })
        .any(|at| SAYS.contains(&self.document.lower(at)))
            && !is_opener(self.document.lower(word))
    }

    /// "Yahoo! Inc.", "Jeopardy! champion".
    fn is_name_with_call(&self) -> bool {
        self.closing >= 2
            && self.closing == self.next
            && self.document.word(self.closing - 1) == "!"
            && matches!(self.document.lower(self.closing - 2), "yahoo" | "jeopardy")
    }
}

fn opens(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "“" | "‘" | "«" | "(" | "[" | "\"" | "'" | "``" | "''" | "„")
}

fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "·" | "*" | "▪" | "●" | "■")
}

/// What follows "5 p.m." in the same sentence with a capital: a day or the name of a time.
fn follows_clock(word: &str) -> bool {
    is_weekday(word)
        || is_month(word)
        || ["eastern", "central", "mountain", "pacific", "greenwich", "local"].contains(&word)
}

/// Verbs that name the speaker of a question or exclamation before them.
#[rustfmt::skip] // one word a line would hide the code
const SAYS: &[&str] = &[
    "said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "replied",
    "replies", "shouted", "yelled", "cried", "exclaimed", "wondered", "tweeted", "posted", "joked",
    "quipped", "continued", "responded", "declared", "screamed", "called", "demanded", "answered",
    "recalled",
];

/// Whether a lower-case word begins a sentence far more often than it goes on a name.
fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

/// Function words, and the nouns that news sentences open with; sorted.
#[rustfmt::skip] // one word a line would fill two hundred
const OPENERS: &[&str] = &[
    "a", "about", "according", "additionally", "after", "against", "all", "almost", "also", "although",
    "amid", "among", "an", "analysts", "and", "another", "any", "anyone", "are", "around", "as",
    "asked", "at", "authorities", "based", "because", "before", "between", "both", "but", "by", "can",
    "clearly", "could", "critics", "currently", "despite", "did", "do", "doctors", "does", "during",
    "each", "earlier", "either", "especially", "even", "eventually", "every", "everybody", "everyone",
    "experts", "few", "finally", "firefighters", "five", "following", "for", "fortunately", "four",
    "from", "furthermore", "given", "had", "has", "have", "he", "her", "here", "his", "how", "however",
    "i", "if", "in", "indeed", "initially", "instead", "investigators", "is", "it", "its", "just",
    "last", "later", "lawmakers", "let", "like", "many", "maybe", "meantime", "meanwhile", "more",
    "moreover", "most", "mr.", "mrs.", "ms.", "much", "my", "nearly", "neither", "nevertheless", "no",
    "nobody", "nonetheless", "nor", "not", "nothing", "now", "obviously", "officials", "on", "once",
    "one", "only", "opponents", "or", "other", "others", "our", "over", "perhaps", "please", "police",
    "previously", "probably", "profits", "prosecutors", "protesters", "recently", "reporters",
    "rescuers", "researchers", "residents", "sales", "scientists", "several", "shares", "she", "should",
    "since", "so", "some", "somebody", "someone", "still", "students", "such", "supporters", "thanks",
    "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "three",
    "through", "thus", "to", "today", "tomorrow", "too", "two", "under", "unfortunately", "unlike",
    "until", "voters", "was", "we", "well", "were", "what", "when", "where", "whether", "which",
    "while", "who", "whose", "why", "will", "with", "within", "without", "witnesses", "workers",
    "would", "yes", "yesterday", "yet", "you",
];

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
    fn the_openers_are_sorted_for_the_search() {
        assert!(super::OPENERS.is_sorted());
    }

    #[test]
    fn no_sentence_of_the_story_runs_over_the_dateline() {
        assert_eq!(
            sentences("MILLBROOK, March 17 (Agency) — The river rose. It fell."),
            ["MILLBROOK, March 17 (Agency) —", "The river rose.", "It fell."]
        );
        assert_eq!(sentences("March 1, 2008 The river rose."), ["March 1, 2008", "The river rose."]);
    }

    #[test]
    fn a_headline_needs_no_full_stop() {
        assert_eq!(sentences("Mayor quits\nThe mayor quit."), ["Mayor quits", "The mayor quit."]);
    }
}
