//! Whole articles: one file, one result.

use std::io::{self, BufWriter, IsTerminal};

use pressmark::Annotator;

use crate::args::{Args, Format};
use crate::complain;
use crate::input::Source;
use crate::output::{Manner, Output};
use crate::render_text::Palette;

/// Annotates each file in turn. Says whether all could be read; complains of those that could not.
///
/// # Errors
/// If the output cannot be written.
pub fn run(args: &Args, annotator: &Annotator) -> io::Result<bool> {
    let sources = Source::all(&args.files);
    let stdout = io::stdout().lock();
    let terminal = stdout.is_terminal();
    let palette = Palette::choose(terminal, std::env::var_os("NO_COLOR").as_deref());
    let to = BufWriter::new(stdout);
    let format = args.format(terminal);
    let manner = Manner {
        format,
        unit: args.unit(),
        list: args.list(),
        full_text: args.full_text(format),
        palette,
        several: sources.len() > 1,
    };
    let mut output = Output::new(to, manner);
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut all_read = true;
    for source in &sources {
        match source.read_text() {
            Ok(text) => {
                let mut analysis = annotator.annotate(&text, &args.options());
                if !args.explain {
                    analysis.rules.clear();
                }
                // JSON is for programs, which compare: there the same article gives the same bytes every day.
                if !matches!(format, Format::Json | Format::Jsonl) {
                    analysis.provenance.created = Some(now.clone());
                    analysis.provenance.source = source.id();
                }
                output.write(source.id().as_deref(), &text, &analysis)?;
            }
            Err(complaint) => {
                complain(&complaint);
                all_read = false;
            }
        }
    }
    output.finish()?;
    Ok(all_read)
}
