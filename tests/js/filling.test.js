import assert from "node:assert/strict";
import test from "node:test";
import { Kept } from "../../generator/entregent/pages/assets/storage.js";
import { fill } from "../../generator/entregent/pages/assets/templates.js";
import {
  dayInWords,
  limitFor,
  mailto,
  NEAR,
  standing,
} from "../../generator/entregent/pages/components/message-form/filling.js";
import { Memory } from "../../generator/entregent/pages/components/message-form/memory.js";

test("a day is said as people say it", () => {
  assert.equal(dayInWords("2026-12-03", "fr"), "jeudi 3 décembre");
  assert.equal(dayInWords("2026-12-01", "fr-CA"), "mardi 1er décembre");
  assert.equal(dayInWords("2026-12-03", "en"), "Thursday 3 December");
  assert.equal(dayInWords("x", "fr"), "");
});

test("a limit is that of the account, or that of all", () => {
  assert.equal(limitFor({ free: 200, premium: 300 }, "premium"), 300);
  assert.equal(limitFor({ any: 2000 }, undefined), 2000);
  assert.equal(limitFor({ any: 2000 }, "free"), 2000);
  assert.equal(limitFor({}, "free"), undefined);
});

test("a limit is announced before it is reached, and when it is passed", () => {
  assert.equal(standing(200 - NEAR - 1, 200), null);
  assert.deepEqual(standing(200 - NEAR, 200), { state: "near", n: NEAR });
  assert.deepEqual(standing(200, 200), { state: "near", n: 0 });
  assert.deepEqual(standing(201, 200), { state: "over", n: 1 });
  assert.equal(standing(9999, undefined), null);
});

test("an e-mail address holds any text", () => {
  const address = mailto("Un & deux ?", "Été\u00a0: 100 %\n\nÀ +1 #x");
  const query = new URL(address).search.slice(1).split("&");
  assert.equal(query.length, 2);
  assert.equal(decodeURIComponent(query[0]), "subject=Un & deux ?");
  assert.equal(decodeURIComponent(query[1]), "body=Été\u00a0: 100 %\r\n\r\nÀ +1 #x");
  assert.equal(mailto("", "x"), "mailto:?body=x");
});

test("a template keeps what it has no value for", () => {
  assert.equal(fill("{n} sur {limit}, {other}", { n: 3, limit: 200 }), "3 sur 200, {other}");
});

function storage(initial = {}) {
  const items = new Map(Object.entries(initial));
  return { items, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
}

const memoryIn = (storage) => new Memory(new Kept(() => storage, "k"));

test("what is remembered is there on the next page", () => {
  const kept = storage();
  memoryIn(kept).set("name", "Nadia");
  assert.equal(memoryIn(kept).get("name"), "Nadia");
  memoryIn(kept).clear();
  assert.equal(memoryIn(kept).get("name"), undefined);
});

test("what is kept but damaged is left out, and a storage that refuses does no harm", () => {
  for (const text of ["{", "null", "3", '{"name":1}', '"x"'])
    assert.equal(memoryIn(storage({ k: text })).get("name"), undefined, text);
  assert.equal(memoryIn(storage()).get("constructor"), undefined);
  const none = memoryIn(null);
  none.set("name", "Nadia");
  assert.equal(none.get("name"), "Nadia");
});
