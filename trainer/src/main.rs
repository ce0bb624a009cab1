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
//! sources (files, licences) ─┬─ lists (names) ───────┬─▶ gazetteer ─┐
//!                            ├─ corpora (common words)┘             ├─▶ tagger (trained) ─▶ model ─▶ scores, manifest
//!                            ├─ classes (of words) ─────────────────┤
//!                            └─ corpora (tagged articles) ──────────┘
//! ```

mod classes;
mod corpora;
mod gazetteer;
mod lists;
mod manifest;
mod scores;
mod sources;
mod tagger;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use pressmark::Annotator;
use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::words::Words;

use scores::Scores;
use tagger::calibration::{self, Outcome};
use tagger::documents;

/// Sets that are scored and never trained on, by the names they have in reports.
const DEVELOPMENT: [(&str, &str); 2] = [("worldwide", "dev-worldwide.tsv"), ("ewt", "uner_ewt.dev.tsv")];

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
    corpora::add_common_words(&data.join("ner"), &mut builder)?;
    let tables = builder.finish();
    let words = classes::section(&data.join("gazetteers"))?;
    let gazetteer = Gazetteer::new(&tables.names).map_err(|error| error.to_string())?;
    let classes = Words::new(&words).map_err(|error| error.to_string())?;
    let material = tagger::Material::read(data, gazetteer, classes)?;
    let sections = |weights: Vec<u8>| {
        vec![("names", tables.names.clone()), ("records", tables.records.clone()), ("words", words.clone()), ("weights", weights)]
    };

    println!("training with one article in ten held out");
    let first = pressmark::model::write(&sections(material.learn(&calibration::identity(), true)));
    let held_out = calibration::compare(&annotator(first)?, material.held_out());
    let table = calibration::table(&held_out.sure);
    println!("training on all articles");
    let sections = sections(material.learn(&table, false));
    let model = pressmark::model::write(&sections);
    let scores = scores(&model, data, held_out)?;
    println!("{}", scores::table(&scores));
    let manifest = manifest::Manifest::new(&model, &sections, tables.counts.clone(), &scores).to_json()?;

    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    write(&models.join("en.model"), &model)?;
    write(&models.join("manifest.json"), manifest.as_bytes())?;
    Ok(format!("models/en.model: {} bytes", model.len()))
}

fn annotator(model: Vec<u8>) -> Result<Annotator, Error> {
    Annotator::new(model).map_err(|error| error.to_string())
}

/// The model's scores: on the held-out articles by the first training, on the development sets by the second.
fn scores(model: &[u8], data: &Path, held_out: Outcome) -> Result<Scores, Error> {
    let annotator = annotator(model.to_vec())?;
    let mut scores = Scores::from([("held out", held_out)]);
    for (name, file) in DEVELOPMENT {
        // Who trains a model of their own may not have them.
        if data.join("ner").join(file).exists() {
            let articles = documents::articles(&data.join("ner"), file)?;
            scores.insert(name, calibration::compare(&annotator, articles.iter()));
        }
    }
    Ok(scores)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
