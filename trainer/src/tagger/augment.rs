//! More articles from those there are: the same text in other capitals, and with other people's and places' names.
//!
//! Corpora hold edited sentences about people with English names. Readers paste headlines, lines in capitals and
//! careless mails, and news of the whole world.

use std::collections::BTreeMap;
use std::path::Path;

use super::documents::Article;
use super::random::Random;
use crate::Error;
use crate::sources::Table;

/// Which capitals a copy has.
#[derive(Clone, Copy, Debug)]
pub enum Capitals {
    /// none at all
    None,
    /// EVERYWHERE
    Everywhere,
    /// On Every Longer Word
    Titles,
}

/// A copy in other capitals. Only ASCII letters change, so that the names stay where they are.
pub fn recased(article: &Article, capitals: Capitals) -> Article {
    let text = match capitals {
        Capitals::None => article.text.to_ascii_lowercase(),
        Capitals::Everywhere => article.text.to_ascii_uppercase(),
        Capitals::Titles => titled(&article.text),
    };
    Article { text, ..article.clone() }
}

/// As headlines are set: words of more than three letters begin with a capital, and no full stop ends them.
fn titled(text: &str) -> String {
    let title = |word: &str| match word.get(..1) {
        Some(first) if word.len() > 3 => first.to_ascii_uppercase() + &word[1..],
        _ => word.to_owned(),
    };
    text.split(' ').map(title).collect::<Vec<_>>().join(" ")
}

/// Names of people and places from all over the world.
pub struct World {
    /// First names and surnames by country.
    people: Vec<(Vec<String>, Vec<String>)>,
    cities: Vec<String>,
}

impl World {
    /// Reads the lists in `gazetteers/`.
    ///
    /// # Errors
    /// If one is missing or not as expected.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let mut by_country = BTreeMap::<String, (Vec<String>, Vec<String>)>::new();
        let first = Table::read(folder, "first_names_world.tsv")?;
        for (name, country) in first.column("name")?.into_iter().zip(first.column("country")?) {
            by_country.entry(country.to_owned()).or_default().0.push(name.to_owned());
        }
        let last = Table::read(folder, "surnames_world.tsv")?;
        for (name, country) in last.column("name")?.into_iter().zip(last.column("country")?) {
            by_country.entry(country.to_owned()).or_default().1.push(name.to_owned());
        }
        let people = by_country.into_values().filter(|(first, last)| !first.is_empty() && !last.is_empty());
        let cities = Table::read(folder, "cities15000.tsv")?;
        let cities = cities.column("name")?.into_iter().map(str::to_owned).collect();
        Ok(Self { people: people.collect(), cities })
    }

    /// A copy in which people and places have other names, the same ones throughout. All people come from one country,
    /// as in news they mostly do.
    pub fn renamed(&self, article: &Article, random: &mut Random) -> Article {
        let (first, last) = &self.people[random.below(self.people.len())];
        let mut names = BTreeMap::<&str, String>::new();
        let mut out = Article { text: String::new(), names: Vec::new(), annotated: article.annotated };
        let mut copied = 0;
        for name in &article.names {
            let Some(between) = article.text.get(copied..name.span.start) else { continue };
            out.text.push_str(between);
            let start = out.text.len();
            let words: Vec<&str> = article.text[name.span.clone()].split(' ').collect();
            let plain = words.iter().all(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
            let person = name.kinds == 1 && plain && words.len() <= 3;
            let city = name.kinds == 4 && plain && words.len() == 1;
            for (index, word) in words.iter().enumerate() {
                let list = match (person, city) {
                    (true, _) if index + 1 < words.len() => Some(first),
                    (true, _) => Some(last),
                    (_, true) => Some(&self.cities),
                    _ => None,
                };
                out.text.push_str(if index > 0 { " " } else { "" });
                let new = list.map(|list| names.entry(word).or_insert_with(|| list[random.below(list.len())].clone()));
                out.text.push_str(new.map_or(word, |new| new));
            }
            out.names.push(super::documents::Gold { span: start..out.text.len(), ..name.clone() });
            copied = name.span.end;
        }
        out.text.push_str(&article.text[copied..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::documents::{ALL_KINDS, Gold};
    use super::*;

    fn article() -> Article {
        let text = "Jane Doe left Oslo. Doe said so in Oslo.".to_owned();
        let gold = |span, kinds| Gold { span, kinds, optional: false };
        let names = vec![gold(0..8, 1), gold(14..18, 4), gold(20..23, 1), gold(35..39, 4)];
        Article { text, names, annotated: ALL_KINDS }
    }

    #[test]
    fn a_renamed_copy_is_the_same_story_of_others() {
        let own = |name: &str| vec![name.to_owned()];
        let world = World { people: vec![(own("Ama"), own("Mensah"))], cities: own("San José") };
        let copy = world.renamed(&article(), &mut Random::new(1));
        assert_eq!(copy.text, "Ama Mensah left San José. Mensah said so in San José.");
        let names: Vec<&str> = copy.names.iter().map(|name| &copy.text[name.span.clone()]).collect();
        assert_eq!(names, ["Ama Mensah", "San José", "Mensah", "San José"]);
    }

    #[test]
    fn capitals_change_and_names_stay_in_place() {
        let copies = [Capitals::None, Capitals::Everywhere, Capitals::Titles].map(|c| recased(&article(), c));
        assert_eq!(&copies[0].text[..18], "jane doe left oslo");
        assert_eq!(&copies[1].text[..18], "JANE DOE LEFT OSLO");
        assert_eq!(&copies[2].text[..18], "Jane Doe Left Oslo");
    }
}
