//! How well one partition of mentions agrees with another, as the reference scorer of `CoNLL` counts it (Pradhan et
//! al. 2014): mentions that only one side has are in no common cluster, so they cost precision or recall.

use std::collections::BTreeMap;

/// Precision and recall, each as a sum over a total, so that documents can be added up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    hit_found: f64,
    found: f64,
    hit_gold: f64,
    gold: f64,
}

impl Score {
    /// Adds another document's figures.
    pub fn add(&mut self, other: Self) {
        self.hit_found += other.hit_found;
        self.found += other.found;
        self.hit_gold += other.hit_gold;
        self.gold += other.gold;
    }

    /// Precision, recall and F1 in percent.
    pub fn percent(self) -> [f64; 3] {
        let ratio = |hit: f64, all: f64| if all > 0.0 { 100.0 * hit / all } else { 0.0 };
        let (precision, recall) = (ratio(self.hit_found, self.found), ratio(self.hit_gold, self.gold));
        let sum = precision + recall;
        [precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }]
    }
}

/// The measures of one or more documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// Of each mention: how much of its found cluster is of its gold cluster, and the other way round, averaged.
    pub b_cubed: Score,
    /// Links that are needed to join each cluster.
    pub muc: Score,
    /// Clusters, each with at most one of the other side, so that they agree best (`phi4`).
    pub ceaf: Score,
}

impl Scores {
    /// Adds another document's figures.
    pub fn add(&mut self, other: Self) {
        self.b_cubed.add(other.b_cubed);
        self.muc.add(other.muc);
        self.ceaf.add(other.ceaf);
    }
}

/// Compares the two partitions of a document. Each item is a mention's cluster on either side; none where that side
/// does not have the mention.
pub fn compare(mentions: &[(Option<usize>, Option<usize>)]) -> Scores {
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let (mut gold, mut found) = (BTreeMap::new(), BTreeMap::new());
    for &(in_gold, in_found) in mentions {
        if let Some(cluster) = in_gold {
            *gold.entry(cluster).or_insert(0_usize) += 1;
        }
        if let Some(cluster) = in_found {
            *found.entry(cluster).or_insert(0_usize) += 1;
        }
        if let (Some(in_gold), Some(in_found)) = (in_gold, in_found) {
            *common.entry((in_gold, in_found)).or_insert(0) += 1;
        }
    }
    Scores {
        b_cubed: b_cubed(&common, &gold, &found),
        muc: muc(&common, &gold, &found),
        ceaf: ceaf(&common, &gold, &found),
    }
}

type Sizes = BTreeMap<usize, usize>;
type Common = BTreeMap<(usize, usize), usize>;

fn b_cubed(common: &Common, gold: &Sizes, found: &Sizes) -> Score {
    let mut score = Score { found: total(found), gold: total(gold), ..Score::default() };
    for (&(in_gold, in_found), &both) in common {
        let squared = (both * both) as f64;
        score.hit_gold += squared / gold[&in_gold] as f64;
        score.hit_found += squared / found[&in_found] as f64;
    }
    score
}

fn muc(common: &Common, gold: &Sizes, found: &Sizes) -> Score {
    let links = |sizes: &Sizes| total(sizes) - sizes.len() as f64;
    // A cluster with k of its mentions gone to n other clusters, the rest being alone, keeps k - n of its links.
    let kept = common.values().map(|both| (both - 1) as f64).sum();
    Score { hit_found: kept, found: links(found), hit_gold: kept, gold: links(gold) }
}

fn ceaf(common: &Common, gold: &Sizes, found: &Sizes) -> Score {
    let index = |sizes: &Sizes| sizes.keys().copied().enumerate().map(|(i, key)| (key, i)).collect::<Sizes>();
    let (rows, columns) = (index(gold), index(found));
    let mut similar = vec![vec![0.0; columns.len()]; rows.len()];
    for (&(in_gold, in_found), &both) in common {
        similar[rows[&in_gold]][columns[&in_found]] =
            2.0 * both as f64 / (gold[&in_gold] + found[&in_found]) as f64;
    }
    let best = best_assignment(&similar);
    Score { hit_found: best, found: found.len() as f64, hit_gold: best, gold: gold.len() as f64 }
}

fn total(sizes: &Sizes) -> f64 {
    sizes.values().sum::<usize>() as f64
}

/// The greatest sum of entries of which no two share a row or column (Kuhn-Munkres with potentials).
fn best_assignment(gain: &[Vec<f64>]) -> f64 {
    let size = gain.len().max(gain.first().map_or(0, Vec::len));
    let cost = |row: usize, column: usize| -gain.get(row).and_then(|r| r.get(column)).copied().unwrap_or(0.0);
    // Row `owner[c] - 1` holds column c - 1; column 0 stands for the row that is being placed.
    let (mut row_price, mut column_price) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let mut owner = vec![0_usize; size + 1];
    for row in 1..=size {
        owner[0] = row;
        let mut at = 0;
        let (mut least, mut from, mut done) =
            (vec![f64::INFINITY; size + 1], vec![0; size + 1], vec![false; size + 1]);
        while owner[at] != 0 {
            done[at] = true;
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for column in (1..=size).filter(|&c| !done[c]) {
                let reduced = cost(owner[at] - 1, column - 1) - row_price[owner[at]] - column_price[column];
                if reduced < least[column] {
                    (least[column], from[column]) = (reduced, at);
                }
                if least[column] < delta {
                    (delta, next) = (least[column], column);
                }
            }
            for column in 0..=size {
                if done[column] {
                    row_price[owner[column]] += delta;
                    column_price[column] -= delta;
                } else {
                    least[column] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            owner[at] = owner[from[at]];
            at = from[at];
        }
    }
    (1..=size).map(|column| -cost(owner[column] - 1, column - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(score: Score) -> [i64; 3] {
        score.percent().map(|x| (x * 10.0).round() as i64)
    }

    /// The worked example of Pradhan et al.: gold {abc}{defg}, found {ab}{cd}{fghi}.
    #[test]
    fn the_worked_example_of_the_reference_scorer() {
        let mentions = [
            (Some(0), Some(0)),
            (Some(0), Some(0)),
            (Some(0), Some(1)),
            (Some(1), Some(1)),
            (Some(1), None),
            (Some(1), Some(2)),
            (Some(1), Some(2)),
            (None, Some(2)),
            (None, Some(2)),
        ];
        let scores = compare(&mentions);
        assert_eq!(rounded(scores.b_cubed), [500, 417, 455]);
        assert_eq!(rounded(scores.muc), [400, 400, 400]);
        assert_eq!(rounded(scores.ceaf), [433, 650, 520]);
    }

    #[test]
    fn equal_partitions_are_perfect_and_empty_ones_count_nothing() {
        let scores = compare(&[(Some(4), Some(7)), (Some(4), Some(7)), (Some(9), Some(1))]);
        assert_eq!(rounded(scores.b_cubed), [1000; 3]);
        assert_eq!(rounded(scores.ceaf), [1000; 3]);
        assert_eq!(rounded(compare(&[]).muc), [0; 3]);
    }

    #[test]
    fn the_best_assignment_is_not_the_greedy_one() {
        let gain = [vec![0.9, 0.8], vec![0.8, 0.1]];
        assert!((best_assignment(&gain) - 1.6).abs() < 1e-9);
    }
}
