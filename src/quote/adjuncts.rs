//! What may stand between a reporting verb and its content: who was told, when, where, on what occasion.

use super::lexicon::is_occasion;
use super::phrase;
use super::reading::Reading;
use super::tags::Tag;

/// What follows a reporting verb once the adjuncts are skipped. Each holds the token where the content begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The clause ends here; nothing follows that could be content.
    End,
    /// A comma or dash; the token after it.
    Comma(usize),
    /// A colon; the token after it.
    Colon(usize),
    /// An opening quotation mark.
    Mark(usize),
    /// "that", "whether", "how" …
    Clause(usize),
    /// "to go"
    Infinitive(usize),
    /// Words that may begin a clause.
    Bare(usize),
    /// Anything else: "as he left", "and sat down".
    Other,
}

/// How many adjuncts are skipped at most.
const MOST: usize = 6;

/// What comes at `from`, after adjuncts; nothing from `limit` on is looked at.
pub(super) fn skip(reading: &Reading, from: usize, limit: usize) -> After {
    let mut at = from;
    // Where the content of a bare clause would begin: a phrase that names no occasion may belong to it.
    let mut bare = None;
    for _ in 0..MOST {
        if at >= limit {
            return After::End;
        }
        if let Some(end) = time_end(reading, at, limit) {
            at = end;
            continue;
        }
        match reading.tag(at) {
            Tag::Stop | Tag::Semicolon | Tag::Close => return After::End,
            Tag::Comma | Tag::Dash => return After::Comma(at + 1),
            Tag::Colon => return After::Colon(at + 1),
            Tag::Mark => return if reading.pair_at(at).is_some() { After::Mark(at) } else { After::Other },
            Tag::That | Tag::Wh => return After::Clause(at),
            Tag::Subordinator if matches!(reading.lower(at), "whether" | "if") => return After::Clause(at),
            Tag::Adverb if is_focus(reading.lower(at)) => {
                bare.get_or_insert(at);
                at += 1;
            }
            Tag::Adverb | Tag::Object => at += 1,
            Tag::To if at + 1 < limit && !reading.tag(at + 1).begins_phrase() => {
                return After::Infinitive(at);
            }
            Tag::Preposition | Tag::To => {
                let Some(phrase) = phrase::after(reading, at + 1, limit) else { return After::Other };
                if !phrase.tokens.range().any(|t| is_occasion(reading.lower(t))) {
                    bare.get_or_insert(at);
                }
                at = phrase.tokens.end();
            }
            tag if tag.begins_phrase() || tag == Tag::Not => return After::Bare(bare.unwrap_or(at)),
            // "said replacing him would be wrong"
            Tag::Gerund if reading.word(at).frame.is_none() => return After::Bare(bare.unwrap_or(at)),
            _ => return bare.filter(|&b| reading.tag(b) == Tag::Adverb).map_or(After::Other, After::Bare),
        }
    }
    After::Other
}

/// Adverbs that begin a clause more often than they go with the verb before: "said too much was lost".
fn is_focus(lower: &str) -> bool {
    matches!(
        lower,
        "too"
            | "so"
            | "even"
            | "only"
            | "just"
            | "perhaps"
            | "maybe"
            | "much"
            | "almost"
            | "nearly"
            | "never"
    )
}

/// One past the person told, if a noun phrase stands at `from`.
pub(super) fn addressee_end(reading: &Reading, from: usize, limit: usize) -> Option<usize> {
    let phrase = phrase::after(reading, from, limit)?;
    Some(phrase.tokens.end())
}

/// One past a time expression that begins at `from`: "on Monday", "last week", "Jan. 5", "earlier this year".
pub(super) fn time_end(reading: &Reading, from: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let mut at = from;
    let mut end = None;
    while at < limit && at < from + LONGEST {
        let lower = reading.lower(at);
        match reading.tag(at) {
            Tag::Time => end = Some(at + 1),
            Tag::Number if end.is_some() || at > from => {
                if end.is_some() || lower.len() == 4 && matches!(reading.lower(at - 1), "in" | "since") {
                    end = Some(at + 1);
                }
            }
            Tag::Noun if is_unit(lower) && at > from => end = Some(at + 1),
            Tag::Adverb if lower == "ago" && at > from => end = Some(at + 1),
            Tag::Determiner | Tag::That | Tag::Adverb | Tag::Preposition if end.is_none() => {}
            Tag::Noun if is_time_adjective(lower) => {}
            _ => break,
        }
        at += 1;
    }
    // "the year’s best": a time that owns something is no adjunct.
    end.filter(|&e| e >= limit || reading.tag(e) != Tag::Genitive)
}

fn is_unit(lower: &str) -> bool {
    matches!(
        lower,
        "day"
            | "days"
            | "year"
            | "years"
            | "month"
            | "months"
            | "time"
            | "weeks"
            | "hours"
            | "moment"
            | "decade"
    )
}

fn is_time_adjective(lower: &str) -> bool {
    matches!(lower, "last" | "next" | "late" | "past" | "recent" | "following" | "same" | "previous" | "mid")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// What comes after the word "said", with the word where it begins.
    fn after(text: &str) -> (String, String) {
        let document = segment(text);
        let reading = Reading::new(&document);
        let end = document.tokens().len();
        let said = (0..end).find(|&t| document.word(t) == "said").expect("a verb");
        let found = skip(&reading, said + 1, end);
        let at = match found {
            After::End | After::Other => None,
            After::Comma(t)
            | After::Colon(t)
            | After::Mark(t)
            | After::Clause(t)
            | After::Infinitive(t)
            | After::Bare(t) => Some(t),
        };
        let kind = format!("{found:?}");
        let kind = kind.split('(').next().unwrap_or_default().to_owned();
        (kind, at.map_or("", |t| document.word(t)).to_owned())
    }

    #[test]
    fn time_place_and_occasion_are_skipped() {
        for (text, kind, word) in [
            ("He said.", "End", ""),
            ("He said on Monday that it rained.", "Clause", "that"),
            ("He said late last week that it rained.", "Clause", "that"),
            ("He said in a statement on his website: “Go.”", "Colon", "“"),
            ("He said Tuesday the rain was over.", "Bare", "the"),
            ("He said in an interview the rain was over.", "Bare", "the"),
            ("He said in Leeds the rain was over.", "Bare", "in"),
            ("He said, “Go.”", "Comma", "“"),
            ("He said “Go.”", "Mark", "“"),
            ("He said too much was lost.", "Bare", "too"),
            ("He said as he left.", "Other", ""),
        ] {
            assert_eq!(after(text), (kind.to_owned(), word.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_time_that_owns_something_is_no_adjunct() {
        let document = segment("on Monday’s vote");
        assert_eq!(time_end(&Reading::new(&document), 0, 4), None);
        let document = segment("on Monday night the");
        assert_eq!(time_end(&Reading::new(&document), 0, 4), Some(3));
    }
}
