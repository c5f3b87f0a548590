import { onReturn } from "./returning.js";

/** What pages keep in the browser, where it may be refused, damaged, or changed by another page meanwhile. */

/** The path of the site's root, the same for all its languages; keys that hold it are the whole site's. */
export function siteRoot() {
  const root = document.querySelector('meta[name="entregent-root"]')?.content ?? ".";
  return new URL(root, location).pathname;
}

/** One thing that is kept as JSON; `kept` is false once the browser has refused to read or to write it. */
export class Kept {
  /** `storage` returns the storage, as a browser may refuse even to look at it: `() => localStorage`. */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
    this.kept = true;
  }

  /** What is kept; null where that is nothing, damaged or refused. */
  read() {
    let text = null;
    try {
      text = this.storage().getItem(this.key);
    } catch {
      this.kept = false;
    }
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  write(value) {
    try {
      this.storage().setItem(this.key, JSON.stringify(value));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  /** Calls `act` when another page may have changed it: in another tab, or in this one before a way back led here. */
  watch(act, signal) {
    addEventListener("storage", ({ key }) => [this.key, null].includes(key) && act(), { signal });
    onReturn(act, signal);
  }
}
