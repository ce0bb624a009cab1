//! Candidates to mentions: every candidate is weighed, equal names of the document share their evidence, parts of
//! persons' names and initials of organizations follow the full names, and what has too few points is dropped.

use super::Mention;
use super::candidates::{self, Candidate};
use super::context::{self, FEWEST_POINTS};
use super::gazetteer::{Gazetteer, Key};
use super::survey::Survey;
use super::votes::Votes;
use crate::analysis::Kind;
use crate::document::{Case, Document};

/// Finds the names of an article, sorted by start.
pub(super) fn tag(document: &Document, gazetteer: &Gazetteer) -> Vec<Mention> {
    let survey = Survey::new(document, gazetteer);
    let candidates = candidates::cut(&survey);
    let mut votes: Vec<Votes> = candidates.iter().map(|c| context::weigh(&survey, c)).collect();
    share_between_equals(document, &candidates, &mut votes);
    follow_full_names(document, &candidates, &mut votes);
    let decided = candidates.iter().zip(&votes);
    decided.filter_map(|(candidate, votes)| mention(document, candidate, votes)).collect()
}

/// Candidates with the same words lend each other half of their points.
fn share_between_equals(document: &Document, candidates: &[Candidate], votes: &mut [Votes]) {
    let mut order: Vec<(Key, usize)> =
        candidates.iter().enumerate().map(|(i, c)| (Key::of(document, c.tokens.range()), i)).collect();
    order.sort_unstable();
    for equal in order.chunk_by(|a, b| a.0 == b.0).filter(|equal| equal.len() > 1) {
        let sum = equal.iter().fold(Votes::default(), |sum, &(_, i)| sum.plus(votes[i]));
        for &(_, index) in equal {
            let own = votes[index];
            votes[index].add_half(sum.minus(own));
        }
    }
}

/// A lone surname or first name follows the person's full name, and an acronym the long form.
fn follow_full_names(document: &Document, candidates: &[Candidate], votes: &mut [Votes]) {
    let mut persons = Vec::new();
    let mut organizations = Vec::new();
    let mut companies = Vec::new();
    for (candidate, votes) in candidates.iter().zip(&*votes).filter(|(c, _)| c.tokens.len() > 1) {
        let tokens = candidate.tokens;
        match votes.best() {
            (Kind::Person, FEWEST_POINTS.., _) => {
                persons.push(Key::of(document, tokens.first()..tokens.first() + 1));
                persons.push(Key::of(document, tokens.end() - 1..tokens.end()));
            }
            (Kind::Organization, FEWEST_POINTS.., _) => {
                organizations.push(initials(document, candidate));
                companies.push(Key::of(document, tokens.first()..tokens.first() + 1));
            }
            _ => {}
        }
    }
    persons.sort_unstable();
    organizations.sort_unstable();
    companies.sort_unstable();
    for (candidate, votes) in candidates.iter().zip(votes).filter(|(c, _)| c.tokens.len() == 1) {
        let key = Key::of(document, candidate.tokens.range());
        let person = persons.binary_search(&key).is_ok();
        if person {
            votes.add(Kind::Person, 6);
        }
        let upper = document.tokens()[candidate.tokens.first()].case == Case::Upper;
        if upper && organizations.binary_search(&key).is_ok() {
            votes.add(Kind::Organization, 6);
        }
        // "Zephyrix" beside "Zephyrix Technologies Inc."; its founder Max Zephyrix is called so less often.
        if companies.binary_search(&key).is_ok() {
            votes.add(Kind::Organization, if person { 7 } else { 6 });
        }
    }
}

/// The key of the initials of a name's capitalised words.
fn initials(document: &Document, candidate: &Candidate) -> Key {
    let mut letters = String::new();
    let words = candidate.tokens.range().filter(|&t| document.tokens()[t].case.is_capitalised());
    letters.extend(words.filter_map(|t| document.word(t).chars().next()));
    Key::EMPTY.then(&letters)
}

fn mention(document: &Document, candidate: &Candidate, votes: &Votes) -> Option<Mention> {
    let (kind, points, lead) = votes.best();
    // Of ties between two kinds hardly one in five is right, whichever is taken.
    (points >= FEWEST_POINTS && lead > 0).then(|| Mention {
        tokens: candidate.tokens,
        span: document.span_of(candidate.tokens),
        kind,
        confidence: confidence(points, lead),
    })
}

/// How often decisions with such points are right, measured on open tagged news and web text.
fn confidence(points: i32, lead: i32) -> f32 {
    match (points, lead) {
        (12.., 10..) => 0.9,
        (8.., 6..) => 0.8,
        (6.., 4..) => 0.65,
        (4.., 3..) => 0.5,
        _ => 0.4,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entity::tests::toy;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        let document = crate::segment::segment(text);
        let mentions = crate::entity::tag(&document, &toy());
        mentions.iter().map(|m| (m.span.of(text), m.kind)).collect()
    }

    #[test]
    fn one_clear_use_of_a_name_decides_the_others() {
        let found = kinds("Mr Zorg said so. They blamed Zorg.");
        assert_eq!(found, [("Zorg", Kind::Person), ("Zorg", Kind::Person)]);
    }

    #[test]
    fn surnames_follow_the_person_and_first_words_the_company() {
        assert_eq!(kinds("Rufus Zorg left. They blamed Zorg.")[1], ("Zorg", Kind::Person));
        assert_eq!(kinds("Zorg Systems Inc. left. They blamed Zorg.")[1], ("Zorg", Kind::Organization));
    }
}
