//! `cargo xtask eval`: how well the engine does on the development sets, beside what others reach there.
//!
//! The sets and their scorer are not part of the project; they are looked for in a folder `shared` beside the
//! project's own or further up.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use crate::command::{cargo, command, find, output, run};
use crate::{node, project};

/// A development set.
struct Set {
    /// What the scorer calls the task.
    task: &'static str,
    /// The set's file in `shared/eval/gold`.
    file: &'static str,
    /// What others reach there, by the same scorer, in its main figure.
    others: &'static str,
}

const SETS: [Set; 8] = [
    Set {
        task: "entities",
        file: "entities_worldwide_dev.jsonl",
        others: "spaCy md 62.6, spaCy sm 59.4, BiLSTM-CRF 69.8, compromise 28.0",
    },
    Set { task: "entities", file: "entities_ewt_dev.jsonl", others: "spaCy md 58.7" },
    Set {
        task: "dates",
        file: "dates_tbaq.jsonl",
        others: "HeidelTime 82.9, SUTime 74.2, chrono 56, Microsoft Recognizers 49, compromise 43",
    },
    Set {
        task: "dates",
        file: "dates_meantime_airbus_apple.jsonl",
        others: "HeidelTime 85.3, Microsoft Recognizers 77.3, chrono 68.4",
    },
    Set { task: "dates", file: "dates_gum_news_interview.jsonl", others: "HeidelTime 71.0" },
    Set { task: "dates", file: "dates_gum_bio_speech.jsonl", others: "HeidelTime 78.3" },
    Set {
        task: "dates",
        file: "dates_wikiwars_train.jsonl",
        others: "HeidelTime 61.8 as for news, 83.8 told that it is narrative",
    },
    Set {
        task: "quotes",
        file: "quotes_polnear_dev.jsonl",
        others: "GenderGapTracker 66.5, marks alone 44, textacy 31",
    },
];

/// Scores the release build of the command on every set and prints one table, then names by kind; with `peers`, also
/// those that compromise finds, by the same scorer.
///
/// # Errors
/// If the command cannot be built or fails, or the scorer does; with `peers`, also if Node.js is missing or fails.
pub fn run_all(peers: bool) -> Result<()> {
    let Some(shared) = shared() else {
        println!(
            "no development sets here: they are looked for in a folder named shared beside the project's"
        );
        return Ok(());
    };
    let python = find("python3").context("the scorer needs Python 3; please install python3")?;
    run(cargo().args(["build", "--release", "--locked", "--quiet", "--package", "pressmark-cli"]))?;
    let scorer = Scorer { python, shared, results: project::path("target/eval") };
    fs::create_dir_all(&scorer.results)?;
    println!("{:<32} pressmark | others, main figure", "set");
    let mut by_kind = Vec::new();
    for set in &SETS {
        let name = set.file.trim_end_matches(".jsonl");
        let report = scorer.score(set)?;
        println!("{name:<32} {} | {}", closing_line(&report)?, set.others);
        if set.task == "entities" {
            by_kind.push(format!("{name}, pressmark\n{report}"));
            if peers {
                by_kind.push(format!("{name}, compromise\n{}", scorer.score_compromise(set)?));
            }
        }
    }
    println!("{:<32} {}", "seed article", scorer.score_seed()?);
    for report in by_kind {
        println!("\n{}", report.trim_end());
    }
    Ok(())
}

fn shared() -> Option<PathBuf> {
    let mut folders = project::root().ancestors().skip(1).map(|folder| folder.join("shared"));
    folders.find(|shared| shared.join("eval/score.py").is_file())
}

struct Scorer {
    python: PathBuf,
    shared: PathBuf,
    /// Where the command's results are kept, to look into.
    results: PathBuf,
}

impl Scorer {
    /// The scorer's report on the engine's results for a set.
    fn score(&self, set: &Set) -> Result<String> {
        let results = self.annotate(set.file, &self.inputs(set)?)?;
        self.report(set, &results)
    }

    /// The scorer's report on the names that compromise finds in a set.
    fn score_compromise(&self, set: &Set) -> Result<String> {
        node::provide()?;
        node::install_packages()?;
        let mut compromise = node::node()?;
        compromise.arg("benches/peers-entities.mjs");
        let results = self.pipe(compromise, &format!("compromise-{}", set.file), &self.inputs(set)?)?;
        self.report(set, &results)
    }

    fn inputs(&self, set: &Set) -> Result<String> {
        output(self.script("inputs").arg(self.gold(set)))
    }

    fn report(&self, set: &Set, results: &Path) -> Result<String> {
        output(self.script(set.task).arg(self.gold(set)).arg(results))
    }

    fn gold(&self, set: &Set) -> PathBuf {
        self.shared.join("eval/gold").join(set.file)
    }

    fn score_seed(&self) -> Result<String> {
        let article = self.shared.join("seed/article.txt");
        let text = fs::read_to_string(&article).context("the seed article cannot be read")?;
        let input = serde_json::json!({ "id": "seed", "text": text }).to_string();
        let results = self.annotate("seed.jsonl", &input)?;
        let gold = self.shared.join("seed/gold.json");
        closing_line(&output(self.script("seed").arg(article).arg(gold).arg(results))?)
    }

    fn script(&self, task: &str) -> Command {
        let mut script = command(&self.python);
        script.arg(self.shared.join("eval/score.py")).arg(task);
        script
    }

    /// Runs the engine's command over JSON Lines and gives the file of its results.
    fn annotate(&self, name: &str, inputs: &str) -> Result<PathBuf> {
        let mut pressmark = cargo();
        pressmark.args([
            "run",
            "--release",
            "--locked",
            "--quiet",
            "--package",
            "pressmark-cli",
            "--",
            "--jsonl",
        ]);
        self.pipe(pressmark, name, inputs)
    }

    /// Runs a program over JSON Lines and gives the file of its results.
    fn pipe(&self, mut program: Command, name: &str, inputs: &str) -> Result<PathBuf> {
        let (from, to) = (self.results.join(format!("in-{name}")), self.results.join(format!("out-{name}")));
        fs::write(&from, inputs)?;
        run(program.stdin(open(&from)?).stdout(Stdio::from(File::create(&to)?)))?;
        Ok(to)
    }
}

fn open(path: &Path) -> Result<Stdio> {
    Ok(Stdio::from(File::open(path)?))
}

/// "dates: value F1 85.0 (…)" → "value F1 85.0 (…)", from the last line of a scorer's report.
fn closing_line(report: &str) -> Result<String> {
    let line = report.trim_end().lines().last().context("the scorer printed nothing")?;
    Ok(line.split_once(": ").map_or(line, |(_, figures)| figures).to_owned())
}

#[cfg(test)]
mod tests {
    use super::closing_line;

    #[test]
    fn the_closing_line_is_the_last_without_its_task() {
        let report = "measure  P  R\nvalue    1  2\ndates: value F1 85.0 (strict 88.1: good)\n\n";
        assert_eq!(closing_line(report).unwrap(), "value F1 85.0 (strict 88.1: good)");
        assert!(closing_line("").is_err());
    }
}
