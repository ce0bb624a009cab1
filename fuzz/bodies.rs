//! What must hold for any bytes. The fuzz targets run these on whatever the fuzzer thinks up, `tests/fuzz.rs` on what
//! once failed, on articles and on chance.

use std::sync::LazyLock;

use pressmark::analysis::Origin;
use pressmark::export::{Export, Format, List};
use pressmark::offsets::OffsetMap;
use pressmark::{Analysis, Annotator, OffsetUnit, Options, Span, import, model, parse_date};
use serde_json::Value;

use line::{Outcome, Task};

#[path = "../cli/src/line.rs"]
mod line;
#[path = "reading_back.rs"]
mod reading_back;

static MODEL: &[u8] = include_bytes!("../models/en.model");

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(MODEL).expect("the model is whole"));

/// Any text gives a result whose spans lie in it, sorted, in every unit; read in steps it is the same. The first byte
/// says whether there is a date, the second how long the steps are.
pub fn annotate(bytes: &[u8]) {
    let (text, options) = text(bytes);
    let analysis = ANNOTATOR.annotate(&text, &options);
    check(&analysis, &text);
    let step = usize::from(bytes.get(1).copied().unwrap_or_default()).pow(2);
    let mut reading = ANNOTATOR.read(text.as_str(), &options);
    while reading.advance(step).is_some() {
        if let Some(partial) = reading.partial().filter(|_| step > 64) {
            check(&partial, &text);
        }
    }
    assert!(reading.finish() == analysis, "steps of {step} bytes change the result");
}

/// No bytes make the reader of models panic, not even those with a right checksum, nor the engine that was given them.
pub fn model(bytes: &[u8]) {
    let _ = Annotator::new(bytes.to_vec());
    let Some((edits, _)) = bytes.as_chunks::<6>().0.split_at_checked(bytes.len() / 6) else { return };
    let mut sections = sections();
    for &[section, a, b, c, value, length] in edits {
        let count = sections.len();
        let (_, content) = &mut sections[usize::from(section) % count];
        let at = u32::from_le_bytes([a, b, c, 0]) as usize;
        match (value, content.len()) {
            (255, len) => content.truncate(at % (len + 1)),
            (_, 0) => content.extend(std::iter::repeat_n(value, length.into())),
            (_, len) => content[at % len] = value,
        }
    }
    let sections: Vec<(&str, Vec<u8>)> =
        sections.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    if let Ok(annotator) = Annotator::new(model::write(&sections)) {
        let text = "Police in Paris said on Monday that U.S. President Ann Lee of Acme Inc. had left. “Yes,” she said.";
        check(&annotator.annotate(text, &Options::default()), text);
    }
}

/// What was exported can be read again and is the article, whatever stands in it.
pub fn export(bytes: &[u8]) {
    let (text, options) = text(bytes);
    reading_back::all(&text, &as_exported(ANNOTATOR.annotate(&text, &options)));
}

/// Files of any bytes are refused or fit their text, and can be written again. The first byte says which of our own
/// files is damaged, or that the rest is the file; each four bytes after it change one place.
pub fn import(bytes: &[u8]) {
    const TEXT: &str =
        "“Ask Ann Lee,” said Bo Hall of the BBC on Monday. 😀\r\nShe had left Paris in May, he added.";
    /// Our files, with the text and without, in the order of the first byte.
    static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let analysis = as_exported(ANNOTATOR.annotate(TEXT, &Options::default()));
        let forms = [Format::Json, Format::WebAnnotation, Format::Brat];
        let write =
            |full_text| forms.map(|form| Export { text: TEXT, analysis: &analysis, full_text }.write(form));
        [write(false), write(true)].concat()
    });
    let Some((&form, rest)) = bytes.split_first() else { return };
    let content = match FILES.get(usize::from(form) % 8) {
        Some(file) => damaged(file, rest),
        None => String::from_utf8_lossy(rest).into_owned(),
    };
    let Ok(found) = import::read(&content, Some(TEXT)) else { return };
    found.analysis.clone().for_each_span(|span| {
        assert!(found.text.get(span.range()).is_some(), "a span at {span:?}");
    });
    check_ids(&found.analysis);
    let export = Export { text: &found.text, analysis: &found.analysis, full_text: true };
    for format in FORMATS {
        // That it can be written is all there is to see: what is read back is `export`'s part.
        drop(export.write(format));
    }
    let again = import::read(&export.write(Format::Json), None).expect("our own file");
    assert!(again.analysis == found.analysis && again.text == found.text, "{content}");
}

/// Lines of any bytes are each answered with one line of JSON: a result that can be opened, or the complaint.
pub fn jsonl(bytes: &[u8]) {
    static TASK: LazyLock<Task> = LazyLock::new(|| Task {
        annotator: ANNOTATOR.clone(),
        options: Options::default(),
        unit: OffsetUnit::Utf16,
        full_text: true,
    });
    for line in bytes.split(|&byte| byte == b'\n') {
        let Outcome { json, complaint } = TASK.answer(line);
        assert!(!json.contains(&b'\n'));
        let answer: Value = serde_json::from_slice(&json).expect("JSON");
        if let Some(complaint) = complaint {
            assert_eq!(answer["error"], complaint);
            continue;
        }
        let asked: Value = serde_json::from_slice(line).expect("what was answered is JSON");
        let content = std::str::from_utf8(&json).expect("JSON is Unicode");
        let opened = import::read(content, None).expect("our own file");
        assert_eq!(asked["text"], opened.text);
        assert_eq!(asked.get("id").is_none_or(Value::is_null), answer.get("id").is_none());
    }
}

/// The forms that a reader can choose.
const FORMATS: [Format; 11] = [
    Format::Json,
    Format::Html,
    Format::RichText,
    Format::Markdown,
    Format::Text(None),
    Format::Csv(List::Quotes),
    Format::WebAnnotation,
    Format::Calendar,
    Format::SchemaOrg,
    Format::Brat,
    Format::Conll,
];

/// A result as files have it: without the rules, which none holds, and with who found what.
fn as_exported(mut analysis: Analysis) -> Analysis {
    analysis.rules.clear();
    let Analysis { mentions, entities, dates, quotes, origins, .. } = &mut analysis;
    origins.mentions = vec![Origin::Auto; mentions.len()];
    origins.entities = vec![Origin::Auto; entities.len()];
    origins.dates = vec![Origin::Auto; dates.len()];
    origins.quotes = vec![Origin::Auto; quotes.len()];
    analysis
}

/// A file with some places changed.
fn damaged(file: &str, edits: &[u8]) -> String {
    let mut bytes = file.as_bytes().to_vec();
    for &[low, high, change, value] in edits.as_chunks::<4>().0 {
        let at = usize::from(u16::from_le_bytes([low, high])) % (bytes.len() + 1);
        let end = (at + usize::from(value)).min(bytes.len());
        match change % 4 {
            0 if at < bytes.len() => bytes[at] = value,
            1 => drop(bytes.drain(at..end)),
            2 => bytes.insert(at, value),
            _ => bytes.extend_from_within(at..end),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text(bytes: &[u8]) -> (String, Options) {
    let date = (bytes.first().copied().unwrap_or_default() % 2 == 1)
        .then(|| parse_date("2023-03-17").expect("a day"));
    let text = String::from_utf8_lossy(bytes.get(2..).unwrap_or_default()).into_owned();
    (text, Options { date, assumed: false })
}

/// Spans are the same words in bytes, UTF-16 units and code points; lists are sorted; ids lie in their lists.
fn check(analysis: &Analysis, text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    let utf16 = OffsetMap::new(text, OffsetUnit::Utf16);
    let code_points = OffsetMap::new(text, OffsetUnit::CodePoint);
    analysis.clone().for_each_span(|span| {
        let words = text.get(span.range()).expect("a span on the borders of characters");
        let in_units = &units[utf16.get(span.start) as usize..utf16.get(span.end) as usize];
        let in_points = &points[code_points.get(span.start) as usize..code_points.get(span.end) as usize];
        assert!(!words.is_empty(), "an empty span at {span:?}");
        assert_eq!(String::from_utf16_lossy(in_units), words);
        assert!(words.chars().eq(in_points.iter().copied()));
    });
    let start = |span: &Span| span.start;
    assert!(analysis.mentions.is_sorted_by_key(|m| start(&m.span)));
    assert!(analysis.dates.is_sorted_by_key(|d| start(&d.span)));
    assert!(analysis.ranges.is_sorted_by_key(|r| start(&r.span)));
    assert!(analysis.quotes.is_sorted_by_key(|q| start(&q.span)));
    check_ids(analysis);
}

/// What refers to something refers to something that is there.
fn check_ids(analysis: &Analysis) {
    let entities = analysis.entities.len();
    assert!(analysis.mentions.iter().all(|m| m.entity.index() < entities));
    let mut speakers = analysis.quotes.iter().filter_map(|q| q.speaker.as_ref()?.entity);
    assert!(speakers.all(|id| id.index() < entities));
    assert!(analysis.ranges.iter().flat_map(|r| r.dates).all(|id| id.index() < analysis.dates.len()));
}

/// The sections of the real model, by the table at its head (`src/model.rs`).
fn sections() -> Vec<(String, Vec<u8>)> {
    let number = |at| model::read_u32(MODEL, at).expect("inside the model") as usize;
    let section = |index: usize| {
        let entry = 24 + 16 * index;
        let name = String::from_utf8_lossy(&MODEL[entry..entry + 8]).trim_end_matches('\0').to_owned();
        let start = number(entry + 8);
        (name, MODEL[start..start + number(entry + 12)].to_vec())
    };
    (0..number(20)).map(section).collect()
}
