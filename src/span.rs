//! Where things are: byte spans of the text, runs of tokens, and the ids of the result's lists.
//!
//! Inside the engine every text offset is a UTF-8 byte offset in a `u32`. Other units (UTF-16 code units,
//! code points) exist only at the doors, see [`crate::offsets`].

use serde::{Deserialize, Serialize};

/// A piece of the text: UTF-8 byte offsets, end-exclusive, both on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The words of the span. Empty if the span does not belong to this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// As a range of byte indices.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Consecutive items of a list, by index, end-exclusive: the tokens of a sentence, the sentences of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Run {
    /// Index of the first item.
    pub start: u32,
    /// One past the index of the last item.
    pub end: u32,
}

impl Run {
    /// The run from `start` to `end`, in items.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// As a range of indices.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Index of the first item.
    #[must_use]
    pub fn first(self) -> usize {
        self.start as usize
    }

    /// One past the index of the last item.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many items.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no item.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the item at `index` belongs to it.
    #[must_use]
    pub fn holds(self, index: usize) -> bool {
        self.range().contains(&index)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into the list it names.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// Index into [`crate::Analysis::mentions`].
    MentionId,
    /// Index into [`crate::Analysis::entities`].
    EntityId,
    /// Index into [`crate::Analysis::dates`].
    DateId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_slices_its_words_and_never_panics_on_a_foreign_text() {
        let text = "née 1950";
        assert_eq!(Span::new(0, 4).of(text), "née");
        assert_eq!(Span::new(0, 2).of(text), "", "inside a character");
        assert_eq!(Span::new(3, 99).of(text), "");
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 3).cover(Span::new(2, 5)), Span::new(0, 5));
    }
}
