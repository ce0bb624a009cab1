//! The stamp on the committed package: which sources it was made of, and what was made.
//!
//! Without it nobody could see that a change of the engine has not reached the package. It holds nothing of the
//! machine or the day, so the same sources give the same stamp everywhere.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::project;

/// The folder of what is built.
pub const ENGINE: &str = "pkg/engine";

/// The model, as trained and as shipped.
pub const MODEL: &str = "models/en.model";

const STAMP: &str = "pkg/engine/stamp.json";

/// What `pkg/engine/stamp.json` says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// SHA-256 over the sources, the manifest, the lock file and the model.
    pub inputs: String,
    /// Whether wasm-opt went over the wasm: always, in what is committed.
    pub optimized: bool,
    /// SHA-256 of each file made.
    pub outputs: BTreeMap<String, String>,
}

impl Stamp {
    /// The stamp for what stands in the engine's folder.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn of_engine(inputs: String, optimized: bool) -> Result<Self> {
        let names = project::files(ENGINE)?.into_iter().filter(|name| name != STAMP);
        let outputs = names.map(|name| {
            let hash = sha256(&read(&name)?);
            Ok((name, hash))
        });
        Ok(Self { inputs, optimized, outputs: outputs.collect::<Result<_>>()? })
    }

    /// The stamp in the tree, if there is one that can be read.
    pub fn in_tree() -> Option<Self> {
        serde_json::from_slice(&read(STAMP).ok()?).ok()
    }

    /// Writes the stamp into the tree.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self) -> Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(project::path(STAMP), text).with_context(|| format!("cannot write {STAMP}"))
    }
}

/// The hash of everything that the engine is made of.
///
/// # Errors
/// If a file cannot be read.
pub fn inputs() -> Result<String> {
    let mut names = project::files("src")?;
    names.extend(["Cargo.toml", "Cargo.lock", MODEL].map(str::to_owned));
    let files = names.into_iter().map(|name| Ok((read(&name)?, name)));
    let files: Vec<(Vec<u8>, String)> = files.collect::<Result<_>>()?;
    Ok(hash(files.iter().map(|(bytes, name)| (name.as_str(), bytes.as_slice()))))
}

/// Whether the engine in the tree is whole, made of the sources at hand, and optimized if that is asked for.
pub fn is_current(inputs: &str, optimized: bool) -> bool {
    let whole = difference(inputs).is_ok_and(|difference| difference.is_none());
    whole && (!optimized || is_optimized())
}

fn is_optimized() -> bool {
    Stamp::in_tree().is_some_and(|stamp| stamp.optimized)
}

/// `cargo xtask check-pkg`: what keeps the tree's engine from being what its sources make.
///
/// # Errors
/// If there is any such thing.
pub fn check() -> Result<()> {
    if let Some(difference) = difference(&inputs()?)? {
        bail!("{difference}; run `cargo xtask build` and commit {ENGINE}");
    }
    if !is_optimized() {
        bail!("{ENGINE} was built without wasm-opt; install Node.js and run `cargo xtask build --force`");
    }
    println!("{ENGINE} is what the sources make");
    Ok(())
}

fn difference(inputs: &str) -> Result<Option<String>> {
    let Some(stamp) = Stamp::in_tree() else {
        return Ok(Some(format!("{STAMP} is missing or broken")));
    };
    if stamp.inputs != inputs {
        return Ok(Some(format!("{ENGINE} is of other sources than these")));
    }
    let there = Stamp::of_engine(stamp.inputs.clone(), stamp.optimized)?;
    Ok((there != stamp).then(|| format!("files in {ENGINE} are not those that were built")))
}

/// One hash for a list of files: over each name, length and content, so that no two lists run together.
fn hash<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hasher = Sha256::new();
    for (name, bytes) in files {
        hasher.update(format!("{name}\0{}\0", bytes.len()));
        hasher.update(bytes);
    }
    hex(&hasher.finalize())
}

/// A content's hash in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn read(name: &str) -> Result<Vec<u8>> {
    fs::read(project::path(name)).with_context(|| format!("cannot read {name}"))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_tells_names_contents_and_their_borders_apart() {
        let of = |files: &[(&str, &str)]| hash(files.iter().map(|(name, text)| (*name, text.as_bytes())));
        let lists: [&[(&str, &str)]; 5] = [
            &[("a", "12"), ("b", "3")],
            &[("a", "1"), ("b", "23")],
            &[("a", "12"), ("c", "3")],
            &[("a", "12"), ("b", "4")],
            &[("a", "12")],
        ];
        for (i, list) in lists.iter().enumerate() {
            assert_eq!(lists.iter().position(|other| of(other) == of(list)), Some(i));
        }
    }

    #[test]
    fn a_hash_is_the_same_on_every_machine() {
        let expected = "df1190f7f39ade60e708c3d6899036b2e33ada6fed5aa8b54bb4a22e9466f11d";
        assert_eq!(hash([("a", b"1".as_slice())].into_iter()), expected);
    }
}
