//! Writing the results of whole articles.

use std::io::{self, Write};

use pressmark::export::html;
use pressmark::{Analysis, OffsetUnit};

use crate::Format;
use crate::render_text::{Palette, render};

/// Writes results one after another in one form.
pub struct Output<W> {
    to: W,
    format: Format,
    unit: OffsetUnit,
    palette: Palette,
    /// Whether there are several articles, so that the form must keep them apart.
    several: bool,
    written: usize,
}

impl<W: Write> Output<W> {
    /// An output of one article or of `several`.
    pub fn new(to: W, format: Format, unit: OffsetUnit, palette: Palette, several: bool) -> Self {
        Self { to, format, unit, palette, several, written: 0 }
    }

    /// Writes the result of one article.
    pub fn write(&mut self, id: Option<&str>, text: &str, analysis: &Analysis) -> io::Result<()> {
        match self.format {
            Format::Json => {
                self.to.write_all(match (self.several, self.written) {
                    (false, _) => b"",
                    (true, 0) => b"[\n",
                    (true, _) => b",\n",
                })?;
                serde_json::to_writer_pretty(&mut self.to, &analysis.report(text, id, self.unit))?;
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut self.to, &analysis.report(text, id, self.unit))?;
                self.to.write_all(b"\n")?;
            }
            Format::Html => self.to.write_all(html::page(text, analysis).as_bytes())?,
            Format::Text => {
                if let Some(name) = id.filter(|_| self.several) {
                    writeln!(self.to, "==> {} <==", crate::render_text::printable(name))?;
                }
                self.to.write_all(render(text, analysis, self.palette).as_bytes())?;
            }
        }
        self.written += 1;
        self.to.flush()
    }

    /// Ends what was begun.
    pub fn finish(mut self) -> io::Result<()> {
        if self.format == Format::Json {
            self.to.write_all(match (self.several, self.written) {
                (true, 0) => b"[]\n",
                (true, _) => b"\n]\n",
                (false, 0) => b"",
                (false, _) => b"\n",
            })?;
        }
        self.to.flush()
    }
}
