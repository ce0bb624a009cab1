//! Our own JSON, `pressmark/1`.

use serde_json::Value;

use super::{Imported, check_count, needed, refused};
use crate::analysis::{Analysis, SCHEMA};
use crate::error::Error;
use crate::export::checksum;
use crate::offsets::OffsetMap;
use crate::report::Report;

/// Reads a saved result; its own text goes before `text`.
pub fn read(schema: &Value, content: &str, text: Option<&str>) -> Result<Imported, Error> {
    if schema != SCHEMA {
        let found = schema.as_str().unwrap_or("another kind");
        return Err(refused(&["this file is of ", found, ", and this version reads ", SCHEMA]));
    }
    let mut saved = result(content)?;
    let text = match saved.0.text.take() {
        Some(own) => own,
        None => needed(text)?.to_owned(),
    };
    let placed = saved.0.items();
    let analysis = saved.of(&text)?;
    Ok(Imported { text, analysis, placed, moved: 0, lost: 0 })
}

/// A result as it was saved, or as somebody has edited it; not yet held against a text.
pub struct Saved(Report);

/// The result in a piece of JSON.
///
/// # Errors
/// If it is not as the contract wants it, or holds more than any article does.
pub fn result(json: &str) -> Result<Saved, Error> {
    let report: Report = serde_json::from_str(json)
        .map_err(|error| refused(&["this result is damaged (", &error.to_string(), ")"]))?;
    check_count(report.items())?;
    Ok(Saved(report))
}

impl Saved {
    /// The result, if it is of `text`.
    ///
    /// # Errors
    /// If it is of another text or contradicts itself.
    pub fn of(self, text: &str) -> Result<Analysis, Error> {
        let Self(report) = self;
        let known = &report.provenance.text_crc32;
        let same_length = OffsetMap::new(text, report.offsets).get(u32::MAX) == report.length;
        if !same_length || !known.is_empty() && *known != checksum(text) {
            return Err(refused(&[
                "this result is of another text: open the article that it was made from, then this file again",
            ]));
        }
        let unit = report.offsets;
        report.into_analysis().taken_in(text, unit)
    }
}
