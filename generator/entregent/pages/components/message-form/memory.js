/** Named texts in a `store` (a Kept): entries about the writer, and choices. */
export class Memory {
  constructor(store) {
    this.store = store;
    this.values = new Map();
    this.read();
  }

  read() {
    const kept = this.store.kept && this.store.read();
    if (!this.store.kept) return;
    this.values = new Map(Object.entries(kept ?? {}).filter(([, value]) => typeof value === "string"));
  }

  get(name) {
    return this.values.get(name);
  }

  set(name, value) {
    this.read();
    this.values.set(name, value);
    this.write();
  }

  clear() {
    this.values.clear();
    this.write();
  }

  write() {
    this.store.write(Object.fromEntries(this.values));
  }
}
