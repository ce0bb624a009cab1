//! A plot of time against length of text, as SVG: both axes logarithmic, so that linear growth is a line of slope one.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::{CONTESTANTS, Measured};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
/// Room for the labels, left and below, right and above.
const LEFT: f64 = 70.0;
const BELOW: f64 = 45.0;
const RIGHT: f64 = 190.0;
const ABOVE: f64 = 20.0;

/// Powers of ten at the axes' ends: characters, seconds.
const X: (f64, f64) = (3.0, 7.1);
const Y: (f64, f64) = (-4.0, 2.0);

/// Told apart by dash as well as by colour.
const LINES: [(&str, &str); 6] = [
    ("#0b6e4f", ""),
    ("#0b6e4f", "6 3"),
    ("#b3541e", ""),
    ("#2a5db0", ""),
    ("#7a3e9d", ""),
    ("#7a3e9d", "6 3"),
];

/// The plot; it looks the same on light and dark pages.
pub fn growth(measured: &Measured) -> String {
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Processor time by length of text</title>
<rect width="100%" height="100%" fill="#fff"/>
"##
    );
    grid(&mut out);
    let native = |text: usize| measured.native_seconds(text);
    let mut ends = Vec::new();
    line(&mut out, &mut ends, measured, "Pressmark, native", LINES[0], &native);
    for (key, style) in CONTESTANTS.into_iter().zip(&LINES[1..]) {
        if let Some(time) = measured.time(key, 0) {
            line(&mut out, &mut ends, measured, &time.name, *style, &|text| {
                Some(measured.time(key, text)?.cpu)
            });
        }
    }
    label(&mut out, ends);
    out.push_str("</svg>\n");
    out
}

fn x(characters: f64) -> f64 {
    LEFT + (characters.log10() - X.0) / (X.1 - X.0) * (WIDTH - LEFT - RIGHT)
}

fn y(seconds: f64) -> f64 {
    HEIGHT - BELOW - (seconds.log10() - Y.0) / (Y.1 - Y.0) * (HEIGHT - BELOW - ABOVE)
}

fn grid(out: &mut String) {
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BELOW);
    for (characters, name) in [(1e3, "1 kB"), (1e4, "10 kB"), (1e5, "100 kB"), (1e6, "1 MB"), (1e7, "10 MB")]
    {
        let x = x(characters);
        let _ = writeln!(
            out,
            r##"<path d="M{x:.1} {ABOVE}V{bottom}" stroke="#ddd"/><text x="{x:.1}" y="{:.1}" text-anchor="middle">{name}</text>"##,
            bottom + 18.0
        );
    }
    for (seconds, name) in [
        (1e-4, "0.1 ms"),
        (1e-3, "1 ms"),
        (1e-2, "10 ms"),
        (1e-1, "100 ms"),
        (1.0, "1 s"),
        (1e1, "10 s"),
        (1e2, "100 s"),
    ] {
        let y = y(seconds);
        let _ = writeln!(
            out,
            r##"<path d="M{LEFT} {y:.1}H{right}" stroke="#ddd"/><text x="{:.1}" y="{:.1}" text-anchor="end">{name}</text>"##,
            LEFT - 6.0,
            y + 4.0
        );
    }
}

/// One contestant's line; notes where it ends.
fn line(
    out: &mut String,
    ends: &mut Vec<(f64, f64, String, &'static str)>,
    measured: &Measured,
    name: &str,
    (colour, dash): (&'static str, &str),
    seconds: &dyn Fn(usize) -> Option<f64>,
) {
    let texts = measured.texts.iter().enumerate();
    let points: Vec<(f64, f64)> =
        texts.filter_map(|(index, text)| Some((x(text.characters), y(seconds(index)?)))).collect();
    let Some(&(end_x, end_y)) = points.last() else { return };
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = writeln!(
        out,
        r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>"#,
        path.join(" ")
    );
    for (x, y) in points {
        let _ = writeln!(out, r#"<circle cx="{x:.1}" cy="{y:.1}" r="3" fill="{colour}"/>"#);
    }
    ends.push((end_x, end_y, name.to_owned(), colour));
}

/// The names at the lines' ends, none over another, and readable over the lines.
fn label(out: &mut String, mut ends: Vec<(f64, f64, String, &'static str)>) {
    const APART: f64 = 15.0;
    // Those that end with the same text stand below one another.
    ends.sort_by(|a, b| (a.0, a.1).partial_cmp(&(b.0, b.1)).unwrap_or(Ordering::Equal));
    let (mut column, mut free) = (f64::NEG_INFINITY, 0.0);
    for (x, y, name, colour) in ends {
        let at = if (x - column).abs() < 1.0 { f64::max(y + 4.0, free) } else { y + 4.0 };
        (column, free) = (x, at + APART);
        let _ = writeln!(
            out,
            r##"<text x="{:.1}" y="{at:.1}" fill="{colour}" stroke="#fff" stroke-width="4" paint-order="stroke">{name}</text>"##,
            x + 8.0
        );
    }
}
