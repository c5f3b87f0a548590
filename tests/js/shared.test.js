import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fold, tokenize } from "../../generator/entregent/features/search/client/analysis.js";
import { fill } from "../../generator/entregent/pages/assets/templates.js";
import { dayInWords, limitFor, standing } from "../../generator/entregent/pages/components/message-form/filling.js";

/** Cases that Python is held to as well, by tests/test_shared.py. */
const cases = (name) => JSON.parse(readFileSync(new URL(`../shared/${name}.json`, import.meta.url), "utf8"));

test("a word is folded", () => {
  for (const { word, folded } of cases("folding").words) assert.equal(fold(word), folded);
});

test("a text is cut into words", () => {
  for (const { text, words } of cases("folding").texts) assert.deepEqual(tokenize(text), words);
});

test("a day in words: a message says the weekday where a page says the year", () => {
  for (const { language, day, common, message } of cases("days")) {
    assert.equal(dayInWords(day, language), message);
    assert.ok(message.includes(common), message);
  }
});

test("a text is measured and held against its limits", () => {
  for (const { text, length, limits, strictest, over } of cases("lengths")) {
    const found = ["free", "premium"]
      .map((account) => limitFor(limits, account))
      .filter((limit) => limit !== undefined);
    const limit = found.length ? Math.min(...found) : undefined;
    assert.equal(text.length, length);
    assert.equal(limit ?? null, strictest);
    assert.equal(standing(text.length, limit)?.state === "over", over, text);
  }
});

test("a template is filled in", () => {
  for (const { template, values, text } of cases("filling").templates) assert.equal(fill(template, values), text);
});
