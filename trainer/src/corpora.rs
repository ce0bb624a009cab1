//! The tagged corpora: names that they tag with one kind, parts of persons' names, and words in lower case.

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::Kind;
use pressmark::entity::gazetteer::Classes;

use crate::Error;
use crate::gazetteer::Builder;
use crate::sources::{CORPORA, read};

/// Silver annotation: its words are counted, its names are not trusted.
const SILVER: &str = "gmb.tsv";
/// A word counts as a common one from this many uses in lower case on.
const FEWEST_USES: u32 = 3;
/// A name is taken if at least this share of its uses, in percent, is of one kind.
const SHARE: u32 = 80;

/// What the corpora hold, by folded or exact word.
#[derive(Default)]
struct Counts {
    /// By word in lower case: uses in lower case, and capitalised uses inside a sentence.
    words: BTreeMap<String, [u32; 2]>,
    /// By name as written: uses of each kind.
    names: BTreeMap<String, [u32; 7]>,
    /// By word as written, inside a sentence: uses outside any name.
    outside: BTreeMap<String, u32>,
}

/// Adds what all corpora give.
///
/// # Errors
/// If a file is missing; the message names it.
pub fn add_all(folder: &Path, builder: &mut Builder) -> Result<(), Error> {
    let mut counts = Counts::default();
    for source in CORPORA {
        let text = read(&folder.join(source.file))?;
        for sentence in text.split("\n\n") {
            counts.sentence(sentence, source.file != SILVER);
        }
    }
    counts.give(builder);
    Ok(())
}

impl Counts {
    /// Counts one sentence: lines of word, tag and original tag.
    fn sentence(&mut self, sentence: &str, trusted: bool) {
        let lines = sentence.lines().filter(|line| !line.starts_with("# "));
        let tokens: Vec<(&str, &str)> = lines
            .filter_map(|line| line.split_once('\t').map(|(w, t)| (w, t.split('\t').next().unwrap_or("O"))))
            .collect();
        for (index, &(word, tag)) in tokens.iter().enumerate() {
            self.word(word, index);
            if trusted && index > 0 && tag == "O" {
                *self.outside.entry(word.to_owned()).or_default() += 1;
            }
            if let Some(kind) = tag.strip_prefix("B-").filter(|_| trusted).and_then(kind) {
                let rest = tokens[index + 1..].iter().take_while(|(_, t)| t.starts_with("I-"));
                let words: Vec<&str> = [word].into_iter().chain(rest.map(|&(w, _)| w)).collect();
                self.names.entry(words.join(" ")).or_default()[kind as usize] += 1;
            }
        }
    }

    fn word(&mut self, word: &str, index: usize) {
        if !word.chars().all(char::is_alphabetic) {
            return;
        }
        let capitalised = word.chars().next().is_some_and(char::is_uppercase);
        let in_lower = !word.chars().any(char::is_uppercase);
        if in_lower || (capitalised && index > 0) {
            self.words.entry(word.to_lowercase()).or_default()[usize::from(!in_lower)] += 1;
        }
    }

    fn give(&self, builder: &mut Builder) {
        for (word, [lower, capitalised]) in &self.words {
            if *lower >= FEWEST_USES && lower >= capitalised {
                builder.add(word, Classes::COMMON);
            }
        }
        for (name, kinds) in &self.names {
            self.name(name, *kinds, builder);
        }
    }

    /// Adds a name if it is capitalised and of one kind nearly always; a person's name gives its parts.
    fn name(&self, name: &str, kinds: [u32; 7], builder: &mut Builder) {
        let uses: u32 = kinds.iter().sum();
        let kind = Kind::ALL.into_iter().max_by_key(|&k| kinds[k as usize]).unwrap_or(Kind::Person);
        let parts: Vec<&str> = name.split(' ').collect();
        let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let clear = kinds[kind as usize] * 100 >= uses * SHARE && name.chars().any(char::is_uppercase);
        if !clear || name.len() < 2 || !parts.first().is_some_and(|first| capital(first)) {
            return;
        }
        if kind == Kind::Person {
            let plain =
                |word: &&&str| word.len() > 2 && capital(word) && word.chars().all(char::is_alphabetic);
            if let [first, .., last] = parts.as_slice() {
                [first].iter().filter(|w| plain(*w)).for_each(|w| builder.add(w, Classes::FIRST_NAME));
                [last].iter().filter(|w| plain(*w)).for_each(|w| builder.add(w, Classes::SURNAME));
            }
        }
        let outside = self.outside.get(name).copied().unwrap_or(0);
        let enough = if parts.len() > 1 { 1 + u32::from(kind == Kind::Person) } else { 2 };
        if uses >= enough && outside < uses && (parts.len() > 1 || kind != Kind::Person) {
            builder.add(name, class(kind));
        }
    }
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}

fn class(kind: Kind) -> Classes {
    match kind {
        Kind::Person => Classes::PERSON,
        Kind::Organization => Classes::ORGANIZATION,
        Kind::Place => Classes::REGION,
        Kind::Group => Classes::GROUP,
        Kind::Event => Classes::EVENT,
        Kind::Work => Classes::WORK,
        Kind::Product => Classes::PRODUCT,
    }
}
