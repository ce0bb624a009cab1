//! brat's stand-off format: the `.ann` file that goes with the text as `.txt`. Offsets count code points, as brat does.
//!
//! Names, dates and quotes are text-bound annotations; mentions of one entity are an equivalence; a Wikidata item is a
//! normalization; a quote's `Speaker` and `Cue` are relations; everything else is a note. A note holds one line of
//! JSON, which brat shows and keeps.

use super::standoff::{Piece, pieces};
use super::{Export, words};
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::Span;

/// The annotations.
#[must_use]
pub fn annotations(export: &Export) -> String {
    let map = OffsetMap::new(export.text, OffsetUnit::CodePoint);
    let pieces = pieces(export);
    let mut out = Lines { out: String::new(), relations: 0, notes: 0, norms: 0 };
    for (index, piece) in pieces.iter().enumerate() {
        out.text_bound(export.text, &map, index, piece);
    }
    for entity in &export.analysis.entities {
        // Mentions are the first pieces, in their own order.
        let ids: Vec<String> = entity.mentions.iter().map(|id| id_of(id.index())).collect();
        if ids.len() > 1 {
            out.line(&["*\tEquiv ", &ids.join(" ")]);
        }
    }
    out.out
}

/// The name of a text-bound annotation.
fn id_of(index: usize) -> String {
    ["T", &(index + 1).to_string()].concat()
}

struct Lines {
    out: String,
    relations: usize,
    notes: usize,
    norms: usize,
}

impl Lines {
    fn line(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
        self.out.push('\n');
    }

    fn text_bound(&mut self, text: &str, map: &OffsetMap, index: usize, piece: &Piece) {
        let id = id_of(index);
        let (mut places, mut said) = (Vec::new(), Vec::new());
        for line in piece.spans.iter().flat_map(|span| lines(text, *span)) {
            places.push([map.get(line.start).to_string(), map.get(line.end).to_string()].join(" "));
            said.push(line.of(text));
        }
        if places.is_empty() {
            return;
        }
        self.line(&[&id, "\t", &capitalised(piece.label), " ", &places.join(";"), "\t", &said.join(" ")]);
        for (role, other) in [("Speaker", piece.speaker), ("Cue", piece.cue)] {
            if let Some(other) = other {
                self.relations += 1;
                let number = self.relations.to_string();
                self.line(&["R", &number, "\t", role, " Arg1:", &id, " Arg2:", &id_of(other)]);
            }
        }
        if let (Some(item), Some(name)) = (piece.wikidata, piece.meaning) {
            self.norms += 1;
            let number = self.norms.to_string();
            self.line(&["N", &number, "\tReference ", &id, " Wikidata:", item, "\t", &words::one_line(name)]);
        }
        if !piece.details.is_empty() {
            self.notes += 1;
            let number = self.notes.to_string();
            self.line(&["#", &number, "\tAnnotatorNotes ", &id, "\t", &piece.details]);
        }
    }
}

/// The pieces of a span between line ends: a text-bound annotation may hold none.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let start = span.start as usize;
    let words = span.of(text);
    words.split(['\n', '\r']).filter(|line| !line.is_empty()).map(move |line| {
        let at = start + (line.as_ptr() as usize - words.as_ptr() as usize);
        Span::new(at, at + line.len())
    })
}

/// brat's labels begin with a capital.
fn capitalised(label: &str) -> String {
    let (first, rest) = label.split_at(1);
    [&first.to_ascii_uppercase(), rest].concat()
}
