//! What the lists and the document say of each token, before any name is cut.
//!
//! One pass over the capitalised tokens looks them up in the lists; one over all words counts how the document
//! itself writes each of these words: a word that also stands in lower case is seldom a name where it begins a
//! sentence, and one that is capitalised in the middle of a sentence mostly is. In headlines and lines in capitals,
//! where case says nothing, these counts are all there is.

use super::cues;
use super::gazetteer::{Classes, Entry, Gazetteer, Key};
use crate::document::{Case, Document, Part, Sentence, TokenKind};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Names and first words only.
    Running,
    /// Every Word Like This.
    Titled,
    /// ALL LETTERS LIKE THIS.
    Capitals,
}

/// What is known of one token.
#[derive(Clone, Copy, Debug, Default)]
struct Note {
    /// What the lists say of the token alone.
    entry: Entry,
    /// One past the longest listed name that begins here; 0 for none.
    listed_end: u32,
    /// What the lists say of that name.
    listed: Entry,
    /// Index of the word in [`Survey::words`], plus one; 0 for words that are nowhere capitalised.
    word: u32,
}

/// How often a document writes a word in which way.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    /// In lower case.
    lower: u32,
    /// Capitalised inside a running sentence.
    inside: u32,
}

/// Everything that is known of a document's tokens.
pub(super) struct Survey<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    notes: Vec<Note>,
    words: Vec<Uses>,
    styles: Vec<Style>,
    /// Of each sentence, its first token that is a word.
    openers: Vec<u32>,
}

impl<'d> Survey<'d> {
    /// Looks up every capitalised token of the article and counts its words.
    pub fn new(document: &'d Document<'d>, gazetteer: &Gazetteer) -> Self {
        let mut survey = Self {
            document,
            notes: vec![Note::default(); document.tokens().len()],
            words: Vec::new(),
            styles: document.sentences().iter().map(|s| style(document, s)).collect(),
            openers: document.sentences().iter().map(|s| opener(document, s)).collect(),
        };
        survey.look_up(gazetteer);
        survey.count();
        survey
    }

    fn look_up(&mut self, gazetteer: &Gazetteer) {
        for sentence in self.document.article_sentences() {
            let limit = sentence.tokens.end();
            for token in sentence.tokens.range() {
                if !self.is_looked_up(token) {
                    continue;
                }
                let entry = gazetteer.token(self.document, token);
                let longest = gazetteer.longest(self.document, token, limit);
                let note = &mut self.notes[token];
                note.entry = entry;
                if let Some(found) = longest {
                    note.listed_end = found.end as u32;
                    note.listed = found.entry;
                }
            }
        }
    }

    /// Capitalised words, "al" before a hyphen, and what follows a hyphen.
    fn is_looked_up(&self, token: usize) -> bool {
        let document = self.document;
        may_be_capitalised(document, token)
            || document.tokens()[token].kind == TokenKind::Word
                && (cues::is_arabic_article(document.lower(token)) && document.glued(token + 1)
                    || token > 0
                        && document.tokens()[token - 1].kind == TokenKind::Dash
                        && document.glued(token))
    }

    /// Numbers the words that are capitalised somewhere and counts all uses of them.
    fn count(&mut self) {
        let document = self.document;
        let key = |token: usize| Key::EMPTY.then(document.word(token));
        let words = || {
            let sentences = document.sentences().iter().enumerate();
            sentences.filter(|(_, s)| document.part(s) != Part::Boilerplate).flat_map(|(index, s)| {
                s.tokens
                    .range()
                    .filter(|&t| document.tokens()[t].kind == TokenKind::Word)
                    .map(move |t| (index, t))
            })
        };
        let capitalised = |token: usize| document.tokens()[token].case != Case::Lower;
        // A sorted list instead of a hash map: no text can make it slow, and its order is the same everywhere.
        let mut keys: Vec<Key> = words().filter(|&(_, t)| capitalised(t)).map(|(_, t)| key(t)).collect();
        keys.sort_unstable();
        keys.dedup();
        self.words = vec![Uses::default(); keys.len()];
        for (sentence, token) in words() {
            let Ok(index) = keys.binary_search(&key(token)) else { continue };
            self.notes[token].word = index as u32 + 1;
            let inside = self.styles[sentence] == Style::Running && !self.begins_sentence(token);
            let uses = &mut self.words[index];
            uses.lower += u32::from(!capitalised(token));
            uses.inside += u32::from(capitalised(token) && inside);
        }
    }

    /// What the lists say of the token alone.
    pub fn classes(&self, token: usize) -> Classes {
        self.notes[token].entry.classes
    }

    /// The longest listed name that begins at the token: one past its last token, and what the lists say.
    pub fn listed(&self, token: usize) -> Option<(usize, Entry)> {
        let note = self.notes[token];
        (note.listed_end > 0).then_some((note.listed_end as usize, note.listed))
    }

    /// What the lists say of exactly these tokens.
    pub fn listed_as(&self, first: usize, end: usize) -> Option<Entry> {
        let listed = self.listed(first).filter(|&(listed_end, _)| listed_end == end).map(|(_, entry)| entry);
        let single = self.notes[first].entry;
        listed.or((end == first + 1 && single.classes.any(Classes::NAME)).then_some(single))
    }

    /// How the token's sentence uses capitals.
    pub fn style(&self, token: usize) -> Style {
        self.styles[self.document.sentence_of(token)]
    }

    /// Whether the document writes this word in lower case elsewhere.
    pub fn seen_in_lower_case(&self, token: usize) -> bool {
        self.uses(token).lower > 0
    }

    /// Whether the document capitalises this word inside a running sentence.
    pub fn seen_inside(&self, token: usize) -> bool {
        self.uses(token).inside > 0
    }

    fn uses(&self, token: usize) -> Uses {
        let index = (self.notes[token].word as usize).checked_sub(1);
        index.and_then(|index| self.words.get(index)).copied().unwrap_or_default()
    }

    /// Whether the token's capital may be due to its place: first in a sentence, after an opening mark or a colon.
    pub fn begins_sentence(&self, token: usize) -> bool {
        let document = self.document;
        let sentence = document.sentence_of(token);
        if token <= self.openers[sentence] as usize {
            return true;
        }
        let before = token - 1;
        let opens = document.tokens()[before].kind == TokenKind::Mark && !is_closing(document, before);
        opens || matches!(document.word(before), ":" | "•" | "*" | "(" | "[" | "…")
    }

    /// Whether the token's spelling lets it be part of a name, and neither its place nor the rest of the document
    /// speaks against it.
    pub fn may_be_name(&self, token: usize) -> bool {
        let document = self.document;
        if !may_be_capitalised(document, token) {
            return false;
        }
        let word = document.lower(token);
        let several = self.listed(token).is_some_and(|(end, _)| end > token + 1);
        if cues::is_calendar_word(word) {
            let surname = cues::is_surname_and_month(word) && self.follows_first_name(token);
            return several || surname || cues::is_first_name_and_month(word) && self.precedes_surname(token);
        }
        if cues::is_function_word(word) && !self.classes(token).any(Classes::CAPITALS) {
            return several && word != "the" || self.is_first_name_and_word(token);
        }
        match self.style(token) {
            Style::Running => !self.begins_sentence(token) || several || self.may_begin(token),
            Style::Titled | Style::Capitals => several || self.is_name_anywhere(token),
        }
    }

    /// "Jan Novak", "June Carter"; not "Jan. 5", "April Monday".
    fn precedes_surname(&self, token: usize) -> bool {
        let next = token + 1;
        let title_case = self.document.tokens().get(next).is_some_and(|t| t.case == Case::Title);
        title_case
            && !self.classes(next).any(Classes::COMMON)
            && !cues::is_calendar_word(self.document.lower(next))
    }

    /// "Will Turner": a function word that is also a first name, before a surname.
    fn is_first_name_and_word(&self, token: usize) -> bool {
        let next = token + 1;
        matches!(self.document.lower(token), "will" | "may")
            && self.document.tokens().get(next).is_some_and(|t| t.case == Case::Title)
            && self.classes(next).any(Classes::SURNAME)
            && !self.classes(next).any(Classes::PLACE.and(Classes::DEMONYM).and(Classes::ORGANIZATION))
    }

    /// "Theresa May", "Don March".
    fn follows_first_name(&self, token: usize) -> bool {
        let next_is_number =
            self.document.tokens().get(token + 1).is_some_and(|t| t.kind == TokenKind::Number);
        token > 0
            && self.classes(token - 1).any(Classes::FIRST_NAME)
            && !self.classes(token - 1).any(Classes::COMMON)
            && !next_is_number
    }

    /// Whether a word that begins a sentence may begin a name.
    fn may_begin(&self, token: usize) -> bool {
        if self.seen_inside(token) {
            return true;
        }
        let word = !self.is_sure(token)
            && (self.classes(token).any(Classes::COMMON) || self.seen_in_lower_case(token));
        // A common word may still open a longer name: "Supreme Court".
        !word || self.document.tokens().get(token + 1).is_some_and(|t| t.case.is_capitalised())
    }

    /// Whether a word is a name by other evidence than its capital.
    fn is_name_anywhere(&self, token: usize) -> bool {
        let classes = self.classes(token);
        let word = classes.any(Classes::COMMON) || self.seen_in_lower_case(token);
        !word || self.is_sure(token)
    }

    /// Whether the lists give the word a name that is hardly ever a common word.
    pub fn is_sure(&self, token: usize) -> bool {
        const SURE: Classes = Classes::COUNTRY.and(Classes::DEMONYM).and(Classes::CITY);
        let classes = self.classes(token);
        let acronym = classes.any(Classes::CAPITALS)
            && classes.any(Classes::NAME)
            && self.style(token) == Style::Running;
        classes.any(SURE) && !classes.any(Classes::COMMON) || acronym
    }
}

/// The sentence's first token that is a word; its last token if none is.
fn opener(document: &Document, sentence: &Sentence) -> u32 {
    let is_word = |&t: &usize| {
        matches!(document.tokens()[t].kind, TokenKind::Word | TokenKind::Number | TokenKind::Handle)
    };
    sentence.tokens.range().find(is_word).map_or(sentence.tokens.end, |token| token as u32)
}

/// A closing mark is glued to what stands before it.
fn is_closing(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "”" | "’" | "»") || document.glued(token)
}

/// A word that begins with a capital or holds one ("iPhone"), and is no single letter but an initial.
fn may_be_capitalised(document: &Document, token: usize) -> bool {
    let found = document.tokens()[token];
    found.kind == TokenKind::Word
        && matches!(found.case, Case::Title | Case::Upper | Case::Mixed)
        && (found.span.len() > 1 || !document.word(token).is_ascii() || document.glued(token + 1))
}

/// How a sentence uses capitals. Short sentences that end in a full stop count as running, and so do datelines, which
/// are names and dates throughout.
fn style(document: &Document, sentence: &Sentence) -> Style {
    if document.parts().dateline.is_some_and(|dateline| dateline.overlaps(sentence.span)) {
        return Style::Running;
    }
    let (mut upper, mut title, mut lower) = (0, 0, 0);
    for token in sentence.tokens.range() {
        let found = document.tokens()[token];
        if found.kind != TokenKind::Word || found.span.len() < 2 {
            continue;
        }
        match found.case {
            Case::Upper => upper += 1,
            Case::Title => title += 1,
            Case::Lower if !is_small_in_titles(document.lower(token)) => lower += 1,
            _ => {}
        }
    }
    let stops =
        sentence.tokens.range().next_back().is_some_and(|last| matches!(document.word(last), "." | "”"));
    if upper >= 3 && upper >= 3 * (title + lower) {
        Style::Capitals
    } else if title + upper >= 3
        && title + upper >= 4 * lower
        && (!stops || document.part(sentence) == Part::Headline)
    {
        Style::Titled
    } else {
        Style::Running
    }
}

/// Words that stay small in titled headlines.
fn is_small_in_titles(word: &str) -> bool {
    word.len() <= 4 && cues::is_function_word(word) || word.starts_with(['\'', '’'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::toy;

    /// The words of a text that may be names.
    fn names(text: &str) -> Vec<&str> {
        let (document, names) = (crate::segment::segment(text), toy());
        let survey = Survey::new(&document, &names.gazetteer());
        (0..document.tokens().len())
            .filter(|&t| survey.may_be_name(t))
            .map(|t| document.tokens()[t].span.of(text))
            .collect()
    }

    #[test]
    fn a_word_that_begins_a_sentence_is_no_name() {
        assert_eq!(names("Police came. The rain fell."), [] as [&str; 0]);
        assert_eq!(names("Zorg came. A zorg left."), [] as [&str; 0], "the text has it in lower case");
        assert_eq!(names("Zorg came."), ["Zorg"]);
    }

    #[test]
    fn in_titles_and_capitals_a_word_needs_more_than_its_capital() {
        let text = "\nOn this visit today";
        assert_eq!(names(&("POLICE VISIT FREEDONIA TODAY".to_owned() + text)), ["FREEDONIA"]);
        assert_eq!(names(&("Police Visit Freedonia Today".to_owned() + text)), ["Freedonia"]);
    }

    #[test]
    fn days_and_months_are_names_only_as_parts_of_one() {
        assert_eq!(names("On Monday in May and June"), [] as [&str; 0]);
        assert_eq!(names("They met Gloria May and June Zorg"), ["Gloria", "May", "June", "Zorg"]);
    }
}
