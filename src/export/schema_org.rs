//! The article as schema.org sees it, in JSON-LD: a `NewsArticle` that mentions things and has quotations as parts.
//!
//! schema.org has no word for "found by a program": each item's origin is an `identifier` of that name, and the
//! program with its version stands as the publisher of the structured data.

use super::json::Json;
use super::{Export, origin, timeline::moments};
use crate::analysis::{Analysis, Entity, Kind, Style};
use crate::date::iso;

/// The article; with its whole text only if that is wanted.
#[must_use]
pub fn article(export: &Export) -> String {
    let Analysis { article, provenance, entities, .. } = export.analysis;
    let mut json = Json::default();
    json.object(|o| {
        o.member("@context", "https://schema.org");
        o.member("@type", "NewsArticle");
        o.optional("headline", article.headline.map(|_| export.headline()).as_deref());
        o.optional("datePublished", article.date.as_deref());
        o.optional("url", provenance.source.as_deref().filter(|source| is_address(source)));
        o.member("abstract", &export.provenance());
        o.key("sdPublisher").object(|o| {
            o.member("@type", "Organization");
            o.member("name", &[&provenance.generator, ", model ", &provenance.model].concat());
        });
        o.optional("sdDatePublished", provenance.created.as_deref());
        o.key("temporalCoverage").array(|list| {
            for moment in moments(export) {
                match moment.days {
                    Some((from, to)) if from == to => list.string(&iso(from)),
                    Some((from, to)) => list.string(&[iso(from), iso(to)].join("/")),
                    None => {}
                }
            }
        });
        o.key("mentions").array(|list| {
            entities.iter().enumerate().for_each(|(index, entity)| thing(list, export, index, entity));
        });
        o.key("hasPart").array(|list| quotations(list, export));
        if export.full_text {
            o.member("articleBody", export.text);
        }
    });
    json.finish()
}

fn is_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

/// The identifier of an entity inside this file.
fn node(index: usize) -> String {
    ["_:e", &index.to_string()].concat()
}

fn thing(json: &mut Json, export: &Export, index: usize, entity: &Entity) {
    json.object(|o| {
        o.member("@type", type_of(entity.kind));
        o.member("@id", &node(index));
        o.member("name", &entity.name);
        if !entity.aliases.is_empty() {
            o.key("alternateName").array(|list| entity.aliases.iter().for_each(|alias| list.string(alias)));
        }
        let role = if entity.kind == Kind::Person { "jobTitle" } else { "description" };
        o.optional(role, entity.role.as_deref());
        if let Some(link) = &entity.link {
            o.member("sameAs", &["http://www.wikidata.org/entity/", &link.wikidata].concat());
        }
        by(o, origin(&export.analysis.origins.entities, index));
    });
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organization => "Organization",
        Kind::Place => "Place",
        Kind::Group => "Thing",
        Kind::Event => "Event",
        Kind::Work => "CreativeWork",
        Kind::Product => "Product",
    }
}

/// What was said: terms are nobody's speech, and what is reported in other words is no quotation.
fn quotations(json: &mut Json, export: &Export) {
    for (index, quote) in export.analysis.quotes.iter().enumerate() {
        if matches!(quote.style, Style::Term | Style::Indirect) {
            continue;
        }
        json.object(|o| {
            o.member("@type", "Quotation");
            o.member("text", &export.said(quote));
            if let Some(speaker) = export.speaker(quote) {
                o.key("creator").object(|o| {
                    match quote.speaker.as_ref().and_then(|s| s.entity) {
                        Some(id) => o.member("@id", &node(id.index())),
                        None => o.member("@type", "Person"),
                    }
                    o.member("name", &speaker);
                });
            }
            by(o, origin(&export.analysis.origins.quotes, index));
        });
    }
}

fn by(json: &mut Json, origin: &str) {
    json.key("identifier").object(|o| {
        o.member("@type", "PropertyValue");
        o.member("propertyID", "origin");
        o.member("value", origin);
    });
}
