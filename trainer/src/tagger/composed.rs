//! Articles composed of sentences of our own (`lists/sentences.txt`), each time with other names and words.
//!
//! They teach what the open corpora mark seldom (events, works, products), or each in its own way (what stands before
//! an office). The file says how a sentence is written.

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::Kind;

use super::augment::World;
use super::documents::{ALL_KINDS, Article, Gold};
use super::random::Random;
use crate::Error;
use crate::sources::Table;

/// The sentences, and the lists for their slots that stand beside them.
const SENTENCES: &str = include_str!("../../lists/sentences.txt");
/// How often each sentence is used.
const COPIES: usize = 16;
/// So many sentences make an article.
const LENGTH: usize = 8;

/// Slots that are filled from the open lists: which list, and which of its columns.
const OPEN: [(&str, &str, &str); 5] = [
    ("city", "cities15000.tsv", "name"),
    ("country", "countries.tsv", "name"),
    ("demonym", "demonyms.tsv", "adjectives"),
    ("people", "demonyms.tsv", "people"),
    ("company", "sp500.tsv", "name"),
];

/// Articles with every one of our sentences in them, in an order of chance.
///
/// # Errors
/// If a list is missing, or a sentence is not written as it should be; the message names it.
pub fn articles(gazetteers: &Path, world: &World, random: &mut Random) -> Result<Vec<Article>, Error> {
    let tables = OPEN.map(|(slot, file, column)| (slot, Table::read(gazetteers, file), column));
    let mut lists = BTreeMap::new();
    for (slot, table, column) in &tables {
        let cells = table.as_ref().map_err(Clone::clone)?.column(column)?;
        lists.insert(
            *slot,
            cells.into_iter().flat_map(|cell| cell.split('|')).filter(|name| !name.is_empty()).collect(),
        );
    }
    Composer::parse(SENTENCES, world, lists).articles(random)
}

/// Sentences with slots, and what may stand in those.
struct Composer<'a> {
    world: &'a World,
    lists: BTreeMap<&'a str, Vec<&'a str>>,
    sentences: Vec<&'a str>,
}

impl<'a> Composer<'a> {
    /// Reads sentences and lists; `lists` are those from the open data, by slot.
    fn parse(text: &'a str, world: &'a World, mut lists: BTreeMap<&'a str, Vec<&'a str>>) -> Self {
        let mut sentences = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('@').and_then(|list| list.split_once(' ')) {
                Some((slot, words)) => {
                    lists.insert(slot, words.split('|').collect());
                }
                None => sentences.push(line),
            }
        }
        Self { world, lists, sentences }
    }

    /// Articles with every sentence in them as often as any other.
    fn articles(&self, random: &mut Random) -> Result<Vec<Article>, Error> {
        let mut order: Vec<&str> = self.sentences.repeat(COPIES);
        random.shuffle(&mut order);
        order.chunks(LENGTH).map(|chunk| self.article(chunk, random)).collect()
    }

    fn article(&self, sentences: &[&str], random: &mut Random) -> Result<Article, Error> {
        let mut article = Article { text: String::new(), names: Vec::new(), annotated: ALL_KINDS };
        for sentence in sentences {
            if !article.text.is_empty() {
                article.text.push(if random.below(3) == 0 { '\n' } else { ' ' });
            }
            self.write(sentence, random, &mut article)
                .ok_or_else(|| format!("sentences.txt: '{sentence}'"))?;
        }
        Ok(article)
    }

    /// Appends a sentence; none if it cannot be understood.
    fn write(&self, sentence: &str, random: &mut Random, article: &mut Article) -> Option<()> {
        let mut filled = BTreeMap::new();
        let mut rest = sentence;
        while let Some((before, name)) = rest.split_once('[') {
            self.fill(before, random, &mut filled, &mut article.text)?;
            let (name, after) = name.split_once(']')?;
            let (kind, words) = name.split_once(' ')?;
            let kind = Kind::ALL.into_iter().find(|one| one.name() == kind)?;
            let start = article.text.len();
            self.fill(words, random, &mut filled, &mut article.text)?;
            let span = start..article.text.len();
            article.names.push(Gold { span, kinds: 1 << kind as u8, optional: false });
            rest = after;
        }
        self.fill(rest, random, &mut filled, &mut article.text)
    }

    /// Appends words with their slots filled: as they are in `filled`, else by chance, and so they are from then on.
    fn fill(
        &self,
        words: &str,
        random: &mut Random,
        filled: &mut BTreeMap<String, String>,
        out: &mut String,
    ) -> Option<()> {
        let mut rest = words;
        while let Some((before, slot)) = rest.split_once('{') {
            let (slot, after) = slot.split_once('}')?;
            if !filled.contains_key(slot) {
                self.choose(slot, random, filled)?;
            }
            out.push_str(before);
            out.push_str(&filled[slot]);
            rest = after;
        }
        out.push_str(rest);
        Some(())
    }

    fn choose(&self, slot: &str, random: &mut Random, filled: &mut BTreeMap<String, String>) -> Option<()> {
        let list = slot.trim_end_matches(|c: char| c.is_ascii_digit());
        let which = &slot[list.len()..];
        if matches!(list, "name" | "first" | "surname") {
            let person = self.world.person(random);
            filled.insert(["first", which].concat(), person.first);
            filled.insert(["surname", which].concat(), person.surname);
            filled.insert(["name", which].concat(), person.whole);
            return Some(());
        }
        let here: Vec<&str> = slot.split('|').collect();
        let words = if here.len() > 1 { &here } else { self.lists.get(list)? };
        filled.insert(slot.to_owned(), words[random.below(words.len())].to_owned());
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn composed(text: &str) -> Result<Vec<Article>, Error> {
        let world = World::of_one("Ama", "Mensah", "Accra");
        let lists = BTreeMap::from([("city", vec!["Accra"])]);
        Composer::parse(text, &world, lists).articles(&mut Random::new(1))
    }

    #[test]
    fn slots_are_filled_the_same_in_all_of_a_line_and_names_stand_where_they_are() {
        let text = "@thing boat\n# a comment\n[person {name}] left [place {city}] by {thing|thing}. [person {surname}] swam.";
        let articles = composed(text).unwrap();
        let article = &articles[0];
        assert!(article.text.starts_with("Ama Mensah left Accra by thing. Mensah swam."), "{}", article.text);
        let names: Vec<&str> =
            article.names[..3].iter().map(|name| &article.text[name.span.clone()]).collect();
        assert_eq!(names, ["Ama Mensah", "Accra", "Mensah"]);
        assert_eq!(article.names[1].kinds, 1 << Kind::Place as u8);
    }

    #[test]
    fn a_sentence_that_is_not_written_right_is_named() {
        for text in ["[person {name} left.", "[dog {name}] left.", "He left {nowhere}.", "He left {city."] {
            assert!(composed(text).err().is_some_and(|message| message.contains(text)), "{text}");
        }
    }

    #[test]
    fn our_own_sentences_are_written_right() {
        let world = World::of_one("Ama", "Mensah", "Accra");
        let lists = OPEN.into_iter().map(|(slot, ..)| (slot, vec!["Accra"])).collect();
        Composer::parse(SENTENCES, &world, lists).articles(&mut Random::new(1)).unwrap();
    }
}
