//! JSON Lines: one article a line in, one result a line out, in order.
//!
//! One thread reads, as many as there are cores annotate, and the main thread writes. Each line read has a slot
//! for its result; the slots wait in order in a queue of bounded length, so that the reader stops when the writer
//! falls behind and memory stays bounded however long the input is. When the output is closed the main thread
//! returns and the process ends, whatever the others are waiting for.

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use pressmark::Annotator;

use crate::args::{Args, Format};
use crate::complain;
use crate::input::Source;
use crate::line::{Outcome, Task};

/// Slots per worker: enough that none waits while a longer article is read.
const SLOTS_PER_WORKER: usize = 4;

/// A line to be annotated, and where its result goes.
struct Job {
    line: Vec<u8>,
    slot: SyncSender<Outcome>,
}

/// What the reader met, in order.
enum Met {
    /// A line; `place` names it in messages.
    Line { place: String, slot: Receiver<Outcome> },
    /// A source that could not be read, or no further.
    Unreadable(String),
}

/// Annotates line after line. Says whether every line could be used; complains of those that could not.
///
/// # Errors
/// If the output cannot be written.
pub fn run(args: &Args, annotator: Annotator) -> io::Result<bool> {
    let task = Arc::new(Task {
        annotator,
        options: args.options(),
        unit: args.unit(),
        full_text: args.full_text(Format::Jsonl),
    });
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (jobs, queue) = channel();
    let (tell, met) = sync_channel(workers * SLOTS_PER_WORKER);
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..workers {
        let (task, queue) = (Arc::clone(&task), Arc::clone(&queue));
        thread::spawn(move || work(&task, &queue));
    }
    let sources = Source::all(&args.files);
    thread::spawn(move || read(&sources, &jobs, &tell));
    write(&met)
}

/// Reads the sources to their ends, or until nobody wants more.
fn read(sources: &[Source], jobs: &Sender<Job>, tell: &SyncSender<Met>) {
    for source in sources {
        let mut number = 0;
        let mut lines = match source.open() {
            Ok(lines) => lines,
            Err(complaint) => {
                let _ = tell.send(Met::Unreadable(complaint));
                continue;
            }
        };
        loop {
            let mut line = Vec::new();
            match lines.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => number += 1,
                Err(error) => {
                    let _ = tell.send(Met::Unreadable(source.unreadable(&error)));
                    break;
                }
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let (slot, outcome) = sync_channel(1);
            let place = format!("{}: line {number}", source.name());
            // The bounded queue first: it is what holds the reader back.
            if tell.send(Met::Line { place, slot: outcome }).is_err()
                || jobs.send(Job { line, slot }).is_err()
            {
                return;
            }
        }
    }
}

fn work(task: &Task, queue: &Mutex<Receiver<Job>>) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, slot }) = job else { return };
        // Nobody at the other end: the output was closed, and the process is about to end.
        let _ = slot.send(task.answer(&line));
    }
}

fn write(met: &Receiver<Met>) -> io::Result<bool> {
    let stdout = io::stdout().lock();
    let mut progress = Progress::start(io::stderr().is_terminal() && !stdout.is_terminal());
    let mut output = BufWriter::new(stdout);
    let mut all_used = true;
    for met in met {
        let complaint = match met {
            Met::Line { place, slot } => match slot.recv() {
                Ok(Outcome { json, complaint }) => {
                    output.write_all(&json)?;
                    output.write_all(b"\n")?;
                    output.flush()?;
                    complaint.map(|complaint| format!("{place}: {complaint}"))
                }
                Err(_) => {
                    Some(format!("{place}: the engine failed; this is a defect, please report the line"))
                }
            },
            Met::Unreadable(complaint) => Some(complaint),
        };
        progress.one_more();
        if let Some(complaint) = complaint {
            progress.clear();
            complain(&complaint);
            all_used = false;
        }
    }
    progress.clear();
    Ok(all_used)
}

/// How far the work is, on a terminal's last line.
struct Progress {
    shown: bool,
    done: usize,
    next: Option<Instant>,
}

impl Progress {
    /// Between two looks at it.
    const PACE: Duration = Duration::from_millis(100);

    /// Shows nothing at all unless there `is_watched` by somebody.
    fn start(is_watched: bool) -> Self {
        Self { shown: false, done: 0, next: is_watched.then(|| Instant::now() + Self::PACE) }
    }

    fn one_more(&mut self) {
        self.done += 1;
        let now = Instant::now();
        if self.next.is_some_and(|next| next <= now) {
            self.next = Some(now + Self::PACE);
            self.shown = true;
            let _ = write!(io::stderr(), "\r{} articles", self.done);
        }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
