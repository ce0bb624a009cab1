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

use super::{Gender, Mention, Names, Resolved, Who};
use crate::analysis::Form;
use crate::document::Document;
use links::Linker;
use naming::Naming;

/// A set of mentions that name the same thing, by index into the list of clusters.
type Cluster = usize;

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
pub(super) fn resolve(document: &Document, names: &Names, mentions: &[Mention]) -> Who {
    let mut clusters = vec![Cluster::MAX; mentions.len()];
    let genders = persons::cluster(document, names, mentions, &mut clusters);
    others::cluster(document, names, mentions, &mut clusters, genders.len());
    let old = clusters.clone();
    number_by_first_mention(&mut clusters);
    let mut who = who(document, names, mentions, &clusters);
    for (&old, &new) in old.iter().zip(&clusters) {
        if let Some(&gender) = genders.get(old) {
            let entity = &mut who.entities[new];
            entity.gender = gender.or_else(|| by_role(entity.role.as_deref()));
        }
    }
    who
}

/// What a role says: "spokeswoman", "actress".
fn by_role(role: Option<&str>) -> Option<Gender> {
    role?.split_ascii_whitespace().find_map(|word| lexicon::gender_of_word(&word.to_lowercase()))
}

/// Renumbers the clusters in the order of their first mentions.
fn number_by_first_mention(clusters: &mut [Cluster]) {
    let mut numbers = vec![Cluster::MAX; clusters.iter().max().map_or(0, |max| max + 1)];
    let mut next = 0;
    for cluster in clusters {
        let number = &mut numbers[*cluster];
        if *number == Cluster::MAX {
            *number = next;
            next += 1;
        }
        *cluster = *number;
    }
}

/// Names the clusters and tells each mention's form.
fn who(document: &Document, names: &Names, mentions: &[Mention], clusters: &[Cluster]) -> Who {
    let count = clusters.iter().max().map_or(0, |max| max + 1);
    let mut members = vec![Vec::new(); count];
    for (index, &cluster) in clusters.iter().enumerate() {
        members[cluster].push(index);
    }
    let mut who = Who { mentions: Vec::with_capacity(mentions.len()), entities: Vec::with_capacity(count) };
    let mut forms = vec![Form::Name; mentions.len()];
    let linker = Linker::new(document, names, mentions);
    for members in &members {
        let naming = Naming::new(document, mentions, members, linker.country(members[0]));
        for &index in members {
            forms[index] = naming.form(document, mentions[index]);
        }
        let role = roles::role(document, mentions, members);
        who.entities.push(super::Entity {
            kind: mentions[members[0]].kind,
            aliases: naming.aliases(document, mentions, members),
            link: linker.link(members, role.as_deref()),
            gender: None,
            role,
            name: naming.name,
        });
    }
    Linker::withdraw_shared(&mut who.entities);
    for ((&mention, &entity), form) in mentions.iter().zip(clusters).zip(forms) {
        who.mentions.push(Resolved { mention, form, entity });
    }
    who
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
            span: document.span_of(tokens),
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
            let who = resolve(&document, &toy(), &mentions);
            prop_assert_eq!(who.mentions.len(), mentions.len());
            let mut next = 0;
            for resolved in &who.mentions {
                prop_assert!(resolved.entity <= next, "entities are numbered by first mention");
                next = next.max(resolved.entity + 1);
                prop_assert_eq!(resolved.mention.kind, who.entities[resolved.entity].kind);
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
                assert_eq!(resolve(&document, &names, &mentions).mentions.len(), mentions.len());
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
