//! How much a reader's browser has to load, and how much it may.

use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

/// One of the things that a browser loads.
pub struct Part {
    /// Its name in reports.
    pub name: &'static str,
    /// Its size in bytes.
    pub raw: usize,
    /// Its size in bytes under gzip, which every server can do.
    pub gzip: usize,
    /// Its size in bytes under brotli, which good ones do.
    pub brotli: usize,
    /// The most bytes that it may have under gzip.
    pub budget: usize,
}

/// The parts as they stand in the tree.
///
/// # Errors
/// If a file cannot be read.
pub fn measure() -> Result<[Part; 4]> {
    Ok([
        part("wasm", 400_000, &["pkg/engine/pressmark_bg.wasm".into()])?,
        part("exchange", 100_000, &["pkg/engine/exchange_bg.wasm".into()])?,
        part("model", 2_500_000, &["pkg/engine/en.model".into()])?,
        part("page code", 60_000, &page_code()?)?,
    ])
}

/// Checks each part against its budget, and prints them.
///
/// # Errors
/// If one is over its budget.
pub fn check() -> Result<()> {
    let parts = measure()?;
    print(&parts);
    let over: Vec<&str> = parts.iter().filter(|part| part.gzip > part.budget).map(|part| part.name).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// A table of the parts, sizes in bytes.
pub fn print(parts: &[Part]) {
    println!("{:<12}{:>12}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli", "budget");
    for Part { name, raw, gzip, brotli, budget } in parts {
        println!("{name:<12}{raw:>12}{gzip:>12}{brotli:>12}{budget:>12}");
    }
}

/// Everything written by hand or by the binding generator that runs or styles the page; not its examples.
fn page_code() -> Result<Vec<String>> {
    let mut files = project::files("www")?;
    files.extend(project::files("pkg")?);
    files.retain(|file| project::has_ending(file, &["html", "css", "js"]));
    Ok(files)
}

/// Each file is compressed alone, as a server sends it.
fn part(name: &'static str, budget: usize, files: &[String]) -> Result<Part> {
    let mut part = Part { name, raw: 0, gzip: 0, brotli: 0, budget };
    for file in files {
        let bytes = fs::read(project::path(file)).with_context(|| format!("cannot read {file}"))?;
        part.raw += bytes.len();
        part.gzip += gzip(&bytes)?;
        part.brotli += brotli(&bytes)?;
    }
    Ok(part)
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &brotli::enc::BrotliEncoderParams::default())?;
    Ok(out.len())
}
