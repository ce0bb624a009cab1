//! What looks after the project's JavaScript and styles: biome formats and lints, TypeScript checks the types in
//! comments.

use std::process::Command;

use anyhow::Result;

use crate::command::run;
use crate::{node, project};

/// The folders that hold any, of those that there are.
const FOLDERS: [&str; 6] = ["pkg", "www", "tests/js", "tests/browser", "benches", "extension"];

/// Formats everything in place, and mends the lints that can safely be mended.
///
/// # Errors
/// If a lint is left, or Node.js is missing.
pub fn format() -> Result<()> {
    run(&mut biome(&["check", "--write"])?)
}

/// Checks formatting and lints.
///
/// # Errors
/// If there is anything to mend, or Node.js is missing.
pub fn check() -> Result<()> {
    run(&mut biome(&["ci", "--colors=off"])?)
}

/// Checks types.
///
/// # Errors
/// If there is anything to mend, or Node.js is missing.
pub fn check_types() -> Result<()> {
    run(node::package("typescript/bin/tsc")?.args(["--project", "tests"]))
}

fn biome(arguments: &[&str]) -> Result<Command> {
    let mut biome = node::package("@biomejs/biome/bin/biome")?;
    biome.args(arguments);
    biome.args(FOLDERS.map(project::path).iter().filter(|folder| folder.is_dir()));
    Ok(biome)
}
