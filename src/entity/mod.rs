//! Entities: names in the text, and who or what each of them is.
//!
//! ```text
//! Document ─▶ survey ─▶ candidates ─▶ context (votes) ─▶ tag ─▶ mentions ─▶ resolve ─▶ who is who
//!               ▲                        ▲
//!          gazetteer (model)       cues (word lists)
//! ```
//!
//! [`tag`] decides by rules that give points; `gazetteer`, the mentions and `resolve` know nothing of them.

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

/// Settles which mentions name the same thing, and what its full name, aliases and role are.
#[must_use]
pub fn resolve(document: &Document, names: &Names, mentions: Vec<Mention>) -> Who {
    resolve::resolve(document, names, &mentions)
}
