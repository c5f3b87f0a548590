import { copyText } from "../../assets/clipboard.js";
import { element } from "../../assets/dom.js";
import { fill } from "../../assets/templates.js";
import { fromFile, fromFragment, holdsMarks, LARGEST_FILE, Refused, sortedOut, toFile, toFragment } from "./carry.js";
import { counted, progressText } from "./marks.js";

/** The buttons that carry the marks of a page elsewhere, take in those of others, and clear them. */
export class Carrier {
  constructor(root, checklist, signal) {
    this.checklist = checklist;
    this.words = root.dataset;
    this.find = (name) => root.querySelector(`.checklist-${name}`);
    this.undoTo = null;
    const bindings = {
      share: () => this.share(),
      save: () => this.save(),
      open: () => this.find("file").click(),
      clear: () => this.askToClear(),
      undo: () => this.undo(),
      take: () => this.take(),
      leave: () => this.leave(),
      close: () => this.leave(),
    };
    for (const [name, act] of Object.entries(bindings)) this.find(name).addEventListener("click", act);
    this.find("file").addEventListener("change", () => this.open());
    this.find("dialog").addEventListener("close", () => this.cleared());
    addEventListener("hashchange", () => this.offerLink(), { signal });
    this.offerLink();
  }

  get own() {
    return this.checklist.marks.of(this.checklist.ids);
  }

  /** Nothing to pass on or clear while nothing is marked. */
  show(counts) {
    for (const name of ["share", "save", "clear"]) this.find(name).disabled = !(counts.done || counts.skipped);
  }

  async share() {
    const address = location.href.split("#")[0] + toFragment(this.own);
    const byHand = this.find("by-hand");
    byHand.hidden = await copyText(address, () => {
      byHand.hidden = false;
      this.find("address").value = address;
      this.find("address").select();
    });
    if (byHand.hidden) this.say(this.words.shared);
  }

  save() {
    const href = URL.createObjectURL(new Blob([toFile(this.own)], { type: "application/json" }));
    const file = `${this.words.name}.json`;
    element("a", { download: file, href }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    this.say(fill(this.words.saved, { file }));
  }

  async open() {
    const input = this.find("file");
    const [file] = input.files;
    if (!file) return;
    // A giant is refused unread; what is no list is told from one by `fromFile`.
    const text = file.size > LARGEST_FILE ? "" : await file.text();
    input.value = "";
    this.offer(() => fromFile(text), this.words.offerFile, this.words.badFile);
  }

  offerLink() {
    this.offer(() => fromFragment(location.hash), this.words.offerLink, this.words.badLink);
  }

  /** Asks whether to take the marks that `read` gives, or says why they cannot be. */
  offer(read, question, bad) {
    const { ids } = this.checklist;
    try {
      const states = read();
      if (!states) return;
      this.offered = sortedOut(states, ids);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.ask({ bad, newer: this.words.newerFile, foreign: this.words.foreign }[error.reason], false);
      return;
    }
    const { known, unknown } = this.offered;
    const parts = [fill(question, { progress: progressText(this.words, counted(known, ids)) })];
    if (unknown) parts.push(fill(this.words.offerUnknown, { n: unknown }));
    if (this.own.size) parts.push(this.words.offerReplaces);
    this.ask(parts.join(" "), true);
  }

  ask(text, choice) {
    const panel = this.find("offer");
    panel.classList.toggle("checklist-offer--refused", !choice);
    for (const name of ["take", "leave"]) this.find(name).hidden = !choice;
    this.find("close").hidden = choice;
    panel.querySelector("p").textContent = text;
    panel.hidden = false;
    panel.focus();
  }

  take() {
    this.undoTo = this.checklist.replace(this.offered.known);
    this.leave();
    this.say(this.words.taken);
  }

  /** Closes the question, and takes the marks out of the address so that a reload does not ask again. */
  leave() {
    this.find("offer").hidden = true;
    if (holdsMarks(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  }

  askToClear() {
    this.find("dialog").showModal();
    this.find("keep").focus();
  }

  cleared() {
    const dialog = this.find("dialog");
    if (dialog.returnValue !== "clear") return;
    dialog.returnValue = "";
    this.undoTo = this.checklist.replace(new Map());
    this.say(this.words.cleared);
    this.find("undo").focus();
  }

  undo() {
    this.checklist.replace(this.undoTo);
    this.undoTo = null;
    this.say(this.words.restored);
  }

  say(words) {
    this.find("words").textContent = words;
    this.find("undo").hidden = !this.undoTo;
  }

  /** Drops what could be undone: a new mark was made since. */
  forget() {
    this.undoTo = null;
    this.say("");
  }
}
