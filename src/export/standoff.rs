//! The result as a flat list of labelled pieces of the text, as stand-off formats have it: what brat's `.ann` and the
//! Web Annotations share, so that both say, and give back when they are read again, the same.
//!
//! The article's frame and a quote's speaker and cue are pieces of their own. What a piece is beyond its label (a
//! date's value, a mention's form and entity, who it is by) goes into its details, one line of JSON with the names of
//! `pressmark/1`. Offsets are the writer's business.

use super::json::Json;
use super::{Export, origin};
use crate::analysis::{Analysis, Entity};
use crate::date::iso;
use crate::span::Span;

/// A labelled piece of the text.
pub struct Piece<'a> {
    /// Its kind or part: "person", "date", "quote", "headline" …
    pub label: &'static str,
    /// Where it is; a quote may have several parts.
    pub spans: Vec<Span>,
    /// Who or what a name names; what a date means.
    pub meaning: Option<&'a str>,
    /// The Wikidata item of an entity.
    pub wikidata: Option<&'a str>,
    /// The rest, as a line of JSON; empty if there is none.
    pub details: String,
    /// Of a quote, the indices of the pieces that are its speaker and its cue.
    pub speaker: Option<usize>,
    /// See `speaker`.
    pub cue: Option<usize>,
}

/// All pieces: names, dates, ranges, quotes with their speakers and cues, the frame. The first also carries the
/// article's date and where it came from.
pub fn pieces<'a>(export: &Export<'a>) -> Vec<Piece<'a>> {
    let analysis = export.analysis;
    let mut pieces = Vec::new();
    let mut introduced = vec![false; analysis.entities.len()];
    for (index, mention) in analysis.mentions.iter().enumerate() {
        let entity = analysis.entities.get(mention.entity.index());
        let first =
            introduced.get_mut(mention.entity.index()).is_some_and(|known| !std::mem::replace(known, true));
        let details = details(|o| {
            o.key("entity").number(mention.entity.0);
            o.member("form", mention.form.name());
            o.key("confidence").share(mention.confidence);
            o.member("origin", origin(&analysis.origins.mentions, index));
            if let Some(entity) = entity.filter(|_| first) {
                introduce(o, entity, origin(&analysis.origins.entities, entity.id.index()));
            }
        });
        pieces.push(Piece {
            meaning: entity.map(|e| e.name.as_str()),
            wikidata: entity.and_then(|e| e.link.as_ref()).map(|link| link.wikidata.as_str()),
            ..piece(mention.kind.name(), mention.span, details)
        });
    }
    for (index, date) in analysis.dates.iter().enumerate() {
        let details = details(|o| {
            o.member("type", date.kind.name());
            o.member("value", &date.value);
            o.optional("mod", date.modifier.as_deref());
            o.optional("from", date.from.map(iso).as_deref());
            o.optional("to", date.to.map(iso).as_deref());
            o.optional("basis", date.basis.map(crate::analysis::Basis::name));
            o.key("confidence").share(date.confidence);
            o.member("origin", origin(&analysis.origins.dates, index));
        });
        pieces.push(Piece { meaning: Some(&date.value), ..piece("date", date.span, details) });
    }
    pieces.extend(
        analysis
            .ranges
            .iter()
            .map(|range| Piece { meaning: Some(&range.value), ..piece("range", range.span, String::new()) }),
    );
    quotes(&mut pieces, analysis);
    frame(&mut pieces, analysis);
    if let Some(first) = pieces.first_mut() {
        add_article(&mut first.details, analysis);
    }
    pieces
}

fn piece(label: &'static str, span: Span, details: String) -> Piece<'static> {
    Piece { label, spans: vec![span], meaning: None, wikidata: None, details, speaker: None, cue: None }
}

fn details(members: impl FnOnce(&mut Json)) -> String {
    let mut json = Json::default();
    json.object(members);
    json.into_line()
}

/// What is known of an entity, told where it is first mentioned.
fn introduce(json: &mut Json, entity: &Entity, origin: &str) {
    json.key("introduces").object(|o| {
        o.member("kind", entity.kind.name());
        o.member("name", &entity.name);
        o.key("aliases").array(|list| entity.aliases.iter().for_each(|alias| list.string(alias)));
        o.optional("role", entity.role.as_deref());
        o.optional("wikidata", entity.link.as_ref().map(|link| link.wikidata.as_str()));
        o.member("origin", origin);
    });
}

fn quotes<'a>(pieces: &mut Vec<Piece<'a>>, analysis: &'a Analysis) {
    for (index, quote) in analysis.quotes.iter().enumerate() {
        let speaker = quote.speaker.as_ref().map(|speaker| {
            let details =
                speaker.entity.map_or_else(String::new, |id| details(|o| o.key("entity").number(id.0)));
            pieces.push(piece("speaker", speaker.span, details));
            pieces.len() - 1
        });
        let cue = quote.cue.map(|cue| {
            pieces.push(piece("cue", cue, String::new()));
            pieces.len() - 1
        });
        let details = details(|o| {
            o.member("style", quote.style.name());
            o.key("confidence").share(quote.confidence);
            o.member("origin", origin(&analysis.origins.quotes, index));
        });
        pieces.push(Piece {
            spans: quote.parts.clone(),
            speaker,
            cue,
            ..piece("quote", quote.span, details)
        });
    }
}

fn frame(pieces: &mut Vec<Piece>, analysis: &Analysis) {
    let article = &analysis.article;
    let parts = [("headline", article.headline), ("byline", article.byline), ("dateline", article.dateline)];
    for (label, span) in parts {
        pieces.extend(span.map(|span| piece(label, span, String::new())));
    }
    pieces.extend(article.boilerplate.iter().map(|span| piece("boilerplate", *span, String::new())));
}

/// Adds the article's date and what made the result to a piece's details.
fn add_article(to: &mut String, analysis: &Analysis) {
    let article = details(|o| {
        o.key("article").object(|o| {
            o.optional("date", analysis.article.date.as_deref());
            o.optional("dateFrom", analysis.article.date_from.map(crate::analysis::DateFrom::name));
        });
        o.key("provenance").object(|o| {
            let made = &analysis.provenance;
            o.member("generator", &made.generator);
            o.member("model", &made.model);
            o.optional("created", made.created.as_deref());
            o.optional("source", made.source.as_deref());
            o.member("textCrc32", &made.text_crc32);
        });
    });
    *to = match to.strip_suffix('}') {
        Some(others) => [others, ",", &article[1..]].concat(),
        None => article,
    };
}
