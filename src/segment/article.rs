//! What each paragraph is to the article: headline, byline, dateline, body or boilerplate.
//!
//! After the boilerplate is marked, the first paragraphs up to the first running text are the article's frame. Its
//! first line is the headline if it looks like one; a line "By …" is the byline; a line that is a date, or place and
//! agency before a dash, is the dateline. The story's first paragraph may carry its dateline in front.

use super::{boilerplate, dateline};
use crate::document::{Case, Document, Paragraph, Part, TokenKind};
use crate::span::Span;

/// Frame lines before the story, at most: headline, second deck, kicker, byline, place, date, update …
const FRAME: usize = 10;
/// Paragraphs of a summary that may stand between headline and dateline, at most.
const SUMMARY: usize = 2;
/// Longest headline, in bytes.
const LONGEST_HEADLINE: usize = 160;
/// Longest byline, in bytes.
const LONGEST_BYLINE: usize = 160;

/// What a line of the frame turned out to be.
enum Line {
    /// The title, and the date that ends it ("River rises Friday, March 17, 2023").
    Headline(Option<Span>),
    Byline,
    Dateline(Span),
    /// A second deck, kicker or caption: the frame goes on after it.
    Deck,
    /// The story's first paragraph, and the dateline in front of it.
    Story(Option<Span>),
}

/// Walks from the first line to the first paragraph of running text, in a document whose boilerplate is marked.
pub(super) fn frame(document: &mut Document) {
    let story = |&index: &usize| document.paragraphs[index].part != Part::Boilerplate;
    let lines: Vec<usize> = (0..document.paragraphs.len()).filter(story).take(FRAME + 1).collect();
    let mut may_be_headline = true;
    for (place, &index) in lines.iter().take(FRAME).enumerate() {
        let span = document.paragraphs[index].span;
        match classify(document, index, lines.get(place + 1).copied(), may_be_headline) {
            Line::Headline(date) => {
                document.paragraphs[index].part = Part::Headline;
                document.parts.headline = Some(date.map_or(span, |date| before(document, span, date)));
                note_dateline(document, date);
                may_be_headline = false;
            }
            Line::Byline => {
                document.paragraphs[index].part = Part::Byline;
                document.parts.byline = Some(span);
                note_dateline(document, dateline::date_in(document, document.paragraphs[index].tokens));
            }
            Line::Dateline(dateline) => {
                document.paragraphs[index].part = Part::Dateline;
                note_dateline(document, Some(dateline));
            }
            Line::Deck => may_be_headline = false,
            Line::Story(dateline) => {
                let below =
                    || lines[place + 1..].iter().take(SUMMARY).find_map(|&i| inline_dateline(document, i));
                let dateline = dateline.or_else(below);
                return note_dateline(document, dateline);
            }
        }
    }
}

/// What the line at paragraph `index` is, given the story's paragraph after it, if there is one.
fn classify(document: &Document, index: usize, next: Option<usize>, may_be_headline: bool) -> Line {
    let paragraph = &document.paragraphs[index];
    if dateline::is_line(document, paragraph) {
        return Line::Dateline(paragraph.span);
    }
    if next.is_some() && document.parts.byline.is_none() && is_byline(document, paragraph) {
        return Line::Byline;
    }
    if let Some((span, whole)) = dateline::before_story(document, paragraph) {
        return if whole { Line::Dateline(span) } else { Line::Story(Some(span)) };
    }
    let title = boilerplate::is_title(paragraph.span.of(document.text()));
    if may_be_headline && next.is_some_and(|next| is_headline(document, paragraph, title, next)) {
        return Line::Headline(dateline::at_end(document, paragraph.tokens));
    }
    if title { Line::Deck } else { Line::Story(None) }
}

/// The dateline in front of the paragraph, if the story goes on after it.
fn inline_dateline(document: &Document, index: usize) -> Option<Span> {
    let (span, whole) = dateline::before_story(document, &document.paragraphs[index])?;
    (!whole).then_some(span)
}

/// Notes the dateline, unless one was found before.
fn note_dateline(document: &mut Document, span: Option<Span>) {
    document.parts.dateline = document.parts.dateline.or(span);
}

/// What stands in `span` before `tail`, without the white space between.
fn before(document: &Document, span: Span, tail: Span) -> Span {
    let head = document.text[span.start as usize..tail.start as usize].trim_end();
    Span::new(span.start as usize, span.start as usize + head.len())
}

/// "Published March 17, 2023" below the story is a date line too; a bare date there may be a heading of the story.
pub(super) fn late_date_line(document: &mut Document, index: usize) {
    let paragraph = document.paragraphs[index];
    if paragraph.part == Part::Body && dateline::is_labelled_line(document, &paragraph) {
        document.paragraphs[index].part = Part::Dateline;
        note_dateline(document, Some(paragraph.span));
    }
}

/// Whether the first line is the headline: a short line that ends as titles do, or at least is capitalised as titles
/// are or stands before a line or paragraph `next` that opens a story by its byline or dateline.
fn is_headline(document: &Document, paragraph: &Paragraph, title: bool, next: usize) -> bool {
    let tokens = &document.tokens[paragraph.tokens.range()];
    let next = &document.paragraphs[next];
    let opens_story = || {
        is_byline(document, next)
            || dateline::is_line(document, next)
            || dateline::before_story(document, next).is_some()
    };
    let named = tokens.iter().any(|t| t.kind() == TokenKind::Word && t.case() != Case::None)
        && tokens.first().is_some_and(|t| t.case() != Case::Lower && t.kind() != TokenKind::Punctuation);
    let stops = paragraph.tokens.range().filter(|&token| document.word(token) == ".").count();
    let short = paragraph.span.len() <= LONGEST_HEADLINE && stops <= 1;
    named && short && (title || is_title_case(document, paragraph) || opens_story())
}

/// Whether nearly all long words are capitalised, and there are a few: such a line may even end in a full stop.
fn is_title_case(document: &Document, paragraph: &Paragraph) -> bool {
    let words = document.tokens[paragraph.tokens.range()].iter().filter(|t| t.kind() == TokenKind::Word);
    let (mut long, mut small) = (0, 0);
    for word in words.filter(|t| t.span().len() >= 5) {
        long += 1;
        small += usize::from(word.case() == Case::Lower);
    }
    long >= 3 && small * 8 <= long
}

/// "By Jane Doe", "Written by JANE DOE and John Roe, City Desk": no sentence, and a name after "by".
fn is_byline(document: &Document, paragraph: &Paragraph) -> bool {
    let run = paragraph.tokens;
    if paragraph.span.len() > LONGEST_BYLINE || run.len() < 2 {
        return false;
    }
    let by = match document.lower(run.first()) {
        "by" => run.first(),
        "written" | "reported" | "story" | "words" | "analysis" | "opinion" | "compiled" | "posted"
        | "published" => run.first() + 1,
        _ => return false,
    };
    let mut name = by + 1;
    // "By: Jane Doe", "By the Associated Press".
    if name < run.end() && matches!(document.word(name), ":" | "the" | "The") {
        name += 1;
    }
    name < run.end()
        && document.lower(by) == "by"
        && document.tokens[name].case().is_capitalised()
        && !dateline::is_month(document.lower(name))
        && !dateline::is_weekday(document.lower(name))
        && document.word(run.end() - 1) != "."
}

#[cfg(test)]
mod tests {
    use crate::document::Parts;
    use crate::segment::segment;

    fn parts(text: &str) -> [&str; 3] {
        let Parts { headline, byline, dateline } = segment(text).parts();
        [headline, byline, dateline].map(|part| part.map_or("", |span| span.of(text)))
    }

    #[test]
    fn the_frame_is_read_line_by_line() {
        let text = "River Rises Again\nBy Jane Doe, City Desk\nMarch 17, 2023\nThe river rose on Friday.";
        assert_eq!(parts(text), ["River Rises Again", "By Jane Doe, City Desk", "March 17, 2023"]);
    }

    #[test]
    fn a_line_alone_is_no_headline() {
        assert_eq!(parts("River rises again"), ["", "", ""]);
        assert_eq!(parts("The river rose.\nIt fell."), ["", "", ""]);
    }

    #[test]
    fn the_dateline_may_stand_before_the_story_or_end_the_headline() {
        assert_eq!(
            parts("MOSCOW, March 17 (Agency) — The river rose."),
            ["", "", "MOSCOW, March 17 (Agency)"]
        );
        assert_eq!(
            parts("River rises again Friday, March 17, 2023\nThe river rose."),
            ["River rises again", "", "Friday, March 17, 2023"]
        );
    }
}
