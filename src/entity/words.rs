//! Word classes: which words are used alike, learnt from unlabelled text.
//!
//! Section `words`, all numbers little-endian:
//!
//! ```text
//! offset      bytes
//!      0          4   bits: the table has 2^bits slots
//!      4       4096   for each of 2,048 fine classes its middle class (u16)
//!   4100       4096   for each of 2,048 fine classes its coarse class (u16)
//!   8196   2·2^bits   fingerprint of each slot's word (u16); 0 marks a free slot
//!      …   2·2^bits   fine class of each slot's word (u16)
//! ```
//!
//! A word's key ([`Key`]) gives its slot and its fingerprint; collisions go to the next slot. With 16 fingerprint
//! bits about one unknown word in 30,000 gets some class it should not have: the tagger hardly notices, and the
//! table is half as large as with 32.
//!
//! Three grains at once (64, 512 and 2,048 classes) are what helps most: see `docs/MODEL.md`.

use super::gazetteer::Key;
use crate::error::{Error, ErrorKind};
use crate::model::{read_u16, read_u32};

/// How many fine classes there are.
pub const FINE: usize = 2048;
/// The most slots that are looked at for one word: bounds the time spent on a damaged table.
const LONGEST_PROBE: usize = 64;
const HEADER: usize = 4 + 4 * FINE;

/// The classes of one word, from fine to coarse, each from 1 on; all 0 for a word without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    /// One of 2,048.
    pub fine: u16,
    /// One of 512.
    pub middle: u16,
    /// One of 64.
    pub coarse: u16,
}

/// The table, borrowed from the model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'m> {
    grains: &'m [u8],
    fingerprints: &'m [u8],
    classes: &'m [u8],
    bits: u32,
}

impl<'m> Words<'m> {
    /// Finds the columns in the bytes of section `words`.
    ///
    /// # Errors
    /// If the number of slots does not fit the section's length.
    pub fn new(section: &'m [u8]) -> Result<Self, Error> {
        let damaged = || Error::from(ErrorKind::ModelSection("words"));
        let bits = read_u32(section, 0).filter(|bits| *bits <= 24).ok_or_else(damaged)?;
        if section.len() != HEADER + (4 << bits) {
            return Err(damaged());
        }
        let (head, columns) = section.split_at(HEADER);
        let (fingerprints, classes) = columns.split_at(2 << bits);
        Ok(Self { grains: &head[4..], fingerprints, classes, bits })
    }

    /// The classes of the word with this key.
    #[must_use]
    pub fn get(&self, key: Key) -> WordClass {
        let none = WordClass::default();
        if self.fingerprints.is_empty() {
            return none;
        }
        let (mut slot, wanted) = place(key, self.bits);
        for _ in 0..LONGEST_PROBE {
            match read_u16(self.fingerprints, slot * 2) {
                Some(found) if found == wanted => {
                    return read_u16(self.classes, slot * 2).map_or(none, |fine| self.grains_of(fine));
                }
                None | Some(0) => return none,
                Some(_) => slot = (slot + 1) & ((1 << self.bits) - 1),
            }
        }
        none
    }

    fn grains_of(&self, fine: u16) -> WordClass {
        let grain = |at: usize| read_u16(self.grains, at * 2).map_or(0, |class| class + 1);
        let index = usize::from(fine) % FINE;
        WordClass { fine: index as u16 + 1, middle: grain(index), coarse: grain(FINE + index) }
    }
}

/// The first slot of a word's key in a table of 2^bits slots, and its fingerprint, which is never 0.
fn place(key: Key, bits: u32) -> (usize, u16) {
    let hash = key.mixed();
    let slot = (hash >> 32) as usize & ((1 << bits) - 1);
    (slot, (hash as u16).max(1))
}

/// Lays out the section `words`: the writer's half of this module, used by the trainer and by tests.
///
/// `words` has each word's key with its fine class, the more frequent first: of equal keys the first counts.
/// `middle` and `coarse` have one class for each fine class.
///
/// # Panics
/// If a class is out of range, or the words crowd so that one would need too long a probe: the trainer's mistakes.
#[must_use]
pub fn write(words: &[(Key, u16)], middle: &[u16; FINE], coarse: &[u16; FINE]) -> Vec<u8> {
    let bits = (words.len() * 3 / 2).next_power_of_two().trailing_zeros();
    let slots = 1_usize << bits;
    let (mut fingerprints, mut classes) = (vec![0_u16; slots], vec![0_u16; slots]);
    for &(key, class) in words {
        assert!(usize::from(class) < FINE, "a fine class is one of {FINE}");
        let (start, fingerprint) = place(key, bits);
        let slot = (0..LONGEST_PROBE)
            .map(|step| (start + step) & (slots - 1))
            .find(|&slot| fingerprints[slot] == 0 || fingerprints[slot] == fingerprint)
            .expect("a free slot within the longest probe");
        if fingerprints[slot] == 0 {
            (fingerprints[slot], classes[slot]) = (fingerprint, class);
        }
    }
    let numbers = middle.iter().chain(coarse).chain(&fingerprints).chain(&classes);
    bits.to_le_bytes().into_iter().chain(numbers.flat_map(|n| n.to_le_bytes())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Key::EMPTY.then(word)
    }

    #[test]
    fn a_word_has_the_classes_it_was_given_and_others_have_none() {
        let mut middle = [0; FINE];
        middle[7] = 3;
        let section = write(&[(key("tuesday"), 7), (key("Tuesday"), 9)], &middle, &[1; FINE]);
        let words = Words::new(&section).unwrap();
        assert_eq!(words.get(key("TUESDAY")), WordClass { fine: 8, middle: 4, coarse: 2 });
        assert_eq!(words.get(key("zorg")), WordClass::default());
    }

    #[test]
    fn a_damaged_section_is_refused() {
        let section = write(&[(key("a"), 7)], &[0; FINE], &[0; FINE]);
        assert!(Words::new(&section[..section.len() - 1]).is_err());
        assert!(Words::new(&[255; 9000]).is_err());
    }
}
