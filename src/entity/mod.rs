//! Entities: names in the text, and who or what each of them is.
//!
//! ```text
//! Document ─▶ survey ─▶ candidates ─▶ context (votes) ─▶ tag ─▶ mentions ─▶ resolve ─▶ who is who
//!               ▲                        ▲
//!          gazetteer (model)       cues (word lists)
//! ```
//!
//! [`tag`](mod@tag) decides by rules that give points; `gazetteer`, the mentions and `resolve` know nothing of them.

mod candidates;
mod context;
mod cues;
pub mod gazetteer;
pub mod records;
mod resolve;
mod survey;
mod tag;
mod votes;

use crate::analysis::{Form, Kind, Link};
use crate::document::Document;
use crate::error::Error;
use crate::model::Model;
use crate::span::{Run, Span};
use gazetteer::Gazetteer;
use records::Records;

/// What the entity stage needs of the model, checked once.
#[derive(Clone, Debug)]
pub struct Names {
    model: Model,
}

impl Names {
    /// Finds the sections in the model.
    ///
    /// # Errors
    /// If one is missing or damaged.
    pub fn new(model: Model) -> Result<Self, Error> {
        Gazetteer::new(model.section("names")?)?;
        Records::new(model.section("records")?)?;
        Ok(Self { model })
    }

    /// The name lists. Empty if the section were damaged, which [`Names::new`] has ruled out.
    fn gazetteer(&self) -> Gazetteer<'_> {
        self.model.section("names").and_then(Gazetteer::new).unwrap_or_default()
    }

    /// The records, likewise.
    fn records(&self) -> Records<'_> {
        self.model.section("records").and_then(Records::new).unwrap_or_default()
    }
}

/// A name found in the text, before anyone knows who it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Run,
    /// Its bytes.
    pub span: Span,
    /// What kind of thing it names.
    pub kind: Kind,
    /// Between 0 and 1.
    pub confidence: f32,
}

/// One of the article's persons, organizations, places …
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its fullest name.
    pub name: String,
    /// Other ways the article names it, in order of first use.
    pub aliases: Vec<String>,
    /// Title or office as the article gives it.
    pub role: Option<String>,
    /// Its identifier outside the article.
    pub link: Option<Link>,
}

/// A mention with the entity that it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolved {
    /// The mention.
    pub mention: Mention,
    /// How it is written.
    pub form: Form,
    /// Index into [`Who::entities`].
    pub entity: usize,
}

/// Who is who in an article.
#[derive(Debug, Default)]
pub struct Who {
    /// Sorted by start.
    pub mentions: Vec<Resolved>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

/// Finds the names of an article, sorted by start.
#[must_use]
pub fn tag(document: &Document, names: &Names) -> Vec<Mention> {
    tag::tag(document, &names.gazetteer())
}

/// The names of a text that is read in steps.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    mentions: Vec<Mention>,
    /// How many of them lie in what has been read.
    read: usize,
}

impl Finder {
    /// Surveys the whole document: how it writes its words, and what the lists say of them.
    pub(crate) fn new(document: &Document, names: &Names) -> Self {
        Self { mentions: tag(document, names), read: 0 }
    }

    /// Reads the next sentences: whole paragraphs, in order.
    pub(crate) fn read(&mut self, document: &Document, _names: &Names, sentences: Run) {
        let end = document.sentences()[sentences.range()].last().map_or(0, |s| s.span.end);
        let within = self.mentions[self.read..].partition_point(|m| m.span.start < end);
        self.read += within;
    }

    /// The names read so far, sorted by start.
    pub(crate) fn mentions(&self) -> &[Mention] {
        &self.mentions[..self.read]
    }
}

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
#[must_use]
pub fn resolve(document: &Document, names: &Names, mentions: &[Mention]) -> Who {
    resolve::resolve(document, names, mentions)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::gazetteer::{Classes, Entry, Key};
    use super::*;
    use proptest::prelude::*;

    /// A model with a handful of names: tests of rules need no more.
    pub(crate) fn toy() -> Names {
        let listed = [
            ("Freedonia", Classes::COUNTRY, Some(0)),
            ("Freedonian", Classes::DEMONYM, Some(0)),
            ("Port Anna", Classes::CITY, None),
            ("Port", Classes::PREFIX.and(Classes::COMMON), None),
            ("Rufus", Classes::MALE_NAME, None),
            ("Gloria", Classes::FEMALE_NAME, None),
            ("Firefly", Classes::SURNAME, None),
            ("Sylvania", Classes::COUNTRY, None),
            ("police", Classes::COMMON, None),
            ("state", Classes::COMMON, None),
            ("trade", Classes::COMMON, None),
        ];
        let key = |name: &str| {
            let document = crate::segment::segment(name);
            Key::of(&document, 0..document.tokens().len())
        };
        let mut entries: Vec<(Key, Entry)> =
            listed.iter().map(|&(name, classes, record)| (key(name), Entry { classes, record })).collect();
        entries.sort_by_key(|entry| entry.0);
        let records = vec![("Freedonia".to_owned(), "Q1".to_owned())];
        let sections = [("names", gazetteer::write(&entries)), ("records", records::write(&records))];
        Names::new(Model::new(crate::model::write(&sections)).unwrap()).unwrap()
    }

    fn mentions(text: &str) -> Vec<(&str, Kind)> {
        let document = crate::segment::segment(text);
        tag(&document, &toy()).iter().map(|m| (m.span.of(text), m.kind)).collect()
    }

    #[test]
    fn lists_and_context_work_together() {
        let text = "Police in Port Anna said Rufus Firefly had left. The Freedonian envoy thanked Firefly.";
        let wanted = [
            ("Port Anna", Kind::Place),
            ("Rufus Firefly", Kind::Person),
            ("Freedonian", Kind::Group),
            ("Firefly", Kind::Person),
        ];
        assert_eq!(mentions(text), wanted);
    }

    #[test]
    fn a_country_gets_its_link_and_a_person_none() {
        let text = "Freedonia honoured Gloria Firefly.";
        let document = crate::segment::segment(text);
        let names = toy();
        let who = resolve(&document, &names, &tag(&document, &names));
        let links: Vec<_> =
            who.entities.iter().map(|e| e.link.as_ref().map(|l| l.wikidata.as_str())).collect();
        assert_eq!(links, [Some("Q1"), None]);
    }

    #[test]
    fn a_model_without_names_is_refused_by_name() {
        let model = Model::new(crate::model::write(&[("records", records::write(&[]))])).unwrap();
        assert!(Names::new(model).unwrap_err().to_string().contains("'names'"));
    }

    proptest! {
        #[test]
        fn any_text_gives_names_in_order_that_slice_it(text in "(\\PC|[A-Z][a-z]+ |Port Anna|al-|of |, |’s |\n){0,60}") {
            let document = crate::segment::segment(&text);
            let names = toy();
            let found = tag(&document, &names);
            prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert!(found.iter().all(|m| !m.span.of(&text).is_empty()));
            let who = resolve(&document, &names, &found);
            prop_assert_eq!(who.mentions.len(), found.len());
            prop_assert!(who.mentions.iter().all(|m| m.entity < who.entities.len()));
        }
    }
}
