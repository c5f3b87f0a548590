import { progressText, Ticks } from "./ticks.js";

/** Binds the lines of the checklist to ticks kept in this browser. */
export default class Checklist {
  constructor(root) {
    this.words = root.dataset;
    this.boxes = [...root.querySelectorAll(".checklist-line input")];
    this.progress = root.querySelector(".checklist-progress");
    this.count = root.querySelector(".checklist-count");
    this.clear = root.querySelector(".checklist-clear");
    this.blocked = root.querySelector(".checklist-blocked");
    this.ticks = new Ticks(browserStorage(), `entregent.checklist:${siteRoot()}`);
    this.undo = null;
    for (const box of this.boxes) box.addEventListener("change", () => this.tick(box));
    this.clear.addEventListener("click", () => this.clearOrUndo());
    root.querySelector(".checklist-print").addEventListener("click", () => print());
    this.show();
  }

  tick(box) {
    this.undo = null;
    this.ticks.set(box.value, box.checked);
    this.show();
  }

  clearOrUndo() {
    const before = this.ticks.replace(this.undo ?? []);
    this.undo = this.undo ? null : before;
    this.show();
  }

  show() {
    for (const box of this.boxes) box.checked = this.ticks.has(box.value);
    const done = this.boxes.filter((box) => box.checked).length;
    this.progress.value = done;
    this.count.textContent = progressText(this.words.progress, done, this.boxes.length);
    this.clear.textContent = this.undo ? this.words.undo : this.words.clear;
    this.clear.disabled = !done && !this.undo;
    this.blocked.hidden = this.ticks.kept;
  }
}

function browserStorage() {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: refuse };
  }
}

function refuse() {
  throw new Error("this browser keeps nothing");
}

/** The address of the guide, the same for all its locales, so that they share their ticks. */
function siteRoot() {
  const root = document.querySelector('meta[name="entregent-root"]')?.content ?? ".";
  return new URL(root, location).pathname;
}
