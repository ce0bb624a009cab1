//! How often the model is right when it is so and so sure.
//!
//! Probabilities of a conditional random field are those of its training text, to which it fits too well. Names of
//! held-out articles are sorted into bins by the model's probability; the share of right ones in each bin is what a
//! reader is told.

use pressmark::Kind;
use pressmark::entity::tagger::weights::KNOTS;
use pressmark::{Annotator, Options};

use super::documents::Article;

/// Shares of right names, in 255ths, at the probabilities 0, 1/16 … 1.
pub type Table = [u8; KNOTS];

/// The table that changes nothing.
#[must_use]
pub fn identity() -> Table {
    std::array::from_fn(|knot| (knot * 255 / (KNOTS - 1)) as u8)
}

/// Right, found and gold names of one kind.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub struct Count {
    /// Names found with exactly the right tokens and kind.
    pub right: u32,
    /// Names found.
    pub found: u32,
    /// Names that the corpus marks.
    pub gold: u32,
}

/// What an annotator finds in articles, held against what the corpora mark.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// By kind.
    pub counts: [Count; Kind::ALL.len()],
    /// Of each name found, how sure the model was and whether it was right.
    pub sure: Vec<(f32, bool)>,
}

/// Annotates articles and compares. Names of kinds that a corpus does not mark, and those that overlap a name whose
/// kind it leaves open, do not count.
#[must_use]
pub fn compare<'a>(annotator: &Annotator, articles: impl Iterator<Item = &'a Article>) -> Outcome {
    let mut outcome = Outcome::default();
    for article in articles {
        let analysis = annotator.annotate(&article.text, &Options::default());
        let exact = |kind: Kind| {
            let bit = 1 << kind as u8;
            article
                .names
                .iter()
                .filter(move |name| name.kinds == bit && !name.optional)
                .map(|name| trimmed(article, name.span.clone()))
        };
        for kind in Kind::ALL.into_iter().filter(|&kind| article.annotated >> kind as u8 & 1 == 1) {
            outcome.counts[kind as usize].gold += exact(kind).count() as u32;
        }
        for mention in analysis.mentions.iter().filter(|m| m.form != pressmark::analysis::Form::Pronoun) {
            let span = mention.span.range();
            let open = |name: &super::documents::Gold| {
                (name.optional || !name.kinds.is_power_of_two())
                    && name.span.start < span.end
                    && span.start < name.span.end
            };
            if article.annotated >> mention.kind as u8 & 1 == 0 || article.names.iter().any(open) {
                continue;
            }
            let right = exact(mention.kind).any(|gold| gold == span);
            let count = &mut outcome.counts[mention.kind as usize];
            count.found += 1;
            count.right += u32::from(right);
            outcome.sure.push((mention.confidence, right));
        }
    }
    outcome
}

/// A name's bytes without a leading article and a possessive ending, as our contract has them.
fn trimmed(article: &Article, mut span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let name = &article.text[span.clone()];
    if name.len() > 4 && name.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("the ")) {
        span.start += 4;
    }
    let end = name.trim_end_matches("’s").trim_end_matches('’').len();
    span.end -= name.len() - end;
    span
}

/// The share of right names near each knot, never falling. A bin with few names keeps close to the model's word.
#[must_use]
pub fn table(sure: &[(f32, bool)]) -> Table {
    /// So many names' worth of belief in the model's own probability.
    const BELIEF: f32 = 20.0;
    let mut bins = [(0.0_f32, 0.0_f32); KNOTS];
    for &(probability, right) in sure {
        let at = probability * (KNOTS - 1) as f32 + 0.5;
        let bin = &mut bins[(1..KNOTS).take_while(|&knot| at >= knot as f32).count()];
        *bin = (bin.0 + f32::from(u8::from(right)), bin.1 + 1.0);
    }
    let mut shares: [f32; KNOTS] = std::array::from_fn(|knot| {
        let (right, all) = bins[knot];
        let own = knot as f32 / (KNOTS - 1) as f32;
        (right + BELIEF * own) / (all + BELIEF)
    });
    for knot in (0..KNOTS - 1).rev() {
        shares[knot] = shares[knot].min(shares[knot + 1]);
    }
    shares.map(|share| (0..255_u16).take_while(|&step| share * 255.0 >= f32::from(step) + 0.5).count() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_too_sure_of_itself_is_taken_down() {
        let sure: Vec<(f32, bool)> = (0..1000).map(|index| (0.99, index % 10 < 8)).collect();
        let table = table(&sure);
        assert!((200..=212).contains(&table[KNOTS - 1]), "eight in ten: {table:?}");
        assert!(table.is_sorted());
    }

    #[test]
    fn the_identity_is_straight() {
        let table = identity();
        assert_eq!((table[0], table[KNOTS - 1]), (0, 255));
        assert!(table.is_sorted());
    }
}
