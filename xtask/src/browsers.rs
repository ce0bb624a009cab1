//! The browsers that the page is tested in.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::command;
use crate::debian;

/// A browser: how the tests are told of it, and where it may be.
pub struct Browser {
    /// The environment variable that gives the tests its path, and that a user may set.
    pub variable: &'static str,
    /// Names of its program.
    programs: &'static [&'static str],
    /// Where macOS has it.
    application: &'static str,
    /// Debian's package.
    package: &'static str,
}

/// Both.
pub const ALL: [Browser; 2] = [
    Browser {
        variable: "CHROMIUM",
        programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        application: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        package: "chromium",
    },
    Browser {
        variable: "FIREFOX",
        programs: &["firefox-esr", "firefox"],
        application: "/Applications/Firefox.app/Contents/MacOS/firefox",
        package: "firefox-esr",
    },
];

impl Browser {
    /// Where the browser is; it is installed first if it can be.
    ///
    /// # Errors
    /// If it is not there and cannot be installed; the message says what to install.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(path) = self.installed() {
            return Ok(path);
        }
        debian::install(&[self.package])?;
        self.installed().with_context(|| format!("please install {} or set {}", self.package, self.variable))
    }

    fn installed(&self) -> Option<PathBuf> {
        let set = std::env::var_os(self.variable).map(PathBuf::from);
        let on_path = || self.programs.iter().find_map(|program| command::find(program));
        let application = || Some(PathBuf::from(self.application)).filter(|path| Path::is_file(path));
        set.or_else(on_path).or_else(application)
    }
}
