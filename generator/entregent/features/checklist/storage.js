import { Marks } from "./marks.js";

/** The marks of this guide in this browser, the same for all its languages and pages. */
export function marksOfGuide() {
  const root = document.querySelector('meta[name="entregent-root"]')?.content ?? ".";
  return new Marks(browserStorage(), `entregent.checklist:${new URL(root, location).pathname}`);
}

function browserStorage() {
  try {
    return localStorage;
  } catch {
    return { getItem: refuse, setItem: refuse };
  }
}

function refuse() {
  throw new Error("this browser keeps nothing");
}
