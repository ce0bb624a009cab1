//! The name lists, as one hash table that is read where it lies in the model.
//!
//! Section `names`, all numbers little-endian `u32`:
//!
//! ```text
//! offset  bytes
//!      0      4   n: number of slots
//!      4     4n   fingerprint of each slot's key; 0 marks a free slot
//!   4+4n     4n   payload of each slot: bits 0–19 classes, bits 20–31 number of a record, 0 for none
//! ```
//!
//! A key is the 64-bit hash of a name's folded tokens ([`Key`]): its low half, scaled to n, is the slot, its high half
//! the fingerprint, and collisions go to the next slot (open addressing, linear probing). With 32 fingerprint bits
//! about one look-up of a foreign name in 10⁹ is answered wrongly. Proper prefixes of longer names have an entry
//! with [`Classes::PREFIX`], so that the search for the longest name stops at the first token that leads nowhere.
//! Against a finite-state transducer this is a third of the code in wasm, one cache line a look-up, and about the
//! same size compressed; against a double array it is simpler to write and to check.
//!
//! Trainer and engine share this file: what is folded when a name is written is folded when it is looked up.

use crate::document::{Case, Document, TokenKind};
use crate::error::{Error, ErrorKind};
use crate::model::read_u32;
use crate::span::Run;

/// The most tokens that a listed name can have.
pub const LONGEST_NAME: usize = 8;
/// Words in lower case inside a name have at most so many bytes: "of", "the", "della".
const LONGEST_SMALL_WORD: usize = 5;
/// The most slots that are looked at for one key: bounds the time spent on a damaged table.
const LONGEST_PROBE: usize = 128;

/// What the lists say a name may be: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal),* $(,)?) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// Countries and their other names.
    COUNTRY = 0,
    /// "Chilean", "Chileans": adjectives and nouns of nationality.
    DEMONYM = 1,
    /// Cities of at least half a million people, and capitals.
    CITY = 2,
    /// Cities of at least a hundred thousand people.
    TOWN = 3,
    /// Smaller places; many of their names are also surnames or words.
    VILLAGE = 4,
    /// States of the USA and regions, continents, rivers, seas, counties.
    REGION = 5,
    /// First names of women.
    FEMALE_NAME = 6,
    /// Surnames.
    SURNAME = 7,
    /// Full names of persons, and single names that can only mean one.
    PERSON = 8,
    /// Companies, agencies, parties, newspapers, armed groups, alliances.
    ORGANIZATION = 9,
    /// Wars, storms, championships.
    EVENT = 10,
    /// Titled works, laws, treaties.
    WORK = 11,
    /// Things made and sold.
    PRODUCT = 12,
    /// Religious, political and ethnic groups.
    GROUP = 13,
    /// First names of men.
    MALE_NAME = 14,
    /// "striker", "geologist": what a person may be.
    OCCUPATION = 15,
    /// Written in lower case more often than not.
    COMMON = 16,
    /// Means all this only when written in capitals: "WHO", "US".
    CAPITALS = 17,
    /// Some longer name begins with it.
    PREFIX = 18,
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
    /// Everything that makes a name a place.
    pub const PLACE: Self =
        Self(Self::COUNTRY.0 | Self::CITY.0 | Self::TOWN.0 | Self::VILLAGE.0 | Self::REGION.0);
    /// First names.
    pub const FIRST_NAME: Self = Self(Self::FEMALE_NAME.0 | Self::MALE_NAME.0);
    /// Everything that names something: all but words, occupations and marks of the table itself.
    pub const NAME: Self = Self(0x7FFF);
    const ALL: u32 = (1 << 20) - 1;

    /// Whether it has any class of `other`.
    #[must_use]
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as a number, one bit a class.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// What the table holds for one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it may be.
    pub classes: Classes,
    /// Index of its record (`records.rs`), if it has one.
    pub record: Option<u16>,
}

/// A name as the table knows it: hash of its folded tokens, built up token by token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

impl Key {
    /// The key of no tokens.
    pub const EMPTY: Self = Self(0xCBF2_9CE4_8422_2325);

    /// The key with one more token. Letters are folded to lower case without accents; periods, apostrophes and
    /// invisible characters do not count, so that "U.S." is "US" and "Sana’a" is "Sanaa".
    #[must_use]
    pub fn then(self, word: &str) -> Self {
        // FNV-1a, which needs no table and is quick on short words; `mixed` makes up for its weak high bits.
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        let mut hash = step(self.0, b' ');
        if word.is_ascii() {
            let letters = word.bytes().filter(|byte| !matches!(byte, b'.' | b'\''));
            return Self(letters.map(|byte| byte.to_ascii_lowercase()).fold(hash, step));
        }
        let mut buffer = [0; 4];
        for c in word.chars().filter_map(fold) {
            hash = c.encode_utf8(&mut buffer).bytes().fold(hash, step);
        }
        Self(hash)
    }

    /// The key of the tokens `first..end` of a document, without dashes.
    #[must_use]
    pub fn of(document: &Document, tokens: std::ops::Range<usize>) -> Self {
        tokens
            .filter(|&t| document.tokens()[t].kind() != TokenKind::Dash)
            .fold(Self::EMPTY, |key, t| key.then(document.word(t)))
    }

    /// The hash as it stands; good enough where it is hashed again.
    #[must_use]
    pub fn hash(self) -> u64 {
        self.0
    }

    /// The hash with all bits depending on all bits (the finaliser of splitmix64).
    #[must_use]
    pub fn mixed(self) -> u64 {
        let mut hash = self.0;
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        hash ^ (hash >> 31)
    }

    /// Where the search for it begins in a table of `slots` slots (Lemire's reduction: no division).
    fn slot(self, slots: usize) -> usize {
        (((self.mixed() & 0xFFFF_FFFF) * slots as u64) >> 32) as usize
    }

    /// The fingerprint; never 0, which marks a free slot.
    fn fingerprint(self) -> u32 {
        ((self.mixed() >> 32) as u32).max(1)
    }
}

/// The letter that `c` counts as: lower case, Latin letters without accents; none for what does not count.
#[must_use]
pub fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return (c != '.' && c != '\'').then_some(c.to_ascii_lowercase());
    }
    if matches!(
        c,
        '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}'
    ) {
        return None;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    Some(match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'æ' | 'ạ'..='ặ' | 'ə' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' | 'ḥ' | 'ḩ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ'..='ị' => 'i',
        'ķ' | 'ḳ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ß' | 'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        other => other,
    })
}

/// A longest listed name at some token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// One past its last token.
    pub end: usize,
    /// What the lists say of it.
    pub entry: Entry,
}

/// The table, borrowed from the model.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gazetteer<'m> {
    fingerprints: &'m [u8],
    payloads: &'m [u8],
}

impl<'m> Gazetteer<'m> {
    /// Finds the two columns in the bytes of section `names`.
    ///
    /// # Errors
    /// If the number of slots does not fit the section's length.
    pub fn new(section: &'m [u8]) -> Result<Self, Error> {
        let damaged = || Error::from(ErrorKind::ModelSection("names"));
        let slots = read_u32(section, 0).ok_or_else(damaged)? as usize;
        let columns = section.get(4..).ok_or_else(damaged)?;
        if slots.checked_mul(8) != Some(columns.len()) {
            return Err(damaged());
        }
        let (fingerprints, payloads) = columns.split_at(slots * 4);
        Ok(Self { fingerprints, payloads })
    }

    /// What the lists say of the name with this key.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<Entry> {
        let slots = self.fingerprints.len() / 4;
        let wanted = key.fingerprint();
        let mut slot = key.slot(slots);
        for _ in 0..LONGEST_PROBE.min(slots) {
            match read_u32(self.fingerprints, slot * 4)? {
                0 => return None,
                found if found == wanted => return read_u32(self.payloads, slot * 4).map(unpack),
                _ => slot = (slot + 1) % slots,
            }
        }
        None
    }

    /// What the lists say of one token, as written there: nothing of "us", everything of "US".
    #[must_use]
    pub fn token(&self, document: &Document, token: usize) -> Entry {
        let word = document.word(token);
        self.word(Key::EMPTY.then(word), word)
    }

    /// As [`Gazetteer::token`], of a word whose key is known.
    #[must_use]
    pub fn word(&self, key: Key, word: &str) -> Entry {
        let entry = self.get(key).unwrap_or_default();
        let spelled = entry.classes.any(Classes::CAPITALS) && !is_in_capitals(word);
        if spelled { Entry { classes: entry.classes_in_small_letters(), record: None } } else { entry }
    }

    /// What the lists say of exactly these tokens.
    #[must_use]
    pub fn whole(&self, document: &Document, tokens: Run) -> Option<Entry> {
        let found = self.longest(document, tokens.first(), tokens.end())?;
        (found.end == tokens.end()).then_some(found.entry)
    }

    /// The longest listed name that begins at token `first` and ends before token `limit`. It ends in a capitalised
    /// word, and only small words are in lower case inside it: "Bank of Freedonia", not "Freedonia news agency".
    #[must_use]
    pub fn longest(&self, document: &Document, first: usize, limit: usize) -> Option<Match> {
        let mut best = None;
        let mut key = Key::EMPTY;
        let mut length = 0;
        for token in first..limit {
            let found = document.tokens()[token];
            if found.kind() == TokenKind::Dash {
                continue;
            }
            let small = found.case() == Case::Lower;
            if small && length > 0 && found.span().len() > LONGEST_SMALL_WORD {
                break;
            }
            key = key.then(document.word(token));
            length += 1;
            let Some(mut entry) = self.get(key) else { break };
            let more = entry.classes.any(Classes::PREFIX);
            if length == 1 {
                entry = self.token(document, token);
            }
            if entry.classes.any(Classes::NAME) && !(small && length > 1) {
                best = Some(Match { end: token + 1, entry });
            }
            if !more || length == LONGEST_NAME {
                break;
            }
        }
        best
    }
}

impl Entry {
    /// What is left of an entry that holds for capitals only.
    fn classes_in_small_letters(self) -> Classes {
        const WORDS: Classes =
            Classes::COMMON.and(Classes::PREFIX).and(Classes::OCCUPATION).and(Classes::SURNAME);
        Classes(self.classes.0 & WORDS.0)
    }
}

/// Whether a word has capitals and no small letters.
fn is_in_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

fn unpack(payload: u32) -> Entry {
    let record = ((payload >> 20) as u16).checked_sub(1);
    Entry { classes: Classes(payload & Classes::ALL), record }
}

fn pack(entry: Entry) -> u32 {
    let record = entry.record.map_or(0, |index| u32::from(index) + 1);
    assert!(record < 1 << 12, "at most 4,094 records");
    entry.classes.0 | record << 20
}

/// Lays out the section `names`: the writer's half of this module, used by the trainer and by tests.
///
/// The entries must be sorted by key and have one entry a key, so that equal lists give equal bytes.
///
/// # Panics
/// If the entries are not sorted, or crowd so that a key would need too long a probe: the trainer's mistakes.
#[must_use]
pub fn write(entries: &[(Key, Entry)]) -> Vec<u8> {
    assert!(entries.is_sorted_by(|a, b| a.0 < b.0), "entries are sorted by key, each key once");
    // Half of the slots are taken: probes stay short, and free slots cost nothing once the model is compressed.
    let slots = entries.len() * 2 + 1;
    let mut fingerprints = vec![0_u32; slots];
    let mut payloads = vec![0_u32; slots];
    for &(key, entry) in entries {
        let start = key.slot(slots);
        let free = (0..LONGEST_PROBE)
            .map(|step| (start + step) % slots)
            .find(|&slot| fingerprints[slot] == 0)
            .expect("a free slot within the longest probe");
        fingerprints[free] = key.fingerprint();
        payloads[free] = pack(entry);
    }
    let columns = fingerprints.into_iter().chain(payloads);
    [slots as u32].into_iter().chain(columns).flat_map(u32::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        let document = crate::segment::segment(name);
        Key::of(&document, 0..document.tokens().len())
    }

    fn toy() -> Vec<u8> {
        let entry = |classes| Entry { classes, record: None };
        let mut entries = vec![
            (key("Freedonia"), Entry { classes: Classes::COUNTRY, record: Some(7) }),
            (key("Port"), entry(Classes::COMMON.and(Classes::PREFIX))),
            (key("Port Al-Sana’a"), entry(Classes::CITY)),
            (key("Port Al"), entry(Classes::PREFIX)),
            (key("WHO"), entry(Classes::ORGANIZATION.and(Classes::CAPITALS).and(Classes::COMMON))),
        ];
        entries.sort_by_key(|e| e.0);
        write(&entries)
    }

    #[test]
    fn names_are_found_however_they_are_accented_and_pointed() {
        let section = toy();
        let gazetteer = Gazetteer::new(&section).unwrap();
        for text in ["Freedonia", "FREEDONIA", "Fréédónia", "freedonia."] {
            let found = gazetteer.get(Key::EMPTY.then(text)).unwrap();
            assert_eq!((found.classes, found.record), (Classes::COUNTRY, Some(7)), "{text}");
        }
        assert_eq!(gazetteer.get(Key::EMPTY.then("Sylvania")), None);
    }

    #[test]
    fn the_longest_name_wins_and_hyphens_do_not_count() {
        let section = toy();
        let gazetteer = Gazetteer::new(&section).unwrap();
        let longest = |text: &str| {
            let document = crate::segment::segment(text);
            gazetteer.longest(&document, 0, document.tokens().len()).map(|m| m.end)
        };
        assert_eq!(longest("Port al Sanaa was quiet"), Some(3));
        assert_eq!(longest("Port Al-Sana'a was quiet"), Some(4));
        assert_eq!(longest("Port Al Capone"), None);
    }

    #[test]
    fn what_is_a_name_in_capitals_is_a_word_in_small_letters() {
        let section = toy();
        let gazetteer = Gazetteer::new(&section).unwrap();
        let document = crate::segment::segment("WHO who Who");
        assert!(gazetteer.token(&document, 0).classes.any(Classes::ORGANIZATION));
        for token in [1, 2] {
            assert_eq!(gazetteer.token(&document, token).classes, Classes::COMMON);
        }
    }

    #[test]
    fn no_bytes_can_make_a_look_up_panic_or_run_on() {
        let whole = toy();
        for cut in 0..whole.len() {
            assert!(Gazetteer::new(&whole[..cut]).is_err(), "cut to {cut} bytes");
        }
        let mut full = whole.clone();
        full[4..].fill(0xFF);
        let gazetteer = Gazetteer::new(&full).unwrap();
        assert_eq!(gazetteer.get(Key::EMPTY.then("Sylvania")), None);
        for at in 4..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            let gazetteer = Gazetteer::new(&changed).unwrap();
            let document = crate::segment::segment("Freedonia Port Al-Sanaa WHO");
            for token in 0..document.tokens().len() {
                let _ = gazetteer.longest(&document, token, document.tokens().len());
            }
        }
    }
}
