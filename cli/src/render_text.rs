//! An article with its highlights and lists, for reading.
//!
//! On a terminal names are coloured by kind and dates followed by their value; elsewhere the kind or value stands
//! in brackets behind the words. Control characters of the article are shown as symbols: a text must not be able
//! to drive the reader's terminal.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write;

use pressmark::Analysis;
use pressmark::analysis::Kind;
use pressmark::export::Export;
use pressmark::export::layers::{Highlight, Step, walk};
use pressmark::export::text::lists;

/// How highlights are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// By a terminal's colours and styles.
    Colours,
    /// By words in brackets.
    Plain,
}

impl Palette {
    /// Colours on a terminal, unless the variable `NO_COLOR` is set to anything at all (no-color.org).
    pub fn choose(terminal: bool, no_color: Option<&OsStr>) -> Self {
        if terminal && no_color.is_none_or(OsStr::is_empty) { Self::Colours } else { Self::Plain }
    }
}

/// The article and what was found in it. `text` must be the text that was annotated.
pub fn render(text: &str, analysis: &Analysis, palette: Palette) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut open = Vec::new();
    walk(text, analysis, &mut |step| write_step(&mut out, step, &mut open, palette));
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    lists(&mut out, &Export { text, analysis, full_text: true });
    out
}

/// Writes one step; `open` keeps the styles of the highlights around it, to go back to when an inner one ends.
fn write_step(out: &mut String, step: Step, open: &mut Vec<&'static str>, palette: Palette) {
    let coloured = palette == Palette::Colours;
    match step {
        Step::Text(words) => out.push_str(&printable(words)),
        Step::Open(highlight) => {
            let style = style(highlight);
            open.push(style);
            if coloured {
                out.push_str(style);
            }
        }
        Step::Close(highlight) => {
            open.pop();
            if coloured {
                out.push_str("\x1b[0m");
                out.extend(open.iter().copied());
            }
            match (highlight, coloured) {
                (Highlight::Date(date), true) => {
                    let _ = write!(out, " \x1b[2m{}\x1b[22m", printable(&date.value));
                }
                (Highlight::Date(date), false) => {
                    let _ = write!(out, " [{}]", printable(&date.value));
                }
                (Highlight::Name(mention, _), false) => {
                    let _ = write!(out, " [{}]", mention.kind.name());
                }
                (Highlight::Name(..), true) | (Highlight::Quote(_), _) => {}
            }
        }
    }
}

/// The terminal's codes for a highlight: colours that differ by more than hue, and italics for speech.
fn style(highlight: Highlight) -> &'static str {
    match highlight {
        Highlight::Quote(_) => "\x1b[3m",
        Highlight::Date(_) => "\x1b[35m",
        Highlight::Name(mention, _) => match mention.kind {
            Kind::Person => "\x1b[1;33m",
            Kind::Organization => "\x1b[1;4;34m",
            Kind::Place => "\x1b[4;32m",
            Kind::Group | Kind::Event | Kind::Work | Kind::Product => "\x1b[1;36m",
        },
    }
}

/// The words with control characters, other than line feed and tab, as their symbols; CR before LF is dropped.
pub fn printable(words: &str) -> Cow<'_, str> {
    let harmless = |c: char| !c.is_control() || c == '\n' || c == '\t';
    if words.chars().all(harmless) {
        return Cow::Borrowed(words);
    }
    let symbol = |c: char| match c {
        _ if harmless(c) => c,
        '\0'..'\x20' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7F' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    };
    Cow::Owned(words.replace("\r\n", "\n").chars().map(symbol).collect())
}

#[cfg(test)]
mod tests {
    use pressmark::analysis::{Date, DateKind, Entity, Form, Mention, Quote, Speaker, Style};
    use pressmark::{EntityId, MentionId, Span};

    use super::*;

    const TEXT: &str = "“Come on\nMonday,” she told Ann Lee.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words stand in the text");
        Span::new(start, start + words.len())
    }

    fn found() -> Analysis {
        let (entity, kind) = (EntityId(0), Kind::Person);
        let (confidence, part) = (0.9, span("Come on\nMonday,"));
        Analysis {
            mentions: vec![Mention { span: span("Ann Lee"), kind, entity, form: Form::Name, confidence }],
            entities: vec![Entity {
                id: entity,
                kind,
                name: "Ann Lee".to_owned(),
                aliases: vec!["Lee".to_owned()],
                role: Some("Dr".to_owned()),
                link: None,
                mentions: vec![MentionId(0)],
            }],
            dates: vec![Date {
                span: span("Monday"),
                kind: DateKind::Date,
                value: "2023-03-13".to_owned(),
                modifier: None,
                from: None,
                to: None,
                basis: None,
                confidence,
            }],
            quotes: vec![Quote {
                span: part,
                style: Style::Direct,
                parts: vec![part],
                speaker: Some(Speaker { span: span("she"), entity: None }),
                cue: Some(span("told")),
                confidence,
            }],
            ..Analysis::default()
        }
    }

    #[test]
    fn without_colours_kinds_and_values_stand_in_brackets() {
        assert_eq!(
            render(TEXT, &found(), Palette::Plain),
            "“Come on\nMonday [2023-03-13],” she told Ann Lee [person].\n\n\
             Names\n  Ann Lee (person) ×1, Dr, Lee\n\n\
             Dates\n  2023-03-13  Monday\n\n\
             Quotes\n  she: “Come on Monday,”\n"
        );
    }

    #[test]
    fn what_was_not_said_word_for_word_gets_no_marks() {
        let mut found = found();
        found.quotes[0].style = Style::Indirect;
        assert!(render(TEXT, &found, Palette::Plain).ends_with("\n  she: Come on Monday,\n"));
    }

    #[test]
    fn with_colours_an_inner_highlight_gives_way_to_the_outer_again() {
        let out = render(TEXT, &found(), Palette::Colours);
        assert!(
            out.starts_with(
                "“\x1b[3mCome on\n\x1b[35mMonday\x1b[0m\x1b[3m \x1b[2m2023-03-13\x1b[22m,\x1b[0m”"
            ),
            "{out:?}"
        );
    }

    #[test]
    fn an_article_cannot_drive_the_terminal() {
        let out = render("one\r\ntwo\x1b[2J\u{9B}31m\x07\ttab", &Analysis::default(), Palette::Colours);
        assert_eq!(out, "one\ntwo␛[2J\u{FFFD}31m␇\ttab\n");
    }

    #[test]
    fn colours_are_for_terminals_that_want_them() {
        let choose = |terminal, no_color: Option<&str>| Palette::choose(terminal, no_color.map(OsStr::new));
        assert_eq!(choose(true, None), Palette::Colours);
        assert_eq!(choose(true, Some("")), Palette::Colours);
        assert_eq!(choose(true, Some("1")), Palette::Plain);
        assert_eq!(choose(false, None), Palette::Plain);
    }
}
