//! Persons: full names first, then surnames and first names to the full names they belong to.
//!
//! "Xi" belongs to "Xi Jinping", "Putin" to "Vladimir Putin", "Suu Kyi" to "Aung San Suu Kyi". Of several persons
//! with one surname, the title decides ("Mrs Clinton"), then the latest mentioned.

use std::collections::BTreeMap;

use super::Cluster;
use crate::analysis::Kind;
use crate::document::Document;
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::entity::{Mention, Names};
use crate::span::Run;

/// What is known of a person's sex, from titles and first names; it only keeps apart people with one surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sex {
    Female,
    Male,
}

/// How many people with one short name are kept apart; more only occur in lists, and the bound keeps the work linear.
const MOST_BEARERS: usize = 16;

/// A short name that may mean several people: their clusters with the mention that introduced each.
type Bearers = Vec<(Cluster, usize)>;

struct Persons<'a> {
    document: &'a Document<'a>,
    gazetteer: Gazetteer<'a>,
    /// Full names, as keys of all tokens and of first and last token.
    full: BTreeMap<Key, Cluster>,
    /// What a full name may be shortened to: its last tokens, or its first.
    short: BTreeMap<Key, Bearers>,
    /// By cluster.
    sexes: Vec<Option<Sex>>,
    /// By cluster: its latest mention so far.
    latest: Vec<usize>,
}

/// Gives every person's mention a cluster and returns the number of clusters.
pub(super) fn cluster(
    document: &Document,
    names: &Names,
    mentions: &[Mention],
    clusters: &mut [Cluster],
) -> usize {
    let mut persons = Persons {
        document,
        gazetteer: names.gazetteer(),
        full: BTreeMap::new(),
        short: BTreeMap::new(),
        sexes: Vec::new(),
        latest: Vec::new(),
    };
    let is_person = |&index: &usize| mentions[index].kind == Kind::Person;
    // Longer names first, so that "Suu Kyi" finds "Aung San Suu Kyi" wherever that stands.
    let mut full: Vec<usize> =
        (0..mentions.len()).filter(is_person).filter(|&i| mentions[i].tokens.len() > 1).collect();
    full.sort_by_key(|&index| std::cmp::Reverse(mentions[index].tokens.len()));
    for index in full {
        clusters[index] = persons.full_name(index, mentions[index].tokens);
    }
    for index in (0..mentions.len()).filter(is_person) {
        if mentions[index].tokens.len() == 1 {
            clusters[index] = persons.short_name(index, mentions[index].tokens);
        }
        persons.latest[clusters[index]] = index;
    }
    persons.sexes.len()
}

impl Persons<'_> {
    fn key(&self, first: usize, end: usize) -> Key {
        Key::of(self.document, first..end)
    }

    fn add(&mut self, sex: Option<Sex>, mention: usize) -> Cluster {
        self.sexes.push(sex);
        self.latest.push(mention);
        self.sexes.len() - 1
    }

    /// The cluster of a full name: an equal one, one that differs in the middle, one that it shortens, or a new one.
    fn full_name(&mut self, index: usize, tokens: Run) -> Cluster {
        let (first, end) = (tokens.first(), tokens.end());
        let whole = self.key(first, end);
        let ends = self.key(first, first + 1).then(self.document.word(end - 1));
        if let Some(&known) = self.full.get(&whole).or_else(|| self.full.get(&ends)) {
            return known;
        }
        if let Some([(only, _)]) = self.short.get(&whole).map(Vec::as_slice) {
            return *only;
        }
        let sex = self.sex_by_title(first).or_else(|| self.sex_by_first_name(first));
        let cluster = self.add(sex, index);
        self.full.insert(whole, cluster);
        self.full.insert(ends, cluster);
        for start in first + 1..end {
            self.shorten(self.key(start, end), cluster, index);
        }
        self.shorten(self.key(first, first + 1), cluster, index);
        cluster
    }

    fn shorten(&mut self, key: Key, cluster: Cluster, index: usize) {
        let bearers = self.short.entry(key).or_default();
        if bearers.len() < MOST_BEARERS && bearers.iter().all(|&(known, _)| known != cluster) {
            bearers.push((cluster, index));
        }
    }

    /// The cluster of a surname or first name: of those who bear it and whom the title allows, the latest mentioned
    /// before, else the first introduced after; a new one if nobody bears it.
    fn short_name(&mut self, index: usize, tokens: Run) -> Cluster {
        let key = self.key(tokens.first(), tokens.end());
        let sex = self.sex_by_title(tokens.first());
        let bearers = self.short.get(&key).map_or(&[][..], Vec::as_slice);
        let allowed = || {
            bearers.iter().filter(|&&(c, _)| sex.is_none() || self.sexes[c].is_none_or(|s| Some(s) == sex))
        };
        let before = allowed().filter(|&&(cluster, _)| self.latest[cluster] < index);
        let found = before
            .max_by_key(|&&(cluster, _)| self.latest[cluster])
            .or_else(|| allowed().min_by_key(|&&(_, introduced)| introduced));
        if let Some(&(cluster, _)) = found {
            return cluster;
        }
        let cluster = self.add(sex, index);
        self.shorten(key, cluster, index);
        cluster
    }

    fn sex_by_title(&self, first: usize) -> Option<Sex> {
        let title = first.checked_sub(1).map(|before| self.document.lower(before))?;
        Some(match title.trim_end_matches('.') {
            "mr" | "sir" | "lord" | "king" | "prince" | "chairman" | "spokesman" | "congressman"
            | "father" => Sex::Male,
            "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "madam" | "spokeswoman"
            | "chairwoman" | "congresswoman" | "sister" => Sex::Female,
            _ => return None,
        })
    }

    fn sex_by_first_name(&self, first: usize) -> Option<Sex> {
        let classes = self.gazetteer.token(self.document, first).classes;
        match (classes.any(Classes::FEMALE_NAME), classes.any(Classes::MALE_NAME)) {
            (true, false) => Some(Sex::Female),
            (false, true) => Some(Sex::Male),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::toy;

    /// The cluster of each person in a text, by order of mention.
    fn clusters(text: &str) -> Vec<Cluster> {
        let (document, names) = (crate::segment::segment(text), toy());
        let mentions = crate::entity::tag(&document, &names);
        assert!(mentions.iter().all(|m| m.kind == Kind::Person), "{mentions:?}");
        let mut clusters = vec![0; mentions.len()];
        cluster(&document, &names, &mentions, &mut clusters);
        clusters
    }

    #[test]
    fn a_surname_goes_to_the_latest_bearer_before_it_else_to_the_first_after() {
        assert_eq!(clusters("Mr Firefly left. Mr Rufus Firefly was tired."), [0, 0]);
        assert_eq!(clusters("Mr Rufus Firefly met Mr Otis Firefly. Then Firefly said so."), [0, 1, 1]);
    }

    #[test]
    fn titles_and_first_names_keep_people_with_one_surname_apart() {
        let text = "Mr Rufus Firefly met Mrs Gloria Firefly. Mr Firefly left. Mrs Firefly stayed.";
        assert_eq!(clusters(text), [0, 1, 0, 1]);
        assert_eq!(clusters("Mr Firefly left. Mrs Firefly stayed."), [0, 1]);
    }
}
