//! What the project is made of besides its own code: few crates in what runs, known licences, nothing that runs while
//! it is installed, locks that fit what they lock. All of it by the lock files, without a network.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::command::{cargo, output, run, succeeds};
use crate::project;
use crate::toolchain::TARGET;

/// The crates that run on a reader's machine besides ours, natively: `docs/SECURITY.md` names them.
const NATIVE: [&str; 13] = [
    "cfg-if",
    "crc32fast",
    "itoa",
    "jiff",
    "jiff-core",
    "memchr",
    "regex",
    "regex-automata",
    "regex-syntax",
    "serde",
    "serde_core",
    "serde_json",
    "zmij",
];

/// How many there may be in wasm: the bindings to JavaScript come on top.
const MOST_IN_WASM: usize = 24;

/// Licences that let anyone use the project under its own; an expression needs one of these in each "AND".
const LICENCES: [&str; 9] =
    ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Zlib", "Unlicense", "Unicode-3.0"];

/// Packages that may run a script when they are installed: esbuild puts its program, which npm has brought, in place.
const SCRIPTED: [&str; 1] = ["node_modules/esbuild"];

/// Folders with an npm lock file.
const LOCKED: [&str; 2] = ["tests", "benches"];

/// Checks all of it.
///
/// # Errors
/// If anything is not as it should be; the message names it.
pub fn check() -> Result<()> {
    crates()?;
    licences()?;
    for folder in LOCKED {
        npm(folder)?;
    }
    let package: Value = serde_json::from_str(&fs::read_to_string(project::path("pkg/package.json"))?)?;
    ensure!(package["dependencies"].is_null(), "the npm package has dependencies");
    deny()
}

/// The crates that the engine runs with are those that are written down.
fn crates() -> Result<()> {
    let native = runtime(None)?;
    ensure!(
        native.iter().map(String::as_str).eq(NATIVE),
        "the engine's crates are {native:?}, not {NATIVE:?}: is each needed? Then write them down here and in docs/SECURITY.md"
    );
    let wasm = runtime(Some(TARGET))?.len();
    ensure!(wasm <= MOST_IN_WASM, "{wasm} crates in the wasm, at most {MOST_IN_WASM} are wanted");
    println!("{} crates in the engine, {wasm} with the bindings of wasm", native.len());
    Ok(())
}

/// Names of the crates in the engine, procedural macros and our own left out.
fn runtime(target: Option<&str>) -> Result<BTreeSet<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--locked", "--package", "pressmark", "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "none", "--format", "={p}"]);
    if let Some(target) = target {
        tree.args(["--target", target]);
    }
    let listed = output(&mut tree)?;
    let names = listed.lines().filter_map(|line| line.split_once('=')?.1.split(' ').next());
    Ok(names.filter(|name| *name != "pressmark").map(str::to_owned).collect())
}

fn licences() -> Result<()> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    for package in metadata["packages"].as_array().context("cargo lists no packages")? {
        let licence = package["license"].as_str().unwrap_or_default();
        ensure!(is_permissive(licence), "{} is under '{licence}'", package["name"]);
        let source = package["source"].as_str().unwrap_or("registry+");
        ensure!(source.starts_with("registry+"), "{} comes from {source}", package["name"]);
    }
    Ok(())
}

/// Whether every part of a licence expression that must be kept is, or has an alternative that is, one of [`LICENCES`].
fn is_permissive(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    let known = |licence: &str| LICENCES.contains(&licence.trim());
    plain.split(" AND ").all(|part| part.split(" OR ").any(known))
}

/// Every package of an npm lock file has its hash, names no place of its own, and runs nothing when it is installed.
fn npm(folder: &str) -> Result<()> {
    let file = format!("{folder}/package-lock.json");
    let lock: Value = serde_json::from_str(&fs::read_to_string(project::path(&file))?)?;
    let packages = lock["packages"].as_object().with_context(|| format!("{file} has no packages"))?;
    for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
        let hash = package["integrity"].as_str().unwrap_or_default();
        ensure!(hash.starts_with("sha512-"), "{file}: {name} has no SHA-512");
        ensure!(package["resolved"].is_null(), "{file}: {name} names where it comes from");
        let trusted = SCRIPTED.contains(&name.as_str());
        ensure!(
            trusted || package["hasInstallScript"].is_null(),
            "{file}: {name} runs a script when it is installed"
        );
    }
    Ok(())
}

/// `cargo deny` knows of advisories besides; where it is installed, it is asked.
fn deny() -> Result<()> {
    if !succeeds(cargo().args(["deny", "--version"])) {
        eprintln!("note: cargo-deny is not installed: advisories were not looked up");
        return Ok(());
    }
    if run(cargo().args(["deny", "--offline", "check", "bans", "licenses", "sources"])).is_err() {
        bail!("cargo deny has objections");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alternative_is_enough_but_all_conditions_must_be_kept() {
        for free in
            ["MIT", "MIT/Apache-2.0", "MIT OR LGPL-2.1-or-later", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            assert!(is_permissive(free), "{free}");
        }
        for bound in ["", "GPL-3.0", "MIT AND GPL-3.0", "LGPL-2.1-or-later"] {
            assert!(!is_permissive(bound), "{bound}");
        }
    }
}
