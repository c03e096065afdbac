// The item in the status bar: how many findings the open draft has. A click lists them.

import { type Diagnostic, type Disposable, l10n, languages, StatusBarAlignment, type TextDocument, window } from "vscode";
import { count, short } from "./counts";

/** What the program writes as the source of its findings. */
const SOURCE = "copydesk";

/** Shows the item beside drafts, as `isDraft` tells, and keeps it current until it is disposed of. */
export function showStatus(isDraft: (document: TextDocument) => boolean): Disposable[] {
  const item = window.createStatusBarItem("copydesk.findings", StatusBarAlignment.Right, 100);
  item.name = "Copydesk";
  item.command = "workbench.actions.view.problems";
  const refresh = () => {
    const document = window.activeTextEditor?.document;
    if (!document || !isDraft(document)) {
      item.hide();
      return;
    }
    const { alarms, notes } = count(findings(languages.getDiagnostics(document.uri)));
    item.text = short({ alarms, notes });
    item.tooltip = l10n.t("{0} to correct, {1} worth a look. Click for the list.", alarms, notes);
    item.show();
  };
  refresh();
  return [item, languages.onDidChangeDiagnostics(refresh), window.onDidChangeActiveTextEditor(refresh)];
}

function findings(all: readonly Diagnostic[]): number[] {
  return all.filter((diagnostic) => diagnostic.source === SOURCE).map((diagnostic) => diagnostic.severity);
}
