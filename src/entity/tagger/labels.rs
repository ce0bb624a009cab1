//! Labels: what the tagger says of each token, and which label may follow which.
//!
//! The scheme is BILOU: `O` for no name, and for each kind one label each for a name of one token, for the first of
//! several, for those inside and for the last. It beats the plainer BIO by telling where a name ends (Ratinov & Roth
//! 2009; measured here too, see `docs/MODEL.md`).

use crate::analysis::Kind;

/// A label by its number: 0 for O, else 1 + 4 · kind + position.
pub type Label = u8;

/// How many labels there are.
pub const LABELS: usize = 1 + 4 * Kind::ALL.len();
/// Scores of one token, one for each label; the last three are never used and make the row 32 wide.
pub const LANES: usize = 32;
/// The label of tokens that are part of no name.
pub const OUTSIDE: Label = 0;

/// Where a token stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// It is the whole name.
    Unit,
    /// The first of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several.
    Last,
}

impl Spot {
    /// The spot of token `at` of a name of `length` tokens.
    #[must_use]
    pub fn of(at: usize, length: usize) -> Self {
        match (at == 0, at + 1 == length) {
            (true, true) => Self::Unit,
            (true, false) => Self::Begin,
            (false, false) => Self::Inside,
            (false, true) => Self::Last,
        }
    }
}

/// The label of a token in a name.
#[must_use]
pub const fn label(kind: Kind, spot: Spot) -> Label {
    1 + 4 * kind as u8 + spot as u8
}

/// The kind of name that a label speaks of; none for O.
#[must_use]
pub fn kind(label: Label) -> Option<Kind> {
    let index = usize::from(label.checked_sub(1)?) / 4;
    Kind::ALL.get(index).copied()
}

/// Whether a name may end at a token with this label, or none stands there.
#[must_use]
pub const fn may_end(label: Label) -> bool {
    matches!(label % 4, 0 | 1)
}

/// Whether `next` may follow `label`: a name that has begun goes on to its last token, and no other does.
#[must_use]
pub const fn may_follow(label: Label, next: Label) -> bool {
    let opens = matches!(next % 4, 1 | 2) || next == OUTSIDE;
    if may_end(label) { opens } else { !opens && (label - 1) / 4 == (next - 1) / 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_as_what_it_began_until_its_last_token() {
        let person = |spot| label(Kind::Person, spot);
        let place = |spot| label(Kind::Place, spot);
        assert!(may_follow(person(Spot::Begin), person(Spot::Last)));
        assert!(may_follow(person(Spot::Begin), person(Spot::Inside)));
        assert!(may_follow(person(Spot::Last), place(Spot::Begin)));
        assert!(may_follow(place(Spot::Unit), OUTSIDE) && may_follow(OUTSIDE, place(Spot::Unit)));
        assert!(!may_follow(person(Spot::Begin), place(Spot::Last)));
        assert!(!may_follow(person(Spot::Begin), OUTSIDE));
        assert!(!may_follow(person(Spot::Last), person(Spot::Last)));
        assert!(!may_follow(OUTSIDE, place(Spot::Inside)));
    }

    #[test]
    fn each_label_has_its_kind_and_may_end_or_not() {
        for each in Kind::ALL {
            let ends = [Spot::Unit, Spot::Begin, Spot::Inside, Spot::Last].map(|spot| {
                assert_eq!(kind(label(each, spot)), Some(each));
                may_end(label(each, spot))
            });
            assert_eq!(ends, [true, false, false, true]);
        }
        assert!(kind(OUTSIDE).is_none() && may_end(OUTSIDE));
    }
}
