//! `dist/site`: the page as files for any static server, minified, with the service worker that keeps them.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;

use super::page::Page;
use super::{SITE, bundle, icons, offline, read, write};
use crate::project;

/// Files that go in as they are, each with its place there.
const COPIED: [(&str, &str); 8] = [
    ("www/icon.svg", "icon.svg"),
    ("www/manifest.webmanifest", "manifest.webmanifest"),
    ("pkg/engine/pressmark_bg.wasm", "engine/pressmark_bg.wasm"),
    ("pkg/engine/exchange_bg.wasm", "engine/exchange_bg.wasm"),
    ("pkg/engine/en.model", "engine/en.model"),
    ("www/vendor/LICENSES.txt", "LICENSES.txt"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Builds the site.
///
/// # Errors
/// If a part cannot be read or built.
pub fn make() -> Result<()> {
    scripts()?;
    let page = Page::read()?;
    write(&at("page.css"), bundle::styles(&page.style_sheets())?)?;
    write(&at("index.html"), page.with_style_sheet("page.css").minified())?;
    for (from, to) in COPIED {
        write(&at(to), read(from)?)?;
    }
    for example in project::files("www/examples")? {
        write(&example.replacen("www", SITE, 1), read(&example)?)?;
    }
    for icon in icons::ALL {
        write(&at(icon.name), icon.png()?)?;
    }
    service_worker()
}

/// The page's scripts: its module and its workers.
const SCRIPTS: [&str; 3] = ["www/app.js", "www/worker.js", "www/probe-worker.js"];

/// The page's module with what it imports, what it imports only when needed in files of their own; and its
/// workers.
fn scripts() -> Result<()> {
    bundle::esbuild(&json!({
        "entryPoints": SCRIPTS.map(project::path),
        "outdir": project::path(SITE),
        "format": "esm",
        "splitting": true,
        "chunkNames": "[name]-[hash]",
    }))
}

/// To be made last: it keeps all the others.
fn service_worker() -> Result<()> {
    let mut files = BTreeMap::new();
    for file in project::files(SITE)?.into_iter().filter(|file| offline::is_loaded(file)) {
        let path = file[SITE.len() + 1..].to_owned();
        files.insert(if path == "index.html" { "./".to_owned() } else { path }, read(&file)?);
    }
    bundle::esbuild(&json!({
        "stdin": { "contents": offline::worker(&files)? },
        "bundle": false,
        "outfile": project::path(&at("sw.js")),
    }))
}

fn at(path: &str) -> String {
    format!("{SITE}/{path}")
}
