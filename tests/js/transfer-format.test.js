import assert from "node:assert/strict";
import test from "node:test";
import { DONE, SKIPPED } from "../../generator/entregent/features/checklist/ticks.js";
import {
  fromFile,
  fromFragment,
  Refused,
  sortedOut,
  toFile,
  toFragment,
} from "../../generator/entregent/features/checklist/transfer-format.js";

const STATES = new Map([
  ["no-pitch", DONE],
  ["tidy-up", SKIPPED],
  ["add-a-note", DONE],
]);

function refused(act, reason) {
  assert.throws(act, (error) => error instanceof Refused && error.message === reason);
}

test("a link brings back what it was made from", () => {
  assert.equal(toFragment(STATES), "#done=add-a-note,no-pitch&skipped=tidy-up");
  assert.deepEqual(Object.fromEntries(fromFragment(toFragment(STATES))), Object.fromEntries(STATES));
  assert.equal(fromFragment("#done=a%2Cb").size, 2);
  assert.equal(fromFragment("#done=&skipped=tidy-up").get("tidy-up"), SKIPPED);
});

test("an address without ticks is not a link of this kind", () => {
  for (const fragment of ["", "#", "#add-a-note", "#list--done"]) assert.equal(fromFragment(fragment), null);
});

test("a damaged link is refused", () => {
  for (const fragment of [
    "#done=<img src=x>",
    "#done=a,,b",
    "#done=A",
    "#done=a,a",
    "#done=a&skipped=a",
    "#done=a%20b",
    "#done=%E0%A4%A",
    `#done=${"a".repeat(65)}`,
    `#done=${Array.from({ length: 5001 }, (_, i) => `a${i}`).join(",")}`,
  ])
    refused(() => fromFragment(fragment), "bad");
});

test("a file brings back what it was made from", () => {
  assert.deepEqual(Object.fromEntries(fromFile(toFile(STATES))), Object.fromEntries(STATES));
});

test("a file of another kind is refused", () => {
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '"x"',
    '{"format":"other","version":1,"done":[],"skipped":[]}',
    '{"format":"entregent-checklist","version":"1","done":[],"skipped":[]}',
    '{"format":"entregent-checklist","version":1,"done":"a","skipped":[]}',
    '{"format":"entregent-checklist","version":1,"done":[1],"skipped":[]}',
    '{"format":"entregent-checklist","version":1,"done":["__proto__"],"skipped":[]}',
    toFile(STATES).padEnd(500_001),
  ])
    refused(() => fromFile(text), "bad");
});

test("a file of a newer version says so", () => {
  refused(() => fromFile('{"format":"entregent-checklist","version":2}'), "newer");
});

test("ticks of other lists are told from those of this one", () => {
  const { known, unknown } = sortedOut(STATES, ["no-pitch", "other"]);
  assert.deepEqual([...known], [["no-pitch", DONE]]);
  assert.equal(unknown, 2);
  refused(() => sortedOut(STATES, ["other"]), "foreign");
  refused(() => sortedOut(new Map(), ["other"]), "foreign");
});
