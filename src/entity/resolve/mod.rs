//! Who is who: mentions to entities.
//!
//! Every mention gets a cluster: persons by full name, surname, first name and title (`persons.rs`), all else by
//! name, record, initials and shorter forms (`others.rs`). Clusters are then numbered by their first mention, named
//! after their fullest one (`naming.rs`), given the role that the text beside them tells (`roles.rs`) and, where that
//! is sure, their Wikidata item (`links.rs`). Pronouns are looked at for speakers alone, in `link/speaker.rs`.
//!
//! A nationality is an entity of its own and never the country ("Russian" is not "Russia"); but both have the
//! country's record, so that "Russia’s Foreign Ministry" is "the Russian Foreign Ministry", and a "French president"
//! is near France.

mod bearers;
mod lexicon;
mod links;
mod naming;
mod others;
mod parts;
mod persons;
mod roles;
mod shorter;

use super::{Entity, Gender, Mention, Names, Who};
use crate::analysis::{self, Form};
use crate::document::Document;
use crate::span::EntityId;
use links::Linker;
use naming::Naming;

/// A set of mentions that name the same thing, by index into the list of clusters.
type Cluster = usize;

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
pub(super) fn resolve(document: &Document, names: &Names, mentions: Vec<Mention>) -> Who {
    let mut clusters = vec![Cluster::MAX; mentions.len()];
    let genders = persons::cluster(document, names, &mentions, &mut clusters);
    others::cluster(document, names, &mentions, &mut clusters, genders.len());
    let (clusters, old) = by_first_mention(&clusters);
    let (mut entities, forms) = named(document, names, &mentions, &Members::new(&clusters, old.len()));
    for (entity, old) in entities.iter_mut().zip(old) {
        if let Some(&gender) = genders.get(old) {
            entity.gender = gender.or_else(|| by_role(entity.role.as_deref()));
        }
    }
    let resolved = |((mention, form), cluster): ((Mention, Form), u32)| analysis::Mention {
        span: document.span_of(mention.tokens),
        kind: mention.kind,
        entity: EntityId(cluster),
        form,
        confidence: mention.confidence,
    };
    let mentions = mentions.into_iter().zip(forms).zip(clusters).map(resolved).collect();
    Who { mentions, entities }
}

/// What a role says: "spokeswoman", "actress".
fn by_role(role: Option<&str>) -> Option<Gender> {
    role?.split_ascii_whitespace().find_map(|word| lexicon::gender_of_word(&word.to_lowercase()))
}

/// The clusters renumbered in the order of their first mentions, and the old number of each.
fn by_first_mention(clusters: &[Cluster]) -> (Vec<u32>, Vec<Cluster>) {
    let mut numbers = vec![u32::MAX; clusters.iter().max().map_or(0, |max| max + 1)];
    let mut old = Vec::new();
    let number = |&cluster: &Cluster| {
        if numbers[cluster] == u32::MAX {
            numbers[cluster] = old.len() as u32;
            old.push(cluster);
        }
        numbers[cluster]
    };
    (clusters.iter().map(number).collect(), old)
}

/// The mentions of each cluster, in order.
struct Members {
    /// All mentions by index, those of the first cluster first.
    indices: Vec<usize>,
    /// Where in `indices` those of each cluster end.
    ends: Vec<usize>,
}

impl Members {
    fn new(clusters: &[u32], count: usize) -> Self {
        let mut indices: Vec<usize> = (0..clusters.len()).collect();
        indices.sort_unstable_by_key(|&index| (clusters[index], index));
        let ends = (0..count as u32).scan(0, |end, cluster| {
            *end += indices[*end..].partition_point(|&index| clusters[index] == cluster);
            Some(*end)
        });
        Self { ends: ends.collect(), indices }
    }

    fn iter(&self) -> impl Iterator<Item = &[usize]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.indices[start..end])
    }
}

/// Names the clusters and tells each mention's form.
fn named(
    document: &Document,
    names: &Names,
    mentions: &[Mention],
    members: &Members,
) -> (Vec<Entity>, Vec<Form>) {
    let mut entities = Vec::with_capacity(members.ends.len());
    let mut forms = vec![Form::Name; mentions.len()];
    let linker = Linker::new(document, names, mentions);
    for members in members.iter() {
        let naming = Naming::new(document, mentions, members, linker.country(members[0]));
        for &index in members {
            forms[index] = naming.form(document, mentions[index]);
        }
        let role = roles::role(document, mentions, members);
        entities.push(Entity {
            kind: mentions[members[0]].kind,
            aliases: naming.aliases(document, mentions, members),
            link: linker.link(members, role.as_deref()),
            gender: None,
            role,
            name: naming.name,
        });
    }
    Linker::withdraw_shared(&mut entities);
    (entities, forms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Kind;
    use crate::entity::tests::toy;
    use crate::span::Run;
    use proptest::prelude::*;
    use std::time::{Duration, Instant};

    /// Every `step`th run of `length` tokens as a mention, the kinds by turns.
    fn mentions(document: &Document, step: usize, length: usize) -> Vec<Mention> {
        let starts = (0..document.tokens().len()).step_by(step.max(length));
        let runs = starts.map(|start| Run::new(start, document.tokens().len().min(start + length)));
        let mention = |(index, tokens): (usize, Run)| Mention {
            tokens,
            kind: Kind::ALL[index % Kind::ALL.len()],
            confidence: 1.0,
        };
        runs.enumerate().map(mention).collect()
    }

    proptest! {
        #[test]
        fn any_words_may_be_names(
            text in "(\\PC|[A-Z][a-z]+ |bin |al-|[A-Z]\\. |Jr\\. |of |, the mayor, |his wife |“|” |\\(|\\) |-|’s |\n){0,60}",
            step in 1_usize..6,
            length in 1_usize..9,
        ) {
            let document = crate::segment::segment(&text);
            let mentions = mentions(&document, step, length);
            let count = mentions.len();
            let who = resolve(&document, &toy(), mentions);
            prop_assert_eq!(who.mentions.len(), count);
            let mut next = 0;
            for resolved in &who.mentions {
                let entity = resolved.entity.index();
                prop_assert!(entity <= next, "entities are numbered by first mention");
                next = next.max(entity + 1);
                prop_assert_eq!(resolved.kind, who.entities[entity].kind);
            }
            prop_assert_eq!(next, who.entities.len());
        }
    }

    /// Names that are all alike, all different, and each a surname of all before it.
    #[test]
    fn eight_times_the_names_take_about_eight_times_as_long() {
        let names = toy();
        let alike = |n: usize| "Rufus Firefly met Firefly. ".repeat(n);
        let numbered = |n: usize, sentence: &str| -> String {
            (0..n).flat_map(|i| [sentence.replace('#', &i.to_string()), " ".to_owned()]).collect()
        };
        let different = |n: usize| numbered(n, "Rufus Fire# left Port# Water Board.");
        let shared = |n: usize| numbered(n, "Rufus# Firefly met Mr Firefly.");
        let texts: [&dyn Fn(usize) -> String; 3] = [&alike, &different, &shared];
        for text in texts {
            let time = |n: usize| {
                let text = text(n);
                let document = crate::segment::segment(&text);
                let mentions = mentions(&document, 2, 2);
                let start = Instant::now();
                let count = mentions.len();
                assert_eq!(resolve(&document, &names, mentions).mentions.len(), count);
                start.elapsed()
            };
            // The shortest times by turns: others on the machine only make a time longer.
            let (mut few, mut many) = (Duration::MAX, Duration::MAX);
            let in_proportion = (0..10).any(|_| {
                (few, many) = (few.min(time(5_000)), many.min(time(40_000)));
                many < few * 24
            });
            assert!(in_proportion, "{few:?} for 5,000 sentences, {many:?} for 40,000");
        }
    }
}
