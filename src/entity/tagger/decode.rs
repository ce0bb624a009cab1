//! From scores to names: the best legal sequence of labels of an island, and how sure each name in it is.
//!
//! A linear-chain conditional random field (Lafferty et al. 2001). The best sequence is found by the Viterbi
//! algorithm over whole numbers, the probability of a name by the forward-backward algorithm (Culotta and
//! `McCallum` 2004). Before an island and after it stands O.

use super::labels::{LABELS, Label, OUTSIDE, kind, may_end, may_follow};
use super::weights::{Scores, Weights};
use crate::analysis::Kind;
use std::ops::Range;

/// A name in an island.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its tokens, counted from the island's first.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: Kind,
    /// The model's own probability that exactly these tokens are a name of this kind.
    pub probability: f32,
}

/// Buffers of the decoder, kept from island to island.
#[derive(Debug, Default)]
pub struct Decoder {
    best: Vec<[i32; LABELS]>,
    from: Vec<[Label; LABELS]>,
    labels: Vec<Label>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    potentials: Vec<[f32; LABELS]>,
    /// What each row of `forward` was divided by to sum to one.
    scale: Vec<f32>,
}

/// Some labels, in order. Two pairs of labels in three are never allowed, and looking at none of these is most of what
/// makes decoding quick.
#[derive(Clone, Copy)]
struct Few {
    labels: [Label; LABELS],
    len: usize,
}

impl Few {
    /// Those that may follow a label, or that it may follow.
    const fn new(label: Label, follow: bool) -> Self {
        let mut few = Self { labels: [OUTSIDE; LABELS], len: 0 };
        let mut other = 0;
        while other < LABELS as Label {
            if if follow { may_follow(label, other) } else { may_follow(other, label) } {
                few.labels[few.len] = other;
                few.len += 1;
            }
            other += 1;
        }
        few
    }

    /// Those of every label.
    const fn all(follow: bool) -> [Self; LABELS] {
        let mut all = [Self::new(OUTSIDE, follow); LABELS];
        let mut label = 0;
        while label < LABELS {
            all[label] = Self::new(label as Label, follow);
            label += 1;
        }
        all
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        self.labels[..self.len].iter().map(|&label| usize::from(label))
    }
}

/// The labels that may follow each.
static NEXT: [Few; LABELS] = Few::all(true);
/// The labels that each may follow.
static BEFORE: [Few; LABELS] = Few::all(false);

/// Pairs of labels as factors: the exponential of their weights, zero where the second may not follow the first.
pub type Factors = [[f32; LABELS]; LABELS];

/// The factors of the model's pairs of labels.
#[must_use]
pub fn factors(weights: &Weights) -> Factors {
    let mut factors = [[0.0; LABELS]; LABELS];
    for (from, row) in factors.iter_mut().enumerate() {
        for (to, factor) in row.iter_mut().enumerate() {
            if may_follow(from as Label, to as Label) {
                *factor = exp(f32::from(weights.transitions()[from][to]) * weights.unit());
            }
        }
    }
    factors
}

impl Decoder {
    /// The names in an island whose tokens have these scores.
    pub fn decode(&mut self, weights: &Weights, factors: &Factors, scores: &[Scores], out: &mut Vec<Found>) {
        out.clear();
        self.viterbi(weights, scores);
        if self.labels.iter().all(|&label| label == OUTSIDE) {
            return;
        }
        self.forward_backward(weights.unit(), factors, scores);
        let mut at = 0;
        while at < self.labels.len() {
            let length = self.labels[at..].iter().take_while(|&&label| !may_end(label)).count() + 1;
            let tokens = at..at + length;
            if let Some(kind) = kind(self.labels[at]) {
                out.push(Found { probability: self.probability(factors, tokens.clone()), tokens, kind });
            }
            at += length;
        }
    }

    fn viterbi(&mut self, weights: &Weights, scores: &[Scores]) {
        self.best.clear();
        self.from.clear();
        for (at, row) in scores.iter().enumerate() {
            let mut best = [i32::MIN / 2; LABELS];
            let mut from = [OUTSIDE; LABELS];
            for to in 0..LABELS {
                if at == 0 {
                    if may_follow(OUTSIDE, to as Label) {
                        best[to] = i32::from(weights.transitions()[usize::from(OUTSIDE)][to]);
                    }
                } else {
                    for label in BEFORE[to].iter() {
                        let score = self.best[at - 1][label] + i32::from(weights.transitions()[label][to]);
                        if score > best[to] {
                            (best[to], from[to]) = (score, label as Label);
                        }
                    }
                }
                best[to] += i32::from(row[to]);
            }
            self.best.push(best);
            self.from.push(from);
        }
        self.trace();
    }

    /// Walks back from the best last label: one where a name may end, since O follows.
    fn trace(&mut self) {
        self.labels.clear();
        let Some(last) = self.best.last() else { return };
        // Of equals the first, so that a tie with O is O.
        let ends = (0..LABELS).rev().filter(|&label| may_end(label as Label));
        let mut label = ends.max_by_key(|&label| last[label]).unwrap_or(0) as Label;
        for from in self.from.iter().rev() {
            self.labels.push(label);
            label = from[usize::from(label)];
        }
        self.labels.reverse();
    }

    fn forward_backward(&mut self, unit: f32, factors: &Factors, scores: &[Scores]) {
        let n = scores.len();
        self.potentials.clear();
        self.potentials.extend(scores.iter().map(|row| {
            let most = row[..LABELS].iter().copied().max().unwrap_or(0);
            std::array::from_fn(|label| exp(f32::from(row[label].saturating_sub(most)) * unit))
        }));
        if let Some(last) = self.potentials.last_mut() {
            last.iter_mut()
                .enumerate()
                .filter(|&(label, _)| !may_end(label as Label))
                .for_each(|(_, p)| *p = 0.0);
        }
        self.forward.clear();
        self.scale.clear();
        for at in 0..n {
            let mut row: [f32; LABELS] =
                if at == 0 { factors[usize::from(OUTSIDE)] } else { step(&self.forward[at - 1], factors) };
            for (value, potential) in row.iter_mut().zip(&self.potentials[at]) {
                *value *= potential;
            }
            let sum: f32 = row.iter().sum();
            for value in &mut row {
                *value /= sum;
            }
            self.forward.push(row);
            self.scale.push(sum);
        }
        self.backward.clear();
        self.backward.resize(n, [1.0; LABELS]);
        for at in (0..n.saturating_sub(1)).rev() {
            let next: [f32; LABELS] =
                std::array::from_fn(|to| self.potentials[at + 1][to] * self.backward[at + 1][to]);
            let scale = self.scale[at + 1];
            for (from, value) in self.backward[at].iter_mut().enumerate() {
                *value = NEXT[from].iter().map(|to| factors[from][to] * next[to]).sum::<f32>() / scale;
            }
        }
    }

    /// The probability that the tokens `name` are labelled as they are.
    fn probability(&self, factors: &Factors, name: Range<usize>) -> f32 {
        let label = |at: usize| usize::from(self.labels[at]);
        let (first, last) = (name.start, name.end - 1);
        let mut value = self.forward[first][label(first)];
        for at in first + 1..=last {
            let factor = factors[label(at - 1)][label(at)];
            value *= factor * self.potentials[at][label(at)] / self.scale[at];
        }
        value * self.backward[last][label(last)]
    }
}

fn step(row: &[f32; LABELS], factors: &Factors) -> [f32; LABELS] {
    let mut out = [0.0; LABELS];
    for (from, value) in row.iter().enumerate() {
        for to in NEXT[from].iter() {
            out[to] += value * factors[from][to];
        }
    }
    out
}

/// e^x to about seven digits, for x up to 88: by additions and multiplications alone, which give the same bits on
/// every machine; the libraries' own functions do not. 2^k · 2^f with the Taylor series of 2^f.
#[must_use]
pub fn exp(x: f32) -> f32 {
    if x < -80.0 {
        return 0.0;
    }
    let scaled = x.min(88.0) * std::f32::consts::LOG2_E;
    let whole = scaled.floor();
    let part = (scaled - whole) * std::f32::consts::LN_2;
    let series = 1.0
        + part
            * (1.0
                + part
                    * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0 + part / 720.0)))));
    f32::from_bits((whole as i32 + 127).cast_unsigned() << 23) * series
}

#[cfg(test)]
mod tests {
    use super::super::labels::{LANES, Spot, label};
    use super::super::weights::{Head, KNOTS, write};
    use super::*;
    use Spot::{Begin, Inside, Last, Unit};

    fn weights() -> Weights {
        let mut transitions = [[0; LANES]; LANES];
        transitions[usize::from(label(Kind::Person, Begin))][usize::from(label(Kind::Person, Last))] = 10;
        Weights::new(&write(&Head { unit: 0.1, calibration: [0; KNOTS], transitions }, &[]).0).unwrap()
    }

    fn decode(scores: &[&[(Label, i16)]]) -> Vec<Found> {
        let rows: Vec<Scores> = scores
            .iter()
            .map(|row| {
                let mut out = [0; LANES];
                for &(label, score) in *row {
                    out[usize::from(label)] = score;
                }
                out
            })
            .collect();
        let (weights, mut out) = (weights(), Vec::new());
        Decoder::default().decode(&weights, &factors(&weights), &rows, &mut out);
        out
    }

    #[test]
    fn the_best_legal_sequence_wins() {
        let (begin, last) = ((label(Kind::Person, Begin), 60), (label(Kind::Person, Last), 50));
        let found = decode(&[&[begin], &[last], &[(label(Kind::Place, Last), 60), (0, 55)]]);
        assert_eq!(found.len(), 1, "a place cannot end where none began");
        assert_eq!((found[0].tokens.clone(), found[0].kind), (0..2, Kind::Person));
        assert!(found[0].probability > 0.9);
    }

    #[test]
    fn a_name_that_has_begun_comes_to_an_end() {
        let inside = (label(Kind::Work, Inside), 90);
        let found = decode(&[&[(label(Kind::Work, Begin), 90)], &[inside], &[inside]]);
        assert_eq!(found[0].tokens, 0..3);
    }

    #[test]
    fn a_close_call_is_less_sure_than_a_clear_one() {
        let (place, person) = (label(Kind::Place, Unit), label(Kind::Person, Unit));
        let sure = decode(&[&[(place, 80)]])[0].probability;
        let close = decode(&[&[(place, 41), (person, 40)]])[0].probability;
        assert!(sure > 0.99 && (0.4..0.6).contains(&close), "{sure} {close}");
    }

    #[test]
    fn the_exponential_is_the_exponential() {
        for x in [-79.0_f32, -10.5, -1.0, -0.01, 0.0, 0.3, 1.0, 20.0] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
        assert!(exp(-1000.0) < f32::MIN_POSITIVE);
    }

    #[test]
    fn ties_and_nothing_are_outside() {
        assert_eq!(decode(&[]), []);
        assert_eq!(decode(&[&[]]), []);
    }
}
