//! Collects names from all sources into one entry a key, and lays out the model's sections.

use std::collections::BTreeMap;

use pressmark::entity::gazetteer::{self, Classes, Entry, Key, LONGEST_NAME};
use pressmark::entity::records::{self, Line};

/// The sections, and how many names each class has.
pub struct Tables {
    /// Section `names`.
    pub names: Vec<u8>,
    /// Section `records`.
    pub records: Vec<u8>,
    /// Entries by class, for the manifest.
    pub counts: BTreeMap<&'static str, usize>,
}

/// What the sources say of one key.
#[derive(Clone, Copy, Default)]
struct Merged {
    classes: Classes,
    record: Option<u16>,
    /// Whether some source writes the name with small letters.
    small_letters: bool,
}

/// Names as they come in.
#[derive(Default)]
pub struct Builder {
    merged: BTreeMap<Key, Merged>,
    records: Vec<Line>,
}

impl Builder {
    /// Adds a name. Names of no or too many tokens are passed over.
    pub fn add(&mut self, name: &str, classes: Classes) {
        self.add_with_record(name, classes, None);
    }

    /// Adds a name that stands for a recorded thing. The first record of a name stays.
    pub fn add_with_record(&mut self, name: &str, classes: Classes, record: Option<u16>) {
        let name = tidy(name);
        let keys = prefix_keys(name);
        let Some((&whole, prefixes)) = keys.split_last().filter(|_| keys.len() <= LONGEST_NAME) else {
            return;
        };
        for &key in prefixes {
            let entry = self.merged.entry(key).or_default();
            entry.classes = entry.classes.and(Classes::PREFIX);
        }
        let entry = self.merged.entry(whole).or_default();
        entry.classes = entry.classes.and(classes);
        entry.record = entry.record.or(record);
        let personal = Classes::FIRST_NAME.and(Classes::SURNAME);
        if classes.without(personal).any(Classes::NAME) {
            entry.small_letters |= name.chars().any(char::is_lowercase);
        }
    }

    /// Adds a record and gives its index.
    pub fn record(&mut self, record: Line) -> u16 {
        self.records.push(record);
        u16::try_from(self.records.len() - 1).expect("fewer than 65,536 records")
    }

    /// The record with this index.
    pub fn record_at(&mut self, record: u16) -> &mut Line {
        &mut self.records[usize::from(record)]
    }

    /// All records.
    #[cfg(test)]
    pub fn records(&self) -> &[Line] {
        &self.records
    }

    /// The record of a name that was added before.
    pub fn record_of(&self, name: &str) -> Option<u16> {
        self.merged.get(prefix_keys(tidy(name)).last()?)?.record
    }

    /// Lays out the sections.
    pub fn finish(self) -> Tables {
        let entries: Vec<(Key, Entry)> =
            self.merged.into_iter().map(|(key, merged)| (key, entry(merged))).collect();
        let counted = [
            ("country", Classes::COUNTRY),
            ("demonym", Classes::DEMONYM),
            ("city", Classes::CITY.and(Classes::TOWN).and(Classes::VILLAGE)),
            ("region", Classes::REGION),
            ("first name", Classes::FIRST_NAME),
            ("surname", Classes::SURNAME),
            ("person", Classes::PERSON),
            ("organization", Classes::ORGANIZATION),
            ("event", Classes::EVENT),
            ("work", Classes::WORK),
            ("product", Classes::PRODUCT),
            ("group", Classes::GROUP),
            ("occupation", Classes::OCCUPATION),
            ("common word", Classes::COMMON),
            ("prefix", Classes::PREFIX),
        ];
        let mut counts: BTreeMap<_, _> = counted
            .into_iter()
            .map(|(name, class)| (name, entries.iter().filter(|(_, e)| e.classes.any(class)).count()))
            .collect();
        counts.insert("entries", entries.len());
        counts.insert("record", self.records.len());
        Tables { names: gazetteer::write(&entries), records: records::write(&self.records), counts }
    }
}

/// A name that every source writes in capitals holds for capitals only.
fn entry(merged: Merged) -> Entry {
    let personal = Classes::FIRST_NAME.and(Classes::SURNAME);
    let named = merged.classes.without(personal).any(Classes::NAME);
    let capitals = if named && !merged.small_letters { Classes::CAPITALS } else { Classes::NONE };
    Entry { classes: merged.classes.and(capitals), record: merged.record }
}

/// The name without a note in brackets and without white space around it.
fn tidy(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name).trim()
}

/// The keys of the name's first token, first two tokens … all tokens; dashes do not count.
fn prefix_keys(name: &str) -> Vec<Key> {
    use pressmark::document::TokenKind;
    let document = pressmark::segment::segment(name);
    let tokens = document.tokens();
    let counted = (0..tokens.len()).filter(|&t| tokens[t].kind() != TokenKind::Dash);
    counted
        .scan(Key::EMPTY, |key, token| {
            *key = key.then(document.word(token));
            Some(*key)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(tables: &Tables, name: &str) -> Option<Entry> {
        let gazetteer = gazetteer::Gazetteer::new(&tables.names).unwrap();
        gazetteer.get(*prefix_keys(name).last().unwrap())
    }

    #[test]
    fn classes_of_equal_names_join_and_prefixes_are_marked() {
        let mut builder = Builder::default();
        builder.add("Port Anna (old town)", Classes::CITY);
        builder.add("Anna", Classes::FIRST_NAME);
        builder.add("ANNA", Classes::ORGANIZATION);
        builder.add("Port", Classes::COMMON);
        let tables = builder.finish();
        assert!(get(&tables, "Port Anna").unwrap().classes.any(Classes::CITY));
        assert_eq!(get(&tables, "Port").unwrap().classes, Classes::COMMON.and(Classes::PREFIX));
        let both = Classes::FIRST_NAME.and(Classes::ORGANIZATION).and(Classes::CAPITALS);
        assert_eq!(get(&tables, "Anna").unwrap().classes, both);
    }

    #[test]
    fn a_name_keeps_its_first_record() {
        let mut builder = Builder::default();
        let first = builder.record(Line::thing("Freedonia", "Q1"));
        let second = builder.record(Line::thing("Freedonia (province)", "Q2"));
        builder.add_with_record("Freedonia", Classes::COUNTRY, Some(first));
        builder.add_with_record("Freedonia", Classes::REGION, Some(second));
        assert_eq!(builder.record_of("Freedonia"), Some(first));
    }
}
