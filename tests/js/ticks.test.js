import assert from "node:assert/strict";
import test from "node:test";
import { counted, DONE, progressText, SKIPPED, Ticks } from "../../generator/entregent/features/checklist/ticks.js";
import { Kept } from "../../generator/entregent/pages/assets/storage.js";

function storage(initial = {}) {
  const items = new Map(Object.entries(initial));
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
}

const ticksIn = (kept, key) => new Ticks(new Kept(() => kept, key));

const refuse = () => {
  throw new Error("full");
};

test("a mark is there again after a reload", () => {
  const kept = storage();
  ticksIn(kept, "k").set("add-a-note", DONE);
  ticksIn(kept, "k").set("tidy-up", SKIPPED);
  assert.equal(ticksIn(kept, "k").get("add-a-note"), DONE);
  assert.equal(ticksIn(kept, "k").get("tidy-up"), SKIPPED);
  assert.equal(ticksIn(kept, "other").get("add-a-note"), undefined);
});

test("a line that is open again stays open", () => {
  const kept = storage({ k: '{"done":["a","b"],"skipped":[]}' });
  ticksIn(kept, "k").set("a", undefined);
  assert.deepEqual([...ticksIn(kept, "k").states], [["b", DONE]]);
});

test("a plain list is one of lines that are done", () => {
  assert.deepEqual([...ticksIn(storage({ k: '["a","b"]' }), "k").states.keys()], ["a", "b"]);
});

test("replacing some lines leaves the others, and can be undone", () => {
  const ticks = ticksIn(storage({ k: '{"done":["a","gone"],"skipped":["b"]}' }), "k");
  const before = ticks.replace(["a", "b", "c"], new Map([["c", DONE]]));
  assert.deepEqual(Object.fromEntries(ticks.states), { gone: DONE, c: DONE });
  ticks.replace(["a", "b", "c"], before);
  assert.deepEqual(Object.fromEntries(ticks.states), { gone: DONE, b: SKIPPED, a: DONE });
});

test("a change touches its own lines only, whatever other pages have kept meanwhile", () => {
  const kept = storage({ k: '{"done":["a"],"skipped":[]}' });
  const here = ticksIn(kept, "k");
  ticksIn(kept, "k").replace(["a", "b"], new Map([["b", SKIPPED]]));
  here.set("c", DONE);
  assert.deepEqual(Object.fromEntries(ticksIn(kept, "k").states), { b: SKIPPED, c: DONE });
  assert.equal(here.get("b"), SKIPPED);
});

test("what a full storage did not take is not forgotten at the next change", () => {
  const ticks = ticksIn({ getItem: () => '{"done":["z"],"skipped":[]}', setItem: refuse }, "k");
  ticks.set("a", DONE);
  ticks.set("b", DONE);
  assert.deepEqual([...ticks.states.keys()], ["z", "a", "b"]);
});

test("what is kept but damaged is left out", () => {
  for (const text of ["{", "null", "3", '{"a":1}', '"a"', '{"done":"a"}', '{"done":[1,null,{}]}']) {
    const ticks = ticksIn(storage({ k: text }), "k");
    assert.equal(ticks.states.size, 0, text);
    assert.ok(ticks.kept, text);
  }
});

test("a storage that refuses leaves the ticks in memory and says so", () => {
  const full = ticksIn({ getItem: () => null, setItem: refuse }, "k");
  assert.ok(full.kept);
  full.set("a", DONE);
  assert.ok(full.get("a") === DONE && !full.kept);
  assert.ok(!ticksIn({ getItem: refuse, setItem: refuse }, "k").kept);
});

test("a tick under a former id counts for the line, until the line has one of its own", () => {
  const former = new Map([
    ["old", "new"],
    ["older", "new"],
    ["was", "is"],
  ]);
  const kept = storage({ k: '{"done":["old","was","z"],"skipped":["is"]}' });
  const ticks = () => new Ticks(new Kept(() => kept, "k"), former);
  assert.deepEqual(Object.fromEntries(ticks().states), { new: DONE, is: SKIPPED, z: DONE });
  ticks().set("new", undefined);
  assert.deepEqual(JSON.parse(kept.getItem("k")), { done: ["z"], skipped: ["is"] });
  assert.equal(ticks().get("new"), undefined);
});

test("lines that do not apply are not counted among those to do", () => {
  const states = new Map([
    ["a", DONE],
    ["b", SKIPPED],
    ["elsewhere", DONE],
  ]);
  assert.deepEqual(counted(states, ["a", "b", "c"]), { done: 1, skipped: 1, total: 2 });
});

test("progress is said in words", () => {
  const words = {
    progress: "{done} sur {total}",
    progressSkipped: "{done} sur {total}, {skipped} sans objet",
    progressComplete: "Tout est fait : {done} sur {total}",
  };
  assert.equal(progressText(words, { done: 3, skipped: 0, total: 10 }), "3 sur 10");
  assert.equal(progressText(words, { done: 3, skipped: 1, total: 9 }), "3 sur 9, 1 sans objet");
  assert.equal(progressText(words, { done: 9, skipped: 1, total: 9 }), "Tout est fait : 9 sur 9");
  assert.equal(progressText(words, { done: 0, skipped: 2, total: 0 }), "0 sur 0, 2 sans objet");
});
