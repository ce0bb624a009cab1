//! What looks like a word of time and is none: names, verbs, quantities, ages, scores.

mod lengths;
mod numbers;
mod words;

pub(super) use lengths::{
    is_age, is_counted_by_noun, is_decade_of_life, is_no_length, is_publication, is_rate,
};
pub(super) use numbers::{
    is_counted, is_dated, is_early_year, is_no_year, is_quantity, is_score, is_show, is_verb,
};
pub(super) use words::is_ordinary_word;
