import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { findProgram, type Places } from "./program";

let home: string;
let places: Places;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "copydesk-"));
  const path = [join(home, "bin"), join(home, "usr")].join(delimiter);
  places = { setting: "", extension: join(home, "extension"), path, home, platform: "linux" };
});

afterEach(() => rmSync(home, { recursive: true }));

/** Puts a program there, and says where. */
function put(...parts: string[]): string {
  const file = join(home, ...parts);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

/** The place that is complained of; nothing where no place was set. */
function complaint(): string | undefined {
  const search = findProgram(places);
  assert.ok("missing" in search, `found ${JSON.stringify(search)}`);
  return search.missing;
}

test("the setting wins over all others", () => {
  put("extension", "server", "copydesk");
  put("bin", "copydesk");
  places.setting = put("mine", "my-copydesk");
  assert.deepEqual(findProgram(places), { program: places.setting });
});

test("a setting may begin with ~ and have spaces around it", () => {
  const program = put("mine", "copydesk");
  places.setting = ` ~/${relative(homedir(), program)} `;
  assert.deepEqual(findProgram(places), { program });
});

test("a setting that leads nowhere is complained of, though the program is elsewhere", () => {
  put("bin", "copydesk");
  places.setting = join(home, "nowhere");
  assert.equal(complaint(), places.setting);
});

test("the program that came with the extension wins over the PATH", () => {
  const bundled = put("extension", "server", "copydesk");
  put("bin", "copydesk");
  assert.deepEqual(findProgram(places), { program: bundled });
});

test("the first on the PATH is taken", () => {
  const first = put("bin", "copydesk");
  put("usr", "copydesk");
  assert.deepEqual(findProgram(places), { program: first });
});

test("an empty entry of the PATH is not the current folder", () => {
  places.path = "";
  assert.equal(complaint(), undefined);
});

test("a relative entry of the PATH is not looked into", () => {
  put("bin", "copydesk");
  places.path = [".", relative(process.cwd(), join(home, "bin"))].join(delimiter);
  assert.equal(complaint(), undefined);
});

test("neither a folder nor a file that cannot be run is a program", () => {
  mkdirSync(join(home, "bin", "copydesk"), { recursive: true });
  chmodSync(put("usr", "copydesk"), 0o644);
  assert.equal(complaint(), undefined);
});

test("off the PATH it is found where Cargo installs it", () => {
  const program = put(".cargo", "bin", "copydesk");
  assert.deepEqual(findProgram(places), { program });
});

test("on Windows it is copydesk.exe", () => {
  put("bin", "copydesk");
  const program = put("usr", "copydesk.exe");
  assert.deepEqual(findProgram({ ...places, platform: "win32" }), { program });
});
