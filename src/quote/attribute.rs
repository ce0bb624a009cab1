//! Reporting clauses: from each reporting word to its speaker and its content.
//!
//! Every reporting word of a sentence is looked at on its own, so that "A says that B said" gives both. Where the
//! content stands is read off what surrounds the word and its subject:
//!
//! ```text
//! content , subject verb .            “We won,” Smith said.      It rained, he said.
//! content , verb subject .            “We won,” said Smith.
//! subject verb [adjuncts] content     Smith said on Monday that it rained.   Smith told them: “Go.”
//! content , subject verb , content    “We,” Smith said, “won.”   The plan, he said, would fail.
//! ```

use super::adjuncts::{self, After};
use super::attribution::{Attribution, sure};
use super::content::{self, Left};
use super::cue::{self, Cue};
use super::extent;
use super::lexicon::{Frame, Inflection, is_occasion, is_statement};
use super::phrase::{self, Phrase};
use super::reading::{Reading, Sentence};
use super::sources;
use super::speaker;
use super::tags::Tag;
use crate::span::Run;

/// Finds the attributions of one sentence by their reporting words.
pub(super) fn attribute(reading: &Reading, sentence: &Sentence, out: &mut Vec<Attribution>) {
    let run = sentence.tokens;
    let found = out.len();
    let mut token = run.first();
    while token < run.end() {
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.end();
            continue;
        }
        if sources::is_according_to(reading, token, run.end()) {
            out.extend(sources::according_to(reading, run, token));
        } else if let Some(cue) = cue::at(reading, run, token) {
            out.extend(by_verb(reading, run, cue));
        } else if sources::is_noun_cue(reading, run, token) {
            out.extend(sources::by_noun(reading, run, token));
        }
        token += 1;
    }
    // Where somebody says something, "in her view" belongs to what is said.
    if out.len() == found {
        out.extend(run.range().find_map(|token| sources::by_viewpoint(reading, run, token)));
    }
}

/// What a reporting verb reports, with the subject of its clause.
fn by_verb(reading: &Reading, sentence: Run, cue: Cue) -> Option<Attribution> {
    if let Some(found) = leading_verb(reading, sentence, cue) {
        return Some(found);
    }
    let own = own_subject(reading, sentence, cue);
    let start = own.map_or(cue.group, |s| s.tokens.first());
    let left = content::left_content(reading, sentence, start);
    if own.is_none()
        && let Some(found) = inverted(reading, sentence, cue, left)
    {
        return Some(found);
    }
    let subject = own.or_else(|| borrowed_subject(reading, sentence, cue))?;
    let from = match cue.frame {
        Frame::Tell => adjuncts::addressee_end(reading, cue.end, sentence.end())?,
        Frame::Ask => asked_end(reading, cue.end, sentence.end()),
        _ => cue.end,
    };
    let left = left.filter(|_| own.is_some());
    let parts = match cue.frame {
        Frame::Call | Frame::Marked if !left.is_some_and(|l| l.marked) => {
            extent::called(reading, sentence, cue.end).into_iter().collect()
        }
        Frame::Promise if from < sentence.end() && reading.tag(from) == Tag::To => {
            content::place(reading, sentence, cue, left, After::Infinitive(from))?
        }
        _ => content::place(reading, sentence, cue, left, adjuncts::skip(reading, from, sentence.end()))?,
    };
    // After a colon the content may be the next sentence.
    let awaited = reading.tag(sentence.end() - 1) == Tag::Colon;
    let confidence = if own.is_some() { sure::OWN_SUBJECT } else { sure::SHARED_SUBJECT };
    (!parts.is_empty() || awaited)
        .then(|| Attribution::new(parts, Some(subject), Some(Run::new(cue.token, cue.end)), confidence))
}

/// The noun phrase right before the verb group, for a finite verb.
fn own_subject(reading: &Reading, sentence: Run, cue: Cue) -> Option<Phrase> {
    if cue.form == Inflection::Gerund && !(cue.group..cue.token).any(|t| reading.tag(t) == Tag::Auxiliary) {
        // "voters saying they want": the noun before it, unless it is what was said ("a statement saying").
        let noun = cue.group.checked_sub(1).filter(|&t| t >= sentence.first())?;
        let speaks = matches!(reading.tag(noun), Tag::Noun | Tag::Name)
            && !is_statement(reading.lower(noun))
            && !is_occasion(reading.lower(noun));
        return speaks.then(|| speaker::before(reading, cue.group, sentence.first())).flatten();
    }
    let floor = extent::clause_floor(reading, sentence, cue.group);
    speaker::antecedent(reading, cue.group, floor).or_else(|| speaker::before(reading, cue.group, floor))
}

/// The subject of the sentence, for a verb that shares it: "met reporters and said", "left, saying".
fn borrowed_subject(reading: &Reading, sentence: Run, cue: Cue) -> Option<Phrase> {
    if cue.group == sentence.first() && cue.form != Inflection::Gerund {
        return None;
    }
    speaker::shared_subject(reading, sentence, cue.group)
}

/// One past the person asked, if the question follows; else `from`.
fn asked_end(reading: &Reading, from: usize, limit: usize) -> usize {
    adjuncts::addressee_end(reading, from, limit).unwrap_or(from)
}

/// "Said Hale: “We won.”"
fn leading_verb(reading: &Reading, sentence: Run, cue: Cue) -> Option<Attribution> {
    if cue.token != sentence.first() || cue.form == Inflection::Gerund {
        return None;
    }
    let subject = phrase::after(reading, cue.end, sentence.end())?;
    let (After::Colon(at) | After::Comma(at)) = adjuncts::skip(reading, subject.tokens.end(), sentence.end())
    else {
        return None;
    };
    let marked = at < sentence.end() && reading.pair_at(at).is_some();
    Some(Attribution::new(
        vec![extent::after(reading, sentence, at).filter(|_| marked)?],
        Some(subject),
        Some(Run::new(cue.token, cue.end)),
        sure::OWN_SUBJECT,
    ))
}

/// "“We won,” said Smith, “at last.”"
fn inverted(reading: &Reading, sentence: Run, cue: Cue, left: Option<Left>) -> Option<Attribution> {
    let left = left?;
    let plain_said = matches!(reading.lower(cue.token), "said" | "says");
    let verb = left.marked && cue.frame != Frame::Tell || matches!(cue.frame, Frame::Say | Frame::Write);
    let may = verb && cue.form != Inflection::Gerund;
    if !may || cue.group != cue.token || !(left.marked || plain_said) {
        return None;
    }
    let subject = phrase::after(reading, cue.token + 1, sentence.end())?;
    // "citing “the river,” said the plan would fail": the phrase is the subject of what was said.
    let of_content = reading.tag_if_any(subject.tokens.end()).is_some_and(Tag::is_finite);
    if of_content || matches!(reading.tag(subject.head), Tag::Time | Tag::Determiner) {
        return None;
    }
    let mut parts = vec![left.run];
    let rest = subject.tokens.end();
    // Past an apposition, only marked words go on the quote: "said Smith, a farmer, “and we lost.”"
    let marked = reading.pairs_in(Run::new(rest, sentence.end())).first();
    if let Some(pair) =
        marked.filter(|p| matches!(reading.tag(p.outer.first() - 1), Tag::Comma | Tag::Colon | Tag::Dash))
    {
        parts.extend(extent::after(reading, sentence, pair.outer.first()));
    }
    Some(Attribution::new(parts, Some(subject), Some(Run::new(cue.token, cue.token + 1)), sure::INVERTED))
}
