//! Makes `models/en.model` and `models/manifest.json` from name lists and corpora with open licences.
//!
//! ```text
//! cargo run --release -p pressmark-trainer -- [DATA]
//! ```
//!
//! `DATA` is the folder with `gazetteers/` and `ner/` (default `../shared/data`, seen from the project's root).
//! The same data give the same bytes on every machine: nothing here depends on time, chance or hash order.
//!
//! ```text
//! sources (files, licences) ─┬─ lists   (name lists)          ─┐
//!                            └─ corpora (names, lower-case words) ┴─ gazetteer (one entry a key) ─▶ model ─▶ manifest
//! ```

mod corpora;
mod gazetteer;
mod links;
mod lists;
mod manifest;
mod sources;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can go wrong here: a file that is missing or not as expected, in words that name it.
type Error = String;

fn main() -> ExitCode {
    let data = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    match train(&data) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the model from the files under `data`, writes it with its manifest and says what was written.
fn train(data: &Path) -> Result<String, Error> {
    let mut builder = gazetteer::Builder::default();
    lists::add_all(&data.join("gazetteers"), &mut builder)?;
    corpora::add_all(&data.join("ner"), &mut builder)?;
    let tables = builder.finish();
    let sections = vec![("names", tables.names), ("records", tables.records)];
    let model = pressmark::model::write(&sections);
    let manifest = manifest::Manifest::new(&model, &sections, tables.counts).to_json()?;

    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    write(&models.join("en.model"), &model)?;
    write(&models.join("manifest.json"), manifest.as_bytes())?;
    Ok(format!("models/en.model: {} bytes", model.len()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
