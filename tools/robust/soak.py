#!/usr/bin/env python3
"""Mixed traffic for as long as is wanted: drafts opened, edited, asked about and closed, requests cancelled, settings changed.

usage: soak.py PROGRAM [SECONDS [SEED]]       (1800 seconds unless told)

Every request must have exactly one answer, publishes of a draft must never go back in version, and when all is quiet the last
one must be for the last version and its findings those of `check` on the same text. Memory is printed every 30 seconds; it
must not grow by more than a fifth from the second quarter to the last. Ends with 1 where anything of that fails."""
import json
import queue
import random
import subprocess
import sys
import threading
import time

DRAFTS = 20
WORDS = """le la les de du des à en et que qui a ont été sera pour dans sur avec Paris Bruxelles Namur ministre président Jean Marie Dupont Dupond
Milley général soldats morts blessés euros millions pour cent hausse baisse jeudi vendredi lundi hier demain 17 décembre 2020 31 novembre 12 21 2.500 13.000
20 30 50 % km ( ) , . ; « » é 😀 \u202f \u0301 the of in on and said will Monday Thursday Dec. troops people killed percent rose fell from to""".split()
ENDS = [" ", " ", " ", " ", " ", " ", ". ", ".\n\n", "\n", "\r\n\r\n"]
METHODS = ["hover", "codeAction", "documentSymbol", "references", "definition", "documentHighlight", "completion", "inlayHint", "prepareRename", "rename"]


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.inbox = queue.Queue()
        self.errors = []
        threading.Thread(target=self.read, daemon=True).start()
        threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True).start()

    def read(self):
        out = self.process.stdout
        while True:
            length = None
            while line := out.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if length is None:
                return self.inbox.put(None)
            self.inbox.put(json.loads(out.read(length)))

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


class Soak:
    def __init__(self, program, seed):
        self.server, self.dice = Server(program), random.Random(seed)
        self.texts, self.versions, self.published, self.found = {}, {}, {}, {}
        self.open_requests, self.requests, self.edits, self.cancelled = {}, 0, 0, 0
        self.faults, self.closed = [], set()

    def uri(self, draft):
        return f"file:///soak/{draft}/draft.md"

    def prose(self, words):
        return "".join(self.dice.choice(WORDS) + self.dice.choice(ENDS) for _ in range(words))

    def position(self, text, at):
        before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
        return {"line": before.count("\n"), "character": len(before.rsplit("\n", 1)[-1].encode("utf-16-le")) // 2}

    def place(self, text):
        at = self.dice.randrange(len(text) + 1)
        return at - 1 if text[at - 1:at + 1] == "\r\n" else at

    def edit(self, draft):
        if draft not in self.texts:
            self.texts[draft], self.versions[draft] = self.prose(self.dice.choice([0, 50, 400, 2000])), 1
            item = {"uri": self.uri(draft), "languageId": "markdown", "version": 1, "text": self.texts[draft]}
            self.published[draft] = 0
            return self.server.send(method="textDocument/didOpen", params={"textDocument": item})
        text = self.texts[draft]
        start, end = self.place(text), None
        end = self.place(text) if self.dice.random() < 0.01 else min(len(text), start + self.dice.choice([0, 0, 0, 1, 4]))
        start, end = min(start, end), max(start, end)
        if text[end - 1:end + 1] == "\r\n":
            end += 1
        new = self.prose(self.dice.choice([0, 1, 1, 1, 3])) if len(text) < 20000 else ""
        change = {"range": {"start": self.position(text, start), "end": self.position(text, end)}, "text": new}
        self.texts[draft] = text[:start] + new + text[end:]
        self.versions[draft] += 1
        self.edits += 1
        item = {"uri": self.uri(draft), "version": self.versions[draft]}
        self.server.send(method="textDocument/didChange", params={"textDocument": item, "contentChanges": [change]})

    def ask(self, draft):
        self.requests += 1
        method = self.dice.choice(METHODS)
        text = self.texts.get(draft, "")
        at = self.position(text, self.dice.randrange(len(text) + 1))
        silly = {"line": self.dice.choice([0, 10**9, 2**32 - 1]), "character": 2**32 - 1}
        start, end = (silly, at) if self.dice.random() < 0.05 else (at, at)
        params = {"textDocument": {"uri": self.uri(draft)}, "position": start, "range": {"start": start, "end": end},
                  "context": {"diagnostics": [], "includeDeclaration": True}, "newName": "Durand"}
        self.open_requests[self.requests] = method
        self.server.send(id=self.requests, method="textDocument/" + method, params=params)
        if self.dice.random() < 0.2:
            self.cancelled += 1
            self.server.send(method="$/cancelRequest", params={"id": self.requests})

    def close(self, draft):
        if self.texts.pop(draft, None) is not None:
            self.server.send(method="textDocument/didClose", params={"textDocument": {"uri": self.uri(draft)}})
            # What was published before could not be told from what is published once it is open again.
            if not self.drain(lambda: draft in self.closed, 60):
                self.faults.append(f"draft {draft} was closed and its findings stay")
            self.closed.discard(draft)

    def take(self, message):
        if message is None:
            raise SystemExit(f"the server has ended: {self.server.process.poll()} {self.server.errors}")
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            draft, version = int(params["uri"].split("/")[-2]), params.get("version")
            if version is None:
                self.closed.add(draft)
            elif draft in self.texts:
                if version < self.published.get(draft, 0) and version > 1:
                    self.faults.append(f"draft {draft}: version {version} after {self.published[draft]}")
                self.published[draft], self.found[draft] = version, params["diagnostics"]
        elif "method" in message:
            if "id" in message:
                self.server.send(id=message["id"], result=None)
            elif "Message" in message["method"]:
                self.faults.append(f"the server said: {message['params']}")
        elif self.open_requests.pop(message["id"], None) is None:
            self.faults.append(f"an answer that nobody asked for: {message}")

    def drain(self, until, patience):
        end = time.monotonic() + patience
        while not until() and time.monotonic() < end:
            try:
                self.take(self.server.inbox.get(timeout=0.05))
            except queue.Empty:
                pass
        return until()

    def settle(self, program):
        """Waits until all is answered, and compares with what `check` says."""
        quiet = lambda: not self.open_requests and all(self.published.get(d) == v for d, v in self.versions.items() if d in self.texts)
        if not self.drain(quiet, 60):
            self.faults.append(f"no answer: {self.open_requests}; {[(d, self.versions[d], self.published.get(d)) for d in self.texts]}")
        records = "".join(json.dumps({"id": draft, "text": text}) + "\n" for draft, text in self.texts.items())
        done = subprocess.run([program, "check", "--jsonl"], input=records.encode(), capture_output=True)
        for line in done.stdout.splitlines():
            answer = json.loads(line)
            if "error" in answer:
                self.faults.append(f"check on {self.texts[answer['id']]!r}: {answer['error']}")
                continue
            wanted = [(finding["check"], finding["message"]) for finding in answer["findings"]]
            found = [(one["code"], one["message"]) for one in self.found.get(answer["id"], [])]
            if [check for check, _ in wanted] != [check for check, _ in found]:
                self.faults.append(f"draft {answer['id']}: {found} published, {wanted} wanted")


def main():
    program = sys.argv[1]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 1800
    soak = Soak(program, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    caps = {"textDocument": {"publishDiagnostics": {"versionSupport": True, "relatedInformation": True}}}
    soak.open_requests[0] = "initialize"
    soak.server.send(id=0, method="initialize", params={"processId": None, "rootUri": None, "capabilities": caps,
                                                           # What waits for the writer to pause would come after all is thought quiet.
                                                           "initializationOptions": {"typingPause": 0}})
    soak.drain(lambda: not soak.open_requests, 20)
    soak.server.send(method="initialized", params={})
    began = told = time.monotonic()
    memory = []
    while (now := time.monotonic()) - began < seconds and not soak.faults:
        draft, luck = soak.dice.randrange(DRAFTS), soak.dice.random()
        for _ in range(soak.dice.choice([1, 1, 5, 40])):
            soak.edit(draft)
            if luck < 0.4:
                soak.ask(draft)
        if luck > 0.99:
            soak.close(draft)
        # An editor that never waited would only fill the pipe.
        soak.drain(lambda: len(soak.open_requests) < 50, 60)
        if soak.dice.random() < 0.01:
            soak.settle(program)
        if now - told > 30:
            told = now
            memory.append(soak.server.memory())
            print(f"{now - began:6.0f} s {memory[-1]:6.1f} MB {soak.edits} edits {soak.requests} requests, {soak.cancelled} cancelled", flush=True)
    soak.settle(program)
    soak.open_requests[-1] = "shutdown"
    soak.server.send(id=-1, method="shutdown")
    soak.drain(lambda: not soak.open_requests, 20)
    soak.server.send(method="exit")
    if soak.server.process.wait(20) != 0:
        soak.faults.append("the server did not end in order")
    quarter = len(memory) // 4
    if quarter and max(memory[-quarter:]) > 1.2 * max(memory[quarter:2 * quarter]):
        soak.faults.append(f"memory grows: {memory}")
    print(f"{soak.edits} edits, {soak.requests} requests of which {soak.cancelled} cancelled, {len(soak.faults)} faults")
    print("\n".join(str(fault) for fault in soak.faults[:5]))
    sys.exit(bool(soak.faults))


if __name__ == "__main__":
    main()
