import { copyText } from "../../assets/clipboard.js";
import { Carrier } from "./carrier.js";
import { marksOfGuide } from "./guide-marks.js";
import { counted, DONE, progressText, SKIPPED } from "./marks.js";

/** Binds the lines of a checklist to the marks kept in this browser. */
export default class Checklist {
  constructor(root, signal) {
    this.root = root;
    this.words = root.dataset;
    this.marks = marksOfGuide();
    this.lines = [...root.querySelectorAll(".checklist-line")].map((element) => this.bound(element));
    this.ids = this.lines.map((line) => line.id);
    this.progress = root.querySelector(".checklist-progress");
    this.count = root.querySelector(".checklist-count");
    this.blocked = root.querySelector(".checklist-blocked");
    this.carrier = new Carrier(root, this, signal);
    this.bindPrinting(signal);
    this.marks.store.watch(() => {
      this.marks.read();
      this.carrier.forget();
      this.show();
    }, signal);
    this.show();
  }

  bound(element) {
    const line = { id: element.id, element, box: element.querySelector("input") };
    line.skip = element.querySelector(".checklist-skip");
    line.box.addEventListener("change", () => this.mark(line, line.box.checked ? DONE : undefined));
    line.skip.addEventListener("click", () =>
      this.mark(line, this.marks.get(line.id) === SKIPPED ? undefined : SKIPPED),
    );
    const link = element.querySelector(".checklist-link");
    link.addEventListener("click", async () => {
      if (await copyText(link.href)) link.textContent = this.words.lineLinkCopied;
    });
    return line;
  }

  bindPrinting(signal) {
    const withMarks = this.root.querySelector(".checklist-print-marks");
    const choose = () => this.root.classList.toggle("checklist--blank", !withMarks.checked);
    withMarks.addEventListener("change", choose);
    // Browsers restore a box that was unchecked before a reload, some when the page is loaded.
    addEventListener("pageshow", choose, { signal });
    choose();
    this.root.querySelector(".checklist-print").addEventListener("click", () => print());
    const address = this.root.querySelector(".checklist-foot-address");
    if (!address.textContent && location.protocol !== "file:")
      address.textContent = location.origin + location.pathname;
  }

  mark(line, state) {
    this.marks.set(line.id, state);
    this.carrier.forget();
    this.show();
  }

  /** Gives the lines of this page these marks, and returns those they had. */
  replace(states) {
    const before = this.marks.replace(this.ids, states);
    this.show();
    return before;
  }

  show() {
    for (const { id, element, box, skip } of this.lines) {
      const state = this.marks.get(id);
      box.checked = state === DONE;
      skip.ariaPressed = String(state === SKIPPED);
      element.classList.toggle("checklist-line--skipped", state === SKIPPED);
    }
    const counts = counted(this.marks.states, this.ids);
    this.progress.max = counts.total || 1;
    this.progress.value = counts.done;
    const text = progressText(this.words, counts);
    if (this.count.textContent !== text) this.count.textContent = text;
    this.blocked.hidden = this.marks.kept;
    this.carrier.show(counts);
  }
}
