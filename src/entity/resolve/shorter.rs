//! The shorter forms of a name that is no person's: initials, the name without what follows "of", without its legal
//! form, turned around ("Trade Ministry"), or only its noun ("the University").

use super::lexicon;
use crate::analysis::Kind;
use crate::document::{Case, Document, TokenKind};
use crate::entity::Mention;
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::span::Run;

/// The longest acronym, in bytes.
pub(super) const LONGEST_ACRONYM: usize = 8;
/// Of longer names, in tokens, there are no shorter forms: they are lists or mistakes.
const LONGEST: usize = 16;

/// The keys of all shorter forms of a mention's name. Many for organizations, a few for events, none for the rest.
pub(super) fn forms(document: &Document, gazetteer: Gazetteer, mention: Mention) -> Vec<Key> {
    let tokens = mention.tokens;
    if tokens.len() > LONGEST {
        return Vec::new();
    }
    let mut name = Name { document, gazetteer, tokens, head: tokens.end(), keys: Vec::new() };
    match mention.kind {
        Kind::Organization if tokens.len() == 1 => name.inner_capitals(),
        Kind::Organization => name.organization(),
        Kind::Event => name.endings(),
        _ => {}
    }
    name.keys
}

/// The key of the acronym that stands in brackets behind a name, or of the acronym before the name in brackets.
pub(super) fn bracketed(document: &Document, mentions: &[Mention], index: usize) -> Option<Key> {
    let is_pair = |left: Mention, right: Mention| {
        left.kind == right.kind
            && right.tokens.first() == left.tokens.end() + 1
            && document.word(left.tokens.end()) == "("
            && right.tokens.end() < document.tokens().len()
            && document.word(right.tokens.end()) == ")"
    };
    let is_acronym = |m: Mention| {
        m.tokens.len() == 1
            && document.tokens()[m.tokens.first()].case() != Case::Title
            && document.word(m.tokens.first()).len() <= LONGEST_ACRONYM
            && document.word(m.tokens.first()).chars().filter(|c| c.is_uppercase()).count() > 1
    };
    let mention = mentions[index];
    if mention.tokens.len() < 2 {
        return None;
    }
    let after = mentions.get(index + 1).filter(|&&next| is_acronym(next) && is_pair(mention, next));
    let before =
        || index.checked_sub(1).map(|b| &mentions[b]).filter(|&&b| is_acronym(b) && is_pair(b, mention));
    after.or_else(before).map(|acronym| Key::of(document, acronym.tokens.range()))
}

struct Name<'a> {
    document: &'a Document<'a>,
    gazetteer: Gazetteer<'a>,
    tokens: Run,
    /// One past the noun that the name is about: "Bank" in "Bank of Freedonia".
    head: usize,
    keys: Vec<Key>,
}

impl Name<'_> {
    fn lower(&self, token: usize) -> &str {
        self.document.lower(token)
    }

    fn is_capital(&self, token: usize) -> bool {
        self.document.tokens()[token].case().is_capitalised()
    }

    fn add(&mut self, first: usize, end: usize) {
        if first < end && !(first == self.tokens.first() && end == self.tokens.end()) {
            self.keys.push(Key::of(self.document, first..end));
        }
    }

    fn organization(&mut self) {
        let (first, end) = (self.tokens.first(), self.tokens.end());
        let is_preposition = |t: &usize| matches!(self.lower(*t), "of" | "for" | "on" | "in" | "at");
        self.head = (first + 1..end).find(is_preposition).unwrap_or(end);
        self.initials();
        self.endings();
        if self.head < end && self.head - first > 1 {
            self.add(first, self.head);
        }
        self.beginnings();
        self.turned();
        // "the Authority", "the House" for "House of Representatives"
        let noun = self.lower(self.head - 1);
        let is_plain = lexicon::is_organization_head(noun) && !lexicon::is_legal_form(noun);
        if is_plain || self.head == first + 1 && self.head < end && self.lower(self.head) == "of" {
            self.add(self.head - 1, self.head);
        }
    }

    /// "NRA" for "Northern Rivers Authority", `BoF` for "Bank of Freedonia", "M5S" for "Movimento 5 Stelle".
    fn initials(&mut self) {
        let counts =
            |t: &usize| matches!(self.document.tokens()[*t].kind(), TokenKind::Word | TokenKind::Number);
        let first_letters = |all: bool| -> String {
            let words = self.tokens.range().filter(counts);
            let kept = words.filter(|&t| all || self.document.tokens()[t].case() != Case::Lower);
            kept.filter_map(|t| self.document.word(t).chars().next()).collect()
        };
        let (all, capitals) = (first_letters(true), first_letters(false));
        for initials in [&all, &capitals] {
            if initials.len() > 1 {
                self.keys.push(Key::EMPTY.then(initials));
            }
        }
        // "Zephyrix Technologies Inc." is "ZT" as well.
        if lexicon::is_legal_form(self.lower(self.tokens.end() - 1)) && capitals.chars().count() > 2 {
            let mut short = capitals;
            short.pop();
            self.keys.push(Key::EMPTY.then(&short));
        }
    }

    /// "MW" for `MapWorks`.
    fn inner_capitals(&mut self) {
        let token = self.tokens.first();
        if self.document.tokens()[token].case() == Case::Upper {
            return;
        }
        let capitals: String = self.document.word(token).chars().filter(|c| c.is_uppercase()).collect();
        if capitals.chars().count() > 1 {
            self.keys.push(Key::EMPTY.then(&capitals));
        }
    }

    /// "Rivers Authority" for "Northern Rivers Authority", "Supreme Court" for "Freedonian Supreme Court of Cassation". A
    /// form that is a known organization's whole name is not one.
    fn endings(&mut self) {
        for start in self.tokens.first() + 1..self.head {
            if !self.is_capital(start) && self.document.tokens()[start].kind() != TokenKind::Number {
                continue;
            }
            for end in [self.head, self.tokens.end()] {
                if end - start > 1 && !self.is_listed(start, end) {
                    self.add(start, end);
                }
            }
        }
    }

    /// "Zephyrix" for "Zephyrix Technologies Inc.", if what follows only says what kind of body it is.
    fn beginnings(&mut self) {
        let first = self.tokens.first();
        let mut end = self.head;
        let mut within = false;
        while end > first + 1 && self.is_plain(end - 1) {
            within |= lexicon::is_part_of_body(self.lower(end - 1));
            end -= 1;
            let single = self.gazetteer.token(self.document, first).classes;
            let vague = Classes::COMMON.and(Classes::DEMONYM).and(Classes::COUNTRY);
            let alone = end == first + 1;
            // "Harvard Law School", "UNESCO National Commission": a part of the body that its first words name.
            let whole = self.is_listed(first, end) || self.document.tokens()[first].case() == Case::Upper;
            if !(within && whole || alone && single.any(vague)) {
                self.add(first, end);
            }
        }
    }

    /// Whether a word in a name only says what kind of body it is.
    fn is_plain(&self, token: usize) -> bool {
        let word = self.lower(token);
        let classes = self.gazetteer.token(self.document, token).classes;
        lexicon::is_organization_head(word)
            || lexicon::is_legal_form(word)
            || matches!(word, "&" | "and" | ",")
            || classes.any(Classes::COMMON)
    }

    /// "Trade Ministry" for "Ministry of Trade", "Foreign Ministry" for "Ministry of Foreign Affairs".
    fn turned(&mut self) {
        let (first, end) = (self.tokens.first(), self.tokens.end());
        if self.head != first + 1 || end - first < 3 || self.lower(self.head) != "of" {
            return;
        }
        let start = if self.lower(self.head + 1) == "the" { self.head + 2 } else { self.head + 1 };
        let noun = self.document.word(first);
        let stop = if self.lower(end - 1) == "affairs" { end - 1 } else { end };
        for end in [stop, end] {
            if start < end {
                self.keys.push(Key::of(self.document, start..end).then(noun));
            }
        }
    }

    /// Whether tokens `first..end` are all of the name of an organization in the lists.
    fn is_listed(&self, first: usize, end: usize) -> bool {
        let found = self.gazetteer.whole(self.document, Run::new(first, end));
        found.is_some_and(|entry| entry.classes.any(Classes::ORGANIZATION))
    }
}
