//! The contract `pressmark/1`: an [`Analysis`] as JSON, out and in again.

use serde::{Deserialize, Serialize};

use crate::analysis::{
    Analysis, Article, Date, Entity, Mention, Origin, Origins, Provenance, Quote, Range, SCHEMA,
};
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::Span;

/// A result as the contract writes it: with its schema, offset unit and text length, perhaps with its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub(crate) schema: String,
    /// The article's id as the caller gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    pub(crate) offsets: OffsetUnit,
    /// Length of the text in `offsets`.
    pub(crate) length: u32,
    /// The text itself, in files that are to be opened again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    article: Article,
    mentions: Vec<Item<Mention>>,
    entities: Vec<Item<Entity>>,
    dates: Vec<Item<Date>>,
    ranges: Vec<Range>,
    quotes: Vec<Item<Quote>>,
    #[serde(default)]
    pub(crate) provenance: Provenance,
}

/// An item of a list with who it is by; an automatic one does not say so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Item<T> {
    #[serde(flatten)]
    item: T,
    #[serde(default, skip_serializing_if = "is_auto")]
    origin: Origin,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_auto(origin: &Origin) -> bool {
    *origin == Origin::Auto
}

impl Analysis {
    /// The result as `pressmark/1` with offsets in `unit`; `text` must be the text that was annotated.
    #[must_use]
    pub fn report(&self, text: &str, id: Option<&str>, unit: OffsetUnit) -> Report {
        let map = OffsetMap::new(text, unit);
        let mut analysis = self.clone();
        analysis.for_each_span(|span| *span = Span { start: map.get(span.start), end: map.get(span.end) });
        Report {
            schema: SCHEMA.to_owned(),
            id: id.map(str::to_owned),
            offsets: unit,
            length: map.get(text.len() as u32),
            text: None,
            article: analysis.article,
            mentions: items(analysis.mentions, &analysis.origins.mentions),
            entities: items(analysis.entities, &analysis.origins.entities),
            dates: items(analysis.dates, &analysis.origins.dates),
            ranges: analysis.ranges,
            quotes: items(analysis.quotes, &analysis.origins.quotes),
            provenance: analysis.provenance,
        }
    }
}

impl Report {
    /// The report with the text in it, for files that are to be opened again.
    #[must_use]
    pub fn with_text(self, text: &str) -> Self {
        Self { text: Some(text.to_owned()), ..self }
    }

    /// The result, its offsets still as they stand here: see [`Analysis::taken_in`].
    pub(crate) fn into_analysis(self) -> Analysis {
        let (mentions, of_mentions) = apart(self.mentions);
        let (entities, of_entities) = apart(self.entities);
        let (dates, of_dates) = apart(self.dates);
        let (quotes, of_quotes) = apart(self.quotes);
        Analysis {
            article: self.article,
            mentions,
            entities,
            dates,
            rules: Vec::new(),
            ranges: self.ranges,
            quotes,
            origins: Origins {
                mentions: of_mentions,
                entities: of_entities,
                dates: of_dates,
                quotes: of_quotes,
            },
            provenance: self.provenance,
        }
    }

    /// How many annotations and entities there are.
    pub(crate) fn items(&self) -> usize {
        self.mentions.len() + self.entities.len() + self.dates.len() + self.ranges.len() + self.quotes.len()
    }
}

fn items<T>(list: Vec<T>, origins: &[Origin]) -> Vec<Item<T>> {
    let item = |(index, item)| Item { item, origin: Origins::at(origins, index) };
    list.into_iter().enumerate().map(item).collect()
}

fn apart<T>(items: Vec<Item<T>>) -> (Vec<T>, Vec<Origin>) {
    items.into_iter().map(|Item { item, origin }| (item, origin)).unzip()
}
