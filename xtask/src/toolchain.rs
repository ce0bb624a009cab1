//! Finding a compiler for wasm: the user's own, made to know the target if rustup can, else Debian's.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::command::{cargo, command, find, output, succeeds};
use crate::{debian, project};

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust of the version that its browsers are built with, the library's sources, and a wasm linker.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// A cargo that can build for wasm.
#[derive(Clone, Copy, Debug)]
pub enum Toolchain {
    /// The one this task runs under, with the target installed.
    Own,
    /// Debian's, which has the target but not its standard library: that is built along.
    Debian,
}

impl Toolchain {
    /// The first that this machine has or can get; says in a line on standard error what it tries.
    pub fn find() -> Option<Self> {
        if own_has_target() {
            return Some(Self::Own);
        }
        if find("rustup").is_some() {
            eprintln!("adding {TARGET} with rustup");
            if succeeds(command("rustup").args(["target", "add", TARGET])) && own_has_target() {
                return Some(Self::Own);
            }
            eprintln!("note: rustup cannot add {TARGET} here; trying Debian's Rust");
        }
        match debian::install(&DEBIAN_PACKAGES) {
            Ok(()) => Some(Self::Debian),
            Err(error) => {
                eprintln!("note: no Rust for {TARGET}: run `rustup target add {TARGET}`, or {error:#}");
                None
            }
        }
    }

    /// `cargo <subcommand>` for the engine and the wasm target, in a target folder of its own.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn cargo(self, subcommand: &str) -> Result<Command> {
        let mut cargo = self.program(subcommand);
        cargo.arg(subcommand).args(["--locked", "--package", "pressmark", "--target", TARGET]);
        cargo.arg("--target-dir").arg(project::path("target/wasm"));
        if let Self::Debian = self {
            cargo.arg("-Zbuild-std=std,panic_abort");
        }
        cargo.env("CARGO_ENCODED_RUSTFLAGS", self.path_flags()?);
        Ok(cargo)
    }

    /// Whether this toolchain's clippy is installed, or Debian's can be.
    pub fn has_clippy(self) -> bool {
        match self {
            Self::Own => succeeds(cargo().args(["clippy", "--version"])),
            Self::Debian => debian::install(&["rust-web-clippy"]).is_ok(),
        }
    }

    fn program(self, subcommand: &str) -> Command {
        match self {
            Self::Own => cargo(),
            // By its full name: `cargo clippy` would take the one in the user's own ~/.cargo/bin.
            Self::Debian if subcommand == "clippy" => debian_program("cargo-clippy"),
            Self::Debian => debian_program("cargo"),
        }
    }

    /// Compiler flags that take this machine's paths out of panic messages, so that all machines build alike.
    fn path_flags(self) -> Result<String> {
        let mut metadata = self.program("metadata");
        metadata.args(["metadata", "--format-version=1", "--locked", "--filter-platform", TARGET]);
        let metadata: Metadata =
            serde_json::from_str(&output(&mut metadata)?).context("cargo metadata gave unexpected JSON")?;
        let packages =
            metadata.packages.iter().filter_map(|package| Path::new(&package.manifest_path).parent());
        let mut names = new_names(project::root(), packages);
        if let Self::Debian = self {
            names.insert(Path::new("/usr/lib/rustlib/src/rust"), "rust");
        }
        let flags = names.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
        // The separator that CARGO_ENCODED_RUSTFLAGS asks for.
        Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
    }
}

/// What to call the project's folder, and the folders in which cargo keeps the packages of others.
fn new_names<'a>(
    root: &'a Path,
    packages: impl Iterator<Item = &'a Path>,
) -> BTreeMap<&'a Path, &'static str> {
    let others = packages.filter(|package| !package.starts_with(root)).filter_map(Path::parent);
    others.map(|folder| (folder, "crates")).chain([(root, "pressmark")]).collect()
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    manifest_path: String,
}

/// A program of Debian's toolchain, kept from seeing the one that this task runs under.
fn debian_program(name: &str) -> Command {
    let mut program = command(Path::new("/usr/bin").join(name));
    program.env("CARGO", "/usr/bin/cargo").env("RUSTC", "/usr/bin/rustc");
    // Building the standard library along is not yet stable in cargo.
    program.env("RUSTC_BOOTSTRAP", "1");
    program.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    program.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
    program
}

fn own_has_target() -> bool {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    output(command(rustc).args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn the_project_and_what_it_uses_get_names_and_nothing_around_them() {
        let root = Path::new("/home/jane/pressmark");
        let packages = [
            "",
            "cli",
            "../.cargo/registry/src/host-1/serde-1.0.0",
            "../.cargo/registry/src/host-1/jiff-1.0.0",
        ];
        let packages = packages.map(|package| match package.strip_prefix("../") {
            Some(other) => Path::new("/home/jane").join(other),
            None => root.join(package),
        });
        let names = new_names(root, packages.iter().map(PathBuf::as_path));
        let registry = Path::new("/home/jane/.cargo/registry/src/host-1");
        assert_eq!(names, BTreeMap::from([(root, "pressmark"), (registry, "crates")]));
    }
}
