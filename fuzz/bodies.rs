//! What must hold for any bytes. The fuzz targets run these on whatever the fuzzer thinks up, `tests/fuzz.rs` on what
//! once failed, on articles and on chance.

use std::sync::LazyLock;

use pressmark::export::{self, Export};
use pressmark::offsets::OffsetMap;
use pressmark::{Analysis, Annotator, OffsetUnit, Options, Span, model, parse_date};

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

/// What an exported page shows is the article, letter for letter, whatever stands in it.
pub fn export(bytes: &[u8]) {
    let (text, options) = text(bytes);
    let analysis = ANNOTATOR.annotate(&text, &options);
    let page = export::html::page(&Export { text: &text, analysis: &analysis, full_text: true });
    let (_, rest) = page.split_once("<article id=\"article\">").expect("an article");
    let (shown, _) = rest.split_once("</article>").expect("its end");
    assert_eq!(words_of_markup(shown), text.replace('\0', "\u{FFFD}"));
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
    assert!(analysis.mentions.iter().all(|m| m.entity.index() < analysis.entities.len()));
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

/// What a browser would show of markup.
fn words_of_markup(markup: &str) -> String {
    let mut out = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        rest = tag.split_once('>').expect("an end of the tag").1;
    }
    out.push_str(rest);
    let references =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    references.iter().fold(out, |text, (reference, letter)| text.replace(reference, letter))
}
