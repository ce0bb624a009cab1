//! Records of well-known things: canonical name and Wikidata item.
//!
//! Section `records`: `u32` count n, then n+1 `u32` starts (from the end of the starts), then UTF-8 text, each
//! record being `name<TAB>item`; either may be empty.

use crate::error::{Error, ErrorKind};
use crate::model::read_u32;

/// What is known of a thing outside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'m> {
    /// Its canonical English name.
    pub name: &'m str,
    /// Its Wikidata item, such as `Q159`.
    pub wikidata: Option<&'m str>,
}

/// The records, borrowed from the model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Records<'m> {
    starts: &'m [u8],
    text: &'m [u8],
}

impl<'m> Records<'m> {
    /// Finds starts and text in the bytes of section `records`.
    ///
    /// # Errors
    /// If the section is shorter than its count says.
    pub fn new(section: &'m [u8]) -> Result<Self, Error> {
        let damaged = || Error::from(ErrorKind::ModelSection("records"));
        let count = read_u32(section, 0).ok_or_else(damaged)? as usize;
        let text = count.checked_add(2).and_then(|n| n.checked_mul(4)).ok_or_else(damaged)?;
        let starts = section.get(4..text).ok_or_else(damaged)?;
        Ok(Self { starts, text: section.get(text..).ok_or_else(damaged)? })
    }

    /// Record `index`; none if there is no such record or it is damaged.
    #[must_use]
    pub fn get(&self, index: u16) -> Option<Record<'m>> {
        let at = usize::from(index) * 4;
        let start = read_u32(self.starts, at)? as usize;
        let end = read_u32(self.starts, at + 4)? as usize;
        let (name, item) = std::str::from_utf8(self.text.get(start..end)?).ok()?.split_once('\t')?;
        Some(Record { name, wikidata: Some(item).filter(|item| !item.is_empty()) })
    }
}

/// Lays out the section `records`: the writer's half, used by the trainer and by tests.
#[must_use]
pub fn write(records: &[(String, String)]) -> Vec<u8> {
    let lines: Vec<String> = records.iter().map(|(name, item)| format!("{name}\t{item}")).collect();
    let mut out = (records.len() as u32).to_le_bytes().to_vec();
    let mut start = 0_u32;
    out.extend_from_slice(&start.to_le_bytes());
    for line in &lines {
        start += line.len() as u32;
        out.extend_from_slice(&start.to_le_bytes());
    }
    for line in &lines {
        out.extend_from_slice(line.as_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_back_and_damage_reads_as_absence() {
        let whole = write(&[("Freedonia".into(), "Q1".into()), ("Sylvania".into(), String::new())]);
        let records = Records::new(&whole).unwrap();
        assert_eq!(records.get(0), Some(Record { name: "Freedonia", wikidata: Some("Q1") }));
        assert_eq!(records.get(1), Some(Record { name: "Sylvania", wikidata: None }));
        assert_eq!(records.get(2), None);
        for at in 4..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            let records = Records::new(&changed).unwrap();
            let _ = (records.get(0), records.get(1), records.get(u16::MAX));
        }
        for cut in 0..16 {
            assert!(Records::new(&whole[..cut]).is_err());
        }
    }
}
