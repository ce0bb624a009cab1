//! Segmentation, told as a newsroom would tell it: the tables in `tests/tables/segment`.

use pressmark::document::{Document, Part};
use pressmark::segment::segment;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Cases that show one construction of the language or of the page.
#[derive(Deserialize)]
struct Construction<Case> {
    name: String,
    #[serde(alias = "case")]
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Table<Case> {
    construction: Vec<Construction<Case>>,
}

/// Runs `check` on every case of a table and reports all that fail, each with its construction.
fn run<Case: DeserializeOwned>(table: &str, check: impl Fn(&Case) -> Result<(), String>) {
    let table: Table<Case> = toml::from_str(table).expect("a valid table");
    let mut failures = Vec::new();
    for construction in &table.construction {
        let failed = construction.cases.iter().filter_map(|case| check(case).err());
        failures.extend(failed.map(|why| format!("{}:\n  {why}", construction.name)));
    }
    assert!(failures.is_empty(), "{} failed\n{}", failures.len(), failures.join("\n"));
}

fn same<T: PartialEq + std::fmt::Debug>(found: &T, wanted: &T) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!(" found {found:?}\n  wanted {wanted:?}")) }
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    run(include_str!("tables/segment/sentences.toml"), |wanted: &Vec<String>| {
        let text = wanted.join(" ");
        let document = segment(&text);
        let found: Vec<String> = document.sentences().iter().map(|s| s.span.of(&text).to_owned()).collect();
        same(&found, wanted)
    });
}

#[test]
fn a_missing_space_hides_no_sentence() {
    let text = "The river rose.The dam held.Engineers left.“Good,” she said.";
    let found: Vec<&str> = segment(text).sentences().iter().map(|s| s.span.of(text)).collect();
    assert_eq!(found, ["The river rose.", "The dam held.", "Engineers left.", "“Good,” she said."]);
}

#[test]
fn tokens_begin_wherever_an_annotation_may() {
    run(include_str!("tables/segment/tokens.toml"), |case: &String| {
        let text = case.replace('|', "");
        let document = segment(&text);
        let found: Vec<&str> = (0..document.tokens().len()).map(|token| document.word(token)).collect();
        same(&found, &case.split(['|', ' ']).filter(|token| !token.is_empty()).collect())
    });
}

/// An article and its parts; what is not named is not there.
#[derive(Deserialize)]
struct Article {
    text: String,
    #[serde(default)]
    headline: String,
    #[serde(default)]
    byline: String,
    #[serde(default)]
    dateline: String,
    #[serde(default)]
    boilerplate: Vec<String>,
}

#[test]
fn the_parts_of_an_article_are_told_apart() {
    run(include_str!("tables/segment/parts.toml"), |article: &Article| {
        let document = segment(&article.text);
        let parts = document.parts();
        let words = |part: Option<pressmark::Span>| part.map_or("", |span| span.of(&article.text));
        same(&words(parts.headline), &article.headline.as_str())?;
        same(&words(parts.byline), &article.byline.as_str())?;
        same(&words(parts.dateline), &article.dateline.as_str())?;
        same(&boilerplate(&document), &article.boilerplate.iter().map(String::as_str).collect())
    });
}

fn boilerplate<'t>(document: &'t Document) -> Vec<&'t str> {
    let found = document.paragraphs().iter().filter(|p| p.part == Part::Boilerplate);
    found.map(|p| p.span.of(document.text())).collect()
}

#[test]
fn what_is_boilerplate_has_no_article_sentences() {
    let text = "The river rose.\nRelated\nDam Holds\nIt fell.";
    let document = segment(text);
    let sentences: Vec<&str> = document.article_sentences().map(|s| s.span.of(text)).collect();
    assert_eq!(sentences, ["The river rose.", "It fell."]);
}
