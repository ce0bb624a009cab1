//! The model file: how it is laid out, checked and read.
//!
//! ```text
//! offset  bytes
//!      0      8   magic "PRESSMRK"
//!      8      4   format version
//!     12      4   length of the whole file
//!     16      4   checksum (CRC-32, IEEE 802.3) of everything from byte 20 on
//!     20      4   number of sections
//!     24    16n   section table: name (8 bytes, padded with zeros), start, length
//!      …          the sections
//! ```
//!
//! All numbers are little-endian `u32`; starts count from the beginning of the file. Sections are read where
//! they lie, without copying or unpacking, so loading is one pass for the checksum. Every read is bounds-checked:
//! no bytes, not even ones with a matching checksum, can make the reader panic. The pattern (label, version,
//! built offline, loaded in place) is that of regex-automata's serialised automata.
//!
//! [`FORMAT_VERSION`] changes whenever an older engine would misread a newer file or the other way round.

use std::borrow::Cow;

use crate::error::{Error, ErrorKind};

/// First bytes of every model file.
pub const MAGIC: &[u8; 8] = b"PRESSMRK";
/// Version of the layout above and of every section's own layout.
pub const FORMAT_VERSION: u32 = 1;

const HEADER: usize = 24;
const ENTRY: usize = 16;

/// A checked model file.
#[derive(Debug, Clone)]
pub struct Model {
    bytes: Cow<'static, [u8]>,
}

impl Model {
    /// Checks `bytes` and keeps them.
    ///
    /// # Errors
    /// If they are not a model file of this version, whole and unchanged; the message says which.
    pub fn new(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let bytes = bytes.into();
        if bytes.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(ErrorKind::NotAModel.into());
        }
        let version = read_u32(&bytes, 8).ok_or(ErrorKind::NotAModel)?;
        if version != FORMAT_VERSION {
            return Err(ErrorKind::ModelVersion { found: version, known: FORMAT_VERSION }.into());
        }
        let said = read_u32(&bytes, 12).ok_or(ErrorKind::NotAModel)? as usize;
        if said != bytes.len() || said < HEADER {
            return Err(ErrorKind::ModelLength { said, got: bytes.len() }.into());
        }
        if read_u32(&bytes, 16) != Some(crc32fast::hash(&bytes[20..])) {
            return Err(ErrorKind::ModelChecksum.into());
        }
        Ok(Self { bytes })
    }

    /// The checksum that the file carries: it tells one model from another.
    #[must_use]
    pub fn checksum(&self) -> u32 {
        read_u32(&self.bytes, 16).unwrap_or_default()
    }

    /// The bytes of the section called `name`.
    ///
    /// # Errors
    /// If there is none, or its place lies outside the file.
    pub fn section(&self, name: &'static str) -> Result<&[u8], Error> {
        let damaged = || Error::from(ErrorKind::ModelSection(name));
        let count = read_u32(&self.bytes, 20).ok_or_else(damaged)? as usize;
        let table = self.bytes.get(HEADER..).ok_or_else(damaged)?;
        let entry = table
            .chunks_exact(ENTRY)
            .take(count)
            .find(|entry| entry[..8] == padded(name))
            .ok_or_else(damaged)?;
        let start = read_u32(entry, 8).ok_or_else(damaged)? as usize;
        let len = read_u32(entry, 12).ok_or_else(damaged)? as usize;
        let end = start.checked_add(len).ok_or_else(damaged)?;
        self.bytes.get(start..end).ok_or_else(damaged)
    }
}

/// Lays out a model file: the writer's half of this module, used by the trainer and by tests.
///
/// # Panics
/// If a section's name is longer than 8 bytes or the file would pass 4 GiB: both are the trainer's mistakes.
#[must_use]
pub fn write(sections: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let u32_of = |n: usize| u32::try_from(n).expect("a model is smaller than 4 GiB").to_le_bytes();
    let body: usize = sections.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut start = HEADER + ENTRY * sections.len();
    let mut checked = u32_of(sections.len()).to_vec();
    for (name, bytes) in sections {
        assert!(name.len() <= 8, "section name '{name}' is longer than 8 bytes");
        checked.extend_from_slice(&padded(name));
        checked.extend_from_slice(&u32_of(start));
        checked.extend_from_slice(&u32_of(bytes.len()));
        start += bytes.len();
    }
    checked.reserve(body);
    for (_, bytes) in sections {
        checked.extend_from_slice(bytes);
    }
    let mut file = MAGIC.to_vec();
    file.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    file.extend_from_slice(&u32_of(start));
    file.extend_from_slice(&crc32fast::hash(&checked).to_le_bytes());
    file.extend_from_slice(&checked);
    file
}

/// The little-endian number at byte `at`, if it lies inside.
#[must_use]
pub fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The little-endian 16-bit number at byte `at`, if it lies inside.
#[must_use]
pub fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

fn padded(name: &str) -> [u8; 8] {
    let mut out = [0; 8];
    out.iter_mut().zip(name.bytes()).for_each(|(slot, byte)| *slot = byte);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toy() -> Vec<u8> {
        write(&[("names", b"some names".to_vec()), ("words", vec![7; 300])])
    }

    #[test]
    fn what_was_written_is_read_back() {
        let model = Model::new(toy()).unwrap();
        assert_eq!(model.section("names").unwrap(), b"some names");
        assert_eq!(model.section("words").unwrap(), [7; 300]);
        assert!(model.section("absent").unwrap_err().to_string().contains("'absent'"));
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_refused() {
        let whole = toy();
        for cut in 0..whole.len() {
            assert!(Model::new(whole[..cut].to_vec()).is_err(), "cut to {cut} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            assert!(Model::new(changed).is_err(), "byte {at} changed");
        }
    }

    #[test]
    fn a_foreign_or_newer_file_is_named_as_such() {
        let message = |bytes: &[u8]| Model::new(bytes.to_vec()).unwrap_err().to_string();
        assert!(message(b"\0asm and so on").contains("not a Pressmark model"));
        assert!(message(b"").contains("not a Pressmark model"));
        let mut newer = toy();
        newer[8] = 99;
        assert!(message(&newer).contains("version 99"));
    }

    #[test]
    fn a_table_that_points_outside_is_an_error_even_with_a_right_checksum() {
        let mut file = toy();
        file[HEADER + 8..HEADER + 16].fill(0xFF);
        let crc = crc32fast::hash(&file[20..]);
        file[16..20].copy_from_slice(&crc.to_le_bytes());
        let model = Model::new(file).unwrap();
        assert!(model.section("names").is_err());
    }
}
