//! Tokens to lexemes: one cheap look at each token of the article.

use super::lexicon::{Lexeme, look_up};
use super::negative;
use crate::document::{Document, Sentence, TokenKind};

/// The lexeme of every token of the sentence, appended to `out`.
pub(super) fn sentence(document: &Document, sentence: &Sentence, out: &mut Vec<Lexeme>) {
    for token in sentence.tokens.range() {
        out.push(lexeme(document, sentence, token));
    }
}

fn lexeme(document: &Document, sentence: &Sentence, token: usize) -> Lexeme {
    let lower = document.lower(token);
    match document.tokens()[token].kind() {
        TokenKind::Number => number(lower),
        TokenKind::Word if lower.as_bytes()[0].is_ascii_digit() => number(lower),
        TokenKind::Word => {
            let found = look_up(lower);
            if found == Lexeme::Other {
                return period_name(document.word(token));
            }
            if found != Lexeme::Glue && negative::is_ordinary_word(document, sentence, token, found) {
                return Lexeme::Other;
            }
            found
        }
        TokenKind::Dash | TokenKind::Punctuation | TokenKind::Mark => look_up(lower),
        TokenKind::Address | TokenKind::Handle => Lexeme::Other,
    }
}

/// "Q3", "H1", "3Q".
fn period_name(word: &str) -> Lexeme {
    match word.as_bytes() {
        [b'Q', n @ b'1'..=b'4'] => Lexeme::QuarterName(n - b'0'),
        [b'H', n @ b'1'..=b'2'] => Lexeme::HalfName(n - b'0'),
        _ => Lexeme::Other,
    }
}

/// A token that begins with a digit: plain, grouped by commas, decimal, a time of day, an ordinal, a decade.
fn number(word: &str) -> Lexeme {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = word.split_at(digits);
    let Some(value) = small(head) else { return Lexeme::Other };
    match tail.as_bytes() {
        [] => Lexeme::Digits { value, len: digits as u8, grouped: false },
        [b':', ..] => clock(word),
        [b',', ..] => grouped(word),
        [b'.', fraction @ ..] => decimal(value, fraction, word),
        b"st" | b"nd" | b"rd" | b"th" => u8::try_from(value).map_or(Lexeme::Other, Lexeme::Ordinal),
        b"s" if value % 10 == 0 && matches!(digits, 2 | 4) => Lexeme::Decade(value as u16),
        b"q" if (1..=4).contains(&value) => Lexeme::QuarterName(value as u8),
        b"h" if (1..=2).contains(&value) => Lexeme::HalfName(value as u8),
        _ if tail == "½" => Lexeme::Decimal(value.saturating_mul(100).saturating_add(50)),
        _ => Lexeme::Other,
    }
}

/// Up to nine digits.
fn small(digits: &str) -> Option<u32> {
    (digits.len() <= 9).then(|| digits.parse().ok()).flatten()
}

fn grouped(word: &str) -> Lexeme {
    let mut value: u32 = 0;
    for byte in word.bytes().filter(|&byte| byte != b',') {
        let digit = byte.wrapping_sub(b'0');
        match value.checked_mul(10).and_then(|v| v.checked_add(u32::from(digit))) {
            Some(v) if digit < 10 => value = v,
            _ => return Lexeme::Other,
        }
    }
    Lexeme::Digits { value, len: word.len() as u8, grouped: true }
}

/// "2.5" and "10.30"; "1.2.3" is a version, not a number.
fn decimal(whole: u32, fraction: &[u8], word: &str) -> Lexeme {
    let hundredths = match fraction {
        [a @ b'0'..=b'9'] => u32::from(a - b'0') * 10,
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => u32::from(a - b'0') * 10 + u32::from(b - b'0'),
        _ => return dotted(word),
    };
    Lexeme::Decimal(whole.saturating_mul(100).saturating_add(hundredths))
}

/// A day written with dots, "24.12.2023", is read by the numeric rules from the text itself.
fn dotted(word: &str) -> Lexeme {
    let mut parts = word.split('.');
    let lengths = [parts.next(), parts.next(), parts.next()]
        .map(|part| part.filter(|part| part.bytes().all(|b| b.is_ascii_digit())).map_or(0, str::len));
    match lengths {
        [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2] if parts.next().is_none() => {
            Lexeme::Digits { value: 0, len: 8, grouped: false }
        }
        _ => Lexeme::Other,
    }
}

fn clock(word: &str) -> Lexeme {
    let mut parts = word.split(':').map(|part| if part.len() <= 2 { part.parse::<u8>().ok() } else { None });
    let (Some(Some(hour)), Some(Some(minute))) = (parts.next(), parts.next()) else { return Lexeme::Other };
    let second = parts.next();
    if hour > 24 || minute > 59 || second.is_some_and(|s| s.is_none_or(|s| s > 59)) || parts.next().is_some()
    {
        return Lexeme::Other;
    }
    Lexeme::Clock { hour, minute, second: second.flatten() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_told_apart_by_how_they_are_written() {
        assert_eq!(number("1998"), Lexeme::Digits { value: 1998, len: 4, grouped: false });
        assert_eq!(number("1,500"), Lexeme::Digits { value: 1500, len: 5, grouped: true });
        assert_eq!(number("2.5"), Lexeme::Decimal(250));
        assert_eq!(number("24th"), Lexeme::Ordinal(24));
        assert_eq!(number("1980s"), Lexeme::Decade(1980));
        assert_eq!(number("90s"), Lexeme::Decade(90));
        assert_eq!(number("3q"), Lexeme::QuarterName(3));
        assert_eq!(number("10:30"), Lexeme::Clock { hour: 10, minute: 30, second: None });
    }

    #[test]
    fn versions_scores_and_long_digit_runs_are_no_numbers_of_time() {
        for word in ["1.2.3.4", "99:99", "12345678901234567890", "300th", "1.0.0-rc", "25:00"] {
            assert_eq!(number(word), Lexeme::Other, "{word}");
        }
    }
}
