//! Training of the conditional random field.
//!
//! Stochastic gradient ascent on the log-likelihood of the allowed label sequences, with one step size for each
//! weight (AdaGrad, Duchi et al. 2011). Where a corpus leaves a label open, the likelihood sums over all that it
//! may be (Tsuboi et al. 2008). In each pass every feature of a token is left out with some probability, so that no
//! single word is relied on (Wager et al. 2013): what matters is names that the corpora do not have. The result is
//! the mean of the weights after each of the later passes.

use pressmark::entity::tagger::decode::exp;
use pressmark::entity::tagger::labels::{LABELS, LANES, may_end, may_follow};

use super::examples::{Allowed, Example};
use super::random::Random;

/// One weight for each label.
pub type Row = [f32; LANES];

/// How training goes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often all examples are gone through.
    pub passes: usize,
    /// From this pass on the weights count for the mean.
    pub mean_from: usize,
    /// The first step's size.
    pub rate: f32,
    /// How likely a feature is left out.
    pub dropout: f32,
}

/// The weights of features and of pairs of labels.
#[derive(Clone, Debug)]
pub struct Crf {
    /// By feature number.
    pub rows: Vec<Row>,
    /// First label by second.
    pub transitions: [Row; LANES],
}

/// Trains on the examples. Equal examples, settings and seed give equal weights.
pub fn train(examples: &[Example], features: usize, settings: Settings, seed: u64, mut told: impl FnMut(usize, f64)) -> Crf {
    let mut trainer = Trainer {
        crf: Crf { rows: vec![[0.0; LANES]; features], transitions: [[0.0; LANES]; LANES] },
        squares: vec![[1.0; LANES]; features],
        transition_squares: [[1.0; LANES]; LANES],
        random: Random::new(seed),
        settings,
        lattice: Lattice::default(),
        kept: Vec::new(),
    };
    let mut mean = Crf { rows: vec![[0.0; LANES]; features], transitions: [[0.0; LANES]; LANES] };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for pass in 0..settings.passes {
        trainer.random.shuffle(&mut order);
        let loss: f64 = order.iter().map(|&index| f64::from(trainer.step(&examples[index]))).sum();
        told(pass, loss);
        if pass >= settings.mean_from {
            mean.add(&trainer.crf);
        }
    }
    mean.scale(1.0 / (settings.passes - settings.mean_from) as f32);
    mean
}

impl Crf {
    fn add(&mut self, other: &Self) {
        let own = self.rows.iter_mut().chain(&mut self.transitions).flatten();
        own.zip(other.rows.iter().chain(&other.transitions).flatten()).for_each(|(own, other)| *own += other);
    }

    fn scale(&mut self, factor: f32) {
        self.rows.iter_mut().chain(&mut self.transitions).flatten().for_each(|weight| *weight *= factor);
    }
}

struct Trainer {
    crf: Crf,
    /// Sums of squared gradients.
    squares: Vec<Row>,
    transition_squares: [Row; LANES],
    random: Random,
    settings: Settings,
    lattice: Lattice,
    /// Features kept in this step, token by token.
    kept: Vec<Vec<u32>>,
}

impl Trainer {
    /// One step on one example; gives its loss before the step.
    fn step(&mut self, example: &Example) -> f32 {
        let (dropout, n) = (self.settings.dropout, example.features.len());
        self.kept.resize_with(n.max(self.kept.len()), Vec::new);
        self.lattice.scores.clear();
        let scale = 1.0 / (1.0 - dropout);
        for (kept, features) in self.kept.iter_mut().zip(&example.features) {
            kept.clear();
            kept.extend(features.iter().copied().filter(|_| self.random.unit() >= dropout));
            let mut scores = [0.0; LANES];
            for &feature in &*kept {
                scores.iter_mut().zip(&self.crf.rows[feature as usize]).for_each(|(s, w)| *s += w * scale);
            }
            self.lattice.scores.push(scores);
        }
        let factors = factors(&self.crf.transitions);
        let free = self.lattice.run(&factors, None);
        let bound = self.lattice.run(&factors, Some(&example.allowed));
        let Some(bound) = bound else { return 0.0 };
        let free = free.unwrap_or_default();
        for at in 0..n {
            let mut gradient = [0.0; LANES];
            for label in 0..LABELS {
                gradient[label] = (bound.labels[at][label] - free.labels[at][label]) * example.weight;
            }
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for &feature in &self.kept[at] {
                update(
                    &mut self.crf.rows[feature as usize],
                    &mut self.squares[feature as usize],
                    &gradient,
                    self.settings.rate,
                );
            }
        }
        for from in 0..LABELS {
            let mut gradient = [0.0; LANES];
            for to in 0..LABELS {
                gradient[to] = (bound.pairs[from][to] - free.pairs[from][to]) * example.weight;
            }
            if gradient.iter().any(|g| g.abs() > 1e-4) {
                update(&mut self.crf.transitions[from], &mut self.transition_squares[from], &gradient, self.settings.rate);
            }
        }
        (free.log_sum - bound.log_sum) * example.weight
    }
}

fn update(row: &mut Row, squares: &mut Row, gradient: &Row, rate: f32) {
    for label in 0..LANES {
        let g = gradient[label];
        squares[label] += g * g;
        row[label] += rate * g / squares[label].sqrt();
    }
}

type Factors = [[f32; LABELS]; LABELS];

fn factors(transitions: &[Row; LANES]) -> Factors {
    let mut factors = [[0.0; LABELS]; LABELS];
    for (from, row) in factors.iter_mut().enumerate() {
        for (to, factor) in row.iter_mut().enumerate().filter(|&(to, _)| may_follow(from as u8, to as u8)) {
            *factor = exp(transitions[from][to]);
        }
    }
    factors
}

/// What a pass over a lattice finds.
#[derive(Default)]
struct Sums {
    /// Logarithm of the sum over all sequences.
    log_sum: f32,
    /// Expected uses of each label at each token.
    labels: Vec<[f32; LABELS]>,
    /// Expected uses of each pair of labels.
    pairs: Factors,
}

/// Scores of an example, and buffers.
#[derive(Default)]
struct Lattice {
    scores: Vec<Row>,
    potentials: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    scale: Vec<f32>,
}

impl Lattice {
    /// Forward-backward over all sequences, or over those allowed; none if nothing is allowed.
    fn run(&mut self, factors: &Factors, allowed: Option<&[Allowed]>) -> Option<Sums> {
        let n = self.scores.len();
        let mut sums = Sums { labels: vec![[0.0; LABELS]; n], ..Sums::default() };
        self.potentials.clear();
        self.forward.clear();
        self.scale.clear();
        for at in 0..n {
            let row = &self.scores[at];
            let most = row[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            let may = |label: usize| {
                allowed.is_none_or(|allowed| allowed[at] >> label & 1 == 1)
                    && (at + 1 < n || may_end(label as u8))
            };
            let potential: [f32; LABELS] =
                std::array::from_fn(|label| if may(label) { exp(row[label] - most) } else { 0.0 });
            let mut forward = if at == 0 { factors[0] } else { step(&self.forward[at - 1], factors) };
            forward.iter_mut().zip(&potential).for_each(|(value, p)| *value *= p);
            let sum: f32 = forward.iter().sum();
            if sum <= f32::MIN_POSITIVE {
                return None;
            }
            forward.iter_mut().for_each(|value| *value /= sum);
            sums.log_sum += most + sum.ln();
            self.potentials.push(potential);
            self.forward.push(forward);
            self.scale.push(sum);
        }
        let mut backward = [1.0; LABELS];
        for at in (0..n).rev() {
            for label in 0..LABELS {
                sums.labels[at][label] = self.forward[at][label] * backward[label];
            }
            let next: [f32; LABELS] =
                std::array::from_fn(|to| self.potentials[at][to] * backward[to] / self.scale[at]);
            let before = if at == 0 { first() } else { self.forward[at - 1] };
            for from in 0..LABELS {
                let mut sum = 0.0;
                for to in 0..LABELS {
                    let value = factors[from][to] * next[to];
                    sum += value;
                    sums.pairs[from][to] += before[from] * value;
                }
                backward[from] = sum;
            }
        }
        Some(sums)
    }
}

/// Before an island stands O.
fn first() -> [f32; LABELS] {
    let mut row = [0.0; LABELS];
    row[0] = 1.0;
    row
}

fn step(row: &[f32; LABELS], factors: &Factors) -> [f32; LABELS] {
    let mut out = [0.0; LABELS];
    for (value, factors) in row.iter().zip(factors) {
        out.iter_mut().zip(factors).for_each(|(sum, factor)| *sum += value * factor);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings = Settings { passes: 40, mean_from: 20, rate: 0.3, dropout: 0.0 };

    fn example(features: &[u32], allowed: &[Allowed]) -> Example {
        Example { features: features.iter().map(|&f| vec![f]).collect(), allowed: allowed.to_vec(), weight: 1.0 }
    }

    #[test]
    fn it_learns_what_it_is_shown() {
        let examples = [example(&[0, 1], &[1 << 2, 1 << 4]), example(&[2], &[1 << 0])];
        let crf = train(&examples, 3, SETTINGS, 1, |_, _| {});
        assert!(crf.rows[0][2] > crf.rows[0][0] && crf.rows[1][4] > crf.rows[1][0]);
        assert!(crf.rows[2][0] > crf.rows[2][1]);
    }

    #[test]
    fn open_labels_teach_nothing() {
        let open = example(&[0], &[(1 << LABELS) - 1]);
        let crf = train(&[open], 1, SETTINGS, 1, |_, _| {});
        assert!(crf.rows[0].iter().all(|weight| weight.abs() < 1e-3));
    }

    #[test]
    fn equal_seeds_give_equal_weights() {
        let examples = [example(&[0, 1], &[1 << 2, 1 << 4]), example(&[2], &[1 << 0])];
        let settings = Settings { dropout: 0.3, ..SETTINGS };
        let [a, b] = [7, 7].map(|seed| train(&examples, 3, settings, seed, |_, _| {}).rows);
        assert_eq!(a, b);
    }
}
