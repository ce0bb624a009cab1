//! The project's own commands, for people and CI alike: `cargo xtask <command>`.
//!
//! One module per command; what several share is beneath them: [`project`] knows where things stand,
//! [`command`] runs programs, [`debian`] installs Debian's packages, [`toolchain`] finds a compiler for wasm.

mod bench;
mod browsers;
mod build;
mod command;
mod debian;
mod dist;
mod eval;
mod javascript;
mod node;
mod project;
mod recognizers;
mod serve;
mod sizes;
mod stamp;
mod test;
mod toolchain;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The project's own commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the package's engine, pkg/engine, from src/ and models/
    Build {
        /// Build even if the engine there is already of these sources
        #[arg(long)]
        force: bool,
    },
    /// Check that pkg/engine is what the sources at hand make
    CheckPkg,
    /// Build if needed and serve the page on this machine
    Serve {
        /// Port on the loopback address; the next free one is taken if this is not
        #[arg(long, default_value_t = 8017)]
        port: u16,
        /// Do not open the page in the system's browser
        #[arg(long)]
        no_open: bool,
    },
    /// Build what is given to others, into dist/: the site, the single file
    Dist,
    /// Run every check and test; installs what they need, or says what to install
    Test {
        /// Only these checks
        only: Vec<test::Check>,
    },
    /// Score the engine on the development sets, if they are here
    Eval {
        /// Also score the names that compromise finds
        #[arg(long)]
        peers: bool,
    },
    /// Compare the dates with the cases of Microsoft's Recognizers, if they are here
    Recognizers,
    /// Measure speed, cold start and sizes, beside compromise
    Bench {
        /// Fewer runs and no long text
        #[arg(long)]
        quick: bool,
        /// Fail unless wasm is faster than compromise
        #[arg(long)]
        check: bool,
    },
    /// Make models/en.model anew from the corpora in a folder
    Train {
        /// The folder of corpora and name lists
        #[arg(default_value = "../shared/data")]
        data: String,
    },
    /// Format Rust, JavaScript and styles
    Fmt,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<ExitCode> {
    match task {
        Task::Build { force } => build::run(*force)?,
        Task::CheckPkg => stamp::check()?,
        Task::Serve { port, no_open } => serve::run(*port, !no_open)?,
        Task::Dist => dist::run()?,
        Task::Test { only } => return Ok(test::run(only)),
        Task::Eval { peers } => eval::run_all(*peers)?,
        Task::Recognizers => recognizers::run()?,
        Task::Bench { quick, check } => bench::run(*quick, *check)?,
        Task::Train { data } => train(data)?,
        Task::Fmt => {
            command::run(command::cargo().args(["fmt", "--all"]))?;
            javascript::format()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn train(data: &str) -> Result<()> {
    let trainer = ["run", "--release", "--locked", "--package", "pressmark-trainer", "--", data];
    command::run(command::cargo().args(trainer))
}
