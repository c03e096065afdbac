// Takes the pictures of the README. Each waits for the words that it is to show, so that a picture taken is also an
// assertion that held.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sit } from "./desk.mjs";

const [installed, vsix, program, pictures, draft] = process.argv.slice(2);
const name = basename(draft);
/** Where the editor begins, right of the bar of activities. */
const LEFT = 52;
/** Pictures that stand side by side show no more than this, so that they can be read at half their size. */
const WIDTH = 780;
const clip = (height) => ({ x: LEFT, y: 0, width: WIDTH, height });

/** The whole: what is underlined, the list with the other places, and a card over a name. */
async function whole(desk) {
  await desk.problems();
  await desk.page.keyboard.press("Control+1");
  await desk.hover("Oslo", "Oslo");
  await desk.take("vscode", { x: LEFT, y: 0, width: 1128, height: 730 });
  await desk.leave();
  await desk.page.keyboard.press("Control+j");
}

/** One finding and the place that it is linked to, as the mouse shows them. */
async function finding(desk) {
  await desk.page.setViewportSize({ width: LEFT + WIDTH, height: 794 });
  await desk.hover("12 ships", "14 ships");
  await desk.take("vscode-finding", clip(470));
  await desk.leave();
}

async function fixes(desk) {
  await desk.click("Wednesday");
  await desk.menu("Thursday");
  await desk.take("vscode-fixes", clip(330));
  await desk.page.keyboard.press("Escape");
}

async function hints(desk) {
  desk.setting("copydesk.inlayHints.dates", true);
  await desk.open(name);
  await desk.page.getByText("June 27").first().waitFor();
  await desk.take("vscode-hints", clip(330));
}

/** The fact sheet in a browser: on a desk, on a phone, and on paper. */
async function sheet(desk, browser) {
  const file = join(desk.home, "sheet.html");
  const made = spawnSync(program, ["facts", "--format", "html", "--out", file, desk.file(name)], { encoding: "utf8" });
  if (made.status !== 0) {
    throw new Error(made.stderr);
  }
  for (const [kind, width, height] of [["desk", WIDTH, 700], ["phone", 390, 760]]) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`file://${file}`);
    await page.locator("li.fact input").first().check();
    await page.screenshot({ path: join(pictures, `sheet-${kind}.png`) });
    if (kind === "desk") {
      await page.pdf({ path: join(pictures, "sheet.pdf"), format: "A4" });
    }
    await page.close();
    console.log(join(pictures, `sheet-${kind}.png`));
  }
}

const files = { [name]: readFileSync(draft) };
await sit({ installed, vsix, program, pictures, files, viewport: { width: 1180, height: 794 } }, async (desk, browser) => {
  await desk.open(name);
  for (const part of [whole, finding, fixes, hints, sheet]) {
    await part(desk, browser);
  }
});
