import { Kept, siteRoot } from "../../pages/assets/storage.js";
import { Ticks } from "./ticks.js";

/** The ticks of this guide in this browser, the same for all its languages and pages. */
export function ticksOfGuide() {
  return new Ticks(new Kept(() => localStorage, `entregent.checklist:${siteRoot()}`));
}
