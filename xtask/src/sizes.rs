//! How much a reader's browser has to load, and how much it may.

use std::fs;
use std::io::Write as _;

use anyhow::{Context as _, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{dist, project};

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
    /// The most that it may have.
    pub budget: Budget,
}

/// The most bytes that a part may have.
pub enum Budget {
    /// Under gzip: it comes from a server.
    Gzip(usize),
    /// As it is: it is a file on disk.
    Raw(usize),
}

impl Part {
    fn is_over(&self) -> bool {
        match self.budget {
            Budget::Gzip(most) => self.gzip > most,
            Budget::Raw(most) => self.raw > most,
        }
    }
}

/// The parts as `cargo xtask dist` built them.
///
/// # Errors
/// If a file cannot be read.
pub fn measure() -> Result<[Part; 6]> {
    let at = |path: &str| format!("{}/{path}", dist::SITE);
    let (on_demand, page_code): (Vec<_>, Vec<_>) =
        page_code()?.into_iter().partition(|file| file.contains("/readability-"));
    Ok([
        part("wasm", Budget::Gzip(400_000), &[at("engine/pressmark_bg.wasm")])?,
        part("exchange", Budget::Gzip(200_000), &[at("engine/exchange_bg.wasm")])?,
        part("model", Budget::Gzip(2_500_000), &[at("engine/en.model")])?,
        part("page code", Budget::Gzip(60_000), &page_code)?,
        // Mozilla's library for web pages, which only a reader who opens one loads.
        part("readability", Budget::Gzip(15_000), &on_demand)?,
        part("single file", Budget::Raw(6_000_000), &[dist::SINGLE_FILE.to_owned()])?,
    ])
}

/// Builds what is distributed, checks each part against its budget, and prints them.
///
/// # Errors
/// If one is over its budget.
pub fn check() -> Result<()> {
    dist::make()?;
    let parts = measure()?;
    print(&parts);
    let over: Vec<&str> = parts.iter().filter(|part| part.is_over()).map(|part| part.name).collect();
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// A table of the parts, sizes in bytes.
pub fn print(parts: &[Part]) {
    println!("{:<12}{:>12}{:>12}{:>12}{:>18}", "bytes", "raw", "gzip", "brotli", "budget");
    for Part { name, raw, gzip, brotli, budget } in parts {
        let budget = match budget {
            Budget::Gzip(most) => format!("{most} gzip"),
            Budget::Raw(most) => format!("{most} raw"),
        };
        println!("{name:<12}{raw:>12}{gzip:>12}{brotli:>12}{budget:>18}");
    }
}

/// Everything that runs or styles the page, as the site serves it; not its examples.
fn page_code() -> Result<Vec<String>> {
    let mut files = project::files(dist::SITE)?;
    files.retain(|file| project::has_ending(file, &["html", "css", "js"]));
    Ok(files)
}

/// Each file is compressed alone, as a server sends it.
fn part(name: &'static str, budget: Budget, files: &[String]) -> Result<Part> {
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
