//! "He" and "she": to the person whom the sentence before speaks of.
//!
//! The antecedent is the first compatible person of the nearest sentence that has one: the subject mostly stands
//! first. Within its own sentence only persons before the pronoun count. This is Hobbs' order of search without a
//! parse (J. Hobbs 1978), bounded to a few sentences.

use super::persons::Sex;
use super::{Cluster, Resolved};
use crate::analysis::{Form, Kind};
use crate::document::Document;
use crate::entity::Mention;
use crate::span::Run;

/// How many sentences back a pronoun may point.
const FARTHEST: usize = 4;
/// How many persons of a sentence are tried: keeps the work linear on endless sentences.
const MOST_PERSONS: usize = 16;
/// Such antecedents are right about two times in three.
const CONFIDENCE: f32 = 0.65;

/// The pronouns of the article that have an antecedent; [`Resolved::entity`] is a cluster.
pub(super) fn find(
    document: &Document,
    mentions: &[Mention],
    clusters: &[Cluster],
    sexes: &[Option<Sex>],
) -> Vec<Resolved> {
    let mut out = Vec::new();
    let persons: Vec<usize> =
        (0..mentions.len()).filter(|&index| mentions[index].kind == Kind::Person).collect();
    let sentences = document.sentences();
    for sentence in document.article_sentences() {
        for token in sentence.tokens.range() {
            let Some(sex) = sex(document.lower(token)) else { continue };
            let fits = |&&index: &&usize| sexes[clusters[index]].is_none_or(|known| known == sex);
            let own = document.sentence_of(token);
            let antecedent = (own.saturating_sub(FARTHEST)..=own).rev().find_map(|at| {
                let tokens = sentences[at].tokens;
                let from = persons.partition_point(|&index| mentions[index].tokens.first() < tokens.first());
                let to = persons
                    .partition_point(|&index| mentions[index].tokens.first() < tokens.end().min(token));
                persons[from..to.max(from)].iter().take(MOST_PERSONS).find(fits)
            });
            out.extend(antecedent.map(|&index| pronoun(document, token, clusters[index])));
        }
    }
    out
}

fn sex(word: &str) -> Option<Sex> {
    match word {
        "he" => Some(Sex::Male),
        "she" => Some(Sex::Female),
        _ => None,
    }
}

fn pronoun(document: &Document, token: usize, entity: Cluster) -> Resolved {
    let tokens = Run::new(token, token + 1);
    let mention =
        Mention { tokens, span: document.span_of(tokens), kind: Kind::Person, confidence: CONFIDENCE };
    Resolved { mention, form: Form::Pronoun, entity }
}
