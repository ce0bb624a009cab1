//! Weights to small whole numbers: the features that say most, each weight in one byte.

use pressmark::entity::tagger::features::Feature;
use pressmark::entity::tagger::labels::{LABELS, LANES};
use pressmark::entity::tagger::weights::{Head, Row, Scores, write};

use super::calibration;
use super::crf::{self, Crf};

/// What one unit is worth in natural logarithms: a byte reaches to ±4.
const UNIT: f32 = 1.0 / 32.0;
/// How much is taken from O, in units. Dropout leaves the model shy: where it wavers between a name and none, the
/// name is right more often than not on held-out text.
const SHYNESS: i16 = 10;

/// The section `weights` with at most `most` features, and what was done in words.
pub fn pack(features: &[Feature], crf: &Crf, most: usize, calibration: &calibration::Table) -> (Vec<u8>, String) {
    let mut order: Vec<usize> = (0..features.len()).collect();
    let strength = |row: &crf::Row| row.iter().map(|w| w * w).sum::<f32>();
    order.sort_by(|&a, &b| strength(&crf.rows[b]).total_cmp(&strength(&crf.rows[a])).then(a.cmp(&b)));
    order.truncate(most);
    let rows: Vec<(Feature, Row)> = order
        .iter()
        .map(|&index| (features[index], quantised(&crf.rows[index])))
        .filter(|(_, row)| row.iter().any(|&weight| weight != 0))
        .collect();
    let mut transitions = [[0; LANES]; LANES];
    for (row, weights) in transitions.iter_mut().zip(&crf.transitions) {
        *row = quantised_pairs(weights);
        row[0] -= SHYNESS;
    }
    let weights = rows.iter().map(|(_, row)| row.iter().filter(|w| **w != 0).count()).sum::<usize>();
    let (section, dropped) = write(&Head { unit: UNIT, calibration: *calibration, transitions }, &rows);
    let summary = format!("{} features, {weights} weights, {dropped} not told apart, {} bytes", rows.len(), section.len());
    (section, summary)
}

fn quantised(row: &crf::Row) -> Row {
    std::array::from_fn(|label| {
        if label < LABELS { (row[label] / UNIT).round().clamp(-127.0, 127.0) as i8 } else { 0 }
    })
}

fn quantised_pairs(row: &crf::Row) -> Scores {
    std::array::from_fn(|label| (row[label] / UNIT).round().clamp(-8000.0, 8000.0) as i16)
}
