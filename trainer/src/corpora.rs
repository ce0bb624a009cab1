//! Common words, counted in the corpora: those that are written in lower case more often than not.
//!
//! The corpora's names don't enter the lists: a list that holds the very names that the tagger is trained on would
//! teach it to trust lists more than it may (measured: 7 points of F1 lost on news that neither has seen).

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::entity::gazetteer::Classes;

use crate::Error;
use crate::gazetteer::Builder;
use crate::sources::{CORPORA, read};

/// A word counts as a common one from this many uses in lower case on.
const FEWEST_USES: u32 = 3;

/// How often a word stands in lower case, and how often with a capital inside a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    lower: u32,
    capitalised: u32,
}

/// Adds the common words of all corpora.
///
/// # Errors
/// If a file is missing; the message names it.
pub fn add_common_words(folder: &Path, builder: &mut Builder) -> Result<(), Error> {
    let mut words = BTreeMap::new();
    for corpus in CORPORA {
        for sentence in read(&folder.join(corpus.source.file))?.split("\n\n") {
            count(sentence, &mut words);
        }
    }
    let common = words.iter().filter(|(_, uses)| uses.lower >= FEWEST_USES && uses.lower >= uses.capitalised);
    common.for_each(|(word, _)| builder.add(word, Classes::COMMON));
    Ok(())
}

/// Counts the words of one sentence: lines of word, tag and original tag.
fn count(sentence: &str, words: &mut BTreeMap<String, Uses>) {
    let lines = sentence.lines().filter(|line| !line.starts_with("# "));
    for (index, word) in lines.filter_map(|line| line.split('\t').next()).enumerate() {
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let in_lower = !word.chars().any(char::is_uppercase);
        let capitalised = word.starts_with(char::is_uppercase) && index > 0;
        if in_lower || capitalised {
            let uses = words.entry(word.to_lowercase()).or_default();
            uses.lower += u32::from(in_lower);
            uses.capitalised += u32::from(!in_lower);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_their_capitals_and_first_words_not_at_all() {
        let mut words = BTreeMap::new();
        count("# doc = 1\nRain\tO\tO\nand\tO\tO\nRain\tB-person\tPER\n,\tO\tO", &mut words);
        assert_eq!((words["rain"].lower, words["rain"].capitalised), (0, 1));
        assert_eq!((words["and"].lower, words.len()), (1, 2));
    }
}
