//! Node.js and the npm packages of `tests/`: wasm-opt, the checkers of the page's code, the browsers' drivers.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, find, run};
use crate::project;

/// The file that says which lock file the installed packages are of.
const INSTALLED: &str = "tests/node_modules/.installed-from";

/// Whether Node.js and npm are installed.
pub fn is_there() -> bool {
    find("node").is_some() && find("npm").is_some()
}

/// Node running a script of the project.
///
/// # Errors
/// If there is no Node.
pub fn node(script: &str) -> Result<Command> {
    let mut node = command(find("node").context("Node.js is not installed")?);
    node.arg(project::path(script));
    Ok(node)
}

/// Installs the packages of `tests/package-lock.json`, unless they are already there.
///
/// # Errors
/// If there is no npm, or it fails.
pub fn install_packages() -> Result<()> {
    let lock = fs::read_to_string(project::path("tests/package-lock.json"))?;
    if fs::read_to_string(project::path(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = find("npm").context("npm is not installed")?;
    run(command(npm).args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(tests()))?;
    fs::write(project::path(INSTALLED), lock)?;
    Ok(())
}

/// The folder of the npm packages.
pub fn tests() -> PathBuf {
    project::path("tests")
}
