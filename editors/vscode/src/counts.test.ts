import assert from "node:assert/strict";
import { test } from "node:test";
import { count, short } from "./counts";

const [ERROR, WARNING, INFORMATION, HINT] = [0, 1, 2, 3];

test("errors and warnings are alarms, the rest are notes", () => {
  assert.deepEqual(count([ERROR, WARNING, INFORMATION, HINT, WARNING]), { alarms: 3, notes: 2 });
});

test("a draft with nothing to look at has a tick", () => {
  assert.equal(short(count([])), "Copydesk $(check)");
});

test("what there is none of is left out", () => {
  assert.equal(short(count([WARNING])), "Copydesk $(warning) 1");
  assert.equal(short(count([INFORMATION, INFORMATION])), "Copydesk $(info) 2");
  assert.equal(short(count([ERROR, INFORMATION])), "Copydesk $(warning) 1 $(info) 1");
});
