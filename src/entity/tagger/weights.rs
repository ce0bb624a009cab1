//! The tagger's weights: one row of 32 small numbers for each feature, one for each label.
//!
//! Section `weights`, all numbers little-endian:
//!
//! ```text
//! offset      bytes
//!      0          4   bits: the table has 2^bits slots
//!      4          4   what one unit of weight is worth in natural logarithms (f32)
//!      8         17   the share of right names, in 255ths, where the model's probability is 0, 1/16 … 1
//!     25          3   nothing
//!     28       2048   weight of each pair of labels, first label by second (32 × 32 i16)
//!   2076   2·2^bits   fingerprint of each slot's feature (u16); 0 marks a free slot
//!      …         4n   for each of the n taken slots, in order, which labels have a weight: bit l for label l (u32)
//!      …          m   those weights, row by row (i8)
//! ```
//!
//! A feature's middle bits choose its slot, its high bits are the fingerprint; collisions go to the next slot. With 16
//! fingerprint bits one unknown feature in some 30,000 gets a foreign row, and one row among ninety does little.
//! Rows lie packed in the file, since most of a row is zero, and are unpacked when the model is loaded: at use a
//! row is four words of eight bytes, whose weights are added eight at a time ([`Sums`]). Weights are whole numbers and
//! so are their sums: the same on every machine, with vector instructions or without.

use super::features::Feature;
use super::labels::{LABELS, LANES};
use crate::error::{Error, ErrorKind};
use crate::model::{read_u16, read_u32};

/// The most slots that are looked at for one feature: bounds the time spent on a damaged table.
const LONGEST_PROBE: usize = 256;
const TRANSITIONS: usize = 28;
const HEADER: usize = TRANSITIONS + 2 * LANES * LANES;
/// Points at which the calibration is known.
pub const KNOTS: usize = 17;

/// One weight for each label.
pub type Row = [i8; LANES];
/// One score for each label.
pub type Scores = [i16; LANES];

/// A row as it is added: each weight plus [`BIAS`], so that none is negative, eight to a word.
type Packed = [u64; LANES / 8];
const BIAS: u8 = 128;
/// Every other byte of a word.
const EVEN: u64 = 0x00FF_00FF_00FF_00FF;

/// The sum of a token's rows: in each 16 bits of a word the sum of one label's weights, each plus [`BIAS`]. Adding words
/// adds four of them at once, in WebAssembly too, where there need be no vector instructions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    even: Packed,
    odd: Packed,
    rows: u16,
}

impl Sums {
    /// The sum of so many rows fits into 16 bits, with [`BIAS`] and without; no token has half as many.
    const MOST: u16 = 255;

    #[inline]
    fn add(&mut self, row: &Packed) {
        if self.rows < Self::MOST {
            for ((even, odd), word) in self.even.iter_mut().zip(&mut self.odd).zip(row) {
                *even += word & EVEN;
                *odd += word >> 8 & EVEN;
            }
            self.rows += 1;
        }
    }

    /// The sums of the weights as they are.
    #[must_use]
    pub fn scores(&self) -> Scores {
        let bias = i32::from(self.rows) * i32::from(BIAS);
        std::array::from_fn(|lane| {
            let words = if lane % 2 == 0 { &self.even } else { &self.odd };
            let sum = (words[lane / 8] >> (lane % 8 / 2 * 16)) as u16;
            (i32::from(sum) - bias) as i16
        })
    }
}

/// The weights, unpacked.
#[derive(Clone, Debug)]
pub struct Weights {
    fingerprints: Vec<u16>,
    rows: Vec<Packed>,
    head: Head,
}

/// What holds for all features.
#[derive(Clone, Debug)]
pub struct Head {
    /// What one unit of weight is worth in natural logarithms.
    pub unit: f32,
    /// Shares of right names, in 255ths, at the probabilities 0, 1/16 … 1.
    pub calibration: [u8; KNOTS],
    /// Weight of each pair of labels, first label by second.
    pub transitions: [Scores; LANES],
}

impl Weights {
    /// Unpacks the section `weights`.
    ///
    /// # Errors
    /// If its columns do not fit its length.
    pub fn new(section: &[u8]) -> Result<Self, Error> {
        Self::read(section).ok_or_else(|| ErrorKind::ModelSection("weights").into())
    }

    fn read(section: &[u8]) -> Option<Self> {
        let bits = read_u32(section, 0).filter(|bits| *bits <= 24)?;
        let unit = f32::from_bits(read_u32(section, 4)?);
        let (head, columns) = section.split_at_checked(HEADER)?;
        let (fingerprints, packed) = columns.split_at_checked(2 << bits)?;
        let fingerprints: Vec<u16> =
            fingerprints.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        let taken = fingerprints.iter().filter(|&&f| f != 0).count();
        let (masks, packed) = packed.split_at_checked(4 * taken)?;
        let (mut masks, mut packed) = (masks.chunks_exact(4), packed.iter());
        let mut rows = vec![[0; LANES / 8]; fingerprints.len()];
        for (row, _) in rows.iter_mut().zip(&fingerprints).filter(|(_, f)| **f != 0) {
            let mut bytes = [BIAS; LANES];
            let mut lanes = read_u32(masks.next()?, 0)?;
            while lanes != 0 {
                bytes[lanes.trailing_zeros() as usize] = packed.next()?.wrapping_add(BIAS);
                lanes &= lanes - 1;
            }
            for (word, eight) in row.iter_mut().zip(bytes.as_chunks().0) {
                *word = u64::from_le_bytes(*eight);
            }
        }
        let mut transitions = [[0; LANES]; LANES];
        for (index, weight) in transitions.iter_mut().flatten().enumerate() {
            *weight = read_u16(head, TRANSITIONS + 2 * index)?.cast_signed();
        }
        let sound = packed.next().is_none() && unit.is_finite() && unit > 0.0;
        let calibration = head.get(8..8 + KNOTS)?.try_into().ok()?;
        sound.then_some(Self { fingerprints, rows, head: Head { unit, calibration, transitions } })
    }

    /// Adds a feature's row to `sums`; a feature without a row adds nothing.
    #[inline]
    pub fn add(&self, feature: Feature, sums: &mut Sums) {
        let mask = self.fingerprints.len() - 1;
        let (mut slot, wanted) = place(feature, mask);
        for _ in 0..LONGEST_PROBE {
            match self.fingerprints[slot] {
                0 => return,
                found if found == wanted => return sums.add(&self.rows[slot]),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Weights of the labels that follow each label.
    #[must_use]
    pub fn transitions(&self) -> &[Scores; LANES] {
        &self.head.transitions
    }

    /// What one unit of weight is worth in natural logarithms.
    #[must_use]
    pub fn unit(&self) -> f32 {
        self.head.unit
    }

    /// How often a name is right of which the model gives this probability: linear between the known points.
    #[must_use]
    pub fn calibrated(&self, probability: f32) -> f32 {
        let at = probability.clamp(0.0, 1.0) * (KNOTS - 1) as f32;
        let below = (1..KNOTS - 1).take_while(|&knot| at >= knot as f32).count();
        let share = |knot: usize| f32::from(self.head.calibration[knot]) / 255.0;
        share(below) + (share(below + 1) - share(below)) * (at - below as f32)
    }
}

/// A feature's first slot in a table whose length is `mask` + 1, and its fingerprint, which is never 0. The lowest bits
/// are left out: they are the least mixed.
fn place(feature: Feature, mask: usize) -> (usize, u16) {
    ((feature >> 20) as usize & mask, ((feature >> 48) as u16).max(1))
}

/// Lays out the section `weights`: the writer's half of this module, used by the trainer and by tests.
///
/// `rows` has each feature once. Features that a table takes for one another are kept apart by the first come: the
/// rows that could not be told from one that came before are dropped, and how many is the second result.
///
/// # Panics
/// If the features crowd so that one would need too long a probe: the trainer's mistake.
#[must_use]
pub fn write(head: &Head, rows: &[(Feature, Row)]) -> (Vec<u8>, usize) {
    let bits = (rows.len() * 5 / 4 + 1).next_power_of_two().trailing_zeros();
    let mask = (1_usize << bits) - 1;
    let mut fingerprints = vec![0_u16; mask + 1];
    let mut table: Vec<Row> = vec![[0; LANES]; mask + 1];
    let mut dropped = 0;
    for &(feature, row) in rows {
        let (start, fingerprint) = place(feature, mask);
        let slot = (0..LONGEST_PROBE)
            .map(|step| (start + step) & mask)
            .find(|&slot| fingerprints[slot] == 0 || fingerprints[slot] == fingerprint)
            .expect("a free slot within the longest probe");
        if fingerprints[slot] == 0 {
            (fingerprints[slot], table[slot]) = (fingerprint, row);
        } else {
            dropped += 1;
        }
    }
    let mut out = bits.to_le_bytes().to_vec();
    out.extend(head.unit.to_bits().to_le_bytes());
    out.extend(head.calibration);
    out.resize(TRANSITIONS, 0);
    out.extend(head.transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
    out.extend(fingerprints.iter().flat_map(|fingerprint| fingerprint.to_le_bytes()));
    let taken = || table.iter().zip(&fingerprints).filter(|(_, f)| **f != 0).map(|(row, _)| row);
    let mask_of =
        |row: &Row| (0..LABELS).filter(|&lane| row[lane] != 0).fold(0_u32, |mask, lane| mask | 1 << lane);
    out.extend(taken().flat_map(|row| mask_of(row).to_le_bytes()));
    out.extend(taken().flatten().filter(|weight| **weight != 0).map(|weight| weight.cast_unsigned()));
    (out, dropped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toy() -> Vec<u8> {
        let mut transitions = [[0; LANES]; LANES];
        transitions[1][2] = -300;
        let rows =
            [(0x0001_0000_0000_0007, row(&[(0, 5), (3, -128)])), (0x0002_0000_0000_0007, row(&[(14, 127)]))];
        let calibration = std::array::from_fn(|knot| (knot * 10) as u8);
        write(&Head { unit: 0.125, calibration, transitions }, &rows).0
    }

    fn row(weights: &[(usize, i8)]) -> Row {
        let mut row = [0; LANES];
        for &(lane, weight) in weights {
            row[lane] = weight;
        }
        row
    }

    #[test]
    fn rows_are_found_by_feature_even_in_one_slot() {
        let weights = Weights::new(&toy()).unwrap();
        let scores = |feature| {
            let mut sums = Sums::default();
            weights.add(feature, &mut sums);
            weights.add(feature, &mut sums);
            (sums.scores()[0], sums.scores()[3], sums.scores()[14])
        };
        assert_eq!(scores(0x0001_0000_0000_0007), (10, -256, 0));
        assert_eq!(scores(0x0002_0000_0000_0007), (0, 0, 254));
        assert_eq!(scores(0x0003_0000_0000_0007), (0, 0, 0), "an unknown feature");
        assert_eq!((weights.transitions()[1][2], weights.unit()), (-300, 0.125));
    }

    #[test]
    fn the_longest_sums_do_not_run_into_one_another() {
        let bytes: [u8; LANES] = std::array::from_fn(|lane| if lane % 3 == 0 { 255 } else { 0 });
        let row: Packed = std::array::from_fn(|word| u64::from_le_bytes(bytes.as_chunks().0[word]));
        let mut sums = Sums::default();
        (0..1000).for_each(|_| sums.add(&row));
        let most = Sums::MOST.cast_signed();
        assert!(
            sums.scores()
                .iter()
                .enumerate()
                .all(|(lane, &sum)| { sum == if lane % 3 == 0 { 127 * most } else { -128 * most } })
        );
    }

    #[test]
    fn probabilities_are_calibrated_between_the_knots() {
        let weights = Weights::new(&toy()).unwrap();
        let shares = [0.0, 0.5, 0.53125, 1.0, 7.0].map(|p| (weights.calibrated(p) * 255.0).round() as i32);
        assert_eq!(shares, [0, 80, 85, 160, 160]);
    }

    #[test]
    fn every_cut_is_refused_and_no_byte_breaks_the_reader() {
        let whole = toy();
        for cut in 0..whole.len() {
            assert!(Weights::new(&whole[..cut]).is_err(), "cut to {cut} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            if let Ok(weights) = Weights::new(&changed) {
                weights.add(7, &mut Sums::default());
            }
        }
    }
}
