import { fill } from "../../pages/assets/templates.js";

/**
 * What a reader ticked, line by line; without a DOM.
 * A line is "done", "skipped" (it does not apply) or open. Ticks are kept by the id of their line, so they
 * survive a renamed title and a line that is added or removed. A removed line keeps its state in case it returns.
 */

export const DONE = "done";
export const SKIPPED = "skipped";

/**
 * All ticks of a guide. `store` (a Kept) is read again before each change, and a change writes its own lines only,
 * because other pages change the same ticks. If the browser stores nothing, the ticks stay in memory.
 * `former` is a Map of ids that lines once had to those that they have now.
 */
export class Ticks {
  constructor(store, former = new Map()) {
    this.store = store;
    this.former = former;
    this.states = new Map();
    this.read();
  }

  /** Whether the ticks will be there on the next page. */
  get kept() {
    return this.store.kept;
  }

  read() {
    const kept = this.kept && this.store.read();
    if (this.kept) this.states = renamed(fromLists(kept), this.former);
  }

  /** Calls `act` when another page may have changed the ticks. */
  watch(act, signal) {
    const changed = () => {
      this.read();
      act();
    };
    this.store.watch(changed, signal);
  }

  /** The state of a line; undefined for an open one. */
  get(id) {
    return this.states.get(id);
  }

  set(id, state) {
    this.replace([id], new Map(state ? [[id, state]] : []));
  }

  /** The ticks of these lines only, as a Map of id to state. */
  of(ids) {
    return new Map(ids.filter((id) => this.states.has(id)).map((id) => [id, this.states.get(id)]));
  }

  /** Gives these lines the ticks of `states`, and the others among them none; returns their ticks before. */
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

/** The ticks in a stored value; none where it is damaged. A plain list holds lines that are done. */
function fromLists(kept) {
  const lists = Array.isArray(kept) ? { done: kept } : (kept ?? {});
  return new Map([...pairs(lists.skipped, SKIPPED), ...pairs(lists.done, DONE)]);
}

function pairs(ids, state) {
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").map((id) => [id, state]) : [];
}

/** The ticks of lines under the ids that these have now; a tick under such an id outdoes one under a former id. */
export function renamed(states, former) {
  const now = [...states].filter(([id]) => !former.has(id));
  return new Map([...[...states].map(([id, state]) => [former.get(id) ?? id, state]), ...now]);
}

/** Ticks as two sorted lists of ids, the form in which they are stored and transferred. */
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

/** The progress as a text; `strings` holds the templates progress, progressSkipped and progressComplete. */
export function progressText(strings, counts) {
  const complete = counts.total > 0 && counts.done === counts.total;
  const template = complete ? strings.progressComplete : counts.skipped ? strings.progressSkipped : strings.progress;
  return fill(template, counts);
}
