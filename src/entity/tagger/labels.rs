//! Labels: what the tagger says of each token, and which label may follow which.
//!
//! The scheme is BIO: `O` for no name, and for each kind one label for a name's first token and one for the others.

use crate::analysis::Kind;

/// A label by its number: 0 for O, 1 + 2k for the first token of a name of kind k, 2 + 2k for the others.
pub type Label = u8;

/// How many labels there are.
pub const LABELS: usize = 1 + 2 * Kind::ALL.len();
/// Scores of one token, one for each label; the last is never used and makes the row sixteen wide.
pub const LANES: usize = 16;
/// The label of tokens that are part of no name.
pub const OUTSIDE: Label = 0;

/// The label of a name's first token.
#[must_use]
pub const fn begin(kind: Kind) -> Label {
    1 + 2 * kind as u8
}

/// The label of a name's other tokens.
#[must_use]
pub const fn inside(kind: Kind) -> Label {
    2 + 2 * kind as u8
}

/// The kind of name that a label speaks of; none for O.
#[must_use]
pub fn kind(label: Label) -> Option<Kind> {
    let index = usize::from(label.checked_sub(1)?) / 2;
    Kind::ALL.get(index).copied()
}

/// Whether a label is that of a name's first token.
#[must_use]
pub const fn begins(label: Label) -> bool {
    label % 2 == 1
}

/// Whether `next` may follow `label`: inside a name only after the same name's tokens.
#[must_use]
pub const fn may_follow(label: Label, next: Label) -> bool {
    next == OUTSIDE || begins(next) || label == next || label + 1 == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_only_as_what_it_began() {
        let (person, place) = (begin(Kind::Person), inside(Kind::Place));
        assert!(may_follow(person, inside(Kind::Person)) && may_follow(place, place));
        assert!(!may_follow(person, place) && !may_follow(OUTSIDE, place));
        assert!(may_follow(place, person) && may_follow(place, OUTSIDE));
    }

    #[test]
    fn each_label_has_its_kind() {
        for kind_ in Kind::ALL {
            assert_eq!((kind(begin(kind_)), kind(inside(kind_))), (Some(kind_), Some(kind_)));
        }
        assert_eq!(kind(OUTSIDE), None);
    }
}
