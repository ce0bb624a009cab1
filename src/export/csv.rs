//! One list as a table (RFC 4180): with a line of titles, lines that end in CRLF, and offsets in code points.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and computes it; so words of the
//! article that begin so get an apostrophe before them, which spreadsheets read as "this is text".

use super::{Export, List, origin, words};
use crate::analysis::{Date, Entity, Mention, Quote};
use crate::date::iso;
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::Span;

/// The titles of the columns that every table ends with.
const ARTICLE: [&str; 6] = ["source", "article_date", "article_date_from", "generator", "model", "created"];

/// The table with its line of titles.
#[must_use]
pub fn table(export: &Export, list: List) -> String {
    let mut table = Table::default();
    for title in titles(list, export.full_text).into_iter().chain(ARTICLE) {
        table.plain(title);
    }
    table.end_row();
    table.out.push_str(&rows(export, list));
    table.out
}

/// The table without its line of titles, for a table of several articles.
#[must_use]
pub fn rows(export: &Export, list: List) -> String {
    let analysis = export.analysis;
    let map = OffsetMap::new(export.text, OffsetUnit::CodePoint);
    let mut rows = Rows { export, map, table: Table::default() };
    match list {
        List::Names => analysis.entities.iter().enumerate().for_each(|(i, e)| rows.name(i, e)),
        List::Mentions => analysis.mentions.iter().enumerate().for_each(|(i, m)| rows.mention(i, m)),
        List::Dates => analysis.dates.iter().enumerate().for_each(|(i, d)| rows.date(i, d)),
        List::Quotes => analysis.quotes.iter().enumerate().for_each(|(i, q)| rows.quote(i, q)),
    }
    rows.table.out
}

fn titles(list: List, context: bool) -> Vec<&'static str> {
    let mut titles: Vec<&str> = match list {
        List::Names => vec!["name", "kind", "role", "aliases", "wikidata", "mentions", "origin"],
        List::Mentions => vec!["start", "end", "words", "kind", "name", "form", "confidence", "origin"],
        List::Dates => {
            vec![
                "start",
                "end",
                "words",
                "type",
                "value",
                "mod",
                "from",
                "to",
                "basis",
                "confidence",
                "origin",
            ]
        }
        List::Quotes => {
            vec!["start", "end", "style", "words", "speaker", "speaker_words", "cue", "confidence", "origin"]
        }
    };
    if context && list != List::Names {
        titles.push("paragraph");
    }
    titles
}

struct Rows<'e, 'a> {
    export: &'e Export<'a>,
    map: OffsetMap<'a>,
    table: Table,
}

impl Rows<'_, '_> {
    fn name(&mut self, index: usize, entity: &Entity) {
        let table = &mut self.table;
        table.text(&entity.name);
        table.plain(entity.kind.name());
        table.text(entity.role.as_deref().unwrap_or_default());
        table.text(&entity.aliases.join("; "));
        table.text(entity.link.as_ref().map_or("", |link| &link.wikidata));
        table.plain(&entity.mentions.len().to_string());
        table.plain(origin(&self.export.analysis.origins.entities, index));
        self.article();
    }

    fn mention(&mut self, index: usize, mention: &Mention) {
        let analysis = self.export.analysis;
        self.span(mention.span);
        self.table.text(mention.span.of(self.export.text));
        self.table.plain(mention.kind.name());
        self.table.text(analysis.entities.get(mention.entity.index()).map_or("", |e| &e.name));
        self.table.plain(mention.form.name());
        self.end(mention.span, mention.confidence, origin(&analysis.origins.mentions, index));
    }

    fn date(&mut self, index: usize, date: &Date) {
        self.span(date.span);
        self.table.text(date.span.of(self.export.text));
        self.table.plain(date.kind.name());
        self.table.text(&date.value);
        for optional in [date.modifier.clone(), date.from.map(iso), date.to.map(iso)] {
            self.table.text(&optional.unwrap_or_default());
        }
        self.table.plain(date.basis.map_or("", crate::analysis::Basis::name));
        self.end(date.span, date.confidence, origin(&self.export.analysis.origins.dates, index));
    }

    fn quote(&mut self, index: usize, quote: &Quote) {
        let text = self.export.text;
        self.span(quote.span);
        self.table.plain(quote.style.name());
        self.table.text(&self.export.said(quote));
        self.table.text(&self.export.speaker(quote).unwrap_or_default());
        self.table.text(quote.speaker.as_ref().map_or("", |speaker| speaker.span.of(text)));
        self.table.text(quote.cue.map_or("", |cue| cue.of(text)));
        self.end(quote.span, quote.confidence, origin(&self.export.analysis.origins.quotes, index));
    }

    fn span(&mut self, span: Span) {
        for offset in [span.start, span.end] {
            self.table.plain(&self.map.get(offset).to_string());
        }
    }

    fn end(&mut self, span: Span, confidence: f32, origin: &str) {
        let mut share = String::new();
        words::share(&mut share, confidence);
        self.table.plain(&share);
        self.table.plain(origin);
        if self.export.full_text {
            self.table.text(paragraph(self.export.text, span));
        }
        self.article();
    }

    fn article(&mut self) {
        let article = &self.export.analysis.article;
        let made = &self.export.analysis.provenance;
        self.table.text(made.source.as_deref().unwrap_or_default());
        self.table.text(article.date.as_deref().unwrap_or_default());
        self.table.plain(article.date_from.map_or("", crate::analysis::DateFrom::name));
        self.table.text(&made.generator);
        self.table.text(&made.model);
        self.table.text(made.created.as_deref().unwrap_or_default());
        self.table.end_row();
    }
}

/// The line that a span stands in, at most a thousand bytes to each side.
fn paragraph(text: &str, span: Span) -> &str {
    const REACH: usize = 1000;
    let (start, end) = (span.start as usize, (span.end as usize).min(text.len()));
    let before = text.get(text.floor_char_boundary(start.saturating_sub(REACH))..start).unwrap_or("");
    let after = text.get(end..text.ceil_char_boundary((end + REACH).min(text.len()))).unwrap_or("");
    let first = start - before.rfind('\n').map_or(before.len(), |at| before.len() - at - 1);
    let last = end + after.find('\n').unwrap_or(after.len());
    text.get(first..last).unwrap_or("").trim()
}

#[derive(Default)]
struct Table {
    out: String,
    /// Whether the present row has a cell.
    begun: bool,
}

impl Table {
    /// A cell of ours, of which is known that it needs no care.
    fn plain(&mut self, cell: &str) {
        if std::mem::replace(&mut self.begun, true) {
            self.out.push(',');
        }
        self.out.push_str(cell);
    }

    /// A cell of words from the article.
    fn text(&mut self, words: &str) {
        self.plain("");
        let formula = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
            || words.starts_with(['\t', '\r', '\n']);
        let quoted = formula || words.contains([',', '"', '\n', '\r']);
        if !quoted {
            self.out.push_str(words);
            return;
        }
        self.out.push('"');
        if formula {
            self.out.push('\'');
        }
        self.out.push_str(&words.replace('"', "\"\""));
        self.out.push('"');
    }

    fn end_row(&mut self) {
        self.out.push_str("\r\n");
        self.begun = false;
    }
}
