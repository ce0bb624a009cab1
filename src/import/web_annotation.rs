//! W3C Web Annotations: a collection, a page, a list or a single one, ours or of another program.

use std::collections::HashMap;

use serde_json::Value;

use super::anchor::{Anchors, Quoted};
use super::assemble::{Details, Piece, assemble};
use super::{Imported, check_count, needed, refused};
use crate::error::Error;

/// Reads annotations of `text`.
pub fn read(value: &Value, text: Option<&str>) -> Result<Imported, Error> {
    let annotations = annotations(value).ok_or_else(|| {
        refused(&["this JSON is neither a result of Pressmark nor a list of Web Annotations"])
    })?;
    check_count(annotations.len())?;
    let text = needed(text)?;
    let mut anchors = Anchors::new(text);
    let (mut placed, mut moved, mut lost) = (0_usize, 0, 0);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut links: Vec<(Option<&str>, Option<&str>)> = Vec::new();
    let mut indices: HashMap<&str, usize> = HashMap::new();
    for annotation in annotations {
        let found: Option<Vec<_>> =
            list(&annotation["target"]).iter().map(|target| anchors.place(&quoted(target))).collect();
        let Some(found) = found.filter(|found| !found.is_empty()) else {
            lost += 1;
            continue;
        };
        *if found.iter().any(|(_, moved)| *moved) { &mut moved } else { &mut placed } += 1;
        if let Some(id) = annotation["id"].as_str() {
            indices.insert(id, pieces.len());
        }
        let (piece, link) = piece(annotation);
        let mut spans: Vec<_> = found.into_iter().map(|(span, _)| span).collect();
        spans.sort_unstable();
        pieces.push(Piece { spans, ..piece });
        links.push(link);
    }
    if placed + moved == 0 && lost > 0 {
        return Err(refused(&[
            "none of these annotations is of this text: open the article that they were made on",
        ]));
    }
    for (piece, (speaker, cue)) in pieces.iter_mut().zip(links) {
        [piece.speaker, piece.cue] = [speaker, cue].map(|id| indices.get(id?).copied());
    }
    let (analysis, unknown) = assemble(text, pieces);
    let placed = placed.saturating_sub(unknown);
    Ok(Imported { text: text.to_owned(), analysis, placed, moved, lost: lost + unknown })
}

/// The annotations, wherever the file has them.
fn annotations(value: &Value) -> Option<Vec<&Value>> {
    let all = match value {
        Value::Array(items) => items.iter().collect(),
        _ if value["first"]["items"].is_array() => list(&value["first"]["items"]),
        _ if value["items"].is_array() => list(&value["items"]),
        _ => vec![value],
    };
    all.iter().all(|item| item["target"].is_object() || item["target"].is_array()).then_some(all)
}

/// One or many: JSON-LD leaves out the brackets around one.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

fn quoted(target: &Value) -> Quoted<'_> {
    let mut quoted = Quoted::default();
    for selector in list(&target["selector"]) {
        let words = |name: &str| selector[name].as_str();
        let number = |name: &str| selector[name].as_u64().and_then(|number| u32::try_from(number).ok());
        match words("type") {
            Some("TextQuoteSelector") => {
                quoted.exact = words("exact");
                quoted.prefix = words("prefix").unwrap_or_default();
                quoted.suffix = words("suffix").unwrap_or_default();
            }
            Some("TextPositionSelector") => quoted.position = number("start").zip(number("end")),
            _ => {}
        }
    }
    quoted
}

/// The piece without its places, and the ids of a quote's speaker and cue.
fn piece(annotation: &Value) -> (Piece, (Option<&str>, Option<&str>)) {
    let mut piece = Piece::default();
    let (mut speaker, mut cue) = (None, None);
    for body in list(&annotation["body"]) {
        let value = body["value"].as_str();
        match body["purpose"].as_str() {
            Some("tagging" | "classifying") if piece.label.is_empty() => {
                value.unwrap_or_default().clone_into(&mut piece.label);
            }
            Some("identifying") => match body["source"].as_str() {
                Some(address) => piece.wikidata = item(address),
                None => piece.meaning = value.map(str::to_owned),
            },
            Some("describing") if body["format"] == "application/json" => {
                piece.details = Details::read(value.unwrap_or_default());
            }
            Some("linking") => match body["scope"].as_str() {
                Some("speaker") => speaker = body["source"].as_str(),
                Some("cue") => cue = body["source"].as_str(),
                _ => {}
            },
            _ => {}
        }
    }
    (piece, (speaker, cue))
}

/// The item of a Wikidata address.
fn item(address: &str) -> Option<String> {
    let (_, item) = address.rsplit_once("wikidata.org/entity/")?;
    Some(item.to_owned())
}
