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
use super::extent;
use super::lexicon::{Frame, Inflection, is_occasion, is_statement};
use super::reading::{Reading, Sentence};
use super::speaker::{self, Phrase};
use super::tags::Tag;
use super::term;
use crate::span::Run;

/// "told her to leave" says little; "told her to leave the town by noon" is reported speech. In tokens.
const SHORTEST_ORDER: usize = 4;

/// Content with its cue and speaker, in tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    /// In order; not empty once the floating parts have been joined.
    pub(super) parts: Vec<Run>,
    pub(super) speaker: Option<Phrase>,
    pub(super) cue: Option<Run>,
    pub(super) confidence: f32,
    /// Whether what is marked in the next sentence goes on this one.
    pub(super) awaits: bool,
    /// Whether its content is somebody's very words although no marks say so.
    pub(super) verbatim: bool,
}

/// A reporting verb in its clause.
#[derive(Clone, Copy)]
struct Cue {
    token: usize,
    /// Where its verb group begins: auxiliaries and adverbs.
    group: usize,
    /// One past it and its particle: "pointed out".
    end: usize,
    frame: Frame,
    form: Inflection,
}

/// Finds the attributions of one sentence by their reporting words.
pub(super) fn attribute(reading: &Reading, sentence: &Sentence, out: &mut Vec<Attribution>) {
    let run = sentence.tokens;
    let mut token = run.first();
    while token < run.end() {
        if let Some(pair) = reading.pair_at(token) {
            token = pair.outer.end();
            continue;
        }
        if is_according_to(reading, token, run.end()) {
            out.extend(according_to(reading, run, token));
        } else if let Some(frame) = reading.words[token].frame {
            let word = reading.words[token];
            let group = speaker::verb_group_start(reading, token, run.first());
            let cue = Cue { token, group, end: cue_end(reading, token, run.end()), frame, form: word.form };
            out.extend(by_verb(reading, run, cue));
        } else if is_noun_cue(reading, run, token) {
            out.extend(by_noun(reading, run, token));
        }
        token += 1;
    }
}

/// One past a verb and the particle that belongs to it.
fn cue_end(reading: &Reading, verb: usize, limit: usize) -> usize {
    let next = verb + 1;
    next + usize::from(
        next < limit && reading.lower(verb).starts_with("point") && reading.lower(next) == "out",
    )
}

/// "the mayor’s claim that", "her promise that"
fn is_noun_cue(reading: &Reading, sentence: Run, token: usize) -> bool {
    token > sentence.first()
        && token + 1 < sentence.end()
        && reading.tag(token) == Tag::Noun
        && matches!(reading.tag(token + 1), Tag::That | Tag::To)
        && matches!(reading.tag(token - 1), Tag::Genitive | Tag::Possessive)
        && is_statement(reading.lower(token))
}

/// Speech by the one who owns it.
fn by_noun(reading: &Reading, sentence: Run, token: usize) -> Option<Attribution> {
    let owner = match reading.tag(token - 1) {
        Tag::Possessive => Phrase { tokens: Run::new(token - 1, token), head: token - 1 },
        _ => speaker::before(reading, token - 1, sentence.first())?,
    };
    // A promise to do something says what only if its words are quoted: "her promise to “stay on”".
    let infinitive = reading.tag(token + 1) == Tag::To;
    let content = extent::clause(reading, sentence, token + 1)
        .filter(|run| !infinitive || !reading.pairs_in(*run).is_empty())?;
    Some(Attribution {
        parts: vec![content],
        speaker: Some(owner),
        cue: Some(Run::new(token, token + 1)),
        confidence: 0.7,
        awaits: false,
        verbatim: false,
    })
}

fn is_according_to(reading: &Reading, token: usize, limit: usize) -> bool {
    reading.lower(token) == "according" && token + 1 < limit && reading.lower(token + 1) == "to"
}

/// "According to X, content", "content, according to X", "content, according to X, content".
fn according_to(reading: &Reading, sentence: Run, token: usize) -> Option<Attribution> {
    let source = speaker::after(reading, token + 2, sentence.end())?;
    let leads = token == sentence.first()
        || (token == sentence.first() + 1
            && matches!(reading.tag(token - 1), Tag::And | Tag::But | Tag::Adverb));
    let mut parts = Vec::new();
    if !leads {
        let boundary = if reading.tag(token - 1) == Tag::Comma { token - 1 } else { token };
        parts.extend(extent::before(reading, sentence, boundary));
    }
    let after = extent::past_relative(reading, source.tokens.end(), sentence.end());
    if after < sentence.end() && reading.tag(after) == Tag::Comma {
        let goes_on = leads || extent::goes_on(reading, after + 1, sentence.end());
        parts.extend(goes_on.then(|| extent::after(reading, sentence, after + 1)).flatten());
    }
    (!parts.is_empty()).then(|| Attribution {
        parts,
        speaker: Some(source),
        cue: Some(Run::new(token, token + 2)),
        confidence: 0.9,
        awaits: false,
        verbatim: false,
    })
}

fn by_verb(reading: &Reading, sentence: Run, cue: Cue) -> Option<Attribution> {
    let lacks_particle = cue.end == cue.token + 1 && reading.lower(cue.token).starts_with("point");
    if lacks_particle || is_unreal(reading, sentence, cue) || is_passive(reading, cue) {
        return None;
    }
    if let Some(found) = leading_verb(reading, sentence, cue) {
        return Some(found);
    }
    let own = own_subject(reading, sentence, cue);
    let start = own.map_or(cue.group, |s| s.tokens.first());
    let left = left_content(reading, sentence, start);
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
        _ => place(reading, sentence, cue, left, adjuncts::skip(reading, from, sentence.end()))?,
    };
    let awaits = ends_in_colon(reading, sentence);
    (!parts.is_empty() || awaits).then(|| Attribution {
        parts,
        speaker: Some(subject),
        cue: Some(Run::new(cue.token, cue.end)),
        confidence: if own.is_some() { 0.9 } else { 0.75 },
        awaits,
        verbatim: false,
    })
}

fn ends_in_colon(reading: &Reading, sentence: Run) -> bool {
    reading.tag(sentence.end() - 1) == Tag::Colon
}

/// What was refused, hoped or only thought of was not said: "declined to say", "would say", "did not say".
fn is_unreal(reading: &Reading, sentence: Run, cue: Cue) -> bool {
    let negated = (cue.group..cue.token).any(|t| matches!(reading.tag(t), Tag::Not | Tag::Modal));
    // "it is worth noting that"
    let idle = cue.group > sentence.first() && reading.lower(cue.group - 1) == "worth";
    if negated || idle {
        return true;
    }
    if cue.form != Inflection::Base || cue.group == sentence.first() || reading.tag(cue.group - 1) != Tag::To
    {
        return false;
    }
    // "went on to say", "took the stage to announce": only what moves on to speech counts as speech.
    let governor = (sentence.first()..cue.group - 1).rev().take(6).find(|&t| reading.tag(t) == Tag::Verb);
    !governor.is_some_and(|g| {
        matches!(reading.lower(g), "went" | "continued" | "took" | "goes" | "began" | "used" | "turned")
    })
}

fn is_passive(reading: &Reading, cue: Cue) -> bool {
    // "the facts reported by the board"
    let by = cue.end < reading.words.len() && reading.lower(cue.end) == "by";
    let be = |t: usize| matches!(reading.lower(t), "is" | "are" | "was" | "were" | "be" | "been" | "being");
    cue.form == Inflection::Past && (by || (cue.group..cue.token).any(be))
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

/// The content before a reporting clause that begins at token `start`, if a comma or closing mark parts them.
fn left_content(reading: &Reading, sentence: Run, start: usize) -> Option<Left> {
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
        .any(|t| reading.words[t].frame.is_some() && reading.tag(t) == Tag::Verb)
}

/// "Said Hale: “We won.”"
fn leading_verb(reading: &Reading, sentence: Run, cue: Cue) -> Option<Attribution> {
    if cue.token != sentence.first() || cue.form == Inflection::Gerund {
        return None;
    }
    let subject = speaker::after(reading, cue.end, sentence.end())?;
    let (After::Colon(at) | After::Comma(at)) = adjuncts::skip(reading, subject.tokens.end(), sentence.end())
    else {
        return None;
    };
    let marked = at < sentence.end() && reading.pair_at(at).is_some();
    Some(Attribution {
        parts: vec![extent::after(reading, sentence, at).filter(|_| marked)?],
        speaker: Some(subject),
        cue: Some(Run::new(cue.token, cue.end)),
        confidence: 0.9,
        awaits: false,
        verbatim: false,
    })
}

/// Content that stands before its reporting clause.
#[derive(Clone, Copy)]
struct Left {
    run: Run,
    /// Whether it ends with a closing mark.
    marked: bool,
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
    let subject = speaker::after(reading, cue.token + 1, sentence.end())?;
    // "citing “the river,” said the plan would fail": the phrase is the subject of what was said.
    let of_content = reading.words.get(subject.tokens.end()).is_some_and(|w| w.tag.is_finite());
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
    Some(Attribution {
        parts,
        speaker: Some(subject),
        cue: Some(Run::new(cue.token, cue.token + 1)),
        confidence: if left.marked { 0.95 } else { 0.85 },
        awaits: false,
        verbatim: false,
    })
}

/// Where the content is, by what stands on both sides of the reporting clause. None if there is none.
fn place(reading: &Reading, sentence: Run, cue: Cue, left: Option<Left>, after: After) -> Option<Vec<Run>> {
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
            let states = match cue.frame {
                Frame::Say | Frame::Tell if is_say(reading.lower(cue.token)) => {
                    reading.tag(at) == Tag::Subject || reading.has_finite_verb(run)
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
