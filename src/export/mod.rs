//! Results in forms for others: written once, here, for the command line and the page.
//!
//! Each form is a pure function of the text and its [`crate::Analysis`], with byte spans in. What they share is
//! [`layers`]: the text cut into well-nested highlights.

pub mod html;
pub mod layers;

use crate::analysis::{Analysis, Quote, Style};

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
mod fixture {
    use crate::analysis::{
        Analysis, Basis, Date, DateKind, Entity, Form, Kind, Mention, Quote, Speaker, Style,
    };
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
                from: Some(value.to_owned()),
                to: Some(value.to_owned()),
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
