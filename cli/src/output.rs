//! Writing the results of whole articles.

use std::io::{self, Write};

use pressmark::export::{Export, Format as Form, List, csv};
use pressmark::{Analysis, OffsetUnit};

use crate::Format;
use crate::render_text::{Palette, printable, render};

/// How results are written; the same for every article.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The form.
    pub format: Format,
    /// What offsets count, in JSON.
    pub unit: OffsetUnit,
    /// The list that a table is of.
    pub list: List,
    /// Whether the article's text goes along.
    pub full_text: bool,
    /// How a text's highlights are told apart.
    pub palette: Palette,
    /// Whether there are several articles, so that the form must keep them apart.
    pub several: bool,
}

/// Writes results one after another in one form.
pub struct Output<W> {
    to: W,
    manner: Manner,
    written: usize,
}

impl<W: Write> Output<W> {
    /// An output of one article or of several.
    pub fn new(to: W, manner: Manner) -> Self {
        Self { to, manner, written: 0 }
    }

    /// Writes the result of one article.
    pub fn write(&mut self, id: Option<&str>, text: &str, analysis: &Analysis) -> io::Result<()> {
        let export = Export { text, analysis, full_text: self.manner.full_text };
        match self.manner.format {
            Format::Json => {
                self.to.write_all(match (self.manner.several, self.written) {
                    (false, _) => b"",
                    (true, 0) => b"[\n",
                    (true, _) => b",\n",
                })?;
                serde_json::to_writer_pretty(&mut self.to, &export.report(id, self.manner.unit))?;
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut self.to, &export.report(id, self.manner.unit))?;
                self.to.write_all(b"\n")?;
            }
            Format::Text => {
                if let Some(name) = id.filter(|_| self.manner.several) {
                    writeln!(self.to, "==> {} <==", printable(name))?;
                }
                self.to.write_all(render(text, analysis, self.manner.palette).as_bytes())?;
            }
            // The titles of a table's columns stand once.
            Format::Csv if self.written > 0 => {
                self.to.write_all(csv::rows(&export, self.manner.list).as_bytes())?;
            }
            Format::Csv => self.put(&export, Form::Csv(self.manner.list))?,
            Format::Html => self.put(&export, Form::Html)?,
            Format::Markdown => self.put(&export, Form::Markdown)?,
            Format::WebAnnotation => self.put(&export, Form::WebAnnotation)?,
            Format::Ics => self.put(&export, Form::Calendar)?,
            Format::SchemaOrg => self.put(&export, Form::SchemaOrg)?,
            Format::Brat => self.put(&export, Form::Brat)?,
            Format::Conll => self.put(&export, Form::Conll)?,
        }
        self.written += 1;
        self.to.flush()
    }

    fn put(&mut self, export: &Export, form: Form) -> io::Result<()> {
        self.to.write_all(export.write(form).as_bytes())
    }

    /// Ends what was begun.
    pub fn finish(mut self) -> io::Result<()> {
        if self.manner.format == Format::Json {
            self.to.write_all(match (self.manner.several, self.written) {
                (true, 0) => b"[]\n",
                (true, _) => b"\n]\n",
                (false, 0) => b"",
                (false, _) => b"\n",
            })?;
        }
        self.to.flush()
    }
}
