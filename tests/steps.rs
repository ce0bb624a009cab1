//! A text read in steps comes to the same as one read at once, whatever the steps; what is shown before the end is the
//! text's beginning.

mod texts;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use pressmark::{Analysis, Annotator, Options, parse_date};
use proptest::prelude::*;
use texts::any_text;

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| {
    Annotator::new(include_bytes!("../models/en.model").as_slice()).expect("the model is whole")
});

/// The project's own articles.
static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("articles").map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|folder| fs::read_to_string(folder.join("article.txt")).expect("an article")).collect()
});

fn options(dated: bool) -> Options {
    Options { date: dated.then(|| parse_date("2023-03-17").expect("a day")), assumed: false }
}

/// Reads in steps of so many bytes; what was found on the way is checked.
fn in_steps(text: &str, options: Options, bytes: usize) -> Result<Analysis, TestCaseError> {
    let mut reading = ANNOTATOR.read(text, &options);
    let (mut found_to, mut progress) = (0, 0.0);
    while reading.advance(bytes).is_some() {
        prop_assert!(reading.found_to() >= found_to && reading.progress() >= progress);
        (found_to, progress) = (reading.found_to(), reading.progress());
        if let Some(mut partial) = reading.partial() {
            let mut end = 0;
            for quote in &mut partial.quotes {
                // A quote may be signed on the line after it.
                quote.speaker = quote.speaker.take().filter(|s| text.get(s.span.range()).is_none());
                quote.cue = None;
            }
            partial.for_each_span(|span| end = end.max(span.end as usize));
            prop_assert!(end <= found_to && found_to > 0);
            prop_assert!(partial.mentions.iter().all(|m| m.entity.index() < partial.entities.len()));
        }
    }
    prop_assert_eq!((reading.found_to(), reading.progress()), (text.len(), 1.0));
    Ok(reading.finish())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn any_text_in_any_steps(text in any_text(), dated in any::<bool>(), bytes in 0_usize..200) {
        let options = options(dated);
        prop_assert_eq!(in_steps(&text, options, bytes)?, in_steps(&text, options, usize::MAX)?);
    }

    #[test]
    fn articles_cut_and_joined_anywhere(
        pieces in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_usize..600), 1..5),
        bytes in 0_usize..2000,
    ) {
        let piece = |(article, start, length): &(prop::sample::Index, prop::sample::Index, usize)| {
            let article = article.get(&ARTICLES);
            let start = article.floor_char_boundary(start.index(article.len()));
            article[start..article.floor_char_boundary(start + length)].to_owned()
        };
        let text: String = pieces.iter().map(piece).collect();
        prop_assert_eq!(in_steps(&text, options(true), bytes)?, in_steps(&text, options(true), usize::MAX)?);
    }
}

#[test]
fn what_is_found_early_is_what_the_beginning_alone_would_give() {
    let text = ARTICLES.join("\n\n");
    let mut reading = ANNOTATOR.read(text.as_str(), &options(true));
    let early = loop {
        reading.advance(1000).expect("more than one step");
        if let Some(partial) = reading.partial() {
            break partial;
        }
    };
    assert!(reading.found_to() < text.len() / 2, "long before the end");
    let alone = ANNOTATOR.annotate(&text[..reading.found_to()], &options(true));
    assert_eq!(early.quotes, alone.quotes);
    assert_eq!(early.dates, alone.dates);
    assert!(!early.mentions.is_empty());
}

/// Of two attributions in one sentence the next may go on the outer one; the inner one is settled all the same.
#[test]
fn what_stands_inside_an_attribution_that_may_go_on_is_told_while_its_marks_are_known() {
    let text = "“We are not there yet,” Hale asks why it rained,” said Price, a farmer. “I tell him it must.”\n\n\
                It rained.\n\nIt rained on.\n";
    assert_eq!(in_steps(text, options(true), 0).unwrap(), in_steps(text, options(true), usize::MAX).unwrap());
}
