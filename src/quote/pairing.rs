//! Which mark closes which: the marked spans of a paragraph.
//!
//! A stack per paragraph, so that nothing unbalanced reaches the next one. An opening mark at the start of a
//! paragraph or sentence that is never closed runs to the paragraph's end where the next paragraph opens again (the
//! typographic rule for long quotes); a closing mark without its opening one runs back to the sentence's start;
//! other lone marks are dropped.

use super::marks::{self, Family, Mark, Side};
use crate::document::{Document, TokenKind};
use crate::span::Run;

/// A marked span that lies in no other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Its tokens with the marks, as far as they are there.
    pub(super) outer: Run,
    /// Its tokens without the marks; at least one.
    pub(super) inner: Run,
    /// Whether its closing mark is missing because the quote goes on in the next paragraph.
    pub(super) runs_on: bool,
}

/// Appends the outermost marked spans of these paragraphs, in order.
pub(super) fn pairs(document: &Document, run: Run, out: &mut Vec<Pair>) {
    let paragraphs = document.paragraphs();
    for index in run.range() {
        let next_opens = paragraphs.get(index + 1).is_some_and(|next| opens(document, next.tokens));
        pair(document, paragraphs[index].tokens, next_opens, out);
    }
}

fn opens(document: &Document, tokens: Run) -> bool {
    let first = tokens.first();
    !tokens.is_empty()
        && document.tokens()[first].kind() == TokenKind::Mark
        && !matches!(document.word(first), "”" | "’" | "»" | "›")
}

/// Appends the outermost marked spans of one paragraph.
fn pair(document: &Document, paragraph: Run, next_opens: bool, out: &mut Vec<Pair>) {
    let first = out.len();
    let mut stack: Vec<Mark> = Vec::new();
    // How many marks of each family are open, so that a lone closing mark costs no search.
    let mut open = [0_u32; 4];
    for mark in marks::marks(document, paragraph) {
        let closes = match mark.side {
            Side::Open => false,
            Side::Close => true,
            Side::Either => stack.last().is_some_and(|top| top.family == mark.family),
        };
        if !closes {
            open[mark.family as usize] += 1;
            stack.push(mark);
        } else if open[mark.family as usize] > 0 {
            while let Some(top) = stack.pop() {
                open[top.family as usize] -= 1;
                if top.family == mark.family {
                    push(out, first, top.token, Some(mark.token), mark.token);
                    break;
                }
            }
        } else if mark.family == Family::Double {
            close_without_opening(document, paragraph, mark.token, first, out);
        }
    }
    let lone = stack
        .iter()
        .find(|mark| mark.family == Family::Double && begins_speech(document, paragraph, mark.token));
    if let Some(lone) = lone.filter(|_| next_opens) {
        push(out, first, lone.token, None, paragraph.end());
    }
}

/// Whether a mark stands where a long quote begins: at the paragraph's start, or after a stop, comma or colon.
fn begins_speech(document: &Document, paragraph: Run, mark: usize) -> bool {
    mark == paragraph.first() || matches!(document.word(mark - 1), "." | "," | ":" | "?" | "!" | "”" | "\"")
}

/// Adds the pair of the marks at `open` and `close`; the content ends before `end`. Pairs inside it give way.
fn push(out: &mut Vec<Pair>, first: usize, open: usize, close: Option<usize>, end: usize) {
    while out.len() > first && out[out.len() - 1].outer.first() > open {
        out.pop();
    }
    if open + 1 < end {
        let outer = Run::new(open, close.map_or(end, |c| c + 1));
        out.push(Pair { outer, inner: Run::new(open + 1, end), runs_on: close.is_none() });
    }
}

/// A closing mark after a comma or stop whose opening mark is missing: the content runs back to the start of the
/// paragraph, if nothing before it is marked.
fn close_without_opening(
    document: &Document,
    paragraph: Run,
    mark: usize,
    first: usize,
    out: &mut Vec<Pair>,
) {
    let start = paragraph.first();
    let after_stop = mark > start && matches!(document.word(mark - 1), "," | "." | "?" | "!");
    if out.len() == first && after_stop && mark - start > 2 {
        out.push(Pair { outer: Run::new(start, mark + 1), inner: Run::new(start, mark), runs_on: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        let document = crate::segment::segment(text);
        let mut found = Vec::new();
        pairs(&document, Run::new(0, document.paragraphs().len()), &mut found);
        found.iter().map(|p| document.span_of(p.inner).of(text)).collect()
    }

    #[test]
    fn nested_marks_belong_to_the_outer_ones() {
        assert_eq!(inner("“He said ‘no’ to me,” she said. ‘I “won”.’"), ["He said ‘no’ to me,", "I “won”."]);
    }

    #[test]
    fn an_unbalanced_mark_harms_no_other_paragraph() {
        assert_eq!(inner("He said “no and left.\n“Yes,” she said."), ["Yes,"]);
        assert_eq!(inner("“No and left.\nThen “yes,” she said."), ["yes,"]);
        assert_eq!(inner("It is over,” he said. “Go.”"), ["It is over,", "Go."]);
    }

    #[test]
    fn a_quote_runs_over_paragraphs_that_open_again() {
        assert_eq!(inner("“One.\n“Two.\n“Three.”"), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn time_grows_with_the_text_only() {
        let opening = "“".repeat(1_000_000);
        assert!(inner(&opening).is_empty());
        let nested = format!("{}a{}", "“ ".repeat(10_000), " ”".repeat(10_000));
        assert_eq!(inner(&nested).len(), 1);
    }
}
