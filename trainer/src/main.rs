//! Makes `models/en.model` and `models/manifest.json` from name lists and corpora with open licences.
//!
//! ```text
//! cargo run --release -p pressmark-trainer -- [DATA [INGREDIENT]]
//! ```
//!
//! `DATA` is the folder with `gazetteers/` and `ner/` (default `../shared/data`, seen from the project's root). With an
//! `INGREDIENT` (`words`, `spelling`, `classes`, `lists`, `place`, `run`, `elsewhere`, `copies`, `composed`) it prints what
//! a model without it scores on the development sets, and leaves that model in `target/`.
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
mod links;
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
use tagger::{Ingredient, Training, calibration, documents};

/// Sets that are scored and never trained on, by the names they have in reports.
const DEVELOPMENT: [(&str, &str); 2] = [("worldwide", "dev-worldwide.tsv"), ("ewt", "uner_ewt.dev.tsv")];

/// What can go wrong here: a file that is missing or not as expected, in words that name it.
type Error = String;

fn main() -> ExitCode {
    let data = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let done = match std::env::args().nth(2) {
        Some(name) => train_without(&name, &data),
        None => train(&data),
    };
    match done {
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
    let lists = Lists::read(data)?;
    let material = lists.material(data)?;
    println!("training with one article in ten held out");
    let first = lists.model(material.learn(&calibration::identity(), Training::First)).0;
    let held_out = calibration::compare(&annotator(first)?, material.held_out());
    let table = calibration::table(&held_out.sure);
    println!("training on all articles");
    let (model, sections) = lists.model(material.learn(&table, Training::Second));
    let mut scores = scores(&model, data)?;
    scores.insert("held out", held_out);
    println!("{}", scores::table(&scores));
    let manifest =
        manifest::Manifest::new(&model, &sections, lists.tables.counts.clone(), &scores).to_json()?;

    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    write(&models.join("en.model"), &model)?;
    write(&models.join("manifest.json"), manifest.as_bytes())?;
    Ok(format!("models/en.model: {} bytes", model.len()))
}

/// What a model without the ingredient of this name scores.
fn train_without(name: &str, data: &Path) -> Result<String, Error> {
    let ingredient =
        Ingredient::parse(name).ok_or_else(|| format!("there is no ingredient '{name}' to go without"))?;
    let lists = Lists::read(data)?;
    let material = lists.material(data)?;
    let (model, _) = lists.model(material.learn(&calibration::identity(), Training::Without(ingredient)));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../target/without-{name}.model"));
    write(&file, &model)?;
    Ok(format!("without {name}\n{}", scores::table(&scores(&model, data)?)))
}

/// The sections of a model, as [`pressmark::model::write`] takes them.
type Sections = Vec<(&'static str, Vec<u8>)>;

/// All of a model that is not learnt: names, who they are, and classes of words.
struct Lists {
    tables: gazetteer::Tables,
    words: Vec<u8>,
}

impl Lists {
    fn read(data: &Path) -> Result<Self, Error> {
        let mut builder = gazetteer::Builder::default();
        lists::add_all(&data.join("gazetteers"), &mut builder)?;
        corpora::add_common_words(&data.join("ner"), &mut builder)?;
        Ok(Self { tables: builder.finish(), words: classes::section(&data.join("gazetteers"))? })
    }

    fn material(&self, data: &Path) -> Result<tagger::Material<'_>, Error> {
        let gazetteer = Gazetteer::new(&self.tables.names).map_err(|error| error.to_string())?;
        let words = Words::new(&self.words).map_err(|error| error.to_string())?;
        tagger::Material::read(data, gazetteer, words)
    }

    /// The model with these weights, and its sections.
    fn model(&self, weights: Vec<u8>) -> (Vec<u8>, Sections) {
        let sections = vec![
            ("names", self.tables.names.clone()),
            ("records", self.tables.records.clone()),
            ("words", self.words.clone()),
            ("weights", weights),
        ];
        (pressmark::model::write(&sections), sections)
    }
}

fn annotator(model: Vec<u8>) -> Result<Annotator, Error> {
    Annotator::new(model).map_err(|error| error.to_string())
}

/// The model's scores on the development sets.
fn scores(model: &[u8], data: &Path) -> Result<Scores, Error> {
    let annotator = annotator(model.to_vec())?;
    let mut scores = Scores::new();
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
