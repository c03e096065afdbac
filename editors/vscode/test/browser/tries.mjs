// Tries in VS Code what a reporter would notice if it went wrong. Prints one TAP line a claim; exits 1 if one fails.
import { readFileSync } from "node:fs";
import { sit } from "./desk.mjs";

const [installed, vsix, program, pictures] = process.argv.slice(2);
const setting = { installed, vsix, program, pictures };
const PATIENCE_MS = 10_000;

let claimed = 0, failed = 0;

function ok(holds, claim, got) {
  claimed += 1;
  console.log(`${holds ? "ok" : "not ok"} ${claimed} - ${claim}`);
  if (!holds) {
    failed += 1;
    console.log(`#   got: ${JSON.stringify(got)}`);
  }
}

/** Waits until what `look` answers satisfies `wanted`, and claims that it did. */
async function soon(desk, claim, look, wanted) {
  const until = Date.now() + PATIENCE_MS;
  let got = await look();
  while (!wanted(got) && Date.now() < until) {
    await desk.page.waitForTimeout(50);
    got = await look();
  }
  ok(wanted(got), claim, got);
}

/** How much is underlined in the draft that is seen. */
const underlined = (desk) => desk.page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count();

const gone = (count) => count === 0;
const there = (count) => count > 0;

const FIGURES = `---
date: 2020-12-17
---

# Soldats au Mali

L'armée a envoyé 2.500 soldats au Mali en janvier.

Le temps reste sec dans le nord du pays.

L'armée a envoyé 2.800 soldats au Mali en janvier, dit le ministre.
`;

/** A pair that was accepted stays quiet while other words change, and speaks again when its own do. */
async function accepting(desk) {
  await desk.open("paire.md");
  await soon(desk, "two figures for one thing are underlined", () => underlined(desk), there);
  await desk.click("2.800");
  await desk.choose("Différents à dessein");
  await soon(desk, "accepted, the pair is quiet", () => underlined(desk), gone);
  ok(readFileSync(desk.file(".copydesk/accepted.jsonl"), "utf8").includes("2.800"), "the house's file holds it");

  await desk.click("nord");
  await desk.page.keyboard.press("End");
  await desk.page.keyboard.type(" Il fait chaud.", { delay: 40 });
  await desk.page.waitForTimeout(1500);
  ok(gone(await underlined(desk)), "another paragraph is changed: still quiet", await underlined(desk));

  await desk.page.keyboard.press("Control+s");
  await desk.command("Copydesk: Restart");
  await desk.page.waitForTimeout(2000);
  ok(gone(await underlined(desk)), "started again: still quiet", await underlined(desk));

  await retype(desk, "2.800", "2.900");
  await soon(desk, "one of the figures is changed: it speaks again", () => underlined(desk), there);
}

/** Puts the cursor behind `words`, takes them away and types others. */
async function retype(desk, words, others, delay = 40) {
  await behind(desk, words);
  for (const _ of words) {
    await desk.page.keyboard.press("Backspace");
  }
  await desk.page.keyboard.type(others, { delay });
}

async function behind(desk, words) {
  const { x, y, width, height } = await desk.boxOf(words);
  await desk.page.mouse.click(x + width, y + height / 2);
  await desk.leave();
}

/** On the way to a number nothing is said of it; after the pause, what is to be said. */
async function typing(desk) {
  await desk.open("frappe.md", { quiet: true });
  await desk.page.getByText("Titre").first().waitFor();
  await desk.page.waitForTimeout(3000);
  ok(gone(await underlined(desk)), "a draft that agrees with itself: nothing is underlined", await underlined(desk));
  await behind(desk, "envoyé");
  await desk.page.keyboard.type(" ");
  await desk.page.waitForTimeout(1000);
  for (const key of "2.700") {
    await desk.page.keyboard.type(key);
    await desk.page.waitForTimeout(250);
    const count = await underlined(desk);
    ok(gone(count), `typed up to "${key}": nothing is said`, count);
  }
  await desk.page.keyboard.type(" soldats");
  await soon(desk, "after the pause it is underlined", () => underlined(desk), there);
}

/** A tab without a name is read as well. */
async function untitled(desk) {
  await desk.command("File: New Untitled Text File");
  await desk.page.waitForTimeout(1500);
  await desk.page.keyboard.type("PARIS, 17 décembre 2020 - Il a signé vendredi 17 décembre 2020 à Paris.");
  await soon(desk, "a tab that was never saved: the weekday is underlined", () => underlined(desk), there);
  await desk.click("vendredi");
  await desk.choose("jeudi");
  await soon(desk, "and put right", () => underlined(desk), gone);
}

const ODD = "\ufeffBRUXELLES, 17 décembre 2020 - \u{1F600}\u{1F468}\u200d\u{1F469}\u200d\u{1F467} L'armée a\u202fsigné.\r\n\r\n" +
  "\u{1F600} Prix\u202f: 2\u202f500\u202f€, signé vendredi 17 décembre 2020 \u{1F600}.\r\n";

/** Emoji, thin spaces, a byte-order mark and Windows line ends: the line stands under the words that it means. */
async function oddCharacters(desk) {
  await desk.open("bizarre.md");
  await desk.page.waitForTimeout(1500);
  const words = await desk.boxOf("vendredi 17 décembre 2020");
  const mark = await desk.page.locator("[class*=squiggly-]").first().boundingBox();
  const off = Math.max(Math.abs(mark.x - words.x), Math.abs(mark.width - words.width));
  ok(off < 2, "emoji and thin spaces before it: underlined from its first letter to its last", { words, mark });
  await desk.take("try-odd");
  await desk.click("vendredi");
  await desk.choose("jeudi");
  await soon(desk, "put right", () => underlined(desk), gone);
  await desk.page.keyboard.press("Control+s");
  await desk.page.waitForTimeout(1000);
  const saved = readFileSync(desk.file("bizarre.md"), "utf8");
  ok(saved === ODD.replace("vendredi", "jeudi"), "the file has jeudi for vendredi and no other change", saved);
}

/** Each folder follows its own copydesk.toml. */
async function twoFolders(desk) {
  await desk.open("nord/a.md", { workspace: "deux.code-workspace", quiet: true });
  await desk.page.getByText("Titre").first().waitFor();
  await desk.page.waitForTimeout(3000);
  ok(gone(await underlined(desk)), "the first folder has the check off: quiet", await underlined(desk));
  await desk.open("sud/b.md", { workspace: "deux.code-workspace" });
  await soon(desk, "the second has not: underlined", () => underlined(desk), there);
}

async function walkthrough(desk) {
  await desk.command("Welcome: Open Walkthrough...");
  await desk.page.locator(".quick-input-widget input").first().fill("Copydesk");
  await desk.page.keyboard.press("Enter");
  await desk.page.locator(".getting-started-category, .step-title").first().waitFor();
  await desk.take("try-walkthrough");
}

/** A setting is a box to tick, and holds at once. */
async function settings(desk) {
  await desk.open("jour.md", { quiet: true });
  await desk.command("Preferences: Open Settings (UI)");
  await desk.page.keyboard.type("copydesk");
  const dates = desk.page.locator(".setting-item", { hasText: "Inlay Hints" });
  await dates.first().waitFor();
  await desk.take("try-settings");
  await dates.locator(".setting-value-checkbox").first().click();
  await desk.page.waitForTimeout(1000);
  await desk.page.keyboard.press("Escape");
  await soon(desk, "switched on, the day stands beside the weekday", () => desk.page.getByText("16 décembre").count(), there);
}

const WEEKDAY = "# Titre\n\nPARIS, 17 décembre 2020 - Il a signé vendredi 17 décembre 2020 à Paris.\n";
const files = {
  "paire.md": FIGURES,
  "frappe.md": FIGURES.replace("Soldats au Mali", "Titre").replace(" 2.800 soldats", ""),
  "bizarre.md": ODD,
  "jour.md": "PARIS, 17 décembre 2020 - Il a signé mercredi à Paris.\n",
  "nord/a.md": WEEKDAY,
  "nord/copydesk.toml": "[checks]\nweekday-mismatch = \"off\"\n",
  "sud/b.md": WEEKDAY,
  "deux.code-workspace": JSON.stringify({ folders: [{ path: "nord" }, { path: "sud" }] }),
};

await sit({ ...setting, files }, async (desk) => {
  for (const part of [accepting, typing, untitled, oddCharacters, twoFolders, settings, walkthrough]) {
    await part(desk);
  }
});

console.log(`1..${claimed}`);
process.exit(failed > 0 ? 1 : 0);
