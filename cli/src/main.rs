//! The `pressmark` command: names, dates and quotes of articles, as JSON, HTML or text.
//!
//! Articles come as files or on standard input, one each; with `--jsonl` as one JSON object a line. The exit
//! status is 0 if all went well, 1 if some input could not be read (the rest is done), 2 if the command itself
//! was wrong. Each complaint is one line on standard error that names the input.

mod args;
mod articles;
mod input;
mod jsonl;
mod line;
mod output;
mod render_text;

use std::io::{self, Write};
use std::process::ExitCode;

use args::{Args, Format};

/// The model that the command carries.
static MODEL: &[u8] = include_bytes!("../../models/en.model");

/// Exit status for a wrong command line, as clap's own errors give it.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::from_command_line();
    let annotator = match args.check().and_then(|()| load(&args)) {
        Ok(annotator) => annotator,
        Err(complaint) => {
            complain(&complaint);
            return ExitCode::from(USAGE);
        }
    };
    let done = if args.jsonl { jsonl::run(&args, annotator) } else { articles::run(&args, &annotator) };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who reads the output has seen enough of it (`pressmark … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write the output: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn load(args: &Args) -> Result<pressmark::Annotator, String> {
    let Some(path) = &args.model else {
        return pressmark::Annotator::new(MODEL).map_err(|error| error.to_string());
    };
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: cannot read the model: {error}"))?;
    pressmark::Annotator::new(bytes).map_err(|error| format!("{name}: {error}"))
}

/// One line on standard error, whatever a file's name or an option holds. If nobody can hear it, that is no
/// reason to stop.
fn complain(message: &str) {
    let line = render_text::printable(message).replace('\n', "␊");
    let _ = writeln!(io::stderr().lock(), "pressmark: {line}");
}
