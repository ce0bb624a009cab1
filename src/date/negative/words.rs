//! Words of the lexicon that are ordinary words here, or part of a name: "may", "the march", "Theresa May",
//! "The Sun", "the fall of Rome", "Winter Olympics".

use crate::date::lexicon::{Lexeme, look_up};
use crate::document::{Case, Document, Sentence, TokenKind};

/// Whether the word at `token`, which the lexicon gives as `found`, is here no word of time.
pub(in crate::date) fn is_ordinary_word(
    document: &Document,
    sentence: &Sentence,
    token: usize,
    found: Lexeme,
) -> bool {
    let place = Place { document, sentence, token };
    match found {
        Lexeme::Month(_) => place.is_no_month(),
        Lexeme::Weekday(_) if place.word(0).len() > 5 => place.is_no_weekday(),
        Lexeme::Weekday(_) => place.is_no_short_weekday(),
        Lexeme::Season(_) => place.is_no_season(),
        Lexeme::Era(_) | Lexeme::Zone(_) => {
            place.case(0) != Case::Upper && !place.is(0, &["eastern", "pacific"])
        }
        Lexeme::Holiday(_) => place.is_no_holiday(),
        // "Russia Today", the channel
        Lexeme::Deictic(_) => place.case(0) == Case::Title && place.is_name(-1),
        _ => false,
    }
}

/// A token and its neighbours in the sentence, by their distance: -1 is the one before, 1 the one after.
struct Place<'a> {
    document: &'a Document<'a>,
    sentence: &'a Sentence,
    token: usize,
}

impl Place<'_> {
    fn token(&self, offset: isize) -> Option<usize> {
        self.token.checked_add_signed(offset).filter(|&token| self.sentence.tokens.holds(token))
    }

    /// In lower case, empty beyond the sentence.
    fn word(&self, offset: isize) -> &str {
        self.token(offset).map_or("", |token| self.document.lower(token))
    }

    fn is(&self, offset: isize, words: &[&str]) -> bool {
        words.contains(&self.word(offset))
    }

    fn case(&self, offset: isize) -> Case {
        self.token(offset).map_or(Case::None, |token| self.document.tokens()[token].case())
    }

    fn kind(&self, offset: isize) -> Option<TokenKind> {
        self.token(offset).map(|token| self.document.tokens()[token].kind())
    }

    /// Whether a capitalised word that is no word of time stands there.
    fn is_name(&self, offset: isize) -> bool {
        self.kind(offset) == Some(TokenKind::Word)
            && self.case(offset).is_capitalised()
            && look_up(self.word(offset)) == Lexeme::Other
    }

    fn is_first(&self) -> bool {
        self.token(-1).is_none()
    }

    /// A day or a year: "5", "fifth", "1998".
    fn is_number(&self, offset: isize) -> bool {
        self.kind(offset) == Some(TokenKind::Number)
            || matches!(look_up(self.word(offset)), Lexeme::Ordinal(_))
    }

    /// A day or year beside it: "May 5", "5 May", "5-May", "March 1998", "May of 1998".
    fn has_number(&self) -> bool {
        self.is_number(1)
            || self.is_number(-1)
            || self.is(-1, &["-", "of"]) && self.is_number(-2)
            || self.is(1, &["of", ","]) && self.is_number(2)
    }

    /// After a word that puts something in time.
    fn is_placed(&self) -> bool {
        self.is(-1, PLACING)
    }

    fn is_no_month(&self) -> bool {
        let capital = self.case(0).is_capitalised();
        let dated = self.has_number();
        let placed = self.is_placed();
        match self.word(0) {
            "may" => !capital || !dated && (!placed || self.is(1, &["not"])),
            "march" => {
                let inside = !self.is_first() && !self.is_name(-1) && !self.is(1, &["on", "for", "to", "of"]);
                !capital || !(dated || placed || inside)
            }
            "mar" | "jan" | "jun" | "dec" | "sep" | "apr" | "nov" | "oct" | "aug" | "feb" | "jul" => {
                !capital || !dated
            }
            "april" if self.is(1, &["fool", "fools"]) && !self.is(2, &["day"]) && !self.is(3, &["day"]) => {
                true
            }
            // first names
            "april" | "june" | "august" => {
                !capital || !dated && !placed && (self.is_name(1) || self.is_name(-1))
            }
            "january" | "february" | "july" | "september" | "october" | "november" | "december" => {
                !dated && !placed && self.is_name(1) && self.is_name(-1)
            }
            _ => !capital,
        }
    }

    /// Titles and names that have a weekday in them.
    fn is_no_weekday(&self) -> bool {
        let next_capital = self.case(1).is_capitalised();
        self.is(1, &["the"]) && self.is(2, &["13th"])
            || self.is(-1, &["bloody", "super", "fat", "ruby", "freaky"])
            || self.is(1, &["times", "telegraph", "herald", "mirror", "mail", "post", "express"])
                && next_capital
            || self.is(1, &["night", "morning"])
                && next_capital
                && self.is_name(2)
                && self.case(0) != Case::Upper
    }

    /// "Sat", "Sun", "Mon", "Wed" need something beside them that makes them days.
    fn is_no_short_weekday(&self) -> bool {
        let is_month = |offset| matches!(look_up(self.word(offset)), Lexeme::Month(_));
        let abbreviated = self.word(0).ends_with('.');
        let dated = self.has_number() || is_month(1) || self.is(1, &[","]) && is_month(2);
        let placed = self.is(-1, &["on", "last", "next"]) || abbreviated && self.is_placed();
        let unmistakable = abbreviated && !self.is(0, &["sat.", "sun.", "wed."]);
        !self.case(0).is_capitalised() || !(dated || placed || unmistakable)
    }

    fn is_no_season(&self) -> bool {
        if !self.is_first() && self.case(0).is_capitalised() && self.is_name(1) {
            return true;
        }
        if self.case(1) == Case::Lower && self.is(1, OF_A_SEASON) {
            return true;
        }
        let year_follows = self.kind(1) == Some(TokenKind::Number)
            || self.is(1, &["of"])
                && (self.kind(2) == Some(TokenKind::Number)
                    || self.is(2, &["last", "this", "next", "that", "nineteen"]));
        let chosen = self.is(-1, CHOOSING);
        match self.word(0) {
            "fall" | "spring" => {
                let placed = self.is(-1, &["the", "in", "by", "since", "until", "for"])
                    && !self.is(1, &["of", "in", "from", "into", "to"]);
                !(year_follows || chosen || placed)
            }
            _ => !(year_follows || chosen || self.is_placed() || self.is(-1, &["the"])),
        }
    }

    fn is_no_holiday(&self) -> bool {
        self.is(1, &["island", "islands", "carol", "carols"])
            || self.is_name(1) && !self.is_placed()
            || self.is_name(-1) && self.token(-1) != Some(self.sentence.tokens.first())
    }
}

/// What a season of the year gives its name to, whichever year's: "winter wheat", "summer school".
#[rustfmt::skip]
const OF_A_SEASON: &[&str] = &[
    "wheat", "barley", "crops", "vegetables", "school", "schools", "camp", "camps", "coat", "coats", "clothes",
    "clothing", "tyres", "tires", "solstice", "equinox", "cleaning", "onion", "onions", "house", "residence", "palace",
    "job", "jobs", "sports", "reading",
];

/// Words that choose one season among those of all years.
const CHOOSING: &[&str] = &[
    "last",
    "this",
    "next",
    "past",
    "coming",
    "early",
    "late",
    "mid",
    "each",
    "every",
    "following",
    "previous",
];

/// Words before a name of the calendar that put something in time.
#[rustfmt::skip]
const PLACING: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "mid", "late", "from", "to", "for",
    "through", "during", "before", "after", "between", "each", "every", "around", "and", "or", "past", "coming",
    "following", "previous", "-", "–", "that", "on", "throughout", "begin", "beginning", "ending", "ended", "starting",
    "as", "than", "(", "over", "same",
];
