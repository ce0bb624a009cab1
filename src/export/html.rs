//! A self-contained annotated page: the article with its highlights, then its names, dates and quotes as lists.
//!
//! The page has no script and its policy allows none, nor any request. All that comes from the article is escaped.

use super::layers::{Highlight, Step, walk};
use super::{Export, marks, origin, speaker};
use crate::analysis::{Analysis, Date, Entity, Quote};

/// The style. [`STYLE_HASH`] must follow each change: else browsers refuse it, and say the right value in the
/// complaint that the tests show.
const STYLE: &str = include_str!("page.css");

/// SHA-256 of [`STYLE`] in base64: by it the page's policy knows its own style from an injected one.
const STYLE_HASH: &str = "9hJghsAlYrpnQg5HJ+HrLaCcu5lAQqq7+gf8WgdTLTo=";

/// The whole page; without the full text, its lists alone.
#[must_use]
pub fn page(export: &Export) -> String {
    let Export { text, analysis, .. } = *export;
    let mut out = String::with_capacity(STYLE.len() + 2 * text.len() + 1024);
    head(&mut out, export);
    out.push_str("<body>\n<main>\n<h1>Annotated article</h1>\n");
    preface(&mut out, export);
    if export.full_text {
        out.push_str("<article id=\"article\">");
        walk(text, analysis, &mut |step| write_step(&mut out, step, text, analysis));
        out.push_str("</article>\n");
    }
    lists(&mut out, export);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Headline and lists as a piece of HTML without any style: what goes onto the clipboard beside plain text.
#[must_use]
pub fn notes(export: &Export) -> String {
    let mut out = String::from("<h1>");
    bdi(&mut out, &title(export));
    out.push_str("</h1>\n");
    preface(&mut out, export);
    lists(&mut out, export);
    out
}

fn head(out: &mut String, export: &Export) {
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-",
    );
    out.push_str(STYLE_HASH);
    out.push_str("'; base-uri 'none'; form-action 'none'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    escape(out, &title(export));
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n");
}

fn title(export: &Export) -> String {
    let headline = export.headline();
    if headline.is_empty() { "Annotated article".to_owned() } else { headline }
}

/// What a reader should know first: what this is, how far to trust it, and which day "Monday" was counted from.
fn preface(out: &mut String, export: &Export) {
    out.push_str("<p>");
    escape(out, &export.provenance());
    out.push_str("</p>\n");
}

fn lists(out: &mut String, export: &Export) {
    names(out, export.analysis);
    dates(out, export.text, export.analysis);
    quotes(out, export.text, export.analysis);
}

fn write_step(out: &mut String, step: Step, text: &str, analysis: &Analysis) {
    let origins = &analysis.origins;
    match step {
        Step::Text(words) => escape(out, words),
        Step::Open(Highlight::Quote(quote)) => {
            out.push_str("<q data-kind=\"quote\"");
            if let Some(speaker) = speaker(quote, text, analysis) {
                attribute(out, "data-speaker", &[speaker]);
                attribute(out, "title", &["said by ", speaker]);
            }
            by_reader(out, origin(&origins.quotes, place(&analysis.quotes, quote)));
            out.push('>');
        }
        Step::Open(Highlight::Date(date)) => {
            out.push_str("<mark data-kind=\"date\"");
            attribute(out, "data-value", &[&date.value]);
            attribute(out, "title", &["date: ", &date.value]);
            by_reader(out, origin(&origins.dates, place(&analysis.dates, date)));
            out.push('>');
        }
        Step::Open(Highlight::Name(mention, entity)) => {
            out.push_str("<mark");
            attribute(out, "data-kind", &[mention.kind.name()]);
            attribute(out, "title", &[mention.kind.name(), ": ", &entity.name]);
            by_reader(out, origin(&origins.mentions, place(&analysis.mentions, mention)));
            out.push('>');
        }
        Step::Close(Highlight::Quote(_)) => out.push_str("</q>"),
        Step::Close(Highlight::Date(_) | Highlight::Name(..)) => out.push_str("</mark>"),
    }
}

/// The index of an item of a list.
fn place<T>(list: &[T], item: &T) -> usize {
    list.element_offset(item).unwrap_or(usize::MAX)
}

/// Says of an annotation that a reader had a hand in it; of the others, which are most, nothing.
fn by_reader(out: &mut String, origin: &str) {
    if origin != "auto" {
        attribute(out, "data-origin", &[origin]);
    }
}

fn names(out: &mut String, analysis: &Analysis) {
    list(out, "Names", &analysis.entities, |out, entity: &Entity| {
        bdi(out, &entity.name);
        out.push_str(" · ");
        out.push_str(entity.kind.name());
        for note in entity.role.iter().chain(&entity.aliases) {
            out.push_str(" · ");
            bdi(out, note);
        }
    });
}

fn dates(out: &mut String, text: &str, analysis: &Analysis) {
    list(out, "Dates", &analysis.dates, |out, date: &Date| {
        bdi(out, date.span.of(text));
        out.push_str(" · ");
        escape(out, &date.value);
    });
}

fn quotes(out: &mut String, text: &str, analysis: &Analysis) {
    list(out, "Quotes", &analysis.quotes, |out, quote: &Quote| {
        bdi(out, speaker(quote, text, analysis).unwrap_or("Nobody named"));
        out.push(':');
        let (open, close) = marks(quote.style);
        for part in &quote.parts {
            out.push(' ');
            out.push_str(open);
            bdi(out, part.of(text));
            out.push_str(close);
        }
    });
}

/// A titled list; nothing at all if there are no items.
fn list<T>(out: &mut String, title: &str, items: &[T], item: impl Fn(&mut String, &T)) {
    if items.is_empty() {
        return;
    }
    out.push_str("<h2>");
    out.push_str(title);
    out.push_str("</h2>\n<ul>\n");
    for one in items {
        out.push_str("<li>");
        item(out, one);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// Words of the article among ours, so that neither turns the other's direction of writing around.
fn bdi(out: &mut String, words: &str) {
    out.push_str("<bdi>");
    escape(out, words);
    out.push_str("</bdi>");
}

fn attribute(out: &mut String, name: &str, value: &[&str]) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for part in value {
        escape(out, part);
    }
    out.push('"');
}

/// Appends `words` so that HTML reads them as these very words, in text and in attributes.
///
/// A bare CR would be read as LF, and NUL, which HTML cannot hold, as U+FFFD or as nothing.
fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\0' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{DateFrom, Kind, Origin};
    use crate::export::fixture::{Fixture, fixture};

    fn html(Fixture { text, analysis }: &Fixture) -> String {
        page(&Export { text, analysis, full_text: true })
    }

    #[test]
    fn highlights_say_what_they_are() {
        let page = html(
            &fixture("“Come on Monday,” said Ann Lee of Acme.")
                .name("Ann Lee", Kind::Person)
                .name("Acme", Kind::Organization)
                .date("Monday", "2023-03-13")
                .quote(&["Come on Monday,"], Some(("Ann Lee", Some(0)))),
        );
        let article =
            page.split_once("<article id=\"article\">").unwrap().1.split_once("</article>").unwrap().0;
        assert_eq!(
            article,
            "“<q data-kind=\"quote\" data-speaker=\"Ann Lee\" title=\"said by Ann Lee\">Come on \
             <mark data-kind=\"date\" data-value=\"2023-03-13\" title=\"date: 2023-03-13\">Monday</mark>,</q>” \
             said <mark data-kind=\"person\" title=\"person: Ann Lee\">Ann Lee</mark> of \
             <mark data-kind=\"organization\" title=\"organization: Acme\">Acme</mark>."
        );
        assert!(
            page.contains("<h2>Quotes</h2>\n<ul>\n<li><bdi>Ann Lee</bdi>: “<bdi>Come on Monday,</bdi>”</li>")
        );
    }

    #[test]
    fn nothing_in_the_article_becomes_markup() {
        let attack = "</article><script>alert('1')</script>\" onload=\"x&amp;";
        let mut found = fixture(attack)
            .name("</article><script>", Kind::Person)
            .date("alert('1')", "\"><img src=x>")
            .quote(&["\" onload=\"x"], Some(("</script>", None)));
        found.analysis.entities[0].role = Some("<b>'\"".to_owned());
        found.analysis.entities[0].aliases.push("<svg onload=x>".to_owned());
        found.analysis.article.headline = Some(crate::Span::new(0, attack.len()));
        let page = html(&found);
        for markup in ["<script", "<img", "<svg", "<b>", "\" onload", "&amp;'"] {
            assert!(!page.contains(markup), "{markup} in {page}");
        }
        assert_eq!(page.matches("</article>").count(), 1);
        assert!(page.contains("&amp;amp;</article>"), "what looked escaped already is escaped again");
    }

    #[test]
    fn the_reader_is_told_the_day_that_dates_were_counted_from() {
        let mut found = fixture("text");
        assert!(html(&found).contains("Article date: not known, so relative dates are not resolved."));
        found.analysis.article.date = Some("2024-06-14".to_owned());
        found.analysis.article.date_from = Some(DateFrom::Assumed);
        assert!(html(&found).contains("Article date: 2024-06-14, assumed."));
    }

    #[test]
    fn a_reader_s_part_is_told_apart() {
        let mut found =
            fixture("Ann Lee of Acme").name("Ann Lee", Kind::Person).name("Acme", Kind::Organization);
        found.analysis.origins.mentions = vec![Origin::Auto, Origin::Edited];
        let page = html(&found);
        assert!(page.contains("title=\"person: Ann Lee\">"), "{page}");
        assert!(page.contains("title=\"organization: Acme\" data-origin=\"edited\">"), "{page}");
        assert!(page.contains("with 1 annotation edited by a reader, the others not verified."), "{page}");
    }

    #[test]
    fn without_the_full_text_there_are_lists_alone() {
        let Fixture { text, analysis } = fixture("Ann Lee wept.").name("Ann Lee", Kind::Person);
        let page = page(&Export { text, analysis: &analysis, full_text: false });
        assert!(page.contains("<h2>Names</h2>") && !page.contains("wept"), "{page}");
    }

    #[test]
    fn line_ends_stay_as_they_were_and_nul_is_shown() {
        let page = html(&fixture("one\r\ntwo\rthree\nfour\0"));
        assert!(page.contains(">one&#13;\ntwo&#13;three\nfour\u{FFFD}</article>"));
    }

    #[test]
    fn an_article_without_anything_has_no_empty_lists() {
        let page = html(&fixture(""));
        assert!(page.contains("<article id=\"article\"></article>"));
        assert!(!page.contains("<h2>"));
        assert!(page.contains("<title>Annotated article</title>"));
    }

    #[test]
    fn the_policy_allows_this_style_and_nothing_else() {
        let page = html(&fixture(""));
        let policy =
            page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'"
            )
        );
        assert!(
            page.contains(&format!("<style>{STYLE}</style>")),
            "the hash is of just what stands between the tags"
        );
    }
}
