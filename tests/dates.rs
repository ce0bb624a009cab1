//! Dates by construction: each table in `tests/tables/dates` is a list of sentences with the expressions that must be
//! found in them, all of them and no other.
//!
//! An expectation reads `words = [TYPE] value [MODIFIER]`; the type is DATE where it is not said, and a modifier is
//! only compared where one is said. A sentence with no expectation is a negative: nothing may be found.

use std::fmt::Write;
use std::path::Path;

use pressmark::analysis::{Date, DateKind};
use pressmark::{Day, date, parse_date, segment};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    /// The article's day where a case gives none; empty for none at all.
    date: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    date: Option<String>,
    #[serde(default)]
    want: Vec<String>,
    /// Values of the ranges; not compared where not said.
    ranges: Option<Vec<String>>,
}

/// One expression, as a table says it.
#[derive(Debug, PartialEq, Eq)]
struct Expected<'a> {
    words: &'a str,
    kind: &'a str,
    value: &'a str,
    modifier: Option<&'a str>,
}

impl<'a> Expected<'a> {
    fn read(line: &'a str) -> Self {
        let (words, rest) = line.rsplit_once(" = ").expect("an expectation reads `words = value`");
        let mut parts: Vec<&str> = rest.split(' ').collect();
        let kind = match parts[0] {
            "TIME" | "DURATION" | "SET" => parts.remove(0),
            _ => "DATE",
        };
        Self { words, kind, value: parts[0], modifier: parts.get(1).copied() }
    }

    fn fits(&self, text: &str, date: &Date) -> bool {
        let kind = match date.kind {
            DateKind::Date => "DATE",
            DateKind::Time => "TIME",
            DateKind::Duration => "DURATION",
            DateKind::Set => "SET",
        };
        let modifier = self.modifier.is_none_or(|wanted| date.modifier.as_deref() == Some(wanted));
        date.span.of(text) == self.words && kind == self.kind && date.value == self.value && modifier
    }
}

/// What is wrong with a case, if anything.
fn complaint(case: &Case, default: &str) -> Option<String> {
    let day = case.date.as_deref().unwrap_or(default);
    let day: Option<Day> = (!day.is_empty()).then(|| parse_date(day).expect("a table's dates are days"));
    let found = date::find(&segment::segment(&case.text), day);
    let expected: Vec<Expected> = case.want.iter().map(|line| Expected::read(line)).collect();
    let dates = expected.len() == found.dates.len()
        && expected.iter().zip(&found.dates).all(|(expected, date)| expected.fits(&case.text, date));
    let values: Vec<&str> = found.ranges.iter().map(|range| range.value.as_str()).collect();
    let ranges = case.ranges.as_ref().is_none_or(|wanted| *wanted == values);
    if dates && ranges {
        return None;
    }
    let mut out = format!("  {}\n    wanted {:?}", case.text, case.want);
    for date in &found.dates {
        let modifier = date.modifier.as_deref().unwrap_or("");
        let _ = write!(
            out,
            "\n    found  {} = {:?} {} {modifier}",
            date.span.of(&case.text),
            date.kind,
            date.value
        );
    }
    if !ranges {
        let _ = write!(out, "\n    ranges {values:?}, wanted {:?}", case.ranges);
    }
    Some(out)
}

#[test]
fn every_construction_is_found_and_resolved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/dates");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cases, mut negatives, mut wrong) = (0, 0, String::new());
    for file in files {
        let table: Table = toml::from_str(&std::fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        cases += table.cases.len();
        negatives += table.cases.iter().filter(|case| case.want.is_empty()).count();
        for complaint in table.cases.iter().filter_map(|case| complaint(case, &table.date)) {
            let _ = writeln!(wrong, "{}:\n{complaint}", file.file_name().unwrap().display());
        }
    }
    assert!(wrong.is_empty(), "of {cases} cases ({negatives} negatives) these are wrong:\n{wrong}");
}
