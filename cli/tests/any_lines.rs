//! JSON Lines of any bytes: each line is answered in its place or complained of by its number, and none ends the run.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Numbers without any pattern, the same on every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

/// Lines that are right, to be made wrong.
const LINES: [&str; 6] = [
    r#"{"id":"a","text":"“We agree,” Jane Doe said on Friday.","date":"2026-03-12"}"#,
    r#"{"text":"Jane Doe left Lisbon.\nShe was tired."}"#,
    r#"{"id":"\ud83d\ude00","text":"\ud83d\ude00 \u0000 \ud83d","date":null}"#,
    r#"{"id":"x","text":"","date":"2023-02-29"}"#,
    r#"["text","Jane Doe"]"#,
    r#"{"text":{"text":[1e999,-0,true,null]},"id":7}"#,
];

/// A line with some of its bytes changed, left out or doubled; no line end in it.
fn mutated(chance: &mut Chance) -> Vec<u8> {
    let mut line = LINES[chance.below(LINES.len())].as_bytes().to_vec();
    for _ in 0..chance.below(4) {
        let at = chance.below(line.len().max(1));
        match chance.below(4) {
            0 => line.truncate(at),
            1 => drop(line.splice(at..at, b"{\"[]},:\\u".iter().copied().take(1 + chance.below(9)))),
            2 if at < line.len() => line[at] = chance.below(256) as u8,
            _ => line.extend_from_within(at.min(line.len())..),
        }
    }
    line.retain(|byte| !matches!(byte, b'\n' | b'\r'));
    line
}

#[test]
fn each_of_thousands_of_broken_lines_is_answered_in_its_place() {
    let mut chance = Chance(7);
    let lines: Vec<Vec<u8>> = (0..3000).map(|_| mutated(&mut chance)).collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_pressmark"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    let mut input = command.stdin.take().expect("its input");
    let sent = lines.join(&b'\n');
    let writer = std::thread::spawn(move || input.write_all(&sent));
    let output = command.wait_with_output().expect("its output");
    writer.join().expect("the writer").expect("all was read");
    assert!(output.status.code().is_some_and(|code| code < 100), "{:?}", output.status);
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .expect("Unicode")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON value a line"))
        .collect();
    let asked = lines.iter().filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(answers.len(), asked);
    assert!(answers.iter().any(|answer| answer["schema"] == "pressmark/1"), "some lines are still right");
}
