//! Numbers that are no dates: money, quantities, flights, streets, telephones, scores.

use super::is_age;
use crate::date::cursor::Cursor;
use crate::date::lexicon::{Lexeme, look_up};
use crate::document::Case;

/// Whether a four-digit number that could be a year counts something: a unit or a word for people or money follows.
pub(in crate::date) fn is_counted(c: Cursor) -> bool {
    matches!(c.peek(1), Lexeme::Unit { plural: true, .. } | Lexeme::Scale(_))
        || matches!(c.peek(1), Lexeme::Unit { .. }) && is_age(c.skip(2))
        || c.is(1, &["+"])
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
pub(in crate::date) fn is_quantity(c: Cursor, len: usize) -> bool {
    c.is(len, &["%", "percent", "million", "billion", "people"]) || c.peek(len) == Lexeme::Scale(1000)
}

/// Whether three digits may be a year: nothing follows that they could count.
pub(in crate::date) fn is_early_year(c: Cursor) -> bool {
    let closed = matches!(c.word(1), "" | "," | "." | ")" | ";") || c.is_dash(1);
    let goes_on = c.peek(1) == Lexeme::Glue && c.case(1) == Case::Lower || c.case(1).is_capitalised();
    closed || goes_on
}

/// Whether digits stand after "in", "c." or another word that dates them.
pub(in crate::date) fn is_dated(c: Cursor) -> bool {
    c.before(1) == "in" && c.position() == 1
        || matches!(c.before(1), "circa" | "c." | "ca.")
        || c.before(1) == "." && matches!(c.before(2), "c" | "ca" | "d" | "b")
}

/// Whether four digits alone are no year: money, a flight, a street number, a quantity.
pub(in crate::date) fn is_no_year(c: Cursor) -> bool {
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
    if is_street_number(c) || is_dialled(c) || matches!(c.peek(1), Lexeme::Zone(_)) {
        return true;
    }
    let before = c.before(1);
    let span = c.is_dash(1) && matches!(c.peek(2), Lexeme::Digits { len: 4, grouped: false, .. });
    if !span
        && matches!(
            before,
            "$" | "£"
                | "€"
                | "#"
                | "no."
                | "nos."
                | "flight"
                | "bus"
                | "train"
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
        )
    {
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

/// Whether "10:30" is a score, a ratio or a verse: it has no "at", no day, no half of the day.
pub(in crate::date) fn is_score(c: Cursor) -> bool {
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
pub(in crate::date) fn is_show(c: Cursor, ahead: usize) -> bool {
    c.case(ahead).is_capitalised() && c.case(ahead + 1).is_capitalised()
}

/// A word that may follow a day as its verb or preposition, so that the day stands alone.
pub(in crate::date) fn is_verb(word: &str) -> bool {
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
