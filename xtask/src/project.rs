//! Where things stand in the project.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The project's root folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project")
}

/// A file or folder of the project, by its path from the root with `/` between.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Every file under `folder` of the project, as paths from the root with `/` between, sorted.
///
/// # Errors
/// If a folder cannot be listed or a name is not Unicode.
pub fn files(folder: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in path(&folder).read_dir().with_context(|| format!("cannot list {folder}"))? {
            let entry = entry?;
            let name = entry.file_name().into_string().ok().context("a file's name is not Unicode")?;
            let list = if entry.file_type()?.is_dir() { &mut folders } else { &mut found };
            list.push(format!("{folder}/{name}"));
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file's name ends in a dot and one of `endings`.
pub fn has_ending(file: &str, endings: &[&str]) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}
