//! The last step, and the only one that sees all stages: quotes get their speaker's entity, everything gets its
//! place in the result.

mod speaker;

use crate::analysis::{Analysis, Article, Basis, DateFrom, Entity, Form, Mention, Quote, Speaker};
use crate::date::{Dates, Day, iso};
use crate::document::{Document, Part};
use crate::entity::{self, Who};
use crate::quote;
use crate::span::{EntityId, MentionId};

/// Joins what the stages found into one result.
pub(crate) fn link(
    document: &Document,
    who: Who,
    dates: Dates,
    quotes: Vec<quote::Quote>,
    reference: Option<Day>,
    date_from: Option<DateFrom>,
) -> Analysis {
    let dates = if date_from == Some(DateFrom::Assumed) { assumed(dates) } else { dates };
    let Who { mut mentions, entities: named } = who;
    let speakers = speaker::find(document, &quotes, &mentions, &named);
    add_pronouns(&mut mentions, &speakers, &named);
    let quotes = quotes.into_iter().zip(speakers).filter_map(|(q, found)| attribute(q, found)).collect();
    let entities = entities(named, &mentions);
    Analysis {
        article: article(document, reference, date_from),
        mentions,
        entities,
        dates: dates.dates,
        rules: dates.rules,
        ranges: dates.ranges,
        quotes,
        ..Analysis::default()
    }
}

/// The same dates, where what rests on the article's day says that this is only assumed.
fn assumed(mut dates: Dates) -> Dates {
    for date in dates.dates.iter_mut().filter(|date| date.basis == Some(Basis::Article)) {
        date.basis = Some(Basis::Assumed);
    }
    dates
}

fn entities(found: Vec<entity::Entity>, mentions: &[Mention]) -> Vec<Entity> {
    let mut counts = vec![0; found.len()];
    for mention in mentions {
        counts[mention.entity.index()] += 1;
    }
    let mut entities: Vec<Entity> = found
        .into_iter()
        .zip(counts)
        .enumerate()
        .map(|(index, (e, count))| Entity {
            id: EntityId(index as u32),
            kind: e.kind,
            name: e.name,
            aliases: e.aliases,
            role: e.role,
            link: e.link,
            mentions: Vec::with_capacity(count),
        })
        .collect();
    for (index, mention) in mentions.iter().enumerate() {
        entities[mention.entity.index()].mentions.push(MentionId(index as u32));
    }
    entities
}

/// Adds the pronouns that were found to stand for a speaker, each once, and keeps the mentions sorted.
fn add_pronouns(
    mentions: &mut Vec<Mention>,
    speakers: &[Option<speaker::Found>],
    entities: &[entity::Entity],
) {
    // Lower than any name's: whom a pronoun means is inferred, not read.
    const CONFIDENCE: f32 = 0.7;
    let pronoun = |found: &speaker::Found| {
        let (entity, form) = (found.entity, Form::Pronoun);
        let kind = entities[entity.index()].kind;
        Some(Mention { span: found.pronoun?, kind, entity, form, confidence: CONFIDENCE })
    };
    let mut pronouns: Vec<Mention> = speakers.iter().flatten().filter_map(pronoun).collect();
    pronouns.sort_by_key(|m| m.span);
    pronouns.dedup_by_key(|m| m.span);
    // By as many as there are, and sorted in place: a book's mentions are too many to have them twice.
    mentions.reserve_exact(pronouns.len());
    mentions.append(&mut pronouns);
    mentions.sort_unstable_by_key(|m| (m.span, m.form as u8));
    mentions.dedup_by_key(|m| m.span);
}

/// The quote with its speaker's entity.
fn attribute(quote: quote::Quote, found: Option<speaker::Found>) -> Option<Quote> {
    let span = quote.parts.first()?.cover(*quote.parts.last()?);
    let speaker = quote.speaker.map(|span| Speaker { span, entity: found.map(|f| f.entity) });
    Some(Quote {
        span,
        style: quote.style,
        parts: quote.parts,
        speaker,
        cue: quote.cue,
        confidence: quote.confidence,
    })
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
