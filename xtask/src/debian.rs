//! Debian's packages: what a bare machine lacks, this installs, where it may.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command::{command, find, run, succeeds};

/// Installs those of `packages` that are missing, never at the cost of a package that is there.
///
/// # Errors
/// If this is not Debian (or a system like it), the user may not install, or apt-get fails; the message names
/// what to install.
pub fn install(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if find("apt-get").is_none() {
        bail!("please install what Debian calls: {list}");
    }
    if !may_install() {
        bail!("please install them: sudo apt-get install {list}");
    }
    eprintln!("installing {list}");
    // The lists may be old or empty; if they cannot be renewed, those at hand may still do.
    let _ = run(apt_get().args(["-qq", "update"]));
    let options = ["-qq", "install", "--yes", "--no-install-recommends", "--no-remove"];
    // Its progress is of no use to a reader; its errors go to standard error.
    run(apt_get().args(options).args(&missing).stdout(Stdio::null()))
}

fn installed(package: &str) -> bool {
    let mut query = command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn may_install() -> bool {
    is_root() || (find("sudo").is_some() && succeeds(command("sudo").args(["--non-interactive", "true"])))
}

/// Whether this process is root's: only root owns its entry in /proc.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        Path::new("/proc/self").metadata().is_ok_and(|process| process.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}

fn apt_get() -> Command {
    let mut apt_get = if is_root() { command("apt-get") } else { command("sudo") };
    if !is_root() {
        apt_get.args(["--non-interactive", "apt-get"]);
    }
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}
