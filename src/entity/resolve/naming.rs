//! What an entity is called, and how each mention of it is written.

use crate::analysis::{Form, Kind};
use crate::document::{Case, Document};
use crate::entity::Mention;
use crate::entity::gazetteer::Key;
use crate::entity::records::Record;
use crate::span::Run;

/// An entity's name, with what is needed to tell the form of its mentions.
pub(super) struct Naming {
    /// Its fullest name.
    pub name: String,
    key: Key,
    words: usize,
}

impl Naming {
    /// Names a cluster: a country by its record, all else by its mention with the most words, and of those by the
    /// first that is not in capitals.
    pub fn new(document: &Document, mentions: &[Mention], members: &[usize], record: Option<Record>) -> Self {
        let rank = |&index: &usize| {
            let tokens = mentions[index].tokens;
            (std::cmp::Reverse(tokens.len()), is_shouted(document, tokens))
        };
        let fullest = members.iter().copied().min_by_key(rank).map_or(mentions[0], |index| mentions[index]);
        let written = || {
            let name = spaced(document.words(fullest.tokens));
            let quiet =
                matches!(fullest.kind, Kind::Person | Kind::Place) && is_shouted(document, fullest.tokens);
            if quiet { titled(&name) } else { name }
        };
        Self {
            name: record.map_or_else(written, |record| record.name.to_owned()),
            key: Key::of(document, fullest.tokens.range()),
            words: fullest.tokens.len(),
        }
    }

    /// How a mention of this entity is written.
    pub fn form(&self, document: &Document, mention: Mention) -> Form {
        let tokens = mention.tokens;
        let written = document.words(mention.tokens);
        if written == self.name || mention.kind == Kind::Person && tokens.len() > 1 {
            return Form::Name;
        }
        if mention.kind == Kind::Person && self.words > 1 {
            return Form::Surname;
        }
        let upper = tokens.len() == 1 && document.tokens()[tokens.first()].case() == Case::Upper;
        if upper && written.len() <= 8 && (self.words > 1 || self.name.contains(' ')) {
            return Form::Acronym;
        }
        if Key::of(document, tokens.range()) == self.key && !self.name.contains(' ') {
            Form::Name
        } else {
            Form::Alias
        }
    }

    /// The other ways in which the mentions are written, in order of first use.
    pub fn aliases(&self, document: &Document, mentions: &[Mention], members: &[usize]) -> Vec<String> {
        let mut seen = std::collections::BTreeSet::new();
        let written = members.iter().map(|&index| document.words(mentions[index].tokens));
        written.filter(|name| seen.insert(*name)).map(spaced).filter(|name| *name != self.name).collect()
    }
}

/// Whether all words are in capitals, as in datelines and headlines.
fn is_shouted(document: &Document, tokens: Run) -> bool {
    tokens.range().all(|t| document.tokens()[t].case() == Case::Upper)
}

/// A name in capitals as it is written elsewhere: "HEBDEN BRIDGE" is "Hebden Bridge". Words of up to three letters
/// and those with periods may be acronyms and stay.
fn titled(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if word.chars().count() > 3 && !word.contains('.') => {
                first.to_string() + &letters.as_str().to_lowercase()
            }
            _ => word.to_owned(),
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The words with single spaces: names may run over a double or no-break space.
fn spaced(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::who;

    #[test]
    fn the_fullest_name_wins_and_the_others_are_aliases() {
        let names = [("Firefly", Kind::Person), ("Rufus\u{a0} Firefly", Kind::Person)];
        let who = who("Mr Firefly left. Mr Rufus\u{a0} Firefly was tired.", &names);
        let entity = &who.entities[0];
        assert_eq!(
            (entity.name.as_str(), entity.aliases.as_slice()),
            ("Rufus Firefly", &["Firefly".to_owned()][..])
        );
        let forms: Vec<Form> = who.mentions.iter().map(|m| m.form).collect();
        assert_eq!(forms, [Form::Surname, Form::Name]);
    }

    #[test]
    fn capitals_of_a_dateline_do_not_shout_in_the_name() {
        assert_eq!(titled("PORT ANNA"), "Port Anna");
        assert_eq!(titled("U.A.E."), "U.A.E.");
        assert_eq!(titled("NYC"), "NYC");
    }

    #[test]
    fn an_acronym_and_its_long_form_are_told_apart() {
        let names = ["Port Anna Water Board", "PAWB", "PAWB"].map(|name| (name, Kind::Organization));
        let who = who("The Port Anna Water Board (PAWB) met. The PAWB then left.", &names);
        assert_eq!(who.entities.len(), 1);
        assert_eq!(who.entities[0].name, "Port Anna Water Board");
        assert_eq!(who.mentions[1].form, Form::Acronym);
    }
}
