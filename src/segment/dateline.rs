//! Datelines: lines that are a date, and "PLACE, March 17 (Agency) —" before the story.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Case, Document, Paragraph, Token, TokenKind};
use crate::span::{Run, Span};

/// Longest line with a date and nothing else, in bytes.
const LONGEST_LINE: usize = 120;
/// Tokens of "PLACE, Region, March 17, 2023 (Agency) —", at most.
const LONGEST_DATELINE: usize = 24;

/// A month, a day and a year in any of the usual orders, in lower case. `S` is a space, also the no-break one.
const DATE: &str = concat!(
    "(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?",
    "|nov(?:ember)?|dec(?:ember)?)\\.?[ \u{a0}]+[0-3]?[0-9](?:st|nd|rd|th)?,?[ \u{a0}]+(?:19|20)[0-9][0-9]",
    "|[0-3]?[0-9](?:st|nd|rd|th)?(?:[ \u{a0}]+of)?[- \u{a0}]+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may",
    "|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?,?[- \u{a0}]+(?:19|20)[0-9][0-9]",
    "|(?:19|20)[0-9][0-9][-/.][01]?[0-9][-/.][0-3]?[0-9]|[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?:19|20)[0-9][0-9])"
);
const WEEKDAY: &str =
    "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*[ \u{a0}]+(?:the[ \u{a0}]+)?)?";
const LABEL: &str = "(?:(?:(?:first|last|originally|date|article|story)[ \u{a0}]+)?(?:published|posted|updated|modified|created|issued|released|date|uploaded)(?:[ \u{a0}]+(?:on|at|date))?[:]?[ \u{a0}]*)";
const TIME: &str = "(?:(?:[ \u{a0},|•·–—-]|at|t)*[0-2]?[0-9](?:[:.h][0-5][0-9])*[ \u{a0}]*(?:[ap]\\.?m\\.?|z)?(?:[ \u{a0}]*\\(?(?:[a-z]{2,4}|local time|(?:utc|gmt)?[+-][0-9:]+)\\)?)?)?";

/// Whether the paragraph is a date, perhaps with a label, weekday and time, and nothing else.
pub(super) fn is_line(document: &Document, paragraph: &Paragraph) -> bool {
    static LINE: LazyLock<Regex> = LazyLock::new(|| {
        let date = [WEEKDAY, DATE, TIME].concat();
        pattern(&["^", LABEL, "?", &date, "(?:[ \u{a0},;|•·–—/(-]+", LABEL, &date, "\\)?)?$"])
    });
    short_line(document, paragraph).is_some_and(|line| LINE.is_match(line))
}

/// Whether the paragraph is a date line that says so: "Published March 17, 2023".
pub(super) fn is_labelled_line(document: &Document, paragraph: &Paragraph) -> bool {
    short_line(document, paragraph).is_some_and(|line| {
        ["published", "posted", "updated", "last ", "first ", "originally", "date:"]
            .iter()
            .any(|l| line.starts_with(l))
    }) && is_line(document, paragraph)
}

/// The paragraph in lower case without a final stop or brackets, if it is short.
fn short_line<'d>(document: &'d Document, paragraph: &Paragraph) -> Option<&'d str> {
    let line = &document.lower[paragraph.span.range()];
    (line.len() <= LONGEST_LINE)
        .then(|| line.trim_matches(['.', '(', ')', '[', ']', '|', ' ', '-', '–', '—']))
}

/// The first full date inside a short span.
pub(super) fn date_in(document: &Document, span: Span) -> Option<Span> {
    static INSIDE: LazyLock<Regex> = LazyLock::new(|| pattern(&[WEEKDAY, DATE]));
    find(document, span, &INSIDE)
}

/// The date that ends a headline: with its weekday, since "… of May 8, 1945" belongs to the headline.
pub(super) fn at_end(document: &Document, span: Span) -> Option<Span> {
    let date = date_in(document, span).filter(|d| d.end == span.end && d.start > span.start)?;
    let lower = &document.lower[date.range()];
    is_weekday(lower.split([' ', ',', '\u{a0}']).next().unwrap_or("")).then_some(date)
}

fn find(document: &Document, span: Span, pattern: &Regex) -> Option<Span> {
    let found = pattern.find(&document.lower[span.range()])?;
    Some(Span::new(span.start as usize + found.start(), span.start as usize + found.end()))
}

fn pattern(pieces: &[&str]) -> Regex {
    Regex::new(&pieces.concat()).expect("the patterns of this file are valid")
}

/// The dateline in front of a paragraph, without its dash, and whether the paragraph holds nothing else.
///
/// Place names alone could be the subject of a sentence ("Jane Doe — who left — …"), so there must be more to it: a
/// date, an agency in brackets, or capitals throughout.
pub(super) fn before_story(document: &Document, paragraph: &Paragraph) -> Option<(Span, bool)> {
    let start = paragraph.tokens.first();
    let end = paragraph.tokens.end().min(start + LONGEST_DATELINE);
    let mut walk = Walk {
        document,
        at: start,
        end,
        place: false,
        capitals: true,
        region: false,
        agency: false,
        date: false,
    };
    if walk.full_date() && walk.sentence_begins() {
        // "March 1, 2008 Acme has won …"
        return Some((document.span_of(Run::new(start, walk.at)), false));
    }
    walk.at = start;
    while walk.element() {}
    let mut dash = walk.dash()?;
    // "PARIS – July 14, 2023 – …"
    walk.at = dash + 1;
    if walk.day()
        && let Some(second) = walk.dash()
    {
        dash = second;
    }
    walk.at = dash + 1;
    let whole = walk.at == paragraph.tokens.end();
    (whole || walk.sentence_begins()).then(|| (document.span_of(Run::new(start, dash)), whole))
}

/// Reads the elements of a dateline, token by token.
struct Walk<'d> {
    document: &'d Document<'d>,
    at: usize,
    end: usize,
    /// Whether a place has been read, all of it in capitals so far.
    place: bool,
    capitals: bool,
    /// Whether a comma has been read: what follows is a region and need not be in capitals.
    region: bool,
    agency: bool,
    date: bool,
}

impl Walk<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens[..self.end].get(at)
    }

    fn lower(&self, at: usize) -> &str {
        if at < self.end { self.document.lower(at) } else { "" }
    }

    /// Goes past one date, agency, place word or separator.
    fn element(&mut self) -> bool {
        self.day() || self.agency() || self.place() || self.separator()
    }

    /// "March 17", "17 March 2023", "Friday, March 17, 2023".
    fn day(&mut self) -> bool {
        let from = self.at;
        if is_weekday(self.lower(self.at)) {
            self.at += 1;
            self.skip_comma();
        }
        let (first, second) = (self.lower(self.at), self.lower(self.at + 1));
        if !(is_month(first) && is_day(second) || is_day(first) && is_month(second)) {
            self.at = from;
            return false;
        }
        self.at += 2;
        let year = self.at + usize::from(self.lower(self.at) == ",");
        if is_year(self.lower(year)) {
            self.at = year + 1;
        }
        self.date = true;
        true
    }

    fn full_date(&mut self) -> bool {
        self.day() && is_year(self.lower(self.at - 1))
    }

    fn skip_comma(&mut self) {
        self.at += usize::from(self.lower(self.at) == ",");
    }

    /// "(Reuters)", "(Agency via Paper)".
    fn agency(&mut self) -> bool {
        if self.lower(self.at) != "(" {
            return false;
        }
        let close = (self.at + 2..self.at + 8).find(|&at| self.lower(at) == ")");
        let name = self.token(self.at + 1).is_some_and(|t| t.case.is_capitalised());
        let Some(close) = close.filter(|_| name) else { return false };
        self.at = close + 1;
        self.agency = true;
        true
    }

    /// One word of a place's name, or a hyphen inside it.
    fn place(&mut self) -> bool {
        let Some(token) = self.token(self.at) else { return false };
        let inside = self.place && self.document.glued(self.at) && self.document.glued(self.at + 1);
        let joins =
            self.place && matches!(self.lower(self.at), "de" | "del" | "of" | "al" | "and" | "the" | "la");
        let name = token.kind == TokenKind::Word && token.case.is_capitalised() && token.span.len() > 1;
        if !(name || joins || token.kind == TokenKind::Dash && inside && token.span.len() == 1) {
            return false;
        }
        self.capitals &= self.region || !name || token.case == Case::Upper;
        self.place = true;
        self.at += 1;
        true
    }

    fn separator(&mut self) -> bool {
        let separates =
            (self.place || self.agency || self.date) && matches!(self.lower(self.at), "," | "/" | ";");
        self.at += usize::from(separates);
        self.region |= separates;
        separates
    }

    /// The dash or colon that ends the dateline, if it stands here and what was read can be one.
    fn dash(&self) -> Option<usize> {
        let token = self.token(self.at)?;
        let word = token.span.of(self.document.text);
        let free = !self.document.glued(self.at) || !self.document.glued(self.at + 1) || token.span.len() > 1;
        let dash = token.kind == TokenKind::Dash && free || word == "_";
        let place = self.place && self.capitals;
        let colon = word == ":" && (place && !is_label(self.lower(self.at - 1)) || self.agency);
        (dash && (place || self.agency || self.date) || colon).then_some(self.at)
    }

    fn sentence_begins(&self) -> bool {
        self.document
            .tokens
            .get(self.at)
            .is_some_and(|t| t.case.is_capitalised() || matches!(t.kind, TokenKind::Mark | TokenKind::Number))
    }
}

/// Words in capitals before a colon that are no place.
fn is_label(word: &str) -> bool {
    matches!(
        word,
        "breaking"
            | "update"
            | "updated"
            | "exclusive"
            | "watch"
            | "live"
            | "video"
            | "opinion"
            | "analysis"
            | "editorial"
            | "photos"
            | "read"
            | "more"
            | "note"
            | "correction"
            | "interview"
            | "explainer"
            | "check"
            | "abstract"
            | "in"
            | "news"
            | "related"
            | "review"
            | "report"
            | "summary"
            | "question"
            | "answer"
            | "here"
    )
}

/// Whether a lower-case word is a month's name or its usual abbreviation.
pub(super) fn is_month(word: &str) -> bool {
    matches!(
        word.strip_suffix('.').unwrap_or(word),
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

/// Whether a lower-case word is a weekday's name or its usual abbreviation.
pub(super) fn is_weekday(word: &str) -> bool {
    matches!(
        word.strip_suffix('.').unwrap_or(word),
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
    )
}

/// Whether a word is a day of the month: "7", "17th".
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1800..2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    #[test]
    fn a_line_with_a_date_alone_is_a_date_line() {
        let dates = [
            "March 17, 2023",
            "Friday, January 4, 2019\u{a0}",
            "Published: 4 January 2019, 10:30 GMT",
            "Updated on Jan. 4, 2019 at 6:05 p.m. ET",
            "2019-01-04T10:30:00Z",
            "Published 4 Jan 2019 | Updated 5 Jan 2019",
        ];
        for text in dates {
            let document = segment(text);
            assert!(is_line(&document, &document.paragraphs[0]), "{text}");
        }
        for text in ["In March 17, 2023", "March 17, 2023 was a Friday", "May", "2023", ""] {
            let document = segment(text);
            assert!(!document.paragraphs.first().is_some_and(|p| is_line(&document, p)), "{text}");
        }
    }

    #[test]
    fn a_dateline_needs_a_date_an_agency_or_capitals() {
        let cases = [
            ("MOSCOW, March 17 (Agency) — The river rose.", Some("MOSCOW, March 17 (Agency)")),
            ("DAR ES SALAAM, Tanzania (AP) _ The river rose.", Some("DAR ES SALAAM, Tanzania (AP)")),
            ("Paris (Agency) - The river rose.", Some("Paris (Agency)")),
            ("PARIS – July 14, 2023 – The river rose.", Some("PARIS – July 14, 2023")),
            ("NEW DELHI: The river rose.", Some("NEW DELHI")),
            ("March 1, 2008 The river rose.", Some("March 1, 2008")),
            ("Jane Doe — Who left — rose.", None),
            ("WATCH: The river rose.", None),
            ("NATO-led troops rose.", None),
        ];
        for (text, dateline) in cases {
            let document = segment(text);
            let found = before_story(&document, &document.paragraphs[0]).map(|(span, _)| span.of(text));
            assert_eq!(found, dateline, "{text}");
        }
    }
}
