/** Reads the drafts of a file made by tests/test_drafts.py, and says which are read otherwise than in Python. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { remarks } from "../../generator/entregent/features/drafts/reading.js";

const { checks, patterns, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { checks: name, draft, occasion, told } of cases) {
  const found = remarks(draft, { checks: checks[name], patterns }, occasion).map(({ check, marks }) => [check, marks]);
  assert.deepEqual(found, told, JSON.stringify(draft));
}
console.log(`${cases.length} drafts`);
