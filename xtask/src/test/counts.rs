//! What the test runners say they ran, read off their output.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed, were cancelled or did not finish.
    pub failed: u32,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |mut sum, counts| {
            sum += counts;
            sum
        })
    }
}

/// The sum over `cargo test`'s lines "test result: ok. 3 passed; 0 failed; 1 ignored; …", one a test binary.
pub fn of_cargo(output: &str) -> Counts {
    let results = output.lines().filter_map(|line| line.strip_prefix("test result: "));
    let number = |result: &str, word: &str| {
        let before = result.split([';', '.']).find_map(|part| part.trim().strip_suffix(word))?;
        before.trim().parse::<u32>().ok()
    };
    results
        .map(|result| Counts {
            passed: number(result, "passed").unwrap_or(0),
            failed: number(result, "failed").unwrap_or(0),
        })
        .sum()
}

/// The sum over the closing lines of Node's runner in its "spec" form: "ℹ pass 3", "ℹ fail 0", "ℹ cancelled 0".
pub fn of_node(output: &str) -> Counts {
    let number =
        |line: &str, word: &str| line.strip_prefix("ℹ ")?.strip_prefix(word)?.trim().parse::<u32>().ok();
    let all = |word| output.lines().filter_map(|line| number(line, word)).sum::<u32>();
    Counts { passed: all("pass "), failed: all("fail ") + all("cancelled ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_tests_are_added_up_over_binaries() {
        let output = "running 2 tests\ntest a ... ok\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; \
            0 filtered out; finished in 0.00s\n\nrunning 3 tests\nfailures:\n    b\n\ntest result: FAILED. 1 passed; \
            2 failed; 4 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(of_cargo(output), Counts { passed: 3, failed: 2 });
    }

    #[test]
    fn a_cancelled_node_test_is_a_failure() {
        let output = "✔ finds a name (3.2ms)\nℹ tests 9\nℹ suites 1\nℹ pass 6\nℹ fail 2\nℹ cancelled 1\nℹ skipped 0\n\
            ℹ todo 0\nℹ duration_ms 75.4\n";
        assert_eq!(of_node(output), Counts { passed: 6, failed: 3 });
    }

    #[test]
    fn what_tests_print_themselves_is_not_counted() {
        let output = "12 passed, 0 failed\nthe pass 3\nℹ passing 3 ships\n";
        assert_eq!(of_cargo(output), Counts::default());
        assert_eq!(of_node(output), Counts::default());
    }
}
