//! Events of the dates that are resolved to days, for a calendar (RFC 5545).
//!
//! What stands in the calendar as a month, a year or longer is no event and is left out, unless the article itself
//! says from when to when. Words of the article lose what could spoof a line: breaks, controls, marks of direction.

use super::timeline::{Moment, moments};
use super::{Export, words};
use crate::date::{Day, iso, parse_date};
use crate::segment::sentences;

/// The most days of an event that is not a range of the article's own: a week with its weekends.
const LONGEST: usize = 9;
/// Octets of a line, without its CRLF, at most.
const LINE: usize = 75;

/// The calendar. Without a time of writing its events are stamped with the article's day, or else with 1970.
#[must_use]
pub fn calendar(export: &Export) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    let generator = &export.analysis.provenance.generator;
    line(&mut out, &["PRODID:-//Pressmark//", &escaped(generator), "//EN"].concat());
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, &["DESCRIPTION:", &escaped(&export.provenance())].concat());
    let document = sentences(export.text, export.analysis.article.dateline);
    let sentence = |offset: u32| {
        let index = document.sentences().partition_point(|s| s.span.end <= offset);
        document.sentences().get(index).map_or("", |s| s.span.of(export.text))
    };
    let ids = words::Ids::new(export.text);
    let stamp = stamp(export);
    for (index, moment) in moments(export).iter().enumerate() {
        let Some(times) = times(moment) else { continue };
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &["UID:", &ids.of(b'e', index)].concat());
        line(&mut out, &["DTSTAMP:", &stamp].concat());
        for time in &times {
            line(&mut out, time);
        }
        let said = words::one_line(sentence(moment.places[0].start));
        line(&mut out, &["SUMMARY:", &escaped(&words::shorten(&said, 120))].concat());
        let mut about =
            [moment.wordings(export.text), super::text::reason(moment.date).to_owned()].join(", ");
        about.push_str(".\n");
        for place in &moment.places {
            about.push_str(&words::one_line(sentence(place.start)));
            about.push('\n');
        }
        about.push_str(&export.provenance());
        line(&mut out, &["DESCRIPTION:", &escaped(&about)].concat());
        // Nobody is busy because an article names a day.
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// When an event begins and ends: whole days with an end that excludes itself, or a time of day without a zone.
fn times(moment: &Moment) -> Option<Vec<String>> {
    let (from, to) = moment.days?;
    if let Some((day, time)) = clock(moment.value) {
        return Some(vec![["DTSTART:", &basic(parse_date(day).ok()?), "T", &time, "00"].concat()]);
    }
    let is_range = moment.value.contains('/');
    // By single steps: jiff's difference of two days would bring in all of its arithmetic of spans.
    let limit = (0..LONGEST).try_fold(from, |day, _| day.tomorrow()).ok()?;
    if to < from || to >= limit && !is_range {
        return None;
    }
    let after = to.tomorrow().ok()?;
    Some(vec![["DTSTART;VALUE=DATE:", &basic(from)].concat(), ["DTEND;VALUE=DATE:", &basic(after)].concat()])
}

/// Day and `HHMM` of a value such as `2023-03-17T14:30`.
fn clock(value: &str) -> Option<(&str, String)> {
    let (day, time) = value.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    let digits = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
    (digits(hour) && digits(minute)).then(|| (day, [hour, minute].concat()))
}

/// A day as `YYYYMMDD`.
fn basic(day: Day) -> String {
    iso(day).replace('-', "")
}

/// The time of writing as `YYYYMMDDTHHMMSSZ`.
fn stamp(export: &Export) -> String {
    let created = export.analysis.provenance.created.as_deref().unwrap_or_default();
    let digits: String = created.chars().take(19).filter(char::is_ascii_digit).collect();
    if digits.len() == 14 && created.is_ascii() {
        return [&digits[..8], "T", &digits[8..], "Z"].concat();
    }
    let day = export.analysis.article.date.as_deref().and_then(|day| parse_date(day).ok());
    [day.map_or_else(|| "19700101".to_owned(), basic), "T000000Z".to_owned()].concat()
}

/// A value of type TEXT.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            _ if c.is_control() || words::turns_direction(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Appends a line, folded between characters so that none is longer than [`LINE`] octets, its space included.
fn line(out: &mut String, content: &str) {
    let mut room = LINE;
    for c in content.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}
