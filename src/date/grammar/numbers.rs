//! Numbers in digits and words, and years.

use crate::date::cursor::Cursor;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{From, YearOf};
use crate::date::negative;
use crate::date::value::{Amount, Unit};

/// Words that one number may have: "nine hundred and ninety-nine thousand" and some more.
const LONGEST: usize = 8;

/// A number: "24", "1,500", "2.5", "two", "a", "twenty-four", "two and a half", "several", "a few".
pub(super) fn amount(c: Cursor) -> Option<(usize, Amount)> {
    let (len, hundredths) = match c.peek(0) {
        Lexeme::Digits { value, .. } => (1, u64::from(value) * 100),
        Lexeme::Decimal(hundredths) => return Some((1, Amount::Exact(u64::from(hundredths)))),
        Lexeme::Cardinal(_) if c.is(0, &["couple", "dozen"]) => return None,
        Lexeme::Cardinal(_) | Lexeme::Scale(_) => {
            let (len, number) = cardinal(c)?;
            (len, u64::from(number) * 100)
        }
        Lexeme::Some => return Some((some_length(c), Amount::Some)),
        Lexeme::Half => {
            let len = 1 + c.optional(1, &["of"]);
            return c.is(len, &["a", "an"]).then_some((len + 1, Amount::Exact(50)));
        }
        Lexeme::Glue if c.is(0, &["a", "an", "another"]) => return article(c),
        _ => return None,
    };
    let (more, part) = fraction(c.skip(len));
    Some((len + more, Amount::Exact(hundredths + part)))
}

/// After "a": "a", "a few", "a couple of", "a dozen", "a hundred", "a half".
fn article(c: Cursor) -> Option<(usize, Amount)> {
    match c.peek(1) {
        Lexeme::Cardinal(n) if c.is(1, &["couple", "dozen"]) => {
            Some((2 + c.optional(2, &["of"]) + c.optional(3, &["more"]), Amount::whole(u32::from(n))))
        }
        Lexeme::Scale(_) => cardinal(c.skip(1)).map(|(len, n)| (len + 1, Amount::whole(n))),
        Lexeme::Some if c.is(1, &["few"]) => Some((2, Amount::Some)),
        Lexeme::Half => Some((2 + c.optional(2, &["-"]), Amount::Exact(50))),
        _ => Some((1, Amount::whole(1))),
    }
}

/// "several", "hundreds of", "many more".
fn some_length(c: Cursor) -> usize {
    let hundred = c.is(1, &["hundred", "thousand"]);
    let len = if hundred { 2 } else { 1 };
    len + c.optional(len, &["of"])
}

/// A half after a number: "and a half", "1/2", "-and-a-half", "½".
fn fraction(c: Cursor) -> (usize, u64) {
    if c.is(0, &["and"]) && c.is(1, &["a", "one"]) && c.peek(2) == Lexeme::Half {
        return (3, 50);
    }
    if c.is_hyphen(0) && c.is(1, &["and"]) && c.is(3, &["a"]) && c.peek(5) == Lexeme::Half {
        return (6, 50);
    }
    let slash = usize::from(c.is_dash(0));
    if c.is(slash, &["1"]) && c.is(slash + 1, &["/"]) && c.glued(slash + 1) && c.is(slash + 2, &["2", "4"]) {
        return (slash + 3, if c.is(slash + 2, &["2"]) { 50 } else { 25 });
    }
    if c.is(slash, &["3"]) && c.is(slash + 1, &["/"]) && c.glued(slash + 1) && c.is(slash + 2, &["4"]) {
        return (slash + 3, 75);
    }
    if c.written(0) == "½" { (1, 50) } else { (0, 0) }
}

/// A number in words: "twenty-four", "two thousand", "one hundred and fifty".
pub(super) fn cardinal(c: Cursor) -> Option<(usize, u32)> {
    let (mut total, mut group, mut len) = (0u32, None, 0);
    while len < LONGEST {
        let joint = joint(c.skip(len), group.is_some());
        match c.peek(len + joint) {
            Lexeme::Cardinal(n) if len == 0 || may_follow(group, n) => {
                group = Some(group.unwrap_or(0) + u32::from(n));
            }
            Lexeme::Scale(100) => group = Some(group.unwrap_or(1).saturating_mul(100)),
            Lexeme::Scale(scale) => {
                total = total.saturating_add(group.unwrap_or(1).saturating_mul(scale));
                group = None;
            }
            _ => break,
        }
        len += joint + 1;
    }
    (len > 0).then_some((len, total + group.unwrap_or(0)))
}

/// A hyphen between tens and ones, or "and" after a hundred.
fn joint(c: Cursor, inside: bool) -> usize {
    let hyphen = c.is_hyphen(0) && matches!(c.peek(1), Lexeme::Cardinal(1..=9));
    let and =
        inside && c.is(0, &["and"]) && matches!(c.peek(1), Lexeme::Cardinal(_)) && c.before(1) == "hundred";
    usize::from(hyphen || and)
}

/// Ones follow tens, anything follows hundreds, nothing follows ones.
fn may_follow(group: Option<u32>, number: u8) -> bool {
    match group {
        None => true,
        Some(group) if group % 100 == 0 => true,
        Some(group) => (20..100).contains(&(group % 100)) && group % 10 == 0 && (1..=9).contains(&number),
    }
}

/// A day of the month: "24", "24th", "twenty-fourth", "first".
pub(super) fn day(c: Cursor) -> Option<(usize, u8)> {
    match c.peek(0) {
        Lexeme::Digits { value, len: 1..=2, .. } if (1..=31).contains(&value) => Some((1, value as u8)),
        Lexeme::Ordinal(_) => ordinal(c).filter(|(_, n)| (1..=31).contains(n)),
        Lexeme::Cardinal(20 | 30) => ordinal(c).filter(|(_, n)| (1..=31).contains(n)),
        _ => None,
    }
}

/// "first", "24th", "twenty-fourth".
pub(super) fn ordinal(c: Cursor) -> Option<(usize, u8)> {
    match (c.peek(0), c.peek(2)) {
        (Lexeme::Ordinal(n), _) => Some((1, n)),
        (Lexeme::Cardinal(tens @ 20..), Lexeme::Ordinal(n @ 1..=9)) if c.is_hyphen(1) => Some((3, tens + n)),
        _ => match c.peek(1) {
            Lexeme::Ordinal(n @ 1..=9) => match c.peek(0) {
                Lexeme::Cardinal(tens @ 20..) => Some((2, tens + n)),
                _ => None,
            },
            _ => None,
        },
    }
}

/// A year that stands where only a year can: "1998", "’98", "last year", "of the same year", "nineteen ninety-eight".
pub(super) fn year(c: Cursor) -> Option<(usize, YearOf)> {
    match c.peek(0) {
        Lexeme::Digits { value, len, grouped: false } => {
            let year = value as i16;
            let era = era(c, 1);
            if len <= 4 && value > 0 && era.0 > 0 {
                return Some((1 + era.0, YearOf::Full(if era.1 { -year } else { year })));
            }
            if len == 3 && value >= 100 && negative::is_early_year(c) {
                return Some((1, YearOf::Full(year)));
            }
            let plain = len == 4 && (1000..2200).contains(&value) && !negative::is_counted(c);
            plain.then_some((1, YearOf::Full(year)))
        }
        Lexeme::Anchor if apostrophe(c) => match c.peek(1) {
            Lexeme::Digits { value, len: 2, grouped: false } => Some((2, YearOf::Short(value as u8))),
            _ => None,
        },
        Lexeme::Cardinal(_) | Lexeme::Scale(_) => spoken_year(c).map(|(len, year)| (len, YearOf::Full(year))),
        Lexeme::Glue => year_of_reference(c),
        _ => None,
    }
}

/// Whether the cursor stands at an apostrophe that begins a word: not one that closes a quotation.
pub(super) fn apostrophe(c: Cursor) -> bool {
    c.is(0, &["'", "’", "‘"]) && c.glued(1) && !c.glued(0)
}

/// Length of an era after a year at `ahead`, and whether it is before Christ.
pub(super) fn era(c: Cursor, ahead: usize) -> (usize, bool) {
    match c.peek(ahead) {
        Lexeme::Era(before) => (1, before),
        _ => (0, false),
    }
}

/// "last year", "the same year", "that year", "of this year".
fn year_of_reference(c: Cursor) -> Option<(usize, YearOf)> {
    let the = c.optional(0, &["of"]);
    let the = the + c.optional(the, &["the"]);
    let (count, from) = match c.word(the) {
        "last" => (-1, From::Article),
        "this" => (0, From::Article),
        "next" => (1, From::Article),
        "that" | "same" => (0, From::Mention),
        "following" => (1, From::Mention),
        "previous" | "preceding" => (-1, From::Mention),
        _ => return None,
    };
    let same = usize::from(c.word(the) == "that") * c.optional(the + 1, &["same"]);
    let at = the + 1 + same;
    let year = c.peek(at) == Lexeme::Unit { unit: Unit::Year, plural: false };
    (year && !c.is(at + 1, &["'s", "’s"])).then_some((at + 1, YearOf::Shifted(count, from)))
}

/// "nineteen ninety-six", "two thousand four", "twenty ten".
fn spoken_year(c: Cursor) -> Option<(usize, i16)> {
    let Lexeme::Cardinal(first) = c.peek(0) else { return None };
    if first == 2 && c.is(1, &["thousand"]) {
        let (len, number) = cardinal(c)?;
        return (2000..2100).contains(&number).then_some((len, number as i16));
    }
    if !(15..=20).contains(&first) {
        return None;
    }
    let (len, rest) = cardinal(c.skip(1))?;
    ((10..100).contains(&rest)).then_some((len + 1, i16::from(first) * 100 + rest as i16))
}
