//! Paragraphs to tokens.
//!
//! A token begins at every border that an annotation may need: hyphens, dashes and marks stand alone, possessives
//! and contractions are cut as the Penn Treebank cuts them ("do|n’t", "Xi|’s"), numbers part from their units
//! ("5|km") but keep ordinal and plural endings ("24th", "1980s"), abbreviations keep their full stops.

use super::abbreviations;
use super::shape::{case_of, is_invisible, is_word_char};
use crate::document::{Document, Token, TokenKind};
use crate::span::{Run, Span};

/// Appends the tokens of paragraph `index` to the document and notes them in the paragraph.
pub(super) fn split(document: &mut Document, index: usize) {
    let span = document.paragraphs[index].span;
    let first = document.tokens.len();
    let mut cutter = Cutter { text: document.text, end: span.end as usize, tokens: &mut document.tokens };
    let mut at = span.start as usize;
    while at < cutter.end {
        at = cutter.next(at);
    }
    document.paragraphs[index].tokens = Run::new(first, document.tokens.len());
}

struct Cutter<'a> {
    text: &'a str,
    /// Where the paragraph ends, in bytes.
    end: usize,
    tokens: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    /// Cuts what begins at byte `at` and gives the byte after it.
    fn next(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else { return self.end };
        if c.is_whitespace() || is_invisible(c) {
            return at + c.len_utf8();
        }
        if let Some(end) = self.address_end(at, c) {
            return self.push(at, end, TokenKind::Address);
        }
        if c.is_ascii_digit() {
            return self.number(at);
        }
        if is_word_char(c) {
            return self.word(at);
        }
        if matches!(c, '@' | '#') && self.char_at(at + 1).is_some_and(is_word_char) && !self.glued_to_word(at)
        {
            let end = self.scan(at + 1, is_word_char);
            return self.push(at, end, TokenKind::Handle);
        }
        self.symbol(at, c)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    /// The byte after the run of characters from `at` on that are `wanted`.
    fn scan(&self, at: usize, wanted: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[at..self.end];
        at + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let case = case_of(&self.text[start..end]);
        self.tokens.push(Token { span: Span::new(start, end), kind, case });
        end
    }

    fn glued_to_word(&self, at: usize) -> bool {
        self.tokens.last().is_some_and(|t| {
            t.span.end as usize == at && matches!(t.kind, TokenKind::Word | TokenKind::Number)
        })
    }

    /// Where a web or e-mail address that begins at `at` ends.
    fn address_end(&self, at: usize, c: char) -> Option<usize> {
        if !c.is_ascii_alphanumeric() || self.glued_to_word(at) {
            return None;
        }
        let rest = &self.text[at..self.end];
        let web = ["http://", "https://", "www."].iter().any(|p| starts_with_ignoring_case(rest, p));
        // An e-mail address is rare: look for its "@" only within the word that begins here.
        let local = self.scan(at, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-'));
        let mail = self.char_at(local) == Some('@')
            && self.char_at(local + 1).is_some_and(|c| c.is_ascii_alphanumeric());
        if !web && !mail {
            return None;
        }
        let end =
            self.scan(at, |c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '“' | '”' | '’' | '»'));
        let trimmed = self.text[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        Some(at + trimmed.len())
    }

    /// Digits, inner separators, then a glued ending or unit.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self.scan(at, |c| c.is_ascii_digit());
        while let Some(separator) = self.char_at(end).filter(|c| matches!(c, ',' | '.' | ':')) {
            let next = self.scan(end + 1, |c| c.is_ascii_digit());
            let digits = next - end - 1;
            if digits == 0 || (separator == ',' && digits != 3) {
                break;
            }
            end = next;
        }
        let tail = self.scan(end, is_word_char);
        if tail > end && !is_unit(&self.text[end..tail]) {
            end = tail;
        }
        self.push(at, end, TokenKind::Number)
    }

    /// Letters with inner apostrophes and periods; then the clitic, if it has one.
    fn word(&mut self, at: usize) -> usize {
        let mut end = self.scan(at, is_word_char);
        while let Some(next) = self.inner(at, end) {
            end = self.scan(next, is_word_char);
        }
        end = self.full_stop(at, end);
        let cut = clitic(&self.text[at..end]).map_or(end, |clitic| end - clitic.len());
        if cut > at {
            self.push(at, cut, TokenKind::Word);
        }
        if cut < end {
            self.push(cut, end, TokenKind::Word);
        }
        end
    }

    /// If the apostrophe, period or ampersand at `end` belongs inside the word that began at `at`, the byte after it.
    fn inner(&self, at: usize, end: usize) -> Option<usize> {
        let c = self.char_at(end)?;
        let next = end + c.len_utf8();
        let after = self.char_at(next)?;
        let inside = match c {
            '\'' | '’' => after.is_alphanumeric(),
            '&' => after.is_uppercase() && self.text[at..end].chars().all(char::is_uppercase),
            '.' => {
                let part = self.text[at..end].rsplit(['.', '\'', '’']).next().unwrap_or("");
                is_one_letter(part)
                    && after.is_alphabetic()
                    && is_one_letter(&self.text[next..self.scan(next, is_word_char)])
                    || is_domain(&self.text[next..self.scan(next, is_word_char)])
            }
            _ => false,
        };
        inside.then_some(next)
    }

    /// The word's end, with the full stop if it is an abbreviation's.
    fn full_stop(&self, at: usize, end: usize) -> usize {
        if self.char_at(end) != Some('.') || self.char_at(end + 1) == Some('.') {
            return end;
        }
        let word = &self.text[at..end];
        let initials = word.split('.').all(is_one_letter)
            && (word.contains('.') || word.chars().all(char::is_uppercase));
        let known = || abbreviations::of(&word.to_ascii_lowercase()).is_some();
        let short = word.len() <= 6;
        if initials || (short && known()) { end + 1 } else { end }
    }

    /// One punctuation mark, or a run of dots, dashes or typewriter quotes that means one.
    fn symbol(&mut self, at: usize, c: char) -> usize {
        let run = self.scan(at, |d| d == c) - at;
        let (length, kind) = match c {
            '.' if run >= 2 => (run, TokenKind::Punctuation),
            '-' => (run, TokenKind::Dash),
            '‐'..='―' | '−' => (run, TokenKind::Dash),
            '`' | '\'' if run == 2 => (run, TokenKind::Mark),
            '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '`' => {
                (c.len_utf8(), TokenKind::Mark)
            }
            _ => (c.len_utf8(), TokenKind::Punctuation),
        };
        self.push(at, at + length, kind)
    }
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

fn is_one_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Endings that make "word.com" one word.
fn is_domain(word: &str) -> bool {
    matches!(word, "com" | "org" | "net" | "gov" | "edu" | "info" | "io" | "co" | "uk" | "eu" | "tv")
}

/// Units glued to a number that are tokens of their own.
fn is_unit(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "am" | "pm"
            | "a"
            | "p"
            | "k"
            | "m"
            | "mn"
            | "mln"
            | "bn"
            | "bln"
            | "tn"
            | "trn"
            | "km"
            | "cm"
            | "mm"
            | "kg"
            | "g"
            | "mg"
            | "mph"
            | "kph"
            | "ft"
            | "lb"
            | "lbs"
            | "oz"
            | "mi"
            | "hr"
            | "hrs"
            | "min"
            | "mins"
            | "sec"
            | "secs"
            | "kw"
            | "mw"
            | "gw"
            | "kwh"
            | "mb"
            | "gb"
            | "tb"
            | "hz"
            | "ghz"
            | "gmt"
            | "est"
            | "edt"
            | "utc"
            | "bc"
            | "ad"
            | "bce"
            | "ce"
    )
}

/// The clitic that a word ends in: possessive ’s, ’ll, ’re, ’ve, ’d, ’m, and n’t.
fn clitic(word: &str) -> Option<&str> {
    let apostrophe = word.rfind(['\'', '’'])?;
    let after = word[apostrophe..].trim_start_matches(['\'', '’']);
    let known = matches!(after, "s" | "S" | "ll" | "LL" | "re" | "RE" | "ve" | "VE" | "d" | "D" | "m" | "M");
    if known {
        return Some(&word[apostrophe..]);
    }
    let nt = apostrophe
        .checked_sub(1)
        .filter(|&n| matches!(after, "t" | "T") && matches!(word.as_bytes()[n], b'n' | b'N'))?;
    Some(&word[nt..])
}
