//! What is exported comes back the same, and a file of somebody else's is met with sense.

use std::fs;

use pressmark::analysis::Origin;
use pressmark::export::{Export, Format};
use pressmark::import::read;
use pressmark::{Analysis, Annotator, OffsetUnit, Options, parse_date};

fn annotator() -> Annotator {
    Annotator::new(fs::read("models/en.model").unwrap()).unwrap()
}

fn texts() -> Vec<String> {
    let articles = fs::read_dir("tests/articles").unwrap();
    let mut texts: Vec<String> = articles
        .map(|folder| fs::read_to_string(folder.unwrap().path().join("article.txt")).unwrap())
        .collect();
    texts.push(
        "Bridge reopens 😀\r\n\r\n“We are “glad”,” Mayor Ines Calloway told the BBC on Tuesday. “It took\ntwo years,” she said.\r\n\
         Calloway said it would stay open from Monday to Wednesday. “Yes. \u{202E}\n\n“No,” said nobody.\n"
            .to_owned(),
    );
    texts.extend(["", "\n", "Nothing here."].map(str::to_owned));
    texts
}

/// The result as a reader might have edited it.
fn analysis(annotator: &Annotator, text: &str) -> Analysis {
    let options = Options { date: Some(parse_date("2024-06-14").unwrap()), assumed: false };
    let mut found = annotator.annotate(text, &options);
    found.rules.clear();
    found.origins.mentions = vec![Origin::Auto; found.mentions.len()];
    found.origins.entities = vec![Origin::Auto; found.entities.len()];
    found.origins.dates = vec![Origin::Auto; found.dates.len()];
    found.origins.quotes = vec![Origin::Auto; found.quotes.len()];
    if let Some(first) = found.origins.mentions.first_mut() {
        *first = Origin::Edited;
    }
    if let Some(last) = found.origins.quotes.last_mut() {
        *last = Origin::User;
    }
    found
}

#[test]
fn json_web_annotations_and_brat_come_back_the_same() {
    let annotator = annotator();
    for text in texts() {
        let found = analysis(&annotator, &text);
        let export = Export { text: &text, analysis: &found, full_text: false };
        for unit in [OffsetUnit::Utf16, OffsetUnit::Utf8, OffsetUnit::CodePoint] {
            let json = serde_json::to_string(&found.report(&text, None, unit)).unwrap();
            assert_eq!(read(&json, Some(&text)).unwrap().analysis, found, "{unit:?} of {text}");
        }
        let json = serde_json::to_string(&found.report(&text, Some("a"), OffsetUnit::Utf16).with_text(&text))
            .unwrap();
        assert_eq!(read(&json, None).unwrap().text, text);
        if found.mentions.is_empty() {
            continue;
        }
        for format in [Format::WebAnnotation, Format::Brat] {
            let written = export.write(format);
            let back = read(&written, Some(&text)).unwrap();
            assert_eq!(back.analysis, found, "{format:?} of {text}\n{written}");
            assert_eq!((back.moved, back.lost), (0, 0), "{format:?} of {text}");
        }
    }
}

#[test]
fn what_has_moved_is_found_and_what_is_gone_is_counted() {
    let text = "“Ask Ann Lee,” said Bo Hall of the BBC. Ann Lee said no to Bo Hall.";
    let found = analysis(&annotator(), text);
    let changed = "By our reporter. “Ask Ann Lee,” said somebody of the BBC. Ann Lee said no to somebody.";
    for format in [Format::WebAnnotation, Format::Brat] {
        let written = Export { text, analysis: &found, full_text: false }.write(format);
        let back = read(&written, Some(changed)).unwrap();
        let words: Vec<&str> = back.analysis.mentions.iter().map(|m| m.span.of(changed)).collect();
        assert!(back.lost >= 2 && back.moved >= 3, "{back:?}");
        assert!(words.contains(&"BBC") && !words.contains(&"Bo Hall"), "{words:?}");
        let saved = Export { text: changed, analysis: &back.analysis, full_text: true }.write(Format::Json);
        assert_eq!(read(&saved, None).unwrap().analysis, back.analysis, "saved and opened again");
        let other = read(&written, Some("Quite another text.")).unwrap_err().to_string();
        assert!(other.contains("none of these annotations is of this text"), "{other}");
    }
}

#[test]
fn annotations_of_other_programs_are_read() {
    let text = "Ann Lee 😀 met Bo Hall on Monday.";
    let annotations = r#"[{"type":"Annotation","body":{"purpose":"tagging","value":"PER"},
        "target":{"selector":[{"type":"TextQuoteSelector","exact":"Bo Hall","prefix":"met "},
        {"type":"TextPositionSelector","start":15,"end":22}]}},
        {"body":[{"purpose":"tagging","value":"nice"}],"target":[{"selector":{"type":"TextQuoteSelector","exact":"Monday"}}]}]"#;
    let back = read(annotations, Some(text)).unwrap();
    assert_eq!(back.analysis.mentions[0].span.of(text), "Bo Hall", "UTF-16 units, against the standard");
    assert_eq!(back.analysis.origins.mentions, [Origin::User]);
    assert_eq!((back.placed, back.moved, back.lost), (0, 1, 1), "of a kind that nobody knows");
    let ann = "T1\tPER 0 7\tAnn Lee\nT2\tPER 14 21\tBo Hall\nT3\tPER 0 3\tAnn\n*\tEquiv T1 T3\nA1\tOld T1\n";
    let back = read(ann, Some(text)).unwrap();
    assert_eq!(back.analysis.entities.len(), 2, "Ann and Ann Lee are one");
    assert_eq!((back.placed, back.lost), (3, 0));
}

#[test]
fn what_is_no_result_is_refused_in_words() {
    let message = |content: &str, text: Option<&str>| read(content, text).unwrap_err().to_string();
    let found = analysis(&annotator(), "Ann Lee wept.");
    let report = |text| serde_json::to_string(&found.report(text, None, OffsetUnit::Utf16)).unwrap();
    assert!(message("", None).contains("no file that Pressmark can open"));
    assert!(message("{\"schema\":", None).contains("not whole JSON"));
    assert!(message("{\"schema\":\"pressmark/9\"}", None).contains("pressmark/9"));
    assert!(message("{\"schema\":\"pressmark/1\"}", None).contains("missing field"));
    assert!(message("{\"a\":1}", None).contains("neither a result of Pressmark nor"));
    assert!(message(&report("Ann Lee wept."), None).contains("open the article first"));
    assert!(message(&report("Ann Lee wept."), Some("Ann Lee.")).contains("of another text"));
    assert!(
        message(&report("Ann Lee wept."), Some("Ann Lee went.")).contains("of another text"),
        "as long as it"
    );
    assert!(message(&"[".repeat(100_000), Some("a")).contains("not whole JSON"));
    let hostile =
        report("Ann Lee wept.").replace("\"entity\":0", "\"entity\":4000000000,\"__proto__\":{\"a\":1}");
    assert!(message(&hostile, Some("Ann Lee wept.")).contains("mention 0"));
    let outside = report("Ann Lee wept.").replace("\"end\":7", "\"end\":70");
    assert!(message(&outside, Some("Ann Lee wept.")).contains("does not fit the text"));
    let known = read(
        &report("Ann Lee wept.").replacen('{', "{\"__proto__\":{\"a\":1},\"constructor\":7,", 1),
        Some("Ann Lee wept."),
    );
    assert_eq!(known.unwrap().analysis, found, "what is not known is left aside");
}
