import assert from "node:assert/strict";
import { test } from "node:test";
import { fragmentOf, idOf, pathIn } from "../../generator/entregent/features/decisions/path.js";

const targets = new Map([
  ["known", ["yes", "note"]],
  ["note", ["reply", "wait"]],
  ["yes", []],
  ["reply", []],
  ["wait", []],
]);

test("an empty fragment is the first question", () => {
  assert.deepEqual(pathIn("", targets), { path: ["known"], damaged: false });
});

test("a fragment names the steps after the first", () => {
  assert.deepEqual(pathIn("#note.wait", targets), { path: ["known", "note", "wait"], damaged: false });
});

test("a link to one step stands for a way that leads there", () => {
  assert.deepEqual(pathIn("#step--wait", targets), { path: ["known", "note", "wait"], damaged: false });
  assert.deepEqual(pathIn("#step--known", targets), { path: ["known"], damaged: false });
});

for (const fragment of ["#nowhere", "#wait.note", "#note.wait.note", "#__proto__", "#%00", "#.yes.yes"]) {
  test(`a damaged fragment begins at the beginning: ${fragment}`, () => {
    assert.deepEqual(pathIn(fragment, targets), { path: ["known"], damaged: true });
  });
}

test("the id of a step stands in its element's id", () => {
  assert.equal(idOf("#step--known"), "known");
});

test("a path and its fragment stand for each other", () => {
  assert.equal(fragmentOf(["known", "note", "wait"]), "#note.wait");
  assert.equal(fragmentOf(["known"]), "#");
});
