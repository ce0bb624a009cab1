//! What each paragraph is to the article: headline, byline, dateline, body or boilerplate.

use crate::document::Document;

/// Marks the paragraphs of a segmented document.
pub(super) fn mark(_document: &mut Document) {}
