import { counted, progressText } from "./marks.js";
import { marksOfGuide } from "./storage.js";

/** Says at the door of each checklist how far the reader has come in it. */
export default class ChecklistDoors {
  constructor(root) {
    const marks = marksOfGuide();
    for (const door of root.querySelectorAll(".checklist-door")) {
      const counts = counted(marks.states, door.dataset.lines.split(" "));
      if (counts.done || counts.skipped)
        door.querySelector(".checklist-door-count").textContent = progressText(root.dataset, counts);
    }
  }
}
