//! The section `words`: classes of words from the clusters of word vectors.

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::entity::gazetteer::Key;
use pressmark::entity::words::{self, FINE};

use crate::Error;
use crate::sources::Table;

/// So many of the most frequent words get classes: of rarer ones, most are names that other features know better.
const WORDS: usize = 60_000;

/// The section, from the clusters in `gazetteers/`.
///
/// # Errors
/// If the file is missing or not as expected.
pub fn section(gazetteers: &Path) -> Result<Vec<u8>, Error> {
    let table = Table::read(gazetteers, "glove_kmeans_64_512_2048.tsv")?;
    let number = |cell: &&str| cell.parse::<u16>().map_err(|error| format!("word classes: '{cell}': {error}"));
    let column = |name| table.column(name)?.iter().map(number).collect::<Result<Vec<u16>, Error>>();
    let (fine, middle, coarse) = (column("k2048")?, column("k512")?, column("k64")?);
    let keyed = table.column("word")?.into_iter().zip(&fine).take(WORDS);
    let keyed: Vec<(Key, u16)> = keyed.map(|(word, &class)| (Key::EMPTY.then(word), class)).collect();
    Ok(words::write(&keyed, &coarser(&fine, &middle), &coarser(&fine, &coarse)))
}

/// For each fine class the coarser class that most of its words are in: the clusters were made one by one, and a fine
/// class has nearly all its words in one coarser class.
fn coarser(fine: &[u16], coarse: &[u16]) -> [u16; FINE] {
    let mut counts = BTreeMap::<(u16, u16), u32>::new();
    for (&fine, &coarse) in fine.iter().zip(coarse) {
        *counts.entry((fine, coarse)).or_default() += 1;
    }
    let mut best = [(0, 0); FINE];
    for ((fine, coarse), count) in counts {
        let slot = &mut best[usize::from(fine) % FINE];
        if count > slot.0 {
            *slot = (count, coarse);
        }
    }
    best.map(|(_, coarse)| coarse)
}
