//! Tokens with their ASCII letters in lower case.
//!
//! Most tokens have no capital and are looked up in the text itself. A whole second text would be as long as the first;
//! the others take less than a quarter of that, and finding one costs the addition of at most [`STEP`] lengths.

use super::Token;
use crate::room::{make_room, make_room_for_letters};

/// Tokens between two notes of the table.
const STEP: usize = 16;

/// The capitalised tokens of a text in lower case.
#[derive(Debug, Default)]
pub(super) struct Lowered {
    /// One after the other, in order.
    words: String,
    /// How many bytes of `words` belong to the tokens before token `STEP * i`.
    before: Vec<u32>,
}

impl Lowered {
    /// Makes room for what the `rest` of the text will add, if it is like what has been `read`; in bytes.
    pub(super) fn make_room(&mut self, read: usize, rest: usize) {
        make_room_for_letters(&mut self.words, read, rest);
        make_room(&mut self.before, read, rest);
    }

    /// Takes in the next token, which has this index; `word` is it in lower case.
    pub(super) fn push(&mut self, index: usize, token: Token, word: &str) {
        if index.is_multiple_of(STEP) {
            self.before.push(self.words.len() as u32);
        }
        if token.case().has_capital() {
            self.words.push_str(word);
        }
    }

    /// The token of this index, which must have a capital.
    pub(super) fn get(&self, tokens: &[Token], index: usize) -> &str {
        let block = index / STEP;
        let before = &tokens[block * STEP..index];
        let capitalised = before.iter().filter(|token| token.case().has_capital());
        let start = self.before[block] as usize + capitalised.map(|token| token.span().len()).sum::<usize>();
        &self.words[start..start + tokens[index].span().len()]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::segment::segment;

    proptest! {
        #[test]
        fn every_token_has_its_lower_case(text in "(\\PC|[A-Z][a-z]* |[a-z]+ |É|ß|İ|1st |\n){0,80}") {
            let document = segment(&text);
            for token in 0..document.tokens().len() {
                prop_assert_eq!(document.lower(token), document.word(token).to_ascii_lowercase());
            }
        }
    }
}
