//! Articles to training examples: the features of each island, and the labels that its tokens may have.

use std::collections::HashMap;
use std::ops::Range;

use pressmark::document::Document;
use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::tagger::facts::{Frame, Sources};
use pressmark::entity::tagger::features::{Feature, Group};
use pressmark::entity::tagger::islands::Islands;
use pressmark::entity::tagger::labels::{LABELS, Spot, label};
use pressmark::entity::tagger::survey::Survey;
use pressmark::entity::words::Words;
use pressmark::{Kind, segment};

use super::documents::{ALL_KINDS, Article, Gold, Kinds};

/// Labels that a token may have, one bit each.
pub type Allowed = u32;

/// Any label: the token's name was marked in a way that cannot be said in tokens.
const ANY: Allowed = (1 << LABELS) - 1;

/// One island.
#[derive(Clone, Debug)]
pub struct Example {
    /// The features of each token, by number.
    pub features: Vec<Vec<u32>>,
    /// What each token may be.
    pub allowed: Vec<Allowed>,
    /// How much it counts.
    pub weight: f32,
}

/// Numbers the features.
pub struct Numbers {
    /// Features of these groups are learnt.
    groups: Vec<Group>,
    known: HashMap<Feature, u32>,
    /// The features by number, and how often each was seen.
    pub features: Vec<(Feature, u32)>,
}

impl Numbers {
    /// Of the features of these groups, none yet.
    pub fn new(groups: Vec<Group>) -> Self {
        Self { groups, known: HashMap::new(), features: Vec::new() }
    }

    /// The numbers of a token's features, each once.
    fn all(&mut self, frame: &Frame, at: usize) -> Vec<u32> {
        let (mut found, mut list) = (Vec::with_capacity(100), Vec::with_capacity(100));
        for group in &self.groups {
            group.features(frame, at, &mut |feature| found.push(feature));
        }
        list.extend(found.into_iter().map(|feature| self.number(feature)));
        list.sort_unstable();
        list.dedup();
        list
    }

    fn number(&mut self, feature: Feature) -> u32 {
        let next = self.features.len() as u32;
        let number = *self.known.entry(feature).or_insert(next);
        if number == next {
            self.features.push((feature, 0));
        }
        self.features[number as usize].1 += 1;
        number
    }
}

/// Appends the examples of an article.
pub fn add(
    article: &Article,
    weight: f32,
    gazetteer: Gazetteer,
    words: Words,
    numbers: &mut Numbers,
    out: &mut Vec<Example>,
) {
    let document = segment::segment(&article.text);
    let survey = Survey::new(&document);
    let allowed = allowed(&document, article);
    let mut frame = Frame::new(Sources { document: &document, survey: &survey, gazetteer, words });
    let (mut islands, mut runs) = (Islands::new(&document, &survey, gazetteer), Vec::new());
    for (index, sentence) in document.sentences().iter().enumerate() {
        if document.part(sentence) == pressmark::document::Part::Boilerplate {
            continue;
        }
        islands.find(sentence.tokens, survey.style(index), &mut runs);
        for &island in &runs {
            frame.fill(index, island);
            let mut example = Example { features: Vec::new(), allowed: Vec::new(), weight };
            for at in 0..frame.len() {
                example.features.push(numbers.all(&frame, at));
                example.allowed.push(allowed[island.first() + at]);
            }
            out.push(example);
        }
    }
}

/// What each token of the document may be.
fn allowed(document: &Document, article: &Article) -> Vec<Allowed> {
    let spots = [Spot::Unit, Spot::Begin, Spot::Inside, Spot::Last];
    let unmarked = spots.iter().fold(1, |set, &spot| set | labels(ALL_KINDS & !article.annotated, spot));
    let mut allowed = vec![unmarked; document.tokens().len()];
    for name in &article.names {
        let covered =
            document.token_at(name.span.start as u32)..document.token_at(name.span.end as u32 - 1) + 1;
        match exact(document, name, covered.clone()) {
            Some(tokens) => {
                // An article is outside; what goes before an office may be a name of its own ("Czech President").
                let article = covered.start + 1 == tokens.start && document.lower(covered.start) == "the";
                allowed[covered.start..tokens.start].fill(if article { 1 } else { ANY });
                for (at, token) in tokens.clone().enumerate() {
                    let spot = Spot::of(at, tokens.len());
                    allowed[token] = labels(name.kinds, spot) | Allowed::from(name.optional);
                }
            }
            None => allowed[covered].fill(ANY),
        }
    }
    allowed
}

/// Offices and forms of address. Some corpora have them inside persons' names, with what goes before them ("Czech
/// President Václav Klaus"); by our contract they stand outside.
const OFFICES: [&str; 24] = [
    "ambassador",
    "chancellor",
    "colonel",
    "commissioner",
    "dr",
    "general",
    "governor",
    "judge",
    "justice",
    "king",
    "mayor",
    "minister",
    "mp",
    "mr",
    "officer",
    "premier",
    "president",
    "professor",
    "queen",
    "secretary",
    "senator",
    "sergeant",
    "sir",
    "spokesman",
];

/// The tokens that are exactly the name, without a leading article, office and a possessive ending.
fn exact(document: &Document, name: &Gold, covered: Range<usize>) -> Option<Range<usize>> {
    let tokens = document.tokens();
    let fits = tokens.get(covered.start)?.span().start as usize == name.span.start
        && tokens.get(covered.end - 1)?.span().end as usize == name.span.end;
    let mut range = covered;
    if range.len() > 1 && document.lower(range.start) == "the" {
        range.start += 1;
    }
    if range.len() > 1 && matches!(document.lower(range.end - 1), "’s" | "'s" | "’") {
        range.end -= 1;
    }
    let office = |&token: &usize| OFFICES.binary_search(&document.lower(token).trim_end_matches('.')).is_ok();
    if name.kinds == 1 << Kind::Person as u8
        && let Some(office) = (range.start..range.end - 1).rev().find(office)
    {
        range.start = office + 1;
    }
    fits.then_some(range)
}

/// The labels of a token at this spot of a name of one of these kinds.
fn labels(kinds: Kinds, spot: Spot) -> Allowed {
    let chosen = Kind::ALL.into_iter().filter(|&kind| kinds >> kind as u8 & 1 == 1);
    chosen.fold(0, |set, kind| set | 1 << label(kind, spot))
}
