import assert from "node:assert/strict";
import test from "node:test";
import { fromQuery, matches, toQuery } from "../../generator/entregent/pages/components/filter/selection.js";

const facets = { role: ["sender", "recipient"], weight: ["must"] };

test("a query gives the facets and values that the page has", () => {
  assert.deepEqual(fromQuery("?role=sender&weight=could&x=1", facets), { role: "sender" });
  assert.deepEqual(fromQuery("", facets), {});
});

test("a selection becomes a query and leaves the rest of it alone", () => {
  assert.equal(toQuery({ role: "sender", weight: "" }, facets, "?h=mot&weight=must"), "?h=mot&role=sender");
  assert.equal(toQuery({}, facets, "?role=sender"), "");
});

test("a selection survives the way through the address", () => {
  const selection = { role: "recipient", weight: "must" };
  assert.deepEqual(fromQuery(toQuery(selection, facets), facets), selection);
});

test("an item matches when it has each chosen value", () => {
  const item = { role: "sender recipient", weight: "could" };
  assert.ok(matches(item, {}));
  assert.ok(matches(item, { role: "sender", weight: "" }));
  assert.ok(!matches(item, { role: "sender", weight: "must" }));
  assert.ok(!matches(item, { channel: "mail" }));
});
