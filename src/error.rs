//! The one error of the engine. A model or an option can be wrong; a text never can.

use std::fmt;

/// What was wrong with a model or an option, in words that name the input and the remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

/// The cases; private, so that one can be added without breaking anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// The bytes do not begin as a model file does.
    NotAModel,
    /// A model file of another format version than the engine's.
    ModelVersion { found: u32, known: u32 },
    /// Shorter or longer than its header says.
    ModelLength { said: usize, got: usize },
    /// The checksum does not match: some byte was changed.
    ModelChecksum,
    /// A section is absent or does not hold what it should.
    ModelSection(&'static str),
    /// An article date that is not a calendar day written `YYYY-MM-DD`.
    Date(String),
    /// The name of a form or a list that there is none of.
    Unknown { what: &'static str, name: String },
    /// A file that was to be opened is not what it should be, or of another text; in words.
    Import(String),
    /// A result that was handed in does not belong to its text, or contradicts itself.
    Result(&'static str, usize),
}

impl Error {
    /// Whether the model file is what was wrong (rather than an option).
    #[must_use]
    pub fn is_model(&self) -> bool {
        !matches!(
            self.kind,
            ErrorKind::Date(_) | ErrorKind::Unknown { .. } | ErrorKind::Import(_) | ErrorKind::Result(..)
        )
    }

    /// Whether the article date is what was wrong.
    #[must_use]
    pub fn is_date(&self) -> bool {
        matches!(self.kind, ErrorKind::Date(_))
    }
}

impl From<ErrorKind> for Error {
    #[cold]
    fn from(kind: ErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::NotAModel => f.write_str(
                "this is not a Pressmark model: give the file en.model that came with this version",
            ),
            ErrorKind::ModelVersion { found, known } => write!(
                f,
                "the model has format version {found}, this engine reads version {known}: use the en.model that came with it"
            ),
            ErrorKind::ModelLength { said, got } => {
                write!(
                    f,
                    "the model should have {said} bytes and has {got}: it was cut or joined; fetch it again"
                )
            }
            ErrorKind::ModelChecksum => {
                f.write_str("the model's checksum does not match: a byte was changed; fetch it again")
            }
            ErrorKind::ModelSection(name) => {
                write!(
                    f,
                    "the model's section '{name}' is missing or damaged: use the en.model that came with this version"
                )
            }
            ErrorKind::Date(text) => {
                write!(f, "'{text}' is not a calendar date: write it as YYYY-MM-DD, such as 2023-03-17")
            }
            ErrorKind::Unknown { what, name } => {
                write!(f, "there is no {what} '{name}': {}", if *what == "list" { LISTS } else { FORMATS })
            }
            ErrorKind::Import(words) => f.write_str(words),
            ErrorKind::Result(what, index) => {
                write!(f, "the result does not fit the text: {what} {index} {MISFIT}")
            }
        }
    }
}

const LISTS: &str = "use names, mentions, dates or quotes";
const FORMATS: &str =
    "use json, html, richtext, markdown, text, csv, webannotation, ics, schemaorg, brat or conll";
const MISFIT: &str = "points outside of it, between the halves of a character, or to something that is not there; use the text that it is of";

impl std::error::Error for Error {}
