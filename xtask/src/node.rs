//! Node.js and the npm packages of `tests/`: wasm-opt, the checkers of the page's code, the browsers' drivers.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::command::{command, find, run};
use crate::{debian, project};

/// The file, beside the installed packages, that says which lock file they are of.
const INSTALLED: &str = "node_modules/.installed-from";

/// Whether Node.js and npm are installed.
pub fn is_there() -> bool {
    find("node").is_some() && find("npm").is_some()
}

/// Installs Node.js and npm, where they are missing and this may.
///
/// # Errors
/// If they are missing and cannot be installed; the message says what to install.
pub fn provide() -> Result<()> {
    if is_there() { Ok(()) } else { debian::install(&["nodejs", "npm"]) }
}

/// Node.
///
/// # Errors
/// If it is not installed.
pub fn node() -> Result<Command> {
    Ok(command(find("node").context("Node.js is not installed")?))
}

/// A program of one of the npm packages, which are installed if need be.
///
/// # Errors
/// As [`install_packages`].
pub fn package(program: &str) -> Result<Command> {
    install_packages()?;
    let mut node = node()?;
    node.arg(project::path("tests/node_modules").join(program));
    Ok(node)
}

/// Installs the packages of `tests/package-lock.json`, unless they are there.
///
/// # Errors
/// If there is no npm, or it fails.
pub fn install_packages() -> Result<()> {
    install_packages_of("tests")
}

/// Installs the packages of the lock file in `folder`, unless they are there.
///
/// # Errors
/// If there is no npm, or it fails.
pub fn install_packages_of(folder: &str) -> Result<()> {
    let folder = project::path(folder);
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    if fs::read_to_string(folder.join(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = command(find("npm").context("npm is not installed")?);
    eprintln!("installing the npm packages of {}", folder.display());
    run(npm.args(["ci", "--loglevel=error"]).current_dir(&folder))?;
    fs::write(folder.join(INSTALLED), lock)?;
    Ok(())
}
