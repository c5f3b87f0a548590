import { ticksOfGuide } from "./guide-ticks.js";
import { counted, progressText } from "./ticks.js";

/** Shows the reader's progress on the card of each checklist. */
export default class ChecklistCards {
  constructor(root, signal) {
    this.strings = root.dataset;
    this.ticks = ticksOfGuide(root);
    this.cards = [...root.querySelectorAll(".checklist-card")].map((card) => {
      const count = card.querySelector(".checklist-card-count");
      return { ids: card.dataset.lines.split(" "), count, untouched: count.textContent };
    });
    this.ticks.watch(() => this.show(), signal);
    this.show();
  }

  show() {
    for (const { ids, count, untouched } of this.cards) {
      const counts = counted(this.ticks.states, ids);
      count.textContent = counts.done || counts.skipped ? progressText(this.strings, counts) : untouched;
    }
  }
}
