//! Units of time that measure no length of time: ages, rates, titles.

use crate::date::cursor::Cursor;
use crate::date::lexicon::{Lexeme, look_up};
use crate::date::value::Unit;
use crate::document::{Case, TokenKind};

/// "in his 90s"
pub(in crate::date) fn is_decade_of_life(c: Cursor) -> bool {
    matches!(c.before(1), "his" | "her" | "their" | "my" | "your" | "our") || c.is(1, &["%"])
}

/// "-year-old", "years old": an age, not a length.
pub(in crate::date) fn is_age(c: Cursor) -> bool {
    c.is(0, &["old"]) || c.is_hyphen(0) && c.is(1, &["old", "olds"])
}

/// Whether a number and a unit are no length here: a rate, an idiom.
pub(in crate::date) fn is_no_length(c: Cursor, start: usize, article: bool) -> bool {
    let first = c.skip(start);
    // "60 Minutes", "the Seven Years War" in running text; a headline has capitals all over.
    let running = first.position() > 0 && !first.case_before(1).is_capitalised();
    let number = matches!(first.peek(0), Lexeme::Digits { .. }) || first.case(0) == Case::Title;
    if running && number && first.case(1) == Case::Title {
        return true;
    }
    if matches!(first.before(1), "$" | "£" | "€" | "#" | "/") || first.glued(0) && first.is_dash(0) {
        return true;
    }
    // "the World Cup 2018 day five": a year, then a day of something.
    let unit = matches!(first.peek(1), Lexeme::Unit { plural: false, .. });
    if unit && matches!(first.peek(0), Lexeme::Digits { len: 4, grouped: false, .. }) {
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
pub(in crate::date) fn is_counted_by_noun(c: Cursor) -> bool {
    let after_number = c.position() > 0 && c.document.tokens()[c.token(0) - 1].kind() == TokenKind::Number;
    after_number
        || matches!(
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
        )
        || c.case_before(1).is_capitalised() && c.position() > 1
        || c.is(1, &["of"]) && c.is(0, &["days", "years"])
}

/// "the Daily Mail", "a weekly", "USA Today".
pub(in crate::date) fn is_publication(c: Cursor) -> bool {
    c.case(0).is_capitalised() && (c.position() > 0 || c.case(1).is_capitalised())
        || c.is(0, &["daily", "weekly", "monthly"]) && c.case(1).is_capitalised()
        || c.is(0, &["annual", "annually", "quarterly", "yearly"])
}

/// "a year" after an amount: "$3 million a year", "40 million kroner a year", "twice a week".
pub(in crate::date) fn is_rate(c: Cursor) -> bool {
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
    let number = c.position() >= back && c.document.tokens()[c.token(0) - back].kind() == TokenKind::Number;
    number && !(back > 1 && is_calendar_word(c, back))
        || matches!(c.before(back), "million" | "billion" | "trillion" | "hundreds" | "thousands" | "dozens")
}

/// Whether a number `back` tokens before the cursor is a year or belongs to a day.
fn is_calendar_word(c: Cursor, back: usize) -> bool {
    let word = c.before(back);
    word.len() == 4 && matches!(word.as_bytes()[0], b'1' | b'2')
        || matches!(look_up(c.before(back + 1)), Lexeme::Month(_))
}
