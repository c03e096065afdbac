// Serves VS Code with the extension, opens a draft in Chromium, and takes a picture of each thing a reporter meets.
// Each picture waits for the words that it is to show, so that a picture taken is also an assertion that held.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const [installed, vsix, program, pictures, draft, name] = process.argv.slice(2);
const { chromium } = createRequire(join(installed, "node_modules", "/"))("playwright-core");

const DRAFT = `---
date: 2020-12-17
---

# Titre

WASHINGTON 17/12 (BELGA) = Le général Paul Martens a rencontré mercredi le président Ashraf Ghani. Le retrait a été annoncé
vendredi 17 décembre 2020 par le ministre.

L'armée ne garde que 2.500 soldats dans le pays, contre environ 13.000 il y a un an.
`;
/** Height of the window where text, list and card are to be seen at once. */
const TALL = 900;
const MESSAGE = "Le 17 décembre 2020 était un jeudi, pas un vendredi.";
const SETTINGS = {
  "breadcrumbs.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.fontSize": draft ? 14 : 17,
  "editor.hover.above": false,
  "editor.lineHeight": 1.6,
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.wordWrap": "on",
  "problems.defaultViewMode": "tree",
  "security.workspace.trust.enabled": false,
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Light Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** A home for one run: the draft and VS Code's own files. */
function settle() {
  const home = mkdtempSync(join(tmpdir(), "copydesk-pictures-"));
  for (const folder of ["drafts", "data/User", "data/Machine", "extensions"]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  if (draft) {
    copyFileSync(draft, join(home, "drafts", basename(draft)));
  } else {
    writeFileSync(join(home, "drafts", "brouillon.md"), DRAFT);
  }
  writeFileSync(join(home, "data", "User", "settings.json"), JSON.stringify(SETTINGS));
  // Served from afar, as here, VS Code reads what belongs to the machine from a file of its own.
  writeFileSync(join(home, "data", "Machine", "settings.json"), JSON.stringify({ "copydesk.path": program }));
  return home;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

function codeServer(home, ...args) {
  const entry = join(installed, "node_modules", "code-server", "out", "node", "entry.js");
  const dirs = ["--user-data-dir", join(home, "data"), "--extensions-dir", join(home, "extensions")];
  return { command: [entry, ...dirs, ...args], options: { env: { ...process.env, HOME: home }, encoding: "utf8" } };
}

function install(home) {
  const { command, options } = codeServer(home, "--install-extension", vsix);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) {
    throw new Error(`the extension was not installed:\n${stdout}${stderr}`);
  }
}

/** Serves until the returned process is ended; it leads a group of its own, as code-server's helpers outlive it. */
async function serve(home, port) {
  const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
  const { command, options } = codeServer(home, "--bind-addr", `127.0.0.1:${port}`, ...quiet);
  const server = spawn(process.execPath, command, { ...options, stdio: ["ignore", "pipe", "inherit"], detached: true });
  await new Promise((listening, ended) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("HTTP server listening") && listening());
    server.on("exit", (status) => ended(new Error(`code-server ended with ${status}`)));
  });
  return server;
}

/** Where `words` stand in the editor for the last time, in pixels of the window. */
async function middleOf(page, words) {
  const middle = await page.evaluate((wanted) => {
    let last = null;
    const plain = (text) => text.replaceAll("\u00a0", " ");
    for (const line of document.querySelectorAll(".view-line")) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = plain(node.data).lastIndexOf(wanted);
        if (at >= 0) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const box = range.getBoundingClientRect();
          last = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
    }
    return last;
  }, words);
  if (!middle) {
    throw new Error(`not to be seen in the editor: ${words}`);
  }
  return middle;
}

/** Rests the mouse at a place until a hover comes that holds `text`. */
async function hover(page, { x, y }, text) {
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  await page.locator(".monaco-hover", { hasText: text }).first().waitFor();
}

/** Takes the mouse to where nothing is, so that no hover stands in the next picture. */
async function leave(page) {
  await page.mouse.move(640, 700);
  await page.locator(".monaco-hover:visible").waitFor({ state: "detached" });
}

async function openDraft(page, home, port) {
  const file = join(home, "drafts", draft ? basename(draft) : "brouillon.md");
  const payload = JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${port}${file}`]]);
  const query = new URLSearchParams({ folder: join(home, "drafts"), payload });
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  await page.locator(".squiggly-error").first().waitFor();
  await page.keyboard.press("Control+b");
}

/** Prints what *Copydesk: Show Output* would show. */
function tellLog(home) {
  const logs = readdirSync(join(home, "data", "logs"), { recursive: true });
  for (const log of logs.filter((name) => name.endsWith("Copydesk.log"))) {
    console.error(readFileSync(join(home, "data", "logs", log), "utf8"));
  }
}

async function take(page, name, clip) {
  // Counts and colours follow a little after the words.
  await page.waitForTimeout(1500);
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path, clip });
  console.log(path);
}

/** Opens the list of findings, with the places that they are linked to. */
async function listProblems(page) {
  await page.keyboard.press("Control+Shift+m");
  const problems = page.locator(".markers-panel");
  await problems.locator(".monaco-list-row").first().waitFor();
  for (const twistie of await problems.locator(".monaco-list-row .codicon-tree-item-expanded.collapsed").all()) {
    await twistie.click();
  }
  return problems;
}

/** One picture of a whole draft: what is underlined, the list of findings, and a card. */
async function portrait(page) {
  await listProblems(page);
  await page.locator(".view-lines").first().click({ position: { x: 5, y: 40 } });
  await hover(page, await middleOf(page, name), name);
  await take(page, basename(draft).replace(/\.[^.]*$/, ""), { x: 52, y: 0, width: 1228, height: TALL - 34 });
}

async function session(page) {
  const problems = await listProblems(page);
  await problems.getByText(MESSAGE).waitFor();
  await take(page, "problems");
  await page.keyboard.press("Control+j");

  await hover(page, await middleOf(page, "décembre"), MESSAGE);
  await take(page, "finding");
  await leave(page);

  const { x, y, width, height } = await page.locator(".squiggly-info").first().boundingBox();
  await hover(page, { x: x + width / 2, y: y + height / 2 }, "brouillon.md");
  await take(page, "linked");
  await leave(page);

  await hover(page, await middleOf(page, "Ghani"), "Ashraf Ghani");
  await take(page, "card");
  await leave(page);

  const vendredi = await middleOf(page, "vendredi");
  await page.mouse.click(vendredi.x, vendredi.y);
  await leave(page);
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText("jeudi").first().waitFor();
  await take(page, "fix");
  await page.keyboard.press("Enter");
  await page.locator(".view-line", { hasText: "jeudi 17 décembre" }).waitFor();
  await page.locator(".squiggly-error").waitFor({ state: "detached" });
  await take(page, "fixed");
}

const home = settle();
let server, browser;
try {
  install(home);
  const port = await freePort();
  server = await serve(home, port);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: draft ? TALL : 760 } });
  try {
    await openDraft(page, home, port);
    await (draft ? portrait(page) : session(page));
  } catch (trouble) {
    await take(page, "trouble");
    tellLog(home);
    throw trouble;
  }
} finally {
  await browser?.close();
  if (server?.exitCode === null) {
    process.kill(-server.pid);
    await once(server, "exit");
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
