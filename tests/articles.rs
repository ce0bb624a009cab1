//! Whole articles of our own with everything a reader should be shown in them.
//!
//! Each folder of `tests/articles` holds `article.txt` and `expected.json`: the article's frame, every mention as
//! (words, kind, entity), every date as (words, type, value), every quote with its parts, style, speaker and cue.
//! An `article.txt` without its own date has it in `expected.json` as `given`.
//!
//! An article must be right throughout, unless `expected.json` says what share of its lists at `least` must be: just
//! below what was measured. `cargo test --test articles -- --nocapture` prints the shares and what is amiss.

use pressmark::analysis::{Analysis, Article, Form};
use pressmark::{Annotator, EntityId, Options, Span, parse_date};
use serde::Deserialize;

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Expected {
    given: Option<String>,
    #[serde(default)]
    least: Least,
    article: Frame,
    mentions: Vec<(String, String, String)>,
    dates: Vec<(String, String, String)>,
    quotes: Vec<Quote>,
}

/// How much of each list must be right: F1 in percent.
#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields, default)]
struct Least {
    mentions: f64,
    dates: f64,
    quotes: f64,
}

impl Default for Least {
    fn default() -> Self {
        Self { mentions: 100.0, dates: 100.0, quotes: 100.0 }
    }
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Frame {
    date: Option<String>,
    headline: Option<String>,
    byline: Option<String>,
    dateline: Option<String>,
    boilerplate: Vec<String>,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Quote {
    parts: Vec<String>,
    style: String,
    speaker: Option<String>,
    cue: Option<String>,
}

#[test]
fn each_article_shows_who_when_and_who_said_what() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let annotator =
        Annotator::new(include_bytes!("../models/en.model").as_slice()).expect("the committed model loads");
    let mut differences = Vec::new();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("tests/articles is a folder") {
        let path = entry.expect("a readable folder").path();
        let read = |name: &str| {
            std::fs::read_to_string(path.join(name))
                .unwrap_or_else(|e| panic!("{}/{name}: {e}", path.display()))
        };
        let text = read("article.txt");
        let expected: Expected = serde_json::from_str(&read("expected.json"))
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let date = expected.given.as_deref().map(|day| parse_date(day).expect("a day"));
        let found = shown(
            &text,
            &annotator.annotate(&text, &Options { date, assumed: false }),
            expected.given.clone(),
        );
        let slug = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        differences.extend(compare(&slug, &expected, &found));
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} articles found");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// What the engine found, in the form of an expected result.
fn shown(text: &str, analysis: &Analysis, given: Option<String>) -> Expected {
    let words = |span: Span| span.of(text).to_owned();
    let name = |id: EntityId| analysis.entities[id.index()].name.clone();
    let Article { date, headline, byline, dateline, boilerplate, .. } = analysis.article.clone();
    let names = analysis.mentions.iter().filter(|m| m.form != Form::Pronoun);
    Expected {
        given,
        least: Least::default(),
        article: Frame {
            date,
            headline: headline.map(words),
            byline: byline.map(words),
            dateline: dateline.map(words),
            boilerplate: boilerplate.into_iter().map(words).collect(),
        },
        mentions: names.map(|m| (words(m.span), m.kind.name().to_owned(), name(m.entity))).collect(),
        dates: analysis
            .dates
            .iter()
            .map(|d| (words(d.span), format!("{:?}", d.kind).to_uppercase(), d.value.clone()))
            .collect(),
        quotes: analysis
            .quotes
            .iter()
            .map(|q| Quote {
                parts: q.parts.iter().copied().map(words).collect(),
                style: format!("{:?}", q.style).to_lowercase(),
                speaker: q.speaker.as_ref().map(|s| s.entity.map_or_else(|| words(s.span), name)),
                cue: q.cue.map(words),
            })
            .collect(),
    }
}

/// Each part of the article that is not as good as it must be, with what is amiss in it.
fn compare(slug: &str, expected: &Expected, found: &Expected) -> Vec<String> {
    let frame = (expected.article != found.article)
        .then(|| format!("{slug}: frame\n  want {:?}\n  got  {:?}", expected.article, found.article));
    let least = &expected.least;
    let lists = [
        list(slug, "mention", least.mentions, &expected.mentions, &found.mentions),
        list(slug, "date", least.dates, &expected.dates, &found.dates),
        list(slug, "quote", least.quotes, &expected.quotes, &found.quotes),
    ];
    frame.into_iter().chain(lists.into_iter().flatten()).collect()
}

/// What is in one list and not in the other, counting repeats, if less than `least` percent is in both.
fn list<T: PartialEq + std::fmt::Debug>(
    slug: &str,
    what: &str,
    least: f64,
    expected: &[T],
    found: &[T],
) -> Option<String> {
    let mut left: Vec<&T> = found.iter().collect();
    let mut report = String::new();
    let mut hits = 0;
    for item in expected {
        if let Some(at) = left.iter().position(|f| *f == item) {
            left.remove(at);
            hits += 1;
        } else {
            report += &format!("\n  missing {item:?}");
        }
    }
    for item in left {
        report += &format!("\n  unexpected {item:?}");
    }
    let all = expected.len() + found.len();
    let share = if all == 0 { 100.0 } else { 200.0 * f64::from(hits) / all as f64 };
    let report = format!("{slug}: {what}s {share:.1} percent right, at least {least}{report}");
    println!("{report}");
    (share < least).then_some(report)
}
