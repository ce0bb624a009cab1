//! W3C Web Annotations in JSON-LD: a collection with one page, an annotation a piece of the text.
//!
//! As the standard wants it, positions count code points and every target also quotes its words with some context, so
//! that it can be found again in a text that has changed. A quote in several parts has a target for each. The label
//! is a body with the purpose `tagging`; who, what or when is meant one with `identifying`; the details (a date's
//! value, the reader's part, a quote's speaker) one with `describing`, as JSON.

use super::json::Json;
use super::standoff::{Piece, pieces};
use super::{Export, words};
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::Span;

/// Characters of context before and after a target.
const CONTEXT: usize = 32;
/// The letter of the annotations' identifiers.
const LIST: u8 = b'a';

/// The collection. The whole text is never part of it.
#[must_use]
pub fn collection(export: &Export) -> String {
    let pieces = pieces(export);
    let ids = words::Ids::new(export.text);
    let id = |list, index| ["urn:uuid:", &ids.of(list, index)].concat();
    let writer =
        Writer { export, map: OffsetMap::new(export.text, OffsetUnit::CodePoint), source: id(b't', 0) };
    let made = &export.analysis.provenance;
    let mut json = Json::default();
    json.object(|o| {
        o.member("@context", "http://www.w3.org/ns/anno.jsonld");
        o.member("id", &id(b'c', 0));
        o.member("type", "AnnotationCollection");
        o.member("label", &export.provenance());
        o.key("generator").object(|o| {
            o.member("type", "Software");
            o.member("name", &[&made.generator, ", model ", &made.model].concat());
        });
        o.optional("generated", made.created.as_deref());
        o.key("total").number(pieces.len() as u32);
        o.key("first").object(|o| {
            o.member("id", &id(b'p', 0));
            o.member("type", "AnnotationPage");
            o.key("startIndex").number(0);
            o.key("items").array(|items| {
                for (index, piece) in pieces.iter().enumerate() {
                    items.object(|o| {
                        o.member("id", &id(LIST, index));
                        writer.annotation(o, piece, |index| id(LIST, index));
                    });
                }
            });
        });
    });
    json.finish()
}

struct Writer<'e, 'a> {
    export: &'e Export<'a>,
    map: OffsetMap<'a>,
    source: String,
}

impl Writer<'_, '_> {
    fn annotation(&self, json: &mut Json, piece: &Piece, id: impl Fn(usize) -> String) {
        json.member("type", "Annotation");
        json.member("motivation", "classifying");
        json.key("body").array(|bodies| {
            body(bodies, "tagging", None, piece.label);
            if let Some(item) = piece.wikidata {
                bodies.object(|o| {
                    o.member("type", "SpecificResource");
                    o.member("purpose", "identifying");
                    o.member("source", &["http://www.wikidata.org/entity/", item].concat());
                });
            }
            if let Some(meaning) = piece.meaning {
                body(bodies, "identifying", None, meaning);
            }
            if !piece.details.is_empty() {
                body(bodies, "describing", Some("application/json"), &piece.details);
            }
            for (role, index) in [("speaker", piece.speaker), ("cue", piece.cue)] {
                if let Some(index) = index {
                    bodies.object(|o| {
                        o.member("type", "SpecificResource");
                        o.member("purpose", "linking");
                        o.member("source", &id(index));
                        o.member("scope", role);
                    });
                }
            }
        });
        json.key("target").array(|targets| {
            for &span in &piece.spans {
                targets.object(|o| {
                    o.member(
                        "source",
                        self.export.analysis.provenance.source.as_deref().unwrap_or(&self.source),
                    );
                    o.key("selector").array(|selectors| self.selectors(selectors, span));
                });
            }
        });
    }

    fn selectors(&self, json: &mut Json, span: Span) {
        let text = self.export.text;
        json.object(|o| {
            o.member("type", "TextQuoteSelector");
            o.member("exact", span.of(text));
            let before = text.get(..span.start as usize).unwrap_or("");
            let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
            o.member("prefix", &before[start..]);
            let after = text.get(span.end as usize..).unwrap_or("");
            let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
            o.member("suffix", &after[..end]);
        });
        json.object(|o| {
            o.member("type", "TextPositionSelector");
            o.key("start").number(self.map.get(span.start));
            o.key("end").number(self.map.get(span.end));
        });
    }
}

fn body(json: &mut Json, purpose: &str, format: Option<&str>, value: &str) {
    json.object(|o| {
        o.member("type", "TextualBody");
        o.member("purpose", purpose);
        o.optional("format", format);
        o.member("value", value);
    });
}
