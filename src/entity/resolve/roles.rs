//! Roles: the title or office that the text gives a person, before the name or in apposition after it.

use super::lexicon;
use crate::analysis::Kind;
use crate::document::{Document, TokenKind};
use crate::entity::Mention;
use crate::span::Run;

/// The longest role, in tokens.
const LONGEST_ROLE: usize = 14;

/// The role of a person, from the first of its mentions that has one.
pub(super) fn role(document: &Document, mentions: &[Mention], members: &[usize]) -> Option<String> {
    if mentions[*members.first()?].kind != Kind::Person {
        return None;
    }
    let before = members.iter().find_map(|&index| before(document, mentions, index));
    let beside =
        |&index: &usize| after(document, mentions[index]).or_else(|| before_comma(document, mentions, index));
    let run = before.or_else(|| members.iter().find_map(beside))?;
    Some(document.words(run).to_owned())
}

/// The words of the titles that stand by a mention, forms of address left out, in lower case without periods.
pub(super) fn titles<'d>(document: &'d Document, mentions: &[Mention], index: usize) -> Vec<&'d str> {
    let runs = [before(document, mentions, index), after(document, mentions[index])];
    let words =
        runs.into_iter().flatten().flat_map(Run::range).map(|t| document.lower(t).trim_end_matches('.'));
    words.filter(|word| lexicon::is_title(word) && !lexicon::is_form_of_address(word)).collect()
}

/// The title right before a mention, with the nationality or organization right before that:
/// "Russian President", "Kremlin spokesperson", "U.S. Secretary of State".
fn before(document: &Document, mentions: &[Mention], index: usize) -> Option<Run> {
    titled(document, mentions, index, mentions[index].tokens.first())
}

/// The same with a comma between: "the deputy foreign minister, Jane Doe". It takes an article or possessive, and no
/// comma before that: "John Doe, the mayor, Jane Roe and others".
fn before_comma(document: &Document, mentions: &[Mention], index: usize) -> Option<Run> {
    let comma = mentions[index].tokens.first().checked_sub(1).filter(|&t| document.word(t) == ",")?;
    let run = titled(document, mentions, index, comma)?;
    let determiner = run.first().checked_sub(1)?;
    let opens = matches!(document.lower(determiner), "the" | "its" | "his" | "her" | "their" | "'s" | "’s");
    let listed = determiner.checked_sub(1).is_some_and(|t| document.word(t) == ",");
    (opens && !listed).then_some(run)
}

/// The title that ends before token `end`, in front of mention `index`.
fn titled(document: &Document, mentions: &[Mention], index: usize, end: usize) -> Option<Run> {
    let sentence = document.sentences()[document.sentence_of(end)].tokens;
    let limit = sentence.first().max(end.saturating_sub(LONGEST_ROLE));
    let mut start = title_start(document, limit, end)?;
    while start > limit && lexicon::is_title_modifier(document.lower(start - 1)) {
        start -= 1;
    }
    let previous = index.checked_sub(1).map(|previous| mentions[previous]);
    if let Some(previous) = previous.filter(|p| p.tokens.end() == start && p.kind != Kind::Person) {
        start = previous.tokens.first();
    }
    Some(Run::new(start, end))
}

/// Where the title that ends before token `end` begins; forms of address alone are no role.
fn title_start(document: &Document, limit: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|&last| last >= limit)?;
    let word = document.lower(last);
    if lexicon::is_title(word) || lexicon::ends_title(word) {
        let double = lexicon::ends_title(word) && last > limit;
        let hyphen = double && last > limit + 1 && document.tokens()[last - 1].kind() == TokenKind::Dash;
        let office = if hyphen { last - 2 } else { last.saturating_sub(1) };
        let start = if double && lexicon::is_title(document.lower(office)) { office } else { last };
        return (!lexicon::is_form_of_address(word)).then_some(start);
    }
    // "Secretary of State", "Minister of Foreign Affairs"
    let of = (limit..last).rev().take(3).find(|&t| document.lower(t) == "of")?;
    let office = of.checked_sub(1).filter(|&t| t >= limit && lexicon::is_title(document.lower(t)))?;
    let capitals =
        (of + 1..end).all(|t| document.tokens()[t].case().is_capitalised() || document.lower(t) == "the");
    capitals.then_some(office)
}

/// An apposition after a mention: "Jane Doe, the mayor of Springfield, …", "Jane Doe, 43, a nurse, …".
fn after(document: &Document, mention: Mention) -> Option<Run> {
    let limit = document.sentences()[document.sentence_of(mention.tokens.first())].tokens.end();
    let is_comma = |t: usize| t < limit && document.word(t) == ",";
    let mut comma = mention.tokens.end();
    if is_comma(comma + 2) && document.tokens()[comma + 1].kind() == TokenKind::Number {
        comma += 2;
    }
    if !is_comma(comma) {
        return None;
    }
    let mut start = comma + 1;
    if start < limit && matches!(document.lower(start), "the" | "a" | "an" | "its" | "his" | "her" | "their")
    {
        start += 1;
    }
    if start < limit && matches!(document.lower(start), "and" | "or" | "but") {
        return None;
    }
    let limit = limit.min(start + LONGEST_ROLE);
    let stops = |t: usize| {
        document.tokens()[t].kind() == TokenKind::Punctuation || ends_apposition(document.lower(t))
    };
    let end = (start..limit).find(|&t| stops(t))?;
    let first = (start..end.min(start + 5)).find(|&t| lexicon::is_title(document.lower(t)))?;
    // "deputy prime minister": the office is the last of them.
    let belongs = |&t: &usize| {
        let word = document.lower(t);
        document.tokens()[t].kind() == TokenKind::Dash
            || lexicon::is_title(word)
            || lexicon::is_title_modifier(word)
            || lexicon::ends_title(word)
    };
    let office = (first + 1..end).take_while(belongs).last().unwrap_or(first);
    let plain = (start..office).all(|t| document.tokens()[t].kind() != TokenKind::Number);
    let goes_on =
        office + 1 == end || matches!(document.lower(office + 1), "of" | "for" | "at" | "in" | "to" | "and");
    (plain && goes_on).then(|| Run::new(start, end))
}

/// Words that begin something else than a role, where a comma was left out.
fn ends_apposition(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "who"
            | "whose"
            | "which"
            | "that"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "will"
            | "would"
            | "added"
            | "as"
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entity::tests::who;

    /// The role of the first person in a text, which may name these.
    fn role(text: &str) -> Option<String> {
        const NAMES: [(&str, Kind); 4] = [
            ("Freedonian", Kind::Group),
            ("Port Anna", Kind::Place),
            ("Otis Firefly", Kind::Person),
            ("Rufus Firefly", Kind::Person),
        ];
        let mut names: Vec<(&str, Kind)> =
            NAMES.into_iter().filter(|(name, _)| text.contains(name)).collect();
        names.sort_by_key(|(name, _)| text.find(name));
        who(text, &names).entities.into_iter().find(|e| e.kind == Kind::Person).and_then(|e| e.role)
    }

    #[test]
    fn titles_before_and_appositions_after_a_name_are_roles() {
        for (text, wanted) in [
            ("Freedonian President Rufus Firefly left.", Some("Freedonian President")),
            ("Deputy Prime Minister Rufus Firefly left.", Some("Deputy Prime Minister")),
            ("Secretary of State Rufus Firefly left.", Some("Secretary of State")),
            ("Attorney General Rufus Firefly left.", Some("Attorney General")),
            ("They met coach Rufus Firefly.", Some("coach")),
            ("Mr Rufus Firefly, the mayor of Port Anna, left.", Some("mayor of Port Anna")),
            (
                "Mr Rufus Firefly, the Freedonian deputy prime minister, left.",
                Some("Freedonian deputy prime minister"),
            ),
            ("Mr Rufus Firefly, 43, a striker, left.", Some("striker")),
            ("The mayor of Port Anna, Mr Rufus Firefly, left.", None),
            ("They met its deputy chairman, Rufus Firefly, there.", Some("deputy chairman")),
            ("They met Mr Otis Firefly, the mayor, Mr Rufus Firefly and others.", Some("mayor")),
            ("Secretary-General Rufus Firefly left.", Some("Secretary-General")),
            ("Mr Rufus Firefly left.", None),
            ("Mr Rufus Firefly, 43, left.", None),
        ] {
            assert_eq!(role(text).as_deref(), wanted, "{text}");
        }
    }
}
