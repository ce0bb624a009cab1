//! `cargo xtask build`: the engine as wasm, the exchange (exports and imports) as another, their bindings and the model,
//! into `pkg/engine`.

use std::fs;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::run as run_command;
use crate::stamp::{self, ENGINE, MODEL, Stamp};
use crate::toolchain::{TARGET, Toolchain};
use crate::{node, project};

/// Where the engine is put together, so that one which fails halfway replaces nothing.
const STAGING: &str = "target/wasm/engine";

/// What compilers for wasm take for granted today, and so may be used: all browsers have had it since 2022.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Brings `pkg/engine` up to date with the sources, or says why that cannot be done and leaves it.
///
/// # Errors
/// If the build fails, or it cannot be done and there is no committed engine to fall back on.
pub fn run(force: bool) -> Result<()> {
    let inputs = stamp::inputs()?;
    if !force && stamp::is_current(&inputs, node::is_there()) {
        eprintln!("{ENGINE} is up to date");
        return Ok(());
    }
    let Some(toolchain) = Toolchain::find() else {
        return fall_back();
    };
    let start = Instant::now();
    empty(STAGING)?;
    let mut optimized = true;
    for part in &WASMS {
        part.compile(toolchain)?;
        part.bind()?;
        optimized &= part.optimize()?;
    }
    copy(MODEL, &format!("{STAGING}/en.model"))?;
    replace_engine()?;
    Stamp::of_engine(inputs, optimized)?.write()?;
    eprintln!("built {ENGINE} in {:.0} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn fall_back() -> Result<()> {
    if Stamp::in_tree().is_none() {
        bail!("there is no compiler for {TARGET} and no engine in {ENGINE}");
    }
    eprintln!("note: no compiler for {TARGET}: keeping the committed {ENGINE}");
    Ok(())
}

/// One of the two: what each is, is written at `profile.exchange` in Cargo.toml and in docs/adr/008.
struct Wasm {
    /// Its name in `pkg/engine`.
    name: &'static str,
    /// Options of cargo beyond those for both.
    options: &'static [&'static str],
    /// Cargo's folder for its profile.
    profile: &'static str,
    /// How far wasm-opt goes, and towards what.
    level: &'static str,
}

const WASMS: [Wasm; 2] = [
    Wasm { name: "pressmark", options: &["--release"], profile: "release", level: "-O3" },
    Wasm {
        name: "exchange",
        options: &["--profile", "exchange", "--features", "exchange"],
        profile: "exchange",
        level: "-Oz",
    },
];

impl Wasm {
    fn compile(&self, toolchain: Toolchain) -> Result<()> {
        eprintln!("compiling {} for {TARGET}", self.name);
        run_command(toolchain.cargo("build")?.args(self.options).arg("--quiet"))
    }

    /// Makes the JavaScript side, and its types.
    fn bind(&self) -> Result<()> {
        let wasm = project::path(&format!("target/wasm/{TARGET}/{}/pressmark.wasm", self.profile));
        let mut bindgen = Bindgen::new();
        bindgen.input_path(wasm).out_name(self.name).web(true)?.typescript(true);
        // Names of functions and tools: of no use to a reader's browser, a tenth of the size.
        bindgen.remove_name_section(true).remove_producers_section(true);
        bindgen.generate(project::path(STAGING)).context("the bindings could not be made")
    }

    /// Lets wasm-opt go over the wasm, if Node.js is there; says whether it did.
    fn optimize(&self) -> Result<bool> {
        let mut wasm_opt = match node::package("binaryen/bin/wasm-opt") {
            Ok(wasm_opt) => wasm_opt,
            Err(error) => {
                eprintln!("note: without wasm-opt, the wasm is larger and slower: {error:#}");
                return Ok(false);
            }
        };
        let wasm = project::path(STAGING).join(format!("{}_bg.wasm", self.name));
        wasm_opt.arg(self.level).args(WASM_FEATURES).arg(&wasm).arg("-o").arg(&wasm);
        run_command(&mut wasm_opt)?;
        Ok(true)
    }
}

fn replace_engine() -> Result<()> {
    empty(ENGINE)?;
    for file in project::files(STAGING)? {
        copy(&file, &file.replacen(STAGING, ENGINE, 1))?;
    }
    Ok(())
}

/// Makes a folder of the project that has nothing in it.
///
/// # Errors
/// If what is there cannot be removed.
pub fn empty(folder: &str) -> Result<()> {
    let path = project::path(folder);
    if path.exists() {
        fs::remove_dir_all(&path).with_context(|| format!("cannot empty {folder}"))?;
    }
    fs::create_dir_all(&path).with_context(|| format!("cannot make {folder}"))
}

fn copy(from: &str, to: &str) -> Result<()> {
    fs::copy(project::path(from), project::path(to))
        .with_context(|| format!("cannot copy {from} to {to}"))?;
    Ok(())
}
