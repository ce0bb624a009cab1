//! `cargo xtask bench`: speed in native code and in wasm, beside compromise in the same Node process; where the
//! time goes, and how it grows with the text; cold start; sizes.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use crate::command::{cargo, output};
use crate::{build, node, project, sizes};

/// A text to measure with.
struct Text {
    name: &'static str,
    /// Its length in bytes.
    length: usize,
    /// How often the contestants run over it.
    rounds: u32,
    /// How often they do with compromise finding dates too. That takes compromise minutes on a long text.
    rounds_with_dates: u32,
}

/// An article, a long document, a book.
const TEXTS: [Text; 3] = [
    Text { name: "3 kB", length: 3_000, rounds: 31, rounds_with_dates: 9 },
    Text { name: "100 kB", length: 100_000, rounds: 5, rounds_with_dates: 1 },
    Text { name: "1 MB", length: 1_000_000, rounds: 3, rounds_with_dates: 0 },
];

/// Enough to see that nothing has gone badly wrong, in seconds.
const QUICK_TEXTS: [Text; 2] = [
    Text { name: "3 kB", length: 3_000, rounds: 15, rounds_with_dates: 5 },
    Text { name: "100 kB", length: 100_000, rounds: 3, rounds_with_dates: 0 },
];

/// Lengths of articles in a row, in bytes, and numbers of opening marks on one line, to see time grow with.
const ARTICLES: [usize; 3] = [100_000, 1_000_000, 10_000_000];
const MARKS: [usize; 2] = [100_000, 1_000_000];

/// How many processes are started to find the usual cold start.
const COLD_STARTS: usize = 5;

/// What `benches/native.rs` says of a text.
#[derive(Deserialize)]
struct Native {
    characters: f64,
    tokens: f64,
    seconds: f64,
    /// The share of each stage, which make 1 together.
    stages: BTreeMap<String, f64>,
}

/// What `benches/node.mjs` says of a text.
#[derive(Deserialize)]
struct Node {
    /// Compromise finds names and quotations.
    plain: Race,
    /// Compromise finds dates as well.
    dates: Option<Race>,
}

/// Median seconds of both on the same text.
#[derive(Deserialize)]
struct Race {
    pressmark: f64,
    compromise: f64,
}

impl Native {
    /// Seconds of the stage that finds quotes.
    fn quotes(&self) -> f64 {
        self.seconds * self.stages.get("quote").copied().unwrap_or_default()
    }
}

impl Race {
    fn ratio(&self) -> f64 {
        self.compromise / self.pressmark
    }
}

/// What `benches/cold-start.mjs` says of its process, in milliseconds.
#[derive(Deserialize)]
struct ColdStart {
    load: f64,
    first: f64,
}

/// Measures and prints; `quick` leaves out long texts and growth, `check` fails unless wasm is faster than compromise.
///
/// # Errors
/// If something cannot be built or run, or `check` is asked for and does not hold.
pub fn run(quick: bool, check: bool) -> Result<()> {
    node::provide()?;
    build::run(false)?;
    node::install_packages()?;
    let texts: &[Text] = if quick { &QUICK_TEXTS } else { &TEXTS };
    let files = texts.iter().map(|text| write_text(text.length)).collect::<Result<Vec<_>>>()?;
    let native = native(&files)?;
    let races = races(texts, &files)?;
    for ((text, native), race) in texts.iter().zip(&native).zip(&races) {
        print(text.name, native, race);
    }
    if !quick {
        print_growth("articles, bytes", &ARTICLES, write_text)?;
        print_growth("opening marks on one line", &MARKS, write_marks)?;
    }
    print_cold_start()?;
    println!();
    sizes::print(&sizes::measure()?);
    let least = races.iter().map(|node| node.plain.ratio()).fold(f64::INFINITY, f64::min);
    ensure!(!check || least > 1.0, "wasm is slower than compromise: {least:.2} times its speed");
    Ok(())
}

/// Writes the page's examples, over and over up to the last line that fits, and gives the file.
fn write_text(length: usize) -> Result<PathBuf> {
    let mut examples = String::new();
    for file in project::files("www/examples")?.iter().filter(|file| project::has_ending(file, &["txt"])) {
        let text = fs::read_to_string(project::path(file)).with_context(|| format!("cannot read {file}"))?;
        examples.push_str(text.trim_end());
        examples.push_str("\n\n");
    }
    if examples.is_empty() {
        bail!("there are no texts in www/examples");
    }
    let mut text = examples.repeat(length / examples.len() + 1);
    text.truncate(text.floor_char_boundary(length));
    let end = text.rfind('\n').unwrap_or(text.len());
    text.truncate(end);
    write(&length.to_string(), &text)
}

/// Writes a line of so many opening marks, and gives the file.
fn write_marks(count: usize) -> Result<PathBuf> {
    write(&format!("marks-{count}"), &"“".repeat(count))
}

fn write(name: &str, text: &str) -> Result<PathBuf> {
    let file = project::path(&format!("target/bench/{name}.txt"));
    fs::create_dir_all(project::path("target/bench"))?;
    fs::write(&file, text)?;
    Ok(file)
}

fn native(files: &[PathBuf]) -> Result<Vec<Native>> {
    let mut bench = cargo();
    bench
        .args(["bench", "--quiet", "--locked", "--package", "pressmark", "--bench", "native", "--"])
        .args(files);
    lines(&output(&mut bench)?)
}

fn races(texts: &[Text], files: &[PathBuf]) -> Result<Vec<Node>> {
    let mut node = node::node()?;
    node.arg("benches/node.mjs");
    for (text, file) in texts.iter().zip(files) {
        node.arg(format!("{}:{}:{}", text.rounds, text.rounds_with_dates, file.display()));
    }
    lines(&output(&mut node)?)
}

fn lines<T: for<'a> Deserialize<'a>>(output: &str) -> Result<Vec<T>> {
    output.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn print(name: &str, native: &Native, node: &Node) {
    println!("\n{name:<28}{:>12}{:>12}{:>14}", "ms", "Mchar/s", "ktokens/s");
    let row = |what: &str, seconds: f64| {
        let (ms, characters) = (seconds * 1e3, native.characters / seconds / 1e6);
        println!("{what:<28}{ms:>12.2}{characters:>12.2}{:>14.0}", native.tokens / seconds / 1e3);
    };
    row("native", native.seconds);
    row("wasm", node.plain.pressmark);
    row("compromise, names + quotes", node.plain.compromise);
    println!("wasm has {:.0} times the speed of compromise", node.plain.ratio());
    if let Some(race) = &node.dates {
        row("compromise, and dates", race.compromise);
        println!("wasm has {:.0} times the speed of compromise with dates", race.ratio());
    }
    let shares = native.stages.iter().map(|(stage, share)| format!("{stage} {:.0} %", share * 100.0));
    println!("native stages: {}", shares.collect::<Vec<_>>().join(", "));
}

/// How native time grows from each size to the next: with its power 1 if twice the text takes twice the time.
fn print_growth(what: &str, sizes: &[usize], make: impl Fn(usize) -> Result<PathBuf>) -> Result<()> {
    let files = sizes.iter().map(|size| make(*size)).collect::<Result<Vec<_>>>()?;
    let measured = native(&files)?;
    println!("\n{what:<28}{:>12}{:>12}{:>12}{:>12}", "ms", "power", "quotes, ms", "power");
    for (index, (size, now)) in sizes.iter().zip(&measured).enumerate() {
        let power = |seconds: fn(&Native) -> f64| match index.checked_sub(1).map(|i| &measured[i]) {
            Some(before) => {
                let grown = (seconds(now) / seconds(before)).ln() / (now.characters / before.characters).ln();
                format!("{grown:.2}")
            }
            None => String::new(),
        };
        let (whole, quotes) = (now.seconds * 1e3, now.quotes() * 1e3);
        let powers = (power(|n| n.seconds), power(Native::quotes));
        println!("{size:<28}{whole:>12.1}{:>12}{quotes:>12.1}{:>12}", powers.0, powers.1);
    }
    Ok(())
}

fn print_cold_start() -> Result<()> {
    let mut starts = Vec::new();
    for _ in 0..COLD_STARTS {
        let line = output(node::node()?.arg("benches/cold-start.mjs"))?;
        starts.push(serde_json::from_str::<ColdStart>(&line)?);
    }
    starts.sort_by(|a, b| a.load.total_cmp(&b.load));
    let ColdStart { load, first } = &starts[COLD_STARTS / 2];
    println!("\ncold start in Node: {load:.1} ms to compile and load, {first:.1} ms for a first sentence");
    Ok(())
}
