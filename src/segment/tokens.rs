//! Paragraphs to tokens.
//!
//! A token begins at every border that an annotation may need: hyphens, dashes and marks stand alone, possessives
//! and contractions are cut as the Penn Treebank cuts them ("do|n’t", "Xi|’s"), numbers part from their units
//! ("5|km") but keep ordinal and plural endings ("24th", "1980s"), abbreviations keep their full stops.

use super::abbreviations::{self, Written};
use super::shape::{case_of, is_invisible, is_word_char, modifies_symbol};
use crate::document::{Document, Token, TokenKind};
use crate::span::{Run, Span};

/// Appends the tokens of paragraph `index` to the document and notes them in the paragraph, which `lower` becomes, with
/// its ASCII letters in lower case.
pub(super) fn split(document: &mut Document, index: usize, lower: &mut String) {
    let span = document.paragraphs[index].span;
    lower.clear();
    lower.push_str(span.of(&document.text));
    lower.make_ascii_lowercase();
    let first = document.tokens.len();
    let mut cutter =
        Cutter { end: span.end as usize, start: span.start as usize, lower, no_mail_before: 0, document };
    let mut at = cutter.start;
    while at < cutter.end {
        at = cutter.next(at);
    }
    document.paragraphs[index].tokens = Run::new(first, document.tokens.len());
}

struct Cutter<'a, 't> {
    document: &'a mut Document<'t>,
    /// Where the paragraph starts and ends, in bytes.
    start: usize,
    end: usize,
    /// The paragraph with ASCII letters in lower case.
    lower: &'a str,
    /// Up to this byte no e-mail address begins: remembered, so that "a-a-a-…" is scanned once and not from every a.
    no_mail_before: usize,
}

impl Cutter<'_, '_> {
    /// Cuts what begins at byte `at` and gives the byte after it.
    fn next(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else { return self.end };
        if c.is_whitespace() || is_invisible(c) {
            return at + c.len_utf8();
        }
        if let Some(end) = self.address_end(at, c) {
            return self.push(at, end, TokenKind::Address);
        }
        let digit_follows = || self.char_at(at + 1).is_some_and(|d| d.is_ascii_digit());
        if c.is_ascii_digit() || c == '.' && !self.glued(at) && digit_follows() {
            return self.number(at);
        }
        if is_word_char(c) {
            return self.word(at);
        }
        // "#1" is a number sign and a number.
        let named = |d: char| is_word_char(d) && !(c == '#' && d.is_ascii_digit());
        if matches!(c, '@' | '#') && self.char_at(at + 1).is_some_and(named) && !self.glued_to_word(at) {
            let end = self.scan(at + 1, is_word_char);
            return self.push(at, end, TokenKind::Handle);
        }
        self.symbol(at, c)
    }

    fn text(&self) -> &str {
        &self.document.text
    }

    /// A piece of the text in lower case, by its bytes.
    fn lower(&self, from: usize, to: usize) -> &str {
        &self.lower[from - self.start..to - self.start]
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text().get(at..self.end)?.chars().next()
    }

    /// The byte after the run of characters from `at` on that are `wanted`.
    fn scan(&self, at: usize, wanted: impl Fn(char) -> bool) -> usize {
        let rest = &self.text()[at..self.end];
        at + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
    }

    /// As [`Cutter::scan`], but looks at no more than `most` characters.
    fn scan_at_most(&self, at: usize, most: usize, wanted: impl Fn(char) -> bool) -> usize {
        let rest = &self.text()[at..self.end];
        at + rest.chars().take(most).take_while(|&c| wanted(c)).map(char::len_utf8).sum::<usize>()
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        // What is longer than any token can be goes on as the next.
        let end = self.text().floor_char_boundary(end.min(start + Token::LONGEST));
        let case = case_of(&self.text()[start..end]);
        let lower = &self.lower[start - self.start..end - self.start];
        self.document.push(Token::new(Span::new(start, end), kind, case), lower);
        end
    }

    fn glued(&self, at: usize) -> bool {
        self.document.tokens.last().is_some_and(|t| t.span().end as usize == at)
    }

    fn glued_to_word(&self, at: usize) -> bool {
        self.document.tokens.last().is_some_and(|t| {
            t.span().end as usize == at && matches!(t.kind(), TokenKind::Word | TokenKind::Number)
        })
    }

    /// Where a web or e-mail address that begins at `at` ends.
    fn address_end(&mut self, at: usize, c: char) -> Option<usize> {
        if !c.is_ascii_alphanumeric() || self.glued_to_word(at) {
            return None;
        }
        let rest = self.lower(at, self.end);
        if ["http://", "https://", "www."].iter().any(|prefix| rest.starts_with(prefix)) {
            return Some(self.web_end(at));
        }
        if at < self.no_mail_before {
            return None;
        }
        // An e-mail address is rare: look for its "@" only within the run that begins here.
        let local = self.scan(at, is_mail_char);
        if self.char_at(local) == Some('@')
            && self.char_at(local + 1).is_some_and(|c| c.is_ascii_alphanumeric())
        {
            let end = self.scan(local + 1, is_mail_char);
            return Some(at + self.text()[at..end].trim_end_matches(['.', '-', '_', '+']).len());
        }
        self.no_mail_before = local;
        None
    }

    /// Where a web address ends: before white space, marks, and the punctuation of the sentence around it.
    fn web_end(&self, at: usize) -> usize {
        let stop =
            |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '‘' | '’' | '«' | '»');
        let address = &self.text()[at..self.scan(at, |c| !stop(c))];
        let sentence = ['.', ',', ';', ':', '!', '?', ']', '\'', '…', '*'];
        // A bracket at the end belongs to the address only if the address opened one.
        let opened = address.contains('(');
        at + address.trim_end_matches(|c| sentence.contains(&c) || c == ')' && !opened).len()
    }

    /// Digits, inner separators, then a glued ending or unit.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self.scan(at + 1, |c| c.is_ascii_digit());
        while let Some(separator) = self.char_at(end).filter(|c| matches!(c, ',' | '.' | ':')) {
            let next = self.scan(end + 1, |c| c.is_ascii_digit());
            let digits = next - end - 1;
            if digits == 0 || (separator == ',' && digits != 3) {
                break;
            }
            end = next;
        }
        let tail = self.scan(end, is_word_char);
        if !self.is_unit(end, tail) {
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
        let cut = clitic(&self.text()[at..end]).map_or(end, |clitic| end - clitic.len());
        let pushed = if cut > at { self.push(at, cut, TokenKind::Word) } else { cut };
        if pushed == cut && cut < end { self.push(cut, end, TokenKind::Word) } else { pushed }
    }

    /// If the apostrophe, period or ampersand at `end` belongs inside the word that began at `at`, the byte after it.
    fn inner(&self, at: usize, end: usize) -> Option<usize> {
        let c = self.char_at(end)?;
        let next = end + c.len_utf8();
        let after = self.char_at(next)?;
        let inside = match c {
            '\'' | '’' => after.is_alphanumeric(),
            // "AT&T": one look back is enough, the letters before it were read the same way.
            '&' => after.is_uppercase() && self.text()[at..end].ends_with(char::is_uppercase),
            '.' => {
                let part = &self.text()[next..self.scan(next, is_word_char)];
                let before = &self.text()[at..end];
                is_one_letter(part) && after.is_alphabetic() && ends_in_initial(before) || is_domain(part)
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
        let word = &self.text()[at..end];
        let initials = word.split('.').all(is_one_letter)
            && (word.contains('.') || word.chars().all(char::is_uppercase))
            || word.ends_with("h.D");
        if initials || self.is_abbreviation(at, end) { end + 1 } else { end }
    }

    /// Whether the word before a full stop is an abbreviation: listed, and written as that one is.
    fn is_abbreviation(&self, at: usize, end: usize) -> bool {
        let Some(found) = abbreviations::of(self.lower(at, end)) else { return false };
        let capital = self.text()[at..].starts_with(|c: char| c.is_uppercase());
        match found.written {
            Written::Any => true,
            Written::Capitalised => capital,
            Written::BeforeNumber => self.number_follows(end + 1),
        }
    }

    /// Whether a digit comes next, past spaces and a number sign.
    fn number_follows(&self, at: usize) -> bool {
        let rest = self.text()[at..self.end].trim_start_matches([' ', '\u{a0}', '#']);
        rest.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the letters glued to a number, from byte `at` to `end`, are a unit that is a token of its own.
    fn is_unit(&self, at: usize, end: usize) -> bool {
        match self.lower(at, end) {
            // "7a.m." but "Room 7a"; "90p." is a price.
            "a" | "p" => self.text()[end..self.end].starts_with(".m"),
            // "5g of salt" but "5G".
            "g" => self.text()[at..].starts_with('g'),
            unit => UNITS.contains(&unit),
        }
    }

    /// The byte after the word that the apostrophe `c` at `at` begins, if it is one: the clitic of a word that ends
    /// in no letter ("U.S.|’s", "2016|’s"), or an elided word ("’em", "rock ’n’ roll"). Before digits it stands alone.
    fn apostrophe_word(&self, at: usize, c: char) -> Option<usize> {
        if !matches!(c, '\'' | '’' | '‘') {
            return None;
        }
        let start = at + c.len_utf8();
        // Longer than any of the words below; bounded, since this may as well be an opening mark.
        let word = self.lower(start, self.scan_at_most(start, 6, is_word_char));
        let end = start + word.len();
        if self.glued(at) {
            return (c != '‘' && matches!(word, "s" | "ll" | "re" | "ve" | "d" | "m")).then_some(end);
        }
        // Only the closing shape cannot open a quotation, so only it makes "’cause" one word.
        let closing = c == '’';
        match word {
            "n" => {
                Some(end + self.char_at(end).filter(|c| matches!(c, '\'' | '’')).map_or(0, char::len_utf8))
            }
            "em" | "tis" | "twas" | "til" => Some(end),
            "till" | "cause" | "round" | "bout" if closing => Some(end),
            _ => None,
        }
    }

    /// One punctuation mark, or a run of dots, dashes or typewriter quotes that means one.
    fn symbol(&mut self, at: usize, c: char) -> usize {
        if let Some(end) = self.apostrophe_word(at, c) {
            return self.push(at, end, TokenKind::Word);
        }
        let (end, kind) = match c {
            '.' => (self.scan(at, |d| d == c), TokenKind::Punctuation),
            '-' | '‐'..='―' | '−' => (self.scan(at, |d| d == c), TokenKind::Dash),
            // `` and '' are typewriter quotes; three or more are a row of single ones.
            '`' | '\'' if self.scan_at_most(at, 3, |d| d == c) == at + 2 => (at + 2, TokenKind::Mark),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '‛' | '`'
            | '＂' | '「' | '」' => (at + c.len_utf8(), TokenKind::Mark),
            _ => (self.scan(at + c.len_utf8(), modifies_symbol), TokenKind::Punctuation),
        };
        self.push(at, end, kind)
    }
}

fn is_mail_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')
}

fn is_one_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether a word ends in a letter that stands alone: "J", "U.S"; or in the first part of "Ph.D".
fn ends_in_initial(word: &str) -> bool {
    let mut back = word.chars().rev();
    let letter = back.next().is_some_and(char::is_alphabetic);
    letter && back.next().is_none_or(|c| !is_word_char(c)) || word == "Ph"
}

/// Endings that make "word.com" one word.
fn is_domain(word: &str) -> bool {
    matches!(word, "com" | "org" | "net" | "gov" | "edu" | "info" | "io" | "co" | "uk" | "eu" | "tv")
}

/// Units glued to a number that are tokens of their own, in lower case.
const UNITS: &[&str] = &[
    "am", "pm", "k", "m", "mn", "mln", "bn", "bln", "tn", "trn", "km", "cm", "mm", "kg", "mg", "mph", "kph",
    "ft", "lb", "lbs", "oz", "mi", "hr", "hrs", "min", "mins", "sec", "secs", "kw", "mw", "gw", "kwh", "mb",
    "gb", "tb", "hz", "ghz", "gmt", "est", "edt", "utc", "bc", "bce",
];

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
