//! Who is who: mentions to entities.
//!
//! Every mention gets a cluster: persons by full name, surname, first name and title (`persons.rs`), all else by
//! name, record, initials and shorter forms (`others.rs`). Clusters are then numbered by their first mention, named
//! after their fullest one (`naming.rs`) and given the role that the text beside them tells (`roles.rs`). Pronouns
//! are looked at for speakers alone, in `link/speaker.rs`.

mod naming;
mod others;
mod persons;
mod roles;

use super::records::Record;
use super::{Mention, Names, Resolved, Who};
use crate::analysis::{Form, Kind, Link};
use crate::document::Document;
use naming::Naming;

/// A set of mentions that name the same thing, by index into the list of clusters.
type Cluster = usize;

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
pub(super) fn resolve(document: &Document, names: &Names, mentions: &[Mention]) -> Who {
    let mut clusters = vec![Cluster::MAX; mentions.len()];
    let persons = persons::cluster(document, names, mentions, &mut clusters);
    others::cluster(document, names, mentions, &mut clusters, persons);
    number_by_first_mention(&mut clusters);
    who(document, names, mentions, &clusters)
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
    for members in &members {
        let record = country(document, names, mentions[members[0]]);
        let naming = Naming::new(document, mentions, members, record);
        for &index in members {
            forms[index] = naming.form(document, mentions[index]);
        }
        who.entities.push(super::Entity {
            kind: mentions[members[0]].kind,
            aliases: naming.aliases(document, mentions, members),
            role: roles::role(document, mentions, members),
            link: record.and_then(|r| r.wikidata).map(|item| Link { wikidata: item.to_owned() }),
            name: naming.name,
        });
    }
    for ((&mention, &entity), form) in mentions.iter().zip(clusters).zip(forms) {
        who.mentions.push(Resolved { mention, form, entity });
    }
    who
}

/// The record of the country that a place's name is one of the names of.
fn country<'n>(document: &Document, names: &'n Names, mention: Mention) -> Option<Record<'n>> {
    use super::gazetteer::Classes;
    let tokens = mention.tokens;
    let found = names.gazetteer().longest(document, tokens.first(), tokens.end())?;
    let is_country = mention.kind == Kind::Place && found.entry.classes.any(Classes::COUNTRY);
    let record = found.entry.record.filter(|_| is_country && found.end == tokens.end())?;
    names.records().get(record)
}
