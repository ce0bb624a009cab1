//! How fast the engine is in native code, and where the time goes: one line of JSON for each text file given.
//!
//! `cargo xtask bench` runs this and shows it beside the same in wasm.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use pressmark::{Annotator, Options};
use serde_json::json;

/// A text is annotated for at least this long, and at least this often.
const LEAST_TIME: Duration = Duration::from_millis(300);
const LEAST_RUNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("models/en.model");
    let annotator = Annotator::new(fs::read(model)?)?;
    // Cargo adds options of its own, such as --bench.
    for file in std::env::args().skip(1).filter(|argument| !argument.starts_with("--")) {
        println!("{}", measure(&annotator, &fs::read_to_string(file)?));
    }
    Ok(())
}

fn measure(annotator: &Annotator, text: &str) -> serde_json::Value {
    let mut runs = Vec::new();
    let mut stages: BTreeMap<&str, f64> = BTreeMap::new();
    let start = Instant::now();
    while runs.len() < LEAST_RUNS || start.elapsed() < LEAST_TIME {
        let run_start = Instant::now();
        let mut stage_start = run_start;
        let mut reading = annotator.read(text, &Options::default());
        while let Some(stage) = reading.advance(1 << 16) {
            *stages.entry(stage.name()).or_default() += stage_start.elapsed().as_secs_f64();
            stage_start = Instant::now();
        }
        black_box(reading.finish());
        runs.push(run_start.elapsed().as_secs_f64());
    }
    let all: f64 = runs.iter().sum();
    for time in stages.values_mut() {
        *time /= all;
    }
    runs.sort_by(f64::total_cmp);
    json!({
        "characters": text.chars().count(),
        "tokens": pressmark::segment::segment(text).tokens().len(),
        "seconds": runs[runs.len() / 2],
        "stages": stages,
    })
}
