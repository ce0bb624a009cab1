//! Results in forms for others: written once, here, for the command line and the page.
//!
//! Each form is a pure function of an [`Export`]: the text, its [`crate::Analysis`] with byte spans, and what the
//! caller knows of where both come from. What several forms share is [`layers`] (the text cut into well-nested
//! highlights), [`standoff`] (the annotations as a flat list) and [`words`] and [`json`] (writing safely).

pub mod brat;
pub mod calendar;
pub mod conll;
pub mod csv;
pub mod html;
mod json;
pub mod layers;
pub mod markdown;
pub mod schema_org;
mod standoff;
pub mod text;
mod timeline;
pub mod web_annotation;
mod words;

use crate::analysis::{Analysis, DateFrom, Origin, Origins, Quote, Style};
use crate::error::{Error, ErrorKind};
use crate::offsets::OffsetUnit;
use crate::report::Report;

pub use words::{checksum, hex};

/// An article with what was found in it, to be written in some form. The result may have been corrected by a reader.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The text that was annotated.
    pub text: &'a str,
    /// What was found in it.
    pub analysis: &'a Analysis,
    /// Whether the form may hold the whole text. Forms that are nothing without it (brat's text file, `CoNLL`) don't ask.
    pub full_text: bool,
}

/// One of the lists of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Who and what is named, each once.
    Names,
    /// Every place where something is named.
    Mentions,
    /// Time expressions.
    Dates,
    /// Who said what.
    Quotes,
}

impl List {
    /// All lists with their names in options.
    pub const ALL: [(&'static str, Self); 4] = [
        ("names", Self::Names),
        ("mentions", Self::Mentions),
        ("dates", Self::Dates),
        ("quotes", Self::Quotes),
    ];
}

/// The forms. Names, units and what each leaves out are in the modules' own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The contract `pressmark/1`, with UTF-16 offsets; what can be opened again, with the text, by itself.
    Json,
    /// A self-contained annotated page, see [`html::page`].
    Html,
    /// Notes as a piece of HTML for the clipboard, see [`html::notes`].
    RichText,
    /// Notes in Markdown.
    Markdown,
    /// Notes in plain text: one list, or names, dates and quotes.
    Text(Option<List>),
    /// One list as a table.
    Csv(List),
    /// W3C Web Annotations as JSON-LD.
    WebAnnotation,
    /// Events of the dates that are resolved.
    Calendar,
    /// What schema.org has words for, as JSON-LD.
    SchemaOrg,
    /// brat's `.ann` file; its `.txt` is the text as it is.
    Brat,
    /// One token a line with BIO tags.
    Conll,
}

impl Format {
    /// The form called `name` on the command line and in the package; `list` is one of [`List::ALL`].
    ///
    /// # Errors
    /// If there is no form or list of this name; the message has those that there are.
    pub fn parse(name: &str, list: Option<&str>) -> Result<Self, Error> {
        let unknown = |what, name: &str| Error::from(ErrorKind::Unknown { what, name: name.to_owned() });
        let list = match list {
            None => None,
            Some(name) => Some(
                List::ALL
                    .into_iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, list)| list)
                    .ok_or_else(|| unknown("list", name))?,
            ),
        };
        Ok(match name {
            "json" => Self::Json,
            "html" => Self::Html,
            "richtext" => Self::RichText,
            "markdown" => Self::Markdown,
            "text" => Self::Text(list),
            "csv" => Self::Csv(list.unwrap_or(List::Mentions)),
            "webannotation" => Self::WebAnnotation,
            "ics" => Self::Calendar,
            "schemaorg" => Self::SchemaOrg,
            "brat" => Self::Brat,
            "conll" => Self::Conll,
            _ => return Err(unknown("format", name)),
        })
    }
}

impl Export<'_> {
    /// The article in a form.
    #[must_use]
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Json => self.json(),
            Format::Html => html::page(self),
            Format::RichText => html::notes(self),
            Format::Markdown => markdown::notes(self),
            Format::Text(list) => text::notes(self, list),
            Format::Csv(list) => csv::table(self, list),
            Format::WebAnnotation => web_annotation::collection(self),
            Format::Calendar => calendar::calendar(self),
            Format::SchemaOrg => schema_org::article(self),
            Format::Brat => brat::annotations(self),
            Format::Conll => conll::tokens(self),
        }
    }

    /// The article as `pressmark/1`, with its text if that is wanted.
    #[must_use]
    pub fn report(&self, id: Option<&str>, unit: OffsetUnit) -> Report {
        let report = self.analysis.report(self.text, id, unit);
        if self.full_text { report.with_text(self.text) } else { report }
    }

    fn json(&self) -> String {
        // Nothing in a report can fail to be written: its keys are strings and its numbers finite or null.
        serde_json::to_string_pretty(&self.report(None, OffsetUnit::Utf16)).unwrap_or_default() + "\n"
    }

    /// The headline in one line; empty if the text has none.
    fn headline(&self) -> String {
        self.analysis.article.headline.map_or_else(String::new, |span| words::one_line(span.of(self.text)))
    }

    /// The words of a quote in one line; where something stands between its parts, an ellipsis stands for it.
    fn said(&self, quote: &Quote) -> String {
        let parts: Vec<String> = quote.parts.iter().map(|part| words::one_line(part.of(self.text))).collect();
        parts.join(" … ")
    }

    /// Whose quote it is, in one line.
    fn speaker(&self, quote: &Quote) -> Option<String> {
        speaker(quote, self.text, self.analysis).map(words::one_line)
    }

    /// What this is and how far to trust it, in one line: with version, model, article date and the reader's part.
    fn provenance(&self) -> String {
        let Analysis { article, provenance, origins, .. } = self.analysis;
        let lists = [&origins.mentions, &origins.entities, &origins.dates, &origins.quotes];
        let edits = lists.into_iter().flatten().filter(|origin| **origin != Origin::Auto).count();
        let [generator, model] = [&provenance.generator, &provenance.model].map(|name| words::one_line(name));
        let mut out = ["Found by ", &generator, " (model ", &model, "), "].concat();
        match edits {
            0 => out.push_str("not verified"),
            1 => out.push_str("with 1 annotation edited by a reader, the others not verified"),
            _ => {
                out.push_str("with ");
                out.push_str(&edits.to_string());
                out.push_str(" annotations edited by a reader, the others not verified");
            }
        }
        out.push_str(". Article date: ");
        out.push_str(&article.date.as_deref().map_or_else(|| "not known".to_owned(), words::one_line));
        out.push_str(match article.date_from {
            Some(DateFrom::Given) => ", given.",
            Some(DateFrom::Assumed) => ", assumed.",
            Some(DateFrom::Dateline) => ", from the text.",
            None => ", so relative dates are not resolved.",
        });
        for (label, value) in [(" Source: ", &provenance.source), (" Written: ", &provenance.created)] {
            if let Some(value) = value {
                out.push_str(label);
                out.push_str(&words::one_line(value));
                out.push('.');
            }
        }
        out
    }
}

/// Who the item at `index` of a list is by, as JSON has it.
fn origin(list: &[Origin], index: usize) -> &'static str {
    Origins::at(list, index).name()
}

/// Whose quote it is: the full name where the text settles that, else the words that stand for it, if any.
/// `text` must be the text that was annotated.
#[must_use]
pub fn speaker<'a>(quote: &Quote, text: &'a str, analysis: &'a Analysis) -> Option<&'a str> {
    let speaker = quote.speaker.as_ref()?;
    let entity = speaker.entity.and_then(|id| analysis.entities.get(id.index()));
    Some(entity.map_or(speaker.span.of(text), |entity| entity.name.as_str()))
}

/// The marks to set around a quote's parts where it stands by itself: none around what was not said word for word.
#[must_use]
pub fn marks(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Direct | Style::Term => ("“", "”"),
        Style::Mixed | Style::Indirect => ("", ""),
    }
}

/// Hand-made results, so that what is tested here is how they are written, not how they are found.
#[cfg(test)]
pub(crate) mod fixture {
    use crate::analysis::{
        Analysis, Basis, Date, DateKind, Entity, Form, Kind, Mention, Quote, Speaker, Style,
    };
    use crate::parse_date;
    use crate::span::{EntityId, MentionId, Span};

    /// A result for `text`, of words that stand in it once.
    pub struct Fixture<'t> {
        pub text: &'t str,
        pub analysis: Analysis,
    }

    pub fn fixture(text: &str) -> Fixture<'_> {
        Fixture { text, analysis: Analysis::default() }
    }

    impl Fixture<'_> {
        fn span(&self, words: &str) -> Span {
            let start = self.text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        }

        pub fn name(mut self, words: &str, kind: Kind) -> Self {
            let span = self.span(words);
            let id = self.analysis.entities.len() as u32;
            let entity = EntityId(id);
            self.analysis.mentions.push(Mention { span, kind, entity, form: Form::Name, confidence: 0.9 });
            self.analysis.entities.push(Entity {
                id: entity,
                kind,
                name: words.to_owned(),
                aliases: Vec::new(),
                role: None,
                link: None,
                mentions: vec![MentionId(id)],
            });
            self
        }

        pub fn pronoun(mut self, words: &str, entity: u32) -> Self {
            let span = self.span(words);
            let (entity, form) = (EntityId(entity), Form::Pronoun);
            self.analysis.mentions.push(Mention { span, kind: Kind::Person, entity, form, confidence: 0.9 });
            self
        }

        pub fn date(mut self, words: &str, value: &str) -> Self {
            self.analysis.dates.push(Date {
                span: self.span(words),
                kind: DateKind::Date,
                value: value.to_owned(),
                modifier: None,
                from: parse_date(value).ok(),
                to: parse_date(value).ok(),
                basis: Some(Basis::Explicit),
                confidence: 0.9,
            });
            self
        }

        pub fn quote(mut self, parts: &[&str], speaker: Option<(&str, Option<u32>)>) -> Self {
            let parts: Vec<Span> = parts.iter().map(|words| self.span(words)).collect();
            let speaker = speaker
                .map(|(words, entity)| Speaker { span: self.span(words), entity: entity.map(EntityId) });
            self.analysis.quotes.push(Quote {
                span: parts[0].cover(*parts.last().unwrap()),
                style: Style::Direct,
                parts,
                speaker,
                cue: None,
                confidence: 0.9,
            });
            self
        }
    }
}
