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

/// Who would need longer for one text, in seconds of the processor, is left out.
const PATIENCE: f64 = 60.0;
const QUICK_PATIENCE: f64 = 2.0;

/// How many processes are started to find the cold start.
const COLD_STARTS: usize = 9;

/// A text to measure with.
struct Text {
    file: PathBuf,
    bytes: f64,
    characters: f64,
}

/// What `benches/native.rs` says of a text. Times are in seconds, memory in bytes: what the loaded model takes, and
/// the most that reading took beside it and the text.
#[derive(Deserialize)]
struct Native {
    tokens: f64,
    cpu: f64,
    stages: BTreeMap<String, f64>,
    model: Option<f64>,
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

/// What `benches/weight.mjs` says of a contestant, in bytes; of the engine in wasm also how large its memory is once
/// loaded and after reading.
#[derive(Deserialize)]
struct Weight {
    bytes: f64,
    gzip: f64,
    before: f64,
    after: f64,
    loaded: Option<f64>,
    engine: Option<f64>,
}

/// What `benches/cold-start.mjs` says of its process, in milliseconds by the clock.
#[derive(Deserialize)]
struct ColdStart {
    load: f64,
    first: f64,
}

/// Everything measured in one run.
struct Measured {
    texts: Vec<Text>,
    /// One a text; none in a quick run.
    native: Vec<Native>,
    races: Vec<Race>,
    /// By contestant, in the order of the table.
    weights: Vec<(&'static str, Weight)>,
    /// Of the engine with the longest text.
    longest: Weight,
    cold_start: ColdStart,
}

/// The keys of `benches/peers.mjs`, fastest first as a rule.
const CONTESTANTS: [&str; 5] = ["pressmark", "wink", "chrono", "compromise", "compromiseDates"];

/// Measures and prints; `quick` leaves out native code, long texts and slow peers, `check` fails unless the aims are
/// reached, `write` puts the tables and a plot into `docs/`.
///
/// # Errors
/// If something cannot be built, run or written, or `check` is asked for and does not hold.
pub fn run(quick: bool, check: bool, write: bool) -> Result<()> {
    node::provide()?;
    build::run(false)?;
    let contestants = contestants(quick)?;
    let measured = measure(quick, contestants)?;
    let report = report::markdown(&measured);
    println!("{report}");
    match sizes::measure() {
        Ok(parts) => sizes::print(&parts),
        Err(error) => eprintln!("note: no sizes, `cargo xtask test sizes` makes what has them: {error:#}"),
    }
    if write {
        fs::write(project::path("docs/images/performance.svg"), plot::growth(&measured))?;
        fs::write(project::path("docs/PERFORMANCE.md"), report)?;
        eprintln!("wrote docs/PERFORMANCE.md and docs/images/performance.svg");
    }
    let missed = report::missed(&measured);
    ensure!(!check || missed.is_empty(), "missed: {}", missed.join("; "));
    Ok(())
}

/// Who takes part: where the peers cannot be installed, a quick run goes without them.
fn contestants(quick: bool) -> Result<&'static [&'static str]> {
    match node::install_packages_of("benches") {
        Err(error) if quick => {
            eprintln!("note: no peers to measure beside: {error:#}");
            Ok(&CONTESTANTS[..1])
        }
        other => other.map(|()| &CONTESTANTS[..]),
    }
}

fn measure(quick: bool, contestants: &[&'static str]) -> Result<Measured> {
    let lengths: &[usize] = if quick { &QUICK_LENGTHS } else { &LENGTHS };
    let texts = lengths.iter().map(|length| text(*length)).collect::<Result<Vec<_>>>()?;
    let native = if quick { Vec::new() } else { texts.iter().map(native).collect::<Result<_>>()? };
    eprintln!("racing over texts of up to {} bytes", lengths[lengths.len() - 1]);
    let races = races(&texts, contestants, if quick { QUICK_PATIENCE } else { PATIENCE })?;
    let weights = contestants.iter().map(|key| Ok((*key, weight(key, None)?))).collect::<Result<_>>()?;
    let longest = weight(CONTESTANTS[0], texts.last())?;
    Ok(Measured { native, races, weights, longest, cold_start: cold_start()?, texts })
}

fn text(length: usize) -> Result<Text> {
    let file = texts::write(length)?;
    let content = fs::read_to_string(&file)?;
    Ok(Text { file, bytes: content.len() as f64, characters: content.chars().count() as f64 })
}

fn native(text: &Text) -> Result<Native> {
    let mut bench = cargo();
    bench
        .args(["bench", "--quiet", "--locked", "--package", "pressmark", "--bench", "native", "--"])
        .arg(&text.file);
    Ok(serde_json::from_str(&output(&mut bench)?)?)
}

fn races(texts: &[Text], contestants: &[&str], patience: f64) -> Result<Vec<Race>> {
    let mut race = node::node()?;
    race.arg("benches/race.mjs").arg(patience.to_string()).arg(contestants.join(","));
    let lines = output(race.args(texts.iter().map(|text| &text.file)))?;
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn weight(contestant: &str, text: Option<&Text>) -> Result<Weight> {
    let file = text.map(|text| &text.file);
    let line = output(node::node()?.arg("benches/weight.mjs").arg(contestant).args(file))?;
    Ok(serde_json::from_str(&line)?)
}

/// The shortest: it is by the clock, and whatever else the machine does only makes it longer.
fn cold_start() -> Result<ColdStart> {
    let start = || -> Result<ColdStart> {
        Ok(serde_json::from_str(&output(node::node()?.arg("benches/cold-start.mjs"))?)?)
    };
    let starts = (0..COLD_STARTS).map(|_| start()).collect::<Result<Vec<_>>>()?;
    starts.into_iter().min_by(|a, b| a.load.total_cmp(&b.load)).context("nothing was started")
}

impl Measured {
    /// A contestant's time on the text of this index, if it took part.
    fn time(&self, contestant: &str, text: usize) -> Option<&Time> {
        self.races.get(text)?.contestants.get(contestant)
    }

    /// Processor seconds in native code.
    fn native_seconds(&self, text: usize) -> Option<f64> {
        Some(self.native.get(text)?.cpu)
    }

    /// How many times as fast the engine in wasm is as another, by processor time on the text of this index.
    fn ratio(&self, contestant: &str, text: usize) -> Option<f64> {
        Some(self.time(contestant, text)?.cpu / self.time("pressmark", text)?.cpu)
    }

    /// With which power time grows from the second text to the last: 1 if twice the text takes twice the time.
    fn exponent(&self, seconds: impl Fn(usize) -> Option<f64>) -> Option<f64> {
        let last = self.texts.len() - 1;
        if last < 2 {
            return None;
        }
        let grown = seconds(last)? / seconds(1)?;
        Some(grown.ln() / (self.texts[last].characters / self.texts[1].characters).ln())
    }
}
