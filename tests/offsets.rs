//! Any string at all: the engine gives a result, and every offset in it is exact in every unit.

mod texts;

use pressmark::document::Document;
use pressmark::segment::segment;
use pressmark::{Analysis, Annotator, OffsetUnit, Options, Span};
use proptest::prelude::*;
use std::sync::LazyLock;
use texts::any_text;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| {
    Annotator::new(include_bytes!("../models/en.model").as_slice()).expect("the model is whole")
});

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn paragraphs_sentences_and_tokens_lay_out_any_text(text in any_text()) {
        let document = segment(&text);
        paragraphs_and_gaps(&document)?;
        tokens_cover_their_paragraph(&document)?;
        sentences_share_out_the_tokens(&document)?;
        parts_lie_inside_their_text(&document)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn every_span_of_an_analysis_slices_alike_in_every_unit(text in any_text(), dated in any::<bool>()) {
        let date = dated.then(|| pressmark::parse_date("2023-03-17").expect("a day"));
        let options = Options { date, assumed: false };
        let analysis = ANNOTATOR.annotate(&text, &options);
        spans_slice_alike(&analysis, &text)?;
        prop_assert_eq!(ANNOTATOR.annotate(&text, &options), analysis, "annotating is pure");
    }
}

/// White space and the characters without ink, which may lie between paragraphs and between tokens.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\0' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn paragraphs_and_gaps(document: &Document) -> Result<(), TestCaseError> {
    let mut end = 0;
    for paragraph in document.paragraphs() {
        prop_assert!(paragraph.span.start >= end && !paragraph.span.is_empty());
        prop_assert!(document.text()[end as usize..paragraph.span.start as usize].chars().all(is_blank));
        end = paragraph.span.end;
    }
    prop_assert!(document.text()[end as usize..].chars().all(is_blank));
    Ok(())
}

fn tokens_cover_their_paragraph(document: &Document) -> Result<(), TestCaseError> {
    let mut first = 0;
    for paragraph in document.paragraphs() {
        prop_assert_eq!(paragraph.tokens.first(), first);
        prop_assert!(!paragraph.tokens.is_empty());
        first = paragraph.tokens.end();
        let mut end = paragraph.span.start;
        for token in &document.tokens()[paragraph.tokens.range()] {
            prop_assert!(
                !token.span().is_empty()
                    && token.span().start >= end
                    && token.span().end <= paragraph.span.end
            );
            let between = &document.text()[end as usize..token.span().start as usize];
            prop_assert!(between.chars().all(is_blank), "{:?} belongs to no token", between);
            end = token.span().end;
        }
        prop_assert_eq!(end, paragraph.span.end);
    }
    prop_assert_eq!(first, document.tokens().len());
    Ok(())
}

fn sentences_share_out_the_tokens(document: &Document) -> Result<(), TestCaseError> {
    let mut token = 0;
    for (index, paragraph) in document.paragraphs().iter().enumerate() {
        for sentence in &document.sentences()[paragraph.sentences.range()] {
            prop_assert_eq!(sentence.paragraph as usize, index);
            prop_assert_eq!(sentence.tokens.first(), token);
            prop_assert!(!sentence.tokens.is_empty());
            prop_assert_eq!(sentence.span, document.span_of(sentence.tokens));
            token = sentence.tokens.end();
        }
        prop_assert_eq!(token, paragraph.tokens.end());
    }
    prop_assert_eq!(token, document.tokens().len());
    Ok(())
}

fn parts_lie_inside_their_text(document: &Document) -> Result<(), TestCaseError> {
    let parts = document.parts();
    for span in [parts.headline, parts.byline, parts.dateline].into_iter().flatten() {
        let words = document.text().get(span.range());
        prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words), "{:?}", words);
    }
    Ok(())
}

/// The words of each span in bytes are the words of the same span in UTF-16 units and in code points.
fn spans_slice_alike(analysis: &Analysis, text: &str) -> Result<(), TestCaseError> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    let bytes = spans(analysis);
    let utf16 = converted(analysis, text, OffsetUnit::Utf16);
    let code_points = converted(analysis, text, OffsetUnit::CodePoint);
    prop_assert_eq!((utf16.len(), code_points.len()), (bytes.len(), bytes.len()));
    for ((span, utf16), code_points) in bytes.iter().zip(utf16).zip(code_points) {
        let words = text.get(span.range());
        prop_assert!(words.is_some_and(|words| !words.is_empty()), "{:?} is no span of the text", span);
        let words = words.unwrap_or_default();
        prop_assert_eq!(String::from_utf16_lossy(&units[utf16.range()]), words);
        prop_assert_eq!(points[code_points.range()].iter().collect::<String>(), words);
    }
    Ok(())
}

fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans = Vec::new();
    analysis.clone().for_each_span(|span| spans.push(*span));
    spans
}

/// The spans in another unit, in the same order.
fn converted(analysis: &Analysis, text: &str, unit: OffsetUnit) -> Vec<Span> {
    let map = pressmark::offsets::OffsetMap::new(text, unit);
    spans(analysis).iter().map(|span| Span { start: map.get(span.start), end: map.get(span.end) }).collect()
}

#[test]
fn a_megabyte_without_a_space_is_one_paragraph() {
    let text = "é".repeat(1 << 19);
    let document = segment(&text);
    assert_eq!((document.paragraphs().len(), document.tokens().len()), (1, 1));
    assert_eq!(document.tokens()[0].span().len(), 1 << 20);
}

#[test]
fn an_empty_text_has_nothing_in_it() {
    for text in ["", " \n\t\r\n", "\u{feff}\0\u{200b}"] {
        assert!(segment(text).paragraphs().is_empty());
        assert!(spans(&ANNOTATOR.annotate(text, &Options::default())).is_empty());
    }
}
