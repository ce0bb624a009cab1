//! Scores of the model, as the manifest and the log give them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pressmark::Kind;

use crate::tagger::calibration::{Count, Outcome};

/// What was found in each set of articles.
pub type Scores = BTreeMap<&'static str, Outcome>;

/// Precision, recall and F1 in percent.
pub fn rates(count: Count) -> [f64; 3] {
    let share = |part: u32, whole: u32| if whole == 0 { 0.0 } else { 100.0 * f64::from(part) / f64::from(whole) };
    [share(count.right, count.found), share(count.right, count.gold), share(2 * count.right, count.found + count.gold)]
}

/// Persons, organizations and places together.
pub fn three(outcome: &Outcome) -> Count {
    sum(&outcome.counts[..3])
}

fn sum(counts: &[Count]) -> Count {
    counts.iter().fold(Count::default(), |sum, count| Count {
        right: sum.right + count.right,
        found: sum.found + count.found,
        gold: sum.gold + count.gold,
    })
}

/// A table for people.
pub fn table(scores: &Scores) -> String {
    let mut out = format!("{:<12}{:<14}{:>7}{:>7}{:>7}", "set", "kind", "P", "R", "F1");
    for (set, outcome) in scores {
        let kinds = Kind::ALL.iter().zip(outcome.counts).map(|(kind, count)| (kind.name(), count));
        for (kind, count) in kinds.chain([("first three", three(outcome)), ("all", sum(&outcome.counts))]) {
            let [p, r, f] = rates(count);
            // Writing to a string cannot fail.
            let _ = write!(out, "\n{set:<12}{kind:<14}{p:>7.1}{r:>7.1}{f:>7.1}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_what_they_are_called() {
        assert_eq!(rates(Count { right: 6, found: 8, gold: 12 }), [75.0, 50.0, 60.0]);
        assert_eq!(rates(Count::default()), [0.0; 3]);
    }
}
