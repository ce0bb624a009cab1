//! Quarters, halves, fiscal years, seasons and holidays.

use super::calendar::{pick, picked};
use super::numbers;
use crate::date::cursor::Cursor;
use crate::date::holiday::Holiday;
use crate::date::lexicon::Lexeme;
use crate::date::meaning::{Field, Found, From, Meaning, Named, Pick, YearOf};
use crate::date::value::Unit;

/// "the third quarter", "third-quarter", "the 1988 second quarter", "this year’s third quarter", "Q3 2023", "the first half of 1990".
pub(super) fn part_of_year(c: Cursor) -> Option<Found> {
    let the = c.optional(0, &["the"]);
    let (before, mut year) = year_before(c.skip(the));
    let mut at = the + before;
    at += c.optional(at, &["fiscal", "financial"]);
    at += usize::from(at > the + before && c.is_hyphen(at));
    let latest = c.optional(at, &["latest", "recent"]);
    let (len, field) = ordinal_part(c.skip(at + latest)).or_else(|| named_part(c.skip(at)))?;
    // "the third-quarter loss": the article belongs to the loss.
    if the > 0 && before == 0 && c.is_hyphen((at + latest + len).saturating_sub(2)) {
        return None;
    }
    let mut at = at + latest + len;
    if matches!(year, YearOf::Unsaid) {
        let (more, after) = year_after(c.skip(at));
        at += more;
        year = after;
    }
    Some(Found::named(at, field, year, "part of year"))
}

/// "1988", "last year’s" before a quarter.
fn year_before(c: Cursor) -> (usize, YearOf) {
    let fiscal = c.optional(0, &["fiscal"]);
    let (len, year) = match (c.word(0), c.word(1), c.word(2)) {
        ("last", "year", "'s" | "’s") => (3, YearOf::Shifted(-1, From::Article)),
        ("this", "year", "'s" | "’s") => (3, YearOf::Shifted(0, From::Article)),
        ("next", "year", "'s" | "’s") => (3, YearOf::Shifted(1, From::Article)),
        ("year", "-", "earlier" | "ago") => (3, YearOf::Shifted(-1, From::Period)),
        _ => match c.peek(fiscal) {
            Lexeme::Digits { value, len: 4, grouped: false } if (1900..2200).contains(&value) => {
                (fiscal + 1 + c.optional(fiscal + 1, &["'s", "’s"]), YearOf::Full(value as i16))
            }
            _ => (0, YearOf::Unsaid),
        },
    };
    (len, year)
}

/// "of 1990", "of last year", ", 1990", "last year", "2023".
fn year_after(c: Cursor) -> (usize, YearOf) {
    let joint = c.optional(0, &["of", ",", "in"]);
    let fiscal = joint + c.optional(joint, &["fiscal"]);
    match numbers::year(c.skip(fiscal)) {
        Some((len, year)) if fiscal > 0 || !c.is(0, &["that"]) => (fiscal + len, year),
        _ => (0, YearOf::Unsaid),
    }
}

/// "third quarter", "first-half".
fn ordinal_part(c: Cursor) -> Option<(usize, Field)> {
    let (len, number) = numbers::ordinal(c)?;
    let at = len + c.optional(len, &["fiscal"]);
    let at = at + usize::from(c.is_hyphen(at));
    match c.peek(at) {
        Lexeme::Unit { unit: Unit::Quarter, plural } if number <= 4 && !(plural && c.is_hyphen(len)) => {
            Some((at + 1, Field::Quarter(number)))
        }
        Lexeme::Half if number <= 2 && names_half(c.skip(at + 1)) => Some((at + 1, Field::Half(number))),
        _ => None,
    }
}

/// A half may be one of a match, a book or a century: only one of a year counts.
fn names_half(c: Cursor) -> bool {
    let (len, _) = year_after(c);
    len > 0 || c.is(0, &["of"]) && c.is(1, &["the"]) && c.is(2, &["fiscal", "financial", "year"])
}

/// "Q3", "H1".
fn named_part(c: Cursor) -> Option<(usize, Field)> {
    match c.peek(0) {
        Lexeme::QuarterName(quarter) => Some((1, Field::Quarter(quarter))),
        Lexeme::HalfName(half) if !c.is(1, &["visa"]) => Some((1, Field::Half(half))),
        _ => None,
    }
}

/// "fiscal 1988", "the fiscal year 1998", "FY 2023", "the fiscal year".
pub(super) fn fiscal_year(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let the = if lead == 0 { c.optional(0, &["the"]) } else { lead };
    let the = the + c.optional(the, &["full", "current"]);
    if !c.is(the, &["fiscal", "financial", "calendar", "fy"]) {
        return None;
    }
    let unit = usize::from(matches!(c.peek(the + 1), Lexeme::Unit { unit: Unit::Year, plural: false }));
    let at = the + 1 + unit;
    if let Some((len, year @ (YearOf::Full(_) | YearOf::Short(_)))) = numbers::year(c.skip(at)) {
        return Some(Found::named(at + len, Field::Year, year, "fiscal year"));
    }
    (unit > 0 && (the > 0 || pick != Pick::Any)).then(|| {
        let count = [0, -1, 0, 1, 1, -1][pick as usize];
        Found::shift(at, Unit::Year, count, From::Article, "fiscal year")
    })
}

/// "summer", "last fall", "the summer of 1998", "spring 2023", "this past winter".
pub(super) fn season(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let lead = if lead == 0 { c.optional(0, &["the"]) } else { lead };
    let Lexeme::Season(season) = c.peek(lead) else { return None };
    let at = lead + 1;
    if pick != Pick::Any {
        return Some(picked(at, Field::Season(season), YearOf::Unsaid, pick, "season"));
    }
    let (more, year) = year_after(c.skip(at));
    let more = more + second_year(c.skip(at + more), &year);
    Some(Found::named(at + more, Field::Season(season), year, "season"))
}

/// "1944-45" and "1944/45" after a season: the second year belongs to the same winter.
fn second_year(c: Cursor, year: &YearOf) -> usize {
    let joined = c.glued(0) && c.glued(1) && (c.is_dash(0) || c.is(0, &["/"]));
    match (year, c.peek(1)) {
        (YearOf::Full(first), Lexeme::Digits { value, len: 2 | 4, .. }) if joined => {
            let next = u32::from((first + 1).unsigned_abs());
            if value == next || value == next % 100 { 2 } else { 0 }
        }
        _ => 0,
    }
}

/// "Christmas", "last Thanksgiving", "Labor Day 2023", "New Year’s Eve".
pub(super) fn holiday(c: Cursor) -> Option<Found> {
    let (lead, pick) = pick(c);
    let (len, holiday) = holiday_name(c.skip(lead))?;
    let at = lead + len;
    if pick != Pick::Any {
        return Some(picked(at, Field::Holiday(holiday), YearOf::Unsaid, pick, "holiday"));
    }
    let (more, year) = year_after(c.skip(at));
    let more = if c.is(at, &["in"]) { 0 } else { more };
    let year = if more == 0 { YearOf::Unsaid } else { year };
    let meaning = Named { field: Field::Holiday(holiday), year, pick };
    Some(Found::new(at + more, Meaning::Named(meaning), "holiday"))
}

/// The name of a holiday: capitalised, longest form first.
fn holiday_name(c: Cursor) -> Option<(usize, Holiday)> {
    if !c.case(0).is_capitalised() {
        return None;
    }
    if let Lexeme::Holiday(holiday) = c.peek(0) {
        return Some(match (holiday, c.word(1)) {
            (Holiday::Christmas, "eve") => (2, Holiday::ChristmasEve),
            (Holiday::Easter, "monday") => (2, Holiday::EasterMonday),
            (_, "day" | "sunday") => (2, holiday),
            _ => (1, holiday),
        });
    }
    NAMES.iter().find_map(|(name, holiday)| match_name(c, name).map(|len| (len, *holiday)))
}

/// How many tokens the words of a name cover; a possessive 's between them may be there or not.
fn match_name(c: Cursor, name: &[&str]) -> Option<usize> {
    let mut at = 0;
    for word in name {
        at += c.optional(at, &["'s", "’s", "'", "’", "."]);
        if !c.is(at, &[word]) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Names of more than one word.
const NAMES: &[(&[&str], Holiday)] = &[
    (&["new", "year", "eve"], Holiday::NewYearsEve),
    (&["new", "year", "day"], Holiday::NewYearsDay),
    (&["new", "years", "eve"], Holiday::NewYearsEve),
    (&["new", "years", "day"], Holiday::NewYearsDay),
    (&["martin", "luther", "king", "day"], Holiday::MartinLutherKingDay),
    (&["martin", "luther", "king", "jr.", "day"], Holiday::MartinLutherKingDay),
    (&["inauguration", "day"], Holiday::InaugurationDay),
    (&["australia", "day"], Holiday::AustraliaDay),
    (&["groundhog", "day"], Holiday::GroundhogDay),
    (&["valentine", "day"], Holiday::ValentinesDay),
    (&["presidents", "day"], Holiday::PresidentsDay),
    (&["ash", "wednesday"], Holiday::AshWednesday),
    (&["international", "women", "day"], Holiday::WomensDay),
    (&["st.", "patrick", "day"], Holiday::StPatricksDay),
    (&["april", "fools", "day"], Holiday::AprilFoolsDay),
    (&["april", "fool", "day"], Holiday::AprilFoolsDay),
    (&["palm", "sunday"], Holiday::PalmSunday),
    (&["maundy", "thursday"], Holiday::MaundyThursday),
    (&["holy", "thursday"], Holiday::MaundyThursday),
    (&["good", "friday"], Holiday::GoodFriday),
    (&["earth", "day"], Holiday::EarthDay),
    (&["anzac", "day"], Holiday::AnzacDay),
    (&["may", "day"], Holiday::MayDay),
    (&["mother", "day"], Holiday::MothersDay),
    (&["memorial", "day"], Holiday::MemorialDay),
    (&["flag", "day"], Holiday::FlagDay),
    (&["father", "day"], Holiday::FathersDay),
    (&["canada", "day"], Holiday::CanadaDay),
    (&["independence", "day"], Holiday::IndependenceDay),
    (&["fourth", "of", "july"], Holiday::IndependenceDay),
    (&["bastille", "day"], Holiday::BastilleDay),
    (&["labor", "day"], Holiday::LaborDay),
    (&["columbus", "day"], Holiday::ColumbusDay),
    (&["indigenous", "peoples", "day"], Holiday::ColumbusDay),
    (&["all", "saints", "day"], Holiday::AllSaintsDay),
    (&["guy", "fawkes", "night"], Holiday::GuyFawkesNight),
    (&["bonfire", "night"], Holiday::GuyFawkesNight),
    (&["election", "day"], Holiday::ElectionDay),
    (&["veterans", "day"], Holiday::VeteransDay),
    (&["remembrance", "day"], Holiday::VeteransDay),
    (&["armistice", "day"], Holiday::VeteransDay),
    (&["black", "friday"], Holiday::BlackFriday),
    (&["cyber", "monday"], Holiday::CyberMonday),
    (&["boxing", "day"], Holiday::BoxingDay),
];
