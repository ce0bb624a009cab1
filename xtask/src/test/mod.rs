//! `cargo xtask test`: everything that must hold, in one run, with one line at the end.
//!
//! Each check runs even if one before it failed; none is tried twice. The last line adds up what the test runners
//! counted; a check that is no test runner (formatting, lints …) counts only if it fails, as one failure.

mod checks;
mod counts;
mod supply;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::node;
pub use checks::Check;
use counts::Counts;

/// Runs the checks, all if none is named.
pub fn run(named: &[Check]) -> ExitCode {
    let checks = if named.is_empty() { &Check::ALL } else { named };
    if let Err(error) = node::provide() {
        eprintln!("note: no Node.js, so what needs it will fail: {error:#}");
    }
    let mut total = Counts::default();
    let mut report = Vec::new();
    for check in checks {
        println!("\n── {} ──", check.title());
        let start = Instant::now();
        let result = check.run();
        let (line, counts) = verdict(check.title(), result, start.elapsed().as_secs());
        println!("{line}");
        report.push(line);
        total += counts;
    }
    println!("\n{}\n\n{total}", report.join("\n"));
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One line on a check, and what it adds to the sum.
fn verdict(title: &str, result: Result<Counts>, seconds: u64) -> (String, Counts) {
    match result {
        Ok(counts) if counts.failed > 0 => (format!("FAILED  {title}: {counts} ({seconds} s)"), counts),
        Ok(counts) if counts.passed > 0 => (format!("ok      {title}: {counts} ({seconds} s)"), counts),
        Ok(counts) => (format!("ok      {title} ({seconds} s)"), counts),
        Err(error) => (format!("FAILED  {title}: {error:#} ({seconds} s)"), Counts { passed: 0, failed: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn a_failure_shows_in_the_line_and_in_the_sum() {
        let counts = |passed, failed| Counts { passed, failed };
        for (result, line, added) in [
            (Ok(counts(3, 0)), "ok      t: 3 passed, 0 failed (7 s)", counts(3, 0)),
            (Ok(counts(3, 1)), "FAILED  t: 3 passed, 1 failed (7 s)", counts(3, 1)),
            (Ok(counts(0, 0)), "ok      t (7 s)", counts(0, 0)),
            (Err(anyhow!("no compiler")), "FAILED  t: no compiler (7 s)", counts(0, 1)),
        ] {
            assert_eq!(verdict("t", result, 7), (line.to_owned(), added));
        }
    }
}
