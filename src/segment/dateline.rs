//! Datelines: lines that are a date, and "PLACE, March 17 (Agency) —" before the story.

use crate::document::{Case, Document, Paragraph, Token, TokenKind};
use crate::span::{Run, Span};

/// Longest line with a date and nothing else, in bytes.
const LONGEST_LINE: usize = 120;
/// Tokens of "PLACE, Region, March 17, 2023 (Agency) —", at most.
const LONGEST_DATELINE: usize = 24;

/// Whether the paragraph is a date, perhaps with a label, weekday, time and zone, and nothing else. In any order, since
/// pages differ ("Updated 10:30 AM EDT, Fri March 17, 2023"): there is a date, and every other token is known.
pub(super) fn is_line(document: &Document, paragraph: &Paragraph) -> bool {
    if paragraph.span.len() > LONGEST_LINE {
        return false;
    }
    let mut walk = Walk::new(document, paragraph.tokens);
    let mut after_time = false;
    while let Some(token) = walk.token(walk.at) {
        if walk.day() || walk.numeric_date() {
            after_time = false;
            continue;
        }
        let word = walk.lower(walk.at);
        let clock = walk.is_clock();
        let zone = after_time && token.case() == Case::Upper && token.span().len() <= 4;
        if !(clock || zone || is_line_word(word) || is_weekday(word) || is_sign(token.kind())) {
            return false;
        }
        after_time = clock || zone || after_time && is_sign(token.kind());
        walk.at += 1;
    }
    walk.date
}

fn is_sign(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Punctuation | TokenKind::Dash)
}

/// Words that may stand around the date of a date line.
fn is_line_word(word: &str) -> bool {
    LABELS.contains(&word)
        || ["on", "at", "of", "the", "date", "local", "time", "first", "last", "originally"].contains(&word)
}

/// What a date line may say of its date.
const LABELS: &[&str] =
    &["published", "posted", "updated", "modified", "created", "issued", "released", "uploaded", "revised"];

/// Whether the paragraph is a date line that says so: "Published March 17, 2023".
pub(super) fn is_labelled_line(document: &Document, paragraph: &Paragraph) -> bool {
    paragraph.tokens.range().take(3).any(|token| LABELS.contains(&document.lower(token)))
        && is_line(document, paragraph)
}

/// The first full date inside a short paragraph.
pub(super) fn date_in(document: &Document, tokens: Run) -> Option<Span> {
    tokens.range().find_map(|start| {
        let mut walk = Walk::new(document, Run::new(start, tokens.end()));
        (walk.full_date() || walk.numeric_date()).then(|| document.span_of(Run::new(start, walk.at)))
    })
}

/// The date that ends a headline: with its weekday, since "… of May 8, 1945" belongs to the headline.
pub(super) fn at_end(document: &Document, tokens: Run) -> Option<Span> {
    tokens.range().skip(1).filter(|&start| is_weekday(document.lower(start))).find_map(|start| {
        let mut walk = Walk::new(document, Run::new(start, tokens.end()));
        (walk.full_date() && walk.at == tokens.end()).then(|| document.span_of(Run::new(start, tokens.end())))
    })
}

/// The dateline in front of a paragraph, without its dash, and whether the paragraph holds nothing else.
///
/// Place names alone could be the subject of a sentence ("Jane Doe — who left — …"), so there must be more to it: a
/// date, an agency in brackets, or capitals throughout.
pub(super) fn before_story(document: &Document, paragraph: &Paragraph) -> Option<(Span, bool)> {
    let start = paragraph.tokens.first();
    let mut walk = Walk::new(document, Run::new(start, paragraph.tokens.end().min(start + LONGEST_DATELINE)));
    if walk.full_date() && walk.sentence_begins() {
        // "March 1, 2008 Acme has won …"
        return Some((document.span_of(Run::new(start, walk.at)), false));
    }
    walk = Walk { at: start, date: false, ..walk };
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

/// The words of a place as read so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    None,
    /// All in capitals.
    Capitals,
    Mixed,
}

/// Reads the elements of a dateline, token by token.
struct Walk<'d> {
    document: &'d Document<'d>,
    at: usize,
    end: usize,
    place: Place,
    /// Whether a comma has been read: what follows is a region and need not be in capitals.
    region: bool,
    agency: bool,
    date: bool,
}

impl<'d> Walk<'d> {
    fn new(document: &'d Document<'d>, run: Run) -> Self {
        let (at, end) = (run.first(), run.end());
        Self { document, at, end, place: Place::None, region: false, agency: false, date: false }
    }

    fn token(&self, at: usize) -> Option<Token> {
        self.document.tokens[..self.end].get(at).copied()
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
        let first = self.lower(self.at);
        let of = usize::from(is_day(first) && self.lower(self.at + 1) == "of");
        let second = self.lower(self.at + of + 1);
        if !(is_month(first) && is_day(second) || is_day(first) && is_month(second)) {
            self.at = from;
            return false;
        }
        self.at += of + 2;
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

    /// "2023-03-17", "17/03/2023", "17.03.2023".
    fn numeric_date(&mut self) -> bool {
        let number = |at: usize| self.token(at).is_some_and(|t| t.kind() == TokenKind::Number);
        let separated =
            |at: usize| matches!(self.lower(at), "-" | "/" | "–" | ".") && self.document.glued(at);
        let (first, third) = (self.lower(self.at), self.lower(self.at + 4));
        let parts =
            number(self.at) && separated(self.at + 1) && number(self.at + 2) && separated(self.at + 3);
        let year_first = is_year(first) && third.starts_with(|c: char| c.is_ascii_digit());
        let length = if parts && (year_first || is_day(first) && is_year(third)) {
            5
        } else if number(self.at)
            && first.matches('.').count() == 2
            && first.rsplit('.').next().is_some_and(is_year)
        {
            1
        } else {
            return false;
        };
        self.at += length;
        self.date = true;
        true
    }

    /// A time of day, or a piece of one: "10:30", "10.30", "10" before "am", "a.m.".
    fn is_clock(&self) -> bool {
        let half = |word: &str| matches!(word, "am" | "pm" | "a.m." | "p.m." | "noon" | "midnight");
        let word = self.lower(self.at);
        let number = self.token(self.at).is_some_and(|t| t.kind() == TokenKind::Number);
        half(word) || number && (word.contains([':', '.', 'h', 'z']) || half(self.lower(self.at + 1)))
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
        let name = self.token(self.at + 1).is_some_and(|t| t.case().is_capitalised());
        let Some(close) = close.filter(|_| name) else { return false };
        self.at = close + 1;
        self.agency = true;
        true
    }

    /// One word of a place's name, or a hyphen inside it.
    fn place(&mut self) -> bool {
        let Some(token) = self.token(self.at) else { return false };
        let begun = self.place != Place::None;
        let inside = begun && self.document.glued(self.at) && self.document.glued(self.at + 1);
        let joins = begun && matches!(self.lower(self.at), "de" | "del" | "of" | "al" | "and" | "the" | "la");
        let name = token.kind() == TokenKind::Word && token.case().is_capitalised() && token.span().len() > 1;
        if !(name || joins || token.kind() == TokenKind::Dash && inside && token.span().len() == 1) {
            return false;
        }
        let capitals = self.place != Place::Mixed && (self.region || !name || token.case() == Case::Upper);
        self.place = if capitals { Place::Capitals } else { Place::Mixed };
        self.at += 1;
        true
    }

    fn separator(&mut self) -> bool {
        let separates = (self.place != Place::None || self.agency || self.date)
            && matches!(self.lower(self.at), "," | "/" | ";");
        self.at += usize::from(separates);
        self.region |= separates;
        separates
    }

    /// The dash or colon that ends the dateline, if it stands here and what was read can be one.
    fn dash(&self) -> Option<usize> {
        let token = self.token(self.at)?;
        let word = token.span().of(self.document.text());
        let free =
            !self.document.glued(self.at) || !self.document.glued(self.at + 1) || token.span().len() > 1;
        let dash = token.kind() == TokenKind::Dash && free || word == "_";
        let place = self.place == Place::Capitals;
        let colon = word == ":" && (place && !is_label(self.lower(self.at - 1)) || self.agency);
        (dash && (place || self.agency || self.date) || colon).then_some(self.at)
    }

    fn sentence_begins(&self) -> bool {
        self.token(self.at).is_some_and(|t| {
            t.case().is_capitalised()
                || t.case() == Case::Mixed
                || matches!(t.kind(), TokenKind::Mark | TokenKind::Number)
        })
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
