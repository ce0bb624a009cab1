//! Records of well-known things: canonical name, Wikidata item, and what must be near for a link to be sure.
//!
//! Section `records`: `u32` count n, then n+1 `u32` starts (from the end of the starts), then UTF-8 text, each
//! record being `name<TAB>item<TAB>sort places`: the item may be empty; the sort is a letter, none for a thing; the
//! places are the numbers of records, separated by spaces.

use crate::error::{Error, ErrorKind};
use crate::model::read_u32;

/// What is known of a thing outside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'m> {
    /// Its canonical English name.
    pub name: &'m str,
    /// Its Wikidata item, such as `Q159`.
    pub wikidata: Option<&'m str>,
    /// What it is, as far as links ask.
    pub sort: Sort,
    places: &'m str,
}

impl Record<'_> {
    /// The records of the country that a leader leads, or of the places that a city lies in.
    pub fn places(&self) -> impl Iterator<Item = u16> {
        self.places.split_ascii_whitespace().filter_map(|number| number.parse().ok())
    }
}

/// What a record is of: links to them are sure in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A country, a region, or anything else.
    Thing,
    /// An organization.
    Organization,
    /// A city.
    City,
    /// A head of state or government.
    Leader,
    /// A politician whom the name alone does not tell from others.
    Politician,
}

impl Sort {
    const LETTERS: [(Self, &'static str); 4] =
        [(Self::Organization, "o"), (Self::City, "c"), (Self::Leader, "l"), (Self::Politician, "p")];

    fn letter(self) -> &'static str {
        Self::LETTERS.iter().find(|(sort, _)| *sort == self).map_or("", |(_, letter)| letter)
    }
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
        let mut cells = std::str::from_utf8(self.text.get(start..end)?).ok()?.split('\t');
        let (name, item, rest) = (cells.next()?, cells.next()?, cells.next().unwrap_or(""));
        let (sort, letter) =
            Sort::LETTERS.into_iter().find(|(_, l)| rest.starts_with(l)).unwrap_or((Sort::Thing, ""));
        Some(Record {
            name,
            wikidata: Some(item).filter(|item| !item.is_empty()),
            sort,
            places: &rest[letter.len()..],
        })
    }
}

/// A record as the writer takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// See [`Record::name`].
    pub name: String,
    /// See [`Record::wikidata`]; empty for none.
    pub wikidata: String,
    /// See [`Record::sort`].
    pub sort: Sort,
    /// See [`Record::places`].
    pub places: Vec<u16>,
}

impl Line {
    /// The record of a thing.
    #[must_use]
    pub fn thing(name: &str, wikidata: &str) -> Self {
        Self { name: name.to_owned(), wikidata: wikidata.to_owned(), sort: Sort::Thing, places: Vec::new() }
    }
}

/// Lays out the section `records`: the writer's half, used by the trainer and by tests.
#[must_use]
pub fn write(records: &[Line]) -> Vec<u8> {
    let line = |record: &Line| {
        let places: Vec<String> = record.places.iter().map(u16::to_string).collect();
        format!("{}\t{}\t{}{}", record.name, record.wikidata, record.sort.letter(), places.join(" "))
    };
    let lines: Vec<String> = records.iter().map(line).collect();
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
        let leader = Line { sort: Sort::Leader, places: vec![0, 7], ..Line::thing("Rufus Firefly", "Q2") };
        let whole = write(&[Line::thing("Freedonia", "Q1"), Line::thing("Sylvania", ""), leader]);
        let records = Records::new(&whole).unwrap();
        let freedonia = records.get(0).unwrap();
        assert_eq!(
            (freedonia.name, freedonia.wikidata, freedonia.sort),
            ("Freedonia", Some("Q1"), Sort::Thing)
        );
        assert_eq!(records.get(1).unwrap().wikidata, None);
        let leader = records.get(2).unwrap();
        assert_eq!((leader.sort, leader.places().collect::<Vec<_>>()), (Sort::Leader, vec![0, 7]));
        assert_eq!(records.get(3), None);
        for at in 4..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            let records = Records::new(&changed).unwrap();
            let _ = (records.get(0), records.get(2).map(|r| r.places().count()), records.get(u16::MAX));
        }
        for cut in 0..16 {
            assert!(Records::new(&whole[..cut]).is_err());
        }
    }
}
