//! All but persons: equal names, names with one record ("U.S.", "United States"), initials of a longer name,
//! and shorter forms of an organization's name.

use std::collections::BTreeMap;

use super::Cluster;
use crate::analysis::Kind;
use crate::document::Document;
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::entity::{Mention, Names, cues};
use crate::span::Run;

/// What makes two mentions name the same thing, for one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// The record in the lists.
    Record(u16),
    /// The words, and for bodies that every country has, the country's record or word.
    Name(Key, Option<Owner>),
}

/// The country that a ministry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Record(u16),
    Word(Key),
}

struct Others<'a> {
    document: &'a Document<'a>,
    gazetteer: Gazetteer<'a>,
    known: BTreeMap<(Kind, Identity), Cluster>,
    /// Initials, first words and last words of organizations' names, with the latest that has them.
    short: BTreeMap<Key, Cluster>,
    next: Cluster,
}

/// Gives every mention that is no person's a cluster, from number `next` on.
pub(super) fn cluster(
    document: &Document,
    names: &Names,
    mentions: &[Mention],
    clusters: &mut [Cluster],
    next: Cluster,
) {
    let mut others = Others {
        document,
        gazetteer: names.gazetteer(),
        known: BTreeMap::new(),
        short: BTreeMap::new(),
        next,
    };
    // Long forms first, so that an acronym finds its long form wherever that stands.
    let mut order: Vec<usize> = (0..mentions.len()).filter(|&i| mentions[i].kind != Kind::Person).collect();
    order.sort_by_key(|&index| mentions[index].tokens.len() == 1);
    for index in order {
        clusters[index] = others.of(mentions[index]);
    }
}

impl Others<'_> {
    fn key(&self, tokens: Run) -> Key {
        Key::of(self.document, tokens.range())
    }

    fn of(&mut self, mention: Mention) -> Cluster {
        let identity = (mention.kind, self.identity(mention));
        if let Some(&known) = self.known.get(&identity) {
            return known;
        }
        let short = self.short.get(&self.key(mention.tokens)).filter(|_| mention.kind == Kind::Organization);
        let owned = matches!(identity.1, Identity::Name(_, Some(_)));
        let cluster = short.copied().filter(|_| !owned).unwrap_or(self.next);
        self.next = self.next.max(cluster + 1);
        self.known.insert(identity, cluster);
        if mention.kind == Kind::Organization && mention.tokens.len() > 1 {
            self.shorten(mention.tokens, cluster);
        }
        cluster
    }

    fn identity(&self, mention: Mention) -> Identity {
        let tokens = mention.tokens;
        let listed = self.gazetteer.longest(self.document, tokens.first(), tokens.end());
        let whole = listed.filter(|found| found.end == tokens.end()).map(|found| found.entry);
        let record =
            whole.filter(|entry| entry.classes.any(classes_of(mention.kind))).and_then(|entry| entry.record);
        match record {
            Some(record) if mention.kind != Kind::Organization || self.owner(tokens).is_none() => {
                Identity::Record(record)
            }
            _ => Identity::Name(
                self.key(tokens),
                self.owner(tokens).filter(|_| mention.kind == Kind::Organization),
            ),
        }
    }

    /// The country before "’s" or right before the name: "China’s Foreign Ministry".
    fn owner(&self, tokens: Run) -> Option<Owner> {
        let common = |t: usize| {
            let word = self.document.lower(t);
            let classes = self.gazetteer.token(self.document, t).classes;
            classes.any(Classes::COMMON) || word == "of" || cues::is_organization_head(word)
        };
        let generic = tokens.range().all(common);
        let before = tokens.first().checked_sub(1).filter(|_| generic && tokens.len() > 1)?;
        let possessive = matches!(self.document.lower(before), "'s" | "’s" | "'" | "’");
        let land = if possessive { before.checked_sub(1)? } else { before };
        let entry = self.gazetteer.token(self.document, land);
        let is_land = entry.classes.any(Classes::COUNTRY.and(Classes::DEMONYM));
        is_land.then(|| {
            entry.record.map_or(Owner::Word(Key::EMPTY.then(self.document.word(land))), Owner::Record)
        })
    }

    /// Notes what an organization's name may be shortened to.
    fn shorten(&mut self, tokens: Run, cluster: Cluster) {
        let document = self.document;
        let capitals = tokens.range().filter(|&t| document.tokens()[t].case.is_capitalised());
        let initials: String = capitals.filter_map(|t| document.word(t).chars().next()).collect();
        self.short.insert(Key::EMPTY.then(&initials), cluster);
        for start in tokens.first() + 1..tokens.end() {
            if document.tokens()[start].case.is_capitalised() && tokens.end() - start > 1 {
                self.short.insert(Key::of(document, start..tokens.end()), cluster);
            }
        }
        let first = self.gazetteer.token(document, tokens.first()).classes;
        if !first.any(Classes::COMMON.and(Classes::DEMONYM).and(Classes::COUNTRY)) {
            self.short.insert(Key::of(document, tokens.first()..tokens.first() + 1), cluster);
        }
    }
}

/// The classes whose records fit a kind.
fn classes_of(kind: Kind) -> Classes {
    match kind {
        Kind::Person => Classes::PERSON,
        Kind::Organization => Classes::ORGANIZATION,
        Kind::Place => Classes::COUNTRY.and(Classes::REGION),
        Kind::Group => Classes::DEMONYM.and(Classes::GROUP),
        Kind::Event => Classes::EVENT,
        Kind::Work => Classes::WORK,
        Kind::Product => Classes::PRODUCT,
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::tests::toy;

    /// The entities of a text, by order of mention.
    fn entities(text: &str) -> Vec<usize> {
        let (document, names) = (crate::segment::segment(text), toy());
        let who = crate::entity::resolve(&document, &names, &crate::entity::tag(&document, &names));
        who.mentions.iter().map(|m| m.entity).collect()
    }

    #[test]
    fn a_ministry_belongs_to_the_country_before_it() {
        let text = "Freedonia’s Trade Ministry agreed. They asked Sylvania’s Trade Ministry.";
        assert_eq!(entities(text).len(), 4);
        assert_ne!(entities(text)[1], entities(text)[3]);
    }

    #[test]
    fn a_country_and_its_people_are_two() {
        assert_eq!(entities("Freedonia and the Freedonian coast. Freedonia again."), [0, 1, 0]);
    }
}
