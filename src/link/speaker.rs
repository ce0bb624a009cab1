//! Whose words: the entity behind the words that name a quote's speaker.
//!
//! A name is the entity of its mention. A pronoun is the last fitting person who spoke in its paragraph, else the
//! subject of the nearest sentence before it, else the last speaker of the paragraphs before. A description ("the
//! minister", "the company") is the last one that the article has called so, or the only organization around. What
//! stands inside somebody's direct speech is no candidate. Where nothing fits, nobody is named.

use crate::analysis::{Kind, Mention, Style};
use crate::document::{Document, TokenKind};
use crate::entity::{Entity, Gender};
use crate::quote::Quote;
use crate::span::{EntityId, Span};

/// Who speaks a quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) entity: EntityId,
    /// The pronoun that stands for the entity, if that is how the text names the speaker.
    pub(super) pronoun: Option<Span>,
}

/// The speaker of each quote, in the order of the quotes. `mentions` are sorted by start.
pub(super) fn find(
    document: &Document,
    quotes: &[Quote],
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Option<Found>> {
    let mut scene = Scene::new(document, quotes, mentions, entities);
    let mut order: Vec<usize> = (0..quotes.len()).filter(|&i| quotes[i].head.is_some()).collect();
    order.sort_by_key(|&i| quotes[i].head);
    let mut found = vec![None; quotes.len()];
    for index in order {
        found[index] = scene.speaker(&quotes[index]);
    }
    found
}

/// What the search knows: the article, and who has spoken so far.
struct Scene<'a, 't> {
    document: &'a Document<'t>,
    mentions: &'a [Mention],
    entities: &'a [Entity],
    /// By mention: its sentence.
    sentences: Vec<u32>,
    /// By entity, as far as title, role, first name or a pronoun told.
    genders: Vec<Option<Gender>>,
    /// The organization that the article is about, if it is about one.
    topic: Option<EntityId>,
    /// What is said in direct speech, sorted.
    direct: Vec<Span>,
    /// Who spoke, with the paragraph of the words that say so, in text order.
    spoke: Vec<(u32, EntityId)>,
}

/// How many mentions before a pronoun or description are looked at.
const REACH: usize = 40;
/// How many paragraphs before a pronoun's own its person may be.
const PARAGRAPHS: u32 = 3;

impl<'a, 't> Scene<'a, 't> {
    fn new(
        document: &'a Document<'t>,
        quotes: &[Quote],
        mentions: &'a [Mention],
        entities: &'a [Entity],
    ) -> Self {
        let genders = entities.iter().map(|entity| entity.gender).collect();
        let mut direct: Vec<Span> = quotes
            .iter()
            .filter(|q| q.style == Style::Direct)
            .flat_map(|q| q.parts.iter().copied())
            .collect();
        direct.sort_unstable();
        let topic = topic(mentions, entities);
        let sentences = sentences(document, mentions);
        Self { document, mentions, entities, sentences, genders, topic, direct, spoke: Vec::new() }
    }

    fn speaker(&mut self, quote: &Quote) -> Option<Found> {
        let (span, head) = (quote.speaker?, quote.head?);
        let found = if let Some(entity) = self.named(head).or_else(|| self.titled(span)) {
            Found { entity, pronoun: None }
        } else {
            let word = head.of(self.document.text()).to_ascii_lowercase();
            match word.as_str() {
                "he" | "him" | "his" => self.person(head, Gender::He)?,
                "she" | "her" => self.person(head, Gender::She)?,
                "it" | "its" | "they" | "their" => self.pronoun(head, Self::is_body)?,
                _ => Found { entity: self.described(span, head, &word)?, pronoun: None },
            }
        };
        self.spoke.push((self.paragraph(head), found.entity));
        Some(found)
    }

    /// Whom "he" or "she" means; from then on that person is known to be spoken of so.
    fn person(&mut self, pronoun: Span, gender: Gender) -> Option<Found> {
        let found = self.pronoun(pronoun, |s, e| s.is_person(e, gender))?;
        self.genders[found.entity.index()] = Some(gender);
        Some(found)
    }

    /// The entity whose name the head word belongs to.
    fn named(&self, head: Span) -> Option<EntityId> {
        let first = self.mentions.partition_point(|m| m.span.end <= head.start);
        self.mentions.get(first).filter(|m| m.span.overlaps(head)).map(|m| m.entity)
    }

    /// The person whose name ends the phrase after an office: "Secretary of State Ann Hale". A name that a
    /// preposition or article governs is another's: "a spokesman for Ann Hale".
    fn titled(&self, span: Span) -> Option<EntityId> {
        let after = self.mentions.partition_point(|m| m.span.start < span.end);
        let last = self.mentions[..after].last()?;
        let first = self.document.token_at(last.span.start);
        let inside = last.kind == Kind::Person && last.span.end == span.end && last.span.start > span.start;
        let office = first.checked_sub(1).is_some_and(|t| {
            let token = self.document.tokens()[t];
            token.kind() == TokenKind::Word && token.case().is_capitalised()
        });
        (inside && office).then_some(last.entity)
    }

    fn is_person(&self, entity: EntityId, gender: Gender) -> bool {
        self.entities[entity.index()].kind == Kind::Person
            && self.genders[entity.index()].is_none_or(|known| known == gender)
    }

    fn is_body(&self, entity: EntityId) -> bool {
        self.entities[entity.index()].kind == Kind::Organization
    }

    fn pronoun(&self, at: Span, fits: impl Fn(&Self, EntityId) -> bool) -> Option<Found> {
        let paragraph = self.paragraph(at);
        let last_speaker = |near: u32| {
            let mut spoke = self.spoke.iter().rev().take(REACH).take_while(|(p, _)| p + near >= paragraph);
            spoke.find(|(_, e)| fits(self, *e)).map(|(_, e)| *e)
        };
        let entity = last_speaker(0)
            .or_else(|| self.subject_before(at, paragraph, 1, &fits))
            .or_else(|| last_speaker(PARAGRAPHS))
            .or_else(|| self.subject_before(at, paragraph, PARAGRAPHS, &fits))?;
        Some(Found { entity, pronoun: Some(at) })
    }

    /// The likeliest subject among the mentions before `at` in paragraph `paragraph`, at most `back` paragraphs before
    /// it: of the nearest sentence with a fitting mention, the first that no preposition governs and no possessive follows.
    fn subject_before(
        &self,
        at: Span,
        paragraph: u32,
        back: u32,
        fits: &impl Fn(&Self, EntityId) -> bool,
    ) -> Option<EntityId> {
        let end = self.mentions.partition_point(|m| m.span.start < at.start);
        let mut best: Option<(u32, bool, EntityId)> = None;
        for (mention, &sentence) in self.mentions[..end].iter().zip(&self.sentences).rev().take(REACH) {
            if self.document.sentences()[sentence as usize].paragraph + back < paragraph
                || best.is_some_and(|(s, ..)| s != sentence)
            {
                break;
            }
            if !fits(self, mention.entity) || self.is_spoken(mention.span) {
                continue;
            }
            let free = self.is_free(mention.span);
            if best.is_none_or(|(_, was_free, _)| free || !was_free) {
                best = Some((sentence, free, mention.entity));
            }
        }
        best.map(|(.., entity)| entity)
    }

    /// Whether a mention may be the subject of its clause.
    fn is_free(&self, span: Span) -> bool {
        let first = self.document.token_at(span.start);
        let next = self.document.token_at(span.end);
        let owned = self.document.tokens().get(next).is_some()
            && matches!(self.document.lower(next), "'s" | "’s" | "’" | "'");
        let governed = first.checked_sub(1).is_some_and(|t| {
            matches!(
                self.document.lower(t),
                "of" | "with" | "by" | "to" | "for" | "from" | "on" | "about" | "against" | "at" | "in"
            )
        });
        !owned && !governed
    }

    /// Whether a span lies in direct speech.
    fn is_spoken(&self, span: Span) -> bool {
        let next = self.direct.partition_point(|d| d.start <= span.start);
        next > 0 && self.direct[next - 1].contains(span)
    }

    /// "the minister", "the company": the last entity that the article describes by the head word.
    fn described(&self, span: Span, head: Span, word: &str) -> Option<EntityId> {
        let text = span.of(self.document.text());
        let definite = text.get(..4).is_some_and(|t| t.eq_ignore_ascii_case("the "));
        if !definite || self.document.tokens()[self.document.token_at(head.start)].kind() != TokenKind::Word {
            return None;
        }
        let end = self.mentions.partition_point(|m| m.span.start < span.start);
        let called = self.mentions[..end].iter().rev().take(REACH).find(|m| self.is_called(m, word));
        if let Some(mention) = called {
            return Some(mention.entity);
        }
        if !is_body_noun(word) {
            return None;
        }
        // The only organization around is the one that is meant, unless the article is about another.
        let mut near = self.mentions[..end]
            .iter()
            .rev()
            .take(REACH)
            .take_while(|m| self.paragraph(m.span) + 1 >= self.paragraph(span))
            .filter(|m| m.kind == Kind::Organization && !self.is_spoken(m.span))
            .map(|m| m.entity);
        let last = near.next();
        let alone = near.all(|e| Some(e) == last);
        match (last, self.topic) {
            (Some(last), Some(topic)) => (last == topic || !alone).then_some(topic),
            (Some(last), None) => alone.then_some(last),
            (None, topic) => topic,
        }
    }

    /// Whether the article calls a mention's entity by this word: in its role or name, as a title before it, or in
    /// the apposition after it.
    fn is_called(&self, mention: &Mention, word: &str) -> bool {
        const APPOSITION: usize = 8;
        let entity = &self.entities[mention.entity.index()];
        let has =
            |phrase: &str| phrase.split(|c: char| !c.is_alphanumeric()).any(|w| w.eq_ignore_ascii_case(word));
        if entity.role.as_deref().is_some_and(has) || entity.kind == Kind::Organization && has(&entity.name) {
            return true;
        }
        let document = self.document;
        let first = document.token_at(mention.span.start);
        let before = first.checked_sub(1).is_some_and(|t| document.lower(t) == word);
        let next = document.token_at(mention.span.end);
        let after = || {
            let limit = document.tokens().len().min(next + APPOSITION);
            let apposed = next + 1 < limit
                && document.word(next) == ","
                && matches!(document.lower(next + 1), "the" | "a" | "an" | "its" | "his" | "her");
            apposed
                && (next + 2..limit)
                    .take_while(|&t| document.tokens()[t].kind() == TokenKind::Word)
                    .any(|t| document.lower(t) == word)
        };
        before || after()
    }

    fn paragraph(&self, span: Span) -> u32 {
        let document = self.document;
        let token = document.token_at(span.start).min(document.tokens().len() - 1);
        document.sentences()[document.sentence_of(token).min(document.sentences().len() - 1)].paragraph
    }
}

/// The sentence of each mention; both are in text order.
fn sentences(document: &Document, mentions: &[Mention]) -> Vec<u32> {
    let ends = document.sentences();
    let mut sentence = 0;
    let find = |mention: &Mention| {
        while sentence + 1 < ends.len() && ends[sentence].span.end <= mention.span.start {
            sentence += 1;
        }
        sentence as u32
    };
    mentions.iter().map(find).collect()
}

/// The organization that is named at least three times and twice as often as any other.
fn topic(mentions: &[Mention], entities: &[Entity]) -> Option<EntityId> {
    const OFTEN: usize = 3;
    let mut counts = vec![0_usize; entities.len()];
    for mention in mentions.iter().filter(|m| m.kind == Kind::Organization) {
        counts[mention.entity.index()] += 1;
    }
    let (most, count) = counts.iter().copied().enumerate().rev().max_by_key(|&(_, count)| count)?;
    let rivals = counts.iter().filter(|&&c| c * 2 > count).count();
    (count >= OFTEN && rivals == 1).then_some(EntityId(most as u32))
}

/// Nouns for organizations.
fn is_body_noun(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "bank"
            | "group"
            | "agency"
            | "party"
            | "union"
            | "ministry"
            | "government"
            | "club"
            | "team"
            | "newspaper"
            | "paper"
            | "magazine"
            | "university"
            | "school"
            | "college"
            | "hospital"
            | "department"
            | "court"
            | "organization"
            | "organisation"
            | "campaign"
            | "airline"
            | "carmaker"
            | "automaker"
            | "manufacturer"
            | "maker"
            | "retailer"
            | "chain"
            | "operator"
            | "charity"
            | "network"
            | "broadcaster"
            | "committee"
            | "commission"
            | "council"
            | "board"
            | "bureau"
            | "office"
            | "institute"
            | "foundation"
            | "association"
            | "federation"
            | "league"
            | "church"
            | "regulator"
            | "watchdog"
            | "startup"
            | "utility"
            | "brand"
            | "studio"
            | "museum"
            | "lender"
            | "alliance"
            | "bloc"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Form;
    use crate::segment::segment;

    /// The speakers' names of all quotes in `text`, where `names` are its entities; every occurrence of a name or
    /// of its last word is a mention.
    fn speakers(text: &str, names: &[(&str, Kind)]) -> Vec<Option<String>> {
        let document = segment(text);
        let mut mentions = Vec::new();
        for (id, (name, kind)) in names.iter().enumerate() {
            let last = name.rsplit(' ').next().unwrap_or(name);
            for (at, _) in text.match_indices(last) {
                let start =
                    if text[..at + last.len()].ends_with(name) { at + last.len() - name.len() } else { at };
                mentions.push(Mention {
                    span: Span::new(start, at + last.len()),
                    kind: *kind,
                    entity: EntityId(id as u32),
                    form: Form::Name,
                    confidence: 1.0,
                });
            }
        }
        mentions.sort_by_key(|m| m.span);
        let entities: Vec<Entity> = names
            .iter()
            .map(|(name, kind)| Entity {
                kind: *kind,
                name: (*name).into(),
                aliases: vec![],
                role: None,
                link: None,
                gender: match *name {
                    "Anna Hale" => Some(Gender::She),
                    "James Price" => Some(Gender::He),
                    _ => None,
                },
            })
            .collect();
        let quotes = crate::quote::find(&document);
        let found = find(&document, &quotes, &mentions, &entities);
        found.iter().map(|f| f.map(|f| names[f.entity.index()].0.to_owned())).collect()
    }

    const HALE: (&str, Kind) = ("Anna Hale", Kind::Person);
    const PRICE: (&str, Kind) = ("James Price", Kind::Person);
    const ACME: (&str, Kind) = ("Acme", Kind::Organization);

    fn one(text: &str, names: &[(&str, Kind)]) -> Option<String> {
        speakers(text, names).into_iter().next_back().flatten()
    }

    #[test]
    fn a_pronoun_is_the_last_fitting_speaker_or_subject() {
        let text = "“We lost,” Anna Hale told James Price. “We will win,” she said.";
        assert_eq!(one(text, &[HALE, PRICE]).as_deref(), Some("Anna Hale"));
        let text = "James Price met Anna Hale in Leeds. “It was short,” he said.";
        assert_eq!(one(text, &[HALE, PRICE]).as_deref(), Some("James Price"));
        let text = "James Price met Anna Hale in Leeds. “It was short,” she said.";
        assert_eq!(one(text, &[HALE, PRICE]).as_deref(), Some("Anna Hale"));
    }

    #[test]
    fn who_was_he_once_is_never_she() {
        let robin = ("Robin Vale", Kind::Person);
        let text = "Robin Vale resigned. “I am tired,” he said.\n“So am I,” she said.";
        assert_eq!(speakers(text, &[robin]), [Some("Robin Vale".to_owned()), None]);
    }

    #[test]
    fn an_office_before_a_name_does_not_hide_it() {
        let text = "Secretary of State Anna Hale said it was late.";
        assert_eq!(one(text, &[HALE]).as_deref(), Some("Anna Hale"));
    }

    #[test]
    fn nobody_named_in_somebodys_speech_is_the_speaker() {
        let text = "“James Price was there,” he said.";
        assert_eq!(one(text, &[PRICE]), None);
    }

    #[test]
    fn a_description_is_the_one_the_article_calls_so() {
        let text = "James Price, the transport minister, met Anna Hale, a farmer. The minister said that it was late.";
        assert_eq!(one(text, &[HALE, PRICE]).as_deref(), Some("James Price"));
        let text = "Acme grew last year. The company said it would hire.";
        assert_eq!(one(text, &[ACME]).as_deref(), Some("Acme"));
        let text = "Acme bought Bolt. The company said it would hire.";
        let bolt = ("Bolt", Kind::Organization);
        assert_eq!(one(text, &[ACME, bolt]), None, "either may be meant");
        let text = "Acme grew. Acme hired. Acme bought Bolt. The company said it would hire.";
        assert_eq!(one(text, &[ACME, bolt]).as_deref(), Some("Acme"), "the article is about it");
    }

    #[test]
    fn a_place_inside_the_description_is_not_the_speaker() {
        let text = "A spokesman for Acme said the plant would close.";
        assert_eq!(one(text, &[ACME]), None);
    }
}
