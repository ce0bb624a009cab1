//! The tagged corpora: names that they tag with one kind, parts of persons' names, and words in lower case.

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::Kind;
use pressmark::entity::gazetteer::Classes;

use crate::Error;
use crate::gazetteer::Builder;
use crate::sources::{CORPORA, read};

/// Silver annotation: its words are counted, and its names where a trusted corpus has them too.
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
    /// By name as written: uses of each kind, and those that a trusted corpus tags.
    names: BTreeMap<String, ([u32; 7], u32)>,
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
            if let Some(kind) = tag.strip_prefix("B-").and_then(kind) {
                let rest = tokens[index + 1..].iter().take_while(|(_, t)| t.starts_with("I-"));
                let words: Vec<&str> = [word].into_iter().chain(rest.map(|&(w, _)| w)).collect();
                let (kinds, trusted_uses) = self.names.entry(words.join(" ")).or_default();
                kinds[kind as usize] += 1;
                *trusted_uses += u32::from(trusted);
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
        if std::env::var("LEAK").is_err() { return; }
        for (name, &(kinds, trusted)) in self.names.iter().filter(|(_, (_, trusted))| *trusted > 0) {
            self.name(name, kinds, trusted, builder);
        }
    }

    /// Adds a name if it is capitalised and of one kind nearly always; a person's name gives its parts.
    fn name(&self, name: &str, kinds: [u32; 7], trusted: u32, builder: &mut Builder) {
        let uses: u32 = kinds.iter().sum();
        let kind = Kind::ALL.into_iter().max_by_key(|&k| kinds[k as usize]).unwrap_or(Kind::Person);
        let parts: Vec<&str> = name.split(' ').collect();
        let clear = kinds[kind as usize] * 100 >= uses * SHARE && name.chars().any(char::is_uppercase);
        if !clear || name.len() < 2 || !is_written_as_name(&parts) {
            return;
        }
        if kind == Kind::Person {
            self.parts_of_person(&parts, builder);
        }
        let outside = self.outside.get(name).copied().unwrap_or(0);
        // Organizations and places are told apart by one use; of the others one in ten is an annotator's slip.
        let steady = parts.len() > 1 && matches!(kind, Kind::Organization | Kind::Place);
        let enough = if steady { 1 } else { 2 };
        if trusted >= enough && outside < uses && (parts.len() > 1 || kind != Kind::Person) {
            builder.add(name, class(kind));
        }
    }

    /// Adds the first and last word of a person's name, unless they are common words. Lists that tell the sex of a
    /// first name go before.
    fn parts_of_person(&self, parts: &[&str], builder: &mut Builder) {
        let plain = |word: &str| {
            let [lower, capitalised] = self.words.get(&word.to_lowercase()).copied().unwrap_or_default();
            word.len() > 2 && capital(word) && word.chars().all(char::is_alphabetic) && lower < capitalised
        };
        if let [first, .., last] = parts {
            if plain(first) && !builder.knows(first, Classes::FIRST_NAME) {
                builder.add(first, Classes::FIRST_NAME);
            }
            if plain(last) {
                builder.add(last, Classes::SURNAME);
            }
        }
    }
}

fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Capitalised at both ends, and no two names joined by "and".
fn is_written_as_name(parts: &[&str]) -> bool {
    let ends = [parts.first(), parts.last()];
    let joined = matches!(parts, [_, "and" | "or" | "-", _]);
    ends.iter().all(|word| word.is_some_and(|word| capital(word))) && !joined
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
