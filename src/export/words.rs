//! Words of an article where they must not break out of what they are written into.

use crate::date::push_digits;

/// The words in one line: white space as single spaces, without controls and without the invisible marks that turn
/// the direction of writing, which could make a line read as something else (`.ics` files have been spoofed so).
pub fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split(char::is_whitespace) {
        let start = out.len();
        out.extend(word.chars().filter(|&c| !c.is_control() && !turns_direction(c)));
        if out.len() > start && start > 0 {
            out.insert(start, ' ');
        }
    }
    out
}

/// Whether a character is one of Unicode's explicit directional marks, embeddings, overrides and isolates.
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// At most `limit` characters, with an ellipsis where something was left off.
pub fn shorten(words: &str, limit: usize) -> String {
    match words.char_indices().nth(limit) {
        None => words.to_owned(),
        Some((end, _)) => [words[..end].trim_end(), "…"].concat(),
    }
}

/// A share between 0 and 1 with four digits after the point, less the zeros at the end: "0.9", "1".
pub fn share(out: &mut String, share: f32) {
    let tenths = (share.clamp(0.0, 1.0) * 10_000.0).round() as i32;
    let tenths = tenths.unsigned_abs();
    push_digits(out, tenths / 10_000, 1);
    if !tenths.is_multiple_of(10_000) {
        out.push('.');
        let start = out.len();
        push_digits(out, tenths % 10_000, 4);
        let kept = out[start..].trim_end_matches('0').len();
        out.truncate(start + kept);
    }
}

/// A number in eight hexadecimal digits.
#[must_use]
pub fn hex(number: u32) -> String {
    let digit = |shift: u32| char::from(b"0123456789abcdef"[(number >> shift & 15) as usize]);
    (0..8).rev().map(|i| digit(4 * i)).collect()
}

/// The text's CRC-32 in hexadecimal: what tells it from another, in a result that comes back.
#[must_use]
pub fn checksum(text: &str) -> String {
    hex(crc32fast::hash(text.as_bytes()))
}

/// Identifiers for the items of exports of one text: UUIDs of version 8 (RFC 9562), made from the text's checksum and
/// length. The same text gives the same ones, so that who opens an export twice has nothing twice.
pub struct Ids {
    stem: String,
}

impl Ids {
    pub fn new(text: &str) -> Self {
        let (sum, length) = (checksum(text), hex(text.len() as u32));
        Self { stem: [&sum, "-", &length[..4], "-8", &length[4..7], "-8", &length[7..]].concat() }
    }

    /// The identifier of item `index` of the list that a letter stands for.
    pub fn of(&self, list: u8, index: usize) -> String {
        [&self.stem, &hex(u32::from(list))[6..], "-0000", &hex(index as u32)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_has_no_breaks_no_controls_and_no_turned_direction() {
        assert_eq!(one_line(" a\r\n\tb \u{202E}c\u{2066} \u{202E} \0d "), "a b c d");
        assert_eq!(one_line("\n"), "");
    }

    #[test]
    fn shares_are_short_decimals() {
        let written = |value| {
            let mut out = String::new();
            share(&mut out, value);
            out
        };
        assert_eq!([0.0, 1.0, 0.9, 0.93125, 0.05].map(written), ["0", "1", "0.9", "0.9313", "0.05"]);
        assert_eq!([f32::NAN, 7.0, -1.0].map(written), ["0", "1", "0"]);
    }

    #[test]
    fn identifiers_are_uuids_and_differ_by_text_list_and_index() {
        let one = Ids::new("text").of(b'm', 7);
        assert_eq!(one.len(), 36);
        assert_eq!(one.bytes().filter(|b| *b == b'-').count(), 4);
        assert_eq!(&one[14..15], "8");
        let text = Ids::new("text");
        for other in [Ids::new("texts").of(b'm', 7), text.of(b'd', 7), text.of(b'm', 8)] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn words_are_cut_between_characters() {
        assert_eq!(shorten("né à", 3), "né…");
        assert_eq!(shorten("né", 2), "né");
    }
}
