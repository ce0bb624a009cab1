//! Persons: full names first, then surnames and first names to the full names they belong to.
//!
//! "Xi" belongs to "Xi Jinping", "Putin" to "Vladimir Putin", "Suu Kyi" to "Aung San Suu Kyi", "Bill Hale" to "William
//! Hale". Of several persons with one short name, the title decides ("Mrs Clinton", "Secretary Clinton"), then how
//! close the short name is, then who was mentioned last. A first name after "his wife" is never the husband's.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::bearers::{Bearer, Bearers, Tier};
use super::lexicon::Kin;
use super::parts::{Parts, Place};
use super::{Cluster, lexicon, roles};
use crate::analysis::Kind;
use crate::document::Document;
use crate::entity::gazetteer::{Classes, Gazetteer, Key};
use crate::entity::{Gender, Mention, Names};

/// How many titles are kept of one person.
const MOST_TITLES: usize = 4;

/// What is known of a person.
#[derive(Default)]
struct Person {
    gender: Option<Gender>,
    /// The latest mention so far.
    latest: usize,
    /// The last part of the full name.
    surname: Option<Key>,
    initial: Option<char>,
    middle: Option<char>,
    generation: Option<u8>,
    /// Words of the titles that stand by the full name.
    titles: Vec<Key>,
}

struct Persons<'a> {
    document: &'a Document<'a>,
    gazetteer: Gazetteer<'a>,
    mentions: &'a [Mention],
    /// Full names, by the keys of all parts and of first and last part.
    full: BTreeMap<Key, Bearers>,
    /// What a full name may be shortened to.
    short: BTreeMap<Key, Bearers>,
    /// By cluster.
    people: Vec<Person>,
    latest: Vec<usize>,
}

/// Gives every person's mention a cluster and returns the gender of each cluster, as far as it is known.
pub(super) fn cluster(
    document: &Document,
    names: &Names,
    mentions: &[Mention],
    clusters: &mut [Cluster],
) -> Vec<Option<Gender>> {
    let mut persons = Persons {
        document,
        gazetteer: names.gazetteer(),
        mentions,
        full: BTreeMap::new(),
        short: BTreeMap::new(),
        people: Vec::new(),
        latest: Vec::new(),
    };
    let is_person = |&index: &usize| mentions[index].kind == Kind::Person;
    let parts = |index: usize| Parts::new(document, mentions[index].tokens);
    // Longer names first, so that "Suu Kyi" finds "Aung San Suu Kyi" wherever that stands; "J. Hale" after "John Hale".
    // Only their order is kept: the parts of all names would take more room than anything else that is known of them.
    let rank = |index: usize| {
        let parts = parts(index);
        (parts.len() > 1).then(|| (Reverse(parts.len() as u32), parts.is_initialed(), index as u32))
    };
    let mut full: Vec<_> = (0..mentions.len()).filter(is_person).filter_map(rank).collect();
    full.sort_unstable();
    for (.., index) in full {
        let index = index as usize;
        clusters[index] = persons.full_name(index, &parts(index));
    }
    let mut previous: Option<usize> = None;
    for index in (0..mentions.len()).filter(is_person) {
        if clusters[index] == Cluster::MAX {
            let before = previous.filter(|&p| persons.in_one_sentence(p, index)).map(|p| clusters[p]);
            clusters[index] = persons.short_name(index, &parts(index), before);
        }
        persons.latest[clusters[index]] = index;
        previous = Some(index);
    }
    persons.people.into_iter().map(|person| person.gender).collect()
}

impl Persons<'_> {
    fn in_one_sentence(&self, left: usize, right: usize) -> bool {
        let sentence = self.document.sentence_of(self.mentions[left].tokens.first());
        self.document.sentences()[sentence].tokens.holds(self.mentions[right].tokens.first())
    }

    fn add(&mut self, person: Person) -> Cluster {
        self.latest.push(person.latest);
        self.people.push(person);
        self.people.len() - 1
    }

    /// The cluster of a full name: one that it can be another writing of, one that it shortens, or a new one.
    fn full_name(&mut self, index: usize, parts: &Parts) -> Cluster {
        let (whole, ends) = (parts.key(0, parts.len()), parts.ends());
        let gender = self.gender_by_title(index);
        let may_be = |people: &[Person], cluster: Cluster| {
            let person = &people[cluster];
            agree(person.generation, parts.generation)
                && agree(person.middle, parts.middle_initial())
                && agree(person.gender, gender)
        };
        let known = [whole, ends].iter().find_map(|key| {
            let rank = |b: &Bearer| may_be(&self.people, b.cluster).then_some(b.tier);
            self.full.get(key)?.pick(index, &self.latest, rank)
        });
        let known = known.or_else(|| self.initialed(parts)).or_else(|| {
            let fits = |b: &Bearer| b.tier < Tier::Family && may_be(&self.people, b.cluster);
            self.short.get(&whole).and_then(|bearers| bearers.only(fits))
        });
        let cluster = known.unwrap_or_else(|| {
            let gender = gender.or_else(|| self.gender_by_first_name(index));
            let surname = Some(parts.key(parts.len() - 1, parts.len()));
            self.add(Person {
                gender,
                latest: index,
                surname,
                initial: parts.initial(),
                middle: parts.middle_initial(),
                generation: parts.generation,
                titles: Vec::new(),
            })
        });
        let person = &mut self.people[cluster];
        person.gender = person.gender.or(gender);
        self.learn(cluster, index, parts);
        cluster
    }

    /// Notes how else the bearer of a full name may be called.
    fn learn(&mut self, cluster: Cluster, index: usize, parts: &Parts) {
        let bearer = |tier| Bearer { cluster, introduced: index, tier };
        let keys = [Some(parts.key(0, parts.len())), Some(parts.ends()), parts.nickname_ends()];
        let known =
            self.full.get(&parts.key(0, parts.len())).is_some_and(|b| b.iter().any(|b| b.cluster == cluster));
        for key in keys.into_iter().flatten() {
            self.full.entry(key).or_default().add(bearer(Tier::Main));
        }
        if !known {
            for shorter in parts.shorter() {
                let tier = match shorter.place {
                    Place::End => Tier::Main,
                    Place::Start => Tier::First,
                    Place::Middle => Tier::Middle,
                };
                self.short.entry(shorter.key).or_default().add(bearer(tier));
            }
            if let Some(nickname) = parts.nickname {
                let key = Key::of(self.document, nickname.range());
                self.short.entry(key).or_default().add(bearer(Tier::First));
            }
        }
        let person = &mut self.people[cluster];
        person.middle = person.middle.or(parts.middle_initial());
        person.generation = person.generation.or(parts.generation);
        for title in roles::titles(self.document, self.mentions, index) {
            let key = Key::EMPTY.then(title);
            if person.titles.len() < MOST_TITLES && !person.titles.contains(&key) {
                person.titles.push(key);
            }
        }
    }

    /// The only person whom "J. Hale" may mean.
    fn initialed(&self, parts: &Parts) -> Option<Cluster> {
        let surname = parts.is_initialed().then(|| parts.key(1, parts.len()))?;
        let fits = |b: &Bearer| b.tier == Tier::Main && self.people[b.cluster].initial == parts.initial();
        self.short.get(&surname)?.only(fits)
    }

    /// The cluster of a name of one part. `before` is the person named before it in the same sentence.
    fn short_name(&mut self, index: usize, parts: &Parts, before: Option<Cluster>) -> Cluster {
        let key = parts.key(0, 1);
        let relation = self.relation(index);
        let gender = self.gender_by_title(index);
        let title = self.title(index);
        let possessor = before.filter(|_| relation.is_some());
        let rank = |b: &Bearer| {
            let person = &self.people[b.cluster];
            let family = b.tier == Tier::Family && (gender.is_none() || person.gender != gender);
            if Some(b.cluster) == possessor || family || !agree(person.gender, gender) {
                return None;
            }
            let titled = title.is_some_and(|title| person.titles.contains(&title));
            // After a title stands a surname; without, first names and surnames are as good as each other.
            let tier = if title.is_none() && gender.is_none() { b.tier.max(Tier::First) } else { b.tier };
            let unsure = gender.is_some() && person.gender != gender;
            Some((!titled, unsure, tier))
        };
        let keys = [Some(key), parts.without_article(0, 1)];
        let found =
            keys.into_iter().flatten().find_map(|key| self.short.get(&key)?.pick(index, &self.latest, rank));
        if let Some(cluster) = found {
            let person = &mut self.people[cluster];
            person.gender = person.gender.or(gender);
            return cluster;
        }
        let gender = gender.or_else(|| self.gender_by_lone_name(index));
        let cluster = self.add(Person { gender, latest: index, ..Person::default() });
        for key in keys.into_iter().flatten() {
            self.short.entry(key).or_default().add(Bearer { cluster, introduced: index, tier: Tier::Main });
        }
        if let Some(surname) = possessor.and_then(|possessor| self.people[possessor].surname) {
            let bearer = Bearer { cluster, introduced: index, tier: Tier::Family };
            self.short.entry(surname).or_default().add(bearer);
        }
        cluster
    }

    /// The word before a mention, also where commas set the mention off: "his wife Anna", "her brother, Tom, wept".
    fn word_before(&self, index: usize) -> Option<&str> {
        let tokens = self.mentions[index].tokens;
        let before = tokens.first().checked_sub(1)?;
        if self.document.word(before) != "," {
            return Some(self.document.lower(before));
        }
        let closed = tokens.end() == self.document.tokens().len()
            || matches!(self.document.word(tokens.end()), "," | "." | ";");
        before.checked_sub(1).filter(|_| closed).map(|word| self.document.lower(word))
    }

    /// Whether the mention is called somebody's relative.
    fn relation(&self, index: usize) -> Option<Kin> {
        self.word_before(index).and_then(lexicon::kin)
    }

    /// The title right before a mention, if it says what the person is.
    fn title(&self, index: usize) -> Option<Key> {
        let before = self.mentions[index].tokens.first().checked_sub(1)?;
        let word = self.document.lower(before).trim_end_matches('.');
        lexicon::is_title(word).then(|| Key::EMPTY.then(word))
    }

    fn gender_by_title(&self, index: usize) -> Option<Gender> {
        let before = self.mentions[index].tokens.first().checked_sub(1)?;
        lexicon::gender_of_word(self.document.lower(before)).or_else(|| self.relation(index)?.0)
    }

    /// What the lists say of a first name that a surname follows.
    fn gender_by_first_name(&self, index: usize) -> Option<Gender> {
        let classes = self.gazetteer.token(self.document, self.mentions[index].tokens.first()).classes;
        match (classes.any(Classes::FEMALE_NAME), classes.any(Classes::MALE_NAME)) {
            (true, false) => Some(Gender::She),
            (false, true) => Some(Gender::He),
            _ => None,
        }
    }

    /// The same for a name that stands alone. Many men's first names are surnames as well, few women's are.
    fn gender_by_lone_name(&self, index: usize) -> Option<Gender> {
        let classes = self.gazetteer.token(self.document, self.mentions[index].tokens.first()).classes;
        let gender = self.gender_by_first_name(index);
        gender.filter(|gender| *gender == Gender::She || !classes.any(Classes::SURNAME))
    }
}

/// Whether two things may be the same as far as both are known.
fn agree<T: PartialEq + Copy>(left: Option<T>, right: Option<T>) -> bool {
    left.is_none() || right.is_none() || left == right
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::toy;
    use crate::span::Run;

    /// The cluster of each person in a text, by order of mention; the persons are what stands in brackets.
    fn clusters(marked: &str) -> Vec<u32> {
        let mut text = String::new();
        let mut spans = Vec::new();
        for piece in marked.split('[') {
            if let Some((name, _)) = piece.split_once(']') {
                spans.push((text.len() as u32, (text.len() + name.len()) as u32));
            }
            text.extend(piece.chars().filter(|c| *c != ']'));
        }
        let (document, names) = (crate::segment::segment(&text), toy());
        let mention = |(start, end): (u32, u32)| {
            let tokens = Run::new(document.token_at(start), document.token_at(end - 1) + 1);
            Mention { tokens, kind: Kind::Person, confidence: 1.0 }
        };
        let mentions: Vec<Mention> = spans.into_iter().map(mention).collect();
        let mut clusters = vec![Cluster::MAX; mentions.len()];
        cluster(&document, &names, &mentions, &mut clusters);
        super::super::by_first_mention(&clusters).0
    }

    #[test]
    fn a_surname_goes_to_the_latest_bearer_before_it_else_to_the_first_after() {
        assert_eq!(clusters("Mr [Firefly] left. Mr [Rufus Firefly] was tired."), [0, 0]);
        assert_eq!(clusters("Mr [Rufus Firefly] met Mr [Otis Firefly]. Then [Firefly] said so."), [0, 1, 1]);
    }

    #[test]
    fn titles_and_first_names_keep_people_with_one_surname_apart() {
        let text = "Mr [Rufus Firefly] met Mrs [Gloria Firefly]. Mr [Firefly] left. Mrs [Firefly] stayed.";
        assert_eq!(clusters(text), [0, 1, 0, 1]);
        assert_eq!(clusters("Mr [Firefly] left. Mrs [Firefly] stayed."), [0, 1]);
        let text = "President [Rufus Firefly] met Senator [Otis Firefly]. President [Firefly] left. Senator [Firefly] stayed.";
        assert_eq!(clusters(text), [0, 1, 0, 1]);
    }

    #[test]
    fn initials_short_forms_and_generations() {
        assert_eq!(clusters("[J. Hale] wrote. [John Hale] read."), [0, 0]);
        assert_eq!(clusters("[John Hale] met [James Hale]. [J. Hale] wrote."), [0, 1, 2]);
        assert_eq!(clusters("[William Hale] spoke. [Bill Hale] left."), [0, 0]);
        assert_eq!(
            clusters("[Amos Hale Sr.] founded it. [Amos Hale Jr.] runs it. [Amos Hale] laughed."),
            [0, 1, 1]
        );
        assert_eq!(clusters("[Ann B. Hale] met [Ann C. Hale]."), [0, 1]);
    }

    #[test]
    fn a_relative_is_not_the_one_whose_relative_it_is() {
        assert_eq!(clusters("[Thomas Hale] came with his son [Thomas]."), [0, 1]);
        assert_eq!(clusters("[Thomas Hale] praised his son, [Thomas], at length."), [0, 1]);
        assert_eq!(clusters("After [Thomas Hale] met his mother, [Hale] wept."), [0, 0]);
        let text = "[Thomas Hale] came with his wife [Gloria]. Mrs [Hale] sang. [Hale] clapped.";
        assert_eq!(clusters(text), [0, 1, 1, 0]);
    }

    #[test]
    fn a_first_name_does_not_hide_the_surname_after_a_title() {
        assert_eq!(clusters("[Peter Blom] met [Anna Peter]. Judge [Peter] smiled."), [0, 1, 1]);
    }
}
