//! Labelled pieces of a text, as stand-off formats have them, to a result: the way back from `export::standoff`.

use std::collections::HashMap;

use serde::Deserialize;

use crate::analysis::{
    Analysis, Article, Basis, Date, DateFrom, DateKind, Entity, Form, Kind, Link, Mention, Origin,
    Provenance, Quote, Range, Speaker, Style,
};
use crate::date::{Day, optional_day};
use crate::export::checksum;
use crate::span::{DateId, EntityId, MentionId, Span};

/// A piece as a file has it.
#[derive(Default)]
pub struct Piece {
    pub label: String,
    /// In order; never empty.
    pub spans: Vec<Span>,
    /// Who or what is meant.
    pub meaning: Option<String>,
    pub wikidata: Option<String>,
    pub details: Details,
    /// Of a quote, the indices of the pieces that are its speaker and its cue.
    pub speaker: Option<usize>,
    pub cue: Option<usize>,
}

/// What our own exports say of a piece beyond its label. All of it may be missing.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Details {
    pub entity: Option<u32>,
    form: Option<Form>,
    confidence: Option<f32>,
    origin: Option<Origin>,
    introduces: Option<Introduced>,
    r#type: Option<DateKind>,
    value: Option<String>,
    r#mod: Option<String>,
    #[serde(with = "optional_day")]
    from: Option<Day>,
    #[serde(with = "optional_day")]
    to: Option<Day>,
    basis: Option<Basis>,
    style: Option<Style>,
    pub article: Option<Dating>,
    pub provenance: Option<Provenance>,
}

#[derive(Clone, Deserialize)]
struct Introduced {
    kind: Kind,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    role: Option<String>,
    wikidata: Option<String>,
    #[serde(default)]
    origin: Origin,
}

/// The article's date, and where it came from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dating {
    date: Option<String>,
    date_from: Option<DateFrom>,
}

impl Details {
    /// Reads the line of JSON; what is no details of ours says nothing.
    pub fn read(line: &str) -> Self {
        serde_json::from_str(line).unwrap_or_default()
    }

    /// An annotation of another program is a reader's.
    fn origin(&self) -> Origin {
        self.origin.unwrap_or(Origin::User)
    }

    fn confidence(&self) -> f32 {
        self.confidence.filter(|share| (0.0..=1.0).contains(share)).unwrap_or(1.0)
    }
}

/// What a label stands for, here or in common tag sets.
enum Label {
    Name(Kind),
    Date(DateKind),
    Range,
    Quote,
    /// A quote's speaker or cue, which the quote itself leads to.
    OfQuote,
    Headline,
    Byline,
    Dateline,
    Boilerplate,
}

fn label(name: &str) -> Option<Label> {
    Some(match name.to_ascii_lowercase().as_str() {
        "person" | "per" | "people" => Label::Name(Kind::Person),
        "organization" | "organisation" | "org" | "company" => Label::Name(Kind::Organization),
        "place" | "location" | "loc" | "gpe" | "fac" | "facility" => Label::Name(Kind::Place),
        "group" | "norp" => Label::Name(Kind::Group),
        "event" => Label::Name(Kind::Event),
        "work" | "work_of_art" | "law" => Label::Name(Kind::Work),
        "product" => Label::Name(Kind::Product),
        "date" => Label::Date(DateKind::Date),
        "time" => Label::Date(DateKind::Time),
        "duration" => Label::Date(DateKind::Duration),
        "range" => Label::Range,
        "quote" | "quotation" => Label::Quote,
        "speaker" | "cue" => Label::OfQuote,
        "headline" => Label::Headline,
        "byline" => Label::Byline,
        "dateline" => Label::Dateline,
        "boilerplate" => Label::Boilerplate,
        _ => return None,
    })
}

/// The result that the pieces make, and how many of them are of no known kind.
pub fn assemble(text: &str, mut pieces: Vec<Piece>) -> (Analysis, usize) {
    let mut analysis = Analysis::default();
    if let Some(dating) = pieces.iter_mut().find_map(|piece| piece.details.article.take()) {
        analysis.article = Article { date: dating.date, date_from: dating.date_from, ..Article::default() };
    }
    analysis.provenance =
        pieces.iter_mut().find_map(|piece| piece.details.provenance.take()).unwrap_or_default();
    // Of this text from now on, whichever the file was made of: else what is saved of it could not be opened.
    analysis.provenance.text_crc32 = checksum(text);
    let unknown = pieces.iter().filter(|piece| label(&piece.label).is_none()).count();
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|&index| (pieces[index].spans[0].start, pieces[index].spans[0].end));
    let mut who = Who::default();
    for index in &order {
        let piece = &pieces[*index];
        match label(&piece.label) {
            Some(Label::Name(kind)) => who.mention(text, piece, kind, &mut analysis),
            Some(Label::Date(kind)) => date(text, piece, kind, &mut analysis),
            Some(Label::Headline) => analysis.article.headline = Some(piece.spans[0]),
            Some(Label::Byline) => analysis.article.byline = Some(piece.spans[0]),
            Some(Label::Dateline) => analysis.article.dateline = Some(piece.spans[0]),
            Some(Label::Boilerplate) => analysis.article.boilerplate.push(piece.spans[0]),
            Some(Label::Range | Label::Quote | Label::OfQuote) | None => {}
        }
    }
    for piece in order.iter().map(|&index| &pieces[index]) {
        match label(&piece.label) {
            Some(Label::Range) => range(piece.spans[0], &mut analysis),
            Some(Label::Quote) => who.quote(piece, &pieces, &mut analysis),
            _ => {}
        }
    }
    (analysis, unknown)
}

/// Who is who: entities by the number that the file gives them, else by their kind and name.
#[derive(Default)]
struct Who {
    known: HashMap<String, EntityId>,
    at: HashMap<Span, EntityId>,
}

fn numbered(entity: u32) -> String {
    ["#", &entity.to_string()].concat()
}

impl Who {
    fn mention(&mut self, text: &str, piece: &Piece, kind: Kind, analysis: &mut Analysis) {
        let (span, details) = (piece.spans[0], &piece.details);
        let name = piece.meaning.as_deref().unwrap_or(span.of(text));
        let key = details.entity.map_or_else(|| [kind.name(), " ", name].concat(), numbered);
        let entity = *self.known.entry(key).or_insert_with(|| {
            let id = EntityId(analysis.entities.len() as u32);
            analysis.entities.push(Entity {
                id,
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                role: None,
                link: piece.wikidata.clone().map(|wikidata| Link { wikidata }),
                mentions: Vec::new(),
            });
            analysis.origins.entities.push(details.origin());
            id
        });
        let known = &mut analysis.entities[entity.index()];
        known.mentions.push(MentionId(analysis.mentions.len() as u32));
        if let Some(introduced) = details.introduces.clone().filter(|introduced| !introduced.name.is_empty())
        {
            known.kind = introduced.kind;
            known.name = introduced.name;
            known.aliases = introduced.aliases;
            known.role = introduced.role;
            known.link = introduced.wikidata.map(|wikidata| Link { wikidata });
            analysis.origins.entities[entity.index()] = introduced.origin;
        }
        let (form, confidence) = (details.form.unwrap_or(Form::Name), details.confidence());
        analysis.mentions.push(Mention { span, kind, entity, form, confidence });
        analysis.origins.mentions.push(details.origin());
        self.at.insert(span, entity);
    }

    fn quote(&self, piece: &Piece, pieces: &[Piece], analysis: &mut Analysis) {
        let [speaker, cue] = [piece.speaker, piece.cue].map(|index| pieces.get(index?));
        let speaker = speaker.map(|speaker| {
            let numbered = speaker.details.entity.and_then(|entity| self.known.get(&numbered(entity)));
            let span = speaker.spans[0];
            Speaker { span, entity: numbered.or_else(|| self.at.get(&span)).copied() }
        });
        analysis.quotes.push(Quote {
            span: piece.spans[0].cover(piece.spans[piece.spans.len() - 1]),
            style: piece.details.style.unwrap_or(Style::Direct),
            parts: piece.spans.clone(),
            speaker,
            cue: cue.map(|cue| cue.spans[0]),
            confidence: piece.details.confidence(),
        });
        analysis.origins.quotes.push(piece.details.origin());
    }
}

fn date(text: &str, piece: &Piece, kind: DateKind, analysis: &mut Analysis) {
    let (span, details) = (piece.spans[0], &piece.details);
    let value = details.value.clone().or_else(|| piece.meaning.clone());
    analysis.dates.push(Date {
        span,
        kind: details.r#type.unwrap_or(kind),
        value: value.unwrap_or_else(|| span.of(text).to_owned()),
        modifier: details.r#mod.clone(),
        from: details.from,
        to: details.to,
        basis: details.basis,
        confidence: details.confidence(),
    });
    analysis.origins.dates.push(details.origin());
}

/// A range joins the first and the last date that lie in it.
fn range(span: Span, analysis: &mut Analysis) {
    let first = analysis.dates.partition_point(|date| date.span.start < span.start);
    let inside = analysis.dates[first..].iter().take_while(|date| date.span.end <= span.end).count();
    if let [a, .., b] = &analysis.dates[first..first + inside] {
        let value = [&a.value, "/", &b.value].concat();
        let dates = [DateId(first as u32), DateId((first + inside - 1) as u32)];
        analysis.ranges.push(Range { span, dates, value });
    }
}
