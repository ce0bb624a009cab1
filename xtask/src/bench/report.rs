//! What was measured, as Markdown that a terminal shows well too.

use std::fmt::Write as _;

use super::{CONTESTANTS, Measured, Text};

/// The stages in their order; the door makes columns for JavaScript.
const STAGES: [&str; 6] = ["segment", "entity", "date", "quote", "link", "door"];

/// The whole report.
pub fn markdown(measured: &Measured) -> String {
    let mut out = String::from(HEAD);
    out.push_str(&speed(measured));
    out.push_str(&profile(measured));
    out.push_str(&memory(measured));
    out.push_str(&wanted(measured));
    out
}

const HEAD: &str = "# Performance

Made by `cargo xtask bench --write`: one run on one machine, texts of our own articles in a row with varied names,
medians of runs in turn. Times are processor time, which others on the machine disturb least. What counts are the ratios;
another machine has other times.

![Time by length of text, both on logarithmic scales](images/performance.svg)
";

/// A line of a table.
fn row(out: &mut String, cells: impl IntoIterator<Item = String>) {
    out.push('|');
    for cell in cells {
        let _ = write!(out, " {cell} |");
    }
    out.push('\n');
}

/// The first line of a table and the one beneath it.
fn header(out: &mut String, cells: &[String]) {
    row(out, cells.iter().cloned());
    row(out, cells.iter().enumerate().map(|(i, _)| if i == 0 { "---" } else { "--:" }.to_owned()));
}

fn length(bytes: f64) -> String {
    if bytes < 999_000.0 { format!("{:.0} kB", bytes / 1e3) } else { format!("{:.0} MB", bytes / 1e6) }
}

/// With three digits that count.
fn short(number: f64) -> String {
    match number {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        1.0.. => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

fn speed(measured: &Measured) -> String {
    let lengths = || measured.texts.iter().map(|text| length(text.bytes));
    let mut out = String::from("\n## Speed\n\nMillions of characters a second, and how the time grows.\n\n");
    let title = |rest: &[&str]| {
        let start = [String::new()].into_iter().chain(lengths());
        start.chain(rest.iter().map(|&s| s.to_owned())).collect::<Vec<_>>()
    };
    header(&mut out, &title(&["exponent", "what it finds"]));
    let line = |name: &str, does: &str, seconds: &dyn Fn(usize) -> Option<f64>| {
        let rate = |(index, text): (usize, &Text)| {
            seconds(index).map_or("–".to_owned(), |s| short(text.characters / s / 1e6))
        };
        let exponent = measured.exponent(seconds).map_or("–".to_owned(), |e| format!("{e:.2}"));
        let rates: Vec<String> = measured.texts.iter().enumerate().map(rate).collect();
        [name.to_owned()].into_iter().chain(rates).chain([exponent, does.to_owned()]).collect::<Vec<_>>()
    };
    if !measured.native.is_empty() {
        row(&mut out, line("Pressmark, native", "as in wasm", &|text| measured.native_seconds(text)));
    }
    for key in CONTESTANTS {
        let Some(time) = measured.time(key, 0) else { continue };
        row(&mut out, line(&time.name, &time.does, &|text| Some(measured.time(key, text)?.cpu)));
    }
    out.push_str(
        "\n–: would have needed longer than was waited for, by the time that it took for the texts before.\n",
    );
    out.push_str("\nHow many times as fast Pressmark in wasm is, in processor time and by the clock.\n\n");
    header(&mut out, &title(&[]));
    for key in &CONTESTANTS[1..] {
        let Some(name) = measured.time(key, 0).map(|time| &time.name) else { continue };
        let ratios = (0..measured.races.len()).map(|text| {
            let wall = || Some(measured.time(key, text)?.wall / measured.time("pressmark", text)?.wall);
            let both = measured.ratio(key, text).zip(wall());
            both.map_or("–".to_owned(), |(cpu, wall)| format!("{} ({})", short(cpu), short(wall)))
        });
        row(&mut out, [name.clone()].into_iter().chain(ratios.collect::<Vec<_>>()));
    }
    if let Some((native, text)) = measured.native.last().zip(measured.texts.last()) {
        let _ = writeln!(out, "\nA token has {:.1} characters.", text.characters / native.tokens);
    }
    out
}

fn profile(measured: &Measured) -> String {
    let mut out = String::from("\n## Where the time goes\n\nNanoseconds a character, by stage.\n\n");
    let native = |index: usize| measured.native.get(index).map(|native| ("native", &native.stages));
    let wasm = |index: usize| measured.races.get(index).map(|race| ("wasm", &race.stages));
    let measured = measured.texts.iter().enumerate();
    let columns: Vec<_> = measured
        .flat_map(|(index, text)| [native(index), wasm(index)].into_iter().flatten().map(move |m| (text, m)))
        .collect();
    let titles = columns.iter().map(|(text, (code, _))| format!("{code}, {}", length(text.bytes)));
    header(&mut out, &[String::new()].into_iter().chain(titles).collect::<Vec<_>>());
    for stage in STAGES {
        let cells = columns.iter().map(|(text, (_, stages))| {
            stages.get(stage).map_or("–".to_owned(), |s| short(s / text.characters * 1e9))
        });
        row(&mut out, [stage.to_owned()].into_iter().chain(cells));
    }
    out
}

fn memory(measured: &Measured) -> String {
    let mut out = String::from("\n## Memory, bytes and the first moment\n\n");
    header(&mut out, &["", "to load, kB", "under gzip, kB", "process, MB"].map(str::to_owned));
    for (key, weight) in &measured.weights {
        let Some(time) = measured.time(key, 0) else { continue };
        let cells = [weight.bytes / 1e3, weight.gzip / 1e3, weight.before / 1e6].map(|n| format!("{n:.0}"));
        row(&mut out, [time.name.clone()].into_iter().chain(cells));
    }
    let longest = &measured.longest;
    let text = measured.texts.last().map_or("the text".to_owned(), |text| length(text.bytes));
    if let Some(model) = measured.native.last().and_then(|native| native.model) {
        let _ = writeln!(out, "\nIn native code the loaded model takes {:.0} MB.", model / 1e6);
    }
    if let Some(native) = native_memory(measured) {
        let _ = writeln!(
            out,
            "\nReading {text}, beside the text itself and the loaded model, native code holds {native:.1} times the text at most."
        );
    }
    if let Some(wasm) = wasm_memory(measured) {
        let _ = writeln!(
            out,
            "\nReading {text}, the engine's memory in wasm grows by {wasm:.1} times the text, which is inside;"
        );
        let _ = writeln!(out, "the whole process grows by {:.0} MB.", (longest.after - longest.before) / 1e6);
    }
    let start = &measured.cold_start;
    let _ = writeln!(
        out,
        "\nA cold start in Node takes {:.0} ms to read and compile engine and model, and {:.0} ms for a first sentence.",
        start.load, start.first
    );
    out
}

/// The most memory that reading took in native code beside text and model, as a multiple of the text.
fn native_memory(measured: &Measured) -> Option<f64> {
    Some(measured.native.last()?.memory? / measured.texts.last()?.bytes)
}

/// By how much the engine's own memory in wasm grew from the loaded model on, as a multiple of the text.
fn wasm_memory(measured: &Measured) -> Option<f64> {
    let Measured { longest, texts, .. } = measured;
    Some((longest.engine? - longest.loaded?) / texts.last()?.bytes)
}

/// What is wanted, what is, and whether that holds. What a quick run does not measure is left out.
fn aims(measured: &Measured) -> Vec<(&'static str, String, bool)> {
    let at_least = |what, value: Option<f64>, least: f64| {
        value.map(|v| (what, format!("{} (at least {least})", short(v)), v >= least))
    };
    let at_most = |what, value: Option<f64>, most: f64| {
        value.map(|v| (what, format!("{} (at most {most})", short(v)), v <= most))
    };
    let wasm = |text| Some(measured.time("pressmark", text)?.cpu);
    let long = measured.texts.len() > 2;
    [
        at_least(
            "times as fast as compromise with dates at 100 kB",
            measured.ratio("compromiseDates", 1),
            20.0,
        ),
        at_least(
            "times as fast as compromise without dates at 100 kB",
            measured.ratio("compromise", 1),
            20.0,
        ),
        at_least("times as fast as wink's names at 100 kB", measured.ratio("wink", 1), 0.5),
        at_most("exponent of growth, native", measured.exponent(|text| measured.native_seconds(text)), 1.05),
        at_most("exponent of growth, wasm", measured.exponent(wasm), 1.05),
        at_most("cold start in Node, ms", Some(measured.cold_start.load), 150.0),
        at_most("peak memory in native code, texts", native_memory(measured).filter(|_| long), 6.0),
        at_most("peak memory in wasm, texts", wasm_memory(measured).filter(|_| long), 6.0),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn wanted(measured: &Measured) -> String {
    let mut out = String::from("\n## What is wanted\n\n");
    header(&mut out, &["", "measured", ""].map(str::to_owned));
    for (what, measured, holds) in aims(measured) {
        row(&mut out, [what.to_owned(), measured, if holds { "holds" } else { "**missed**" }.to_owned()]);
    }
    out
}

/// The aims that were missed, in words.
pub fn missed(measured: &Measured) -> Vec<String> {
    let missed = aims(measured).into_iter().filter(|(.., holds)| !holds);
    missed.map(|(what, measured, _)| format!("{what}: {measured}")).collect()
}
