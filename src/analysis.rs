//! The result: what an article contains, as plain data with byte spans.
//!
//! These types are the contract `pressmark/1` (`docs/pressmark-1.schema.json`): `report.rs` writes and reads them as
//! JSON, and `wasm.rs` hands them to JavaScript as columns. Lists are sorted by start; mentions,
//! dates and quotes may nest in one another; ids are indices into the lists.

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::span::{DateId, EntityId, MentionId, Span};

/// Name of the contract, written into every JSON result.
pub const SCHEMA: &str = "pressmark/1";

/// Everything found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// What the article says of itself: its date, headline, byline, and what is not part of it.
    pub article: Article,
    /// Names, and the pronouns that were resolved for speakers.
    pub mentions: Vec<Mention>,
    /// The persons, organizations, places … that the mentions name, each once.
    pub entities: Vec<Entity>,
    /// Time expressions.
    pub dates: Vec<Date>,
    /// The grammar's rule that found each of `dates`, for explanations; not part of the contract.
    pub rules: Vec<&'static str>,
    /// Pairs of dates that say "from … to …".
    pub ranges: Vec<Range>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// Which of all this a reader has changed; not part of the engine's own results, which are automatic throughout.
    pub origins: Origins,
    /// What made this result.
    pub provenance: Provenance,
}

/// What made a result, so that whoever gets it can tell how far to trust it and make it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Provenance {
    /// Program and version: "Pressmark 0.1.0".
    pub generator: String,
    /// The model's id, see [`crate::Annotator::model_id`].
    pub model: String,
    /// When an export was written, in RFC 3339 and UTC, as the caller says: the engine has no clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// Where the text came from, as the caller says: a file's name, an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// CRC-32 of the text in UTF-8, in hexadecimal: it tells whether a result is of the text at hand.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text_crc32: String,
}

/// Who an annotation is by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The engine found it.
    #[default]
    Auto,
    /// The engine found it and a reader changed or confirmed it.
    Edited,
    /// A reader added it.
    User,
}

impl Origin {
    /// As in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Edited => "edited",
            Self::User => "user",
        }
    }
}

/// The origins of a result's items, list by list in the lists' order. What a list does not reach to is automatic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Of [`Analysis::mentions`].
    pub mentions: Vec<Origin>,
    /// Of [`Analysis::entities`].
    pub entities: Vec<Origin>,
    /// Of [`Analysis::dates`].
    pub dates: Vec<Origin>,
    /// Of [`Analysis::quotes`].
    pub quotes: Vec<Origin>,
}

impl Origins {
    /// The origin of the item at `index` of one of these lists.
    #[must_use]
    pub fn at(list: &[Origin], index: usize) -> Origin {
        list.get(index).copied().unwrap_or_default()
    }
}

/// The article's frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The day the relative dates were resolved against, `YYYY-MM-DD`; none if neither given nor found.
    pub date: Option<String>,
    /// Where that day came from.
    pub date_from: Option<DateFrom>,
    /// The headline, if the text has one.
    pub headline: Option<Span>,
    /// The line that names the author.
    pub byline: Option<Span>,
    /// Place and date before the story ("MOSCOW, March 17 (Agency) —") or a date on a line of its own.
    pub dateline: Option<Span>,
    /// Paragraphs that are not the article: navigation, newsletter pleas, "Read more …". Not annotated.
    pub boilerplate: Vec<Span>,
}

/// Where the article's date came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateFrom {
    /// The caller gave it.
    Given,
    /// The caller gave it and said that it is only an assumption ("today").
    Assumed,
    /// The text's own dateline.
    Dateline,
}

impl DateFrom {
    /// As in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Assumed => "assumed",
            Self::Dateline => "dateline",
        }
    }
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The name's words; titles, possessive 's and a leading "the" are outside.
    #[serde(flatten)]
    pub span: Span,
    /// What kind of thing it names.
    pub kind: Kind,
    /// Who or what it is.
    pub entity: EntityId,
    /// How it is written.
    pub form: Form,
    /// Between 0 and 1; of mentions said to be 0.9 sure, about nine in ten should be right.
    pub confidence: f32,
}

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A human being, real or imagined.
    Person,
    /// A company, party, agency, team, newspaper, band …
    Organization,
    /// A country, city, region, river, building …
    Place,
    /// A nationality, religious or political group, as noun or adjective.
    Group,
    /// A war, election, storm, championship …
    Event,
    /// A titled work, law or treaty.
    Work,
    /// Something made and sold or used under a name.
    Product,
}

impl Kind {
    /// All kinds, in the order of their codes in the columns that JavaScript gets.
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Organization, Self::Place, Self::Group, Self::Event, Self::Work, Self::Product];

    /// The kind's name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Work => "work",
            Self::Product => "product",
        }
    }
}

/// How a mention is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The name, whole or as the article first gives it.
    Name,
    /// A person's surname or first name alone.
    Surname,
    /// The initials of a longer name.
    Acronym,
    /// Another name for the same thing.
    Alias,
    /// He, she, they: resolved for speakers, hidden by default.
    Pronoun,
}

impl Form {
    /// As in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Surname => "surname",
            Self::Acronym => "acronym",
            Self::Alias => "alias",
            Self::Pronoun => "pronoun",
        }
    }
}

/// One person, organization, place … of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its index in [`Analysis::entities`].
    pub id: EntityId,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its fullest name.
    pub name: String,
    /// Other ways the article names it, in order of first use.
    pub aliases: Vec<String>,
    /// Title or office as the article gives it ("Russian President").
    pub role: Option<String>,
    /// Who this is outside the article, where that is sure.
    pub link: Option<Link>,
    /// Its mentions, in order.
    pub mentions: Vec<MentionId>,
}

/// An identifier in a public knowledge base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The Wikidata item, such as `Q159`.
    pub wikidata: String,
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// The expression, cut as the `TempEval` guideline cuts it (without the preposition).
    #[serde(flatten)]
    pub span: Span,
    /// The TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: DateKind,
    /// The TIMEX3 value: `2023-03-17`, `2023-W12`, `P2Y`, `XXXX-WXX-1` …
    pub value: String,
    /// The TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `MORE_THAN` …
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// First day it covers, where it is anchored in the calendar.
    #[serde(default, with = "crate::date::optional_day")]
    pub from: Option<Day>,
    /// Last day it covers.
    #[serde(default, with = "crate::date::optional_day")]
    pub to: Option<Day>,
    /// What the value was worked out from; none for what needs no reference or could not be resolved.
    pub basis: Option<Basis>,
    /// Between 0 and 1, as for mentions.
    pub confidence: f32,
}

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateKind {
    /// A calendar date of a day or coarser.
    Date,
    /// A time of day, or a part of one.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl DateKind {
    /// All types, in the order of their codes in the columns.
    pub const ALL: [Self; 4] = [Self::Date, Self::Time, Self::Duration, Self::Set];

    /// As in TIMEX3 and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What a date's value was worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The expression says it all.
    Explicit,
    /// The article's date.
    Article,
    /// A date mentioned before it in the text.
    Mentioned,
    /// A day that the caller only assumes to be the article's.
    Assumed,
}

impl Basis {
    /// As in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Article => "article",
            Self::Mentioned => "mentioned",
            Self::Assumed => "assumed",
        }
    }
}

/// Two dates that bound one stretch of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The whole expression, with its "from" and "to".
    #[serde(flatten)]
    pub span: Span,
    /// Its two ends.
    pub dates: [DateId; 2],
    /// Both values, joined by a slash.
    pub value: String,
}

/// Something somebody said, wrote or is said to have said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// From the first part's start to the last part's end.
    #[serde(flatten)]
    pub span: Span,
    /// How it is reported.
    pub style: Style,
    /// The content without its marks; more than one where "…," he said, "…" splits it.
    pub parts: Vec<Span>,
    /// The words that name the speaker.
    pub speaker: Option<Speaker>,
    /// The reporting word: "said", "according to".
    pub cue: Option<Span>,
    /// Between 0 and 1, as for mentions.
    pub confidence: f32,
}

/// How a quote is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// All of it between quotation marks.
    Direct,
    /// Some of it between marks.
    Mixed,
    /// None of it between marks.
    Indirect,
    /// A coined term or scare quote: marked, but nobody's speech.
    Term,
}

impl Style {
    /// As in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Term => "term",
        }
    }
}

/// The words by the quote that say whose it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words: a name, a pronoun or a description.
    #[serde(flatten)]
    pub span: Span,
    /// Who that is, where the text supports it.
    pub entity: Option<EntityId>,
}

impl Analysis {
    /// Every span of the result, so that a change of unit forgets none.
    pub fn for_each_span(&mut self, mut f: impl FnMut(&mut Span)) {
        let article = &mut self.article;
        [&mut article.headline, &mut article.byline, &mut article.dateline]
            .into_iter()
            .flatten()
            .for_each(&mut f);
        article.boilerplate.iter_mut().for_each(&mut f);
        self.mentions.iter_mut().for_each(|m| f(&mut m.span));
        self.dates.iter_mut().for_each(|d| f(&mut d.span));
        self.ranges.iter_mut().for_each(|r| f(&mut r.span));
        for quote in &mut self.quotes {
            f(&mut quote.span);
            quote.parts.iter_mut().for_each(&mut f);
            quote.cue.iter_mut().for_each(&mut f);
            quote.speaker.iter_mut().for_each(|s| f(&mut s.span));
        }
    }
}
