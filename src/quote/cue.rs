//! Reporting verbs where they report: neither denied nor only thought of, nor passive.

use super::lexicon::{Frame, Inflection};
use super::reading::Reading;
use super::speaker;
use super::tags::Tag;
use crate::span::Run;

/// A reporting verb in its clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) token: usize,
    /// Where its verb group begins: auxiliaries and adverbs.
    pub(super) group: usize,
    /// One past it and its particle: "pointed out".
    pub(super) end: usize,
    /// How it reports.
    pub(super) frame: Frame,
    pub(super) form: Inflection,
}

/// The reporting verb at `token`, if there is one and it reports.
pub(super) fn at(reading: &Reading, sentence: Run, token: usize) -> Option<Cue> {
    let word = reading.word(token);
    let (frame, end) = match idiom(reading, sentence, token) {
        Some(frame) => (frame, token + 2),
        None => (word.frame?, end(reading, token, sentence.end())?),
    };
    let group = speaker::verb_group_start(reading, token, sentence.first());
    let cue = Cue { token, group, end, frame, form: word.form };
    (!is_unreal(reading, sentence, cue) && !is_passive(reading, cue)).then_some(cue)
}

/// One past a verb and the particle that belongs to it; none if it lacks one that it needs: "pointed out".
fn end(reading: &Reading, verb: usize, limit: usize) -> Option<usize> {
    let next = verb + 1;
    if !reading.lower(verb).starts_with("point") {
        return Some(next);
    }
    (next < limit && reading.lower(next) == "out").then_some(next + 1)
}

/// "she went on", "as she put it": verbs that report only with the word after them.
fn idiom(reading: &Reading, sentence: Run, verb: usize) -> Option<Frame> {
    const NEAR: usize = 8;
    let next = verb + 1;
    if next >= sentence.end() || reading.tag(verb) != Tag::Verb {
        return None;
    }
    match (reading.lower(verb), reading.lower(next)) {
        ("went" | "goes", "on") => {
            let after = (next + 1 < sentence.end()).then(|| reading.tag(next + 1));
            let parted = matches!(after, None | Some(Tag::Comma | Tag::Colon | Tag::Stop | Tag::Mark));
            // Much goes on that does not speak: only people do so without marks.
            let somebody =
                verb > sentence.first() && matches!(reading.lower(verb - 1), "he" | "she" | "they");
            parted.then_some(if somebody { Frame::Say } else { Frame::Marked })
        }
        ("put" | "puts" | "sees" | "saw" | "tells" | "told", "it") => {
            let mut before = (sentence.first()..verb).rev().take(NEAR);
            let as_somebody =
                before.find(|&t| !reading.tag(t).begins_phrase() && reading.tag(t) != Tag::Adverb);
            as_somebody.filter(|&t| reading.lower(t) == "as").map(|_| Frame::Say)
        }
        _ => None,
    }
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
    let by = cue.end < reading.end() && reading.lower(cue.end) == "by";
    let be = |t: usize| matches!(reading.lower(t), "is" | "are" | "was" | "were" | "be" | "been" | "being");
    cue.form == Inflection::Past && (by || (cue.group..cue.token).any(be))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reporting verbs of a sentence.
    fn cues(text: &str) -> Vec<String> {
        let document = crate::segment::segment(text);
        let reading = Reading::new(&document);
        let run = reading.sentences()[0].tokens;
        run.range()
            .filter_map(|t| at(&reading, run, t))
            .map(|c| document.span_of(Run::new(c.group, c.end)).of(text).to_owned())
            .collect()
    }

    #[test]
    fn what_was_not_said_is_no_report() {
        for text in [
            "She did not say so.",
            "She would say so.",
            "She declined to say so.",
            "It is said to be late.",
            "It is worth noting that it is late.",
            "She points at the sea.",
        ] {
            assert_eq!(cues(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn auxiliaries_adverbs_and_particles_belong_to_the_verb() {
        assert_eq!(cues("She has repeatedly said so."), ["has repeatedly said"]);
        assert_eq!(cues("She also pointed out the sea."), ["also pointed out"]);
        assert_eq!(cues("She went on to say so."), ["say"]);
    }
}
