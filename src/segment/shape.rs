//! What characters and words look like.

use crate::document::Case;

/// Zero-width characters, bidi controls and the byte-order mark: no ink, and no border between words except
/// where they stand alone. The soft hyphen and the joiners are parts of words and are not among them.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\0')
}

/// Whether a character can be part of a word: letters, digits, combining marks, joiners, the soft hyphen.
pub(super) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || is_combining(c) || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{b7}')
}

/// Marks that combine with the letter before them (the blocks of combining diacritics; std has no category Mn).
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a character only changes the symbol before it: combining marks, variation selectors, skin tones, and the
/// joiner that makes one picture out of several.
pub(super) fn modifies_symbol(c: char) -> bool {
    !c.is_ascii()
        && (is_combining(c) || matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'))
}

/// The case pattern of a word.
pub(super) fn case_of(word: &str) -> Case {
    let (mut first, mut upper, mut lower) = (None, 0, 0);
    for c in word.chars() {
        let capital = if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() };
        let small = if c.is_ascii() { c.is_ascii_lowercase() } else { c.is_lowercase() };
        if capital || small {
            first.get_or_insert(capital);
        }
        upper += usize::from(capital);
        lower += usize::from(small);
    }
    match (first, upper, lower) {
        (None, ..) => Case::None,
        (Some(true), _, 0) => Case::Upper,
        (Some(true), ..) => Case::Title,
        (Some(false), 0, _) => Case::Lower,
        (Some(false), ..) => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_case_a_reader_sees() {
        let cases = [
            ("word", Case::Lower),
            ("Word", Case::Title),
            ("McCain", Case::Title),
            ("U.S.", Case::Upper),
            ("iPhone", Case::Mixed),
            ("1980s", Case::Lower),
            ("Ólafur", Case::Title),
            ("1,500", Case::None),
            ("東京", Case::None),
        ];
        for (word, case) in cases {
            assert_eq!(case_of(word), case, "{word}");
        }
    }
}
