//! The page's service worker, with the list of what it keeps filled in.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::icons;
use crate::project;

/// The worker as written, with an empty list.
const SOURCE: &str = "www/sw.js";

/// Where the list goes.
const EMPTY_LIST: &str = "const ASSETS = {};";

/// Files of the page's folders that no page loads.
const UNLOADED: [&str; 2] = ["www/sw.js", "www/single-file/"];

/// Endings of files that a page loads.
const LOADED: [&str; 8] = ["html", "css", "js", "svg", "txt", "wasm", "model", "webmanifest"];

/// The worker's text for files by their paths from it; `./` is the page itself.
///
/// # Errors
/// If the worker has no place for the list.
pub fn worker(files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    let hashes: BTreeMap<&str, String> =
        files.iter().map(|(path, bytes)| (path.as_str(), integrity(bytes))).collect();
    let source = super::read_text(SOURCE)?;
    ensure!(source.contains(EMPTY_LIST), "{SOURCE} has no `{EMPTY_LIST}`");
    Ok(source.replace(EMPTY_LIST, &format!("const ASSETS = {};", serde_json::to_string(&hashes)?)))
}

/// The worker's text for the page as it stands in the tree.
///
/// # Errors
/// If a file cannot be read.
pub fn worker_for_tree() -> Result<String> {
    let mut files = BTreeMap::new();
    for name in project::files("www")?.into_iter().chain(project::files("pkg")?) {
        let loaded = project::has_ending(&name, &LOADED);
        if !loaded || UNLOADED.iter().any(|unloaded| name.starts_with(unloaded)) {
            continue;
        }
        let bytes = super::read(&name)?;
        let path = match name.strip_prefix("www/") {
            Some("index.html") => "./".to_owned(),
            Some(path) => path.to_owned(),
            None => format!("../{name}"),
        };
        files.insert(path, bytes);
    }
    for icon in icons::ALL {
        files.insert(icon.name.to_owned(), icon.png()?);
    }
    worker(&files)
}

/// A content's hash in the form that browsers check.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// A file that is made when it is asked for, if `path` is one: the worker with its list, an icon.
pub fn made(path: &str) -> Option<Result<Vec<u8>>> {
    if path == SOURCE {
        return Some(worker_for_tree().map(String::into_bytes));
    }
    let name = path.strip_prefix("www/")?;
    let icon = icons::ALL.iter().find(|icon| icon.name == name)?;
    Some(icon.png().with_context(|| format!("cannot draw {path}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_makes_another_worker() {
        let of =
            |text: &str| worker(&BTreeMap::from([("a.js".to_owned(), text.as_bytes().to_vec())])).unwrap();
        assert_eq!(of("1"), of("1"));
        assert_ne!(of("1"), of("2"));
        assert!(of("1").contains(r#"{"a.js":"sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s="}"#));
    }

    #[test]
    fn the_tree_s_worker_keeps_what_the_page_loads_and_nothing_else() {
        let worker = worker_for_tree().unwrap();
        for kept in
            ["./", "app.js", "lib/session.js", "../pkg/client.js", "../pkg/engine/en.model", "icon-192.png"]
        {
            assert!(worker.contains(&format!("\"{kept}\":")), "{kept}");
        }
        for left in ["\"sw.js\"", "index.html\"", "single-file", ".d.ts", "stamp.json", "package.json"] {
            assert!(!worker.contains(left), "{left}");
        }
    }
}
