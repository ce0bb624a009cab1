//! The rules: what a candidate's own words, its neighbours and the name lists say about its kind.
//!
//! Each rule is a small function that adds points ([`Votes`]); the points are in the rule, beside its reason.
//! A candidate with fewer than [`FEWEST_POINTS`] for every kind is no name.

use super::candidates::Candidate;
use super::cues;
use super::gazetteer::Classes;
use super::survey::{Style, Survey};
use super::votes::Votes;
use crate::analysis::Kind;
use crate::document::{Case, TokenKind};

use Kind::{Event, Group, Organization, Person, Place, Product, Work};

/// A candidate needs so many points for some kind to be a name.
pub(super) const FEWEST_POINTS: i32 = 4;

/// All points for one candidate, from the lists, its words and its neighbours.
pub(super) fn weigh(survey: &Survey, candidate: &Candidate) -> Votes {
    let view = View::new(survey, candidate);
    let mut votes = Votes::default();
    for rule in
        [listed, parts_of_persons, heads, models, unlisted, endings, acronym, words, before, after, nearby]
    {
        rule(&view, &mut votes);
    }
    votes
}

/// A candidate with its neighbours, within its sentence.
struct View<'a> {
    survey: &'a Survey<'a>,
    candidate: &'a Candidate,
    first: usize,
    end: usize,
    /// The sentence's first token, and one past its last.
    bounds: (usize, usize),
}

impl<'a> View<'a> {
    fn new(survey: &'a Survey, candidate: &'a Candidate) -> Self {
        let document = survey.document;
        let first = candidate.tokens.first();
        let sentence = document.sentences()[document.sentence_of(first)].tokens;
        Self {
            survey,
            candidate,
            first,
            end: candidate.tokens.end(),
            bounds: (sentence.first(), sentence.end()),
        }
    }

    fn len(&self) -> usize {
        self.end - self.first
    }

    fn word(&self, token: usize) -> &str {
        self.survey.document.lower(token)
    }

    /// The word `steps` before the name (1 is the next), empty where the sentence begins.
    fn left(&self, steps: usize) -> &str {
        self.first.checked_sub(steps).filter(|&t| t >= self.bounds.0).map_or("", |t| self.word(t))
    }

    /// The word `steps` after the name (0 is the next), empty where the sentence ends.
    fn right(&self, steps: usize) -> &str {
        let at = self.end + steps;
        if at < self.bounds.1 { self.word(at) } else { "" }
    }

    fn right_is(&self, steps: usize, kind: TokenKind) -> bool {
        let at = self.end + steps;
        at < self.bounds.1 && self.survey.document.tokens()[at].kind == kind
    }

    fn right_is_capital(&self, steps: usize) -> bool {
        let at = self.end + steps;
        at < self.bounds.1 && self.survey.document.tokens()[at].case.is_capitalised()
    }

    fn classes(&self, token: usize) -> Classes {
        self.survey.classes(token)
    }

    fn is_common(&self, token: usize) -> bool {
        self.classes(token).any(Classes::COMMON)
    }

    fn all_common(&self) -> bool {
        (self.first..self.end).all(|t| self.is_common(t) || cues::is_function_word(self.word(t)))
    }

    /// Whether every token is a plain capitalised word, as in most persons' names.
    fn is_plain(&self) -> bool {
        let document = self.survey.document;
        let first = self.first;
        (self.first..self.end).all(|t| {
            let token = document.tokens()[t];
            token.kind == TokenKind::Dash
                || matches!(token.case, Case::Title) && token.kind == TokenKind::Word
                || token.case == Case::Upper
                    && (token.span.len() <= 4 && document.word(t).ends_with('.')
                        || self.survey.style(t) == Style::Capitals)
                || cues::is_name_particle(document.lower(t))
                || t > first && document.tokens()[t - 1].kind == TokenKind::Dash
        })
    }
}

/// What the lists say of exactly these words.
fn listed(view: &View, votes: &mut Votes) {
    let Some(entry) = view.candidate.listed else { return };
    let classes = entry.classes;
    let single = view.len() == 1;
    let doubtful = single
        && view.is_common(view.first)
        && view.candidate.unsure_capital
        && !view.survey.is_sure(view.first);
    let points = |sure: i32, word: i32| if doubtful { word } else { sure };
    let places = [
        (Classes::COUNTRY, points(9, 5)),
        (Classes::CITY, points(6, 1)),
        (Classes::REGION, points(5, 2)),
        (Classes::TOWN, points(4, 0)),
        (Classes::VILLAGE, points(if single { 2 } else { 4 }, 0)),
    ];
    // "Mexico" is a country and a town: only the strongest counts.
    votes.add(Place, places.iter().find(|(class, _)| classes.any(*class)).map_or(0, |&(_, points)| points));
    for (class, kind, points) in [
        (Classes::DEMONYM, Group, points(10, 6)),
        (Classes::PERSON, Person, points(if single { 3 } else { 9 }, 0)),
        (Classes::ORGANIZATION, Organization, points(7, 2)),
        (Classes::EVENT, Event, points(8, 3)),
        (Classes::WORK, Work, points(if single { 3 } else { 6 }, 0)),
        (Classes::PRODUCT, Product, points(6, 2)),
        (Classes::GROUP, Group, points(8, 4)),
    ] {
        if classes.any(class) {
            votes.add(kind, points);
        }
    }
}

/// First names, surnames, initials and particles.
fn parts_of_persons(view: &View, votes: &mut Votes) {
    let first = view.classes(view.first);
    let last = view.classes(view.end - 1);
    if view.len() == 1 {
        let points = if view.is_common(view.first) { 0 } else { 2 };
        if first.any(Classes::FIRST_NAME.and(Classes::SURNAME)) {
            votes.add(Person, points);
        }
        return;
    }
    if !view.is_plain() || view.len() > 6 {
        return;
    }
    let given = first.any(Classes::FIRST_NAME);
    if given {
        votes.add(Person, if first.any(Classes::PLACE.and(Classes::COMMON)) { 3 } else { 5 });
    }
    if last.any(Classes::SURNAME.and(Classes::FIRST_NAME)) {
        votes.add(Person, if last.any(Classes::COMMON) { 1 } else { 3 });
    }
    let inner = view.first + 1..view.end - 1;
    if inner.clone().any(|t| view.word(t).ends_with('.') && view.word(t).len() == 2) {
        votes.add(Person, 5);
    }
    if inner.clone().any(|t| cues::is_name_particle(view.word(t))) {
        votes.add(Person, 2);
    }
}

/// The words that tell the kind from inside: "… Ministry", "Mount …", "… War", "… Treaty".
fn heads(view: &View, votes: &mut Votes) {
    let of = (view.first + 1..view.end).find(|&t| matches!(view.word(t), "of" | "for" | "on"));
    let last = view.word(of.unwrap_or(view.end) - 1);
    let first = view.word(view.first);
    let listed = view.candidate.listed.is_some_and(|entry| entry.classes.any(Classes::NAME));
    if view.len() == 1 || listed {
        return;
    }
    if view.len() <= 3 && cues::is_direction(first) {
        let classes = view.classes(view.end - 1);
        if classes.any(Classes::DEMONYM.and(Classes::GROUP)) {
            votes.add(Group, 10);
        } else if classes.any(Classes::PLACE) {
            votes.add(Place, 6);
        }
    }
    if cues::is_organization_head(last) || (of.is_some() && cues::is_organization_head(first)) {
        votes.add(Organization, 8);
    }
    if cues::is_place_head(last) && !cues::is_organization_head(last) {
        // "on Harrow Lane": two surnames as well, but nobody bakes on a person.
        votes
            .add(Place, if cues::is_place_preposition(view.left(1)) || view.left(1) == "on" { 9 } else { 6 });
    }
    if cues::is_place_opener(first) {
        votes.add(Place, 5);
    }
    let very_last = view.word(view.end - 1);
    if cues::is_event_head(last) || cues::is_event_head(very_last) || cues::is_event_opener(first) {
        votes.add(Event, 7);
    }
    if cues::is_work_head(last) || cues::is_work_head(very_last) {
        votes.add(Work, 7);
    }
    let document = view.survey.document;
    if (view.first..view.end).any(|t| document.word(t).contains('&')) {
        votes.add(Organization, 6);
    }
}

/// A maker and a model's code: "Airbus A320".
fn models(view: &View, votes: &mut Votes) {
    let last = view.survey.document.word(view.end - 1);
    let code = last.bytes().any(|b| b.is_ascii_digit()) && last.starts_with(|c: char| c.is_ascii_uppercase());
    if view.len() > 1 && code && view.classes(view.first).any(Classes::ORGANIZATION) {
        votes.add(Product, 9);
    }
}

/// What a capitalised name that no list has is most of the time.
fn unlisted(view: &View, votes: &mut Votes) {
    if view.candidate.listed.is_some() {
        return;
    }
    let unsure = view.candidate.unsure_capital && !view.survey.seen_inside(view.first);
    if view.len() == 1 {
        let possessive = matches!(view.right(0), "'s" | "’s");
        let points = match (view.candidate.unsure_capital, unsure) {
            (false, _) => 2,
            (true, false) => 1 + i32::from(possessive),
            (true, true) => i32::from(possessive) * 4,
        };
        votes.add_each(&[(Person, points), (Place, points), (Organization, points)]);
        return;
    }
    let common = (view.first..view.end).filter(|&t| view.is_common(t)).count();
    if common == 0 && view.is_plain() && view.len() <= 4 {
        votes.add(Person, 4);
    } else if !unsure {
        votes.add(Organization, 3);
    }
}

/// Endings of unlisted single names: "Karlovagrad", "Petrovic".
fn endings(view: &View, votes: &mut Votes) {
    if view.len() != 1 || view.candidate.listed.is_some() || view.is_common(view.first) {
        return;
    }
    let word = view.word(view.first);
    if cues::ends_like_place(word) {
        votes.add(Place, 2);
    }
    if cues::ends_like_surname(word) {
        votes.add(Person, 2);
    }
}

/// Capitals: an organization, unless they are an abbreviation that names nothing.
fn acronym(view: &View, votes: &mut Votes) {
    let document = view.survey.document;
    if view.len() == 1 && (cues::is_plain_capitalised(view.word(view.first)) || view.right(0) == "$") {
        votes.add_all(-12);
    }
    if cues::is_holiday(view.word(view.first)) && view.len() <= 2 {
        votes.add_all(-20);
    }
    let upper = view.len() == 1
        && document.tokens()[view.first].case == Case::Upper
        && document.word(view.first).len() > 1;
    if !upper || view.survey.style(view.first) == Style::Capitals {
        return;
    }
    if cues::is_plain_acronym(view.word(view.first)) {
        votes.add_all(-12);
    } else if view.candidate.listed.is_none() && (2..=7).contains(&document.word(view.first).len()) {
        votes.add(Organization, 3);
    }
}

/// Words that also stand in lower case are names only with better reasons than a capital.
fn words(view: &View, votes: &mut Votes) {
    let seen = |t: usize| view.survey.seen_in_lower_case(t) && !view.survey.is_sure(t);
    if view.len() == 1 {
        let sure = view.survey.is_sure(view.first);
        if view.is_common(view.first)
            && !sure
            && (view.candidate.unsure_capital || view.candidate.listed.is_none())
        {
            votes.add_all(if view.candidate.unsure_capital { -6 } else { -3 });
        }
        if seen(view.first) {
            votes.add_all(-3);
        }
        // "Union leaders said": a head that opens a sentence alone is a common noun.
        if view.candidate.unsure_capital && !sure && cues::is_organization_head(view.word(view.first)) {
            votes.add_all(-6);
        }
        if view.survey.style(view.first) != Style::Running && !view.survey.seen_inside(view.first) && !sure {
            let personal = view.classes(view.first).any(Classes::FIRST_NAME.and(Classes::SURNAME));
            votes.add_all(if personal { -2 } else { -5 });
        }
    } else if view.all_common() && view.candidate.unsure_capital && view.candidate.listed.is_none() {
        let first_name = view.classes(view.first).any(Classes::FIRST_NAME);
        let full_name = first_name && view.classes(view.end - 1).any(Classes::SURNAME);
        votes.add_all(if full_name { 0 } else { -3 });
    }
    if view.len() > 1 && (view.first..view.end).all(seen) {
        votes.add_all(-4);
    }
}

/// The words right before.
fn before(view: &View, votes: &mut Votes) {
    let left = view.left(1);
    if view.candidate.titled {
        votes.add_each(&[(Person, 12), (Place, -4), (Organization, -4)]);
        return;
    }
    if cues::is_place_preposition(left) {
        votes.add(Place, if left == "in" { 3 } else { 2 });
        votes.add(Person, -1);
    }
    if left == "of" && cues::is_place_noun(view.left(2)) {
        votes.add(Place, 6);
    }
    if left == "the" {
        votes.add_each(&[(Person, -4), (Organization, i32::from(view.candidate.listed.is_none()))]);
    }
    if cues::is_person_noun(left) {
        votes.add(Person, 4);
    }
    // "her sister, Ewa, wept"
    if left == "," && cues::is_person_noun(view.left(2)) {
        votes.add(Person, 4);
    }
    if cues::leads_to_organization(left) {
        votes.add(Organization, 3);
    }
    if cues::is_speech_verb(left) && left != "told" {
        votes.add(Person, 2);
    }
    // "spokesman for X", "chief executive of X", "president of X"
    if matches!(left, "of" | "for" | "at") && cues::is_person_noun(view.left(2)) {
        votes.add_each(&[(Organization, 2), (Place, 1)]);
    }
}

/// The words right after.
fn after(view: &View, votes: &mut Votes) {
    let (next, second) = (view.right(0), view.right(1));
    if cues::is_person_verb(next) {
        votes.add_each(&[(Person, 3), (Organization, 1)]);
    }
    if view.right_is(0, TokenKind::Dash) && matches!(second, "based" | "born" | "area" | "wide") {
        votes.add(Place, 5);
    }
    if next == "," {
        after_comma(view, votes);
    }
    if cues::is_place_noun(next) && !view.right_is_capital(0) {
        votes.add(Place, 4);
    }
    if cues::is_organization_noun(next) && !view.right_is_capital(0) {
        votes.add(Organization, 3);
    }
    if next == "(" && view.right(2) == ")" && view.right_is_capital(1) {
        votes.add(Organization, 3);
    }
}

/// "Jane Doe, 45, …", "Jane Doe, who …", "Paris, France".
fn after_comma(view: &View, votes: &mut Votes) {
    let second = view.right(1);
    if view.right_is(1, TokenKind::Number) && second.len() <= 2 && matches!(view.right(2), "," | ".") {
        votes.add(Person, 4);
    }
    if second == "who" || cues::is_speech_verb(second) {
        votes.add(Person, 4);
    }
    if second == "the" && cues::is_organization_noun(view.right(2)) {
        votes.add(Organization, 5);
    }
    let next_place = view.end + 1 < view.bounds.1
        && view.survey.listed(view.end + 1).is_some_and(|(_, entry)| {
            entry.classes.any(Classes::COUNTRY.and(Classes::REGION)) && !entry.classes.any(Classes::COMMON)
        });
    if next_place {
        votes.add(Place, 2);
    }
}

/// Marks around the name: titled works stand in quotation marks, news agencies in brackets in the dateline.
fn nearby(view: &View, votes: &mut Votes) {
    let document = view.survey.document;
    let dateline = document
        .parts()
        .dateline
        .is_some_and(|dateline| dateline.contains(document.span_of(view.candidate.tokens)));
    if dateline && view.left(1) == "(" && view.right(0) == ")" {
        votes.add(Organization, 8);
    }
    let quoted = view.first > view.bounds.0
        && document.tokens()[view.first - 1].kind == TokenKind::Mark
        && view.right_is(0, TokenKind::Mark);
    let titled = view.first.checked_sub(2).is_some_and(|before| cues::is_work_noun(view.word(before)));
    if quoted && (view.len() > 1 || titled) {
        votes.add(Work, if titled { 8 } else { 4 });
    }
}
