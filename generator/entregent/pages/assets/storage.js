import { onReturn } from "./returning.js";

/** Values kept in the browser. Storage may refuse them, return damaged data, or be changed by another page. */

/** The path of the site's root. Keys with it are shared by all languages of the site. */
export function siteRoot() {
  const root = document.querySelector('meta[name="entregent-root"]')?.content ?? ".";
  return new URL(root, location).pathname;
}

/** One value stored as JSON; `kept` is false once the browser has refused to read or to write it. */
export class Kept {
  /** `storage` is a function, `() => localStorage`, because a browser may refuse even to return the storage. */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
    this.kept = true;
  }

  /** The stored value; null where there is none, or it is damaged or refused. */
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

  /** Calls `act` when another page may have changed the value: in another tab, or before the reader came back here. */
  watch(act, signal) {
    addEventListener("storage", ({ key }) => [this.key, null].includes(key) && act(), { signal });
    onReturn(act, signal);
  }
}
