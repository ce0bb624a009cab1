//! Results in forms for others: written once, here, for the command line and the page.

pub mod html;
