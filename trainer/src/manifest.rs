//! `models/manifest.json`: what the model is and what it was made from. No dates: equal data give equal files.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::sources::{CORPORA, LISTS, Source};

/// The manifest, field by field.
#[derive(Serialize)]
pub struct Manifest {
    file: &'static str,
    format_version: u32,
    bytes: usize,
    sha256: String,
    sections: BTreeMap<&'static str, usize>,
    entries: BTreeMap<&'static str, usize>,
    /// The state of the Wikidata items.
    links_as_of: &'static str,
    lists: &'static [Source],
    corpora: &'static [Source],
}

impl Manifest {
    /// Describes `model`, made of `sections`, with `entries` counted by class.
    pub fn new(
        model: &[u8],
        sections: &[(&'static str, Vec<u8>)],
        entries: BTreeMap<&'static str, usize>,
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
            links_as_of: crate::links::AS_OF,
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
