//! One line of JSON Lines: what it asks for, and what is answered. The fuzz target `jsonl` reads this file too, so it
//! knows nothing of the command around it.

use pressmark::export::Export;
use pressmark::{Annotator, OffsetUnit, Options, parse_date};
use serde::Serialize;
use serde_json::Value;

/// How to annotate; the same for every line.
pub struct Task {
    pub annotator: Annotator,
    /// Of lines that say nothing of their own.
    pub options: Options,
    pub unit: OffsetUnit,
    pub full_text: bool,
}

/// What became of a line: its JSON, and the complaint if it could not be used.
pub struct Outcome {
    pub json: Vec<u8>,
    pub complaint: Option<String>,
}

impl Task {
    /// The result of one line, or `{"id"?, "error"}`.
    pub fn answer(&self, line: &[u8]) -> Outcome {
        #[derive(Serialize)]
        struct Failure<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a str>,
            error: &'a str,
        }
        let mut id = None;
        let result = Item::read(line, &mut id).and_then(|Item { text, options }| {
            let analysis = self.annotator.annotate(&text, &options.unwrap_or(self.options));
            let export = Export { text: &text, analysis: &analysis, full_text: self.full_text };
            serde_json::to_vec(&export.report(id.as_deref(), self.unit)).map_err(|error| error.to_string())
        });
        match result {
            Ok(json) => Outcome { json, complaint: None },
            Err(error) => {
                let json =
                    serde_json::to_vec(&Failure { id: id.as_deref(), error: &error }).unwrap_or_default();
                Outcome { json, complaint: Some(error) }
            }
        }
    }
}

/// One article of the input.
struct Item {
    text: String,
    /// What the line says of the article, if anything.
    options: Option<Options>,
}

impl Item {
    /// Reads a line; its id goes to `id` even if the rest cannot be used.
    fn read(line: &[u8], id: &mut Option<String>) -> Result<Self, String> {
        let mut value: Value = serde_json::from_slice(line).map_err(|error| not_json(&error))?;
        if !value.is_object() {
            return Err("this is not a JSON object: write {\"id\": …, \"text\": …}".to_owned());
        }
        *id = match value["id"].take() {
            Value::Null => None,
            Value::String(id) => Some(id),
            // Numbers are common ids; in a result ids are strings.
            Value::Number(id) => Some(id.to_string()),
            _ => return Err("\"id\" is neither a string nor a number".to_owned()),
        };
        let Value::String(text) = value["text"].take() else {
            return Err("\"text\" is missing or not a string".to_owned());
        };
        let options = match value["date"].take() {
            Value::Null => None,
            Value::String(date) => {
                let date = parse_date(&date).map_err(|error| format!("\"date\": {error}"))?;
                Some(Options { date: Some(date), assumed: false })
            }
            _ => return Err("\"date\" is not a string: write it as YYYY-MM-DD".to_owned()),
        };
        Ok(Self { text, options })
    }
}

/// serde's words without its line, which here is always the first.
fn not_json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let words = message.rfind(" at line ").map_or(message.as_str(), |end| &message[..end]);
    format!("this is not JSON: {words} (column {})", error.column())
}
