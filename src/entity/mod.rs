//! Entities: names in the text, and who or what each of them is.
//!
//! ```text
//! Document ─▶ tagger ─▶ mentions ─▶ resolve ─▶ who is who
//!               ▲                      ▲
//!   gazetteer, words, weights    gazetteer, records
//!             (model)                (model)
//! ```
//!
//! [`tagger`] is learnt from tagged corpora, [`resolve`](mod@resolve) is rules; neither knows of the other.

pub mod gazetteer;
pub mod records;
mod resolve;
pub mod tagger;
pub mod words;

use crate::analysis::{self, Kind, Link};
use crate::document::Document;
use crate::error::Error;
use crate::model::Model;
use crate::room::make_room;
use crate::span::Run;
use gazetteer::Gazetteer;
use records::Records;
use tagger::echo::Echoes;
use tagger::facts::Sources;
use tagger::survey::Survey;

/// What the entity stage needs of the model, checked once.
#[derive(Clone, Debug)]
pub struct Names {
    model: Model,
    tagger: std::sync::Arc<tagger::Tagger>,
}

impl Names {
    /// Finds the sections in the model.
    ///
    /// # Errors
    /// If one is missing or damaged.
    pub fn new(model: Model) -> Result<Self, Error> {
        Gazetteer::new(model.section("names")?)?;
        Records::new(model.section("records")?)?;
        words::Words::new(model.section("words")?)?;
        let weights = tagger::weights::Weights::new(model.section("weights")?)?;
        Ok(Self { tagger: std::sync::Arc::new(tagger::Tagger::new(weights)), model })
    }

    /// The word classes, likewise.
    fn words(&self) -> words::Words<'_> {
        self.model.section("words").and_then(words::Words::new).unwrap_or_default()
    }

    /// What the tagger looks at.
    fn sources<'a>(&'a self, document: &'a Document<'a>, survey: &'a Survey) -> Sources<'a> {
        Sources { document, survey, gazetteer: self.gazetteer(), words: self.words() }
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
    /// What kind of thing it names.
    pub kind: Kind,
    /// Between 0 and 1.
    pub confidence: f32,
}

/// How a person is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// He.
    He,
    /// She.
    She,
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
    /// How a person is spoken of, as far as titles, roles and first names tell.
    pub gender: Option<Gender>,
}

/// Who is who in an article.
#[derive(Debug, Default)]
pub struct Who {
    /// The names, sorted by start, each with the index of its entity.
    pub mentions: Vec<analysis::Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

/// Finds the names of an article, sorted by start.
#[must_use]
pub fn tag(document: &Document, names: &Names) -> Vec<Mention> {
    let mut finder = Finder::new(document);
    let all = Run::new(0, document.sentences().len());
    finder.read(document, names, all);
    finder.reread(document, names, all);
    finder.done()
}

/// The names of a text that is read in steps: all of it once, then all of it again in the light of its clear names.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    survey: Survey,
    first: Vec<Mention>,
    /// The clear names, once all has been read.
    echoes: Option<Echoes>,
    second: Vec<Mention>,
    /// How many of `first` lie in what has been read again.
    passed: usize,
}

impl Finder {
    /// Surveys the whole document: how it writes its words.
    pub(crate) fn new(document: &Document) -> Self {
        Self { survey: Survey::new(document), ..Self::default() }
    }

    /// Makes room for what the `rest` of the text will add, if it is like what has been `read`; in bytes.
    pub(crate) fn make_room(&mut self, read: usize, rest: usize) {
        make_room(&mut self.first, read, rest);
    }

    /// Reads the next sentences: whole paragraphs, in order.
    pub(crate) fn read(&mut self, document: &Document, names: &Names, sentences: Run) {
        names.tagger.read(names.sources(document, &self.survey), sentences, &mut self.first);
    }

    /// Reads the next sentences again, once all have been read: whole paragraphs, in order.
    pub(crate) fn reread(&mut self, document: &Document, names: &Names, sentences: Run) {
        let Self { survey, first, echoes, second, passed } = self;
        let echoes = echoes.get_or_insert_with(|| {
            // The second reading finds some more.
            second.reserve_exact(first.len() + first.len() / 4);
            Echoes::new(document, survey, first)
        });
        let sources = names.sources(document, survey);
        *passed += names.tagger.reread(sources, sentences, &first[*passed..], echoes, second);
    }

    /// The names found so far while all is read for the first time, sorted by start.
    pub(crate) fn so_far(&self) -> &[Mention] {
        &self.first
    }

    /// The names, sorted by start, once all has been read twice.
    pub(crate) fn done(self) -> Vec<Mention> {
        self.second
    }
}

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
#[must_use]
pub fn resolve(document: &Document, names: &Names, mentions: Vec<Mention>) -> Who {
    resolve::resolve(document, names, mentions)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::gazetteer::{Classes, Entry, Key};
    use super::tagger::toy;
    use super::*;
    use proptest::prelude::*;

    /// What the toy model's tagger has learnt from.
    const LESSONS: &[toy::Lesson] = &[
        (
            "Police in Port Anna said Rufus Firefly had left.",
            &[("Port Anna", Kind::Place), ("Rufus Firefly", Kind::Person)],
        ),
        ("The Freedonian envoy thanked Firefly.", &[("Freedonian", Kind::Group), ("Firefly", Kind::Person)]),
        (
            "Freedonia honoured Gloria Firefly.",
            &[("Freedonia", Kind::Place), ("Gloria Firefly", Kind::Person)],
        ),
        ("The rain fell. They left.", &[]),
        (
            "Mr Zorg met the Port Anna Water Board.",
            &[("Zorg", Kind::Person), ("Port Anna Water Board", Kind::Organization)],
        ),
        ("They went to Sylvania in May.", &[("Sylvania", Kind::Place)]),
    ];

    /// A model with a handful of names and a tagger that has seen a handful of sentences.
    pub(crate) fn toy() -> Names {
        static TOY: std::sync::LazyLock<Names> = std::sync::LazyLock::new(make_toy);
        TOY.clone()
    }

    fn make_toy() -> Names {
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
        let names = gazetteer::write(&entries);
        let weights = toy::learn(LESSONS, Gazetteer::new(&names).unwrap());
        let records = records::write(&[records::Line::thing("Freedonia", "Q1")]);
        let words = words::write(&[], &[0; words::FINE], &[0; words::FINE]);
        let sections = [("names", names), ("records", records), ("words", words), ("weights", weights)];
        Names::new(Model::new(crate::model::write(&sections)).unwrap()).unwrap()
    }

    /// The mentions of these names, in order: for tests of what comes after the tagger.
    pub(crate) fn named(document: &Document, names: &[(&str, Kind)]) -> Vec<Mention> {
        let mut from = 0;
        let mention = |&(words, kind): &(&str, Kind)| {
            let start =
                from + document.text()[from..].find(words).expect("the names stand in the text, in order");
            from = start + words.len();
            let tokens = Run::new(document.token_at(start as u32), document.token_at(from as u32 - 1) + 1);
            Mention { tokens, kind, confidence: 0.9 }
        };
        names.iter().map(mention).collect()
    }

    /// Who is who in a text with these names, in order.
    pub(crate) fn who(text: &str, names: &[(&str, Kind)]) -> Who {
        let document = crate::segment::segment(text);
        resolve(&document, &toy(), named(&document, names))
    }

    fn mentions(text: &str) -> Vec<(&str, Kind)> {
        let document = crate::segment::segment(text);
        tag(&document, &toy()).iter().map(|m| (document.span_of(m.tokens).of(text), m.kind)).collect()
    }

    #[test]
    fn names_are_told_by_lists_and_context() {
        let text = "Police in Sylvania said Rufus Zorg had left. The Freedonian envoy thanked Firefly.";
        let wanted = [
            ("Sylvania", Kind::Place),
            ("Rufus Zorg", Kind::Person),
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
        let who = resolve(&document, &names, tag(&document, &names));
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
            prop_assert!(found.windows(2).all(|pair| pair[0].tokens.end() <= pair[1].tokens.first()));
            prop_assert!(found.iter().all(|m| !document.words(m.tokens).is_empty()));
            let count = found.len();
            let who = resolve(&document, &names, found);
            prop_assert_eq!(who.mentions.len(), count);
            prop_assert!(who.mentions.iter().all(|m| m.entity.index() < who.entities.len()));
        }
    }
}
