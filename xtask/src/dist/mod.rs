//! `cargo xtask dist`: what is given to people who do not build it themselves, into `dist/`.
//!
//! One module per product. The same sources make the same bytes on every machine.

mod bundle;
pub mod icons;
pub mod offline;
mod page;
mod single_file;
mod site;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::stamp::sha256;
use crate::{build, project, sizes};

/// The folder of what is built.
pub const FOLDER: &str = "dist";

/// The page as files for any static server.
pub const SITE: &str = "dist/site";

/// The page as one file that opens from disk.
pub const SINGLE_FILE: &str = "dist/pressmark.html";

/// Builds every product anew, and prints their sizes and hashes.
///
/// # Errors
/// If a part cannot be built, or Node.js is missing.
pub fn run() -> Result<()> {
    make()?;
    for file in project::files(FOLDER)? {
        let bytes = read(&file)?;
        println!("{}  {:>9}  {file}", sha256(&bytes), bytes.len());
    }
    println!();
    sizes::print(&sizes::measure()?);
    Ok(())
}

/// Builds every product anew.
///
/// # Errors
/// As [`run`].
pub fn make() -> Result<()> {
    build::run(false)?;
    build::empty(FOLDER)?;
    site::make()?;
    single_file::make()
}

/// Builds every product twice.
///
/// # Errors
/// If a file comes out otherwise the second time, or as [`run`].
pub fn check() -> Result<()> {
    make()?;
    let first = hashes()?;
    make()?;
    let second = hashes()?;
    let differing: Vec<&String> =
        first.iter().filter(|(name, hash)| second.get(*name) != Some(hash)).map(|(name, _)| name).collect();
    ensure!(differing.is_empty() && first.len() == second.len(), "not the same twice: {differing:?}");
    Ok(())
}

/// The hash of each file that was built.
fn hashes() -> Result<BTreeMap<String, String>> {
    let hashed = |file: String| {
        let hash = sha256(&read(&file)?);
        Ok((file, hash))
    };
    project::files(FOLDER)?.into_iter().map(hashed).collect()
}

/// A file of the project.
fn read(path: &str) -> Result<Vec<u8>> {
    fs::read(project::path(path)).with_context(|| format!("cannot read {path}"))
}

/// A file of the project that holds text.
fn read_text(path: &str) -> Result<String> {
    fs::read_to_string(project::path(path)).with_context(|| format!("cannot read {path}"))
}

/// Writes a file of the project, and the folders that it needs.
fn write(path: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
    let file = project::path(path);
    fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
    fs::write(file, bytes).with_context(|| format!("cannot write {path}"))
}
