//! `models/manifest.json`: what the model is and what it was made from. No dates: equal data give equal files.

use std::collections::BTreeMap;
use std::fmt::Write;

use pressmark::Kind;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::scores::{self, Scores};
use crate::sources::{CORPORA, Corpus, LISTS, Source};
use crate::tagger::calibration::Outcome;
use crate::tagger::{FEATURES, SEED};

/// The manifest, field by field.
#[derive(Serialize)]
pub struct Manifest {
    file: &'static str,
    format_version: u32,
    bytes: usize,
    sha256: String,
    sections: BTreeMap<&'static str, usize>,
    entries: BTreeMap<&'static str, usize>,
    seed: u64,
    features: usize,
    scores: BTreeMap<&'static str, Score>,
    lists: &'static [Source],
    corpora: &'static [Corpus],
}

/// F1 in percent on one set of articles, equal spans and kinds.
#[derive(Serialize)]
struct Score {
    /// Persons, organizations and places together.
    first_three: f64,
    /// Kind by kind; kinds that the set does not mark have none.
    kinds: BTreeMap<&'static str, f64>,
}

impl Score {
    fn new(outcome: &Outcome) -> Self {
        let f1 = |count| (scores::rates(count)[2] * 10.0).round() / 10.0;
        let kinds = Kind::ALL.iter().zip(outcome.counts).filter(|(_, count)| count.gold > 0);
        Self {
            first_three: f1(scores::three(outcome)),
            kinds: kinds.map(|(kind, count)| (kind.name(), f1(count))).collect(),
        }
    }
}

impl Manifest {
    /// Describes `model`, made of `sections`, with `entries` counted by class.
    pub fn new(
        model: &[u8],
        sections: &[(&'static str, Vec<u8>)],
        entries: BTreeMap<&'static str, usize>,
        scores: &Scores,
    ) -> Self {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(model) {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Self {
            file: "en.model",
            format_version: pressmark::model::FORMAT_VERSION,
            bytes: model.len(),
            sha256,
            sections: sections.iter().map(|(name, bytes)| (*name, bytes.len())).collect(),
            entries,
            seed: SEED,
            features: FEATURES,
            scores: scores.iter().map(|(set, outcome)| (*set, Score::new(outcome))).collect(),
            lists: LISTS,
            corpora: CORPORA,
        }
    }

    /// As indented JSON with a final line end.
    ///
    /// # Errors
    /// Never for these types; serde's error is passed on in words.
    pub fn to_json(&self) -> Result<String, Error> {
        let json = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        Ok(json + "\n")
    }
}
