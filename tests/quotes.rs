//! Quotes, sentence by sentence: `tests/tables/quotes/*.toml`.
//!
//! Each case is a text and the quotes in it, one a line: `style | speaker | cue | part | part …`, with `-` where
//! there is none. Every quote must be found as written, and no other.

use pressmark::Span;
use pressmark::quote::Quote;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    quotes: Vec<String>,
}

#[test]
fn each_sentence_gives_its_quotes_with_speaker_and_cue() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/quotes");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the tables are there")
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    paths.sort();
    let (mut seen, mut wrong) = (0, Vec::new());
    for path in paths {
        let table = std::fs::read_to_string(&path).expect("a readable table");
        let table: Table = toml::from_str(&table).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for case in &table.case {
            seen += 1;
            let found = shown(&case.text);
            if found != case.quotes {
                let lines = |quotes: &[String]| quotes.join("\n         ");
                wrong.push(format!(
                    "{name}: {}\n  wanted {}\n  found  {}",
                    case.text,
                    lines(&case.quotes),
                    lines(&found)
                ));
            }
        }
    }
    assert!(seen >= 250, "only {seen} cases found");
    assert!(wrong.is_empty(), "{} of {seen} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The quotes of a text in the form of the tables.
fn shown(text: &str) -> Vec<String> {
    let document = pressmark::segment::segment(text);
    pressmark::quote::find(&document).iter().map(|quote| line(text, quote)).collect()
}

fn line(text: &str, quote: &Quote) -> String {
    let words = |span: Option<Span>| span.map_or("-", |s| s.of(text)).to_owned();
    let style = format!("{:?}", quote.style).to_lowercase();
    let mut line = vec![style, words(quote.speaker), words(quote.cue)];
    line.extend(quote.parts.iter().map(|p| p.of(text).to_owned()));
    line.join(" | ")
}

/// Words and signs that quotes are made of, in any order.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "''",
    "‘",
    "’",
    "«",
    "»",
    "<a href=\"",
    ">",
    ",",
    ".",
    "?",
    ":",
    ";",
    "—",
    "(",
    ")",
    "\n",
    " ",
    " ",
    "Hale",
    "Price",
    "he",
    "she",
    "who",
    "that",
    "said",
    "says",
    "told",
    "called",
    "asked",
    "according to",
    "to",
    "the",
    "mayor",
    "of",
    "and",
    "but",
    "not",
    "would",
    "river",
    "rose",
    "’s",
    "as",
    "HALE",
    "on Monday",
    "🌊",
    "é",
    "saying",
    "in her view",
    "went on",
    "put it",
];

proptest! {
    #[test]
    fn any_text_gives_spans_that_lie_in_it(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        for text in [pieces.concat(), pieces.join(" ")] {
            let document = pressmark::segment::segment(&text);
            let quotes = pressmark::quote::find(&document);
            for quote in &quotes {
                prop_assert!(!quote.parts.is_empty());
                for span in quote.parts.iter().copied().chain(quote.speaker).chain(quote.head).chain(quote.cue) {
                    prop_assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{text:?} {span:?}");
                }
            }
            prop_assert!(quotes.is_sorted_by_key(|q| q.parts[0].start));
        }
    }
}
