import { copyText } from "../../pages/assets/clipboard.js";
import { fill } from "../../pages/assets/templates.js";
import { counted, progressText, renamed } from "./ticks.js";
import {
  fromFile,
  fromFragment,
  holdsTicks,
  MAX_FILE_SIZE,
  Refused,
  sortedOut,
  toFile,
  toFragment,
} from "./transfer-format.js";

/** The buttons that export the ticks of a page, import those of others, and clear them. */
export class Transfer {
  constructor(root, checklist, signal) {
    this.checklist = checklist;
    this.strings = root.dataset;
    this.find = (name) => root.querySelector(`.checklist-${name}`);
    this.undoTo = null;
    // Each button has the name of its method.
    for (const name of ["share", "save", "open", "clear", "undo", "take", "leave"])
      this.find(name).addEventListener("click", () => this[name]());
    this.find("close").addEventListener("click", () => this.leave());
    this.find("file").addEventListener("change", () => this.read());
    this.find("dialog").addEventListener("close", () => this.cleared());
    addEventListener("hashchange", () => this.offerLink(), { signal });
    this.offerLink();
  }

  get own() {
    return this.checklist.ticks.of(this.checklist.ids);
  }

  /** Disables what needs a tick while there is none. */
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
    if (byHand.hidden) this.say(this.strings.shared);
  }

  save() {
    const href = URL.createObjectURL(new Blob([toFile(this.own)], { type: "application/json" }));
    const file = `${this.strings.name}.json`;
    Object.assign(document.createElement("a"), { download: file, href }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    this.say(fill(this.strings.saved, { file }));
  }

  open() {
    this.find("file").click();
  }

  async read() {
    const input = this.find("file");
    const [file] = input.files;
    if (!file) return;
    // A file that is too large is refused unread; `fromFile` checks all others.
    const text = file.size > MAX_FILE_SIZE ? "" : await file.text();
    input.value = "";
    this.offer(() => fromFile(text), this.strings.offerFile, this.strings.badFile);
  }

  offerLink() {
    this.offer(() => fromFragment(location.hash), this.strings.offerLink, this.strings.badLink);
  }

  /** Asks whether to take the ticks that `read` gives, or says why they cannot be. */
  offer(read, question, bad) {
    const { ids } = this.checklist;
    try {
      const states = read();
      if (!states) return;
      this.offered = sortedOut(renamed(states, this.checklist.ticks.former), ids);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.ask({ bad, newer: this.strings.newerFile, foreign: this.strings.foreign }[error.message], false);
      return;
    }
    const { known, unknown } = this.offered;
    const parts = [fill(question, { progress: progressText(this.strings, counted(known, ids)) })];
    if (unknown) parts.push(fill(this.strings.offerUnknown, { n: unknown }));
    if (this.own.size) parts.push(this.strings.offerReplaces);
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
    this.say(this.strings.taken);
  }

  /** Closes the question, and takes the ticks out of the address so that a reload does not ask again. */
  leave() {
    this.find("offer").hidden = true;
    if (holdsTicks(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  }

  clear() {
    this.find("dialog").showModal();
    this.find("keep").focus();
  }

  cleared() {
    const dialog = this.find("dialog");
    if (dialog.returnValue !== "clear") return;
    dialog.returnValue = "";
    this.undoTo = this.checklist.replace(new Map());
    this.say(this.strings.cleared);
    this.find("undo").focus();
  }

  undo() {
    this.checklist.replace(this.undoTo);
    this.undoTo = null;
    this.say(this.strings.restored);
  }

  say(text) {
    this.find("status").textContent = text;
    this.find("undo").hidden = !this.undoTo;
  }

  /** After another tick, the last replacement cannot be undone. */
  forget() {
    this.undoTo = null;
    this.say("");
  }
}
