//! What the rules hand out: content with its cue and speaker.

use super::phrase::Phrase;
use crate::span::Run;

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
}
