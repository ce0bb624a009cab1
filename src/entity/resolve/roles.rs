//! Roles: the title or office that the text gives a person, before the name or in apposition after it.

use crate::analysis::Kind;
use crate::document::{Document, TokenKind};
use crate::entity::{Mention, cues};
use crate::span::Run;

/// The longest role, in tokens.
const LONGEST_ROLE: usize = 10;

/// The role of a person, from the first of its mentions that has one.
pub(super) fn role(document: &Document, mentions: &[Mention], members: &[usize]) -> Option<String> {
    if mentions[*members.first()?].kind != Kind::Person {
        return None;
    }
    let before = members.iter().find_map(|&index| before(document, mentions, index));
    let run = before.or_else(|| members.iter().find_map(|&index| after(document, mentions[index])))?;
    Some(document.span_of(run).of(document.text()).to_owned())
}

/// The title right before a mention, with the nationality or organization right before that:
/// "Russian President", "Kremlin spokesperson", "U.S. Secretary of State".
fn before(document: &Document, mentions: &[Mention], index: usize) -> Option<Run> {
    let end = mentions[index].tokens.first();
    let sentence = document.sentences()[document.sentence_of(end)].tokens;
    let limit = sentence.first().max(end.saturating_sub(LONGEST_ROLE));
    let mut start = title_start(document, limit, end)?;
    while start > limit && cues::is_title_modifier(document.lower(start - 1)) {
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
    if cues::is_title(document.lower(last)) || cues::ends_title(document.lower(last)) {
        let start = if cues::ends_title(document.lower(last))
            && last > limit
            && cues::is_title(document.lower(last - 1))
        {
            last - 1
        } else {
            last
        };
        return (!cues::is_form_of_address(document.lower(last))).then_some(start);
    }
    // "Secretary of State", "Minister of Foreign Affairs"
    let of = (limit..last).rev().take(3).find(|&t| document.lower(t) == "of")?;
    let office = of.checked_sub(1).filter(|&t| t >= limit && cues::is_title(document.lower(t)))?;
    let capitals =
        (of + 1..end).all(|t| document.tokens()[t].case.is_capitalised() || document.lower(t) == "the");
    capitals.then_some(office)
}

/// An apposition after a mention: "Jane Doe, the mayor of Springfield, …".
fn after(document: &Document, mention: Mention) -> Option<Run> {
    let comma = mention.tokens.end();
    let limit = document.sentences()[document.sentence_of(mention.tokens.first())].tokens.end();
    if comma >= limit || document.word(comma) != "," {
        return None;
    }
    let mut start = comma + 1;
    if start < limit && matches!(document.lower(start), "the" | "a" | "an" | "its" | "his" | "her") {
        start += 1;
    }
    let limit = limit.min(start + LONGEST_ROLE);
    let is_stop = |t: usize| document.tokens()[t].kind == TokenKind::Punctuation;
    let end = (start..limit).find(|&t| is_stop(t))?;
    let first = (start..end.min(start + 5)).find(|&t| cues::is_title(document.lower(t)))?;
    // "deputy prime minister": the office is the last of them.
    let belongs = |&t: &usize| {
        let word = document.lower(t);
        cues::is_title(word) || cues::is_title_modifier(word) || cues::ends_title(word)
    };
    let office = (first + 1..end).take_while(belongs).last().unwrap_or(first);
    let plain = (start..office).all(|t| document.tokens()[t].kind != TokenKind::Number);
    let goes_on =
        office + 1 == end || matches!(document.lower(office + 1), "of" | "for" | "at" | "in" | "to");
    (plain && goes_on).then(|| Run::new(start, end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Kind;
    use crate::entity::tests::toy;

    /// The role of the first person in a text.
    fn role(text: &str) -> Option<String> {
        let (document, names) = (crate::segment::segment(text), toy());
        let who = crate::entity::resolve(&document, &names, &crate::entity::tag(&document, &names));
        who.entities.into_iter().find(|e| e.kind == Kind::Person).and_then(|e| e.role)
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
            ("Mr Rufus Firefly left.", None),
            ("Mr Rufus Firefly, 43, left.", None),
        ] {
            assert_eq!(role(text).as_deref(), wanted, "{text}");
        }
    }
}
