//! How fast the engine is in native code, where the time goes, and how much memory it takes: one line of JSON for a
//! text file.
//!
//! `cargo xtask bench` runs this, a process for each text, and shows it beside the same in wasm.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use pressmark::{Annotator, Options};
use serde_json::json;

/// A text is annotated for at least this long, and at least this often.
const LEAST_TIME: Duration = Duration::from_millis(500);
const LEAST_RUNS: usize = 5;

/// How much of a text is read at a time, in bytes.
const STEP: usize = 1 << 16;

fn main() -> Result<(), Box<dyn Error>> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("models/en.model");
    // Cargo adds options of its own, such as --bench.
    let file = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).ok_or("no text file")?;
    let text = fs::read_to_string(file)?;
    let before = memory("VmRSS:");
    let annotator = Annotator::new(fs::read(model)?)?;
    let loaded = memory("VmRSS:");
    black_box(annotator.annotate(&text, &Options::default()));
    let peak = memory("VmHWM:");
    let grown = |from: Option<u64>, to: Option<u64>| Some(to?.saturating_sub(from?));
    let mut line = measure(&annotator, &text);
    line["model"] = json!(grown(before, loaded));
    line["memory"] = json!(grown(loaded, peak));
    println!("{line}");
    Ok(())
}

fn measure(annotator: &Annotator, text: &str) -> serde_json::Value {
    let (mut walls, mut cpus) = (Vec::new(), Vec::new());
    let mut stages: BTreeMap<&str, f64> = BTreeMap::new();
    let start = Instant::now();
    while walls.len() < LEAST_RUNS || start.elapsed() < LEAST_TIME {
        let (run_start, cpu_start) = (Instant::now(), ThreadTime::now());
        let mut stage_start = run_start;
        let mut reading = annotator.read(text, &Options::default());
        while let Some(stage) = reading.advance(STEP) {
            *stages.entry(stage.name()).or_default() += stage_start.elapsed().as_secs_f64();
            stage_start = Instant::now();
        }
        black_box(reading.finish());
        walls.push(run_start.elapsed().as_secs_f64());
        cpus.push(cpu_start.elapsed().as_secs_f64());
    }
    for time in stages.values_mut() {
        *time /= walls.len() as f64;
    }
    json!({
        "tokens": pressmark::segment::segment(text).tokens().len(),
        "wall": median(&mut walls),
        "cpu": median(&mut cpus),
        "stages": stages,
    })
}

fn median(times: &mut [f64]) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}

/// A line of the process's memory in bytes, where the system tells.
fn memory(line: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kib: u64 =
        status.lines().find_map(|l| l.strip_prefix(line))?.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib * 1024)
}
