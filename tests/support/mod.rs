//! An editor small enough to read: it talks to the real program over its standard input and output.

// Each test program uses what it needs of this.
#![allow(dead_code, reason = "shared by several test programs")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long to wait for a message before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a full-grown editor says that it can do, with positions in the given encoding.
pub(crate) fn every_ability(encoding: &str) -> Value {
    json!({
        "general": { "positionEncodings": [encoding] },
        "workspace": { "workspaceEdit": { "documentChanges": true }, "inlayHint": { "refreshSupport": true } },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": {
                "relatedInformation": true, "dataSupport": true, "codeDescriptionSupport": true, "versionSupport": true,
            },
        },
    })
}

/// The same of an editor that asks for findings itself, and shows how far work has come.
pub(crate) fn ability_to_ask() -> Value {
    let mut abilities = every_ability("utf-16");
    abilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    abilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    abilities["window"] = json!({ "workDoneProgress": true, "showDocument": { "support": true } });
    abilities
}

/// A folder for one test with these files, and nothing else, in it.
pub(crate) fn folder_with(name: &Path, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (name, text) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// An editor with its server.
pub(crate) struct Editor {
    server: Child,
    stdin: Option<ChildStdin>,
    inbox: Receiver<Value>,
    unread: Vec<Value>,
    requests: u64,
    /// What the server said that it can do.
    pub(crate) server_can: Value,
}

impl Editor {
    /// Starts a server and shakes hands with it.
    pub(crate) fn start(abilities: Value) -> Self {
        Self::start_with(abilities, Value::Null)
    }

    /// The same, with settings.
    pub(crate) fn start_with(abilities: Value, settings: Value) -> Self {
        let mut editor = Self::unintroduced();
        editor.shake_hands(Value::Null, abilities, settings);
        editor
    }

    /// The same, with these folders open.
    pub(crate) fn start_in(folders: &[String], abilities: Value, settings: Value) -> Self {
        let mut editor = Self::unintroduced();
        let folders: Vec<Value> =
            folders.iter().map(|uri| json!({ "uri": uri, "name": uri.rsplit('/').next() })).collect();
        let params = json!({
            "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": abilities,
            "initializationOptions": settings,
        });
        editor.server_can = editor.request("initialize", params)["capabilities"].take();
        editor.notify("initialized", json!({}));
        editor
    }

    /// Introduces itself as a process, and takes note of what the server can do.
    pub(crate) fn shake_hands(&mut self, process: Value, abilities: Value, settings: Value) {
        let params = json!({ "processId": process, "rootUri": null, "capabilities": abilities, "initializationOptions": settings });
        self.server_can = self.request("initialize", params)["capabilities"].take();
        self.notify("initialized", json!({}));
    }

    /// Starts a server and says nothing to it.
    pub(crate) fn unintroduced() -> Self {
        Self::of(Command::new(env!("CARGO_BIN_EXE_copydesk")).arg("lsp"))
    }

    /// Starts a server in its own way and says nothing to it.
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut server =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (stdin, stdout) = (server.stdin.take(), server.stdout.take().unwrap());
        let (sender, inbox) = channel();
        thread::spawn(move || read_messages(stdout, |message| sender.send(message).is_ok()));
        Self { server, stdin, inbox, unread: Vec::new(), requests: 0, server_can: Value::Null }
    }

    /// Opens a Markdown draft.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Edits a draft; `changes` as in `textDocument/didChange`.
    pub(crate) fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Closes a draft.
    pub(crate) fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// What is shown on hover.
    pub(crate) fn hover(&mut self, uri: &str, position: Value) -> Value {
        self.request("textDocument/hover", json!({ "textDocument": { "uri": uri }, "position": position }))
    }

    /// What is shown beside a range: the position and the label of each hint.
    pub(crate) fn hints(&mut self, uri: &str, range: &Value) -> Vec<(Value, String)> {
        let params = json!({ "textDocument": { "uri": uri }, "range": range });
        let hints = self.request("textDocument/inlayHint", params).as_array().cloned().unwrap_or_default();
        hints
            .iter()
            .map(|hint| (hint["position"].clone(), hint["label"].as_str().unwrap().to_owned()))
            .collect()
    }

    /// The quick fixes for a range.
    pub(crate) fn quick_fixes(&mut self, uri: &str, range: &Value) -> Vec<Value> {
        let params =
            json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
        self.request("textDocument/codeAction", params).as_array().cloned().unwrap_or_default()
    }

    /// The diagnostics that come next for a version of a draft (`None` for one that was closed); those for other
    /// versions are passed over.
    pub(crate) fn diagnostics(&mut self, uri: &str, version: Option<i64>) -> Vec<Value> {
        let message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"].as_i64() == version
        });
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The diagnostics of a draft whose whole text is sent anew.
    pub(crate) fn diagnostics_again(&mut self, uri: &str, text: &str, version: i64) -> Vec<Value> {
        self.change(uri, version, json!([{ "text": text }]));
        self.diagnostics(uri, Some(version))
    }

    /// What the server shows to the writer next.
    pub(crate) fn shown(&mut self) -> String {
        let message = self.wait(|message| message["method"] == "window/showMessage");
        message["params"]["message"].as_str().unwrap().to_owned()
    }

    /// Whether the server has shown anything to the writer that nobody looked at.
    pub(crate) fn has_shown(&self) -> bool {
        self.unread.iter().any(|message| message["method"] == "window/showMessage")
    }

    /// The next line that the server writes into the editor's log.
    pub(crate) fn log_line(&mut self) -> String {
        let message = self.wait(|message| message["method"] == "window/logMessage");
        message["params"]["message"].as_str().unwrap().to_owned()
    }

    /// Asks the server and waits for its answer: the result, or the error.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer_to(id)
    }

    /// Asks the server for something that it asks back for, and answers it: what it asked.
    pub(crate) fn request_with(&mut self, method: &str, params: Value, back: &str) -> Value {
        let id = self.ask(method, params);
        let mut asked = self.wait(|message| message["method"] == back && !message["id"].is_null());
        self.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": { "success": true } }));
        self.answer_to(id);
        asked["params"].take()
    }

    /// Answers the next request of that kind that the server makes: what it asked.
    pub(crate) fn answer_request(&mut self, method: &str) -> Value {
        self.answer_request_with(method, &Value::Null)
    }

    /// The same with an answer that says something.
    pub(crate) fn answer_request_with(&mut self, method: &str, result: &Value) -> Value {
        let mut request = self.wait(|message| message["method"] == method && !message["id"].is_null());
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
        request["params"].take()
    }

    /// Asks the server for something, and does not wait for the answer: the number of the question.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> u64 {
        self.requests += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.requests, "method": method, "params": params }));
        self.requests
    }

    /// The answer to a question of that number: the result, or the error.
    pub(crate) fn answer_to(&mut self, id: u64) -> Value {
        let mut answer = self.wait(|message| message["id"] == id && message["method"].is_null());
        if answer["error"].is_null() { answer["result"].take() } else { answer["error"].take() }
    }

    /// Whether the answer to a question of that number has come.
    pub(crate) fn has_answered(&self, id: u64) -> bool {
        self.unread.iter().any(|message| message["id"] == id && message["method"].is_null())
    }

    /// Asks for the findings in a draft, as an editor that has those of the name `has`.
    pub(crate) fn pull(&mut self, uri: &str, has: Option<&str>) -> Value {
        let params = json!({ "textDocument": { "uri": uri }, "previousResultId": has });
        self.request("textDocument/diagnostic", params)
    }

    /// The next message of that method.
    pub(crate) fn next(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)["params"].take()
    }

    /// Whether a message of that method came that nobody looked at.
    pub(crate) fn has_heard(&self, method: &str) -> bool {
        self.unread.iter().any(|message| message["method"] == method)
    }

    /// Tells the server something.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Takes leave as the protocol asks, and returns the exit code.
    pub(crate) fn leave(mut self) -> Option<i32> {
        self.request("shutdown", Value::Null);
        self.exit()
    }

    /// Says `exit` and nothing else, and returns the exit code. Standard input stays open, as in some editors.
    pub(crate) fn exit(mut self) -> Option<i32> {
        self.notify("exit", Value::Null);
        self.server.wait().unwrap().code()
    }

    /// Says nothing more but does not go away, and returns the exit code.
    pub(crate) fn linger(mut self) -> Option<i32> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.server.try_wait().unwrap() {
                return status.code();
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("the server should have ended");
    }

    /// Goes away without a word, and returns the exit code.
    pub(crate) fn vanish(mut self) -> Option<i32> {
        self.stdin = None;
        self.server.wait().unwrap().code()
    }

    /// The first answer for which `wanted` holds.
    pub(crate) fn answer(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        self.wait(|message| message["method"].is_null() && wanted(message))
    }

    /// Whether answers came that nobody waited for.
    pub(crate) fn has_answers(&self) -> bool {
        self.unread.iter().any(|message| message["method"].is_null())
    }

    /// The versions of a draft whose diagnostics are published, in their order, until those of `last`.
    pub(crate) fn published_until(&mut self, uri: &str, last: i64) -> Vec<i64> {
        let mut versions = Vec::new();
        while versions.last() != Some(&last) {
            let publishes = |message: &Value| message["method"] == "textDocument/publishDiagnostics";
            let message = self.wait(|message| publishes(message) && message["params"]["uri"] == uri);
            versions.extend(message["params"]["version"].as_i64());
        }
        versions
    }

    /// The first message for which `wanted` holds, among those that came already and those to come.
    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&wanted) {
            return self.unread.remove(at);
        }
        loop {
            let Ok(message) = self.inbox.recv_timeout(PATIENCE) else {
                panic!("the server should have said something; it said only {:#?}", self.said());
            };
            if wanted(&message) {
                return message;
            }
            self.unread.push(message);
        }
    }

    /// What came and nobody waited for: messages to the writer in full, of others the kind.
    fn said(&self) -> Vec<&Value> {
        let told = |message: &'_ Value| message["params"].get("message").is_some();
        self.unread
            .iter()
            .map(|message| if told(message) { &message["params"]["message"] } else { &message["method"] })
            .collect()
    }

    /// Sends one message.
    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    /// Sends bytes, whatever they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("the editor has not left yet");
        stdin.write_all(bytes).unwrap();
        stdin.flush().unwrap();
    }
}

impl Drop for Editor {
    /// A test that failed leaves no server behind.
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Hands on every message that the server writes.
fn read_messages(stdout: ChildStdout, mut hand_on: impl FnMut(Value) -> bool) {
    let mut stdout = BufReader::new(stdout);
    while let Some(message) = read_message(&mut stdout) {
        if !hand_on(message) {
            return;
        }
    }
}

/// The next message; `None` once the server has closed its output.
fn read_message(stdout: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    stdout.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// A position, as the protocol writes it.
pub(crate) fn at(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

/// The range of the first `words` in `text`, counted as `encoding` says.
pub(crate) fn range_of(text: &str, words: &str, encoding: &str) -> Value {
    let start = text.find(words).expect("the words stand in the text");
    let position = |offset: usize| {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap();
        let character = match encoding {
            "utf-8" => line.len(),
            "utf-16" => line.encode_utf16().count(),
            _ => line.chars().count(),
        };
        at(before.matches('\n').count() as u32, character as u32)
    };
    json!({ "start": position(start), "end": position(start + words.len()) })
}
