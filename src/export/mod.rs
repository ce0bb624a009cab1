//! Results in forms for others: written once, here, for the command line and the page.
//!
//! Each form is a pure function of the text and its [`crate::Analysis`], with byte spans in. What they share is
//! [`layers`]: the text cut into well-nested highlights.

pub mod html;
pub mod layers;

use crate::analysis::{Analysis, Quote};

/// Whose quote it is: the full name where the text settles that, else the words that stand for it, if any.
/// `text` must be the text that was annotated.
#[must_use]
pub fn speaker<'a>(quote: &Quote, text: &'a str, analysis: &'a Analysis) -> Option<&'a str> {
    let speaker = quote.speaker.as_ref()?;
    let entity = speaker.entity.and_then(|id| analysis.entities.get(id.index()));
    Some(entity.map_or(speaker.span.of(text), |entity| entity.name.as_str()))
}
