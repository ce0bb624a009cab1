//! Files that come back: our own JSON, Web Annotations and brat's annotations, placed in their text again.
//!
//! A file may be old, edited by other programs, or hostile. What of it can be placed in the text is placed, what has
//! moved is looked for, what cannot be found is counted; a file that is something else is refused in words.

mod anchor;
mod assemble;
mod brat;
mod saved;
mod web_annotation;

pub use saved::{Saved, result};

use crate::analysis::Analysis;
use crate::error::{Error, ErrorKind};

/// Most annotations that a file may hold: ten times what the longest text that the page reads has.
const MOST: usize = 1_000_000;

/// What a file held.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The text that the result is of.
    pub text: String,
    /// The result, with byte offsets.
    pub analysis: Analysis,
    /// How many annotations stand where the file says.
    pub placed: usize,
    /// How many were found elsewhere in the text, by their words.
    pub moved: usize,
    /// How many could not be placed, or are of no kind that is known here.
    pub lost: usize,
}

/// Reads a file's `content`. `text` is the text that it is of, where the file does not bring its own.
///
/// # Errors
/// If the file is none of those that can be read, is damaged, or is of another text; the message says what to do.
pub fn read(content: &str, text: Option<&str>) -> Result<Imported, Error> {
    let content = content.trim_start_matches('\u{FEFF}').trim();
    if content.starts_with(['{', '[']) {
        let value: serde_json::Value = serde_json::from_str(content)
            .map_err(|error| refused(&["this is not whole JSON (", &error.to_string(), ")"]))?;
        return match value.get("schema") {
            Some(schema) => saved::read(schema, content, text),
            None => web_annotation::read(&value, text),
        };
    }
    if brat::is_one(content) {
        return brat::read(content, text);
    }
    Err(refused(&[
        "this is no file that Pressmark can open again: give its JSON, Web Annotations or a brat .ann file",
    ]))
}

fn refused(words: &[&str]) -> Error {
    ErrorKind::Import(words.concat()).into()
}

/// The text, which a file without one of its own cannot do without.
fn needed(text: Option<&str>) -> Result<&str, Error> {
    text.ok_or_else(|| {
        refused(&["this file does not hold its article: open the article first, then this file again"])
    })
}

/// Fails if there are more annotations than any article has.
fn check_count(count: usize) -> Result<(), Error> {
    if count > MOST {
        return Err(refused(&[
            "this file has ",
            &count.to_string(),
            " annotations, more than any article has",
        ]));
    }
    Ok(())
}
