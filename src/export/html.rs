//! A self-contained annotated page.
