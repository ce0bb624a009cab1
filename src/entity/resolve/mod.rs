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
    linker.withdraw_shared(&mut who.entities);
    for ((&mention, &entity), form) in mentions.iter().zip(clusters).zip(forms) {
        who.mentions.push(Resolved { mention, form, entity });
    }
    who
}
