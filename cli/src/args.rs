//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use pressmark::export::List;
use pressmark::{Day, OffsetUnit, Options, parse_date};

/// Finds who, when and who said what in news articles: names, dates and quotes, on this machine.
#[derive(Debug, Parser)]
#[command(
    name = "pressmark",
    version,
    after_help = "Exit status: 0 if all went well; 1 if some input could not be read (the rest is done);\n\
                  2 if an option or the model is wrong."
)]
pub struct Args {
    /// Articles as UTF-8 text; none, or -, is standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The day the articles were published; else taken from their dateline
    #[arg(long, value_name = "YYYY-MM-DD", allow_hyphen_values = true)]
    date: Option<String>,

    /// How to write the results [default: text on a terminal, else json; with --jsonl jsonl]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Which list to write, with --format csv [default: mentions]
    #[arg(long, value_enum)]
    list: Option<ListName>,

    /// Whether the article's text goes along: whole in json, markdown and schemaorg, a paragraph a row in csv [default: html has it]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    full_text: Option<bool>,

    /// What offsets count, in json and jsonl
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    offsets: Offsets,

    /// Read one {"id", "text", "date"?} a line; write one result a line, in order, at once
    ///
    /// A line that cannot be used gives {"id"?, "error"} in its place. Empty lines are skipped. A "date" goes before --date.
    #[arg(long)]
    pub jsonl: bool,

    /// Say of each date which rule found it and what it was resolved by, with --format text
    #[arg(long)]
    pub explain: bool,

    /// Use this model instead of the one in the command
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The contract pressmark/1, indented; several files as one array
    Json,
    /// The contract pressmark/1, one line for each file
    Jsonl,
    /// A self-contained annotated page without script, of one file
    Html,
    /// Notes: who, when, and who said what
    Markdown,
    /// One list as a table, see --list
    Csv,
    /// W3C Web Annotations as JSON-LD, of one file
    #[value(name = "webannotation")]
    WebAnnotation,
    /// A calendar of the dates that are resolved to days, of one file
    Ics,
    /// What schema.org has words for, as JSON-LD, of one file
    #[value(name = "schemaorg")]
    SchemaOrg,
    /// brat's .ann file, of one file, which is its .txt
    Brat,
    /// One token a line with BIO tags
    Conll,
    /// The article with its highlights and lists, for reading; in colours on a terminal
    Text,
}

impl Format {
    /// Whether a file of this form can hold one article only.
    fn is_of_one(self) -> bool {
        matches!(self, Self::Html | Self::WebAnnotation | Self::Ics | Self::SchemaOrg | Self::Brat)
    }

    /// Whether the article's text is part of it unless left out.
    fn has_text(self) -> bool {
        self == Self::Html
    }
}

/// The lists that a table can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListName {
    /// Who and what is named, each once
    Names,
    /// Every place where something is named
    Mentions,
    /// Time expressions
    Dates,
    /// Who said what
    Quotes,
}

/// The units of offsets.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Offsets {
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
    /// Bytes
    Utf8,
    /// Unicode code points, as Python and the W3C selectors count
    Codepoint,
}

impl Args {
    /// Reads the command line; on `--help` or a mistake, ends the command as clap does.
    pub fn from_command_line() -> Self {
        Self::parse()
    }

    /// What clap does not check.
    ///
    /// # Errors
    /// The complaint, in one line.
    pub fn check(&self) -> Result<(), String> {
        self.read_date()?;
        match self.format {
            Some(format) if self.jsonl && format != Format::Jsonl => {
                Err("--jsonl writes one JSON result a line: leave --format out, or leave --jsonl out"
                    .to_owned())
            }
            format if self.explain && format != Some(Format::Text) => {
                Err("--explain is for reading: give --format text with it".to_owned())
            }
            Some(format) if format.is_of_one() && self.files.len() > 1 => {
                let name =
                    format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
                Err(format!("--format {name} makes one file of one article: give one FILE at a time"))
            }
            format if self.list.is_some() && format != Some(Format::Csv) => {
                Err("--list is for tables: give --format csv with it".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// The form of the results: as asked for, else for people on a `terminal` and for programs elsewhere.
    pub fn format(&self, terminal: bool) -> Format {
        self.format.unwrap_or(if terminal { Format::Text } else { Format::Json })
    }

    /// The list that a table is of.
    pub fn list(&self) -> List {
        match self.list.unwrap_or(ListName::Mentions) {
            ListName::Names => List::Names,
            ListName::Mentions => List::Mentions,
            ListName::Dates => List::Dates,
            ListName::Quotes => List::Quotes,
        }
    }

    /// Whether the article's text goes along in results of a form.
    pub fn full_text(&self, format: Format) -> bool {
        self.full_text.unwrap_or(format.has_text())
    }

    /// The unit of offsets.
    pub fn unit(&self) -> OffsetUnit {
        match self.offsets {
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Utf8 => OffsetUnit::Utf8,
            Offsets::Codepoint => OffsetUnit::CodePoint,
        }
    }

    /// What is known of every article.
    pub fn options(&self) -> Options {
        Options { date: self.read_date().ok().flatten(), assumed: false }
    }

    fn read_date(&self) -> Result<Option<Day>, String> {
        self.date.as_deref().map(parse_date).transpose().map_err(|error| format!("--date: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn a_terminal_gets_text_unless_something_else_is_asked_for() {
        let read = |words: &[&str]| Args::parse_from([&["pressmark"], words].concat());
        assert_eq!(read(&[]).format(true), Format::Text);
        assert_eq!(read(&[]).format(false), Format::Json);
        assert_eq!(read(&["--format", "json"]).format(true), Format::Json);
    }

    #[test]
    fn the_options_do_not_contradict_each_other() {
        Args::command().debug_assert();
    }
}
