//! `dist/pressmark.html`: the whole page, engine and model included, as one file that opens from disk.
//!
//! What such a file may do in both browsers (docs/adr/011): one classic script in the page, whose hash the policy names,
//! WebAssembly compiled from bytes, and a classic worker from a blob. Engine and model stand in data blocks, gzipped.

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::page::Page;
use super::{SINGLE_FILE, bundle, read, write};
use crate::project;

/// Builds the file.
///
/// # Errors
/// If a part cannot be read or built.
pub fn make() -> Result<()> {
    let page = Page::read()?;
    let style = bundle::styles(&page.style_sheets())?;
    let script = bundle::classic_script("www/single-file/app.js")?;
    for (text, end) in [(&style, "</style"), (&script, "</script")] {
        ensure!(!text.contains(end), "the single file's parts may not say {end}");
    }
    let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(read("www/icon.svg")?));
    let whole = page.as_single_file(&style, &script, &parts()?, &icon);
    write(SINGLE_FILE, whole)
}

/// The data blocks.
fn parts() -> Result<String> {
    let mut parts = String::new();
    for worker in ["worker.js", "probe-worker.js"] {
        parts += &block(worker, bundle::classic_script(&format!("www/{worker}"))?.as_bytes())?;
    }
    parts += &block("pressmark_bg.wasm", &read("pkg/engine/pressmark_bg.wasm")?)?;
    parts += &block("exchange_bg.wasm", &read("pkg/engine/exchange_bg.wasm")?)?;
    parts += &block("en.model", &read("pkg/engine/en.model")?)?;
    for example in project::files("www/examples")? {
        parts += &block(&example["www/".len()..], &read(&example)?)?;
    }
    Ok(parts)
}

/// A data block, as `www/single-file/parts.js` reads it.
fn block(name: &str, bytes: &[u8]) -> Result<String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    let mut block = String::new();
    let data = STANDARD.encode(encoder.finish()?);
    writeln!(block, "<script type=\"application/gzip\" data-part=\"{name}\">{data}</script>")?;
    Ok(block)
}
