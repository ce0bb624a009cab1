//! Reads what the exports wrote, each by the rules of its form, and holds it against the article.

use std::collections::HashSet;

use pressmark::export::{Export, Format, List};
use pressmark::import::read;
use pressmark::{Analysis, OffsetUnit};
use serde_json::Value;

/// Writes the article in every form and reads it again. `analysis` must be of `text` and have no rules, but origins.
pub fn all(text: &str, analysis: &Analysis) {
    let export = Export { text, analysis, full_text: true };
    page(&export);
    own_json(&export);
    standoff(&export);
    for (_, list) in List::ALL {
        table(&export, list);
    }
    calendar(&export.write(Format::Calendar));
    tokens(&export.write(Format::Conll));
    schema_org(&export);
    markdown(&export);
    in_single_lines(&export.write(Format::Text(None)));
}

/// An annotated page shows the article, letter for letter; notes for the clipboard are whole markup.
fn page(export: &Export) {
    let page = export.write(Format::Html);
    let (_, rest) = page.split_once("<article id=\"article\">").expect("an article");
    let (shown, _) = rest.split_once("</article>").expect("its end");
    assert_eq!(words_of_markup(shown), export.text.replace('\0', "\u{FFFD}"));
    words_of_markup(&export.write(Format::RichText));
}

/// Our own JSON comes back the same, in every unit.
fn own_json(export: &Export) {
    for unit in [OffsetUnit::Utf16, OffsetUnit::Utf8, OffsetUnit::CodePoint] {
        let json = serde_json::to_string(&export.report(None, unit)).expect("a report is JSON");
        let back = read(&json, None).expect("our own file");
        assert!(back.text == export.text && back.analysis == *export.analysis, "{unit:?}: {json}");
    }
}

/// So do Web Annotations and brat's files, which hold nothing where nothing was found.
fn standoff(export: &Export) {
    if export.analysis.mentions.is_empty() {
        return;
    }
    for format in [Format::WebAnnotation, Format::Brat] {
        let written = export.write(format);
        let back = read(&written, Some(export.text)).expect("our own file");
        assert!(back.analysis == *export.analysis, "{format:?}: {written}");
        assert_eq!((back.moved, back.lost), (0, 0), "{format:?}: {written}");
    }
}

/// Every row has as many cells as the first; where a row says place and words, the words stand there.
fn table(export: &Export, list: List) {
    let rows = rows_of_csv(&export.write(Format::Csv(list)));
    let points: Vec<char> = export.text.chars().collect();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    if !matches!(list, List::Mentions | List::Dates) {
        return;
    }
    for row in &rows[1..] {
        let [start, end] = [0, 1].map(|cell| row[cell].parse::<usize>().expect("an offset"));
        let words: String = points[start..end].iter().collect();
        assert!(row[2] == words || row[2].strip_prefix('\'') == Some(&words), "{row:?}");
    }
}

/// Cells of a table as RFC 4180 has it.
fn rows_of_csv(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut rest = table.chars().peekable();
    let mut quoted = false;
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "half a line end");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !quoted => panic!("half a line end"),
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "an unfinished row");
    rows
}

/// Folded lines of at most 75 bytes; unfolded, each a name and a value; events one after the other, each once.
fn calendar(calendar: &str) {
    let lines: Vec<&str> = calendar.strip_suffix("\r\n").expect("a last line end").split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(char::is_control)), "{calendar}");
    let unfolded = calendar.replace("\r\n ", "");
    let (mut inside, mut ids) = (false, HashSet::new());
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').expect("a name and a value");
        assert!(name.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'-' | b';' | b'=')), "{line}");
        match (name, value) {
            ("BEGIN", "VEVENT") => assert!(!std::mem::replace(&mut inside, true), "{calendar}"),
            ("END", "VEVENT") => assert!(std::mem::take(&mut inside), "{calendar}"),
            ("UID", id) => assert!(ids.insert(id), "{calendar}"),
            _ => {}
        }
    }
    assert!(unfolded.starts_with("BEGIN:VCALENDAR\r\n") && unfolded.ends_with("END:VCALENDAR\r\n"));
}

/// A token a line with two tags, which go on only where they have begun.
fn tokens(tokens: &str) {
    let mut before = [String::new(), String::new()];
    for line in tokens.lines().skip(2) {
        if line.is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, tags @ ..] = cells.as_slice() else { panic!("an empty line") };
        assert_eq!(tags.len(), before.len(), "{line}");
        for (tag, before) in tags.iter().zip(&mut before) {
            let label = tag.strip_prefix("I-");
            assert!(label.is_none_or(|label| before.get(2..) == Some(label)), "{line} after {before}");
            (*tag).clone_into(before);
        }
    }
}

fn schema_org(export: &Export) {
    let article: Value = serde_json::from_str(&export.write(Format::SchemaOrg)).expect("JSON");
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["articleBody"], export.text);
    assert_eq!(article["mentions"].as_array().map(Vec::len), Some(export.analysis.entities.len()));
}

/// The block quote at the end has the article's words, line by line, and nothing in it that Markdown would read.
fn markdown(export: &Export) {
    let notes = export.write(Format::Markdown);
    in_single_lines(&notes);
    let (_, article) = notes.rsplit_once("\n## Article\n").expect("an article");
    let shown = article.lines().filter_map(|line| line.strip_prefix("> ")).map(unescaped);
    let words = |line: &str| line.split(char::is_whitespace).map(visible).collect::<String>();
    assert!(shown.map(|line| words(&line)).eq(export.text.lines().map(words)), "{notes}");
}

/// Markdown's words without its backslashes. Panics at a mark that means something to Markdown.
fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => out.extend(rest.next()),
            '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' => panic!("{c} in {line}"),
            c => out.push(c),
        }
    }
    out
}

/// Words without what notes leave out: controls and marks that turn the direction of writing.
fn visible(words: &str) -> String {
    let turns = |c| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    words.chars().filter(|&c| !c.is_control() && !turns(c)).collect()
}

/// Nothing but line ends moves a reader's cursor.
fn in_single_lines(notes: &str) {
    assert!(notes.chars().all(|c| c == '\n' || !c.is_control()), "{notes:?}");
}

/// What a browser would show of markup; every element ends where it should.
fn words_of_markup(markup: &str) -> String {
    let mut out = String::new();
    let mut open = Vec::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let (tag, after) = tag.split_once('>').expect("an end of the tag");
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "in {markup}"),
            None if name == "br" => {}
            None => open.push(name),
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?} without an end in {markup}");
    out.push_str(rest);
    let references =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    references.iter().fold(out, |text, (reference, letter)| text.replace(reference, letter))
}
