import { fill } from "../../assets/templates.js";

/**
 * What a reader marked, line by line, apart from any page.
 * A line is "done", "skipped" (it does not apply) or open. Marks are kept by the id of their line, so they
 * survive a renamed title and a line that goes or comes; those of a line that went wait for its return.
 */

export const DONE = "done";
export const SKIPPED = "skipped";

/**
 * All marks of a guide. `store` (a Kept) is read again before each change, which touches its own lines only: other
 * pages change the same marks. What the browser will not keep lives in memory.
 */
export class Marks {
  constructor(store) {
    this.store = store;
    this.states = new Map();
    this.read();
  }

  /** Whether the marks will be there on the next page. */
  get kept() {
    return this.store.kept;
  }

  read() {
    const kept = this.kept && this.store.read();
    if (this.kept) this.states = fromLists(kept);
  }

  /** The mark of a line; undefined for an open one. */
  get(id) {
    return this.states.get(id);
  }

  set(id, state) {
    this.replace([id], new Map(state ? [[id, state]] : []));
  }

  /** The marks of these lines only, as a Map of id to state. */
  of(ids) {
    return new Map(ids.filter((id) => this.states.has(id)).map((id) => [id, this.states.get(id)]));
  }

  /** Gives these lines the marks of `states`, and the others among them none; returns their marks before. */
  replace(ids, states) {
    this.read();
    const before = this.of(ids);
    for (const id of ids) {
      if (states.has(id)) this.states.set(id, states.get(id));
      else this.states.delete(id);
    }
    this.store.write(listed(this.states));
    return before;
  }
}

/** The marks in what was kept; none where it was damaged. A plain list is of lines that are done. */
function fromLists(kept) {
  const lists = Array.isArray(kept) ? { done: kept } : (kept ?? {});
  return new Map([...pairs(lists.skipped, SKIPPED), ...pairs(lists.done, DONE)]);
}

function pairs(ids, state) {
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").map((id) => [id, state]) : [];
}

/** Marks as two sorted lists of ids, the form in which they are kept and carried. */
export function listed(states) {
  const of = (wanted) => [...states].filter(([, state]) => state === wanted).map(([id]) => id);
  return { done: of(DONE).sort(), skipped: of(SKIPPED).sort() };
}

/** How many of these lines are done, how many do not apply, and how many there are to do. */
export function counted(states, ids) {
  const count = (wanted) => ids.filter((id) => states.get(id) === wanted).length;
  const skipped = count(SKIPPED);
  return { done: count(DONE), skipped, total: ids.length - skipped };
}

/** Progress in words: `words` holds the templates progress, progressSkipped and progressComplete. */
export function progressText(words, counts) {
  const complete = counts.total > 0 && counts.done === counts.total;
  const template = complete ? words.progressComplete : counts.skipped ? words.progressSkipped : words.progress;
  return fill(template, counts);
}
