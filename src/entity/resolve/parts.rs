//! A person's name in its parts.

use crate::document::{Document, TokenKind};
use crate::entity::gazetteer::Key;
use crate::span::Run;

use super::lexicon;

/// The most parts whose every sequence may stand for the whole; of longer names only the ends do.
const MOST_PARTS: usize = 6;

/// A name cut into parts: what hyphens join is one part ("Jean-Luc", "al-Assad"), what stands in quotation marks is
/// a nickname, and "Jr." or "III" is no part but tells generations apart.
pub(super) struct Parts<'a> {
    document: &'a Document<'a>,
    runs: Vec<Run>,
    /// In quotation marks or brackets inside the name.
    pub nickname: Option<Run>,
    /// See [`lexicon::generation`].
    pub generation: Option<u8>,
}

/// A shorter way to write a name.
pub(super) struct Shorter {
    pub key: Key,
    pub place: Place,
}

/// Where in the name the shorter way stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At its end: the surname, in most languages.
    End,
    /// At its beginning.
    Start,
    /// Between the two.
    Middle,
}

impl<'a> Parts<'a> {
    pub fn new(document: &'a Document<'a>, tokens: Run) -> Self {
        let mut name = Self { document, runs: Vec::new(), nickname: None, generation: None };
        let mut opened: Option<usize> = None;
        let mut joins = false;
        for token in tokens.range() {
            match document.tokens()[token].kind() {
                TokenKind::Dash => joins = !name.runs.is_empty() && opened.is_none(),
                TokenKind::Mark | TokenKind::Punctuation => {
                    let quoted = document.tokens()[token].kind() == TokenKind::Mark
                        || matches!(document.word(token), "(" | ")");
                    match opened.take() {
                        Some(start) if start < token => name.nickname = Some(Run::new(start, token)),
                        _ => opened = quoted.then_some(token + 1),
                    }
                }
                _ if opened.is_some() => {}
                _ if joins => {
                    let last = name.runs.len() - 1;
                    name.runs[last].end = token as u32 + 1;
                    joins = false;
                }
                _ => name.runs.push(Run::new(token, token + 1)),
            }
        }
        let inside = name.runs.last().and_then(|last| lexicon::generation(document.lower(last.first())));
        if inside.is_some() && name.runs.len() > 1 {
            name.generation = inside;
            name.runs.pop();
        } else {
            name.generation = generation_after(document, tokens.end());
        }
        if name.runs.is_empty() {
            name.runs.push(tokens);
        }
        name
    }

    /// How many parts: at least one.
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// The key of parts `first..end`.
    pub fn key(&self, first: usize, end: usize) -> Key {
        self.runs[first..end].iter().fold(Key::EMPTY, |key, part| self.extend(key, *part))
    }

    fn extend(&self, key: Key, part: Run) -> Key {
        let words = part.range().filter(|&t| self.document.tokens()[t].kind() != TokenKind::Dash);
        words.fold(key, |key, t| key.then(self.document.word(t)))
    }

    /// The key of first name, in its formal form, and last part.
    pub fn ends(&self) -> Key {
        let first = self.runs[0];
        let formal = lexicon::formal(self.document.lower(first.first()));
        let key = if first.len() == 1 { Key::EMPTY.then(formal) } else { self.key(0, 1) };
        self.extend(key, self.runs[self.len() - 1])
    }

    /// The same with the nickname for the first name.
    pub fn nickname_ends(&self) -> Option<Key> {
        let nickname = self.nickname.filter(|n| n.len() == 1)?;
        let key = Key::EMPTY.then(lexicon::formal(self.document.lower(nickname.first())));
        Some(self.extend(key, self.runs[self.len() - 1]))
    }

    /// First letter of the first part, small.
    pub fn initial(&self) -> Option<char> {
        self.letter(0)
    }

    fn letter(&self, part: usize) -> Option<char> {
        self.document.word(self.runs[part].first()).chars().next().and_then(|c| c.to_lowercase().next())
    }

    /// First letter of the part after the first, if there are at least three.
    pub fn middle_initial(&self) -> Option<char> {
        if self.len() > 2 && !lexicon::is_particle(self.lower(1)) { self.letter(1) } else { None }
    }

    fn lower(&self, part: usize) -> &str {
        self.document.lower(self.runs[part].first())
    }

    /// Whether the first name is given by its initial, or initials, alone: "J.", "J.K.".
    pub fn is_initialed(&self) -> bool {
        self.is_initial(0)
    }

    fn is_initial(&self, part: usize) -> bool {
        let run = self.runs[part];
        let word = self.document.word(run.first());
        run.len() == 1
            && (word.chars().count() == 1 || word.contains('.') && word.len() <= 6 && word.ends_with('.'))
            && word.chars().next().is_some_and(char::is_uppercase)
    }

    /// Every shorter way to write the name, whole name and nickname not included.
    pub fn shorter(&self) -> Vec<Shorter> {
        let count = self.len();
        let mut out = Vec::new();
        for first in (0..count).filter(|first| *first < MOST_PARTS || count - first < MOST_PARTS) {
            for end in (first + 1..=count).filter(|end| end - first < MOST_PARTS) {
                let outer = first == 0 || end == count;
                if (first, end) == (0, count) || !outer && count > MOST_PARTS || !self.can_stand(first, end) {
                    continue;
                }
                let place = match (first, end == count) {
                    (_, true) => Place::End,
                    (0, _) => Place::Start,
                    _ => Place::Middle,
                };
                out.push(Shorter { key: self.key(first, end), place });
                out.extend(self.without_article(first, end).map(|key| Shorter { key, place }));
            }
        }
        out
    }

    /// Whether parts `first..end` could be a name: no bare initial or particle, and "Salman" is not what "bin
    /// Salman" is called.
    fn can_stand(&self, first: usize, end: usize) -> bool {
        let bare = end == first + 1
            && (self.is_initial(first)
                || lexicon::is_particle(self.lower(first)) && self.runs[first].len() == 1);
        let cut =
            end < self.len() && lexicon::is_particle(self.lower(end - 1)) && self.runs[end - 1].len() == 1;
        let son = first > 0 && lexicon::is_filial(self.lower(first - 1));
        !bare && !cut && !son
    }

    /// The key without the Arabic article at its beginning: "Assad" for "al-Assad".
    pub fn without_article(&self, first: usize, end: usize) -> Option<Key> {
        let part = self.runs[first];
        let has = part.len() > 2 && lexicon::is_arabic_article(self.lower(first));
        let bare = Run::new(part.first() + 1, part.end());
        has.then(|| {
            self.runs[first + 1..end]
                .iter()
                .fold(self.extend(Key::EMPTY, bare), |key, p| self.extend(key, *p))
        })
    }
}

/// The generation that stands behind a name, perhaps after a comma, if the name was cut before it.
fn generation_after(document: &Document, end: usize) -> Option<u8> {
    let is_comma = |t: usize| t < document.tokens().len() && document.word(t) == ",";
    let word = if is_comma(end) { end + 1 } else { end };
    let title = document.tokens().get(word).is_some_and(|token| token.case().is_capitalised());
    if title { lexicon::generation(document.lower(word)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn with<R>(name: &str, look: impl FnOnce(&Parts) -> R) -> R {
        let document = segment(name);
        look(&Parts::new(&document, Run::new(0, document.tokens().len())))
    }

    fn shortens(whole: &str, short: &str) -> Option<Place> {
        let key = with(short, |name| name.key(0, name.len()));
        with(whole, |name| name.shorter().iter().find(|s| s.key == key).map(|s| s.place))
    }

    #[test]
    fn surnames_first_names_and_middles_stand_for_the_whole() {
        for (whole, short, place) in [
            ("Xi Jinping", "Xi", Some(Place::Start)),
            ("Maria de la Cruz", "De la Cruz", Some(Place::End)),
            ("Maria de la Cruz", "Cruz", Some(Place::End)),
            ("Maria de la Cruz", "de", None),
            ("Bashar al-Assad", "al-Assad", Some(Place::End)),
            ("Bashar al-Assad", "Assad", Some(Place::End)),
            ("Ines García Duarte", "García", Some(Place::Middle)),
            ("Ann Wickham-Jones", "Jones", None),
            ("Omar bin Salim", "Salim", None),
            ("Omar bin Salim", "bin Salim", Some(Place::End)),
            ("John D. Hale", "D.", None),
        ] {
            assert_eq!(shortens(whole, short), place, "{short} for {whole}");
        }
    }

    #[test]
    fn generations_and_nicknames_are_no_parts() {
        with("Robert “Bob” Denby Jr.", |name| {
            assert_eq!((name.len(), name.generation), (2, Some(2)));
            assert!(name.nickname.is_some());
        });
        let document = segment("Robert Denby, Jr., left.");
        assert_eq!(Parts::new(&document, Run::new(0, 2)).generation, Some(2));
        let ends = |name: &str| with(name, |parts| (parts.ends(), parts.is_initialed()));
        assert_eq!(ends("Bill Denby"), ends("William H. Denby"));
        assert!(ends("J. Denby").1);
    }

    #[test]
    fn very_long_names_have_few_shorter_ones() {
        let name = "Anna ".repeat(400);
        assert!(with(&name, |name| name.shorter().len()) < 20);
    }
}
