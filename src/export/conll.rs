//! One token a line, a blank line after each sentence, in columns as `CoNLL-U` Plus names them: the token, its place in
//! a quote and its name or date, both as BIO tags (`B-QUOTE`, `I-PERSON`, `O`).
//!
//! The last column is what `CoNLL-2003` has as its last. Where a name and a date share a token, the name goes first;
//! pronouns, which are no names, are left out. Lines of page furniture carry no annotations and are left out too.

use super::{Export, words};
use crate::analysis::Form;
use crate::document::Document;
use crate::segment::sentences;
use crate::span::Span;

/// The tokens.
#[must_use]
pub fn tokens(export: &Export) -> String {
    let analysis = export.analysis;
    let document = sentences(export.text, export.analysis.article.dateline);
    let mut out = String::from("# global.columns = FORM PRESSMARK:QUOTE PRESSMARK:ENTITY\n# ");
    out.push_str(&export.provenance());
    out.push('\n');
    let mut quotes = Tags::new(&document);
    for part in analysis.quotes.iter().flat_map(|quote| &quote.parts) {
        quotes.set(&document, *part, "QUOTE");
    }
    let mut names = Tags::new(&document);
    for mention in analysis.mentions.iter().filter(|m| m.form != Form::Pronoun) {
        names.set(&document, mention.span, mention.kind.name());
    }
    for date in &analysis.dates {
        names.set(&document, date.span, "DATE");
    }
    let boilerplate = &analysis.article.boilerplate;
    for sentence in document.sentences() {
        let next = boilerplate.partition_point(|furniture| furniture.end <= sentence.span.start);
        if boilerplate.get(next).is_some_and(|furniture| furniture.overlaps(sentence.span)) {
            continue;
        }
        for token in sentence.tokens.range() {
            out.push_str(&words::one_line(document.word(token)));
            for tags in [&quotes, &names] {
                out.push('\t');
                tags.write(&mut out, token);
            }
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// A column: each token's label, and whether an annotation begins there.
struct Tags(Vec<Option<(&'static str, bool)>>);

impl Tags {
    fn new(document: &Document) -> Self {
        Self(vec![None; document.tokens().len()])
    }

    /// Labels the tokens that lie in `span`, if none of them has a label yet.
    fn set(&mut self, document: &Document, span: Span, label: &'static str) {
        let first = document.token_at(span.start);
        let inside =
            document.tokens()[first..].iter().take_while(|token| token.span().start < span.end).count();
        let tokens = &mut self.0[first..first + inside];
        if tokens.iter().all(Option::is_none) {
            tokens.iter_mut().enumerate().for_each(|(at, token)| *token = Some((label, at == 0)));
        }
    }

    fn write(&self, out: &mut String, token: usize) {
        let Some((label, begins)) = self.0[token] else {
            out.push('O');
            return;
        };
        out.push_str(if begins { "B-" } else { "I-" });
        out.extend(label.chars().map(|c| c.to_ascii_uppercase()));
    }
}
