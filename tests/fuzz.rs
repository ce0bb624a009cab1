//! The fuzz targets' bodies as ordinary tests: on every input that once made one fail (`fuzz/regressions`), on the
//! project's own articles, and on texts and bytes by chance.

#[path = "../fuzz/bodies.rs"]
mod bodies;
mod texts;

use std::fs;
use std::path::Path;

use proptest::prelude::*;

/// Runs a body on its regressions and on the articles.
fn replay(target: &str, body: fn(&[u8])) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list =
        |folder: &str| fs::read_dir(root.join(folder)).expect("a folder").map(|entry| entry.unwrap().path());
    for file in list(&format!("fuzz/regressions/{target}")) {
        body(&fs::read(file).expect("an input"));
    }
    for folder in list("tests/articles") {
        let article = fs::read(folder.join("article.txt")).expect("an article");
        body(&[&[1, 20], article.as_slice()].concat());
    }
}

#[test]
fn known_inputs_of_annotate() {
    replay("annotate", bodies::annotate);
}

#[test]
fn known_inputs_of_model() {
    replay("model", bodies::model);
}

#[test]
fn known_inputs_of_export() {
    replay("export", bodies::export);
}

#[test]
fn known_inputs_of_jsonl() {
    replay("jsonl", bodies::jsonl);
}

#[test]
fn known_inputs_of_import() {
    replay("import", bodies::import);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_is_annotated_and_exported(text in texts::any_text(), head in any::<[u8; 2]>()) {
        let bytes = [&head, text.as_bytes()].concat();
        bodies::annotate(&bytes);
        bodies::export(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn any_bytes_are_a_model_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        bodies::model(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_bytes_are_a_file_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        bodies::import(&bytes);
    }
}
