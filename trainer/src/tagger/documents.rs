//! Tagged corpora as articles: running text with the names that annotators marked.
//!
//! A corpus is a list of tokens; an article is text. The tokens are set as a newspaper would set them, with curly
//! marks and no space before a comma, so that the engine's own tokens, sentences and cases are what the tagger
//! learns from.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use pressmark::Kind;
use serde::Deserialize;

use crate::Error;
use crate::sources::read;

/// A set of kinds, one bit each.
pub type Kinds = u8;

/// All kinds.
pub const ALL_KINDS: Kinds = 0x7F;
/// So many sentences make an article where a corpus does not tell its documents apart.
const SENTENCES: usize = 20;
/// So many sentences make a paragraph, by turns: newspapers cut short ones, pasted text may have lost its line ends.
const PARAGRAPHS: [usize; 3] = [1, 3, usize::MAX];

/// A name as a corpus marks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gold {
    /// Its bytes.
    pub span: Range<usize>,
    /// What it may name, by the corpus's own kind.
    pub kinds: Kinds,
    /// Whether it may be no name of ours: the corpus's "other".
    pub optional: bool,
}

/// An article with its names.
#[derive(Clone, Debug)]
pub struct Article {
    /// The text.
    pub text: String,
    /// The names, sorted.
    pub names: Vec<Gold>,
    /// Kinds that the corpus marks throughout: where there is no mark, there is no such name.
    pub annotated: Kinds,
}

/// What `ner/manifest.json` says of a corpus.
#[derive(Deserialize)]
struct Entry {
    file: String,
    kinds_annotated: Vec<String>,
    umbrella: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

/// How a corpus's tags are to be read.
#[derive(Clone, Debug)]
struct Scheme {
    annotated: Kinds,
    /// Kinds that a tag stands for, and whether it may stand for none of ours.
    umbrella: BTreeMap<String, (Kinds, bool)>,
}

/// How the tags of a corpus are to be read, by the manifest beside it.
fn scheme(folder: &Path, file: &str) -> Result<Scheme, Error> {
    let path = folder.join("manifest.json");
    let manifest: Manifest =
        serde_json::from_str(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let entry = manifest.files.iter().find(|entry| entry.file == file);
    entry.map(Scheme::new).ok_or_else(|| format!("{} does not list {file}", path.display()))
}

impl Scheme {
    fn new(entry: &Entry) -> Self {
        let umbrella = entry.umbrella.iter().map(|(tag, kinds)| {
            (tag.clone(), (set(kinds), kinds.iter().any(|kind| kind == "other")))
        });
        Self { annotated: set(&entry.kinds_annotated), umbrella: umbrella.collect() }
    }

    /// What a tag's name stands for; none for tags that are not ours.
    fn kinds(&self, tag: &str) -> Option<(Kinds, bool)> {
        let own = || Kind::ALL.into_iter().find(|kind| kind.name() == tag).map(|kind| (1 << kind as u8, false));
        self.umbrella.get(tag).copied().or_else(own).or((tag == "other").then_some((0, true)))
    }
}

fn set(kinds: &[String]) -> Kinds {
    let known = Kind::ALL.into_iter().filter(|kind| kinds.iter().any(|name| name == kind.name()));
    known.fold(0, |set, kind| set | 1 << kind as u8)
}

/// The articles of a corpus.
///
/// # Errors
/// If the file is missing, or the manifest beside it does not say how to read it.
pub fn articles(folder: &Path, file: &str) -> Result<Vec<Article>, Error> {
    let scheme = &scheme(folder, file)?;
    let text = read(&folder.join(file))?;
    let split_hyphens = file.starts_with("redocred");
    // Web text is what is pasted without its line ends.
    let paragraphs = if file.starts_with("uner_ewt") { &[usize::MAX; 3] } else { &PARAGRAPHS };
    let mut writer = Writer { scheme, split_hyphens, paragraphs, out: Vec::new(), article: None, sentences: 0 };
    let documented = text.starts_with("# doc");
    for block in text.split("\n\n") {
        let mut lines = Vec::new();
        for line in block.lines() {
            if line.starts_with("# doc") {
                writer.close();
            } else if let Some((word, rest)) = line.split_once('\t') {
                lines.push((word, rest.split('\t').next().unwrap_or("O")));
            }
        }
        if !lines.is_empty() {
            writer.sentence(&lines);
        }
        if !documented && writer.sentences >= SENTENCES {
            writer.close();
        }
    }
    writer.close();
    Ok(writer.out)
}

struct Writer<'s> {
    scheme: &'s Scheme,
    split_hyphens: bool,
    paragraphs: &'static [usize; 3],
    out: Vec<Article>,
    article: Option<Article>,
    sentences: usize,
}

impl Writer<'_> {
    fn close(&mut self) {
        self.out.extend(self.article.take());
        self.sentences = 0;
    }

    fn sentence(&mut self, lines: &[(&str, &str)]) {
        let annotated = self.scheme.annotated;
        let article =
            self.article.get_or_insert_with(|| Article { text: String::new(), names: Vec::new(), annotated });
        if !article.text.is_empty() {
            let paragraph = self.paragraphs[self.out.len() % self.paragraphs.len()];
            article.text.push_str(if self.sentences.is_multiple_of(paragraph) { "\n\n" } else { " " });
        }
        self.sentences += 1;
        let mut marks = Marks::default();
        let mut open: Option<Gold> = None;
        for (index, &(word, tag)) in lines.iter().enumerate() {
            let previous = index.checked_sub(1).map(|previous| lines[previous].0);
            let next = lines.get(index + 1).map(|line| line.0);
            let set = marks.set(previous, word, next, self.split_hyphens);
            if set.space && previous.is_some() {
                article.text.push(' ');
            }
            let start = article.text.len();
            article.text.push_str(&set.word);
            let end = article.text.len();
            if let Some(rest) = tag.strip_prefix("B-") {
                article.names.extend(open.take());
                open = self.scheme.kinds(rest).map(|(kinds, optional)| Gold { span: start..end, kinds, optional });
            } else if tag.starts_with("I-") {
                if let Some(name) = &mut open {
                    name.span.end = end;
                }
            } else {
                article.names.extend(open.take());
            }
        }
        article.names.extend(open.take());
    }
}

/// A word as it is set, and whether a space goes before it.
struct Set {
    word: String,
    space: bool,
}

/// Which marks stand open in the sentence.
#[derive(Default)]
struct Marks {
    double: bool,
    /// Whether the word before takes no space after it.
    tight: bool,
}

impl Marks {
    fn set(&mut self, previous: Option<&str>, word: &str, next: Option<&str>, split_hyphens: bool) -> Set {
        let tight = std::mem::take(&mut self.tight);
        let plain = |word: &str, space: bool| Set { word: word.to_owned(), space: space && !tight };
        match word {
            "\"" | "``" | "''" => {
                let opens = word == "``" || word == "\"" && !self.double;
                self.double = opens;
                self.tight = opens;
                Set { word: if opens { "“" } else { "”" }.to_owned(), space: opens && !tight }
            }
            "(" | "[" | "{" | "$" | "£" | "€" | "#" => {
                self.tight = true;
                plain(word, true)
            }
            "-LRB-" | "-LSB-" => {
                self.tight = true;
                plain("(", true)
            }
            "-RRB-" | "-RSB-" => plain(")", false),
            "." | "," | ";" | ":" | "?" | "!" | "%" | ")" | "]" | "}" | "..." | "…" => plain(word, false),
            "--" => plain("—", true),
            "-" if split_hyphens && previous.is_some() && next.is_some() => {
                self.tight = true;
                plain(word, false)
            }
            "/" if previous.is_some() => {
                self.tight = true;
                plain(word, false)
            }
            "'" => {
                let closes = previous.is_some_and(|p| p.ends_with('s')) || next.is_none();
                self.tight = !closes;
                plain("’", !closes)
            }
            _ if is_clitic(word) => plain(&word.replace('\'', "’"), false),
            _ => plain(&word.replace('\'', "’"), true),
        }
    }
}

/// "'s", "n't", "'re": the second halves of words that corpora split.
fn is_clitic(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    matches!(lower.as_str(), "'s" | "n't" | "'re" | "'ve" | "'ll" | "'d" | "'m" | "'t" | "na" if lower.contains('\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_set_as_a_newspaper_sets_them() {
        let scheme = Scheme { annotated: ALL_KINDS, umbrella: BTreeMap::from([("other".to_owned(), (0x70, true))]) };
        let mut writer = Writer { scheme: &scheme, split_hyphens: true, paragraphs: &PARAGRAPHS, out: vec![], article: None, sentences: 0 };
        let tagged = "\" O|I O|do O|n't O|know O|, O|\" O|Jane B-person|Doe I-person|of O|Acme B-organization|- O|Zorg B-other|said O|( O|in O|Oslo B-place|) O|. O";
        let lines: Vec<(&str, &str)> = tagged.split('|').filter_map(|line| line.split_once(' ')).collect();
        writer.sentence(&lines);
        writer.close();
        let article = &writer.out[0];
        assert_eq!(article.text, "“I don’t know,” Jane Doe of Acme-Zorg said (in Oslo).");
        let names: Vec<_> =
            article.names.iter().map(|name| (&article.text[name.span.clone()], name.kinds, name.optional)).collect();
        assert_eq!(names, [("Jane Doe", 1, false), ("Acme", 2, false), ("Zorg", 0x70, true), ("Oslo", 4, false)]);
    }
}
