//! The door to JavaScript: the only file that knows of it.
//!
//! One long-lived [`Annotator`] takes the model's bytes once. A text is copied in once and read in steps. Each result
//! is one plain object whose lists are columns in typed arrays: structured-cloneable, nothing to free, 13 times cheaper
//! to hand over than a list of objects (measured). `pkg/index.d.ts` has the types; a test holds them against real
//! output.

use js_sys::{Float32Array, Int32Array, JsString, Uint8Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::preserve;
use wasm_bindgen::prelude::*;
use web_sys::{Performance, WorkerGlobalScope};

use crate::analysis::{Analysis, Article, Link, Provenance, SCHEMA};
use crate::date::iso;
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::{EntityId, Span};
use crate::{Options, parse_date};

/// No entity, no speaker, no cue: in columns of ids and offsets.
const NONE: i32 = -1;

/// Where the generated types find the result's own, which are written by hand.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { Columns } from \"../index.js\";";

#[wasm_bindgen]
extern "C" {
    /// Every browser's and Node's.
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;
}

/// The engine with its model loaded.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Annotator(crate::Annotator);

#[wasm_bindgen]
impl Annotator {
    /// Loads a model: the bytes of `en.model`.
    ///
    /// # Errors
    /// A JavaScript `Error` if they are not a model of this engine's version.
    #[wasm_bindgen(constructor)]
    pub fn new(model: Vec<u8>) -> Result<Self, JsError> {
        Ok(Self(crate::Annotator::new(model)?))
    }

    /// Takes a text in, to be read in steps.
    ///
    /// `date` is the article's day as `YYYY-MM-DD`, if known; `assumed` says that it is only a guess.
    ///
    /// # Errors
    /// A JavaScript `Error` if `date` is not a calendar day. The text itself is never refused.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "the bindings can only hand over an owned optional string"
    )]
    pub fn read(&self, text: &JsString, date: Option<String>, assumed: bool) -> Result<Reading, JsError> {
        let options = Options { date: date.as_deref().map(parse_date).transpose()?, assumed };
        Ok(Reading { inner: self.0.read(in_utf8(text), &options), timeline: Timeline::of_worker() })
    }
}

/// A string in UTF-8, in just as many bytes as that has: the bindings' own way takes three for each unit of a long text
/// with any letter beyond ASCII, before it gives back what was too much.
fn in_utf8(text: &JsString) -> String {
    // What the encoder gives is UTF-8.
    String::from_utf8(TextEncoder::new().encode(text).to_vec()).unwrap_or_default()
}

/// A text on its way to its names, dates and quotes.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reading {
    inner: crate::Reading<'static>,
    timeline: Timeline,
}

#[wasm_bindgen]
impl Reading {
    /// Does the next step, of about so many bytes: the index of the stage that was at work, −1 once all is done.
    pub fn advance(&mut self, bytes: u32) -> i32 {
        self.timeline.start();
        self.inner.advance(bytes as usize).map_or(NONE, |stage| {
            self.timeline.end(stage.name());
            stage as i32
        })
    }

    /// The share of the work that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f32 {
        self.inner.progress()
    }

    /// The share of the text that has been read for names, dates and quotes, from 0 to 1.
    #[must_use]
    pub fn found(&self) -> f32 {
        self.inner.found_to() as f32 / self.inner.text().len().max(1) as f32
    }

    /// What was found so far, as columns for the text up to their length; nothing between two runs.
    #[wasm_bindgen(unchecked_return_type = "Columns | undefined")]
    pub fn partial(&mut self) -> JsValue {
        match self.inner.partial() {
            Some(analysis) => columns(analysis, self.inner.text(), self.inner.found_to()),
            None => JsValue::UNDEFINED,
        }
    }

    /// The whole result, as columns with UTF-16 offsets; does whatever is left to do.
    #[must_use]
    #[wasm_bindgen(unchecked_return_type = "Columns")]
    pub fn finish(mut self) -> JsValue {
        let analysis = self.inner.conclude();
        columns(analysis, self.inner.text(), self.inner.text().len())
    }
}

/// The worker's own timeline, where a browser's profiler shows what each stage took. Elsewhere there is none.
#[derive(Debug)]
struct Timeline(Option<Performance>);

impl Timeline {
    const START: &str = "pressmark:start";

    fn of_worker() -> Self {
        let scope = js_sys::global().dyn_into::<WorkerGlobalScope>().ok();
        Self(scope.and_then(|scope| scope.performance()))
    }

    fn start(&self) {
        if let Some(performance) = &self.0 {
            // A timeline that refuses is no reason to fail.
            let _ = performance.mark(Self::START);
        }
    }

    /// Shows how long a stage was at work. The profiler has it then; the worker's list has no bound of its own, and a
    /// worker may read thousands of texts, so nothing is left on it.
    fn end(&self, stage: &str) {
        if let Some(performance) = &self.0 {
            let name = ["pressmark:", stage].concat();
            let _ = performance.measure_with_start_mark(&name, Self::START);
            performance.clear_measures_with_measure_name(&name);
            performance.clear_marks_with_mark_name(Self::START);
        }
    }
}

/// The result as JavaScript gets it: with UTF-16 offsets into `text`, of which it is about the first `length` bytes.
fn columns(mut analysis: Analysis, text: &str, length: usize) -> JsValue {
    let map = OffsetMap::new(text, OffsetUnit::Utf16);
    analysis.for_each_span(|span| *span = Span { start: map.get(span.start), end: map.get(span.end) });
    let columns = Columns::new(&analysis, map.get(length as u32));
    // Plain data of ours always becomes a plain object.
    columns.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Columns<'a> {
    schema: &'static str,
    length: u32,
    article: &'a Article,
    mentions: Mentions,
    entities: Entities<'a>,
    dates: Dates<'a>,
    ranges: Ranges<'a>,
    quotes: Quotes,
    provenance: &'a Provenance,
}

#[derive(Serialize)]
struct Mentions {
    #[serde(with = "preserve")]
    start: Uint32Array,
    #[serde(with = "preserve")]
    end: Uint32Array,
    #[serde(with = "preserve")]
    kind: Uint8Array,
    #[serde(with = "preserve")]
    entity: Uint32Array,
    #[serde(with = "preserve")]
    form: Uint8Array,
    #[serde(with = "preserve")]
    confidence: Float32Array,
}

#[derive(Serialize)]
struct Entities<'a> {
    #[serde(with = "preserve")]
    kind: Uint8Array,
    name: Vec<&'a str>,
    aliases: Vec<&'a [String]>,
    role: Vec<Option<&'a str>>,
    link: Vec<Option<&'a Link>>,
}

#[derive(Serialize)]
struct Dates<'a> {
    #[serde(with = "preserve")]
    start: Uint32Array,
    #[serde(with = "preserve")]
    end: Uint32Array,
    #[serde(rename = "type", with = "preserve")]
    kind: Uint8Array,
    value: Vec<&'a str>,
    #[serde(rename = "mod")]
    modifier: Vec<Option<&'a str>>,
    from: Vec<Option<String>>,
    to: Vec<Option<String>>,
    #[serde(with = "preserve")]
    basis: Int32Array,
    rule: &'a [&'static str],
    #[serde(with = "preserve")]
    confidence: Float32Array,
}

#[derive(Serialize)]
struct Ranges<'a> {
    #[serde(with = "preserve")]
    start: Uint32Array,
    #[serde(with = "preserve")]
    end: Uint32Array,
    #[serde(with = "preserve")]
    first: Uint32Array,
    #[serde(with = "preserve")]
    last: Uint32Array,
    value: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotes {
    #[serde(with = "preserve")]
    start: Uint32Array,
    #[serde(with = "preserve")]
    end: Uint32Array,
    #[serde(with = "preserve")]
    style: Uint8Array,
    /// Parts of quote `i` are `part_start[first_part[i]..first_part[i + 1]]`, and the same of `part_end`.
    #[serde(with = "preserve")]
    first_part: Uint32Array,
    #[serde(with = "preserve")]
    part_start: Uint32Array,
    #[serde(with = "preserve")]
    part_end: Uint32Array,
    #[serde(with = "preserve")]
    speaker_start: Int32Array,
    #[serde(with = "preserve")]
    speaker_end: Int32Array,
    #[serde(with = "preserve")]
    speaker_entity: Int32Array,
    #[serde(with = "preserve")]
    cue_start: Int32Array,
    #[serde(with = "preserve")]
    cue_end: Int32Array,
    #[serde(with = "preserve")]
    confidence: Float32Array,
}

impl<'a> Columns<'a> {
    fn new(analysis: &'a Analysis, length: u32) -> Self {
        Self {
            schema: SCHEMA,
            length,
            article: &analysis.article,
            mentions: Mentions::new(analysis),
            entities: Entities::new(analysis),
            dates: Dates::new(analysis),
            ranges: Ranges::new(analysis),
            quotes: Quotes::new(analysis),
            provenance: &analysis.provenance,
        }
    }
}

/// A column: one value an item, gathered in Rust and handed over in one copy.
fn column<T, V, A: for<'v> From<&'v [V]>>(items: &[T], value: impl FnMut(&T) -> V) -> A {
    A::from(items.iter().map(value).collect::<Vec<V>>().as_slice())
}

fn strings<'a, T>(items: &'a [T], value: impl FnMut(&'a T) -> Option<&'a String>) -> Vec<Option<&'a str>> {
    items.iter().map(value).map(|s| s.map(String::as_str)).collect()
}

fn start_or_none(span: Option<Span>) -> i32 {
    span.map_or(NONE, |s| s.start.cast_signed())
}

fn end_or_none(span: Option<Span>) -> i32 {
    span.map_or(NONE, |s| s.end.cast_signed())
}

impl Mentions {
    fn new(analysis: &Analysis) -> Self {
        let list = &analysis.mentions;
        Self {
            start: column(list, |m| m.span.start),
            end: column(list, |m| m.span.end),
            kind: column(list, |m| m.kind as u8),
            entity: column(list, |m| m.entity.0),
            form: column(list, |m| m.form as u8),
            confidence: column(list, |m| m.confidence),
        }
    }
}

impl<'a> Entities<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let list = &analysis.entities;
        Self {
            kind: column(list, |e| e.kind as u8),
            name: list.iter().map(|e| e.name.as_str()).collect(),
            aliases: list.iter().map(|e| e.aliases.as_slice()).collect(),
            role: strings(list, |e| e.role.as_ref()),
            link: list.iter().map(|e| e.link.as_ref()).collect(),
        }
    }
}

impl<'a> Dates<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let list = &analysis.dates;
        Self {
            start: column(list, |d| d.span.start),
            end: column(list, |d| d.span.end),
            kind: column(list, |d| d.kind as u8),
            value: list.iter().map(|d| d.value.as_str()).collect(),
            modifier: strings(list, |d| d.modifier.as_ref()),
            from: list.iter().map(|d| d.from.map(iso)).collect(),
            to: list.iter().map(|d| d.to.map(iso)).collect(),
            basis: column(list, |d| d.basis.map_or(NONE, |b| b as i32)),
            rule: &analysis.rules,
            confidence: column(list, |d| d.confidence),
        }
    }
}

impl<'a> Ranges<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let list = &analysis.ranges;
        Self {
            start: column(list, |r| r.span.start),
            end: column(list, |r| r.span.end),
            first: column(list, |r| r.dates[0].0),
            last: column(list, |r| r.dates[1].0),
            value: list.iter().map(|r| r.value.as_str()).collect(),
        }
    }
}

impl Quotes {
    fn new(analysis: &Analysis) -> Self {
        let list = &analysis.quotes;
        let parts: Vec<Span> = list.iter().flat_map(|q| q.parts.iter().copied()).collect();
        let mut first_part = vec![0];
        first_part.extend(list.iter().scan(0, |sum, q| {
            *sum += q.parts.len() as u32;
            Some(*sum)
        }));
        let speaker = |q: &crate::analysis::Quote| q.speaker.as_ref().map(|s| s.span);
        Self {
            start: column(list, |q| q.span.start),
            end: column(list, |q| q.span.end),
            style: column(list, |q| q.style as u8),
            first_part: first_part.as_slice().into(),
            part_start: column(&parts, |p| p.start),
            part_end: column(&parts, |p| p.end),
            speaker_start: column(list, |q| start_or_none(speaker(q))),
            speaker_end: column(list, |q| end_or_none(speaker(q))),
            speaker_entity: column(list, |q| {
                q.speaker.as_ref().and_then(|s| s.entity).map_or(NONE, |EntityId(id)| id.cast_signed())
            }),
            cue_start: column(list, |q| start_or_none(q.cue)),
            cue_end: column(list, |q| end_or_none(q.cue)),
            confidence: column(list, |q| q.confidence),
        }
    }
}
