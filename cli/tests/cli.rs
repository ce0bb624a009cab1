//! The command as its users meet it: run as a process, judged by what it writes and how it ends.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::{Value, json};

fn pressmark(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pressmark"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str], stdin: impl AsRef<[u8]>) -> Output {
    let mut child = pressmark(args).spawn().unwrap();
    let (mut to, bytes) = (child.stdin.take().unwrap(), stdin.as_ref().to_vec());
    // From a thread of its own: the command writes before it has read everything. It may also refuse to read.
    let feeder = thread::spawn(move || drop(to.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json_of(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    assert_eq!(stderr(output), "", "nothing to complain of");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lines_of(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Asserts that the command ended with `status` and complained once, naming every one of `words`.
fn assert_complaint(output: &Output, status: i32, words: &[&str]) {
    let complaint = stderr(output);
    assert_eq!(output.status.code(), Some(status), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    for word in words {
        assert!(complaint.contains(word), "{word:?} in {complaint}");
    }
}

/// A file of the test called `test` with these bytes.
fn file(test: &str, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

const ARTICLE: &str =
    "Harbour reopens\r\n\r\n“We are glad,” Mayor Ines Calloway said on Monday 😀.\nShe thanked the crew.\n";

#[test]
fn an_article_on_standard_input_gives_one_result() {
    let result = json_of(&run(&[], ARTICLE));
    assert_eq!(result["schema"], "pressmark/1");
    assert_eq!(result["offsets"], "utf16");
    assert_eq!(result["length"], ARTICLE.encode_utf16().count(), "newlines are left as they are");
    assert_eq!(result.get("id"), None);
    assert_eq!(json_of(&run(&["-"], ARTICLE)), result);
}

#[test]
fn an_empty_article_gives_an_empty_result() {
    let result = json_of(&run(&[], ""));
    assert_eq!(result["length"], 0);
    assert_eq!(result["mentions"], json!([]));
    assert_eq!(result["article"]["date"], Value::Null);
}

#[test]
fn the_date_is_the_article_date() {
    let result = json_of(&run(&["--date", "2024-02-29"], ARTICLE));
    assert_eq!(result["article"]["date"], "2024-02-29");
    assert_eq!(result["article"]["dateFrom"], "given");
}

#[test]
fn a_wrong_date_is_refused_before_anything_is_read() {
    for date in ["2023-02-29", "17.3.2023", "", "-1", "two\nlines"] {
        let output = run(&["--date", date], ARTICLE);
        assert_complaint(&output, 2, &["--date", "YYYY-MM-DD", date.lines().next().unwrap_or("''")]);
        assert_eq!(stdout(&output), "");
    }
}

/// Every `{"start", "end"}` of a result, in order.
fn spans(value: &Value, out: &mut Vec<(usize, usize)>) {
    let number = |key: &str| value.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        out.push((start, end));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| spans(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| spans(field, out)),
        _ => {}
    }
}

#[test]
fn offsets_mean_the_same_words_in_every_unit() {
    let utf16: Vec<u16> = ARTICLE.encode_utf16().collect();
    let points: Vec<char> = ARTICLE.chars().collect();
    let words = |unit: &str| -> Vec<String> {
        let result = json_of(&run(&["--offsets", unit], ARTICLE));
        assert_eq!(result["offsets"], unit);
        let mut found = vec![(0, usize::try_from(result["length"].as_u64().unwrap()).unwrap())];
        spans(&result, &mut found);
        let slice = |&(start, end): &(usize, usize)| match unit {
            "utf8" => ARTICLE[start..end].to_owned(),
            "utf16" => String::from_utf16(&utf16[start..end]).unwrap(),
            _ => points[start..end].iter().collect(),
        };
        found.iter().map(slice).collect()
    };
    let expected = words("utf8");
    assert_eq!(expected[0], ARTICLE);
    assert_eq!(words("utf16"), expected);
    assert_eq!(words("codepoint"), expected);
    assert_eq!(run(&["--offsets", "miles"], "").status.code(), Some(2));
}

#[test]
fn several_files_are_one_array_or_a_line_each() {
    let (one, two) = (file("several", "one.txt", "One."), file("several", "two.txt", "And two."));
    let array = json_of(&run(&[&one, &two], ""));
    assert_eq!(array[0]["id"], one.as_str());
    assert_eq!(array[1]["length"], 8);
    let lines = lines_of(&run(&["--format", "jsonl", &one, &two], ""));
    assert_eq!(Value::Array(lines), array);
    let text = run(&["--format", "text", &one, &two], "");
    assert!(stdout(&text).contains(&format!("==> {two} <==\nAnd two.\n")));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let good = file("unreadable", "good.txt", "Good.");
    let absent = format!("{good}.absent");
    for (name, bytes, why) in [
        ("latin1.txt", b"caf\xE9 au lait".as_slice(), "0xE9 at offset 3"),
        ("utf16.txt", b"\xFF\xFEa\0b\0", "zero byte"),
        ("picture.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "not a text"),
    ] {
        let bad = file("unreadable", name, bytes);
        let output = run(&["--format", "jsonl", &bad, &good], "");
        assert_complaint(&output, 1, &[&bad, why, "UTF-8"]);
        assert_eq!(lines_of(&output)[0]["id"], good.as_str());
    }
    let output = run(&[&absent, &good], "");
    assert_complaint(&output, 1, &[&absent, "cannot read"]);
    let array: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(array.as_array().unwrap().len(), 1);
    assert_complaint(&run(&[env!("CARGO_TARGET_TMPDIR")], ""), 1, &["cannot read"]);
}

#[test]
fn a_result_that_is_not_there_leaves_well_formed_json() {
    let output = run(&["absent one", "absent two"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "[]\n");
    assert_eq!(stderr(&output).lines().count(), 2);
    assert_eq!(stdout(&run(&["absent"], "")), "");
}

#[test]
fn html_is_a_page_without_script_that_shows_the_text() {
    let output = run(&["--format", "html"], "<script>alert(1)</script> said Ann.");
    let page = stdout(&output);
    assert!(page.starts_with("<!doctype html>"));
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; said"));
    let two = run(&["--format", "html", "one", "two"], "");
    assert_complaint(&two, 2, &["html", "one FILE"]);
}

#[test]
fn text_into_a_pipe_is_not_coloured() {
    let output = run(&["--format", "text"], ARTICLE);
    assert!(stdout(&output).starts_with("Harbour reopens\n\n"));
    assert!(!stdout(&output).contains('\x1b'));
}

#[test]
fn json_lines_give_one_result_each_in_order() {
    // Long and short in turn, so that with several cores later ones are done first.
    let articles: Vec<Value> = (0..400)
        .map(|i| json!({ "id": format!("a{i}"), "text": ARTICLE.repeat(if i % 7 == 0 { 60 } else { 1 }) }))
        .collect();
    let input = articles.iter().map(|article| format!("{article}\n")).collect::<Vec<_>>().concat();
    let output = run(&["--jsonl"], input);
    assert_eq!(stderr(&output), "", "no progress where nobody watches");
    let results = lines_of(&output);
    assert_eq!(results.len(), articles.len());
    for (article, result) in articles.iter().zip(&results) {
        assert_eq!(article["id"], result["id"]);
        assert_eq!(result["length"], article["text"].as_str().unwrap().encode_utf16().count());
    }
}

#[test]
fn a_line_is_answered_before_the_next_is_given() {
    let mut child = pressmark(&["--jsonl"]).spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for id in ["first", "second"] {
        writeln!(to, "{}", json!({ "id": id, "text": ARTICLE })).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_line_has_its_own_date_or_the_one_of_the_command() {
    let input =
        "{\"text\":\"a\"}\r\n\n   \n{\"text\":\"b\",\"date\":\"2020-01-31\"}\n{\"text\":\"c\",\"date\":null}";
    let output = run(&["--jsonl", "--date", "2024-02-29", "--offsets", "utf8"], input);
    assert!(output.status.success());
    let results = lines_of(&output);
    let dates: Vec<&Value> = results.iter().map(|result| &result["article"]["date"]).collect();
    assert_eq!(dates, ["2024-02-29", "2020-01-31", "2024-02-29"], "empty lines are skipped");
    assert_eq!(results[0]["offsets"], "utf8");
}

#[test]
fn a_broken_line_says_so_in_its_place_and_the_rest_goes_on() {
    let broken: [(&[u8], Value, &str); 9] = [
        (b"{\"id\":\"x\",", Value::Null, "not JSON"),
        (b"[1]", Value::Null, "not a JSON object"),
        (b"{\"id\":\"x\"}", json!("x"), "\"text\" is missing"),
        (b"{\"id\":\"x\",\"text\":7}", json!("x"), "not a string"),
        (b"{\"id\":8,\"text\":null}", json!("8"), "\"text\""),
        (b"{\"id\":[],\"text\":\"\"}", Value::Null, "\"id\""),
        (b"{\"id\":\"x\",\"text\":\"\",\"date\":\"2023-02-29\"}", json!("x"), "'2023-02-29'"),
        (b"{\"id\":\"x\",\"text\":\"\",\"date\":20230228}", json!("x"), "YYYY-MM-DD"),
        (b"{\"id\":\"x\",\"text\":\"caf\xE9\"}", Value::Null, "not JSON"),
    ];
    for (line, id, why) in broken {
        let input =
            [b"{\"id\":1,\"text\":\"One.\"}\n\n", line, b"\n{\"id\":\"3\",\"text\":\"Three.\"}\n"].concat();
        let output = run(&["--jsonl"], input);
        assert_complaint(&output, 1, &["standard input: line 3:", why]);
        let results = lines_of(&output);
        assert_eq!(results.len(), 3);
        assert_eq!((&results[0]["id"], &results[2]["id"]), (&json!("1"), &json!("3")));
        assert_eq!(results[1]["id"], id);
        assert!(results[1]["error"].as_str().unwrap().contains(why));
        assert_eq!(results[1].as_object().unwrap().len(), if id.is_null() { 1 } else { 2 });
    }
}

#[test]
fn json_lines_come_from_files_too() {
    let lines = file("jsonl", "lines.jsonl", "{\"text\":\"a\"}\nnonsense\n");
    let output = run(&["--jsonl", "absent.jsonl", &lines], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines_of(&output).len(), 2);
    let complaints: Vec<&str> = stderr(&output).lines().collect();
    assert!(complaints[0].contains("absent.jsonl: cannot read"));
    assert!(complaints[1].contains(&format!("{lines}: line 2: this is not JSON")));
    assert_complaint(&run(&["--jsonl", "--format", "html"], ""), 2, &["--jsonl", "--format"]);
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let input = format!("{}\n", json!({ "text": ARTICLE })).repeat(20_000);
    for args in [&["--jsonl"][..], &["--format", "text", "--date", "2024-02-29"]] {
        let mut child = pressmark(args).spawn().unwrap();
        let mut to = child.stdin.take().unwrap();
        let bytes = input.clone();
        let feeder = thread::spawn(move || drop(to.write_all(bytes.as_bytes())));
        if args[0] == "--jsonl" {
            BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut String::new()).unwrap();
        }
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn another_model_is_used_or_refused_by_name() {
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/en.model");
    assert_eq!(json_of(&run(&["--model", model], ARTICLE)), json_of(&run(&[], ARTICLE)));

    let whole = fs::read(model).unwrap();
    let cut = file("model", "cut.model", &whole[..whole.len() - 1]);
    let foreign = file("model", "foreign.model", "not a model");
    for (path, why) in [
        (cut.as_str(), "it was cut"),
        (foreign.as_str(), "not a Pressmark model"),
        ("absent.model", "cannot read the model"),
    ] {
        let output = run(&["--model", path], ARTICLE);
        assert_complaint(&output, 2, &[path, why]);
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn help_names_every_option() {
    let output = run(&["--help"], "");
    assert!(output.status.success());
    for option in
        ["--date", "--format", "--offsets", "--jsonl", "--explain", "--model", "--version", "Exit status"]
    {
        assert!(stdout(&output).contains(option), "{option}");
    }
}

#[test]
fn dates_are_explained_when_asked() {
    let article = "The mayor quit on Friday. She ruled for two years.";
    let plain = run(&["--format", "text", "--date", "2023-03-17"], article);
    assert!(!stdout(&plain).contains("rule:"));
    let explained = run(&["--format", "text", "--date", "2023-03-17", "--explain"], article);
    assert!(
        stdout(&explained).contains("2023-03-17  Friday  (rule: weekday; counted from the article's date)")
    );
    assert!(stdout(&explained).contains("P2Y  two years  (rule: length; needs no date to count from)"));
    assert_complaint(&run(&["--explain"], article), 2, &["--explain", "--format text"]);
}

/// What the command writes in a form.
fn in_form(args: &[&str]) -> String {
    let output = run(&[&["--date", "2024-06-14"], args].concat(), ARTICLE);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    stdout(&output).to_owned()
}

#[test]
fn every_form_says_what_made_it_and_by_which_date() {
    let forms = ["html", "markdown", "csv", "webannotation", "ics", "schemaorg", "brat", "conll"];
    for form in forms {
        let written = in_form(&["--format", form]).replace("\r\n ", "");
        assert!(written.contains(concat!("Pressmark ", env!("CARGO_PKG_VERSION"))), "{form}: {written}");
        assert!(written.contains("2024-06-14"), "{form}: {written}");
    }
    let json: Value = serde_json::from_str(&in_form(&["--format", "json"])).unwrap();
    assert_eq!(json["provenance"]["generator"], concat!("Pressmark ", env!("CARGO_PKG_VERSION")));
    assert_eq!(json["provenance"]["model"].as_str().map(str::len), Some(8));
    assert_eq!(json["provenance"]["textCrc32"].as_str().map(str::len), Some(8));
}

#[test]
fn a_table_is_of_the_list_that_is_asked_for_and_has_its_titles_once() {
    let (one, two) = (file("table", "one.txt", ARTICLE), file("table", "two.txt", "“=No,” Ann Lee said."));
    let table = run(&["--format", "csv", "--list", "quotes", &one, &two], "");
    let lines: Vec<&str> = stdout(&table).split("\r\n").collect();
    assert!(lines[0].starts_with("start,end,style,words,speaker,"), "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("start,")).count(), 1);
    assert!(lines[1].contains(",direct,\"We are glad,\",Ines Calloway,"), "{lines:?}");
    assert!(lines[1].contains(&one) && lines[2].contains(&two), "each row names its article");
    assert!(lines[2].contains(",direct,\"'=No,\",Ann Lee,"), "no formula: {lines:?}");
    assert!(in_form(&["--format", "csv", "--list", "names"]).contains("\r\nInes Calloway,person,Mayor,"));
    assert_complaint(&run(&["--list", "names"], ""), 2, &["--list", "--format csv"]);
}

#[test]
fn forms_of_one_article_are_not_made_of_two() {
    for form in ["html", "webannotation", "ics", "schemaorg", "brat"] {
        assert_complaint(&run(&["--format", form, "a.txt", "b.txt"], ""), 2, &[form, "one FILE at a time"]);
    }
}

#[test]
fn the_text_goes_along_where_it_is_wanted() {
    let json = |args: &[&str]| -> Value { serde_json::from_str(&in_form(args)).unwrap() };
    assert_eq!(json(&["--format", "json"]).get("text"), None);
    assert_eq!(json(&["--format", "json", "--full-text"])["text"], ARTICLE);
    assert_eq!(json(&["--format", "schemaorg", "--full-text"])["articleBody"], ARTICLE);
    assert!(in_form(&["--format", "html"]).contains("thanked the crew"));
    assert!(!in_form(&["--format", "html", "--full-text=false"]).contains("thanked the crew"));
    assert!(!in_form(&["--format", "markdown"]).contains("thanked the crew"));
    assert!(in_form(&["--format", "markdown", "--full-text"]).contains("thanked the crew"));
}
