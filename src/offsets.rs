//! Byte offsets to UTF-16 code units or code points, at the doors.
//!
//! One pass over the text notes how many units lie before every 64th byte; a look-up then counts at most 64
//! bytes. Look-ups may come in any order, which nested annotations need. Texts of ASCII alone skip all of it.
//!
//! A lone surrogate cannot exist in a Rust string: JavaScript's encoder turns each into U+FFFD, which is one
//! UTF-16 unit as well, so UTF-16 offsets stay valid for the string that the page still holds.

use serde::{Deserialize, Serialize};

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-8 bytes, as everywhere inside the engine.
    Utf8,
    /// UTF-16 code units: JavaScript string indices. The contract's default.
    #[default]
    Utf16,
    /// Unicode code points, as the W3C Web Annotation selectors and Python count.
    CodePoint,
}

/// Bytes between two notes of the table.
const STEP: usize = 64;

/// Converts byte offsets of one text.
#[derive(Debug)]
pub struct OffsetMap<'t> {
    text: &'t [u8],
    unit: OffsetUnit,
    /// Units before byte `STEP * i`; empty when bytes and units are the same.
    table: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// A converter from bytes of `text` to `unit`: O(length) once, nothing at all for ASCII.
    #[must_use]
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let bytes = text.as_bytes();
        let mut table = Vec::new();
        if unit != OffsetUnit::Utf8 && !text.is_ascii() {
            table.reserve(bytes.len() / STEP + 1);
            let mut before = 0;
            for block in bytes.chunks(STEP) {
                table.push(before);
                before += count(block, unit);
            }
            table.push(before);
        }
        Self { text: bytes, unit, table }
    }

    /// The units before byte `offset`; offsets past the end give the whole length.
    #[must_use]
    pub fn get(&self, offset: u32) -> u32 {
        let byte = (offset as usize).min(self.text.len());
        if self.table.is_empty() {
            return byte as u32;
        }
        let block = byte / STEP;
        self.table[block] + count(&self.text[block * STEP..byte], self.unit)
    }

    /// The byte before which so many units stand: the way back. None past the end and inside a character.
    #[must_use]
    pub fn byte(&self, units: u32) -> Option<u32> {
        if self.table.is_empty() {
            let byte = units as usize;
            let on_boundary = self.text.get(byte).map_or(byte == self.text.len(), |b| b & 0xC0 != 0x80);
            return on_boundary.then_some(units);
        }
        // The last block that begins no later; its first bytes may still belong to the character before.
        let block = self.table.partition_point(|before| *before <= units) - 1;
        let mut at = self.table[block];
        for (byte, first) in self.text.iter().enumerate().skip(block * STEP) {
            let width = count(&[*first], self.unit);
            if at == units && width > 0 {
                return Some(byte as u32);
            }
            if at > units {
                return None;
            }
            at += width;
        }
        (at == units).then_some(self.text.len() as u32)
    }
}

/// Units that begin in `bytes`: a continuation byte begins none; a four-byte character is two UTF-16 units.
fn count(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let astral = u32::from(unit == OffsetUnit::Utf16);
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + if b >= 0xF0 { astral } else { 0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_emoji_is_four_bytes_two_units_and_one_code_point() {
        let text = "a😀b";
        assert_eq!(OffsetMap::new(text, OffsetUnit::Utf8).get(5), 5);
        assert_eq!(OffsetMap::new(text, OffsetUnit::Utf16).get(5), 3);
        assert_eq!(OffsetMap::new(text, OffsetUnit::CodePoint).get(5), 2);
    }

    #[test]
    fn there_is_no_byte_inside_a_character_or_past_the_end() {
        let map = OffsetMap::new("a😀b", OffsetUnit::Utf16);
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|units| map.byte(units)),
            [Some(0), Some(1), None, Some(5), Some(6), None]
        );
        assert_eq!(OffsetMap::new("é", OffsetUnit::Utf8).byte(1), None);
        assert_eq!(OffsetMap::new("ab", OffsetUnit::CodePoint).byte(3), None);
        assert_eq!(OffsetMap::new("", OffsetUnit::Utf16).byte(0), Some(0));
    }

    proptest! {
        #[test]
        fn every_offset_agrees_with_counting_from_the_start(text in "(\\PC|[\\r\\n\\x00😀é漢]){0,200}") {
            let utf16 = OffsetMap::new(&text, OffsetUnit::Utf16);
            let points = OffsetMap::new(&text, OffsetUnit::CodePoint);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(utf16.get(byte as u32) as usize, text[..byte].encode_utf16().count());
                prop_assert_eq!(points.get(byte as u32) as usize, text[..byte].chars().count());
                for map in [&utf16, &points, &OffsetMap::new(&text, OffsetUnit::Utf8)] {
                    prop_assert_eq!(map.byte(map.get(byte as u32)), Some(byte as u32));
                }
            }
        }
    }
}
