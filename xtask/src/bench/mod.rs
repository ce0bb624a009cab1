//! `cargo xtask bench`: the engine in native code and in wasm, beside the libraries that one would take instead; where
//! its time goes and how it grows with the text; memory, cold start and bytes.

mod plot;
mod report;
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::command::{cargo, output};
use crate::{build, node, project, sizes};

/// Lengths of the texts in bytes: an article, a long document, a book, a shelf of books.
const LENGTHS: [usize; 4] = [3_000, 100_000, 1_000_000, 10_000_000];
const QUICK_LENGTHS: [usize; 2] = [3_000, 100_000];

/// Who needs longer for one text, in seconds, is left out.
const PATIENCE: u32 = 60;
const QUICK_PATIENCE: u32 = 3;

/// How many processes are started to find the usual cold start.
const COLD_STARTS: usize = 9;

/// What `benches/native.rs` says of a text. Times are in seconds, memory in bytes.
#[derive(Deserialize)]
struct Native {
    characters: f64,
    bytes: f64,
    tokens: f64,
    wall: f64,
    cpu: Option<f64>,
    stages: BTreeMap<String, f64>,
    memory: Option<f64>,
}

/// What `benches/race.mjs` says of a text.
#[derive(Deserialize)]
struct Race {
    contestants: BTreeMap<String, Time>,
    stages: BTreeMap<String, f64>,
}

/// Median seconds of a contestant.
#[derive(Deserialize)]
struct Time {
    name: String,
    does: String,
    wall: f64,
    cpu: f64,
}

/// What `benches/weight.mjs` says of a contestant, in bytes.
#[derive(Deserialize)]
struct Weight {
    bytes: f64,
    gzip: f64,
    before: f64,
    after: f64,
    engine: Option<f64>,
}

/// What `benches/cold-start.mjs` says of its process, in milliseconds.
#[derive(Deserialize)]
struct ColdStart {
    load: f64,
    first: f64,
}

/// Everything measured in one run.
struct Measured {
    native: Vec<Native>,
    races: Vec<Race>,
    /// By contestant, in the order of the table.
    weights: Vec<(&'static str, Weight)>,
    /// Of the engine with the longest text, and that text's length.
    longest: Weight,
    cold_start: ColdStart,
    model: f64,
}

/// The keys of `benches/peers.mjs`, fastest first as a rule.
const CONTESTANTS: [&str; 5] = ["pressmark", "wink", "chrono", "compromise", "compromiseDates"];

/// Measures and prints; `quick` leaves out long texts and slow peers, `check` fails unless the ratios hold, `write`
/// puts the tables and a plot into `docs/`.
///
/// # Errors
/// If something cannot be built, run or written, or `check` is asked for and does not hold.
pub fn run(quick: bool, check: bool, write: bool) -> Result<()> {
    node::provide()?;
    build::run(false)?;
    node::install_packages_of("benches")?;
    let measured = measure(quick)?;
    let report = report::markdown(&measured);
    println!("{report}");
    sizes::print(&sizes::measure()?);
    if write {
        fs::write(project::path("docs/images/performance.svg"), plot::growth(&measured))?;
        fs::write(project::path("docs/PERFORMANCE.md"), report)?;
        eprintln!("wrote docs/PERFORMANCE.md and docs/images/performance.svg");
    }
    let missed = report::missed(&measured);
    ensure!(!check || missed.is_empty(), "missed: {}", missed.join("; "));
    Ok(())
}

fn measure(quick: bool) -> Result<Measured> {
    let lengths: &[usize] = if quick { &QUICK_LENGTHS } else { &LENGTHS };
    let files = lengths.iter().map(|length| texts::write(*length)).collect::<Result<Vec<_>>>()?;
    let longest = files.last().context("there are no texts")?;
    Ok(Measured {
        native: files.iter().map(native).collect::<Result<_>>()?,
        races: races(&files, if quick { QUICK_PATIENCE } else { PATIENCE })?,
        weights: CONTESTANTS.into_iter().map(|key| Ok((key, weight(key, None)?))).collect::<Result<_>>()?,
        longest: weight("pressmark", Some(longest))?,
        cold_start: cold_start()?,
        model: fs::metadata(project::path("models/en.model"))?.len() as f64,
    })
}

fn native(file: &PathBuf) -> Result<Native> {
    let mut bench = cargo();
    bench
        .args(["bench", "--quiet", "--locked", "--package", "pressmark", "--bench", "native", "--"])
        .arg(file);
    Ok(serde_json::from_str(&output(&mut bench)?)?)
}

fn races(files: &[PathBuf], patience: u32) -> Result<Vec<Race>> {
    let lines = output(node::node()?.arg("benches/race.mjs").arg(patience.to_string()).args(files))?;
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn weight(contestant: &str, text: Option<&PathBuf>) -> Result<Weight> {
    let line = output(node::node()?.arg("benches/weight.mjs").arg(contestant).args(text))?;
    Ok(serde_json::from_str(&line)?)
}

/// The usual one.
fn cold_start() -> Result<ColdStart> {
    let mut starts = Vec::new();
    for _ in 0..COLD_STARTS {
        let line = output(node::node()?.arg("benches/cold-start.mjs"))?;
        starts.push(serde_json::from_str::<ColdStart>(&line)?);
    }
    starts.sort_by(|a, b| a.load.total_cmp(&b.load));
    Ok(starts.swap_remove(COLD_STARTS / 2))
}

impl Measured {
    /// A contestant's time on the text of this index, if it took part.
    fn time(&self, contestant: &str, text: usize) -> Option<&Time> {
        self.races.get(text)?.contestants.get(contestant)
    }

    /// Processor seconds in native code, by the clock where the system does not tell.
    fn native_seconds(&self, text: usize) -> f64 {
        let native = &self.native[text];
        native.cpu.unwrap_or(native.wall)
    }

    /// How many times as fast the engine in wasm is as another, by processor time on the text of this index.
    fn ratio(&self, contestant: &str, text: usize) -> Option<f64> {
        Some(self.time(contestant, text)?.cpu / self.time("pressmark", text)?.cpu)
    }

    /// With which power time grows from the second text to the last: 1 if twice the text takes twice the time.
    fn exponent(&self, seconds: impl Fn(usize) -> Option<f64>) -> Option<f64> {
        let last = self.native.len() - 1;
        if last < 2 {
            return None;
        }
        let grown = seconds(last)? / seconds(1)?;
        Some(grown.ln() / (self.native[last].characters / self.native[1].characters).ln())
    }
}
