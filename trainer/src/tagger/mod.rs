//! Makes the tagger's weights: corpora to articles, articles to examples, examples to a conditional random field, and
//! that to the small whole numbers of the section `weights`.
//!
//! It is trained twice. The first time one article in ten is held out: on those it is seen how often names that the
//! model is so and so sure of are right (`calibration.rs`). Then it is trained on everything.

mod augment;
pub mod calibration;
mod crf;
pub mod documents;
mod examples;
mod pack;
mod random;

use std::path::Path;

use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::tagger::features::Feature;
use pressmark::entity::words::Words;

use crate::Error;
use crate::sources::CORPORA;
use augment::{Capitals, World};
use crf::Crf;
use documents::Article;
use examples::{Example, Numbers};
use random::Random;

/// Where all chance comes from.
pub const SEED: u64 = 1;
/// Features that are seen less often are not learnt.
const FEWEST_USES: u32 = 2;
/// So many features go into the model, those with the largest weights.
pub const FEATURES: usize = 150_000;
/// One article in so many is held out for the calibration.
const HELD_OUT: usize = 10;
/// One article in so many is repeated without capitals, the next in capitals, the next with a title's capitals.
const RECASED: usize = 6;
/// One article in so many is repeated with other names.
const RENAMED: usize = 2;
/// How much a repeated article counts, beside its first form.
const REPEATED_WEIGHT: [f32; 2] = [0.3, 0.5];

const SETTINGS: crf::Settings = crf::Settings { passes: 16, mean_from: 6, rate: 0.05, dropout: 0.5 };

/// Everything to learn from.
pub struct Material<'a> {
    /// The name lists, as laid out for the model.
    pub gazetteer: Gazetteer<'a>,
    /// The word classes, likewise.
    pub words: Words<'a>,
    /// Articles, and how much each counts.
    articles: Vec<(Article, f32)>,
    world: World,
}

impl<'a> Material<'a> {
    /// Reads the corpora below `data`.
    ///
    /// # Errors
    /// If one is missing or not as expected.
    pub fn read(data: &Path, gazetteer: Gazetteer<'a>, words: Words<'a>) -> Result<Self, Error> {
        let folder = data.join("ner");
        let mut articles = Vec::new();
        for corpus in CORPORA.iter().filter(|corpus| corpus.weight > 0.0) {
            let found = documents::articles(&folder, corpus.source.file)?;
            articles.extend(found.into_iter().map(|article| (article, corpus.weight)));
        }
        Ok(Self { gazetteer, words, articles, world: World::read(&data.join("gazetteers"))? })
    }

    /// The articles that the first training does not see.
    pub fn held_out(&self) -> impl Iterator<Item = &Article> {
        self.articles.iter().step_by(HELD_OUT).map(|(article, _)| article)
    }

    /// The section `weights`, learnt from all articles, or from all that are not held out.
    #[must_use]
    pub fn learn(&self, calibration: &calibration::Table, hold_out: bool) -> Vec<u8> {
        let kept = self.articles.iter().enumerate().filter(|(index, _)| !hold_out || index % HELD_OUT != 0);
        let (mut numbers, mut list) = (Numbers::default(), Vec::new());
        let mut random = Random::new(SEED);
        let mut add = |article: &Article, weight| {
            examples::add(article, weight, self.gazetteer, self.words, &mut numbers, &mut list);
        };
        for (index, (article, weight)) in kept {
            add(article, *weight);
            if let Some(capitals) = [Capitals::None, Capitals::Everywhere, Capitals::Titles].get(index % RECASED) {
                add(&augment::recased(article, *capitals), weight * REPEATED_WEIGHT[0]);
            }
            if index % RENAMED == 0 {
                add(&self.world.renamed(article, &mut random), weight * REPEATED_WEIGHT[1]);
            }
        }
        let features = keep_frequent(&numbers, &mut list);
        drop(numbers);
        let crf = learn(&list, features.len());
        let (section, summary) = pack::pack(&features, &crf, FEATURES, calibration);
        println!("  {summary}");
        section
    }
}

fn learn(list: &[Example], features: usize) -> Crf {
    let tokens: usize = list.iter().map(|example| example.allowed.len()).sum();
    println!("  {} islands, {tokens} tokens, {features} features", list.len());
    crf::train(list, features, SETTINGS, SEED, |pass, loss| println!("  pass {pass}: loss {loss:.0}"))
}

/// Drops features that were seen too seldom and numbers the others anew.
fn keep_frequent(numbers: &Numbers, list: &mut [Example]) -> Vec<Feature> {
    let mut kept = Vec::new();
    let renumbered: Vec<Option<u32>> = numbers
        .features
        .iter()
        .map(|&(feature, uses)| {
            (uses >= FEWEST_USES).then(|| {
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
