import { copyText } from "../../pages/assets/clipboard.js";
import { ticksOfGuide } from "./guide-ticks.js";
import { counted, DONE, progressText, SKIPPED } from "./ticks.js";
import { Transfer } from "./transfer.js";

/** Binds the lines of a checklist to the ticks kept in this browser. */
export default class Checklist {
  constructor(root, signal) {
    this.root = root;
    this.strings = root.dataset;
    this.ticks = ticksOfGuide(root);
    this.lines = [...root.querySelectorAll(".checklist-line")].map((element) => this.bound(element));
    this.ids = this.lines.map((line) => line.id);
    this.progress = root.querySelector(".checklist-progress");
    this.count = root.querySelector(".checklist-count");
    this.blocked = root.querySelector(".checklist-blocked");
    this.transfer = new Transfer(root, this, signal);
    this.bindPrinting(signal);
    this.ticks.watch(() => this.changed(), signal);
    this.show();
  }

  bound(element) {
    const line = { id: element.id, element, box: element.querySelector("input") };
    line.skip = element.querySelector(".checklist-skip");
    line.box.addEventListener("change", () => this.set(line, line.box.checked ? DONE : undefined));
    line.skip.addEventListener("click", () =>
      this.set(line, this.ticks.get(line.id) === SKIPPED ? undefined : SKIPPED),
    );
    const link = element.querySelector(".checklist-link");
    link.addEventListener("click", async () => {
      if (await copyText(link.href)) link.textContent = this.strings.lineLinkCopied;
    });
    return line;
  }

  bindPrinting(signal) {
    const withTicks = this.root.querySelector(".checklist-print-ticks");
    const choose = () => this.root.classList.toggle("checklist--blank", !withTicks.checked);
    withTicks.addEventListener("change", choose);
    // Browsers restore a box that was unchecked before a reload, some when the page is loaded.
    addEventListener("pageshow", choose, { signal });
    choose();
    this.root.querySelector(".checklist-print").addEventListener("click", () => print());
    const address = this.root.querySelector(".checklist-foot-address");
    if (!address.textContent && location.protocol !== "file:")
      address.textContent = location.origin + location.pathname;
  }

  set(line, state) {
    this.ticks.set(line.id, state);
    this.changed();
  }

  changed() {
    this.transfer.forget();
    this.show();
  }

  /** Gives the lines of this page these ticks, and returns those they had. */
  replace(states) {
    const before = this.ticks.replace(this.ids, states);
    this.show();
    return before;
  }

  show() {
    for (const { id, element, box, skip } of this.lines) {
      const state = this.ticks.get(id);
      box.checked = state === DONE;
      skip.ariaPressed = String(state === SKIPPED);
      element.classList.toggle("checklist-line--skipped", state === SKIPPED);
    }
    const counts = counted(this.ticks.states, this.ids);
    this.progress.max = counts.total || 1;
    this.progress.value = counts.done;
    const text = progressText(this.strings, counts);
    if (this.count.textContent !== text) this.count.textContent = text;
    this.blocked.hidden = this.ticks.kept;
    this.transfer.show(counts);
  }
}
