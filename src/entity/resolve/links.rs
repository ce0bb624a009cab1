//! Links to Wikidata, where they are sure.
//!
//! A name alone is rarely sure. A link takes the whole name of the thing in the lists, and:
//!
//! - a country, region or organization: that every longer name of it in the article is one of its names;
//! - a city: that no other place follows than one it lies in ("Paris, Texas" is not linked);
//! - a head of state or government: that the article names the country or its people, or an office by the name;
//! - a politician with a name that others bear too: an office by the name;
//! - a person: that nobody else in the article has that name.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon;
use crate::analysis::{Kind, Link};
use crate::document::Document;
use crate::entity::gazetteer::{Classes, Gazetteer};
use crate::entity::records::{Record, Records, Sort};
use crate::entity::{Entity, Mention, Names};
use crate::span::Run;

/// Looks up what an article's entities are in the lists.
pub(super) struct Linker<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    gazetteer: Gazetteer<'a>,
    records: Records<'a>,
    /// The records of the places and peoples that the article names.
    around: BTreeSet<u16>,
}

impl<'a> Linker<'a> {
    pub fn new(document: &'a Document, names: &'a Names, mentions: &'a [Mention]) -> Self {
        let (gazetteer, records) = (names.gazetteer(), names.records());
        let mut linker = Self { document, mentions, gazetteer, records, around: BTreeSet::new() };
        let places = (0..mentions.len()).filter(|&i| matches!(mentions[i].kind, Kind::Place | Kind::Group));
        linker.around = places.filter_map(|index| linker.number(mentions[index].tokens)).collect();
        linker
    }

    /// The record of the country that a place's name is one of the names of.
    pub fn country(&self, index: usize) -> Option<Record<'a>> {
        let mention = self.mentions[index];
        let entry = self.gazetteer.whole(self.document, mention.tokens)?;
        let is_country = mention.kind == Kind::Place && entry.classes.any(Classes::COUNTRY);
        self.records.get(entry.record.filter(|_| is_country)?)
    }

    /// The item of an entity with these mentions and this role.
    pub fn link(&self, members: &[usize], role: Option<&str>) -> Option<Link> {
        let record = match self.mentions[*members.first()?].kind {
            Kind::Person => self.person(members, role),
            Kind::Place | Kind::Organization => self.thing(members),
            _ => None,
        };
        record.and_then(|r| r.wikidata).map(|item| Link { wikidata: item.to_owned() })
    }

    /// Takes back the links that several persons have: one of them, at least, is somebody else.
    pub fn withdraw_shared(entities: &mut [Entity]) {
        let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
        let persons = || entities.iter().filter(|e| e.kind == Kind::Person);
        for link in persons().filter_map(|e| e.link.as_ref()) {
            *bearers.entry(link.wikidata.clone()).or_insert(0) += 1;
        }
        for entity in entities.iter_mut().filter(|e| e.kind == Kind::Person) {
            entity.link = entity.link.take().filter(|link| bearers[&link.wikidata] == 1);
        }
    }

    /// The number of the record of exactly these words.
    fn number(&self, tokens: Run) -> Option<u16> {
        self.gazetteer.whole(self.document, tokens)?.record
    }

    /// The record of a mention's words, or of the words without a company's legal form.
    fn record(&self, tokens: Run) -> Option<Record<'a>> {
        let found = self.number(tokens).and_then(|number| self.records.get(number));
        let end = tokens.end() - 1;
        let bare = || {
            let formal = tokens.len() > 1 && lexicon::is_legal_form(self.document.lower(end));
            self.records.get(self.number(Run::new(tokens.first(), if formal { end } else { return None }))?)
        };
        found.or_else(bare)
    }

    fn thing(&self, members: &[usize]) -> Option<Record<'a>> {
        let place = self.mentions[*members.first()?].kind == Kind::Place;
        let fits = |record: &Record| match record.sort {
            Sort::Organization => !place,
            Sort::Thing | Sort::City => place,
            Sort::Leader | Sort::Politician => false,
        };
        let mut found: Option<Record> = None;
        for &index in members {
            let tokens = self.mentions[index].tokens;
            let record = self.record(tokens).filter(fits);
            match (record, found) {
                (Some(record), None) => found = Some(record),
                (Some(record), Some(known)) if record.wikidata != known.wikidata => return None,
                // A longer name that the lists don't have is another's: "Alaskan Brewing Company (ABC)".
                (None, _) if tokens.len() > 1 => return None,
                _ => {}
            }
        }
        let elsewhere =
            |r: &Record| r.sort == Sort::City && members.iter().any(|&index| self.lies_elsewhere(index, *r));
        found.filter(|record| !elsewhere(record))
    }

    /// Whether a place follows a city's name that it does not lie in: "Paris, Texas".
    fn lies_elsewhere(&self, index: usize, city: Record) -> bool {
        let end = self.mentions[index].tokens.end();
        let next = self.mentions.get(index + 1).filter(|next| {
            next.kind == Kind::Place && next.tokens.first() == end + 1 && self.document.word(end) == ","
        });
        next.is_some_and(|next| {
            self.number(next.tokens).is_none_or(|number| !city.places().any(|p| p == number))
        })
    }

    fn person(&self, members: &[usize], role: Option<&str>) -> Option<Record<'a>> {
        let full = members.iter().map(|&index| self.mentions[index].tokens).filter(|tokens| tokens.len() > 1);
        let mut found: Option<Record> = None;
        for record in full.filter_map(|tokens| self.record(tokens)) {
            if found.is_some_and(|known| known.wikidata != record.wikidata) {
                return None;
            }
            found = Some(record);
        }
        let record = found?;
        let office = || role.is_some_and(|role| is_office(role, record.sort));
        let sure = match record.sort {
            Sort::Leader => record.places().any(|place| self.around.contains(&place)) || office(),
            Sort::Politician => office(),
            Sort::Thing | Sort::Organization | Sort::City => false,
        };
        sure.then_some(record)
    }
}

/// Whether a role is the office of a head of state or government, or of a politician.
fn is_office(role: &str, sort: Sort) -> bool {
    let mut words = role.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.any(|word| match word.as_str() {
        "president" | "prime" | "premier" | "chancellor" | "king" | "queen" | "emir" | "emperor"
        | "sultan" | "taoiseach" => sort == Sort::Leader,
        "senator" | "sen" | "representative" | "rep" | "congressman" | "congresswoman" | "speaker"
        | "lawmaker" => sort == Sort::Politician,
        _ => false,
    })
}
