// Starts the program for drafts and hands VS Code what it says. What is found is none of this file's business.

import { commands, type ExtensionContext, l10n, languages, type OutputChannel, window, workspace } from "vscode";
import { DidChangeConfigurationNotification, LanguageClient } from "vscode-languageclient/node";
import { findProgram } from "./program";
import { showStatus } from "./status";

/** Drafts on this machine, saved or not yet; not, say, the two sides of a comparison. */
const DRAFTS = ["file", "untitled"].flatMap((scheme) =>
  ["markdown", "plaintext"].map((language) => ({ scheme, language })),
);

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("Copydesk");
  const restart = () => stop().then(() => start(context, output));
  context.subscriptions.push(
    output,
    ...showStatus((document) => languages.match(DRAFTS, document) > 0),
    commands.registerCommand("copydesk.restart", restart),
    commands.registerCommand("copydesk.openFactSheet", openFactSheet),
    commands.registerCommand("copydesk.checkFolder", checkFolder),
    commands.registerCommand("copydesk.fixAll", fixAll),
    commands.registerCommand("copydesk.showOutput", () => output.show()),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("copydesk.path")) {
        await restart();
      } else if (change.affectsConfiguration("copydesk")) {
        await client?.sendNotification(DidChangeConfigurationNotification.type, { settings: { copydesk: settings() } });
      }
    }),
  );
  await start(context, output);
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function start(context: ExtensionContext, output: OutputChannel): Promise<void> {
  const search = findProgram({
    setting: workspace.getConfiguration("copydesk").get("path", ""),
    extension: context.extensionPath,
    path: process.env.PATH ?? "",
    platform: process.platform,
  });
  if ("missing" in search) {
    void sayMissing(output, search.missing);
    return;
  }
  output.appendLine(`Copydesk is ${search.program}`);
  client = new LanguageClient(
    "copydesk",
    "Copydesk",
    { command: search.program, args: ["lsp"] },
    { documentSelector: DRAFTS, initializationOptions: settings(), outputChannel: output },
  );
  // The client itself shows why it could not start; the commands must stay, or it could not be tried again.
  await client.start().catch((reason) => output.appendLine(`Copydesk did not start: ${reason}`));
}

/** Has the program open the fact sheet of the draft in front. */
async function openFactSheet(): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  if (uri && client) {
    await commands.executeCommand("copydesk.facts", { uri });
  }
}

/** Has the program read all drafts in the folders that are open, else in that of the draft in front, and shows the list. */
async function checkFolder(): Promise<void> {
  const draft = window.activeTextEditor?.document.uri.toString();
  const named = workspace.workspaceFolders?.length ? {} : { uri: draft };
  if (client && (workspace.workspaceFolders?.length || draft)) {
    await commands.executeCommand("copydesk.check-folder", named);
    await commands.executeCommand("workbench.actions.view.problems");
  }
}

/** Makes every fix in the draft in front that leaves no choice. */
async function fixAll(): Promise<void> {
  await commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.copydesk", apply: "first" });
}

async function stop(): Promise<void> {
  const stopping = client;
  client = undefined;
  if (stopping?.needsStop()) {
    await stopping.dispose();
  }
}

/** The settings that the program knows; what is not set is left to the newsroom's own file. */
function settings(): object {
  const all = workspace.getConfiguration("copydesk");
  const language = all.get("language", "auto");
  return {
    language: language === "auto" ? undefined : language,
    messages: all.get("messages"),
    date: all.get("date", "") || undefined,
    checks: all.get("checks", {}),
    contrasts: all.get("contrasts"),
    allDrafts: all.get("allDrafts"),
    typingPause: all.get("typingPause"),
    inlayHints: { dates: all.get("inlayHints.dates") },
  };
}

/** Says that there is no program, at `place` if the reporter has set one, and offers to open the setting. */
async function sayMissing(output: OutputChannel, place: string | undefined): Promise<void> {
  const message = place
    ? l10n.t("Copydesk: there is no program at {0}, where the setting copydesk.path says it is.", place)
    : l10n.t(
        "Copydesk: the program copydesk was not found, so drafts are not read. Install it on your PATH, or say where it is in the setting copydesk.path.",
      );
  output.appendLine(message);
  const open = l10n.t("Open the Setting");
  if ((await window.showWarningMessage(message, open)) === open) {
    await commands.executeCommand("workbench.action.openSettings", "copydesk.path");
  }
}
