//! Lines that a page puts around its article: navigation, share buttons, newsletter pleas, copyright, credits.
//!
//! A wrong verdict hides a piece of the story, so only three shapes of short line are taken, by their wording
//! (`lines`): a whole line of known wording ("Advertisement", "12 comments"), a known label or
//! plea with a free rest ("Read more: …", "Sign up for …"), and a heading over links ("Related", "Next"), which
//! also takes the title lines after it. Everything else is the story.

use super::lines::{self, Shape};
use crate::document::{Document, Part};

/// Longest line that can be boilerplate, in bytes; a copyright notice is the longest that is common.
const LONGEST: usize = 240;
/// Longest line that can be a link's title, in bytes.
const LONGEST_TITLE: usize = 160;
/// Title lines that a heading such as "Related" takes with it at most.
const LINKS: usize = 12;

/// Goes over the paragraphs in order and marks those that are not the article.
#[derive(Debug, Default)]
pub(super) struct Marker {
    /// Title lines that the last heading still takes. Before the story begins they may be the headline: none.
    links: usize,
    story_began: bool,
}

impl Marker {
    /// Judges the next paragraph; `line` is it in lower case.
    pub(super) fn mark(&mut self, document: &mut Document, index: usize, line: &str) {
        let boilerplate = match verdict(line, index == 0) {
            // "Politics" over the headline; below, it may head a part of the story.
            Verdict::Story if !self.story_began && SECTIONS.contains(&line) => true,
            Verdict::Boilerplate => true,
            Verdict::Heading(titles) => {
                self.links = if self.story_began { titles } else { 0 };
                true
            }
            Verdict::Story if self.links > 0 && is_title(line) => {
                self.links -= 1;
                true
            }
            Verdict::Story => {
                self.links = 0;
                self.story_began |= !is_title(line);
                false
            }
        };
        if boilerplate {
            document.paragraphs[index].part = Part::Boilerplate;
        }
    }
}

/// Names of a newspaper's sections, and the labels that stand over a headline.
#[rustfmt::skip] // one word a line would hide the code
const SECTIONS: &[&str] = &[
    "world", "u.s.", "us", "uk", "national", "local", "politics", "business", "economy", "markets", "money", "sport", "sports",
    "opinion", "analysis", "exclusive", "breaking", "breaking news", "live", "tech", "technology", "science", "health",
    "climate", "environment", "entertainment", "culture", "arts", "books", "style", "travel", "food", "weather", "education",
    "news", "world news", "top news", "us news", "uk news",
];

enum Verdict {
    Story,
    Boilerplate,
    /// A heading over links; so many title lines after it are boilerplate as well.
    Heading(usize),
}

/// What a line, given in lower case, is by itself. The `first` line may be a headline and is judged more strictly.
fn verdict(line: &str, first: bool) -> Verdict {
    if line.len() > LONGEST {
        return Verdict::Story;
    }
    let plain = line.replace('\u{a0}', " ");
    // Bullets, arrows, brackets, and the stop or colon at the end say nothing.
    let words = plain.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '@'));
    let allowed = |shape| match shape {
        Shape::Label => !first,
        Shape::Plea => !reports(line),
        Shape::Neighbour | Shape::Heading | Shape::Whole => true,
    };
    match lines::shape(words, allowed) {
        Some(Shape::Neighbour) => Verdict::Heading(1),
        Some(Shape::Heading) => Verdict::Heading(LINKS),
        Some(Shape::Whole | Shape::Label | Shape::Plea) => Verdict::Boilerplate,
        None => Verdict::Story,
    }
}

/// Whether a line is short and ends as titles do: without a full stop or anything that promises more.
pub(super) fn is_title(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '\'', '”', '’', ')']);
    line.len() <= LONGEST_TITLE && !bare.ends_with(['.', ':', ';', ',', '—', '-'])
}

/// Whether somebody says something in this line, which makes it part of the story.
fn reports(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
        matches!(word, "said" | "says" | "told" | "asked" | "urged" | "added" | "wrote" | "he" | "she")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn boilerplate(text: &str) -> Vec<&str> {
        let document = segment(text);
        let found = document.paragraphs().iter().filter(|p| p.part == Part::Boilerplate);
        found.map(|p| p.span.of(text)).collect()
    }

    #[test]
    fn a_heading_takes_its_titles_but_not_the_story_after_them() {
        let text = "The river rose again.\nRelated\nDam Holds For Now\nWho Pays?\nThe mayor spoke at noon.\nWhat now\nHe left.";
        assert_eq!(boilerplate(text), ["Related", "Dam Holds For Now", "Who Pays?"]);
    }

    #[test]
    fn before_the_story_a_heading_takes_nothing() {
        assert_eq!(boilerplate("Trending\nRiver Rises\nThe river rose."), ["Trending"]);
    }

    #[test]
    fn a_label_on_the_first_line_may_be_the_headline() {
        assert_eq!(boilerplate("Watch: a river rises\nThe river rose."), [""; 0]);
        assert_eq!(boilerplate("The river rose.\nWatch: a river rises"), ["Watch: a river rises"]);
    }

    #[test]
    fn who_reports_speech_is_in_the_story() {
        assert_eq!(boilerplate("It rained.\nRead more books, she told the pupils."), [""; 0]);
    }
}
