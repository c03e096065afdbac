//! One JSON record a line in, one answer a line out, in order, for as long as there are lines.
//!
//! One thread reads, one per core answers, and the caller's writes. The reader deals the lines out in turn and the
//! writer collects the answers in the same turn, which keeps the order without numbering anything. All queues are
//! short, so that memory does not grow with the input.

use std::io::{self, BufRead, BufWriter, Write};
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use copydesk::{Analysis, Format, Options, analyse};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::arguments::{About, Input};
use crate::day;
use crate::guard;
use crate::outcome::Outcome;
use crate::records::{DraftRecord, Label};

/// How many lines may wait for one thread.
const QUEUE: usize = 32;

/// What is asked of each record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// Its findings.
    Findings,
    /// Its mentions.
    Mentions,
}

/// One line of the input.
#[derive(Debug, Deserialize)]
struct Record {
    #[serde(default)]
    id: Value,
    text: String,
    date: Option<String>,
    language: Option<String>,
    format: Option<String>,
}

/// The answer to a line that could not be read.
#[derive(Debug, Serialize)]
struct Refusal {
    id: Value,
    error: String,
}

/// One line of the output, and whether it tells of an alarm.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) line: Vec<u8>,
    alarms: bool,
}

/// Answers every line of standard input on standard output.
pub(crate) fn run(question: Question, input: &Input) -> Result<Outcome> {
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = input.threads.map_or_else(cores, NonZeroUsize::get);
    let (lines, answers): (Vec<_>, Vec<_>) =
        (0..threads).map(|_| spawn_answerer(question, input.about.clone())).unzip();
    let reader = thread::spawn(move || deal(lines));
    let alarms = collect(&answers).context("cannot write the answers")?;
    finish(reader)?;
    Ok(Outcome::of(alarms))
}

/// Whether reading ended well.
fn finish(reader: JoinHandle<io::Result<()>>) -> Result<()> {
    reader.join().unwrap_or(Ok(())).context("cannot read standard input")
}

/// Starts a thread that answers the lines sent to it.
fn spawn_answerer(question: Question, about: About) -> (SyncSender<Vec<u8>>, Receiver<Answer>) {
    let (send_line, lines) = sync_channel::<Vec<u8>>(QUEUE);
    let (send_answer, answers) = sync_channel(QUEUE);
    thread::spawn(move || {
        // A closed channel means that the writer has gone; then nobody wants the rest.
        let _ = lines.iter().try_for_each(|line| send_answer.send(answer(&line, question, &about)));
    });
    (send_line, answers)
}

/// Deals the lines of standard input out in turn. Blank lines are no records.
fn deal(desks: Vec<SyncSender<Vec<u8>>>) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut turn = desks.iter().cycle();
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        if turn.next().is_some_and(|desk| desk.send(line).is_err()) {
            return Ok(());
        }
    }
}

/// Writes the answers in turn, and says whether one of them tells of an alarm.
fn collect(desks: &[Receiver<Answer>]) -> io::Result<bool> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut alarms = false;
    for desk in desks.iter().cycle() {
        let Some(answer) = next(desk, &mut output)? else { break };
        output.write_all(&answer.line)?;
        alarms |= answer.alarms;
    }
    output.flush()?;
    Ok(alarms)
}

/// The next answer. Where it has to be waited for, those before it are sent on their way first.
fn next(desk: &Receiver<Answer>, output: &mut impl Write) -> io::Result<Option<Answer>> {
    match desk.try_recv() {
        Ok(answer) => Ok(Some(answer)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush()?;
            Ok(desk.recv().ok())
        }
    }
}

/// The answer to one line.
pub(crate) fn answer(line: &[u8], question: Question, about: &About) -> Answer {
    let record = match serde_json::from_slice::<Record>(line) {
        Ok(record) => record,
        Err(error) => return refuse(id_of(line), format!("this line is not a record: {error}")),
    };
    let work = |options| {
        guard::rehearse(&record.text);
        reply(&record, &analyse(&record.text, &options), question)
    };
    let reply = |options| Ok(guard::guarded(|| work(options))?);
    match options(&record, about).and_then(reply) {
        Ok(answer) => answer,
        Err(error) => refuse(record.id, error.to_string()),
    }
}

/// The `id` of a line that is JSON but not a record.
fn id_of(line: &[u8]) -> Value {
    let value = serde_json::from_slice::<Value>(line).unwrap_or_default();
    value.get("id").cloned().unwrap_or_default()
}

/// What the record says of its draft; the command line fills in what it leaves out.
fn options(record: &Record, about: &About) -> Result<Options> {
    let date = record.date.as_deref().map(day::parse).transpose().map_err(anyhow::Error::msg)?;
    let format = match record.format.as_deref() {
        None => Format::Markdown,
        Some(name) => Format::named(name)
            .filter(|format| format.is_built_in())
            .with_context(|| format!("`{name}` is not a format; write one of {}", names(Format::ALL)))?,
    };
    let given = about.options(None, format);
    Ok(Options { date: date.or(given.date), language: record.language.clone().or(given.language), ..given })
}

/// The names of formats, for a message.
fn names(formats: impl IntoIterator<Item = Format>) -> String {
    let known = formats.into_iter().filter(|format| format.is_built_in());
    known.map(Format::name).collect::<Vec<_>>().join(", ")
}

/// The answer to a record that was read.
fn reply(record: &Record, analysis: &Analysis, question: Question) -> Answer {
    let label = Label::Id(&record.id);
    match question {
        Question::Findings => {
            let alarms = analysis.findings.iter().any(|finding| finding.severity.is_alarm());
            Answer { alarms, ..written(&DraftRecord::of_findings(label, analysis)) }
        }
        Question::Mentions => {
            let mentions = analysis.mentions();
            written(&DraftRecord::of_mentions(label, analysis, &mentions, &record.text))
        }
    }
}

/// The answer to a line that could not be read.
fn refuse(id: Value, error: String) -> Answer {
    written(&Refusal { id, error })
}

/// An answer as a line of JSON.
fn written(answer: &impl Serialize) -> Answer {
    let mut line = serde_json::to_vec(answer).expect("the records hold nothing that JSON cannot say");
    line.push(b'\n');
    Answer { line, alarms: false }
}
