/**
 * The ticks of a checklist and where they are kept, apart from any page.
 * Ticks are kept by the id of their line, so they survive a renamed title and a line that goes or comes.
 */
export class Ticks {
  /** `storage` is like localStorage; where it refuses, ticks live in memory and `kept` is false. */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
    this.kept = true;
    this.ids = new Set(this.read());
  }

  read() {
    try {
      const ids = JSON.parse(this.storage.getItem(this.key) ?? "[]");
      return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
    } catch (error) {
      if (!(error instanceof SyntaxError)) this.kept = false;
      return [];
    }
  }

  write() {
    try {
      this.storage.setItem(this.key, JSON.stringify([...this.ids].sort()));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  has(id) {
    return this.ids.has(id);
  }

  set(id, ticked) {
    if (ticked) this.ids.add(id);
    else this.ids.delete(id);
    this.write();
  }

  /** Replaces all ticks and returns those that were there before. */
  replace(ids) {
    const before = [...this.ids];
    this.ids = new Set(ids);
    this.write();
    return before;
  }
}

/** `template` with {done} and {total} filled in. */
export function progressText(template, done, total) {
  return template.replace("{done}", done).replace("{total}", total);
}
