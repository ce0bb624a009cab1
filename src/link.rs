//! The last step, and the only one that sees all stages: quotes get their speaker's entity, everything gets its
//! place in the result.

use crate::analysis::{Analysis, Article, Basis, DateFrom, Entity, Mention, Quote, Speaker};
use crate::date::{Dates, Day, iso};
use crate::document::{Document, Part};
use crate::entity::Who;
use crate::quote;
use crate::span::{EntityId, MentionId, Span};

/// Joins what the stages found into one result.
pub(crate) fn link(
    document: &Document,
    who: Who,
    dates: Dates,
    quotes: Vec<quote::Quote>,
    reference: Option<Day>,
    date_from: Option<DateFrom>,
) -> Analysis {
    let mentions: Vec<Mention> = who.mentions.iter().map(mention).collect();
    let dates = if date_from == Some(DateFrom::Assumed) { assumed(dates) } else { dates };
    let quotes = quotes.into_iter().filter_map(|q| attribute(q, &mentions)).collect();
    let entities = entities(who, &mentions);
    Analysis {
        article: article(document, reference, date_from),
        mentions,
        entities,
        dates: dates.dates,
        rules: dates.rules,
        ranges: dates.ranges,
        quotes,
    }
}

/// The same dates, where what rests on the article's day says that this is only assumed.
fn assumed(mut dates: Dates) -> Dates {
    for date in dates.dates.iter_mut().filter(|date| date.basis == Some(Basis::Article)) {
        date.basis = Some(Basis::Assumed);
    }
    dates
}

fn mention(resolved: &crate::entity::Resolved) -> Mention {
    Mention {
        span: resolved.mention.span,
        kind: resolved.mention.kind,
        entity: EntityId(resolved.entity as u32),
        form: resolved.form,
        confidence: resolved.mention.confidence,
    }
}

fn entities(who: Who, mentions: &[Mention]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = who
        .entities
        .into_iter()
        .enumerate()
        .map(|(index, e)| Entity {
            id: EntityId(index as u32),
            kind: e.kind,
            name: e.name,
            aliases: e.aliases,
            role: e.role,
            link: e.link,
            mentions: Vec::new(),
        })
        .collect();
    for (index, mention) in mentions.iter().enumerate() {
        entities[mention.entity.index()].mentions.push(MentionId(index as u32));
    }
    entities
}

/// The quote with its speaker's entity: that of the mention which the speaker's words hold.
fn attribute(quote: quote::Quote, mentions: &[Mention]) -> Option<Quote> {
    let span = quote.parts.first()?.cover(*quote.parts.last()?);
    let speaker = quote.speaker.map(|span| Speaker { span, entity: entity_in(span, mentions) });
    Some(Quote {
        span,
        style: quote.style,
        parts: quote.parts,
        speaker,
        cue: quote.cue,
        confidence: quote.confidence,
    })
}

fn entity_in(span: Span, mentions: &[Mention]) -> Option<EntityId> {
    let first = mentions.partition_point(|m| m.span.end <= span.start);
    mentions[first..].iter().find(|m| span.overlaps(m.span)).map(|m| m.entity)
}

fn article(document: &Document, reference: Option<Day>, date_from: Option<DateFrom>) -> Article {
    let parts = document.parts();
    let boilerplate =
        document.paragraphs().iter().filter(|p| p.part == Part::Boilerplate).map(|p| p.span).collect();
    Article {
        date: reference.map(iso),
        date_from,
        headline: parts.headline,
        byline: parts.byline,
        dateline: parts.dateline,
        boilerplate,
    }
}
