//! Finding the words that an annotation was made on, in a text that may have changed since.

use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::Span;

/// Most annotations that are looked for in the whole text: looking takes time that grows with its length.
const MOST_SEARCHES: usize = 2_000;
/// Most places that are weighed for one annotation.
const MOST_PLACES: usize = 200;

/// Where an annotation was, as a file says it.
#[derive(Default)]
pub struct Quoted<'a> {
    /// Its words.
    pub exact: Option<&'a str>,
    /// What stood before them.
    pub prefix: &'a str,
    /// What stood after them.
    pub suffix: &'a str,
    /// First unit and one past the last.
    pub position: Option<(u32, u32)>,
}

/// Places annotations in one text.
pub struct Anchors<'t> {
    text: &'t str,
    units: [OffsetMap<'t>; 2],
    searches: usize,
}

/// A place, and whether it is another than the file says.
pub type Placed = (Span, bool);

impl<'t> Anchors<'t> {
    pub fn new(text: &'t str) -> Self {
        // The standard counts code points; several programs count UTF-16 units all the same.
        let units = [OffsetUnit::CodePoint, OffsetUnit::Utf16].map(|unit| OffsetMap::new(text, unit));
        Self { text, units, searches: 0 }
    }

    /// Where the words are: where the file says, in whichever unit they stand there, else where they stand in the
    /// same surroundings.
    pub fn place(&mut self, quoted: &Quoted) -> Option<Placed> {
        let said = self.units.iter().filter_map(|map| {
            let (start, end) = quoted.position?;
            let (start, end) = (map.byte(start)?, map.byte(end)?);
            (start < end).then_some(Span { start, end })
        });
        let found =
            said.into_iter().find(|span| quoted.exact.is_none_or(|exact| span.of(self.text) == exact));
        found.map(|span| (span, false)).or_else(|| Some((self.search(quoted)?, true)))
    }

    fn search(&mut self, quoted: &Quoted) -> Option<Span> {
        let exact = quoted.exact.filter(|exact| !exact.is_empty())?;
        self.searches += 1;
        if self.searches > MOST_SEARCHES {
            return None;
        }
        let places = self.text.match_indices(exact).take(MOST_PLACES);
        let surroundings = |start: usize| {
            let (before, after) = (&self.text[..start], &self.text[start + exact.len()..]);
            common(before.chars().rev(), quoted.prefix.chars().rev())
                + common(after.chars(), quoted.suffix.chars())
        };
        // Of places that are equally good the first.
        let best = places.map(|(start, _)| (surroundings(start), std::cmp::Reverse(start))).max()?;
        let start = best.1.0;
        Some(Span::new(start, start + exact.len()))
    }
}

/// How many characters two sequences have in common at their start.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}
