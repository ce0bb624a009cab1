//! What looks like a word of time and is none: names, verbs, quantities, ages, scores.

use super::cursor::Cursor;
use super::lexicon::{Lexeme, look_up};
use super::value::Unit;
use crate::document::{Case, Document, Sentence, TokenKind};

/// Whether a word of the lexicon is here an ordinary word or part of a name: "may", "the march", "Theresa May",
/// "The Sun", "the fall of Rome", "Winter Olympics".
pub(super) fn is_ordinary_word(
    document: &Document,
    sentence: &Sentence,
    token: usize,
    found: Lexeme,
) -> bool {
    let place = Place { document, sentence, token };
    match found {
        Lexeme::Month(_) => place.is_no_month(),
        Lexeme::Weekday(_) => place.is_no_weekday(),
        Lexeme::Season(_) => place.is_no_season(),
        Lexeme::Era(_) | Lexeme::Zone(_) => place.case() != Case::Upper && !place.is(&["eastern", "pacific"]),
        Lexeme::Holiday(_) => {
            place.next_is(&["island", "islands", "carol", "carols"])
                || place.is_name(place.next()) && !place.is_placed()
                || place.is_name(place.previous()) && place.previous() != Some(sentence.tokens.first())
        }
        _ => false,
    }
}

/// A token and its neighbours in the sentence.
struct Place<'a> {
    document: &'a Document<'a>,
    sentence: &'a Sentence,
    token: usize,
}

impl Place<'_> {
    fn case(&self) -> Case {
        self.document.tokens()[self.token].case
    }

    fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.document.lower(self.token))
    }

    fn previous(&self) -> Option<usize> {
        (self.token > self.sentence.tokens.first()).then(|| self.token - 1)
    }

    fn next(&self) -> Option<usize> {
        (self.token + 1 < self.sentence.tokens.end()).then(|| self.token + 1)
    }

    fn next_is(&self, words: &[&str]) -> bool {
        self.next().is_some_and(|next| words.contains(&self.document.lower(next)))
    }

    fn previous_is(&self, words: &[&str]) -> bool {
        self.previous().is_some_and(|previous| words.contains(&self.document.lower(previous)))
    }

    /// Whether a capitalised word that is no word of time stands at `token`.
    fn is_name(&self, token: Option<usize>) -> bool {
        token.is_some_and(|token| {
            let word = self.document.tokens()[token];
            word.kind == TokenKind::Word
                && word.case.is_capitalised()
                && look_up(self.document.lower(token)) == Lexeme::Other
        })
    }

    /// A day or year beside it: "May 5", "5 May", "March 1998", "May of 1998".
    fn has_number(&self) -> bool {
        let is_number = |token: Option<usize>| {
            token.is_some_and(|token| {
                self.document.tokens()[token].kind == TokenKind::Number
                    || matches!(look_up(self.document.lower(token)), Lexeme::Ordinal(_))
            })
        };
        let before_hyphen =
            self.previous().filter(|_| self.previous_is(&["-"])).and_then(|hyphen| hyphen.checked_sub(1));
        is_number(self.next())
            || is_number(self.previous())
            || is_number(before_hyphen)
            || self.next_is(&["of", ","])
                && is_number(self.next().map(|next| next + 1).filter(|&n| n < self.sentence.tokens.end()))
    }

    /// After a word that puts something in time.
    fn is_placed(&self) -> bool {
        self.previous_is(PLACING)
    }

    fn is_no_month(&self) -> bool {
        let lower = self.document.lower(self.token);
        let capital = self.case().is_capitalised();
        match lower {
            "may" => !capital || !(self.has_number() || self.is_placed() && !self.next_is(&["not"])),
            "march" => {
                let inside = self.previous().is_some() && !self.is_name(self.previous());
                !capital
                    || !(self.has_number() || self.is_placed() || inside)
                    || self.next_is(&["on", "for", "to", "of"]) && !(self.is_placed() || self.has_number())
            }
            "mar" | "jan" | "jun" | "dec" | "sep" | "apr" | "nov" | "oct" | "aug" | "feb" | "jul" => {
                !capital || !self.has_number()
            }
            "april" | "june" | "august" => {
                !capital
                    || !self.has_number()
                        && !self.is_placed()
                        && (self.is_name(self.next()) || self.is_name(self.previous()))
            }
            "january" | "february" | "july" | "september" | "october" | "november" | "december" => {
                !self.has_number()
                    && !self.is_placed()
                    && self.is_name(self.next())
                    && self.is_name(self.previous())
            }
            _ => !capital,
        }
    }

    fn is_no_weekday(&self) -> bool {
        let lower = self.document.lower(self.token);
        if lower.len() > 5 {
            return self.next_is(&["the"])
                && self.document.lower((self.token + 2).min(self.document.tokens().len() - 1)) == "13th"
                || self.previous_is(&["bloody", "super", "fat", "ruby", "freaky"])
                || self.next_is(&["times", "telegraph", "herald", "mirror", "mail", "post", "express"])
                    && self.next_has_capital()
                || self.next_is(&["night"])
                    && self.next_has_capital()
                    && !matches!(self.case(), Case::Upper);
        }
        // "Sat", "Sun", "Mon", "Wed" …
        if !self.case().is_capitalised() {
            return true;
        }
        let dated = self.has_number()
            || self.next().is_some_and(|next| matches!(look_up(self.document.lower(next)), Lexeme::Month(_)));
        let month_follows = self.next_is(&[","])
            && self.document.tokens().get(self.token + 2).is_some()
            && matches!(look_up(self.document.lower(self.token + 2)), Lexeme::Month(_));
        let plain = lower.ends_with('.') && !matches!(lower, "sat." | "sun." | "wed.");
        let placed = self.previous_is(&["on", "last", "next"]) || lower.ends_with('.') && self.is_placed();
        !(dated || month_follows || plain || placed)
    }

    fn next_has_capital(&self) -> bool {
        self.next().is_some_and(|next| self.document.tokens()[next].case.is_capitalised())
    }

    fn is_no_season(&self) -> bool {
        let capital = self.case().is_capitalised();
        if capital && self.previous().is_some() && self.next_has_capital() && self.is_name(self.next()) {
            return true;
        }
        let year_after = self
            .next()
            .is_some_and(|next| self.document.tokens()[next].kind == TokenKind::Number)
            || self.next_is(&["of"])
                && self.document.tokens().get(self.token + 2).is_some_and(|t| t.kind == TokenKind::Number)
            || self.next_is(&["of"])
                && matches!(
                    self.document.tokens().get(self.token + 2).map(|_| self.document.lower(self.token + 2)),
                    Some("last" | "this" | "next" | "that" | "nineteen")
                );
        match self.document.lower(self.token) {
            "fall" | "spring" => {
                let chosen = self.previous_is(&[
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
                ]);
                let the = self.previous_is(&["the", "in", "by", "since", "until", "for"]);
                !(year_after || chosen || the && !self.next_is(&["of", "in", "from", "into", "to"]))
            }
            _ => !(year_after || self.is_placed() || self.previous_is(&["the"])),
        }
    }
}

/// Words before a name of the calendar that put something in time.
const PLACING: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "of",
    "last",
    "next",
    "this",
    "early",
    "mid",
    "late",
    "from",
    "to",
    "for",
    "through",
    "during",
    "before",
    "after",
    "between",
    "each",
    "every",
    "around",
    "and",
    "or",
    "past",
    "coming",
    "following",
    "previous",
    "-",
    "–",
    "mid-",
    "that",
    "on",
    "throughout",
    "begin",
    "beginning",
    "ending",
    "ended",
    "starting",
    "as",
    "than",
    "(",
    "over",
    "same",
];

/// Whether a four-digit number that could be a year counts something: a unit or a word for people or money follows.
pub(super) fn is_counted(c: Cursor) -> bool {
    matches!(c.peek(1), Lexeme::Unit { plural: true, .. } | Lexeme::Scale(_))
        || c.is(1, COUNTED)
        || c.is_hyphen(1) && matches!(c.peek(2), Lexeme::Unit { .. })
}

const COUNTED: &[&str] = &[
    "%",
    "percent",
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "km",
    "miles",
    "feet",
    "meters",
    "metres",
    "pounds",
    "dollars",
    "euros",
    "tons",
    "tonnes",
    "votes",
    "points",
    "shares",
    "jobs",
    "homes",
    "workers",
    "employees",
    "copies",
    "square",
    "acres",
    "hectares",
    "prisoners",
    "cars",
    "kg",
    "m",
    "ft",
    "mi",
    "mph",
    "others",
    "cubic",
    "kilometers",
    "kilometres",
    "civilians",
    "refugees",
    "dead",
    "wounded",
    "killed",
    "sq",
    "yards",
];

/// Whether a number after a month is not its day: "May 5 percent", "March 10:30".
pub(super) fn is_quantity(c: Cursor, len: usize) -> bool {
    c.is(len, &["%", "percent", "million", "billion", "people"]) || c.peek(len) == Lexeme::Scale(1000)
}

/// Whether three digits may be a year: nothing follows that they could count.
pub(super) fn is_early_year(c: Cursor) -> bool {
    let counts = matches!(c.case(1), Case::Lower | Case::None)
        && !matches!(c.word(1), "" | "," | "." | ")" | ";" | "–" | "-" | "—" | "when" | "and" | "by");
    !counts && !matches!(c.peek(1), Lexeme::Scale(_) | Lexeme::Unit { .. })
}

/// Whether digits stand after "in", "c." or another word that dates them.
pub(super) fn is_dated(c: Cursor) -> bool {
    c.before(1) == "in" && c.position() == 1
        || c.before(1) == "in" && c.case(1).is_capitalised()
        || matches!(c.before(1), "circa" | "c." | "ca.")
        || c.before(1) == "." && matches!(c.before(2), "c" | "ca" | "d" | "b")
}

/// Whether four digits alone are no year: money, a flight, a street number, a quantity.
pub(super) fn is_no_year(c: Cursor) -> bool {
    let Lexeme::Digits { value, .. } = c.peek(0) else { return false };
    if c.glued(0)
        && !matches!(
            c.before(1),
            "(" | "[" | "-" | "–" | "—" | "--" | "/" | "“" | "\"" | "'" | "‘" | "," | "’" | "."
        )
    {
        return true;
    }
    if c.is(1, &["-", "/"]) && c.glued(1) && c.glued(2) && !is_year_part(c) {
        return true;
    }
    if is_street_number(c) || is_dialled(c) {
        return true;
    }
    let before = c.before(1);
    if matches!(
        before,
        "$" | "£"
            | "€"
            | "#"
            | "no."
            | "nos."
            | "flight"
            | "room"
            | "number"
            | "about"
            | "around"
            | "approximately"
            | "nearly"
            | "almost"
            | "than"
            | "some"
            | "over"
            | "route"
            | "model"
            | "resolution"
            | "page"
            | "p."
            | "area"
            | "highway"
            | "channel"
            | "code"
            | "least"
            | "most"
            | "×"
    ) {
        return true;
    }
    if before == "-"
        && c.glued(0)
        && c.case_before(2).is_capitalised()
        && !matches!(c.before(2), "mid" | "pre" | "post")
    {
        return true;
    }
    let circa = before == "." && matches!(c.before(2), "c" | "ca" | "b" | "d");
    let span = c.is_dash(1) && matches!(c.peek(2), Lexeme::Digits { len: 4, grouped: false, .. });
    let placed = PLACED_YEAR.contains(&before) || circa || span;
    if (value % 100 == 0 || value < 1900)
        && followed_by_noun(c)
        && !(placed && (1900..=2030).contains(&value))
    {
        return true;
    }
    !((1900..=2040).contains(&value) || placed)
}

/// "1984 Elm Street"
fn is_street_number(c: Cursor) -> bool {
    (2..=4).any(|ahead| {
        c.is(
            ahead,
            &[
                "street",
                "st.",
                "st",
                "avenue",
                "ave.",
                "ave",
                "road",
                "rd.",
                "drive",
                "boulevard",
                "blvd.",
                "lane",
                "highway",
            ],
        ) && (1..=ahead).all(|word| c.case(word).is_capitalised())
    })
}

/// "555-2010": the end of a telephone number.
fn is_dialled(c: Cursor) -> bool {
    let before = c.before(2);
    c.before(1) == "-"
        && c.glued(0)
        && before.len() != 4
        && before.len() != 2
        && before.bytes().all(|byte| byte.is_ascii_digit())
}

/// After a dash or slash, what a year may be joined to: another year, or a word.
fn is_year_part(c: Cursor) -> bool {
    match c.peek(2) {
        Lexeme::Digits { len: 4 | 2, .. } => true,
        Lexeme::Digits { .. } | Lexeme::Decimal(_) | Lexeme::Unit { .. } => false,
        _ => true,
    }
}

const PLACED_YEAR: &[&str] = &[
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "from",
    "to",
    "during",
    "through",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "between",
    "(",
    "[",
    "–",
    "-",
    "—",
    "circa",
    "c.",
    "ca.",
    "and",
    "year",
    "throughout",
    "as",
    "around",
    "born",
    "b.",
    "d.",
    "summer",
    "winter",
    "spring",
    "autumn",
    "fall",
    "or",
    ",",
    "the",
    ";",
];

fn followed_by_noun(c: Cursor) -> bool {
    let next = c.word(1);
    let plural = next.ends_with('s') || next.ends_with("children") || next.ends_with("people");
    next.len() > 3
        && plural
        && !next.ends_with("ss")
        && c.case(1) == Case::Lower
        && look_up(next) == Lexeme::Other
        && !matches!(next, "was" | "has" | "does" | "this" | "its" | "as" | "is")
}

/// "in his 90s"
pub(super) fn is_decade_of_life(c: Cursor) -> bool {
    matches!(c.before(1), "his" | "her" | "their" | "my" | "your" | "our") || c.is(1, &["%"])
}

/// Whether "10:30" is a score, a ratio or a verse: it has no "at", no day, no half of the day.
pub(super) fn is_score(c: Cursor) -> bool {
    !matches!(
        c.before(1),
        "at" | "by"
            | "until"
            | "till"
            | "from"
            | "to"
            | "before"
            | "after"
            | "around"
            | "about"
            | ","
            | "-"
            | "since"
    ) && !matches!(c.peek(1), Lexeme::Zone(_))
}

/// "Friday Night Lights"
pub(super) fn is_show(c: Cursor, ahead: usize) -> bool {
    c.case(ahead).is_capitalised() && c.case(ahead + 1).is_capitalised()
}

/// "-year-old", "years old": an age, not a length.
pub(super) fn is_age(c: Cursor) -> bool {
    c.is(0, &["old"]) || c.is_hyphen(0) && c.is(1, &["old", "olds"])
}

/// Whether a number and a unit are no length here: a rate, an idiom.
pub(super) fn is_no_length(c: Cursor, start: usize, article: bool) -> bool {
    let first = c.skip(start);
    if matches!(first.before(1), "$" | "£" | "€" | "#" | "/") || first.glued(0) && first.is_dash(0) {
        return true;
    }
    if article {
        return !matches!(
            first.before(1),
            "for"
                | "in"
                | "within"
                | "after"
                | "than"
                | "about"
                | "over"
                | "nearly"
                | "almost"
                | "half"
                | "to"
                | ","
                | "barely"
                | "just"
                | "around"
                | "of"
        );
    }
    first.before(1) == "of" && c.is(start, &["one"])
}

/// A plural unit after a noun or number is part of something else: "business days", "school days".
pub(super) fn is_counted_by_noun(c: Cursor) -> bool {
    matches!(
        c.before(1),
        "-" | "of"
            | "his"
            | "her"
            | "their"
            | "my"
            | "our"
            | "your"
            | "its"
            | "those"
            | "all"
            | "these"
            | "old"
            | "school"
            | "early"
    ) || c.case_before(1).is_capitalised() && c.position() > 1
        || c.is(1, &["of"]) && c.is(0, &["days", "years"])
}

/// "the Daily Mail", "a weekly", "USA Today".
pub(super) fn is_publication(c: Cursor) -> bool {
    c.case(0).is_capitalised() && (c.position() > 0 || c.case(1).is_capitalised())
        || c.is(0, &["annual", "annually", "quarterly", "yearly"])
}

/// "a year" after an amount: "$3 million a year", "40 million kroner a year", "twice a week".
pub(super) fn is_rate(c: Cursor) -> bool {
    let Lexeme::Unit { unit, .. } = c.peek(1) else { return false };
    if unit < Unit::Hour || c.is(2, &["ago", "earlier", "later", "before", "after", "from", "or", "and"]) {
        return false;
    }
    c.is(0, &["per"])
        || matches!(c.before(1), "once" | "twice" | "times")
        || (1..=3).any(|back| is_amount_word(c, back))
}

/// A number or a word for a great one, `back` tokens before the cursor.
fn is_amount_word(c: Cursor, back: usize) -> bool {
    let number = c.position() >= back && c.document.tokens()[c.token(0) - back].kind == TokenKind::Number;
    number && !(back > 1 && is_calendar_word(c, back))
        || matches!(c.before(back), "million" | "billion" | "trillion" | "hundreds" | "thousands" | "dozens")
}

/// Whether a number `back` tokens before the cursor is a year or belongs to a day.
fn is_calendar_word(c: Cursor, back: usize) -> bool {
    let word = c.before(back);
    word.len() == 4 && matches!(word.as_bytes()[0], b'1' | b'2')
        || matches!(look_up(c.before(back + 1)), Lexeme::Month(_))
}

/// A word that may follow a day as its verb or preposition, so that the day stands alone.
pub(super) fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "is"
            | "were"
            | "he"
            | "she"
            | "they"
            | "we"
            | "it"
            | "when"
            | "but"
            | "as"
            | "because"
            | "while"
            | "had"
            | "has"
    ) || word.ends_with("ed")
}
