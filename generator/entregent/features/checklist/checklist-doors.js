import { marksOfGuide } from "./guide-marks.js";
import { counted, progressText } from "./marks.js";

/** Says at the door of each checklist how far the reader has come in it. */
export default class ChecklistDoors {
  constructor(root, signal) {
    this.words = root.dataset;
    this.marks = marksOfGuide();
    this.doors = [...root.querySelectorAll(".checklist-door")].map((door) => {
      const count = door.querySelector(".checklist-door-count");
      return { ids: door.dataset.lines.split(" "), count, untouched: count.textContent };
    });
    this.marks.store.watch(() => {
      this.marks.read();
      this.show();
    }, signal);
    this.show();
  }

  show() {
    for (const { ids, count, untouched } of this.doors) {
      const counts = counted(this.marks.states, ids);
      count.textContent = counts.done || counts.skipped ? progressText(this.words, counts) : untouched;
    }
  }
}
