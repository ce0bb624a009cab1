//! Features: everything that may speak for or against a label at a token, as keys of weights.
//!
//! A feature is a template and a value ("the word before is *president*"), hashed into a [`Feature`]. Trainer and
//! engine share this file: what is learnt is what is looked up. The templates are those known to help (Ratinov &
//! Roth 2009; Passos et al. 2014): words, spelling, word classes at three grains, name lists with the position in the
//! match, and the same word's uses elsewhere in the document. `docs/MODEL.md` says what each group brings.

use super::facts::{Facts, Frame, Position, Sources};
use super::survey::Style;
use crate::document::Part;
use crate::entity::gazetteer::{Classes, Key, fold};

/// A template with its value, hashed: 64 well-mixed bits.
pub type Feature = u64;

/// Classes of lists that features ask for one by one.
const LISTS: [Classes; 16] = [
    Classes::COUNTRY,
    Classes::DEMONYM,
    Classes::CITY,
    Classes::TOWN,
    Classes::VILLAGE,
    Classes::REGION,
    Classes::FEMALE_NAME,
    Classes::MALE_NAME,
    Classes::SURNAME,
    Classes::PERSON,
    Classes::ORGANIZATION,
    Classes::EVENT,
    Classes::WORK,
    Classes::PRODUCT,
    Classes::GROUP,
    Classes::OCCUPATION,
];

/// Templates of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The token's word and those around it.
    Words,
    /// Its shape, first and last letters.
    Spelling,
    /// The classes of words that it and its neighbours belong to.
    Classes,
    /// What the name lists say.
    Lists,
    /// Where it stands in its sentence and part, and how the document writes the same word elsewhere.
    Place,
    /// The run of capitalised words around it.
    Run,
    /// What stands beside the same word elsewhere in the document.
    Elsewhere,
}

impl Group {
    /// All groups, in the order in which their features come.
    pub const ALL: [Self; 7] =
        [Self::Words, Self::Spelling, Self::Classes, Self::Lists, Self::Place, Self::Run, Self::Elsewhere];

    /// Hands this group's features of the island's token `at` to `put`.
    pub fn features(self, frame: &Frame, at: usize, put: &mut impl FnMut(Feature)) {
        let mut emit = Emitter { put, template: 0 };
        match self {
            Self::Words => words(frame, at, &mut emit),
            Self::Spelling => spelling(frame, at, &mut emit),
            Self::Classes => classes(frame, at, &mut emit),
            Self::Lists => lists(frame, at, &mut emit),
            Self::Place => place(frame, at, &mut emit),
            Self::Run => run(frame, at, &mut emit),
            Self::Elsewhere => elsewhere(frame, at, &mut emit),
        }
    }
}

/// Hands every feature of the island's token `at` to `put`.
pub fn features(frame: &Frame, at: usize, put: &mut impl FnMut(Feature)) {
    for group in Group::ALL {
        group.features(frame, at, put);
    }
}

/// Numbers the templates: each group begins at a number of its own, each feature in it takes the next.
struct Emitter<'p, P> {
    put: &'p mut P,
    template: u64,
}

impl<P: FnMut(Feature)> Emitter<'_, P> {
    fn group(&mut self, number: u64) {
        self.template = number << 8;
    }

    /// The next template's feature.
    fn add(&mut self, value: u64) {
        self.template += 1;
        self.again(value);
    }

    /// One more feature of the last template: for templates that hold a set.
    fn again(&mut self, value: u64) {
        let mixed =
            (value ^ self.template.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        (self.put)((mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93));
    }

    /// The next template without a feature, so that those after it keep their numbers.
    fn skip(&mut self) {
        self.template += 1;
    }
}

/// Two values as one.
fn pair(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0x9FB2_1C65_1E98_DF25).rotate_left(29) ^ b
}

fn words<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let word = |shift: isize| frame.at(at, shift).key.hash();
    emit.group(1);
    for shift in -2..=2 {
        emit.add(word(shift));
    }
    emit.add(pair(word(-1), word(0)));
    emit.add(pair(word(0), word(1)));
    emit.add(pair(word(-1), word(1)));
    emit.add(pair(word(-2), word(-1)));
    emit.add(pair(word(1), word(2)));
}

fn spelling<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let shape = |shift: isize| frame.at(at, shift).shape;
    emit.group(2);
    emit.add(shape(0));
    emit.add(pair(shape(-1), shape(0)));
    emit.add(pair(shape(0), shape(1)));
    emit.add(pair(pair(shape(-1), shape(0)), shape(1)));
    let folded = Folded::new(frame.sources.document.word(frame.at(at, 0).token));
    for length in 2..=4 {
        if let Some((prefix, suffix)) = folded.affixes(length) {
            emit.add(prefix);
            emit.add(suffix);
        } else {
            emit.skip();
            emit.skip();
        }
    }
}

/// A word's letters as the lists fold them, the first and last few of which are its affixes.
struct Folded {
    letters: [u8; 48],
    len: usize,
}

impl Folded {
    fn new(word: &str) -> Self {
        let mut folded = Self { letters: [0; 48], len: 0 };
        for c in word.chars().filter_map(fold) {
            let end = folded.len + c.len_utf8();
            let Some(room) = folded.letters.get_mut(folded.len..end) else { break };
            c.encode_utf8(room);
            folded.len = end;
        }
        folded
    }

    /// Hashes of the first and last `length` bytes, if the word is longer than that.
    fn affixes(&self, length: usize) -> Option<(u64, u64)> {
        let letters = &self.letters[..self.len];
        let hash = |bytes: &[u8]| bytes.iter().fold(0_u64, |hash, &byte| hash << 8 | u64::from(byte));
        (letters.len() > length).then(|| (hash(&letters[..length]), hash(&letters[letters.len() - length..])))
    }
}

fn classes<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let class = |shift: isize| frame.at(at, shift).class;
    let (fine, middle) = (|s| u64::from(class(s).fine), |s| u64::from(class(s).middle));
    let coarse = |s| u64::from(class(s).coarse);
    emit.group(3);
    for shift in -1..=1 {
        emit.add(fine(shift));
        emit.add(middle(shift));
        emit.add(coarse(shift));
    }
    emit.add(middle(-2));
    emit.add(middle(2));
    emit.add(pair(middle(-1), middle(0)));
    emit.add(pair(middle(0), middle(1)));
    emit.add(pair(middle(-1), middle(1)));
    emit.add(pair(pair(coarse(-1), coarse(0)), coarse(1)));
    emit.add(pair(coarse(-2), coarse(-1)));
    emit.add(pair(coarse(1), coarse(2)));
}

fn lists<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let here = frame.at(at, 0);
    let set = |shift: isize| u64::from(frame.at(at, shift).listed.bits());
    let cover = |facts: &Facts| pair(u64::from(facts.cover.bits()), facts.position as u64);
    emit.group(4);
    emit.add(set(0));
    emit.add(pair(set(-1), set(0)));
    emit.add(pair(set(0), set(1)));
    emit.add(set(-1));
    emit.add(set(1));
    emit.add(cover(here));
    emit.add(pair(cover(here), u64::from(here.begins)));
    emit.skip();
    for (index, list) in LISTS.into_iter().enumerate() {
        if here.listed.any(list) {
            emit.again(index as u64);
        }
    }
    emit.skip();
    for (index, list) in LISTS.into_iter().enumerate() {
        if here.position != Position::None && here.cover.any(list) {
            emit.again(pair(index as u64, here.position as u64));
        }
    }
}

/// Where the token stands, and how the document writes the word elsewhere.
fn place<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let here = frame.at(at, 0);
    let uses = here.uses;
    let inside = uses.inside.saturating_sub(u32::from(!here.begins && frame.style == Style::Running));
    let seen = u64::from(uses.lower.min(2)) * 3 + u64::from(inside.min(2));
    let spot = u64::from(here.begins) + 2 * frame.style as u64;
    emit.group(5);
    emit.add(spot);
    emit.add(pair(spot, here.shape));
    emit.add(pair(spot, seen));
    emit.add(pair(pair(spot, seen), u64::from(here.listed.any(Classes::COMMON))));
    if frame.part == Part::Body {
        emit.skip();
    } else {
        emit.add(pair(frame.part as u64, spot));
    }
    emit.add(pair(u64::from(uses.capitalised.min(4)), spot));
}

/// The capitalised words in a row that the token belongs to, or stands between.
fn run<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let capital = |index: usize| frame.at(index, 0).capitalised;
    let first = (0..at).rev().take_while(|&index| capital(index)).last().unwrap_or(at);
    let last = (at + 1..frame.len()).take_while(|&index| capital(index)).last().unwrap_or(at);
    let word = |index: usize, shift: isize| frame.at(index, shift).key.hash();
    let middle = |index: usize, shift: isize| u64::from(frame.at(index, shift).class.middle);
    emit.group(6);
    emit.add(pair((at - first).min(3) as u64, (last - at).min(3) as u64));
    emit.add(word(first, 0));
    emit.add(word(last, 0));
    emit.add(word(first, -1));
    emit.add(word(last, 1));
    emit.add(middle(first, -1));
    emit.add(middle(last, 1));
    emit.add(middle(first, 0));
    emit.add(middle(last, 0));
    emit.add(pair(word(last, 1), word(last, 2)));
    emit.add(pair(word(first, -2), word(first, -1)));
    emit.add(pair(middle(first, -1), middle(last, 1)));
    emit.add(u64::from(frame.at(last, 0).listed.bits()));
    emit.add(u64::from(frame.at(first, 0).listed.bits()));
    emit.add(pair(u64::from(frame.at(first, 0).listed.bits()), u64::from(frame.at(last, 0).listed.bits())));
}

/// What stands beside the same word elsewhere in the document.
fn elsewhere<P: FnMut(Feature)>(frame: &Frame, at: usize, emit: &mut Emitter<P>) {
    let here = frame.at(at, 0);
    let Sources { document, gazetteer, words, .. } = frame.sources;
    let remembered = here.uses.mentions.iter().take(here.uses.capitalised as usize);
    let others = remembered.map(|&token| token as usize).filter(|&token| token != here.token);
    for token in others {
        for (group, neighbour) in [(7, token.checked_sub(1)), (8, Some(token + 1))] {
            let Some(found) = neighbour.and_then(|n| document.tokens().get(n)) else { continue };
            let neighbour = neighbour.unwrap_or_default();
            let word = document.word(neighbour);
            let key = Key::EMPTY.then(word);
            emit.group(group);
            emit.add(key.hash());
            emit.add(u64::from(words.get(key).middle));
            if super::survey::is_capitalised_word(found.kind(), found.case()) {
                emit.add(u64::from(gazetteer.word(key, word).classes.bits()));
            }
        }
    }
}
