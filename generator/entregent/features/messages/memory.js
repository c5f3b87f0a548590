/**
 * What is remembered between messages: what was filled in, until the tab is closed, and which register and
 * account were chosen, for good. Where the browser keeps nothing, both last as long as the page.
 */
export class Memory {
  /** `storage` is like sessionStorage or localStorage; null where the browser refuses to give it. */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
    this.values = {};
    try {
      const kept = JSON.parse(storage.getItem(key) ?? "{}");
      for (const [name, value] of Object.entries(kept)) if (typeof value === "string") this.values[name] = value;
    } catch {
      this.values = {};
    }
  }

  get(name) {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }

  set(name, value) {
    this.values[name] = value;
    this.keep();
  }

  clear() {
    this.values = {};
    this.keep();
  }

  keep() {
    try {
      this.storage.setItem(this.key, JSON.stringify(this.values));
    } catch {
      // The page goes on with what it has.
    }
  }
}

/** The storage of a name, or null where the browser does not even let one look at it. */
export function storageNamed(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}
