/** Named texts in a `store` (a Kept): entries about the writer, and choices. */
export class Memory {
  constructor(store) {
    this.store = store;
    this.values = {};
    this.read();
  }

  read() {
    const kept = this.store.kept && this.store.read();
    if (!this.store.kept) return;
    this.values = Object.fromEntries(Object.entries(kept ?? {}).filter(([, value]) => typeof value === "string"));
  }

  get(name) {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }

  set(name, value) {
    this.read();
    this.values[name] = value;
    this.store.write(this.values);
  }

  clear() {
    this.values = {};
    this.store.write(this.values);
  }
}
