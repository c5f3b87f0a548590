import assert from "node:assert/strict";
import test from "node:test";
import { progressText, Ticks } from "../../generator/entregent/features/checklist/ticks.js";

function storage(initial = {}) {
  const items = new Map(Object.entries(initial));
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
}

test("a tick is there again after a reload", () => {
  const kept = storage();
  new Ticks(kept, "k").set("add-a-note", true);
  assert.ok(new Ticks(kept, "k").has("add-a-note"));
  assert.ok(!new Ticks(kept, "other").has("add-a-note"));
});

test("an unticked line stays unticked", () => {
  const kept = storage({ k: '["a","b"]' });
  new Ticks(kept, "k").set("a", false);
  assert.deepEqual([...new Ticks(kept, "k").ids], ["b"]);
});

test("clearing gives back what was ticked, so that it can be undone", () => {
  const ticks = new Ticks(storage({ k: '["a","b"]' }), "k");
  const before = ticks.replace([]);
  assert.ok(!ticks.has("a"));
  ticks.replace(before);
  assert.ok(ticks.has("a") && ticks.has("b"));
});

test("what is not a list of ids is left out", () => {
  for (const text of ["{", "null", "3", '{"a":1}', '"a"']) {
    const ticks = new Ticks(storage({ k: text }), "k");
    assert.equal(ticks.ids.size, 0, text);
    assert.ok(ticks.kept, text);
  }
  assert.deepEqual([...new Ticks(storage({ k: '["a",1,null]' }), "k").ids], ["a"]);
});

test("a storage that refuses leaves the ticks in memory and says so", () => {
  const refuse = () => {
    throw new Error("full");
  };
  const full = new Ticks({ getItem: () => null, setItem: refuse }, "k");
  assert.ok(full.kept);
  full.set("a", true);
  assert.ok(full.has("a") && !full.kept);
  assert.ok(!new Ticks({ getItem: refuse, setItem: refuse }, "k").kept);
});

test("progress is said in words", () => {
  assert.equal(progressText("{done} sur {total}", 3, 25), "3 sur 25");
});
