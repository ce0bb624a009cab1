//! Texts to measure with: the project's own articles in a row, each time a little different.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use crate::project;

/// Writes a text of about so many bytes, and gives the file. The same length gives the same text.
///
/// # Errors
/// If there are no articles, or the file cannot be written.
pub fn write(length: usize) -> Result<PathBuf> {
    let articles = articles()?;
    let mut chance = Chance(0x5EED_0F7E_4757);
    let mut text = String::with_capacity(length + 4096);
    while text.len() < length {
        let article = &articles[chance.below(articles.len())];
        vary(article, &mut chance, &mut text);
    }
    text.truncate(text.floor_char_boundary(length));
    // Whole words at the end.
    text.truncate(text.rfind(' ').unwrap_or(text.len()));
    let file = project::path(&format!("target/bench/{length}.txt"));
    fs::create_dir_all(project::path("target/bench"))?;
    fs::write(&file, text)?;
    Ok(file)
}

fn articles() -> Result<Vec<String>> {
    let mut files = project::files("tests/articles")?;
    files.extend(project::files("www/examples")?);
    files.retain(|file| project::has_ending(file, &["txt"]));
    ensure!(!files.is_empty(), "there are no articles to measure with");
    files
        .iter()
        .map(|file| fs::read_to_string(project::path(file)).with_context(|| format!("cannot read {file}")))
        .collect()
}

/// Appends an article in which some paragraphs are left out and the rarer capitalised words, its names, have become
/// others, the same word always the same.
fn vary(article: &str, chance: &mut Chance, out: &mut String) {
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for (index, paragraph) in article.split("\n\n").enumerate() {
        if index > 0 && chance.below(6) == 0 {
            continue;
        }
        for piece in paragraph.split_inclusive(|c: char| !c.is_alphabetic()) {
            let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
            if is_name(word, article) {
                out.push_str(names.entry(word).or_insert_with(|| chance.name()));
                out.push_str(&piece[word.len()..]);
            } else {
                out.push_str(piece);
            }
        }
        out.push_str("\n\n");
    }
}

/// Whether a word is capitalised, no calendar word, and nowhere in the article in lower case.
fn is_name(word: &str, article: &str) -> bool {
    const CALENDAR: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let title = word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    title && word.len() > 3 && !CALENDAR.contains(&word) && !article.contains(&word.to_lowercase())
}

/// Numbers without any pattern, the same on every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    /// A name that nobody bears.
    fn name(&mut self) -> String {
        const FIRST: [&str; 12] =
            ["Bra", "Cor", "Del", "Fen", "Gar", "Hol", "Mar", "Nor", "Pel", "Ros", "Tal", "Wen"];
        const LAST: [&str; 12] =
            ["by", "combe", "dale", "field", "ham", "ley", "mere", "ridge", "ston", "vick", "well", "worth"];
        [FIRST[self.below(FIRST.len())], LAST[self.below(LAST.len())]].concat()
    }
}
