//! The second door to JavaScript: results out in forms for others, and files back in. It is a wasm of its own, loaded
//! by who exports or imports, so that nobody else waits for it (docs/adr/008).
//!
//! Results cross this border as `pressmark/1` in JSON with UTF-16 offsets: that is what an edited result is kept as,
//! and a library reads it with all the care that a file from elsewhere needs.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::export::{Export, Format};
use crate::import;
use crate::offsets::OffsetUnit;
use crate::report::Report;

/// A result in a form for others. `report` is a result of `text` in JSON; `format` and `list` are names as
/// [`Format::parse`] has them.
///
/// # Errors
/// A JavaScript `Error` if there is no such form, or the result is none or does not fit the text.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "the bindings can only hand over an owned optional string")]
pub fn write(
    text: &str,
    report: &str,
    format: &str,
    list: Option<String>,
    full_text: bool,
) -> Result<String, JsError> {
    let format = Format::parse(format, list.as_deref())?;
    let analysis = import::result(report)?.of(text)?;
    Ok(Export { text, analysis: &analysis, full_text }.write(format))
}

/// What a file holds, as JSON: `{ text, report, placed, moved, lost }`. `text` is the text that it is of, where the file
/// does not bring its own.
///
/// # Errors
/// A JavaScript `Error` if it cannot be read or is of another text; its words are for the reader.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "the bindings can only hand over an owned optional string")]
pub fn read(content: &str, text: Option<String>) -> Result<String, JsError> {
    #[derive(Serialize)]
    struct Read {
        text: String,
        report: Report,
        placed: usize,
        moved: usize,
        lost: usize,
    }
    let import::Imported { text, analysis, placed, moved, lost } = import::read(content, text.as_deref())?;
    let report = analysis.report(&text, None, OffsetUnit::Utf16);
    Ok(serde_json::to_string(&Read { text, report, placed, moved, lost })?)
}
