//! `cargo xtask recognizers`: how far the dates agree with the English cases of Microsoft's Recognizers, read as
//! news: of a past and a coming day the past one.
//!
//! The cases are not part of the project; they are looked for in a folder `shared` beside the project's own or
//! further up. They are commands to an assistant ("book a room for Friday"), so to agree on all is no aim.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::command::{cargo, output};
use crate::project;

/// Why an expression of theirs is not one of ours, with how often and an example.
type Reasons = BTreeMap<&'static str, (usize, String)>;

/// What was counted in one file.
#[derive(Default)]
struct Counts {
    expected: usize,
    spans: usize,
    with_value: usize,
    values: usize,
}

/// Runs the development build of the command on every file of cases and prints one table.
///
/// # Errors
/// If a file cannot be read or the command fails.
pub fn run() -> Result<()> {
    let mut folders = project::root().ancestors().skip(1).map(|up| up.join("shared/data/dates/recognizers"));
    let Some(folder) = folders.find(|folder| folder.is_dir()) else {
        println!(
            "no Recognizers cases here: they are looked for in shared/data/dates/recognizers beside the project"
        );
        return Ok(());
    };
    let mut files: Vec<PathBuf> =
        folder.read_dir()?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.sort();
    let (mut total, mut reasons) = (Counts::default(), Reasons::new());
    println!("{:<34} {:>15}  {:>15}", "file", "same span", "same value");
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        let counts = compare(file, &mut reasons)?;
        print(&file.file_stem().unwrap_or_default().to_string_lossy(), &counts);
        total.expected += counts.expected;
        total.spans += counts.spans;
        total.with_value += counts.with_value;
        total.values += counts.values;
    }
    print("all", &total);
    println!("\nthe rest, by reason, with the first example");
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, (count, _))| usize::MAX - count);
    for (reason, (count, example)) in reasons {
        println!("{count:>5}  {reason:<48} {example}");
    }
    Ok(())
}

fn print(name: &str, counts: &Counts) {
    let Counts { expected, spans, with_value, values } = counts;
    println!("{name:<34} {spans:>7} of {expected:>4}  {values:>7} of {with_value:>4}");
}

fn compare(file: &Path, reasons: &mut Reasons) -> Result<Counts> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let mut counts = Counts::default();
    for (case, found) in cases.iter().zip(annotate(&cases)?) {
        for wanted in case["Results"].as_array().into_iter().flatten() {
            let (same_span, reason) = judge(wanted, &found);
            let reason = reason.map(|reason| in_lower_case(wanted, &case["Input"]).unwrap_or(reason));
            let valued = past_value(wanted).is_some();
            counts.expected += 1;
            counts.with_value += usize::from(valued);
            counts.spans += usize::from(same_span);
            counts.values += usize::from(valued && reason.is_none());
            if let Some(reason) = reason {
                let example = || format!("{} in: {}", wanted["Text"], case["Input"]);
                reasons.entry(reason).or_insert_with(|| (0, example())).0 += 1;
            }
        }
    }
    Ok(counts)
}

/// Our result for each case, at the case's own day if it has one.
fn annotate(cases: &[Value]) -> Result<Vec<Value>> {
    let line = |(id, case): (usize, &Value)| {
        let mut line = json!({ "id": id.to_string(), "text": case["Input"] });
        if let Some(day) = case["Context"]["ReferenceDateTime"].as_str().and_then(|time| time.get(..10)) {
            line["date"] = day.into();
        }
        format!("{line}\n")
    };
    let inputs = project::path("target/recognizers.jsonl");
    fs::write(&inputs, cases.iter().enumerate().map(line).collect::<String>())?;
    let mut pressmark = cargo();
    pressmark.args(["run", "--locked", "--quiet", "--package", "pressmark-cli", "--", "--jsonl"]);
    let results = output(pressmark.stdin(Stdio::from(File::open(inputs)?)))?;
    results.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// The reason for what has a month in lower case, which is a word of time to an assistant, not in news.
fn in_lower_case(wanted: &Value, input: &Value) -> Option<&'static str> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let has_month = |text: &str| {
        text.split(|letter: char| !letter.is_ascii_alphabetic())
            .any(|word| MONTHS.iter().any(|month| word.starts_with(month)))
    };
    let start = usize::try_from(wanted["Start"].as_u64()?).ok()?;
    let words: String =
        input.as_str()?.chars().skip(start).take(wanted["Text"].as_str()?.chars().count()).collect();
    has_month(&words).then_some("a month in lower case")
}

/// Whether an expression of theirs is a date or range of ours, and why it does not agree, if so.
fn judge(wanted: &Value, found: &Value) -> (bool, Option<&'static str>) {
    let number = |value: &Value| value.as_u64().unwrap_or(0);
    let start = number(&wanted["Start"]);
    let end = wanted["End"].as_u64().map_or_else(|| start + number(&wanted["Length"]), |last| last + 1);
    let all =
        || ["ranges", "dates"].into_iter().flat_map(|list| found[list].as_array().into_iter().flatten());
    let touching = || all().filter(|ours| number(&ours["start"]) < end && start < number(&ours["end"]));
    let same = || touching().filter(|ours| number(&ours["start"]) == start && number(&ours["end"]) == end);
    if let Some(ours) = same().next() {
        let agree = past_value(wanted).is_none_or(|theirs| same().any(|ours| says(ours, &theirs)));
        let reason = if ours["value"].as_str().is_some_and(|value| value.contains('X')) {
            "value: left open here"
        } else {
            "value: another one"
        };
        return (true, (!agree).then_some(reason));
    }
    let inside =
        touching().filter(|ours| start <= number(&ours["start"]) && number(&ours["end"]) <= end).count();
    let reason = match (inside, touching().count()) {
        (_, 0) => "nothing found here",
        (1, 1) if begins_with_preposition(wanted) => "span: theirs has its preposition",
        (1, 1) => "span: theirs takes in more",
        (0, _) => "span: ours takes in more",
        _ => "span: one there is several here",
    };
    (false, Some(reason))
}

fn begins_with_preposition(wanted: &Value) -> bool {
    let first = wanted["Text"].as_str().and_then(|text| text.split_whitespace().next()).unwrap_or_default();
    let prepositions = [
        "in", "on", "at", "by", "for", "from", "to", "before", "after", "since", "until", "within",
        "between", "around",
    ];
    prepositions.contains(&first.to_lowercase().as_str())
}

/// Their first reading, the past one, as `from/to` or a value of TIMEX3. None where a file gives spans alone.
fn past_value(wanted: &Value) -> Option<String> {
    let first = [&wanted["Resolution"]["values"][0], &wanted["Value"]["values"][0]];
    let model = first.into_iter().find(|value| value.is_object());
    let past = model.unwrap_or(&wanted["Value"]["PastResolution"]);
    let text = |name: &str| past[name].as_str().map(str::to_owned);
    let timex =
        || model.map_or(&wanted["Value"]["Timex"], |model| &model["timex"]).as_str().map(str::to_owned);
    let range = || {
        Some(format!(
            "{}/{}",
            text("start").or_else(|| text("startDate"))?,
            text("end").or_else(|| text("endDate"))?
        ))
    };
    match past["type"].as_str() {
        Some("duration" | "set") => timex(),
        _ => text("value")
            .or_else(|| text("date"))
            .or_else(|| text("dateTime"))
            .or_else(|| text("time"))
            .or_else(range)
            .or_else(timex),
    }
}

/// Whether a date or range of ours says what theirs does. Their ranges end on the day after the last.
fn says(ours: &Value, theirs: &str) -> bool {
    let value = ours["value"].as_str().unwrap_or("").trim_end_matches('Z');
    let (from, to) = (ours["from"].as_str(), ours["to"].as_str());
    if let Some((first, after)) = theirs.split_once('/') {
        let ends = |last: &str| after == last || day_after(last).as_deref() == Some(after);
        return from == Some(first) && to.is_some_and(ends)
            || value.split_once('/').is_some_and(|(start, end)| start == first && ends(end));
    }
    let clock = theirs.replace(' ', "T");
    let clock = clock.strip_suffix(":00").unwrap_or(&clock);
    value == theirs || from == Some(theirs) && to == from || clock.contains(':') && value.ends_with(clock)
}

/// The day after a day, both as ISO 8601 writes them.
fn day_after(day: &str) -> Option<String> {
    let mut parts = day.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    };
    let (year, month, day) = match (day < last, month < 12) {
        (true, _) => (year, month, day + 1),
        (false, true) => (year, month + 1, 1),
        (false, false) => (year + 1, 1, 1),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_follows_the_last_of_a_month_and_of_a_year() {
        let after = |day| day_after(day).unwrap();
        assert_eq!(after("2023-03-17"), "2023-03-18");
        assert_eq!(after("2024-02-29"), "2024-03-01");
        assert_eq!(after("2023-12-31"), "2024-01-01");
        assert_eq!(day_after("2023-W11"), None);
    }

    #[test]
    fn the_past_reading_is_what_counts() {
        let readings =
            json!([{ "type": "date", "value": "2022-10-02" }, { "type": "date", "value": "2023-10-02" }]);
        let wanted = json!({ "Start": 3, "End": 11, "Resolution": { "values": readings } });
        let date = |day| json!({ "start": 3, "end": 12, "value": day, "from": day, "to": day });
        let found = |day| json!({ "dates": [date(day)], "ranges": [] });
        assert_eq!(judge(&wanted, &found("2022-10-02")), (true, None));
        assert_eq!(judge(&wanted, &found("2023-10-02")), (true, Some("value: another one")));
        assert_eq!(judge(&wanted, &json!({})), (false, Some("nothing found here")));
    }
}
