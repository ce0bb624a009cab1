//! The checks, each with how it is run.

use std::process::Command;

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use clap::ValueEnum;

use super::counts::{self, Counts};
use crate::command::{cargo, run, run_and_read};
use crate::toolchain::Toolchain;
use crate::{browsers, build, dist, javascript, node, project, sizes, stamp};

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Check {
    /// Formatting of Rust
    Fmt,
    /// Lints of Rust, on this machine
    Lint,
    /// Lints of the engine for wasm
    Wasm,
    /// Tests in Rust
    Rust,
    /// Documentation of the engine
    Docs,
    /// Whether pkg/engine is of these sources
    Package,
    /// Formatting and lints of JavaScript and styles
    Biome,
    /// Types of JavaScript
    Types,
    /// Tests of the package in Node.js
    Node,
    /// Whether what is distributed can be built, twice to the same bytes
    Dist,
    /// Tests of the page in browsers
    Browser,
    /// Sizes against their budgets
    Sizes,
}

impl Check {
    /// All, in the order in which they run: what fails fastest first, and what needs the package after it.
    pub const ALL: [Self; 12] = [
        Self::Fmt,
        Self::Lint,
        Self::Rust,
        Self::Docs,
        Self::Wasm,
        Self::Package,
        Self::Biome,
        Self::Types,
        Self::Node,
        Self::Dist,
        Self::Browser,
        Self::Sizes,
    ];

    /// What a reader of the report sees.
    pub fn title(self) -> &'static str {
        match self {
            Self::Fmt => "Rust formatting",
            Self::Lint => "Rust lints",
            Self::Wasm => "wasm lints",
            Self::Rust => "Rust tests",
            Self::Docs => "documentation",
            Self::Package => "package is of these sources",
            Self::Biome => "JavaScript formatting and lints",
            Self::Types => "JavaScript types",
            Self::Node => "Node tests",
            Self::Dist => "distribution is reproducible",
            Self::Browser => "browser tests",
            Self::Sizes => "size budgets",
        }
    }

    /// Runs it and counts its tests, if it has any.
    ///
    /// # Errors
    /// If it fails in another way than by a failing test.
    pub fn run(self) -> Result<Counts> {
        match self {
            Self::Rust => return rust_tests(),
            Self::Node => return node_tests(),
            Self::Browser => return browser_tests(),
            Self::Fmt => run(cargo().args(["fmt", "--all", "--check"])),
            Self::Lint => run(cargo()
                .args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet"])
                .args(["--", "-D", "warnings"])),
            Self::Wasm => wasm_lints(),
            Self::Docs => documentation(),
            Self::Package => package(),
            Self::Biome => javascript::check(),
            Self::Types => javascript::check_types(),
            Self::Dist => dist::check(),
            Self::Sizes => sizes::check(),
        }?;
        Ok(Counts::default())
    }
}

fn rust_tests() -> Result<Counts> {
    runner(cargo().args(["test", "--workspace", "--locked", "--no-fail-fast", "--quiet"]), counts::of_cargo)
}

fn node_tests() -> Result<Counts> {
    runner(&mut node_runner("tests/js")?, counts::of_node)
}

fn browser_tests() -> Result<Counts> {
    dist::make()?;
    let mut command = node_runner("tests/browser")?;
    for browser in browsers::ALL {
        command.env(browser.variable, browser.find()?);
    }
    runner(&mut command, counts::of_node)
}

/// Runs a test runner; a runner that fails without counting a failure, or that ran nothing, is an error.
fn runner(command: &mut Command, count: fn(&str) -> Counts) -> Result<Counts> {
    let (success, output) = run_and_read(command)?;
    let counts = count(&output);
    if !success && counts.failed == 0 {
        bail!("the runner failed, {counts}");
    }
    ensure!(counts.passed + counts.failed > 0, "there are no tests");
    Ok(counts)
}

/// `node --test` over the test files in a folder, one at a time: some measure, some drive browsers.
fn node_runner(folder: &str) -> Result<Command> {
    let mut files = Vec::new();
    if project::path(folder).is_dir() {
        files = project::files(folder)?;
        files.retain(|file| file.ends_with(".test.js"));
    }
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    node::install_packages()?;
    let mut node = node::node()?;
    // A hung browser must not hold a run for ever: fifteen minutes are many times what a file of tests needs.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=900000"])
        .args(files);
    Ok(node)
}

fn wasm_lints() -> Result<()> {
    let toolchain = Toolchain::find().context("no compiler for wasm")?;
    let deny = ["--", "-D", "warnings"];
    if toolchain.has_clippy() {
        return run(toolchain.cargo("clippy")?.arg("--quiet").args(deny));
    }
    eprintln!("note: this toolchain has no clippy; the compiler's own warnings have to do");
    run(toolchain.cargo("rustc")?.args(["--quiet", "--lib"]).args(deny))
}

fn documentation() -> Result<()> {
    let mut doc = cargo();
    doc.args(["doc", "--package", "pressmark", "--no-deps", "--locked", "--quiet"]);
    // Essays on modules speak of what is private as well.
    doc.arg("--document-private-items");
    run(doc.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links"))
}

/// Fails on a stale package but brings it up to date, so that what comes after tests the sources at hand.
fn package() -> Result<()> {
    let stale = stamp::check();
    build::run(false)?;
    stale.map_err(|error| anyhow!("{error:#} (it is built now)"))
}
