//! Notes in Markdown: who, when, and who said what, for a notebook or a story's file.

use std::collections::BTreeMap;

use super::text::reason;
use super::timeline::moments;
use super::{Export, marks, words};
use crate::analysis::{Entity, Kind, Quote, Style};
use crate::date::iso;

/// The notes; with the full text, the article stands at their end as a block quote.
#[must_use]
pub fn notes(export: &Export) -> String {
    let headline = export.headline();
    let title = if headline.is_empty() { "Notes on an article" } else { &headline };
    let mut out = ["# ", &escaped(title), "\n\n", &escaped(&export.provenance()), "\n"].concat();
    names(&mut out, export);
    dates(&mut out, export);
    quotes(&mut out, export);
    if export.full_text {
        out.push_str("\n## Article\n");
        for line in export.text.lines() {
            out.push_str("\n> ");
            out.push_str(&escaped(line));
            out.push_str("\n>");
        }
        out.push('\n');
    }
    out
}

/// The title of each kind's list.
pub(super) fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Organization => "Organizations",
        Kind::Place => "Places",
        Kind::Group => "Groups",
        Kind::Event => "Events",
        Kind::Work => "Works and laws",
        Kind::Product => "Products",
    }
}

fn names(out: &mut String, export: &Export) {
    let entities = &export.analysis.entities;
    for kind in Kind::ALL {
        let items = entities.iter().filter(|e| e.kind == kind).map(name);
        section(out, title(kind), items.collect());
    }
}

fn name(entity: &Entity) -> String {
    let mut out = ["**", &escaped(&entity.name), "**"].concat();
    if let Some(role) = &entity.role {
        out.push_str(", ");
        out.push_str(&escaped(role));
    }
    if !entity.aliases.is_empty() {
        out.push_str(" (also ");
        out.push_str(&escaped(&entity.aliases.join(", ")));
        out.push(')');
    }
    out.push_str(" ×");
    out.push_str(&entity.mentions.len().to_string());
    if let Some(link) = &entity.link {
        out.push_str(", Wikidata ");
        out.push_str(&escaped(&link.wikidata));
    }
    out
}

fn dates(out: &mut String, export: &Export) {
    let item = |moment: &super::timeline::Moment| {
        let when = match moment.days {
            Some((from, to)) if from == to => iso(from),
            Some((from, to)) => [iso(from), iso(to)].join(" to "),
            None => moment.value.to_owned(),
        };
        let wordings = escaped(&moment.wordings(export.text));
        ["**", &escaped(&when), "** ", &wordings, ", ", reason(moment.date)].concat()
    };
    section(out, "Dates", moments(export).iter().map(item).collect());
}

fn quotes(out: &mut String, export: &Export) {
    let (terms, said): (Vec<&Quote>, Vec<&Quote>) =
        export.analysis.quotes.iter().partition(|quote| quote.style == Style::Term);
    if !said.is_empty() {
        out.push_str("\n## Quotes\n");
    }
    for (speaker, quotes) in by_speaker(export, &said) {
        out.push_str("\n### ");
        out.push_str(&escaped(speaker.as_deref().unwrap_or("Nobody named")));
        out.push('\n');
        for quote in quotes {
            let (open, close) = marks(quote.style);
            out.push_str("\n> ");
            out.push_str(&escaped(&[open, &export.said(quote), close].concat()));
            if quote.style == Style::Indirect {
                out.push_str(" *(reported, not word for word)*");
            }
            out.push('\n');
        }
    }
    section(out, "Terms in quotation marks", terms.into_iter().map(|q| escaped(&export.said(q))).collect());
}

/// Speakers in the order in which they first speak, each with their quotes; those of nobody named last.
pub(super) fn by_speaker<'q>(export: &Export, quotes: &[&'q Quote]) -> Vec<(Option<String>, Vec<&'q Quote>)> {
    let mut groups: Vec<(Option<String>, Vec<&Quote>)> = Vec::new();
    let mut group_of: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for quote in quotes {
        let speaker = export.speaker(quote);
        let group = *group_of.entry(speaker).or_insert_with_key(|speaker| {
            groups.push((speaker.clone(), Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(quote);
    }
    groups.sort_by_key(|(speaker, _)| speaker.is_none());
    groups
}

fn section(out: &mut String, title: &str, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    out.push_str("\n## ");
    out.push_str(title);
    out.push_str("\n\n");
    for item in items {
        out.push_str("- ");
        out.push_str(&item);
        out.push('\n');
    }
}

/// Words of the article in one line, so that Markdown and the HTML in it read them as these very words.
fn escaped(words: &str) -> String {
    let line = words::one_line(words);
    let mut out = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        // Only at a line's start does Markdown see a list, a heading or a rule in these.
        let opens_block = matches!(c, '-' | '+' | '=' | ':') && at == 0
            || matches!(c, '.' | ')') && at < 10 && line[..at].bytes().all(|b| b.is_ascii_digit());
        if opens_block || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
