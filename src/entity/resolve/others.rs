//! All but persons: equal names, names with one record ("U.S.", "United States"), initials of a longer name, and
//! shorter forms of an organization's or event's name (`shorter.rs`).

use std::collections::BTreeMap;

use super::bearers::{Bearer, Bearers, Tier};
use super::{Cluster, lexicon, shorter};
use crate::analysis::Kind;
use crate::document::{Case, Document};
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::entity::{Mention, Names};
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
    mentions: &'a [Mention],
    known: BTreeMap<(Kind, Identity), Cluster>,
    /// What longer names may be shortened to.
    short: BTreeMap<(Kind, Key), Bearers>,
    /// The latest mention of each cluster so far, from number `base` on.
    latest: Vec<usize>,
}

/// Gives every mention that is no person's a cluster, from number `base` on.
pub(super) fn cluster(
    document: &Document,
    names: &Names,
    mentions: &[Mention],
    clusters: &mut [Cluster],
    base: Cluster,
) {
    let mut others = Others {
        document,
        gazetteer: names.gazetteer(),
        mentions,
        known: BTreeMap::new(),
        short: BTreeMap::new(),
        latest: Vec::new(),
    };
    let is_other = |&index: &usize| mentions[index].kind != Kind::Person;
    // Long forms first, so that an acronym finds its long form wherever that stands.
    let mut long: Vec<usize> =
        (0..mentions.len()).filter(is_other).filter(|&i| mentions[i].tokens.len() > 1).collect();
    long.sort_by_key(|&index| std::cmp::Reverse(mentions[index].tokens.len()));
    let mut found = vec![Cluster::MAX; mentions.len()];
    for index in long {
        found[index] = others.of(index);
    }
    for index in (0..mentions.len()).filter(is_other) {
        if found[index] == Cluster::MAX {
            found[index] = others.of(index);
        }
        others.latest[found[index]] = index;
        clusters[index] = base + found[index];
    }
}

impl Others<'_> {
    fn of(&mut self, index: usize) -> Cluster {
        let mention = self.mentions[index];
        let (record, name) = self.identities(mention);
        let kind = mention.kind;
        let by_record = record.and_then(|record| self.known.get(&(kind, Identity::Record(record))));
        let by_name = || self.known.get(&(kind, name));
        let owned = matches!(name, Identity::Name(_, Some(_)));
        let by_short = || {
            // A record says more than a shorter form, except of an acronym that the text itself explains.
            let may = !owned && (record.is_none() || self.is_acronym(mention.tokens));
            let bearers =
                self.short.get(&(kind, Key::of(self.document, mention.tokens.range()))).filter(|_| may)?;
            bearers.pick(index, &self.latest, |b| Some(b.tier))
        };
        let known = by_record.or_else(by_name).copied().or_else(by_short);
        let cluster = known.unwrap_or_else(|| {
            self.latest.push(index);
            self.latest.len() - 1
        });
        let identities = record.map(Identity::Record).into_iter().chain([name]);
        for identity in identities {
            self.known.entry((kind, identity)).or_insert(cluster);
        }
        self.shorten(index, cluster);
        cluster
    }

    /// The record of a name, and what else makes it itself.
    fn identities(&self, mention: Mention) -> (Option<u16>, Identity) {
        let tokens = mention.tokens;
        let listed = self.gazetteer.whole(self.document, tokens);
        let fits = listed.filter(|entry| entry.classes.any(classes_of(mention.kind)));
        let record = fits.and_then(|entry| entry.record);
        if mention.kind != Kind::Organization {
            return (record, Identity::Name(self.name(mention), None));
        }
        let (owner, rest) = self.owner(tokens);
        let of_a_country = owner.is_some() && rest == tokens;
        (record.filter(|_| !of_a_country), Identity::Name(Key::of(self.document, rest.range()), owner))
    }

    /// The words of a name; of a group in the plural those in the singular.
    fn name(&self, mention: Mention) -> Key {
        let tokens = mention.tokens;
        let word = self.document.word(tokens.end() - 1);
        let singular = word.strip_suffix('s').filter(|rest| rest.len() > 3 && !rest.ends_with('s'));
        match singular.filter(|_| mention.kind == Kind::Group) {
            Some(singular) => Key::of(self.document, tokens.first()..tokens.end() - 1).then(singular),
            None => Key::of(self.document, tokens.range()),
        }
    }

    fn is_acronym(&self, tokens: Run) -> bool {
        tokens.len() == 1
            && self.document.tokens()[tokens.first()].case() == Case::Upper
            && self.document.word(tokens.first()).len() <= shorter::LONGEST_ACRONYM
    }

    /// The country of a body that every country has, and the name without it: "China’s Foreign Ministry", "the Chinese
    /// Foreign Ministry".
    fn owner(&self, tokens: Run) -> (Option<Owner>, Run) {
        let inside = Run::new(tokens.first() + 1, tokens.end());
        if inside.len() > 1
            && self.is_generic(inside)
            && let Some(owner) = self.land(tokens.first())
        {
            return (Some(owner), inside);
        }
        let before = tokens.first().checked_sub(1).filter(|_| tokens.len() > 1 && self.is_generic(tokens));
        let owner = before.and_then(|before| {
            let possessive = matches!(self.document.lower(before), "'s" | "’s" | "'" | "’");
            self.land(if possessive { before.checked_sub(1)? } else { before })
        });
        (owner, tokens)
    }

    /// Whether all words are such as name a body in any country.
    fn is_generic(&self, tokens: Run) -> bool {
        let common = |t: usize| {
            let word = self.document.lower(t);
            let classes = self.gazetteer.token(self.document, t).classes;
            classes.any(Classes::COMMON) || word == "of" || lexicon::is_body_word(word)
        };
        tokens.range().all(common)
    }

    /// The country or nationality that a token names.
    fn land(&self, token: usize) -> Option<Owner> {
        let entry = self.gazetteer.token(self.document, token);
        let is_land = entry.classes.any(Classes::COUNTRY.and(Classes::DEMONYM));
        let word = || Owner::Word(Key::EMPTY.then(self.document.word(token)));
        is_land.then(|| entry.record.map_or_else(word, Owner::Record))
    }

    /// Notes what a name may be shortened to.
    fn shorten(&mut self, index: usize, cluster: Cluster) {
        let mention = self.mentions[index];
        let mut keys = shorter::forms(self.document, self.gazetteer, mention);
        keys.extend(shorter::bracketed(self.document, self.mentions, index));
        let bearer = Bearer { cluster, introduced: index, tier: Tier::Main };
        for key in keys {
            self.short.entry((mention.kind, key)).or_default().add(bearer);
        }
    }
}

/// The classes whose records fit a kind.
fn classes_of(kind: Kind) -> Classes {
    match kind {
        Kind::Person => Classes::PERSON,
        Kind::Organization => Classes::ORGANIZATION,
        Kind::Place => Classes::PLACE,
        Kind::Group => Classes::DEMONYM.and(Classes::GROUP),
        Kind::Event => Classes::EVENT,
        Kind::Work => Classes::WORK,
        Kind::Product => Classes::PRODUCT,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entity::tests::who;

    /// The entities of a text with these names, by order of mention.
    fn entities(text: &str, names: &[(&str, Kind)]) -> Vec<usize> {
        who(text, names).mentions.iter().map(|m| m.entity.index()).collect()
    }

    #[test]
    fn a_ministry_belongs_to_the_country_before_it() {
        let ministry = ("Trade Ministry", Kind::Organization);
        let names = [("Freedonia", Kind::Place), ministry, ("Sylvania", Kind::Place), ministry];
        let text = "Freedonia’s Trade Ministry agreed. They asked Sylvania’s Trade Ministry.";
        assert_eq!(entities(text, &names), [0, 1, 2, 3]);
    }

    #[test]
    fn a_country_and_its_people_are_two() {
        let names = [("Freedonia", Kind::Place), ("Freedonian", Kind::Group), ("Freedonia", Kind::Place)];
        assert_eq!(entities("Freedonia and the Freedonian coast. Freedonia again.", &names), [0, 1, 0]);
    }
}
