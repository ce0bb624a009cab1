//! How well the engine settles who is who, on GUM's articles (news, interviews, speeches).
//!
//! ```text
//! cargo run --release -p pressmark-trainer --bin coreference -- [DATA] [--all]
//! ```
//!
//! `DATA` is the folder with `ud/` (default `../shared/data`, seen from the project's root). Counted are names and
//! third-person pronouns of persons and organizations that have a name in the article, entities of one mention
//! included; [`conllu`] says how they are cut out of GUM's noun phrases. Three rows for each part:
//!
//! - `names given`: the engine gets GUM's names and only has to unite them: the resolver alone;
//! - `names`: it finds the names itself; a name that only one side has costs precision or recall;
//! - `and pronouns`: the same with pronouns. The engine resolves those that speak and no others, so recall is low.
//!
//! A name found is GUM's name if it touches its head and is of its kind. Beneath the table: how many of the speaking
//! pronouns went to the right person, and how many links to Wikidata name the page that GUM names. `--all` lists
//! what differs.

mod conllu;
mod scores;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use conllu::Article;
use pressmark::analysis::{Analysis, Form};
use pressmark::entity::gazetteer::Gazetteer;
use pressmark::entity::records::Records;
use pressmark::entity::{self, Names};
use pressmark::model::Model;
use pressmark::{Annotator, Kind, Options, Run, Span};
use scores::Scores;

const GENRES: &[&str] = &["news", "interview", "speech"];

fn main() -> ExitCode {
    let (options, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let data = folders.first().map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    match report(&data, options.iter().any(|option| option == "--all")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn report(data: &Path, all: bool) -> Result<(), String> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/en.model");
    let read =
        |path: &Path| std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()));
    let engine = Engine::new(read(&model)?).map_err(|error| format!("{}: {error}", model.display()))?;
    for part in ["train", "dev"] {
        let file = data.join(format!("ud/gum.{part}.conllu"));
        let text = String::from_utf8(read(&file)?).map_err(|error| format!("{}: {error}", file.display()))?;
        let mut tally = Tally::default();
        let articles = conllu::articles(&text, GENRES);
        for article in &articles {
            tally.article(&engine, article, all);
        }
        println!("gum.{part}, {} articles of {}", articles.len(), GENRES.join(", "));
        tally.print();
    }
    Ok(())
}

/// The engine, whole and in its parts.
struct Engine {
    annotator: Annotator,
    names: Names,
    model: Model,
    /// Canonical name by Wikidata item.
    items: BTreeMap<String, String>,
}

impl Engine {
    fn new(model: Vec<u8>) -> Result<Self, pressmark::Error> {
        let parsed = Model::new(model.clone())?;
        let records = Records::new(parsed.section("records")?)?;
        let records = (0..u16::MAX).map_while(|index| records.get(index));
        let items = records.filter_map(|r| Some((r.wikidata?.to_owned(), r.name.to_owned()))).collect();
        Ok(Self {
            annotator: Annotator::new(model)?,
            names: Names::new(parsed.clone())?,
            model: parsed,
            items,
        })
    }

    /// The item that the lists give a name.
    fn item(&self, name: &str) -> Option<String> {
        let document = pressmark::segment::segment(name);
        let gazetteer = Gazetteer::new(self.model.section("names").ok()?).ok()?;
        let entry = gazetteer.whole(&document, Run::new(0, document.tokens().len()))?;
        let record = Records::new(self.model.section("records").ok()?).ok()?.get(entry.record?)?;
        record.wikidata.map(str::to_owned)
    }

    /// The entity of each name of GUM's, where the engine is given these names.
    fn given(&self, article: &Article) -> Vec<usize> {
        let document = pressmark::segment::segment(&article.text);
        let mention = |gold: &conllu::Mention| {
            let first = document.token_at(gold.span.start);
            let last = document.token_at(gold.span.end.saturating_sub(1)).max(first);
            let tokens = Run::new(first, last + 1);
            let kind = gold.kind.unwrap_or(Kind::Person);
            entity::Mention { tokens, kind, confidence: 1.0 }
        };
        let mentions: Vec<entity::Mention> = names_of(article).map(mention).collect();
        entity::resolve(&document, &self.names, mentions).mentions.iter().map(|m| m.entity.index()).collect()
    }
}

/// GUM's names of persons and organizations.
fn names_of(article: &Article) -> impl Iterator<Item = &conllu::Mention> {
    article.mentions.iter().filter(|m| m.entity.is_some() && !m.is_pronoun)
}

/// The figures of one part.
#[derive(Default)]
struct Tally {
    given: Scores,
    names: Scores,
    pronouns: Scores,
    /// Speaking pronouns: right, and all that GUM has too.
    speaking: (usize, usize),
    /// Links: of the page that GUM names, and all to whose name GUM gives a page.
    links: (usize, usize),
    linked: usize,
}

impl Tally {
    fn article(&mut self, engine: &Engine, article: &Article, all: bool) {
        let gold: Vec<Option<usize>> = names_of(article).map(|m| m.entity).collect();
        let given = engine.given(article);
        let pairs: Vec<_> = gold.iter().copied().zip(given.iter().copied().map(Some)).collect();
        self.given.add(scores::compare(&pairs));
        let analysis = engine.annotator.annotate(&article.text, &Options::default());
        let without = pairs_of(article, &analysis, false);
        self.names.add(scores::compare(&without));
        let with = pairs_of(article, &analysis, true);
        self.pronouns.add(scores::compare(&with));
        self.speakers(article, &analysis, &with, all);
        self.links(engine, article, &analysis, all);
        if all {
            list(article, &pairs);
        }
    }

    /// Whether pronouns went to the entity whose names are mostly those of the pronoun's chain.
    fn speakers(
        &mut self,
        article: &Article,
        analysis: &Analysis,
        pairs: &[(Option<usize>, Option<usize>)],
        all: bool,
    ) {
        let mut chains: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        for (gold, &(_, found)) in article.mentions.iter().filter(|m| m.entity.is_some()).zip(pairs) {
            if let (false, Some(chain), Some(found)) = (gold.is_pronoun, gold.entity, found) {
                *chains.entry(found).or_default().entry(chain).or_insert(0) += 1;
            }
        }
        for (gold, &(_, found)) in article.mentions.iter().filter(|m| m.entity.is_some()).zip(pairs) {
            let Some(found) = found.filter(|_| gold.is_pronoun) else { continue };
            let most =
                chains.get(&found).and_then(|c| c.iter().max_by_key(|(_, n)| **n)).map(|(chain, _)| *chain);
            self.speaking.1 += 1;
            self.speaking.0 += usize::from(most == gold.entity);
            if all && most != gold.entity {
                let name = &analysis.entities[found].name;
                println!("{}: pronoun {} is not {name}", article.name, around(article, gold.span));
            }
        }
    }

    fn links(&mut self, engine: &Engine, article: &Article, analysis: &Analysis, all: bool) {
        for mention in analysis.mentions.iter().filter(|m| m.form != Form::Pronoun) {
            let Some(link) = &analysis.entities[mention.entity.index()].link else { continue };
            self.linked += 1;
            let near = article.mentions.iter().filter(|m| !m.is_pronoun && m.core.overlaps(mention.span));
            let apart = |m: &&conllu::Mention| {
                m.span.start.abs_diff(mention.span.start) + m.span.end.abs_diff(mention.span.end)
            };
            let Some(title) = near.min_by_key(apart).and_then(|m| m.title.as_deref()) else { continue };
            let name = engine.items.get(&link.wikidata).map_or("", String::as_str);
            let right = name == title || engine.item(title).as_ref() == Some(&link.wikidata);
            self.links.1 += 1;
            self.links.0 += usize::from(right);
            if all && !right {
                println!(
                    "{}: {} is {title}, not {name} ({})",
                    article.name,
                    around(article, mention.span),
                    link.wikidata
                );
            }
        }
    }

    fn print(&self) {
        println!(
            "{:<14} {:>22}  {:>22}  {:>22}  CoNLL",
            "", "B3 P / R / F1", "MUC P / R / F1", "CEAFe P / R / F1"
        );
        for (name, scores) in
            [("names given", self.given), ("names", self.names), ("and pronouns", self.pronouns)]
        {
            let measures = [scores.b_cubed, scores.muc, scores.ceaf].map(scores::Score::percent);
            print!("{name:<14} ");
            for [precision, recall, f1] in measures {
                print!("{precision:>8.1} {recall:>6.1} {f1:>6.1}  ");
            }
            println!("{:>5.1}", measures.iter().map(|m| m[2]).sum::<f64>() / 3.0);
        }
        let ((right, spoken), (same, known)) = (self.speaking, self.links);
        println!("pronouns that speak: {right} of {spoken} right");
        println!("links: {same} of {known} name the page that GUM names; {} in all\n", self.linked);
    }
}

/// Each mention's entity in GUM and in the result, in GUM's order, then those that only the result has.
fn pairs_of(article: &Article, analysis: &Analysis, pronouns: bool) -> Vec<(Option<usize>, Option<usize>)> {
    let is_counted = |m: &&pressmark::analysis::Mention| {
        matches!(m.kind, Kind::Person | Kind::Organization) && (pronouns || m.form != Form::Pronoun)
    };
    let found: Vec<_> = analysis.mentions.iter().filter(is_counted).collect();
    let mut taken = vec![false; found.len()];
    let mut pairs = Vec::new();
    for gold in article.mentions.iter().filter(|m| m.entity.is_some() && (pronouns || !m.is_pronoun)) {
        let fits = |i: &usize| {
            let m = found[*i];
            !taken[*i]
                && m.span.overlaps(gold.core)
                && Some(m.kind) == gold.kind
                && (m.form == Form::Pronoun) == gold.is_pronoun
        };
        let at = (0..found.len()).find(fits);
        if let Some(i) = at {
            taken[i] = true;
        }
        pairs.push((gold.entity, at.map(|i| found[i].entity.index())));
    }
    let rest = found.iter().zip(&taken).filter(|(_, taken)| !**taken);
    pairs.extend(rest.map(|(m, _)| (None, Some(m.entity.index()))));
    pairs
}

/// Prints the names that were given and wrongly united or kept apart.
fn list(article: &Article, pairs: &[(Option<usize>, Option<usize>)]) {
    let mut gold: BTreeMap<usize, BTreeMap<usize, Vec<&str>>> = BTreeMap::new();
    let mut found = gold.clone();
    for (mention, &(chain, entity)) in names_of(article).zip(pairs) {
        let (Some(chain), Some(entity)) = (chain, entity) else { continue };
        let words = mention.span.of(&article.text);
        gold.entry(chain).or_default().entry(entity).or_default().push(words);
        found.entry(entity).or_default().entry(chain).or_default().push(words);
    }
    for parts in gold.values().filter(|parts| parts.len() > 1) {
        println!("{}: one is kept apart: {:?}", article.name, parts.values().collect::<Vec<_>>());
    }
    for parts in found.values().filter(|parts| parts.len() > 1) {
        println!("{}: several are united: {:?}", article.name, parts.values().collect::<Vec<_>>());
    }
}

/// A span with what stands around it.
fn around(article: &Article, span: Span) -> String {
    const BEFORE: usize = 60;
    let text = &article.text;
    let start = text.floor_char_boundary((span.start as usize).saturating_sub(BEFORE));
    let end = text.ceil_char_boundary((span.end as usize + BEFORE / 2).min(text.len()));
    format!("…{}[{}]{}…", &text[start..span.start as usize], span.of(text), &text[span.end as usize..end])
        .replace('\n', " ")
}
