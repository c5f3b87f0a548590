import { Kept, siteRoot } from "../../pages/assets/storage.js";
import { Ticks } from "./ticks.js";

/** The ticks of this guide in this browser, the same for all its languages and pages; `root` tells of former ids. */
export function ticksOfGuide(root) {
  const former = new Map(new URLSearchParams(root.dataset.former));
  return new Ticks(new Kept(() => localStorage, `entregent.checklist:${siteRoot()}`), former);
}
