//! Bundling and minifying, by esbuild.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::command;
use crate::{node, project};

/// Browsers that the bundles are written for: those that have what the page needs.
const TARGETS: [&str; 3] = ["chrome109", "firefox115", "safari16.4"];

/// Runs esbuild with `options` of its JavaScript API over the usual ones; what it makes it writes where they say.
///
/// # Errors
/// If esbuild refuses, or Node.js is missing.
pub fn esbuild(options: &Value) -> Result<()> {
    let mut all = json!({
        "bundle": true,
        "minify": true,
        "charset": "utf8",
        "legalComments": "eof",
        "logLevel": "warning",
        "target": TARGETS,
    });
    let usual = all.as_object_mut().context("the usual options are an object")?;
    usual.extend(options.as_object().cloned().unwrap_or_default());
    node::install_packages()?;
    let mut node = node::node()?;
    // By Node rather than as a program, whose place differs from system to system.
    node.args(["--eval", "require('esbuild').buildSync(JSON.parse(process.argv[1]))"]);
    command::run(node.arg(all.to_string()).current_dir(project::path("tests")))
}

/// One script, bundled as a classic one, as text.
///
/// # Errors
/// As [`esbuild`].
pub fn classic_script(entry: &str) -> Result<String> {
    let out = format!("target/dist/{entry}");
    esbuild(&json!({
        "entryPoints": [project::path(entry)],
        "outfile": project::path(&out),
        "format": "iife",
        // There, code that looks for files beside itself is always given them.
        "logOverride": { "empty-import-meta": "silent" },
    }))?;
    super::read_text(&out)
}

/// The style sheets that a page links to, as one, as text.
///
/// # Errors
/// As [`esbuild`].
pub fn styles(names: &[&str]) -> Result<String> {
    let out = "target/dist/page.css";
    let imports: Vec<String> = names.iter().map(|name| format!("@import \"./{name}\";")).collect();
    esbuild(&json!({
        "stdin": { "contents": imports.concat(), "resolveDir": project::path("www"), "loader": "css" },
        "outfile": project::path(out),
    }))?;
    super::read_text(out)
}
