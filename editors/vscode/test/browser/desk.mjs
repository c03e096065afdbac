// VS Code, served by code-server and shown in Chromium: what both the pictures and the tries are made with.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SETTINGS = {
  "breadcrumbs.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.fontSize": 14,
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

/** A home for one run: a folder `drafts` with these files, and VS Code's own. */
function settle(program, files) {
  const home = mkdtempSync(join(tmpdir(), "copydesk-browser-"));
  for (const folder of ["drafts", "data/User", "data/Machine", "extensions"]) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(home, "drafts", name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
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

function codeServer(installed, home, ...args) {
  const entry = join(installed, "node_modules", "code-server", "out", "node", "entry.js");
  const dirs = ["--user-data-dir", join(home, "data"), "--extensions-dir", join(home, "extensions")];
  return { command: [entry, ...dirs, ...args], options: { env: { ...process.env, HOME: home }, encoding: "utf8" } };
}

function install(installed, home, vsix) {
  const { command, options } = codeServer(installed, home, "--install-extension", vsix);
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) {
    throw new Error(`the extension was not installed:\n${stdout}${stderr}`);
  }
}

/** Serves until the returned process is ended; it leads a group of its own, as code-server's helpers outlive it. */
async function serve(installed, home, port) {
  const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
  const where = ["--bind-addr", `127.0.0.1:${port}`];
  const { command, options } = codeServer(installed, home, ...where, ...quiet);
  const server = spawn(process.execPath, command, { ...options, stdio: ["ignore", "pipe", "ignore"], detached: true });
  await new Promise((listening, ended) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("HTTP server listening") && listening());
    server.on("exit", (status) => ended(new Error(`code-server ended with ${status}`)));
  });
  return server;
}

/** Prints what *Copydesk: Show Output* would show. */
function tellLog(home) {
  const logs = readdirSync(join(home, "data", "logs"), { recursive: true });
  for (const log of logs.filter((name) => name.endsWith("Copydesk.log"))) {
    console.error(readFileSync(join(home, "data", "logs", log), "utf8"));
  }
}

/** One window of VS Code, with a folder of drafts. */
export class Desk {
  constructor(page, home, port, pictures) {
    Object.assign(this, { page, home, port, pictures });
  }

  /** A file in the folder of drafts. */
  file(name) {
    return join(this.home, "drafts", name);
  }

  /** Opens a draft, or with a `workspace` the file of that name beside it, and waits for what is underlined. */
  async open(name, { workspace, quiet } = {}) {
    const payload = JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${this.port}${this.file(name)}`]]);
    const folder = workspace ? { workspace: this.file(workspace) } : { folder: join(this.home, "drafts") };
    await this.page.goto(`http://127.0.0.1:${this.port}/?${new URLSearchParams({ ...folder, payload })}`);
    await this.page.locator(quiet ? ".view-lines" : "[class*=squiggly-]").first().waitFor();
    const sidebar = this.page.locator(".part.sidebar");
    if (await sidebar.isVisible()) {
      await this.page.keyboard.press("Control+b");
      await sidebar.waitFor({ state: "hidden" });
    }
  }

  /** Changes one of the reporter's own settings, in the file that holds them. */
  setting(name, value) {
    const file = join(this.home, "data", "User", "settings.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), [name]: value }));
  }

  /** Runs a command by its name in the palette. */
  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Where `words` stand in the editor for the last time: their box, in pixels of the window. */
  async boxOf(words) {
    const box = await this.page.evaluate((wanted) => {
      let last = null;
      const plain = (text) => text.replaceAll("\u00a0", " ");
      for (const line of document.querySelectorAll(".view-line")) {
        // A word may be cut into several spans by its colours.
        const nodes = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const at = plain(nodes.map((node) => node.data).join("")).lastIndexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        const place = (offset) => {
          let rest = offset;
          for (const node of nodes) {
            if (rest <= node.length) return [node, rest];
            rest -= node.length;
          }
          return [nodes.at(-1), nodes.at(-1).length];
        };
        range.setStart(...place(at));
        range.setEnd(...place(at + wanted.length));
        const { x, y, width, height } = range.getBoundingClientRect();
        last = { x, y, width, height };
      }
      return last;
    }, words);
    if (!box) {
      throw new Error(`not to be seen in the editor: ${words}`);
    }
    return box;
  }

  /** The middle of `words`. */
  async middleOf(words) {
    const { x, y, width, height } = await this.boxOf(words);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Rests the mouse on `words` until a hover comes that holds `text`. */
  async hover(words, text) {
    const { x, y } = await this.middleOf(words);
    await this.page.mouse.move(x - 4, y);
    await this.page.mouse.move(x, y);
    await this.page.locator(".monaco-hover", { hasText: text }).first().waitFor();
  }

  /** Takes the mouse to where nothing is, so that no hover stands in the next picture. */
  async leave() {
    await this.page.mouse.move(640, 700);
    await this.page.locator(".monaco-hover:visible").first().waitFor({ state: "hidden" });
  }

  /** Puts the cursor into `words`. */
  async click(words) {
    const { x, y } = await this.middleOf(words);
    await this.page.mouse.click(x, y);
    await this.leave();
  }

  /** Opens the menu of what can be done at the cursor. */
  async menu(entry) {
    const wanted = this.page.locator(".action-widget").getByText(entry).first();
    for (let patience = 5; patience > 0 && !(await wanted.isVisible()); patience -= 1) {
      await this.page.keyboard.press("Control+.");
      await this.page.waitForTimeout(2000);
    }
    await wanted.waitFor();
  }

  /** Chooses from that menu. */
  async choose(entry) {
    await this.menu(entry);
    await this.page.locator(".action-widget").getByText(entry).first().click();
  }

  /** Opens the list of findings, with the places that they are linked to. */
  async problems() {
    await this.page.keyboard.press("Control+Shift+m");
    const list = this.page.locator(".markers-panel");
    await list.locator(".monaco-list-row").first().waitFor();
    for (const twistie of await list.locator(".monaco-list-row .codicon-tree-item-expanded.collapsed").all()) {
      await twistie.click();
    }
    return list;
  }

  /** A picture of the window, or of `clip` in it. */
  async take(name, clip) {
    // Counts and colours follow a little after the words.
    await this.page.waitForTimeout(1500);
    const path = join(this.pictures, `${name}.png`);
    await this.page.screenshot({ path, clip });
    console.log(path);
  }
}

/** Runs `session` in a VS Code of its own that has these files; what goes wrong is shown in a picture. */
export async function sit({ installed, vsix, program, pictures, files, viewport }, session) {
  const { chromium } = createRequire(join(installed, "node_modules", "/"))("playwright-core");
  const home = settle(program, files);
  let server, browser;
  try {
    install(installed, home, vsix);
    const port = await freePort();
    server = await serve(installed, home, port);
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: viewport ?? { width: 1280, height: 760 } });
    const desk = new Desk(page, home, port, pictures);
    try {
      await session(desk, browser);
    } catch (trouble) {
      await desk.take("trouble");
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
}
