//! Makes the tagger's weights: corpora to articles, articles to examples, examples to a conditional random field, and
//! that to the small whole numbers of the section `weights`.
//!
//! It is trained twice. The first time one article in ten is held out: on those it is seen how often names that the
//! model is so and so sure of are right (`calibration.rs`). Then it is trained on everything.

mod augment;
pub mod calibration;
mod composed;
mod crf;
pub mod documents;
mod examples;
mod pack;
mod random;

use std::path::Path;

use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::tagger::features::{Feature, Group};
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
/// How much an article composed of our own sentences counts.
const COMPOSED_WEIGHT: f32 = 0.5;
/// How much a repeated article counts, beside its first form.
const REPEATED_WEIGHT: [f32; 2] = [0.3, 0.5];

const SETTINGS: crf::Settings = crf::Settings { passes: 16, mean_from: 6, rate: 0.05, dropout: 0.5 };

/// What a training may go without, to see what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ingredient {
    /// Features of a group.
    Features(Group),
    /// The copies in other capitals and with other names.
    Copies,
    /// The articles of our own sentences.
    Composed,
}

impl Ingredient {
    /// The ingredient of this name, such as `lists` or `copies`.
    pub fn parse(name: &str) -> Option<Self> {
        let groups = Group::ALL.map(Self::Features);
        let all = groups.into_iter().chain([Self::Copies, Self::Composed]);
        all.into_iter().find(|ingredient| match ingredient {
            Self::Features(group) => format!("{group:?}").eq_ignore_ascii_case(name),
            other => format!("{other:?}").eq_ignore_ascii_case(name),
        })
    }
}

/// Which training.
#[derive(Clone, Copy, Debug)]
pub enum Training {
    /// Without the articles that are held out.
    First,
    /// On all articles.
    Second,
    /// On all articles, but without this.
    Without(Ingredient),
}

impl Training {
    fn has(self, ingredient: Ingredient) -> bool {
        !matches!(self, Self::Without(other) if other == ingredient)
    }
}

/// Everything to learn from.
pub struct Material<'a> {
    /// The name lists, as laid out for the model.
    pub gazetteer: Gazetteer<'a>,
    /// The word classes, likewise.
    pub words: Words<'a>,
    /// Articles, and how much each counts.
    articles: Vec<(Article, f32)>,
    /// Articles of our own sentences. None is held out: how often the model is right on them says nothing.
    composed: Vec<Article>,
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
        let world = World::read(&data.join("gazetteers"))?;
        let composed = composed::articles(&data.join("gazetteers"), &world, &mut Random::new(SEED))?;
        Ok(Self { gazetteer, words, articles, composed, world })
    }

    /// The articles that the first training does not see.
    pub fn held_out(&self) -> impl Iterator<Item = &Article> {
        self.articles.iter().step_by(HELD_OUT).map(|(article, _)| article)
    }

    /// The section `weights`, learnt from all articles, or from all that are not held out.
    #[must_use]
    pub fn learn(&self, calibration: &calibration::Table, training: Training) -> Vec<u8> {
        let groups = Group::ALL.into_iter().filter(|&group| training.has(Ingredient::Features(group)));
        let (mut numbers, mut list) = (Numbers::new(groups.collect()), Vec::new());
        let mut add = |article: &Article, weight| {
            examples::add(article, weight, self.gazetteer, self.words, &mut numbers, &mut list);
        };
        let mut random = Random::new(SEED);
        for (index, (article, weight)) in self.articles.iter().enumerate() {
            if matches!(training, Training::First) && index % HELD_OUT == 0 {
                continue;
            }
            add(article, *weight);
            if training.has(Ingredient::Copies) {
                self.copies(index, &mut random).for_each(|(copy, share)| add(&copy, weight * share));
            }
        }
        if training.has(Ingredient::Composed) {
            self.composed.iter().for_each(|article| add(article, COMPOSED_WEIGHT));
        }
        let features = keep_frequent(&numbers, &mut list);
        drop(numbers);
        let crf = learn(&list, features.len());
        let (section, summary) = pack::pack(&features, &crf, FEATURES, calibration);
        println!("  {summary}");
        section
    }

    /// Copies of an article in other capitals and with other names, and how much each counts beside it.
    fn copies(&self, index: usize, random: &mut Random) -> impl Iterator<Item = (Article, f32)> {
        let article = &self.articles[index].0;
        let capitals = [Capitals::None, Capitals::Everywhere, Capitals::Titles].get(index % RECASED);
        let recased = capitals.map(|&capitals| (augment::recased(article, capitals), REPEATED_WEIGHT[0]));
        let renamed =
            index.is_multiple_of(RENAMED).then(|| (self.world.renamed(article, random), REPEATED_WEIGHT[1]));
        recased.into_iter().chain(renamed)
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
