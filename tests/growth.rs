//! Time grows with the text's length and no faster, whatever the text: each hostile text is read at a sixteenth of its
//! length and whole, and the power with which time grew is held against a bound.
//!
//! The times are of the processor. Others on the machine only make a time longer, by taking
//! caches and the processor's clock, so the shortest of some is nearest to the truth, and each length keeps its own: the
//! two are read in turn until their shortest times are in proportion, or have been given every chance to be. No number of
//! chances makes quadratic reading look linear. `cargo test --release --test growth -- --nocapture` prints the powers.

use std::sync::LazyLock;
use std::time::Duration;

use cpu_time::ThreadTime;
use pressmark::segment::segment;
use pressmark::{Annotator, Options};

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| {
    Annotator::new(include_bytes!("../models/en.model").as_slice()).expect("the model is whole")
});

/// A linear reading has power 1, a quadratic one 2; what a text that outgrows the caches adds lies between. The aim is
/// reached on machines that are quiet for a moment; what is above the bound is steep on any.
const AIM: f64 = 1.1;
const BOUND: f64 = 1.3;

/// So often both lengths are read at most.
const ROUNDS: usize = 24;

/// Units whose repetition could make a scan start over from every place.
const HOSTILE: &[&str] = &[
    "a",
    "a.",
    "a-",
    "a@",
    "1,",
    "\n",
    "\"",
    "“",
    "”",
    "’",
    "’n",
    ".",
    "?!",
    "(",
    "www.)",
    "No. ",
    "U.S. ",
    "x&",
    "Next\n",
    "\u{200b}",
    "\u{301}",
    "By A\n",
    "A, ",
    "…“",
    "[1]",
    "“a” ",
    "“a,” said he. ",
    "A B ",
    "Monday ",
    "1 ",
    "of the ",
    "1/",
    "-",
    "said ",
    "“‘",
    "THE MAYOR OF PORT ANNA SAID ON MONDAY THAT ACME INC. WOULD CLOSE ",
    "Z\u{337}\u{322}\u{356}\u{348}\u{301}a\u{335}\u{35a}",
    "Jane Doe of Acme said ",
    "A\n",
    "<a ",
    "“a b c d e” said, ",
    "Hale, who said, ",
    "( “ ‘ ",
    "according to ",
    "the man of ",
    "in the view, ",
    "“Who said so?”\n",
    "He said it would. It would. ",
];

/// The hostile texts of about so many bytes: units over and over, and marks nested as deep as they go.
fn texts(bytes: usize) -> Vec<(String, String)> {
    let repeated = HOSTILE.iter().map(|unit| (format!("{unit:?}"), unit.repeat(bytes / unit.len())));
    let depth = bytes / 10;
    let nested = format!("{}a{}", "“ ‘ ".repeat(depth / 2), " ’ ”".repeat(depth / 2));
    let line = "The mayor of Port Anna said on Monday that it rained. ".repeat(bytes / 54);
    repeated.chain([("nested marks".to_owned(), nested), ("one line of news".to_owned(), line)]).collect()
}

/// Holds the power with which the time of `read` grows, for each hostile text, to the bound.
fn grows_in_proportion(bytes: usize, read: impl Fn(&str)) {
    const PARTS: usize = 16;
    let mut steep = Vec::new();
    for ((name, part), (_, whole)) in texts(bytes / PARTS).into_iter().zip(texts(bytes)) {
        let (power, rounds) = power(&part, &whole, &read);
        println!("{power:.2} after {rounds:2} rounds  {name}");
        if power > BOUND {
            steep.push(format!("{name}: power {power:.2}"));
        }
    }
    assert!(steep.is_empty(), "{}", steep.join("\n"));
}

/// With which power time grows from a text to a longer one, by the shortest times, and how many rounds it took to tell.
fn power(part: &str, whole: &str, read: &impl Fn(&str)) -> (f64, usize) {
    let longer = whole.len() / part.len();
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    let mut power = f64::INFINITY;
    // What is loaded on first use is no part of any time.
    read(part);
    for round in 1..=ROUNDS {
        // As much text for the one as for the other: both last equally long beside what disturbs them.
        short = short.min(time(longer, || read(part)) / longer as u32);
        long = long.min(time(1, || read(whole)));
        let grown = long.as_secs_f64() / short.max(Duration::from_nanos(1)).as_secs_f64();
        power = grown.ln() / (whole.len() as f64 / part.len() as f64).ln();
        if power <= AIM {
            return (power, round);
        }
    }
    (power, ROUNDS)
}

fn time(times: usize, run: impl Fn()) -> Duration {
    let start = ThreadTime::now();
    (0..times).for_each(|_| run());
    start.elapsed()
}

#[test]
fn hostile_texts_are_segmented_in_linear_time() {
    grows_in_proportion(1 << 19, |text| drop(segment(text)));
}

#[test]
fn hostile_texts_are_annotated_in_linear_time() {
    grows_in_proportion(1 << 18, |text| drop(ANNOTATOR.annotate(text, &Options::default())));
}
