//! What each quotation mark does: open, close, either, or nothing at all because it is an apostrophe or belongs
//! to a markup tag.

use crate::document::{Document, Token, TokenKind};
use crate::span::Run;

/// Marks that can close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Curly and straight double marks, low ones, and two single ones that stand for one.
    Double,
    /// Curly and straight single marks.
    Single,
    /// « »
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
}

/// Which way a mark points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    /// A closing mark where only an opening one is open, else an opening one.
    Either,
}

/// A quotation mark that is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its token.
    pub(super) token: usize,
    pub(super) family: Family,
    pub(super) side: Side,
}

/// How far a markup tag may reach, in tokens; a "<" without its ">" in that distance is just a sign.
const TAG_REACH: usize = 400;

/// The quotation marks of a paragraph, in order.
pub(super) fn marks(document: &Document, paragraph: Run) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut token = paragraph.first();
    while token < paragraph.end() {
        if let Some(end) = markup_end(document, token, paragraph.end()) {
            token = end;
            continue;
        }
        if document.tokens()[token].kind() == TokenKind::Mark {
            out.extend(mark(document, token, paragraph));
        }
        token += 1;
    }
    demote_plural_possessives(document, &mut out);
    out
}

/// One past the ">" of the markup tag that begins at `token`: `<a href="…">`. The quotes of attributes are not
/// anybody's speech. Another "<" before the ">" means that the first was none.
fn markup_end(document: &Document, token: usize, limit: usize) -> Option<usize> {
    if document.word(token) != "<" || token + 1 >= limit || !document.glued(token + 1) {
        return None;
    }
    let within = token + 1..limit.min(token + TAG_REACH);
    let end = within.into_iter().find(|&t| matches!(document.word(t), "<" | ">"))?;
    (document.word(end) == ">").then_some(end + 1)
}

fn mark(document: &Document, token: usize, paragraph: Run) -> Option<Mark> {
    let space_before =
        token == paragraph.first() || !document.glued(token) || opens_bracket(document, token - 1);
    let next = document.tokens().get(token + 1).filter(|_| token + 1 < paragraph.end());
    let space_after = next.is_none() || !document.glued(token + 1);
    let (family, side) = match document.word(token) {
        "“" => (Family::Double, curly(Side::Open, space_before, space_after)),
        "”" => (Family::Double, curly(Side::Close, space_before, space_after)),
        "„" | "``" => (Family::Double, Side::Open),
        "\"" | "''" => (Family::Double, straight(document, token, space_before, space_after)),
        "«" => (Family::Guillemet, Side::Open),
        "»" => (Family::Guillemet, Side::Close),
        "‹" => (Family::SingleGuillemet, Side::Open),
        "›" => (Family::SingleGuillemet, Side::Close),
        "‘" | "‚" | "`" => {
            return (!elides(document, next, token)).then_some(Mark {
                token,
                family: Family::Single,
                side: Side::Open,
            });
        }
        // ’ and ': closing, or an apostrophe before or after a word.
        sign => {
            if space_before && (space_after || elides(document, next, token)) {
                return None;
            }
            let side = match (sign, space_before, space_after) {
                ("'", true, false) => Side::Open,
                (_, true, false) => return None,
                _ => Side::Close,
            };
            (Family::Single, side)
        }
    };
    Some(Mark { token, family, side })
}

fn opens_bracket(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "(" | "[" | "{" | "—" | "–" | "-" | ":" | ">")
}

/// A curly mark points where it says, unless the spaces around it say the opposite plainly.
fn curly(side: Side, space_before: bool, space_after: bool) -> Side {
    match side {
        // Also „so“.
        Side::Open if !space_before => Side::Close,
        Side::Close if space_before && !space_after => Side::Open,
        side => side,
    }
}

/// A straight mark points to the side where no space is.
fn straight(document: &Document, token: usize, space_before: bool, space_after: bool) -> Side {
    match (space_before, space_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        // Punctuation after a glued mark shows that it closes: `"yes", he said`.
        (false, false) if document.tokens()[token + 1].kind() == TokenKind::Punctuation => Side::Close,
        _ => Side::Either,
    }
}

/// Whether an apostrophe before `next` stands for left-out letters or figures: ’90s, ’em, rock ’n’ roll.
fn elides(document: &Document, next: Option<&Token>, token: usize) -> bool {
    let Some(next) = next.filter(|_| document.glued(token + 1)) else { return false };
    match next.kind() {
        TokenKind::Number => next.span().len() <= 3,
        TokenKind::Word => matches!(
            document.lower(token + 1),
            "em" | "n"
                | "til"
                | "till"
                | "tis"
                | "twas"
                | "cause"
                | "cos"
                | "bout"
                | "round"
                | "neath"
                | "nuff"
                | "s"
                | "t"
        ),
        _ => false,
    }
}

/// Drops the closing single marks that are apostrophes: "the miners’ union". After an s, before a space and a
/// word, a mark closes only if no better closing mark follows before the next opening one.
fn demote_plural_possessives(document: &Document, marks: &mut Vec<Mark>) {
    let mut better_follows = false;
    let mut drop = vec![false; marks.len()];
    for (index, mark) in marks.iter().enumerate().rev() {
        if mark.family != Family::Single {
            continue;
        }
        match mark.side {
            Side::Close if after_s_before_word(document, mark.token) => drop[index] = better_follows,
            Side::Close => better_follows = true,
            _ => better_follows = false,
        }
    }
    let mut index = 0;
    marks.retain(|_| {
        index += 1;
        !drop[index - 1]
    });
}

fn after_s_before_word(document: &Document, token: usize) -> bool {
    token > 0
        && document.lower(token - 1).ends_with('s')
        && document.tokens().get(token + 1).is_some_and(|t| t.kind() == TokenKind::Word)
        && !document.glued(token + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> String {
        let document = crate::segment::segment(text);
        let paragraph = document.paragraphs()[0].tokens;
        let letter = |m: &Mark| match m.side {
            Side::Open => '(',
            Side::Close => ')',
            Side::Either => '|',
        };
        marks(&document, paragraph).iter().map(letter).collect()
    }

    #[test]
    fn marks_point_where_they_say() {
        for (text, expected) in [
            ("“Yes,” he said.", "()"),
            ("\"Yes,\" he said.", "()"),
            ("''Yes,'' he said. ''No.''", "()()"),
            ("``Yes,'' he said.", "()"),
            ("‘Yes,’ he said, ‘or “no”.’", "()(())"),
            ("«Oui», dit-il. ‹Non›.", "()()"),
            ("He said it was ”fine“ again.", "()"),
            ("(\"Maybe\")", "()"),
        ] {
            assert_eq!(sides(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "It began in the ’90s and the '80s.",
            "Rock ’n’ roll, give ’em hell.",
            "O’Neill didn’t say it’s Anna’s.",
        ] {
            assert_eq!(sides(text), "", "{text}");
        }
        assert_eq!(sides("‘The miners’ union is strong,’ she said."), "()");
    }

    #[test]
    fn the_attributes_of_markup_are_no_speech() {
        assert_eq!(sides("<a href=\"x\" title='y'>“Yes,” he said.</a>"), "()");
        assert_eq!(sides("A < B, “yes”."), "()");
    }
}
