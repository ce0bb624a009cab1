//! Where articles come from: files and standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// A file or standard input, not yet opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// The sources that the command line names.
    pub fn all(files: &[PathBuf]) -> Vec<Self> {
        if files.is_empty() {
            return vec![Self::Stdin];
        }
        let source =
            |path: &PathBuf| if path == Path::new("-") { Self::Stdin } else { Self::File(path.clone()) };
        files.iter().map(source).collect()
    }

    /// What to call it in messages.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The `id` of its result: a file's path as given.
    pub fn id(&self) -> Option<String> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(path.display().to_string()),
        }
    }

    /// Opens it for reading.
    ///
    /// # Errors
    /// A line that names the source.
    pub fn open(&self) -> Result<Box<dyn BufRead>, String> {
        match self {
            Self::Stdin => Ok(Box::new(io::stdin().lock())),
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(error) => Err(self.unreadable(&error)),
            },
        }
    }

    /// Reads the whole of it as an article, newlines and all as they are.
    ///
    /// # Errors
    /// A line that names the source, if it cannot be read or is no text in UTF-8.
    pub fn read_text(&self) -> Result<String, String> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
            return Err(format!(
                "{}: this is not a text: it has a zero byte at offset {at} (a binary file, or UTF-16: convert it to UTF-8)",
                self.name()
            ));
        }
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!(
                "{}: this is not UTF-8: byte 0x{:02X} at offset {at}; convert it to UTF-8 first",
                self.name(),
                error.as_bytes()[at]
            )
        })
    }

    /// The complaint that reading failed.
    pub fn unreadable(&self, error: &io::Error) -> String {
        format!("{}: cannot read: {error}", self.name())
    }
}
