//! What the rules hand out: content with its cue and speaker.

use super::phrase::Phrase;
use crate::span::Run;

/// How sure an attribution is by the rule that found it: of those found on development articles, the share whose
/// content an annotator had marked too. Content without marks around all of it is found less surely
/// ([`sure::UNMARKED`]).
pub(super) mod sure {
    /// Marked words, then a reporting verb, then its subject.
    pub const INVERTED: f32 = 0.96;
    /// A reporting verb with a subject of its own.
    pub const OWN_SUBJECT: f32 = 0.93;
    /// "According to", or a verb that shares its sentence's subject.
    pub const SHARED_SUBJECT: f32 = 0.87;
    /// A noun: "the claim that"; or any verb beside marked words.
    pub const WEAK: f32 = 0.84;
    /// A colon alone, or a dash and a name; a turn in a transcript.
    pub const COLON: f32 = 0.8;
    /// A sentence whose speaker is only taken over from one before.
    pub const FLOATING: f32 = 0.55;
    /// Marked words that nothing around them explains.
    pub const BARE: f32 = 0.5;
    /// What is not marked from end to end is right less often, by this factor.
    pub const UNMARKED: f32 = 0.87;
}

/// Content with its cue and speaker, in tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    /// In order. Empty only while the content is awaited in the next sentence, after a colon.
    pub(super) parts: Vec<Run>,
    pub(super) speaker: Option<Phrase>,
    pub(super) cue: Option<Run>,
    pub(super) confidence: f32,
    /// Whether its content is somebody's very words although no marks say so.
    pub(super) verbatim: bool,
}

impl Attribution {
    pub(super) fn new(parts: Vec<Run>, speaker: Option<Phrase>, cue: Option<Run>, confidence: f32) -> Self {
        Self { parts, speaker, cue, confidence, verbatim: false }
    }

    /// The first of all tokens that it names.
    pub(super) fn first_token(&self) -> Option<usize> {
        let named = self.speaker.map(|phrase| phrase.tokens.first().min(phrase.head));
        let parts = self.parts.iter().map(|part| part.first());
        parts.chain(named).chain(self.cue.map(Run::first)).min()
    }
}
