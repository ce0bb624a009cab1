//! Makes the tagger's weights: corpora to articles, articles to examples, examples to a conditional random field, and
//! that to the small whole numbers of the section `weights`.

mod crf;
mod documents;
mod examples;
mod pack;
mod random;

use std::path::Path;

use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::words::Words;

use crate::Error;
use examples::{Example, Numbers};

/// Corpora with how much each of their examples counts.
const CORPORA: &[(&str, f32)] = &[
    ("uner_ewt.train.tsv", 1.0),
    ("wikigold.tsv", 1.0),
    ("crossner.politics.tsv", 1.0),
    ("crossner.ai.tsv", 0.5),
    ("crossner.literature.tsv", 0.5),
    ("crossner.music.tsv", 0.5),
    ("crossner.science.tsv", 0.5),
    ("redocred.dev.tsv", 1.0),
    ("redocred.test.tsv", 1.0),
    ("btc.a.tsv", 0.5),
    ("btc.b.tsv", 0.5),
    ("btc.e.tsv", 0.5),
    ("btc.f.tsv", 0.5),
    ("btc.g.tsv", 1.0),
    ("btc.h.tsv", 0.5),
    ("gum.news_interview.tsv", 1.0),
    ("gum.other_genres.tsv", 1.0),
    ("grobid_ner.tsv", 1.0),
    ("wnut17.train.tsv", 0.5),
    ("wnut17.dev.tsv", 0.5),
    ("wnut17.test.tsv", 0.5),
    ("europarl.tsv", 1.0),
    ("re3d.tsv", 1.0),
];

fn env<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// The section `weights`, learnt from the corpora in `folder`.
///
/// # Errors
/// If a corpus is missing or not as expected.
pub fn weights(folder: &Path, names: &[u8], word_classes: &[u8]) -> Result<Vec<u8>, Error> {
    let gazetteer = Gazetteer::new(names).map_err(|error| error.to_string())?;
    let words = Words::new(word_classes).map_err(|error| error.to_string())?;
    let schemes = documents::schemes(folder)?;
    let (mut numbers, mut list) = (Numbers::default(), Vec::new());
    let started = std::time::Instant::now();
    let gmb = env("GMB", 0.0);
    for &(file, weight) in CORPORA.iter().chain(&[("gmb.tsv", gmb)]) {
        let weight = weight * env(file.split('.').next().unwrap_or(""), 1.0_f32);
        if weight == 0.0 { continue; }
        let scheme = schemes.get(file).ok_or_else(|| format!("ner/manifest.json does not list {file}"))?;
        let before = list.len();
        for article in documents::articles(folder, file, scheme)? {
            examples::add(&article, weight, gazetteer, words, &mut numbers, &mut list);
        }
        eprintln!("{file}: {} islands", list.len() - before);
    }
    let kept = keep_frequent(&numbers, &mut list, env("MIN", 2));
    eprintln!("{} islands, {} tokens, {} features of {} ({:.0?})", list.len(), list.iter().map(|e| e.allowed.len()).sum::<usize>(), kept.len(), numbers.features.len(), started.elapsed());
    let settings = crf::Settings { passes: env("PASSES", 16), mean_from: env("MEAN", 6), rate: env("RATE", 0.05), dropout: env("DROP", 0.5), decay: env("DECAY", 0.0) };
    let crf = crf::train(&list, kept.len(), settings, 1, |pass, loss| eprintln!("pass {pass}: loss {loss:.0} ({:.0?})", started.elapsed()));
    let (section, report) = pack::pack(&kept, &crf, env("KEEP", 150_000));
    eprintln!("{report}");
    Ok(section)
}

/// Drops features that were seen fewer than `fewest` times and numbers the others anew.
fn keep_frequent(numbers: &Numbers, list: &mut [Example], fewest: u32) -> Vec<u64> {
    let mut kept = Vec::new();
    let renumbered: Vec<Option<u32>> = numbers
        .features
        .iter()
        .map(|&(feature, count)| {
            (count >= fewest).then(|| {
                kept.push(feature);
                kept.len() as u32 - 1
            })
        })
        .collect();
    for features in list.iter_mut().flat_map(|example| &mut example.features) {
        *features = features.iter().filter_map(|&old| renumbered[old as usize]).collect();
    }
    kept
}
