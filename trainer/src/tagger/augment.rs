//! More articles from those there are: the same text in other capitals, and with other people's and places' names.
//!
//! Corpora hold edited sentences about people with English names. Readers paste headlines, lines in capitals and
//! careless mails, and news of the whole world.

use std::collections::BTreeMap;
use std::path::Path;

use pressmark::entity::gazetteer::fold;

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

/// Countries whose people are called by surname first, in news too.
const SURNAME_FIRST: [&str; 5] = ["CN", "KP", "KR", "TW", "VN"];

/// The people of a country.
#[derive(Default)]
struct People {
    first: Vec<String>,
    last: Vec<String>,
    surname_first: bool,
}

/// A person of a country, as news there call them.
pub struct Person {
    /// The first name.
    pub first: String,
    /// The surname.
    pub surname: String,
    /// Both, in the country's order.
    pub whole: String,
}

/// Names of people and places from all over the world.
pub struct World {
    people: Vec<People>,
    cities: Vec<String>,
}

impl World {
    /// Reads the lists in `gazetteers/`.
    ///
    /// # Errors
    /// If one is missing or not as expected.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let mut by_country = BTreeMap::<String, People>::new();
        let first = Table::read(folder, "first_names_world.tsv")?;
        for (name, country) in first.column("name")?.into_iter().zip(first.column("country")?) {
            by_country.entry(country.to_owned()).or_default().first.push(name.to_owned());
        }
        let last = Table::read(folder, "surnames_world.tsv")?;
        for (name, country) in last.column("name")?.into_iter().zip(last.column("country")?) {
            by_country.entry(country.to_owned()).or_default().last.push(name.to_owned());
        }
        for country in SURNAME_FIRST {
            by_country.entry(country.to_owned()).or_default().surname_first = true;
        }
        let people =
            by_country.into_values().filter(|people| !people.first.is_empty() && !people.last.is_empty());
        let cities = Table::read(folder, "cities15000.tsv")?;
        let cities = cities.column("name")?.into_iter().map(str::to_owned).collect();
        Ok(Self { people: people.collect(), cities })
    }

    /// A world of one person and one city, for tests.
    #[cfg(test)]
    pub fn of_one(first: &str, surname: &str, city: &str) -> Self {
        let people =
            People { first: vec![first.to_owned()], last: vec![surname.to_owned()], surname_first: false };
        Self { people: vec![people], cities: vec![city.to_owned()] }
    }

    /// Somebody from somewhere.
    pub fn person(&self, random: &mut Random) -> Person {
        let people = &self.people[random.below(self.people.len())];
        let first = plain_letters(&people.first[random.below(people.first.len())]);
        let surname = plain_letters(&people.last[random.below(people.last.len())]);
        let (one, two) = if people.surname_first { (&surname, &first) } else { (&first, &surname) };
        Person { whole: [one, " ", two].concat(), first, surname }
    }

    /// A copy in which people and places have other names, the same ones throughout. All people come from one country,
    /// as in news they mostly do.
    pub fn renamed(&self, article: &Article, random: &mut Random) -> Article {
        let people = &self.people[random.below(self.people.len())];
        let accents = random.below(2) == 0;
        let mut names = BTreeMap::<&str, String>::new();
        let mut out = Article { text: String::new(), names: Vec::new(), annotated: article.annotated };
        let mut copied = 0;
        for name in &article.names {
            let Some(between) = article.text.get(copied..name.span.start) else { continue };
            out.text.push_str(between);
            let start = out.text.len();
            let mut words: Vec<&str> = article.text[name.span.clone()].split(' ').collect();
            let surname = words.last().copied();
            let plain = words.iter().all(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
            let person = name.kinds == 1 && plain && words.len() <= 3;
            let city = name.kinds == 4 && plain && words.len() == 1;
            if person && people.surname_first {
                words.reverse();
            }
            for (index, word) in words.into_iter().enumerate() {
                let list = match (person, city) {
                    (true, _) => Some(if surname == Some(word) { &people.last } else { &people.first }),
                    (_, true) => Some(&self.cities),
                    _ => None,
                };
                out.text.push_str(if index > 0 { " " } else { "" });
                let mut pick = |list: &[String]| {
                    let name = &list[random.below(list.len())];
                    if accents { name.clone() } else { plain_letters(name) }
                };
                let new = list.map(|list| names.entry(word).or_insert_with(|| pick(list)));
                out.text.push_str(new.map_or(word, |new| new));
            }
            out.names.push(super::documents::Gold { span: start..out.text.len(), ..name.clone() });
            copied = name.span.end;
        }
        out.text.push_str(&article.text[copied..]);
        out
    }
}

/// A name without accents, as many write it.
fn plain_letters(name: &str) -> String {
    let plain = |c: char| match fold(c) {
        Some(plain) if c.is_uppercase() => plain.to_ascii_uppercase(),
        Some(plain) => plain,
        None => c,
    };
    name.chars().map(plain).collect()
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
        let copy = |surname_first| {
            let mut world = World::of_one("Ama", "Mensah", "Accra");
            world.people[0].surname_first = surname_first;
            world.renamed(&article(), &mut Random::new(1))
        };
        assert_eq!(copy(false).text, "Ama Mensah left Accra. Mensah said so in Accra.");
        let copy = copy(true);
        let names: Vec<&str> = copy.names.iter().map(|name| &copy.text[name.span.clone()]).collect();
        assert_eq!(names, ["Mensah Ama", "Accra", "Mensah", "Accra"]);
    }

    #[test]
    fn accents_can_go() {
        assert_eq!(plain_letters("Zhāng Şahin"), "Zhang Sahin");
    }

    #[test]
    fn capitals_change_and_names_stay_in_place() {
        let copies = [Capitals::None, Capitals::Everywhere, Capitals::Titles].map(|c| recased(&article(), c));
        assert_eq!(&copies[0].text[..18], "jane doe left oslo");
        assert_eq!(&copies[1].text[..18], "JANE DOE LEFT OSLO");
        assert_eq!(&copies[2].text[..18], "Jane Doe Left Oslo");
    }
}
