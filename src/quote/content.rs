//! Where the content of a reporting verb stands: before its clause, after it, or on both sides.

use super::adjuncts::After;
use super::cue::Cue;
use super::extent;
use super::lexicon::Frame;
use super::reading::Reading;
use super::tags::Tag;
use super::term;
use crate::span::Run;

/// "told her to leave" says little; "told her to leave the town by noon" is reported speech. In tokens.
const SHORTEST_ORDER: usize = 4;

/// Content that stands before its reporting clause.
#[derive(Clone, Copy)]
pub(super) struct Left {
    pub(super) run: Run,
    /// Whether it ends with a closing mark.
    pub(super) marked: bool,
}

/// The content before a reporting clause that begins at token `start`, if a comma or closing mark parts them.
pub(super) fn left_content(reading: &Reading, sentence: Run, start: usize) -> Option<Left> {
    let mut boundary = start;
    if boundary > sentence.first() && reading.lower(boundary - 1) == "as" {
        boundary -= 1;
    }
    if boundary <= sentence.first() {
        return None;
    }
    let parted = match reading.tag(boundary - 1) {
        Tag::Comma | Tag::Dash => true,
        Tag::Mark => reading.pair_at(boundary - 1).is_some(),
        _ => false,
    };
    let mut run = parted.then(|| extent::before(reading, sentence, boundary)).flatten()?;
    let last = boundary - 1;
    let after_comma = reading.tag(last) == Tag::Comma && last > sentence.first();
    let pair = reading.pair_at(last).or_else(|| if after_comma { reading.pair_at(last - 1) } else { None });
    // "On “The Late Show,” Hale said": a title is no content.
    if pair.is_some_and(|p| p.outer.first() > run.first() && term::is_title(reading, &p)) {
        return None;
    }
    if let Some(pair) = pair.filter(|p| reports(reading, run.first(), p.outer.first())) {
        run = pair.inner;
    }
    Some(Left { run, marked: pair.is_some() })
}

/// Whether a reporting verb stands in the few words before `end`: what it reports is not said again.
fn reports(reading: &Reading, start: usize, end: usize) -> bool {
    const NEAR: usize = 30;
    (start.max(end.saturating_sub(NEAR))..end)
        .any(|t| reading.word(t).frame.is_some() && reading.tag(t) == Tag::Verb)
}

/// Where the content is, by what stands on both sides of the reporting clause. None if there is none.
pub(super) fn place(
    reading: &Reading,
    sentence: Run,
    cue: Cue,
    left: Option<Left>,
    after: After,
) -> Option<Vec<Run>> {
    let marked = left.is_some_and(|l| l.marked);
    // Without marks, only a clause before a verb of saying is its content.
    let about = cue.end < sentence.end() && matches!(reading.lower(cue.end), "of" | "about");
    let stands = |l: &Left| {
        l.marked
            || !about
                && matches!(cue.frame, Frame::Say | Frame::Promise | Frame::Tell | Frame::Announce)
                && reading.has_finite_verb(l.run)
    };
    let left_alone = left.filter(stands).map(|l| vec![l.run]);
    // "As Hale pointed out, it rained"
    let introduced = reading.lower(sentence.first()) == "as" && left.is_none();
    let unmarked_comma = introduced || cue.frame == Frame::Say && is_say(reading.lower(cue.token));
    match after {
        After::Infinitive(at) if matches!(cue.frame, Frame::Tell | Frame::Promise) => {
            let run = extent::after(reading, sentence, at)?;
            (run.len() >= SHORTEST_ORDER).then(|| vec![run])
        }
        After::End | After::Other | After::Infinitive(_) => left_alone,
        After::Bare(_) if marked => left_alone,
        // "found where it was" says nothing, "found that it was" does.
        After::Clause(at)
            if matches!(cue.frame, Frame::Write | Frame::Announce) && reading.tag(at) == Tag::Wh =>
        {
            left_alone
        }
        After::Clause(at) if is_subordinate(reading, sentence, cue) => {
            extent::clause(reading, sentence, at).map(|run| vec![run])
        }
        After::Clause(at) => extent::after(reading, sentence, at).map(|run| vec![run]),
        After::Colon(at) => Some(extent::after(reading, sentence, at).into_iter().collect()),
        After::Bare(at) => {
            let run = extent::after(reading, sentence, at)?;
            if let Some(words) = after_object(reading, run) {
                return Some(vec![words]);
            }
            let states = match cue.frame {
                Frame::Say | Frame::Tell if is_say(reading.lower(cue.token)) => {
                    reading.tag(at) == Tag::Subject
                        || reading.has_finite_verb(run) && !is_greeting(reading, run)
                }
                Frame::Say | Frame::Promise | Frame::Tell => {
                    reading.is_clause(run) || !reading.pairs_in(run).is_empty()
                }
                Frame::Announce => reading.is_clause(run) || !reading.pairs_in(run).is_empty(),
                _ => !reading.pairs_in(run).is_empty(),
            };
            states.then(|| vec![run])
        }
        After::Mark(at) => {
            let mut parts: Vec<Run> = left.filter(|l| l.marked).map(|l| l.run).into_iter().collect();
            parts.extend(extent::after(reading, sentence, at));
            Some(parts)
        }
        After::Comma(at) => split(reading, sentence, left, at, unmarked_comma),
    }
}

/// "posted a statement: “We stay.”": the marked words, if what stands between the verb and their colon is no clause.
fn after_object(reading: &Reading, run: Run) -> Option<Run> {
    let pair = reading.pairs_in(run).first()?;
    let colon = pair.outer.first().checked_sub(1).filter(|&t| t > run.first())?;
    let object = reading.tag(colon) == Tag::Colon && !reading.has_finite_verb(Run::new(run.first(), colon));
    object.then(|| extent::trimmed(reading, colon + 1, run.end())).flatten()
}

/// "said goodbye and left", "said yes when asked": an object, unless a verb follows ("nothing was lost").
fn is_greeting(reading: &Reading, run: Run) -> bool {
    let next = reading.tag_if_any(run.first() + 1);
    matches!(
        reading.lower(run.first()),
        "goodbye"
            | "farewell"
            | "hello"
            | "yes"
            | "no"
            | "nothing"
            | "something"
            | "thanks"
            | "sorry"
            | "grace"
            | "mass"
    ) && !next.is_some_and(|tag| tag.is_finite() || tag.is_nominal())
}

fn is_say(lower: &str) -> bool {
    matches!(lower, "say" | "says" | "said" | "saying")
}

/// Whether the reporting clause itself depends on what follows: "When Hale said that it rained, the crowd left".
fn is_subordinate(reading: &Reading, sentence: Run, cue: Cue) -> bool {
    const NEAR: usize = 12;
    let relative = cue.group > sentence.first() && reading.tag(cue.group - 1) == Tag::Wh;
    relative
        || reading.tag(sentence.first()) == Tag::Subordinator
            && cue.token - sentence.first() <= NEAR
            && (sentence.first()..cue.token).all(|t| reading.tag(t) != Tag::Comma)
}

/// A comma after the reporting clause: the content goes on, or begins, or ended before.
fn split(
    reading: &Reading,
    sentence: Run,
    left: Option<Left>,
    at: usize,
    may_begin: bool,
) -> Option<Vec<Run>> {
    let and = usize::from(at + 1 < sentence.end() && reading.tag(at) == Tag::And);
    let marked_right =
        at < sentence.end() && reading.tag(at + and) == Tag::Mark && reading.pair_at(at + and).is_some();
    let Some(left) = left else {
        let begins = at < sentence.end()
            && (marked_right
                || may_begin && (reading.tag(at).begins_phrase() || reading.tag(at) == Tag::That));
        return begins.then(|| extent::after(reading, sentence, at).into_iter().collect());
    };
    if marked_right && and == 0 && !left.marked {
        return Some(extent::after(reading, sentence, at).into_iter().collect());
    }
    let mut parts = vec![left.run];
    // "It rained, he said, a claim that nobody believed": no more than a description of it follows.
    let described = at < sentence.end()
        && reading.tag(at) == Tag::Determiner
        && reading.is_clause(left.run)
        && !reading.is_clause(Run::new(at, sentence.end()));
    let may_go_on = !left.marked && !described;
    let goes_on = marked_right || may_go_on && extent::goes_on(reading, at, sentence.end());
    if goes_on {
        parts.extend(extent::after(reading, sentence, at));
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use crate::quote::find;
    use crate::segment::segment;

    fn parts(text: &str) -> Vec<&str> {
        find(&segment(text))
            .iter()
            .flat_map(|q| q.parts.iter().map(|p| p.of(text)).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn content_stands_before_after_or_on_both_sides() {
        assert_eq!(parts("It rained, Hale said."), ["It rained"]);
        assert_eq!(parts("Hale said it rained."), ["it rained"]);
        assert_eq!(parts("The rain, Hale said, was warm."), ["The rain", "was warm"]);
        assert_eq!(parts("It rained, Hale said, a claim that nobody checked."), ["It rained"]);
    }

    #[test]
    fn a_title_before_the_clause_is_no_content() {
        assert_eq!(parts("On “The Late Ferry,” Hale said it rained."), ["The Late Ferry,", "it rained"]);
    }
}
