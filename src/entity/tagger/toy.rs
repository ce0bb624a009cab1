//! A toy tagger for unit tests: a structured perceptron (Collins 2002) over a few sentences, with the real features,
//! table and decoder.

use std::collections::BTreeMap;

use super::decode::{self, Decoder};
use super::facts::{Frame, Sources};
use super::features::{Feature, features};
use super::islands::Islands;
use super::labels::{LANES, Label, OUTSIDE, Spot, label};
use super::survey::Survey;
use super::weights::{Head, Row, Scores, Sums, Weights, write};
use crate::analysis::Kind;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::words::Words;
use crate::segment::segment;

/// A sentence with its names in order.
pub(crate) type Lesson<'a> = (&'a str, &'a [(&'a str, Kind)]);

/// One island: the features of each token and its label.
struct Example {
    features: Vec<Vec<Feature>>,
    labels: Vec<Label>,
}

/// The section `weights` that gets every lesson right.
pub(crate) fn learn(lessons: &[Lesson], gazetteer: Gazetteer) -> Vec<u8> {
    let examples: Vec<Example> = lessons.iter().flat_map(|lesson| examples(*lesson, gazetteer)).collect();
    let mut rows = BTreeMap::<Feature, Row>::new();
    for _ in 0..50 {
        let section = lay_out(&rows);
        let weights = Weights::new(&section).expect("what was just written");
        let mut right = true;
        for example in &examples {
            let found = tag(&weights, example);
            right &= found == example.labels;
            for ((features, &gold), &wrong) in example.features.iter().zip(&example.labels).zip(&found) {
                for feature in features.iter().filter(|_| gold != wrong) {
                    let row = rows.entry(*feature).or_insert([0; LANES]);
                    row[usize::from(gold)] = row[usize::from(gold)].saturating_add(1);
                    row[usize::from(wrong)] = row[usize::from(wrong)].saturating_sub(1);
                }
            }
        }
        if right {
            return section;
        }
    }
    panic!("the lessons contradict each other");
}

fn lay_out(rows: &BTreeMap<Feature, Row>) -> Vec<u8> {
    let rows: Vec<(Feature, Row)> = rows.iter().map(|(&feature, &row)| (feature, row)).collect();
    let calibration = std::array::from_fn(|knot| (knot * 15) as u8);
    write(&Head { unit: 0.1, calibration, transitions: [[0; LANES]; LANES] }, &rows).0
}

fn examples((text, names): Lesson, gazetteer: Gazetteer) -> Vec<Example> {
    let document = segment(text);
    let survey = Survey::new(&document);
    let mut labels = vec![OUTSIDE; document.tokens().len()];
    for mention in crate::entity::tests::named(&document, names) {
        for (at, token) in mention.tokens.range().enumerate() {
            labels[token] = label(mention.kind, Spot::of(at, mention.tokens.len()));
        }
    }
    let mut frame =
        Frame::new(Sources { document: &document, survey: &survey, gazetteer, words: Words::default() });
    let (mut islands, mut runs, mut out) =
        (Islands::new(&document, &survey, gazetteer), Vec::new(), Vec::new());
    for (index, sentence) in document.sentences().iter().enumerate() {
        islands.find(sentence.tokens, survey.style(index), &mut runs);
        for island in &runs {
            frame.fill(index, *island);
            let gather = |at| {
                let mut list = Vec::new();
                features(&frame, at, &mut |feature| list.push(feature));
                list
            };
            let features = (0..frame.len()).map(gather).collect();
            out.push(Example { features, labels: labels[island.range()].to_vec() });
        }
    }
    out
}

fn tag(weights: &Weights, example: &Example) -> Vec<Label> {
    let score = |features: &Vec<Feature>| {
        let mut sums = Sums::default();
        for &feature in features {
            weights.add(feature, &mut sums);
        }
        sums.scores()
    };
    let scores: Vec<Scores> = example.features.iter().map(score).collect();
    let (mut found, mut labels) = (Vec::new(), vec![OUTSIDE; scores.len()]);
    Decoder::default().decode(weights, &decode::factors(weights), &scores, &mut found);
    for name in found {
        let length = name.tokens.len();
        for (at, token) in name.tokens.enumerate() {
            labels[token] = label(name.kind, Spot::of(at, length));
        }
    }
    labels
}
