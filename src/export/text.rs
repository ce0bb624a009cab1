//! Notes in plain text: for the clipboard, and for the command line under the article.

use super::{Export, List, marks, words};
use crate::analysis::{Basis, Date, DateKind, Entity, Quote};

/// One list without a title, or names, dates and quotes with theirs; the last line says what made it.
#[must_use]
pub fn notes(export: &Export, list: Option<List>) -> String {
    let mut out = String::new();
    match list {
        None => {
            out.push_str(&export.headline());
            lists(&mut out, export);
            out.push('\n');
        }
        Some(List::Names) => lines(&mut out, "", export.analysis.entities.iter().map(name)),
        Some(List::Dates) => lines(&mut out, "", dates(export)),
        Some(List::Quotes) => lines(&mut out, "", export.analysis.quotes.iter().map(|q| quote(export, q))),
        Some(List::Mentions) => {
            let words = export.analysis.mentions.iter().map(|m| words::one_line(m.span.of(export.text)));
            lines(&mut out, "", words);
        }
    }
    out.push_str(&export.provenance());
    out.push('\n');
    out
}

/// Appends names, dates and quotes, each list under its title, those that are empty not at all.
pub fn lists(out: &mut String, export: &Export) {
    let mut titled = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            out.push('\n');
            out.push_str(title);
            out.push('\n');
            lines(out, "  ", items.into_iter());
        }
    };
    let analysis = export.analysis;
    titled("Names", analysis.entities.iter().map(name).collect());
    titled("Dates", dates(export).collect());
    titled("Quotes", analysis.quotes.iter().map(|q| quote(export, q)).collect());
}

fn lines(out: &mut String, indent: &str, items: impl Iterator<Item = String>) {
    for item in items {
        out.push_str(indent);
        out.push_str(&item);
        out.push('\n');
    }
}

fn name(entity: &Entity) -> String {
    let mut out = words::one_line(&entity.name);
    out.push_str(" (");
    out.push_str(entity.kind.name());
    out.push_str(") ×");
    out.push_str(&entity.mentions.len().to_string());
    for note in entity.role.iter().chain(&entity.aliases) {
        out.push_str(", ");
        out.push_str(&words::one_line(note));
    }
    out
}

/// The dates in order of the text; with the rule that found each where the analysis has it.
fn dates<'a>(export: &Export<'a>) -> impl Iterator<Item = String> + use<'a> {
    let Export { text, analysis, .. } = *export;
    analysis.dates.iter().enumerate().map(move |(index, date)| {
        let mut out = [words::one_line(&date.value), words::one_line(date.span.of(text))].join("  ");
        if let Some(rule) = analysis.rules.get(index) {
            out.push_str("  (rule: ");
            out.push_str(rule);
            out.push_str("; ");
            out.push_str(reason(date));
            out.push(')');
        }
        out
    })
}

fn quote(export: &Export, quote: &Quote) -> String {
    let mut out = export.speaker(quote).unwrap_or_else(|| "nobody named".to_owned());
    out.push(':');
    let (open, close) = marks(quote.style);
    for part in &quote.parts {
        out.push(' ');
        out.push_str(open);
        out.push_str(&words::one_line(part.of(export.text)));
        out.push_str(close);
    }
    out
}

/// What a date's value rests on, in words.
pub(super) fn reason(date: &Date) -> &'static str {
    match date.basis {
        Some(Basis::Explicit) => "said in full",
        Some(Basis::Article) => "counted from the article's date",
        Some(Basis::Assumed) => "counted from an assumed date",
        Some(Basis::Mentioned) => "counted from a date mentioned before",
        None if date.value.contains('X') && matches!(date.kind, DateKind::Date | DateKind::Time) => {
            "nothing to count from"
        }
        None => "needs no date to count from",
    }
}
