// Every word that a reader sees is there in French too, and no translation is left of what is gone.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { getL10nJson } from "@vscode/l10n-dev";

const read = (file: string) => readFileSync(file, "utf8");
const keys = (file: string) => Object.keys(JSON.parse(read(file))).sort();

test("the manifest's words are those of package.nls.json", () => {
  const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((found) => found[1]);
  assert.deepEqual([...new Set(used)].sort(), keys("package.nls.json"));
});

test("package.nls.fr.json has the same words", () => {
  assert.deepEqual(keys("package.nls.fr.json"), keys("package.nls.json"));
});

test("what the extension says, it can say in French", async () => {
  const sources = readdirSync("src").filter((file) => !file.endsWith(".test.ts"));
  const said = await getL10nJson(sources.map((file) => ({ extension: ".ts", contents: read(join("src", file)) })));
  assert.deepEqual(keys("l10n/bundle.l10n.fr.json"), Object.keys(said).sort());
});
