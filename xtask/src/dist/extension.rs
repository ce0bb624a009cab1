//! `dist/extension`: the extension as a browser loads it unpacked, and the two archives that the shops take.
//!
//! It is put together from `extension/`, the page's modules and the package; bundled, since shops and browsers want no
//! file that nobody loads, but not minified, since reviewers read it.

use std::io::{Cursor, Write as _};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::page::Page;
use super::{bundle, icons, read, write};
use crate::project;

/// The folder of the unpacked extension.
pub const UNPACKED: &str = "dist/extension";

/// What the shops take. One manifest serves both browsers, so the archives hold the same.
const ARCHIVES: [&str; 2] = ["dist/pressmark-chrome.zip", "dist/pressmark-firefox.zip"];

/// Files that go in as they are, each with its place there.
const COPIED: [(&str, &str); 11] = [
    ("extension/manifest.json", "manifest.json"),
    ("extension/panel.html", "panel.html"),
    ("extension/panel.css", "panel.css"),
    ("extension/options.html", "options.html"),
    ("extension/options.css", "options.css"),
    ("extension/REVIEWERS.md", "REVIEWERS.md"),
    ("www/icon.svg", "icon.svg"),
    ("www/probe-worker.js", "probe-worker.js"),
    ("pkg/engine/pressmark_bg.wasm", "engine/pressmark_bg.wasm"),
    ("pkg/engine/exchange_bg.wasm", "engine/exchange_bg.wasm"),
    ("pkg/engine/en.model", "engine/en.model"),
];

/// Sides of the icons that the manifest names, in pixels.
const ICONS: [u32; 4] = [16, 32, 48, 128];

/// The oldest browsers that the manifest lets in.
const TARGETS: [&str; 2] = ["chrome128", "firefox149"];

/// Builds the unpacked extension and its archives.
///
/// # Errors
/// If a part cannot be read or built.
pub fn make() -> Result<()> {
    scripts()?;
    let page = Page::read()?;
    write(&at("page.css"), bundle::styles(&page.style_sheets())?)?;
    write(&at("clean.html"), page.with_style_sheet("page.css").with_script("clean.js").minified())?;
    for (from, to) in COPIED {
        write(&at(to), read(from)?)?;
    }
    for example in project::files("www/examples")? {
        write(&example.replacen("www", UNPACKED, 1), read(&example)?)?;
    }
    for size in ICONS {
        write(&at(&format!("icons/{size}.png")), icons::png(size)?)?;
    }
    let archive = archive()?;
    ARCHIVES.iter().try_for_each(|name| write(name, &archive))
}

/// The background and the pages share modules; the content script has to be one classic script.
fn scripts() -> Result<()> {
    let entries = ["background", "panel", "options", "clean"]
        .map(|name| project::path(&format!("extension/{name}.js")));
    bundle(&json!({
        "entryPoints": entries,
        "outdir": project::path(UNPACKED),
        "format": "esm",
        "splitting": true,
        "chunkNames": "part-[hash]",
    }))?;
    bundle(&json!({
        "entryPoints": [project::path("extension/content/main.js")],
        "outfile": project::path(&at("content.js")),
        "format": "iife",
    }))
}

/// Runs esbuild with `options`, for reviewers to read what it makes.
fn bundle(options: &Value) -> Result<()> {
    let mut all = json!({ "minify": false, "legalComments": "inline", "target": TARGETS });
    let readable = all.as_object_mut().context("the options are an object")?;
    readable.extend(options.as_object().cloned().unwrap_or_default());
    bundle::esbuild(&all)
}

/// Everything in the folder, in order of its names and without the day or the rights of its files.
fn archive() -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in project::files(UNPACKED)? {
        zip.start_file(&file[UNPACKED.len() + 1..], options)?;
        zip.write_all(&read(&file)?)?;
    }
    Ok(zip.finish().context("the archive cannot be written")?.into_inner())
}

fn at(path: &str) -> String {
    format!("{UNPACKED}/{path}")
}
