//! The project's own commands, for people and CI alike: `cargo xtask <command>`.
//!
//! One module per command; what several share is beneath them: [`project`] knows where things stand,
//! [`command`] runs programs, [`debian`] installs Debian's packages, [`toolchain`] finds a compiler for wasm.

mod build;
mod command;
mod debian;
mod node;
mod project;
mod serve;
mod stamp;
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
        /// Open the page in the system's browser
        #[arg(long)]
        open: bool,
    },
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
    match *task {
        Task::Build { force } => build::run(force)?,
        Task::CheckPkg => stamp::check()?,
        Task::Serve { port, open } => serve::run(port, open)?,
    }
    Ok(ExitCode::SUCCESS)
}
